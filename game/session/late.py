"""What rail and strip tell of a network in a run: they show new weights one picture after the stage."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ..core.chain_results import chain_results
from ..core.shares import waits
from ..value import Kept
from .facts.rail import train_in
from .facts.strip import strip_facts
from .predict import Secrecy
from .remembered import Train
from .state import StillState

if TYPE_CHECKING:
    from .facts.shown import StillShown
    from .facts.strip import StripFacts

_TRAIN = [name for name in StillState.names if name != "interface"].index("train")
"""Where what is remembered of it stands among the values of a key."""
_but_late = attrgetter(*(name for name in Train.names if name != "late"))


def differs_in_late_alone(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Tell whether of two keys (secrecy, and as `shown.still_key`) nothing differs but what is late in a run."""
    (*one, own), (*other, its) = before, now
    assert isinstance(own, tuple)
    assert isinstance(its, tuple)
    then, train = own[_TRAIN], its[_TRAIN]
    if then.late is train.late or _but_late(then) != _but_late(train):
        return False
    return one == other and own[:_TRAIN] == its[:_TRAIN] and own[_TRAIN + 1 :] == its[_TRAIN + 1 :]


def followed(still: StillShown, state: StillState, secrecy: Secrecy, keep: Kept) -> StillShown:
    """Return what is shown where rail and strip follow what the stage shows already: the stage stays as it is."""
    rail = still.rail.changed(train=train_in(state, keep))
    return still.changed(rail=rail, strip=None if still.strip is None else strip_in(state, secrecy, keep))


def strip_in(state: StillState, secrecy: Secrecy, keep: Kept) -> StripFacts:
    """Return the facts of the layers of a network; which channel is in front is nothing to them."""
    train, result = state.train, state.result
    learns = train.on and not state.predict.on and state.interface.vote is None  # kernels stand beside maps then
    told = result if train.late is None else train.late.result
    front = None if secrecy.known is None else result.scenario.filter
    return keep(strip_facts, chain_results(told), waits(told), front, secrecy, learns)
