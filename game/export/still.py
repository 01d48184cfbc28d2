"""A still picture as a PNG."""

from __future__ import annotations

import io
from collections.abc import Generator
from pathlib import Path

import pygame

from ..files.atomic import write_whole
from ..session.state import State
from .asked import Picture
from .studio import Studio


def png_bytes(surface: pygame.Surface) -> bytes:
    """Return a surface as the bytes of a PNG."""
    data = io.BytesIO()
    pygame.image.save(surface, data, "picture.png")
    return data.getvalue()


def png(state: State, picture: Picture, path: Path) -> Generator[float, None, None]:
    """Write the picture of a state as a PNG."""
    studio = Studio(state, picture)
    surface = studio.draw(state)
    yield 0.5
    write_whole(path, png_bytes(surface))
    yield 1.0
