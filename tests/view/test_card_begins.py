"""Where the card begins its walk: beside its first patch, for above that stands the image's title."""

from __future__ import annotations

import pytest

from game.core.scenario import Scenario
from game.files.shelves import scene_called
from game.input.mode_intents import ToggleCompare
from game.session.front import fronted
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.view.card import Card, card_rect
from game.view.window import Window
from tests.picture import state, window

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
SCENES = ("first_edge", "nine_products", "three_channels", "noise")


def scene(name: str) -> Scenario:
    """Return the scenario of a scene of the gallery."""
    opened = scene_called(name).opened
    assert opened is not None
    return opened.scenario


def card_in(made: Window) -> Rect:
    """Return where the card is in a window."""
    card = next(each for each in made.widgets if isinstance(each, Card))
    return card_rect(card.place, card.moment, card.result, card.unit)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_before_its_first_step_it_leaves_the_title_of_the_image_free(name: str, size: tuple[int, int]) -> None:
    for position in (0.0, 0.02, 0.06, 0.12):
        made = window(fronted(state(scene(name), position)), size)
        title = next(each.rect for each in made.widgets if each.name.endswith("title image"))
        assert card_in(made).y >= title.bottom


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_it_begins_inside_the_window_and_comes_to_its_patch(name: str, size: tuple[int, int]) -> None:
    for intents in ((), (ToggleCompare(),)):
        begun = fronted(state(scene(name)))
        for intent in intents:
            begun = reduce(begun, intent)
        first = window(begun, size)
        there = window(begun.changed(playback=begun.playback.changed(position=0.2)), size)
        assert first.frame.layout.whole.holds(card_in(first))
        assert card_in(first).x < card_in(there).x, "it is seen to move"
