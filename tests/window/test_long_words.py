"""A language with longer words, as German is: what is about layers keeps its place, and nothing lies over another."""

from __future__ import annotations

import re
from math import ceil
from typing import Any

import pytest

from game.core.padding import Padding
from game.files.settings import Settings
from game.input.mode_intents import ToggleCompare
from game.play.choices import SECTIONS
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.layout import RAIL_FOLDED, Layout
from game.words import texts
from tests.layers import layer, three_channels
from tests.picture import frame, state, window
from tests.ui.measure import Place, crowded, places_of

from .test_text_places import hot, outside, parent, visible_lines

LONGER = 0.4
"""By which part of its letters a word is longer."""
SMALL = (800, 600)
SIZES = ((1024, 768), SMALL, (1366, 768))
SHOWN = {
    "three channels": three_channels(),
    "sixteen": layer(16, 16),
    "depthwise": layer(3, 3, groups=3, activation="leaky relu"),
    "reflected": three_channels("sigmoid").varied(padding=Padding(1, 0, 1, 1, "reflect")),
}
WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{3,}")


def longer(words: str) -> str:
    """Return a text in which each word of three letters or more has some of its letters twice."""

    def grown(match: re.Match[str]) -> str:
        word = match[0]
        return word if word.startswith("{") else word + word[-ceil(LONGER * len(word)) :].lower()

    return WORD.sub(grown, words)


@pytest.fixture(autouse=True)
def long_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all texts be longer while a test runs."""
    monkeypatch.setattr(texts, "TEXTS", {name: longer(words) for name, words in texts.TEXTS.items()})


def shown_at(name: str, part: float, **interface: Any) -> State:
    """Return a state of a layer in a step of its second map, or of its first."""
    shown = SHOWN[name]
    settings = {"sections": SECTIONS}
    return fronted(state(shown, min(shown.map_steps, shown.steps - 1) + part, settings=settings, **interface))


def test_a_word_is_longer_and_a_value_is_not() -> None:
    assert longer("Bias of filter {filter}") == "Biasas of filterter {filter}"
    assert len(texts.text("rail.layer")) > len("Layer")
    assert isinstance(Settings().scale, int)


def wrong_in(made: State, size: tuple[int, int]) -> list[str]:
    """Return what is cut, or lies over another, in a window."""
    drawn, division = window(made, size), frame(made, size).layout
    places, whole = places_of(drawn), division.whole
    found = [words for place in places for words in outside(places, room_of(division, place), place)]
    over = [place for place in places if place.part == "over"]
    below = [place for place in places if place.part != "over"]
    for part in (over, below):  # what is open lies over the window
        found += [f"{one}  /  {other}" for one, other in crowded(visible_lines(part))]
    controls = [
        hand for widget in drawn.widgets[drawn.modal_from :] if widget.focusable for hand in hot(widget) if _seen(hand)
    ]
    found += [f"{one}  /  {other}" for one, other in crowded(controls)]
    return found + [name for name, rect in controls if not whole.holds(rect)]


def room_of(division: Layout, place: Place) -> Rect:
    """Return where a widget has to stay; a folded rail is a drawer, and Present has no parts."""
    if place.part == "rail" and division.fold >= RAIL_FOLDED:
        return division.drawer
    if division.presenting or place.part == "dot ground":  # the lens of a row stands among the lanes
        return division.whole
    return parent(division, place)


def _seen(hand: tuple[str, Rect]) -> bool:
    return bool(hand[1].w and hand[1].h)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
def test_the_stage_with_its_lanes_and_its_column_has_room(size: tuple[int, int], name: str) -> None:
    for part in (0.2, 0.62, 0.99):
        assert not wrong_in(shown_at(name, part), size)
        assert not wrong_in(shown_at(name, part, presenting=True), size)
        assert not wrong_in(reduce(shown_at(name, part), ToggleCompare()), size)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scroll", [0.0, 400.0, 9000.0])
def test_the_rail_with_all_its_sections_has_room(size: tuple[int, int], name: str, scroll: float) -> None:
    assert not wrong_in(shown_at(name, 0.62, rail_open=True, scroll=(("rail", scroll),)), size)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", ["padding sides", "kernel map", "activation", "copy as", "kernel", "menu", "view"])
def test_what_opens_over_the_window_has_room(size: tuple[int, int], name: str, panel: str) -> None:
    assert not wrong_in(shown_at(name, 0.62, rail_open=True, popup=panel), size)
