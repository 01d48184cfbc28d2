"""What is drawn of a layer where something has changed is what would be drawn anew."""

from __future__ import annotations

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
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import frame_of
from tests.layers import layer, three_channels
from tests.picture import new_canvas, picture, pixels, state, typeface

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


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_is_mended_is_what_would_be_drawn_anew(shown: Scenario) -> None:
    now, gather, build, compositor, canvas = (
        fronted(state(shown, 3.2)),
        Gathering(),
        Builder(),
        Compositor(),
        new_canvas(SIZE),
    )
    for intent in (Tick(0.0), *DONE):
        now = reduce(now, intent)
        compositor.draw(canvas, build.window(frame_of(gather(now), SIZE, typeface()), Offers()).widgets)
        if not isinstance(intent, Tick) or now.playback.position % 1 > 0.4:
            apart = np.abs(pixels(canvas.surface).astype(int) - pixels(picture(now, SIZE))).max()
            assert apart == 0, intent
