"""Undo and redo: a list of states and a cursor; and what an undo brings back, of both sides of Compare."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from ..core.scenario import Scenario
from ..input.intent import Side
from ..value import Value

State = TypeVar("State")

LIMIT = 500
"""How many states are kept; the oldest go first."""


class History(Value, Generic[State]):
    """States from the oldest to the newest, and a cursor (0 … entries − 1) on the present one."""

    entries: tuple[State, ...]
    cursor: int

    @classmethod
    def of(cls, state: State) -> Self:
        """Return a history that holds this state alone."""
        return cls((state,), 0)

    @property
    def present(self) -> State:
        """The state at the cursor."""
        return self.entries[self.cursor]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self.cursor > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a later state."""
        return self.cursor < len(self.entries) - 1

    def record(self, state: State) -> Self:
        """Return the history with this state as the new present; what was undone before it is dropped.

        A state that equals the present one is no change: the history stays as it is, and can still redo.
        """
        if state == self.present:
            return self
        entries = (*self.entries[: self.cursor + 1], state)[-LIMIT:]
        return type(self)(entries, len(entries) - 1)

    def amended(self, state: State) -> Self:
        """Return the history with this state in the place of the present one; what was undone can still be redone."""
        return self.changed(entries=(*self.entries[: self.cursor], state, *self.entries[self.cursor + 1 :]))

    def joined(self, state: State) -> Self:
        """Return the history in which this state is one entry with the present one; what was undone is dropped."""
        before = self.undo()
        return before.changed(entries=before.entries[: before.cursor + 1]).record(state)

    def undo(self) -> Self:
        """Return the history one state earlier, or itself at the oldest."""
        return type(self)(self.entries, self.cursor - 1) if self.can_undo else self

    def redo(self) -> Self:
        """Return the history one state later, or itself at the newest."""
        return type(self)(self.entries, self.cursor + 1) if self.can_redo else self


class Work(Value):
    """One entry of the history: the scenario of side A, and that of side B while two are compared, else None.

    document: entries with the same number are one document that is edited, with one name and one file; see `naming`.
    """

    scenario: Scenario
    other: Scenario | None = None
    document: int = 0

    @property
    def is_single(self) -> bool:
        """Whether no side has several channels or filters: then nothing takes turns in front."""
        return self.scenario.is_single and (self.other is None or self.other.is_single)

    def of(self, side: Side) -> Scenario:
        """Return the scenario of a side; side B is A as long as there is none."""
        return self.scenario if side is Side.A or self.other is None else self.other

    def with_side(self, side: Side, own: Scenario, other: Scenario) -> Work:
        """Return the work in which a side has its own scenario, and the side beside it the other one."""
        first, second = (own, other) if side is Side.A else (other, own)
        return self.changed(scenario=first, other=second)
