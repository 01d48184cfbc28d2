"""Coverage, what is not covered, and the links between pixels, weights and output cells, against counting."""

from typing import Literal

import numpy as np

from game.core.convolution import patch_corner
from game.core.coverage import cells_fed_by, corners_and_middle, coverage, pixels_touched_by_weight, uncovered
from game.core.scenario import Pair, Scenario, startup

from .scenarios import edge_scenarios, random_layered, random_scenario, scenario_of


def scenarios() -> list[Scenario]:
    random = np.random.default_rng(40)
    edges = [scenario for scenario in edge_scenarios(random) if scenario.steps < 1000]
    return edges + [random_scenario(random, largest=12) for _ in range(60)]


def walked(scenario: Scenario) -> list[tuple[Pair, Pair, Pair]]:
    """Return (output cell, weight, pixel in image coordinates) of every product of the walk."""
    triples = []
    for cell in np.ndindex(scenario.output_size):
        top, left = patch_corner(scenario, cell)
        for weight in np.ndindex(scenario.kernel_size):
            pixel = (top + weight[0] * scenario.dilation[0], left + weight[1] * scenario.dilation[1])
            triples.append((cell, weight, pixel))
    return triples


def test_coverage_counts_the_patches_on_each_pixel() -> None:
    for scenario in scenarios():
        counted = np.zeros(scenario.padded_size, dtype=int)
        for _, _, (row, column) in walked(scenario):
            counted[row + scenario.padding[0], column + scenario.padding[1]] += 1
        assert np.array_equal(coverage(scenario), counted)


def test_uncovered_pixels_are_either_left_over_or_skipped() -> None:
    for scenario in scenarios():
        parts = uncovered(scenario)
        assert not np.any(parts.left_over & parts.skipped)
        assert np.array_equal(parts.left_over | parts.skipped, coverage(scenario) == 0)


def test_left_over_is_what_lies_after_the_last_patch() -> None:
    for scenario in scenarios():
        parts = uncovered(scenario)
        pixels = [pixel for _, _, pixel in walked(scenario)]
        last_row = max(row for row, _ in pixels) + scenario.padding[0]
        last_column = max(column for _, column in pixels) + scenario.padding[1]
        row, column = np.indices(scenario.padded_size)
        assert np.array_equal(parts.left_over, (row > last_row) | (column > last_column))
        assert parts.lines.trailing_rows == scenario.padded_size[0] - 1 - last_row
        assert parts.lines.trailing_columns == scenario.padded_size[1] - 1 - last_column


def test_skipped_rows_and_columns_are_counted_before_the_end_of_the_last_patch() -> None:
    for scenario in scenarios():
        parts, covered = uncovered(scenario), coverage(scenario) > 0
        empty_rows, empty_columns = ~covered.any(axis=1), ~covered.any(axis=0)
        assert parts.lines.skipped_rows == empty_rows.sum() - parts.lines.trailing_rows
        assert parts.lines.skipped_columns == empty_columns.sum() - parts.lines.trailing_columns


def test_startup_leaves_one_row_and_one_column_over_and_skips_none() -> None:
    parts = uncovered(startup())
    assert (parts.lines.trailing_rows, parts.lines.trailing_columns) == (1, 1)
    assert (parts.lines.skipped_rows, parts.lines.skipped_columns) == (0, 0)
    assert not parts.skipped.any()


def test_stride_larger_than_the_kernel_skips_what_lies_between() -> None:
    parts = uncovered(scenario_of(np.zeros((7, 7)), [[1, 1], [1, 1]], stride=(5, 3)))
    assert (parts.lines.skipped_rows, parts.lines.skipped_columns) == (3, 1)
    assert (parts.lines.trailing_rows, parts.lines.trailing_columns) == (0, 2)


def test_pixel_links_to_the_output_cells_that_use_it() -> None:
    for scenario in scenarios():
        links: dict[Pair, list[Pair]] = {}
        for cell, _, pixel in walked(scenario):
            links.setdefault(pixel, []).append(cell)
        above, left = scenario.padding
        rows, columns = scenario.image_size
        for row in range(-above - 1, rows + above + 1):
            for column in range(-left - 1, columns + left + 1):
                assert cells_fed_by(scenario, (row, column)) == links.get((row, column), [])


def test_weight_links_to_every_pixel_it_ever_touches() -> None:
    for scenario in scenarios():
        links: dict[Pair, list[Pair]] = {}
        for _, weight, pixel in walked(scenario):
            links.setdefault(weight, []).append(pixel)
        for weight, pixels in links.items():
            assert pixels_touched_by_weight(scenario, weight) == pixels


