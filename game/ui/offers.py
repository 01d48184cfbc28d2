"""What the sheets of what can be opened have to offer; the shell finds it, the sheets show it."""

from __future__ import annotations

from typing import TypeAlias

from ..core.grid import Grid
from ..input.effects import OpenPath, OpenPuzzle, OpenTour
from ..input.mode_intents import CompareWith
from ..input.scenario_intents import ReplaceScenario
from ..input.stack_intents import SetView
from ..input.tour_intents import BeginTour
from ..value import Single, Value

Opening: TypeAlias = ReplaceScenario | OpenPath | OpenTour | OpenPuzzle | BeginTour | SetView | CompareWith
"""What an offer asks for, or a part of that."""


class Thumbnail(Single):
    """A small picture of a grid, of shades −1 … 1; or in colour, shape (rows, columns, 3), 0 … 1.

    hue: the theme's, "kernel" or "output", that stands for 1, the neutral one for 0; "" is an image's, for which 0 is
    black and 1 white. Below 0 is the negative hue.
    """

    shades: Grid
    hue: str = ""


class CardWalk(Value):
    """A few instants of a walk, as a card plays it.

    patches: at each instant the first row and column that the kernel covers in the image, and over how many of both it
    reaches; () where no patch is shown. made: how many cells of the map stand then, in row order.
    """

    patches: tuple[tuple[int, int, int, int], ...]
    made: tuple[int, ...]


class Offer(Value):
    """Something that can be opened: its words, when it was kept or its place, the intents that open it, and its looks.

    icon: what stands in the place of small pictures where there are none, or before them. note: what to look at.
    searched: all words by which it is found, in small letters. walk: what its card plays, None for nothing.
    """

    words: str
    detail: str
    intents: tuple[Opening, ...]
    thumbnails: tuple[Thumbnail, ...] = ()
    icon: str = ""
    note: str = ""
    searched: str = ""
    walk: CardWalk | None = None


class ShelfOffer(Value):
    """A shelf of the gallery: its name, what it is called, its icon, how many it has, and those that have been read.

    count: None where that is not known yet. own: it is the person's, and stands below a line. read: all of it is.
    """

    name: str
    title: str
    icon: str
    count: int | None = None
    offers: tuple[Offer, ...] = ()
    own: bool = False
    read: bool = False


class ShareOffer(Value):
    """What can be handed out beyond what always can: whether films can be made, and how long the text code is.

    length: None where there is no text code. most: characters that a QR code may have. lesson: the name of the one that
    is led, if it has a worksheet; else "". first, last: the step that is shown and the walk's last one, from 1; both 0
    where it may not be told how many there are.
    """

    films: bool = True
    length: int | None = None
    most: int = 0
    lesson: str = ""
    first: int = 0
    last: int = 0


class Offers(Value):
    """What the Open sheet offers, and those of the scenes and of the tours.

    Files that were opened or saved last, work that was set aside, and files of a folder where no file dialog is to be
    had. The scenes of a shelf, what it is called, and where they are from. The tours and the pictures that come with
    the program. The shelves of the gallery, and small pictures of the scenes of the lesson that is being made. What can
    be handed out. playing: the card of the gallery that plays, by its name, and which instant it shows.
    """

    last_work: tuple[Offer, ...] = ()
    folder: str = ""
    files: tuple[Offer, ...] = ()
    dialog: bool = True
    recent: tuple[Offer, ...] = ()
    shelf: str = ""
    source: str = ""
    scenes: tuple[Offer, ...] = ()
    tours: tuple[Offer, ...] = ()
    pictures: tuple[Offer, ...] = ()
    gallery: tuple[ShelfOffer, ...] = ()
    lesson: tuple[Thumbnail, ...] = ()
    share: ShareOffer = ShareOffer()
    playing: tuple[str, int] | None = None
