"""Compare in the Stack view: two stacks in two panes, under one camera; what is pointed at is of its side."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.input.event_types import PointerDown, PointerMove, Wheel
from game.input.intent import CardBorder, Cell, GridName, Intent, Side
from game.input.mode_intents import FocusSide, ToggleCompare, ToggleSharedScale
from game.input.pointer import Pointer
from game.input.scenario_intents import ChooseKernel, SetQuantity
from game.input.stack_intents import ComeHome, Orbit, SetGap, ToggleStack, ToggleTurning, Zoom
from game.play.choices import HOME, Camera
from game.session.reduce import reduce
from game.shell.pointing import move, press, wheel
from tests.picture import picture, window
from tests.shell.hands import Person
from tests.ui.measure import crowded, lines_of, places_of
from tests.view.test_compositor import SIZES, Screen, deeds
from tests.view.test_numbers_drawn import digit_pixels
from tests.view.test_present import SMALLEST

from .scenes import cameras, inside, scenarios, stacked
from .test_picking import FROM_ABOVE, quads

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.core.scenario import Scenario
    from game.session.state import State
    from game.view.stack.places import StackPlaces
    from game.view.window import Window

SIZE = (1400, 760)
STRIDE_1 = SetQuantity("stride", None, 1)
FRAMES = 320


def compared(*done: Intent, shown: Scenario | None = None, position: float = 5.6, **interface: Any) -> State:
    """Return a state with two sides, in the Stack view."""
    made = stacked(shown, position, **interface)
    for intent in (ToggleCompare(), *done):
        made = reduce(made, intent)
    assert made.compare.on
    return made


def stacks_of(shown: Window) -> tuple[tuple[Side, StackPlaces], ...]:
    """Return the stacks of both sides."""
    found = [(part.side, part.stack) for part in shown.sides]
    assert [side for side, _ in found] == [Side.A, Side.B]
    return tuple((side, stack) for side, stack in found if stack is not None)


def on_border(stack: StackPlaces, point: tuple[float, float]) -> bool:
    """Tell whether a point lies on a card's border, a little more than that included."""
    (rows, columns), (row, column) = stack.sizes.kernel, stack.corner
    out, into = stack.border, stack.border * 0.5
    whole = stack.card.quad(row - out, column - out, rows + 2 * out, columns + 2 * out)
    hole = stack.card.quad(row + into, column + into, max(0.0, rows - 2 * into), max(0.0, columns - 2 * into))
    return inside(whole, point, 0.01) and not inside(hole, point, -0.01)


