"""A tour under way. The person's own state is held aside in it, untouched, and is what is kept meanwhile.

Escape asks before it leaves a tour, and the tour goes on where it was left. The stops at which tours were left are kept
with the person's settings, so that they last over restarts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..core.quantities import QUANTITIES
from ..core.scenario import Scenario
from ..files.settings import Settings
from ..input.intent import Cell, Control, GridName, Side, Target
from ..play.choices import SECTIONS
from ..words.texts import text
from .changes import gesture_ended
from .guide import without_offer
from .interface import Interface
from .stack_intents import looked_at
from .state import State, StillState, TourRun, new_state, own_state, within

if TYPE_CHECKING:
    from ..files.tour import Condition, Point, Stop, Tour


OF_THE_WINDOW = (
    "now",
    "pointer",
    "full_screen",
    "presenting",
    "blank",
    "spotlight",
    "toasts_made",
    "rise",
    "draft",
    "vote",
    "votes",
    "share",
    "notes",
    "begun",
)
"""What stays as it is when a tour begins, goes on or ends."""

HOLDS = {
    **dict.fromkeys(("image", "resolution", "brush", "eraser", "channels"), "source"),
    **dict.fromkeys(("kernel", "filters"), "kernel"),
    "padding": "slide",
    **dict.fromkeys(("groups", "depthwise", "bias", "activation", "order"), "layer"),
    **dict.fromkeys(("operation", "ceil", "count", "whole"), "layer"),
    **dict.fromkeys(("use output", "use maps", "copy as", "output padding"), "layer"),
}
"""The section of the rail that holds a control which is no slider, by its name or by the first word of that."""
CONTROLS = {"count_include_pad": "count padding"}
"""The control that sets what a condition asks for, where it is not called as that is."""

OF_THE_STOPS = ("focus", "focus_visible", "rail_open", "scroll")
"""What stays from stop to stop besides."""

QUESTION = "leave tour"
"""The sheet that asks whether to leave."""
STAY = "stay in tour"
"""The control of the answer that changes nothing. It has the keys first, so that no key leaves by accident."""

MOST_PLACES = 20
"""Tours whose stop is remembered."""


def sayings(stop: Stop) -> tuple[str, ...]:
    """Return what may stand under a stop's text: its task, what is said once it is done, and once it is shown.

    Of a puzzle its hints, too.
    """
    if stop.goal is not None:
        from .puzzle import puzzle_sayings  # here and below: few stops are puzzles

        return puzzle_sayings(stop)
    if not stop.task:
        return "", "", ""
    answer = stop.reply or stop.task
    shown = text("tour.shown", words=answer) if stop.shows else text("tour.passed", words=stop.task)
    return stop.task, answer, shown


@lru_cache(maxsize=4)
def texts_of(tour: Tour) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what may stand in the panel at each stop: its text, and what comes under it."""
    return tuple((stop.text, sayings(stop)) for stop in tour.stops)


def words_of(run: TourRun) -> str:
    """Return what stands under the stop's text: the task, and the reply once it is done or shown."""
    if run.stop.goal is not None:
        from .puzzle import puzzle_words

        return puzzle_words(run)
    task, answer, shown = sayings(run.stop)
    return answer if run.done else shown if run.shown else task


def tour_begun(state: State, tour: Tour, at: int | None = None) -> State:
    """Begin a tour at a stop, from 0, or where it was left; what was open closes."""
    own = without_offer(gesture_ended(own_state(state)))
    interface = own.interface.changed(entry=None, popup=None, popup_cell=None, sheet=None, rail_open=False, votes=())
    if tour.worksheet is not None:
        share = interface.share.changed(versions=tour.worksheet.versions, paper=tour.worksheet.paper)
        interface = interface.changed(share=share)
    interface = interface.changed(cursor=None, focus=None, focus_visible=False, begun=interface.begun + 1)
    own = own.changed(interface=interface)
    ticked = (index for index, stop in enumerate(tour.stops) if stop.name and stop.name in own.settings.puzzles)
    begun = own.changed(tour=TourRun(tour, 0, own, finished=frozenset(ticked)))
    return at_stop(begun, place_in(own.settings, tour) if at is None else min(max(at, 0), len(tour.stops) - 1))


def at_stop(state: State, index: int) -> State:
    """Show a stop of the tour as it begins: its scenario, its walk, and a brush that is seen."""
    run = state.tour
    if run is None or not 0 <= index < len(run.tour.stops):
        return state
    stop = run.tour.stops[index]
    settings = state.settings.changed(loop=False, speed=_speed(state, stop), brush=stop.scenario.white)
    settings = settings.changed(decimals=_decimals(run, stop), sections=_sections(settings.sections, stop))
    shown = new_state(stop.scenario, settings, stop.position, stop.playing)
    if stop.stamps:  # which may be more than its cells
        shown = within(shown, "playback", position=stop.position)
    if stop.view:
        shown = looked_at(shown, stop.view, stop.stacked)
    interface = shown.interface.changed(
        coverage=stop.coverage, stacked=stop.stacked, spread=_spreads(stop), stamping=stop.stamps
    )
    interface = _taken_over(state.interface, interface, (*OF_THE_WINDOW, *OF_THE_STOPS))
    own, met = _with_place(run.own, run.tour, index), (False,) * len(stop.conditions)
    shown_last = {run.index} if run.shown and not run.done and index != run.index else set()
    passed = (run.passed - {run.index}) | shown_last
    anew = TourRun(run.tour, index, own, met, run.finished, passed, run.opened, run.seen, held=met)
    shown = shown.changed(interface=interface, tour=anew)
    if stop.scenario.learning is not None and stop.other is None:
        from .modes.learn.handlers import as_learned  # few stops are about that

        shown = as_learned(shown)
    return shown if stop.other is None else _compared(shown, stop.other)


