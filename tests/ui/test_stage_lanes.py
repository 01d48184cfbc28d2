"""The places of several channels and filters: nothing lies on anything else, whatever is shown and how large it is."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.ui.columns import Shape
from game.ui.geometry import Rect
from game.ui.lane_places import SPARE, Lane, LaneShape, LaneStage
from game.ui.lane_space import LEAST_CELL
from game.ui.layout import layout
from game.ui.place import GridPlace
from game.ui.stage import row_under
from game.ui.stage_lanes import lane_stage

SIZES = ((1920, 1080), (1366, 768), (1280, 720), (1024, 768), (800, 600), (768, 1024), (1080, 1920), (640, 480))
LARGE = SIZES[:5]
COUNTS = ((1, 1), (1, 4), (2, 1), (3, 4), (4, 8), (5, 3), (8, 16), (16, 16))
KERNELS = ((1, 1), (2, 2), (3, 3), (5, 5), (15, 15), (1, 15), (15, 1))
IMAGES = ((6, 6), (20, 20), (64, 64), (3, 40))


def wanted(image: tuple[int, int], kernel: tuple[int, int], channels: int, filters: int, lanes: int) -> LaneShape:
    kernel = min(kernel[0], image[0]), min(kernel[1], image[1])
    output = image[0] - kernel[0] + 1, image[1] - kernel[1] + 1
    pictures = 0 if channels == 1 else channels + (channels == 3)
    return LaneShape(Shape(image, kernel, output, (0, 0)), pictures, lanes, filters if filters > 1 else 0, 2)


def stood(size: tuple[int, int], shape: LaneShape, scale: int = 100, asking: bool = False) -> tuple[LaneStage, Rect]:
    division = layout(*size, scale)
    row = row_under(division.stage, division.text, shape.shape.image[0])
    return lane_stage(division.stage, division.text, shape, row, asking), division.stage


def lane_rects(lane: Lane) -> list[Rect]:
    return [lane.badge, lane.patch.rect, lane.times, lane.kernel.rect, lane.equals, lane.products.rect]


def parts(places: LaneStage) -> dict[str, Rect]:
    """Return everything that may not meet anything else, by name."""
    found = {"image": places.image.rect, "output": places.output.rect, "brush": places.brush, "legend": places.legend}
    found |= {f"picture {index}": tile.rect for index, tile in enumerate(places.pictures)}
    found |= {f"map {index}": tile.rect for index, tile in enumerate(places.maps)}
    for index, lane in enumerate(places.lanes):
        found |= {f"lane {index}.{part}": rect for part, rect in enumerate(lane_rects(lane))}
    for index, row in enumerate(places.rows):
        found |= {f"row {index}.{part}": rect for part, rect in enumerate((row.badge, row.kernel, row.total))}
    for index, line in enumerate(places.column):
        found |= {f"sum {index} words": line.words, f"sum {index} box": line.box}
    found |= {"rule": places.rule, "note": places.note, "lens": places.lens}
    return {name: rect for name, rect in found.items() if rect.w and rect.h}


def overlaps(found: dict[str, Rect]) -> list[str]:
    return [f"{one} meets {other}" for one, other in combinations(found, 2) if found[one].meets(found[other])]


@pytest.mark.parametrize("asking", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_on_anything_else_or_outside(size: tuple[int, int], asking: bool) -> None:
    for image in IMAGES:
        for kernel in KERNELS:
            for channels, filters in COUNTS:
                shape = wanted(image, kernel, channels, filters, channels)
                places, area = stood(size, shape, asking=asking)
                found = parts(places)
                outside = [name for name, rect in found.items() if not area.holds(rect)]
                assert not overlaps(found), (image, kernel, channels, filters, overlaps(found)[:4])
                assert not outside, (image, kernel, channels, filters, outside)


@pytest.mark.parametrize("cells", [(24, 24, 24), (31, 38, 38), (60, 70, 50)])
@pytest.mark.parametrize("size", [*SIZES, (785, 525)])
def test_grids_without_numbers_have_room_for_some_where_others_need_not_be_so_large(
    size: tuple[int, int], cells: tuple[int, int, int]
) -> None:
    gained = 0
    for image in IMAGES:
        for kernel in KERNELS[:4]:
            for channels, filters in COUNTS:
                shape = wanted(image, kernel, channels, filters, channels)
                plain, (places, area) = stood(size, shape)[0], stood(size, shape.changed(cells=cells))
                found = parts(places)
                assert not overlaps(found), (image, kernel, channels, filters, overlaps(found)[:4])
                assert all(area.holds(rect) for rect in found.values())
                before, after = readable(plain, cells), readable(places, cells)
                assert before <= after, "none loses its numbers"
                assert before < after or places == plain, "nothing is closer for nothing"
                gained += before < after
    assert gained or min(size) > 1000 or cells[0] > 40


@pytest.mark.parametrize("size", [(800, 600), (785, 525)])
def test_lanes_with_one_decimal_less_come_before_the_numbers_of_other_grids(size: tuple[int, int]) -> None:
    shape = wanted((8, 8), (3, 3), 3, 4, 3).changed(cells=(30, 38, 38))
    plain, less = stood(size, shape)[0], stood(size, shape.changed(lessened=29))[0]
    assert ("lane", 0) not in readable(plain, shape.cells)
    assert less.lanes[0].patch.pitch >= 29
    assert not overlaps(parts(less))
    assert stood((1366, 768), shape) == stood((1366, 768), shape.changed(lessened=29)), "all decimals come first"


def readable(places: LaneStage, cells: tuple[int, int, int]) -> set[tuple[str, int]]:
    """Return which grids have cells in which numbers can be written, and read with ease: without spare, and with it."""
    grids = zip(("image", "lane", "map"), (places.image, places.lanes[0].patch, places.output), cells, strict=True)
    return {(name, spare) for name, grid, cell in grids for spare in (0, SPARE) if grid.pitch >= cell - SPARE + spare}


@pytest.mark.parametrize("channels", range(1, 17))
@pytest.mark.parametrize("size", LARGE)
def test_each_number_of_channels_and_filters_has_its_places(size: tuple[int, int], channels: int) -> None:
    for filters in (1, 2, 8, 9, 16):
        for kernel in range(1, 16):
            places, area = stood(size, wanted((15, 17), (kernel, kernel), channels, filters, channels))
            found = parts(places)
            assert not overlaps(found), (kernel, filters)
            assert all(area.holds(rect) for rect in found.values()), (kernel, filters)
            assert len(places.lanes) == channels or (len(places.lanes) == 1 and len(places.rows) == channels)


@pytest.mark.parametrize("size", LARGE)
def test_all_lanes_are_shown_only_with_cells_that_are_large_enough(size: tuple[int, int]) -> None:
    text = layout(*size, 100).text
    for channels in range(2, 17):
        for kernel in range(1, 6):
            places, _ = stood(size, wanted((6, 6), (kernel, kernel), channels, 4, channels))
            assert not places.rows or len(places.lanes) == 1
            if not places.rows:
                assert all(lane.kernel.pitch >= LEAST_CELL * text for lane in places.lanes)


@pytest.mark.parametrize("size", LARGE)
def test_three_small_channels_have_a_lane_each(size: tuple[int, int]) -> None:
    for kernel in (2, 3):
        places, _ = stood(size, wanted((6, 6), (kernel, kernel), 3, 4, 3))
        assert len(places.lanes) == 3


@pytest.mark.parametrize("size", LARGE)
def test_the_image_and_the_map_stay_large(size: tuple[int, int]) -> None:
    for channels, filters in COUNTS:
        for kernel in (1, 2, 3, 5, 7):
            places, area = stood(size, wanted((8, 8), (kernel, kernel), channels, filters, channels))
            assert places.image.rect.h >= 0.3 * area.h, (channels, filters, kernel)
            assert places.output.rect.h >= 0.14 * area.h, (channels, filters, kernel)


def test_the_places_are_those_of_the_design() -> None:
    """layers-flat.png at 1920 × 1080, within what is not seen."""
    places, _ = stood((1920, 1080), wanted((6, 6), (2, 2), 3, 4, 3))
    assert (places.image.x, places.image.y) == (48, 142)
    assert 72 <= places.image.pitch <= 80
    assert len(places.pictures) == 4
    assert [lane.kernel.pitch for lane in places.lanes] == [places.kernel.pitch] * 3
    assert 74 <= places.kernel.pitch <= 80
    assert places.output.rect.right <= 1524
    assert 56 <= places.output.pitch <= 66
    assert len(places.column) == 6  # R, G, B, bias; sum, ReLU


def test_the_lane_in_front_is_the_kernel_and_the_products() -> None:
    places, _ = stood((1366, 768), wanted((6, 6), (2, 2), 3, 4, 3))
    for index, lane in enumerate(places.lanes):
        assert (places.facing(index).kernel, places.facing(index).products) == (lane.kernel, lane.products)
    assert not places.facing(-1).kernel.pitch


def test_no_wire_crosses_another_and_none_runs_through_a_grid() -> None:
    for size in LARGE:
        places, _ = stood(size, wanted((6, 6), (2, 2), 4, 8, 4))
        assert list(places.wires) == sorted(places.wires, reverse=True)
        assert all(lane.products.rect.right < min(places.wires) for lane in places.lanes)
        assert max(places.wires) < places.output.x


def test_a_grid_has_its_place_whatever_its_pitch() -> None:
    places, _ = stood((800, 600), wanted((64, 64), (15, 15), 16, 16, 16))
    grids: list[GridPlace] = [places.image, places.kernel, places.products, places.output]
    assert all(grid.pitch >= 1 for grid in grids)


@pytest.mark.parametrize("size", LARGE)
@pytest.mark.parametrize("scale", [100, 150, 200, 300])
def test_with_large_words_the_map_stays_and_the_column_goes(size: tuple[int, int], scale: int) -> None:
    shape = wanted((6, 6), (2, 2), 3, 4, 3)
    places, area = stood(size, shape, scale)
    assert places.output.rect.h >= 0.14 * area.h
    assert not overlaps(parts(places))
    assert all(area.holds(rect) for rect in parts(places).values())
    assert bool(places.column) == bool(places.rule.w)
    assert len(places.column) == 6 or scale > 100


@pytest.mark.parametrize("size", SIZES[:3])  # the rail stands beside them at both scales
def test_small_words_do_not_make_the_lanes_small(size: tuple[int, int]) -> None:
    for kernel in (2, 3):
        for channels, filters in COUNTS:
            shape = wanted((8, 8), (kernel, kernel), channels, filters, channels)
            places, area = stood(size, shape, 75)
            assert not overlaps(parts(places)), (channels, filters, kernel)
            assert all(area.holds(rect) for rect in parts(places).values()), (channels, filters, kernel)
            before = stood(size, shape)[0].lanes
            more = len(places.lanes) > len(before)  # all of them have room with small words
            assert more or places.lanes[0].patch.pitch >= 0.9 * before[0].patch.pitch, (channels, filters, kernel)
    few = stood(size, wanted((6, 6), (2, 2), 3, 4, 3), 75)[0]
    assert few.lanes[0].patch.pitch >= 0.7 * few.image.pitch, "what is being made is large beside the image"
