"""The moment: everything that a view needs to draw one instant of the walk.

A pure function of the result, the position, the speed class and the view's setting for motion: whoever asks
twice gets the same, forward or backward. It is computed anew for each frame, so it holds arrays, not loops.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.arithmetic import Arithmetic
from ..core.convolution import patch_corner
from ..core.grid import Grid, Pair
from ..core.known import Slide
from ..core.result import Result
from ..value import Single
from .easing import clamp, cubic_in_out, cubics_in_out, hump, humps, pop, smooth, staggered
from .phases import TOLERANCE, Phase, Progress, phase_at, progress_at, shares_of
from .score import of_lane
from .walk import place_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

BESIDE = 0.12
"""How far to the left of its patch, in cells, the card appears in the first step."""

Way = tuple[tuple[float, float], tuple[float, float]]
"""From where the card comes in a step, and where it goes: (row, column) of its top left."""

SHADES = 12
"""The shades in which the pixels clear up: the eye sees no steps, and many frames need not draw them anew."""

STAGGER = 0.6
"""The part of a phase over which cells begin to rise, or products to fly, one after the other in row order."""


class Moment(Single):
    """One instant of the walk. Grids have the kernel's shape; fractions are 0 … 1; places count in cells of the image.

    step: the step being made, from 0; N at the end.
    cell: the output cell being made, None at the end.
    made: how many output cells stand, in row order (the one being revealed is not among them).
    phase, fraction: the phase and how far it has gone itself; DONE and 0 at the end.
    card: (row, column) of the card's top left on the image, eased, real; negative in the padding.
    lift: 0 the card lies on its patch … 1 it floats. arc: extra height on the way back to a row's start.
    opacity: of the card; 1, but with reduced motion it grows in every slide after the first.
    previous_card: with reduced motion, where the card fades away (opacity 1 − opacity) while it comes here; else None.
    covering: 0 the patch lies in the image as ever … 1 it lies under the card. While it goes back (reveal), the card
        takes its weights again, so that nothing jumps where the next slide begins.
    cleared: how far the pixels under the card have cleared up again, 1 when all products have arrived: who checks the
        sum wants to read them.
    pairs: cells that are not blended yet show "pixel × weight".
    rise: how high the cells stand; blended: where the product shows (on the card and in Products), until the step ends.
    flight: 0 the product is in Products, 1 it has arrived in the output cell; between, it flies, eased.
    arrived: how many have arrived. shown_sum: the sum of those, added up in row order; None while there are none.
    reveal: how much of its green the cell has. pop: the cell's scale, 1 except while it arrives.
    brisk: the step has the three phases of fast playing.
    patch, products: the pixels under the kernel of this step and pixel × weight, whatever the phase; None at the end.
    """

    step: int
    cell: Pair | None
    made: int
    phase: Phase
    fraction: float
    card: tuple[float, float]
    rise: Grid
    blended: Flags
    flight: Grid
    lift: float = 1.0
    arc: float = 0.0
    opacity: float = 1.0
    previous_card: tuple[float, float] | None = None
    covering: float = 0.0
    cleared: float = 0.0
    pairs: bool = False
    arrived: int = 0
    shown_sum: float | None = None
    reveal: float = 0.0
    pop: float = 1.0
    brisk: bool = False
    patch: Grid | None = None
    products: Grid | None = None

    @property
    def term(self) -> int | None:
        """Which product, in row order, is being made or added up now; None between the two, at stops, and when fast."""
        if self.fraction <= 0 or self.brisk:
            return None
        counts = {Phase.MULTIPLY: int(np.count_nonzero(self.blended)), Phase.SUM: self.arrived}
        done = counts.get(self.phase, self.flight.size)
        return done if done < self.flight.size else None

    @property
    def clearness(self) -> float:
        """How far the pixels under the card have cleared up, 0 … 1, in a few shades."""
        return round(self.cleared * SHADES) / SHADES

    @property
    def dimmed(self) -> float:
        """How much the pixels under the card are dimmed, 0 … 1."""
        return self.covering * (1.0 - self.cleared)


@lru_cache(maxsize=8)
def counts_of(moment: Moment) -> tuple[int, int, int]:
    """Return how many cells of the kernel have blended, how many products have left, and how many cells have risen."""
    blended, flown, risen = (int(np.count_nonzero(each)) for each in (moment.blended, moment.flight, moment.rise))
    return blended, flown, risen


class Numbers(Single):
    """The numbers of one step: the pixels under the kernel, pixel × weight, and all running sums of these."""

    pixels: Grid
    products: Grid
    sums: Grid


def numbers_of(result: Result, step: int) -> Numbers | None:
    """Return the numbers of a step, None at the walk's end. They stay while the step lasts, and may be kept so long."""
    columns = result.output.shape[1]
    if step >= result.output.size:
        return None
    scenario = result.scenario
    pixels = scenario.patch(divmod(step, columns), result.padded_image)
    return _numbers(pixels.tobytes(), scenario.kernel.tobytes(), scenario.kernel_size, result.arithmetic)


