"""The facts of Resolution, which stands in the place of the image's sizes while a picture is kept."""

from __future__ import annotations

from ...core.grid import Pair
from ...core.limits import Range
from ...core.resolution import resolution_of
from ...core.scenario import Scenario
from ...value import Value
from ..resolution import allowed_resolutions
from ..state import StillState


class ResolutionFacts(Value):
    """Of a kept picture's resolution: what it is, which the picture has, and which it may have now.

    name: of its file, "" of none. size, own: rows and columns of the image, and of the picture in its file.
    """

    value: int
    whole: Range
    allowed: Range
    name: str
    size: Pair
    own: Pair


def resolution_facts(state: StillState, scenario: Scenario) -> ResolutionFacts | None:
    """Return those of the scenario in focus; None where no picture is kept."""
    if scenario.picture is None:
        return None
    value = resolution_of(scenario)
    locked = state.tour is not None and bool({"image", "image_size"} & set(state.tour.stop.locked))
    allowed = Range(value, value) if locked else allowed_resolutions(state)
    picture = scenario.picture
    return ResolutionFacts(value, picture.resolutions, allowed, picture.name, scenario.pixel_size, picture.own)
