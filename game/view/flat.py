"""The Flat view: a moment of the walk as three grids, the products, and the dot product under them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..core.convolution import patch_corner
from ..core.result import Result
from ..input.intent import Cell, GridName, in_formula
from ..play.moment import Moment
from ..play.phases import Phase
from ..session.facts.shown import Pointing, ShownSide
from ..ui.frame import Frame
from ..ui.place import GridPlace, Pair
from ..ui.stage import Stage
from ..ui.themes import theme_of
from ..ui.widgets.base import CALM, Mood, Widget
from ..ui.widgets.label import Area
from ..value import Value
from ..window.brush import brush_row
from .card import Card, card_area
from .card_faces import Decimals, faces_of
from .dot_product import Terms, dot_product
from .frame import Keeper, StillFrame
from .grids import Kernel, Products, ended, products_of
from .image_picture import SourceImage
from .making import BlankOutput, making_of
from .output import Output, legend
from .patch import Patch
from .pencil import Pencil
from .places import Looks, board_look, looks_in, smallest_number, stage_of
from .titles import note, titles
from .written_lines import term_in_line


class _Still(Value):
    """What of the stage keeps still while the walk goes on."""

    places: Stage
    looks: Looks
    ground: Widget
    image: Widget
    titles: tuple[Widget, ...]
    brush: tuple[Widget, ...]
    legend: tuple[Widget, ...]


def flat_view(frame: StillFrame, moment: Moment, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the dot product."""
    still, side = keep(_still, frame, keep), frame.side
    places, looks = still.places, still.looks
    if frame.layout.alone:
        return (still.ground, *still.titles, still.image, *still.brush)
    patch = () if side.covered else patch_widget(moment, side.result, places.image)
    seen = keep.of_step(side.result, moment.step)

    def products(_: Result, *rest: Any) -> Products:
        return keep(products_of, seen, *rest)

    card = (keep(card_of, seen, moment, places.image, looks, *_how(frame)),) if side.placed else ()
    marked = keep(marks_on, side.pointing, moment.cell, places, frame.layout.tiny)
    if frame.layout.tiny:
        return (still.ground, still.image, *patch, *marked, *card)
    return (
        still.ground,
        *still.titles,
        still.image,
        *still.brush,
        *patch,
        *other_grids(frame, moment, places, looks, products=products),
        *still.legend,
        *keep(below, frame, places, moment.cell, keep),
        *marked,
        *card,
        *rings(moment, side, places),
        *kept_dot(frame, moment, keep),
        *switched(frame, keep),
    )


def _still(frame: StillFrame, keep: Keeper) -> _Still:
    """Return what follows from all but the walk; the titles stay also while pixels are painted."""
    places, tiny = keep.again(stage_of, frame), frame.layout.tiny
    looks = looks_in(frame, places)
    brushed = places.brush.h and not frame.still.interface.stacked  # else the rail has it
    return _Still(
        places=places,
        looks=looks,
        ground=keep(ground, keep.frame),
        image=source_image(frame, places.image, looks),
        titles=() if tiny else keep(titles, frame.still.titles, places, keep.frame),
        brush=keep(brush_row, frame.still.rail.brush, keep.frame, places.brush) if brushed else (),
        legend=() if tiny else legend(frame, places.legend),
    )


def kept_dot(frame: StillFrame, moment: Moment, keep: Keeper) -> tuple[Widget, ...]:
    """Return the dot product; painting elsewhere leaves it as it is."""
    terms = keep(_terms, frame, moment.cell, is_summed(moment)) if frame.side.placed else None
    dot = keep(dot_product, terms, keep.frame)
    term = None if terms is None else moment.term
    return dot if term is None else (*dot, *term_in_line(frame.type, dot, term, moment.flight.size))


def switched(frame: StillFrame, keep: Keeper) -> tuple[Widget, ...]:
    """Return the switch between both pictures of a transposed convolution; nothing for other layers."""
    if frame.still.rail.layer.spread is None:
        return ()
    from ..window.rail_transposed import spread_choice  # few layers are transposed

    return keep(spread_choice, frame.still.rail.layer.spread, keep.frame)


