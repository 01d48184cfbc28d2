"""Several channels in the Stack view: a tower for each lane, side by side, and the output level at the right."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings

from game.input.event_types import PointerDown
from game.input.intent import CardBorder, Cell, GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.pointer import Pointer
from game.input.walk_intents import BringChannel
from game.play.choices import HOME, Camera
from game.session.front import fronted
from game.session.reduce import reduce
from game.shell.pointing import press
from game.ui.widgets.label import Runs
from game.view.stack.places import StackPlaces
from game.view.stack.tower_places import Tower, TowerPlaces
from game.view.stack.tower_sums import SumPlate, SumWire
from game.view.stack.towers import TowerHand
from tests.layers import layer, three_channels
from tests.picture import picture, pixels, window
from tests.shell.hands import Person
from tests.ui.measure import crowded, places_of

from .scenes import cameras, inside, stacked
from .test_picking import quads

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.session.state import State
    from game.ui.geometry import Rect
    from game.view.window import Window

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
SIZE = (1366, 768)
COUNTS = (2, 3, 4, 5, 8, 16)
G_WORKS = 32.55
"""The instant of the design's picture: in step 33, G is being multiplied."""


def towered(shown: Scenario | None = None, position: float = G_WORKS, **more: Any) -> State:
    """Return a state of several channels in the Stack view, with those in front that the walk is at."""
    return fronted(stacked(shown or three_channels(), position, **more))


def places_in(shown: Window) -> TowerPlaces:
    """Return the places of the towers."""
    assert isinstance(shown.first.stack, TowerPlaces)
    return shown.first.stack


def corners(tower: Tower) -> list[tuple[float, float]]:
    """Return the corners of a tower's image and of its card, wherever that may float."""
    image, scenario = tower.places.image, tower.facts.result.scenario
    first, extent = (-scenario.padding[0], -scenario.padding[1]), scenario.kernel_extent
    return [*image.quad(*first, *scenario.padded_size), *tower.places.card.quad(*tower.places.corner, *extent)]


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", COUNTS)
def test_at_home_towers_stand_apart_on_the_stage(count: int, size: tuple[int, int], presenting: bool) -> None:
    now = window(towered(layer(count, 4, padding=(1, 1)), 40.5, presenting=presenting), size)
    places = places_in(now)
    stage, room = now.frame.layout.stage, places.parting
    assert len(places.towers) == room.shown >= 2
    assert len(places.towers) + len(places.aside) == count
    assert len(room.badges) == len(places.aside)
    for tower in places.towers:
        assert all(room.towers.inset(-1).contains(*point) for point in corners(tower)), tower.facts.letter
        assert all(tower.band.inset(-1).contains(*point) for point in corners(tower)), tower.facts.letter
        assert tower.band.holds(tower.box)
        assert tower.box.w, tower.badge.w
    parts = [tower.band for tower in places.towers] + list(room.badges) + [places.output.rect, room.titles, room.source]
    assert not [(one, other) for one in parts for other in parts if one is not other and one.meets(other)]
    assert all(stage.inset(-1).holds(part) for part in parts)


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", COUNTS)
def test_nothing_of_the_column_lies_over_another_part(count: int, size: tuple[int, int], presenting: bool) -> None:
    now = window(towered(layer(count, 16), 40.5, presenting=presenting), size)
    room, stage = places_in(now).parting, now.frame.layout.stage
    parts = [room.heading, room.output.rect, room.legend, room.addition, room.hint, *(tile.rect for tile in room.maps)]
    there = [part for part in parts if part.w and part.h]
    assert all(stage.holds(part) for part in there)
    assert not [(one, other) for one in there for other in there if one is not other and one.meets(other)]
    lines = [line for place in places_of(now) for line in place.lines]
    assert not crowded([(line.text, line.rect) for line in lines])
    large = room.output.rect
    assert large.w >= 0.97 * room.heading.w - room.output.columns or large.h > 0.25 * stage.h


