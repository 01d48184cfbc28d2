"""Pictures of every kind become pixels as Pillow has them, upright and small; damaged ones are refused."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageGrab, ImageOps

from game.files import decoding
from game.files.decoding import LIMIT
from game.files.errors import FileProblem
from game.files.picture import KEPT, MOST_PIXELS, Picture, unpacked
from game.files.webp import claimed_size
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

Pixels = NDArray[np.uint8]

COLOUR = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "TGA")
LOSSY = ("JPEG", "WEBP")


def noise(rows: int, columns: int, channels: int = 3) -> Pixels:
    shape = (rows, columns, channels) if channels > 1 else (rows, columns)
    return np.random.default_rng(rows * 1000 + columns).integers(0, 256, shape, dtype=np.uint8)


def save(path: Path, pixels: object, kind: str = "PNG", **options: Any) -> Path:
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(np.asarray(pixels, dtype=np.uint8))
    image.save(path, kind, **options)
    return path


def bytes_of(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def read(path: Path, longest: int) -> Picture:
    return unpacked(decoding.read(path, longest))


def refused(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        read(path, KEPT)
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    return caught.value.key


def means_of(pixels: NDArray[Any], size: tuple[int, int]) -> NDArray[np.float64]:
    """Return means over areas the long way: every pixel is drawn so large that both grids divide it."""
    rows, columns = pixels.shape[:2]
    down = np.repeat(pixels.astype(float), size[0], axis=0).reshape(size[0], rows, columns, -1).mean(axis=1)
    found: NDArray[np.float64] = np.repeat(down, size[1], axis=1).reshape(size[0], size[1], columns, -1).mean(axis=2)
    return found


@pytest.mark.parametrize("options", [{}, {"bitmap_format": "bmp"}])
def test_of_an_icon_the_largest_picture_is_read(tmp_path: Path, options: dict[str, str]) -> None:
    pixels = noise(48, 48)
    image = Image.fromarray(pixels).convert("RGBA")
    found = read(save(tmp_path / "a", image, "ICO", sizes=[(16, 16), (48, 48)], **options), KEPT)
    assert (found.pixels == pixels).all()
    assert found.size == (48, 48)


def test_an_icon_that_holds_something_monstrous_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("it was opened"))
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000)
    bitmap = struct.pack("<Iii", 40, 60_000, 120_000)
    for inner in (png, bitmap):
        head = struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, len(inner), 22)
        (tmp_path / "a").write_bytes(head + inner + bytes(90))
        assert refused(tmp_path / "a") == "picture_too_large"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_targa_is_known_in_all_its_modes(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(noise(9, 7)).convert(mode)
    image.save(tmp_path / "a", "TGA")
    assert read(tmp_path / "a", KEPT).size == (9, 7)


@pytest.mark.parametrize("kind", COLOUR)
@pytest.mark.parametrize("name", ["a.png", "a.txt", "a"])
def test_a_colour_picture_of_every_kind_has_the_pixels_that_pillow_gives(tmp_path: Path, kind: str, name: str) -> None:
    path = save(tmp_path / name, noise(40, 50), kind)
    with Image.open(path) as image:
        expected = np.asarray(image.convert("RGB"))
    found = read(path, KEPT)
    assert (found.pixels == expected).all()
    assert (found.size, found.in_colour, found.white) == ((40, 50), True, 255)


@pytest.mark.parametrize("kind", COLOUR)
def test_a_gray_picture_has_one_channel_also_where_three_are_stored(tmp_path: Path, kind: str) -> None:
    gray = noise(30, 20, 1)
    for pixels in (gray, np.stack([gray] * 3, axis=2)):
        found = read(save(tmp_path / "a", pixels, kind, **({"lossless": True} if kind == "WEBP" else {})), KEPT)
        assert found.pixels.shape == (30, 20, 1)
        assert np.abs(found.pixels[:, :, 0].astype(int) - gray).max() <= (30 if kind == "JPEG" else 0)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "TIFF"])
def test_what_is_transparent_is_over_white(tmp_path: Path, kind: str) -> None:
    pixels = np.zeros((2, 2, 4), dtype=np.uint8)
    pixels[0, 0] = (255, 0, 0, 255)
    pixels[1, 1] = (0, 0, 255, 255)
    found = read(save(tmp_path / "a", pixels, kind, **({"lossless": True} if kind == "WEBP" else {})), KEPT)
    assert found.pixels.tolist() == [[[255, 0, 0], [255] * 3], [[255] * 3, [0, 0, 255]]]


def test_what_is_half_transparent_is_half_white(tmp_path: Path) -> None:
    found = read(save(tmp_path / "a.png", [[[0, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 51]]]), KEPT)
    assert found.pixels[:, :, 0].tolist() == [[255, 0, 204]]
    gray = Image.fromarray(np.array([[0, 100, 200]], dtype=np.uint8))
    gray.save(tmp_path / "b.png", transparency=100)
    assert read(tmp_path / "b.png", KEPT).pixels[:, :, 0].tolist() == [[0, 255, 200]]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_of_png_is_read(tmp_path: Path, mode: str) -> None:
    ramp = Image.fromarray(np.tile(np.linspace(0, 255, 32).astype(np.uint8), (16, 1)))
    path = save(tmp_path / "a.png", ramp.convert(mode))
    with Image.open(path) as image:
        expected = np.asarray(image.convert("L"))
    found = read(path, KEPT)
    assert found.pixels.shape == (16, 32, 1)
    assert (found.pixels[:, :, 0] == expected).all()


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "PPM"])
def test_gray_of_16_bits_keeps_them(tmp_path: Path, kind: str) -> None:
    deep = np.array([[0, 1, 256], [30_000, 65_534, 65_535]], dtype=np.uint16)
    Image.fromarray(deep).save(tmp_path / "a", kind)
    found = read(tmp_path / "a", KEPT)
    assert (found.pixels[:, :, 0] == deep).all()
    assert (str(found.pixels.dtype), found.white) == ("uint16", 65_535)


def test_fractions_are_gray_from_0_to_1_and_what_white_is_must_be_known(tmp_path: Path) -> None:
    for name, values in (("well", [[0.0, 0.5, 1.0]]), ("beyond", [[0.0, 300.0]]), ("below", [[-0.5, 1.0]])):
        Image.fromarray(np.array(values, dtype=np.float32)).save(tmp_path / name, "TIFF")
    assert read(tmp_path / "well", KEPT).pixels.ravel().tolist() == [0, 32_768, 65_535]
    assert refused(tmp_path / "beyond") == refused(tmp_path / "below") == "picture_damaged"


@pytest.mark.parametrize("inks", [(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0), (0, 200, 0, 9), (100, 50, 20, 30)])
@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_the_inks_of_a_printers_picture_become_colours(tmp_path: Path, kind: str, inks: tuple[int, ...]) -> None:
    path = save(tmp_path / "a", Image.new("CMYK", (16, 16), inks), kind)
    cyan, magenta, yellow, black = (1 - ink / 255 for ink in inks)
    expected = np.array([cyan * black, magenta * black, yellow * black]) * 255
    found = read(path, KEPT).pixels[5, 5]
    assert np.abs(found - (expected if len(found) == 3 else expected[:1])).max() < 4


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_stands_upright_however_the_camera_was_held(tmp_path: Path, kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    ramp = np.outer(np.linspace(0, 255, 20), np.linspace(0.2, 1, 50))
    path = save(tmp_path / "a", ramp, kind, exif=exif)
    with Image.open(path) as stored:
        upright = ImageOps.exif_transpose(stored)
        assert upright is not None
        expected = np.asarray(upright.convert("L"))
    found = read(path, KEPT)
    assert found.pixels.shape[:2] == found.size == expected.shape == ((20, 50) if orientation < 5 else (50, 20))
    assert np.abs(found.pixels[:, :, 0].astype(int) - expected).max() <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("packing", [None, "tiff_lzw", "tiff_adobe_deflate"])
@pytest.mark.parametrize("mode", ["L", "RGB", "I;16"])
def test_a_tiff_stands_upright_however_it_is_packed(
    tmp_path: Path, mode: str, packing: str | None, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = np.array([[0, 50, 100], [150, 200, 250]], dtype=np.uint16 if mode == "I;16" else np.uint8)
    image = Image.fromarray(pixels)
    save(tmp_path / "a", image.convert(mode) if mode != "I;16" else image, "TIFF", exif=exif, compression=packing)
    with Image.open(save(tmp_path / "b", Image.fromarray(pixels.astype(np.uint8)), exif=exif)) as stored:
        expected = np.asarray(ImageOps.exif_transpose(stored))
    assert (read(tmp_path / "a", KEPT).pixels[:, :, 0] == expected).all()


@pytest.mark.parametrize("said", [0, 9, 60_000])
def test_a_note_that_says_nonsense_turns_nothing(tmp_path: Path, said: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = said
    assert read(save(tmp_path / "a.jpg", noise(9, 5), "JPEG", exif=exif), KEPT).size == (9, 5)


def test_of_what_moves_there_is_the_first_picture(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "blue", "lime")]
    for kind in ("PNG", "GIF", "WEBP", "TIFF"):
        options = {"lossless": True} if kind == "WEBP" else {}
        frames[0].save(tmp_path / kind, kind, save_all=True, append_images=frames[1:], **options)
        assert (read(tmp_path / kind, KEPT).pixels == (255, 0, 0)).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 40), st.booleans())
def test_a_large_picture_is_averaged_over_equal_areas_in_its_proportions(
    rows: int, columns: int, longest: int, colour: bool
) -> None:
    pixels = noise(rows, columns, 3 if colour else 1)
    found = unpacked(decoding.small(Image.fromarray(pixels), longest))
    scale = min(1.0, longest / max(rows, columns))
    expected = max(1, int(rows * scale + 0.5)), max(1, int(columns * scale + 0.5))
    assert found.pixels.shape[:2] == expected
    assert found.size == (rows, columns)
    assert np.abs(found.pixels - means_of(pixels, expected)).max() <= 0.5001


def test_a_picture_of_many_bands_is_the_same_as_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "a.png", noise(150, 130))
    whole = read(path, 41)
    monkeypatch.setattr("game.files.area_means._BAND", 400)
    assert (read(path, 41).pixels == whole.pixels).all()


def test_white_and_black_stay_exact_at_every_size(tmp_path: Path) -> None:
    for level in (255, 0):
        assert (read(save(tmp_path / "a.png", np.full((99, 77, 3), level)), 13).pixels == level).all()


def test_at_most_1024_pixels_of_a_side_are_kept(tmp_path: Path) -> None:
    found = read(save(tmp_path / "a.png", noise(20, 3000)), KEPT)
    assert (found.pixels.shape, found.size) == ((7, 1024, 3), (20, 3000))
    found = read(save(tmp_path / "a.png", noise(5000, 1)), KEPT)
    assert (found.pixels.shape[:2], found.size) == ((1024, 1), (5000, 1))


def whole_of(kind: str) -> bytes:
    return bytes_of(Image.fromarray(noise(40, 50)), kind, **({"lossless": True} if kind == "WEBP" else {}))


@pytest.mark.parametrize("kind", COLOUR)
def test_a_picture_cut_off_anywhere_is_refused_unless_all_its_pixels_are_there(tmp_path: Path, kind: str) -> None:
    whole, path = whole_of(kind), tmp_path / "a"
    path.write_bytes(whole)
    pixels = read(path, KEPT).pixels
    for length in [*range(1, 60), *range(60, len(whole), max(1, len(whole) // 50)), len(whole) - 1]:
        path.write_bytes(whole[:length])
        try:
            found = read(path, KEPT)
        except FileProblem as problem:
            assert problem.key == "picture_damaged"  # noqa: PT017 - or it is whole
        else:
            assert length > len(whole) - 40
            assert (found.pixels == pixels).all()


@pytest.mark.parametrize("kind", COLOUR)
def test_a_picture_with_any_byte_changed_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    whole, path = whole_of(kind), tmp_path / "a"
    for at in range(0, len(whole), max(1, len(whole) // 80)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            assert isinstance(read(path, KEPT), Picture)
        except FileProblem as problem:
            assert problem.key in ("picture_damaged", "picture_too_large")  # noqa: PT017 - it need not be refused


def test_a_png_with_any_byte_changed_is_refused(tmp_path: Path) -> None:
    whole, path = whole_of("PNG"), tmp_path / "a"
    for at in range(0, len(whole), 131):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        assert refused(path) in ("picture_damaged", "picture_too_large")


def test_a_png_whose_pixels_have_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    whole, path = whole_of("PNG"), tmp_path / "a"
    path.write_bytes(whole)
    assert read(path, KEPT).size == (40, 50)
    for name in (b"IHDR", b"IDAT"):
        at = whole.index(name)
        end = at + 4 + int.from_bytes(whole[at - 4 : at], "big")
        path.write_bytes(whole[:end] + bytes([whole[end] ^ 1]) + whole[end + 1 :])
        assert refused(path) == "picture_damaged"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_claiming(columns: int, rows: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(10))) + chunk(b"IEND", b"")


def bmp_claiming(columns: int, rows: int) -> bytes:
    whole = whole_of("BMP")
    return whole[:18] + struct.pack("<ii", columns, rows) + whole[26:]


def gif_claiming(columns: int, rows: int) -> bytes:
    return whole_of("GIF")[:6] + struct.pack("<HH", columns, rows) + whole_of("GIF")[10:]


def pgm_claiming(columns: int, rows: int) -> bytes:
    return f"P5 {columns} {rows} 255\n".encode() + bytes(100)


def jpeg_claiming(columns: int, rows: int) -> bytes:
    whole = whole_of("JPEG")
    frame = whole.index(b"\xff\xc0")
    return whole[: frame + 5] + struct.pack(">HH", rows, columns) + whole[frame + 9 :]


def webp_claiming(columns: int, rows: int) -> bytes:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "blue")]
    whole = bytes_of(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    return whole[:24] + (columns - 1).to_bytes(3, "little") + (rows - 1).to_bytes(3, "little") + whole[30:]


@pytest.mark.parametrize("options", [{"quality": 50}, {"lossless": True}, {"save_all": True, "exif": b"Exif"}])
@pytest.mark.parametrize("size", [(1, 1), (300, 7), (16_000, 2), (3, 16_000)])
def test_the_size_of_a_webp_is_known_before_it_is_opened(size: tuple[int, int], options: dict[str, Any]) -> None:
    data = bytes_of(Image.new("RGB", size), "WEBP", **options)
    assert claimed_size(data) == size[::-1]
    assert claimed_size(data[:22]) is None
    assert claimed_size(data[:12] + b"VP9 " + data[16:]) is None


@pytest.mark.parametrize(
    "claiming", [webp_claiming, png_claiming, bmp_claiming, gif_claiming, pgm_claiming, jpeg_claiming]
)
@pytest.mark.parametrize("size", [(40_000, 40_000), (65_000, 1_000)])
def test_monstrous_dimensions_are_refused_and_nothing_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claiming: Any, size: tuple[int, int]
) -> None:
    (tmp_path / "a").write_bytes(claiming(*size))
    monkeypatch.setattr(Image.Image, "load", lambda *_: pytest.fail("it was decoded"))
    with pytest.raises(FileProblem) as caught:
        read(tmp_path / "a", KEPT)
    said = sentence(caught.value.key, **caught.value.values())
    assert f"{size[1]} × {size[0]} pixels; at most 64 million pixels" in said


def test_64_megapixels_are_read_and_one_row_more_is_not(tmp_path: Path) -> None:
    assert MOST_PIXELS == 8000 * 8000
    Image.new("1", (8000, 8000), 1).save(tmp_path / "a.png")
    Image.new("1", (8000, 8001), 1).save(tmp_path / "b.png")
    assert (read(tmp_path / "a.png", 24).pixels == 255).all()
    assert refused(tmp_path / "b.png") == "picture_too_large"


def test_of_files_that_were_copied_the_first_is_read_if_it_is_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(save(tmp_path / "a.png", noise(4, 5))), str(tmp_path / "none")]
    monkeypatch.setattr(ImageGrab, "grabclipboard", lambda: paths)
    assert unpacked(decoding.pasted(KEPT)).size == (4, 5)
    (tmp_path / "a.txt").write_text("1 2")
    for held in ([str(tmp_path / "a.txt")], []):
        monkeypatch.setattr(ImageGrab, "grabclipboard", lambda held=held: held)
        with pytest.raises(FileProblem) as caught:
            decoding.pasted(KEPT)
        assert caught.value.key == "clipboard_empty"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "b.png").write_text("a text")
    (tmp_path / "c.eps").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n")
    assert {refused(tmp_path / name) for name in ("a.png", "b.png", "c.eps")} == {"picture_damaged"}
    assert refused(tmp_path / "d.png") == "file_missing"
    assert refused(tmp_path) == "file_is_a_folder"
    (tmp_path / "e.png").write_bytes(whole_of("PNG"))
    os.truncate(tmp_path / "e.png", LIMIT + 1)
    assert refused(tmp_path / "e.png") == "file_too_large"
