"""The states that learning went through, as many as there is room for; those between are worked out again."""

from __future__ import annotations

from bisect import bisect_right

from ..value import Single
from .training import Lessons, Training, trained

MOST_BYTES = 16 * 1024 * 1024


def moment_of(training: Training) -> tuple[int, int]:
    """Return when a state is: its epoch, and its place in it."""
    return training.epoch, training.place


class TrainingHistory(Single):
    """States in the order of their moments, the start being the first; `most_bytes`: what all together may take.

    When they take more, every other one is let go, but for the first and the last. A run that begins elsewhere is
    another history.
    """

    states: tuple[Training, ...]
    most_bytes: int = MOST_BYTES

    @property
    def bytes(self) -> int:
        """How many bytes all take, nearly."""
        return sum(state.bytes for state in self.states)

    def with_state(self, training: Training) -> TrainingHistory:
        """Return the history with one state more; those that came after its moment are another future, and go."""
        at = bisect_right(self.states, moment_of(training), key=moment_of)
        before = tuple(state for state in self.states[:at] if moment_of(state) != moment_of(training))
        states = (*before, training)
        history = self.changed(states=states)
        while history.bytes > self.most_bytes and len(history.states) > 2:
            history = self.changed(states=(*history.states[:-1:2], training))
        return history

    def at(self, epoch: int, place: int, lessons: Lessons) -> Training:
        """Return the state of a moment, worked out from the last one that is kept before it.

        A place in the midst of a batch means the batch's end.
        """
        wanted = epoch, place
        state = self.states[max(0, bisect_right(self.states, wanted, key=moment_of) - 1)]
        while moment_of(state) < wanted and state.is_finite:
            state = trained(state, lessons, place - state.place if state.epoch == epoch else lessons.count)
        return state