@settings(max_examples=60, deadline=None)
@given(cameras())
def test_towers_stay_side_by_side_at_every_turn(camera: Camera) -> None:
    straight = camera.changed(across=0.0, down=0.0)
    for tower, other in pairwise(places_in(window(towered(camera=straight), SIZE)).towers):
        assert max(x for x, _ in corners(tower)) <= min(x for x, _ in corners(other)) + 1


@settings(max_examples=30, deadline=None)
@given(cameras())
def test_the_output_keeps_its_place_and_is_level(camera: Camera) -> None:
    first, second = (places_in(window(towered(camera=one), SIZE)).output for one in (HOME, camera))
    assert first == second
    assert first.across[1] == first.down[0] == 0.0
    assert first.across[0] == first.down[1] == hypot(*first.across)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [3, 4, 5, 16])
def test_the_lane_in_work_and_the_one_in_front_are_towers(count: int, size: tuple[int, int]) -> None:
    shown = layer(count, 2)
    for fraction in np.linspace(0.31, 0.89, 9):
        for brought in (None, 0, count - 1):
            state = towered(shown, 12 + float(fraction))
            state = state if brought is None else fronted(reduce(state, BringChannel(brought)))
            places = places_in(window(state, size))
            working = [lane for lane, one in enumerate(places.parts.lanes) if one.work]
            lanes = [tower.lane for tower in places.towers]
            assert state.result.scenario.channel in lanes
            assert len(working) > 1 or working[0] in lanes
            assert lanes == sorted(set(lanes))
            assert [tower.facts.channel for tower in places.towers if tower.front] == [state.result.scenario.channel]


def test_only_the_tower_in_front_has_numbers_and_what_is_not_in_work_is_dimmed() -> None:
    now = window(towered(), SIZE)
    for name in ("grid image R", "grid image B"):
        assert not now.named(name).writing.is_there  # type: ignore[union-attr]
    assert not any(one.is_there for one in now.named("card R").writings)  # type: ignore[union-attr]
    assert all(one.is_there for one in now.named("card").writings)  # type: ignore[union-attr]
    assert now.named("grid image numbers") is not None
    assert {one.name for one in now.widgets if one.name.startswith("veil ")} == {"veil R", "veil B"}
    together = window(towered(layer(5, 2), 12.6), SIZE)
    assert not [one for one in together.widgets if one.name.startswith("veil ")], "all work at the same time"


def test_each_sum_stands_in_its_box_and_its_line_is_solid_then() -> None:
    now = window(towered(), SIZE)
    sums = {one.words: one.number for one in now.widgets if isinstance(one, SumPlate)}
    assert sums == {"R": "4", "G": "", "B": ""}
    lines = {one.name: one for one in now.widgets if isinstance(one, SumWire)}
    assert {name: line.stands for name, line in lines.items()} == {
        "sum wire R": True,
        "sum wire G": False,
        "sum wire B": False,
        "sum wire": False,
    }
    output = places_in(now).output
    assert lines["sum wire"].points[-1] == output.point(1, 2)
    after = window(towered(position=32.95), SIZE)
    assert all(one.stands for one in after.widgets if isinstance(one, SumWire))
    many = window(towered(layer(16, 2), 40.95), SIZE)
    assert sorted(int(one.words) for one in many.widgets if isinstance(one, SumPlate)) == list(range(1, 17))
    assert all(one.number for one in many.widgets if isinstance(one, SumPlate))


def test_products_stay_on_the_card_until_the_patch_goes_back() -> None:
    held = [window(towered(position=32 + part), SIZE).named("card R").holds_products for part in (0.6, 0.9, 0.99)]  # type: ignore[union-attr]
    assert held == [True, True, False]


