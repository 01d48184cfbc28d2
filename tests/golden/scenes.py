"""The scenes of the golden pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.core.scenario import startup
from game.session.guide import Guide
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

    def draw(self) -> pygame.Surface:
        """Draw the scene."""
        settings = {"theme": self.theme, "palette": self.palette}
        return picture(state(self.shown, self.position, settings=settings, **self.interface), self.size)


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
            "list": Scene(first, STEP + 0.6, "daylight", {"popup": "kernel", "highlighted": 3}, SMALLER),
        }
    )
