"""The panel of Predict: the kinds of question, the open one with its answer, and the tally.

It is a function of a rectangle: all of it is laid out in units of its own, as large as the rectangle allows.
"""

from __future__ import annotations

import math

from ..input.intent import Control
from ..input.interface_intents import OpenEntry
from ..input.mode_intents import CheckAnswer, ChooseForm, ChooseQuestion, Question, ResetTally, UseIntegers
from ..session.answers import ANSWER, COLUMNS, ROWS
from ..session.facts.predict import PredictFacts
from ..session.predict_scale import LETTERS
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.stage import PREDICT_ROOM
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Label
from ..ui.widgets.swatch import Swatch
from ..value import Value
from ..words.numbers import full
from ..words.texts import text
from .actions import Action, action_button
from .predict_words import explained, heading

WIDTH, HEIGHT = 400, PREDICT_ROOM - 30
"""The panel's size in its own units."""
NARROW, TALL = 300, HEIGHT + 78
"""The same where a narrow place would make all words small: the kinds and the line below the question have two rows."""
GROWN = 1.3
"""How much larger at most the words are in a place too small for the text's size; there is so much free around them."""
PRESENTED, LARGE = 1.6, 1.5
"""In Present: units of the screen that one of the panel's is at most, and how much larger the question is."""


KINDS_ROW, HINT_ROW = 50, 28
"""Units from row to row: of the kinds, and of the line below the question."""
TWO_LINES = 22
"""Font size below which the answer to a counted question has two lines, and at most of these."""
GAP, AROUND = 8, 13
"""Units between two kinds beside each other; the least that a button is wider than its label."""


class Panel(Value):
    """The facts, the frame in the panel's own units, its top left, and its width in these units."""

    facts: PredictFacts
    frame: Frame
    x: int
    y: int
    wide: int = WIDTH
    grown: float = 1.0  # how much larger the words around it are, where the panel is smaller than the text should be
    large: float = 1.0  # how much larger the question is, its kinds and its answers, than the words around them

    def at(self, x: float, y: float, w: float, h: float) -> Rect:
        """Return a rectangle given in the panel's units."""
        unit = self.frame.unit
        return Rect.of(self.x + x * unit, self.y + y * unit, w * unit, h * unit)

    def across(self, x: float, y: float, w: float, h: float) -> Rect:
        """Return a rectangle whose x and width are those in a panel of the usual width."""
        share = self.wide / WIDTH
        return self.at(x * share, y, w * share, h)

    @property
    def rows(self) -> int:
        """How many rows the kinds of question have, and the line below it."""
        return 1 if self.wide == WIDTH else 2

    def lower(self, units: float) -> Panel:
        """Return the panel as what stands below a second row meets it."""
        return self.changed(y=self.y + round(units * (self.rows - 1) * self.frame.unit))

    def size(self, units: float) -> int:
        """Return a font size in device pixels."""
        return max(7, round(units * self.frame.unit))

    def fitting(self, words: str, units: float, bold: bool, room: int) -> int:
        """Return the largest font size up to so many units at which words fit."""
        size = self.size(units)
        while size > 7 and self.frame.type.width(words, size, bold) > room:
            size -= 1
        return size

    def label(self, name: str, words: str, place: Rect, units: float, role: str, bold: bool = False) -> Label:
        """Return a line of words that fits into its place."""
        return self.frame.label(name, place, words, self.fitting(words, units, bold, place.w), role, bold)

    def button(self, action: Action, place: Rect, units: float = 20) -> Button:
        """Return a framed button whose label fits into it."""
        size = self.fitting(action.label, units, True, place.w - round(12 * self.frame.unit))
        return action_button(self.frame, action, place, "field", size)

    def field(self, name: str, words: str, place: Rect, given: float) -> Button:
        """Return what opens a number to be typed."""
        label = text("predict.blank") if math.isnan(given) else full(given)
        action = Action(name, "", "", OpenEntry(Control(name)), f"{words} {label}".strip())
        return self.button(action, place, 20 * self.large * self.grown)


