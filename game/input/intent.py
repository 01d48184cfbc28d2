"""What an intent is, and the things of the window that it may be about."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar, TypeAlias

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


class Intent(Value):
    """What can be asked for. What is so of all of a class is said where it begins: `class Undo(…, settles=True)`.

    settles: the hand has gone elsewhere, so a number that is being typed is taken first.
    by_itself: it comes without a hand, or nearly so; it is no sign that somebody has read a sentence.
    goes_on: the walk goes on by it, and may come to where a mode wants it to halt. plays: it goes on freely.
    of_remote: a key of a remote asks for it.
    about: the field with the cell, or the control, that it is about. at_cursor: without one, the cell of the cursor.
    by_hand: it sets single pixels or weights, or opens one to be set.
    focuses: about a weight, it brings its side into focus, of two that are compared.
    begins: the mode that it begins, and that others may exclude.
    hint: the hint that it makes needless, for who does it knows it.
    """

    settles: ClassVar[bool] = False
    by_itself: ClassVar[bool] = False
    goes_on: ClassVar[bool] = False
    plays: ClassVar[bool] = False
    of_remote: ClassVar[bool] = False
    about: ClassVar[str] = ""
    at_cursor: ClassVar[bool] = False
    by_hand: ClassVar[bool] = False
    focuses: ClassVar[bool] = False
    begins: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init_subclass__(cls, *, kw_only: bool = False, **traits: bool | str) -> None:
        """Take what is so of all of the class. Raises TypeError for a trait that no intent has."""
        super().__init_subclass__(kw_only=kw_only)
        for name, value in traits.items():
            if name not in Intent.__annotations__:
                raise TypeError(f"{cls.__name__}: no intent has the trait {name}")
            setattr(cls, name, value)
