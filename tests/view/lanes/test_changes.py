"""What is drawn of a layer where something has changed is what would be drawn anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import Hover
from game.input.scenario_intents import NudgeCell
from game.input.walk_intents import BringChannel, GoToFilter, Scrub, TogglePlay
from game.input.window_intents import Tick
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.ui.offers import Offers
from game.ui.widgets.base import Widget
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import frame_of
from tests.layers import layer, three_channels
from tests.picture import forget_pieces, new_canvas, picture, pixels, state, typeface
from tests.pooling import POOLED

SIZE = (1100, 700)
DONE: tuple[Intent, ...] = (
    BringChannel(1),
    BringChannel(2),
    GoToFilter(1),
    Scrub(20.5),
    Scrub(20.62),
    NudgeCell(Cell(GridName.KERNEL, 0, 0), 1),
    BringChannel(0),
    NudgeCell(Cell(GridName.IMAGE, 1, 1), 1),
    Hover(Cell(GridName.KERNEL, 0, 1), (1.0, 1.0)),
    Hover(None, (0.0, 0.0)),
    Scrub(20.95),
    Scrub(40.3),
    TogglePlay(),
    *(Tick(0.11) for _ in range(30)),
)


THREE = three_channels()
SHOWN = {
    "three": THREE,
    "three alike": THREE.varied(image=(THREE.channels[0],) * 3),
    "sixteen": layer(16, 3),
    "five": layer(5, 4, kernel=(2, 2)),
}
BEGUN: tuple[Intent, ...] = (
    BringChannel(1),
    Scrub(0.3),
    *(Tick(0.11) for _ in range(2)),
    Scrub(0.7),
    Scrub(0.76),
    Hover(Cell(GridName.PRODUCTS, 0, 1), (1.0, 1.0)),
    Scrub(0.9),
    Scrub(0.95),
    NudgeCell(Cell(GridName.IMAGE, 1, 1), 1),
    BringChannel(0),
    Scrub(1.0),
    TogglePlay(),
    *(Tick(0.11) for _ in range(30)),
)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_is_mended_is_what_would_be_drawn_anew(shown: Scenario) -> None:
    mended_is_anew(shown, 3.2, DONE)


@pytest.mark.parametrize("interface", [{}, {"presenting": True}], ids=["window", "present"])
@pytest.mark.parametrize("shown", POOLED.values(), ids=POOLED)
def test_what_is_mended_of_a_pooling_is_what_would_be_drawn_anew(shown: Scenario, interface: dict[str, Any]) -> None:
    mended_is_anew(shown, 0.2, BEGUN, **interface)


def mended_is_anew(shown: Scenario, position: float, done: tuple[Intent, ...], **interface: Any) -> None:
    """Do one thing after another, and hold each picture that is mended against one that is drawn anew."""
    now, gather, build, compositor, canvas = (
        fronted(state(shown, position, **interface)),
        Gathering(),
        Builder(),
        Compositor(),
        new_canvas(SIZE),
    )
    for intent in (Tick(0.0), *done):
        now = reduce(now, intent)
        compositor.draw(canvas, build.window(frame_of(gather(now), SIZE, typeface()), Offers()).widgets)
        if not isinstance(intent, Tick) or now.playback.position % 1 > 0.4:
            forget_pieces()  # the canvas keeps its own, mended ones
            apart = np.abs(pixels(canvas.surface).astype(int) - pixels(picture(now, SIZE))).max()
            assert apart == 0, intent


def test_the_turns_of_the_channels_meet_again_what_stands_still_and_leave_other_lanes_as_they_are() -> None:
    """Else a turn would be the longest frame of all: everything would be gathered, built and drawn anew."""
    now, gather, build = fronted(state(THREE, 0.2)), Gathering(), Builder()
    still: dict[int, object] = {}
    lanes: dict[int, Widget | None] = {}
    for step in (1, 2, 3):
        for turn, place in enumerate((0.4, 0.55, 0.75)):
            now = reduce(now, Scrub(step + place))
            found = gather(now)
            assert still.setdefault(turn, found.still) is found.still
            lanes[turn] = build.window(frame_of(found, SIZE, typeface()), Offers()).named("lane B kernel")
        assert lanes[0] is not None
        assert lanes[0] == lanes[1]
