"""Pictures become gray images, and damaged or monstrous ones are refused before they are decoded."""

import io
import itertools
import os
import struct
import time
import zlib
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from game.files import decoding
from game.files.errors import FileProblem
from game.files.picture import KEPT
from game.files.picture_header import DamagedPictureError, header_of
from game.files.pictures import LIMIT, read_picture
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence


def save(path: Path, pixels: object, **options: object) -> Path:
    Image.fromarray(np.asarray(pixels, dtype=np.uint8)).save(path, **options)  # type: ignore[arg-type]
    return path


def noise(rows: int, columns: int, channels: int = 3) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    shape = (rows, columns, channels) if channels > 1 else (rows, columns)
    return np.random.default_rng(rows * 1000 + columns).integers(0, 256, shape, dtype=np.uint8)


def refused(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        read_picture(path, (8, 8))
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    return caught.value.key


@pytest.fixture(scope="module")
def png_bytes() -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(noise(40, 50)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(scope="module")
def jpeg_bytes() -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(noise(40, 50)).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def test_gray_is_the_luma_of_the_three_colours(tmp_path: Path) -> None:
    colours = [[[255, 0, 0], [0, 255, 0], [0, 0, 255]], [[255, 255, 255], [0, 0, 0], [100, 150, 200]]]
    image = read_picture(save(tmp_path / "a.png", colours), (8, 8))
    expected = [[0.299, 0.587, 0.114], [1, 0, (29.9 + 88.05 + 22.8) / 255]]
    assert np.allclose(image, expected, atol=1e-11)
    assert (image[1, 0], image[1, 1]) == (1, 0)


def test_transparent_parts_are_over_white(tmp_path: Path) -> None:
    image = read_picture(save(tmp_path / "a.png", [[[0, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 51]]]), (8, 8))
    assert np.allclose(image, [[1, 0, 0.8]])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(tmp_path: Path, mode: str) -> None:
    ramp = Image.fromarray(np.tile(np.linspace(0, 255, 32).astype(np.uint8), (16, 1)))
    sixteen_bits = Image.fromarray(np.asarray(ramp).astype(np.uint16) * 257)
    picture = sixteen_bits if mode == "I;16" else ramp.convert(mode)
    picture.save(tmp_path / "a.png")
    image = read_picture(tmp_path / "a.png", (8, 8))
    assert image.shape == (16, 32)
    assert np.abs(image - np.asarray(picture.convert("L") if mode != "I;16" else ramp) / 255).max() < 0.01


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 2}, {"quality": 20}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_is_read(tmp_path: Path, mode: str, options: dict[str, object]) -> None:
    ramp = Image.fromarray(np.tile(np.linspace(0, 255, 48).astype(np.uint8), (16, 1))).convert(mode)
    ramp.save(tmp_path / "a.jpg", **options)  # type: ignore[arg-type]
    with Image.open(tmp_path / "a.jpg") as decoded:
        assert np.abs(read_picture(tmp_path / "a.jpg", (8, 8)) - np.asarray(decoded.convert("L")) / 255).max() < 0.03


@settings(max_examples=40)
@given(st.integers(1, 200), st.integers(1, 200), st.integers(1, 64), st.integers(1, 64))
def test_a_large_picture_is_averaged_over_equal_areas(
    tmp_path_factory: pytest.TempPathFactory, rows: int, columns: int, to_rows: int, to_columns: int
) -> None:
    pixels = noise(rows, columns, 1)
    path = save(tmp_path_factory.mktemp("pictures") / "a.png", pixels)
    image = read_picture(path, (to_rows, to_columns))
    if max(rows, columns) <= 64:
        assert np.allclose(image, pixels / 255, atol=1e-9)
        return
    new_rows, new_columns = min(rows, to_rows), min(columns, to_columns)
    # Every pixel drawn so large that both grids divide it: then the mean of an area is a plain mean.
    down = np.repeat(pixels / 255, new_rows, axis=0).reshape(new_rows, rows, columns).mean(axis=1)
    both = np.repeat(down, new_columns, axis=1).reshape(new_rows, new_columns, columns).mean(axis=2)
    assert image.shape == (new_rows, new_columns)
    assert np.allclose(image, both, atol=1e-9)


def test_a_small_picture_keeps_its_size_unless_it_is_asked_to_change(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", noise(64, 10, 1))
    assert read_picture(path, (8, 8)).shape == (64, 10)
    assert read_picture(path, (8, 8), always=True).shape == (8, 8)
    assert read_picture(path, (8, 30), always=True).shape == (8, 10)
    assert read_picture(save(tmp_path / "b.png", noise(65, 10, 1)), (8, 8)).shape == (8, 8)


def test_white_and_black_stay_exact_at_every_size(tmp_path: Path) -> None:
    for level, value in ((255, 1.0), (0, 0.0)):
        path = save(tmp_path / "a.png", np.full((99, 77, 3), level))
        assert (read_picture(path, (7, 13)) == value).all()


def test_a_picture_of_many_bands_is_the_same_as_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "a.png", noise(150, 130))
    whole = read_picture(path, (13, 7))
    monkeypatch.setattr("game.files.pictures._BAND", 400)
    assert np.allclose(read_picture(path, (13, 7)), whole, atol=1e-11)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("shape", [(20, 50), (90, 200)])
def test_a_photograph_stands_upright_however_the_camera_was_held(
    tmp_path: Path, orientation: int, shape: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    ramp = np.outer(np.linspace(0, 255, shape[0]), np.linspace(0.2, 1, shape[1]))
    path = save(tmp_path / "a.jpg", ramp, exif=exif, quality=95)
    with Image.open(path) as stored:
        upright = ImageOps.exif_transpose(stored)
        assert upright is not None
        size = (upright.height, upright.width) if max(shape) <= 64 else (6, 9)
        expected = np.asarray(upright.convert("F").resize((size[1], size[0]), Image.Resampling.BOX)) / 255
    image = read_picture(path, (6, 9))
    assert image.shape == size
    assert np.abs(image - expected).max() < 0.02


@pytest.mark.parametrize("inks", [(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0), (0, 200, 0, 9), (100, 50, 20, 30)])
def test_the_inks_of_a_printers_jpeg_become_gray(tmp_path: Path, inks: tuple[int, ...]) -> None:
    Image.new("CMYK", (16, 16), inks).save(tmp_path / "a.jpg", quality=95)
    cyan, magenta, yellow, black = (1 - ink / 255 for ink in inks)
    expected = (0.299 * cyan + 0.587 * magenta + 0.114 * yellow) * black
    assert np.abs(read_picture(tmp_path / "a.jpg", (8, 8)) - expected).max() < 0.01


def test_the_content_counts_and_not_the_name(tmp_path: Path, png_bytes: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(png_bytes)
    assert read_picture(tmp_path / "a.jpg", (8, 8)).shape == (40, 50)


def test_a_png_cut_off_anywhere_is_refused(tmp_path: Path, png_bytes: bytes) -> None:
    path = tmp_path / "a.png"
    for length in [*range(60), *range(60, len(png_bytes), 97), len(png_bytes) - 1]:
        path.write_bytes(png_bytes[:length])
        assert refused(path) == "picture_damaged"


def test_a_jpeg_cut_off_anywhere_is_refused(tmp_path: Path, jpeg_bytes: bytes) -> None:
    path = tmp_path / "a.jpg"
    for length in [*range(700), *range(700, len(jpeg_bytes), 41), len(jpeg_bytes) - 1]:
        path.write_bytes(jpeg_bytes[:length])
        assert refused(path) == "picture_damaged"
    path.write_bytes(jpeg_bytes + b"what some telephones append")
    assert read_picture(path, (8, 8)).shape == (40, 50)


def test_a_png_with_any_byte_changed_is_refused_and_the_decoder_says_nothing(
    tmp_path: Path, png_bytes: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.png"
    for at in range(0, len(png_bytes), 131):
        path.write_bytes(png_bytes[:at] + bytes([png_bytes[at] ^ 0x10]) + png_bytes[at + 1 :])
        assert refused(path) in ("picture_damaged", "picture_too_large")
    assert capfd.readouterr().err == ""


def test_a_jpeg_with_any_byte_changed_is_read_or_refused(tmp_path: Path, jpeg_bytes: bytes) -> None:
    path, outcomes = tmp_path / "a.jpg", set()
    for at in range(2, len(jpeg_bytes), 29):
        path.write_bytes(jpeg_bytes[:at] + bytes([jpeg_bytes[at] ^ 0x55]) + jpeg_bytes[at + 1 :])
        try:
            outcomes.add(read_picture(path, (8, 8)).ndim)
        except FileProblem as problem:
            outcomes.add(problem.key.count("picture"))
    assert outcomes <= {1, 2}


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_claiming(columns: int, rows: int, pixels: bytes = b"\0" * 10) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", range(8))
def test_a_png_has_the_colours_and_depths_of_its_standard_and_no_others(kind: int) -> None:
    of_the_standard = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]}
    taken = [depth for depth in range(20) if is_taken(depth, kind, 0, 0, 0)]
    assert taken == of_the_standard.get(kind, [])


def test_a_png_is_packed_and_filtered_in_the_one_way_there_is_and_may_be_interlaced() -> None:
    ways = [way for way in itertools.product(range(3), repeat=3) if is_taken(8, 2, *way)]
    assert ways == [(0, 0, 0), (0, 0, 1)]


def is_taken(*format_of: int) -> bool:
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, *format_of))
    try:
        return header_of(head).kind == "png"
    except DamagedPictureError:
        return False


