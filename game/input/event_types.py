"""What can happen to the window, in the program's own terms: small frozen events, with keys by their names.

`events` makes them from what the window sends. A place is (x, y) in window pixels, a time is in seconds.
"""

from __future__ import annotations

from typing import TypeAlias

from ..value import Value

Point: TypeAlias = tuple[float, float]
"""x, y in window pixels."""

LEFT, MIDDLE, RIGHT = 1, 2, 3
"""The buttons of a mouse; a finger is the left one."""


class Event(Value):
    """What can happen to the window."""


class PointerEvent(Event):
    """What happens at x, y in window pixels."""

    x: float
    y: float

    @property
    def point(self) -> Point:
        """Where it happens."""
        return self.x, self.y


class ButtonEvent(PointerEvent):
    """What a button or a finger does; time in seconds."""

    button: int = LEFT
    shift: bool = False
    control: bool = False
    touch: bool = False
    time: float = 0.0


class PointerDown(ButtonEvent):
    """A button or a finger goes down."""


class PointerUp(ButtonEvent):
    """A button or a finger goes up."""


class PointerMove(PointerEvent):
    """The pointer moves to x, y; a finger only while it is down.

    way: the places that it has passed since the last event, in their order, where several moves are taken as one.
    """

    shift: bool = False
    control: bool = False
    touch: bool = False
    time: float = 0.0
    way: tuple[Point, ...] = ()

    @property
    def places(self) -> tuple[Point, ...]:
        """Where the pointer has been since the last event, its place now at the end."""
        return *self.way, self.point


class PointerLeft(Event):
    """The pointer has left the window."""


class Wheel(PointerEvent):
    """The wheel turns over x, y; notches are positive away from the hand (up), and fractions on a touch pad."""

    notches: float
    shift: bool = False
    control: bool = False
    time: float = 0.0


class Fingers(Event):
    """One of the two fingers on a touch screen moves: where both were before, and where they are now.

    Places are shares of the window's width and height as the system reports them, and window pixels for gestures.
    """

    before: tuple[tuple[float, float], tuple[float, float]]
    after: tuple[tuple[float, float], tuple[float, float]]
    time: float = 0.0

    def in_pixels(self, width: float, height: float) -> Fingers:
        """Return the same in pixels of a window of that size."""
        before, after = (
            ((first[0] * width, first[1] * height), (second[0] * width, second[1] * height))
            for first, second in (self.before, self.after)
        )
        return self.changed(before=before, after=after)


class KeyDown(Event):
    """A key goes down, by its name, "" for one that only makes a character.

    control: Ctrl (on macOS Cmd), without Alt. repeat: it is held, and fires again. text: the character that it makes,
    while text input is off; else that follows as a `TextTyped`.
    """

    key: str
    shift: bool = False
    control: bool = False
    repeat: bool = False
    text: str = ""


class ControlHeld(Event):
    """Ctrl (on macOS Cmd) goes down alone, or up."""

    on: bool


class TextTyped(Event):
    """Characters, as the layout makes them.

    key: the name of the key that has made them, where it has come as a `KeyDown` of its own. repeat: the key is held.
    """

    text: str
    key: str = ""
    repeat: bool = False


class FocusLost(Event):
    """Another window has the keys now; modifiers and held keys are forgotten."""


class FocusGained(Event):
    """The window has the keys again."""


class Resized(Event):
    """The window has another size, or another place on its display."""


class Maximised(Event):
    """The window was maximised, or (`on` is false) is no longer, nor minimised."""

    on: bool


class DroppedFile(Event):
    """A file was dropped on the window."""

    path: str


class CloseRequested(Event):
    """The window's own close button, or the system, asks the program to end."""


class DisplayChanged(Event):
    """The window came to another display, or displays came or went."""


class Exposed(Event):
    """The window's contents must be drawn again."""
