"""From the facts of a layer to its card, as if it began at 0, 0: how wide it is, and where all stands in it."""

from __future__ import annotations

from ...core.grid import Grid
from ...input.intent import Intent
from ...input.layer_intents import FocusLayer
from ...session.facts.strip import StripFacts, StripLayer
from ...ui.cache import Same
from ...ui.frame import LABEL, SMALL, Frame, Met
from ...ui.geometry import Rect
from ...ui.place import Pair
from ...ui.widgets.base import Tip
from ...value import Value
from ...words.texts import text
from ..lanes.small import SmallGrid, small_grid
from .shares import best_of

CLOSED = 4
"""Maps of a layer that is not in focus."""
A_ROW = 8
"""Maps in a row; more stand in two."""
APART = 9
"""Units between two maps."""
LEAST = 0.45
"""The share of the height that maps of few cells have at least."""
EDGE = 3
"""Units from a map to its frame."""
WIDE, TIGHT = 66, 42
"""Units from a class to the next, at most and at least."""
UPRIGHT, LEAST_UPRIGHT = 27, 18
"""The same of a closed card."""
COLUMN_GAP = 7
PAD = 14
UNKNOWN = 1, 4, 4
"""The shape in the place of one that is secret: it tells nothing."""
HEAD, FOOT = 32, 9
"""Units over and under what stands in a card."""


class Seat(Value):
    """The room of the cards, the same for all. high: device pixels of each. largest: the most cells of any grid.

    bare: there is room for nothing but names. pitch: device pixels from a class to the next. upright: the same of a
    closed card. short: words are left out where what stands there says the same. kernels: there is room for those of
    layers that learn.
    """

    high: int
    largest: int
    bare: bool
    pitch: float
    upright: float
    short: bool = False
    kernels: bool = True

    def closer(self, by: float, unit: float) -> Seat:
        """Return the room with classes that are closer by so many device pixels each, as far as they can be."""
        pitch, upright = max(TIGHT * unit, self.pitch - by), max(LEAST_UPRIGHT * unit, self.upright - by)
        return self.changed(pitch=pitch, upright=upright, short=True)

    def head(self, frame: Frame) -> int:
        """Return the height of the words."""
        return self.high if self.bare else frame.px(HEAD)

    def free(self, frame: Frame) -> int:
        """Return the height under the words."""
        return max(1, self.high - self.head(frame) - frame.px(FOOT))


class Made(Value):
    """How far the walk of the layer in focus is: how many cells of each map stand, and which map is being made."""

    cells: tuple[int, ...]
    front: int


class Said(Met):
    """What is said of every card besides what it holds; see `StripCard`."""

    about: str | Tip
    number: str
    words: str
    size: int
    head: int
    chosen: bool
    intents: tuple[Intent, ...]


class Maps(Value):
    """Where maps stand: their cells, the frames around them, and how many have no room. wide: of all."""

    grids: tuple[SmallGrid, ...]
    frames: tuple[Rect, ...]
    hidden: int
    wide: int


def words_of(layer: StripLayer, short: bool = False) -> str:
    """Return what a layer is called: what it does, and its activation; short: not that of shares, which show it."""
    operation = text(f"operation.{layer.operation}")
    if layer.activation == "none" or (short and layer.shares):
        return operation
    return text("strip.words", operation=operation, activation=text(f"activation.{layer.activation}"))


def said_of(layer: StripLayer, frame: Frame, seat: Seat, place: Rect) -> Said:
    """Return what is said of a layer's card in its place."""
    about = text("strip.tip.focus" if layer.is_focus else "strip.tip", number=layer.number)
    if layer.shares:
        about = text("strip.tip.softmax", about=about)
    return {
        **frame.met(f"layer {layer.number}", place),
        "about": about,
        "number": str(layer.number),
        "words": words_of(layer, seat.short and not seat.bare),
        "size": font_of(frame),
        "head": seat.head(frame),
        "chosen": layer.is_focus,
        "intents": (FocusLayer(layer.number - 1),),
    }


def font_of(frame: Frame) -> int:
    """Return the font size of a card's words; in Present a class reads them."""
    return frame.size(LABEL if frame.layout.presenting else SMALL)


