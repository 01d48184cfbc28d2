"""What is open, pointed at, focused and shown in the window: no part of the scenario, and of no undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from ..core.quantities import QUANTITIES
from ..input.intent import Cell, Control, Target, in_formula
from ..play.choices import HOME, HUES, Camera
from ..value import Value

if TYPE_CHECKING:
    from ..core.grid import Pair
    from ..files.tour import Build
    from ..play.trace import Trace
    from .lesson import Draft
    from .offered import Offered
    from .vote import Vote

PANELS = {"view": "view settings", "kernel map": "kernel map panel", "padding sides": "padding panel"}
"""What opens like a list but has controls, and the name under which each is scrolled."""

GALLERY = "gallery"
"""The sheet of the scenes on their shelves, which fills the window."""

DIGITS = "digits"
"""The sheet of what a network reads in the digits that are held back."""

CALLOUT_AFTER = 1.0
"""Seconds from the start, or from an input that came too soon, until what is not covered is pointed at."""


class Entry(Value):
    """A number entry that is open.

    caret: 0 … length of the text. fresh: the present value stands there, and the first character replaces it.
    by_touch: opened by a finger, so keys are shown on screen.
    """

    target: Cell | Control
    text: str
    caret: int
    fresh: bool
    by_touch: bool = False


class Toast(Value):
    """A sentence shown for a while, in seconds of the interface's clock: since when, and when the next input came.

    of_entry: it is about the number that is being typed, and goes when that is settled. of_paste: it says why what was
    pasted was not taken, and goes with the next that is, or an undo. share: of a file that is being written so
    much is done, 0 … 1, and it stays until that is over.
    """

    number: int
    sentence: str
    warning: bool
    since: float
    of_entry: bool = False
    input_at: float | None = None
    of_paste: bool = False
    share: float | None = None


class SpotMark(Value):
    """A mark left in the spotlight: where, in device pixels, and since when, in seconds of the interface's clock."""

    x: float
    y: float
    since: float


FADE_SECONDS = 2.0
"""How long a mark of the spotlight is seen."""


class Guide(Value):
    """What is pointed at. Times are those of the interface's clock.

    hint, hint_at: the hint that is shown, and since when. gone_at: when the last hint or callout went, or the offer.
    paused, walked: whether the walk has been paused by hand, and whether it has come to its end by itself.
    callout_at: since when what is not covered is pointed at.
    not_before: the callout waits until then; for ever, in a run that was told to stand still, until it plays.
    offer: whether the tour is offered.
    """

    hint: str | None = None
    hint_at: float = 0.0
    gone_at: float = float("-inf")
    paused: bool = False
    walked: bool = False
    callout_at: float | None = None
    not_before: float = CALLOUT_AFTER
    offer: bool = False


class OpenScene(Value):
    """A scene of a shelf that was opened.

    document: the number of what is edited since. walk: the (rows, columns) of its maps, its steps, and which layer of a
    network is in focus. position: where its walk begins. builds: what each press of a remote plays, as the scene says;
    None where it does not. title, note: what it is called, and what is to be looked at, or "".
    """

    document: int
    walk: tuple[Pair, int, int]
    position: float
    builds: tuple[Build, ...] | None
    title: str = ""
    note: str = ""


class ShareChoice(Value):
    """How something is handed out: the steps of a moving picture, the versions of a worksheet, and its paper."""

    steps: int = 3
    versions: int = 1
    paper: str = "a4"


class DigitsLook(Value):
    """What the sheet of the held-back digits shows: the misread ones, or the confusion, and which page of digits.

    pair: of the confusion the digits of this kind that are read as that; None: of no cell.
    """

    confusion: bool = False
    pair: Pair | None = None
    page: int = 0


