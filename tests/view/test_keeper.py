"""What is kept from frame to frame never goes stale: neither the parts of the window nor their pictures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.input.intent import Cell, Control, GridName, Intent, Target
from game.input.mode_intents import TogglePredict
from game.input.scenario_intents import EndGesture, Paint, Undo
from game.input.train_intents import ToggleTraining, TrainAgain
from game.session.facts.around import TransportFacts, transport_facts
from game.session.facts.shown import StillShown
from game.session.interface import Interface
from game.session.reduce import reduce
from game.session.shown import Gathering, still_key
from game.session.state import State
from game.ui.frame import Frame
from game.ui.geometry import EMPTY, Rect
from game.ui.offers import Offers
from game.ui.themes import theme_of
from game.ui.widgets.base import Widget
from game.value import SEVERAL, Kept
from game.view.builder import Builder
from game.view.compositor import Compositor, paint
from game.view.frame import Keeper, StillFrame, frame_of
from game.window.transport import transport
from tests.picture import forget_pieces, frame, new_canvas, picture, pixels, scenario, state, typeface
from tests.session.hands import after, fresh
from tests.session.test_lanes import COLOUR
from tests.training import learning, passed

SIZE = (900, 620)
WIDE = (1366, 768)


def test_the_walk_the_clock_and_the_pointers_place_leave_all_that_is_still() -> None:
    before, gathering = state(position=3.2, playing=True), Gathering()
    still = gathering(before).still
    moved = before.playback.changed(position=4.9, playing=False, speed=5, loop=False, target=5.0)
    assert gathering(before.changed(playback=moved)).still is still
    for name, value in (("now", 7.0), ("pointer", (3.0, 4.0))):
        assert gathering(before.changed(interface=before.interface.changed(**{name: value}))).still is still
    assert gathering(before.changed(ahead=before.ahead.changed(due=7.0))).still is still
    assert gathering(before.changed(interface=before.interface.changed(coverage=True))).still is not still


@pytest.mark.parametrize("name", [name for name in State.names if name not in ("playback", "interface", "ahead")])
def test_anything_else_in_the_state_does_not(name: str) -> None:
    before = state()
    assert still_key(before) == still_key(before.changed())
    assert still_key(before) != still_key(before.changed(**{name: object()}))


@pytest.mark.parametrize("name", [name for name in Interface.names if name not in ("now", "pointer")])
def test_and_anything_else_in_the_interface(name: str) -> None:
    before = state()
    assert still_key(before) != still_key(before.changed(interface=before.interface.changed(**{name: object()})))


def test_and_what_is_told_of_the_walk_that_goes_on() -> None:
    asked, gathering = reduce(state(position=5.1), TogglePredict()), Gathering()
    still = gathering(asked).still
    assert gathering(asked.changed(playback=asked.playback.changed(position=5.2))).still is still
    assert gathering(asked.changed(playback=asked.playback.changed(position=6.1))).still is not still


def test_what_stands_still_in_a_channels_turn_is_the_same_when_its_turn_comes_again() -> None:
    gathering = Gathering()
    red = fresh(COLOUR)
    green, blue = (red.changed(result=red.result.at(channel, 0)) for channel in (1, 2))
    first = [gathering(each).still for each in (red, green, blue)]
    assert [each.sides[0].result.scenario.channel for each in first] == [0, 1, 2]
    assert all(gathering(each).still is still for each, still in zip((red, green, blue), first, strict=True))


def test_the_rail_in_a_filters_turn_is_the_same_when_its_turn_comes_again() -> None:
    builder, first = Builder(), fresh(COLOUR)
    turns = (first, first.changed(result=first.result.at(0, 1)))

    def rails() -> list[dict[str, Widget]]:
        windows = [builder.window(frame(each, (1366, 768)), Offers()) for each in turns]
        return [{one.name: one for one in window.widgets} for window in windows]

    before, again = rails(), rails()
    assert before[0]["kernel"] is not before[1]["kernel"], "each filter has its kernel"
    assert all(again[turn]["kernel"] is before[turn]["kernel"] for turn in (0, 1))


def test_only_the_last_few_are_remembered_and_each_as_it_is() -> None:
    keep, made = Kept(), list[int]()

    def double(value: int) -> int:
        made.append(value)
        return 2 * value

    assert [keep.again(double, value) for value in (1, 2, 3, 1, 2, 3)] == [2, 4, 6, 2, 4, 6]
    assert made == [1, 2, 3]
    assert [keep.again(double, value) for value in range(10, 10 + SEVERAL)] == [
        2 * one for one in range(10, 10 + SEVERAL)
    ]
    assert keep.again(double, 1) == 2
    assert made.count(1) == 2, "it was forgotten"


def test_what_is_made_ready_takes_nothing_from_what_is_shown() -> None:
    keep, made = Kept(), list[int]()

    def double(value: int) -> int:
        made.append(value)
        return 2 * value

    assert [keep(double, value) for value in (1, 2, 1, 2, 2, 1)] == [2, 4, 2, 4, 4, 2]
    assert made == [1, 2]
    assert [keep(double, value) for value in (3, 4, 1)] == [6, 8, 2]
    assert made == [1, 2, 3, 4, 1], "of more than two none is kept"
    shown, keeper = frame(state(), SIZE), Keeper()
    keeper.begin(shown)
    still = keeper.still
    keeper.begin(shown.changed(pressed="other"))
    keeper.begin(shown)
    assert keeper.still is still


@pytest.mark.parametrize("name", StillFrame.names)
def test_and_how_the_window_is_met(name: str) -> None:
    keep, met = Keeper(), frame(state(), SIZE)
    keep.begin(met)
    first = keep.still
    keep.begin(met.changed())
    assert keep.still is first
    another = {"still": met.still.changed(), "side": met.side.changed(placed=not met.side.placed)}.get(name, object())
    keep.begin(met.changed(**{name: another}))
    assert keep.still is not first


def test_what_is_made_of_the_still_frame_cannot_know_the_walk() -> None:
    keep = Keeper()
    keep.begin(frame(state(position=3.2), SIZE))
    still = keep.still.still
    for thing, name in ((still, "position"), (still.interface, "now"), (still.interface, "pointer")):
        assert not hasattr(thing, name)
    assert not hasattr(keep.still, "shown")
    assert not hasattr(keep.frame, "still"), "a panel's frame knows nothing of what is shown"


def test_a_part_is_the_same_object_until_a_value_that_it_is_made_of_is_another() -> None:
    keep = Keeper()

    def part(number: int, word: str) -> list[object]:
        return [number, word]

    def another(number: int, word: str) -> list[object]:
        return [number, word]

    first = keep(part, 1, "a")
    assert keep(part, 1, "a") is first
    other = keep(part, 2, "a")
    assert other == [2, "a"]
    assert keep(another, 2, "a") is not other


class TalkingFacts(TransportFacts):
    """Facts of a transport with one more control."""

    words: str


def talking(facts: TalkingFacts, met: Frame) -> tuple[Widget, ...]:
    """Return a panel with one more control: nobody has told the keeper of it."""
    return (*transport(facts, met), met.button("says", EMPTY, label=facts.words))


def test_a_control_that_is_added_needs_no_key_its_facts_are_the_key() -> None:
    keep, shown = Keeper(), state()
    keep.begin(frame(shown, SIZE))
    walk = shown.playback
    plain = transport_facts(walk.playing, walk.speed, walk.loop, (shown.steps, 6))
    facts = TalkingFacts(**plain.__dict__, words="one")
    first = keep(talking, facts, keep.frame)
    assert keep(talking, TalkingFacts(**plain.__dict__, words="one"), keep.frame) is first
    second = keep(talking, facts.changed(words="two"), keep.frame)
    assert [before.name for before, after in zip(first, second, strict=True) if before != after] == ["says"]


def walked() -> Iterator[State]:
    """Yield states that differ in the walk's transport alone."""
    start = state(position=5.1, playing=True)
    for changes in (
        {"position": 5.35},
        {"position": 5.7},
        {"position": 5.95},
        {"position": 6.0, "playing": False},
        {"position": 6.02},
        {"position": 16.0},
        {"position": 16.0, "loop": False},
        {"position": 2.4, "speed": 6},
        {"position": 2.4, "speed": 0, "target": 3.0},
        {"position": 0.0},
    ):
        yield start.changed(playback=start.playback.changed(**changes))


