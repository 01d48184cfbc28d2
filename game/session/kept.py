"""What is kept of the parts that were made last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

Part = TypeVar("Part")
Arguments = TypeVarTuple("Arguments")


FEW = 4
"""Of how many sets of values a part is remembered that comes again: as many turns as a colour image has, and one."""


class Kept:
    """Remembers parts: a part is a function of values, and is kept while these are equal."""

    def __init__(self) -> None:
        self._kept: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}
        self._before: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}
        self._few: dict[Callable[..., object], list[tuple[tuple[object, ...], object]]] = {}

    def __call__(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return what a function makes of values, made anew only when one of them is another.

        It is kept for the last values and for those before: what is made ready takes nothing from what is shown.
        """
        kept = self._kept.get(make)
        if kept is not None:
            if kept[0] == values:
                return cast(Part, kept[1])  # a function always makes the same kind of part
            before, self._before[make] = self._before.get(make), kept
            if before is not None and before[0] == values:
                self._kept[make] = before
                return cast(Part, before[1])
        made = make(*values)
        self._kept[make] = (values, made)
        return made

    def again(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return the same of a part that comes again with each channel's turn: it is kept for the last few values."""
        few = self._few.setdefault(make, [])
        for index, (then, part) in enumerate(few):
            if then == values:
                few.insert(0, few.pop(index))
                return cast(Part, part)
        made = make(*values)
        few.insert(0, (values, made))
        del few[FEW:]
        return made
