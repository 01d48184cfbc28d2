"""The facts of the rail: its sliders, the layer, the brush, and the formula of the output size at its foot."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...core import images, kernels
from ...core.coverage import Lines, corners_and_middle
from ...core.layers import divisors
from ...core.limits import Range
from ...core.output_size import AxisFacts
from ...core.padding import Padding
from ...core.quantities import Quantity, sliding
from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...input.intent import Side
from ...value import Value
from ..allowed import allowed_values
from ..predict import Secrecy
from ..state import StillState, hidden_in
from .around import COLOURS

if TYPE_CHECKING:
    from ...core.pooling import Pooling
    from .output_padding import OutputPaddingFacts
    from .resolution import ResolutionFacts


class SliderFacts(Value):
    """Of a quantity: what it is, whether its rows and columns are linked, and what it may be, on both axes or each.

    padding: all four sides of it and what stands there, which may limit the quantity, or be it.
    pooling: it is a window's, not a kernel's. transposed: it is of stamps, whose padding is cut off.
    """

    quantity: Quantity
    pair: Pair
    linked: bool
    allowed: tuple[Range, ...]
    in_tour: bool
    padding: Padding
    pooling: Pooling | None = None
    transposed: bool = False


class RailFacts(Value):
    """Of the rail.

    open: the sections that are not folded. image, kernel: their names, and whether they are edited. sizes: of both.
    rows: of the padded image. kernel_actions: what can be done to the kernel, each with the reason why it cannot be
    done now, or None.
    layer: what is made of the image's channels. opened: the list that is open. scrolled: in units.
    resolution: of the picture that is kept, in the place of the image's sizes; None where there is none.
    side: the side in focus while two are compared. gap: the distance of the layers in the Stack view.
    """

    hidden: frozenset[str]
    open: tuple[str, ...]
    sliders: tuple[SliderFacts, ...]
    image: tuple[str, bool]
    kernel: tuple[str, bool]
    sizes: tuple[Pair, Pair]
    rows: int
    kernel_actions: tuple[tuple[str, str | None], ...]
    brush: BrushFacts
    layer: LayerSetting
    opened: str | None
    scrolled: float
    side: Side | None
    gap: float | None
    formula: FormulaFacts
    resolution: ResolutionFacts | None = None


class LayerSetting(Value):
    """Of the layer: how many channels, filters and groups there are, and what makes a value of the sum.

    pooling: its settings, where the layer is one; else it is a convolution, transposed where it has output paddings:
    one for both axes, or one for each.
    filter: the one in front, from 0. divisors: how many groups there may be. bias: that of the filter in front.
    locked: what of "image" and "kernel" a tour keeps as it is.
    spread: of a transposed convolution, whether it is its walk over the spread image that is shown, and not its stamps;
    None where nobody has the choice.
    """

    channels: int
    filters: int
    filter: int
    groups: int
    divisors: tuple[int, ...]
    bias: float
    activation: str
    order: str
    locked: frozenset[str]
    pooling: Pooling | None = None
    output_padding: tuple[OutputPaddingFacts, ...] = ()
    spread: bool | None = None

    @property
    def operation(self) -> str:
        """What the layer does, as the lists of operations call it."""
        if self.output_padding:
            return "transposed convolution"
        return "convolution" if self.pooling is None else self.pooling.operation

    @property
    def is_single(self) -> bool:
        """Whether there is one channel and one filter."""
        return self.channels == self.filters == 1


class BrushFacts(Value):
    """Of the brush: its value, of white, and whether the eraser is in the hand. hidden: what a tour leaves out.

    clear_reason: why the image cannot be emptied, or None.
    colour: the image has red, green and blue. tint: the brush's value for each of them, or () for one of all.
    mixed: the colour picture is in front, so that all are painted.
    """

    hidden: frozenset[str]
    white: float
    value: float
    eraser: bool
    clear_reason: str | None
    colour: bool
    tint: tuple[float, ...]
    mixed: bool

    @property
    def whole(self) -> bool:
        """Whether whole numbers are painted."""
        return self.white > 1 and float(self.white).is_integer()

    @property
    def steps(self) -> tuple[float, float]:
        """Between which numbers steps change the value: 0 and white, and it may be beyond them already."""
        return min(0.0, self.value), max(self.white, self.value)


class FormulaFacts(Value):
    """Of the output size: its numbers on both axes, whether it is a secret, and what no patch covers.

    uncovered: trailing rows and columns, skipped rows and columns. corners: the least and the greatest coverage of the
    corners and of the middle, while the coverage is shown.
    weights: filters, channels of a group, rows, columns; None with one channel and one filter, of a pooling, and where
    they are a secret.
    groups_stamped: the groups of a transposed convolution; 0 for all others. met: how many of
    its stamps meet in a cell, each number once, while the coverage is shown.
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

    @property
    def laid_out(self) -> tuple[int, ...]:
        """The shape of the weights as PyTorch has it: that of a transposed convolution begins with the channels."""
        filters, seen, *size = self.weights or (0, 0, 0, 0)
        if self.groups_stamped:
            return seen * self.groups_stamped, filters // self.groups_stamped, *size
        return filters, seen, *size


