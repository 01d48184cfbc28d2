"""Widgets of one family: Tab stops at one of them, and arrows go on from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from ...input.interface_intents import Focus
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown


class Stepping(Widget, kw_only=True):
    """One of a family. Arrows step to its `neighbours`: the one before, the next."""

    neighbours: tuple[str, str] = ("", "")

    focusable = True

    def key(self, event: KeyDown) -> Answer | None:
        """Step to a neighbour."""
        if event.control or event.shift or event.key not in ("Left", "Right") or not all(self.neighbours):
            return None
        return (Focus(self.neighbours[event.key == "Right"]),)


Kind = TypeVar("Kind", bound=Widget)


def with_neighbours(widgets: Sequence[Kind]) -> list[Kind]:
    """Return widgets, those of them that are stepped through with their neighbours; the ends have the other end."""
    names = [widget.name for widget in widgets if isinstance(widget, Stepping) and widget.focusable]
    around = {name: (names[at - 1], names[(at + 1) % len(names)]) for at, name in enumerate(names)}
    return [one.changed(neighbours=around[one.name]) if one.name in around else one for one in widgets]
