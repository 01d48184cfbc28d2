"""What a first start offers beside its scene: the guided tour. It waits to be taken or left, and moves nothing."""

from __future__ import annotations

from ..input.effects import OpenTour
from ..input.window_intents import DismissOffer
from ..ui.frame import BODY, Frame
from ..ui.geometry import Rect
from ..ui.layout import MARGIN
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..words.texts import text
from .actions import Action, action_button

SMALLEST = 44
"""Device pixels that the card is high at least: enough for a finger."""
LEAST_SIZE = 10
"""The smallest font size in which it is still worth offering."""


def offer(frame: Frame, places: Stage, words: tuple[Widget, ...], taken: int) -> tuple[Widget, ...]:
    """Return the words about the step, and the offer below them; where both have no room, the offer alone.

    `taken`: device pixels that the words of any step take, so that the offer stands still while they change.
    """
    height = max(SMALLEST, frame.px(56))
    note = places.note
    below = taken + frame.px(20)
    if note.h >= below + height:
        return *words, *_card(frame, Rect(note.x, note.y + below, _width(frame, places), height))
    return _card(frame, _alone(frame, places, height)) or words


def _alone(frame: Frame, places: Stage, height: int) -> Rect:
    """Return the place of the offer alone: under the legend, or on a tall stage under kernel and products."""
    px, note, kernel = frame.px, places.note, places.kernel.rect
    least = places.legend.bottom + px(8)
    if note.bottom - least >= SMALLEST or places.products.y != kernel.y:
        height = min(height, note.bottom - least)
        return Rect(note.x, min(note.y, note.bottom - height), _width(frame, places), height)
    top, bottom = kernel.bottom + px(24), frame.layout.stage.bottom - px(MARGIN)
    return Rect(kernel.x, top, places.output.x - px(40) - kernel.x, min(height, bottom - top))


def _width(frame: Frame, places: Stage) -> int:
    """Return how wide the offer may be under the output: in a small window its words need the stage's margin too."""
    return frame.layout.stage.right - frame.px(MARGIN) - places.note.x


def _card(frame: Frame, room: Rect) -> tuple[Widget, ...]:
    """Return the card at the left of a room: what takes the tour, and a × that sends the offer away.

    Its words are as large as the room allows; where that is too small there is no card.
    """
    px, label = frame.px, text("offer.tour")
    cross = min(room.h, max(SMALLEST, px(48)))
    beside = cross + px(22 + 8 + 30)  # besides the words: the ×, the icon with its gap, and the margins
    size = frame.type.largest(label, room.w - beside, False, frame.size(BODY))
    if size < LEAST_SIZE or room.h < SMALLEST:
        return ()
    card = Rect(room.x, room.y, frame.type.width(label, size, False) + beside, room.h)
    inner = card.inset(px(3))
    take = Rect(inner.x, inner.y, inner.w - cross, inner.h)
    tour = Action("take the tour", "graduation-cap", text("bar.tour"), OpenTour(), label)
    leave = Action("leave the offer", "x", text("offer.leave"), DismissOffer())
    return (
        frame.box("offer", card, 10),
        action_button(frame, tour, take, size=size),
        action_button(frame, leave, Rect(take.right, inner.y, cross, inner.h)),
    )
