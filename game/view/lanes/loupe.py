"""What joins a large picture and its loupe: from the patch on the image to its numbers, and from their sum to its cell.

Cells of a few device pixels are not seen from the last row, so both ends have a frame that is never smaller than a
mark. The wires run where nothing is written: across the pictures, and in the margins of the stage.
"""

from __future__ import annotations

from itertools import pairwise

from ...core.scenario import Pair
from ...play.moment import Moment
from ...session.facts.layers import ColumnFacts
from ...session.facts.shown import ShownSide
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.lane_places import LaneStage, Tile
from ...ui.widgets.base import Widget
from ..card import border

LEAST = 18  # units: the side of a frame, at least
THICK, HALO = 2.5, 1.5  # units of a line, and of the ground's colour on either side of it
MARGIN = 13  # units from the pictures to the wires beside them
ROUND = 3  # units of a frame's corners

Point = tuple[int, int]


class LoupeFrame(Widget, kw_only=True):
    """A frame in a role's colour between two lines of the ground's, so that it is seen on any picture."""

    role: str
    thick: int
    halo: int
    radius: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame."""
        ground, colour = canvas.theme.ground, getattr(canvas.theme, self.role)
        canvas.outline(self.rect, self.radius + self.halo, ground, self.thick + 2 * self.halo)
        canvas.outline(self.rect.inset(self.halo), self.radius, colour, self.thick)


class LoupeWire(Widget, kw_only=True):
    """A straight part of a wire, between two lines of the ground's colour; `along` is 0 where it is level."""

    role: str
    halo: int
    along: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the line with what is on its sides."""
        across = (0, self.halo) if self.along == 0 else (self.halo, 0)
        canvas.fill(self.rect, canvas.theme.ground)
        canvas.fill(self.rect.inset(*across), getattr(canvas.theme, self.role))


def links(side: ShownSide, moment: Moment, places: LaneStage, facts: ColumnFacts) -> tuple[Widget, ...]:
    """Return the frames and the wires of the step that is made; none at the end of the walk, or of what is secret."""
    if moment.cell is None or not side.placed:
        return ()
    lane, image = places.lanes[0], places.image
    spot = image.block(*moment.card, *side.result.scenario.kernel_extent).inset(-border(image))
    patch, held = _frame("patch", spot, places, "kernel"), lane.patch.rect
    level = held.y + max(1, min((lane.badge.y - held.y) // 2, lane.patch.side // 2))
    y, x = round(patch.rect.centre[1]), image.x - places.px(MARGIN)
    way = (patch.rect.x, y), (x, y), (x, level), (held.x - 1, level)
    found = _wire("patch", way, places, "kernel")
    return (*found, patch, *_to_map(side, moment.cell, places, facts))


def _to_map(side: ShownSide, cell: Pair, places: LaneStage, facts: ColumnFacts) -> tuple[Widget, ...]:
    """Return the frame around the cell that is made, and the wire from the column's last line to it."""
    if not side.sized or side.asked is not None:
        return ()
    live = _frame("cell", places.output.cell(*cell), places, "now")
    if not places.column:
        return (live,)
    box = places.column[-1].box
    x, y, low = box.right + places.px(MARGIN), round(live.rect.centre[1]), round(box.centre[1])
    gap = _gap(places.maps, y, places.px(MARGIN))
    near = places.output.rect.right + places.px(MARGIN) // 2
    bend = () if gap is None else ((x, gap), (near, gap), (near, y))
    way = ((box.right + max(2, places.px(THICK)), low), (x, low), *(bend or ((x, y),)), (live.rect.right, y))
    return (*_wire("cell", way, places, "edge" if facts.value is None else "now"), live)


def _gap(tiles: tuple[Tile, ...], y: int, apart: int) -> int | None:
    """Return the height nearest to `y` at which a wire meets no small map; None where it meets none anyway."""
    spans = {(tile.rect.y, tile.rect.bottom) for tile in tiles}
    if not any(first - 2 <= y <= last + 2 for first, last in spans):
        return None
    ends = sorted(spans)
    free = [(before[1] + after[0]) // 2 for before, after in pairwise(ends)]
    return min((*free, ends[-1][1] + apart // 2), key=lambda height: abs(height - y))


def _frame(name: str, spot: Rect, places: LaneStage, role: str) -> LoupeFrame:
    """Return the frame around a spot, as large as a mark at least."""
    thick, halo = _lines(places)
    around, least = spot.inset(-thick - halo), places.px(LEAST)
    rect = around.centred(max(around.w, least), max(around.h, least))
    radius = places.px(ROUND)
    return LoupeFrame(
        name=f"loupe {name}", rect=rect, unit=places.text, role=role, thick=thick, halo=halo, radius=radius
    )


def _lines(places: LaneStage) -> tuple[int, int]:
    return max(2, places.px(THICK)), places.px(HALO)


def _wire(name: str, way: tuple[Point, ...], places: LaneStage, role: str) -> tuple[LoupeWire, ...]:
    """Return the straight parts of a wire through some points, one after the other; corners belong to the first."""
    thick, halo = _lines(places)
    squares = [Rect(x - thick // 2, y - thick // 2, thick, thick) for x, y in way]
    found = []
    for index, (first, last) in enumerate(pairwise(squares)):
        along, whole = int(first.x == last.x), first.union(last)
        if index and along:
            whole = whole._replace(y=whole.y + (thick if last.y > first.y else 0), h=whole.h - thick)
        elif index:
            whole = whole._replace(x=whole.x + (thick if last.x > first.x else 0), w=whole.w - thick)
        if whole.w > 0 and whole.h > 0:
            rect = whole.inset(-halo, 0) if along else whole.inset(0, -halo)
            found.append(
                LoupeWire(name=f"wire {name} {index}", rect=rect, unit=places.text, role=role, halo=halo, along=along)
            )
    return tuple(found)
