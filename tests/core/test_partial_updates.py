"""Strokes over pictures: what is worked out from the painted pixels alone is, bit for bit, what all pixels make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.core import arithmetic
from game.core.arithmetic import counting_after, counting_of, pixel_parts
from game.core.grid import ends_after, ends_of, ends_of_each, region_apart, regions_apart
from game.core.layers import ACTIVATION_NAMES
from game.core.operation_change import with_operation
from game.core.padding import MODES, Padding, padded
from game.core.result import Result, result_of
from game.core.scenario import Scenario
from game.core.updates import updated

ODD_IN = arithmetic._odd_in
"""What looks for a pixel that is no whole parts of 1."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.core.grid import Grid, Pair

LEVELS = {
    "photo": lambda numbers: numbers / 255,
    "photo of 16 bits": lambda numbers: (257 * numbers + 3) / 65_535,
    "black and white": lambda numbers: 1.0 * (numbers > 127),
    "tenths": lambda numbers: numbers % 11 / 10,
    "none": lambda numbers: numbers / 9,
}
"""What pixels may be made of, from whole numbers 0 … 255."""

VALUES = (0.0, 1.0, 0.65, 0.123457, 51 / 255, 13 / 255, 7 / 65_535, 1 / 3, 999.0, -0.5)
"""What is painted: of all kinds of parts, and of none."""


def strokes(random: np.random.Generator, scenario: Scenario, count: int) -> Iterator[tuple[Scenario, Result]]:
    """Yield what stands after each of some strokes, with the result that followed it; weights are set now and then."""
    result = result_of(scenario)
    for _ in range(count):
        front = scenario.at(int(random.integers(len(scenario.channels))), int(random.integers(scenario.layer.filters)))
        rows, columns = scenario.image_size
        row, column = int(random.integers(rows)), int(random.integers(columns))
        cells = [(row + step, column + int(random.integers(2))) for step in range(int(random.integers(1, 6)))]
        edit = front.painted(cells, float(random.choice(VALUES)))
        if random.random() < 0.15 and scenario.layer.pooling is None:
            edit = front.weighed(0, 0, float(random.choice((0.5, -2.0, 0.25, 1 / 3))))
        if edit is None:
            continue
        scenario = edit.scenario.at(0, 0)
        result = updated(result, scenario, edit)
        yield scenario, result


def check(scenario: Scenario, result: Result) -> None:
    """Hold a result that followed strokes against one that is worked out anew."""
    anew = result_of(scenario)
    assert result.arithmetic == anew.arithmetic
    assert result.sums.tobytes() == anew.sums.tobytes()
    for one, other in zip(result.maps, anew.maps, strict=True):
        assert one.tobytes() == other.tobytes()
    for one, other in zip(result.padded_images, anew.padded_images, strict=True):
        assert one.tobytes() == other.tobytes()
    assert np.array_equal(result.padded, padded(scenario.tensor, scenario.layer.padding))
    for name in ("image_ends", "padded_ends", "map_ends", "kernel_magnitude", "edited", "scale"):
        assert getattr(result, name) == getattr(anew, name), name
    assert np.array_equal(result.coverage, anew.coverage)
    assert result.magnitude == max(float(np.abs(each).max()) for each in anew.maps)


def pixels(random: np.random.Generator, kind: str, channels: int, size: Pair) -> tuple[Grid, ...]:
    return tuple(LEVELS[kind](random.integers(0, 256, (channels, *size))))


