"""What nothing may lie on holds still while the card moves: what floats gives way once, and not in each frame."""

from __future__ import annotations

import pytest

from game.play.moment import moment
from game.view.card import card_rect
from game.view.floating import card_room, kept_clear
from tests.picture import frame, scenarios, state, window

SIZE = (1366, 768)
PARTS = [part / 40 for part in range(40)]


@pytest.mark.parametrize("name", ["start-up", "dilated", "stride 4, kernel 2"])
@pytest.mark.parametrize("step", [0, 1, 4])
def test_the_card_stays_in_its_room_all_through_a_step(name: str, step: int) -> None:
    shown = state(scenarios()[name])
    place = window(shown, SIZE).places.image
    for part in PARTS:
        now = moment(shown.result, step + part)
        assert card_room(place, now, shown.result, 0.7).holds(card_rect(place, now, shown.result, 0.7)), part


@pytest.mark.parametrize("step", [1, 4])
def test_what_is_kept_clear_changes_once_in_a_step(step: int) -> None:
    found = []
    for part in PARTS[1:]:
        shown = state(position=step + part)
        found.append(kept_clear(frame(shown, SIZE), window(shown, SIZE)))
    assert len(set(found)) == 2


def test_at_the_end_no_cell_is_at_work() -> None:
    shown, during = state(position=16.0), state(position=15.5)
    left = [kept_clear(frame(each, SIZE), window(each, SIZE)) for each in (shown, during)]
    assert len(left[0]) == 1
    assert len(left[1]) > 4
