"""The pictures that come with the program, made by arithmetic alone: two ray-traced scenes, a street, a test card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from .blocks import blocks
from .fruit import fruit
from .page import page
from .street import street

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .noise import Reals

Maker = Callable[..., "Reals"]
MAKERS: dict[str, Maker] = {"fruit": fruit, "street": street, "blocks": blocks, "test-card": page}
"""What makes each picture, or a band of its rows: levels 0 … 1, in colour with a third dimension."""


def levels_of(picture: Reals) -> NDArray[np.uint8]:
    """Return levels 0 … 255."""
    return np.rint(picture * 255).astype(np.uint8)
