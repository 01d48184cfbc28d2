"""The Stack view: the widgets that draw a moment of the walk as three floating layers."""

from __future__ import annotations

from ...input.intent import GridName
from ...play.moment import Moment
from ...ui.widgets.base import Widget
from ..flat import ground, kept_dot
from ..frame import Keeper, ShownFrame, StillFrame
from ..marks import marked_pixels, marks
from ..places import stage_of
from ..term import term_cells
from .fading import KernelOnItsWay, faded
from .links import Under, laid_links
from .parts import image_of, lacks_numbers, output_of, walk_of, writing_on
from .pencil import LyingPencil
from .places import StackPlaces, on_its_way
from .titles import titles

IN_BOTH = (
    "stage",
    "grid image",
    "grid kernel",
    "patch",
    "card",
    "grid output",
    "making",
    "marks",
    "fed",
    "dot",
    "flight",
    "marked",
    "lens",
    "progress",
)
"""How the names begin of what does not fade with the Flat view: it is in both views, or flies."""


def stack_view(
    frame: ShownFrame, moment: Moment, places: StackPlaces, flat: tuple[Widget, ...], keep: Keeper
) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the dot product; `flat`: see `rising`."""
    grids = (ground(frame), *rising(frame, moment, places, flat))
    if not frame.layout.presenting:
        return (*grids, *kept_dot(keep.still, moment, keep))
    from ..present import foot, progress, step  # only in a talk

    where = () if frame.still.question is not None else step(frame, places.room.foot)
    return (*grids, *where, *foot(frame, moment, lacks_numbers(frame, places)), progress(frame))


def rising(frame: ShownFrame, moment: Moment, places: StackPlaces, flat: tuple[Widget, ...]) -> tuple[Widget, ...]:
    """Return the layers and their titles; on the way to them and back, also what is left of the Flat view.

    `flat`: the widgets of the Flat view; none once the layers float.
    """
    rise, words = frame.still.interface.rise, titles(frame, places)
    if frame.still.settings.reduced_motion:
        return (*layers(frame, moment, places), *words, *faded("flat view", flat, 1 - rise))
    leaving = tuple(part for part in flat if not part.name.startswith(IN_BOTH))
    return (
        *faded("flat words", leaving, 1 - rise * 2.5),
        *layers(frame, moment, places),
        *kernel_on_its_way(frame, places),
        *faded("stack words", words, rise * 2.5 - 1.5),
    )


def layers(frame: ShownFrame, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the three layers with all that moves between them, and the links of what is pointed at."""
    side = frame.side
    links: dict[Under, tuple[Widget, ...]] = {}
    if side.pointed is not None and places.rise >= 1:
        from ...session.links import links_of  # only while something is pointed at

        linked = links_of(side.pointed, side.result, moment.cell, side.told)
        links = laid_links(linked, side.told, moment, places, frame.unit)
    patch, walk = walk_of(frame, moment, places)
    pencils = {role: LyingPencil(grid) for role, grid in places.grids}
    rings = {role: marks(f"term {role.value}", pencils[role], (cell,)) for role, cell in term_cells(moment, side)}
    return (
        image_of(frame, places),
        *patch,
        *links.get(GridName.IMAGE, ()),
        *marked_pixels(side.marked, pencils[GridName.IMAGE]),
        *rings.get(GridName.IMAGE, ()),
        *walk,
        *rings.get(GridName.KERNEL, ()),
        *links.get(GridName.KERNEL, ()),
        *links.get(None, ()),
        *output_of(frame, moment, places),
        *links.get(GridName.OUTPUT, ()),
    )


def kernel_on_its_way(frame: StillFrame, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the Flat view's kernel grid on its way to the card."""
    if frame.layout.tiny or not frame.side.placed or places.rise >= 1:
        return ()
    place, board = stage_of(frame).kernel, frame.side.boards.kernel
    half = board.size[0] / 2, board.size[1] / 2
    plane = on_its_way(place, places.kernel, half, places)
    writing = writing_on(frame, board, plane)
    rect = plane.bounds(0, 0, *board.size, 3).overlap(places.clip)
    opacity = round(1 - places.rise, 3)
    return (
        KernelOnItsWay(
            name="kernel on its way",
            rect=rect,
            plane=plane,
            result=frame.side.result,
            writing=writing,
            opacity=opacity,
        ),
    )
