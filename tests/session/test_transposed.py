"""A layer that is a transposed convolution: what is set is what was set, and zeros between pixels are none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario
from game.input.intent import Cell, Control, GridName, Side
from game.input.interface_intents import AcceptEntry, EntryText, MoveCursor, OpenEntry, PlaceCursor
from game.input.layer_intents import SetOutputPadding, SetPadding, SetPaddingSide, SetPaddingValue
from game.input.mode_intents import FocusSide, ToggleCompare
from game.input.scenario_intents import NudgeCell, Paint, SetCell, SetQuantity, Undo
from game.session.naming import walk_words
from game.session.state import State

from .hands import after, fresh

if TYPE_CHECKING:
    from game.input.intent import Intent

PICTURE = Scenario(
    [[1, 2, 1], [3, 2, 1], [1, 2, 1]],
    [[1, 0, 2], [0, 3, 1], [2, 1, 0]],
    white=3,
    stride=(2, 2),
    padding=Padding(1, 1, 1, 1),
    transposed=True,
    output_padding=(1, 1),
)
BETWEEN = Cell(GridName.IMAGE, 1, 2)


def said(state: State) -> list[str]:
    return [toast.sentence for toast in state.interface.toasts]


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        (SetCell(BETWEEN, 3.0), "between two pixels"),
        (NudgeCell(BETWEEN, 0.1), "between two pixels"),
        (OpenEntry(BETWEEN), "between two pixels"),
        (SetPadding(Padding(1, 1, 1, 1, "reflect")), "nothing stands in it"),
        (SetPaddingValue(2.0), "nothing stands in it"),
        (OpenEntry(Control("padding value")), "nothing stands in it"),
    ],
)
def test_what_it_does_not_have_is_refused_in_one_sentence(intent: Intent, words: str) -> None:
    state = fresh(PICTURE)
    refused = after(state, intent)
    assert refused.scenario is state.scenario
    assert refused.interface.entry is None
    (sentence,) = said(refused)
    assert words in sentence


def test_pixels_are_typed_and_the_cursor_goes_from_one_to_the_next() -> None:
    state = after(fresh(PICTURE), PlaceCursor(Cell(GridName.IMAGE, 0, 0)), MoveCursor(1, 0), MoveCursor(0, 1))
    assert state.interface.cursor == Cell(GridName.IMAGE, 2, 2)
    state = after(state, OpenEntry(None), EntryText("7"), AcceptEntry())
    assert state.scenario.pixels[0][1, 1] == 7
    assert after(state, MoveCursor(-1, 0), MoveCursor(-1, 0)).interface.cursor == Cell(GridName.IMAGE, 0, 2)


CUT = Scenario(np.arange(16.0).reshape(4, 4), [[1, 2], [3, 1]], 15, (2, 2), Padding(3, 1, 3, 2), transposed=True)


def test_the_cursor_stays_on_pixels_that_are_not_cut_off() -> None:
    assert CUT.layer.padding.sides == ((-2, 0), (-2, -1))
    state = after(fresh(CUT), PlaceCursor(Cell(GridName.IMAGE, 0, 0)))
    assert state.interface.cursor == Cell(GridName.IMAGE, 2, 2)
    for way, there in (((-1, 0), (2, 2)), ((0, -1), (2, 2)), ((1, 0), (4, 2)), ((0, 1), (2, 4)), ((0, 2), (2, 2))):
        assert after(state, MoveCursor(*way)).interface.cursor == Cell(GridName.IMAGE, *there)
    far = after(state, *[MoveCursor(1, 0)] * 5, *[MoveCursor(0, 1)] * 5)
    assert far.interface.cursor == Cell(GridName.IMAGE, 6, 4), "the last column is cut off"


def test_the_cursor_goes_to_no_zero_before_a_pixel_that_is_cut_off() -> None:
    state = after(fresh(CUT.varied(padding=Padding(2, 2, 2, 2))), PlaceCursor(Cell(GridName.IMAGE, 2, 2)))
    assert state.scenario.layer.padding.sides == ((-1, -1), (-1, -1))
    assert after(state, MoveCursor(-1, 0)).interface.cursor == Cell(GridName.IMAGE, 2, 2)
    zero = after(state, PlaceCursor(Cell(GridName.IMAGE, 1, 1)), MoveCursor(-1, 0))
    assert zero.interface.cursor == Cell(GridName.IMAGE, 1, 1)


def test_more_padding_takes_the_cursor_along_or_away() -> None:
    state = after(fresh(CUT.varied(padding=Padding())), PlaceCursor(Cell(GridName.IMAGE, 0, 0)))
    state = after(state, SetPadding(Padding(3, 1, 3, 2)))
    assert state.interface.cursor == Cell(GridName.IMAGE, 2, 2)
    one = Scenario([[1.0]], [[1.0]], stride=(3, 3), output_padding=(2, 2), transposed=True)
    state = after(fresh(one), PlaceCursor(Cell(GridName.IMAGE, 0, 0)))
    assert state.interface.cursor == Cell(GridName.IMAGE, 0, 0)
    assert after(state, SetPadding(Padding(2, 0, 0, 0))).interface.cursor is None, "nothing of the image is in sight"


def test_output_padding_is_set_undone_and_refused() -> None:
    state = fresh(PICTURE)
    less = after(state, SetOutputPadding(0))
    assert less.scenario.layer.output_padding == (0, 0)
    assert after(less, Undo()).scenario == PICTURE
    assert after(state, SetOutputPadding(0, axis=1)).scenario.layer.output_padding == (1, 0)
    wrong = after(state, SetOutputPadding(2))
    assert wrong.scenario is state.scenario
    assert "utput padding" in said(wrong)[0]


def test_output_padding_is_typed() -> None:
    state = after(fresh(PICTURE), OpenEntry(Control("output padding")))
    assert state.interface.entry is not None
    assert state.interface.entry.text == "1"
    assert after(state, EntryText("0"), AcceptEntry()).scenario.layer.output_padding == (0, 0)
    wrong = after(state, EntryText("2"), AcceptEntry())
    assert wrong.scenario.layer.output_padding == (1, 1)
    assert wrong.interface.entry is not None


def test_sides_and_sliders_are_those_that_were_set() -> None:
    state = after(fresh(PICTURE), SetPaddingSide("left", 2), SetQuantity("stride", 0, 3))
    layer = state.scenario.layer
    assert (layer.chosen_padding, layer.chosen_stride) == (Padding(1, 1, 2, 1), (3, 3))
    assert np.array_equal(state.scenario.pixels[0], PICTURE.pixels[0])
    typed = after(state, OpenEntry(Control("stride")))
    assert typed.interface.entry is not None
    assert typed.interface.entry.text == "3"
    small = fresh(PICTURE.changed(image=np.ones((1, 1)), kernel=np.ones((1, 1)), padding=(0, 0), output_padding=(0, 0)))
    wrong = after(small, SetPaddingSide("top", 1))
    assert wrong.scenario is small.scenario
    assert "at least 1" in said(wrong)[0]


def test_a_stroke_in_compare_is_right_on_both_sides_whose_images_are_spread_apart() -> None:
    state = after(fresh(PICTURE), ToggleCompare(), FocusSide(Side.B), SetQuantity("stride", None, 3))
    state = after(state, Paint(((2, 2),), 0.0), Paint(((0, 4),), 3.0))
    first, second, compared = state.work.scenario, state.work.other, state.compare.result
    assert second is not None
    assert compared is not None
    assert second.layer.chosen_stride == (3, 3)
    assert second.pixels[0].tolist() == first.pixels[0].tolist() == [[1, 2, 3], [3, 0, 1], [1, 2, 1]]
    assert np.array_equal(state.result.sums, result_of(first).sums)
    assert np.array_equal(compared.sums, result_of(second).sums)


def test_how_it_slides_is_said_with_what_it_is() -> None:
    assert walk_words(PICTURE) == ("transposed", "stride 2", "padding 1", "output padding 1")
    assert walk_words(PICTURE.varied(output_padding=(0, 0))) == ("transposed", "stride 2", "padding 1")
