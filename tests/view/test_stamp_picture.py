"""The picture of the stamps: what is mended of it, where hands meet its cells, and what is said of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from game.app import first_state
from game.core.operation_change import TRANSPOSED, with_operation
from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario, of_names
from game.core.stamp_counts import stamp_counts
from game.core.stamps import kept_of, meeting
from game.files.settings import Settings
from game.input.intent import Cell, GridName
from game.input.interface_intents import Hover, ShowSpread, ToggleCoverage
from game.input.layer_intents import SetOperation
from game.input.mode_intents import SwapSides, ToggleCompare
from game.input.scenario_intents import NudgeCell, Paint, SetQuantity, Undo
from game.input.walk_intents import Scrub, StepBack, StepForward, TogglePlay
from game.input.window_intents import Tick
from game.request import Request
from game.session.boards import Boards
from game.session.facts.stamps import stamp_side
from game.session.reduce import reduce
from game.session.shown import shown
from game.session.stamp_links import stamp_links
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.view.marks import LinkFrame
from game.view.pencil import Marks
from game.view.stamp.bubbles import stamp_bubble
from game.view.stamp.card import StampCard
from game.view.stamp.counts import counts_of
from game.view.stamp.map_picture import SMALL
from game.view.stamp.whole import WholeMap
from game.view.window import Window
from game.view.written_lines import DotProduct
from tests.layers import three_channels
from tests.picture import new_canvas, picture, pixels, state, window
from tests.session.test_transposed import PICTURE
from tests.view.lanes.test_changes import mended_is_anew
from tests.view.test_compositor import colours

DILATED = Scenario([[1, 2, 3], [0, 1, 2]], [[1, 2], [3, -4]], 3, stride=(2, 3), dilation=(3, 2), transposed=True)
CUT = PICTURE.changed(padding=Padding(2, 0, 1, 3), output_padding=(0, 0))
ONE_MAP = Scenario(
    [[1, -2], [3, 4]], [[1, 2], [3, 4]], 4, stride=(1, 1), transposed=True, activation="relu", bias=[0.5]
)
SMALL_CELLS = with_operation(of_names("noise", (16, 16), "random", (5, 5), stride=(3, 3)), TRANSPOSED)
CHANNELS = with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED)
KINDS = {
    "picture": PICTURE,
    "dilated": DILATED,
    "cut": CUT,
    "relu": ONE_MAP,
    "small": SMALL_CELLS,
    "channels": CHANNELS,
}
WALK = (
    Scrub(0.0),
    Scrub(0.1),
    Scrub(0.45),
    Scrub(0.65),
    *(Scrub(position) for position in (0.7, 0.74, 0.8, 0.86, 0.9, 0.97, 1.0, 1.7, 1.2, 0.8)),
    StepForward(),
    Tick(9.0),
    StepBack(),
    Paint(((0, 0),), 2.0),
    NudgeCell(Cell(GridName.KERNEL, 0, 0), 1),
    Hover(Cell(GridName.OUTPUT, 0, 0), (10.0, 10.0)),
    Hover(Cell(GridName.IMAGE, 0, 0), (10.0, 10.0)),
    Hover(None, (0.0, 0.0)),
    Undo(),
    Scrub(3.6),
    TogglePlay(),
    *(Tick(0.13) for _ in range(24)),
)


def laid(scenario: Scenario = PICTURE, position: float = 4.65, **interface: Any) -> State:
    return reduce(reduce(state(scenario, 0.0, **interface), Tick(0.0)), Scrub(position))


@pytest.mark.parametrize("interface", [{}, {"presenting": True}], ids=["window", "present"])
@pytest.mark.parametrize("name", KINDS)
def test_what_is_mended_is_what_would_be_drawn_anew(name: str, interface: dict[str, Any]) -> None:
    mended_is_anew(KINDS[name], 0.0, WALK, **interface)


@pytest.mark.parametrize("name", KINDS)
def test_the_end_of_each_map_is_mended_too(name: str) -> None:
    scenario = KINDS[name]
    each = scenario.map_stamps
    ends = [each - 1 + part for part in (0.65, 0.85, 0.95, 1.0)]
    further = [each + 0.3, each + 0.95, each - 0.3] if scenario.layer.filters > 1 else []
    mended_is_anew(scenario, 0.0, tuple(map(Scrub, (*ends, *further, scenario.stamps, scenario.stamps - 0.1))))


def test_what_a_stamp_has_left_on_a_large_map_is_as_it_would_be_drawn_anew() -> None:
    scenario = with_operation(of_names("noise", (9, 9), "random", (3, 3), stride=(2, 2)), TRANSPOSED)
    steps = (Scrub(step + part) for step in range(12, 16) for part in (0.1, 0.7, 0.95, 0.99))
    mended_is_anew(scenario, 0.0, tuple(steps))


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (520, 740), (400, 300)])
@pytest.mark.parametrize("name", ["picture", "dilated", "channels"])
def test_no_widget_draws_outside_its_own_rectangle(name: str, size: tuple[int, int]) -> None:
    canvas, wrong = new_canvas(size), {}
    magenta = canvas.surface.map_rgb((255, 0, 255)) & 0xFFFFFF
    for position in (0.05, 2.25, 2.5, 2.65, 2.8, 2.97):
        for widget in window(laid(KINDS[name], position), size).widgets:
            if not isinstance(widget, WholeMap | StampCard | DotProduct) and not _said(widget):
                continue
            canvas.surface.fill((255, 0, 255))
            widget.draw(canvas)
            drawn = colours(canvas.surface) != magenta
            x, y, right, bottom = *widget.rect[:2], widget.rect.right, widget.rect.bottom
            drawn[max(0, x) : max(0, right), max(0, y) : max(0, bottom)] = False
            if drawn.any():
                wrong[widget.name] = position
    assert not wrong


def _said(widget: Widget) -> bool:
    """Tell whether it is one of the words beside the grids of stamps."""
    return isinstance(widget, Label) and widget.name.split()[0] in ("title", "size", "times", "stamps", "spread", "sum")


@pytest.mark.parametrize("interface", [{}, {"presenting": True}], ids=["window", "present"])
@pytest.mark.parametrize("name", ["picture", "dilated", "cut", "relu"])
def test_what_is_mended_in_compare_is_what_would_be_drawn_anew(name: str, interface: dict[str, Any]) -> None:
    wider = SetQuantity("stride", None, 3)
    mended_is_anew(KINDS[name], 0.0, (ToggleCompare(), *WALK[:18], wider, *WALK[18:34], SwapSides()), **interface)


def test_side_b_lights_what_the_stamp_of_side_a_feeds() -> None:
    both = reduce(laid(), ToggleCompare())
    found = {each.name: each for each in window(both, (1366, 768)).widgets}
    frame = found["fed b"]
    assert isinstance(frame, LinkFrame)
    assert (frame.first, frame.size) == ((1, 1), (3, 3))
    assert isinstance(found["grid output"], WholeMap)
    first = window(reduce(both, Scrub(0.65)), (1366, 768)).named("fed b")
    assert isinstance(first, LinkFrame)
    assert (first.first, first.size) == ((0, 0), (2, 2))  # the rest is cut off
    assert window(reduce(both, Scrub(9.0)), (1366, 768)).named("fed b") is None
    plain = reduce(both, SetOperation("convolution"))  # side B
    assert window(plain, (1366, 768)).named("fed b") is None


def test_coverage_counts_the_stamps_that_meet_in_each_cell() -> None:
    for scenario in KINDS.values():
        found = counts_of(stamp_side(result_of(scenario), boards(scenario)))
        kept = kept_of(scenario)
        assert np.array_equal(found[kept], stamp_counts(scenario))
    covered = reduce(laid(), ToggleCoverage())
    words = {each.name: each.text for each in window(covered, (1366, 768)).widgets if isinstance(each, Label)}
    assert words["title output"] == "Stamps in each cell"
    assert words["title image"] == "Source image"
    told = shown(covered)
    side = told.still.sides[0].stamps
    assert side is not None
    assert told.stamp is not None
    said = [
        stamp_bubble(side, told.stamp, told.moments[0], Cell(GridName.OUTPUT, *at), covered=True)[0]
        for at in ((0, 0), (0, 1), (1, 1))
    ]
    assert said == ["One stamp", "2 stamps", "4 stamps"]


@pytest.mark.parametrize("name", ["picture", "dilated", "small"])
def test_what_is_mended_of_the_coverage_is_what_would_be_drawn_anew(name: str) -> None:
    mended_is_anew(KINDS[name], 0.0, (ToggleCoverage(), *WALK[:16], ToggleCoverage(), Scrub(1.7)))


def boards(scenario: Scenario) -> Boards:
    return shown(laid(scenario)).still.sides[0].boards


def grids(found: Window) -> list[Rect]:
    return [place.rect for _, place in found.first.grids() if place.pitch]


@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600), (700, 1000)])
@pytest.mark.parametrize("name", KINDS)
def test_grids_and_words_have_places_of_their_own(name: str, size: tuple[int, int], scale: int) -> None:
    now = laid(KINDS[name])
    now = now.changed(settings=now.settings.changed(scale=scale))
    found = window(now, size)
    stage = found.frame.layout.stage
    places = grids(found)
    assert len(places) == 4
    for index, one in enumerate(places):
        assert stage.holds(one), (name, one)
        assert not any(one.meets(other) for other in places[index + 1 :])
    said = [each for each in found.widgets if _said(each)]
    assert len(said) >= 4
    for each in said:
        assert not any(each.rect.meets(place) for place in places), each.name


def test_hands_meet_the_cells_as_the_scenario_has_them() -> None:
    found = window(laid(), (1366, 768))
    part = found.first
    for grid, cells in (
        (GridName.IMAGE, [(0, 0), (2, 4), (4, 2)]),
        (GridName.KERNEL, [(0, 0), (2, 1), (1, 2)]),
        (GridName.OUTPUT, [(0, 0), (5, 5), (2, 3)]),
    ):
        for cell in cells:
            assert part.target_at(*part.place(grid).cell(*cell).centre) in (
                Cell(grid, *cell),
                None,
            ) or part.card.contains(*part.place(grid).cell(*cell).centre)
            assert part.place(grid).at(*part.place(grid).cell(*cell).centre) == cell
    assert part.place(GridName.OUTPUT).at(*part.place(GridName.OUTPUT).cell(-1, 3).centre) is None
    first, last = part.place(GridName.KERNEL).cell(0, 0), part.place(GridName.KERNEL).cell(2, 2)
    assert first.x > last.x
    assert first.y > last.y


def test_pixels_are_drawn_where_they_are_met_and_the_kernel_as_it_was_set() -> None:
    now, size = laid(), (1366, 768)
    seen, found = pixels(picture(now, size)), window(now, size)
    white = found.first.place(GridName.IMAGE).cell(2, 0)  # the 3 of an image whose white is 3
    assert seen[white.y + 6, white.x + 6].tolist() == [255, 255, 255]
    board = found.frame.side.stamps
    assert board is not None
    assert board.kernel.tolist() == [[1, 0, 2], [0, 3, 1], [2, 1, 0]]


def line_of(now: State, size: tuple[int, int] = (1366, 768)) -> str:
    lines = next(each for each in window(now, size).widgets if isinstance(each, DotProduct)).lines
    return " | ".join("".join(run.text for run in line) for line in lines)


def test_the_line_says_what_happens() -> None:
    at = "pixel 2 × kernel, added at rows\u00a03–5, columns\u00a03–5 of the 7 × 7"
    assert line_of(laid(position=4.2)) == at
    assert line_of(laid(position=4.31)) == f"{at}; at row\u00a03, column\u00a03: 2 × 1 = 2"
    assert line_of(laid(position=4.65)) == f"{at}; at row\u00a03, column\u00a03: 10 + 2 = 12"
    assert line_of(laid(position=4.95)) == f"{at}; at row\u00a03, column\u00a03: 10 + 2 = 12"
    assert line_of(laid(position=9.0)) == "Every pixel has stamped once."
    assert "rows\u00a01, 4, columns\u00a04, 6" in line_of(laid(DILATED, 1.65))
    assert line_of(laid(ONE_MAP, 3.95)) == "The map is finished; then ReLU of each cell"


def test_titles_say_what_is_cut_and_of_which_channel_and_map_they_are() -> None:
    sizes = {each.name: each.text for each in window(laid(), (1366, 768)).widgets if isinstance(each, Label)}
    assert sizes["size output"] == "7 × 7, cut to 6 × 6"
    assert sizes["size image"] == "3 × 3"
    assert sizes["times"] == "× 2, the pixel"
    sizes = {
        each.name: each.text for each in window(laid(CHANNELS, 40.6), (1366, 768)).widgets if isinstance(each, Label)
    }
    assert sizes["size image"] == "channel G of 3, 6 × 6"
    assert sizes["size output"] == "map 1 of 4, 12 × 12"


def bubble(now: State, cell: Cell) -> tuple[str, ...]:
    told = shown(now)
    side = told.still.sides[0].stamps
    assert side is not None
    assert told.stamp is not None
    return stamp_bubble(side, told.stamp, told.moments[0], cell)


def test_bubbles_say_how_many_stamps_have_come() -> None:
    cell = Cell(GridName.OUTPUT, 1, 1)  # row 3, column 3 of the whole map
    come = "of the 4 stamps that meet here have come"
    assert bubble(laid(position=4.65), cell)[0::2] == ("10", f"3 {come}")
    assert bubble(laid(position=4.95), cell)[0::2] == ("12", f"4 {come}")
    assert bubble(laid(position=0.65), Cell(GridName.OUTPUT, 5, 5))[0] == "Empty"
    assert bubble(laid(position=9.0), cell)[0::2] == ("12", f"4 {come}")
    assert bubble(laid(), Cell(GridName.IMAGE, 4, 2))[2] == "Stamps rows\u00a05–7, columns\u00a03–5 of the 7 × 7"
    assert bubble(laid(), Cell(GridName.KERNEL, 0, 0))[0] == "0"
    assert bubble(laid(), Cell(GridName.PRODUCTS, 1, 1)) == ("6", "pixel 2 × weight 3")
    apart = Scenario([[1.0, 2.0]], [[1.0]], stride=(1, 2), transposed=True, bias=[0.5])
    assert bubble(laid(apart, 0.65), Cell(GridName.OUTPUT, 0, 1))[0::2] == (
        "0.5",
        "No stamp comes here: the bias stays",
    )


def test_pointing_lights_what_belongs_together() -> None:
    assert meeting(PICTURE, (1, 1)) == ((0, 0), (0, 1), (1, 0), (1, 1))
    marks = {mark.name: mark for mark in stamp_links(Cell(GridName.OUTPUT, 1, 1), PICTURE, None).marks}
    assert marks["patch"].cells == ((0, 0), (0, 2), (2, 0), (2, 2))  # type: ignore[union-attr]  # no frame
    (_, frame) = stamp_links(Cell(GridName.IMAGE, 2, 2), PICTURE, None).marks
    assert (frame.first, frame.size) == ((1, 1), (3, 3))  # type: ignore[union-attr]  # a frame
    stamp = shown(laid()).stamp
    assert stamp is not None
    _, product, cell = stamp_links(Cell(GridName.KERNEL, 2, 2), PICTURE, stamp.stamp).marks
    assert (product.role, product.cells) == (GridName.PRODUCTS, ((0, 0),))  # type: ignore[union-attr]
    assert (cell.role, cell.cells) == (GridName.OUTPUT, ((1, 1),))  # type: ignore[union-attr]


def test_what_has_been_made_is_not_covered_by_the_card() -> None:
    size = (1366, 768)
    made, standing = laid(position=5.0), laid(position=4.901)
    place = window(made, size).first.place(GridName.OUTPUT)
    for row in (1, 2, 3):
        for column in (1, 2, 3):
            inner = place.cell(row, column).inset(9)
            area = slice(inner.y, inner.bottom), slice(inner.x, inner.right)
            assert np.array_equal(pixels(picture(made, size))[area], pixels(picture(standing, size))[area])


def test_the_switch_stands_at_one_place_in_both_pictures() -> None:
    found = window(laid(), (1366, 768)).named("spread")
    other = window(reduce(laid(), ShowSpread()), (1366, 768)).named("spread")
    assert found is not None
    assert other is not None
    assert found.rect == other.rect
    assert found.release(found.rect.right - 5, found.rect.centre[1]) == (ShowSpread(on=True),)


def test_partial_sums_are_hollow_and_finished_cells_are_filled() -> None:
    now, size = laid(position=4.97), (1366, 768)
    seen, place = pixels(picture(now, size)), window(now, size).first.place(GridName.OUTPUT)

    def inside(row: int, column: int) -> list[int]:
        rect = place.cell(row, column)
        found: list[int] = seen[rect.y + rect.h // 5, rect.x + rect.w // 5].tolist()
        return found

    ground = inside(5, 5)
    assert inside(1, 4) == ground  # a partial sum, a 1
    assert inside(0, 0) != ground  # finished, a 3
    assert np.ptp(np.array(inside(1, 4))) < 20


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (840, 480), (800, 600)])
@pytest.mark.parametrize("name", KINDS)
def test_titles_and_sizes_do_not_meet(name: str, size: tuple[int, int]) -> None:
    for cover in (False, True):
        labels = [each for each in window(laid(KINDS[name], coverage=cover), size).widgets if isinstance(each, Label)]
        for grid in ("image", "kernel", "output"):
            title, sizes = ([each for each in labels if each.name == f"{kind} {grid}"] for kind in ("title", "size"))
            assert title
            assert not sizes or not title[0].rect.meets(sizes[0].rect)


def test_the_bubble_at_the_end_of_a_map_says_what_the_activation_has_made() -> None:
    below = Scenario([[-4.0, 1.0]], [[1.0]], stride=(1, 2), transposed=True, activation="relu", bias=[-1.0])
    for position in (1.95, 2.0):
        now = laid(below, position)
        assert bubble(now, Cell(GridName.OUTPUT, 0, 0))[0] == "0"
        assert bubble(now, Cell(GridName.OUTPUT, 0, 1))[0] == "0"
    assert bubble(laid(below, 1.65), Cell(GridName.OUTPUT, 0, 0))[0] == "−5"


def whole_map(now: State) -> WholeMap:
    found = window(now, (1100, 700)).named("grid output")
    assert isinstance(found, WholeMap)
    return found


def drawn(widget: WholeMap) -> NDArray[np.uint32]:
    canvas = new_canvas((1100, 700))
    widget.draw(canvas)
    return colours(canvas.surface)


@pytest.mark.parametrize("name", ["picture", "dilated", "relu", "channels"])
def test_the_map_alone_says_where_it_has_changed(name: str) -> None:
    scenario, chance = KINDS[name], np.random.default_rng(5)
    parts = (0.0, 0.4, 0.7, 0.75, 0.8, 0.88, 0.91, 0.97)
    for _ in range(60):
        first = int(chance.integers(scenario.map_stamps))
        places = (first + chance.choice(parts), first + chance.integers(-2, 3) + chance.choice(parts))
        before, after = (whole_map(laid(scenario, min(max(float(at), 0.0), scenario.stamps))) for at in places)
        differ = drawn(before) != drawn(after)
        for rect in after.changes(before):
            differ[max(0, rect.x) : rect.right, max(0, rect.y) : rect.bottom] = False
        assert not differ.any(), places


@pytest.mark.parametrize("theme", ["night", "daylight", "high contrast"])
@pytest.mark.parametrize("size", [(1366, 768), (520, 400)], ids=["squares", "colours alone"])
def test_partial_sums_without_digits_are_told_apart_by_their_shade(size: tuple[int, int], theme: str) -> None:
    shown_of = with_operation(of_names("ramp", (16, 16), "ones", (3, 3), stride=(2, 2)), TRANSPOSED)
    laid_state = laid(shown_of, 15.95).changed(settings=state(settings={"theme": theme}).settings)
    canvas, drawn = new_canvas(size, theme), window(laid_state, size)
    whole = drawn.named("grid output")
    assert isinstance(whole, WholeMap)
    assert (whole.place.pitch < SMALL) is (size == (520, 400))
    whole.draw(canvas)
    shades = colours(canvas.surface)
    row = 2  # the last of the stamps' rows: the next row of pixels is added to it
    below = [whole.place.cell(row, column).inset(whole.place.pitch * 0.3) for column in (4, 30)]
    empty = whole.place.cell(row + 4, 4).inset(whole.place.pitch * 0.3)
    faces = [set(shades[x : x + wide, y : y + high].ravel().tolist()) for x, y, wide, high in (*below, empty)]
    small, large, nothing = faces
    assert small != large
    assert large != nothing
    finished = whole.place.cell(1, 30).inset(whole.place.pitch * 0.3)
    rim = whole.place.cell(row, 30)
    edge = int(shades[rim.x + rim.w // 2, rim.y])
    if size == (1366, 768):
        assert edge == canvas.surface.map_rgb(canvas.theme.product) & 0xFFFFFF, "the edge stays that of a partial sum"
        return
    assert set(shades[finished.x : finished.right, finished.y : finished.bottom].ravel().tolist()) != large


@pytest.mark.parametrize("interface", [{}, {"presenting": True}, {"coverage": True}], ids=["window", "wall", "counts"])
def test_the_line_is_about_the_cell_where_most_stamps_meet_which_is_ringed(interface: dict[str, Any]) -> None:
    for position, cell in ((4.65, (2, 2)), (4.97, (2, 2)), (1.97, (2, 2)), (2.65, (2, 4))):
        shown_of = laid(PICTURE, position, **interface)
        drawn = window(shown_of, (1366, 768))
        ring = drawn.named("marks spoken")
        assert isinstance(ring, Marks)
        assert ring.cells == (cell,)
        said = [
            run.text for each in drawn.widgets if isinstance(each, DotProduct) for line in each.lines for run in line
        ]
        assert any(f"row\xa0{cell[0] + 1}, column\xa0{cell[1] + 1}" in words for words in said)


def test_where_a_term_is_in_work_or_no_cell_is_spoken_of_no_other_is_ringed() -> None:
    for position in (4.1, 4.25, 4.5, 4.8, 9.0):
        assert window(laid(PICTURE, position), (1366, 768)).named("marks spoken") is None
    closing = PICTURE.changed(activation="relu")
    assert window(laid(closing, 8.97), (1366, 768)).named("marks spoken") is None


def test_a_picture_of_an_instant_has_the_channel_of_its_stamp_in_front() -> None:
    channels = set()
    for position in (0.2, 30.5, 30.95):
        opened = first_state(Request(scenario=CHANNELS, position=position, paused=True), Settings(), None)
        stamp = shown(opened).stamp
        assert stamp is not None
        assert stamp.stamp.channel == opened.result.scenario.channel
        channels.add(stamp.stamp.channel)
    assert len(channels) > 1
