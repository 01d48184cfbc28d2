"""Number entries: opened, typed into, accepted and refused."""

from __future__ import annotations

import pytest

from game.core.scenario import startup
from game.input.intent import Cell, Control, GridName
from game.input.interface_intents import (
    AcceptEntry,
    CancelEntry,
    EntryKey,
    EntryKeyName,
    EntryText,
    Escape,
    OpenEntry,
    PlaceCursor,
    ToggleLink,
)
from game.input.scenario_intents import BeginGesture, ChooseKernel, EndGesture, SetCell
from game.input.walk_intents import NextStop
from game.input.window_intents import Tick
from game.session.interface import Entry
from game.session.state import State

from .hands import after, entries, fresh, sentences

PIXEL = Cell(GridName.IMAGE, 1, 2)


def entry_of(state: State) -> Entry:
    assert state.interface.entry is not None
    return state.interface.entry


def test_an_entry_shows_the_full_value_and_the_first_character_replaces_it() -> None:
    state = after(fresh(), SetCell(PIXEL, 1 / 3), OpenEntry(PIXEL))
    assert (entry_of(state).text, entry_of(state).fresh) == (repr(1 / 3), True)
    assert entry_of(after(state, EntryText("7"), EntryText("5"))).text == "75"


def test_an_entry_opened_by_a_digit_begins_with_it() -> None:
    state = after(fresh(), PlaceCursor(PIXEL), OpenEntry(None, "-"), EntryText("3"))
    assert (entry_of(state).text, entry_of(state).target) == ("-3", PIXEL)


@pytest.mark.parametrize(
    "target",
    [Cell(GridName.IMAGE, -1, 0), Cell(GridName.OUTPUT, 0, 0), Cell(GridName.PRODUCTS, 0, 0), Control("play"), None],
)
def test_what_has_no_number_of_its_own_opens_none(target: Cell | Control | None) -> None:
    assert after(fresh(), OpenEntry(target)).interface.entry is None


def typed(keys: str) -> tuple[str, int]:
    """Return text and caret after keys: < left, > right, h home, e end, b backspace, d delete, else characters."""
    names: dict[str, EntryKeyName] = {
        "<": "left",
        ">": "right",
        "h": "home",
        "e": "end",
        "b": "backspace",
        "d": "delete",
    }
    state = after(fresh(), OpenEntry(PIXEL, "12"))
    for key in keys:
        state = after(state, EntryKey(names[key]) if key in names else EntryText(key))
    return entry_of(state).text, entry_of(state).caret


@pytest.mark.parametrize(
    ("keys", "text", "caret"),
    [
        ("3", "123", 3),
        ("<3", "132", 2),
        ("h3", "312", 1),
        ("h<<>3", "132", 2),
        ("he>>3", "123", 3),
        ("b", "1", 1),
        ("bbb", "", 0),
        ("d", "12", 2),
        ("hd", "2", 0),
        ("<d", "1", 1),
        ("hb", "12", 0),
    ],
)
def test_the_caret_goes_where_the_keys_say(keys: str, text: str, caret: int) -> None:
    assert typed(keys) == (text, caret)


@pytest.mark.parametrize(
    ("key", "text", "caret"),
    [("left", "1", 0), ("home", "1", 0), ("right", "1", 1), ("end", "1", 1), ("backspace", "", 0), ("delete", "", 0)],
)
def test_a_fresh_entry_is_as_if_all_was_selected(key: EntryKeyName, text: str, caret: int) -> None:
    state = after(fresh(), SetCell(PIXEL, 1), OpenEntry(PIXEL), EntryKey(key))
    assert entry_of(state) == Entry(PIXEL, text, caret, fresh=False)


def test_pasted_text_is_one_line_without_control_characters_and_not_endless() -> None:
    state = after(fresh(), OpenEntry(PIXEL), EntryText("0,\t2\r\n0,3"))
    assert entry_of(state).text == "0,2"
    long = after(fresh(), OpenEntry(PIXEL), EntryText("9" * 1000), EntryText("9"))
    assert len(entry_of(long).text) == 64


