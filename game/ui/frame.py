"""What a panel needs to know to lay itself out: the state, the window's division, and how widgets are met."""

from __future__ import annotations

from ..input.bindings import shortcut_of
from ..input.intent import Intent
from ..input.targets import Control, Side, Target
from ..session.state import State
from ..value import Value
from ..words.texts import text
from .layout import Layout, layout
from .stage_present import present_layout
from .typeface import Typeface
from .widgets.base import Mood

# Font sizes in units of text, as the design's pictures have them.
TITLE, HEADING, LABEL, BODY, SMALL = 28, 27, 23.5, 22, 20


class Frame(Value):
    """One picture to be laid out. `pressed` names the control that is held; `mac` chooses the names of keys."""

    state: State
    layout: Layout
    type: Typeface
    pressed: str | None = None
    asked: Target | None = None  # what the hands ask about: its bubble is shown
    mac: bool = False

    def of(self, side: Side) -> Frame:
        """Return the frame from which a side is drawn; without Compare there is one only."""
        if not self.state.compare.on:
            return self
        from ..session.compare import drawn_from  # only while two settings are compared

        return self.changed(state=drawn_from(self.state, side))

    @property
    def focused(self) -> Frame:
        """The frame from which the rail is laid out: that of the side in focus."""
        return self.of(self.state.compare.focus)

    def size(self, units: float) -> int:
        """Return a font size in device pixels."""
        return max(9, round(units * self.layout.text))

    def mood(self, name: str, enabled: bool = True) -> Mood:
        """Return how a control is met."""
        interface = self.state.interface
        hovered = interface.hover == Control(name)
        focused = interface.focus == name and interface.focus_visible
        return Mood(hovered, self.pressed == name and hovered, focused, enabled)

    def tip(self, words: str, intent: Intent | None = None, reason: str | None = None) -> str:
        """Return a tooltip: the words, the shortcut, and why it cannot be used now."""
        keys = shortcut_of(intent, self.mac) if intent is not None else ""
        tip = f"{words}  ({keys})" if keys else words
        return f"{tip}\n{text('bubble.disabled', reason=reason)}" if reason else tip


def plain_division(state: State, size: tuple[int, int]) -> Layout:
    """Return how a window of that size is divided, without the panel of a tour."""
    interface, scale = state.interface, state.settings.scale
    return present_layout(*size, scale) if interface.presenting else layout(*size, scale, interface.rail_open)
