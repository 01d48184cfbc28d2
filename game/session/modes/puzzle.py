"""A puzzle under way: its hints, what waits until it is solved, and that it is."""

from __future__ import annotations

from ...input.intent import Intent
from ...input.interface_intents import OpenPopup
from ...input.tour_intents import NextHint
from ...words.texts import text
from ..mode import Mode
from ..puzzle import free_words
from ..state import Handler, State, within
from ..toasts import with_toast, without_toasts
from ..tour import puzzle_is_open

WITHIN = ("coverage", "tour", "vote")
"""The modes that a puzzle does not mind: they show nothing of how its goal is met, or leave it."""
CODE = "copy as"
"""The list of the programs that a layer can be copied as."""


def refuses(state: State, intent: Intent) -> str | None:
    """Refuse every mode that would help too much, whichever there are, until the puzzle is solved; and programs."""
    if not puzzle_is_open(state):
        return None
    begins = intent.begins and intent.begins not in WITHIN
    copies = isinstance(intent, OpenPopup) and intent.name == CODE
    return "puzzle.not_now" if begins or copies else None


def after(before: State, state: State, _: Intent) -> State:
    """Return the state with what was done: how the goal was met first, or, where a lock forbids it, what is free."""
    run, earlier = state.tour, before.tour
    if run is None or earlier is None or run.index != earlier.index or run.tour is not earlier.tour:
        return state
    if run.done and run.solved is None:
        return _solved(state)
    return _said_what_is_free(before, state)


def _solved(state: State) -> State:
    """Remember how the puzzle was solved; one that comes with the program is ticked for ever."""
    run = state.tour
    if run is None:
        return state
    solved = state.changed(tour=run.changed(solved=(state.history.cursor, run.hints)))
    name, known = run.stop.name, run.own.settings.puzzles
    if not name or name in known:
        return solved
    ticked = (*known, name)
    solved = within(solved, "settings", puzzles=ticked)
    return within(solved, "tour", own=within(run.own, "settings", puzzles=ticked))


def _said_what_is_free(before: State, state: State) -> State:
    """Say what can be changed in the place of what cannot."""
    toasts, run = state.interface.toasts, state.tour
    if run is None or toasts is before.interface.toasts or not toasts or not run.stop.locked:
        return state
    said = {text(f"tour.locked.{name}") for name in run.stop.locked}
    if toasts[-1].sentence not in said:
        return state
    free = free_words(run.stop)
    words = text("puzzle.locked", free=free) if free else text("puzzle.locked.all")
    return with_toast(without_toasts(state, lambda toast: toast.sentence in said | {words}), words)


def _hint(state: State, _: object) -> State:
    run = state.tour
    if run is None or run.solved is not None or run.hints >= len(run.stop.hints):
        return state
    return within(state, "tour", hints=run.hints + 1, shown=False)


HANDLERS: dict[type[Intent], Handler] = {NextHint: _hint}

MODE = Mode(refuses=refuses, after=after, handlers=HANDLERS)
