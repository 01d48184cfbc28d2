"""The scenes of the golden pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.core.scenario import startup
from game.files.tour_file import read_tour
from game.input import intents
from game.input.intents import Question
from game.session.guide import Guide
from game.session.reduce import reduce
from game.session.tour import at_stop, begun
from tests.picture import picture, scenario, scenarios, state

if TYPE_CHECKING:
    import pygame

    from game.core.scenario import Scenario

SIZE = (960, 540)
SMALLER = (840, 480)  # so that all pictures together stay small
STEP = 5
PHASES = {"slide": 0.1, "cover": 0.25, "multiply": 0.42, "products": 0.6, "sum": 0.78, "reveal": 0.95, "done": 11.0}
"""Where in the step each phase is looked at; the walk's end lies at 16."""


@dataclass(frozen=True)
class Scene:
    """One picture: a scenario, the walk's position, the theme, and what is open."""

    shown: Scenario
    position: float
    theme: str = "night"
    interface: dict[str, Any] = field(default_factory=dict)
    size: tuple[int, int] = SIZE
    palette: str = "standard"
    done: tuple[intents.Intent, ...] = ()

    tour: int | None = None  # the stop of the first tour, from 0

    def draw(self) -> pygame.Surface:
        """Draw the scene."""
        shown = state(
            self.shown, self.position, settings={"theme": self.theme, "palette": self.palette}, **self.interface
        )
        if self.tour is not None:
            shown = at_stop(begun(shown, read_tour()), self.tour)
        for intent in self.done:
            shown = reduce(shown, intent)
        return picture(shown, self.size)


MARKS = tuple(intents.MarkPixel((row, column), on=True) for row, column in ((1, 1), (1, 2), (2, 1), (2, 2), (5, 2)))
QUESTIONS: dict[str, tuple[intents.Intent, ...]] = {
    "value": (intents.ChooseQuestion(Question.VALUE),),
    "integers": (intents.ChooseQuestion(Question.VALUE), intents.UseIntegers()),
    "size": (intents.ChooseQuestion(Question.SIZE),),
    "pixels": (intents.ChooseQuestion(Question.PATCH), *MARKS),
}
ANSWERS: dict[str, tuple[intents.Intent, ...]] = {
    "value": (intents.PickShade(2), intents.Tick(2.0)),
    "integers": (intents.AnswerKey("7"), intents.AcceptEntry(), intents.Tick(2.0)),
    "size": (intents.AnswerKey("5"), intents.AcceptEntry(), intents.EntryText("4"), intents.AcceptEntry()),
    "pixels": (intents.CheckAnswer(), intents.Tick(0.3)),
}
"""What is asked in Predict, and an answer to it that is wrong."""


def predictions() -> dict[str, Scene]:
    """Return the questions of Predict before and after the answer, in both themes."""
    return {
        f"{theme}-predict-{name}-{when}": Scene(startup(), STEP + 0.65, theme, done=(intents.TogglePredict(), *done))
        for theme in ("night", "daylight")
        for name, asked in QUESTIONS.items()
        for when, done in (("asked", asked), ("answered", asked + ANSWERS[name]))
        if theme == "night" or name != "integers"
    }


def scenes() -> dict[str, Scene]:
    """Return every scene by the name of its picture."""
    first = startup()
    skipped = scenario(size=(10, 10), kernel="ones", kernel_size=(2, 2), stride=(4, 4), padding=(1, 1))
    walk = {
        f"{theme}-{phase}": Scene(first, STEP + fraction, theme)
        for theme in ("night", "daylight")
        for phase, fraction in PHASES.items()
    }
    signed = scenario(kernel="random signed")
    looks = {"signed-high-contrast": Scene(signed, 15.6, "high contrast")} | {
        f"signed-{theme.replace(' ', '-')}-colour-blind": Scene(signed, 15.6, theme, palette="colour-blind")
        for theme in ("night", "daylight", "high contrast")
    }
    return (
        walk
        | predictions()
        | looks
        | {
            "signed": Scene(scenarios()["integers"], 7.6, size=SMALLER),
            "left-over-and-skipped": Scene(scenarios()["stride 4, kernel 2"], 4.6, size=SMALLER),
            "64x64": Scene(scenario("disc", size=(64, 64), kernel="sobel right", stride=(2, 2)), 400.6, size=SMALLER),
            "present-night": Scene(first, STEP + 0.6, interface={"presenting": True}),
            "present-daylight-lens": Scene(
                scenario("noise", size=(16, 16), kernel="random signed", kernel_size=(5, 5)),
                20.45,
                "daylight",
                {"presenting": True},
                SMALLER,
            ),
            "spotlight": Scene(
                first, STEP + 0.6, interface={"spotlight": True, "pointer": (300.0, 200.0)}, size=SMALLER
            ),
            "help": Scene(first, STEP + 0.6, interface={"sheet": "help"}, size=SMALLER),
            "help-filtered": Scene(first, STEP + 0.6, "daylight", {"sheet": "help", "help_filter": "step"}),
            "hint": Scene(first, STEP + 0.6, interface={"guide": Guide(hint="paint")}),
            "not-covered": Scene(first, STEP + 0.6, "daylight", {"guide": Guide(callout_at=-2.0)}),
            **{
                f"{theme}-coverage-{name}": Scene(shown, STEP + 0.6, theme, {"coverage": True})
                for theme in ("night", "daylight")
                for name, shown in (("start-up", first), ("skipped", skipped))
            },
            **{
                f"tour-{theme}-{name}": Scene(first, 0, theme, tour=stop, size=SMALLER)
                for theme in ("night", "daylight")
                for name, stop in (("products", 2), ("stride", 7))
            },
            "list": Scene(first, STEP + 0.6, "daylight", {"popup": "kernel", "highlighted": 3}, SMALLER),
        }
    )
