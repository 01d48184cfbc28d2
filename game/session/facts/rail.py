"""The facts of the rail: its sliders, the layer, the brush, and the formula of the output size at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.layers import divisors
from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...input.intent import Side
from ...value import Kept, Value
from ..naming import kernels_called
from ..predict import Secrecy
from ..state import StillState, hidden_in
from .formula import FormulaFacts, formula_facts, with_parameters
from .sliders import SliderFacts, slider_facts

if TYPE_CHECKING:
    from ...core.pooling import Pooling
    from .learn import LearnRail
    from .output_padding import OutputPaddingFacts
    from .resolution import ResolutionFacts
    from .train import TrainRail


OF_THE_IMAGE = frozenset({"image", "image size", "resolution", "channels"})
"""What is about the image of a network, and left out of the rail over maps that a layer has made."""


class StillRail(Value):
    """Of the rail what stays while pixels are painted.

    open: the sections that are not folded. kernel: its name, and whether it is edited. sizes: of image and kernel.
    rows: of the padded image. kernel_actions: what can be done to the kernel, each with the reason why it cannot be
    done now, or None.
    layer: what is made of the image's channels. opened: the list that is open. scrolled: in units.
    resolution: of the picture that is kept, in the place of the image's sizes; None where there is none.
    side: the side in focus while two are compared. gap: the distance of the layers in the Stack view.
    learn: what is learned, while that is shown. can_learn: nothing is, and the layer could begin.
    walks: what is shown is the walk of a gradient.
    """

    hidden: frozenset[str]
    open: tuple[str, ...]
    sliders: tuple[SliderFacts, ...]
    kernel: tuple[str, bool]
    sizes: tuple[Pair, Pair]
    rows: int
    kernel_actions: tuple[tuple[str, str | None], ...]
    layer: LayerSetting
    opened: str | None
    scrolled: float
    side: Side | None
    gap: float | None
    formula: FormulaFacts
    resolution: ResolutionFacts | None
    learn: LearnRail | None
    can_learn: bool
    walks: bool


class RailFacts(StillRail):
    """Of the rail. image: its name, and whether it is edited. train: of a network that can learn from digits."""

    image: tuple[str, bool]
    brush: BrushFacts
    train: TrainRail | None


class LayerSetting(Value):
    """Of the layer: how many channels, filters and groups there are, and what makes a value of the sum.

    pooling: its settings, where the layer is one; else it is a convolution, transposed where it has output paddings:
    one for both axes, or one for each.
    filter: the one in front, from 0. divisors: how many groups there may be. bias: that of the filter in front, 0 while
    the section is folded, so that nothing is made anew where only a bias has changed that nobody sees.
    locked: what of "image" and "kernel" a tour keeps as it is.
    number, count: which layer of a network it is, from 0, and of how many.
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
    whole_image: bool = False
    connected: bool = False
    output_padding: tuple[OutputPaddingFacts, ...] = ()
    spread: bool | None = None
    number: int = 0
    count: int = 1

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
    mixed: the colour picture is in front, so that all are painted. soft: what lies beside a stroke is painted too.
    """

    hidden: frozenset[str]
    white: float
    value: float
    eraser: bool
    clear_reason: str | None
    colour: bool
    tint: tuple[float, ...]
    mixed: bool
    soft: bool

    @property
    def whole(self) -> bool:
        """Whether whole numbers are painted."""
        return self.white > 1 and float(self.white).is_integer()

    @property
    def steps(self) -> tuple[float, float]:
        """Between which numbers steps change the value: 0 and white, and it may be beyond them already."""
        return min(0.0, self.value), max(self.white, self.value)


def rail_facts(state: StillState, secrecy: Secrecy, keep: Kept) -> RailFacts:
    """Return the facts of the rail; while two settings are compared, of the side in focus."""
    compare, hidden, interface = state.compare, hidden_in(state), state.interface
    result = state.result_of(compare.focus)
    scenario = result.scenario
    if scenario.is_of_maps:
        hidden = hidden | OF_THE_IMAGE
    slides, run = (result.slide, state.result_of(compare.focus.other).slide if compare.on else None), state.tour
    formula = keep(formula_facts, result.slide, secrecy, interface.coverage)
    train = train_in(state, keep) if scenario.chain is not None else None
    opened = _open(state, train)
    actions = result.kernel_actions if scenario.layer.pooling is None else ()
    return RailFacts(
        hidden=hidden,
        open=opened,
        sliders=keep(slider_facts, *slides, interface.linked, None if run is None else run.stop.locked, hidden),
        image=(scenario.image_name, result.edited[0]),
        kernel=(kernels_called(result), result.edited[1]),
        sizes=(scenario.pixel_size, scenario.kernel_size),
        rows=scenario.padded_size[0],
        kernel_actions=tuple(each for each in actions if f"kernel {each[0]}" not in hidden),
        brush=_brush_facts(state, result, hidden),
        layer=_layer_setting(state, scenario, "layer" in opened),
        opened=interface.popup,
        scrolled=interface.scrolled("rail"),
        side=compare.focus if compare.on else None,
        gap=interface.camera.gap if interface.stacked else None,
        formula=formula if scenario.chain is None else with_parameters(formula, scenario, secrecy),
        resolution=None
        if scenario.picture is None or {"image size", "resolution"} & set(hidden)
        else _resolution(state, scenario),
        learn=_learn_rail(state, keep) if state.learn.on else None,
        train=train,
        can_learn=_can_learn(state),
        walks=state.aside is not None,
    )


def _open(state: StillState, train: TrainRail | None) -> tuple[str, ...]:
    """Return the sections that are open: while something learns, others than else."""
    if state.learn.trace is not None:
        return state.learn.sections
    return state.settings.sections if train is None or not train.on else state.train.sections


def train_in(state: StillState, keep: Kept) -> TrainRail | None:
    """Return what the rail has of a network that can learn from digits."""
    from .train import train_rail  # most starts have no network

    return train_rail(state, keep)


def _can_learn(state: StillState) -> bool:
    """Tell whether the rail offers to learn: the layer can (`learning.why_not_learning`), and nothing else is on.

    In the Stack view, where nothing learns, the rail has sections enough.
    """
    busy = state.learn.on or state.aside is not None or state.compare.on or state.tour is not None
    busy = busy or state.interface.stacked
    scenario, layer = state.scenario, state.scenario.layer
    plain = scenario.chain is None and layer.pooling is None and not layer.is_transposed
    return plain and layer.activation != "softmax" and not busy


def _learn_rail(state: StillState, keep: Kept) -> LearnRail | None:
    from .learn import learn_rail  # most kernels learn nothing

    return learn_rail(state, keep)


def _resolution(state: StillState, scenario: Scenario) -> ResolutionFacts | None:
    from .resolution import resolution_facts  # most images are of no picture

    return resolution_facts(state, scenario)


def _brush_facts(state: StillState, result: Result, hidden: frozenset[str]) -> BrushFacts:
    """Return the facts of the brush."""
    scenario = result.scenario
    return BrushFacts(
        hidden=hidden,
        white=scenario.source_white,
        value=state.brush,
        eraser=state.interface.eraser,
        clear_reason=result.clear_reason,
        colour=scenario.in_colour,
        tint=state.tint,
        mixed=state.mixed,
        soft=state.settings.soft_brush,
    )


def _layer_setting(state: StillState, scenario: Scenario, opened: bool) -> LayerSetting:
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
        bias=float(layer.bias[number]) if opened else 0.0,
        activation=layer.activation,
        order=scenario.order,
        locked=locked & {"image", "kernel"},
        pooling=layer.pooling,
        whole_image=layer.whole_image,
        connected=layer.is_fully_connected,
        output_padding=_output_padding_of(scenario),
        spread=_spread_of(state) if scenario.layer.is_transposed else None,
        number=0 if scenario.chain is None else scenario.chain.focus,
        count=1 if scenario.chain is None else scenario.chain.count,
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
