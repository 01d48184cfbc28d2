"""The top bar: the name of what is shown, and the actions that belong to the whole, in groups."""

from __future__ import annotations

from ..input.intent import NAME
from ..input.interface_intents import OpenEntry
from ..input.stack_intents import ShowStack, ToggleStack
from ..session.facts.around import BarFacts
from ..ui.frame import BODY, SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.layout import RAIL_FOLDED
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Picture
from ..ui.widgets.switch import HEIGHT, Switch
from ..value import Value
from ..words.texts import text
from .actions import GIVING_WAY, GROUPS, MENU, Action, action_button, actions, menu_action, rail_action

NAMES_FROM = 1600
"""Device pixels of the window's width from which the modes have their names beside their icons."""
GAP = 20  # units between two groups
WIDTH = 250  # units of the switch between Flat and Stack


class Measures(Value):
    """How wide a button of an icon alone is, and which buttons have their names."""

    pitch: int
    named: frozenset[str]


def menu_actions(facts: BarFacts, frame: Frame) -> tuple[Action, ...]:
    """Return what the menu shows: what is not in the bar now, its switch too, and what is never in it."""
    every = actions(facts)
    there = {widget.name for widget in top_bar(facts, frame)}
    folded = [name for group in GROUPS for name in group if name in every and name not in there]
    shown = tuple(every[name] for name in (*folded, *MENU) if name in every)
    return shown if "stack" in there | facts.hidden else (_switch_of_menu(facts), *shown)


def _switch_of_menu(facts: BarFacts) -> Action:
    stacked = facts.stacked
    words = text("stack.menu.flat" if stacked else "stack.menu.stack")
    return Action("stack", "layout-grid" if stacked else "square-stack", words, ShowStack(not stacked))


