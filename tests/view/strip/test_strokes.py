"""A stroke on a network's source image, with the pointer on it: each frame is as if drawn anew, and is little."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.receptive import tables_of
from game.core.scenario import Scenario
from game.input.intent import Control, Intent
from game.input.interface_intents import Hover
from game.input.layer_intents import PaintSource
from game.input.window_intents import Tick
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.session.state import State
from game.ui.offers import Offers
from game.view.builder import Builder
from game.view.card import Card
from game.view.colours import small_colours
from game.view.compositor import Compositor
from game.view.frame import frame_of
from game.view.lanes import channels as of_channels
from game.view.lanes import maps as of_maps
from game.view.strip import maps as of_strip_maps
from game.view.strip import view as of_strip
from game.view.strip.source import SourceCard
from game.view.window import Window
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import forget_pieces, new_canvas, picture, pixels, state, typeface

SIZE = (1366, 768)
SHOWN = {
    "at the end of shares": at_end(digit_reader(2)),
    "on the way to shares": fronted(state(digit_reader(2), 3.6)),
    "at the end of colours": at_end(four_layers(3)),
    "on the way of the first layer": fronted(state(digit_reader(0), 5.7)),
}
CELLS = [(2, 2), (2, 3), (3, 3), (3, 2), (7, 7), (0, 4), (2, 2)]


def stroke(window: Window) -> list[tuple[Intent, ...]]:
    """Return what a stroke over some pixels does, a frame after the other."""
    card = window.named("layer image")
    assert isinstance(card, SourceCard)
    assert card.grid is not None
    found: list[tuple[Intent, ...]] = []
    for number, cell in enumerate(CELLS):
        at = card.grid.block(*cell, 1, 1).moved(*card.rect[:2]).centre
        value = 0.0 if number == len(CELLS) - 1 else 0.25 * (1 + number % 3)
        found.append((Hover(Control("layer image"), at), PaintSource((cell,), value), Tick(0.02)))
    return found


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_every_frame_of_a_stroke_is_what_would_be_drawn_anew(shown: State) -> None:
    gather, build, compositor, canvas = Gathering(), Builder(), Compositor(), new_canvas(SIZE)
    window = build.window(frame_of(gather(shown), SIZE, typeface()), Offers())
    compositor.draw(canvas, window.widgets)
    for frame in stroke(window):
        for intent in frame:
            shown = reduce(shown, intent)
        window = build.window(frame_of(gather(shown), SIZE, typeface()), Offers())
        drawn = compositor.draw(canvas, window.widgets)
        assert 0 < sum(rect.w * rect.h for rect in drawn) < 0.5 * SIZE[0] * SIZE[1]
        forget_pieces()  # the canvas keeps its own, mended ones
        apart = np.abs(pixels(canvas.surface).astype(int) - pixels(picture(shown, SIZE))).max()
        assert apart == 0, frame


@pytest.mark.parametrize("position", [0.2, 0.3, 0.36, 0.7])
def test_a_pixel_far_from_the_patch_that_changes_what_white_is_changes_the_card_too(position: float) -> None:
    gather, build, compositor, canvas = Gathering(), Builder(), Compositor(), new_canvas(SIZE)
    shown = fronted(state(four_layers(2), position))
    for value in (None, 0.1, 9.0):
        shown = shown if value is None else reduce(shown, PaintSource(((11, 11),), value))
        compositor.draw(canvas, build.window(frame_of(gather(shown), SIZE, typeface()), Offers()).widgets)
        forget_pieces()
        assert np.array_equal(pixels(canvas.surface), pixels(picture(shown, SIZE))), value


def test_what_fields_are_found_by_is_kept_from_pixel_to_pixel(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[object] = []

    def counted(*what: Any) -> Any:
        found.append(what)
        return tables_of(*what)

    monkeypatch.setattr(of_strip, "tables_of", counted)
    gather, build, shown = Gathering(), Builder(), SHOWN["at the end of shares"]
    window = build.window(frame_of(gather(shown), SIZE, typeface()), Offers())
    fields = set()
    for frame in stroke(window):
        for intent in frame:
            shown = reduce(shown, intent)
        widgets = build.window(frame_of(gather(shown), SIZE, typeface()), Offers()).widgets
        fields.add(next(one.rect for one in widgets if one.name == "field layer image"))
    assert len(fields) == len(set(CELLS))
    assert len(found) == 1


def cards_of(*states: State) -> list[Card]:
    """Return the cards of one state after another."""
    gather, build, found = Gathering(), Builder(), list[Card]()
    for shown in states:
        card = build.window(frame_of(gather(shown), SIZE, typeface()), Offers()).named("card")
        assert type(card) is Card
        found.append(card)
    return found


@pytest.mark.parametrize("network", [digit_reader(2), four_layers(3)], ids=["as large as the map", "1 × 1"])
def test_at_the_end_the_outline_of_the_card_stays_whatever_is_painted(network: Scenario) -> None:
    shown = at_end(network)
    before, after = cards_of(shown, reduce(shown, PaintSource(((2, 2), (3, 3)), 0.5)))
    assert before != after
    assert after.changes(before) == ()


def test_on_the_way_the_card_over_painted_pixels_is_drawn_again() -> None:
    shown = fronted(state(digit_reader(2), 3.6))
    before, after = cards_of(shown, reduce(shown, PaintSource(((2, 2),), 0.5)))
    assert set(after.changes(before)) == {before.visible, after.visible}


def test_all_maps_of_a_layer_are_coloured_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shades: list[int] = []

    def counted(grid: Any, *rest: Any) -> Any:
        shades.append(grid.size)
        return small_colours(grid, *rest)

    for module in (of_channels, of_maps, of_strip_maps):
        monkeypatch.setattr(module, "small_colours", counted)
    gather, build, compositor, canvas = Gathering(), Builder(), Compositor(), new_canvas(SIZE)
    shown = SHOWN["at the end of colours"]
    for value in (None, 0.4):
        shown = shown if value is None else reduce(shown, PaintSource(((2, 2),), value))
        shades.clear()
        compositor.draw(canvas, build.window(frame_of(gather(shown), SIZE, typeface()), Offers()).widgets)
        maps = fronted(shown).result.scenario.channels
        assert sum(size == maps[0].size * len(maps) for size in shades) == 1, "what comes to the layer in focus"
        assert len(shades) <= 6, "four cards of the strip, what comes to the layer in focus, and its maps"
