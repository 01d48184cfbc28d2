"""What a desktop of Linux looks for in the program's folder: its entry in the menu, its icon, and how to start it."""

from __future__ import annotations

import shutil
from pathlib import Path

from .names import ROOT, project

SIZES = (48, 128, 256)
START = """#!/bin/sh
# Starts the program that lies beside this file, from wherever that is.
exec "$(dirname "$(readlink -f "$0")")/Kernelscope" "$@"
"""


def entry() -> str:
    """Return the entry in the menu."""
    lines = {
        "Type": "Application",
        "Name": "Kernelscope",
        "Comment": str(project()["description"]),
        "Exec": "kernelscope %f",
        "Icon": "kernelscope",
        "Terminal": "false",
        "Categories": "Education;Science;",
        "Keywords": "convolution;kernel;neural network;",
        "StartupWMClass": "kernelscope",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def add(folder: Path) -> None:
    """Put all that into the program's folder, where an AppDir has it."""
    shares = folder / "usr" / "share"
    _written(shares / "applications" / "kernelscope.desktop", entry())
    _written(folder / "AppRun", START).chmod(0o755)
    _icons(shares / "icons" / "hicolor")
    command = folder / "usr" / "bin" / "kernelscope"
    command.parent.mkdir(parents=True)
    command.symlink_to("../../AppRun")
    for name, target in {
        "kernelscope.desktop": "usr/share/applications/kernelscope.desktop",
        "kernelscope.svg": "usr/share/icons/hicolor/scalable/apps/kernelscope.svg",
        ".DirIcon": "usr/share/icons/hicolor/256x256/apps/kernelscope.png",
    }.items():
        (folder / name).symlink_to(target)


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _icons(themes: Path) -> None:
    """Copy the icon, and draw it in the sizes that menus show."""
    import pygame  # the build's own environment has it, and it draws the icon as the program's window does

    source = ROOT / "assets" / "icons" / "kernelscope.svg"
    scalable = themes / "scalable" / "apps" / "kernelscope.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(source, scalable)
    for size in SIZES:
        path = themes / f"{size}x{size}" / "apps" / "kernelscope.png"
        path.parent.mkdir(parents=True)
        pygame.image.save(pygame.image.load_sized_svg(source, (size, size)), path)
