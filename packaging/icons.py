"""Make the program's icons for Windows and macOS anew, from its drawing: ``python packaging/icons.py``.

They are kept beside this file, for they change only when the drawing does; a test holds them against it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
from PIL import Image

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parent / "assets" / "icons" / "kernelscope.svg"
SIZES = {"kernelscope.ico": (16, 24, 32, 48, 64, 128, 256), "kernelscope.icns": (32, 64, 128, 256, 512, 1024)}


def drawn(size: int) -> Image.Image:
    """Return the icon in one size, drawn for it: a small one that is scaled down would be blurred."""
    surface = pygame.image.load_sized_svg(DRAWING, (size, size))
    return Image.frombytes("RGBA", (size, size), pygame.image.tobytes(surface, "RGBA"))


def main(folder: Path = HERE) -> int:
    """Write both files into a folder."""
    for name, sizes in SIZES.items():
        *smaller, largest = (drawn(size) for size in sizes)
        largest.save(folder / name, sizes=[(size, size) for size in sizes], append_images=smaller)
    return 0


if __name__ == "__main__":
    sys.exit(main())
