"""Intents about what is pointed at, focused and open in the window: cursor, lists, sheets, chains. No undo entries."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..core.grid import Pair
from .intent import Cell, Control, Intent, Target


class InterfaceIntent(Intent):
    """What is pointed at, focused and open in the window."""


class Hover(InterfaceIntent, by_itself=True):
    """The pointer is over a target (None: over nothing), at a point in device pixels (None: it left the window)."""

    target: Target | None
    pointer: tuple[float, float] | None


class Focus(InterfaceIntent):
    """Give a control the key focus (None: nothing has it). It takes the cursor out of the grids."""

    name: str | None
    visible: bool = True


class MoveCursor(InterfaceIntent, at_cursor=True):
    """Move the cell cursor by rows and columns; it stays inside its grid."""

    rows: int
    columns: int


class PlaceCursor(InterfaceIntent, about="cell"):
    """Put the cell cursor on a cell, or take it away."""

    cell: Cell | None


class PickUp(InterfaceIntent, about="cell", at_cursor=True):
    """Take a cell's value as the brush; None: the cell that has the cursor."""

    cell: Cell | None = None


class ToggleEraser(InterfaceIntent):
    """Take the eraser, with which strokes set pixels to 0, or the brush again.

    told: say it in a sentence, for whoever pressed a key may not see the button that shows it.
    """

    told: bool = False


class ToggleLink(InterfaceIntent):
    """Link rows and columns of a quantity, or take them apart."""

    quantity: str


class ToggleLock(InterfaceIntent):
    """Keep the output's scale at its present largest magnitude, or let it follow the map."""


class NextMapLook(InterfaceIntent):
    """Shade the values of the output in the next look: hues, gray around 0, magnitude.

    told: say it in a sentence, for whoever pressed a key may not see the legend that shows it.
    """

    told: bool = False


class ToggleCoverage(InterfaceIntent, settles=True, begins="coverage"):
    """Show how many patches cover each pixel in the place of the pixels, or the pixels again."""


class ShowSpread(InterfaceIntent, settles=True):
    """Show a transposed convolution as a walk over its spread image (on), or as stamps; None: the other of the two."""

    on: bool | None = None


class OpenPopup(InterfaceIntent, settles=True, by_hand=True, about="cell"):
    """Open a list by its name; `cell` is what the "cell menu" is about."""

    name: str
    cell: Cell | None = None


class ClosePopup(InterfaceIntent):
    """Close the open list."""


class HighlightItem(InterfaceIntent):
    """Highlight an item of the open list, by its index."""

    index: int


class OpenSheet(InterfaceIntent, settles=True):
    """Open a sheet over the window: "help", "open", "share", "gallery", "scenes", "pictures", "tours" or "digits".

    `OfferNumbers` opens "numbers".
    """

    name: str


class ChooseShare(InterfaceIntent):
    """Choose how something is handed out; None leaves it as it is.

    steps: how many a moving picture has. versions: of a worksheet. paper: of it, "a4" or "letter".
    """

    steps: int | None = None
    versions: int | None = None
    paper: str | None = None


class ShowDigits(InterfaceIntent):
    """Show in the sheet of the held-back digits the misread ones, or the confusion, and a page of digits, from 0.

    pair: of the confusion the digits of this kind that are read as that; None: of no cell.
    """

    confusion: bool = False
    pair: Pair | None = None
    page: int = 0


class OfferNumbers(InterfaceIntent, settles=True):
    """Ask what numbers of a file are; offered: the question with its answers, as `session.offered` has it."""

    offered: object


class CloseSheet(InterfaceIntent):
    """Close the open sheet."""


class TypeAhead(InterfaceIntent):
    """Characters were typed in the open list; they go with those that came just before."""

    text: str


class ChooseShelf(InterfaceIntent):
    """Show a shelf of the gallery, by its name, from its begin; what was searched for is forgotten."""

    name: str


class FilterText(InterfaceIntent):
    """Type into the open help, or the gallery: it shows only what has all the typed words."""

    text: str


class DeleteFilter(InterfaceIntent):
    """Take away the last character that was typed into the open help, or all while that is chosen."""


class ChooseFilter(InterfaceIntent):
    """Choose all that was typed into the open help, or the gallery: what is typed next takes its place."""


class ToggleRail(InterfaceIntent):
    """Show or fold the rail, where it is folded behind a button."""


class ScrollTo(InterfaceIntent):
    """Scroll an area, by its name, to an offset in design units (at least 0)."""

    name: str
    offset: float


class Escape(InterfaceIntent, of_remote=True):
    """Leave the innermost thing that is open; with nothing open it does nothing, and it never quits."""


EntryKeyName: TypeAlias = Literal["left", "right", "home", "end", "backspace", "delete", "all"]


class EntryIntent(Intent):
    """What a number entry can be asked for."""


class OpenEntry(EntryIntent, settles=True, by_hand=True, focuses=True, about="target", at_cursor=True):
    """Open the number of a cell or control; None: the cell that has the cursor.

    Without `text` the entry shows the present value, and the first character typed replaces it.
    """

    target: Cell | Control | None
    text: str = ""
    by_touch: bool = False


class EntryText(EntryIntent):
    """Characters, typed or pasted, go in at the caret."""

    text: str


class EntryKey(EntryIntent):
    """Move the caret of the open entry, take a character away, or choose all of it."""

    name: EntryKeyName


class AcceptEntry(EntryIntent):
    """Take the typed number; a text that is none, or out of range, leaves the entry open and says why."""


class CancelEntry(EntryIntent):
    """Close the entry and change nothing."""
