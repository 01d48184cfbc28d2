"""Which modes there are, when each is on, and which exclude each other. Here alone a mode is entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from operator import attrgetter

from ...files.settings import HINTS, NOT_COVERED
from ...input.intent import Intent
from ...input.layer_intents import ChainIntent, TraceIntent
from ...input.learn_intents import LearnIntent, TrainIntent
from ...input.lesson_intents import LessonIntent
from ...input.mode_intents import CompareIntent, PredictIntent, PresentIntent
from ...input.tour_intents import PuzzleIntent, TourIntent
from ...input.vote_intents import VoteIntent
from ...value import Single
from ..guide import after
from ..mode import Mode
from ..state import State


class Way(Single):
    """When a mode is on, how it is come by, and the family of its intents, if it has one.

    It is imported when it is on for the first time, or one of its intents comes.
    """

    on: Callable[[State], object]
    load: Callable[[], Mode]
    family: type[Intent] | None = None

    @cached_property
    def mode(self) -> Mode:
        """The mode."""
        return self.load()


def _in(module: str) -> Callable[[], Mode]:
    """Return what imports the mode of a module beside this one."""
    return lambda: import_module(module, __package__).MODE


def _puzzles(state: State) -> bool:
    """Tell whether a puzzle is there."""
    return state.tour is not None and state.tour.stop.goal is not None


def _guides(state: State) -> bool:
    """Tell whether anything is pointed at, or may be by now: what has been seen never comes again.

    A callout that has to wait until the walk plays is woken by that.
    """
    guide, seen = state.interface.guide, state.settings.hints
    shown = guide.offer or guide.hint is not None or guide.callout_at is not None
    callout = NOT_COVERED not in seen and (state.interface.now >= guide.not_before or guide.not_before == float("inf"))
    return shown or callout or not set(HINTS) <= set(seen)


def _guide() -> Mode:
    return Mode(after=after)


def _trains(state: State) -> bool:
    """Tell whether the section in which a network learns is open, or one has learned something."""
    return state.train.on or state.train.course is not None


def _plays_builds(state: State) -> bool:
    """Tell whether a remote goes by the builds of a scene."""
    if state.interface.scene is None:
        return False
    from ..scene import plays_builds  # few open a scene

    return plays_builds(state)


def _pools(state: State) -> bool:
    """Tell whether a side's layer is a pooling."""
    other = state.work.other
    return state.work.scenario.layer.pooling is not None or (other is not None and other.layer.pooling is not None)


def _stamps(state: State) -> bool:
    """Tell whether a side's layer is a transposed convolution."""
    other = state.work.other
    return state.work.scenario.layer.is_transposed or (other is not None and other.layer.is_transposed)


def _is_network(state: State) -> bool:
    """Tell whether there are several layers."""
    return state.work.scenario.chain is not None


def _never(_: State) -> bool:
    """Tell that a family of intents stands in no other's way."""
    return False


MODES: dict[str, Way] = {
    "vote": Way(attrgetter("interface.vote"), _in(".vote"), VoteIntent),
    "puzzle": Way(_puzzles, _in(".puzzle"), PuzzleIntent),
    "tour": Way(attrgetter("tour"), _in(".tour.mode"), TourIntent),
    "guide": Way(_guides, _guide),
    "predict": Way(attrgetter("predict.on"), _in(".predict.mode"), PredictIntent),
    "compare": Way(attrgetter("compare.on"), _in(".compare"), CompareIntent),
    "learn": Way(attrgetter("learn.on"), _in(".learn.mode"), LearnIntent),
    "train": Way(_trains, _in(".train.mode"), TrainIntent),
    "coverage": Way(attrgetter("interface.coverage"), _in(".coverage")),
    "present": Way(attrgetter("interface.presenting"), _in(".present"), PresentIntent),
    "scene": Way(_plays_builds, _in(".scene")),
    "pooling": Way(_pools, _in(".pooling")),
    "transposed": Way(_stamps, _in(".transposed")),
    "chain": Way(_is_network, _in(".chain"), ChainIntent),
    "trace": Way(attrgetter("interface.trace"), _in(".trace"), TraceIntent),
    "lesson": Way(_never, _in(".lesson"), LessonIntent),
}
"""The modes by name, the outermost first: it is the first to ask what an intent means, and has the last word on it."""

EXCLUDED: dict[tuple[str, str], str] = {
    ("tour", "predict"): "tour.no_predict",
    ("tour", "compare"): "compare.not_with.tour",
    ("predict", "compare"): "compare.not_with.predict",
    ("coverage", "compare"): "compare.not_with.coverage",
    ("compare", "predict"): "compare.excludes.predict",
    ("compare", "coverage"): "compare.excludes.coverage",
    ("compare", "tour"): "compare.excludes.tour",
    ("compare", "learn"): "learn.not_with.compare",
    ("predict", "learn"): "learn.not_with.predict",
    ("tour", "learn"): "learn.not_with.tour",
    ("learn", "compare"): "learn.excludes",
    ("learn", "predict"): "learn.excludes",
    ("learn", "coverage"): "learn.excludes",
    ("learn", "vote"): "learn.excludes",
    ("predict", "vote"): "vote.not_with.predict",
    ("vote", "predict"): "vote.first",
    ("vote", "compare"): "vote.first",
}
"""The sentence that says why a mode, the second, does not begin while another is on."""


def modes_on(state: State) -> list[str]:
    """Return the modes that are on; mostly there are none."""
    return [name for name, way in MODES.items() if way.on(state)]
