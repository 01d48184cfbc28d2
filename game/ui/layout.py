"""How the window is divided: bars, rail and stage at any size and scale, and what folds when room is short.

A rail that is folded opens as a drawer, which takes its room from the stage as the standing rail does.

Lengths follow two units. `unit` is min(height ÷ 1080, width ÷ 1920 × 1.2) device pixels and belongs to the grids.
`text` is the unit of words and controls: the same times the user's scale, but never so small at 100 % that a label
could not be read. Where both cannot be had, things fold in the design's order, and at last the scale is capped.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from ..value import Value
from .geometry import EMPTY, Rect

SMALLEST_UNIT = 0.6  # at 100 %, labels are at least 0.6 × 22 = 13 pixels high
LAYERED = 1280  # device pixels of width below which the rail is folded while several channels are shown
GRIDS_SHARE = 0.55  # of the window's height, that the grids always keep
TINY = (480, 360)  # below this the window shows the source image and play, and no more

RAIL_FOLDED, MENU_FOLDED, ONE_LINE, SMALL_TRANSPORT, CAPPED = 1, 2, 3, 4, 5


class Layout(Value):
    """The window's parts in device pixels. A part that is folded is empty."""

    size: tuple[int, int]
    unit: float
    text: float
    fold: int
    scale: int  # the scale that is in force, in percent
    stage: Rect
    transport: Rect
    top: Rect = EMPTY
    rail: Rect = EMPTY
    dot: Rect = EMPTY
    asked: int = 0  # the scale that was asked for, where that may be another
    tiny: bool = False
    drawer: Rect = EMPTY  # where a folded rail stands while it is open
    tour: Rect = EMPTY  # the panel of a tour, under the top bar
    tour_text: float = 0.0  # its unit, to which the person's scale applies in full
    tour_folded: bool = False  # its text is a line that opens
    alone: bool = False  # the source image has the stage for itself
    presenting: bool = False  # it is that of Present
    sign: Rect = EMPTY  # of Present, the line that says that a scene asks something
    pictured: bool = False  # of Present with a large picture, which has a stage and sizes of its own
    strip: Rect = EMPTY  # the layers of a chain, above the stage
    strip_pictures: bool = False  # it has room for small maps, not for names alone

    @property
    def whole(self) -> Rect:
        """The whole window."""
        return Rect(0, 0, *self.size)

    @property
    def inner(self) -> Rect:
        """The stage between the edges at which titles, grids and lines begin and end; in Present those of the line."""
        if self.presenting:
            return Rect(self.dot.x, self.stage.y, self.dot.w, self.stage.h)
        return between_edges(self.stage, self.text)

    def px(self, units: float) -> int:
        """Return a length given in units of text and controls, in device pixels."""
        return max(1, round(units * self.text))

    @property
    def capped(self) -> bool:
        """Tell whether the scale in force is smaller than the one asked for."""
        return self.scale < self.asked


def between_edges(area: Rect, text: float) -> Rect:
    """Return what is between the edges that stage, line and transport share, of a place as wide as the stage."""
    return Rect.of(area.x + LEFT * text, area.y, area.w - (LEFT + RIGHT) * text, area.h)


def below_titles(area: Rect, text: float) -> Rect:
    """Return where the grids of a stage stand: between its edges, below the titles and above the margin."""
    return between_edges(Rect.of(area.x, area.y + TOP * text, area.w, area.h - (TOP + MARGIN) * text), text)


@lru_cache(maxsize=32)
def layout(width: int, height: int, scale: int, opened: bool = False, layered: bool = False) -> Layout:
    """Return the division of a window of that size (device pixels) at a scale (75 … 300 %).

    opened: the rail is wanted also where it is folded. layered: several channels are shown, which need its width.
    """
    unit, base = unit_of(width, height), text_unit_of(width, height)
    if width < TINY[0] or height < TINY[1]:
        return _tiny(width, height, unit, scale)
    least = RAIL_FOLDED if layered and width < LAYERED else 0
    folds = ((fold, scale) for fold in range(least, SMALL_TRANSPORT))
    smaller = ((SMALL_TRANSPORT, percent) for percent in range(scale, 0, -5))  # until the grids have their room
    for fold, percent in chain(folds, smaller):
        found = _folded(width, height, unit, base * percent / 100, fold, percent)
        if _roomy(found):
            break
    found = found.changed(asked=scale)
    return _with_drawer(found) if opened and found.fold >= RAIL_FOLDED else found


def unit_of(width: int, height: int) -> float:
    """Return the device pixels of one unit of the grids in a window of that size."""
    return min(height / 1080, width / 1920 * 1.2)


def text_unit_of(width: int, height: int) -> float:
    """Return the device pixels of one unit of text, at 100 %, in a window of that size: it can always be read."""
    return max(unit_of(width, height), SMALLEST_UNIT)


