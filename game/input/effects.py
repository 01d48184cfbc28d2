"""Intents that reach outside the state: the shell carries them out, and the state stays as it is."""

from __future__ import annotations

from typing import TypeAlias

from ..value import Value


class Copy(Value):
    """Copy the grid under focus or pointer as text."""


class Paste(Value):
    """Paste a grid from text; into an open entry, its characters."""


class Save(Value):
    """Write the scenario to its file; without one, ask for it."""


class SaveAs(Value):
    """Ask for a file and write the scenario to it."""


class OpenFile(Value):
    """Ask for a file and open it."""


class OpenPath(Value):
    """Open a scenario or a picture by its path."""

    path: str


class OpenTour(Value):
    """Read the tour of a file and begin it; without a path, the one that comes with the program."""

    path: str = ""


class ToggleFullScreen(Value):
    """Make the window full screen, or leave it."""


class Quit(Value):
    """Close the window; the work is kept."""


class FocusNext(Value):
    """Move the key focus to the next control or grid."""


class FocusPrevious(Value):
    """Move the key focus to the control or grid before."""


class Activate(Value):
    """Press the control that has the focus."""


class MoveInList(Value):
    """Move the highlight of the open list by so many items; it stays in the list."""

    steps: int


class TakeItem(Value):
    """Choose the highlighted item of the open list; `while_typing`: even while a name is being typed there."""

    while_typing: bool = True


class FindInList(Value):
    """Highlight the item of the open list whose name has what is typed."""

    text: str


class ScrollSheet(Value):
    """Scroll the open sheet by so many units of text."""

    units: float


Effect: TypeAlias = (
    Copy
    | Paste
    | Save
    | SaveAs
    | OpenFile
    | OpenPath
    | OpenTour
    | ToggleFullScreen
    | Quit
    | FocusNext
    | FocusPrevious
    | Activate
    | MoveInList
    | TakeItem
    | FindInList
    | ScrollSheet
)
