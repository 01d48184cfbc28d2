"""What a scenario is made of, as it is taken: channels, weights and padding in every form that they may be given in."""

from __future__ import annotations

from typing import Any

import numpy as np

from .grid import Grid, check_values, checked_grid, checked_pair, checked_whole, frozen
from .limits import CHANNELS, COMPUTED, PICTURE_SIZE, PIXEL
from .padding import Padding
from .quantities import QUANTITIES
from .tensors import Filters, checked_tensor, dimensions_of


def checked_channels(image: Any, *, computed: bool = False) -> tuple[Grid, ...]:
    """Return the channels of an image, read-only. Raises NotAGrid, NotATensor, NotWhole, OutOfRange or NotFinite.

    computed: they are maps of a layer, whose numbers may be of any size.
    """
    if isinstance(image, tuple) and image and isinstance(image[0], np.ndarray):
        channels = tuple(checked_grid(channel, "image") for channel in image)
        if any(channel.shape != channels[0].shape for channel in channels):
            channels = tuple(checked_tensor([each.tolist() for each in channels], "image", 3))
    elif dimensions_of(image) == 3:
        channels = tuple(frozen(channel) for channel in checked_tensor(image, "image", 3))
    else:
        channels = (checked_grid(image, "image"),)
    checked_whole(len(channels), "channels", CHANNELS)
    checked_pair(channels[0].shape, "image size", PICTURE_SIZE)
    for channel in channels:
        check_values(channel, "pixel", COMPUTED if computed else PIXEL)
    return channels


def checked_kernels(kernel: Any) -> Filters:
    """Return the weights of all filters; one kernel is that of the one filter."""
    if dimensions_of(kernel) == 4:
        return checked_tensor(kernel, "weights", 4)
    return frozen(checked_grid(kernel, "kernel")[np.newaxis, np.newaxis])


def around_of(pair: Any, like: Padding) -> Padding:
    """Return a padding of (rows, columns), the same on both sides; what stands there as in another one.

    A whole padding is taken as it is.
    """
    if isinstance(pair, Padding):
        return pair
    rows, columns = checked_pair(pair, "padding", QUANTITIES["padding"].range)
    return like if (rows, columns) == like.alike else like.changed(top=rows, bottom=rows, left=columns, right=columns)
