"""Compare with channels: each side has the sum of its channels under its grids, and says no more than is known."""

from __future__ import annotations

import re
from typing import Any

import pytest

from game.core.scenario import Scenario
from game.input.intent import Side
from game.input.mode_intents import ToggleCompare
from game.input.walk_intents import BringChannel
from game.session.reduce import reduce
from game.session.state import State
from game.ui.offers import Offers
from game.ui.place import GridPlace
from game.ui.typeface import digit_height
from game.ui.widgets.label import Label
from game.view.builder import Builder
from game.view.grids import Kernel
from game.view.lanes.line import ChannelSum
from game.view.lanes.maps import SmallMap
from game.view.making import Making
from game.view.pencil import Marks
from game.view.places import panes_of
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import frame, scenario, state, window
from tests.ui.measure import GRIDS_OF_BOTH, crowded, lines_of, places_of
from tests.view.equations import equations_of, is_true
from tests.window.test_text_places import visible_lines

SIZES = ((1366, 768), (1024, 768), (1920, 1080), (800, 600))
STEP = 32
SHOWN = {
    "three channels": three_channels(),
    "decimals": layer(3, 2, activation="sigmoid", whole=False),
    "sixteen": layer(16, 16),
    "one channel": layer(1, 4, activation="leaky relu"),
    "groups": layer(6, 6, groups=3, padding=(1, 1)),
    "large kernels": layer(4, 3, (20, 17), (15, 15), whole=False, activation="leaky relu"),
    "large image": layer(3, 4, (64, 64), (7, 7), whole=False, activation="tanh"),
}
OTHER = three_channels("none").varied(kernel=three_channels().layer.weights[:2] * 2, bias=[5.0, 7.0])


def compared(shown: Scenario, position: float, other: Scenario | None = None, **interface: Any) -> State:
    """Return a state that compares a layer with another one, or with a copy of itself."""
    made = state(shown, position, **interface)
    made = made.changed(compare=made.compare.changed(last=other))
    return reduce(made, ToggleCompare())


def sums(drawn: Window) -> dict[str, str]:
    """Return the sums of the channels that are written, by the names of their widgets."""
    found = [widget for widget in drawn.widgets if isinstance(widget, ChannelSum)]
    return {widget.name: "".join(line.text for line in lines_of(widget)) for widget in found}


def test_each_side_adds_up_its_own_channels_as_the_walk_makes_them() -> None:
    told = [
        sums(window(compared(three_channels(), STEP + part, OTHER), (1366, 768))) for part in (0.2, 0.6, 0.899, 0.99)
    ]
    assert [each["channel sum"] for each in told] == [
        "R? + G? + B? + bias 1 = ?",
        "R4 + G? + B? + bias 1 = ?",
        "R4 + G3 + B3 + bias 1 = 11",
        "R4 + G3 + B3 + bias 1 = 11,  ReLU(11) = 11",
    ]
    assert [each["channel sum b"] for each in told][-1] == "R8 + G6 + B6 + bias 7 = 27"


def test_the_cell_that_is_made_has_its_value_once_that_stands() -> None:
    for part, known in ((0.6, False), (0.97, True)):
        drawn = window(compared(three_channels(), STEP + part, OTHER), (1366, 768))
        found = [widget for widget in drawn.widgets if isinstance(widget, Making)]
        assert len(found) == len(Side)
        assert all(bool(lines_of(widget)) == known for widget in found)


def test_nothing_is_told_while_the_lanes_are_kept_back() -> None:
    made = frame(compared(three_channels(), STEP + 0.97, OTHER), (1366, 768))
    hidden = made.changed(shown=made.shown.changed(lanes=(None, None)))
    assert set(sums(Builder().window(hidden, Offers())).values()) == {
        "R? + G? + B? + bias 1 = ?",
        "R? + G? + B? + bias 7 = ?",
    }


def test_a_channel_that_is_brought_forward_changes_no_sum() -> None:
    made = compared(three_channels(), STEP + 0.6, OTHER)
    assert sums(window(made, (1366, 768))) == sums(window(reduce(made, BringChannel(2)), (1366, 768)))


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("presenting", [False, True])
def test_the_sums_stand_in_their_panes_over_nothing_else(size: tuple[int, int], name: str, presenting: bool) -> None:
    shown = SHOWN[name]
    for position in (0.2, shown.map_steps + 0.6, shown.steps - 0.01):
        made = compared(shown, position, presenting=presenting)
        drawn = window(made, size)
        lines = visible_lines(places_of(drawn))
        grids = [widget.rect for widget in drawn.widgets if widget.name in GRIDS_OF_BOTH]
        assert len(sums(drawn)) == len(Side)
        for pane, widget in zip(panes_of(frame(made, size)), sums(drawn), strict=True):
            own = drawn.named(widget)
            assert own is not None
            inked = [line.rect for line in lines_of(own)]
            assert all(pane.line.holds(rect) and pane.rect.holds(rect) for rect in inked), (widget, inked, pane.line)
            assert not any(pane.line.meets(grid) for grid in grids)
            assert not [text for text, rect in lines if rect.meets(pane.line) and rect not in inked]
        assert not crowded(lines)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("presenting", [False, True])
