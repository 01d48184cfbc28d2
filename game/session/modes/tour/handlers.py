"""What the intents of a tour do."""

from __future__ import annotations

from ....files.tour import Tour
from ....input import tour_intents as intents
from ....input.intent import Intent
from ....words.texts import text
from ...naming import remembered
from ...state import Handler, State, within
from ...toasts import with_toast
from ...tour import at_stop, tour_begun, tour_left
from .remote import backward, onward


def _begin(state: State, intent: intents.BeginTour) -> State:
    """Begin a tour; its file is then one of those that were opened last.

    That it goes on where it was left is said, for one might look for its beginning.
    """
    if not isinstance(intent.tour, Tour):
        return state
    begins = tour_begun(remembered(state, intent.source) if intent.source else state, intent.tour)
    if begins.tour is None or not begins.tour.index:
        return begins
    return with_toast(begins, text("tour.goes_on", stop=begins.tour.index + 1), warning=False)


def _leave(state: State, _: object) -> State:
    """Leave the tour; at its end this is said, for the window is suddenly another one."""
    over = tour_left(state)
    at_the_end = state.tour is not None and state.tour.is_last
    return with_toast(over, text("tour.over"), warning=False) if at_the_end else over


def _go(state: State, steps: int) -> State:
    return state if state.tour is None else at_stop(state, state.tour.index + steps)


def _toggle_text(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else within(state, "tour", opened=not run.opened)


def _seen(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else within(state, "tour", seen=(run.index, state.interface.rail_open))


HANDLERS: dict[type[Intent], Handler] = {
    intents.BeginTour: _begin,
    intents.NextTourStop: lambda state, _: _go(state, 1),
    intents.PreviousTourStop: lambda state, _: _go(state, -1),
    intents.NextBuild: onward,
    intents.PreviousBuild: backward,
    intents.AnswerCell: lambda state, _: state,
    intents.FirstTourStop: lambda state, _: at_stop(state, 0),
    intents.LeaveTour: _leave,
    intents.ToggleTourText: _toggle_text,
    intents.TourSeen: _seen,
}
