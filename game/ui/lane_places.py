"""What stands on a stage of several channels or filters: lanes, small pictures, small maps, and the column addition."""

from __future__ import annotations

from ..value import Value
from .columns import Shape
from .geometry import EMPTY, Rect
from .place import GridPlace
from .stage import NOTHING, Stage

SPARE = 1
"""Device pixels between numbers of neighbours that a cell has if there is room: without them they nearly touch."""
MOST_LINES = 4
"""Lanes that have a line each in the column addition; with more there are three lines: before, in work, to come."""


class LaneShape(Value):
    """What decides the places besides the sizes of the grids.

    pictures: small pictures under the image, the colour image among them; 0: none.
    lanes: channels that the filter in front sees. maps: small maps, one for each filter; 0: none.
    after: lines of the column addition after its rule: the sum, and the value where an activation makes one of it.
        With none of them it is left out.
    pooling: "max" or "average": a lane is its patch alone, and the column has the largest pixel, or sum, divisor and
        mean; "" for a convolution.
    cells: device pixels of a cell of image, lane and map in which the widest number of each is read with ease; with
        `SPARE` less it still is written.
    lessened: the same of a lane with one decimal less; 0: of none.
    """

    shape: Shape
    pictures: int
    lanes: int
    maps: int
    after: int
    pooling: str = ""
    cells: tuple[int, int, int] = (0, 0, 0)
    lessened: int = 0

    @property
    def before(self) -> int:
        """Lines of the column addition before its rule: those of the lanes, and the bias."""
        if self.pooling:
            return 0 if self.pooling == "max" else 2
        return (self.lanes if self.lanes <= MOST_LINES else 3) + 1


class Lane(Value):
    """One channel's place in the middle: badge, patch × kernel = products, in device pixels.

    Of a pooling it is badge and patch: no kernel, and what leaves for the column are the pixels of the patch.
    """

    badge: Rect
    patch: GridPlace
    times: Rect
    kernel: GridPlace
    equals: Rect
    products: GridPlace

    @property
    def rect(self) -> Rect:
        """What holds the three grids."""
        return self.patch.rect.union(self.products.rect)


class LaneRow(Value):
    """One channel in small, where no lane has room for it: badge, picture of its kernel, channel sum."""

    rect: Rect
    badge: Rect
    kernel: Rect
    total: Rect


class Tile(Value):
    """A small picture or map with what is written under it; `rect` holds both."""

    rect: Rect
    picture: Rect
    words: Rect


class Sum(Value):
    """A line of the column addition: its words or badge, the +, and the number's box. A result's words are longer."""

    rect: Rect
    words: Rect
    plus: Rect
    box: Rect


class LaneStage(Stage):
    """The places of a stage with lanes. Kernel and products are those of the lane in front.

    lanes: all, or where they have no room the one in front; then all have a row, too.
    wires: how far to the right each lane's wire turns into the column addition; none on a tall stage.
    column: the lines before the rule, then those after it. lens: where a row of a large kernel is written.
    """

    lanes: tuple[Lane, ...] = ()
    rows: tuple[LaneRow, ...] = ()
    pictures: tuple[Tile, ...] = ()
    maps: tuple[Tile, ...] = ()
    column: tuple[Sum, ...] = ()
    rule: Rect = EMPTY
    lens: Rect = EMPTY
    wires: tuple[int, ...] = ()

    def facing(self, index: int) -> LaneStage:
        """Return the same with another lane in front, of all that the filter sees; none below 0: it sees it not."""
        if index < 0:
            return self.changed(kernel=NOTHING, products=NOTHING)
        lane = self.lanes[index if len(self.lanes) > 1 else 0]
        return self.changed(kernel=lane.kernel, products=lane.products)
