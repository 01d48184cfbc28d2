"""The three looks of a signed map: what its cells, its legend and its marks look like in each, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName, Side
from game.input.interface_intents import NextMapLook, ToggleLock
from game.input.layer_intents import SetFilters
from game.input.mode_intents import ToggleCompare, TogglePredict
from game.input.scenario_intents import NudgeCell, SetCell
from game.input.walk_intents import Scrub, ToEnd
from game.input.window_intents import Tick
from game.play.choices import GRAY, HUES, MAGNITUDE, MAP_LOOKS
from game.session.state import State
from game.ui.place import GridPlace
from game.ui.themes import BLACK, EVERY_THEME, WHITE, Colour, Theme, contrast, ink, looking, rim, shade
from game.view.colours import told_share
from game.view.lanes.maps import SmallMap
from game.view.making import Making
from game.view.output import Legend, Output, mark_clipped
from game.view.pencil import Pencil
from game.view.stack.layers import OutputLayer
from tests.layers import three_channels
from tests.picture import new_canvas, picture, pixels, scenario, side_of, state, window
from tests.session.hands import after
from tests.session.test_transposed import PICTURE
from tests.view.lanes.test_changes import mended_is_anew

if TYPE_CHECKING:
    from game.ui.geometry import Rect

SIZE = (1366, 768)
SIGNED = Scenario([[4, 0, -4], [2, -2, 8]], [[1]], 8, stride=(1, 1))
"""A map that is its image: from −4 to 8."""
AT_END = 6.0
IN_EVERY_THEME = pytest.mark.parametrize("theme", EVERY_THEME.values(), ids=[", ".join(names) for names in EVERY_THEME])


def looked(map_look: str, shown: Scenario = SIGNED, position: float = AT_END, **interface: Any) -> State:
    return state(shown, position, **interface, map_look=map_look)


def legend_of(shown: State, name: str = "legend") -> Legend:
    found = window(shown, SIZE).named(name)
    assert isinstance(found, Legend)
    return found


def corner_colour(shown: State, cell: Rect) -> Colour:
    """Return the colour of a cell beside its number."""
    red, green, blue = pixels(picture(shown, SIZE))[cell.y + cell.h // 6, cell.x + cell.w // 2].tolist()
    return red, green, blue


@pytest.mark.parametrize("theme", ["night", "daylight"])
def test_the_cells_of_a_map_have_the_shades_of_its_look(theme: str) -> None:
    grays = {
        GRAY: [[192, 128, 64], [160, 96, 255]],  # 128 + 127 v ÷ 8, or 128 + 128 v ÷ 8 below 0
        MAGNITUDE: [[128, 0, 128], [64, 64, 255]],
    }
    for map_look, levels in grays.items():
        shown = state(SIGNED, AT_END, settings={"theme": theme}, map_look=map_look)
        grid = window(shown, SIZE).named("grid output")
        assert isinstance(grid, Output)
        for row, line in enumerate(levels):
            for column, level in enumerate(line):
                found = corner_colour(shown, grid.place.cell(row, column))
                assert found == (found[0],) * 3
                assert abs(found[0] - level) <= 1, (map_look, row, column)


@IN_EVERY_THEME
def test_a_look_of_grays_goes_from_end_to_end_and_hues_are_the_theme_itself(theme: Theme) -> None:
    assert looking(theme, HUES) is theme
    gray, magnitude = looking(theme, GRAY), looking(theme, MAGNITUDE)
    assert looking(theme, GRAY) is gray
    ends = [shade(value, 2.0, gray.output, gray) for value in (-2, 0, 2, -9)]
    assert ends == [BLACK, (128, 128, 128), WHITE, BLACK]
    ends = [shade(value, 2.0, magnitude.output, magnitude) for value in (-2, 0, 2, -9)]
    assert ends == [WHITE, BLACK, WHITE, WHITE]
    assert gray.changed(output=theme.output, neutral=theme.neutral, negative=theme.negative) == theme


@IN_EVERY_THEME
@pytest.mark.parametrize("map_look", [GRAY, MAGNITUDE])
def test_numbers_and_marks_can_be_read_on_every_shade_of_a_look(theme: Theme, map_look: str) -> None:
    seen = looking(theme, map_look)
    for share in np.linspace(-1, 1, 201).tolist():
        ground = shade(share, 1.0, seen.output, seen)
        assert contrast(ink(ground), ground) >= 4.5, share
        assert (rim(ground) is None) == (contrast(ink(ground), ground) >= 7), share


def test_a_pattern_tells_no_sign_of_a_magnitude() -> None:
    assert [told_share(-0.5, look) for look in MAP_LOOKS] == [-0.5, -0.5, 0.5]


def test_in_high_contrast_magnitudes_have_one_pattern_and_grays_that_of_their_sign() -> None:
    def cells(map_look: str) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
        alike = Scenario([[-4, 4]], [[1]], 8, stride=(1, 1))
        shown = state(alike, 2.0, settings={"theme": "high contrast", "decimals": 0}, map_look=map_look)
        grid = window(shown, SIZE).named("grid output")
        assert isinstance(grid, Output)
        found = pixels(picture(shown, SIZE))
        squares = [grid.place.cell(0, column) for column in (0, 1)]
        return [found[cell.y : cell.y + cell.h // 10, cell.x : cell.right] for cell in squares]  # above the numbers

    first, second = cells(MAGNITUDE)
    assert np.array_equal(first, second)
    negative, positive = (cell < 128 for cell in cells(GRAY))
    assert not np.array_equal(negative, ~positive)


@pytest.mark.parametrize(("map_look", "labels"), [(HUES, ("−8", "8")), (GRAY, ("−8", "8")), (MAGNITUDE, ("0", "8"))])
def test_the_legend_has_the_ends_the_shades_and_a_word_of_the_look(map_look: str, labels: tuple[str, str]) -> None:
    shown = looked(map_look)
    found = legend_of(shown)
    assert (found.low, found.high) == labels
    words = {HUES: "relative intensity", GRAY: "gray around 0", MAGNITUDE: "magnitude"}
    assert found.words == words[map_look]
    seen = looking(EVERY_THEME["night", "standard"], map_look)
    bar = found.bar
    line = pixels(picture(shown, SIZE))[bar.y + 8, bar.x + 2 : bar.right - 2].astype(int)
    ends = shade(-1.0 if map_look != MAGNITUDE else 0.0, 1.0, seen.output, seen), seen.output
    assert np.abs(line[0] - ends[0]).max() <= 4
    assert np.abs(line[-1] - ends[1]).max() <= 4


def test_a_map_without_negative_values_has_all_looks_over_a_scale_from_0() -> None:
    plain = Scenario([[4, 0], [2, 8]], [[1]], 8, stride=(1, 1))
    for map_look in MAP_LOOKS:
        found = legend_of(looked(map_look, plain, 4.0))
        assert (found.low, found.high, found.below_zero) == ("0", "8", False)


def test_a_click_or_enter_on_the_legend_goes_to_the_next_look_and_it_says_the_key() -> None:
    shown = looked(HUES)
    found = legend_of(shown)
    assert found.focusable
    assert found.release(*found.rect.centre) == found.activate() == (NextMapLook(),)
    assert found.tooltip.splitlines()[0] == "The output in hues: green above 0, orange below"
    assert "(H)" in found.tooltip
    assert after(shown, *found.activate()).interface.map_look == GRAY


def test_the_ring_of_the_legend_is_whole() -> None:
    shown = looked(GRAY, focus="legend", focus_visible=True)
    ring, now = legend_of(shown).bar.inset(-2), EVERY_THEME["night", "standard"].now
    found = pixels(picture(shown, SIZE))
    x, y = ring.x + ring.w // 2, ring.y + ring.h // 2
    for row, column in ((ring.y, x), (ring.bottom - 1, x), (y, ring.x), (y, ring.right - 1)):
        assert np.abs(found[row, column].astype(int) - now).max() < 90, (row, column)


def test_while_predict_asks_the_map_its_answers_and_the_legend_are_in_hues() -> None:
    asked = after(looked(GRAY, scenario(kernel="random signed"), 7.2), TogglePredict())
    assert side_of(asked).boards.output.map_look == HUES
    found = legend_of(asked)
    assert (found.map_look, found.focusable, found.activate(), found.tooltip) == (HUES, False, (), "")
    left = after(asked, TogglePredict())
    assert side_of(left).boards.output.map_look == GRAY


@pytest.mark.parametrize("map_look", [GRAY, MAGNITUDE])
def test_both_sides_of_compare_have_the_look_and_a_legend_of_their_own(map_look: str) -> None:
    both = after(looked(map_look), ToggleCompare())
    assert [side_of(both, side).boards.output.map_look for side in Side] == [map_look, map_look]
    shown = window(both, SIZE)
    outputs = [widget for widget in shown.widgets if isinstance(widget, Output)]
    legends = [widget for widget in shown.widgets if isinstance(widget, Legend)]
    assert [widget.board.map_look for widget in outputs] == [map_look, map_look]
    assert sorted(widget.name for widget in legends) == ["legend", "legend b"]
    assert {widget.map_look for widget in legends} == {map_look}


def test_the_stack_the_small_maps_and_the_cell_that_is_made_have_the_look() -> None:
    stacked = window(looked(GRAY, stacked=True, rise=1.0), SIZE).widgets
    assert [one.board.map_look for one in stacked if isinstance(one, OutputLayer)] == [GRAY]
    layered = window(looked(GRAY, three_channels(), 40.5), SIZE).widgets
    assert {one.map_look for one in layered if isinstance(one, SmallMap)} == {GRAY}
    assert [one.map_look for one in layered if isinstance(one, Making)] == [GRAY]


def _differ(shown: State, only: str = "") -> int:
    """Return how many pixels of a picture are another in each of the three looks; `only`: those of a widget."""
    seen = [
        pixels(picture(shown.changed(interface=shown.interface.changed(map_look=each)), SIZE)) for each in MAP_LOOKS
    ]
    legend = window(shown, SIZE).named("legend")
    for each in seen:
        if legend is not None:
            each[legend.rect.y : legend.rect.bottom, legend.rect.x : legend.rect.right] = 0
    if only:
        part = window(shown, SIZE).named(only)
        assert part is not None
        seen = [each[part.rect.y : part.rect.bottom, part.rect.x : part.rect.right] for each in seen]
    pairs = ((seen[0], seen[1]), (seen[1], seen[2]), (seen[2], seen[0]))
    return min(int((one != other).any(axis=2).sum()) for one, other in pairs)


@pytest.mark.parametrize(
    "shown",
    [
        looked(HUES),
        looked(HUES, stacked=True, rise=1.0),
        looked(HUES, presenting=True),
        after(looked(HUES, PICTURE, 0.0), Tick(0.0), Scrub(8.5)),
        looked(HUES, scenario(size=(48, 48), kernel="sobel right"), 1500.0),
        looked(HUES, three_channels(), 100.0),
        looked(HUES, three_channels(), 100.0, stacked=True, rise=1.0),
    ],
    ids=["flat", "stack", "present", "stamps", "small cells", "channels", "towers"],
)
def test_each_view_draws_the_map_anew_in_another_look_whatever_it_has_kept(shown: State) -> None:
    assert _differ(shown) > 500


@pytest.mark.parametrize("size", [(6, 6), (60, 60)], ids=["whole cells", "shrunk"])
def test_each_small_map_is_drawn_anew_in_another_look(size: tuple[int, int]) -> None:
    several = after(looked(HUES, scenario(size=size, kernel="random signed"), 0.0), SetFilters(4), ToEnd())
    shown = after(several, Tick(9.0))
    assert _differ(shown, "map 2") > 100


def test_white_cells_on_daylight_and_black_ones_on_night_have_a_line_around_them_as_pixels_have() -> None:
    for theme, ground, value in (("daylight", WHITE, 8.0), ("night", (15, 19, 24), 0.0)):
        even = Scenario(np.full((3, 3), value), [[1]], 8, stride=(1, 1))
        shown = state(even, 9.0, settings={"theme": theme}, map_look=MAGNITUDE)
        grid = window(shown, SIZE).named("grid output")
        assert isinstance(grid, Output)
        cell = grid.place.cell(1, 1)
        row = pixels(picture(shown, SIZE))[cell.y + cell.h // 4, cell.x - 2 : cell.x + 4].astype(int)
        assert np.abs(row - ground).max() > 30, theme


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize(("map_look", "inks"), [(GRAY, (WHITE, BLACK)), (MAGNITUDE, (BLACK, BLACK))])
def test_a_value_beyond_a_locked_scale_is_marked_in_ink_that_is_seen_on_its_shade(
    map_look: str, inks: tuple[Colour, Colour], stacked: bool
) -> None:
    locked = after(looked(map_look), ToggleLock(), SetCell(Cell(GridName.KERNEL, 0, 0), 3.0))  # −12 and 24 beyond 8
    if stacked:
        canvas, places = new_canvas((400, 400)), GridPlace(0, 0, 60, 2, 3)
        mark_clipped(canvas, places, side_of(locked).boards.output.grid, 8.0, map_look)
        found = pixels(canvas.surface)
    else:
        grid = window(locked, SIZE).named("grid output")
        assert isinstance(grid, Output)
        places, found = grid.place, pixels(picture(locked, SIZE))
    for cell, wanted in zip(((0, 2), (1, 2)), inks, strict=True):
        corner = Pencil(places).corner(cell)
        assert tuple(found[corner.y + corner.h // 2, corner.x + corner.w // 2].tolist()) == wanted, cell


@pytest.mark.parametrize("map_look", [GRAY, MAGNITUDE])
def test_what_is_mended_is_as_if_drawn_anew_in_a_look(map_look: str) -> None:
    wide = scenario(size=(14, 14), kernel="random signed")
    steps = (NudgeCell(Cell(GridName.IMAGE, 3, 4), 0.3), NextMapLook(), NudgeCell(Cell(GridName.IMAGE, 9, 9), -0.3))
    mended_is_anew(wide, 144.0, steps, map_look=map_look)
    mended_is_anew(PICTURE, 5.5, (NudgeCell(Cell(GridName.IMAGE, 0, 0), 1.0), NextMapLook()), map_look=map_look)
