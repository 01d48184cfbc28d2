"""In Predict too nothing is cut, and nothing lies over another, at any size and scale."""

from __future__ import annotations

import pytest

from game.input.intent import Intent
from game.input.interface_intents import AcceptEntry, EntryText
from game.input.mode_intents import (
    AnswerKey,
    CheckAnswer,
    ChooseQuestion,
    MarkPixel,
    PickShade,
    Question,
    TogglePredict,
)
from game.input.window_intents import Tick
from game.session.facts.predict import PredictFacts
from game.session.reduce import reduce
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.widgets.button import Button
from game.view.frame import ShownFrame
from game.window.predict import HEIGHT, WIDTH, predict_panel
from tests.picture import frame, scenarios, state, window
from tests.ui.measure import GRIDS, crowded, places_of
from tests.ui.test_layout import SCALES, SIZES

from .test_text_places import visible_lines

Size = tuple[int, int]
ASKED: dict[str, tuple[Intent, ...]] = {
    "value": (ChooseQuestion(Question.VALUE),),
    "value, wrong": (ChooseQuestion(Question.VALUE), PickShade(0), Tick(9.0)),
    "size": (ChooseQuestion(Question.SIZE),),
    "size, wrong": (
        ChooseQuestion(Question.SIZE),
        *(AnswerKey("9"), AcceptEntry(), EntryText("9"), AcceptEntry()),
    ),
    "pixels": (ChooseQuestion(Question.PATCH), MarkPixel((0, 0), on=True)),
    "pixels, wrong": (ChooseQuestion(Question.PATCH), CheckAnswer(), Tick(9.0)),
}


def predicting(name: str, done: tuple[Intent, ...], scale: int) -> State:
    """Return a scenario's state in which Predict has asked."""
    shown = scenarios()[name]
    made = state(shown, min(5.65, shown.steps - 0.35), settings={"scale": scale})
    for intent in (TogglePredict(), *done):
        made = reduce(made, intent)
    return made


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_and_nothing_lies_over_another(size: Size, scale: int) -> None:
    wrong = []
    for name in scenarios():
        for asked, done in ASKED.items():
            shown = predicting(name, done, scale)
            made, division = window(shown, size), frame(shown, size).layout
            places = places_of(made)
            lines = visible_lines(places)
            grids = [(widget.name, widget.rect) for widget in made.widgets if widget.name in GRIDS]
            wrong += [f"{name}, {asked}: {a}  /  {b}" for a, b in crowded(lines)]
            wrong += [f"{name}, {asked}: {a}  /  {b}" for a, b in crowded(grids)]
            wrong += [
                f"{name}, {asked}: {words}  /  {grid}"
                for words, rect in lines
                for grid, place in grids
                if rect.meets(place) and not words.endswith("'?'")
            ]
            wrong += [
                f"{name}, {asked}: {place.widget.name} leaves the stage"
                for place in places
                if place.part == "stage" and not all(division.stage.holds(line.rect) for line in place.lines)
            ]
    assert not wrong, "\n".join(wrong[:12])


def question_of(shown: ShownFrame) -> PredictFacts:
    """Return the facts of the question in a frame."""
    assert shown.still.question is not None
    return shown.still.question


@pytest.mark.parametrize("place", [Rect(10, 20, 400, 300), Rect(0, 0, 1800, 900), Rect(5, 5, 200, 500)])
@pytest.mark.parametrize("asked", ASKED)
def test_the_panel_is_a_function_of_its_rectangle(place: Rect, asked: str) -> None:
    shown = frame(predicting("start-up", ASKED[asked], 100), (1920, 1080))
    widgets = predict_panel(question_of(shown), shown, place, most=100.0)
    assert widgets
    assert all(place.holds(widget.rect) for widget in widgets)
    unit = min(place.w / WIDTH, place.h / HEIGHT)
    assert max(widget.rect.right for widget in widgets) >= place.x + 0.95 * WIDTH * unit
    buttons = [widget for widget in widgets if isinstance(widget, Button)]
    assert all(button.rect.h >= 36 * unit for button in buttons)


def test_a_place_too_small_to_read_has_no_panel() -> None:
    shown = frame(predicting("start-up", (), 100), (1920, 1080))
    assert not predict_panel(question_of(shown), shown, Rect(0, 0, 100, 60), most=1.0)
