"""Intents that reach outside the state: the shell carries them out, and the state stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Copy:
    """Copy the grid under focus or pointer as text."""


@dataclass(frozen=True)
class Paste:
    """Paste a grid from text; into an open entry, its characters."""


@dataclass(frozen=True)
class Save:
    """Write the scenario to its file; without one, ask for it."""


@dataclass(frozen=True)
class SaveAs:
    """Ask for a file and write the scenario to it."""


@dataclass(frozen=True)
class OpenFile:
    """Ask for a file and open it."""


@dataclass(frozen=True)
class OpenPath:
    """Open a scenario or a picture by its path."""

    path: str


@dataclass(frozen=True)
class ToggleFullScreen:
    """Make the window full screen, or leave it."""


@dataclass(frozen=True)
class Quit:
    """Close the window; the work is kept."""


@dataclass(frozen=True)
class FocusNext:
    """Move the key focus to the next control or grid."""


@dataclass(frozen=True)
class FocusPrevious:
    """Move the key focus to the control or grid before."""


@dataclass(frozen=True)
class Activate:
    """Press the control that has the focus."""


Effect: TypeAlias = (
    Copy | Paste | Save | SaveAs | OpenFile | OpenPath | ToggleFullScreen | Quit | FocusNext | FocusPrevious | Activate
)
