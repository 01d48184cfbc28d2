"""The facts of a transposed convolution's output padding."""

from __future__ import annotations

from ...core.limits import Range
from ...core.operation_ranges import output_paddings
from ...core.scenario import Scenario
from ...value import Value


class OutputPaddingFacts(Value):
    """Of an output padding: for which axis it is (0 rows, 1 columns, None both), what it is, and what it may be."""

    axis: int | None
    value: int
    allowed: Range


def output_padding_facts(scenario: Scenario) -> tuple[OutputPaddingFacts, ...]:
    """Return those of a transposed convolution: one, where rows and columns have and may have the same."""
    pair, allowed = scenario.layer.output_padding, output_paddings(scenario)
    if pair[0] == pair[1] and allowed[0] == allowed[1]:
        return (OutputPaddingFacts(None, pair[0], allowed[0]),)
    return tuple(OutputPaddingFacts(axis, pair[axis], allowed[axis]) for axis in (0, 1))
