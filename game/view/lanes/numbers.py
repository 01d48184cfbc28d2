"""The numbers of a layer's lines: with which decimals they are written, and the terms of a lane."""

from __future__ import annotations

from ...core.result import Result
from ...core.scenario import Pair
from ...session.facts.layers import ColumnFacts, LaneFacts
from ...ui.lane_places import LaneStage
from ...words.numbers import decimals_of
from ..dot_product import Terms
from ..frame import StillFrame
from ..places import smallest_number
from .looks import LaneLooks, lane_looks


def lane_looks_of(frame: StillFrame, lanes: tuple[LaneFacts, ...], places: LaneStage) -> LaneLooks:
    """Return how the numbers of all lanes look."""
    results = tuple(one.result for one in lanes)
    return lane_looks(frame.type, results, places.lanes[0], frame.still.settings.decimals, smallest_number(frame))


def column_decimals(frame: StillFrame, facts: ColumnFacts, looks: LaneLooks) -> tuple[int, int, int, int]:
    """Return the decimals of channel sums, the bias, the sum and the value: the same in all steps."""
    return sum_decimals(frame, facts.bias, looks.decimals[2])


def sum_decimals(frame: StillFrame, bias: float, products: int) -> tuple[int, int, int, int]:
    """Return the same from the decimals of products."""
    decimals = decimals_of([bias], frame.still.settings.decimals)
    return products, decimals, max(products, decimals), frame.side.boards.output.decimals


def terms_of(frame: StillFrame, result: Result, made: Pair | None, looks: LaneLooks, summed: bool) -> Terms:
    """Return the numbers of a lane in the step that makes a cell; at the end, of the last one.

    summed: its channel sum is known. What the pixels of a pooling make is told of them afterwards.
    """
    scenario, (rows, columns) = result.scenario, result.output.shape
    pooling = scenario.layer.pooling
    cell = made or frame.side.picked or (rows - 1, columns - 1)
    if pooling is not None:
        from .pooled import pooled_terms  # most layers have kernels

        return pooled_terms(frame, result, cell, looks.decimals)
    covered = scenario.patch(cell, result.padded_image)
    total = float(result.arithmetic.running_sums(covered, scenario.kernel)[-1]) if summed else 0.0
    return Terms(
        pixels=tuple(covered.ravel().tolist()),
        weights=tuple(scenario.kernel.ravel().tolist()),
        total=total,
        decimals=looks.decimals,
        summed=summed,
        arithmetic=result.arithmetic,
    )
