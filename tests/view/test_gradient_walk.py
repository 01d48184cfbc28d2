"""The walk of a gradient says what its grids are, in every view, and how one comes back from it."""

from __future__ import annotations

import pytest

from game.core.scenario import Scenario
from game.input.learn_intents import ToggleLearn, WalkThrough
from game.session.state import State
from game.view.stack.room import headings_of
from tests import picture
from tests.layers import three_channels
from tests.session.test_learn import after, seven

SIZE = (1366, 768)
KERNEL = {"image": "Source image", "kernel": "Error map", "output": "Gradient sums"}
IMAGE = {"image": "Error map", "kernel": "Kernel", "output": "Gradient sums"}
FLOATING = IMAGE | {"kernel": "Kernel over its patch"}


def walk(of: str, scenario: Scenario | None = None, **interface: object) -> State:
    """Return the state in which a gradient is walked through."""
    shown = after(picture.state(scenario or seven()), ToggleLearn(), WalkThrough(of))
    return shown.changed(interface=shown.interface.changed(**interface))


def titles(state: State) -> dict[str, str]:
    """Return the titles of image, kernel and output."""
    found = {each.name: each for each in picture.window(state, SIZE).widgets}
    return {name: found[f"title {name}"].text for name in KERNEL}  # type: ignore[attr-defined]


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize(("of", "expected"), [("kernel", KERNEL), ("image", IMAGE)])
def test_errors_and_sums_stand_over_the_grids_that_are_that(
    of: str, expected: dict[str, str], presenting: bool
) -> None:
    assert titles(walk(of, presenting=presenting)) == expected


@pytest.mark.parametrize("presenting", [False, True])
def test_so_they_do_where_the_walk_has_several_channels(presenting: bool) -> None:
    found = titles(walk("kernel", three_channels(), presenting=presenting))
    assert (found["kernel"], found["output"]) == ("Error map", "Gradient sums")


@pytest.mark.parametrize(
    ("of", "expected"), [("kernel", KERNEL), ("image", IMAGE | {"kernel": "Kernel over its patch"})]
)
def test_and_beside_floating_layers(of: str, expected: dict[str, str]) -> None:
    state = walk(of, stacked=True, rise=1.0)
    assert {each.name: each.words for each in headings_of(picture.frame(state, SIZE))} == expected


def test_a_talk_says_what_makes_the_sums_the_gradient_for_the_message_goes() -> None:
    named = {each.name: each for each in picture.window(walk("kernel", presenting=True), SIZE).widgets}
    assert named["setting 0"].text == "sums × 2 ÷ 25 = gradient"  # type: ignore[attr-defined]


def test_a_button_of_the_rail_comes_back_to_learning_and_other_walks_have_none() -> None:
    state = walk("kernel")
    button = next(each for each in picture.window(state, SIZE).widgets if each.name == "learn back")
    assert after(state, *button.activate()).learn.trace is not None
    assert not any(each.name == "learn back" for each in picture.window(picture.state(), SIZE).widgets)
