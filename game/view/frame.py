"""The frame of a picture with what is shown in it, and what is kept of one for the next.

Panels get the plain frame, and facts. Parts that nothing has changed are the very same objects as before.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Self

from ..core.result import Result, same_step
from ..input.intent import Control, Side, Target
from ..session.facts.rail import RailFacts
from ..session.facts.shown import Shown, ShownSide, StillShown
from ..ui.frame import Division, Frame
from ..ui.layout import Layout
from ..ui.typeface import Typeface
from ..value import Kept, Value, narrowed
from .colours import lit_alike

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
_BUT_STILL = attrgetter(*(name for name in StillFrame.names if name != "still"))
_OF_STAGE = tuple(name for name in StillShown.names if name not in ("rail", "strip"))
_OF_RAIL = tuple(name for name in RailFacts.names if name != "train")


def _is_stage_of(stage: StillFrame, frame: StillFrame) -> bool:
    """Tell whether a frame differs from another in nothing that stands on the stage."""
    old, new = stage.still, frame.still
    if _BUT_STILL(stage) != _BUT_STILL(frame) or not _same(old, new, _OF_STAGE):
        return False
    return (old.strip is None) == (new.strip is None) and _same(old.rail, new.rail, _OF_RAIL)


def _same(one: Value, other: Value, names: tuple[str, ...]) -> bool:
    """Tell whether two values have the very same objects as some of their fields."""
    return all(one.__dict__[name] is other.__dict__[name] for name in names)


class Keeper(Kept):
    """Remembers parts, so that what is still costs nothing and is not drawn again.

    What a part is made from is its key. Most follow from the frame without the walk, `still`, which is the very same
    object as long as nothing but the walk's transport, the clock and the pointer's own place has changed; panels follow
    from facts and the plain `frame`. `stage` is the frame as what stands on the stage needs it: the very same one also
    while only what the rail tells of learning, and the strip, are others.
    """

    frame: Frame
    still: StillFrame
    stage: StillFrame

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[object, ...] = ()
        self._of_step: Result | None = None

    def begin(self, frame: ShownFrame) -> None:
        """Take another frame, in which perhaps only the walk has moved."""
        self.turn_to(frame.side.result.sums)
        seen = _OF_FRAME(frame)
        if seen != self._seen:
            kept = bool(self._seen) and _is_stage_of(self.stage, frame)
            self._seen = seen
            self.still, self.frame = self(_narrowed, *seen)
            self.stage = self.stage if kept else self.still

    def of_step(self, result: Result, step: int) -> Result:
        """Return a result for what shows one step: the very same one as before while nothing of the step is another."""
        before = self._of_step
        if before is None or not (
            before is result or (same_step(before, result, step) and lit_alike(before.scenario, result.scenario))
        ):
            self._of_step = before = result
        return before


def _narrowed(*values: Any) -> tuple[StillFrame, Frame]:
    """Return what a frame has besides the walk, from the values of its fields."""
    still = StillFrame(**dict(zip(StillFrame.names, values, strict=True)))
    return still, narrowed(still, Frame)


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
    """Return the division of the window in a scale, with or without a tour's panel, and the strip of a chain."""
    found = _division(still, typeface, size, scale)
    if still.strip is None or still.interface.rise > 0:  # in the Stack view the layers stand in space
        return found
    from ..ui.strip_room import with_strip  # most scenarios have one layer

    return with_strip(found, still.goal is not None)


def _division(still: StillShown, typeface: Typeface, size: tuple[int, int], scale: int) -> Layout:
    layered = any(side.layer is not None and side.layer.channels > 1 for side in still.sides)
    wanted = Division(scale, still.interface.presenting, still.interface.rail_open, layered)
    if still.tour is None or (wanted.presenting and still.tour.is_silent):  # nothing to read: the class sees the grids
        return _bare(still, wanted, size)
    from ..window.tour import divided  # most starts need no tour

    return divided(wanted, still.tour.texts, still.alone, typeface, size)


def _bare(still: StillShown, wanted: Division, size: tuple[int, int]) -> Layout:
    """Return the division without a panel; where the scene asks something, above the line that says so."""
    if still.tour is not None and still.tour.asks:
        from ..window.question import above_line, line_height  # few scenes ask

        lower = size[0], size[1] - line_height(size, wanted.of(size).text)
        return above_line(_plain(still, wanted, lower), size)
    return _plain(still, wanted, size)


def _plain(still: StillShown, wanted: Division, size: tuple[int, int]) -> Layout:
    return _of_picture(wanted.of(size), still) if _presents_picture(still) else wanted.of(size)


def _presents_picture(still: StillShown) -> bool:
    """Tell whether Present shows a large picture and its map in the Flat view."""
    side, interface = still.sides[0], still.interface
    if not interface.presenting or still.compares or still.alone or interface.stacked or interface.rise > 0:
        return False
    return side.layer is not None and side.layer.pictured and side.stamps is None


def _of_picture(found: Layout, still: StillShown) -> Layout:
    """Return the division of Present for a large picture."""
    from ..ui.stage_picture_talk import talk_layout  # few talks are about one

    return talk_layout(found, still.sides[0].result.scenario.kernel_size)
