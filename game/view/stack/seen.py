"""Moments as parts of keys: what is made of a lane that waits is kept, though each frame has a new moment of it."""

from __future__ import annotations

from ...play.moment import Moment
from ...session.facts.layers import LaneFacts


class Seen:
    """A moment; equal to another one of the same instant of the same step, which looks the same."""

    __slots__ = ("moment",)
    __hash__ = None  # type: ignore[assignment]  # keys are compared, not looked up

    def __init__(self, moment: Moment) -> None:
        self.moment = moment

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Seen):
            return NotImplemented
        one, two = self.moment, other.moment
        return one is two or (
            (one.fraction, one.phase, one.step) == (two.fraction, two.phase, two.step)
            and (one.brisk, one.cell, one.card, one.shown_sum) == (two.brisk, two.cell, two.card, two.shown_sum)
            and one.products is two.products
        )


class SeenLane(Seen):
    """What is in a lane, in the same way."""

    __slots__ = ("facts",)
    __hash__ = None

    def __init__(self, facts: LaneFacts) -> None:
        super().__init__(facts.moment)
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SeenLane):
            return NotImplemented
        one, two = self.facts, other.facts
        alike = one.result is two.result and (one.work, one.done, one.total) == (two.work, two.done, two.total)
        return alike and super().__eq__(other)
