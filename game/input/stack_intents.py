"""Intents about the Stack view: the flight there and back, and its camera. No undo entries.

What moves the camera means nothing in the Flat view. Lengths are heights of the stage.
"""

from __future__ import annotations

from .intent import Intent


class StackIntent(Intent):
    """What the Stack view and its camera can be asked for."""


class ToggleStack(StackIntent):
    """Fly from the Flat view to the Stack view, or back; on its way the flight turns round."""


class ShowStack(StackIntent):
    """Fly to the Stack view, or to the Flat view."""

    on: bool


class Orbit(StackIntent):
    """Turn the layers by degrees, anticlockwise from above, and look at them more from above."""

    turn: float
    tilt: float


class Zoom(StackIntent):
    """Go nearer (a ratio over 1) or farther; the point stays that is x right and y down of the stage's middle."""

    ratio: float
    x: float = 0.0
    y: float = 0.0


class Pan(StackIntent):
    """Move the picture right and down."""

    across: float
    down: float


class ComeHome(StackIntent):
    """Look at the layers from where a run begins; the slow turn ends."""


class SetGap(StackIntent):
    """Give the layers a distance, times that at home."""

    value: float


class ToggleTurning(StackIntent):
    """Let the Stack view turn slowly by itself, or stand."""


class SetView(StackIntent):
    """Take the view and the camera of a scenario file; a field of the camera that is not there is as at home.

    stamp: where the walk is while a step is a stamp, if the file says so. map_look: how the output is
    shaded; None: in hues. channel: the one in front, from 0, None as the walk has it. colour: the colour picture is.
    """

    stacked: bool
    camera: tuple[tuple[str, float], ...] = ()
    turning: bool = False
    spread: bool = False
    stamp: float | None = None
    map_look: str | None = None
    channel: int | None = None
    colour: bool = False
