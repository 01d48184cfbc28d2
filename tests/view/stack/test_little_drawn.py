"""While the walk plays, little of the Stack view is made and drawn anew: what moves, and nothing that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.play.choices import HOME
from game.play.moment import moment
from game.view.stack.seen import Seen
from tests.layers import three_channels
from tests.networks import digit_reader, four_layers
from tests.shell.hands import Person
from tests.view.test_compositor import Screen

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.ui.widgets.base import Widget

WINDOW = 1920 * 1080
STILL = ("level ", "layer ", "map ", "veil ", "title ", "legend", "sum wire", "tower badge", "plate ")


def playing(shown: Scenario, position: float) -> Person:
    """Return a person who watches the Stack view in a large window."""
    person = Person(shown, size=(1920, 1080), position=position, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    person.waits(0.02)
    return person


def named(person: Person) -> dict[str, Widget]:
    """Return the widgets that are shown by their names."""
    return {widget.name: widget for widget in person.controller.built().widgets}


@pytest.mark.parametrize(
    ("shown", "position"),
    [(three_channels(), 32.42), (three_channels(), 32.55), (three_channels(), 32.7), (digit_reader(2), 4.5)],
)
def test_while_one_channel_is_at_work_little_but_what_moves_is_drawn(shown: Scenario, position: float) -> None:
    person = playing(shown, position)
    screen = Screen(person)
    screen.draw()
    drawn = []
    for _ in range(24):
        person.waits(1 / 60)
        drawn.append(sum(rect.w * rect.h for rect in screen.draw()))
        assert not screen.difference()
    assert 0 < np.median(drawn) < 0.018 * WINDOW


@pytest.mark.parametrize(("shown", "position"), [(three_channels(), 32.42), (digit_reader(2), 4.35)])
def test_a_channel_that_waits_is_not_made_anew(shown: Scenario, position: float) -> None:
    person = playing(shown, position)
    before = named(person)
    person.waits(1 / 60)
    after = named(person)
    lanes = person.controller.frame().shown.lanes[0]
    assert lanes is not None
    front = person.state.result.scenario.channel
    waiting = [one.letter for one in lanes.lanes if not one.work and one.channel != front]
    kept = [name for name in before if name.startswith(("card ", "patch ", "grid image ")) and name[-1] in waiting]
    assert kept
    assert all(after[name] is before[name] for name in kept)
    assert after["card"] is not before["card"]


@pytest.mark.parametrize("shown", [three_channels(), digit_reader(2), four_layers(2)])
def test_what_stands_still_is_the_very_same_in_the_next_frame(shown: Scenario) -> None:
    person = playing(shown, 4.5)
    before = named(person)
    person.waits(1 / 60)
    after = named(person)
    still = [name for name in before if name.startswith(STILL) and after[name] == before[name]]
    assert len(still) > 8
    assert [name for name in still if after[name] is not before[name]] == []


def test_moments_of_one_instant_are_seen_as_the_same() -> None:
    result = playing(three_channels(), 3.0).state.result
    numbers = moment(result, 3.5)
    again = moment(result, 3.5).changed(products=numbers.products)
    assert numbers is not again
    assert Seen(numbers) == Seen(again)
    assert Seen(numbers) != Seen(again.changed(shown_sum=7.0))
    assert Seen(numbers) != Seen(moment(result, 3.51).changed(products=numbers.products))
    assert Seen(numbers) != Seen(moment(result, 4.5))
