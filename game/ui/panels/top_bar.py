"""The top bar: the name of what is shown, and the actions that belong to the whole."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...core.resize import edited, reseed_reason
from ...core.scenario import Scenario
from ...input.intents import (
    Intent,
    NewSeed,
    NextTheme,
    OpenFile,
    OpenPopup,
    OpenSheet,
    OpenTour,
    Redo,
    Save,
    ShowStack,
    StartPresent,
    ToggleCompare,
    ToggleCoverage,
    ToggleFullScreen,
    TogglePredict,
    ToggleRail,
    Undo,
)
from ...session.predict import coverage_shown
from ...session.tour import hidden_in
from ...words.numbers import size_text
from ...words.texts import text
from ..cache import Same
from ..frame import BODY, TITLE, Frame
from ..geometry import Rect
from ..widgets.base import Widget
from ..widgets.button import Button
from ..widgets.label import Area, Label, Picture
from .stack import WIDTH, switch


class Action(NamedTuple):
    """An action of the bar: its control's name, icon, words, intent, why it cannot be done now, whether it is on."""

    name: str
    icon: str
    words: str
    intent: Intent
    reason: str | None = None
    on: bool | None = None


def actions(frame: Frame) -> tuple[Action, ...]:
    """Return the actions of the bar, which the folded menu shows too."""
    state = frame.state
    full = state.interface.full_screen
    seed_reason = reseed_reason(state.scenario)
    hidden = hidden_in(state) | ({"tour", "predict", "compare"} if state.tour is not None else set())
    every = (
        Action("undo", "undo-2", text("bar.undo"), Undo(), None if state.history.can_undo else text("reason.undo")),
        Action("redo", "redo-2", text("bar.redo"), Redo(), None if state.history.can_redo else text("reason.redo")),
        Action("open", "folder-open", text("bar.open"), OpenFile()),
        Action("save", "save", text("bar.save"), Save()),
        Action(
            "seed",
            "dices",
            text("bar.seed", seed=state.scenario.seed),
            NewSeed(),
            text(f"reason.{seed_reason}") if seed_reason else None,
        ),
        Action(
            "coverage",
            "layers-2",
            text("bar.coverage.off" if coverage_shown(state) else "bar.coverage"),
            ToggleCoverage(),
            on=coverage_shown(state),
        ),
        Action(
            "predict",
            "circle-help",
            text("bar.predict.leave" if state.predict.on else "bar.predict"),
            TogglePredict(),
            on=state.predict.on or None,
        ),
        Action(
            "compare",
            "columns-2",
            text("bar.compare.leave" if state.compare.on else "bar.compare"),
            ToggleCompare(),
            on=state.compare.on or None,
        ),
        Action("theme", "contrast", text("bar.theme"), NextTheme()),
        Action("view", "a-large-small", text("bar.view"), OpenPopup("view")),
        Action("present", "presentation", text("bar.present"), StartPresent()),
        Action("tour", "graduation-cap", text("bar.tour"), OpenTour()),
        Action("help", "keyboard", text("bar.help"), OpenSheet("help")),
        Action(
            "full screen",
            "minimize" if full else "maximize",
            text("bar.leave_full_screen" if full else "bar.full_screen"),
            ToggleFullScreen(),
        ),
    )
    return tuple(action for action in every if action.name not in hidden)


def menu_actions(frame: Frame) -> tuple[Action, ...]:
    """Return what the folded menu shows: the actions of the bar, and before them its switch if that is not there."""
    if "stack" in hidden_in(frame.state) or any(widget.name == "stack" for widget in top_bar(frame)):
        return actions(frame)
    stacked = frame.state.interface.stacked
    words = text("stack.menu.flat" if stacked else "stack.menu.stack")
    icon = "layout-grid" if stacked else "square-stack"
    return (Action("stack", icon, words, ShowStack(not stacked)), *actions(frame))


