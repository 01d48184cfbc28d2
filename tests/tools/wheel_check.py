"""Build the wheel, install it in a clean environment, and use it from another folder.

``python -m tests.tools.wheel_check`` needs the package ``build`` and a way to PyPI. It takes about half a minute, so
it is a command of its own and no part of pytest. Status 0 when the wheel is as it should be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from game.version import VERSION

ROOT = Path(__file__).parents[2]
ASSETS = (
    *("fonts/IBMPlexSans-Regular.ttf", "fonts/LICENSE.txt", "icons/play.svg", "icons/LICENSE.txt"),
    *("digits/digits.bin", "digits/held-back.txt", "digits/reader.json", "digits/LICENSE.txt"),
    *("pictures/street.png", "pictures/test-card.png", "pictures/LICENSE.txt"),
    *(
        "shelves/figures.json",
        "shelves/start.json",
        "shelves/photos.json",
        "shelves/LICENSE.txt",
        "tours/first.json",
        "lessons/lesson-1.json",
        "lessons/LICENSE.txt",
    ),
)


def main() -> int:
    """Build, look inside, install and use."""
    with tempfile.TemporaryDirectory(prefix="kernelscope-wheel-") as folder:
        wheel = build(Path(folder))
        holds_one_package(wheel)
        works(wheel, Path(folder))
    print(f"wheel: {wheel.name} holds one package, and works in a clean environment from another folder")
    return 0


def build(folder: Path) -> Path:
    """Return the wheel, built anew."""
    run(folder, sys.executable, "-m", "build", "--wheel", "--outdir", str(folder / "dist"), str(ROOT))
    wheels = list((folder / "dist").glob("*.whl"))
    assert len(wheels) == 1, wheels
    return wheels[0]


def holds_one_package(wheel: Path) -> None:
    """Assert that the wheel installs `kernelscope` and nothing beside it, with fonts, icons and all licences."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(archive.read(name).decode() for name in names if name.endswith(".dist-info/METADATA"))
    tops = {name.split("/")[0] for name in names}
    assert tops == {"kernelscope", f"kernelscope-{VERSION}.dist-info"}, tops
    for asset in ASSETS:
        assert f"kernelscope/assets/{asset}" in names, f"{asset} is missing"
    sources = {path.relative_to(ROOT / "game").as_posix() for path in (ROOT / "game").rglob("*.py")}
    missing = {name for name in sources if f"kernelscope/{name}" not in names}
    assert not missing, missing
    licences = [name for name in names if "/licenses/" in name]
    assert len(licences) == 7, licences
    wanted = [line for line in metadata.splitlines() if line.startswith("Requires-Dist") and "extra ==" not in line]
    assert len(wanted) == 6, wanted


def works(wheel: Path, folder: Path) -> None:
    """Install the wheel alone, and use it where nothing of the project lies about."""
    environment, elsewhere = folder / "environment", folder / "elsewhere"
    elsewhere.mkdir()
    run(folder, sys.executable, "-m", "venv", str(environment))
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python, command = str(scripts / "python"), str(scripts / "kernelscope")
    run(elsewhere, python, "-m", "pip", "install", "--quiet", str(wheel))
    where = run(elsewhere, python, "-c", "import kernelscope; print(kernelscope.__file__)")
    assert Path(where.strip()).is_relative_to(environment), where
    assert run(elsewhere, command, "--version").strip() == f"Kernelscope {VERSION}"
    printed = run(elsewhere, command, "--print-output")
    assert printed == run(ROOT, sys.executable, "main.py", "--print-output")
    assert json.loads(printed)["output_size"] == [4, 4]
    run(elsewhere, command, "--screenshot", "picture.png", "--window", "800x600")
    header = (elsewhere / "picture.png").read_bytes()[:24]
    size = int.from_bytes(header[16:20]), int.from_bytes(header[20:24])
    assert (header[:8], size) == (b"\x89PNG\r\n\x1a\n", (800, 600)), header


def run(folder: Path, *command: str) -> str:
    """Run a command in a folder and return what it prints; what goes wrong ends the check, with all that was said."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DISPLAY")}
    found = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    if found.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {found.returncode}:\n{found.stdout}{found.stderr}")
    return found.stdout


if __name__ == "__main__":
    sys.exit(main())
