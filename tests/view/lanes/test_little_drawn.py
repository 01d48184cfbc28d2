"""Where only cells and pixels are other ones, nothing else of their cards is drawn, or made anew."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario
from game.input.layer_intents import PaintSource
from game.session.reduce import reduce
from game.session.state import State
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.place import GridPlace
from game.ui.widgets.base import Widget
from game.view.image_picture import _image_overlay
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.maps import SmallMap
from game.view.lanes.wires import Wire
from game.view.numbers import NumberLook
from game.view.strip.card import StripCard
from tests.bench.layered import of_layer
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import new_canvas, state, window

SIZE = (1366, 768)
CARDS: tuple[type[Widget], ...] = (SmallMap, ChannelPicture, StripCard)


def named(shown: State, kind: type[Widget]) -> dict[str, Widget]:
    """Return the widgets of a kind."""
    return {one.name: one for one in window(shown, SIZE).widgets if isinstance(one, kind)}


@pytest.mark.parametrize("kind", CARDS, ids=lambda kind: str(kind.__name__))
def test_words_are_drawn_only_where_they_stand(kind: type[Widget], monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    text = Canvas.text

    def told(self: Canvas, words: str, *where: Any) -> int:
        said.append(words)
        return text(self, words, *where)

    monkeypatch.setattr(Canvas, "text", told)
    canvas, cards = new_canvas(SIZE), named(at_end(four_layers(2)), kind)
    assert cards
    for card in cards.values():
        said.clear()
        card.draw(canvas)
        assert said, card.name
        canvas.surface.set_clip(pygame.Rect(_inside(card)))
        said.clear()
        card.draw(canvas)
        canvas.surface.set_clip(None)
        assert all(words.startswith("+") for words in said), card.name  # how many maps have no room


def test_a_wire_is_drawn_along_its_parts_and_not_in_what_they_surround() -> None:
    found = named(state(of_layer(6, 3, 2, 2), 1.4), Wire)
    assert found
    for one in found.values():
        assert sum(part.w * part.h for part in one.drawn_on) < one.rect.w * one.rect.h / 3
        canvas = new_canvas(SIZE)
        before = canvas.surface.copy()
        one.draw(canvas)
        for part in one.drawn_on:
            assert one.rect.holds(part)
            canvas.surface.blit(before, part[:2], part)
        assert pygame.image.tobytes(canvas.surface, "RGB") == pygame.image.tobytes(before, "RGB")


def _inside(card: Widget) -> Rect:
    """Return a part of a card in which none of its words stand."""
    if isinstance(card, StripCard):
        return card.inside
    assert isinstance(card, SmallMap | ChannelPicture)
    return card.grid.rect.inset(1)


def test_other_values_and_shades_are_drawn_in_the_cells_alone() -> None:
    shown = at_end(digit_reader(2))
    before, after = (named(one, SmallMap) for one in (shown, reduce(shown, PaintSource(((2, 2),), 0.5))))
    assert len(after) == 10
    for name, one in after.items():
        then = before[name]
        assert isinstance(one, SmallMap)
        assert isinstance(then, SmallMap)
        assert one.magnitude != then.magnitude
        assert one.changes(then) == (one.grid.rect,)
        assert set(one.changes(then.changed(words="else"))) == {one.visible}


def _overlays(padding: Padding) -> tuple[pygame.Surface, pygame.Surface]:
    """Return what lies over two images that look otherwise: white is another number."""
    canvas, place = new_canvas(SIZE), GridPlace(0, 0, 40, 4, 4)
    image = [[0.0] * 4] * 4
    results = (result_of(Scenario(image, [[1.0]], white=white, padding=padding)) for white in (1.0, 3.0))
    first, second = (_image_overlay(canvas, place, result, NumberLook(12, 2), True) for result in results)
    return first, second


def test_what_lies_over_an_image_without_padding_is_the_same_whatever_is_drawn_white() -> None:
    first, second = _overlays(Padding())
    assert first is second
    first, second = _overlays(Padding(1, 0, 0, 1, "constant", 0.5))
    assert first is not second
