"""Where and how widgets are laid out: the window's division, the typeface, and how the controls are met."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from ..input.intent import Intent
from ..value import Value
from .geometry import Rect
from .layout import Layout, layout
from .typeface import Typeface
from .widgets.base import Mood, Tip
from .widgets.button import Button
from .widgets.label import Area, Explained, Label

# Font sizes in units of text, as the design's pictures have them.
TITLE, HEADING, LABEL, BODY, SMALL = 28, 27, 23.5, 22, 20


class Met(TypedDict):
    """What is said of every control: its name and place, the device pixels of a unit, and how it is met now."""

    name: str
    rect: Rect
    unit: float
    mood: Mood


class Frame(Value):
    """One picture to be laid out. A panel is a function of facts and of a frame, which knows nothing of the state.

    pressed, hovered, ringed: the names of the controls that are held, pointed at, and have the ring of the keys.
    mac: chooses the names of keys.
    """

    layout: Layout
    type: Typeface
    pressed: str | None = None
    hovered: str | None = None
    ringed: str | None = None
    mac: bool = False

    @property
    def unit(self) -> float:
        """The device pixels of one unit of words and controls."""
        return self.layout.text

    def px(self, units: float) -> int:
        """Return a length in device pixels."""
        return max(1, round(units * self.layout.text))

    def size(self, units: float) -> int:
        """Return a font size in device pixels."""
        return max(9, round(units * self.layout.text))

    def mood(self, name: str, enabled: bool = True) -> Mood:
        """Return how a control is met."""
        hovered = self.hovered == name
        return Mood(hovered, self.pressed == name and hovered, self.ringed == name, enabled)

    def met(self, name: str, rect: Rect, enabled: bool = True) -> Met:
        """Return what is said of every control."""
        return {"name": name, "rect": rect, "unit": self.unit, "mood": self.mood(name, enabled)}

    def tip(self, words: str, intent: Intent | None = None, reason: str | None = None) -> Tip:
        """Return a tooltip: the words, the shortcut, and why it cannot be used now."""
        return Tip(((words, intent),), reason, self.mac)

    def tips(self, *lines: tuple[str, Intent | None]) -> Tip:
        """Return a tooltip of several lines, each with its shortcut."""
        return Tip(lines, None, self.mac)

    def button(
        self,
        name: str,
        rect: Rect,
        *intents: Intent,
        tip: str | Tip = "",
        icon: str = "",
        label: str = "",
        size: int = 20,
        style: str = "plain",
        on: bool | None = None,
        enabled: bool = True,
    ) -> Button:
        """Return a button as it is met now."""
        return Button(
            **self.met(name, rect, enabled),
            about=tip,
            intents=intents,
            icon=icon,
            label=label,
            size=size,
            style=style,
            on=on,
        )

    def box(self, name: str, rect: Rect, radius: float, role: str = "raised") -> Area:
        """Return a ground with a line all around it; `radius` is in units."""
        return Area(
            name=name, rect=rect, unit=self.unit, role=role, radius=self.px(radius), line_at="all", line_role="edge"
        )

    def label(
        self, name: str, rect: Rect, words: str, size: int, role: str = "text", bold: bool = False, align: float = 0.0
    ) -> Label:
        """Return a line of words."""
        return Label(name=name, rect=rect, unit=self.unit, text=words, size=size, role=role, bold=bold, align=align)

    @staticmethod
    def explained(label: Label, about: str | Tip) -> Label:
        """Return a label that says more where it is pointed at."""
        return Explained(**label.__dict__ | {"about": about})

    def lines(
        self, name: str, at: Rect, lines: Iterable[str], step: float, size: int, role: str = "text", bold: bool = False
    ) -> tuple[Label, ...]:
        """Return lines one below the other from the top of a place, numbered from 0."""
        return tuple(
            self.label(f"{name} {index}", Rect.of(at.x, at.y + index * step, at.w, step), line, size, role, bold)
            for index, line in enumerate(lines)
        )


class Division(Value):
    """How a window is to be divided: the person's scale, whether it presents, and whether the folded rail is open.

    layered: several channels are shown.
    """

    scale: int
    presenting: bool
    rail_open: bool
    layered: bool = False

    def of(self, size: tuple[int, int]) -> Layout:
        """Return the division of a window of that size, without the panel of a tour."""
        if self.presenting:
            from .stage_present import present_layout, with_drawer  # only in a talk

            wall = present_layout(*size, self.scale)
            return with_drawer(wall) if self.rail_open else wall
        return layout(*size, self.scale, self.rail_open, self.layered)
