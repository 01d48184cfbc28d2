"""What the rail has of the kernel: the list of kernels, and what can be done with the one in front."""

from __future__ import annotations

from ..input.scenario_intents import KernelAction
from ..session.facts.rail import StillRail
from ..session.naming import named
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.button import Button
from ..ui.widgets.select import Select
from ..words.texts import text
from .actions import Action, action_button
from .scrolling import Column, name_select


def kernel_select(facts: StillRail, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens the list of kernels; what a pooling slides over the image has no name."""
    if "kernel" in facts.hidden or facts.layer.pooling is not None:
        return ()
    return (name_select("kernel", _kernel_name(facts), facts.opened, frame, column),)


def _kernel_name(facts: StillRail) -> str:
    """Return what the kernel is called; of several filters, with the one in front."""
    words = named("kernel", *facts.kernel)
    layer = facts.layer
    return words if layer.filters == 1 else text("rail.filter", filter=layer.filter + 1, name=words)


def kernel_actions(facts: StillRail, frame: Frame, column: Column) -> tuple[Button, ...]:
    """Return what can be done with the kernel: buttons that share a row, each as wide as its word wants it."""
    if not facts.kernel_actions:
        return ()
    place = column.take(max(frame.px(40), 26), frame.px(14))
    gap, size = frame.px(6), frame.size(18)
    actions = [_kernel_action(name, reason) for name, reason in facts.kernel_actions]
    wide = [frame.type.width(action.label, size, True) + frame.px(16) for action in actions]
    spare = (place.w - (len(wide) - 1) * gap - sum(wide)) / len(wide)
    buttons: list[Button] = []
    x = float(place.x)
    for action, width in zip(actions, wide, strict=True):
        rect = Rect.of(x, place.y, width + spare, place.h)
        buttons.append(action_button(frame, action, rect, "field", size))
        x += width + spare + gap
    return tuple(buttons)


def _kernel_action(name: str, reason: str | None) -> Action:
    words = text(f"tooltip.{name.replace(' ', '_')}")
    why = text(f"reason.{reason}") if reason else None
    return Action(f"kernel {name}", "", words, KernelAction(name), text(f"action.{name}"), why)
