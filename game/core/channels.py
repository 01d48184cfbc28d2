"""Images by name with any number of channels: what a name stands for, what a new channel holds, which name fits."""

from __future__ import annotations

import math

import numpy as np

from . import colour_images, images
from .channel_streams import random_channels
from .errors import check_applies, check_known
from .grid import Pair, Shape, checked_whole, frozen
from .limits import CHANNELS
from .tensors import Tensor

NAMES = (*images.NAMES, *colour_images.NAMES)
"""Of all images, gray ones before colour ones."""
RANDOM = (*images.RANDOM, *colour_images.RANDOM)
"""Those that depend on the seed."""


def make(name: str, shape: Shape, seed: int) -> Tensor:
    """Return what a name stands for with so many channels, shape (channels, rows, columns).

    Random ones have noise, or small integers, in every channel, and channel 1 is the gray image of that name. Other
    gray images are alike in all channels, as gray is in every colour picture. Colour images have red, green and blue
    first; a channel beyond these is 0. Raises UnknownName, NotWhole, OutOfRange or DoesNotApply.
    """
    channels, size = _split(shape)
    check_applies(name, reason_against(name, size))
    gray = colour_images.RANDOM.get(name, name)
    if gray in images.RANDOM:
        return random_channels(gray, (channels, *size), seed)
    if name in images.NAMES:
        return frozen(np.repeat(images.make(name, size, seed)[None], channels, axis=0))
    found = np.zeros((channels, *size))
    found[: colour_images.COLOURS] = colour_images.make(name, size, seed)[:channels]
    return frozen(found)


def white_of(name: str) -> float:
    """Return the pixel value that is white in the named image, gray or in colour."""
    return colour_images.white_of(name) if name in colour_images.NAMES else images.white_of(_known(name))


def reason_against(name: str, size: Pair) -> str | None:
    """Return why the named image, gray or in colour, makes no sense at this size, or None if it does.

    The reasons are "too small" and "too large".
    """
    if name in colour_images.NAMES:
        return colour_images.reason_against(name, size)
    return images.reason_against(_known(name), size)


def recognise(image: Tensor, white: float, seed: int) -> str:
    """Return the name of the image that looks exactly like this one with this white and seed, or "" if none does.

    One channel has the name of a gray image. Three may have that of a colour image; every number of channels may have
    that of a random image, or of the gray one that all of them are.
    """
    if len(image) == 1:
        return images.recognise(image[0], white, seed)
    names = (*(colour_images.NAMES if len(image) == colour_images.COLOURS else ()), *images.NAMES)
    fitting = (name for name in names if white_of(name) == white or name == "empty")
    return next((name for name in fitting if _is(image, name, seed)), "")


def with_channels(image: Tensor, count: int, name: str, seed: int, white: float = math.inf) -> Tensor:
    """Return the image with so many channels, 1 … 16: those that it has stay as they are, the last ones go first.

    New ones are what the name stands for: a random image goes on with noise or small integers from its seed, and a
    colour image gets back the colours that it had lost. Without such a name, as for what is drawn, typed or opened, a
    gray image stays gray (new channels are like the others, as long as all are alike), and in any other one a new
    channel is 0, which adds nothing to any sum. New pixels are at most `white`. Raises NotWhole or OutOfRange.
    """
    checked_whole(count, "channels", CHANNELS)
    kept = image[:count]
    if len(kept) == count:
        return frozen(kept)
    shape = count, int(image.shape[1]), int(image.shape[2])
    if name in (*RANDOM, *colour_images.NAMES) and reason_against(name, shape[1:]) is None:
        new = np.minimum(make(name, shape, seed), white)
    elif (image == image[0]).all():
        new = np.repeat(image[:1], count, axis=0)
    else:
        new = np.zeros(shape)
    return frozen(np.concatenate((kept, new[len(kept) :])))


def _is(image: Tensor, name: str, seed: int) -> bool:
    """Tell whether an image is the named one; all channels are made only where the first one is its."""
    channels, rows, columns = image.shape
    if reason_against(name, (rows, columns)) is not None:
        return False
    if not np.array_equal(make(name, (1, rows, columns), seed)[0], image[0]):
        return False
    return np.array_equal(make(name, (channels, rows, columns), seed), image)


def _split(shape: Shape) -> tuple[int, Pair]:
    channels, rows, columns = shape
    return checked_whole(channels, "channels", CHANNELS), (rows, columns)


def _known(name: str) -> str:
    check_known("image", name, NAMES)
    return name
