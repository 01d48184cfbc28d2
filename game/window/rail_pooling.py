"""The rows of the rail that a pooling has: ceil mode, count padding, and a window as large as the image."""

from __future__ import annotations

from ..core.pooling import Pooling
from ..input.layer_intents import LayerIntent, ToggleCeilMode, ToggleCountPadding, ToggleWholeImage
from ..session.facts.rail import StillRail
from ..ui.frame import Frame
from ..ui.widgets.base import Widget
from ..words.texts import text
from .rail_field import field
from .scrolling import Column


def pooling_rows(facts: StillRail, pooling: Pooling, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return its switches, each saying what it is now; what is counted in the padding matters to an average alone."""
    switches: list[tuple[str, LayerIntent, bool]] = [("ceil mode", ToggleCeilMode(), pooling.ceil_mode)]
    if pooling.kind == "average":
        switches.append(("count padding", ToggleCountPadding(), pooling.count_include_pad))
    switches.append(("whole image", ToggleWholeImage(), pooling.kernel_size is None))
    locked = "kernel" in facts.layer.locked
    return tuple(
        field(
            frame,
            column,
            name,
            intent,
            text("tour.locked.pooling" if locked else f"tooltip.{name}"),
            text(f"switch.{name}.{'on' if on else 'off'}"),
            not locked,
        )
        for name, intent, on in switches
        if name not in facts.hidden
    )