def predict_panel(facts: PredictFacts, frame: Frame, place: Rect, most: float) -> tuple[Widget, ...]:
    """Return the panel in a place, with units of at most `most` device pixels; nothing where it cannot be read."""
    presenting = frame.layout.presenting
    most = frame.layout.unit * PRESENTED if presenting else most
    unit, narrow = min(most, place.w / WIDTH, place.h / HEIGHT), min(most, place.w / NARROW, place.h / TALL)
    wide, high = (WIDTH, HEIGHT) if presenting or narrow <= unit else (NARROW, TALL)
    unit = unit if wide == WIDTH else narrow
    if unit < 0.3:
        return ()
    own = frame.changed(layout=frame.layout.changed(text=unit))
    panel = Panel(
        facts, own, place.x, place.y, wide, 1.0 if presenting else min(GROWN, most / unit), LARGE if presenting else 1.0
    )
    whole = Widget(name="question", rect=panel.at(0, 0, wide, high))  # draws nothing; nothing may lie on it
    answers = {Question.VALUE: _value_answer, Question.SIZE: _size_answer, Question.PATCH: _patch_answer}
    low = panel.lower(KINDS_ROW + HINT_ROW)
    answer = answers.get(facts.game.question, _count_answer)(low)
    return (whole, *_kinds(panel), *_words(panel.lower(KINDS_ROW)), *answer, *_foot(low), *_tally(low))