def words_wide(frame: Frame, number: str, words: str, aside: str = "") -> int:
    """Return the width of a card of these words alone."""
    size = font_of(frame)
    wide = frame.type.width(words, size, True) + 2 * frame.px(PAD)
    if number:
        wide += frame.type.width(number, size, True) + size // 2
    return wide + (frame.type.width(aside, aside_font(frame), False) + frame.px(24) if aside else 0)


def aside_font(frame: Frame) -> int:
    """Return the font size of the words at the right of a card's own."""
    return frame.size(SMALL - 2)


def side_of(frame: Frame, seat: Seat, size: Pair, rows: int) -> float:
    """Return the side of a picture of a grid: the more cells, the larger, none too small."""
    share = max(LEAST, max(size) / seat.largest)
    return max(2.0, (seat.free(frame) - (rows - 1) * frame.px(APART)) / rows * share - 2 * frame.px(EDGE))


def maps_in(frame: Frame, seat: Seat, layer: StripLayer) -> Maps:
    """Return where the maps of a layer stand in its card."""
    count, *size = layer.shape or UNKNOWN
    cells = size[0], size[1]
    shown = count if layer.is_focus else min(count, CLOSED)
    rows = 2 if shown > A_ROW else 1
    across = -(-shown // rows)
    side, edge, apart = side_of(frame, seat, cells, rows), frame.px(EDGE), frame.px(APART)
    most = max(cells)
    grid = small_grid(Rect.of(0, 0, side * cells[1] / most, side * cells[0] / most), cells)
    wide, high = grid.rect.w + 2 * edge, grid.rect.h + 2 * edge
    top = seat.head(frame) + (seat.free(frame) - rows * high - (rows - 1) * apart) // 2
    left = frame.px(PAD)
    frames = tuple(
        Rect(left + index % across * (wide + apart), top + index // across * (high + apart), wide, high)
        for index in range(shown)
    )
    grids = tuple(SmallGrid(place.inset(edge), cells) for place in frames)
    return Maps(grids, frames, count - shown, frames[across - 1].right - left)


def largest_of(facts: StripFacts) -> int:
    """Return the most cells of a side that any grid of the strip has."""
    return max(*map(int, facts.image[0].shape), *(max(layer.shape[1:]) for layer in facts.layers if layer.shape))


def same_maps(layer: StripLayer, count: int) -> tuple[Same, ...] | None:
    """Return so many maps of a layer; None while nobody may know them."""
    return None if layer.maps is None else tuple(map(Same, layer.maps[:count]))


class Classes(Value):
    """Of a layer with softmax whose maps have one cell each: sums and shares of its classes, as far as they stand.

    Each is None where it does not, or nobody may know it. stands: whether a sum does.
    """

    sums: tuple[float | None, ...]
    shares: tuple[float | None, ...]
    stands: tuple[bool, ...]

    @property
    def best(self) -> int | None:
        """The class with the largest share, once the shares stand."""
        return best_of(self.shares)


def classes_of(layer: StripLayer, made: Made) -> Classes:
    """Return the classes of a layer."""
    stands = tuple(cell > 0 for cell in cells_made(layer, made))
    nothing = (None,) * len(stands)
    sums = nothing if layer.sums is None else _told(layer.sums, stands)
    shares = nothing if layer.maps is None or not all(stands) else _told(layer.maps, stands)
    return Classes(sums, shares, stands)


def _told(grids: tuple[Grid, ...], stands: tuple[bool, ...]) -> tuple[float | None, ...]:
    """Return the numbers of maps of one cell each, as far as they stand."""
    return tuple(float(grid[0, 0]) if there else None for grid, there in zip(grids, stands, strict=True))


def cells_made(layer: StripLayer, made: Made) -> tuple[int, ...]:
    """Return how many cells of each map of a layer are shown: of the one in focus those that are made and told."""
    count, rows, columns = layer.shape or UNKNOWN
    told = layer.told or (rows * columns,) * count
    return tuple(map(min, made.cells, told)) if layer.is_focus else told
