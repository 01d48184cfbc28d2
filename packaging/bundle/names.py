"""What the build is called and where it goes, by the project's own version; and the version as Windows shows it."""

from __future__ import annotations

import platform
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "packaging"
FOLDER = BUILD / "Kernelscope"
"""The program's folder, with the licences in it."""
APP = BUILD / "Kernelscope.app"
"""The program's app, made on a Mac beside the folder."""
DIST = ROOT / "dist"
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}


def project() -> dict[str, object]:
    """Return what pyproject.toml says about the project."""
    found: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def version() -> str:
    """Return the project's version."""
    return str(project()["version"])


def archive_name(system: str = sys.platform, machine: str = "") -> str:
    """Return the name of the packed program: its version, the system and the machine that it is for."""
    ending = "tar.gz" if system == "linux" else "zip"
    return f"Kernelscope-{version()}-{SYSTEMS[system]}-{(machine or platform.machine()).lower()}.{ending}"


def version_resource() -> str:
    """Return the version resource of the program on Windows, in the form that PyInstaller reads."""
    numbers = [int(part) for part in version().split(".")]
    four = tuple((numbers + [0] * 4)[:4])
    texts = {
        "FileDescription": "Kernelscope",
        "FileVersion": version(),
        "InternalName": "Kernelscope",
        "LegalCopyright": _copyright(),
        "OriginalFilename": "Kernelscope.exe",
        "ProductName": "Kernelscope",
        "ProductVersion": version(),
        "Comments": str(project()["description"]),
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        "VSVersionInfo(\n"
        f"    ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, OS=0x40004, fileType=1),\n"
        f"    kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),\n"
        "          VarFileInfo([VarStruct('Translation', [0x409, 1200])])],\n"
        ")\n"
    )


def _copyright() -> str:
    """Return the line of the licence that says whose the program is."""
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("Copyright"))