def rail_facts(state: StillState, secrecy: Secrecy) -> RailFacts:
    """Return the facts of the rail; while two settings are compared, of the side in focus."""
    compare, hidden, interface = state.compare, hidden_in(state), state.interface
    result = state.result_of(compare.focus)
    scenario = result.scenario
    actions = kernels.ACTIONS if scenario.layer.pooling is None else ()
    names = (name for name in actions if f"kernel {name}" not in hidden)
    return RailFacts(
        hidden=hidden,
        open=state.settings.sections,
        sliders=tuple(_slider_facts(state, quantity) for quantity in sliding() if quantity.name not in hidden),
        image=(scenario.image_name, result.edited[0]),
        kernel=(kernel_name_of(result), result.edited[1]),
        sizes=(scenario.pixel_size, scenario.kernel_size),
        rows=scenario.padded_size[0],
        kernel_actions=tuple((name, kernels.action_reason(name, scenario.chosen_kernel)) for name in names),
        brush=_brush_facts(state, scenario, hidden),
        layer=_layer_setting(state, scenario),
        opened=interface.popup,
        scrolled=interface.scrolled("rail"),
        side=compare.focus if compare.on else None,
        gap=interface.camera.gap if interface.stacked else None,
        formula=formula_facts(result, secrecy, interface.coverage),
        resolution=None if scenario.picture is None or "image size" in hidden else _resolution(state, scenario),
    )


def _resolution(state: StillState, scenario: Scenario) -> ResolutionFacts | None:
    from .resolution import resolution_facts  # most images are of no picture

    return resolution_facts(state, scenario)


def _brush_facts(state: StillState, scenario: Scenario, hidden: frozenset[str]) -> BrushFacts:
    """Return the facts of the brush."""
    return BrushFacts(
        hidden=hidden,
        white=scenario.white,
        value=state.brush,
        eraser=state.interface.eraser,
        clear_reason=images.clear_reason(scenario.pixel_tensor),
        colour=len(scenario.channels) == len(COLOURS),
        tint=state.tint,
        mixed=state.mixed,
    )


@lru_cache(maxsize=8)
def kernel_name_of(result: Result) -> str:
    """Return what the kernels are called, or the filter in front."""
    if result.scenario.is_single:
        return result.scenario.kernel_name
    from ...core.counts import kernel_name_in_front  # not before there are several

    return kernel_name_in_front(result.scenario)


def _layer_setting(state: StillState, scenario: Scenario) -> LayerSetting:
    """Return what the rail has of the layer."""
    layer, channels = scenario.layer, len(scenario.channels)
    locked = frozenset() if state.tour is None else frozenset(state.tour.stop.locked)
    number = scenario.filter
    return LayerSetting(
        channels=channels,
        filters=layer.filters,
        filter=number,
        groups=layer.groups,
        divisors=divisors(channels, layer.filters),
        bias=float(layer.bias[number]),
        activation=layer.activation,
        order=scenario.order,
        locked=locked & {"image", "kernel"},
        pooling=layer.pooling,
        output_padding=_output_padding_of(scenario),
        spread=_spread_of(state) if scenario.layer.is_transposed else None,
    )


def _spread_of(state: StillState) -> bool | None:
    """Return which picture of a transposed convolution is shown; None where it has but one."""
    from ..stamped import why_no_stamps  # most layers have no stamps

    return state.interface.spread if why_no_stamps(state) is None else None


def _output_padding_of(scenario: Scenario) -> tuple[OutputPaddingFacts, ...]:
    if not scenario.layer.is_transposed:
        return ()
    from .output_padding import output_padding_facts  # most layers are convolutions

    return output_padding_facts(scenario)


def _slider_facts(state: StillState, quantity: Quantity) -> SliderFacts:
    linked = quantity.name in state.interface.linked
    axes, focus = (None,) if linked else (0, 1), state.compare.focus
    allowed = tuple(allowed_values(state, quantity.name, axis, focus) for axis in axes)
    scenario = state.work.of(focus)
    pair, in_tour = scenario.chosen(quantity.key), state.tour is not None
    layer = scenario.layer
    return SliderFacts(
        quantity, pair, linked, allowed, in_tour, layer.chosen_padding, layer.pooling, layer.is_transposed
    )


def formula_facts(result: Result, secrecy: Secrecy, coverage: bool) -> FormulaFacts:
    """Return the facts of the formula; `coverage`: it stands in the place of the pixels, unless it would tell."""
    scenario = result.scenario
    layer, told = scenario.layer, coverage and not secrecy.walk
    corners = corners_and_middle(scenario) if told and not layer.is_transposed else None
    met = _met(scenario) if told and layer.is_transposed and not secrecy.size else ()
    axes, pools = axes_facts(scenario), layer.pooling is not None
    weights = None if scenario.is_single or secrecy.weights or pools else tuple(map(int, layer.weights.shape))
    pooled = layer.filters if pools and not secrecy.weights else 0
    groups = layer.groups if layer.is_transposed else 0
    return FormulaFacts(axes, secrecy.size, result.uncovered.lines, corners, weights, pooled, groups, met)


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
