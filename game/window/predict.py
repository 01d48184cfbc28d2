"""The panel of Predict: the kinds of question, the open one with its answer, and the tally.

It is a function of a rectangle: all of it is laid out in units of its own, as large as the rectangle allows.
"""

from __future__ import annotations

import math

from ..input.intent import Control
from ..input.interface_intents import OpenEntry
from ..input.mode_intents import CheckAnswer, ChooseForm, ChooseQuestion, Question, ResetTally, UseIntegers
from ..session.facts.predict import PredictFacts
from ..session.predict import ANSWER, COLUMNS, ROWS
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
PRESENTED, LARGE = 1.6, 1.5
"""In Present: units of the screen that one of the panel's is at most, and how much larger the question is."""


class Panel(Value):
    """The facts, the frame in the panel's own units, and its top left."""

    facts: PredictFacts
    frame: Frame
    x: int
    y: int
    large: float = 1.0  # how much larger the question is, its kinds and its answers, than the words around them

    def at(self, x: float, y: float, w: float, h: float) -> Rect:
        """Return a rectangle given in the panel's units."""
        unit = self.frame.unit
        return Rect.of(self.x + x * unit, self.y + y * unit, w * unit, h * unit)

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
        return self.button(action, place, 20 * self.large)


def predict_panel(facts: PredictFacts, frame: Frame, place: Rect, most: float) -> tuple[Widget, ...]:
    """Return the panel in a place, with units of at most `most` device pixels; nothing where it cannot be read."""
    presenting = frame.layout.presenting
    unit = min(frame.layout.unit * PRESENTED if presenting else most, place.w / WIDTH, place.h / HEIGHT)
    if unit < 0.3:
        return ()
    own = frame.changed(layout=frame.layout.changed(text=unit))
    panel = Panel(facts, own, place.x, place.y, LARGE if presenting else 1.0)
    whole = Widget(name="question", rect=panel.at(0, 0, WIDTH, HEIGHT))  # draws nothing; nothing may lie on it
    answers = {Question.VALUE: _value_answer, Question.SIZE: _size_answer, Question.PATCH: _patch_answer}
    answer = answers.get(facts.game.question, _count_answer)(panel)
    return (whole, *_kinds(panel), *_words(panel), *answer, *_foot(panel), *_tally(panel))


def _kinds(panel: Panel) -> tuple[Widget, ...]:
    """Return the kinds of question; the chosen one is marked."""
    kinds = panel.facts.kinds
    width = (WIDTH - 8 * (len(kinds) - 1)) / len(kinds)
    buttons: list[Button] = []
    for index, kind in enumerate(kinds):
        words = text(f"predict.question.{kind.value}")
        label = text(f"predict.kind.{kind.value}")
        on = kind is panel.facts.game.question
        ask = Action(f"ask {kind.value}", "", words, ChooseQuestion(kind), label, on=on)
        buttons.append(panel.button(ask, panel.at(index * (width + 8), 0, width, 42), 20 * panel.large))
    return tuple(buttons)


def _words(panel: Panel) -> tuple[Widget, ...]:
    """Return the question, or what became of it, and a line that says what to do."""
    head, hint = heading(panel.facts)
    if panel.facts.answer is not None and panel.facts.game.question.counts:  # the answer itself is what is read
        return (
            *_head(panel, head),
            panel.label("predict hint", hint, panel.at(0, 92, WIDTH, 44), 28, "text", bold=True),
        )
    return *_head(panel, head), panel.label("predict hint", hint, panel.at(0, 84, WIDTH, 28), 20, "dim")


def _head(panel: Panel, words: str) -> tuple[Widget, ...]:
    """Return the heading, the largest words."""
    size = max(27, 22 * panel.large)
    return (panel.label("predict head", words, panel.at(0, 46, WIDTH, 38), size, "now_text", bold=True),)


def _value_answer(panel: Panel) -> tuple[Widget, ...]:
    """Return four swatches, or the field for a number."""
    facts = panel.facts
    if facts.typed:
        return (panel.field(ANSWER, "", panel.at(0, 118, 150, 48), math.nan),) if facts.waits else ()
    told, width = facts.game.told, (WIDTH - 24) / 4
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
        panel.field(ROWS, text("formula.rows"), panel.at(0, 118, 180, 48), rows),
        panel.label("predict times", "×", panel.at(191, 118, 20, 48), 24, "dim", bold=True),
        panel.field(COLUMNS, text("formula.columns"), panel.at(216, 118, WIDTH - 216, 48), columns),
    )


def _count_answer(panel: Panel) -> tuple[Widget, ...]:
    """Return the field for a number; once it is told, what makes it be asked again."""
    if panel.facts.waits:
        return (panel.field(ANSWER, "", panel.at(0, 118, 150, 48), math.nan),)
    return (panel.label("predict next", text("predict.counts.next"), panel.at(0, 140, WIDTH, 28), 20, "dim"),)


def _patch_answer(panel: Panel) -> tuple[Widget, ...]:
    if not panel.facts.waits:
        return ()
    words = text("predict.marked", count=len(panel.facts.game.marked))
    check = Action("check answer", "check", "", CheckAnswer(), text("predict.check"))
    return (
        panel.button(check, panel.at(0, 118, 150, 48)),
        panel.label("predict marked", words, panel.at(164, 118, WIDTH - 164, 48), 20, "text"),
    )


def _foot(panel: Panel) -> tuple[Widget, ...]:
    """Return the other forms of the question; after a wrong answer, what makes the right one."""
    facts = panel.facts
    if not facts.waits:
        return _explanation(panel)
    if facts.game.question is not Question.VALUE or facts.integers:
        return ()
    use = Action("use integers", "", text("predict.integers.tip"), UseIntegers(), text("predict.integers"))
    integers = panel.button(use, panel.at(0, 180, 232, 40))
    if not facts.has_shades:
        return (integers,)
    typed = facts.game.typed
    form = Action("answer form", "", "", ChooseForm(not typed), text("predict.pick" if typed else "predict.type"))
    return integers, panel.button(form, panel.at(240, 180, WIDTH - 240, 40))


def _explanation(panel: Panel) -> tuple[Widget, ...]:
    """Return the terms of the right answer, on as many lines as there is room for."""
    facts, frame = panel.facts, panel.frame
    if facts.terms is None:
        return ()
    top, most = (176, 2) if facts.game.question is Question.VALUE and not facts.typed else (116, 4)
    lines, size = explained(facts, facts.terms, frame, panel.size(20), round(WIDTH * frame.unit), most)
    return tuple(
        frame.label(f"predict terms {index}", panel.at(0, top + index * 25, WIDTH, 25), line, size)
        for index, line in enumerate(lines)
    )


def _tally(panel: Panel) -> tuple[Widget, ...]:
    """Return right answers and tries, and the button that counts from 0 again."""
    game = panel.facts.game
    words = text("predict.tally", right=game.right, tries=game.tries)
    label = panel.label("predict tally", words, panel.at(0, 226, WIDTH - 52, 36), 21, "text", bold=True)
    if not game.tries:
        return (label,)
    reset = Action("reset tally", "rotate-cw", text("predict.reset"), ResetTally())
    return label, action_button(panel.frame, reset, panel.at(WIDTH - 44, 224, 44, 38))
