"""Compare: two settings side by side on one image. Side A leads, side B follows it on the image.

What is done on side B is done to the state as it is seen from there: B's scenario in the place of A's. So all that
knows one scenario (the rail, a slider, a number that is typed) works on both sides, and knows nothing of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..core import kernels
from ..core.errors import KernelDoesNotFit
from ..core.nearest import nearest_step
from ..core.quantities import stored
from ..core.resize import linked_in
from ..core.result import updated
from ..input.targets import CardBorder, Cell, Side
from ..play.phases import TOLERANCE
from ..play.playback import shown_position
from ..value import replace

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from .history import History
    from .interface import StillInterface
    from .sides import Work
    from .state import State, StillState


Seen = TypeVar("Seen", bound="StillState")
Shown = TypeVar("Shown", bound="StillInterface")


def with_setting(shown: Scenario, setting: Scenario) -> Scenario:
    """Return a scenario's image under the kernel of another one, and its stride, padding and so on.

    Raises KernelDoesNotFit.
    """
    sliding = {each.key: getattr(setting, each.key) for each in stored("pair")}
    return replace(shown, kernel=setting.kernel, kernel_name=setting.kernel_name, **sliding)


def fitting(shown: Scenario, setting: Scenario | None) -> Scenario:
    """Return a scenario's image under another setting, or the scenario itself when there is none or it does not fit."""
    if setting is None:
        return shown
    try:
        return with_setting(shown, setting)
    except KernelDoesNotFit:
        return shown


def following(state: State, scenario: Scenario, lenient: bool) -> Work:
    """Return the work after a change of the scenario that is seen: the other side takes its image, and its seed.

    With another seed a random kernel of the other side is rolled again too. A change that the other kernel does not
    fit is refused with KernelDoesNotFit; `lenient`, for another scenario as a whole: that side becomes a copy.
    """
    seen = state.compare.seen
    before, other = state.scenario, state.work.of(seen.other)
    if _same_image(before, scenario):
        return state.work.with_side(seen, scenario, other)
    if lenient:
        return state.work.with_side(seen, scenario, fitting(scenario, other))
    followed = with_setting(scenario, other)
    if scenario.seed != before.seed and kernels.is_random(other.kernel_name):
        rolled = kernels.make(other.kernel_name, other.kernel_size, scenario.seed)
        followed = followed.with_kernel(rolled, other.kernel_name)
    return state.work.with_side(seen, scenario, followed)


def _same_image(one: Scenario, other: Scenario) -> bool:
    return one.image is other.image and all(
        getattr(one, name) == getattr(other, name) for name in ("white", "seed", "image_name", "name")
    )


def with_other(state: State, history: History[Work]) -> History[Work]:
    """Return a history whose present work, from before Compare began, has a side B too: the one that stands now."""
    scenario = history.present.scenario
    other = fitting(scenario, state.work.of(Side.B))
    return _with_present(history, replace(history.present, other=other))


def _with_present(history: History[Work], work: Work) -> History[Work]:
    entries = (*history.entries[: history.cursor], work, *history.entries[history.cursor + 1 :])
    return replace(history, entries=entries)


def alone(history: History[Work]) -> History[Work]:
    """Return a history of side A: what only changed side B is no entry of it."""
    kept: list[Work] = []
    cursor = 0
    for index, work in enumerate(history.entries):
        if not kept or work.scenario != kept[-1].scenario:
            kept.append(replace(work, other=None))
        if index == history.cursor:
            cursor = len(kept) - 1
    return replace(history, entries=tuple(kept), cursor=cursor)


def compare_begun(state: State) -> State:
    """Begin to compare, no gesture being open: side B is what it was last, where that fits, else a copy of side A.

    Side B is in focus: it is the one that one is about to change.
    """
    scenario = state.scenario
    other = fitting(scenario, state.compare.last)
    compare = replace(state.compare, on=True, result=updated(state.result, other))
    history = _with_present(state.history, replace(state.work, other=other))
    return focused(replace(state, history=history, nudge=None, before_gesture=None, compare=compare), Side.B)


def compare_left(state: State) -> State:
    """Show side A alone, no gesture being open; side B is remembered."""
    compare = replace(state.compare, on=False, focus=Side.A, last=state.work.of(Side.B), result=None)
    history, interface = alone(state.history), _local(state.interface)
    entry = interface.entry
    if entry is not None and isinstance(entry.target, Cell) and entry.target.side is Side.B:
        interface = replace(interface, entry=None)
    if interface.popup_cell is not None and interface.popup_cell.side is Side.B:
        interface = replace(interface, popup=None, popup_cell=None)
    interface = replace(interface, linked=interface.linked & linked_in(state.scenario))
    return replace(state, history=history, nudge=None, before_gesture=None, compare=compare, interface=interface)


def focused(state: State, side: Side) -> State:
    """Give a side the rail; where its rows and columns differ, they are apart there."""
    linked = state.interface.linked & linked_in(state.work.of(side))
    interface = replace(state.interface, linked=linked)
    return replace(state, compare=replace(state.compare, focus=side), interface=interface)


def position_of_b(state: State) -> float:
    """Return the position that side B shows: the step whose patch is nearest to that of side A, at the same fraction.

    At the end of side A it is the end of side B.
    """
    leader, follower = state.work.of(Side.A), state.work.of(Side.B)
    shown = shown_position(state.playback, leader.steps)
    step = int(shown + TOLERANCE)
    if step >= leader.steps:
        return float(follower.steps)
    return nearest_step(leader, step, follower) + max(0.0, shown - step)


def seen_from(state: Seen, side: Side) -> Seen:
    """Return the state as it is seen from a side: its scenario and result are that side's, its cells are of side A."""
    compare = state.compare
    if not compare.on or side is compare.seen or compare.result is None:
        return state
    nudge = state.nudge
    return replace(
        state,
        result=compare.result,
        compare=replace(compare, seen=side, result=state.result),
        interface=_flipped(state.interface),
        nudge=None if nudge is None else replace(nudge, cell=flipped(nudge.cell)),
    )


def flipped(target: Any) -> Any:
    """Return a cell, or a card's border, on the other side; everything else is of no side."""
    return replace(target, side=target.side.other) if isinstance(target, Cell | CardBorder) else target


def _flipped(interface: Shown) -> Shown:
    entry = interface.entry
    return replace(
        interface,
        hover=flipped(interface.hover),
        cursor=flipped(interface.cursor),
        popup_cell=flipped(interface.popup_cell),
        entry=None if entry is None else replace(entry, target=flipped(entry.target)),
    )


def _local(interface: Shown) -> Shown:
    """Return an interface in which neither pointer nor cursor is on the other side."""
    hover, cursor = interface.hover, interface.cursor
    return replace(
        interface,
        hover=None if isinstance(hover, Cell | CardBorder) and hover.side is Side.B else hover,
        cursor=None if cursor is not None and cursor.side is Side.B else cursor,
    )
