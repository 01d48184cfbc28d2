"""What the intents about the layer do to the state; imported when the first of them comes."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.activations import OF_A_SUM
from ..core.channels import with_channels
from ..core.errors import UnknownName
from ..core.filters import with_filters
from ..core.grid import checked_real, checked_whole
from ..core.layers import check_groups
from ..core.limits import BIAS, CHANNELS, FILTERS
from ..core.padding import SIDES, Padding
from ..core.padding_choices import check_padding
from ..core.scenario import Scenario
from ..input import layer_intents as intents
from ..input.intent import Intent
from .changes import changed_apart
from .state import Handler, State, unlinked_as_in


def _own(state: State) -> Scenario:
    """Return the scenario of the side in focus, with the filter in front that is shown."""
    return state.front_of(state.compare.focus)


def _shown(state: State, scenario: Scenario) -> State:
    """Show another scenario of the side in focus, as an undo entry of its own."""
    return changed_apart(state, scenario, side=state.compare.focus)


def _with_filters(scenario: Scenario, filters: int, groups: int, **image: Any) -> Scenario:
    """Return the scenario with so many filters in so many groups, and with another image if one is given."""
    layer = scenario.layer
    channels = len(image.get("image", scenario.channels))
    check_groups("channels", channels, groups)
    check_groups("filters", filters, groups)
    weights, bias = with_filters(
        layer.weights, layer.bias, channels // groups, filters, scenario.kernel_name, scenario.seed
    )
    return scenario.varied(kernel=weights, bias=bias, groups=groups, **image)


def _set_channels(state: State, intent: intents.SetChannels) -> State:
    """Change the channels; each filter sees all of them then."""
    scenario, count = _own(state), checked_whole(intent.value, "channels", CHANNELS)
    image = with_channels(scenario.tensor, count, scenario.image_name, scenario.seed, scenario.white)
    return _shown(state, _with_filters(scenario, scenario.layer.filters, 1, image=image))


def _set_filters(state: State, intent: intents.SetFilters) -> State:
    scenario = _own(state)
    return _shown(
        state, _with_filters(scenario, checked_whole(intent.value, "filters", FILTERS), scenario.layer.groups)
    )


def _set_groups(state: State, intent: intents.SetGroups) -> State:
    scenario = _own(state)
    return _shown(
        state, _with_filters(scenario, scenario.layer.filters, checked_whole(intent.value, "groups", CHANNELS))
    )


def _set_depthwise(state: State, _: intents.SetDepthwise) -> State:
    """Have as many groups as channels, and filters up to the next multiple; or down, where that is more than 16."""
    scenario = _own(state)
    channels = len(scenario.channels)
    each = min(-(-scenario.layer.filters // channels), int(FILTERS.high) // channels)
    return _shown(state, _with_filters(scenario, each * channels, channels))


def _set_bias(state: State, intent: intents.SetBias) -> State:
    scenario, value = _own(state), checked_real(intent.value, "bias", BIAS)
    bias = np.array(scenario.layer.bias)
    bias[scenario.filter] = value
    return _shown(state, scenario.varied(bias=bias))


def _set_activation(state: State, intent: intents.SetActivation) -> State:
    if intent.name not in OF_A_SUM:
        raise UnknownName("activation", intent.name, OF_A_SUM)
    return _shown(state, _own(state).varied(activation=intent.name))


def _set_padding(state: State, intent: intents.SetPadding) -> State:
    """Put another padding around the image; where rows and columns are no longer alike, their chain opens."""
    scenario = _own(state)
    check_padding(scenario.layer, scenario.image_size, intent.padding)
    padded = _shown(state, scenario.varied(padding=intent.padding))
    return padded if padded is state else unlinked_as_in(padded, padded.work.of(state.compare.focus))


def _varied_padding(state: State, **values: Any) -> State:
    """Change a part of the padding; what is wrong with it is an error of core."""
    padding = _own(state).layer.padding
    return _set_padding(state, intents.SetPadding(Padding(**(padding.__dict__ | values))))


def _set_side(state: State, intent: intents.SetPaddingSide) -> State:
    return _varied_padding(state, **{intent.side: intent.value}) if intent.side in SIDES else state


HANDLERS: dict[type[Intent], Handler] = {
    intents.SetChannels: _set_channels,
    intents.SetFilters: _set_filters,
    intents.SetGroups: _set_groups,
    intents.SetDepthwise: _set_depthwise,
    intents.SetBias: _set_bias,
    intents.SetActivation: _set_activation,
    intents.SetPadding: _set_padding,
    intents.SetPaddingSide: _set_side,
    intents.SetPaddingValue: lambda state, intent: _varied_padding(state, value=intent.value),
}
