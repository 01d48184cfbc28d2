"""The facts of the teacher's notes: what is to be said, where one is, what the next press does, and what comes then.

Nothing that the window keeps secret is in them, for who reads them may sit where the class looks.
"""

from __future__ import annotations

from functools import lru_cache

from ...core.scenario import Pair, Scenario
from ...files.tour import Build, Stop
from ...play.phases import TOLERANCE
from ...value import Single, Value
from ..builds import COMPLETES, TRACES, Ahead, builds_begun, plays_build
from ..predict import at_question, position_shown, secrecy_of
from ..scene import plays_builds, scene_shown
from ..state import State, TourRun
from ..tour import words_of
from ..trace import lights, traces_next
from .around import name_of

NOTE, TEXT, NOTHING = "note", "text", "nothing"
"""Whose words stand there: the teacher's note, what the class reads, or none."""

STOPS, ENDED, TOLD, BLANK, OPENED, LAYER = "stops", "ended", "told", "blank", "opened", "layer"
"""What a press does besides what it does with builds: it goes to the next stop of a step, has no further one, tells the
answer that is asked, shows the screen again, is for what is open, or goes to the next layer of a network."""


class Following(Single):
    """The scene that comes next: its title, what is asked in it, and the scenario that it shows.

    bare: only its image may be seen before it is there, for what becomes of it is asked, or hidden.
    """

    title: str
    asked: str
    scenario: Scenario
    bare: bool


class NotesFacts(Value):
    """Of the notes.

    lesson: what the lesson or tour is called, "" for none. kind: "lesson", "tour", or "" for neither. title: of the
    scene. said, source: the words, line by line, and whose they are. place: which scene it is, from 1, of how many.
    build: how many have begun, of how many. step: from 1, of how many. Each is None where there is none, or is secret.
    ahead: what the next press does, by its name; plays: the first step, and the last one, of the build that it plays.
    asked: what can be asked of the class here, "" for nothing. following: the scene that comes next.
    """

    lesson: str
    kind: str
    title: str
    said: tuple[str, ...]
    source: str
    place: Pair | None
    build: Pair | None
    step: Pair | None
    ahead: str
    plays: Pair | None
    asked: str
    following: Following | None


class Times(Value):
    """What the clocks of the notes show: hour and minute, and the whole seconds since the lesson was begun."""

    hour: int
    minute: int
    passed: int


def notes_facts(state: State) -> NotesFacts:
    """Return the facts of the notes."""
    run, secrecy = state.tour, secrecy_of(state)
    said, source = _said(state)
    ahead = _ahead(state)
    plays = None if ahead.build is None or secrecy.steps else _steps_of(ahead.build)
    at = min(int(position_shown(state) + TOLERANCE) + 1, state.steps)
    return NotesFacts(
        lesson="" if run is None else run.tour.name,
        kind="" if run is None else run.tour.kind,
        title=_title(state),
        said=said,
        source=source,
        place=None if run is None else (run.index + 1, len(run.tour.stops)),
        build=_build(state),
        step=None if secrecy.steps else (at, state.steps),
        ahead=ahead.kind,
        plays=plays,
        asked=_asked(state),
        following=None if run is None or run.is_last else _following(run.tour.stops[run.index + 1]),
    )


def _title(state: State) -> str:
    scene = scene_shown(state)
    if state.tour is not None:
        return state.tour.stop.title
    return scene.title if scene is not None and scene.title else name_of(state)


def _said(state: State) -> tuple[tuple[str, ...], str]:
    """Return what is to be said, and whose words these are: a note, else what the class reads."""
    run, scene = state.tour, scene_shown(state)
    note = run.stop.note if run is not None else "" if scene is None else scene.note
    if note.strip():
        return tuple(note.strip().splitlines()), NOTE
    read = () if run is None else tuple(words for words in (run.stop.text, words_of(run)) if words)
    return (read, TEXT) if read else ((), NOTHING)


def _build(state: State) -> Pair | None:
    """Return how many of the builds have begun, of how many; None where no remote goes by builds."""
    if state.tour is not None:
        from ..modes.tour.remote import builds_now, walked  # here and below: a mode is imported when it is on

        builds: tuple[Build, ...] = builds_now(state, state.tour)
        position = walked(state, state.tour)
    elif plays_builds(state):
        from ..modes.scene import builds_now as builds_of_scene

        builds, position = builds_of_scene(state), state.playback.position
    else:
        return None
    begun = builds_begun(builds, position) + (state.interface.trace is not None)
    return (begun, len(builds)) if builds else None


def _ahead(state: State) -> Ahead:
    """Return what the next press of the remote's Page Down does."""
    interface, run, vote = state.interface, state.tour, state.interface.vote
    if interface.blank:
        return Ahead(BLANK)
    if interface.entry is not None or interface.sheet is not None or interface.popup is not None:
        return Ahead(OPENED)
    if vote is not None:
        return Ahead(f"vote {vote.stage}")
    if state.predict.on and at_question(state):
        return Ahead(TOLD)
    if run is not None and not state.predict.on:
        return _in_a_tour(state, run)
    if lights(state):
        return Ahead(COMPLETES)
    if traces_next(state):
        return Ahead(TRACES)
    if plays_builds(state):
        from ..modes.scene import ahead

        return ahead(state) or _by_stops(state)
    return _by_stops(state)


def _in_a_tour(state: State, run: TourRun) -> Ahead:
    from ..modes.tour.remote import ahead

    return ahead(state, run)


def _by_stops(state: State) -> Ahead:
    if plays_build(state.playback):
        return Ahead(COMPLETES)
    if state.playback.position < state.steps - TOLERANCE:
        return Ahead(STOPS)
    chain = state.scenario.chain
    return Ahead(ENDED if chain is None or chain.is_last else LAYER)


def _steps_of(build: Build) -> Pair:
    """Return the first and the last step, from 1, that a build has a part of."""
    first = int(build.start + TOLERANCE) + 1
    last = int(build.end - TOLERANCE) + 1
    return first, max(first, last)


def _asked(state: State) -> str:
    """Return what can be asked of the class in the scene, while nothing is."""
    run = state.tour
    if run is None or run.stop.question is None or state.interface.vote is not None:
        return ""
    return run.stop.question.kind


@lru_cache(maxsize=4)
def _following(stop: Stop) -> Following:
    asked = "" if stop.question is None else stop.question.kind
    return Following(stop.title, asked, stop.scenario, bool(asked or stop.secret or stop.alone or stop.conditions))
