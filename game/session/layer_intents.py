"""What the intents about the layer do to the state; imported when the first of them comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..core.activations import OF_A_SUM
from ..core.chain import SOFTMAX
from ..core.counts import depthwise, with_channel_count, with_filter_count, with_groups, with_output
from ..core.errors import UnknownName
from ..core.grid import checked_real, checked_whole
from ..core.limits import BIAS, CHANNELS, KERNEL_SIZE, Range
from ..core.operation_change import with_operation
from ..core.operation_ranges import output_paddings
from ..core.padding import SIDES, Padding
from ..core.padding_choices import check_padding
from ..core.pooling import Pooling
from ..core.scenario import ORDERS, Scenario
from ..core.whole_image import with_whole_image, without_whole_image
from ..input import layer_intents as intents
from ..input.intent import Intent
from .changes import changed_apart
from .naming import another
from .state import Handler, State, unlinked_as_in


def _own(state: State) -> Scenario:
    """Return the scenario of the side in focus, with the filter in front that is shown."""
    return state.front_of(state.compare.focus)


def _shown(state: State, scenario: Scenario) -> State:
    """Show another scenario of the side in focus, as an undo entry of its own."""
    return changed_apart(state, scenario, side=state.compare.focus)


def _counted(count: Callable[[Scenario, int], Scenario]) -> Handler:
    """Return what an intent does that gives the layer another number of something."""
    return lambda state, intent: _shown(state, count(_own(state), intent.value))


def _set_bias(state: State, intent: intents.SetBias) -> State:
    scenario, value = _own(state), checked_real(intent.value, "bias", BIAS)
    bias = np.array(scenario.layer.bias)
    bias[scenario.filter] = value
    return _shown(state, scenario.varied(bias=bias))


def _set_activation(state: State, intent: intents.SetActivation) -> State:
    own = _own(state)
    shares = intent.name == SOFTMAX and (own.chain is not None or own.layer.activation == SOFTMAX)
    if intent.name not in OF_A_SUM and not shares:
        raise UnknownName("activation", intent.name, OF_A_SUM)
    return _shown(state, _own(state).varied(activation=intent.name))


def _use_output(state: State, intent: intents.UseOutput) -> State:
    """Make another image of what the layer has made: of the map in front, or of all."""
    result = state.result_of(state.compare.focus)
    maps = result.maps if intent.all_maps else (result.output,)
    return another(state, with_output(result.scenario.at(0, 0), maps), state.compare.focus)


def _toggle_order(state: State, _: intents.ToggleOrder) -> State:
    own = _own(state)
    return _shown(state, own.varied(order=next(order for order in ORDERS if order != own.order)))


def _set_operation(state: State, intent: intents.SetOperation) -> State:
    """Do another operation; where stride or padding are no longer alike on both axes, their chains open."""
    changed = _shown(state, with_operation(_own(state).at(0, 0), intent.name))
    return changed if changed is state else unlinked_as_in(changed, changed.work.of(state.compare.focus))


def _set_output_padding(state: State, intent: intents.SetOutputPadding) -> State:
    """Cut less off the map; nothing happens where the layer is no transposed convolution."""
    own = _own(state)
    if not own.layer.is_transposed:
        return state
    rows, columns = own.layer.output_padding
    value = checked_whole(intent.value, "output padding", Range(0, max(high for _, high in output_paddings(own))))
    pair = (value if intent.axis != 1 else rows, value if intent.axis != 0 else columns)
    return _shown(state, own.varied(output_padding=pair))


def _pooled(state: State, change: Callable[[Pooling, Scenario], Pooling]) -> State:
    """Change a setting of the pooling; nothing happens where the layer is none."""
    own = _own(state)
    pooling = own.layer.pooling
    return state if pooling is None else _shown(state, own.varied(pooling=change(pooling, own)))


def _toggle_whole_image(state: State, _: intents.ToggleWholeImage) -> State:
    """Let windows or kernels be as large as the image, or no longer; the stamps of a transposed convolution cannot."""
    own = _own(state)
    if own.layer.pooling is not None:
        return _pooled(state, _whole_image)
    if own.layer.is_transposed:
        return state
    changed = _shown(state, (without_whole_image if own.layer.whole_image else with_whole_image)(own))
    return changed if changed is state else unlinked_as_in(changed, changed.work.of(state.compare.focus))


def _whole_image(pooling: Pooling, scenario: Scenario) -> Pooling:
    """Return the pooling with a window as large as the image; one that is so has a window of half the image."""
    if pooling.kernel_size is not None:
        return pooling.changed(kernel_size=None, stride=None, padding=Padding())
    rows, columns = (min(-(-length // 2), int(KERNEL_SIZE.high)) for length in scenario.image_size)
    return pooling.changed(kernel_size=(rows, columns))


def _set_padding(state: State, intent: intents.SetPadding) -> State:
    """Put another padding around the image; where rows and columns are no longer alike, their chain opens."""
    scenario, around = _own(state), intent.padding
    if scenario.layer.pooling is not None:
        around = Padding(around.top, around.bottom, around.left, around.right)  # no number stands around what is pooled
    check_padding(scenario.layer, scenario.pixel_size, around)
    padded = _shown(state, scenario.varied(padding=around))
    return padded if padded is state else unlinked_as_in(padded, padded.work.of(state.compare.focus))


def _varied_padding(state: State, **values: Any) -> State:
    """Change a part of the padding; what is wrong with it is an error of core."""
    padding = _own(state).layer.chosen_padding
    return _set_padding(state, intents.SetPadding(Padding(**(padding.__dict__ | values))))


def _set_side(state: State, intent: intents.SetPaddingSide) -> State:
    return _varied_padding(state, **{intent.side: intent.value}) if intent.side in SIDES else state


def _set_resolution(state: State, intent: intents.SetResolution) -> State:
    from .resolution import set_resolution  # most images are of no picture

    return set_resolution(state, intent)


HANDLERS: dict[type[Intent], Handler] = {
    intents.SetChannels: _counted(with_channel_count),
    intents.SetResolution: _set_resolution,
    intents.SetFilters: _counted(with_filter_count),
    intents.SetGroups: _counted(lambda shown, count: with_groups(shown, checked_whole(count, "groups", CHANNELS))),
    intents.SetDepthwise: lambda state, _: _shown(state, depthwise(_own(state))),
    intents.SetBias: _set_bias,
    intents.SetActivation: _set_activation,
    intents.UseOutput: _use_output,
    intents.SetOperation: _set_operation,
    intents.SetOutputPadding: _set_output_padding,
    intents.ToggleCeilMode: lambda state, _: _pooled(state, lambda each, _: each.changed(ceil_mode=not each.ceil_mode)),
    intents.ToggleCountPadding: lambda state, _: _pooled(
        state, lambda each, _: each.changed(count_include_pad=not each.count_include_pad)
    ),
    intents.ToggleWholeImage: _toggle_whole_image,
    intents.ToggleOrder: _toggle_order,
    intents.SetPadding: _set_padding,
    intents.SetPaddingSide: _set_side,
    intents.SetPaddingValue: lambda state, intent: _varied_padding(state, value=intent.value),
}
