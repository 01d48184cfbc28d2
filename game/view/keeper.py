"""What the window is made of, remembered: parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ..session.shown import Kept
from ..ui.frame import Frame
from ..value import narrowed
from .frame import StillFrame

if TYPE_CHECKING:
    from .frame import ShownFrame

_OF_FRAME = attrgetter(*StillFrame.names)


class Keeper(Kept):
    """Remembers parts, so that what is still costs nothing and is not drawn again.

    What a part is made from is its key. Most follow from the frame without the walk, `still`, which is the very same
    object as long as nothing but the walk's transport, the clock and the pointer's own place has changed; panels follow
    from facts and the plain `frame`.
    """

    frame: Frame
    still: StillFrame

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[object, ...] = ()

    def begin(self, frame: ShownFrame) -> None:
        """Take another frame, in which perhaps only the walk has moved."""
        seen = _OF_FRAME(frame)
        if seen != self._seen:
            self._seen, self.still, self.frame = seen, narrowed(frame, StillFrame), narrowed(frame, Frame)
