"""The icons for Windows and macOS are those of the drawing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import icons


@pytest.mark.parametrize("size", icons.SIZES["kernelscope.ico"])
def test_the_icon_for_windows_is_the_drawing_in_each_size(size: int) -> None:
    with Image.open(icons.HERE / "kernelscope.ico") as kept:
        assert alike(kept.ico.getimage((size, size)), icons.drawn(size))  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [128, 256, 512])
def test_the_icon_for_macos_is_the_drawing_in_each_size(size: int) -> None:
    with Image.open(icons.HERE / "kernelscope.icns") as kept:
        assert alike(kept.icns.getimage((size, size, 1)), icons.drawn(size))  # type: ignore[attr-defined]


def test_the_icons_that_are_made_are_those_that_are_kept(tmp_path: Path) -> None:
    assert icons.main(tmp_path) == 0
    for name, sizes in icons.SIZES.items():
        with Image.open(tmp_path / name) as made, Image.open(icons.HERE / name) as kept:
            assert made.info["sizes"] == kept.info["sizes"]
            assert {size[0] * (size[2] if len(size) > 2 else 1) for size in kept.info["sizes"]} == set(sizes)


def alike(first: Image.Image, second: Image.Image) -> bool:
    """Tell whether two pictures are the same, but for what two machines draw differently at an edge."""
    found, wanted = (np.asarray(picture.convert("RGBA"), np.int16) for picture in (first, second))
    return found.shape == wanted.shape and float(np.abs(found - wanted).mean()) < 1.0