def top_bar(facts: BarFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the bar's widgets; none when it is folded."""
    bar = frame.layout.top
    if not bar.h:
        return ()
    px, size = frame.px, frame.size(TITLE)
    logo = Rect.of(bar.x + px(28), bar.centre[1] - px(19), px(38), px(38))
    left = logo.right + px(16)
    title = text("title") if bar.w > px(760) else ""  # else the sign stands for it
    title_width = frame.type.width(title, size, True)
    before = left + title_width + px(20)
    wide = px(WIDTH) + px(40) if title and "stack" not in facts.hidden else 0
    buttons = _buttons(facts, frame, bar, before + wide)
    first = buttons[0].rect.x if buttons else bar.right
    middle = _switch(facts, frame, bar, before, first - px(20)) if wide else ()
    end = (middle[0].rect.x if middle else first) - px(12)
    name_width = frame.type.width(facts.name, frame.size(BODY), False) + px(16)
    if name_width > end - left - title_width - px(8):  # what is shown says more than how the program is called
        title, title_width = "", 0
    return (
        Area(name="top bar", rect=bar, unit=frame.unit, role="panel", line_at="bottom"),
        Picture(name="logo", rect=logo, icon="kernelscope", role=""),
        frame.label("title", Rect(left, bar.y, title_width, bar.h), title, size, bold=True),
        *_name(facts, frame, bar, left + title_width + px(8), end),
        *middle,
        *buttons,
    )


def _switch(facts: BarFacts, frame: Frame, bar: Rect, left: int, right: int) -> tuple[Switch, ...]:
    """Return the switch between Flat and Stack, in the stage's middle as far as it has room; none without room."""
    width, height = frame.px(WIDTH), min(bar.h - 4, max(44, frame.px(HEIGHT)))
    if right - left < width:
        return ()
    x = min(max(round(frame.layout.stage.centre[0] - width / 2), left), right - width)
    found = Switch(
        **frame.met("stack", Rect(x, bar.y + (bar.h - height) // 2, width, height)),
        about=frame.tip(text("stack.switch"), ToggleStack()),
        words=(text("stack.flat"), text("stack.stack")),
        intents=(ShowStack(on=False), ShowStack(on=True)),
        chosen=int(facts.stacked),
        size=frame.size(BODY),
    )
    return (found,)


def _name(facts: BarFacts, frame: Frame, bar: Rect, left: int, right: int) -> tuple[Widget, ...]:
    """Return the name of what is shown, as far as there is room; a click on it types another, but not in a tour."""
    px, size = frame.px, frame.size(BODY)
    room = right - left - px(16)
    if room <= px(60):
        return ()
    words = frame.type.shortened(facts.name, size, False, room)
    place = Rect(left, bar.y, frame.type.width(words, size, False) + px(16), bar.h)
    if facts.in_tour:
        return (frame.label("subtitle", place.inset(px(8), 0), words, size, "dim"),)
    rename = Action(NAME.name, "", text("bar.name", name=facts.name), OpenEntry(NAME), words)
    return (action_button(frame, rename, place.centred(place.w, min(place.h, max(44, px(44)))), "quiet", size),)


def _buttons(facts: BarFacts, frame: Frame, bar: Rect, left: int) -> tuple[Button, ...]:
    """Return the buttons right of `left`, with their names where there is room; what has none goes into the menu.

    There is no menu where a tour leaves nothing to stand in it.
    """
    every = actions(facts)
    groups = [[every[name] for name in group if name in every] for group in GROUPS]
    if frame.layout.fold >= RAIL_FOLDED:
        groups.append([rail_action()])
    room = bar.right - frame.px(20) - left
    plain = Measures(max(44, frame.px(56 if bar.w > 800 * frame.unit else 52)), frozenset())
    if any(name in every for name in MENU) or _width(frame, groups, plain) > room:
        groups[len(GROUPS) - 1].append(menu_action())
    if _width(frame, groups, plain.changed(named=frozenset({"present"}))) > room:  # its name says more than an icon
        groups = [[action for action in group if action.name != "share"] for group in groups]
    modes = frozenset({"present", *(GROUPS[2] if bar.w >= NAMES_FROM else ())})
    for named in (modes, frozenset({"present"}), plain.named):
        measures = plain.changed(named=named)
        if _width(frame, groups, measures) <= room:
            break
    for name in GIVING_WAY:
        if _width(frame, groups, measures) <= room:
            break
        groups = [[action for action in group if action.name != name] for group in groups]
    return _laid(frame, bar, groups, measures)


def _laid(frame: Frame, bar: Rect, groups: list[list[Action]], measures: Measures) -> tuple[Button, ...]:
    """Return the groups' buttons, which end at the bar's right edge."""
    x = bar.right - frame.px(20) - _width(frame, groups, measures)
    found = []
    for group in groups:
        for action in group:
            width = _wide(frame, action, measures)
            found.append(_button(frame, action, Rect(x, bar.y, width, bar.h), action.name in measures.named))
            x += width
        x += frame.px(GAP) if group else 0
    return tuple(found)


def _width(frame: Frame, groups: list[list[Action]], measures: Measures) -> int:
    """Return the width of the groups with the gaps between them."""
    filled = [group for group in groups if group]
    wide = sum(_wide(frame, action, measures) for group in filled for action in group)
    return wide + frame.px(GAP) * max(0, len(filled) - 1)


def _wide(frame: Frame, action: Action, measures: Measures) -> int:
    if action.name not in measures.named:
        return measures.pitch
    return frame.type.width(action.label, frame.size(SMALL), action.name == "present") + frame.px(26 + 8 + 28)


def _button(frame: Frame, action: Action, place: Rect, named: bool) -> Button:
    """Return the button of an action: its icon, and its name if it is named. Present is filled."""
    side = min(place.h, max(44, frame.px(48)))
    rect = place.centred(place.w if named else min(side, place.w), side)
    style = "filled" if action.name == "present" else "plain"
    found = action_button(frame, action, rect, style, frame.size(SMALL))
    return found.changed(icon_units=26, label=action.label if named else "")
