"""Intents that change settings, show sentences, or say what has happened to the window. No undo entries."""

from __future__ import annotations

from typing import TypeAlias

from ..value import Value


class SetBrush(Value):
    """Give the brush a value, 0 … white."""

    value: float


class SetTheme(Value):
    """Take a theme by its name."""

    name: str


class NextTheme(Value):
    """Take the next theme, after the last the first."""


class SetPalette(Value):
    """Take the palette of that name: "standard" or "colour-blind"."""

    name: str


class SetStops(Value):
    """Let a remote stop at "phases" (settled, products, sum) or only at whole "cells"."""

    name: str


class SetDecimals(Value):
    """Show numbers with at most 0 … 4 decimals; None: automatic."""

    decimals: int | None


class SetScale(Value):
    """Scale texts and controls to a percentage; it stops at 75 and 300."""

    percent: int


class ScaleBy(Value):
    """Scale texts and controls up (positive) or down by steps of 25 %."""

    steps: int


class ToggleReducedMotion(Value):
    """Cross-fades in the place of travel, or travel again."""


class Complain(Value):
    """Show a sentence as a warning."""

    sentence: str


class Announce(Value):
    """Show a sentence as a message."""

    sentence: str


class DismissToast(Value):
    """Take a toast away, by its number."""

    number: int


class DismissHint(Value):
    """Take the hint away that is shown; it never comes again."""


class DismissOffer(Value):
    """Send the offer of the tour away for ever."""


class EndCallout(Value):
    """A hand or a key has done something: what the window points at by itself goes."""


class FullScreenChanged(Value):
    """The window has become full screen, or has left it (the shell says so after it happened)."""

    on: bool


class Saved(Value):
    """The scenario has been written to a file (the shell says so after it happened)."""

    path: str


class Tick(Value):
    """Time passes by `dt` seconds; `held`: a button or a finger is down."""

    dt: float
    held: bool = False


WindowIntent: TypeAlias = (
    SetBrush
    | SetTheme
    | NextTheme
    | SetPalette
    | SetStops
    | SetDecimals
    | SetScale
    | ScaleBy
    | ToggleReducedMotion
    | Complain
    | Announce
    | DismissToast
    | DismissHint
    | DismissOffer
    | EndCallout
    | FullScreenChanged
    | Saved
    | Tick
)
