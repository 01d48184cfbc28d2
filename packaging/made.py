"""What a build needs besides the sources, made from them: icons, Windows' version resource, licences, desktop entry."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
import sysconfig
from pathlib import Path

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LIBRARIES = ("numpy", "platformdirs", "pygame-ce")
"""Those whose licences go with the program."""
DESKTOP_ENTRY = """[Desktop Entry]
Type=Application
Name=Kernelscope
Comment=See how a 2-D convolution works
Exec=Kernelscope %f
Icon=kernelscope
Categories=Education;Science;
MimeType=application/json;image/png;image/jpeg;
StartupWMClass=kernelscope
"""


def icons(source: Path, folder: Path) -> None:
    """Draw the icon from its SVG in all sizes, and write it in the forms that Windows and macOS want."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame
    from PIL import Image

    for size in ICON_SIZES:
        pygame.image.save(pygame.image.load_sized_svg(str(source), (size, size)), str(folder / f"{size}.png"))
    largest = Image.open(folder / f"{max(ICON_SIZES)}.png")
    largest.save(folder / "kernelscope.ico", sizes=[(size, size) for size in ICON_SIZES if size <= 256])
    largest.save(folder / "kernelscope.icns")


def version_resource(version: str) -> str:
    """Return Windows' version resource of a program, in the form that PyInstaller reads."""
    numbers = tuple([*(int(part) for part in version.split(".")), 0, 0, 0][:4])
    texts = {
        "FileDescription": "Kernelscope",
        "FileVersion": version,
        "InternalName": "Kernelscope",
        "OriginalFilename": "Kernelscope.exe",
        "ProductName": "Kernelscope",
        "ProductVersion": version,
    }
    written = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,\n"
        f"  fileType=1, subtype=0, date=(0, 0)), kids=[\n"
        f"  StringFileInfo([StringTable('040904B0', [{written}])]),\n"
        f"  VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def licences(own: Path, folder: Path) -> None:
    """Gather the licences of all that is in the program: its own, and those of Python and the libraries."""
    shutil.copytree(own, folder)
    for name in LIBRARIES:
        for file in importlib.metadata.files(name) or ():
            if any(word in file.name.lower() for word in ("licen", "copying", "lgpl")):
                place = folder / name / "-".join(file.parts[1:])
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), place)
    for base in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        for file in base.glob("LICENSE*"):
            shutil.copy(file, folder / f"Python-{file.name}")


def desktop(folder: Path, made: Path, icon: Path) -> None:
    """Put the desktop entry and the icon where a Linux desktop looks for them."""
    applications = folder / "share" / "applications"
    applications.mkdir(parents=True)
    (applications / "kernelscope.desktop").write_text(DESKTOP_ENTRY, encoding="utf-8")
    for size in ICON_SIZES:
        place = folder / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(made / f"{size}.png", place / "kernelscope.png")
    scalable = folder / "share" / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(icon, scalable / "kernelscope.svg")
