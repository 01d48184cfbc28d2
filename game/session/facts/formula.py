"""The facts of the formula of the output size, at the foot of the rail."""

from __future__ import annotations

from ...core.coverage import Lines, corners_and_middle
from ...core.known import Slide
from ...core.output_size import AxisFacts
from ...core.scenario import Pair, Scenario
from ...value import Value
from ..predict import Secrecy


class FormulaFacts(Value):
    """Of the output size: its numbers on both axes, whether it is a secret, and what no patch covers.

    uncovered: trailing rows and columns, skipped rows and columns. corners: the least and the greatest coverage of the
    corners and of the middle, while the coverage is shown.
    weights: filters, channels of a group, rows, columns; None with one channel and one filter, of a pooling, and where
    they are a secret.
    groups_stamped: the groups of a transposed convolution; 0 for all others. met: how many of
    its stamps meet in a cell, each number once, while the coverage is shown.
    parameters: of a network the weights and biases of each layer that has any; () with one layer, and where it is a
    secret.
    groups: those of a convolution; 1 for all others.
    pooled: how many channels a pooling makes maps of, which takes no weights; 0 for none, and where that is a secret.
    """

    axes: tuple[AxisFacts, AxisFacts]
    secret: bool
    uncovered: Lines
    corners: tuple[Pair, Pair] | None
    weights: tuple[int, ...] | None = None
    pooled: int = 0
    groups_stamped: int = 0
    met: tuple[int, ...] = ()
    parameters: tuple[int, ...] = ()
    groups: int = 1

    @property
    def laid_out(self) -> tuple[int, ...]:
        """The shape of the weights as PyTorch has it: that of a transposed convolution begins with the channels."""
        filters, seen, *size = self.weights or (0, 0, 0, 0)
        if self.groups_stamped:
            return seen * self.groups_stamped, filters // self.groups_stamped, *size
        return filters, seen, *size


def formula_facts(slide: Slide, secrecy: Secrecy, coverage: bool) -> FormulaFacts:
    """Return the facts of the formula; `coverage`: it stands in the place of the pixels, unless it would tell."""
    scenario = slide.like
    layer, told = scenario.layer, coverage and not secrecy.walk
    corners = corners_and_middle(scenario) if told and not layer.is_transposed else None
    met = _met(scenario) if told and layer.is_transposed and not secrecy.size else ()
    axes, pools = axes_facts(scenario), layer.pooling is not None
    weights = None if scenario.is_single or secrecy.weights or pools else tuple(map(int, layer.weights.shape))
    pooled = layer.filters if pools and not secrecy.weights else 0
    stamped, shared = (layer.groups, 1) if layer.is_transposed else (0, layer.groups)
    lines = slide.uncovered.lines
    return FormulaFacts(axes, secrecy.size, lines, corners, weights, pooled, stamped, met, groups=shared)


def with_parameters(facts: FormulaFacts, scenario: Scenario, secrecy: Secrecy) -> FormulaFacts:
    """Return the facts with how many parameters each layer of a network has that has any; not where that is secret."""
    if secrecy.weights or secrecy.count:
        return facts
    from ...core.chained import parameters_of  # most scenarios have one layer

    return facts.changed(parameters=tuple(filter(None, parameters_of(scenario))))


def _met(scenario: Scenario) -> tuple[int, ...]:
    """Return how many stamps meet in a cell of a transposed convolution's map: each number once."""
    from ...core.stamp_counts import stamp_counts  # most layers are convolutions

    return tuple(sorted({int(count) for count in stamp_counts(scenario).flat}))


def axes_facts(scenario: Scenario) -> tuple[AxisFacts, AxisFacts]:
    """Return the numbers of the output size, of rows and of columns."""
    kernel, dilation, stride = scenario.kernel_size, scenario.dilation, scenario.layer.chosen_stride
    layer, pooling = scenario.layer, scenario.layer.pooling
    more = layer.output_padding if layer.is_transposed else (None, None)
    ceil = pooling is not None and pooling.ceil_mode
    rows, columns = (
        AxisFacts(scenario.pixel_size[axis], *sides, kernel[axis], dilation[axis], stride[axis], ceil, more[axis])
        for axis, sides in enumerate(layer.chosen_padding.sides)
    )
    return rows, columns
