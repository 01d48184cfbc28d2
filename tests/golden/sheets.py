"""The golden pictures of what fills the window: the gallery, the Share sheet, and how a network reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.scenario import startup
from game.files.settings import Settings
from game.input.interface_intents import OpenSheet, ShowDigits
from game.session.reduce import reduce
from game.ui.offers import Offers, ShareOffer
from game.view.compositor import Compositor
from tests.picture import new_canvas, picture, state, window
from tests.session.test_digit_scores import shipped
from tests.shell.hands import Person
from tests.shell.test_gallery import fills

if TYPE_CHECKING:
    import pygame

SIZE = (480, 360)  # so that these stay small


@dataclass(frozen=True)
class Sheet:
    """A picture of something that is drawn in its own way."""

    draw: Callable[[], pygame.Surface]


def gallery() -> pygame.Surface:
    """Draw the gallery as it opens, when all of it is there."""
    person = Person(startup(), SIZE, settings=Settings())
    person.keys("G")
    fills(person)
    canvas = new_canvas(SIZE)
    Compositor().draw(canvas, person.window.widgets)
    return canvas.surface


def share() -> pygame.Surface:
    """Draw what can be handed out where there is ffmpeg."""
    asked = state(startup(), 5.6, settings={"theme": "daylight"}, sheet="share")
    return picture(asked, SIZE, Offers(share=ShareOffer(films=True, length=312, most=800)))


def digits() -> pygame.Surface:
    """Draw the confusion of a trained network, one cell of it chosen, and nothing else of the sheet."""
    asked = state(shipped(), settings={"theme": "daylight"})
    for intent in (OpenSheet("digits"), ShowDigits(confusion=True, pair=(9, 7))):
        asked = reduce(asked, intent)
    shown = window(asked, SIZE).named("confusion")
    assert shown is not None
    return picture(asked, SIZE).subsurface(shown.visible).copy()


def sheets() -> dict[str, Sheet]:
    """Return these pictures by name."""
    return {"gallery": Sheet(gallery), "share": Sheet(share), "digits": Sheet(digits)}
