"""The top bar: the name of what is shown, and the actions that belong to the whole, in groups."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from ..core.scenario import Scenario
from ..input.entry_intents import OpenEntry
from ..input.interface_intents import OpenPopup, ToggleRail
from ..input.stack_intents import ShowStack
from ..input.targets import NAME
from ..session.naming import title_of
from ..session.state import State
from ..session.tour import hidden_in
from ..ui.cache import Same
from ..ui.frame import BODY, SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label, Picture
from ..words.texts import text
from .actions import GIVING_WAY, GROUPS, MENU, Action, actions
from .stack import WIDTH, switch

NAMES_FROM = 1600
"""Device pixels of the window's width from which the modes have their names beside their icons."""
GAP = 20  # units between two groups


class Measures(NamedTuple):
    """How wide the bar's buttons are: those of an icon alone, the gap between groups, and which have their names."""

    pitch: int
    gap: int
    named: frozenset[str]


def menu_actions(frame: Frame) -> tuple[Action, ...]:
    """Return what the menu shows: what is not in the bar now, its switch too, and what is never in it."""
    every = actions(frame)
    there = {widget.name for widget in top_bar(frame)}
    folded = [name for group in GROUPS for name in group if name in every and name not in there]
    shown = tuple(every[name] for name in (*folded, *MENU) if name in every)
    return shown if "stack" in there | hidden_in(frame.state) else (_switch_of_menu(frame), *shown)


def _switch_of_menu(frame: Frame) -> Action:
    stacked = frame.state.interface.stacked
    words = text("stack.menu.flat" if stacked else "stack.menu.stack")
    return Action("stack", "layout-grid" if stacked else "square-stack", words, ShowStack(not stacked))


def subtitle(state: State) -> str:
    """Return the name of what is shown, e.g. "Random noise, 8 × 8"."""
    return _subtitle(Same(state.scenario), state.path)


@lru_cache(maxsize=4)
def _subtitle(key: Same, path: str | None) -> str:
    return title_of(cast("Scenario", key.thing), path)


def top_bar(frame: Frame) -> tuple[Widget, ...]:
    """Return the bar's widgets; none when it is folded."""
    bar = frame.layout.top
    if not bar.h:
        return ()
    px, unit = frame.layout.px, frame.layout.text
    logo = Rect.of(bar.x + px(28), bar.centre[1] - px(19), px(38), px(38))
    left = logo.right + px(16)
    title_size = frame.size(TITLE)
    title = text("title") if bar.w > px(760) else ""  # else the sign stands for it
    title_width = frame.type.width(title, title_size, True)
    before = left + title_width + px(20)
    wide = px(WIDTH) + px(40) if title and "stack" not in hidden_in(frame.state) else 0
    buttons = _buttons(frame, bar, before + wide)
    first = buttons[0].rect.x if buttons else bar.right
    middle = switch(frame, bar, before, first - px(20)) if wide else ()
    end = (middle[0].rect.x if middle else first) - px(12)
    if _name_width(frame) > end - left - title_width - px(8):  # what is shown says more than how the program is called
        title, title_width = "", 0
    return (
        Area(name="top bar", rect=bar, unit=unit, role="panel", line_at="bottom"),
        Picture(name="logo", rect=logo, icon="kernelscope", role=""),
        Label(name="title", rect=Rect(left, bar.y, title_width, bar.h), text=title, size=title_size, bold=True),
        *_name(frame, bar, left + title_width + px(8), end),
        *middle,
        *buttons,
    )


def _name_width(frame: Frame) -> int:
    """Return the width that the whole name of what is shown takes in the bar."""
    return frame.type.width(subtitle(frame.state), frame.size(BODY), False) + frame.layout.px(16)