@pytest.mark.parametrize("hover", [None, Cell(GridName.IMAGE, 1, 3), Cell(GridName.PRODUCTS, 0, 1), Control("loop")])
def test_one_builder_makes_the_windows_that_new_ones_make(hover: Target | None) -> None:
    builder = Builder()
    for start in walked():
        shown = start.changed(interface=start.interface.changed(hover=hover))
        kept, fresh = new_canvas(SIZE), new_canvas(SIZE)
        paint(kept, builder.window(frame(shown, SIZE), Offers()).widgets, [Rect(0, 0, *SIZE)])
        paint(fresh, Builder().window(frame(shown, SIZE), Offers()).widgets, [Rect(0, 0, *SIZE)])
        assert np.array_equal(pixels(kept.surface), pixels(fresh.surface)), shown.playback


@pytest.mark.parametrize("dilation", [(1, 1), (2, 1)])
def test_from_any_moment_of_a_step_to_any_other_what_changed_is_drawn(dilation: tuple[int, int]) -> None:
    chance, builder, compositor = random.Random(8), Builder(), Compositor()
    kept = new_canvas(SIZE)
    start = state(scenario("noise", kernel="random signed").changed(dilation=dilation))
    for number in range(90):
        position = 5 + chance.choice((0.25, 0.3, 0.32, 0.4, 0.5, 0.6, 0.64, 0.7, 0.8, 0.88, 0.95, chance.random()))
        shown = start.changed(playback=start.playback.changed(position=position, playing=True))
        widgets = builder.window(frame(shown, SIZE), Offers()).widgets
        compositor.draw(kept, widgets)
        forget_pieces()  # the canvas keeps its own, mended ones
        fresh = new_canvas(SIZE)
        paint(fresh, widgets, [Rect(0, 0, *SIZE)])
        assert np.array_equal(pixels(kept.surface), pixels(fresh.surface)), (number, position)


