"""Compare at every size and scale: nothing cut, nothing over another, both sides alike, the grids as large as fits."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from game.core.scenario import startup
from game.input.intent import Intent, Side
from game.input.interface_intents import ToggleLink
from game.input.mode_intents import FocusSide, ToggleCompare, ToggleSharedScale
from game.input.scenario_intents import ChooseKernel, SetQuantity
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.ui.layout import MENU_FOLDED
from game.view.places import looks_in, panes_of, stage_of
from tests.picture import frame, scenario, scenarios, state, window
from tests.ui.measure import GRIDS_OF_BOTH, crowded, places_of
from tests.ui.test_layout import SCALES, SIZES, TINY_SIZES

from .test_text_places import Seen, Size, hot, outside, parent, visible_lines

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.session.state import State

SMALL_SIZE = (480, 360)
EVERY_SIZE = pytest.mark.parametrize("size", [SMALL_SIZE, *SIZES])
EVERY_SCALE = pytest.mark.parametrize("scale", SCALES)
OTHER_SIDES: dict[str, tuple[Intent, ...]] = {
    "a copy": (),
    "stride 1, padding 3": (
        SetQuantity("stride", None, 1),
        SetQuantity("padding", None, 3),
    ),
    "a large kernel": (SetQuantity("kernel size", None, 15), ChooseKernel("random signed")),
    "rows alone": (ToggleLink("stride"), SetQuantity("stride", 0, 8)),
}
DONE = (FocusSide(Side.A), ToggleSharedScale())


def compared(shown: Scenario, done: tuple[Intent, ...], scale: int = 100, end: bool = False) -> State:
    """Return a state with Compare on, and side B changed."""
    position = float(shown.steps) if end else min(5.4, shown.steps - 0.6)
    made = state(shown, position, settings={"scale": scale})
    for intent in (ToggleCompare(), *done):
        made = reduce(made, intent)
    return made


def presented(made: State) -> State:
    return made.changed(interface=made.interface.changed(presenting=True))


@lru_cache(maxsize=64)
def seen(size: Size, scale: int) -> list[Seen]:
    """Return the windows of all scenarios with all other sides."""
    found = []
    for name, shown in scenarios().items():
        for other, done in OTHER_SIDES.items():
            more = DONE if other == "a copy" else ()
            made = compared(shown, (*done, *more), scale, end=other == "rows alone")
            drawn = window(made, size)
            found.append(Seen(f"{name}, {other}", frame(made, size).layout, drawn, places_of(drawn)))
    return found


@EVERY_SCALE
@EVERY_SIZE
def test_no_text_lies_outside_its_part_or_over_another(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        for place in one.places:
            wrong += [f"{one.name}: {w}" for w in outside(one.places, parent(one.division, place), place)]
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded(visible_lines(one.places))]
    assert not wrong, "\n".join(wrong)


@EVERY_SCALE
@EVERY_SIZE
def test_the_grids_lie_in_their_panes_and_nothing_lies_over_them(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        grids = [(widget.name, widget.rect) for widget in one.window.widgets if widget.name in GRIDS_OF_BOTH]
        panes = {widget.name: widget.rect for widget in one.window.widgets if widget.name in ("pane a", "pane b")}
        for name, rect in grids:
            pane = panes["pane b" if name.endswith(" b") else "pane a"]
            if not (pane.holds(rect) and one.division.stage.holds(pane)):
                wrong.append(f"{one.name}: {name} {tuple(rect)} not in {tuple(pane)}")
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded([*grids])]
        wrong += [
            f"{one.name}: {words}  /  {name}"
            for words, rect in visible_lines(one.places)
            for name, grid in grids
            if rect.meets(grid)
        ]
    assert not wrong, "\n".join(wrong)


@EVERY_SCALE
@EVERY_SIZE
def test_no_control_lies_over_another_or_leaves_the_window(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        controls = [part for widget in one.window.widgets if widget.focusable for part in hot(widget)]
        visible = [(name, rect) for name, rect in controls if rect.w and rect.h]
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded(visible)]
        wrong += [f"{one.name}: {name}" for name, rect in visible if not one.division.whole.holds(rect)]
        names = [widget.name for widget in one.window.widgets]
        assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)
    assert not wrong, "\n".join(wrong)


@EVERY_SIZE
def test_the_pixels_of_both_sides_are_of_one_size_and_stand_at_the_same_place(size: Size) -> None:
    for shown in scenarios().values():
        for done in OTHER_SIDES.values():
            first, second = panes_of(frame(compared(shown, done), size))
            assert first.rect[2:] == second.rect[2:]
            images = first.places.image, second.places.image
            assert images[0].pitch == images[1].pitch
            corners = [
                (image.corner(0, 0)[0] - pane.rect.x, image.corner(0, 0)[1] - pane.rect.y)
                for image, pane in zip(images, (first, second), strict=True)
            ]
            assert corners[0] == corners[1]
            outputs = first.places.output, second.places.output
            assert outputs[0].y - first.rect.y == outputs[1].y - second.rect.y


def test_panes_stand_beside_each_other_on_a_wide_stage_and_below_on_a_tall_one() -> None:
    for size in SIZES:
        first, second = panes_of(frame(compared(startup(), ()), size))
        stage = frame(compared(startup(), ()), size).layout.stage
        assert (first.rect.y == second.rect.y) == (stage.w >= stage.h)
        assert (first.rect.x == second.rect.x) == (stage.w < stage.h)


@pytest.mark.parametrize(
    ("size", "image", "output"), [((1920, 1080), 38, 72), ((1366, 768), 25, 52), ((800, 600), 18, 36)]
)
def test_the_grids_are_large(size: Size, image: int, output: int) -> None:
    first, second = panes_of(frame(compared(startup(), ()), size))
    for pane in (first, second):
        assert pane.places.image.pitch >= image
        assert pane.places.output.pitch >= output


def test_with_room_for_their_numbers_there_are_products_too() -> None:
    first, _ = panes_of(frame(compared(startup(), ()), (1920, 1080)))
    assert first.places.products.pitch == first.places.kernel.pitch >= 31
    first, _ = panes_of(frame(compared(startup(), ()), (800, 600)))
    assert first.places.products.pitch == first.places.kernel.pitch >= 31
    first, _ = panes_of(frame(compared(startup(), OTHER_SIDES["a large kernel"]), (800, 600)))
    assert not first.places.products.pitch


def test_eight_by_eight_beside_eight_by_eight_has_numbers_everywhere_in_a_laptop_s_window() -> None:
    made = compared(scenario(), ())
    for side in Side:
        looks = looks_in(seen_of := frame(made, (1366, 768)).of(side), stage_of(seen_of))
        assert all(getattr(looks, grid).size for grid in ("image", "kernel", "products", "output"))
        places = stage_of(seen_of)
        assert min(places.image.pitch, places.output.pitch) >= 36


def test_in_present_on_a_small_projector_the_image_has_numbers() -> None:
    seen_of = frame(presented(compared(scenario(), ())), (1366, 768)).of(Side.A)
    looks = looks_in(seen_of, stage_of(seen_of))
    assert looks.image.size
    assert looks.kernel.size


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768), (800, 600), (700, 1000)])
@pytest.mark.parametrize("presenting", [False, True])
def test_no_third_of_a_pane_is_empty(size: Size, presenting: bool) -> None:
    for shown in (startup(), scenario(), scenario(kernel_size=(5, 5)), scenario(size=(64, 64))):
        made = compared(shown, ())
        made = presented(made) if presenting else made
        for pane in panes_of(frame(made, size)):
            places = pane.places
            grids = [grid.rect for grid in (places.image, places.kernel, places.products, places.output) if grid.pitch]
            empty = largest_empty(pane.rect, [pane.head, places.legend, *grids])
            assert empty.w * empty.h <= pane.rect.w * pane.rect.h / 3, (size, shown.image_size, tuple(empty))


def test_what_is_too_much_between_the_grids_stands_around_them() -> None:
    one = scenario(size=(1, 1), kernel_size=(1, 1))
    for pane in panes_of(frame(compared(one, ()), (1366, 768))):
        places = pane.places
        left, above = places.image.x - pane.rect.x, places.image.y - pane.head.bottom
        assert left > pane.rect.w * 0.1
        assert abs(above - (pane.rect.bottom - places.products.rect.bottom)) < pane.rect.h * 0.05


def largest_empty(whole: Rect, taken: list[Rect]) -> Rect:
    """Return the largest rectangle in a whole one that meets none of those that are taken."""
    across = sorted({whole.x, whole.right, *(edge for rect in taken for edge in (rect.x, rect.right))})
    down = sorted({whole.y, whole.bottom, *(edge for rect in taken for edge in (rect.y, rect.bottom))})
    free = (
        Rect(left, top, right - left, bottom - top)
        for left, right in combinations(across, 2)
        for top, bottom in combinations(down, 2)
    )
    return max((rect for rect in free if not any(map(rect.meets, taken))), key=lambda rect: rect.w * rect.h)


@pytest.mark.parametrize("size", TINY_SIZES)
def test_a_tiny_window_shows_both_images_and_play_and_no_more(size: Size) -> None:
    for shown in (startup(), scenario(size=(64, 64), padding=(8, 8))):
        drawn = window(compared(shown, ()), size)
        assert [widget.name for widget in drawn.widgets if widget.focusable] == ["play"]
        grids = [widget for widget in drawn.widgets if widget.name in GRIDS_OF_BOTH]
        assert [widget.name for widget in grids] == ["grid image", "grid image b"]
        assert all(frame(compared(shown, ()), size).layout.stage.holds(widget.rect) for widget in grids)
        assert all(not place.pitch for _, place in drawn.first.grids()[1:])


def test_compare_is_reached_by_a_button_where_the_bar_is_folded_too() -> None:
    folded = 0
    for size in SIZES:
        for scale in SCALES:
            made = compared(startup(), (), scale)
            division = frame(made, size).layout
            names = {widget.name for widget in window(made, size).widgets}
            assert names & {"compare", "menu"}, (size, scale)
            assert {"side a", "side b", "shared scale", "shared scale b"} <= names
            folded += division.fold >= MENU_FOLDED
    assert folded
