"""A scenario whose kernels are to be as large as its image, or no longer; what follows from that is in `follow`."""

from __future__ import annotations

from .follow import renamed
from .layers import check_whole_image
from .limits import IMAGE_SIZE, KERNEL_SIZE
from .padding import Padding
from .resize import kernel_in
from .scenario import Scenario


def with_whole_image(scenario: Scenario) -> Scenario:
    """Return the convolution with kernels as large as the image, nothing around it; they have their middle on its own.

    Kernels by name are what it stands for in that size. Raises WholeImageTooLarge.
    """
    filters, channels = scenario.layer.weights.shape[:2]
    size = scenario.pixel_size
    check_whole_image((filters, channels, *size))
    around = scenario.layer.chosen_padding
    said = {"padding": Padding(mode=around.mode, value=around.value), "dilation": (1, 1), "whole_image": True}
    named = renamed(scenario.layer.chosen_weights, size, scenario.kernel_name, scenario.seed)
    return scenario.changed(kernel=kernel_in(scenario, size, IMAGE_SIZE) if named is None else named, **said)


def without_whole_image(scenario: Scenario) -> Scenario:
    """Return the convolution with the middle of its kernels, half as large as the image, which follow it no longer."""
    rows, columns = (min(-(-length // 2), int(KERNEL_SIZE.high)) for length in scenario.pixel_size)
    return scenario.changed(kernel=kernel_in(scenario, (rows, columns)), whole_image=False)
