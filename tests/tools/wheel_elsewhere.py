"""Try the wheel with the Python of another Debian: ``python -m tests.tools.wheel_elsewhere trixie forky``.

Debian 13, trixie, has Python 3.13, and forky, which is to be 14, has 3.14. Each is set up in a folder of its own, which
is deleted afterwards. A Debian takes about a minute, and it needs debootstrap, the package ``build``, a way to Debian
and PyPI, and the rights of root. Status 0 when the wheel works in each.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from game.version import VERSION
from tests.tools.wheel_check import ROOT, build, run

MIRROR = "http://deb.debian.org/debian"
SCRIPTS = Path("/usr/share/debootstrap/scripts")
USED = "/tried"
"""The folder in the other Debian that all happens in."""


def main(names: list[str]) -> int:
    """Build the wheel and try it in each Debian."""
    if not names:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="kernelscope-elsewhere-") as folder:
        wheel = build(Path(folder))
        for name in names:
            version = works(wheel, set_up(name, Path(folder) / name))
            print(f"elsewhere: the wheel works with Python {version} of Debian {name}", flush=True)
    return 0


def set_up(name: str, root: Path) -> Path:
    """Return the folder of another Debian, with Python and nothing else that is not needed."""
    # A Debian that is younger than this one's tools is set up as the one that never comes out.
    script = SCRIPTS / (name if (SCRIPTS / name).exists() else "sid")
    wanted = "--include=python3,python3-venv"
    run(root.parent, "debootstrap", "--variant=minbase", wanted, name, str(root), MIRROR, str(script))
    return root


def works(wheel: Path, root: Path) -> str:
    """Install the wheel there and use it; return the version of Python. What it needs is downloaded from here."""
    version = inside(root, "python3", "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])").strip()
    here = root / USED.strip("/")
    of_that = ["--only-binary=:all:", "--python-version", version, "--dest", str(here / "wheels")]
    run(root.parent, sys.executable, "-m", "pip", "download", "--quiet", *of_that, str(wheel))
    inside(root, "python3", "-m", "venv", f"{USED}/environment")
    python, command = f"{USED}/environment/bin/python", f"{USED}/environment/bin/kernelscope"
    offline = ["--no-index", "--find-links", f"{USED}/wheels"]
    inside(root, python, "-m", "pip", "install", "--quiet", *offline, f"kernelscope=={VERSION}")
    assert inside(root, command, "--version").strip() == f"Kernelscope {VERSION}"
    assert inside(root, command, "--print-output") == run(ROOT, sys.executable, "main.py", "--print-output")
    inside(root, command, "--screenshot", f"{USED}/picture.png", "--window", "800x600")
    assert re.match(rb"\x89PNG\r\n\x1a\n.{8}\0\0\x03\x20\0\0\x02\x58", (here / "picture.png").read_bytes(), re.DOTALL)
    return version


def inside(root: Path, *command: str) -> str:
    """Run a command in the other Debian, as somebody who has a home there, and return what it prints."""
    return run(root.parent, "chroot", str(root), "env", "HOME=/root", "LC_ALL=C.UTF-8", *command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
