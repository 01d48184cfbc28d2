"""Intents that reach outside the state: the shell carries them out, and the state stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .plain import Plain


class Copy(Plain):
    """Copy the grid under focus or pointer as text."""


class Paste(Plain):
    """Paste a grid from text; into an open entry, its characters."""


class Save(Plain):
    """Write the scenario to its file; without one, ask for it."""


class SaveAs(Plain):
    """Ask for a file and write the scenario to it."""


class OpenFile(Plain):
    """Ask for a file and open it."""


@dataclass(frozen=True)
class OpenPath:
    """Open a scenario or a picture by its path."""

    path: str


class ToggleFullScreen(Plain):
    """Make the window full screen, or leave it."""


class Quit(Plain):
    """Close the window; the work is kept."""


class FocusNext(Plain):
    """Move the key focus to the next control or grid."""


class FocusPrevious(Plain):
    """Move the key focus to the control or grid before."""


class Activate(Plain):
    """Press the control that has the focus."""


Effect: TypeAlias = (
    Copy | Paste | Save | SaveAs | OpenFile | OpenPath | ToggleFullScreen | Quit | FocusNext | FocusPrevious | Activate
)
