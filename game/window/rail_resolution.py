"""The slider of a kept picture's resolution, in the place of the image's sizes."""

from __future__ import annotations

from ..input.layer_intents import SetResolution
from ..session.facts.resolution import ResolutionFacts
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.label import Label
from ..ui.widgets.slider import MARGIN, Slider
from ..words.numbers import size_text
from ..words.texts import text


def resolution_slider(facts: ResolutionFacts, frame: Frame, place: Rect) -> Slider:
    """Return the slider; where the picture has but one resolution, all of its track is hatched."""
    (low, high), (first, last) = facts.whole, facts.allowed
    tip = text("tooltip.resolution", low=int(low), high=int(high))
    if first > low:
        tip += "\n" + text("tooltip.limit.from", low=int(first))
    return Slider(
        **frame.met("resolution", place.inset(-frame.px(MARGIN), 0)),
        about=tip,
        intent=SetResolution(facts.value),
        shown=str(facts.value),
        allowed=(first, last),
        size=frame.size(LABEL),
        label=text("quantity.resolution"),
        ends=(low, max(high, low + 1)),
        hue="source",
    )


def picture_size(facts: ResolutionFacts, frame: Frame, place: Rect) -> Label:
    """Return how large the image is, and the picture that it was made of, as far as there is room for that."""
    words, size = text("rail.picture", size=size_text(facts.size), own=size_text(facts.own)), frame.size(SMALL)
    font = frame.type.largest(words, place.w, False, size)
    return frame.label("picture size", place, words, font or size, "dim")


def cut_in_the_middle(name: str, most: int) -> str:
    """Return a name, what is too much in its middle being an ellipsis: its begin and its end tell it from others."""
    if len(name) <= most:
        return name
    end = (most - 1) // 2
    return f"{name[: most - 1 - end].rstrip()}…{name[-end:].lstrip()}"
