"""What the window is made of, remembered: parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeVar, TypeVarTuple, cast

from ..session.interface import StillInterface
from ..session.state import StillState
from ..ui.frame import Frame
from ..value import narrowed
from .frame import StateFrame, StillFrame

Part = TypeVar("Part")
Arguments = TypeVarTuple("Arguments")

_OF_FRAME = attrgetter(*(name for name in StillFrame.names if name != "state"))
_OF_STATE = attrgetter(*(name for name in StillState.names if name != "interface"))
_OF_INTERFACE = attrgetter(*StillInterface.names)


class Keeper:
    """Remembers parts, so that what is still costs nothing and is not drawn again.

    A part is a function of values, and is kept while these are equal: what it is made from is its key. Most follow from
    the frame without the walk, `still`, which is the very same object as long as nothing but the walk's transport, the
    clock and the pointer's own place has changed; panels follow from facts and the plain `frame`.
    """

    frame: Frame
    still: StillFrame

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._kept: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}

    def begin(self, frame: StateFrame) -> None:
        """Take another frame, in which perhaps only the walk has moved."""
        state = frame.state
        seen = _OF_FRAME(frame), _OF_INTERFACE(state.interface), _OF_STATE(state)
        if seen == self._seen:
            return
        self._seen = seen
        rest = narrowed(state.changed(interface=narrowed(state.interface, StillInterface)), StillState)
        self.still = narrowed(frame.changed(state=rest), StillFrame)
        self.frame = narrowed(frame, Frame)

    def __call__(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return what a function makes of values, made anew only when one of them is another."""
        kept = self._kept.get(make)
        if kept is not None and kept[0] == values:
            return cast(Part, kept[1])  # a function always makes the same kind of part
        made = make(*values)
        self._kept[make] = (values, made)
        return made