def _name(frame: Frame, bar: Rect, left: int, right: int) -> tuple[Widget, ...]:
    """Return the name of what is shown, as far as there is room; a click on it types another, but not in a tour."""
    px, size = frame.layout.px, frame.size(BODY)
    room = right - left - px(16)
    if room <= px(60):
        return ()
    words = frame.type.shortened(subtitle(frame.state), size, False, room)
    place = Rect(left, bar.y, frame.type.width(words, size, False) + px(16), bar.h)
    if frame.state.tour is not None:
        return (Label(name="subtitle", rect=place.inset(px(8), 0), text=words, size=size, role="dim"),)
    return (
        Button(
            name=NAME.name,
            rect=place.centred(place.w, min(place.h, max(44, px(44)))),
            unit=frame.layout.text,
            mood=frame.mood(NAME.name),
            tooltip=frame.tip(text("bar.name", name=subtitle(frame.state)), OpenEntry(NAME)),
            intents=(OpenEntry(NAME),),
            label=words,
            size=size,
            style="quiet",
        ),
    )


def _buttons(frame: Frame, bar: Rect, left: int) -> tuple[Button, ...]:
    """Return the buttons right of `left`, with their names where there is room; what has none goes into the menu.

    There is no menu where a tour leaves nothing to stand in it.
    """
    px, every = frame.layout.px, actions(frame)
    groups = [[every[name] for name in group if name in every] for group in GROUPS]
    if frame.layout.rail_folded:
        groups.append([Action("show rail", "sliders-horizontal", text("bar.rail"), ToggleRail())])
    room = bar.right - px(20) - left
    plain = Measures(max(44, px(56 if bar.w > 800 * frame.layout.text else 52)), px(GAP), frozenset())
    if any(name in every for name in MENU) or _width(frame, groups, plain) > room:
        groups[len(GROUPS) - 1].append(Action("menu", "menu", text("bar.menu"), OpenPopup("menu")))
    modes = frozenset({"present", *(GROUPS[2] if bar.w >= NAMES_FROM else ())})
    for named in (modes, frozenset({"present"}), plain.named):
        measures = plain._replace(named=named)
        if _width(frame, groups, measures) <= room:
            break
    for name in GIVING_WAY:
        if _width(frame, groups, measures) <= room:
            break
        groups = [[action for action in group if action.name != name] for group in groups]
    return _laid(frame, bar, groups, measures)


def _laid(frame: Frame, bar: Rect, groups: list[list[Action]], measures: Measures) -> tuple[Button, ...]:
    """Return the groups' buttons, which end at the bar's right edge."""
    x = bar.right - frame.layout.px(20) - _width(frame, groups, measures)
    found = []
    for group in groups:
        for action in group:
            width = _wide(frame, action, measures)
            found.append(action_button(frame, action, Rect(x, bar.y, width, bar.h), action.name in measures.named))
            x += width
        x += measures.gap if group else 0
    return tuple(found)


def _width(frame: Frame, groups: list[list[Action]], measures: Measures) -> int:
    """Return the width of the groups with the gaps between them."""
    filled = [group for group in groups if group]
    return sum(_wide(frame, action, measures) for group in filled for action in group) + measures.gap * max(
        0, len(filled) - 1
    )


def _wide(frame: Frame, action: Action, measures: Measures) -> int:
    if action.name not in measures.named:
        return measures.pitch
    return frame.type.width(action.label, frame.size(SMALL), action.name == "present") + frame.layout.px(26 + 8 + 28)


def action_button(frame: Frame, action: Action, place: Rect, named: bool = False) -> Button:
    """Return the button of an action: its icon, and its name if it is named. Present is filled."""
    side = min(place.h, max(44, frame.layout.px(48)))
    style = "filled" if action.name == "present" else "plain"
    return Button(
        name=action.name,
        rect=place.centred(place.w if named else min(side, place.w), side),
        unit=frame.layout.text,
        mood=frame.mood(action.name, enabled=action.reason is None),
        tooltip=frame.tip(action.words, action.intent, action.reason),
        intents=(action.intent,),
        icon=action.icon,
        icon_units=26,
        label=action.label if named else "",
        size=frame.size(SMALL),
        style=style,
        on=action.on,
    )
