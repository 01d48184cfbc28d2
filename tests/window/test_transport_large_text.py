"""The transport with large text: where it is folded to one row, what has room there stays."""

from __future__ import annotations

import pytest

from game.ui.layout import LEAST_SCRUBBER, SMALL_TRANSPORT, layout
from game.ui.widgets.label import Label
from game.window.transport import STEPS, places
from tests.layers import three_channels
from tests.picture import state, typeface, window
from tests.ui.measure import crowded

LARGE = ((1024, 768), (1366, 768))


@pytest.mark.parametrize("size", LARGE)
def test_steps_speed_loop_and_words_stay_in_the_row_where_they_have_room(size: tuple[int, int]) -> None:
    division = layout(*size, 200, layered=True)
    assert division.fold == SMALL_TRANSPORT
    found = places(division)
    assert set(found) - {"step"} == {*STEPS, "line", "speed", "loop", "menu", "show rail"}
    assert ("step" in found) is (size == (1024, 768)), "its words are the first that go"
    assert found["play"].x == min(place.x for place in found.values()), "play stands at the edge"
    assert not crowded(list(found.items()))


@pytest.mark.parametrize("width", range(480, 1400, 40))
@pytest.mark.parametrize("scale", [100, 200, 300])
def test_the_scrubber_keeps_its_room_and_nothing_lies_over_another(width: int, scale: int) -> None:
    division = layout(width, 600, scale, layered=True)
    found = places(division)
    assert not crowded(list(found.items()))
    assert {"play", "line"} <= set(found)
    assert all(division.whole.holds(place) for place in found.values())
    if len(found) > 4:
        assert found["line"].w >= LEAST_SCRUBBER * division.text - 2


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [*LARGE, (1920, 1080)])
def test_the_words_over_the_scrubber_stand_apart(size: tuple[int, int], scale: int) -> None:
    for position in (19.2, 19.5, 19.8, 41.85):
        made = window(state(three_channels(), position, settings={"scale": scale}), size)
        words = {one.name: one for one in made.widgets if isinstance(one, Label)}
        line = [words[name] for name in ("step", "step filter", "phase") if name in words]
        ends = [one.rect.x + typeface().width(one.text, one.size, one.bold) for one in line if one.name != "phase"]
        begins = [one.rect.x for one in line[1:]]
        assert all(end + 12 <= begin for end, begin in zip(ends, begins, strict=False))
