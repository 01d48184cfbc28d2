"""The Stack view: the widgets that draw a moment of the walk as three floating layers."""

from __future__ import annotations

from ...input.intent import GridName, Side
from ...play.moment import Moment
from ...session.facts.shown import ShownSide
from ...session.links import Links, links_of
from ...ui.canvas import Canvas
from ...ui.plane import Point, bounds_of
from ...ui.themes import mix
from ...ui.widgets.base import Widget
from ..flat import ground, kept_dot
from ..frame import Keeper, ShownFrame, StillFrame
from ..marks import linked_marks, marked_pixels, marks, term_cells
from ..places import stage_of
from .fading import faded
from .layers import Layer
from .parts import image_of, lacks_numbers, layer_on, output_of, walk_of
from .pencil import LyingPencil
from .places import LaidGrid, StackPlaces
from .seen import Seen
from .sprites import draw_lines
from .standing import risen
from .titles import titles

Widgets = tuple[Widget, ...]

FEW = 9  # lines that are drawn as strong as marks

IN_BOTH = (
    "stage",
    "grid image",
    "grid kernel",
    "patch",
    "card",
    "grid output",
    "making",
    "mark",
    "fed",
    "dot",
    "flight",
    "lens",
    "progress",
)
"""How the names begin of what does not fade with the Flat view: it is in both views, or flies."""


def stack_view(frame: ShownFrame, moment: Moment, places: StackPlaces, flat: Widgets, keep: Keeper) -> Widgets:
    """Return everything on the stage, from the bottom to the top, and the dot product; `flat`: see `rising`."""
    grids = (ground(frame), *rising(frame, moment, places, flat, keep))
    if not frame.layout.presenting:
        return (*grids, *_line(frame, moment, keep))
    from ..present import foot, progress, step  # only in a talk

    where = () if frame.still.asks else step(frame, places.room.foot)
    return (*grids, *where, *foot(frame, moment, lacks_numbers(frame, places)), progress(frame))


def _line(frame: ShownFrame, moment: Moment, keep: Keeper) -> Widgets:
    """Return the dot product under the picture; of a layer, that of the lane at work, and the sum of all."""
    if frame.side.layer is None or frame.still.compares:
        return kept_dot(keep.still, moment, keep)
    from ..lanes.view import line_alone  # most scenarios have one lane

    return line_alone(keep.still, moment, frame.shown.lanes[0], keep)


def rising(
    frame: ShownFrame, moment: Moment, places: StackPlaces, flat: Widgets, keep: Keeper | None = None
) -> Widgets:
    """Return the layers and their titles; on the way to them and back, also what is left of the Flat view.

    `flat`: the widgets of the Flat view; none once the layers float. `keep`: none of one side of Compare.
    """
    rise, (stack, words) = frame.still.interface.rise, _layers_and_words(frame, moment, places, keep)
    if frame.still.settings.reduced_motion:
        return (*stack, *words, *faded("flat view", flat, 1 - rise))
    leaving = tuple(part for part in flat if not part.name.startswith(IN_BOTH))
    return (
        *faded("flat words", leaving, 1 - rise * 2.5),
        *stack,
        *kernel_on_its_way(frame, places),
        *faded("stack words", words, rise * 2.5 - 1.5),
    )


def _layers_and_words(
    frame: ShownFrame, moment: Moment, places: StackPlaces, keep: Keeper | None
) -> tuple[Widgets, Widgets]:
    """Return the layers, or of several channels the towers, and the words around them."""
    if keep is not None and frame.still.strip is not None:
        from .chain_places import ChainPlaces  # most scenarios have one layer
        from .chain_view import chain_view

        if isinstance(places, ChainPlaces):
            return chain_view(frame, moment, places, layers, keep)
    if keep is not None and frame.side.layer is not None:
        from .tower_places import TowerPlaces  # most scenarios have one lane
        from .tower_words import tower_words
        from .towers import towers

        if isinstance(places, TowerPlaces):
            return towers(frame, moment, places, layers, keep), tower_words(frame, places, keep)
    return layers(frame, moment, places, None, keep), (*titles(frame, places), *_small_maps(frame, moment, places))


def _small_maps(frame: ShownFrame, moment: Moment, places: StackPlaces) -> Widgets:
    """Return the small maps of several filters over one channel each."""
    if not places.room.maps:
        return ()
    from ..lanes.around import maps_shown, small_maps  # most scenarios have one filter
    from ..lanes.now import shown_lanes

    made = shown_lanes(frame.side, moment, frame.shown.lanes[0]).made
    return small_maps(frame, places.room.maps, made, maps_shown(frame.side))


