"""Other numbers of channels, filters and groups: what stays of image and weights, and what the new ones hold."""

from __future__ import annotations

import numpy as np

from .channels import with_channels
from .errors import DoesNotApply
from .filter_sets import filters_of
from .filters import reason_against, with_filters
from .grid import frozen
from .layers import check_groups
from .limits import FILTERS
from .named import image_name_of, kernel_name_of, weights_called
from .scenario import Scenario
from .tensors import Filters, Tensor


def with_channel_count(scenario: Scenario, count: int) -> Scenario:
    """Return the scenario with so many channels, each filter seeing all of them: groups are 1 again.

    What stands stays; see `channels.with_channels` and `filters.with_filters` for what is new. Raises NotWhole or
    OutOfRange.
    """
    seed, layer = scenario.seed, scenario.layer
    image = with_channels(scenario.tensor, count, scenario.image_name, seed, scenario.white)
    weights, bias = with_filters(layer.weights, layer.bias, count, layer.filters, scenario.kernel_name, seed)
    return _with(scenario, image, weights, bias, 1)


def with_filter_count(scenario: Scenario, count: int) -> Scenario:
    """Return the scenario with so many filters; groups that do not divide them become 1. Raises as above."""
    layer = scenario.layer
    groups = 1 if count % layer.groups else layer.groups
    seen = len(scenario.channels) // groups
    weights, bias = with_filters(layer.weights, layer.bias, seen, count, scenario.kernel_name, scenario.seed)
    return _with(scenario, scenario.tensor, weights, bias, groups)


def with_groups(scenario: Scenario, groups: int) -> Scenario:
    """Return the scenario with channels and filters shared out to so many groups. Raises GroupsDoNotDivide."""
    layer, channels = scenario.layer, len(scenario.channels)
    check_groups("channels", channels, groups)
    check_groups("filters", layer.filters, groups)
    seen = channels // groups
    weights, bias = with_filters(layer.weights, layer.bias, seen, layer.filters, scenario.kernel_name, scenario.seed)
    return _with(scenario, scenario.tensor, weights, bias, groups)


def depthwise(scenario: Scenario) -> Scenario:
    """Return the scenario with a group for each channel, and as many filters as the next multiple of the channels."""
    channels = len(scenario.channels)
    filters = min(-(-scenario.layer.filters // channels) * channels, int(FILTERS.high) // channels * channels)
    return with_groups(with_filter_count(with_groups(scenario, 1), filters), channels)


def with_filter_set(scenario: Scenario, name: str) -> Scenario:
    """Return the scenario with a named set of filters, which says how many there are. Raises DoesNotApply."""
    layer, seen = scenario.layer, int(scenario.layer.weights.shape[1])
    count = filters_of(name, seen, layer.filters)
    reason = reason_against(name, (count, seen, *scenario.kernel_size))
    if reason is not None:
        raise DoesNotApply(name, reason)
    weights = weights_called(name, (count, seen), scenario.kernel_size, scenario.seed)
    groups = layer.groups if count % layer.groups == 0 else 1
    bias = np.zeros(count)
    bias[: len(layer.bias)] = layer.bias[:count]
    return scenario.changed(kernel=frozen(weights), bias=bias, groups=groups, kernel_name=name)


def _with(scenario: Scenario, image: Tensor, weights: Filters, bias: Tensor, groups: int) -> Scenario:
    """Return a scenario of these, under the names that image and weights have."""
    names = {
        "image_name": image_name_of(image, scenario.white, scenario.seed),
        "kernel_name": kernel_name_of(weights, scenario.seed),
    }
    channels = tuple(map(frozen, image))
    return scenario.changed(image=channels, kernel=weights, bias=bias, groups=groups, **names)
