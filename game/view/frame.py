"""The frame of a picture with what is shown in it, and what is kept of one for the next.

Panels get the plain frame, and facts. Parts that nothing has changed are the very same objects as before.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Self

from ..input.intent import Control, Side, Target
from ..session.facts.shown import Shown, ShownSide, StillShown
from ..session.shown import Kept
from ..ui.frame import Division, Frame
from ..ui.layout import Layout
from ..ui.typeface import Typeface
from ..value import narrowed

ON_B = " b"  # ends the names of widgets on side B of Compare


class StillFrame(Frame, kw_only=True):
    """A frame with all that is shown but the walk, and the side of it that is drawn."""

    still: StillShown
    side: ShownSide

    def of(self, side: Side) -> Self:
        """Return the frame from which a side is drawn; the only one, when there are not two."""
        return self.changed(side=self.still.of(side))


class ShownFrame(StillFrame, kw_only=True):
    """A frame with all that is shown; `asked` is what the hands ask about: its bubble is shown."""

    shown: Shown
    asked: Target | None = None


def on_side(name: str, side: Side) -> str:
    """Return the name of a widget on a side; on side A it is called as in the window with one side."""
    return name if side is Side.A or name.endswith(ON_B) else name + ON_B


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


def frame_of(
    shown: Shown,
    size: tuple[int, int],
    typeface: Typeface,
    pressed: str | None = None,
    asked: Target | None = None,
    mac: bool = False,
) -> ShownFrame:
    """Return what a picture is made from, in a window of that size."""
    still, interface = shown.still, shown.still.interface
    return ShownFrame(
        layout=division_of(still, typeface, size, still.settings.scale),
        type=typeface,
        pressed=pressed,
        hovered=interface.hover.name if isinstance(interface.hover, Control) else None,
        ringed=interface.focus if interface.focus_visible else None,
        mac=mac,
        still=still,
        side=still.sides[0],
        shown=shown,
        asked=asked,
    )


def division_of(still: StillShown, typeface: Typeface, size: tuple[int, int], scale: int) -> Layout:
    """Return the division of the window in a scale, with or without a tour's panel."""
    layered = any(side.layer is not None and side.layer.channels > 1 for side in still.sides)
    wanted = Division(scale, still.interface.presenting, still.interface.rail_open, layered)
    if still.tour is None:
        return wanted.of(size)
    from ..window.tour import divided  # most starts need no tour

    return divided(wanted, still.tour.texts, still.alone, typeface, size)
