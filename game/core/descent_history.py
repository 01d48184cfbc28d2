"""The history of a run: states of learning that are kept, and the losses, from the start to the newest.

Only so many bytes are kept: then every second state goes, and what lay between two is computed again when it is asked
for, with the very same bits.
"""

from __future__ import annotations

from ..value import Single
from .descent import Descent, Goal, Sloping, Stopped, begun, stopped, stopped_in_window, updated
from .links import Parameters

MOST_BYTES = 16 * 1024 * 1024
"""Of the states that are kept."""
MOST_LOSSES = 65536
"""So many are kept at most, for a line; then every second one goes."""


class History(Single):
    """A run of updates towards a goal.

    kept        the states after 0, every, 2·every … updates
    newest      the state after the last update, which may be among them
    slopes      loss and gradients there
    losses      those of the states after 0, losses_every, 2·losses_every … updates
    stopped     why the last one that was asked for was not made; "" where nothing stands in its way
    watched     whether a person looks on, so that it stops where a loss grows without end
    """

    goal: Goal
    kept: tuple[Descent, ...]
    newest: Descent
    slopes: Sloping
    losses: tuple[float, ...]
    every: int = 1
    losses_every: int = 1
    stopped: Stopped = ""
    watched: bool = True

    @property
    def updates(self) -> int:
        """How many updates there were."""
        return self.newest.updates

    def further(self, count: int) -> History:
        """Return the history after so many more updates, or after fewer where learning has to stop: see `stopped`.

        An update that may not be is not made: the newest state is always one that can be shown.
        """
        kept, losses, newest, why = list(self.kept), list(self.losses), self.newest, self.stopped
        slopes = self.slopes
        for _ in range(count):
            after = updated(self.goal, newest, slopes)
            following = self.goal.at(after.parameters)
            why = self._why(following.loss, after)
            if why:
                break
            newest, slopes = after, following
            if newest.updates % self.every == 0:
                kept.append(newest)
            if newest.updates % self.losses_every == 0:
                losses.append(following.loss)
        whole = self.changed(kept=tuple(kept), losses=tuple(losses), newest=newest, slopes=slopes, stopped=why)
        return _thinned(whole)

    def _why(self, loss: float, after: Descent) -> Stopped:
        return stopped_in_window(self.losses[0], loss, after) if self.watched else stopped(loss, after)

    def at(self, updates: int) -> Descent:
        """Return the state after so many updates, 0 … those that there were; what is not kept is computed again."""
        if updates == self.newest.updates:
            return self.newest
        state = self.kept[min(updates // self.every, len(self.kept) - 1)]
        while state.updates < updates:
            state = updated(self.goal, state, self.goal.at(state.parameters))
        return state

    def until(self, updates: int) -> History:
        """Return the history as it was after so many updates, so that it can go on from there in another way."""
        if updates == self.updates:
            return self
        kept = self.kept[: updates // self.every + 1]
        losses = self.losses[: updates // self.losses_every + 1]
        newest = self.at(updates)
        return self.changed(kept=kept, losses=losses, newest=newest, slopes=self.goal.at(newest.parameters), stopped="")


def started(goal: Goal, *, watched: bool = True, velocity: Parameters | None = None) -> History:
    """Return the history before the first update; velocity: of what goes on in another way, else all is at rest."""
    state = begun(goal) if velocity is None else begun(goal).changed(velocity=velocity)
    slopes = goal.at(state.parameters)
    return History(goal, (state,), state, slopes, (slopes.loss,), watched=watched)


def _thinned(history: History) -> History:
    """Return a history with every second state gone, and every second loss, as often as it takes."""
    kept, every, losses, losses_every = history.kept, history.every, history.losses, history.losses_every
    while len(kept) > 1 and len(kept) * history.newest.bytes > MOST_BYTES:
        kept, every = kept[::2], every * 2
    while len(losses) > MOST_LOSSES:
        losses, losses_every = losses[::2], losses_every * 2
    return history.changed(kept=kept, every=every, losses=losses, losses_every=losses_every)
