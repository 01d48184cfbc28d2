"""What is opened or dropped is known by its content."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.core.errors import KernelDoesNotFit
from game.core.scenario import startup
from game.files.errors import FileProblem
from game.files.opening import is_picture_file, open_path
from game.files.scenario_file import write_scenario
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

from .examples import plain


def picture(path: Path, rows: int, columns: int, kind: str = "PNG") -> Path:
    Image.fromarray(np.full((rows, columns), 51, dtype=np.uint8)).save(path, kind)
    return path


def key_of(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        open_path(path, startup())
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    return caught.value.key


@pytest.mark.parametrize("name", ["a.json", "a.png", "a", "a.txt"])
def test_a_scenario_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    write_scenario(tmp_path / name, startup().with_stride((1, 1)), 2.5)
    opened = open_path(tmp_path / name, startup())
    assert opened.scenario == startup().with_stride((1, 1))
    assert opened.position == 2.5
    assert not is_picture_file(tmp_path / name)


@pytest.mark.parametrize("name", ["Foto.png", "Foto.json", "Foto"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_the_image_and_all_else_stays(tmp_path: Path, name: str, kind: str) -> None:
    path = picture(tmp_path / name, 100, 80, kind)
    present = startup().with_image(np.full((5, 6), 2.0), "", 3.0).with_padding((2, 1))
    opened = open_path(path, present)
    assert opened.scenario == present.with_image(opened.scenario.image, "", 1.0).named("Foto")
    assert np.allclose(opened.scenario.image, np.full((5, 6), 0.2), atol=0.01)
    assert opened.position is None
    assert is_picture_file(path)


def test_a_small_picture_keeps_its_size_and_a_given_size_is_taken(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", 20, 30)
    assert open_path(path, startup()).scenario.image_size == (20, 30)
    assert open_path(path, startup(), (4, 5)).scenario.image_size == (4, 5)


def test_a_picture_under_the_kernels_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KernelDoesNotFit):
        open_path(picture(tmp_path / "a.png", 2, 5), startup().with_padding((0, 0)))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"GIF89a\x08\x00\x08\x00", "file_unknown_kind"),
        (b"RIFF\x00\x10\x00\x00WEBPVP8 ", "file_unknown_kind"),
        (b"PK\x03\x04 a zip", "file_unknown_kind"),
        (b"\x7fELF\x02\x01\x01", "file_unknown_kind"),
        (b"ID3\x03\x00", "file_unknown_kind"),
        (b"GIF89a\x00" + bytes(10_000_000), "file_unknown_kind"),
        (b"a letter", "file_not_json"),
        (b"<svg></svg>", "file_not_json"),
        (b"", "file_empty"),
        (plain().encode("utf-16"), "file_not_text"),
        ("ä".encode("latin-1"), "file_not_text"),
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
