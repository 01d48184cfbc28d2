"""Intents that change settings, show sentences, or say what has happened to the window. No undo entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .plain import Plain


@dataclass(frozen=True)
class SetBrush:
    """Give the brush a value, 0 … white."""

    value: float


@dataclass(frozen=True)
class SetTheme:
    """Take a theme by its name."""

    name: str


class NextTheme(Plain):
    """Take the next theme, after the last the first."""


@dataclass(frozen=True)
class SetScale:
    """Scale texts and controls to a percentage; it stops at 75 and 300."""

    percent: int


@dataclass(frozen=True)
class ScaleBy:
    """Scale texts and controls up (positive) or down by steps of 25 %."""

    steps: int


class ToggleReducedMotion(Plain):
    """Cross-fades in the place of travel, or travel again."""


@dataclass(frozen=True)
class Complain:
    """Show a sentence as a warning."""

    sentence: str


@dataclass(frozen=True)
class Announce:
    """Show a sentence as a message."""

    sentence: str


@dataclass(frozen=True)
class DismissToast:
    """Take a toast away, by its number."""

    number: int


@dataclass(frozen=True)
class FullScreenChanged:
    """The window has become full screen, or has left it (the shell says so after it happened)."""

    on: bool


@dataclass(frozen=True)
class Saved:
    """The scenario has been written to a file (the shell says so after it happened)."""

    path: str


@dataclass(frozen=True)
class Tick:
    """Time passes by `dt` seconds."""

    dt: float


WindowIntent: TypeAlias = (
    SetBrush
    | SetTheme
    | NextTheme
    | SetScale
    | ScaleBy
    | ToggleReducedMotion
    | Complain
    | Announce
    | DismissToast
    | FullScreenChanged
    | Saved
    | Tick
)
