"""Other numbers of channels, filters and groups: what stays of image and weights, and what the new ones hold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .channels import with_channels
from .errors import check_applies
from .filter_sets import filters_of
from .filters import reason_against, recognise_filter, with_filters
from .grid import Grid, check_values, frozen
from .layers import check_groups
from .limits import FILTERS, PIXEL
from .named import image_name_of, kernel_name_of, weights_called
from .scenario import Scenario
from .tensors import Filters, Tensor


def with_channel_count(scenario: Scenario, count: int) -> Scenario:
    """Return the scenario with so many channels, each filter seeing all of them: groups are 1 again.

    What stands stays; see `channels.with_channels` and `filters.with_filters` for what is new. Raises NotWhole or
    OutOfRange.
    """
    seed, layer = scenario.seed, scenario.layer
    image = with_channels(scenario.pixel_tensor, count, scenario.image_name, seed, scenario.white)
    if layer.pooling is not None:
        return _with_image(scenario, image)
    weights, bias = with_filters(layer.chosen_weights, layer.bias, count, layer.filters, scenario.kernel_name, seed)
    return _with(scenario, image, weights, bias, 1)


def with_pixels(scenario: Scenario, image: Tensor, white: float) -> Scenario:
    """Return the scenario with these channels as its image; the filters see all of them, where there are others now.

    It has the name of the image that it happens to be, if there is such. Raises OutOfRange or KernelDoesNotFit.
    """
    if len(image) != len(scenario.channels):
        scenario = with_channel_count(scenario, len(image))
    channels = tuple(map(frozen, image))
    return scenario.changed(image=channels, white=white, image_name=image_name_of(image, white, scenario.seed))


def with_filter_count(scenario: Scenario, count: int) -> Scenario:
    """Return the scenario with so many filters; groups that do not divide them become 1. Raises as above."""
    layer = scenario.layer
    groups = 1 if count % layer.groups else layer.groups
    seen = len(scenario.channels) // groups
    weights, bias = with_filters(layer.chosen_weights, layer.bias, seen, count, scenario.kernel_name, scenario.seed)
    return _with(scenario, scenario.pixel_tensor, weights, bias, groups)


def with_groups(scenario: Scenario, groups: int) -> Scenario:
    """Return the scenario with channels and filters shared out to so many groups. Raises GroupsDoNotDivide."""
    layer, channels = scenario.layer, len(scenario.channels)
    check_groups("channels", channels, groups)
    check_groups("filters", layer.filters, groups)
    name, seed, before = scenario.kernel_name, scenario.seed, layer.chosen_weights
    weights, bias = with_filters(before, layer.bias, channels // groups, layer.filters, name, seed)
    return _with(scenario, scenario.pixel_tensor, weights, bias, groups)


def depthwise(scenario: Scenario) -> Scenario:
    """Return the scenario with a group for each channel, and as many filters as the next multiple of the channels."""
    channels = len(scenario.channels)
    filters = min(-(-scenario.layer.filters // channels) * channels, int(FILTERS.high) // channels * channels)
    return with_groups(with_filter_count(with_groups(scenario, 1), filters), channels)


def with_filter_set(scenario: Scenario, name: str) -> Scenario:
    """Return the scenario with a named set of filters, which says how many there are. Raises DoesNotApply.

    The groups stay where the set applies to the channels of one and can be shared out to them; else there is one.
    """
    check_applies(name, set_reason(scenario, name))
    layer = scenario.layer
    groups = layer.groups if _set_reason(scenario, name, layer.groups) is None else 1
    seen = len(scenario.channels) // groups
    count = filters_of(name, seen, layer.filters)
    weights = weights_called(name, (count, seen), scenario.kernel_size, scenario.seed)
    bias = np.zeros(count)
    bias[: len(layer.bias)] = layer.bias[:count]
    return scenario.changed(kernel=frozen(weights), bias=bias, groups=groups, kernel_name=name)


def set_reason(scenario: Scenario, name: str) -> str | None:
    """Return why a named set of filters makes no sense here, a reason of `filters.reason_against`; None if it does."""
    alone = _set_reason(scenario, name, 1)
    return None if alone is None else _set_reason(scenario, name, scenario.layer.groups)


def _set_reason(scenario: Scenario, name: str, groups: int) -> str | None:
    """Return why a set cannot be had in so many groups, or None if it can; "groups" where these do not divide it."""
    seen = len(scenario.channels) // groups
    count = filters_of(name, seen, scenario.layer.filters)
    return reason_against(name, (count, seen, *scenario.kernel_size)) or ("groups" if count % groups else None)


def kernel_name_in_front(scenario: Scenario) -> str:
    """Return the name of the kernels; where all of them together have none, that of the filter in front, or "".

    A pooling has none: its windows may be as large as the image, which no kernel is.
    """
    if scenario.kernel_name or scenario.layer.pooling is not None:
        return scenario.kernel_name
    return recognise_filter(scenario.layer.chosen_weights, scenario.filter, scenario.seed)


LADDER = (1, 1.5, 2, 3, 4, 5, 8, 10, 16, 20, 32, 64, 100, 128, 255, 512, 999)
"""What may be white for numbers that do not say it: the least that is not below the largest of them."""


def white_over(largest: float) -> float:
    """Return the least white of the ladder that is not below the largest pixel; 1 where none is positive."""
    return float(next((step for step in LADDER if step >= largest), LADDER[-1]))


def with_output(scenario: Scenario, maps: Sequence[Grid]) -> Scenario:
    """Return the scenario with maps as the channels of its image, and kernels for so many; groups are 1 again.

    White is the least number of the ladder that no value exceeds. Raises OutOfRange for a value beyond ±999, and
    KernelDoesNotFit or PaddingTooLarge where the layer does not fit the smaller image.
    """
    layer, image = scenario.layer, frozen(np.array(maps))
    check_values(image, "pixel", PIXEL)
    scenario = scenario.varied(white=white_over(float(image.max())))
    if layer.pooling is not None:
        return _with_image(scenario, image)
    weights, bias = with_filters(
        layer.chosen_weights, layer.bias, len(image), layer.filters, scenario.kernel_name, scenario.seed
    )
    return _with(scenario, image, weights, bias, 1)


def _with_image(scenario: Scenario, image: Tensor) -> Scenario:
    """Return a scenario whose layer takes any channels with other ones, under the name that they have."""
    name = image_name_of(image, scenario.white, scenario.seed)
    return scenario.changed(image=tuple(map(frozen, image)), image_name=name)


def _with(scenario: Scenario, image: Tensor, weights: Filters, bias: Tensor, groups: int) -> Scenario:
    """Return a scenario of these, under the names that image and weights have."""
    names = {
        "image_name": image_name_of(image, scenario.white, scenario.seed),
        "kernel_name": kernel_name_of(weights, scenario.seed),
    }
    channels = tuple(map(frozen, image))
    return scenario.changed(image=channels, kernel=weights, bias=bias, groups=groups, **names)