def _kinds(panel: Panel) -> tuple[Widget, ...]:
    """Return the kinds of question, in letters of one size; the chosen one is marked."""
    kinds = panel.facts.kinds
    columns = -(-len(kinds) // panel.rows)
    labels = [text(f"predict.kind.{kind.value}") for kind in kinds]
    rows = [labels[start : start + columns] for start in range(0, len(labels), columns)]
    units, widths = _divided(panel, rows, 20 * panel.large * panel.grown)
    buttons: list[Button] = []
    for index, (kind, label) in enumerate(zip(kinds, labels, strict=True)):
        words, on = text(f"predict.question.{kind.value}"), kind is panel.facts.game.question
        ask = Action(f"ask {kind.value}", "", words, ChooseQuestion(kind), label, on=on)
        row, column = divmod(index, columns)
        place = panel.at(sum(widths[row][:column]) + column * GAP, row * KINDS_ROW, widths[row][column], 42)
        buttons.append(panel.button(ask, place, units))
    return tuple(buttons)


def _divided(panel: Panel, rows: list[list[str]], most: float) -> tuple[float, list[list[float]]]:
    """Return the largest size of letters up to so many units in which all rows of buttons fit, and their widths.

    Buttons beside each other are equally wide if all labels fit so, else each has the same room around its label.
    """
    unit, size = panel.frame.unit, panel.size(most)
    while True:
        labels = [[panel.frame.type.width(label, size, True) / unit + AROUND for label in row] for row in rows]
        free = [panel.wide - GAP * (len(row) - 1) for row in rows]
        if size <= 7 or all(sum(widths) <= room for widths, room in zip(labels, free, strict=True)):
            break
        size -= 1
    share = free[0] / len(rows[0])
    if all(max(widths) <= share for widths in labels):
        return size / unit, [[share] * len(row) for row in rows]
    return size / unit, [
        [width + (room - sum(widths)) / len(widths) for width in widths]
        for widths, room in zip(labels, free, strict=True)
    ]


def _words(panel: Panel) -> tuple[Widget, ...]:
    """Return the question, or what became of it, and a line that says what to do."""
    head, hint = heading(panel.facts)
    if panel.facts.answer is not None and panel.facts.game.question.counts:  # the answer itself is what is read
        return *_head(panel, head), *_told(panel, hint)
    return *_head(panel, head), *_hint(panel, hint, panel.at(0, 84, panel.wide, 28), 20 * panel.grown, "dim")


def _told(panel: Panel, words: str) -> tuple[Widget, ...]:
    """Return the answer to a counted question: on one line, or on two where its letters would be too small on one."""
    place, wrapped = panel.at(0, 92, panel.wide, 44), panel.frame.type.wrapped
    one, size = panel.fitting(words, 28, True, place.w), panel.size(TWO_LINES)
    if panel.rows > 1 or one >= size:
        return _hint(panel, words, place, 28, "text", bold=True)
    while size > one and len(wrapped(words, size, True, place.w)) > 2:
        size -= 1
    rows = (panel.at(0, 84 + row * HINT_ROW, panel.wide, HINT_ROW) for row in range(2))
    return tuple(
        panel.frame.label(f"predict hint{f' {row}' if row else ''}", place, line, size, "text", True)
        for row, (place, line) in enumerate(zip(rows, wrapped(words, size, True, place.w), strict=False))
    )


def _hint(panel: Panel, words: str, place: Rect, units: float, role: str, bold: bool = False) -> tuple[Widget, ...]:
    """Return the line below the question, on as many rows as there are, the first in a place."""
    if panel.rows == 1:
        return (panel.label("predict hint", words, place, units, role, bold),)
    size, wrapped = panel.size(units), panel.frame.type.wrapped
    while size > 7 and len(wrapped(words, size, bold, place.w)) > panel.rows:
        size -= 1
    step = round(HINT_ROW * panel.frame.unit)
    return tuple(
        panel.frame.label(
            f"predict hint{'' if not row else f' {row}'}", place.moved(0, row * step), line, size, role, bold
        )
        for row, line in enumerate(wrapped(words, size, bold, place.w)[: panel.rows])
    )


def _head(panel: Panel, words: str) -> tuple[Widget, ...]:
    """Return the heading, the largest words."""
    size = max(27, 22 * panel.large)
    return (panel.label("predict head", words, panel.at(0, 46, panel.wide, 38), size, "now_text", bold=True),)


def _value_answer(panel: Panel) -> tuple[Widget, ...]:
    """Return four swatches, or the field for a number."""
    facts = panel.facts
    if facts.typed:
        return (panel.field(ANSWER, "", panel.at(0, 118, 150, 48), math.nan),) if facts.waits else ()
    told, width = facts.game.told, (panel.wide - 24) / 4
    icons = {} if facts.answer is None else {facts.game.shade: "x", facts.answer.shade: "check"}
    return tuple(
        Swatch(
            **panel.frame.met(f"shade {index + 1}", panel.at(index * (width + 8), 114, width, 60)),
            about="" if told else text("predict.shade", letter=LETTERS[index], key=index + 1),
            index=index,
            letter=LETTERS[index],
            share=share,
            size=panel.size(max(24, 22 * panel.large)),
            icon=icons.get(index, ""),
            open=not told,
        )
        for index, share in enumerate(facts.shades)
    )


def _size_answer(panel: Panel) -> tuple[Widget, ...]:
    if not panel.facts.waits:
        return ()
    rows, columns = panel.facts.game.given or (math.nan, math.nan)
    return (
        panel.field(ROWS, text("formula.rows"), panel.across(0, 118, 180, 48), rows),
        panel.label("predict times", "×", panel.across(191, 118, 20, 48), 24, "dim", bold=True),
        panel.field(COLUMNS, text("formula.columns"), panel.across(216, 118, WIDTH - 216, 48), columns),
    )


def _count_answer(panel: Panel) -> tuple[Widget, ...]:
    """Return the field for a number; once it is told, what makes it be asked again."""
    if panel.facts.waits:
        return (panel.field(ANSWER, "", panel.at(0, 118, 150, 48), math.nan),)
    return (panel.label("predict next", text("predict.counts.next"), panel.at(0, 140, panel.wide, 28), 20, "dim"),)


def _patch_answer(panel: Panel) -> tuple[Widget, ...]:
    if not panel.facts.waits:
        return ()
    words = text("predict.marked", count=len(panel.facts.game.marked))
    check = Action("check answer", "check", "", CheckAnswer(), text("predict.check"))
    return (
        panel.button(check, panel.at(0, 118, 150, 48)),
        panel.label("predict marked", words, panel.at(164, 118, panel.wide - 164, 48), 20, "text"),
    )


def _foot(panel: Panel) -> tuple[Widget, ...]:
    """Return the other forms of the question; after a wrong answer, what makes the right one."""
    facts = panel.facts
    if not facts.waits:
        return _explanation(panel)
    if facts.game.question is not Question.VALUE or facts.integers:
        return ()
    use = Action("use integers", "", text("predict.integers.tip"), UseIntegers(), text("predict.integers"))
    integers = panel.button(use, panel.across(0, 180, 232, 40))
    if not facts.has_shades:
        return (integers,)
    typed = facts.game.typed
    form = Action("answer form", "", "", ChooseForm(not typed), text("predict.pick" if typed else "predict.type"))
    return integers, panel.button(form, panel.across(240, 180, WIDTH - 240, 40))


def _explanation(panel: Panel) -> tuple[Widget, ...]:
    """Return the terms of the right answer, on as many lines as there is room for."""
    facts, frame = panel.facts, panel.frame
    if facts.terms is None:
        return ()
    top, most = (176, 2) if facts.game.question is Question.VALUE and not facts.typed else (116, 4)
    lines, size = explained(facts, facts.terms, frame, panel.size(20), round(panel.wide * frame.unit), most)
    return tuple(
        frame.label(f"predict terms {index}", panel.at(0, top + index * 25, panel.wide, 25), line, size)
        for index, line in enumerate(lines)
    )


def _tally(panel: Panel) -> tuple[Widget, ...]:
    """Return right answers and tries, and the button that counts from 0 again."""
    game = panel.facts.game
    words = text("predict.tally", right=game.right, tries=game.tries)
    label = panel.label(
        "predict tally", words, panel.at(0, 226, panel.wide - 52, 36), 21 * panel.grown, "text", bold=True
    )
    if not game.tries:
        return (label,)
    reset = Action("reset tally", "rotate-cw", text("predict.reset"), ResetTally())
    return label, action_button(panel.frame, reset, panel.at(panel.wide - 44, 224, 44, 38))