def test_widgets_that_take_the_places_of_others_are_drawn_there() -> None:
    compositor, canvas = Compositor(), new_canvas(SIZE)
    widgets = Builder().window(frame(state(), SIZE), Offers()).widgets
    compositor.draw(canvas, widgets)
    turned = (*widgets[1:], widgets[0].changed(name="another"))
    assert Rect(0, 0, *SIZE) in compositor.draw(canvas, turned), "the ground has become another, over all"


def drawn_anew(shown: State) -> pygame.Surface:
    """Return the picture of a state, drawn without anything that is kept."""
    forget_pieces()
    return picture(shown, SIZE)


@pytest.mark.parametrize("theme", ["night", "high contrast"])
@pytest.mark.parametrize(
    ("side", "kernel", "padding"), [(8, "random", 1), (5, "outline", 0), (31, "random signed", 3), (64, "random", 2)]
)
def test_a_painted_image_is_mended_into_what_drawing_it_anew_gives(
    side: int, kernel: str, padding: int, theme: str
) -> None:
    chance = random.Random(side)
    shown = state(scenario("noise", (side, side), kernel, padding=(padding, padding)), 3.3, settings={"theme": theme})
    forget_pieces()
    states = [shown]
    kept = []
    for _ in range(12):
        cells = [(chance.randrange(side), chance.randrange(side)) for _ in range(chance.choice((1, 1, 2, side)))]
        deed: Intent = Paint(tuple(cells[:1]) if side > 6 else tuple(cells), chance.random())
        states.append(reduce(states[-1], chance.choice((deed, deed, deed, Undo(), EndGesture()))))
        canvas = new_canvas(SIZE, theme)
        paint(canvas, Builder().window(frame(states[-1], SIZE), Offers()).widgets, [Rect(0, 0, *SIZE)])
        kept.append(canvas.surface)
    assert theme_of(theme).name == theme
    for painted, surface in zip(states[1:], kept, strict=True):
        assert np.array_equal(pixels(surface), pixels(drawn_anew(painted)))


def learned(frames: int) -> Iterator[State]:
    """Yield the states of a run in which a network learns, one for each picture."""
    shown = after(learning(), TrainAgain(), ToggleTraining())
    for _ in range(frames):
        shown = passed(shown, 1)
        yield shown


def test_while_a_network_learns_what_changed_is_drawn_and_where_rail_and_strip_follow_the_stage_is_not_built() -> None:
    builder, compositor, gathering = Builder(), Compositor(), Gathering()
    kept, stages, late = new_canvas(WIDE), list[StillFrame](), list[bool]()
    for shown in learned(12):
        widgets = builder.window(frame_of(gathering(shown), WIDE, typeface()), Offers()).widgets
        compositor.draw(kept, widgets)
        forget_pieces()
        assert np.array_equal(pixels(kept.surface), pixels(picture(shown, WIDE))), len(stages)
        stages.append(builder._keep.stage)
        late.append(shown.train.late is not None)
    assert late.count(True) > 1
    pairs = zip(late, late[1:], pairwise(stages), strict=False)
    same = [first is then for was, now, (first, then) in pairs if was and not now]
    assert same
    assert all(same)
    assert len({id(stage) for stage in stages}) == late.count(True) + 1


@pytest.mark.parametrize("name", [name for name in StillShown.names if name not in ("strip", "rail")])
def test_the_stage_is_another_where_anything_is_that_stands_on_it(name: str) -> None:
    keep, met = Keeper(), frame(next(learned(1)), WIDE)
    keep.begin(met)
    first = keep.stage
    rail = met.still.rail.changed(train=None)
    keep.begin(met.changed(still=met.still.changed(rail=rail)))
    assert keep.stage is first
    assert keep.still is not first
    keep.begin(met.changed(still=met.still.changed(rail=rail, **{name: object()})))
    assert keep.stage is not first


def test_also_where_the_rail_has_anything_else_or_the_window_is_met_in_another_way() -> None:
    keep, met = Keeper(), frame(next(learned(1)), WIDE)
    keep.begin(met)
    first = keep.stage
    keep.begin(met.changed(still=met.still.changed(rail=met.still.rail.changed(brush=object()))))
    assert keep.stage is not first
    keep.begin(met)
    again = keep.stage
    keep.begin(met.changed(pressed="play"))
    assert keep.stage is not again
