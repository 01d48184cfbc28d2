"""On a usual screen the rail shows all that is open at first, without being scrolled, above its formula."""

from __future__ import annotations

from typing import cast

import pytest

from game.files.shelves import scene_called
from game.input.window_intents import Tick
from game.session.reduce import reduce
from game.session.state import State
from game.ui.frame import SMALL
from game.ui.widgets.label import Label, Runs
from game.window.scrolling import Scrolled
from tests.layers import layer
from tests.picture import Size, scenario, state, window

SIZES: tuple[Size, ...] = ((1920, 1080), (1366, 768), (1280, 720))
SCENES = ("first_edge", "three_channels", "grouped", "four_edges", "dilation_2", "digit_reader", "output_padding")


def opened(name: str) -> State:
    found = scene_called(name).opened
    assert found is not None
    return reduce(state(found.scenario), Tick(0.0))


def said(shown: State, size: Size = (1920, 1080)) -> list[str]:
    """Return the lines of the formula."""
    widgets = window(shown, size).widgets
    lines = [each for each in widgets if isinstance(each, Runs) and each.name.startswith("formula ")]
    return ["".join(run.text for run in line.runs) for line in lines]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_kernel_slide_and_the_other_heads_are_seen_without_scrolling(name: str, size: Size) -> None:
    made = window(opened(name), size)
    assert cast("Scrolled", made.named("rail thumb")).most == 0
    assert not [each.name for each in made.widgets if each.rect.bottom > size[1]]


@pytest.mark.parametrize("size", SIZES)
def test_a_note_of_what_is_left_over_ends_inside_the_window(size: Size) -> None:
    shown = state(scenario(size=(6, 9), kernel_size=(3, 3), stride=(2, 4)))
    note = window(shown, size).named("note")
    assert note is not None
    assert note.visible == note.rect
    assert note.rect.bottom < size[1]


def test_where_rows_and_columns_differ_the_last_line_of_each_says_which_it_counts() -> None:
    shown = state(scenario(size=(4, 5), kernel_size=(2, 3)))
    assert said(shown)[:4] == [
        "(4 + 2 × 0 − 2) ÷ 1 = 2",
        "2 + 1 = 3 rows",
        "(5 + 2 × 0 − 3) ÷ 1 = 2",
        "2 + 1 = 3 columns",
    ]


def test_of_one_row_and_one_column_there_is_one_word() -> None:
    shown = state(scenario(size=(2, 3), kernel_size=(2, 3), padding=(0, 0)).varied(stride=(1, 2)))
    assert [line for line in said(shown) if line.endswith((" row", " column"))] == ["0 + 1 = 1 row", "0 + 1 = 1 column"]


def test_where_both_are_the_same_nothing_is_added() -> None:
    assert said(state(scenario(size=(5, 5))))[:2] == ["(5 + 2 × 0 − 3) ÷ 1 = 2", "2 + 1 = 3"]


@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("size", SIZES)
def test_what_the_factors_are_is_as_large_as_other_small_words(size: Size, groups: int) -> None:
    made = window(state(layer(4, 4, groups=groups)), size)
    names = cast("Label", made.named("formula weights names"))
    assert names.size >= 0.9 * SMALL * made.frame.layout.text
