"""The kernels of a network that learns, in its strip: in their colours, in their cards, and others with each update."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import layers_of
from game.core.layers import Convolution
from game.files.settings import Settings
from game.ui.themes import shade, theme_of
from game.view.strip.card import StripCard
from tests.networks import four_layers
from tests.shell.hands import Person
from tests.training import reader

SETTINGS = Settings(sections=("kernel", "slide"))


def learner(size: tuple[int, int] = (1366, 768), scale: int = 100) -> Person:
    found = Person(reader(), size, settings=SETTINGS.changed(scale=scale))
    found.keys("K")
    return found


def cards(found: Person) -> list[StripCard]:
    return [widget for widget in found.window.widgets if isinstance(widget, StripCard)]


def test_each_convolution_shows_four_of_its_kernels_and_how_many_more_there_are() -> None:
    found = learner()
    kernels = [card.kernels for card in cards(found)]
    assert [None if each is None else len(each.kernels) for each in kernels] == [None, 4, None, 4]
    assert [each.more for each in kernels if each is not None] == ["", "+36"]
    first, _, last = layers_of(found.state.scenario)
    assert isinstance(first, Convolution)
    assert isinstance(last, Convolution)
    assert kernels[1] is not None
    assert kernels[3] is not None
    assert np.array_equal(kernels[1].kernels[2], first.weights[2, 0])
    assert np.array_equal(kernels[3].kernels[3], last.weights[0, 3])


def test_they_are_drawn_in_the_kernel_s_colours_by_their_layer_s_largest_weight() -> None:
    found = learner()
    painter = found.controller._painter
    painter.draw(found.state, found.window)
    card = cards(found)[1]
    assert card.kernels is not None
    kernel, grid = card.kernels.kernels[0], card.kernels.grids[0]
    theme = theme_of(found.state.settings.theme, found.state.settings.palette)
    largest = max(float(np.abs(each).max()) for each in card.kernels.kernels)
    for row, column in np.ndindex(3, 3):
        x, y = grid.block(row, column, 1, 1).moved(card.rect.right, card.rect.y).centre
        seen = found.display.surface.get_at((int(x), int(y)))[:3]
        hoped = shade(float(kernel[row, column]), largest, theme.kernel, theme)
        assert max(abs(one - other) for one, other in zip(seen, hoped, strict=True)) <= 2


def test_they_are_others_with_each_update() -> None:
    found = learner()
    before = cards(found)[1].kernels
    found.clicks("train once")
    after = cards(found)[1].kernels
    assert before is not None
    assert after is not None
    assert all((one != other).all() for one, other in zip(before.kernels, after.kernels, strict=True))


@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768), (800, 600), (640, 480)])
def test_they_stand_in_their_cards_beside_the_maps(size: tuple[int, int], scale: int) -> None:
    for card in cards(learner(size, scale)):
        if card.kernels is None:
            continue
        places = [grid.rect.moved(card.rect.right, card.rect.y) for grid in card.kernels.grids]
        assert all(card.rect.holds(place) for place in places)
        maps = [frame.moved(*card.rect[:2]) for frame in getattr(card, "frames", ())]
        maps += [column.share.moved(*card.rect[:2]) for column in getattr(card, "columns", ())]
        assert not any(place.meets(other) for place in places for other in maps)
        assert min(min(place[2:]) for place in places) >= 4


def test_without_the_section_and_in_other_networks_none_are_shown() -> None:
    assert all(card.kernels is None for card in cards(Person(reader(), settings=SETTINGS)))
    assert all(card.kernels is None for card in cards(Person(four_layers(), settings=SETTINGS)))


def test_in_present_the_strip_says_how_many_are_read_right_where_the_walk_is_shown() -> None:
    found = learner((1920, 1080))
    found.clicks("train again")
    found.keys("F5")
    assert found.state.interface.presenting
    assert "strip right" not in found.names(), "the wall says it"
    found.keys("Page Down")
    words = found.widget("strip right")
    assert getattr(words, "text", "").endswith("% of the 360 right")
    assert words.rect.h >= 40
    assert all(not card.rect.meets(words.rect) for card in cards(found))
    found.keys("Insert")
    assert found.state.interface.rail_open
    assert found.widget("train run").visible.h > 0


def test_who_lets_a_network_learn_where_the_rail_is_folded_sees_it_open() -> None:
    found = learner((800, 600))
    assert found.widget("train run").visible.h > 0
    assert not learner((1366, 768)).state.interface.rail_open


def test_where_they_would_push_image_or_shares_out_of_sight_they_are_left_out() -> None:
    found = learner((1024, 768))
    made = cards(found)
    assert found.state.interface.rail_open
    assert all(card.kernels is None for card in made)
    assert all(card.visible == card.rect for card in made), "nothing scrolls"
    assert len(made) == 4