@pytest.mark.parametrize("kind", LEVELS)
@pytest.mark.parametrize("mode", MODES)
def test_strokes_over_a_picture_make_what_all_pixels_make(kind: str, mode: str) -> None:
    random = np.random.default_rng(sorted(LEVELS).index(kind) * 10 + MODES.index(mode))
    for groups in (1, 2):
        channels = 2 * groups if groups > 1 else 3
        weights = random.integers(-9, 10, (4, channels // groups, 3, 2)) / 10
        around = Padding(2, 1, 0, 3, mode, 0.375 if mode == "constant" else 0.0)
        stride = (int(random.integers(1, 3)), 2)
        activation = str(random.choice([name for name in ACTIVATION_NAMES if name != "softmax"]))
        image = pixels(random, kind, channels, (17, 23))
        own: dict[str, Any] = {
            "padding": around,
            "stride": stride,
            "groups": groups,
            "bias": np.array([0, 0.5, -1, 0.25]),
        }
        scenario = Scenario(image, weights, activation=activation, **own)
        for painted, result in strokes(random, scenario, 25):
            check(painted, result)


@pytest.mark.parametrize("operation", ["transposed convolution", "max pooling", "average pooling"])
def test_strokes_over_other_layers_make_what_all_pixels_make(operation: str) -> None:
    random = np.random.default_rng(7)
    for kind in LEVELS:
        plain = Scenario(pixels(random, kind, 2, (9, 8)), random.integers(-9, 10, (3, 2, 3, 3)) / 10, stride=(2, 2))
        for painted, result in strokes(random, with_operation(plain, operation), 12):
            check(painted, result)


def test_strokes_over_a_large_picture_make_what_all_pixels_make() -> None:
    random = np.random.default_rng(8)
    scenario = Scenario(pixels(random, "photo", 3, (256, 200)), random.integers(-9, 10, (4, 3, 7, 7)) / 10)
    for painted, result in strokes(random, scenario, 12):
        check(painted, result)


def test_the_parts_of_all_pixels_follow_from_those_that_were_painted() -> None:
    random = np.random.default_rng(9)
    met = set()
    for kind in LEVELS:
        for fill in (0.0, 0.375, 1 / 7):
            channels = list(pixels(random, kind, 2, (12, 15)))
            found = counting_of(channels, fill)
            for _ in range(60):
                channel, row, column = int(random.integers(2)), int(random.integers(12)), int(random.integers(15))
                block = slice(row, row + int(random.integers(1, 12))), slice(column, column + 15)
                channels[channel] = channels[channel].copy()
                channels[channel][block] = random.choice(VALUES[:-2])
                found = counting_after(found, channels, fill, channel, block)
                around = np.append(np.stack(channels).ravel(), fill)[None]
                assert found.parts == pixel_parts(around)
                met.add(found.parts)
    assert met >= {0.0, 1.0, 255.0, 65_535.0}, "the strokes lead from kind to kind"


def test_a_stroke_looks_at_no_pixel_that_was_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(10)
    scenario = Scenario(pixels(random, "photo", 3, (64, 64)), np.full((1, 3, 1, 1), 0.5))
    for value in (13 / 255, 0.65):  # the picture stays countable, then it is not any more
        result = result_of(scenario)
        first = scenario.painted([(5, 5)], value)
        assert first is not None
        after = updated(result, first.scenario, first)
        assert after.counting.parts == pixel_parts(first.scenario.tensor)
        second = first.scenario.painted([(40, 40), (41, 40)], value)
        assert second is not None
        looked: list[int] = []

        def watched(grid: Grid, parts: float, looked: list[int] = looked) -> object:
            looked.append(grid.size)
            return ODD_IN(grid, parts)

        with monkeypatch.context() as patched:
            patched.setattr(arithmetic, "_odd_in", watched)
            updated(after, second.scenario, second)
        assert sum(looked) <= 8


def test_the_ends_of_a_grid_follow_from_what_has_changed() -> None:
    random = np.random.default_rng(11)
    for _ in range(300):
        before = random.integers(-3, 4, (6, 7)).astype(float)
        row, column = int(random.integers(6)), int(random.integers(7))
        block = slice(row, row + int(random.integers(0, 3))), slice(column, column + 2)
        after = before.copy()
        after[block] = random.integers(-4, 5)
        assert ends_after(ends_of(before), before, after, block) == ends_of(after)


def test_where_many_grids_differ_is_found_at_once_as_for_each_alone() -> None:
    generator = np.random.default_rng(31)
    ones = [generator.integers(0, 3, (5, 7)).astype(float) for _ in range(6)]
    others = [ones[0], ones[1].copy(), *(one.copy() for one in ones[2:])]
    others[2][0, 0] = others[3][4, 6] = others[4][2, 1] = others[4][3, 5] = others[5][1, 6] = 9.0
    each = {place: region_apart(one, other) for place, (one, other) in enumerate(zip(ones, others, strict=True))}
    assert regions_apart(ones, others) == {place: region for place, region in each.items() if region is not None}
    assert list(regions_apart(ones, others)) == [2, 3, 4, 5]
    assert regions_apart(ones, ones) == {}


@pytest.mark.parametrize("size", [(3, 4), (70, 70)], ids=["at once", "one by one"])
def test_the_ends_of_many_grids_are_those_of_each(size: tuple[int, int]) -> None:
    grids = list(np.random.default_rng(8).normal(0, 3, (5, *size)))
    assert ends_of_each(grids) == tuple(map(ends_of, grids))
    assert ends_of_each(grids[:1]) == (ends_of(grids[0]),)
