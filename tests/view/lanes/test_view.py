"""The Flat view of a layer: what is shown at an instant, what a click does, and that all of it can be read."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, Control, GridName
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.walk_intents import BringChannel, GoToFilter
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.lane_places import LaneStage
from game.ui.layout import RAIL_FOLDED
from game.ui.widgets.bubble import Bubble
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.column import WORKS, SumBox
from game.view.lanes.lane import LaneHand, LanePatch, Veil
from game.view.lanes.line import ChannelSum
from game.view.lanes.maps import SmallMap
from game.view.making import Making
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import picture, pixels, state, window
from tests.ui.measure import crowded, lines_of, places_of
from tests.view.equations import Equation, equations_of, is_true

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
STEP = 32
"""The step of the design's picture: row 2, column 3 of the second map."""

SHOWN = {
    "three channels": three_channels(),
    "three and sigmoid": layer(3, 2, activation="sigmoid", whole=False),
    "sixteen": layer(16, 16),
    "one channel": layer(1, 4),
    "one filter": layer(2, 1, kernel=(2, 2), activation="none"),
    "groups": layer(6, 6, groups=3, padding=(1, 1)),
    "large kernels": layer(4, 3, (20, 17), (15, 15), whole=False, activation="leaky relu"),
    "five": layer(5, 8, kernel=(2, 2), whole=False, activation="tanh"),
}


def at(shown: Scenario, position: float, **interface: Any) -> State:
    """Return a state at a position, with what is made there in front."""
    return fronted(state(shown, position, **interface))


def all_of(drawn: Window, kind: type[Any]) -> list[Any]:
    return [widget for widget in drawn.widgets if isinstance(widget, kind)]


def test_the_instant_of_the_design() -> None:
    drawn = window(at(three_channels(), STEP + 0.55), SIZES[0])
    runs = drawn.named("channel sum")
    assert isinstance(runs, ChannelSum)
    assert "".join(run.text for run in runs.runs) == "R 4 + G ? + B ? + bias 1 = ?"
    assert [one.name for one in all_of(drawn, Veil)] == ["lane R veil", "lane B veil"]
    assert [box.name for box in all_of(drawn, SumBox) if box.how == WORKS] == ["column 1 number"]
    rings = {"marks term patch G", "marks term image", "marks term kernel", "marks term products"}
    assert rings <= {widget.name for widget in drawn.widgets}
    written = {widget.name: line.text for widget in drawn.widgets for line in lines_of(widget)}
    assert written["step filter"] == "filter 2 of 4"
    assert written["phase"] == "multiply, channel G"
    assert [one.made for one in all_of(drawn, SmallMap)] == [25, 7, 0, 0]
    assert [one.chosen for one in all_of(drawn, ChannelPicture)] == [False, False, True, False]


def test_a_lane_in_work_that_is_not_in_front_has_its_own_rings() -> None:
    shown = reduce(at(three_channels(), STEP + 0.55), BringChannel(0))
    names = {widget.name for widget in window(shown, SIZES[0]).widgets if widget.name.startswith("marks term")}
    assert names == {"marks term patch G", "marks term kernel G", "marks term products G"}
    adding = window(reduce(at(three_channels(), STEP + 0.65), BringChannel(0)), SIZES[0])
    assert [one.name for one in adding.widgets if one.name.startswith("marks term")] == ["marks term products G"]


def test_before_multiplying_all_lanes_are_bright_and_after_it_the_sum_stands() -> None:
    before, after = (window(at(three_channels(), STEP + part), SIZES[1]) for part in (0.2, 0.92))
    assert not all_of(before, Veil)
    assert not all_of(after, Veil)
    runs = after.named("channel sum")
    assert isinstance(runs, ChannelSum)
    assert "".join(run.text for run in runs.runs).endswith("= 11,  ReLU(11) = 11")


