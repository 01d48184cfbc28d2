"""A tour under way. The person's own state is held aside in it, untouched, and is what is kept meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..files.tour import Condition, Point, Stop, Tour
from ..input.targets import Cell, Control, GridName
from ..play.phases import TOLERANCE
from ..value import Single, replace
from .changes import ended
from .state import new_state

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from ..input.targets import Target
    from .state import State

__all__ = ["Condition", "Point", "Stop", "Tour", "TourRun", "at_stop", "begun", "left", "own_state", "pointed_at"]


class TourRun(Single):
    """A tour that is on.

    index: the stop, from 0. own: the person's own state. met: which conditions of the stop have come true so far.
    finished: the stops that have been done once, however one comes back to them.
    opened: the text is open where it is folded to a line. seen: the stop, and whether the rail was open, for which what
    it points at has been scrolled into view.
    """

    tour: Tour
    index: int
    own: State
    met: tuple[bool, ...] = ()
    finished: frozenset[int] = frozenset()
    opened: bool = False
    seen: tuple[int, bool] = (-1, False)

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return self.tour.stops[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no stop comes after this one."""
        return self.index == len(self.tour.stops) - 1

    @property
    def done(self) -> bool:
        """Whether the stop asks for something, and the person has done it."""
        return bool(self.met) and all(self.met)

    @property
    def words(self) -> str:
        """What stands under the text: the task, and the reply once it is done."""
        return self.stop.reply or self.stop.task if self.done else self.stop.task


def own_state(state: State) -> State:
    """Return the person's own state: what is kept, and given back when the tour is left."""
    return state if state.tour is None else state.tour.own


def hidden_in(state: State) -> frozenset[str]:
    """Return the controls that the window leaves out now."""
    return frozenset() if state.tour is None else state.tour.stop.hidden


def begun(state: State, tour: Tour) -> State:
    """Begin a tour; what was open closes."""
    own = ended(own_state(state))
    interface = replace(own.interface, entry=None, popup=None, popup_cell=None, sheet=None, rail_open=False)
    own = replace(own, interface=replace(interface, cursor=None, focus=None, focus_visible=False))
    return at_stop(replace(own, tour=TourRun(tour, 0, own)), 0)


def at_stop(state: State, index: int) -> State:
    """Show a stop of the tour as it begins: its scenario, its walk, and a brush that is seen."""
    run = state.tour
    if run is None or not 0 <= index < len(run.tour.stops):
        return state
    stop = run.tour.stops[index]
    settings = replace(state.settings, loop=False, speed=_speed(state, stop), brush=stop.scenario.white)
    settings = replace(settings, decimals=_decimals(run, stop))
    shown = new_state(stop.scenario, settings, stop.position, stop.playing)
    before = state.interface
    interface = replace(
        shown.interface,
        now=before.now,
        pointer=before.pointer,
        focus=before.focus,
        focus_visible=before.focus_visible,
        full_screen=before.full_screen,
        presenting=before.presenting,
        blank=before.blank,
        spotlight=before.spotlight,
        toasts_made=before.toasts_made,
        coverage=stop.coverage,
        stacked=stop.stacked,
        rise=before.rise,
        rail_open=before.rail_open,
        scroll=before.scroll,
    )
    return replace(shown, interface=interface, tour=replace(run, index=index, met=(False,) * len(stop.conditions)))


def _speed(state: State, stop: Stop) -> int:
    """Return the speed that a stop begins with, 1× where it says nothing."""
    return type(state.settings)().speed if stop.speed is None else stop.speed


def _decimals(run: TourRun, stop: Stop) -> int | None:
    """Return the decimals of a stop, else those that the person has chosen."""
    return run.own.settings.decimals if stop.decimals is None else stop.decimals


def left(state: State) -> State:
    """Return to the person's own work; only what belongs to the window stays as it is now. The views fly."""
    if state.tour is None:
        return state
    own, now = state.tour.own, state.interface
    interface = replace(
        own.interface,
        now=now.now,
        pointer=now.pointer,
        hover=None,
        full_screen=now.full_screen,
        presenting=now.presenting,
        blank=now.blank,
        spotlight=now.spotlight,
        toasts_made=now.toasts_made,
        rise=now.rise,
    )
    return replace(own, interface=interface)


def pointed_at(point: Point) -> Target | GridName | None:
    """Return what a stop points at, as the window calls it: a grid, a cell, a control, or nothing."""
    if point.control:
        return Control(point.control)
    if not point.grid:
        return None
    grid = GridName(point.grid)
    return grid if point.cell is None else Cell(grid, *point.cell)


def holds(condition: Condition, stop: Stop, state: State) -> bool:
    """Say whether the state is as a condition wants it; a clicked output cell shows in no state."""
    scenario, kind = state.scenario, condition.kind
    if condition.pair is not None:
        return _sizes(scenario)[kind] == condition.pair
    if kind in ("image", "kernel"):
        return condition.name == (scenario.image_name if kind == "image" else scenario.kernel_name)
    if kind == "position":
        return condition.value is not None and state.playback.position >= condition.value - TOLERANCE
    if kind == "played":
        return state.playback.playing and state.playback.position > stop.position
    if kind == "nothing_left_over":
        return not state.result.uncovered.left_over.any()
    if kind == "changed":
        return scenario != stop.scenario
    return kind in ("pixel", "weight") and _cell_holds(condition, stop, scenario)


def _cell_holds(condition: Condition, stop: Stop, scenario: Scenario) -> bool:
    """Say whether a pixel or a weight has the value that is asked for; without one, whether it is another."""
    name = "image" if condition.kind == "pixel" else "kernel"
    before, now = getattr(stop.scenario, name), getattr(scenario, name)
    if before.shape != now.shape:
        return False
    if condition.cell is None:
        return not np.array_equal(before, now)
    if condition.value is None:
        return bool(before[condition.cell] != now[condition.cell])
    return bool(now[condition.cell] == condition.value)


def _sizes(scenario: Scenario) -> dict[str, tuple[int, int]]:
    return {
        "image_size": scenario.image_size,
        "kernel_size": scenario.kernel_size,
        "stride": scenario.stride,
        "padding": scenario.padding,
    }


def breaks_a_lock(stop: Stop, scenario: Scenario) -> str | None:
    """Return which locked value a scenario has otherwise than the stop, or None.

    An image or a kernel of another size is another one too.
    """
    sizes, wanted = _sizes(scenario), _sizes(stop.scenario)
    for name in sorted(stop.locked):
        if name in sizes:
            same = sizes[name] == wanted[name]
        else:
            same = np.array_equal(getattr(scenario, name), getattr(stop.scenario, name))
        if not same:
            return name
    return None
