"""What is remembered of the two sides of Compare, and what an undo brings back. What they do is in `compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.targets import Side
from ..value import Single, Value, replace

if TYPE_CHECKING:
    from ..core.result import Result
    from ..core.scenario import Scenario


class Work(Value):
    """One entry of the history: the scenario of side A, and that of side B while two are compared, else None.

    document: entries with the same number are one document that is edited, with one name and one file; see `naming`.
    """

    scenario: Scenario
    other: Scenario | None = None
    document: int = 0

    def of(self, side: Side) -> Scenario:
        """Return the scenario of a side; side B is A as long as there is none."""
        return self.scenario if side is Side.A or self.other is None else self.other

    def with_side(self, side: Side, own: Scenario, other: Scenario) -> Work:
        """Return the work in which a side has its own scenario, and the side beside it the other one."""
        first, second = (own, other) if side is Side.A else (other, own)
        return replace(self, scenario=first, other=second)


class Compare(Single):
    """Two settings side by side on one image.

    focus: the side that has the rail, and the edits of all but the image.
    shared: both outputs have one scale of intensity, not each its own.
    last: side B as it was the last time in this run.
    result: that of side B.
    """

    on: bool = False
    focus: Side = Side.A
    shared: bool = True
    last: Scenario | None = None
    result: Result | None = None


ALONE = Compare()
