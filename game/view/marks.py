"""What lies on cells, in either view: what belongs to one that is pointed at, pixels marked in Predict, the cursor.

And the term that is in work, ringed wherever it stands at once: its weight, its pixel under the card, its product.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.convolution import patch_corner
from ..core.scenario import Pair
from ..input.intent import GridName
from ..play.moment import Moment
from ..play.phases import Phase
from ..session.facts.shown import Marked, ShownSide
from ..session.formula_links import Framed
from ..session.links import Links
from ..ui.canvas import Canvas
from ..ui.geometry import EMPTY
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from .pencil import SMALL, Marks, Pencil, Stroke


class LinkFrame(Widget, kw_only=True):
    """One outline around a block of cells, with a dark or light line on both sides."""

    pencil: Pencil
    first: Pair
    size: Pair

    def draw(self, canvas: Canvas) -> None:
        """Draw the outline."""
        thick, theme = max(2, self.px(3)), canvas.theme
        for stroke in (Stroke(theme.ground, thick + 2, 2, 2), Stroke(theme.now, thick, 1, 2)):
            self.pencil.line(canvas, self.first, stroke, self.size)


class MarkedPixels(Widget, kw_only=True):
    """Marked pixels: an outline in `now` between two of the ground; wrong ones are crossed out once that is told."""

    pencil: Pencil
    cells: tuple[Pair, ...]
    wrong: frozenset[Pair]

    def draw(self, canvas: Canvas) -> None:
        """Draw the marks."""
        theme, pencil, pitch = canvas.theme, self.pencil, self.pencil.place.pitch
        thick, side = pencil.thick(0.08), round(pitch * 0.36)
        for cell in self.cells:
            if pitch < SMALL:
                pencil.face(canvas, cell, theme.negative if cell in self.wrong else theme.now)
                continue
            pencil.line(canvas, cell, Stroke(theme.ground, thick + 2))
            pencil.line(canvas, cell, Stroke(theme.now, thick, -1))
            if cell in self.wrong:
                face = pencil.place.cell(*cell)
                plate = face.centred(side + 4, side + 4)
                canvas.rounded(plate, plate.h / 2, theme.ground)
                canvas.icon("x", face.centred(side, side), theme.negative_text)


class CellCursor(Widget, kw_only=True):
    """A ring in `now`, with a line of the ground's colour on both sides, so that it is seen on any cell."""

    pencil: Pencil
    cell: Pair

    def draw(self, canvas: Canvas) -> None:
        """Draw the ring around the cell."""
        thick, theme = max(2, self.px(3)), canvas.theme
        self.pencil.line(canvas, self.cell, Stroke(theme.ground, thick + 3, 5, 4))
        self.pencil.line(canvas, self.cell, Stroke(theme.now, thick, 4, 3))
        self.pencil.line(canvas, self.cell, Stroke(theme.ground, 2, 4 - thick))


def linked_marks(linked: Links, pencils: Mapping[GridName, Pencil], unit: float) -> Iterator[tuple[GridName, Widget]]:
    """Yield the marks of what is pointed at, each with the board on which it lies, as far as that is there."""
    for mark in linked.marks:
        pencil = pencils[mark.role]
        if not isinstance(mark, Framed):
            yield from ((mark.role, each) for each in marks(mark.name, pencil, mark.cells, mark.strong))
        elif pencil.place.pitch:
            frame = LinkFrame(name=mark.name, rect=EMPTY, unit=unit, pencil=pencil, first=mark.first, size=mark.size)
            yield mark.role, frame.changed(rect=pencil.holding((mark.first,), 2, mark.size))


def marks(name: str, pencil: Pencil, cells: tuple[Pair, ...], strong: bool = True) -> tuple[Widget, ...]:
    """Return marks on some cells of a board; none where that is not there."""
    if not cells or not pencil.place.pitch:
        return ()
    rect = pencil.holding(cells, pencil.thick(0.06) + 1)
    return (Marks(name=f"marks {name}", rect=rect, pencil=pencil, cells=cells, strong=strong),)


def marked_pixels(marked: Marked | None, pencil: Pencil) -> tuple[Widget, ...]:
    """Return the marks of Predict, if there are any, on the image."""
    if marked is None or not pencil.place.pitch:
        return ()
    rect = pencil.holding(marked.cells, 0)
    return (MarkedPixels(name="marked pixels", rect=rect, pencil=pencil, cells=marked.cells, wrong=marked.wrong),)


def cell_cursor(pencil: Pencil, cell: Pair, unit: float) -> CellCursor:
    """Return the ring around a cell that has the cursor."""
    return CellCursor(name="cell cursor", rect=pencil.holding((cell,), 5), unit=unit, pencil=pencil, cell=cell)


def term_cells(moment: Moment, side: ShownSide) -> tuple[tuple[GridName, Pair], ...]:
    """Return the cells of the term that is multiplied, or the product that is added up now, each with its grid."""
    term = moment.term
    if term is None or moment.cell is None or side.covered or not side.placed:
        return ()
    scenario = side.result.scenario
    row, column = divmod(term, scenario.kernel_size[1])
    product = (GridName.PRODUCTS, (row, column))
    if moment.phase is Phase.SUM and scenario.layer.pooling is None:  # the pixels of a pooling stay in sight
        return (product,)
    (top, left), (down, across) = patch_corner(scenario, moment.cell), scenario.dilation
    return product, (GridName.KERNEL, (row, column)), (GridName.IMAGE, (top + row * down, left + column * across))


def term_rings(moment: Moment, side: ShownSide, places: Stage) -> tuple[Widget, ...]:
    """Return the rings around those cells in the Flat view."""
    return tuple(
        ring
        for role, cell in term_cells(moment, side)
        for ring in marks(f"term {role.value}", Pencil(getattr(places, role.value)), (cell,))
    )
