"""The end of a layer's walk: patch × kernel = products of its last step stand, as their sums do."""

from __future__ import annotations

from typing import Any

import pytest

from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.scenario_intents import NudgeCell, Paint, Undo
from game.input.walk_intents import Scrub, StepBack, StepForward
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.view.grids import Products
from tests.layers import layer, three_channels
from tests.picture import picture, pixels, state, window

from .test_changes import mended_is_anew

SIZES = [(800, 600), (1024, 768), (1366, 768), (1920, 1080)]
LAYERS = {"three": three_channels(), "groups": layer(6, 6, groups=3), "one channel": layer(1, 4)}


def products_in(shown: State, size: tuple[int, int]) -> list[Products]:
    return [each for each in window(fronted(shown), size).widgets if isinstance(each, Products)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("name", LAYERS)
def test_at_the_end_the_products_of_the_last_step_stand(name: str, presenting: bool, size: tuple[int, int]) -> None:
    shown = LAYERS[name]
    revealed = fronted(state(shown, shown.steps - 0.01, presenting=presenting))
    before, found = (products_in(each, size) for each in (revealed, reduce(revealed, Scrub(float(shown.steps)))))
    assert found
    assert [each.there for each in found] == [each.place.rows * each.place.columns for each in found]
    if not presenting:  # where one lane fills the wall, that of another channel may be in front
        unnamed = [each.changed(name="") for each in found]
        assert unnamed == [each.changed(name="") for each in before], "nothing comes or goes with the end"


def test_what_is_seen_of_them_stays() -> None:
    shown, size = three_channels(), (1366, 768)
    before, after = (fronted(state(shown, position)) for position in (shown.steps - 0.01, float(shown.steps)))
    for each in products_in(after, size):
        (x, y, wide, high) = each.rect
        seen, then = (pixels(picture(one, size))[y : y + high, x : x + wide] for one in (after, before))
        assert (seen == then).all(), each.name


def test_one_channel_and_one_filter_end_as_ever() -> None:
    (found,) = products_in(state(startup(), float(startup().steps)), SIZES[2])
    assert found.there == 0


def test_what_may_not_be_known_is_not_there() -> None:
    shown = state(three_channels(), float(three_channels().steps))
    asked = reduce(reduce(shown, TogglePredict()), ChooseQuestion(Question.SIZE))
    assert all(each.there == 0 for each in products_in(asked, SIZES[2]))


@pytest.mark.parametrize("interface", [{}, {"presenting": True}])
def test_what_is_painted_at_the_end_is_mended(interface: dict[str, Any]) -> None:
    shown = three_channels()
    done = (
        Scrub(float(shown.steps)),
        Paint(((5, 5),), 3.0),
        Paint(((0, 0),), 2.0),
        NudgeCell(Cell(GridName.KERNEL, 0, 0), 1),
        Undo(),
        StepBack(),
        StepForward(),
        Scrub(float(shown.steps)),
    )
    mended_is_anew(shown, shown.steps - 0.3, done, **interface)
