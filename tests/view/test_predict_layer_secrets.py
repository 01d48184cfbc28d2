"""Predict leaks nothing of a layer: the picture is the same whatever numbers its maps hold that are not told yet.

The sums of all filters are changed, in the map that is being made and in those to come; and how many maps and weights a
layer has is written nowhere while it is asked.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from game.core.result import Result
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName, Target
from game.input.mode_intents import Question, TogglePredict
from game.input.walk_intents import BringChannel, NextStop
from game.play.walk import made_of
from game.session.predict import is_hidden, position_shown
from game.session.reduce import reduce
from game.session.state import State

from .predicting import HOVERS, asking, copied, drawn, same, with_interface

SIZES = ((1366, 768), (1920, 1080), (800, 600))
IMAGE = np.arange(75).reshape(3, 5, 5) % 4.0
WEIGHTS = np.arange(48).reshape(4, 3, 2, 2) % 5 - 2.0
COLOUR = Scenario(IMAGE, WEIGHTS, white=3, bias=[0, 1, 2, 3], activation="relu")
SHADES = Scenario(IMAGE / 4, WEIGHTS / 3, bias=[0.5, 1, 2, 3], activation="tanh")
CELLS = COLOUR.varied(order="cell by cell")
MANY = Scenario(np.arange(6 * 36).reshape(6, 6, 6) % 4.0, np.arange(72).reshape(3, 6, 2, 2) % 5 - 2.0, white=3)
DEPTHWISE = Scenario(IMAGE, WEIGHTS[:3, :1], white=3, groups=3)
LAYERS = {"colour": COLOUR, "shades": SHADES, "cells": CELLS, "many": MANY, "depthwise": DEPTHWISE}
FRACTIONS = (0.0, 0.25, 0.42, 0.52, 0.69, 0.72, 0.89, 0.95)


def otherwise(shown: State) -> State:
    """Return the state with other sums in every cell of every map that does not stand."""
    result, sums = shown.result, shown.result.sums.copy()
    for number, made in enumerate(made_of(result.scenario, position_shown(shown))):
        own = sums[number].ravel()
        own[made:] = own[made:] * 0.37 - 1.3
    return shown.changed(result=Result(result.scenario, sums, result.padded_images, result.arithmetic))


@pytest.mark.parametrize("name", LAYERS)
def test_no_value_of_any_map_is_seen_in_any_phase(name: str) -> None:
    for fraction in FRACTIONS:
        asked = asking(Question.VALUE, 17 + fraction, LAYERS[name])
        assert is_hidden(asked)
        same(asked, otherwise(asked))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("mode", [{}, {"presenting": True}, {"stacked": True, "rise": 1.0}], ids=str)
def test_no_value_of_any_map_is_seen_in_any_view(size: tuple[int, int], mode: dict[str, Any]) -> None:
    asked = with_interface(asking(Question.VALUE, 17.85, COLOUR), **mode)
    same(asked, otherwise(asked), size)


@pytest.mark.parametrize("hover", HOVERS, ids=str)
def test_no_value_of_any_map_is_seen_whatever_is_pointed_at(hover: Target | None) -> None:
    for question in (Question.VALUE, Question.PATCH, Question.SIZE, Question.MAPS):
        asked = with_interface(asking(question, 17.85, COLOUR), hover=hover)
        same(asked, otherwise(asked))


def test_a_channel_that_is_brought_forward_tells_no_value() -> None:
    asked = asking(Question.VALUE, 17.85, COLOUR)
    for channel in range(3):
        brought = reduce(asked, BringChannel(channel))
        assert brought.result.scenario.channel == channel
        same(brought, otherwise(brought))


def test_the_change_of_sums_would_be_seen_without_predict() -> None:
    told = reduce(asking(Question.VALUE, 17.95, COLOUR), TogglePredict())
    with pytest.raises(AssertionError):
        same(told, told.changed(result=otherwise(asking(Question.VALUE, 17.95, COLOUR)).result))


def test_copying_a_map_gives_told_cells_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = with_interface(asking(Question.VALUE, 18.85, COLOUR), hover=Cell(GridName.OUTPUT, 0, 0))
    cells = copied(asked, monkeypatch).replace("\n", "\t").split("\t")
    assert "?" not in cells[:2]
    assert cells[2:] == ["?"] * 14


COUNTS = re.compile(r"\b48\b|\b52\b|\bmaps?\b.*\b4\b|\b4 maps|\b4 filters|of 4\b|\b64\b", re.IGNORECASE)


def telling(texts: list[str]) -> list[str]:
    """Return what of some texts tells how many maps and weights the layer has."""
    return [words for words in texts if COUNTS.search(words)]


MODES: tuple[dict[str, Any], ...] = ({}, {"presenting": True}, {"rail_open": True})


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_count_of_maps_is_seen_while_it_is_asked(mode: dict[str, Any]) -> None:
    asked = with_interface(asking(Question.MAPS, 20.0, COLOUR), **mode)
    for hover in HOVERS:
        found, texts, _ = drawn(with_interface(asked, hover=hover))
        assert not telling(texts)
        assert not [widget.name for widget in found.widgets if re.fullmatch(r"map \d+", widget.name)]


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_of_the_weights_is_seen_what_they_follow_from_and_not_how_many_there_are(mode: dict[str, Any]) -> None:
    asked = with_interface(asking(Question.WEIGHTS, 20.0, COLOUR), **mode)
    for hover in HOVERS:
        _, texts, _ = drawn(with_interface(asked, hover=hover))
        assert "4 filters, each over 3 channels; without biases." in texts
        assert not [words for words in texts if re.search(r"\b48\b|\b52\b", words)]


@pytest.mark.parametrize("question", [Question.MAPS, Question.WEIGHTS])
def test_the_count_is_seen_once_it_is_told(question: Question) -> None:
    told = reduce(asking(question, 20.0, COLOUR), NextStop())
    found, texts, _ = drawn(told)
    assert telling(texts)
    assert [widget.name for widget in found.widgets if re.fullmatch(r"map \d+", widget.name)]


def test_a_count_stands_where_it_is_made_of() -> None:
    _, texts, _ = drawn(reduce(asking(Question.WEIGHTS, 0.0, COLOUR), NextStop()))
    assert "4 filters × 3 channels × 2 × 2 = 48." in texts
    _, texts, _ = drawn(reduce(asking(Question.MAPS, 0.0, COLOUR), NextStop()))
    assert "4 filters: 4 maps, one each." in texts
