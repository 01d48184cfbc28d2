"""The panel of Predict: the kinds of question, the open one with its answer, and the tally.

It is a function of a rectangle: all of it is laid out in units of its own, as large as the rectangle allows.
"""

from __future__ import annotations

import math
from typing import Any

from ...input.entry_intents import OpenEntry
from ...input.intent import Intent
from ...input.predict_intents import CheckAnswer, ChooseForm, ChooseQuestion, Question, ResetTally, UseIntegers
from ...input.targets import Control
from ...session.predict import (
    ANSWER,
    COLUMNS,
    ROWS,
    all_integers,
    answer_value,
    is_hidden,
    is_typed,
    output_decimals,
    scale_of,
    shares,
)
from ...session.shades import LETTERS
from ...session.state import State
from ...value import Value
from ...words.numbers import full, number, shows_exactly, size_text
from ...words.texts import text
from ..frame import Frame
from ..geometry import Rect
from ..stage import PREDICT_ROOM
from ..widgets.base import Widget
from ..widgets.button import Button
from ..widgets.label import Label
from ..widgets.swatch import Swatch
from .predict_words import explained

WIDTH, HEIGHT = 400, PREDICT_ROOM - 30
"""The panel's size in its own units."""


class Panel(Value):
    """A frame, the panel's top left, and the device pixels of one of its units."""

    frame: Frame
    x: int
    y: int
    unit: float

    def at(self, x: float, y: float, w: float, h: float) -> Rect:
        """Return a rectangle given in the panel's units."""
        return Rect.of(self.x + x * self.unit, self.y + y * self.unit, w * self.unit, h * self.unit)

    def size(self, units: float) -> int:
        """Return a font size in device pixels."""
        return max(7, round(units * self.unit))


def predict_panel(frame: Frame, place: Rect, most: float) -> tuple[Widget, ...]:
    """Return the panel in a place, with units of at most `most` device pixels; nothing where it cannot be read."""
    unit = min(most, place.w / WIDTH, place.h / HEIGHT)
    if unit < 0.3:
        return ()
    panel = Panel(frame, place.x, place.y, unit)
    state = frame.state
    whole = Widget(name="question", rect=panel.at(0, 0, WIDTH, HEIGHT))  # draws nothing; nothing may lie on it
    parts = (whole, *_kinds(panel), *_words(panel))
    if state.predict.question is Question.VALUE:
        answer = _value_answer(panel)
    elif state.predict.question is Question.SIZE:
        answer = _size_answer(panel)
    else:
        answer = _patch_answer(panel)
    return (*parts, *answer, *_foot(panel), *_tally(panel))


def _button(panel: Panel, name: str, label: str, place: Rect, intent: Intent, **more: Any) -> Button:
    size, room = panel.size(20), place.w - round(12 * panel.unit)
    while size > 7 and panel.frame.type.width(label, size, True) > room:
        size -= 1
    return Button(
        name=name,
        rect=place,
        unit=panel.unit,
        mood=panel.frame.mood(name),
        intents=(intent,),
        label=label,
        size=size,
        style="field",
        **more,
    )


def _label(panel: Panel, name: str, words: str, place: Rect, units: float, role: str, bold: bool = False) -> Label:
    size = panel.size(units)
    while size > 7 and panel.frame.type.width(words, size, bold) > place.w:
        size -= 1
    return Label(name=name, rect=place, unit=panel.unit, text=words, size=size, role=role, bold=bold)


def _kinds(panel: Panel) -> tuple[Widget, ...]:
    """Return the three kinds of question; the chosen one is marked."""
    asked = panel.frame.state.predict.question
    width = (WIDTH - 16) / 3
    return tuple(
        _button(
            panel,
            f"ask {kind.value}",
            text(f"predict.kind.{kind.value}"),
            panel.at(index * (width + 8), 0, width, 42),
            ChooseQuestion(kind),
            on=kind is asked,
            tooltip=text(f"predict.question.{kind.value}"),
        )
        for index, kind in enumerate(Question)
    )


def _words(panel: Panel) -> tuple[Widget, ...]:
    """Return the question, or what became of it, and a line that says what to do."""
    head, hint = heading(panel.frame.state)
    return (
        _label(panel, "predict head", head, panel.at(0, 50, WIDTH, 34), 27, "now_text", bold=True),
        _label(panel, "predict hint", hint, panel.at(0, 84, WIDTH, 28), 20, "dim"),
    )


def heading(state: State) -> tuple[str, str]:
    """Return the panel's heading and the line under it."""
    game = state.predict
    kind = game.question.value
    if is_hidden(state):
        form = "number" if game.question is Question.VALUE and is_typed(state) else kind
        return text(f"predict.question.{kind}"), text(f"predict.hint.{form}")
    if not game.told:
        return text("predict.end"), text("predict.end.hint")
    verdict = text("predict.right" if game.was_right else "predict.wrong") if game.answered else text("predict.told")
    return verdict, truth(state)


def truth(state: State) -> str:
    """Return the sentence that tells the answer; only for a question that is not open."""
    question, given = state.predict.question, state.predict.given
    if question is Question.SIZE:
        told = text("predict.truth.size", size=size_text(state.scenario.output_size))
        said = state.predict.answered and not state.predict.was_right
        return text("predict.you_said", truth=told, given=" × ".join(full(part) for part in given)) if said else told
    if question is Question.PATCH:
        return text("predict.truth.patch")
    value, decimals = answer_value(state), output_decimals(state.scenario)
    exact, shown = shows_exactly(value, decimals), number(value, decimals)
    if not is_typed(state):
        return _truth_of_a_shade(state, exact, shown)
    told = text("predict.truth.value" if exact else "predict.truth.rounded", value=shown)
    return text("predict.you_said", truth=told, given=full(given[0])) if given else told


