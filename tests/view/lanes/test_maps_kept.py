"""Of the small maps only those are made anew in which a step has made another cell."""

from __future__ import annotations

import pytest

from game.core.scenario import Scenario
from game.input.walk_intents import Scrub
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.ui.offers import Offers
from game.view.builder import Builder
from game.view.frame import frame_of
from game.view.lanes.maps import SmallMap
from tests.layers import layer
from tests.picture import state, typeface

SIZE = (1100, 700)


def _maps(shown: Scenario, positions: tuple[float, ...]) -> list[dict[str, SmallMap]]:
    """Return the small maps of windows at one position after another, by their names."""
    now, gather, build, found = fronted(state(shown, positions[0])), Gathering(), Builder(), []
    for position in positions:
        now = reduce(now, Scrub(position))
        widgets = build.window(frame_of(gather(now), SIZE, typeface()), Offers()).widgets
        found.append({widget.name: widget for widget in widgets if isinstance(widget, SmallMap)})
    return found


@pytest.mark.parametrize("positions", [(37.9, 38.1), (38.2, 38.9, 39.05), (40.1, 38.1)])
def test_a_step_makes_only_the_small_map_anew_that_it_makes_a_cell_of(positions: tuple[float, ...]) -> None:
    maps = _maps(layer(6, 5), positions)
    before, after = maps[-2], maps[-1]
    assert len(after) == 5
    assert [name for name in after if after[name] is not before[name]] == ["map 2"]


def test_small_maps_tell_how_many_of_their_cells_stand_wherever_the_walk_is() -> None:
    for position, shown in zip((0.5, 36.5, 90.5), _maps(layer(6, 5), (0.5, 36.5, 90.5)), strict=True):
        made = [widget.made for widget in shown.values()]
        assert made == [min(max(int(position) - 36 * number, 0), 36) for number in range(5)]