@pytest.mark.parametrize("size", [(100_000, 100_000), (10_001, 10_000), (70_000, 1), (1, 2**32 - 1)])
def test_monstrous_dimensions_are_refused_and_nothing_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(pygame.image, "load", lambda *_: pytest.fail("it was decoded"))
    (tmp_path / "a.png").write_bytes(png_claiming(*size))
    assert refused(tmp_path / "a.png") == "picture_too_large"
    (tmp_path / "a.png").write_bytes(png_claiming(*size)[:33])  # cut off after the header: its size is what matters
    assert refused(tmp_path / "a.png") == "picture_too_large"


def test_a_monstrous_jpeg_is_refused(tmp_path: Path, jpeg_bytes: bytes) -> None:
    frame = jpeg_bytes.index(b"\xff\xc0")
    claiming = jpeg_bytes[: frame + 5] + struct.pack(">HH", 65_000, 65_000) + jpeg_bytes[frame + 9 :]
    (tmp_path / "a.jpg").write_bytes(claiming)
    assert refused(tmp_path / "a.jpg") == "picture_too_large"


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (90, 90)])
def test_a_picture_without_pixels_or_with_fewer_than_it_claims_is_damaged(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "a.png").write_bytes(png_claiming(*size))
    assert refused(tmp_path / "a.png") == "picture_damaged"
    with pytest.raises(FileProblem) as caught:
        decoding.read(tmp_path / "a.png", KEPT)
    assert caught.value.key == "picture_damaged"


