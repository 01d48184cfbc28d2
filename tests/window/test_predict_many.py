"""Predict with sixteen channels and filters in a small window: all of it has room, before the answer and after it."""

from __future__ import annotations

import pytest

from game.input.interface_intents import AcceptEntry, EntryText
from game.input.mode_intents import CheckAnswer, ChooseQuestion, Question, TogglePredict
from game.session.reduce import reduce
from game.session.state import State
from game.ui.widgets.label import Label
from tests.layers import layer
from tests.picture import state, typeface, window

SMALL = (800, 600)
COUNTED = (Question.MAPS, Question.WEIGHTS)


def asked(question: Question, presenting: bool, answered: bool) -> State:
    found = reduce(reduce(state(layer(16, 16), 40.8, presenting=presenting), TogglePredict()), ChooseQuestion(question))
    if not answered:
        return found
    for intent in (CheckAnswer(), EntryText("12345"), AcceptEntry()):
        found = reduce(found, intent)
    return found


def said(shown: State) -> list[Label]:
    """Return the lines of the question."""
    drawn = window(shown, SMALL).widgets
    return [one for one in drawn if isinstance(one, Label) and one.name.startswith("predict ")]


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("question", [Question.VALUE, *COUNTED])
def test_its_lines_fit_and_none_lies_on_another(question: Question, presenting: bool, answered: bool) -> None:
    lines, face = said(asked(question, presenting, answered)), typeface()
    assert len(lines) >= 3
    for line in lines:
        assert face.width(line.text, line.size, line.bold) <= line.rect.w, line.text
        assert 0 <= line.rect.x < line.rect.right <= SMALL[0]
        assert 0 <= line.rect.y < line.rect.bottom <= SMALL[1]
    for one in lines:
        middle = one.rect.centre[1]
        assert not any(
            other is not one and other.rect.y < middle < other.rect.bottom
            for other in lines
            if other.name != "predict reset"
        ), one.text


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("question", COUNTED)
def test_the_answer_to_a_counted_question_is_no_smaller_than_what_stands_below_it(
    question: Question, presenting: bool
) -> None:
    lines = {line.name: line for line in said(asked(question, presenting, answered=True))}
    hint = [lines[name] for name in ("predict hint", "predict hint 1") if name in lines]
    assert " ".join(line.text for line in hint).endswith("You said 12345.")
    assert all(line.size >= lines["predict next"].size for line in hint)
