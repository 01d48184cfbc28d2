"""A camera's photo is kept as means of whole pixels: exact, in exact proportions, and without numpy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageOps

from game.core.kept_picture import KeptPicture
from game.files import decoder, decoding
from game.files.picture import KEPT, Picture, unpacked
from game.files.picture_reading import PictureReading
from game.files.whole_means import whole_factor

ROOT = Path(__file__).parents[2]
SIZE = (1500, 2000)


def scene(rows: int, columns: int, channels: int = 3) -> NDArray[np.uint8]:
    """Return what a lens sees: soft colours with some grain, and edges across them, from black to white."""
    numbers = np.random.default_rng(rows + columns)
    coarse = Image.fromarray(numbers.integers(0, 256, (rows // 40, columns // 40, 3), np.uint8))
    soft = np.asarray(coarse.resize((columns, rows), Image.Resampling.BICUBIC)).astype(int)
    down, across = np.mgrid[:rows, :columns]
    edges = np.where((0.8 * across + 0.6 * down) % 97 < 40, 255, 0)[:, :, np.newaxis]
    seen = np.where(down[:, :, np.newaxis] < rows // 2, soft + numbers.integers(-6, 7, (rows, columns, 1)), edges)
    return np.clip(seen, 0, 255).astype(np.uint8)[:, :, :channels].squeeze()


def photo(path: Path, pixels: NDArray[np.uint8], kind: str = "JPEG", **options: Any) -> Path:
    Image.fromarray(pixels).save(path, kind, **({"quality": 92} if kind == "JPEG" else {}), **options)
    return path


def read(path: Path, longest: int = KEPT) -> Picture:
    return unpacked(decoding.read(path, longest))


def sides(length: int, parts: int) -> NDArray[np.float64]:
    """Return how much each of so many parts covers of each pixel of a side, by where the two overlap."""
    edges, pixels = np.linspace(0, length, parts + 1)[:, np.newaxis], np.arange(length)
    ends = np.clip(edges, pixels, pixels + 1) - pixels
    return (ends[1:] - ends[:-1]) * parts / length


def exact(pixels: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.float64]:
    """Return the means of all areas of a picture, (rows, columns, channels), as two products of matrices."""
    whole = pixels.reshape(*pixels.shape[:2], -1).astype(float)
    down, across = sides(whole.shape[0], size[0]), sides(whole.shape[1], size[1])
    planes = [down @ whole[:, :, channel] @ across.T for channel in range(whole.shape[2])]
    return np.stack(planes, axis=2)


def decoded(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.asarray(ImageOps.exif_transpose(image))


@pytest.mark.parametrize("subsampling", [0, 2])
@pytest.mark.parametrize("channels", [1, 3])
def test_each_pixel_that_is_kept_of_a_photo_is_the_mean_of_its_area(
    tmp_path: Path, channels: int, subsampling: int
) -> None:
    path = photo(tmp_path / "a.jpg", scene(*SIZE, channels), subsampling=subsampling)
    found = read(path)
    assert (found.pixels.shape, found.size) == ((750, 1000, channels), SIZE)
    assert np.abs(found.pixels - exact(decoded(path), (750, 1000))).max() <= 0.501


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_of_whole_pixels_stands_upright_however_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = photo(tmp_path / "a.jpg", scene(*SIZE), exif=exif)
    whole, found = decoded(path), read(path)
    size = (750, 1000) if orientation < 5 else (1000, 750)
    assert (found.pixels.shape[:2], found.size) == (size, whole.shape[:2])
    assert np.abs(found.pixels - exact(whole, size)).max() <= 0.501


def test_a_photo_that_no_whole_number_divides_is_averaged_by_area_all_the_same(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", scene(1501, 2003))
    found = read(path)
    assert (found.pixels.shape, found.size) == ((767, 1024, 3), (1501, 2003))
    assert np.abs(found.pixels - exact(decoded(path), (767, 1024))).max() <= 0.501


@pytest.mark.parametrize("resolution", [8, 64, 256])
def test_an_image_of_a_photo_is_nearly_what_its_own_pixels_give(tmp_path: Path, resolution: int) -> None:
    path = photo(tmp_path / "a.jpg", scene(*SIZE)[:750])
    kept, whole = KeptPicture(read(path).pixels), decoded(path)
    size = kept.size_at(resolution)
    found = np.stack(kept.image_in(size), axis=2) * 255
    assert np.abs(found - exact(whole, size)).max() <= 1.5


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        ((3000, 4000), 4),
        ((3024, 4032), 4),
        ((4032, 3024), 4),
        ((4000, 6000), 8),
        ((3648, 5472), 6),
        ((3468, 4624), 0),
        ((2000, 2047), 0),
        ((768, 1024), 1),
        ((1024, 1200), 0),
        ((1000, 4), 1),
    ],
)
def test_the_fewest_pixels_are_taken_together_that_divide_both_sides(size: tuple[int, int], factor: int) -> None:
    assert whole_factor(size, KEPT) == factor


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, KEPT))
def test_what_whole_pixels_leave_fits_and_is_twice_what_is_ever_shown(rows: int, columns: int, longest: int) -> None:
    factor = whole_factor((rows, columns), longest)
    if factor:
        assert rows % factor == columns % factor == 0
        assert max(rows, columns) // factor <= longest
        assert factor == 1 or max(rows, columns) // factor >= 512


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "CMYK"])
def test_a_large_picture_stored_in_another_way_is_averaged_by_area(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(scene(*SIZE)).convert(mode)
    image.save(tmp_path / "a", "TIFF")
    found = read(tmp_path / "a")
    colours = np.asarray(image.convert("L" if mode == "LA" else "RGB"))
    assert found.pixels.shape[:2] == (768, 1024)
    assert np.abs(found.pixels - exact(colours, (768, 1024))).max() <= 0.501


def test_a_photo_is_read_without_numpy_and_is_the_same_wherever_it_is_read(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", scene(*SIZE))
    code = (
        "import sys\nfrom game.files import decoder\n"
        f"decoder.main(['{KEPT}', {str(path)!r}])\n"
        "sys.exit(sorted({name.split('.')[0] for name in sys.modules} & {'numpy', 'pygame'}) != [])"
    )
    environment = {**decoder.environment(), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert found.stdout == decoding.read(path, KEPT)
    assert (PictureReading(path).wait().pixels == unpacked(found.stdout).pixels).all()
