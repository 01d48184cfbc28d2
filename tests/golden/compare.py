"""Comparing a picture with the one that is kept, and showing what differs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray
from PIL import Image

from tests.picture import pixels

from .png import smallest

PICTURES = Path(__file__).parent / "pictures"
FAILURES = Path(__file__).parent / "failures"
TOLERANCE = 2
"""Levels of 0 … 255 by which a channel may differ: other versions of the libraries round otherwise."""


def kept(name: str) -> NDArray[np.uint8] | None:
    """Return the kept picture, shape (height, width, 3), or None when there is none."""
    path = PICTURES / f"{name}.png"
    if not path.exists():
        return None
    with Image.open(path) as found:
        return np.asarray(found.convert("RGB"))


def record(name: str, surface: pygame.Surface) -> None:
    """Keep a picture, unless the kept one is near enough: so that recording changes only what looks otherwise."""
    if difference(kept(name), pixels(surface)) <= TOLERANCE:
        return
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"{name}.png").write_bytes(smallest(pixels(surface)))


def difference(expected: NDArray[np.uint8] | None, got: NDArray[np.uint8]) -> int:
    """Return the largest difference of a channel, 0 … 255; 256 when the sizes differ or nothing is kept."""
    if expected is None or expected.shape != got.shape:
        return 256
    return int(np.abs(expected.astype(np.int16) - got).max())


def show(name: str, expected: NDArray[np.uint8] | None, got: NDArray[np.uint8]) -> Path:
    """Write expected, got and their difference (eight times as strong) side by side; return where."""
    FAILURES.mkdir(exist_ok=True)
    if expected is None or expected.shape != got.shape:
        expected = np.zeros_like(got)
    apart = np.minimum(np.abs(expected.astype(np.int16) - got) * 8, 255).astype(np.uint8)
    path = FAILURES / f"{name}.png"
    Image.fromarray(np.concatenate([expected, got, apart], axis=1)).save(path)
    return path