def test_a_click_on_a_small_picture_brings_its_channel_forward_and_on_a_map_its_filter() -> None:
    shown = at(three_channels(), STEP + 0.55)
    drawn = window(shown, SIZES[2])
    blue, third, colour = drawn.named("channel B"), drawn.named("map 3"), drawn.named("channel colour")
    assert blue is not None
    assert third is not None
    assert colour is not None
    assert colour.focusable
    assert blue.release(*blue.rect.centre) == (BringChannel(2),)
    assert third.release(*third.rect.centre) == (GoToFilter(2),)
    brought = window(reduce(shown, BringChannel(2)), SIZES[2])
    assert [one.chosen for one in all_of(brought, ChannelPicture)] == [False, False, False, True]
    gone = window(reduce(shown, GoToFilter(2)), SIZES[2])
    assert [one.chosen for one in all_of(gone, SmallMap)] == [False, False, True, False]


def test_a_press_on_another_lane_brings_its_channel_forward_and_then_its_weights_are_the_kernels() -> None:
    shown = at(three_channels(), STEP + 0.2)
    drawn = window(shown, SIZES[0])
    assert [one.name for one in all_of(drawn, LaneHand)] == ["lane G", "lane B"]
    places = drawn.places
    assert isinstance(places, LaneStage)
    x, y = places.lanes[1].kernel.cell(1, 0).centre
    hand = drawn.widget_at(x, y)
    assert hand is not None
    assert hand.press(x, y) == (BringChannel(1),)
    after = window(reduce(shown, BringChannel(1)), SIZES[0])
    assert after.target_at(x, y) == Cell(GridName.KERNEL, 1, 0)


def test_arrows_go_from_picture_to_picture_and_tab_stops_once() -> None:
    from game.shell.focus import stops

    names = stops(window(at(SHOWN["sixteen"], 3.2), SIZES[1]))
    assert [name for name in names if name.startswith("channel")] == ["channel 1"]
    assert [name for name in names if name.startswith("map")] == ["map 1"]
    assert [name for name in names if name.startswith("row")] == ["row 1"]
    drawn = window(at(SHOWN["sixteen"], 3.2), SIZES[1])
    first = drawn.named("channel 1")
    assert isinstance(first, ChannelPicture)
    assert first.neighbours == ("channel 16", "channel 2")


@pytest.mark.parametrize("size", [(1279, 720), (1024, 768), (800, 600)])
def test_the_rail_is_folded_below_1280_pixels_with_two_channels(size: tuple[int, int]) -> None:
    assert window(at(SHOWN["one filter"], 0.5), size).frame.layout.fold >= RAIL_FOLDED
    assert window(at(SHOWN["one filter"], 0.5), (1280, 720)).frame.layout.fold < RAIL_FOLDED
    one = layer(1, 4)
    assert window(at(one, 0.5), (1279, 720)).frame.layout.fold < RAIL_FOLDED


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
def test_no_words_lie_on_others_or_outside(size: tuple[int, int], name: str) -> None:
    shown = SHOWN[name]
    for position in (0.2, 0.55, shown.map_steps + 0.8, shown.steps - 0.05, float(shown.steps)):
        if position > shown.steps:
            continue
        assert not _in_each_other_s_way(window(at(shown, position), size)), position


@pytest.mark.parametrize("scale", [75, 150, 300])
@pytest.mark.parametrize("size", SIZES)
def test_words_stand_apart_at_every_scale(size: tuple[int, int], scale: int) -> None:
    for name in ("three channels", "sixteen", "large kernels"):
        shown = SHOWN[name]
        for position in (0.55, shown.steps - 0.05):
            fresh = fronted(state(shown, position, settings={"scale": scale}))
            assert not _in_each_other_s_way(window(fresh, size)), (name, position)


def _in_each_other_s_way(drawn: Window) -> list[object]:
    """Return words that lie on others or outside; not those of the rail, which is scrolled."""
    found = [
        (f"{place.widget.name}: {line.text}", line.rect)
        for place in places_of(drawn)
        for line in place.lines
        if place.part != "rail" and not place.widget.name.startswith(("lane ", "flights"))
    ]
    whole = drawn.frame.layout.whole
    return [*crowded(found), *(name for name, rect in found if not whole.holds(rect))]


