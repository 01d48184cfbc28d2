"""What is drawn of the strip where the walk goes on is what would be drawn anew, and is little."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Intent
from game.input.layer_intents import PaintSource
from game.input.mode_intents import TogglePredict
from game.input.walk_intents import BringChannel, Scrub, ToEnd
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.session.state import State
from game.ui.offers import Offers
from game.ui.widgets.base import Widget
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import frame_of
from game.view.strip.card import StripCard
from game.view.strip.maps import MapsCard
from game.view.strip.shares import SharesCard
from game.view.window import Window
from tests.networks import digit_reader, four_layers
from tests.picture import forget_pieces, new_canvas, pixels, state, typeface

SIZE = (1000, 560)
WALKED: tuple[Intent, ...] = (
    *map(Scrub, (0.95, 1.0, 1.97)),
    BringChannel(2),
    *map(Scrub, (2.0, 8.98, 9.0, 9.95)),
    ToEnd(),
    PaintSource(((2, 2),), 0.5),
    Scrub(3.4),
    TogglePredict(),
    Scrub(5.2),
    TogglePredict(),
    Scrub(1.2),
)
NETWORKS = {
    "maps": digit_reader(0),
    "shares": digit_reader(2),
    "sixteen maps": four_layers(2),
}


def card(shown: State, name: str) -> StripCard:
    """Return a card of the strip."""
    window = Builder().window(frame_of(Gathering()(shown), SIZE, typeface()), Offers())
    found = window.named(name)
    assert isinstance(found, StripCard)
    return found


def strip(window: Window) -> tuple[Widget, ...]:
    """Return the widgets of the strip."""
    return tuple(one for one in window.widgets if isinstance(one, StripCard) or one.name.startswith("strip"))


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_what_is_mended_is_what_would_be_drawn_anew(network: Scenario) -> None:
    gathering, builder, compositor, canvas = Gathering(), Builder(), Compositor(), new_canvas(SIZE)
    shown = state(network)
    for intent in WALKED:
        shown = reduce(shown, intent)
        widgets = strip(builder.window(frame_of(gathering(shown), SIZE, typeface()), Offers()))
        compositor.draw(canvas, widgets)
        forget_pieces()  # the canvas keeps its own, mended ones
        anew = new_canvas(SIZE)
        Compositor().draw(anew, widgets)
        assert np.array_equal(pixels(canvas.surface), pixels(anew.surface)), intent


def test_another_cell_of_a_map_is_drawn_in_its_frame_alone() -> None:
    begun = fronted(state(four_layers(2), 4.99))
    before, after, next_map = (card(reduce(begun, Scrub(at)), "layer 3") for at in (4.99, 5.01, 16.01))
    assert isinstance(after, MapsCard)
    frames = [frame.moved(*after.rect[:2]) for frame in after.frames]
    assert list(after.changes(before)) == frames[:1]
    assert list(next_map.changes(before)) == frames[:2]  # the first stands, and the ring goes on


def test_another_sum_is_drawn_in_its_column_and_the_next_is_ringed() -> None:
    before, after = (card(fronted(state(digit_reader(2), at)), "layer 3") for at in (6.99, 7.01))
    assert isinstance(after, SharesCard)
    changed = after.changes(before)
    assert len(changed) == 2
    assert [rect.x - after.rect.x for rect in changed] == [after.columns[index].number.x for index in (6, 7)]


def test_a_sum_that_is_the_largest_so_far_changes_the_shades_of_all() -> None:
    before, after = (card(fronted(state(digit_reader(2), at)), "layer 3") for at in (0.99, 1.01))
    assert after.changes(before) == (before.visible, after.visible)


def test_another_channel_in_front_leaves_the_strip_as_it_is() -> None:
    gathering, shown = Gathering(), state(digit_reader(2), 3.2)
    facts = [gathering(reduce(shown, BringChannel(channel))).still.strip for channel in (0, 1, 3)]
    assert facts[0] is facts[1] is facts[2]
    painted = reduce(shown, PaintSource(((2, 2),), 0.5))
    assert gathering(painted).still.strip is not facts[0]
