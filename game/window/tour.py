"""The panel of a guided tour: title, text and task of a stop, and the buttons back, next and leave.

It is a strip under the top bar; everything else is laid out in what is left. Where there is no room for that, the
text folds to one line, and a button opens it over the grids.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from ..input.tour_intents import LeaveTour, NextHint, NextTourStop, PreviousTourStop, ToggleTourText
from ..session.facts.seldom import TourFacts
from ..ui.frame import BODY, HEADING, Division, Frame
from ..ui.geometry import EMPTY, Rect
from ..ui.layout import Layout, text_unit_of
from ..ui.stage_present import LARGER
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Picture
from ..words.texts import text
from .actions import Action, action_button

LEAST_LEFT = 400  # device pixels of height that an unfolded panel leaves to all else
MOST_SHARE = 0.36  # of the window's height, that it may take
MARGIN, TOP, BETWEEN, BOTTOM = 24, 8, 4, 10  # units around the text
LINE = 1.4  # the distance of lines, in font sizes
SMALLEST_FONT = 8

Texts = tuple[tuple[str, tuple[str, ...]], ...]
"""Of each stop its text, and what may stand under that."""


def divided(wanted: Division, texts: Texts, alone: bool, typeface: Typeface, size: tuple[int, int]) -> Layout:
    """Return the division of the window under a tour's panel; `alone`: the source image has the stage for itself."""
    plain, unit = wanted.of(size), _unit(wanted, size)
    width = _beside_rail(plain)
    height = _height(texts, typeface, unit, width)
    folded = size[0] < 480 or height > MOST_SHARE * size[1] or size[1] - height < LEAST_LEFT
    if folded:
        unit, height = _folded(unit, size)
    below = wanted.of((size[0], size[1] - height))
    if not folded and _beside_rail(below) != width:  # the rail folds or unfolds for the panel's sake
        height = max(height, _height(texts, typeface, unit, _beside_rail(below)))  # and it may go back
        below = wanted.of((size[0], size[1] - height))
    under = _moved(below, size, height, unit, folded)
    if not alone:
        return under
    stage = under.stage.union(under.dot) if under.dot.h else under.stage
    return under.changed(alone=True, stage=stage, dot=EMPTY)


def _beside_rail(division: Layout) -> int:
    """Return the width that a standing rail leaves; an open drawer stands below the panel."""
    return division.size[0] - division.rail.w


def _unit(wanted: Division, size: tuple[int, int]) -> float:
    """Return the panel's unit of text: the person's scale applies to it even where that of the rest is capped."""
    if wanted.presenting:
        return min(size[1] / 1080, size[0] / 1920) * LARGER
    return text_unit_of(*size) * wanted.scale / 100


