"""Make the program for those who have no Python: ``python packaging/build.py``, on the system that it is for.

The folder `build/packaging/Kernelscope` and an archive of it in `dist`. It makes an environment of its own, for which
it needs a way to PyPI, and a Python with tkinter: that is the program's file dialog.
"""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "packaging"
MADE, FOLDER = BUILT / "made", BUILT / "Kernelscope"
LICENCES = {"Kernelscope": "LICENSE", "fonts": "assets/fonts/LICENSE.txt", "icons": "assets/icons/LICENSE.txt"}
INSIDE = "--inside"
"""Says that this runs in the environment that has been made."""


def main(arguments: list[str]) -> int:
    """Build; return the exit status."""
    if arguments == [INSIDE]:
        built()
        return 0
    if importlib.util.find_spec("_tkinter") is None:
        print("This Python has no tkinter, which shows the file dialog; on Debian: sudo apt install python3-tk.")
        return 2
    environment = BUILT / "environment"
    shutil.rmtree(BUILT, ignore_errors=True)
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"{ROOT}[packaging]"], check=True)
    return subprocess.run([python, Path(__file__).resolve(), INSIDE]).returncode


def built() -> None:
    """Make all that is needed, then the folder, then the archive."""
    from kernelscope.version import VERSION
    from made import desktop, icons, licences, version_resource

    icon = ROOT / "assets" / "icons" / "kernelscope.svg"
    MADE.mkdir(parents=True)
    icons(icon, MADE)
    (MADE / "version.txt").write_text(version_resource(VERSION), encoding="utf-8")
    own = MADE / "licences"
    own.mkdir()
    for name, file in LICENCES.items():
        shutil.copy(ROOT / file, own / f"{name}.txt")
    places = ["--distpath", str(BUILT), "--workpath", str(BUILT / "work")]
    spec = Path(__file__).with_name("kernelscope.spec")
    subprocess.run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, spec], check=True)
    licences(own, FOLDER / "licences")
    if sys.platform == "linux":
        desktop(FOLDER, MADE, icon)
    print(packed(VERSION))


def packed(version: str) -> str:
    """Put the folder into an archive, and return its path; on macOS it is the app."""
    name = f"Kernelscope-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    inside = "Kernelscope.app" if sys.platform == "darwin" else "Kernelscope"
    form = "gztar" if sys.platform == "linux" else "zip"
    return shutil.make_archive(str(ROOT / "dist" / name), form, BUILT, inside)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
