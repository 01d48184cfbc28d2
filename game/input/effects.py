"""Intents that reach outside the state: the shell carries them out, and the state stays as it is."""

from __future__ import annotations

from .intent import Intent


class Effect(Intent):
    """What reaches outside the state."""


class Copy(Effect):
    """Copy the grid under focus or pointer as text."""


class CopyLayer(Effect):
    """Copy the layer and its numbers as a program: "pytorch" or "numpy"."""

    form: str


class Paste(Effect):
    """Paste numbers from text; into an open entry, its characters."""


class Save(Effect):
    """Write the scenario to its file; without one, ask for it."""


class SaveAs(Effect):
    """Ask for a file and write the scenario to it."""


class SaveLesson(Effect):
    """Write the lesson that is being made to its file; without one, ask for it."""


class OpenShare(Effect, settles=True):
    """Show the sheet of the files that what is shown can be handed out as."""


class ShareAs(Effect, settles=True):
    """Hand out what is shown in a form, one of `session.sharing`: ask for a file and write it, or copy a text."""

    form: str


class StopShare(Effect):
    """Stop writing the file that is being written; nothing of it stays."""


class OpenFile(Effect):
    """Ask for a file and open it."""


class OpenPath(Effect):
    """Open a file by its path: a scenario, a picture, numbers, a tour or a shelf."""

    path: str


class ChooseArray(Effect):
    """Take one of the arrays that are offered, by its name."""

    name: str


class OpenScenes(Effect):
    """Show the scenes of the shelf that comes with the program, of which one can be opened."""


class OpenGallery(Effect):
    """Show the gallery: scenes on their shelves, of which one can be opened."""


class MoveInGallery(Effect):
    """Go on in the open gallery by so many cards down and to the right, or by so many pages; ends: to its last card.

    The numbers are −1, 0 or 1, and of `ends` also: 0 for none.
    """

    down: int = 0
    right: int = 0
    pages: int = 0
    ends: int = 0


class OpenPictures(Effect):
    """Open the sheet of the pictures that come with the program."""


class OpenTours(Effect):
    """Show the guided tours that come with the program, of which one can be begun."""


class OpenTour(Effect):
    """Read a tour and begin it: one that comes with the program, by its name, or that of a file; else the first one."""

    path: str = ""


class OpenPuzzle(Effect):
    """Begin a puzzle that comes with the program, by its name; scene: the one of its shelf, as `files.shelf` has it."""

    name: str
    scene: object = None


class ToggleFullScreen(Effect):
    """Make the window full screen, or leave it."""


class FocusNext(Effect):
    """Move the key focus to the next control or grid."""


class FocusPrevious(Effect):
    """Move the key focus to the control or grid before."""


class Activate(Effect):
    """Press the control that has the focus."""


class MoveInList(Effect):
    """Move the highlight of the open list by so many items; it stays in the list."""

    steps: int


class TakeItem(Effect):
    """Choose the highlighted item of the open list; `while_typing`: even while a name is being typed there."""

    while_typing: bool = True


class FindInList(Effect):
    """Highlight the item of the open list whose name has what is typed."""

    text: str


class ScrollSheet(Effect):
    """Scroll the open sheet by so many units of text.

    by_line: an arrow asks for it; where all of the sheet is seen it brings the focus to the next control.
    """

    units: float
    by_line: bool = False