def layers(frame: ShownFrame, moment: Moment, places: StackPlaces, made: Moment | None, keep: Keeper | None) -> Widgets:
    """Return the three layers with all that moves between them, and the links of what is pointed at.

    made: the same moment with what is known of the cell's sum; without it, see `_made`. keep: none in Compare.
    """
    made = made or _made(frame, moment)
    side, pencils = frame.side, {role: LyingPencil(grid) for role, grid in places.grids}
    lines: Widgets = ()
    on: dict[GridName, Widgets] = {}
    if side.pointed is not None and places.rise >= 1:
        linked = links_of(side.pointed, side.result.scenario, moment.cell, side.told)
        if all(mark.role is not GridName.PRODUCTS for mark in linked.marks):  # those have no layer of their own
            lines = _lines(linked, moment, places)
            for role, widget in linked_marks(linked, pencils, frame.unit):
                lies = role if side.told or role is GridName.IMAGE else GridName.KERNEL
                on[lies] = (*on.get(lies, ()), widget)
    patch, walk = _walk(frame, moment, places.own, keep)
    rings = {role: marks(f"term {role.value}", pencils[role], (cell,)) for role, cell in term_cells(moment, side)}
    return (
        _image(frame, places.image, keep),
        *patch,
        *on.get(GridName.IMAGE, ()),
        *marked_pixels(side.marked, pencils[GridName.IMAGE]),
        *rings.get(GridName.IMAGE, ()),
        *_won(side, moment, pencils[GridName.IMAGE]),
        *walk,
        *rings.get(GridName.KERNEL, ()),
        *on.get(GridName.KERNEL, ()),
        *lines,
        *output_of(frame, made, places),
        *on.get(GridName.OUTPUT, ()),
    )


def _image(frame: ShownFrame, place: LaidGrid, keep: Keeper | None) -> Widget:
    fine = not frame.shown.moves
    return image_of(frame, place, fine) if keep is None else keep.again(image_of, keep.stage, place, fine)


def _walk(
    frame: ShownFrame, moment: Moment, places: StackPlaces, keep: Keeper | None
) -> tuple[tuple[Widget, ...], tuple[Widget, ...]]:
    """Return what lies on the image, and what floats above it; the very same as before while it waits."""
    return walk_of(frame, moment, places) if keep is None else keep(_seen_walk, Seen(moment), keep.stage, places)


def _seen_walk(seen: Seen, frame: StillFrame, places: StackPlaces) -> tuple[tuple[Widget, ...], tuple[Widget, ...]]:
    return walk_of(frame, seen.moment, places)


def _won(side: ShownSide, moment: Moment, pencil: LyingPencil) -> Widgets:
    """Return the mark on the pixel that has won an output cell of max pooling."""
    if side.covered or not side.placed or side.asked is not None or side.result.scenario.layer.pooling is None:
        return ()
    from ..pooled import winning  # most layers have kernels

    found = winning(side.result, moment)
    return () if found is None else marks("winner image", pencil, (found[1],))


def _made(frame: ShownFrame, moment: Moment) -> Moment:
    """Return a moment with what is known of the cell's sum, where it is not told: of one of several lanes, nothing.

    Of one lane alone it is what has arrived, unless a bias is still to be added, which would make it another sum; what
    is added for a mean is no value of the cell, but the largest number so far is.
    """
    layer = frame.side.layer
    if layer is None or layer.pooling == "max":
        return moment
    parts = frame.shown.lanes[list(Side).index(frame.side.side)]
    if parts is None:
        return _lone(moment)
    column = parts.column
    stands = column.sum if column.value is None and not layer.pooling else column.value
    if stands is not None:
        return moment.changed(shown_sum=stands)
    return moment if len(parts.lanes) == 1 and not column.bias and not layer.pooling else _lone(moment)


class Lines(Widget, kw_only=True):
    """Fine lines from layer to layer, each on a wider one in the ground's colour."""

    lines: tuple[tuple[Point, Point], ...]

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        theme = canvas.theme
        colour = theme.now if len(self.lines) <= FEW else mix(theme.ground, theme.now, 0.7)
        draw_lines(canvas, self.rect, list(self.lines), ((theme.ground, 3), (colour, 1)))


def _lines(linked: Links, moment: Moment, places: StackPlaces) -> Widgets:
    """Return the wires, or from a weight the line down to the pixel below it."""
    grids, kernel = dict(places.grids), places.kernel
    lines = [(grids[one.role].point(*one[1:]), grids[other.role].point(*other[1:])) for one, other in linked.wires]
    if linked.post is not None and kernel.there:
        row, column = (place + 0.5 for place in kernel.corner(*linked.post))
        below = places.image.point(moment.card[0] + row, moment.card[1] + column)
        lines = [(below, kernel.point(row, column))]
    if not lines:
        return ()
    rect = bounds_of(tuple(point for line in lines for point in line), 4).overlap(places.whole)
    return (Lines(name="links", rect=rect, lines=tuple(lines)),)


def kernel_on_its_way(frame: StillFrame, places: StackPlaces) -> Widgets:
    """Return the Flat view's kernel grid on its way to the card, and the fainter the nearer it is."""
    board, grid = frame.side.boards.kernel, places.kernel
    if frame.layout.tiny or not frame.side.placed or places.rise >= 1 or not stage_of(frame).kernel.pitch:
        return ()
    half = board.size[0] / 2, board.size[1] / 2
    plane = risen(stage_of(frame).kernel, grid, half, places.turn, places.tilt, places.rise)
    there = LaidGrid(plane.x, plane.y, plane.across, plane.down, *board.size, (0, 0), places.clip)
    layer = Layer(name="grid kernel", **layer_on(frame, board, there, fine=False))
    return faded("kernel on its way", (layer,), 1 - places.rise)


def _lone(moment: Moment) -> Moment:
    """Return a moment of one of several lanes without its sum."""
    return moment.changed(shown_sum=None)