def test_the_corners_and_the_middle_of_the_image_are_counted() -> None:
    for scenario in scenarios():
        counted = np.zeros(scenario.padded_size, dtype=int)
        for _, _, (row, column) in walked(scenario):
            counted[row + scenario.padding[0], column + scenario.padding[1]] += 1
        height, width = scenario.image_size
        down, across = scenario.padding
        inside = counted[down : down + height, across : across + width]
        corners = [inside[row, column] for row in (0, -1) for column in (0, -1)]
        middle = inside[(height - 1) // 2 : height // 2 + 1, (width - 1) // 2 : width // 2 + 1]
        ends = (min(corners), max(corners)), (middle.min(), middle.max())
        assert corners_and_middle(scenario) == ends


def test_the_corners_of_a_plain_walk_are_covered_once_and_padding_helps_them() -> None:
    plain = scenario_of(np.ones((8, 8)), np.ones((3, 3)))
    assert corners_and_middle(plain) == ((1, 1), (9, 9))
    padded = scenario_of(np.ones((8, 8)), np.ones((3, 3)), padding=(1, 1))
    assert corners_and_middle(padded) == ((4, 4), (9, 9))


def places_of(length: int, sides: Pair, mode: str) -> list[int]:
    """Return which pixel of an axis stands at each of its padded places, or the place itself where none does."""
    if mode in ("zeros", "constant"):
        return list(range(-sides[0], length + sides[1]))
    ways: dict[str, Literal["edge", "wrap", "reflect"]] = {"replicate": "edge", "circular": "wrap"}
    return [int(place) for place in np.pad(np.arange(length), sides, ways.get(mode, "reflect"))]


class Read:
    """A layer read place by place: what stands at each place of the padded image, and which weight reads it when.

    A place is known by its pixel of the image, which `numpy.pad` repeats; or by itself, where no pixel stands.
    """

    def __init__(self, layer: Scenario) -> None:
        padding, size = layer.layer.padding, layer.image_size
        rows, columns = (
            places_of(length, sides, padding.mode) for length, sides in zip(size, padding.sides, strict=True)
        )
        self.pixels = [[(int(row), int(column)) for column in columns] for row in rows]
        self.size = len(rows), len(columns)
        self.reads: dict[Pair, list[tuple[Pair, Pair, Pair]]] = {}
        for cell in np.ndindex(layer.output_size):
            for weight in np.ndindex(layer.kernel_size):
                place = tuple(cell[axis] * layer.stride[axis] + weight[axis] * layer.dilation[axis] for axis in (0, 1))
                pixel = self.pixels[place[0]][place[1]]
                self.reads.setdefault(pixel, []).append((cell, weight, place))


def layers() -> list[Scenario]:
    random = np.random.default_rng(1300)
    return [random_layered(random, largest=8) for _ in range(300)]


def test_every_mode_is_among_the_layers_and_sides_differ() -> None:
    paddings = [layer.layer.padding for layer in layers()]
    for mode in ("zeros", "constant", "reflect", "replicate", "circular"):
        own = [padding for padding in paddings if padding.mode == mode]
        assert len(own) > 20
        assert sum(padding.alike is None for padding in own) > 10


def test_each_place_is_covered_as_often_as_all_places_of_its_pixel_together() -> None:
    for layer in layers():
        read = Read(layer)
        counted = [[len(read.reads.get(pixel, [])) for pixel in row] for row in read.pixels]
        assert np.array_equal(coverage(layer), counted)


def test_what_is_uncovered_in_any_mode_is_what_no_weight_reads_anywhere() -> None:
    for layer in layers():
        read, parts = Read(layer), uncovered(layer)
        lost = np.array([[pixel not in read.reads for pixel in row] for row in read.pixels])
        assert np.array_equal(parts.left_over | parts.skipped, lost)
        assert not np.any(parts.left_over & parts.skipped)
        last = [max(place[axis] for each in read.reads.values() for _, _, place in each) for axis in (0, 1)]
        row, column = np.indices(read.size)
        empty_rows, empty_columns = lost.all(axis=1), lost.all(axis=0)
        after_rows = empty_rows & (np.arange(read.size[0]) > last[0])
        after_columns = empty_columns & (np.arange(read.size[1]) > last[1])
        assert np.array_equal(parts.left_over, after_rows[row] | after_columns[column])
        trailing = int(after_rows.sum()), int(after_columns.sum())
        skipped = int(empty_rows.sum()) - trailing[0], int(empty_columns.sum()) - trailing[1]
        assert parts.lines == (*trailing, *skipped)


def test_a_pixel_feeds_the_cells_that_read_it_wherever_it_stands() -> None:
    for layer in layers():
        read, (above, left) = Read(layer), layer.padding
        for row, column in np.ndindex(read.size):
            fed = sorted({cell for cell, _, _ in read.reads.get(read.pixels[row][column], [])})
            assert cells_fed_by(layer, (row - above, column - left)) == fed


def test_corners_and_middle_are_those_of_the_image_for_unequal_sides_and_every_mode() -> None:
    for layer in layers():
        read, (rows, columns) = Read(layer), layer.image_size
        counts = np.array(
            [[len(read.reads.get((row, column), [])) for column in range(columns)] for row in range(rows)]
        )
        corners = counts[[0, -1]][:, [0, -1]]
        middle = counts[(rows - 1) // 2 : rows // 2 + 1, (columns - 1) // 2 : columns // 2 + 1]
        ends = (corners.min(), corners.max()), (middle.min(), middle.max())
        assert corners_and_middle(layer) == ends
