"""The row of the rail about the layers of a network: another one behind, a copy, away with it, before, behind."""

from __future__ import annotations

from ..core.limits import LAYERS
from ..input.layer_intents import AddLayer, CopyLayer, MoveLayer, RemoveLayer
from ..session.facts.rail import LayerSetting, StillRail
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text
from .actions import Action
from .rail_field import field
from .scrolling import Column

HEIGHT, GAP = 44, 8  # units


def chain_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the buttons of a network."""
    layer = facts.layer
    if "layers" in facts.hidden or facts.side is not None or layer.count == 1:
        return ()
    locked = text("tour.locked.layer") if layer.locked else None
    actions = _actions(layer)
    row = column.take(frame.px(HEIGHT), frame.px(12))
    wide = (row.w - (len(actions) - 1) * frame.px(GAP)) / len(actions)
    return tuple(
        frame.button(
            action.name,
            Rect.of(row.x + place * (wide + frame.px(GAP)), row.y, wide, row.h),
            action.intent,
            tip=frame.tip(action.words, action.intent, locked or action.reason),
            icon=action.icon,
            style="field",
            enabled=(locked or action.reason) is None,
        )
        for place, action in enumerate(actions)
    )


def first_layer_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the button that makes a network of the only layer, by another one behind it."""
    if "layers" in facts.hidden or facts.side is not None or facts.layer.count > 1:
        return ()
    locked = text("tour.locked.layer") if facts.layer.locked else None
    tip = locked or text("tooltip.layer.first")
    return (field(frame, column, "layer add", AddLayer(), tip, text("action.layer.first"), locked is None),)


def _actions(layer: LayerSetting) -> tuple[Action, ...]:
    full = text("reason.layer.full", most=int(LAYERS.high)) if layer.count == LAYERS.high else None
    first = text("reason.layer.first") if layer.number == 0 else None
    last = text("reason.layer.last") if layer.number == layer.count - 1 else None
    return (
        Action("layer add", "plus", text("tooltip.layer.add"), AddLayer(), "", full),
        Action("layer copy", "copy", text("tooltip.layer.copy"), CopyLayer(), "", full),
        Action("layer remove", "trash-2", text("tooltip.layer.remove"), RemoveLayer(), ""),
        Action("layer before", "arrow-left", text("tooltip.layer.before"), MoveLayer(-1), "", first),
        Action("layer behind", "arrow-right", text("tooltip.layer.behind"), MoveLayer(1), "", last),
    )


def layer_head(layer: LayerSetting) -> str:
    """Return what the section is called: "Layer", of several with its number."""
    if layer.count == 1:
        return text("rail.layer")
    return text("rail.layer.of", number=layer.number + 1, count=layer.count)
