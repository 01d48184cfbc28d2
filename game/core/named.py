"""What a name stands for in any number of channels and filters; most scenarios have one, and need no more than that."""

from __future__ import annotations

from . import images, kernels
from .grid import Pair
from .tensors import Filters, Tensor


def image_called(name: str, channels: int, size: Pair, seed: int) -> Tensor:
    """Return the image of a name with so many channels. Raises as `channels.make`."""
    if channels == 1 and name in images.NAMES:
        return images.make(name, size, seed)[None]
    from .channels import make  # here and below: a first picture has one channel

    return make(name, (channels, *size), seed)


def weights_called(name: str, shape: Pair, size: Pair, seed: int) -> Filters:
    """Return the weights of a name; shape: (filters, channels of a group). Raises as `filters.make`."""
    if shape == (1, 1) and name in kernels.NAMES:
        return kernels.make(name, size, seed)[None, None]
    from .filters import make

    return make(name, (*shape, *size), seed)


def image_names() -> tuple[str, ...]:
    """Return the names of all images, gray and in colour."""
    from .channels import NAMES

    return NAMES


def kernel_names() -> tuple[str, ...]:
    """Return the names of all kernels and sets of filters."""
    from .filters import NAMES

    return NAMES


def white_called(name: str) -> float:
    """Return the pixel value that is white in the image of a name."""
    if name in images.NAMES:
        return images.white_of(name)
    from .channels import white_of

    return white_of(name)


def image_name_of(image: Tensor, white: float, seed: int) -> str:
    """Return the name of the image that looks exactly like this one, or "" if none does."""
    if len(image) == 1:
        return images.recognise(image[0], white, seed)
    from .channels import recognise

    return recognise(image, white, seed)


def kernel_name_of(weights: Filters, seed: int) -> str:
    """Return the name of the kernel, or the set of filters, that has exactly these weights, or "".

    Weights of which all are 0 were cleared, or are still to be found; that a seed makes them, too, is chance.
    """
    if not weights.any():
        return ""
    if weights.shape[:2] == (1, 1):
        return kernels.recognise(weights[0, 0], seed)
    from .filters import recognise

    return recognise(weights, seed)


def image_is_random(name: str) -> bool:
    """Tell whether the image of a name depends on the seed."""
    if not name or name in images.NAMES:
        return name in images.RANDOM
    from .channels import RANDOM

    return name in RANDOM


def kernel_is_random(name: str) -> bool:
    """Tell whether the weights of a name depend on the seed."""
    if not name or name in kernels.NAMES:
        return name in kernels.RANDOM
    from .filters import RANDOM

    return name in RANDOM
