"""The frame of a picture with what is shown in it. Panels get the plain frame, and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from ..input.targets import Control
from ..ui.frame import Division, Frame

if TYPE_CHECKING:
    from ..input.targets import Side, Target
    from ..session.shown import Shown, ShownSide, StillShown
    from ..ui.layout import Layout
    from ..ui.typeface import Typeface


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
    wanted = Division(scale, still.interface.presenting, still.interface.rail_open)
    if still.tour is None:
        return wanted.of(size)
    from ..window.tour import divided  # most starts need no tour

    return divided(wanted, still.tour.texts, still.alone, typeface, size)
