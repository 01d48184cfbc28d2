"""The README's moving picture is small and short, and shows what the program draws today."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from game.core.chain_results import chain_results
from game.session.state import State
from tests.tools.moving_picture import HEAD, TARGET, WINDOW, Drawer
from tests.tools.moving_scenes import PAUSE, READ, Shot, scenes

NEAR = 40
"""Levels that a channel of a pixel may be off, for 255 colours have to do for all pictures."""
OFF = 0.001
"""The share of pixels that may be further off: less than a word."""


@pytest.fixture(scope="module")
def told() -> list[list[Shot]]:
    """Return the shots of all scenes."""
    return list(scenes())


def share_of(state: State, digit: int) -> float:
    """Return how sure the network is of a digit."""
    return float(chain_results(state.result).outputs[-1][digit][0, 0])


@pytest.fixture(scope="module")
def found(told: list[list[Shot]]) -> list[Image.Image]:
    """Return what the file shows when each scene ends."""
    ends = list(accumulate(len(scene) * PAUSE for scene in told))
    shown: list[Image.Image] = []
    begin = 0.0
    with Image.open(TARGET) as moving:
        for frame in ImageSequence.Iterator(moving):
            begin += frame.info["duration"] / 1000
            if begin > ends[len(shown)] - PAUSE / 2:
                shown.append(frame.convert("RGB"))
    assert begin == pytest.approx(ends[-1])
    return shown


def test_it_is_small_goes_round_for_ever_and_is_over_in_twenty_seconds(told: list[list[Shot]]) -> None:
    data = Path(TARGET).read_bytes()
    assert data[:6] == b"GIF89a"
    assert b"NETSCAPE2.0\x03\x01\x00\x00\x00" in data
    assert len(data) < 1_500_000
    with Image.open(TARGET) as moving:
        assert moving.size == (WINDOW[0], WINDOW[1] + HEAD)
    assert sum(map(len, told)) * PAUSE <= 20


def test_the_end_of_each_scene_is_as_the_program_draws_it_now(told: list[list[Shot]], found: list[Image.Image]) -> None:
    drawer = Drawer()
    for scene, shown in zip(told, found, strict=True):
        drawn = drawer.picture(scene[-1])
        away = np.abs(np.asarray(drawn, int) - np.asarray(shown, int)).max(axis=2)
        assert (away > NEAR).mean() < OFF, "python -m tests.tools.moving_picture makes it anew"


def test_what_is_painted_is_read_as_a_7_and_was_not_before(told: list[list[Shot]]) -> None:
    painting, _, _ = told
    assert share_of(painting[0].state, READ) < 0.2
    assert share_of(painting[-1].state, READ) > 0.9


def test_the_loss_falls_to_nearly_nothing(told: list[list[Shot]]) -> None:
    traces = [shot.state.learn.trace for shot in told[-1]]
    losses = [trace.slopes.loss for trace in traces if trace is not None]
    assert losses == sorted(losses, reverse=True)
    assert losses[0] > 4
    assert losses[-1] < 0.001
