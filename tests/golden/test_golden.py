"""Every golden picture is what is drawn now. Record them anew with `pytest tests/golden --record-golden`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.play.moment import moment
from tests.picture import new_canvas, pixels, state

from . import compare
from .scenes import PHASES, SIZE, STEP, scenes
from .sheets import sheets


@pytest.mark.parametrize("name", [*scenes(), *sheets()])
def test_the_picture_is_the_golden_one(name: str, request: pytest.FixtureRequest) -> None:
    drawn = sheets().get(name) or scenes()[name]
    surface = drawn.draw()
    if request.config.getoption("--record-golden"):
        compare.record(name, surface)
    expected, got = compare.kept(name), pixels(surface)
    apart = compare.difference(expected, got)
    if apart > compare.TOLERANCE:
        path = compare.show(name, expected, got)
        pytest.fail(f"{apart} levels apart; expected | got | difference: {path}")


def test_no_golden_picture_is_left_of_a_scene_that_is_gone() -> None:
    assert {path.stem for path in compare.PICTURES.glob("*.png")} == {*scenes(), *sheets()}


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in compare.PICTURES.glob("*.png")) < 16_000_000


@pytest.mark.parametrize("phase", PHASES)
def test_each_scene_of_a_phase_is_in_that_phase(phase: str) -> None:
    result = state().result
    assert moment(result, STEP + PHASES[phase], False, False).phase.value == phase


def test_a_difference_is_found_and_shown_beside_both_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "FAILURES", tmp_path)
    first = pixels(new_canvas(SIZE).surface)
    second = first.copy()
    second[10, 20] = (2, 0, 0)
    assert compare.difference(first, second) == 2 <= compare.TOLERANCE
    second[10, 20] = (0, 3, 0)
    assert compare.difference(first, second) == 3 > compare.TOLERANCE
    path = compare.show("example", first, second)
    with Image.open(path) as found:
        assert found.size == (3 * SIZE[0], SIZE[1])
        assert np.asarray(found)[10, 2 * SIZE[0] + 20].tolist() == [0, 24, 0]


def test_a_picture_of_another_size_is_another_picture() -> None:
    first = pixels(new_canvas(SIZE).surface)
    assert compare.difference(first, first[:-1]) > compare.TOLERANCE
    assert compare.difference(None, first) > compare.TOLERANCE


def test_recording_keeps_what_is_near_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "PICTURES", tmp_path)
    surface = new_canvas(SIZE).surface
    compare.record("example", surface)
    before = (tmp_path / "example.png").read_bytes()
    surface.fill((1, 1, 1))
    compare.record("example", surface)
    assert (tmp_path / "example.png").read_bytes() == before
    surface.fill((9, 9, 9))
    compare.record("example", surface)
    assert compare.difference(compare.kept("example"), pixels(surface)) == 0
