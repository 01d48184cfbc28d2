"""The scenes of the golden pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.core.scenario import startup
from game.files.tour_file import read_tour
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

    tour: int | None = None  # the stop of the first tour, from 0

    def draw(self) -> pygame.Surface:
        """Draw the scene."""
        if self.tour is not None:
            own = state(settings={"theme": self.theme})
            return picture(at_stop(begun(own, read_tour()), self.tour), self.size)
        return picture(state(self.shown, self.position, settings={"theme": self.theme}, **self.interface), self.size)


def scenes() -> dict[str, Scene]:
    """Return every scene by the name of its picture."""
    first = startup()
    walk = {
        f"{theme}-{phase}": Scene(first, STEP + fraction, theme)
        for theme in ("night", "daylight")
        for phase, fraction in PHASES.items()
    }
    return walk | {
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
        "spotlight": Scene(first, STEP + 0.6, interface={"spotlight": True, "pointer": (300.0, 200.0)}, size=SMALLER),
        "help": Scene(first, STEP + 0.6, interface={"sheet": "help"}, size=SMALLER),
        "tour-night-products": Scene(first, 0, tour=2, size=SMALLER),
        "tour-daylight-products": Scene(first, 0, "daylight", tour=2, size=SMALLER),
        "tour-night-stride": Scene(first, 0, tour=7, size=SMALLER),
        "tour-daylight-stride": Scene(first, 0, "daylight", tour=7, size=SMALLER),
        "list": Scene(first, STEP + 0.6, "daylight", {"popup": "kernel", "highlighted": 3}, SMALLER),
    }