class StillInterface(Value):
    """What is open, pointed at, focused and shown in the window. It is not part of the scenario and of no undo.

    hover: what the pointer is over.
    focus, focus_visible: the control with the key focus, and whether its ring is drawn.
    cursor: the cell that has the cursor. popup, popup_cell, highlighted: the open list, the cell it is about, its item.
    popup_scale: the scale with which it opened: it keeps its place and size until it closes, whatever folds around it.
    typed, typed_at: what was typed in the open list, and when its last character came.
    coverage: whether the image's place shows how many patches cover each pixel.
    help_filter: what has been typed into the open help, or the gallery; filter_chosen: what is typed next takes its
    place. shelf: the one that the gallery shows.
    linked: quantities whose rows and columns go together. lock: the kept largest magnitude of the output's scale.
    guide: what the window points at by itself.
    presenting: the grids have the whole screen. blank: "", "black" or "white", in the place of all.
    spotlight, spotlight_held: it is on, or held by a button. marks: left in it by clicks.
    eraser: strokes set pixels to 0 in the place of painting. brush_white: the image's white when the brush was chosen.
    lens: a step, and how many pages of its terms have been turned by hand.
    stacked, rise: the Stack view is wanted; how far its layers have risen from their flat places, 0 … 1.
    camera, turning: from where the Stack view is looked at; whether it turns slowly by itself.
    looked_at: when the camera was last moved by hand.
    channel: the one that a hand has brought forward, and for whose turn; see `front`.
    spread: of a transposed convolution the walk over its spread image is shown, also where its stamps could be.
    stamping: the walk's position counts stamps now, not cells; see `stamped`.
    map_look: how the values of the output are shaded, one of `MAP_LOOKS`.
    mixed: the colour picture is in front of the channels, where there is one. tint: a colour that the brush has, or ().
    scene: the one of a shelf that was opened last.
    offered: numbers of a file that wait for an answer, while their sheet is open.
    draft: the lesson that is being made, None as long as nobody does.
    vote: the one that the class takes now. votes: those that are over, since the lesson began.
    share: how something is handed out. digits: what the sheet of the held-back digits shows.
    trace: the cell of a network whose receptive field is shown in the place of the walk.
    notes: the window of the teacher's notes is open. begun: how often the time that they show was begun to count.
    """

    hover: Target | None = None
    focus: str | None = None
    focus_visible: bool = False
    cursor: Cell | None = None
    popup: str | None = None
    popup_cell: Cell | None = None
    popup_scale: int | None = None
    highlighted: int = 0
    typed: str = ""
    typed_at: float = float("-inf")
    sheet: str | None = None
    help_filter: str = ""
    filter_chosen: bool = False
    shelf: str = "start"
    entry: Entry | None = None
    scroll: tuple[tuple[str, float], ...] = ()
    toasts: tuple[Toast, ...] = ()
    toasts_made: int = 0
    rail_open: bool = False
    full_screen: bool = False
    coverage: bool = False
    linked: frozenset[str] = frozenset(QUANTITIES)
    lock: float | None = None
    guide: Guide = Guide()
    presenting: bool = False
    blank: str = ""
    spotlight: bool = False
    spotlight_held: bool = False
    marks: tuple[SpotMark, ...] = ()
    eraser: bool = False
    brush_white: float = 0.0
    lens: tuple[int, int] = (-1, 0)
    stacked: bool = False
    rise: float = 0.0
    camera: Camera = HOME
    turning: bool = False
    looked_at: float = float("-inf")
    channel: tuple[int, tuple[int, int]] = (0, (-2, 0))
    spread: bool = False
    stamping: bool = False
    map_look: str = HUES
    mixed: bool = False
    tint: tuple[float, ...] = ()
    scene: OpenScene | None = None
    offered: Offered | None = None
    draft: Draft | None = None
    vote: Vote | None = None
    votes: tuple[Vote, ...] = ()
    share: ShareChoice = ShareChoice()
    digits: DigitsLook = DigitsLook()
    notes: bool = False
    begun: int = 0
    trace: Trace | None = None

    @property
    def spotlit(self) -> bool:
        """Whether everything but the surroundings of the pointer is dimmed."""
        return self.spotlight or self.spotlight_held

    @property
    def votes_in_secret(self) -> bool:
        """Whether a class votes, and the right answer is not told yet."""
        return self.vote is not None and not self.vote.is_told

    @property
    def for_all(self) -> Self:
        """The interface without the right answer of a vote, as long as that is not told."""
        return self if self.vote is None else self.changed(vote=self.vote.for_all)

    @property
    def met(self) -> Target | None:
        """The number of the formula that the pointer is on, or that has the ring."""
        if self.focus is None and not isinstance(self.hover, Control):
            return None
        ringed = Control(self.focus) if self.focus is not None and self.focus_visible else None
        return next((one for one in (self.hover, ringed) if in_formula(one)), None)

    def scrolled(self, name: str) -> float:
        """Return how far an area is scrolled, in design units."""
        return dict(self.scroll).get(name, 0.0)


class Interface(StillInterface):
    """The interface with what differs from frame to frame.

    now: seconds that have passed, the sum of all ticks. pointer: where it is, in device pixels.
    """

    now: float = 0.0
    pointer: tuple[float, float] | None = None


def without(interface: Interface, gone: Callable[[Target | None], bool]) -> Interface:
    """Return the interface with nothing pointed at, typed or open that is about a target which is gone."""
    entry, cell = interface.entry, interface.popup_cell
    return interface.changed(
        hover=None if gone(interface.hover) else interface.hover,
        entry=None if entry is not None and gone(entry.target) else entry,
        popup=None if gone(cell) else interface.popup,
        popup_cell=None if gone(cell) else cell,
    )


def faded(interface: Interface) -> Interface:
    """Take away the marks of the spotlight that have faded."""
    seen = tuple(mark for mark in interface.marks if interface.now - mark.since < FADE_SECONDS)
    return interface if len(seen) == len(interface.marks) else interface.changed(marks=seen)
