"""The end of a layer's walk: patch × kernel = products of its last step stand, as their sums do."""

from __future__ import annotations

from typing import Any

import pytest

from game.core.scenario import Scenario, startup
from game.files.tour_file import FIRST_TOUR, read_tour
from game.input.intent import Cell, GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.scenario_intents import NudgeCell, Paint, Undo
from game.input.walk_intents import BringChannel, Scrub, StepBack, StepForward
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State, within
from game.session.tour import at_stop, tour_begun
from game.view.grids import Products
from tests.layers import layer, three_channels
from tests.picture import picture, pixels, scenario, state, window
from tests.view.test_compare import against

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


@pytest.mark.parametrize("presenting", [False, True])
def test_one_channel_and_one_filter_end_so_too(presenting: bool) -> None:
    steps = startup().steps
    shown = state(startup(), steps - 0.001, presenting=presenting)
    for size in SIZES[1:]:
        (before,), (found,) = (products_in(one, size) for one in (shown, reduce(shown, Scrub(float(steps)))))
        assert found.there == found.flown == 9
        assert found == before


def test_no_product_stands_below_which_the_line_is_about_another_cell() -> None:
    made = at_stop(tour_begun(state(), read_tour(FIRST_TOUR)), 4)
    done = reduce(made, Scrub(float(made.result.scenario.steps)))
    answered = within(done, "tour", picked=(0, 0))
    assert [products_in(one, SIZES[2])[0].there for one in (done, answered)] == [4, 0]


def test_where_the_filter_does_not_see_the_channel_no_product_stands_beside_it() -> None:
    shown = layer(2, 2, groups=2)
    compared = fronted(against(state(shown, float(shown.steps)), shown))
    counts = [[each.there for each in products_in(reduce(compared, BringChannel(one)), SIZES[2])] for one in (0, 1)]
    assert sorted(counts) == [[0, 0], [9, 9]]


def test_what_may_not_be_known_is_not_there() -> None:
    shown = state(three_channels(), float(three_channels().steps))
    for one in (shown, state(startup(), float(startup().steps))):
        asked = reduce(reduce(one, TogglePredict()), ChooseQuestion(Question.SIZE))
        assert all(each.there == 0 for each in products_in(asked, SIZES[2]))


@pytest.mark.parametrize("interface", [{}, {"presenting": True}])
@pytest.mark.parametrize("shown", [three_channels(), scenario("integers", (6, 6))])
def test_what_is_painted_at_the_end_is_mended(interface: dict[str, Any], shown: Scenario) -> None:
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