def ground(frame: Frame) -> Area:
    """Return what lies under everything on the stage."""
    return Area(name="stage", rect=frame.layout.whole, role="ground")


def source_image(frame: StillFrame, place: GridPlace, looks: Looks) -> Widget:
    """Return the source image, or how many patches cover each of its pixels."""
    result, boards = frame.side.result, frame.side.boards
    if frame.side.mixed:
        from .lanes.colour_picture import colour_picture  # few images are in colour, and few of these shown so

        return colour_picture(frame, place)
    if boards.coverage is None:
        look, hatched = looks.image, boards.image.hatched
        return SourceImage(name="grid image", rect=place.rect, place=place, result=result, look=look, hatched=hatched)
    from .coverage import CoverageGrid  # most starts show none

    board, look = boards.coverage, board_look(frame.type, boards.coverage, place, smallest_number(frame))
    return CoverageGrid(name="grid image", rect=place.rect, place=place, result=result, board=board, look=look)


def below(frame: StillFrame, places: Stage, cell: Pair | None, keep: Keeper) -> tuple[Widget, ...]:
    """Return what stands under the output: where the walk is and the tour that is offered, or what is asked."""
    if frame.still.asks:
        from .asked import asked_panel  # most starts ask nothing

        return asked_panel(frame, places.note, places.text, places.output)
    words = keep(note, keep.frame, frame.side.result.slide, places, cell)
    if not frame.still.offers_tour:
        return words
    from ..window.offer import offer  # only at a first start

    first = note(keep.frame, frame.side.result.slide, places, (0, 0))
    return offer(frame, places, words if first else (), first[-1].rect.bottom - places.note.y if first else 0)


def marks_on(pointing: Pointing, made: Pair | None, places: Stage, tiny: bool = False) -> tuple[Widget, ...]:
    """Return the marks of what belongs to the cell that is pointed at, if one is, and of marked pixels."""
    at, marked, told = pointing.pointed, pointing.marked, pointing.told
    if marked is None and not (isinstance(at, Cell) or in_formula(at)):
        return ()
    from ..session.links import links_of  # not before something is pointed at, or marked
    from .marks import linked_marks, marked_pixels

    linked: list[Widget] = []
    if not tiny:  # an output that may not be told of has no mark, not even on the cell that is pointed at
        pencils, secret = {role: Pencil(getattr(places, role.value)) for role in GridName}, GridName.OUTPUT
        marks = linked_marks(links_of(at, pointing.scenario, made, told), pencils, places.text)
        linked = [mark for role, mark in marks if told or role is not secret]
    return (*linked, *marked_pixels(marked, Pencil(places.image)))


def rings(moment: Moment, side: ShownSide, places: Stage) -> tuple[Widget, ...]:
    """Return the rings around the term that is in work."""
    if moment.term is None:
        return ()
    from .marks import term_rings  # not before something is multiplied

    return term_rings(moment, side, places)


def patch_widget(moment: Moment, result: Result, place: GridPlace) -> tuple[Widget, ...]:
    """Return the pixels under the card, while it lies on them."""
    if moment.cell is None or moment.covering <= 0.01:
        return ()
    corner = patch_corner(result.scenario, moment.cell)
    rect, pooled = place.block(*corner, *result.scenario.kernel_extent), result.scenario.layer.pooling is not None
    found = Patch(
        name="patch",
        rect=rect,
        place=place,
        result=result,
        corner=corner,
        covering=round(moment.covering, 3),
        dimmed=0.0 if pooled else round(moment.covering * (1.0 - moment.clearness), 3),
    )
    return (found,)


def card_widget(frame: StillFrame, moment: Moment, place: GridPlace, looks: Looks) -> Card:
    """Return the kernel's card above the image."""
    return card_of(frame.side.result, moment, place, looks, *_how(frame))


def _how(frame: StillFrame) -> tuple[bool, bool, Decimals, float]:
    """Return whether a card is an outline alone, whether it is held by its border, its decimals, and the unit."""
    side, pooling = frame.side, frame.side.result.scenario.layer.pooling
    return side.covered or side.mixed or pooling is not None, side.held, side.boards.decimals, frame.unit