@pytest.mark.parametrize("name", SHOWN)
def test_every_equation_is_true(name: str) -> None:
    shown, found = SHOWN[name], 0
    for position in (0.95, shown.map_steps // 2 + 0.92, shown.steps - 0.02, float(shown.steps)):
        for decimals in (None, 1, 4):
            fresh = fronted(state(shown, min(position, shown.steps), settings={"decimals": decimals}))
            drawn = window(fresh, SIZES[found % 4])
            assert all(is_true(one) for one in equations_of(drawn)), position
            found += _sum_is_true(drawn)
    assert found >= 8


def _sum_is_true(drawn: Window) -> int:
    """Return 1 if the sum of the channels stands there, with the sign that it deserves."""
    widget = drawn.named("channel sum")
    if not isinstance(widget, ChannelSum):
        return 0
    numbers = "".join(run.text for run in widget.runs if run.role != "dim" or run.text.strip() in ("+", "=", "≈"))
    plain = numbers.split("ReLU")[0]
    match = re.match(r"(.*?) ([=≈]) (≈0|−?[\d.]+(?:e−?\d+)?)", plain)
    if match is None or "?" in match[0] or any("…" in run.text for run in widget.runs):
        return 0
    assert is_true(Equation(match[1].strip(" +"), match[2], match[3])), widget.runs
    return 1


def test_a_channel_of_a_colour_image_has_its_hue_and_others_are_gray() -> None:
    for channel, hue in enumerate(((255, 77, 77), (77, 221, 77), (90, 138, 255))):
        shown = reduce(at(three_channels(), STEP + 0.05), BringChannel(channel))
        drawn = pixels(picture(shown, SIZES[1]))
        place = window(shown, SIZES[1]).places.image
        row, column = np.argwhere(np.array(shown.result.scenario.image) == 3)[-1]
        face = place.cell(int(row), int(column))
        assert tuple(drawn[face.y + 4, face.x + face.w // 2]) == hue
    shown = at(SHOWN["five"], 0.05)
    drawn = pixels(picture(shown, SIZES[1]))
    face = window(shown, SIZES[1]).places.image.cell(7, 7)
    red, green, blue = drawn[face.y + 3, face.x + face.w // 2]
    assert red == green == blue


def test_a_value_that_is_asked_for_stands_nowhere() -> None:
    asked = reduce(at(three_channels(), STEP + 0.95), TogglePredict())
    asked = reduce(asked, ChooseQuestion(Question.VALUE))
    drawn = window(asked, SIZES[1])
    runs = drawn.named("channel sum")
    assert isinstance(runs, ChannelSum)
    assert "".join(run.text for run in runs.runs).endswith("= ?")
    assert not any(
        "11" in line.text for widget in drawn.widgets for line in lines_of(widget) if "step" not in widget.name
    )


@pytest.mark.parametrize("question", [Question.SIZE, Question.PATCH])
def test_what_tells_of_the_walk_is_not_shown_while_it_is_asked_for(question: Question) -> None:
    asked = reduce(reduce(at(three_channels(), STEP + 0.55), TogglePredict()), ChooseQuestion(question))
    drawn = window(asked, SIZES[1])
    assert not [widget for widget in drawn.widgets if widget.name.startswith("marks term")]
    assert not any(patch.placed for patch in all_of(drawn, LanePatch))
    if question is Question.SIZE:
        assert all(one.values is None for one in all_of(drawn, SmallMap))


def test_nothing_that_floats_lies_on_the_lane_in_front_or_on_the_sums() -> None:
    shown = at(three_channels(), STEP + 0.55)
    for asked in ("channel B", "map 2", "lock"):
        drawn = window(shown, SIZES[2], asked=Control(asked))
        bubble = next(widget for widget in drawn.widgets if isinstance(widget, Bubble))
        read = [widget for widget in drawn.widgets if widget.name.startswith(("column ", "channel sum", "dot product"))]
        places = drawn.places
        assert isinstance(places, LaneStage)
        rects = [widget.rect for widget in read] + [places.lanes[1].rect]
        assert len(read) > 10
        assert not [rect for rect in rects if rect.meets(bubble.rect)], asked


def test_where_one_lane_is_shown_its_sum_does_not_stand_in_the_map() -> None:
    for shown in (
        reduce(at(three_channels(), STEP + 0.69), ToggleCompare()),
        at(three_channels(), STEP + 0.69),
    ):
        making = [widget for widget in window(shown, SIZES[1]).widgets if isinstance(widget, Making)]
        assert making
        assert not any(one.words for one in making)
