"""The colour picture by hand: M and a click bring it forward, strokes, the wheel, keys and the clipboard use it."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.reading.text import read_numbers
from tests.layers import three_channels

from .hands import Person, pixel


def at_pixel(scenario: Scenario, cell: Cell) -> list[float]:
    return [float(channel[cell.row, cell.column]) for channel in scenario.channels]


def person() -> Person:
    return Person(three_channels(), size=(1366, 768), position=20.0)


def test_m_and_a_click_bring_it_forward_and_m_the_channel_again() -> None:
    hand = person()
    hand.keys("M")
    assert hand.state.mixed
    hand.keys("M")
    assert not hand.state.mixed
    hand.clicks("channel colour")
    assert hand.state.mixed
    hand.clicks("channel G")
    assert not hand.state.mixed


def test_a_stroke_with_red_paints_all_channels_and_is_undone_at_once() -> None:
    hand = person()
    before = hand.state.scenario
    hand.keys("M")
    hand.clicks("brush R")
    hand.drags(pixel(4, 0), pixel(4, 3))
    for column in range(4):
        assert at_pixel(hand.state.scenario, pixel(4, column)) == [3, 0, 0]
    hand.keys("Ctrl+Z")
    assert hand.state.scenario == before
    hand.clicks(pixel(4, 0), button=3)
    assert at_pixel(hand.state.scenario, pixel(4, 0)) == [0, 0, 0]


def test_a_click_with_shift_takes_the_colour() -> None:
    hand = person()
    hand.keys("M")
    hand.clicks("brush B")
    hand.clicks(pixel(4, 0))
    hand.clicks("brush black")
    hand.clicks(pixel(4, 0), shift=True)
    assert hand.state.stroke_colour == (0, 0, 3)


def test_a_number_typed_on_it_goes_to_all_channels() -> None:
    hand = person()
    hand.keys("M")
    hand.clicks(pixel(4, 0))
    hand.clicks(pixel(4, 0))
    hand.types("-2")
    hand.keys("Enter")
    assert at_pixel(hand.state.scenario, pixel(4, 0)) == [-2, -2, -2]


def test_all_three_channels_are_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    hand = person()
    hand.keys("M", "Ctrl+C")
    assert np.array_equal(read_numbers(held[0]).values, hand.state.scenario.tensor)
    assert Cell(GridName.IMAGE, 0, 0) == pixel(0, 0)
