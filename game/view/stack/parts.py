"""The widgets of the three layers, and of what moves between them."""

from __future__ import annotations

import numpy as np

from ...core.convolution import patch_corner
from ...core.grid import Grid
from ...input.targets import CardBorder
from ...play.moment import Moment
from ...session.stack_intents import moves
from ...ui.cache import Same
from ...ui.frame import SMALL
from ...ui.typeface import SMALLEST_NUMBER
from ...ui.widgets.base import Widget
from ...words.numbers import decimals_of
from ..coverage import counts_of
from ..frame import StateFrame, StillFrame
from ..numbers import widest
from ..places import magnitude_of, product_extremes, products_decimals, smallest_number
from .layers import ImageLayer, OutputLayer
from .lettering import Writing, pitch_of, writing_of
from .making import BlankLayer, MakingCell, reach, tag_rect
from .patch import Patch
from .places import StackPlaces
from .projection import Plane
from .walk import Walk, walk_rect


def writing_on(
    frame: StillFrame, grid: Grid, decimals: int, places: StackPlaces, plane: Plane, words: str = ""
) -> Writing:
    """Return how a grid's numbers are written on a plane of the frame."""
    return writing_of(frame.type, grid, decimals, plane, places.turn, places.squash, smallest_number(frame), words)


def writings(frame: StillFrame, places: StackPlaces) -> tuple[Writing, Writing, Writing]:
    """Return how pixels, weights and products are written where the card works."""
    scenario, chosen, plane = frame.state.scenario, frame.state.settings.decimals, places.image
    extremes = product_extremes(Same(frame.state.result))
    return (
        writing_on(frame, scenario.image, decimals_of(scenario.image, chosen), places, plane),
        writing_on(frame, scenario.kernel, decimals_of(scenario.kernel, chosen), places, plane),
        writing_on(frame, extremes, products_decimals(scenario, chosen), places, plane),
    )


def image_of(frame: StateFrame, places: StackPlaces) -> Widget:
    """Return the source image, or how many patches cover each of its pixels."""
    result, coverage = frame.state.result, frame.covered
    grid = counts_of(result) if coverage else result.scenario.image
    decimals = 0 if coverage else decimals_of(grid, frame.state.settings.decimals)
    first = -places.sizes.padding[0], -places.sizes.padding[1]
    return ImageLayer(
        name="grid image",
        rect=places.image.bounds(*first, *places.sizes.image, 2).overlap(places.clip),
        plane=places.image,
        first=first,
        size=places.sizes.image,
        result=result,
        writing=writing_on(frame, grid, decimals, places, places.image),
        fine=not moves(frame.state),
        coverage=coverage,
        hatched=not frame.secrecy.walk,
    )


def walk_of(frame: StillFrame, moment: Moment, places: StackPlaces) -> tuple[tuple[Widget, ...], tuple[Widget, ...]]:
    """Return what lies on the image, and what floats above it."""
    state, result, plane = frame.state, frame.state.result, places.image
    if frame.secrecy.patch:
        return (), ()
    target = None
    if moment.cell is not None:
        target = places.output.point(moment.cell[0] + 0.5, moment.cell[1] + 0.5)
    pixels, weights, products = writings(frame, places)
    walk = Walk(
        name="card",
        rect=places.clip,
        unit=frame.unit,
        plane=plane,
        card=places.card,
        output=places.output,
        target=target,
        result=result,
        moment=moment,
        pixels=pixels,
        weights=weights,
        products=products,
        outlined=frame.covered,
        held=state.interface.hover == CardBorder(),
        risen=places.rise > 0.4,
    )
    extent, margin = result.scenario.kernel_extent, pitch_of(plane) + 6
    bounds = plane.bounds(*moment.card, *extent, margin)
    if moment.cell is not None:
        bounds = bounds.union(plane.bounds(*patch_corner(result.scenario, moment.cell), *extent, 3))
    patch = Patch(
        name="patch",
        rect=bounds.overlap(places.clip),
        plane=plane,
        result=result,
        moment=moment,
        lift=places.lift,
        coverage=frame.covered,
        pixels=pixels,
    )
    return (patch,), (walk.changed(rect=walk_rect(walk, places.clip)),)


def output_of(frame: StateFrame, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the output map, and the cell that is being made."""
    state, result, plane = frame.state, frame.state.result, places.output
    secrecy, magnitude = frame.secrecy, magnitude_of(frame)
    rect = plane.bounds(0, 0, *places.sizes.output, 3).overlap(places.clip)
    if secrecy.size:
        return (BlankLayer(name="grid output", rect=rect, plane=plane, size=places.sizes.output),)
    writing = output_writing(frame, places)
    layer = OutputLayer(
        name="grid output",
        rect=rect,
        plane=plane,
        first=(0, 0),
        size=places.sizes.output,
        result=result,
        writing=writing,
        fine=not moves(state),
        made=moment.made,
        magnitude=magnitude,
    )
    secret = secrecy.cell if secrecy.value or secrecy.patch else None
    cell, hidden = secret or moment.cell, secret is not None
    if cell is None:
        return (layer,)
    small = max(smallest_number(frame), frame.size(SMALL), SMALLEST_NUMBER)
    fits = pitch_of(plane) * places.squash * 0.62 >= SMALLEST_NUMBER if hidden else writing.is_there
    making = MakingCell(
        name="making",
        rect=places.clip,
        tag=0 if fits else small,
        plane=plane,
        cell=cell,
        value=0.0 if hidden else float(result.output[cell]),
        shown_sum=None if hidden else moment.shown_sum,
        reveal=0.0 if hidden else moment.reveal,
        pop=1.0 if hidden else moment.pop,
        magnitude=1.0 if hidden else magnitude,
        writing=writing,
        secret=hidden,
    )
    rect = plane.bounds(*cell, 1, 1, reach(plane))
    if making.tag:
        rect = rect.union(tag_rect(plane, cell, frame.type.width(making.words, small, True), small))
    return layer, making.changed(rect=rect.overlap(places.clip))


def output_writing(frame: StillFrame, places: StackPlaces) -> Writing:
    """Return how output cells are written; in Predict it follows from the fixed scale, and tells no value."""
    from ...session.predict import output_decimals

    result, scale = frame.state.result, frame.secrecy.scale
    if scale is None:
        decimals = decimals_of(result.output, frame.state.settings.decimals)
        return writing_on(frame, result.output, decimals, places, places.output)
    decimals = output_decimals(result.scenario)
    bounds = np.array([[scale.low, scale.high, 0.25 if decimals else 0.0]])
    return writing_on(frame, bounds, decimals, places, places.output, widest(frame.type, bounds, decimals))
