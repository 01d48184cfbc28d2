"""The sum of a channel is empty, in every view, until the first of its products has come to it: 0.00 would be a sum."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.session.front import fronted
from game.session.shown import shown as shown_of
from game.view.lanes.column import SumBox
from game.view.lanes.sums_row import LaneBox
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import state, window
from tests.ui.measure import lines_of

VIEWS: dict[str, dict[str, Any]] = {
    "flat": {},
    "present": {"presenting": True},
    "stack": {"stacked": True, "rise": 1.0},
}
SHOWN = {
    "three": three_channels(),
    "three, padded": layer(3, 2, whole=False, padding=(1, 1)),
    "four": layer(4, 2),
    "eight, padded": layer(8, 2, (8, 8), whole=False, padding=(1, 1)),
    "sixteen": layer(16, 2),
}


def numbers(drawn: Window) -> list[str]:
    """Return what stands in the boxes and rows of channels, what is empty left out."""
    boxes = [one for one in drawn.widgets if isinstance(one, LaneBox)]
    found = [one.number for one in boxes]
    found += [one.words for one in drawn.widgets if isinstance(one, SumBox) and one.how in ("works", "waits")]
    rows = [one for one in drawn.widgets if one.name.startswith("row ") and one.name.endswith(" sum")]
    return [words for words in (*found, *(line.text for one in rows for line in lines_of(one))) if words]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SHOWN)
def test_no_sum_stands_before_its_first_product_has_come(name: str, view: str) -> None:
    shown: Scenario = SHOWN[name]
    said = set()
    for fraction in np.linspace(0.05, 0.89, 43):
        made = fronted(state(shown, 1 + float(fraction), **VIEWS[view]))
        drawn = window(made, (1366, 768))
        lanes = shown_of(made).lanes[0]
        assert lanes is not None
        begun = [one for one in lanes.lanes if one.moment.arrived]
        assert bool(begun) >= bool(numbers(drawn)), (fraction, numbers(drawn))
        assert len(numbers(drawn)) <= 2 * len(begun)
        said.add(bool(numbers(drawn)))
    assert True in said
    assert False in said