@lru_cache(maxsize=32)
def _numbers(pixels: bytes, weights: bytes, size: Pair, how: Arithmetic) -> Numbers:
    """Return the numbers of pixels under a kernel; remembered, for strokes mostly paint others."""
    patch, kernel = (np.frombuffer(each).reshape(size) for each in (pixels, weights))
    return Numbers(patch, how.products(patch, kernel), how.running_sums(patch, kernel))


def the_same(before: Numbers | None, now: Numbers | None) -> Numbers | None:
    """Return the numbers of a step; the very same as before where each of them is the same."""
    if before is None or now is None:
        return now
    pairs = zip(before.__dict__.values(), now.__dict__.values(), strict=True)
    return before if all(one.tobytes() == other.tobytes() for one, other in pairs) else now


def step_at(result: Result, position: float) -> int:
    """Return the step that is being made at a position (clamped to 0 … N), from 0; N at the end."""
    return int(min(max(position, 0.0), result.output.size) + TOLERANCE)


def front_at(result: Result, position: float, brisk: bool) -> float:
    """Return where the lane in front is in its own walk over its map, at a position of the walk over all."""
    return position if result.scenario.is_single else own_at(result, place_of(result.scenario, position)[1], brisk)


def own_at(result: Result, local: float, brisk: bool) -> float:
    """Return where the lane in front is at a place in its map."""
    scenario = result.scenario
    if len(scenario.lanes) == 1 or not scenario.sees:
        return local
    step = step_at(result, local)
    fraction = max(local - step, 0.0)
    return step + of_lane(fraction, scenario.channel - scenario.lanes.start, len(scenario.lanes), brisk)


def moment(
    result: Result, position: float, brisk: bool = False, reduced_motion: bool = False, numbers: Numbers | None = None
) -> Moment:
    """Return the moment at a position (clamped to 0 … N).

    `brisk`: with the three phases of fast playing. `reduced_motion`: the card fades instead of travelling, cells and
    flights do not move; everything happens at the same time as ever. `numbers`: those of the step, where known already.
    """
    numbers = numbers or numbers_of(result, step_at(result, position))
    return moment_on(result.slide, position, brisk, reduced_motion, numbers)


def moment_on(slide: Slide, position: float, brisk: bool, reduced_motion: bool, numbers: Numbers | None) -> Moment:
    """Return the same of a walk, whose step at the position has these numbers; None at its end."""
    rows, columns = slide.like.output_size
    at = clamp(position, 0.0, rows * columns)
    step = int(at + TOLERANCE)
    if numbers is None:
        return _done(slide, (rows - 1, columns - 1), step)
    # Rounded, so that at a stop, such as 5.65, nothing of the next phase has begun.
    fraction, cell = round(max(at - step, 0.0), 9), divmod(step, columns)
    return making(step, cell, _places(slide, step, cell), numbers, fraction, brisk, reduced_motion)


def of_numbers(found: Moment, numbers: Numbers) -> Moment:
    """Return the same instant of a step that makes a cell with other numbers, as another lane has it."""
    summed = float(numbers.sums[found.arrived - 1]) if found.arrived else None
    return found.changed(shown_sum=summed, patch=numbers.pixels, products=numbers.products)


def unplaced(found: Moment) -> Moment:
    """Return a moment with nothing in it that tells where the kernel stands."""
    told = {name: getattr(found, name) for name in TOLD}
    return Moment(**told, **nothing(found.flight.shape), card=(0.0, 0.0))


