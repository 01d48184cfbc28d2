"""Intents of a talk in front of a class: Present, the blank screen, the spotlight, and the lens."""

from __future__ import annotations

from .intent import Intent


class PresentIntent(Intent):
    """What a talk in front of a class can be asked for."""


class StartPresent(PresentIntent, of_remote=True):
    """Give the whole screen to the grids; where they have it, nothing happens."""


class TogglePresent(PresentIntent, of_remote=True):
    """Give the whole screen to the grids, or go back to the window."""


class Blank(PresentIntent, of_remote=True):
    """Blank the screen, "black" or "white"."""

    colour: str


class Unblank(PresentIntent, of_remote=True):
    """Show the screen again."""


class ToggleSpotlight(PresentIntent):
    """Dim everything but the surroundings of the pointer, or show all again."""


class HoldSpotlight(PresentIntent):
    """Keep the spotlight on while a button is held."""

    on: bool


class Mark(PresentIntent):
    """Leave a mark at a point of the window, which fades."""

    x: float
    y: float


class TurnLens(PresentIntent):
    """Show the next terms in the lens."""
