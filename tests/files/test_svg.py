"""SVG is drawn at the wanted size, its own size looked at first."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from game.core.scenario import startup
from game.files import decoding
from game.files.errors import FileProblem
from game.files.opening import open_path
from game.files.picture import KEPT, unpacked
from game.files.picture_image import told
from game.files.picture_kinds import HEAD, SVG, kind_of
from game.files.picture_reading import PictureReading
from game.files.scenario_file import OpenedScenario
from game.files.svg import claimed_size
from game.words.sentences import sentence

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
HALVES = (
    '<rect width="20" height="20" fill="#f00"/><rect x="20" width="20" height="20" fill="#00f" fill-opacity="0.5"/>'
)


def svg(path: Path, root: str, inner: str = HALVES, before: str = "") -> Path:
    path.write_text(f"{before}<svg {SPACE} {root}>{inner}</svg>", encoding="utf-8")
    return path


@pytest.mark.parametrize("root", ['width="40" height="20"', 'viewBox="0 0 40 20"', 'width="40px" height="20px"'])
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>\n<!-- a comment -->\n', "\ufeff \n", "<!DOCTYPE svg>"])
def test_it_is_drawn_in_colour_in_proportion_over_white(tmp_path: Path, root: str, before: str) -> None:
    found = unpacked(decoding.read(svg(tmp_path / "a", root, before=before), KEPT))
    assert found.pixels.shape == (512, 1024, 3)
    assert found.pixels[100, 100].tolist() == [255, 0, 0]
    assert np.abs(found.pixels[100, 900].astype(int) - [127, 127, 255]).max() <= 1
    assert found.drawn


def test_its_longer_side_is_64_in_the_window_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", 'width="4" height="8"', '<circle cx="2" cy="4" r="2"/><text y="4">A</text>')
    opened = open_path(path, startup())
    assert isinstance(opened, OpenedScenario)
    assert opened.scenario.pixel_tensor.shape == (1, 64, 32)
    assert opened.scenario.image[32, 16] == 0
    assert opened.scenario.image[0, 0] == 1
    found = PictureReading(path).wait()
    assert (
        told(found, path) == "Opened a.svg: drawn at 64 × 32 in gray; text in it is not drawn; Resolution shows more."
    )


@pytest.mark.parametrize(
    "root",
    [
        'width="40000" height="40000"',
        "width='1e9px' height=\"1\"",
        'height="9000" width="9000"',
        'width="9e99" height="2"',
    ],
)
def test_a_monstrous_one_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str) -> None:
    import pygame

    monkeypatch.setattr(pygame.image, "load_sized_svg", lambda *_: pytest.fail("it was drawn"))
    path = svg(tmp_path / "a.svg", root, "")
    assert path.stat().st_size < 150
    began = time.perf_counter()
    with pytest.raises(FileProblem) as caught:
        decoding.read(path, KEPT)
    assert time.perf_counter() - began < 0.1
    assert caught.value.key == "picture_too_large"
    assert "at most 64 million pixels" in sentence(caught.value.key, **caught.value.values())


@pytest.mark.parametrize("root", ['width="4000000cm" height="4000000cm"', 'width="1000%" height="1000%"', ""])
def test_one_whose_size_is_not_told_in_pixels_takes_no_more_than_any(tmp_path: Path, root: str) -> None:
    began = time.perf_counter()
    assert max(unpacked(decoding.read(svg(tmp_path / "a.svg", root), KEPT)).size) <= KEPT
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "data",
    [
        f"<svg {SPACE} width='4' height='4'>",
        f"<svg {SPACE} width='4' height='4'><rect",
        f"<svg {SPACE} width='0' height='0'></svg>",
        "<svg></svg>",
        "<svg " + "<svg " * 1000,
    ],
)
def test_a_damaged_one_is_refused(tmp_path: Path, data: str) -> None:
    (tmp_path / "a.svg").write_text(data)
    with pytest.raises(FileProblem) as caught:
        decoding.read(tmp_path / "a.svg", KEPT)
    assert caught.value.key == "picture_damaged"


@pytest.mark.parametrize(
    ("root", "size"),
    [
        (b'<svg width="3" height="2.4">', (2, 3)),
        (b"<svg\n height = '7px'\twidth='5'>", (7, 5)),
        (b'<svg stroke-width="3" height="2">', None),
        (b'<svg width="3cm" height="2">', None),
        (b'<svg width="." height="2">', None),
        (b'<svg width="1e999" height="2">', None),
        (b"", None),
    ],
)
def test_the_size_is_read_where_it_is_told_in_pixels(root: bytes, size: tuple[int, int] | None) -> None:
    assert claimed_size(root) == size


def test_other_texts_with_svg_in_them_are_none() -> None:
    for text in (
        b"<html><svg >",
        b"a <svg >",
        b'{"a": "<svg >"}',
        b"<!DOCTYPE html><svg >",
        b"<svgs>",
        b"<?xml?>" + b" " * HEAD,
    ):
        assert kind_of(text[:HEAD]) != SVG
