"""Who has the keys, and what of the keys that act everywhere reaches past them.

What is open owns the keyboard: only what is named here acts beneath it.
"""

from __future__ import annotations

from enum import Enum

from .effects import FindInList
from .intent import Intent
from .interface_intents import EntryText, FilterText
from .mode_intents import Unblank


class Where(Enum):
    """What has the keys. The value names its heading's text.

    A blank screen, an open question about leaving, or about what numbers of a file are, the help, the gallery, what
    can be shared, another sheet or the settings, the map of kernels, a list, a number entry, the vote of a class, the
    table of votes, the cell cursor, an open question of Predict, or nothing of these.
    """

    ANYWHERE = "keys.anywhere"
    PREDICT = "keys.predict"
    VOTE = "keys.vote"
    CELL = "keys.cell"
    ENTRY = "keys.entry"
    LIST = "keys.list"
    SHEET = "keys.sheet"
    MAP = "keys.map"
    HELP = "keys.in_help"
    GALLERY = "keys.in_gallery"
    VOTES = "keys.votes"
    LEAVING = "keys.leaving"
    NUMBERS = "keys.numbers"
    SHARE = "keys.in_share"
    BLANK = "keys.blank"


_PAGES = ("Page Up", "Page Down")  # a remote has them
_FUNCTIONS = ("F1", "F5", "F11", "Ctrl+Enter")  # help, Present, full screen: not F2, which types
_SIZES = ("Ctrl++", "Ctrl+-", "Ctrl+0")  # of text: what is open is read, too
_FOCUS = ("Tab", "Shift+Tab", "Enter", "Escape")
_BLANKING = ("B", ".", "W")
_WALK = (
    *("Space", "Left", "Right", "Shift+Left", "Shift+Right", *_PAGES, "Home", "End", ";", ",", "L"),
    *("Ctrl+Page Down", "Ctrl+Page Up", "M"),
)  # play and steps, whole and in part, a filter's map, a channel in front: what the map of kernels follows

THROUGH: dict[Where, frozenset[str] | None] = {
    Where.ANYWHERE: None,
    Where.PREDICT: None,
    Where.VOTE: frozenset((*_FUNCTIONS, *_SIZES, *_BLANKING, "Escape", "Ctrl+C")),
    Where.CELL: None,
    Where.ENTRY: frozenset((*_FUNCTIONS, *_PAGES)),
    Where.LIST: frozenset((*_FUNCTIONS, *_PAGES, *_SIZES, "Escape", ".")),
    Where.SHEET: frozenset(
        (*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING, "Ctrl+O", "Ctrl+V")
    ),  # Open, again: a file, asked anew
    Where.MAP: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING, *_WALK)),
    Where.HELP: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, "Ctrl+V")),
    Where.GALLERY: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, "Ctrl+O", "Ctrl+V")),
    Where.VOTES: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING, "Ctrl+C")),
    Where.LEAVING: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING)),
    Where.NUMBERS: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING, "Ctrl+O")),
    Where.SHARE: frozenset((*_FUNCTIONS, *_SIZES, *_FOCUS, *_BLANKING, "Ctrl+V")),
    Where.BLANK: frozenset(),
}
"""The keys that act as everywhere, where there is no row of their own; None: all of them."""

TAKES_TEXT: dict[Where, type[EntryText | FindInList | FilterText]] = {
    Where.ENTRY: EntryText,
    Where.LIST: FindInList,
    Where.HELP: FilterText,
    Where.GALLERY: FilterText,
}
"""Where characters are text, and not keys, and what they ask for then."""

OTHERWISE: dict[Where, Intent] = {Where.BLANK: Unblank()}
"""What every key asks for that has no row."""


def reaches(where: Where, chord: str) -> bool:
    """Tell whether a key that acts everywhere acts here too."""
    through = THROUGH[where]
    return through is None or chord in through
