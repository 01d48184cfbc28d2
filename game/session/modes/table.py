"""Which modes there are, when each is on, and which exclude each other. Here alone a mode is entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from operator import attrgetter

from ...input.intent import Intent
from ...input.mode_intents import CompareIntent, PredictIntent, PresentIntent
from ...input.tour_intents import TourIntent
from ...value import Single
from ..guide import guides
from ..state import Mode, State


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


def _tour() -> Mode:
    from .tour.mode import MODE

    return MODE


def _guide() -> Mode:
    from .guide import MODE

    return MODE


def _predict() -> Mode:
    from .predict.mode import MODE

    return MODE


def _compare() -> Mode:
    from .compare import MODE

    return MODE


def _coverage() -> Mode:
    from .coverage import MODE

    return MODE


def _present() -> Mode:
    from .present import MODE

    return MODE


def _plays_builds(state: State) -> bool:
    """Tell whether a remote goes by the builds of a scene."""
    if state.interface.scene is None:
        return False
    from ..scene import plays_builds  # few open a scene

    return plays_builds(state)


def _scene() -> Mode:
    from .scene import MODE

    return MODE


def _pools(state: State) -> bool:
    """Tell whether a side's layer is a pooling."""
    other = state.work.other
    return state.work.scenario.layer.pooling is not None or (other is not None and other.layer.pooling is not None)


def _pooling() -> Mode:
    from .pooling import MODE

    return MODE


def _stamps(state: State) -> bool:
    """Tell whether a side's layer is a transposed convolution."""
    other = state.work.other
    return state.work.scenario.layer.is_transposed or (other is not None and other.layer.is_transposed)


def _transposed() -> Mode:
    from .transposed import MODE

    return MODE


MODES: dict[str, Way] = {
    "tour": Way(attrgetter("tour"), _tour, TourIntent),
    "guide": Way(guides, _guide),
    "predict": Way(attrgetter("predict.on"), _predict, PredictIntent),
    "compare": Way(attrgetter("compare.on"), _compare, CompareIntent),
    "coverage": Way(attrgetter("interface.coverage"), _coverage),
    "present": Way(attrgetter("interface.presenting"), _present, PresentIntent),
    "scene": Way(_plays_builds, _scene),
    "pooling": Way(_pools, _pooling),
    "transposed": Way(_stamps, _transposed),
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
}
"""The sentence that says why a mode, the second, does not begin while another is on."""


def modes_on(state: State) -> list[str]:
    """Return the modes that are on; mostly there are none."""
    return [name for name, way in MODES.items() if way.on(state)]
