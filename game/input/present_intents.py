"""Intents of a talk in front of a class: Present, the blank screen, the spotlight, and the lens."""

from __future__ import annotations

from typing import TypeAlias

from ..value import Value


class StartPresent(Value):
    """Give the whole screen to the grids; where they have it, nothing happens."""


class TogglePresent(Value):
    """Give the whole screen to the grids, or go back to the window."""


class Blank(Value):
    """Blank the screen, "black" or "white"."""

    colour: str


class Unblank(Value):
    """Show the screen again."""


class ToggleSpotlight(Value):
    """Dim everything but the surroundings of the pointer, or show all again."""


class HoldSpotlight(Value):
    """Keep the spotlight on while a button is held."""

    on: bool


class Mark(Value):
    """Leave a mark at a point of the window, which fades."""

    x: float
    y: float


class TurnLens(Value):
    """Show the next terms in the lens."""


PresentIntent: TypeAlias = (
    StartPresent | TogglePresent | Blank | Unblank | ToggleSpotlight | HoldSpotlight | Mark | TurnLens
)