def card_of(result: Result, moment: Moment, place: GridPlace, looks: Looks, outlined: bool, *how: Any) -> Card:
    """Return a card; `how`: as in `card_fields`."""
    fields = card_fields(result, moment, place, looks, *how)
    if outlined:
        from .coverage import CardOutline  # most starts show none

        return CardOutline(**fields)
    return Card(**fields)


def card_fields(
    result: Result, moment: Moment, place: GridPlace, looks: Looks, held: bool, decimals: Decimals, unit: float
) -> dict[str, Any]:
    """Return the fields of a card that lies, or floats, over a grid."""
    return {
        "name": "card",
        "rect": card_area(place, moment, result, unit),
        "unit": unit,
        "mood": Mood(hovered=True) if held else CALM,
        "place": place,
        "result": result,
        "moment": moment,
        "look": looks.card,
        "pairs": looks.pairs,
        "decimals": decimals,
    }


def other_grids(
    frame: StillFrame,
    moment: Moment,
    places: Stage,
    looks: Looks,
    stands: float | None = None,
    products: Callable[..., Products] = products_of,
) -> tuple[Widget, ...]:
    """Return kernel, products and output, with what flies from one to the other; `products` makes those."""
    side, boards, kernel, output = frame.side, frame.side.boards, places.kernel, places.output
    found: list[Widget] = []
    if kernel.pitch:
        found.append(Kernel(name="grid kernel", rect=kernel.rect, place=kernel, board=boards.kernel, look=looks.kernel))
    if places.products.pitch and side.result.scenario.layer.pooling is not None:
        from .lanes.lane import patch_of_side  # most layers have kernels

        found.append(patch_of_side(side, moment, places.products, looks.products))
    elif places.products.pitch:
        made = products(side.result, moment, places.products, looks.products, boards.decimals)
        last = moment.phase is Phase.DONE and side.placed and side.picked is None
        found.append(ended(made, moment) if last else made)
    rect, look, board = output.rect, looks.output, boards.output
    if not side.sized:
        radius, size = places.px(9), rect.h // 3
        return (*found, BlankOutput(name="grid output", rect=rect, unit=places.text, radius=radius, size=size))
    found.append(Output(name="grid output", rect=rect, place=output, board=board, made=moment.made, look=look))
    found.extend(_flights(frame, moment, places, looks))
    # The sum of a lane is no sum of the cell: of several the map in front shows none before it is whole.
    now = moment if side.layer is None else moment.changed(shown_sum=stands)
    making = making_of(Pencil(output, look), now, side.asked, board)
    return tuple(found) if making is None else (*found, making)


def _flights(frame: StillFrame, moment: Moment, places: Stage, looks: Looks) -> tuple[Widget, ...]:
    if moment.cell is None or not places.products.pitch or not moment.flight.any():
        return ()
    from .flights import flights_of  # a second after the start

    settings, side = frame.still.settings, frame.side
    faces = faces_of(side.result, moment.step, theme_of(settings.theme, settings.palette), side.boards.decimals)
    return flights_of(moment, faces, places, looks.products, frame.type)


def terms_of(frame: StillFrame, moment: Moment) -> Terms:
    """Return the numbers of the step that is being made; at the end, of the last one, or of a tour's answer."""
    return _terms(frame, moment.cell, is_summed(moment))


def _terms(frame: StillFrame, made: Pair | None, summed: bool) -> Terms:
    """Return the numbers of the step that makes a cell; `summed`: its sum is known."""
    result, boards, scenario = frame.side.result, frame.side.boards, frame.side.result.scenario
    rows, columns = result.output.shape
    cell = made or frame.side.picked or (rows - 1, columns - 1)
    covered = scenario.patch(cell, result.padded_image)
    total = result.arithmetic.running_sums(covered, scenario.kernel)[-1] if summed else 0.0
    return Terms(
        pixels=tuple(covered.ravel().tolist()),
        weights=tuple(scenario.kernel.ravel().tolist()),
        total=float(total),
        decimals=(*boards.decimals[:2], boards.output.decimals),
        summed=summed,
        arithmetic=result.arithmetic,
    )


def is_summed(moment: Moment) -> bool:
    """Tell whether the sum of the step is known: all products have arrived. Before, it is the question of the step."""
    return moment.cell is None or moment.arrived == moment.flight.size
