"""The slider of a kept picture's resolution, in the place of the image's sizes."""

from __future__ import annotations

from ..input.layer_intents import SetResolution
from ..session.facts.resolution import ResolutionFacts
from ..ui.frame import LABEL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.slider import MARGIN, Slider
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
