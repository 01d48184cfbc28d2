"""A person predicts: by key, by pointer, by a remote, and at a window of every kind."""

from __future__ import annotations

import sys

import pytest

from game.input.intent import GridName
from game.input.mode_intents import Question
from game.session.answers import answer_value, shares
from game.session.predict import Secrecy, is_hidden, secrecy_of
from game.session.state import State
from game.ui.offers import Offers
from game.view.builder import Builder
from game.view.frame import ShownFrame
from game.view.window import Window
from tests.picture import scenarios
from tests.session.hands import answer_patch

from .hands import Person, output, pixel

INTEGERS = scenarios()["integers"]


def predicting(question: str = "", **more: object) -> Person:
    """Return a person who has pressed P, and chosen a question."""
    person = Person(position=5.65, **more)  # type: ignore[arg-type]  # the caller names them
    person.keys("P")
    if question:
        person.clicks(f"ask {question}")
    return person


def tally(person: Person) -> tuple[int, int]:
    """Return right answers and tries."""
    return person.state.predict.right, person.state.predict.tries


def test_p_and_the_button_begin_and_leave() -> None:
    person = predicting()
    assert person.state.predict.on
    person.keys("P")
    assert not person.state.predict.on
    person.clicks("predict")
    assert person.state.predict.on
    person.keys("Escape", "Escape")
    assert not person.state.predict.on


def test_a_shade_is_picked_by_its_number_or_by_a_click() -> None:
    person = predicting()
    person.types(str(shares(person.state)[1] + 1))
    assert tally(person) == (1, 1)
    person.waits(1.5)
    person.keys("Page Down")
    person.waits(2.0)
    person.keys("Page Down")
    person.waits(2.0)
    assert is_hidden(person.state)
    person.clicks(f"shade {(shares(person.state)[1] + 1) % 4 + 1}")
    assert tally(person) == (1, 2)
    person.clicks("reset tally")
    assert tally(person) == (0, 0)


def test_a_click_on_a_shade_asks_what_is_secret_once_for_each_window_that_is_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = predicting()
    asked: list[State] = []
    built: list[ShownFrame] = []

    def counted(state: State) -> Secrecy:
        asked.append(state)
        return answered(state)

    def made(self: Builder, frame: ShownFrame, offers: Offers) -> Window:
        built.append(frame)
        return window(self, frame, offers)

    window, answered = Builder.window, secrecy_of
    for name in [name for name, module in sys.modules.items() if hasattr(module, "secrecy_of")]:
        monkeypatch.setattr(f"{name}.secrecy_of", counted)
    monkeypatch.setattr(Builder, "window", made)
    person.clicks("shade 2")
    assert tally(person)[1] == 1
    assert 0 < len(asked) <= len(built)


def test_a_shade_is_picked_by_tab_and_enter() -> None:
    person = predicting()
    person.focuses("shade 3")
    person.keys("Enter")
    assert person.state.predict.shade == 2


def test_a_remote_alone_goes_from_question_to_question() -> None:
    person = Person(position=0.0)
    person.keys("P")
    seen = []
    for _ in range(9):
        person.keys("Page Down")
        person.waits(1.5)
        seen.append((round(person.state.playback.position, 2), is_hidden(person.state)))
    assert seen == [
        *((0.3, True), (0.65, True), (0.9, False)),
        *((1.3, True), (1.65, True), (1.9, False)),
        *((2.3, True), (2.65, True), (2.9, False)),
    ]
    person.keys("Page Up")
    assert person.state.playback.position == 2.65


def test_small_integers_are_a_button_and_then_the_number_is_typed() -> None:
    person = predicting()
    person.clicks("use integers")
    assert "use integers" not in person.names()
    value = round(answer_value(person.state))
    person.types(f"{value}".replace("-", "−")[:1])
    person.types(f"{value}"[1:])
    person.keys("Enter")
    assert tally(person) == (1, 1)


def test_enter_opens_the_number_and_a_word_costs_no_try() -> None:
    person = predicting(scenario=INTEGERS)
    person.keys("Enter")
    person.types("abc")
    person.keys("Enter")
    assert tally(person) == (0, 0)
    assert person.state.interface.entry is not None
    assert any(name.startswith("toast") for name in person.names())
    person.keys("Escape")
    assert person.state.predict.on


def test_the_size_is_typed_in_two_fields() -> None:
    person = predicting("size")
    person.clicks("answer rows")
    person.types("4")
    person.keys("Enter")
    person.types("4")
    person.keys("Enter")
    assert tally(person) == (1, 1)
    assert person.window.places.output.pitch


def test_pixels_are_marked_by_clicks_and_drags_and_nothing_is_painted() -> None:
    person = predicting("patch")
    before = person.state.scenario
    rows = sorted({row for row, _ in answer_patch(person.state)})
    columns = sorted({column for _, column in answer_patch(person.state)})
    for row in rows:
        person.drags(pixel(row, columns[0]), pixel(row, columns[1]), pixel(row, columns[2]))
    assert person.state.predict.marked == answer_patch(person.state)
    assert person.state.scenario is before
    person.clicks(pixel(7, 7))
    person.clicks(pixel(7, 7))
    person.clicks("check answer")
    assert tally(person) == (1, 1)
    person.clicks(pixel(7, 7))
    assert person.state.scenario is not before, "once it is told, the image is painted as ever"


def test_a_finger_marks_pixels_and_padding_too() -> None:
    person = predicting("patch")
    person.clicks(pixel(0, 0), touch=True)
    person.clicks(pixel(-1, 0), touch=True)
    assert person.state.predict.marked == {(0, 0), (-1, 0)}


def test_the_cursor_marks_with_x_and_enter_checks() -> None:
    person = predicting("patch")
    for _ in range(40):
        person.keys("Tab")
        cursor = person.state.interface.cursor
        if cursor is not None and cursor.grid is GridName.IMAGE:
            break
    person.keys("X", "Right", "X", "X")
    assert person.state.predict.marked == {(0, 0)}
    person.keys("Escape", "Enter")
    assert tally(person) == (0, 1)


def test_painting_goes_on_while_a_value_is_asked() -> None:
    person = predicting()
    person.clicks(pixel(7, 7))
    assert person.state.scenario.image[7, 7] == 1
    assert is_hidden(person.state)
    person.keys("Ctrl+Z")
    assert person.state.scenario.image[7, 7] != 1


def test_a_clicked_output_cell_is_the_next_question() -> None:
    person = predicting()
    person.clicks(output(2, 2))
    assert person.state.playback.position == 10.65
    assert is_hidden(person.state)


@pytest.mark.parametrize("size", [(1920, 1080), (800, 600), (600, 900), (480, 360), (400, 300)])
@pytest.mark.parametrize("question", list(Question))
def test_every_window_stands_it(size: tuple[int, int], question: Question) -> None:
    person = Person(position=5.65, size=size)
    person.keys("P")
    if f"ask {question.value}" in person.names():
        person.clicks(f"ask {question.value}")
    for key in ("Page Down", "Tab", "Enter", "Right", "Left", "Space", "Page Up", "F1", "Escape", "Home", "End", "X"):
        person.keys(key)
        person.types("1")
        person.waits(0.3)
    for _ in range(6):
        person.keys("Escape")
    assert not person.state.predict.on