def _with_drawer(found: Layout) -> Layout:
    """Return a layout with the drawer open beside the stage, which ends where it begins; the transport keeps its place.

    The words on the stage have to fit into what is left: the scale gives way for that, but never below 100 %. Where
    that is not enough, in a very narrow window, the drawer lies over the stage.
    """
    for percent in range(found.scale, min(found.scale, 100) - 1, -5):
        text = found.text * percent / found.scale
        smaller = _folded(*found.size, found.unit, text, found.fold, percent)
        drawer = round(RAIL * text)
        tall = smaller.stage.h >= smaller.stage.w - drawer
        if (TALL_WORDS if tall else LEAST_WORDS) * text + drawer <= found.size[0]:
            return smaller.changed(
                drawer=_drawer(smaller, drawer),
                stage=smaller.stage._replace(w=smaller.stage.w - drawer),
                dot=smaller.dot._replace(w=smaller.dot.w - drawer),
                asked=found.asked,
            )
    width = min(round(RAIL * found.text), found.size[0])
    return found.changed(drawer=_drawer(found, width))


def _drawer(found: Layout, width: int) -> Rect:
    return Rect(found.size[0] - width, found.stage.y, width, found.transport.y - found.stage.y)


def grids_height(stage: Rect, text: float) -> float:
    """Return the height that a stage leaves to the grids, under their titles and over its margin."""
    return stage.h - (TITLES + MARGIN) * text


LEFT, RIGHT = 48, 36  # units from the stage's ends to the edges of what stands on it: the rail's line is an end, too
PANEL_REACH = 16  # units that the line's panel reaches out beyond them, so that its words stand at the edge
TOP = 74  # units from the stage's top to the grids' top
TITLES = 78  # the same with what is free around them, by which parts fold
MARGIN = 16  # units from the grids to the stage's bottom
WIDE_WORDS = 640  # units that margins, gaps and the titles of kernel and output need beside the image of a wide stage
TALL_WORDS = 765  # the same for the three grids below the image of a tall one
LEAST_WORDS = 940  # units that a wide stage needs for titles, margins and gaps alone
RAIL = 360  # units of width
TRANSPORT, SNUG_TRANSPORT = 128, 96  # units of height of the whole transport; and where the grids lack as much
GAP, SNUG_GAP = 14, 8  # the same of what is free above it
TRANSPORT_WORDS = 370  # units of the whole transport besides its square buttons and the scrubber: play, speed and gaps
LEAST_SCRUBBER = 160  # units


def _roomy(found: Layout) -> bool:
    """Tell whether the grids keep their share of the height, and whether a square image of that height has room.

    Beside it, or below it on a tall stage, the other grids need at least the width of their titles; and between the
    buttons of the transport there has to be a scrubber.
    """
    if found.fold < SMALL_TRANSPORT and _scrubber_width(found) < LEAST_SCRUBBER * found.text:
        return False
    height, stage, text = found.size[1], found.stage, found.text
    least = GRIDS_SHARE * height
    width = TALL_WORDS * text if stage.h >= stage.w else least + WIDE_WORDS * text
    return stage.w >= width and grids_height(stage, text) >= least


def transport_side(bar: Rect, text: float) -> int:
    """Return the side of a square button of the whole transport: large enough for a finger where there is room."""
    return max(max(1, round(54 * text)), min(44, round(bar.w / 14)))


def _scrubber_width(found: Layout) -> float:
    """Return what the whole transport leaves to the scrubber: five buttons stand there, and two more when folded."""
    buttons = 7 if found.fold >= MENU_FOLDED else 5
    return found.transport.w - buttons * transport_side(found.transport, found.text) - TRANSPORT_WORDS * found.text


def _folded(width: int, height: int, unit: float, text: float, fold: int, scale: int) -> Layout:
    top = 0 if fold >= MENU_FOLDED else round(68 * text)
    rail = 0 if fold >= RAIL_FOLDED else round(RAIL * text)
    dot = round((54 if fold >= ONE_LINE else 104) * text)
    left = width - rail
    transport, gap = round((76 if fold >= SMALL_TRANSPORT else TRANSPORT) * text), round(GAP * text)
    if fold < SMALL_TRANSPORT and text > SMALLEST_UNIT:
        transport, gap = _snug(height - top - dot - (TITLES + MARGIN) * text - GRIDS_SHARE * height, text)
    stage = Rect(0, top, left, max(0, height - top - transport - dot - gap))
    return Layout(
        size=(width, height),
        unit=unit,
        text=text,
        fold=fold,
        scale=scale,
        top=Rect(0, 0, width, top),
        rail=Rect(left, top, rail, height - top),
        stage=stage,
        dot=Rect(0, stage.bottom, left, dot),
        transport=Rect(0, height - transport, left, transport),
    )


def _snug(spare: float, text: float) -> tuple[int, int]:
    """Return the heights of the whole transport and of the gap above it where the grids leave so much to both.

    They get lower before anything folds; not with words at their smallest, for in so small a window pixels need the
    rail's width for their numbers.
    """
    gap = min(round(GAP * text), max(round(SNUG_GAP * text), int(spare - SNUG_TRANSPORT * text)))
    return min(round(TRANSPORT * text), max(round(SNUG_TRANSPORT * text), int(spare - gap))), gap


def _tiny(width: int, height: int, unit: float, scale: int) -> Layout:
    text = SMALLEST_UNIT
    bar = min(round(64 * text), height // 3)
    return Layout(
        size=(width, height),
        unit=unit,
        text=text,
        fold=CAPPED,
        scale=scale,
        stage=Rect(0, 0, width, height - bar),
        transport=Rect(0, height - bar, width, bar),
        tiny=True,
    )