def test_a_typed_number_becomes_the_cells_and_is_one_entry() -> None:
    state = after(fresh(), OpenEntry(PIXEL), EntryText("1/9"), AcceptEntry())
    assert (state.scenario.image[1, 2], state.interface.entry, entries(state)) == (1 / 9, None, 2)


def test_an_untouched_entry_only_closes() -> None:
    state = after(fresh(), OpenEntry(PIXEL), AcceptEntry())
    assert (state.interface.entry, entries(state), sentences(state)) == (None, 1, [])


def test_an_untouched_entry_of_an_unequal_pair_makes_it_not_equal() -> None:
    state = after(fresh(startup().varied(stride=(1, 2))), OpenEntry(Control("stride")), AcceptEntry())
    assert state.scenario.stride == (1, 2)


@pytest.mark.parametrize("text", ["", "x", "1..2", "-", "1/0", "1000", "-999.5", "nan", "1e999"])
def test_a_number_that_cannot_be_taken_leaves_the_entry_open_and_says_why(text: str) -> None:
    state = after(fresh(), OpenEntry(PIXEL), EntryText("0"), EntryKey("backspace"), EntryText(text), AcceptEntry())
    assert entry_of(state).text == text
    assert (state.scenario, len(sentences(state))) == (startup(), 1)


def test_a_cancelled_entry_changes_nothing() -> None:
    for leave in (CancelEntry(), Escape()):
        state = after(fresh(), OpenEntry(PIXEL), EntryText("0.5"), leave)
        assert (state.interface.entry, state.scenario) == (None, startup())


def given(name: str, text: str, state: State | None = None) -> State:
    return after(state or fresh(), OpenEntry(Control(name)), EntryText(text), AcceptEntry())


def test_the_controls_numbers_are_typed_too() -> None:
    assert given("image size", "10").scenario.image_size == (10, 10)
    assert given("stride rows", "3").scenario.stride == (3, 3)
    apart = after(fresh(), ToggleLink("padding"))
    assert given("padding columns", "4", apart).scenario.padding == (1, 4)
    assert given("kernel size rows", "2").scenario.kernel_size == (2, 2)
    assert given("brush", "0,25").brush == 0.25
    assert given("seed", "7").scenario.seed == 7
    assert given("scale", "150").settings.scale == 150


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stride", "0"),
        ("stride", "9"),
        ("stride", "1.5"),
        ("padding", "-1"),
        ("image size", "65"),
        ("image size", "1e300"),
        ("kernel size", "11"),
        ("brush", "1000"),
        ("seed", "-1"),
        ("seed", "0.5"),
        ("scale", "74"),
        ("scale", "301"),
    ],
)
def test_a_controls_number_out_of_range_is_refused_and_stays_to_be_corrected(name: str, text: str) -> None:
    state = given(name, text)
    assert (state.scenario, state.settings, len(sentences(state))) == (startup(), fresh().settings, 1)
    assert entry_of(state).text == text


def test_each_controls_entry_shows_what_it_has() -> None:
    shown = {"image size": "8", "kernel size columns": "3", "stride": "2", "brush": "1", "seed": "1", "scale": "100"}
    for name, text in shown.items():
        assert entry_of(after(fresh(), OpenEntry(Control(name)))).text == text


def test_going_elsewhere_accepts_what_was_typed() -> None:
    typing = after(fresh(), OpenEntry(PIXEL), EntryText("0.5"))
    elsewhere = after(typing, BeginGesture(), EndGesture())
    assert (elsewhere.scenario.image[1, 2], elsewhere.interface.entry) == (0.5, None)
    other = after(typing, OpenEntry(Control("seed")))
    assert (other.scenario.image[1, 2], entry_of(other).target) == (0.5, Control("seed"))
    bad = after(fresh(), OpenEntry(PIXEL), EntryText("x"), ChooseKernel("ones"))
    assert (bad.interface.entry, len(sentences(bad)), bad.scenario.kernel_name) == (None, 1, "ones")


def test_a_remote_may_step_while_a_number_is_typed() -> None:
    typing = after(fresh(), OpenEntry(PIXEL), EntryText("0.5"), NextStop(), Tick(1.0))
    assert entry_of(typing).text == "0.5"
    assert typing.playback.position > 0
