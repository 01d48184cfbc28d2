"""Intents of Predict: the question is chosen, answered and told before the walk shows it. No undo entries."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from .intent import Intent

if TYPE_CHECKING:
    from ..core.scenario import Pair


class Question(Enum):
    """What Predict asks for: the value of the next cell, the size of the output, or the pixels covered next."""

    VALUE = "value"
    SIZE = "size"
    PATCH = "patch"


class PredictIntent(Intent):
    """What Predict can be asked for."""


class TogglePredict(PredictIntent, settles=True, begins="predict"):
    """Begin to predict, or leave it."""


class ChooseQuestion(PredictIntent, settles=True):
    """Ask this kind of question from now on; the one that is open is asked anew."""

    question: Question


class ChooseForm(PredictIntent, settles=True):
    """Have the value typed as a number, or picked from four shades."""

    typed: bool


class PickShade(PredictIntent):
    """Answer with one of the four shades, by its index."""

    index: int


class AnswerKey(PredictIntent):
    """A digit or a sign that was typed: the number of a shade, or the first character of a typed answer."""

    text: str = ""


class MarkPixel(PredictIntent):
    """Mark a pixel (row, column; padding has them too) as covered next, or take its mark away."""

    pixel: Pair
    on: bool


class CheckAnswer(PredictIntent):
    """Take the marked pixels as the answer; where one is typed, open it for typing."""


class ResetTally(PredictIntent):
    """Count right answers and tries from 0."""


class UseIntegers(PredictIntent, settles=True):
    """Take an image and a kernel of small integers, with which one can reckon in the head."""
