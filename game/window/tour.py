"""The panel of a guided tour: title, text and task of a stop, and the buttons back, next and leave.

It is a strip under the top bar; everything else is laid out in what is left. Where there is no room for that, the
text folds to one line, and a button opens it over the grids.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from ..input.intent import Intent
from ..input.tour_intents import LeaveTour, NextTourStop, PreviousTourStop, ToggleTourText
from ..session.facts.seldom import TourFacts
from ..ui.cache import Same
from ..ui.frame import BODY, HEADING, Division, Frame
from ..ui.geometry import EMPTY, Rect
from ..ui.layout import Layout, text_unit_of
from ..ui.stage_present import LARGER
from ..ui.typeface import Typeface
from ..ui.widgets.base import Tip, Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Picture
from ..value import Value
from ..words.texts import text

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
    height = _height(texts, Same(typeface), unit, width)
    folded = size[0] < 480 or height > MOST_SHARE * size[1] or size[1] - height < LEAST_LEFT
    if folded:
        unit, height = _folded(unit, size)
    below = wanted.of((size[0], size[1] - height))
    if not folded and _beside_rail(below) != width:  # the rail folds or unfolds for the panel's sake
        again = _height(texts, Same(typeface), unit, _beside_rail(below))
        height = max(height, again)  # and it may go back
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
def _height(texts: Texts, typeface: Same, unit: float, width: int) -> int:
    """Return the height of the panel: that of the stop that needs most, so that it stays the same in all."""
    type_ = typeface.thing
    if not isinstance(type_, Typeface):
        raise TypeError("the key stands for a typeface")
    room = width - 2 * round(MARGIN * unit)
    size = max(9, round(BODY * unit))
    most = 0
    for said, under in texts:
        lines = len(type_.wrapped(said, size, False, room))
        words = max((len(_task(type_, each, size, room)) for each in under), default=0)
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
    """Return the panel's widgets."""
    return _line(facts, frame) if frame.layout.tour_folded else _whole(facts, frame)


def _whole(facts: TourFacts, frame: Frame) -> tuple[Widget, ...]:
    place, unit = frame.layout.tour, frame.layout.tour_text
    buttons = _buttons(facts, frame, Rect(place.x, place.y, place.w, _row(unit)))
    body = Rect(place.x, place.y + _row(unit), place.w, place.h - _row(unit))
    return (
        Area(name="tour", rect=place, unit=unit, role="panel", line_at="bottom"),
        *_title(facts, frame, buttons[0].rect.x),
        *buttons,
        *_words(facts, frame, body, max(9, round(BODY * unit))),
    )


