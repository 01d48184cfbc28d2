"""One instant of the walk of the stamps: what a view needs to draw it, a pure function of result and position."""

from __future__ import annotations

import numpy as np

from ..core.grid import Grid
from ..core.stamping import Stamping, Standing
from ..core.stamps import Stamp, corner_of, kept_of, stamp_at
from ..value import Single
from .easing import clamp, smooth
from .moment import Moment, Numbers, making, nothing
from .phases import TOLERANCE, Phase

RISING = 0.4
"""The part of a slide in which the card rises from the cells that it has stamped."""


class StampStep(Single):
    """A step of the walk: its number from 0, its stamp, and what stands on the map before it and after it.

    pixel: its value. numbers: the pixel at every weight, and the products; None past the end, where what stands is the
    last map. landed: all products have been added, but what is finished by that is not told yet.
    closes: it is the last one of a map with an activation, which follows it at once on all cells.
    """

    step: int
    stamp: Stamp
    pixel: float
    before: Standing
    landed: Standing
    after: Standing
    numbers: Numbers | None
    closes: bool = False


def stamp_step(stamping: Stamping, step: int) -> StampStep:
    """Return a step, 0 … N; at N nothing happens any more, and the last map stands."""
    scenario = stamping.scenario
    stamp, each, ended = stamp_at(scenario, step), scenario.map_stamps, step >= scenario.stamps
    pixel = float(scenario.pixels[stamp.channel][stamp.pixel])
    if ended:
        whole = stamping.activated(stamp.filter)
        return StampStep(step, stamp, pixel, whole, whole, whole, None)
    local, kernel = step - stamp.filter * each, stamping.kernel(stamp)
    before, after = (stamping.standing(stamp.filter, local + more) for more in (0, 1))
    pixels: Grid = np.full(kernel.shape, pixel)
    products = stamping.result.arithmetic.products(pixels, kernel)
    landed, numbers = Standing(after.sums, after.begun, before.finished), Numbers(pixels, products, products.ravel())
    closes = local == each - 1 and scenario.layer.activation != "none"
    after = stamping.activated(stamp.filter) if closes else after
    return StampStep(step, stamp, pixel, before, landed, after, numbers, closes)


def stamp_step_at(stamping: Stamping, position: float) -> int:
    """Return the step that is being made at a position (clamped to 0 … N), from 0; N at the end."""
    return int(clamp(position, 0.0, stamping.scenario.stamps) + TOLERANCE)


def stamp_moment(
    stamping: Stamping, now: StampStep, position: float, brisk: bool = False, reduced_motion: bool = False
) -> Moment:
    """Return the moment at a position in a step. Its cell is the pixel; its card lies on the map, in cells of that.

    Places count from the first cell that is kept: where rows or columns are cut off before it, they are below 0. A
    product that has arrived has been added to what stood under it.
    """
    scenario, step = stamping.scenario, now.step
    kept = kept_of(scenario)
    row, column = corner_of(scenario, now.stamp.pixel)
    corner = float(row - kept[0].start), float(column - kept[1].start)
    if now.numbers is None:
        shape = stamping.kernel(now.stamp).shape
        return Moment(step=step, made=step, phase=Phase.DONE, fraction=0.0, card=corner, lift=0.0, **nothing(shape))
    fraction = round(max(clamp(position, 0.0, scenario.stamps) - step, 0.0), 9)
    before = _from(stamping, step, corner)
    made = making(step, now.stamp.pixel, (before, corner), now.numbers, fraction, brisk, reduced_motion)
    flight = np.floor(made.flight)  # they fall into their cells one by one
    return made.changed(shown_sum=None, flight=flight, lift=_lift(made, begins=step % scenario.map_stamps == 0))


def _lift(made: Moment, begins: bool) -> float:
    """Return how high the card floats: it lies where it has stamped until it goes on; onto a new map it comes down."""
    lift = made.lift - made.reveal
    if made.phase is not Phase.SLIDE or begins:
        return lift
    return lift * smooth(min(1.0, made.fraction / RISING))


def _from(stamping: Stamping, step: int, corner: tuple[float, float]) -> tuple[float, float]:
    """Return where the card comes from: from the stamp before; onto a map that begins, straight down.

    Above that stands its title, which has to be read.
    """
    scenario = stamping.scenario
    if step % scenario.map_stamps == 0:
        return corner
    row, column = corner_of(scenario, stamp_at(scenario, step - 1).pixel)
    kept = kept_of(scenario)
    return float(row - kept[0].start), float(column - kept[1].start)
