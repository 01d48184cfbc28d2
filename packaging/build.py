"""Make a program for those who have no Python: ``python packaging/build.py``, with Python 3.11 or newer.

It needs tkinter, a way to PyPI, and on Linux objdump. It makes an environment of its own, the program's folder in
``build/packaging/Kernelscope``, with all licences, and packs that into ``dist``. What is made is for the system that it
is made on.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from bundle import archive, environment, licences, missing, names


def main() -> int:
    """Make the environment and go on in it, or do that part; return the exit status."""
    parser = argparse.ArgumentParser(description="Make a program for those who have no Python.")
    parser.add_argument("--inside", action="store_true", help="do not make the environment: this Python is it")
    parser.add_argument("--no-archive", action="store_true", help="make the folder only")
    found = parser.parse_args()
    if found.inside:
        return build(packed=not found.no_archive)
    wanted = lacking()
    if wanted:
        sys.stderr.write("".join(f"{line}\n" for line in wanted))
        return 2
    environment.make()
    command = [str(environment.python()), __file__, "--inside", *(["--no-archive"] if found.no_archive else [])]
    return subprocess.run(command, check=False).returncode


def lacking() -> list[str]:
    """Return a sentence for each thing that the build needs and that cannot be installed by it."""
    found = []
    if importlib.util.find_spec("_tkinter") is None:
        found.append("This Python has no tkinter, which shows the file dialog; on Debian: apt install python3-tk")
    if sys.platform == "linux" and shutil.which("objdump") is None:
        found.append("The command objdump is missing; on Debian: apt install binutils")
    if sys.platform == "linux" and not has_library():
        name = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
        found.append(f"This Python has no shared library to bring along; on Debian: apt install {name}")
    return found


def has_library() -> bool:
    """Tell whether this Python has itself as a shared library, which the program is started with."""
    name = sysconfig.get_config_var("INSTSONAME") or ""
    if ".so" not in name:
        return False
    places = (Path(sysconfig.get_config_var("LIBDIR") or ""), Path(sys.base_prefix) / "lib")
    if any((place / name).is_file() for place in places):
        return True
    try:
        return bool(ctypes.CDLL(name))
    except OSError:
        return False


def build(*, packed: bool) -> int:
    """Make the folder, look whether all is there, and pack it."""
    make_folder()
    needed = missing.missed(names.BUILD / "work" / "kernelscope" / "warn-kernelscope.txt")
    unknown = licences.add(names.FOLDER)
    faults = [*needed, *(f"packaging/licences.toml names no licence for {name}" for name in unknown)]
    if faults:
        sys.stderr.write("The program is not whole:\n" + "".join(f"  {fault}\n" for fault in faults))
        return 1
    if sys.platform == "linux":
        from bundle import desktop

        desktop.add(names.FOLDER)
    print(f"{names.FOLDER}: {megabytes(names.FOLDER)}")
    if packed:
        target = names.DIST / names.archive_name()
        archive.pack(parts(), target)
        print(f"{target}: {megabytes(target)}")
    return 0


def make_folder() -> None:
    """Let PyInstaller make the folder, as the recipe says."""
    names.BUILD.mkdir(parents=True, exist_ok=True)
    (names.BUILD / "version.txt").write_text(names.version_resource(), encoding="utf-8")
    places = ["--distpath", str(names.BUILD), "--workpath", str(names.BUILD / "work")]
    spec = names.ROOT / "packaging" / "kernelscope.spec"
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", *places]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(spec)], check=True)


def parts() -> list[Path]:
    """Return what is packed: the folder, or on a Mac the app, and the licences beside it."""
    return [names.APP, names.FOLDER / "licences"] if sys.platform == "darwin" else [names.FOLDER]


def megabytes(path: Path) -> str:
    """Return how large a file or a folder is."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
