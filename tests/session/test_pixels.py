"""A pixel is −999 … 999 wherever it comes from; 0 and white are only where steps end."""

from pathlib import Path

import numpy as np
import pytest

from game.core.result import result_of
from game.core.scenario import Scenario
from game.files.scenario_file import is_of_version_1, read_scenario, to_json, write_scenario
from game.input.intent import Cell, GridName, Side
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry, PickUp, PlaceCursor
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import NudgeCell, Paint, PaintCursor, Redo, SetCell, Undo
from game.input.window_intents import SetBrush
from game.session.predict_scale import scale_of
from game.session.state import State

from .hands import after, fresh, sentences

PIXEL = Cell(GridName.IMAGE, 1, 2)


def typed(text: str) -> State:
    """Return a state in which a pixel was typed."""
    return after(fresh(), OpenEntry(PIXEL), EntryText(text), AcceptEntry())


@pytest.mark.parametrize("number", [-999, -5, -0.25, 1.5, 999])
def test_a_pixel_is_typed_painted_and_set_from_minus_999_to_999(number: float) -> None:
    ways = (
        typed(str(number)),
        after(fresh(), SetBrush(number), PlaceCursor(PIXEL), PaintCursor()),
        after(fresh(), Paint(((1, 2),), number)),
        after(fresh(), SetCell(PIXEL, number)),
    )
    for state in ways:
        assert (state.scenario.image[1, 2], sentences(state)) == (number, [])
        assert np.array_equal(state.result.maps, result_of(state.scenario).maps)
        assert after(state, Undo()).scenario == fresh().scenario
        assert after(state, Undo(), Redo()).scenario == state.scenario


@pytest.mark.parametrize("text", ["-999.5", "1000", "1e300"])
def test_what_is_no_pixel_is_one_clear_sentence(text: str) -> None:
    state = typed(text)
    assert state.scenario == fresh().scenario
    (sentence,) = sentences(state)
    assert "from −999 to 999" in sentence


def test_steps_end_at_0_and_white_and_clip_no_pixel_that_is_beyond() -> None:
    def stepped(value: float, *amounts: float) -> float:
        state = after(fresh(), SetCell(PIXEL, value), *(NudgeCell(PIXEL, amount) for amount in amounts))
        return float(state.scenario.image[1, 2])

    assert stepped(0.5, 0.3, 0.3) == 1
    assert stepped(0.5, -0.3, -0.3) == 0
    assert stepped(-5, 1) == -4
    assert stepped(-5, -1) == -5
    assert stepped(-0.5, 3) == 1
    assert stepped(7, -1) == 6
    assert stepped(7, 1) == 7


def test_the_brush_takes_any_pixel_up_and_paints_it() -> None:
    picked = after(typed("-5"), PickUp(PIXEL), Paint(((0, 0),), -5.0))
    assert (picked.brush, picked.stroke, picked.scenario.image[0, 0]) == (-5, -5, -5)
    assert after(typed("40"), PickUp(PIXEL)).brush == 40


def test_a_typed_pixel_below_0_or_beyond_white_is_saved_and_read_back(tmp_path: Path) -> None:
    for text in ("-5", "40"):
        scenario = typed(text).scenario
        assert not is_of_version_1(scenario)
        assert '"kernelscope": 2' in to_json(scenario)
        path = tmp_path / "pixel.json"
        write_scenario(path, scenario)
        read = read_scenario(path).scenario
        assert np.array_equal(read.image, scenario.image)
        assert read.white == scenario.white
    assert is_of_version_1(typed("0.5").scenario)


def test_the_pixels_of_two_sides_are_compared_whatever_they_are() -> None:
    state = after(fresh(), ToggleCompare(), SetCell(PIXEL, -5.0))
    assert state.work.of(Side.A).image[1, 2] == state.work.of(Side.B).image[1, 2] == -5


def test_the_range_of_a_question_reaches_below_0_once_a_pixel_does() -> None:
    def low(pixel: float) -> float:
        return scale_of(Scenario([[0.5, pixel]], [[1.0]])).low

    assert (low(0.25), low(-0.25)) == (0, -1)