@settings(max_examples=50, deadline=None)
@given(scenarios(10), cameras(), st.floats(0, 1), st.sampled_from((1.0, 1.0, 0.5)))
def test_the_centre_of_every_visible_cell_picks_that_cell_of_its_side(
    shown: Scenario, camera: Camera, share: float, rise: float
) -> None:
    now = window(compared(STRIDE_1, shown=shown, position=share * shown.steps, camera=camera, rise=rise), SIZE)
    seen = {Side.A: 0, Side.B: 0}
    stacks = stacks_of(now)
    assert len(stacks) == 2
    for side, stack in stacks:
        above: list[tuple[tuple[float, float], ...]] = []
        for name in FROM_ABOVE:
            cells = quads(dict(stack.grids)[name])
            for at, corners in cells.items():
                centre = (corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2
                hidden = any(inside(other, centre, 1e-6) for other in above)
                bordered = name is not GridName.OUTPUT and on_border(stack, centre)
                if hidden or bordered or not stack.clip.contains(*centre) or now.widget_at(*centre):
                    continue
                seen[side] += 1
                assert now.target_at(*centre) == Cell(name, *at, side)
                assert now.side_at(*centre) is side
            above.extend(cells.values())
    assert all(seen.values()) or camera.zoom > 2 or abs(camera.across) + abs(camera.down) > 0.1


@settings(max_examples=30, deadline=None)
@given(scenarios(10), st.floats(-180, 180))
def test_both_images_lie_alike_in_their_panes(shown: Scenario, turn: float) -> None:
    done = (STRIDE_1, SetQuantity("padding", None, 2))
    now = window(compared(*done, shown=shown, camera=HOME.changed(turn=turn)), SIZE)
    (_, first), (_, second) = stacks_of(now)
    assert first.clip[2:] == second.clip[2:]
    apart = second.clip.x - first.clip.x
    assert first.image.across == second.image.across
    assert first.image.down == second.image.down
    (x, y), (other_x, other_y) = (stack.image.point(shown.image_size[0] / 2, 0) for stack in (first, second))
    assert (other_x - apart, other_y) == pytest.approx((x, y))
    lifts = [stack.image.y - stack.card.y for stack in (first, second)]
    settled = [stack.home[2][1] - stack.home[1][1] for stack in (first, second)]
    assert lifts[0] / settled[0] == pytest.approx(lifts[1] / settled[1])


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600), (800, 1200), (480, 360)])
def test_at_home_both_stacks_are_whole_in_their_panes(size: tuple[int, int]) -> None:
    for done in ((), (STRIDE_1, SetQuantity("padding", None, 3))):
        for _, stack in stacks_of(window(compared(*done), size)):
            for name, grid in stack.grids:
                for corners in quads(grid).values() if grid.there else ():
                    assert all(stack.clip.inset(-2).contains(*corner) for corner in corners), name


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600), (800, 1200)])
@pytest.mark.parametrize("presenting", [False, True])
def test_no_words_lie_over_others(size: tuple[int, int], presenting: bool) -> None:
    for done in ((), (STRIDE_1, ChooseKernel("random signed"))):
        lines = [
            line for place in places_of(window(compared(*done, presenting=presenting), size)) for line in place.lines
        ]
        assert not crowded([(line.text, line.rect) for line in lines])


@pytest.mark.parametrize("size", SMALLEST)
def test_no_number_is_small_in_present(size: tuple[int, int]) -> None:
    now = window(compared(STRIDE_1, presenting=True, position=5.95), size)
    assert len(stacks_of(now)) == 2
    for place in places_of(now):
        for line in place.lines:
            digits = any(each.isdigit() for each in line.text)
            assert not digits or digit_pixels(line.size) >= SMALLEST[size], line


@pytest.mark.parametrize("rise", [1.0, 0.15, 0.5, 0.9])
@pytest.mark.parametrize("reduced", [False, True])
def test_no_two_widgets_have_one_name(rise: float, reduced: bool) -> None:
    made = compared(STRIDE_1, hover=Cell(GridName.IMAGE, 4, 4, Side.B))
    settled = made.changed(settings=made.settings.changed(reduced_motion=reduced))
    names = [
        widget.name for widget in window(settled.changed(interface=made.interface.changed(rise=rise)), SIZE).widgets
    ]
    assert len(names) == len(set(names))


def test_what_is_shown_of_a_side_is_its_own() -> None:
    now = window(compared(STRIDE_1, position=5.95), SIZE)
    first, second = now.named("making"), now.named("making b")
    assert first is not None
    assert second is not None
    assert (first.cell, second.cell) == ((1, 1), (2, 2))  # type: ignore[attr-defined]
    words = [
        "".join(line.text for line in lines_of(found))
        for name in ("size output", "size output b")
        if (found := now.named(name))
    ]
    assert words == ["4 × 4", "8 × 8"]


def test_links_are_drawn_on_the_side_that_is_pointed_at() -> None:
    for side, name in ((Side.A, "links"), (Side.B, "links b")):
        now = window(compared(STRIDE_1, hover=Cell(GridName.IMAGE, 4, 4, side)), SIZE)
        assert [widget.name for widget in now.widgets if widget.name.startswith("links")] == [name]


@pytest.mark.parametrize("side", Side)
def test_the_cursor_is_on_its_side(side: Side) -> None:
    now = window(compared(cursor=Cell(GridName.OUTPUT, 1, 2, side)), SIZE)
    cursor = now.named("cell cursor")
    assert cursor is not None
    assert dict(stacks_of(now))[side].clip.holds(cursor.rect)


