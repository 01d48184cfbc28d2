"""The Flat view of a transposed convolution as stamps."""

from __future__ import annotations

from ...core.stamps import cells_of, corner_of
from ...input.intent import Cell, GridName, in_formula
from ...play.moment import Moment
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.facts.stamps import StampSide
from ...session.links import links_of
from ...session.stamp_links import stamp_links
from ...ui.geometry import EMPTY
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ...value import Value
from ...window.brush import brush_row
from ..card import lifted
from ..flat import ground, switched
from ..frame import Keeper, ShownFrame, StillFrame
from ..grids import Kernel
from ..image_picture import SourceImage
from ..marks import linked_marks, marks
from ..output import legend
from ..patch import Patch
from ..pencil import Pencil
from ..places import Looks, smallest_number
from .card import stamp_card, stamp_products
from .places import for_hands, looks_on, stamp_places, stamps_of
from .rows import channel_row, map_row
from .whole import WholeMap
from .words import at_work, sentences, signs, spoken_cell, stamp_line, stamp_titles, whole_place


class _Still(Value):
    """What of the stage keeps still while the walk goes on."""

    places: Stage
    hands: Stage
    looks: Looks
    image: tuple[Widget, ...]
    words: tuple[Widget, ...]
    brush: tuple[Widget, ...]
    kernel: tuple[Widget, ...]
    channels: tuple[Widget, ...]


