"""What a person wants of the modes: to compare, to present, to predict."""

from __future__ import annotations

from enum import Enum

from ..core.scenario import Pair
from .intent import Intent, Side


class CompareIntent(Intent):
    """What two settings side by side can be asked for."""


class ToggleCompare(CompareIntent, settles=True, begins="compare"):
    """Show a second setting beside the first, or the first alone again."""


class CompareWith(CompareIntent, settles=True, begins="compare"):
    """Show a setting, as a `core.scenario.Scenario` has it, on side B; where it does not fit, what is there stays."""

    setting: object


class FocusSide(CompareIntent, settles=True):
    """Let a side have the rail, and the edits of kernel, stride and padding; None: the other one."""

    side: Side | None = None


class SwapSides(CompareIntent, settles=True):
    """Let the two sides change places: side B leads then."""


class CopySide(CompareIntent, settles=True):
    """Give side B the setting of side A."""


class ToggleSharedScale(CompareIntent):
    """Shade both outputs by one scale, or each by its own."""


class PresentIntent(Intent):
    """What a talk in front of a class can be asked for."""


class StartPresent(PresentIntent, of_remote=True):
    """Give the whole screen to the grids; where they have it, nothing happens."""


class TogglePresent(PresentIntent, of_remote=True):
    """Give the whole screen to the grids, or go back to the window."""


class Blank(PresentIntent, of_remote=True):
    """Blank the screen, "black" or "white"."""

    colour: str


class Unblank(PresentIntent, of_remote=True):
    """Show the screen again."""


class ToggleSpotlight(PresentIntent):
    """Dim everything but the surroundings of the pointer, or show all again."""


class HoldSpotlight(PresentIntent):
    """Keep the spotlight on while a button is held."""

    on: bool


class Mark(PresentIntent):
    """Leave a mark at a point of the window, which fades."""

    x: float
    y: float


class TurnLens(PresentIntent):
    """Show the next terms in the lens."""


class Question(Enum):
    """What Predict asks for: the value of the next cell, the size of the output, or the pixels covered next.

    Of a layer with several channels or filters also how many maps it makes, and how many weights it has.
    """

    VALUE = "value"
    SIZE = "size"
    PATCH = "patch"
    MAPS = "maps"
    WEIGHTS = "weights"

    @property
    def of_a_step(self) -> bool:
        """Whether it is about a step of the walk; else about the whole walk, which stands at its start meanwhile."""
        return self in (Question.VALUE, Question.PATCH)

    @property
    def counts(self) -> bool:
        """Whether it asks how many of something a layer has."""
        return self in (Question.MAPS, Question.WEIGHTS)


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
