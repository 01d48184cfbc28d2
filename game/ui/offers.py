"""What the sheets of what can be opened have to offer; the shell finds it, the sheets show it."""

from __future__ import annotations

from ..core.grid import Grid
from ..input.effects import OpenPath, OpenTour
from ..input.scenario_intents import ReplaceScenario
from ..input.stack_intents import SetView
from ..value import Single, Value


class Thumbnail(Single):
    """A small picture of a grid, of shades −1 … 1; or in colour, shape (rows, columns, 3), 0 … 1.

    hue: the theme's, "kernel" or "output", that stands for 1, the neutral one for 0; "" is an image's, for which 0 is
    black and 1 white. Below 0 is the negative hue.
    """

    shades: Grid
    hue: str = ""


class Offer(Value):
    """Something that can be opened: its words, when it was kept or its place, the intents that open it, and its looks.

    icon: what stands in the place of small pictures where there are none, or before them.
    """

    words: str
    detail: str
    intents: tuple[ReplaceScenario | OpenPath | OpenTour | SetView, ...]
    thumbnails: tuple[Thumbnail, ...] = ()
    icon: str = ""


class Offers(Value):
    """What the Open sheet offers, and those of the scenes and of the tours.

    Files that were opened or saved last, work that was set aside, and files of a folder where no file dialog is to be
    had. The scenes of a shelf, what it is called, and where they are from. The tours and the pictures that come with
    the program.
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
