"""The wires from the lanes' products to their lines of the column addition, and the way of products along them."""

from __future__ import annotations

from math import floor

from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.lane_places import LaneStage, Sum
from ...ui.place import GridPlace
from ...ui.widgets.base import Widget
from ..flights import STAGES, Gutter


class Wire(Widget, kw_only=True):
    """A line from a lane to its sum, in three straight parts; `lit`: in the colour of what is now."""

    parts: tuple[Rect, ...]
    lit: bool

    @property
    def drawn_on(self) -> tuple[Rect, ...]:
        """Where it draws: along its parts, and not in all that lies between them."""
        return self.parts

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts."""
        colour = canvas.theme.now if self.lit else canvas.theme.track
        for part in self.parts:
            canvas.fill(part, colour)


def wire(name: str, products: GridPlace, turn: int, end: tuple[int, float], thick: int, lit: bool) -> Wire:
    """Return the wire from beside some products, turning at `turn`, to a point."""
    begin, y, (x, down) = products.rect.right + 3 * thick, round(products.rect.centre[1]), end
    low = round(down)
    parts = (
        Rect(begin, y, max(0, turn - begin), thick),
        Rect(turn, min(y, low), thick, abs(low - y) + thick),
        Rect(turn, low, max(0, x - turn), thick),
    )
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.union(part)
    return Wire(name=name, rect=whole, parts=parts, lit=lit)


def wires(
    places: LaneStage,
    letters: tuple[str, ...],
    at_work: tuple[bool, ...],
    lines: tuple[tuple[int, int], ...],
    thick: int,
) -> tuple[Wire, ...]:
    """Return the wires of the lanes that stand there; lines: which line of the column a lane's sum has. Lit ones last.

    letters, at_work: of the lanes as they stand, by their places.
    """
    if not places.wires or not places.column:
        return ()
    found = []
    for index, row in lines:
        words = places.column[row].words
        end = words.x - 2 * thick, words.centre[1]
        products, name = places.lanes[index].products, f"wire {letters[index]}"
        found.append(wire(name, products, places.wires[index], end, thick, at_work[index]))
    return tuple(sorted(found, key=lambda one: one.lit))


def wall_gutter(products: GridPlace, line: Rect, box: Rect, free: int, early: bool) -> Gutter | None:
    """Return the way of products on the wall of Present: down its margin, and between the line and the sums to a box.

    line: the dot product below the products, over which nothing flies. box: of the channel's sum, which begins below
    it. free: how wide what is free right of the line is. early: copies have got small before they turn, for what is
    written below the line may reach as far to the right. None where there is no room between line and box.
    """
    face, room = products.cell(0, 0), box.y - line.bottom
    wide = max(4.0, min(face.w, free - 4))
    small = min(wide, room - 2.0)
    if small < 4:
        return None
    across, x, y = line.right + free / 2, box.centre[0], line.bottom + room / 2
    down = y - products.cell(products.rows - 1, 0).centre[1]  # of the last row, which turns first
    turn = floor(STAGES * (down - wide / 2) / (down + abs(across - x)) + 0.5)
    return Gutter(
        begin=min(across, products.rect.right + wide / 2 + 1),
        first=face.centre[1],
        pitch=products.side,
        corners=((across, y), (x, y), (x, y)),
        sides=_sides(wide, small, turn if early else STAGES),
    )


def _sides(wide: float, small: float, last: int = STAGES) -> tuple[int, ...]:
    """Return how wide a copy is in each stage of its way; last: the stage from which on it is small."""
    shares = (min(1.0, stage / last) if last > 0 else 1.0 for stage in range(STAGES + 1))
    return tuple(round(wide + (small - wide) * share) for share in shares)


def lane_gutter(products: GridPlace, output: GridPlace, line: Sum) -> Gutter:
    """Return the way of a lane's products: down between the grids, and along the wire to the line of its sum.

    It ends before the line's badge: over no letter and over no number.
    """
    face, left, room = products.cell(0, 0), products.rect.right, max(1, output.x - products.rect.right)
    wide = max(4.0, min(face.w, room - 4))
    small = min(wide, line.rect.h * 0.9)
    middle, x, y = left + room / 2, line.words.x - small / 2 - 1, line.words.centre[1]
    return Gutter(
        begin=min(middle, left + wide / 2 + 1),
        first=face.centre[1],
        pitch=products.side,
        corners=((middle, y), (x, y), (x, y)),
        sides=_sides(wide, small),
        widest=floor(min(room - 4, x + small / 2 - left)),
        right=x + small / 2,
    )
