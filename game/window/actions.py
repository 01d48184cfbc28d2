"""The actions that belong to the whole window: which there are, in which groups, and what each is just now."""

from __future__ import annotations

from ..input.effects import OpenFile, OpenGallery, OpenShare, OpenTours, Save, ToggleFullScreen
from ..input.intent import Intent
from ..input.interface_intents import OpenPopup, OpenSheet, ToggleCoverage, ToggleRail
from ..input.learn_intents import ToggleLearn
from ..input.mode_intents import StartPresent, ToggleCompare, TogglePredict
from ..input.scenario_intents import NewSeed, Redo, Undo
from ..input.window_intents import NextTheme, ScaleBy, ShowNotes
from ..play.choices import SCALE
from ..session.facts.around import BarFacts
from ..session.interface import DIGITS
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.button import Button
from ..value import Value
from ..words.texts import text

GROUPS = (
    ("gallery", "open", "save", "share"),
    ("undo", "redo"),
    ("predict", "coverage", "compare"),
    ("present",),
    ("help",),
)
"""The groups of the bar, from left to right; the menu ends it."""
MENU = (
    "tours",
    "learn",
    "digits",
    "notes",
    "theme",
    "larger text",
    "smaller text",
    "view",
    "full screen",
    "seed",
    "copy as",
)
"""What stands in the menu, under that which has no room in the bar."""
GIVING_WAY = ("share", "save", "open", "gallery", "coverage", "compare", "redo", "undo", "predict", "help", "present")
"""The order in which actions leave the bar for the menu when it is too narrow."""


class Action(Value):
    """An action: its control's name, icon, words, intent, short name, why it cannot be done now, whether it is on.

    The reason is "" where it goes without saying.
    """

    name: str
    icon: str
    words: str
    intent: Intent
    label: str = ""
    reason: str | None = None
    on: bool | None = None


def action_button(frame: Frame, action: Action, place: Rect, style: str = "plain", size: int = 20) -> Button:
    """Return the button of an action: its icon, its short name in a font size, and its words, if any, as a tooltip."""
    return frame.button(
        action.name,
        place,
        action.intent,
        tip=frame.tip(action.words, action.intent, action.reason) if action.words else "",
        icon=action.icon,
        label=action.label,
        size=size,
        style=style,
        on=action.on,
        enabled=action.reason is None,
    )


def menu_action() -> Action:
    """Return what opens the menu."""
    return Action("menu", "menu", text("bar.menu"), OpenPopup("menu"))


def rail_action() -> Action:
    """Return what opens the rail where that is folded."""
    return Action("show rail", "sliders-horizontal", text("bar.rail"), ToggleRail())


def actions(facts: BarFacts) -> dict[str, Action]:
    """Return all actions by name, without those that a tour leaves out."""
    reads = (Action("digits", "search-check", text("bar.digits"), OpenSheet(DIGITS)),) if facts.reads else ()
    every = (*_of_documents(facts), *_modes(facts), *reads, *_of_the_window(facts))
    return {action.name: action for action in every if action.name not in facts.hidden}


def _of_documents(facts: BarFacts) -> tuple[Action, ...]:
    undo = None if facts.can_undo else text("reason.undo")
    redo = None if facts.can_redo else text("reason.redo")
    seed_reason = text(f"reason.{facts.reseed_reason}") if facts.reseed_reason else None
    return (
        Action("gallery", "images", text("bar.gallery"), OpenGallery()),
        Action("open", "folder-open", text("bar.open"), OpenFile()),
        Action("save", "save", text("bar.save"), Save()),
        Action("share", "share", text("bar.share"), OpenShare()),
        Action("undo", "undo-2", text("bar.undo"), Undo(), reason=undo),
        Action("redo", "redo-2", text("bar.redo"), Redo(), reason=redo),
        Action("seed", "dices", text("bar.seed", seed=facts.seed), NewSeed(), reason=seed_reason),
        Action("copy as", "copy", text("action.copy as"), OpenPopup("copy as")),
    )


def _modes(facts: BarFacts) -> tuple[Action, ...]:
    return (
        _mode("predict", "predict", TogglePredict(), facts.predicts, "leave"),
        _mode("coverage", "coverage", ToggleCoverage(), facts.covered, "off"),
        _mode("compare", "columns-2", ToggleCompare(), facts.compares, "leave"),
        _mode("learn", "sparkles", ToggleLearn(), facts.learns, "leave"),
        _mode("present", "presentation", StartPresent(), False, ""),
    )


def _mode(name: str, icon: str, intent: Intent, on: bool, ending: str) -> Action:
    """Return what begins a mode, or while that is on leaves it, which is said in the words with an ending."""
    words = text(f"bar.{name}.{ending}" if on else f"bar.{name}")
    return Action(name, icon, words, intent, text(f"bar.{name}.name"), on=on or None)


def _of_the_window(facts: BarFacts) -> tuple[Action, ...]:
    full, (least, most) = facts.full_screen, SCALE
    larger, smaller = (text("reason.scale", scale=end) if facts.scale == end else None for end in (most, least))
    icon, words = ("minimize", "bar.leave_full_screen") if full else ("maximize", "bar.full_screen")
    return (
        Action("help", "circle-help", text("bar.help"), OpenSheet("help")),
        Action("tours", "graduation-cap", text("bar.tours"), OpenTours()),
        Action("notes", "text", text("bar.notes.close" if facts.notes else "bar.notes"), ShowNotes()),
        Action("theme", "contrast", text("bar.theme"), NextTheme()),
        Action("larger text", "plus", text("bar.larger"), ScaleBy(1), reason=larger),
        Action("smaller text", "minus", text("bar.smaller"), ScaleBy(-1), reason=smaller),
        Action("view", "settings", text("bar.view"), OpenPopup("view")),
        Action("full screen", icon, text(words), ToggleFullScreen()),
    )
