"""What the window is made of, remembered: parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter
from typing import TypeVar, cast

from ..session.interface import Interface
from ..session.state import State
from ..ui.frame import Frame

Part = TypeVar("Part")

_OF_STATE = attrgetter(*(name for name in State.names if name not in ("playback", "interface")))
_OF_INTERFACE = attrgetter(*(name for name in Interface.names if name not in ("now", "pointer")))


class Keeper:
    """Remembers parts under keys, so that what is still costs nothing and is not drawn again.

    `age` is another number whenever anything has changed but the walk's transport, the clock, and the pointer's own
    place. A part that follows from nothing else needs no other key: to compare one number costs less than to gather all
    that a panel depends on.
    """

    def __init__(self) -> None:
        self.age = 0
        self._seen: tuple[object, ...] = ()
        self._kept: dict[str, tuple[Hashable, object]] = {}

    def begin(self, frame: Frame) -> None:
        """Look at a frame, and note whether it differs from the one before in more than the walk."""
        state = frame.state
        window = frame.layout, frame.type, frame.pressed, frame.asked, frame.mac
        seen = (window, _OF_INTERFACE(state.interface), _OF_STATE(state))
        if seen != self._seen:
            self._seen = seen
            self.age += 1

    def __call__(self, name: str, key: Hashable, make: Callable[[], Part]) -> Part:
        """Return a part, made anew only when its key has changed."""
        kept = self._kept.get(name)
        if kept is not None and kept[0] == key:
            return cast(Part, kept[1])  # a name always keeps the same kind of part
        made = make()
        self._kept[name] = (key, made)
        return made
