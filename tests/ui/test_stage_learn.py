"""The places while a kernel learns: nothing lies on anything else or beyond the stage, whatever sizes there are."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.ui.columns import Shape
from game.ui.geometry import Rect
from game.ui.layout import layout
from game.ui.place import Pair
from game.ui.stage import row_under
from game.ui.stage_learn import LearnStage, learn_stage, learn_wall
from game.ui.stage_present import present_layout

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600), (768, 1024), (1080, 1920), (640, 480))
SHAPES = (
    ((7, 7), (3, 3)),
    ((8, 8), (1, 1)),
    ((64, 64), (15, 15)),
    ((3, 40), (3, 5)),
    ((40, 3), (5, 3)),
    ((1, 1), (1, 1)),
)
CELLS = 24.0, 44.0, 36.0


def shape_of(image: Pair, kernel: Pair) -> Shape:
    return Shape(image, kernel, (image[0] - kernel[0] + 1, image[1] - kernel[1] + 1), (0, 0))


def parts(places: LearnStage) -> dict[str, Rect]:
    """Return everything that may not meet anything else, by name."""
    grids = ("image", "kernel", "gradient", "output", "target", "error")
    found = {name: getattr(places, name).rect for name in grids}
    found |= {name: getattr(places, name) for name in ("brush", "chart", "walk", "rule")}
    return {name: rect for name, rect in found.items() if rect.w and rect.h}


def overlaps(found: dict[str, Rect]) -> list[str]:
    return [f"{one} meets {other}" for one, other in combinations(found, 2) if found[one].meets(found[other])]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_in_the_window_nothing_meets_anything_else_and_all_is_on_the_stage(
    size: Pair, shape: tuple[Pair, Pair]
) -> None:
    for scale in (75, 100, 200):
        division, wanted = layout(*size, scale), shape_of(*shape)
        row = row_under(division.stage, division.text, wanted.image[0])
        places = learn_stage(division.stage, division.text, wanted, CELLS, row)
        assert overlaps(parts(places)) == [], scale
        beyond = [name for name, rect in parts(places).items() if not division.stage.inset(-2).holds(rect)]
        assert beyond == [], scale


@pytest.mark.parametrize("size", SIZES[:4], ids=str)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_in_present_nothing_meets_anything_else_and_all_is_on_the_wall(size: Pair, shape: tuple[Pair, Pair]) -> None:
    division = present_layout(*size, 100)
    found = parts(learn_wall(division.stage, division.unit, shape_of(*shape), CELLS))
    assert set(found) == {"kernel", "gradient", "error", "chart"}
    assert overlaps(found) == []
    assert [name for name, rect in found.items() if not division.stage.inset(-2).holds(rect)] == []


def test_target_and_output_have_cells_of_one_size_for_they_are_compared() -> None:
    division = layout(1366, 768, 100)
    places = learn_stage(division.stage, division.text, shape_of((7, 7), (3, 3)), CELLS, 30.0)
    assert places.output.pitch == places.target.pitch == places.error.pitch
    assert places.kernel.pitch == places.gradient.pitch
    assert (places.output.y, places.error.y) == (places.target.y, places.chart.y)
