"""The actions that belong to the whole window: which there are, in which groups, and what each is just now."""

from __future__ import annotations

from typing import NamedTuple

from ..core.resize import reseed_reason
from ..input.compare_intents import ToggleCompare
from ..input.effects import OpenFile, OpenTour, Save, ToggleFullScreen
from ..input.intent import Intent
from ..input.interface_intents import OpenPopup, OpenSheet, ToggleCoverage
from ..input.predict_intents import TogglePredict
from ..input.present_intents import StartPresent
from ..input.scenario_intents import NewSeed, Redo, Undo
from ..input.window_intents import NextTheme
from ..session.predict import coverage_shown
from ..session.tour import hidden_in
from ..ui.frame import Frame
from ..words.texts import text

GROUPS = (("open", "save"), ("undo", "redo"), ("predict", "coverage", "compare"), ("present",), ("help",))
"""The groups of the bar, from left to right; the menu ends it."""
MENU = ("tour", "theme", "view", "full screen", "seed")
"""What stands in the menu, under that which has no room in the bar."""
GIVING_WAY = ("save", "open", "coverage", "compare", "redo", "undo", "predict", "help", "present")
"""The order in which actions leave the bar for the menu when it is too narrow."""
NOT_IN_A_TOUR = frozenset({"tour", "predict", "compare"})


class Action(NamedTuple):
    """An action: its control's name, icon, words, intent, short name, why it cannot be done now, whether it is on."""

    name: str
    icon: str
    words: str
    intent: Intent
    label: str = ""
    reason: str | None = None
    on: bool | None = None


def actions(frame: Frame) -> dict[str, Action]:
    """Return all actions by name, without those that a tour leaves out."""
    state = frame.state
    hidden = hidden_in(state) | (NOT_IN_A_TOUR if state.tour is not None else frozenset())
    every = (*_of_documents(frame), *_modes(frame), *_of_the_window(frame))
    return {action.name: action for action in every if action.name not in hidden}


def _of_documents(frame: Frame) -> tuple[Action, ...]:
    history, scenario = frame.state.history, frame.state.scenario
    seed_reason = reseed_reason(scenario)
    return (
        Action("open", "folder-open", text("bar.open"), OpenFile()),
        Action("save", "save", text("bar.save"), Save()),
        Action("undo", "undo-2", text("bar.undo"), Undo(), reason=None if history.can_undo else text("reason.undo")),
        Action("redo", "redo-2", text("bar.redo"), Redo(), reason=None if history.can_redo else text("reason.redo")),
        Action(
            "seed",
            "dices",
            text("bar.seed", seed=scenario.seed),
            NewSeed(),
            reason=text(f"reason.{seed_reason}") if seed_reason else None,
        ),
    )


def _modes(frame: Frame) -> tuple[Action, ...]:
    state = frame.state
    covered, predicts, compares = coverage_shown(state), state.predict.on, state.compare.on
    return (
        Action(
            "predict",
            "predict",
            text("bar.predict.leave" if predicts else "bar.predict"),
            TogglePredict(),
            text("bar.predict.name"),
            on=predicts or None,
        ),
        Action(
            "coverage",
            "coverage",
            text("bar.coverage.off" if covered else "bar.coverage"),
            ToggleCoverage(),
            text("bar.coverage.name"),
            on=covered or None,
        ),
        Action(
            "compare",
            "columns-2",
            text("bar.compare.leave" if compares else "bar.compare"),
            ToggleCompare(),
            text("bar.compare.name"),
            on=compares or None,
        ),
        Action("present", "presentation", text("bar.present"), StartPresent(), text("bar.present.name")),
    )


def _of_the_window(frame: Frame) -> tuple[Action, ...]:
    full = frame.state.interface.full_screen
    return (
        Action("help", "circle-help", text("bar.help"), OpenSheet("help")),
        Action("tour", "graduation-cap", text("bar.tour"), OpenTour()),
        Action("theme", "contrast", text("bar.theme"), NextTheme()),
        Action("view", "settings", text("bar.view"), OpenPopup("view")),
        Action(
            "full screen",
            "minimize" if full else "maximize",
            text("bar.leave_full_screen" if full else "bar.full_screen"),
            ToggleFullScreen(),
        ),
    )