def test_too_large_a_file_is_refused_by_its_size(tmp_path: Path, png_bytes: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_bytes)
    os.truncate(path, LIMIT + 1)
    assert refused(path) == "file_too_large"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "b.png").write_text("a text")
    assert refused(tmp_path / "a.png") == "picture_damaged"
    assert refused(tmp_path / "b.png") == "picture_damaged"
    assert refused(tmp_path / "c.png") == "file_missing"
    assert refused(tmp_path) == "file_is_a_folder"


@settings(max_examples=300)
@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]), st.binary(max_size=200))
def test_a_header_of_any_bytes_is_read_or_refused_at_once(start: bytes, rest: bytes) -> None:
    started = time.monotonic()
    try:
        whole = header_of(start + rest).whole
    except DamagedPictureError:
        whole = False
    assert not whole
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("side", "scans", "whole"),
    [
        *((8, scans, scans in (1, 100)) for scans in (0, 1, 100, 101, 3000)),
        *((10_000, scans, scans <= 15) for scans in (1, 10, 15, 16, 100)),
        *((65_000, scans, scans == 1) for scans in (1, 2)),
    ],
)
def test_a_jpeg_of_more_scans_than_its_size_allows_is_refused_before_it_is_decoded(
    side: int, scans: int, whole: bool
) -> None:
    frame = struct.pack(">2sHBHHB3B", b"\xff\xc2", 11, 8, side, side, 1, 1, 0x11, 0)
    data = b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00\x11" * scans + b"\xff\xd9"
    assert header_of(data).whole is whole