TOLD = ("step", "made", "phase", "fraction", "lift", "arc", "opacity", "cleared", "pairs", "pop", "brisk")
"""What may be known of a moment while nobody may know where the kernel stands."""


def nothing(shape: Pair) -> dict[str, Any]:
    """Return the fields of a moment in which no cell is being made."""
    still = np.zeros(shape)
    return {"cell": None, "rise": still, "blended": still > 0, "flight": still}


def making(
    step: int, cell: Pair, way: Way, numbers: Numbers, fraction: float, brisk: bool, reduced_motion: bool
) -> Moment:
    """Return the moment at a fraction of a step that makes a cell; the card goes its way there, from and to a place."""
    phase, inner = phase_at(fraction, shares_of(brisk))
    progress = progress_at(fraction, brisk)
    before, corner = way
    blend, flight = _cells(numbers.products.shape, progress, reduced_motion)
    arrived = int(np.count_nonzero(flight >= 1.0))
    return Moment(
        step=step,
        cell=cell,
        made=step,
        phase=phase,
        fraction=inner,
        card=corner if reduced_motion else _between(before, corner, cubic_in_out(progress.slide)),
        lift=1.0 - smooth(progress.settle) + smooth(progress.reveal),
        arc=hump(progress.slide) if before[1] > corner[1] and not reduced_motion else 0.0,
        opacity=_opacity(step, progress.slide, reduced_motion),
        previous_card=before if reduced_motion and step > 0 and progress.slide < 1.0 else None,
        covering=smooth(progress.settle) - smooth(progress.reveal),
        cleared=smooth(progress.clear),
        pairs=not brisk and progress.settle >= 0.5 and progress.gather <= 0.0,
        rise=np.zeros(blend.shape) if reduced_motion else humps(blend),
        blended=blend >= 0.5,
        flight=flight,
        arrived=arrived,
        shown_sum=float(numbers.sums[arrived - 1]) if arrived else None,
        reveal=smooth(progress.reveal),
        pop=1.0 if reduced_motion else pop(progress.reveal),
        brisk=brisk,
        patch=numbers.pixels,
        products=numbers.products,
    )


def _done(slide: Slide, last: Pair, steps: int) -> Moment:
    """Return the end of the walk: all cells stand, and the card floats over the last patch."""
    there, size = patch_corner(slide.like, last), slide.like.kernel_size
    return Moment(step=steps, made=steps, phase=Phase.DONE, fraction=0.0, card=there, **nothing(size))


def _places(slide: Slide, step: int, cell: Pair) -> Way:
    """Return where the card comes from and where it goes: from the previous patch, or from the left in the first step.

    Above that patch stands the image's title, which has to be read.
    """
    row, column = patch_corner(slide.like, cell)
    if step == 0:
        return (row, column - BESIDE), (row, column)
    return patch_corner(slide.like, divmod(step - 1, slide.like.output_size[1])), (row, column)


def _between(begin: tuple[float, float], end: tuple[float, float], part: float) -> tuple[float, float]:
    """Return the point that lies a part (0 … 1) of the way from begin to end; exactly the end at 1."""
    return end[0] - (end[0] - begin[0]) * (1.0 - part), end[1] - (end[1] - begin[1]) * (1.0 - part)


def _opacity(step: int, slide: float, reduced_motion: bool) -> float:
    """Return the card's opacity: with reduced motion it fades in after each move, in place of travel.

    In the first step it is there from the beginning, beside its patch: at the start one wants to see what will move.
    """
    return smooth(slide) if reduced_motion and step > 0 else 1.0


def _cells(shape: Pair, progress: Progress, reduced_motion: bool) -> tuple[Grid, Grid]:
    """Return how far each cell's blend is (it switches at a half), and how far its product has flown; row by row."""
    count = shape[0] * shape[1]
    blend = staggered(progress.blend, count, STAGGER).reshape(shape)
    gather = staggered(progress.gather, count, STAGGER).reshape(shape)
    if not 0.0 < progress.gather < 1.0:
        return blend, gather
    return blend, np.floor(gather) if reduced_motion else cubics_in_out(gather)