@pytest.mark.parametrize("side", Side)
def test_empty_space_around_either_stack_turns_both(side: Side) -> None:
    made = compared(camera=HOME)
    now = window(made, SIZE)
    clip = dict(stacks_of(now))[side].clip
    x, y = clip.right - 12, clip.bottom - 12
    assert now.target_at(x, y) is None
    hands, _ = press(Pointer(), PointerDown(x, y), made, now)
    hands, _ = move(hands, PointerMove(x - 30, y), made, now)
    _, done = move(hands, PointerMove(x - 60, y), made, now)
    orbits = [intent for intent in done if isinstance(intent, Orbit)]
    assert len(orbits) == 1
    before = dict(stacks_of(now))
    after = dict(stacks_of(window(reduce(made, orbits[0]), SIZE)))
    assert all(before[each].turn != after[each].turn for each in Side)
    assert after[Side.A].turn == after[Side.B].turn


@pytest.mark.parametrize("side", Side)
def test_the_wheel_zooms_about_the_pointer_on_either_side(side: Side) -> None:
    made = compared(camera=HOME)
    now = window(made, SIZE)
    stack = dict(stacks_of(now))[side]
    x, y = stack.clip.x + 14, stack.clip.bottom - 80
    middle = stack.image.point(4, 4)
    _, done = wheel(Pointer(), Wheel(x, y, 1.0), made, now)
    zooms = [intent for intent in done if isinstance(intent, Zoom)]
    assert len(zooms) == 1
    larger = dict(stacks_of(window(reduce(made, zooms[0]), SIZE)))[side]
    seen = larger.image.point(4, 4)
    ratio = larger.image.across[0] / stack.image.across[0]
    assert ratio > 1.1
    assert (seen[0] - x, seen[1] - y) == pytest.approx(((middle[0] - x) * ratio, (middle[1] - y) * ratio), abs=0.5)


def test_a_hand_paints_and_moves_the_card_on_side_b() -> None:
    person = Person(size=SIZE, position=5.65)
    person.keys("D")
    person.set(stacked=True, rise=1.0, camera=HOME)
    person.clicks(Cell(GridName.IMAGE, 7, 4, Side.B))
    assert person.state.scenario.image[7, 4] == 1
    stack = dict(stacks_of(person.window))[Side.B]
    x, y = stack.card.point(*stack.corner)
    assert person.window.target_at(x, y + 1) == CardBorder(Side.B)


def test_drawing_what_changed_gives_the_same_picture_as_drawing_everything() -> None:
    chance = random.Random(73)
    person = Person(size=SIZES[0], position=3.4, playing=True)
    person.keys("D")
    person.controller.dispatch((STRIDE_1,))
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    both = 0
    dispatch = person.controller.dispatch
    own: list[Callable[[], object]] = [
        lambda: dispatch((Orbit(chance.uniform(-60, 60), chance.uniform(-20, 20)),)),
        lambda: dispatch((Zoom(chance.choice((0.7, 1.3)), chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5)),)),
        lambda: dispatch((chance.choice((ComeHome(), SetGap(chance.uniform(0, 2)), ToggleTurning())),)),
        lambda: dispatch((ToggleStack(),)),
        lambda: dispatch((chance.choice((ToggleSharedScale(), FocusSide())),)),
        lambda: person.set(stacked=True, rise=chance.choice((0.2, 0.6, 1.0))),
    ]
    for number in range(FRAMES):
        if not person.state.compare.on:
            dispatch((ToggleCompare(),))
        deed = chance.choice(deeds(chance, person) + own * 2)
        deed()
        screen.draw()
        now = person.window
        both += now.first.stack is not None and len(now.sides) == 2
        wrong = screen.difference()
        assert not wrong, f"frame {number}, {deed.__code__.co_names}, {person.state.interface}: {wrong}"
    assert both > FRAMES / 3


@pytest.mark.parametrize("size", [(300, 200), (200, 150)])
@pytest.mark.parametrize("rise", [0.3, 1.0])
def test_the_smallest_window_stays_flat(size: tuple[int, int], rise: float) -> None:
    made = compared(rise=rise)
    now = window(made, size)
    assert [side.stack for side in now.sides] == [None, None]
    assert picture(made, size).get_size() == size