@pytest.mark.parametrize("position", [32.1, G_WORKS, 32.66, 32.95, 100.0])
def test_a_cell_of_each_tower_is_met_as_that_of_its_channel(position: float) -> None:
    now = window(towered(position=position), SIZE)
    for tower in places_in(now).towers:
        above: list[tuple[tuple[float, float], ...]] = []
        met = 0
        for name in (GridName.KERNEL, GridName.IMAGE):
            cells = quads(dict(tower.places.grids)[name])
            for at, corner in cells.items():
                centre = (corner[0][0] + corner[2][0]) / 2, (corner[0][1] + corner[2][1]) / 2
                widget = now.widget_at(*centre)
                if any(inside(other, centre, 2) for other in above) or isinstance(widget, SumPlate):
                    continue
                target = tower.places.target(*centre)
                met += 1
                assert target == Cell(name, *at) or isinstance(target, CardBorder)
                if tower.front:
                    assert now.target_at(*centre) == target
                else:
                    assert isinstance(widget, TowerHand)
                    assert widget.intents == (BringChannel(tower.facts.channel),)
            above.extend(cells.values())
        assert met > 30
    for at, corner in quads(places_in(now).output).items():
        centre = (corner[0][0] + corner[2][0]) / 2, (corner[0][1] + corner[2][1]) / 2
        assert now.target_at(*centre) == Cell(GridName.OUTPUT, *at)


@pytest.mark.parametrize("what", ["image", "kernel", "box"])
def test_a_click_on_another_tower_brings_its_channel_forward(what: str) -> None:
    state = towered()
    now = window(state, SIZE)
    tower = places_in(now).towers[2]
    middle = {"image": tower.places.image.cell(5, 5), "kernel": tower.places.kernel.cell(1, 1), "box": tower.box}[what]
    _, intents = press(Pointer(), PointerDown(*middle.centre), state, now)
    for intent in intents:
        state = fronted(reduce(state, intent))
    assert state.result.scenario.channel == 2
    assert [one.front for one in places_in(window(state, SIZE)).towers] == [False, False, True]


def test_a_badge_of_many_brings_its_channel_forward_as_a_tower() -> None:
    person = Person(layer(16, 2), size=SIZE, position=40.6)
    person.set(stacked=True, rise=1.0, camera=HOME)
    badge = person.window.named("sum 12")
    assert badge is not None
    person.clicks(badge.rect.centre)
    assert person.state.result.scenario.channel == 11
    assert 11 in [tower.facts.channel for tower in places_in(person.window).towers]


def test_empty_space_between_towers_turns_them() -> None:
    now = window(towered(), SIZE)
    tower = places_in(now).towers[0]
    x, y = tower.band.x + 4.0, tower.box.bottom + 20.0
    assert now.widget_at(x, y) is None
    assert now.target_at(x, y) is None


def test_painting_weights_and_the_card_work_on_the_tower_in_front() -> None:
    person = Person(three_channels(), size=SIZE, position=G_WORKS)
    person.set(stacked=True, rise=1.0, camera=HOME)
    person.waits(0.05)
    assert person.state.result.scenario.channel == 1
    before = person.state.result.scenario.channels
    person.clicks(Cell(GridName.IMAGE, 5, 0))
    after = person.state.result.scenario.channels
    assert [bool((one != other).any()) for one, other in zip(before, after, strict=True)] == [False, True, False]
    person.clicks(Cell(GridName.KERNEL, 0, 1))
    assert person.state.interface.entry is not None
    assert person.state.interface.entry.target == Cell(GridName.KERNEL, 0, 1)
    stack = places_in(person.window)
    x, y = stack.card.point(*stack.corner)
    assert person.window.target_at(x, y + 1) == CardBorder()


def test_products_stand_once_the_last_of_them_has_come_down() -> None:
    """At the end of multiplying every product shows, but the last tile is in the air yet."""
    seen = set()
    for position in np.linspace(32.31, 32.89, 59):
        drawn = window(towered(position=float(position)), SIZE)
        told = next((one.text for one in drawn.widgets if one.name == "size kernel"), "")  # type: ignore[attr-defined]
        standing = told.partition("stand in ")[2].partition(", are being")[0].split(", ")
        for one in places_in(drawn).parts.lanes:
            assert not (one.letter in standing and one.moment.rise.any()), (position, told)
            seen.add((one.letter, one.letter in standing))
    assert len(seen) == 2 * 3, "the products of each channel have stood, and have not"


