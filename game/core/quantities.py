"""Every number of a scenario that can be set, in one table: all that is asked of one anywhere stands in its row.

Sliders and their chains, typed numbers, flags, scenario files, the conditions and locks of tours, and Compare's sides
are made from it. Its words are in `words.texts`, under the name of the row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from ..value import Value
from .grid import checked_pair, checked_real, checked_whole
from .limits import IMAGE_SIZE, KERNEL_SIZE, SEED, WHITE, Range

Kind: TypeAlias = Literal["pair", "whole", "real"]
Part: TypeAlias = Literal["source", "kernel", "slide", ""]

_CHECKS: dict[str, Callable[..., object]] = {"pair": checked_pair, "whole": checked_whole, "real": checked_real}


class Quantity(Value, kw_only=True):
    """A number of a scenario, or a pair of them (rows, columns).

    name     what it is called everywhere, e.g. "image size"; its `key` is the same without a space
    range    what it may be, whatever else is set
    kind     a pair of whole numbers, a whole number, or a real one
    part     of the rail, where a slider sets it; "" for none. What has a slider can be linked, typed, asked for by a
             tour and locked; all but those of the source belong to one side of Compare
    hue      of the slider
    place    which number of `output_size.output_length` it is; "" for none, and then it never makes a kernel not fit
    stored   whether it is a field of the scenario, and of its files; the sizes follow from image and kernel
    needed   whether a file has to say it; it is spoken of whatever it is, others where they are not as at first
    has_flag whether the command line has a flag for it
    """

    name: str
    range: Range
    kind: Kind = "pair"
    part: Part = ""
    hue: str = ""
    place: str = ""
    stored: bool = True
    needed: bool = False
    has_flag: bool = True

    @property
    def key(self) -> str:
        """Its name in files, and as a field of the scenario."""
        return self.name.replace(" ", "_")

    @property
    def flag(self) -> str:
        """Its flag, e.g. "--image-size"."""
        return "--" + self.name.replace(" ", "-")

    def valid(self, value: object) -> object:
        """Return a value as it can stand in a scenario, or raise NotWhole, NotFinite or OutOfRange."""
        return _CHECKS[self.kind](value, self.name, self.range)


QUANTITIES: dict[str, Quantity] = {
    quantity.name: quantity
    for quantity in (
        Quantity(name="image size", range=IMAGE_SIZE, part="source", hue="source", place="length", stored=False),
        Quantity(name="kernel size", range=KERNEL_SIZE, part="kernel", hue="kernel", place="kernel", stored=False),
        Quantity(name="white", range=WHITE, kind="real", has_flag=False),
        Quantity(name="stride", range=Range(1, 8), part="slide", hue="now", place="stride", needed=True),
        Quantity(name="padding", range=Range(0, 8), part="slide", hue="padding", place="padding", needed=True),
        Quantity(name="dilation", range=Range(1, 8), part="slide", hue="kernel", place="dilation"),
        Quantity(name="seed", range=SEED, kind="whole"),
    )
}
"""The quantities by their names, in the order in which they are shown and written."""

SLIDER_ENDINGS: dict[int | None, str] = {None: "", 0: " rows", 1: " columns"}
"""What stands after the name of a quantity in that of its slider, by the axis that it sets; None: both."""


def sliding(*parts: Part) -> tuple[Quantity, ...]:
    """Return the quantities that have a slider: all, or those in some parts of the rail."""
    return tuple(each for each in QUANTITIES.values() if each.part and (not parts or each.part in parts))


def stored(*kinds: Kind) -> tuple[Quantity, ...]:
    """Return the quantities that are fields of a scenario, and of its files: all, or those of some kinds."""
    return tuple(each for each in QUANTITIES.values() if each.stored and (not kinds or each.kind in kinds))


def flagged() -> tuple[Quantity, ...]:
    """Return the quantities that have a flag."""
    return tuple(each for each in QUANTITIES.values() if each.has_flag)


def slider_of(control: str) -> tuple[Quantity, int | None] | None:
    """Return what a control of the rail sets, "stride" or "stride rows": the quantity, and the axis; None for none."""
    sliders = {each.name + ending: (each, axis) for each in sliding() for axis, ending in SLIDER_ENDINGS.items()}
    return sliders.get(control)