def _line(facts: TourFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the panel of one line; opened, the text lies below it, over the grids."""
    place, unit = frame.layout.tour, frame.layout.tour_text
    buttons = _buttons(facts, frame, place)
    title = _title(facts, frame, buttons[0].rect.x)
    if not facts.opened:
        return (Area(name="tour", rect=place, unit=unit, role="panel", line_at="bottom"), *title, *buttons)
    most = Rect(place.x, place.bottom, place.w, frame.layout.size[1] - place.bottom)
    size = max(9, round(BODY * unit))
    while size > SMALLEST_FONT and _needed(facts, frame, most.w, size) > most.h:
        size -= 1
    height = min(most.h, _needed(facts, frame, most.w, size))
    whole = Rect(place.x, place.y, place.w, place.h + height)
    return (
        Area(name="tour", rect=whole, unit=unit, role="panel", line_at="bottom"),
        *title,
        *buttons,
        *_words(facts, frame, Rect(most.x, most.y, most.w, height), size),
    )


def _needed(facts: TourFacts, frame: Frame, width: int, size: int) -> int:
    """Return the height that text and task need at a font size."""
    unit = frame.layout.tour_text
    room = width - 2 * round(MARGIN * unit)
    lines = frame.type.wrapped(facts.text, size, False, room)
    count = len(lines) + len(_task(frame.type, facts.words, size, room))
    return round((TOP + BETWEEN + BOTTOM) * unit) + ceil(count * size * LINE)


def _title(facts: TourFacts, frame: Frame, end: int) -> tuple[Widget, ...]:
    """Return the stop's title and place, left of the buttons."""
    place, unit = frame.layout.tour, frame.layout.tour_text
    x, row = place.x + round(MARGIN * unit), min(_row(unit), place.h)
    size = max(9, round(HEADING * unit))
    place_words = "tour.place.done" if facts.finished else "tour.place"
    count = text(place_words, stop=facts.index + 1, stops=facts.stops)
    small = max(9, round(BODY * unit))
    count_width = frame.type.width(count, small, False)
    room = end - x - round(14 * unit)
    title = frame.type.shortened(facts.title, size, True, max(0, room))
    width = frame.type.width(title, size, True)
    widgets = [frame.label("tour title", Rect(x, place.y, width, row), title, size, bold=True)]
    if width + round(16 * unit) + count_width <= room:
        rect = Rect(x + width + round(16 * unit), place.y, count_width, row)
        widgets.append(frame.label("tour place", rect, count, small, "dim"))
    return tuple(widgets)


def _words(facts: TourFacts, frame: Frame, place: Rect, size: int) -> tuple[Widget, ...]:
    """Return the lines of the text, then those of the task, or of the reply with a tick."""
    unit = frame.layout.tour_text
    x, y = place.x + round(MARGIN * unit), place.y + round(TOP * unit)
    room = place.w - 2 * round(MARGIN * unit)
    pitch = size * LINE
    lines = frame.type.wrapped(facts.text, size, False, room)
    words = frame.lines("tour text", Rect(x, y, room, 0), lines, pitch, size)
    task = _task(frame.type, facts.words, size, room)
    if not task:
        return words
    y += round(len(lines) * pitch + BETWEEN * unit)
    side, tab = round(size * 1.15), round(size * 1.6)
    icon, role = _mark(facts)
    mark = Picture(name="tour mark", rect=Rect.of(x, y + (pitch - side) / 2, side, side), icon=icon, role=role)
    return *words, mark, *frame.lines("tour task", Rect(x + tab, y, room - tab, 0), task, pitch, size, role, bold=True)


def _mark(facts: TourFacts) -> tuple[str, str]:
    """Return the icon before the task, and the colour of both: still to be done, done, shown, or passed."""
    if facts.done:
        return "check", "output_text"
    if facts.shown:
        return ("chevron-right" if facts.passed else "eye"), "product_text"
    return "arrow-right", "now_text"


class _Wanted(Value):
    """A button of the tour: its control's name, icon, the name of its label's text, tooltip, and what it does."""

    name: str
    icon: str
    label: str
    tip: str | Tip
    intent: Intent
    enabled: bool = True


def _wanted(facts: TourFacts, frame: Frame) -> tuple[_Wanted, ...]:
    """Return the buttons from left to right: read or fold, back, next or finish, leave."""
    back = _tip(frame, "tour.back.tip", PreviousTourStop())
    onward = _Wanted(
        "tour next", "chevron-right", "tour.next", _tip(frame, "tour.next.tip", NextTourStop()), NextTourStop()
    )
    if facts.index == facts.stops - 1:
        onward = onward.changed(label="tour.finish", tip=_tip(frame, "tour.leave.tip", None), intent=LeaveTour())
    unfold = _Wanted(
        "tour text",
        "chevron-up" if facts.opened else "chevron-down",
        "",
        text("tour.fold" if facts.opened else "tour.open"),
        ToggleTourText(),
    )
    return (
        *((unfold,) if frame.layout.tour_folded else ()),
        _Wanted("tour back", "chevron-left", "tour.back", back, PreviousTourStop(), facts.index > 0),
        onward,
        _Wanted("tour leave", "x", "", f"{text('tour.leave.tip')}  (Esc)", LeaveTour()),
    )


def _buttons(facts: TourFacts, frame: Frame, row: Rect) -> tuple[Button, ...]:
    """Return the buttons at the right end of a row, with their labels where there is room."""
    unit = frame.layout.tour_text
    labelled = row.w >= 620 * unit and not frame.layout.tour_folded
    buttons: list[Button] = []
    right = row.right - round(14 * unit)
    for wanted in reversed(_wanted(facts, frame)):
        button = _button(frame, wanted, row, right, labelled)
        if wanted.name == "tour next" and (facts.done or facts.shown):
            button = button.changed(on=True)
        buttons.append(button)
        right = button.rect.x - round(8 * unit)
    return tuple(reversed(buttons))


def _button(frame: Frame, wanted: _Wanted, row: Rect, right: int, labelled: bool) -> Button:
    """Return one button that ends at `right`."""
    unit = frame.layout.tour_text
    size = max(9, round(20 * unit))
    side = min(row.h, max(min(44, row.h), round(46 * unit)))
    shown = text(wanted.label) if wanted.label and labelled else ""
    width = max(side, frame.type.width(shown, size, True) + round(34 * unit)) if shown else side
    height = min(side, round(42 * unit)) if shown else side
    found = frame.button(
        wanted.name,
        Rect(right - width, row.y + (row.h - height) // 2, width, height),
        wanted.intent,
        tip=wanted.tip,
        icon="" if shown else wanted.icon,
        label=shown,
        size=size,
        style="field" if shown else "plain",
        enabled=wanted.enabled,
    )
    return found.changed(unit=unit)


def _tip(frame: Frame, name: str, intent: Intent | None) -> Tip:
    return frame.tip(text(name), intent)
