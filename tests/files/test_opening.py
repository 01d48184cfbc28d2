"""What is opened or dropped is known by its content."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.core.errors import KernelDoesNotFit
from game.core.scenario import Pair, Scenario, startup
from game.files.errors import FileProblem
from game.files.opening import open_path
from game.files.scenario_file import OpenedScenario, write_scenario
from game.files.tour import Tour
from game.files.tour_file import FIRST_TOUR, LIMIT, read_tour
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

from .examples import plain


def picture(path: Path, rows: int, columns: int, kind: str = "PNG") -> Path:
    Image.fromarray(np.full((rows, columns), 51, dtype=np.uint8)).save(path, kind)
    return path


def opened_from(path: Path, present: Scenario | None = None, size: Pair | None = None) -> OpenedScenario:
    found = open_path(path, present or startup(), size)
    assert isinstance(found, OpenedScenario)
    return found


def key_of(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        open_path(path, startup())
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    return caught.value.key


@pytest.mark.parametrize("name", ["a.json", "a.png", "a", "a.txt"])
def test_a_scenario_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    write_scenario(tmp_path / name, startup().varied(stride=(1, 1)), 2.5)
    opened = opened_from(tmp_path / name)
    assert opened.scenario == startup().varied(stride=(1, 1))
    assert opened.position == 2.5
    assert not opened.is_picture


@pytest.mark.parametrize("name", ["Foto.png", "Foto.json", "Foto"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "TGA"])
def test_a_picture_becomes_the_image_and_all_else_stays(tmp_path: Path, name: str, kind: str) -> None:
    path = picture(tmp_path / name, 100, 80, kind)
    present = startup().with_image(np.full((5, 6), 2.0), "", 3.0).varied(padding=(2, 1))
    opened = opened_from(path, present)
    assert opened.scenario.varied(picture=None) == present.with_image(opened.scenario.image, "", 1.0).named("Foto")
    assert opened.scenario.picture is not None
    assert opened.scenario.picture.size == (100, 80)
    assert np.allclose(opened.scenario.image, np.full((64, 51), 0.2), atol=0.01)
    assert opened.position is None
    assert opened.is_picture


def test_a_small_picture_keeps_its_size_and_a_given_size_is_taken(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", 20, 30)
    assert opened_from(path).scenario.image_size == (20, 30)
    assert opened_from(path, size=(4, 5)).scenario.image_size == (4, 5)


def test_a_picture_under_the_kernels_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KernelDoesNotFit):
        open_path(picture(tmp_path / "a.png", 2, 5), startup().varied(padding=(0, 0)))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"GIF89a\x08\x00\x08\x00", "picture_damaged"),
        (b"RIFF\x00\x10\x00\x00WEBPVP8 ", "picture_damaged"),
        (b"RIFF\x00\x10\x00\x00WAVEfmt ", "file_unknown_kind"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "picture_kind"),
        (b"\0\0\1\0\1\0\x10\x10", "file_unknown_kind"),
        (b"BM, a text", "file_unknown_kind"),
        (b"P2 of a page", "picture_damaged"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "file_numbers"),
        (b"PK\x03\x04 a zip", "array_damaged"),
        (b"\x7fELF\x02\x01\x01", "file_unknown_kind"),
        (b"ID3\x03\x00", "file_unknown_kind"),
        (b"GIF89a\x00" + bytes(10_000_000), "picture_damaged"),
        (b"a letter", "file_unknown_kind"),
        (b"<svg></svg", "picture_damaged"),
        (b"<html><svg></svg></html>", "file_unknown_kind"),
        (b"", "file_empty"),
        (plain().encode("utf-16"), "file_not_text"),
        ("ä".encode("latin-1"), "file_unknown_kind"),
        (plain()[:40].encode(), "file_cut_off"),
        (b"\x89PNG\r\n\x1a\n", "picture_damaged"),
    ],
)
def test_everything_else_has_its_error(tmp_path: Path, data: bytes, key: str) -> None:
    (tmp_path / "dropped").write_bytes(data)
    assert key_of(tmp_path / "dropped") == key


def test_a_folder_and_a_missing_file_have_theirs(tmp_path: Path) -> None:
    assert key_of(tmp_path) == "file_is_a_folder"
    assert key_of(tmp_path / "none") == "file_missing"


@pytest.mark.parametrize("name", ["lesson.json", "lesson.png", "lesson"])
def test_a_tour_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FIRST_TOUR.read_bytes())
    found = open_path(tmp_path / name, startup())
    assert isinstance(found, Tour)
    assert [stop.title for stop in found.stops] == [stop.title for stop in read_tour().stops]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"kernelscope_tour": 2, "stops": []}', "tour_newer"),
        ('{"kernelscope_tour": 1}', "tour_stops"),
        ('{"kernelscope_tour": 1, "stops": [{"text": "Look.", "scenario": {}}]}', "tour_field_missing"),
        ('{"kernelscope_tour": 1, "stops": [{"titel": "A"}]}', "tour_unknown_field"),
        ('{"kernelscope_tour": 1, "stops": [', "file_cut_off"),
        ('{"kernelscope_tour": 1, "stops": "' + "x" * LIMIT + '"}', "file_too_large"),
        ('{"tour": 1}', "file_no_scenario"),
    ],
)
def test_a_damaged_tour_has_the_sentence_of_a_tour(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "dropped.json").write_text(text, encoding="utf-8")
    assert key_of(tmp_path / "dropped.json") == key


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\xff\x4f\xff\x51\0", "JPEG 2000"),
        (b"\xff\x0a\xfa", "JPEG XL"),
        (b"8BPS\0\x01\0\0", "PSD"),
    ],
)
def test_a_picture_of_a_kind_that_is_not_read_is_named_with_what_would_do(
    tmp_path: Path, head: bytes, kind: str
) -> None:
    (tmp_path / "a.jpg").write_bytes(head + bytes(100))
    with pytest.raises(FileProblem) as caught:
        open_path(tmp_path / "a.jpg", startup())
    words = sentence(caught.value.key, **caught.value.values())
    assert words.endswith(f"is a picture in {kind}, which is not read here; export it as a JPEG or PNG.")