def stamp_view(frame: ShownFrame, moment: Moment, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the line under it."""
    step, side = frame.shown.stamp, stamps_of(frame)
    if step is None:
        raise TypeError("no stamp is laid")
    still = keep.again(_still, keep.still, keep)
    if frame.layout.alone:
        return (ground(frame), *still.words, *still.image, *still.brush)
    moving = moving_parts(keep.still, side, step, moment, still.places, still.hands, still.looks)
    words: tuple[Widget, ...] = ()
    if not frame.layout.tiny:
        at = at_work(keep.still, side, step, moment)
        line = keep(stamp_line, keep.frame, side, step, *at, frame.side.asked)
        words = (*keep(signs, keep.frame, side, step, still.places), *line, *switched(keep.still, keep))
    finished = step.step // side.scenario.map_stamps
    rows = *still.channels, *keep(map_row, keep.still, side, still.places, finished)
    return (ground(frame), *still.words, *still.image, *still.brush, *still.kernel, *rows, *words, *moving)


def _still(frame: StillFrame, keep: Keeper) -> _Still:
    """Return what follows from all but the walk."""
    places, side, tiny = stamp_places(frame), stamps_of(frame), frame.layout.tiny
    looks, alone = looks_on(frame, places), frame.layout.alone
    words = () if tiny else stamp_titles(frame, side, places)
    channels = () if alone else channel_row(frame, side, places)
    return _Still(
        places=places,
        hands=for_hands(side, places),
        looks=looks,
        image=pixels(side, places, looks),
        words=words if tiny or alone else (*words, *_under(frame, places, channels), *_legend(frame, side, places)),
        brush=keep(brush_row, frame.still.rail.brush, keep.frame, places.brush) if places.brush.h else (),
        kernel=() if alone else kernel(side, places, looks),
        channels=channels,
    )


def _under(frame: StillFrame, places: Stage, channels: tuple[Widget, ...]) -> tuple[Widget, ...]:
    """Return what stands under the pixels, and under their channels: what they do, or what is asked."""
    if not frame.still.asks:
        return sentences(frame, places, channels[0].rect if channels else EMPTY)
    from ..asked import asked_panel  # only while something is asked

    return asked_panel(frame, places.note, places.text, places.output)


def pixels(side: StampSide, places: Stage, looks: Looks) -> tuple[Widget, ...]:
    """Return the pixels as they were set."""
    place = places.image
    if not place.pitch:
        return ()
    found = SourceImage(
        name="grid image", rect=place.rect, place=place, result=side.picture, look=looks.image, hatched=False
    )
    return (found,)


def kernel(side: StampSide, places: Stage, looks: Looks) -> tuple[Widget, ...]:
    """Return the kernel as it was set."""
    place = places.kernel
    if not place.pitch:
        return ()
    return (Kernel(name="grid kernel", rect=place.rect, place=place, board=side.boards.kernel, look=looks.kernel),)


def moving_parts(
    frame: StillFrame, side: StampSide, step: StampStep, moment: Moment, places: Stage, hands: Stage, looks: Looks
) -> tuple[Widget, ...]:
    """Return products and map with the card over it, and the pixel that is stamped."""
    if frame.side.covered:
        return _covered(frame, side, step, moment, places, hands, looks)
    whole = WholeMap(
        name="grid output",
        rect=places.output.rect,
        place=places.output,
        stamps=side,
        step=step,
        landed=int((moment.flight > 0).sum()),
        told=moment.phase is Phase.REVEAL,
        look=looks.output,
    )
    products: tuple[Widget, ...] = ()
    if places.products.pitch:
        products = (stamp_products(side, step, moment, places.products, looks.products),)
    return (
        *products,
        whole,
        *_linked(frame, side, step, hands),
        *_outline(frame, step, moment, places),
        *_stamped_pixel(step, moment, places),
        stamp_card(frame, step, moment, hands.output, looks),
        *_rings(moment, side, step, places),
        *_spoken(frame, side, step, moment, places),
        *_asked(frame, side, step, moment, places),
    )


def _covered(
    frame: StillFrame, side: StampSide, step: StampStep, moment: Moment, places: Stage, hands: Stage, looks: Looks
) -> tuple[Widget, ...]:
    """Return the same while the coverage is shown: how many stamps meet in each cell, and where the present one is."""
    from .counts import StampOutline, stamp_counts_on  # seldom shown

    whole = stamp_counts_on(frame.type, side, places.output, smallest_number(frame))
    products: tuple[Widget, ...] = ()
    if places.products.pitch:
        products = (stamp_products(side, step, moment, places.products, looks.products),)
    card = stamp_card(frame, step, moment, hands.output, looks, StampOutline)
    linked = _linked(frame, side, step, hands)
    rings = *_spoken(frame, side, step, moment, places), *_asked(frame, side, step, moment, places)
    return (*products, whole, *linked, *_stamped_pixel(step, moment, places), card, *rings)


def _legend(frame: StillFrame, side: StampSide, places: Stage) -> tuple[Widget, ...]:
    """Return the scale of the map's shades, or of the counts."""
    if not frame.side.covered:
        return legend(frame, places.legend)
    from .counts import counts_legend

    return counts_legend(frame, side, places)


def _linked(frame: StillFrame, side: StampSide, step: StampStep, hands: Stage) -> tuple[Widget, ...]:
    """Return the marks of what belongs to the cell that is pointed at, or to a number of the formula, if one is."""
    pointed, laid = frame.side.pointed, None if step.numbers is None else step.stamp
    if frame.layout.tiny or not (isinstance(pointed, Cell) or in_formula(pointed)):
        return ()
    if isinstance(pointed, Cell):
        links = stamp_links(pointed, side.scenario, laid)
    else:
        links = links_of(pointed, frame.side.result.scenario, None, told=True)
    pencils = {role: Pencil(getattr(hands, role.value)) for role in GridName}
    return tuple(mark for _, mark in linked_marks(links, pencils, hands.text))


def _outline(frame: StillFrame, step: StampStep, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the outline of where the card lies down, while it lies there."""
    if moment.cell is None or moment.covering <= 0.01:
        return ()
    result = frame.side.result
    corner, place = corner_of(result.scenario, step.stamp.pixel), places.output
    rect = place.block(*corner, *result.scenario.kernel_extent)
    covering = round(moment.covering, 3)
    return (Patch(name="patch", rect=rect, place=place, result=result, corner=corner, covering=covering, dimmed=0.0),)


def _stamped_pixel(step: StampStep, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the ring around the pixel that is stamped."""
    return () if moment.cell is None else marks("stamped", Pencil(places.image), (step.stamp.pixel,))


def _spoken(frame: StillFrame, side: StampSide, step: StampStep, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the ring around the cell that the line is about, where there is a line."""
    cell = None if frame.layout.tiny else spoken_cell(frame, side, step, moment)
    return () if cell is None else marks("spoken", Pencil(places.output), (cell,))


def _asked(frame: StillFrame, side: StampSide, step: StampStep, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the ring around the cell that is asked about; it lies on the card where that floats above the cell."""
    cell, place = frame.side.asked, places.output
    if cell is None:
        return ()
    corner = corner_of(side.scenario, step.stamp.pixel)
    away = max(abs(moment.card[axis] + side.kept[axis].start - corner[axis]) for axis in (0, 1))
    up = round(lifted(place, moment, frame.unit) * max(0.0, 1.0 - away))
    return marks("asked", Pencil(place.changed(y=place.y - up)), (whole_place(side.kept, cell),))


def _rings(moment: Moment, side: StampSide, step: StampStep, places: Stage) -> tuple[Widget, ...]:
    """Return the rings around the term that is in work: its weight, its product, and the cell to which it is added."""
    if moment.term is None:
        return ()
    row, column = divmod(moment.term, side.kernel.shape[1])
    rows, columns = cells_of(side.scenario, step.stamp.pixel)
    cells = {
        GridName.PRODUCTS: (row, column),
        GridName.KERNEL: (row, column),
        GridName.OUTPUT: (rows.start + row * rows.step, columns.start + column * columns.step),
    }
    if moment.phase is Phase.SUM:
        del cells[GridName.KERNEL]
    found = (marks(f"term {role.value}", Pencil(getattr(places, role.value)), (at,)) for role, at in cells.items())
    return tuple(ring for rings in found for ring in rings)
