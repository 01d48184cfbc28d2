"""Intents that change settings, show sentences, or say what has happened to the window. No undo entries."""

from __future__ import annotations

from .interface_intents import InterfaceIntent


class WindowIntent(InterfaceIntent):
    """What changes settings, shows sentences, or has happened to the window."""


class SetBrushColour(WindowIntent):
    """Give the brush a colour: for each channel of a colour image a value, −999 … 999."""

    colour: tuple[float, ...]


class SetBrush(WindowIntent):
    """Give the brush a value, −999 … 999."""

    value: float


class NextTheme(WindowIntent):
    """Take the next theme, after the last the first."""


class SetPalette(WindowIntent):
    """Take the palette of that name: "standard" or "colour-blind"."""

    name: str


class SetStops(WindowIntent):
    """Let a remote stop at "phases" (settled, products, sum) or only at whole "cells"."""

    name: str


class ToggleSection(WindowIntent):
    """Open a section of the rail by its name, or fold it."""

    name: str


class SetDecimals(WindowIntent):
    """Show numbers with at most 0 … 4 decimals; None: automatic."""

    decimals: int | None


class SetScale(WindowIntent):
    """Scale texts and controls to a percentage; it stops at 75 and 300."""

    percent: int


class ScaleBy(WindowIntent):
    """Scale texts and controls up (positive) or down by steps of 25 %."""

    steps: int


class ToggleReducedMotion(WindowIntent):
    """Cross-fades in the place of travel, or travel again."""


class ToggleSavePicture(WindowIntent):
    """Let Save write the picture that is kept with the image, or leave it out."""


class ToggleSoftBrush(WindowIntent):
    """Let strokes paint what lies beside them too, at less, or no more."""


class Complain(WindowIntent):
    """Show a sentence as a warning; of_paste: it says why what was pasted was not taken."""

    sentence: str
    of_paste: bool = False


class Announce(WindowIntent):
    """Show a sentence as a message."""

    sentence: str


class ShareGoesOn(WindowIntent, by_itself=True):
    """So much of the file that is being written is done, 0 … 1; None: it is no longer being written."""

    name: str
    share: float | None


class DismissToast(WindowIntent):
    """Take a toast away, by its number."""

    number: int


class DismissHint(WindowIntent):
    """Take the hint away that is shown; it never comes again."""


class DismissOffer(WindowIntent):
    """Send the offer of the tour away for ever."""


class EndCallout(WindowIntent):
    """A hand or a key has done something: what the window points at by itself goes."""


class FullScreenChanged(WindowIntent):
    """The window has become full screen, or has left it (the shell says so after it happened)."""

    on: bool


class ShowNotes(WindowIntent):
    """Open the window of the teacher's notes, or close it; None: the other of the two."""

    on: bool | None = None


class RestartClock(WindowIntent):
    """Count the time that the notes show from now on."""


class Saved(WindowIntent):
    """The scenario has been written to a file (the shell says so after it happened)."""

    path: str


class Tick(WindowIntent, by_itself=True, goes_on=True):
    """Time passes by `dt` seconds; `held`: a button or a finger is down."""

    dt: float
    held: bool = False
