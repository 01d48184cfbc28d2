"""What a hand can point at: a cell of a side's four grids, the card's border, or a control of the window."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..value import Value


class GridName(Enum):
    """The four grids of the window, from left to right as the arithmetic runs."""

    IMAGE = "image"
    KERNEL = "kernel"
    PRODUCTS = "products"
    OUTPUT = "output"


class Side(Enum):
    """The two sides of Compare. Without it there is side A alone."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Side:
        """The side that this one is compared with."""
        return Side.B if self is Side.A else Side.A


class Cell(Value):
    """One cell of a grid; rows and columns count from 0.

    In the image they are image coordinates: a row or column outside 0 … n−1 is a padding pixel.
    """

    grid: GridName
    row: int
    column: int
    side: Side = Side.A


class CardBorder(Value):
    """The border of the kernel's card above the image: the handle by which it is dragged."""

    side: Side = Side.A


class Control(Value):
    """A widget of the window, by its name, for example "image size" or "seed"."""

    name: str


FORMULA = "formula "
"""Begins the names of the controls that are numbers of the output size's formula."""

NAME = Control("name")
"""The name of what is shown, which can be typed like a number."""

Target: TypeAlias = Cell | CardBorder | Control


def in_formula(target: Target | None) -> bool:
    """Tell whether a target is a number of the output size's formula."""
    return isinstance(target, Control) and target.name.startswith(FORMULA)
