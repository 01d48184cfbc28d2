"""The four shades that Predict offers: as far apart as they should be, all possible, and the right one anywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.core.scenario import startup
from game.session.predict_scale import COUNT, PARTS, Scale, shares_at

SCALES = (Scale(-4.0, 4.0), Scale(0.0, 9.0), Scale(-6.0, 0.0), Scale(-1.0, 0.3), Scale(-0.7, 2.1))


def places(scale: Scale, value: float) -> set[int]:
    """Return the places at which the right shade stood in many questions."""
    scenarios = [startup().varied(seed=seed) for seed in range(1, 9)]
    return {
        shares_at(scenario, scale, (row, column), value)[1]
        for scenario in scenarios
        for row in range(8)
        for column in range(8)
    }


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("fifth", [0.0, 0.4, 1.0, 1.5, 2.0, 2.5, 3.0, 3.7, 4.0, 5.0])
def test_the_shades_lie_a_fifth_of_the_scale_apart_and_none_is_impossible(scale: Scale, fifth: float) -> None:
    value = scale.low + fifth / PARTS * (scale.high - scale.low)
    for row in range(12):
        shares, index = shares_at(startup(), scale, (row, 1), value)
        values = [share * scale.magnitude for share in shares]
        assert len(shares) == COUNT
        assert values[index] == pytest.approx(value)
        assert values == pytest.approx([values[0] + place / PARTS * (scale.high - scale.low) for place in range(COUNT)])
        assert scale.low - 1e-6 <= values[0]
        assert values[-1] <= scale.high + 1e-6


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    ("fifth", "possible"),
    [
        (0.0, {0}), (0.5, {0}), (1.0, {0, 1}), (1.5, {0, 1}), (2.0, {0, 1, 2}), (2.5, {1, 2}),
        (3.0, {1, 2, 3}), (3.5, {2, 3}), (4.0, {2, 3}), (4.5, {3}), (5.0, {3}),
    ],
)  # fmt: skip
def test_the_right_one_stands_wherever_the_others_are_possible_too(
    scale: Scale, fifth: float, possible: set[int]
) -> None:
    assert places(scale, scale.low + fifth / PARTS * (scale.high - scale.low)) == possible


def test_where_every_output_is_zero_there_are_four_shades_all_the_same() -> None:
    shares, index = shares_at(startup(), Scale(0.0, 0.0), (0, 0), 0.0)
    assert shares[index] == 0.0
    assert [after - before for before, after in pairwise(shares)] == [1.0, 1.0, 1.0]