def _folded(unit: float, size: tuple[int, int]) -> tuple[float, int]:
    """Return the unit and the height of a panel of one line, which takes no more than an eighth of the window."""
    row = min(_row(unit), max(30, size[1] // 8))
    return min(unit, row / 48), row


def _row(unit: float) -> int:
    return max(44, round(52 * unit))


@lru_cache(maxsize=16)
def _height(texts: Texts, typeface: Typeface, unit: float, width: int) -> int:
    """Return the height of the panel: that of the stop that needs most, so that it stays the same in all."""
    room = width - 2 * round(MARGIN * unit)
    size = max(9, round(BODY * unit))
    most = 0
    for said, under in texts:
        lines = len(typeface.wrapped(said, size, False, room)) if said else 0
        words = max((len(_task(typeface, each, size, room)) for each in under), default=0)
        most = max(most, lines + words)
    return _row(unit) + round((TOP + BETWEEN + BOTTOM) * unit) + ceil(most * size * LINE)


def _task(typeface: Typeface, words: str, size: int, room: int) -> tuple[str, ...]:
    return typeface.wrapped(words, size, True, room - round(size * 1.6)) if words else ()


def _moved(below: Layout, size: tuple[int, int], height: int, unit: float, folded: bool) -> Layout:
    """Return a layout with all but the top bar moved down by a panel's height; a rail that stands keeps its top."""
    rail = below.rail
    if rail.w:
        rail = Rect(rail.x, rail.y, rail.w, rail.h + height)
    return below.changed(
        size=size,
        rail=rail,
        drawer=below.drawer.moved(0, height),
        stage=below.stage.moved(0, height),
        dot=below.dot.moved(0, height),
        transport=below.transport.moved(0, height),
        tour=Rect(0, below.top.bottom, _beside_rail(below), height),
        tour_text=unit,
        tour_folded=folded,
    )


def tour_panel(facts: TourFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the panel's widgets; opened, the text of a panel of one line lies below it, over the grids."""
    layout, place, folded = frame.layout, frame.layout.tour, frame.layout.tour_folded
    frame = frame.changed(layout=layout.changed(text=layout.tour_text))
    size = frame.size(BODY)
    row = Rect(place.x, place.y, place.w, place.h if folded else _row(frame.unit))
    height = place.h - row.h
    if folded and facts.opened:
        most = layout.size[1] - place.bottom
        while size > SMALLEST_FONT and _needed(facts, frame, place.w, size) > most:
            size -= 1
        height = min(most, _needed(facts, frame, place.w, size))
    whole = Rect(row.x, row.y, row.w, row.h + height)
    buttons = _buttons(facts, frame, row)
    return (
        Area(name="tour", rect=whole, unit=frame.unit, role="panel", line_at="bottom"),
        *_title(facts, frame, row, buttons[0].rect.x),
        *buttons,
        *(_words(facts, frame, Rect(row.x, row.bottom, row.w, height), size) if height else ()),
    )


def _needed(facts: TourFacts, frame: Frame, width: int, size: int) -> int:
    """Return the height that text and task need at a font size."""
    room = width - 2 * frame.px(MARGIN)
    lines = frame.type.wrapped(facts.text, size, False, room)
    count = len(lines) + len(_task(frame.type, facts.words, size, room))
    return frame.px(TOP + BETWEEN + BOTTOM) + ceil(count * size * LINE)


def _title(facts: TourFacts, frame: Frame, row: Rect, end: int) -> tuple[Widget, ...]:
    """Return the stop's title and place, left of the buttons."""
    px, size, small = frame.px, frame.size(HEADING), frame.size(BODY)
    x = row.x + px(MARGIN)
    count = text("tour.place.done" if facts.finished else "tour.place", stop=facts.index + 1, stops=facts.stops)
    count_width = frame.type.width(count, small, False)
    room = end - x - px(14)
    title = frame.type.shortened(facts.title, size, True, max(0, room))
    width = frame.type.width(title, size, True)
    widgets: list[Widget] = [frame.label("tour title", Rect(x, row.y, width, row.h), title, size, bold=True)]
    if width + px(16) + count_width <= room:
        rect = Rect(x + width + px(16), row.y, count_width, row.h)
        widgets.append(frame.label("tour place", rect, count, small, "dim"))
        if facts.asks:
            from .question import question_sign  # few scenes ask

            widgets += question_sign(frame, Rect(rect.right + px(24), row.y, end - px(14) - rect.right - px(24), row.h))
    return tuple(widgets)


def _words(facts: TourFacts, frame: Frame, place: Rect, size: int) -> tuple[Widget, ...]:
    """Return the lines of the text, then those of the task, or of the reply with a tick."""
    x, y = place.x + frame.px(MARGIN), place.y + frame.px(TOP)
    room = place.w - 2 * frame.px(MARGIN)
    pitch = size * LINE
    lines = frame.type.wrapped(facts.text, size, False, room)
    words = frame.lines("tour text", Rect(x, y, room, 0), lines, pitch, size)
    task = _task(frame.type, facts.words, size, room)
    if not task:
        return words
    y += round(len(lines) * pitch + BETWEEN * frame.unit)
    side, tab = round(size * 1.15), round(size * 1.6)
    icon, role = _mark(facts)
    mark = Picture(name="tour mark", rect=Rect.of(x, y + (pitch - side) / 2, side, side), icon=icon, role=role)
    return *words, mark, *frame.lines("tour task", Rect(x + tab, y, room - tab, 0), task, pitch, size, role, bold=True)


def _mark(facts: TourFacts) -> tuple[str, str]:
    """Return the icon before the task, and the colour of both: still to be done, done, shown, or passed."""
    if facts.done:
        return "check", "output_text"
    if facts.hinted:
        return "info", "product_text"
    if facts.shown:
        return ("chevron-right" if facts.passed else "eye"), "product_text"
    return "arrow-right", "now_text"


def _actions(facts: TourFacts, folded: bool) -> tuple[Action, ...]:
    """Return what the buttons do, from left to right: read or fold, back, next or finish, leave."""
    kind = facts.kind
    back, onward, leave = (text(f"tour.{name}.tip.{kind}") for name in ("back", "next", "leave"))
    on = facts.done or facts.shown or None
    forward = Action("tour next", "chevron-right", onward, NextTourStop(), text("tour.next"), on=on)
    if facts.index == facts.stops - 1:
        forward = forward.changed(words=leave, intent=LeaveTour(), label=text("tour.finish"))
    always: tuple[Action, ...] = (
        Action("tour back", "chevron-left", back, PreviousTourStop(), text("tour.back"), None if facts.index else ""),
        forward,
        Action("tour leave", "x", f"{leave}  (Esc)", LeaveTour()),
    )
    icon, words = ("chevron-up", text("tour.fold")) if facts.opened else ("chevron-down", text(f"tour.open.{kind}"))
    always = (*_hint(facts), *always)
    return (Action("tour text", icon, words, ToggleTourText()), *always) if folded else always


def _hint(facts: TourFacts) -> tuple[Action, ...]:
    """Return what gives the next hint of a puzzle, while it has any and is not solved."""
    if facts.hints is None or not facts.hints[1]:
        return ()
    given, count = facts.hints
    reason = None if given < count else text("puzzle.hint.no_more")
    label = text("puzzle.hint", hint=min(given + 1, count), hints=count)
    return (Action("tour hint", "info", text("puzzle.hint.tip"), NextHint(), label, reason),)


def _buttons(facts: TourFacts, frame: Frame, row: Rect) -> tuple[Button, ...]:
    """Return the buttons at the right end of a row, with their labels in place of icons where there is room."""
    px, size, folded = frame.px, frame.size(20), frame.layout.tour_folded
    labelled = row.w >= 620 * frame.unit and not folded
    side = min(row.h, max(min(44, row.h), px(46)))
    buttons: list[Button] = []
    right = row.right - px(14)
    for action in reversed(_actions(facts, folded)):
        if labelled and action.label:
            width, height = max(side, frame.type.width(action.label, size, True) + px(34)), min(side, px(42))
            shown, style = action.changed(icon=""), "field"
        else:
            width, height = side, side
            shown, style = action.changed(label=""), "plain"
        place = Rect(right - width, row.y + (row.h - height) // 2, width, height)
        buttons.append(action_button(frame, shown, place, style, size))
        right -= width + px(8)
    return tuple(reversed(buttons))