def _truth_of_a_shade(state: State, exact: bool, value: str) -> str:
    """Return the sentence that tells which shade it is, and which one was picked in its place."""
    picked, right = state.predict.shade, shares(state)[1]
    words = "predict.truth.value.shade" if exact else "predict.truth.rounded.shade"
    told = text(words, letter=LETTERS[right], value=value)
    if picked is None or picked == right:
        return told
    return text("predict.you_said", truth=told, given=LETTERS[picked])


def _value_answer(panel: Panel) -> tuple[Widget, ...]:
    """Return four swatches, or the field for a number."""
    state = panel.frame.state
    if not is_hidden(state) and not state.predict.told:
        return ()
    if is_typed(state):
        return (_field(panel, ANSWER, "", panel.at(0, 118, 150, 48), math.nan),) if is_hidden(state) else ()
    told, (found, right) = state.predict.told, shares(state)
    icons = {state.predict.shade: "x", right: "check"} if told else {}
    width = (WIDTH - 24) / 4
    return tuple(
        Swatch(
            name=f"shade {index + 1}",
            rect=panel.at(index * (width + 8), 114, width, 60),
            unit=panel.unit,
            mood=panel.frame.mood(f"shade {index + 1}"),
            tooltip="" if told else text("predict.shade", letter=LETTERS[index], key=index + 1),
            index=index,
            letter=LETTERS[index],
            share=round(share, 6),
            size=panel.size(24),
            icon=icons.get(index, ""),
            open=not told,
        )
        for index, share in enumerate(found)
    )


def _field(panel: Panel, name: str, words: str, place: Rect, given: float) -> Button:
    label = text("predict.blank") if math.isnan(given) else full(given)
    return _button(panel, name, f"{words} {label}".strip(), place, OpenEntry(Control(name)))


def _size_answer(panel: Panel) -> tuple[Widget, ...]:
    state = panel.frame.state
    if not is_hidden(state):
        return ()
    rows, columns = state.predict.given or (math.nan, math.nan)
    return (
        _field(panel, ROWS, text("formula.rows"), panel.at(0, 118, 180, 48), rows),
        _label(panel, "predict times", "×", panel.at(191, 118, 20, 48), 24, "dim", bold=True),
        _field(panel, COLUMNS, text("formula.columns"), panel.at(216, 118, WIDTH - 216, 48), columns),
    )


def _patch_answer(panel: Panel) -> tuple[Widget, ...]:
    state = panel.frame.state
    if not is_hidden(state):
        return ()
    words = text("predict.marked", count=len(state.predict.marked))
    return (
        _button(panel, "check answer", text("predict.check"), panel.at(0, 118, 150, 48), CheckAnswer(), icon="check"),
        _label(panel, "predict marked", words, panel.at(164, 118, WIDTH - 164, 48), 20, "text"),
    )


def _foot(panel: Panel) -> tuple[Widget, ...]:
    """Return the other forms of the question; after a wrong answer, what makes the right one."""
    state = panel.frame.state
    if not is_hidden(state):
        told = state.predict.told and state.predict.answered and not state.predict.was_right
        return _explanation(panel) if told else ()
    if state.predict.question is not Question.VALUE or all_integers(state.scenario):
        return ()
    integers = _button(
        panel,
        "use integers",
        text("predict.integers"),
        panel.at(0, 180, 232, 40),
        UseIntegers(),
        tooltip=text("predict.integers.tip"),
    )
    if not scale_of(state.scenario).magnitude:
        return (integers,)
    typed = state.predict.typed
    words = text("predict.pick" if typed else "predict.type")
    return integers, _button(panel, "answer form", words, panel.at(240, 180, WIDTH - 240, 40), ChooseForm(not typed))


def _explanation(panel: Panel) -> tuple[Widget, ...]:
    """Return the terms of the right answer, on as many lines as there is room for."""
    state = panel.frame.state
    top = 176 if state.predict.question is Question.VALUE and not is_typed(state) else 116
    lines, size = explained(panel.frame, panel.size(20), round(WIDTH * panel.unit), 2 if top == 176 else 4)
    return tuple(
        Label(
            name=f"predict terms {index}",
            rect=panel.at(0, top + index * 25, WIDTH, 25),
            unit=panel.unit,
            text=line,
            size=size,
        )
        for index, line in enumerate(lines)
    )


def _tally(panel: Panel) -> tuple[Widget, ...]:
    """Return right answers and tries, and the button that counts from 0 again."""
    game = panel.frame.state.predict
    words = text("predict.tally", right=game.right, tries=game.tries)
    label = _label(panel, "predict tally", words, panel.at(0, 226, WIDTH - 52, 36), 21, "text", bold=True)
    if not game.tries:
        return (label,)
    reset = Button(
        name="reset tally",
        rect=panel.at(WIDTH - 44, 224, 44, 38),
        unit=panel.unit,
        mood=panel.frame.mood("reset tally"),
        tooltip=text("predict.reset"),
        intents=(ResetTally(),),
        icon="rotate-cw",
    )
    return label, reset