def test_beside_stacks_the_sums_end_the_lines_of_the_dot_products(
    size: tuple[int, int], name: str, presenting: bool
) -> None:
    shown = SHOWN[name]
    for position in (0.2, shown.map_steps + 0.6, shown.steps - 0.01):
        drawn = window(compared(shown, position, stacked=True, rise=1.0, presenting=presenting), size)
        paged = presenting and name != "three channels"  # a page of the lens takes the whole line
        assert len(sums(drawn)) == len(Side) or (paged and not sums(drawn))
        for widget, dot in zip(sums(drawn), ("dot product", "dot product b"), strict=False):
            one, other = drawn.named(widget), drawn.named(dot)
            assert one is not None
            assert other is not None
            assert one.rect.centre[1] == other.rect.centre[1]
            inked = [line.rect for line in lines_of(one)]
            assert all(one.rect.holds(rect) for rect in inked)
            assert max(line.rect.right for line in lines_of(other)) < min(rect.x for rect in inked)


@pytest.mark.parametrize("name", SHOWN)
def test_every_equation_of_both_sides_is_true(name: str) -> None:
    shown = SHOWN[name]
    for position in (0.95, shown.map_steps // 2 + 0.92, shown.steps - 0.02, float(shown.steps)):
        for decimals in (None, 1, 4):
            made = compared(shown, position)
            drawn = window(made.changed(settings=made.settings.changed(decimals=decimals)), (1366, 768))
            assert all(is_true(one) for one in equations_of(drawn)), position
            for words in sums(drawn).values():
                _adds_up(words)


def _adds_up(words: str) -> None:
    """See that the numbers before the sum make it, where all of them are written."""
    match = re.fullmatch(r"([^?…]*) \+ bias (\S+) ([=≈]) (\S+?)(,  .*)?", words)
    if match is None:
        return
    numbers = [
        float(part.replace("−", "-").strip("()")) for part in re.findall(r"\(?−?\d+(?:\.\d+)?\)?(?= \+|$)", match[1])
    ]
    total, bias = (float(match[place].replace("−", "-").strip("()")) for place in (4, 2))
    off = abs(sum(numbers) + bias - total)
    assert off < (1e-9 if match[3] == "=" else 0.5 * 0.1 * (len(numbers) + 2) + 1e-9), words


@pytest.mark.parametrize(("size", "least"), [((1024, 768), 23), ((1920, 1080), 32)])
def test_in_present_the_sums_are_read_from_the_back_row(size: tuple[int, int], least: int) -> None:
    for part in (0.2, 0.6, 0.99):
        drawn = window(compared(three_channels(), STEP + part, presenting=True), size)
        for name in sums(drawn):
            widget = drawn.named(name)
            assert widget is not None
            assert min(line.size for line in lines_of(widget)) >= least


def test_one_channel_and_one_filter_have_no_line_and_all_the_room() -> None:
    made = compared(scenario(), 5.4)
    assert sums(window(made, (1366, 768))) == {}
    assert all(not pane.line.h for pane in panes_of(frame(made, (1366, 768))))


def maps(drawn: Window) -> list[SmallMap]:
    """Return the small maps of both sides."""
    return [widget for widget in drawn.widgets if isinstance(widget, SmallMap)]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080)])
def test_each_side_has_small_maps_of_all_its_filters(size: tuple[int, int]) -> None:
    made = compared(three_channels(), 60.5)
    drawn = window(made, size)
    found = maps(drawn)
    assert [one.name for one in found] == [f"map {number}{side}" for side in ("", " b") for number in (1, 2, 3, 4)]
    assert [one.made for one in found[:4]] == [one.made for one in found[4:]] == [25, 25, 10, 0]
    assert [one.chosen for one in found] == [False, False, True, False] * 2
    assert [one.neighbours for one in found[4:5]] == [("map 4 b", "map 2 b")]
    others = [widget.rect for widget in drawn.widgets if widget.name in GRIDS_OF_BOTH or isinstance(widget, ChannelSum)]
    for pane, own in zip(panes_of(frame(made, size)), (found[:4], found[4:]), strict=True):
        assert all(pane.rect.holds(one.rect) and not any(one.rect.meets(other) for other in others) for one in own)
    (intent,) = found[5].intents
    assert [one.chosen for one in maps(window(reduce(made, intent), size))] == [False, True, False, False] * 2


def test_filters_that_the_walk_has_not_cannot_be_gone_to() -> None:
    found = maps(window(compared(OTHER, 3.5, three_channels()), (1366, 768)))
    assert [bool(one.intents) for one in found] == [True] * 4 + [False] * 2
    assert [one.mood.enabled for one in found] == [True] * 4 + [False] * 2


@pytest.mark.parametrize("size", SIZES)
def test_small_maps_never_cost_the_numbers_of_a_grid(size: tuple[int, int]) -> None:
    for name in ("three channels", "sixteen", "groups"):
        shown = SHOWN[name]
        alone = shown.varied(kernel=shown.layer.weights[:1], bias=[1.0], groups=1) if name == "sixteen" else shown
        looks = [
            {one.name: one.look.size for one in window(compared(each, 0.9), size).widgets if isinstance(one, Kernel)}
            for each in (alone, shown)
        ]
        assert {key: value > 0 for key, value in looks[0].items()} == {
            key: value > 0 for key, value in looks[1].items()
        }
    assert not maps(window(compared(three_channels(), 3.5, presenting=True), size)), "a class reads the map in front"


@pytest.mark.parametrize("size", SIZES)
def test_the_ring_of_a_product_does_not_touch_the_title(size: tuple[int, int]) -> None:
    drawn = window(compared(three_channels(), STEP + 0.42), size)
    for end in ("", " b"):
        ring, title = drawn.named(f"marks term products{end}"), drawn.named(f"title products{end}")
        assert isinstance(ring, Marks)
        assert ring.cells == ((0, 0),)
        assert isinstance(title, Label)
        assert isinstance(ring.pencil.place, GridPlace)
        reached = ring.pencil.place.y - ring.pencil.thick(0.06)
        assert title.rect.centre[1] + digit_height(title.size) / 2 + 2 <= reached