def _spreads(stop: Stop) -> bool:
    """Tell whether a stop's transposed convolution is spread where stamps could be: of a scene, as its view says."""
    return bool(stop.view.get("spread")) if stop.view and not stop.secret else not stop.stamps


def _compared(state: State, other: Scenario) -> State:
    """Compare the scene with another setting, which is side B; the rail is that of side A, which the scene is about."""
    from .compare import compare_begun, focused  # few scenes compare

    begun = compare_begun(within(state, "compare", last=other))
    return focused(begun, Side.A)


def _speed(state: State, stop: Stop) -> int:
    """Return the speed that a stop begins with, 1× where it says nothing."""
    return type(state.settings)().speed if stop.speed is None else stop.speed


def _sections(opened: tuple[str, ...], stop: Stop) -> tuple[str, ...]:
    """Return the sections of the rail that are open, and those that hold what a stop points at or asks for."""
    spoken = {stop.point.control, *(_control_of(each) for each in (*stop.conditions, *stop.shown))}
    if stop.goal is not None and stop.locked:
        spoken |= {name for name in ("kernel", "stride", "padding", "dilation") if name not in stop.locked}
    parts = {QUANTITIES[name].part if name in QUANTITIES else _section_of(name) for name in spoken}
    return tuple(name for name in SECTIONS if name in opened or name in parts)


def _control_of(condition: Condition) -> str:
    """Return what the control is called that sets what is asked for; where there is none, what is asked for."""
    return CONTROLS.get(condition.kind, condition.kind.replace("_", " "))


def _section_of(control: str) -> str | None:
    """Return the section of the rail that holds a control which is no slider; None for none."""
    return HOLDS.get(control) or HOLDS.get(control.split(" ")[0])


def _decimals(run: TourRun, stop: Stop) -> int | None:
    """Return the decimals of a stop, else those that the person has chosen."""
    return run.own.settings.decimals if stop.decimals is None else stop.decimals


def place_in(settings: Settings, tour: Tour) -> int:
    """Return the stop, from 0, at which a tour was left; the first one if it never was, or has become shorter."""
    index = dict(settings.tours).get(_known_as(tour), 0)
    return index if index < len(tour.stops) else 0


def _with_place(own: State, tour: Tour, index: int) -> State:
    """Return the person's own state with the stop to go on at; who has come to the last one begins anew."""
    if tour.is_puzzles:
        return own
    others = tuple(place for place in own.settings.tours if place[0] != _known_as(tour))
    begins_anew = index in (0, len(tour.stops) - 1)
    tours = others if begins_anew else (*others, (_known_as(tour), index))[-MOST_PLACES:]
    return own if tours == own.settings.tours else within(own, "settings", tours=tours)


def _known_as(tour: Tour) -> str:
    """Return by what a tour is known again: its name, or the title of its first stop."""
    return tour.name or tour.stops[0].title


def puzzle_is_open(state: StillState) -> bool:
    """Tell whether a puzzle is there that has not been solved yet: what would help too much waits."""
    run = state.tour
    return run is not None and run.stop.goal is not None and run.solved is None


def leaving_asked(state: State) -> State:
    """Ask whether to leave the tour; what else is open closes."""
    asks = within(state, "interface", entry=None, popup=None, popup_cell=None, sheet=QUESTION)
    return within(asks, "interface", cursor=None, focus=STAY, focus_visible=True)


def tour_left(state: State) -> State:
    """Return to the person's own work; only what belongs to the window stays as it is now. The views fly."""
    if state.tour is None:
        return state
    own = state.tour.own
    interface = _taken_over(state.interface, own.interface.changed(hover=None), OF_THE_WINDOW)
    return own.changed(interface=interface)


def _taken_over(before: Interface, interface: Interface, names: tuple[str, ...]) -> Interface:
    return interface.changed(**{name: getattr(before, name) for name in names})


def spoken_of(run: TourRun) -> Target | GridName | None:
    """Return what the stop points at now: what was answered or shown, nothing once the task is done, else its point."""
    if run.picked is not None:
        return Cell(GridName.OUTPUT, *run.picked)
    if run.done:
        return None
    return _shown_at(run.stop.shows[0]) if run.shown and run.stop.shows else pointed_at(run.stop.point)


def _shown_at(condition: Condition) -> Target | GridName | None:
    """Return what has become another by what was shown; of a grid as a whole the grid, which Present has too."""
    kind = {"pixel": "image", "weight": "kernel"}.get(condition.kind, condition.kind)
    if kind in ("image", "kernel"):
        return GridName(kind) if condition.cell is None else Cell(GridName(kind), *condition.cell)
    control = _control_of(condition)
    return Control(control) if condition.pair is not None or _section_of(control) is not None else None


def pointed_at(point: Point) -> Target | GridName | None:
    """Return what a stop points at, as the window calls it: a grid, a cell, a control, or nothing."""
    if point.control:
        return Control(point.control)
    if not point.grid:
        return None
    grid = GridName(point.grid)
    return grid if point.cell is None else Cell(grid, *point.cell)