def subtitle(scenario: Scenario) -> str:
    """Return the name of what is shown, e.g. "Random noise 8 × 8"."""
    if scenario.name:
        return scenario.name
    return _subtitle(Same(scenario))


@lru_cache(maxsize=4)
def _subtitle(key: Same) -> str:
    scenario = key.thing
    if not isinstance(scenario, Scenario):
        raise TypeError("the key stands for a scenario")
    name = text(f"image.{scenario.image_name}") if scenario.image_name else text("name.own")
    sized = text("subtitle.size", name=name, size=size_text(scenario.image_size))
    return text("subtitle.edited", name=sized) if edited(scenario)[0] else sized


def top_bar(frame: Frame) -> tuple[Widget, ...]:
    """Return the bar's widgets; none when it is folded."""
    bar = frame.layout.top
    if not bar.h:
        return ()
    px, unit = frame.layout.px, frame.layout.text
    logo = Rect.of(bar.x + px(28), bar.centre[1] - px(19), px(38), px(38))
    left = logo.right + px(16)
    title_size, size = frame.size(TITLE), frame.size(BODY)
    title = text("title") if bar.w > frame.layout.px(760) else ""  # else the sign stands for it
    title_width = frame.type.width(title, title_size, True)
    before = left + title_width + px(20)
    wide = px(WIDTH) + px(40) if title and "stack" not in hidden_in(frame.state) else 0
    buttons = _buttons(frame, bar, before + wide)
    middle = switch(frame, bar, before, buttons[0].rect.x - px(20)) if wide else ()
    end = middle[0].rect.x if middle else buttons[0].rect.x
    room = end - px(20) - left - title_width - px(16)
    words = frame.type.shortened(subtitle(frame.state.scenario), size, False, room) if room > px(60) else ""
    return (
        Area(name="top bar", rect=bar, unit=unit, role="panel", line_at="bottom"),
        Picture(name="logo", rect=logo, icon="kernelscope", role=""),
        Label(
            name="title",
            rect=Rect(left, bar.y, title_width, bar.h),
            text=title,
            size=title_size,
            bold=True,
        ),
        Label(
            name="subtitle",
            rect=Rect(left + title_width + px(16), bar.y, max(0, frame.type.width(words, size, False)), bar.h),
            text=words,
            size=size,
            role="dim",
        ),
        *middle,
        *buttons,
    )


def _buttons(frame: Frame, bar: Rect, left: int) -> tuple[Widget, ...]:
    """Return the buttons right of `left`; those for which there is no room go into a menu."""
    px = frame.layout.px
    shown = list(actions(frame))
    rail = [Action("show rail", "sliders-horizontal", text("bar.rail"), ToggleRail())]
    rail = rail if frame.layout.rail_folded else []
    pitch = max(44, px(56)) if bar.w > 800 * frame.layout.text else max(44, px(52))
    room = max(2, (bar.right - px(20) - left) // pitch)
    if len(shown) + len(rail) > room:
        menu = Action("menu", "menu", text("bar.menu"), OpenPopup("menu"))
        shown = [*shown[: max(0, room - len(rail) - 1)], menu]
    shown += rail
    start = bar.right - px(20) - pitch * len(shown)
    return tuple(
        action_button(frame, action, Rect(start + index * pitch, bar.y, pitch, bar.h))
        for index, action in enumerate(shown)
    )


def action_button(frame: Frame, action: Action, place: Rect) -> Button:
    """Return the icon button of an action."""
    side = min(place.w, place.h, max(44, frame.layout.px(48)))
    return Button(
        name=action.name,
        rect=place.centred(side, min(side, place.h)),
        unit=frame.layout.text,
        mood=frame.mood(action.name, enabled=action.reason is None),
        tooltip=frame.tip(action.words, action.intent, action.reason),
        intents=(action.intent,),
        icon=action.icon,
        on=action.on or None,
    )