def test_the_titles_say_what_stands_there() -> None:
    said = {one.name: one.text for one in window(towered(), SIZE).widgets if one.name.startswith(("title ", "size "))}  # type: ignore[attr-defined]
    assert said == {
        "title kernel": "Kernels of filter 2, over their patches",
        "size kernel": "products stand in R, are being made in G",
        "title image": "Source image: 3 channels of 6 × 6",
        "title output": "Output",
        "size output": "map 2 of 4, 5 × 5",
    }
    added = [one for one in window(towered(), SIZE).widgets if isinstance(one, Runs) and one.name.startswith("column ")]
    lines = ["".join(run.text for run in one.runs) for one in added]
    assert lines == ["R 4 + G ? + B ? + bias 1", "= ?  then ReLU"]


def test_one_channel_stands_as_one_tower_with_the_small_maps() -> None:
    now = window(towered(layer(1, 4), 3.5), SIZE)
    assert type(now.first.stack) is StackPlaces
    maps = [one.rect for one in now.widgets if one.name.startswith("map ")]
    assert len(maps) == 4
    assert not crowded([(str(place), rect) for place, rect in enumerate([*maps, now.first.stack.output.rect])])


@pytest.mark.parametrize("rise", [1.0, 0.15, 0.5, 0.9])
@pytest.mark.parametrize("reduced", [False, True])
def test_no_two_widgets_have_one_name(rise: float, reduced: bool) -> None:
    for shown in (three_channels(), layer(16, 3)):
        state = towered(shown, 12.55, rise=rise, settings={"reduced_motion": reduced})
        names = [one.name for one in window(state, SIZE).widgets]
        assert len(names) == len(set(names))


def asked(question: Question, position: float) -> State:
    """Return a state in which a question is open."""
    return fronted(reduce(reduce(towered(position=position), TogglePredict()), ChooseQuestion(question)))


def test_while_the_value_is_asked_it_is_not_told() -> None:
    now = window(asked(Question.VALUE, 32.66), SIZE)
    making = now.named("making")
    assert making is not None
    assert (making.words, making.value, making.shown_sum) == ("?", 0.0, None)  # type: ignore[attr-defined]
    assert not [one for one in now.widgets if one.name == "column 0"]


def test_while_the_patch_is_asked_nothing_shows_where_the_kernels_stand() -> None:
    views = [asked(Question.PATCH, 32 + part) for part in (0.0, 0.35, 0.55, 0.88)]
    for one in views:
        now = window(one, SIZE)
        assert not [each.name for each in now.widgets if each.name.startswith(("card", "patch", "sum wire"))]
        assert not [each for each in now.widgets if isinstance(each, SumPlate) and each.number]
    shots = [pixels(picture(one, SIZE))[40:590, :1100] for one in views]
    assert all((shot == shots[0]).all() for shot in shots)


def test_while_the_size_is_asked_the_places_do_not_tell_it() -> None:
    views = []
    for stride in (1, 2):
        shown = towered(three_channels().varied(stride=(stride, stride)), 0.5)
        places = places_in(window(reduce(reduce(shown, TogglePredict()), ChooseQuestion(Question.SIZE)), SIZE))
        assert not places.output.there
        views.append((places.output, places.parting, [tower.box for tower in places.towers]))
    assert views[0] == views[1]


def rects(now: Window) -> list[Rect]:
    """Return where all towers' parts are."""
    return [one.rect for one in now.widgets if one.name.startswith(("grid image", "card"))]


def test_the_picture_follows_from_the_state_alone() -> None:
    forward = [window(towered(position=position), SIZE) for position in (32.2, 32.55, 32.9)]
    back = [window(towered(position=position), SIZE) for position in (32.9, 32.55, 32.2)]
    assert [rects(one) for one in forward] == [rects(one) for one in reversed(back)]


@pytest.mark.parametrize("scale", [75, 300])
@pytest.mark.parametrize("size", [(480, 360), (240, 180), (90, 60)])
@pytest.mark.parametrize("presenting", [False, True])
def test_towers_stand_in_windows_of_every_size(scale: int, size: tuple[int, int], presenting: bool) -> None:
    shown = towered(settings={"scale": scale}, presenting=presenting)
    assert window(shown, size).widgets
