"""What has the room under the output besides the walk: the question of Predict, or the goal of a puzzle."""

from __future__ import annotations

from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.widgets.base import Widget
from .frame import StillFrame


def asked_panel(frame: StillFrame, place: Rect, most: float, output: GridPlace) -> tuple[Widget, ...]:
    """Return the panel in a place, with units of at most so many device pixels; nothing where nothing is asked.

    output: where the map stands that it is about.
    """
    if frame.still.question is not None:
        from ..window.predict import predict_panel  # here and below: most starts show neither

        return predict_panel(frame.still.question, frame, place, most)
    if frame.still.goal is None:
        return ()
    from .goal import goal_panel

    return goal_panel(frame.still.goal, frame, place, most, output)
