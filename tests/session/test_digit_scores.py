"""What a network says to the digits that are held back: worked out from its weights as they are, and no oftener."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.chain import check_shapes
from game.core.chained import focused, layers_of, of_layers, with_layer_removed
from game.core.layers import Convolution
from game.core.operations import Operation
from game.core.padding import padding_of
from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.core.transposed import TransposedConvolution
from game.files import digits
from game.files.digits import own_digits
from game.files.own_reader import reader_layers
from game.input.layer_intents import PaintSource
from game.session import digit_scores
from game.session.digit_scores import scores_of_scenario, why_no_digits
from game.session.reduce import reduce
from game.words.texts import TEXTS
from tests.networks import digit_reader, four_layers
from tests.picture import scenario, state


@lru_cache(maxsize=1)
def shipped(focus: int = 0) -> Scenario:
    """Return the reader that comes with the program over an empty image."""
    return network(*reader_layers(), focus=focus)


def network(*layers: Operation, focus: int = 0, side: int = 8) -> Scenario:
    return of_layers(Scenario(np.zeros((side, side)), np.ones((1, 1))), layers, focus)


def shares_by_hand(layers: tuple[Operation, ...]) -> np.ndarray:
    """Return the shares of the held-back digits, worked out window by window with numpy alone."""
    looking, _, telling = layers
    assert isinstance(looking, Convolution)
    assert isinstance(telling, Convolution)
    held = own_digits().pixels[own_digits().held_back]
    padded = np.pad(held, ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    maps = np.einsum("nrcij,fij->nfrc", windows, looking.weights[:, 0]) + looking.bias[:, None, None]
    pooled = np.maximum(maps, 0).reshape(len(held), -1, 4, 2, 4, 2).max(axis=(3, 5))
    sums = np.einsum("nfrc,kfrc->kn", pooled, telling.weights) + telling.bias[:, None]
    powers = np.exp(sums - sums.max(axis=0))
    found: np.ndarray = powers / powers.sum(axis=0)
    return found


@pytest.mark.parametrize("scenario", [shipped(), digit_reader()], ids=["shipped", "untrained"])
def test_shares_are_those_of_numpy_and_so_are_the_digits_that_are_read(scenario: Scenario) -> None:
    scores, shares = scores_of_scenario(scenario), shares_by_hand(layers_of(scenario))
    kinds = own_digits().kinds[own_digits().held_back]
    assert scores is not None
    assert np.abs(scores.shares - shares).max() < 1e-12
    assert scores.kinds.tolist() == kinds.tolist()
    assert scores.right == (shares.argmax(axis=0) == kinds).sum()


def test_the_shipped_reader_reads_349_of_360() -> None:
    scores = scores_of_scenario(shipped())
    assert scores is not None
    assert (scores.right, len(scores.kinds)) == (349, 360)


def test_the_same_weights_are_not_asked_twice_whichever_layer_is_in_focus() -> None:
    first = scores_of_scenario(shipped())
    assert all(scores_of_scenario(focused(shipped(), number)) is first for number in (2, 1, 0))


def test_a_weight_that_changes_anywhere_changes_the_scores() -> None:
    first, there = scores_of_scenario(shipped()), shipped()
    for number in (0, 2):
        turned = focused(there, number)
        edit = turned.weighed(0, 0, 9.0)
        assert edit is not None
        other = scores_of_scenario(edit.scenario)
        assert other is not None
        assert first is not None
        assert np.abs(other.shares - first.shares).max() > 0.01
        assert np.abs(other.shares - shares_by_hand(layers_of(edit.scenario))).max() < 1e-12


def test_pictures_go_through_in_parts_where_they_take_much_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digit_scores, "AT_ONCE", 7 * 3104)
    edit = shipped().weighed(1, 1, 0.123)
    assert edit is not None
    scores = scores_of_scenario(edit.scenario)
    assert scores is not None
    assert np.abs(scores.shares - shares_by_hand(layers_of(edit.scenario))).max() < 1e-12


TELLING = Convolution(np.ones((10, 1, 8, 8)), activation="softmax")
STAMPING = (
    Pooling("average", (2, 2), (2, 2)),
    TransposedConvolution(np.ones((1, 1, 2, 2)), stride=(2, 2)),
    TELLING,
)
WIDE = Convolution(np.ones((16, 1, 15, 15)), padding=padding_of(14, 14))
WIDER = Convolution(np.ones((16, 16, 15, 15)), padding=padding_of(1, 1))
SMALL = Pooling("max", None)
LAST = Convolution(np.ones((10, 16, 1, 1)), activation="softmax")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (scenario(), "network"),
        (four_layers(), "image"),
        (network(TELLING), "network"),
        (network(SMALL, Convolution(np.ones((10, 1, 1, 1)))), "shares"),
        (network(SMALL, Convolution(np.ones((9, 1, 1, 1)), activation="softmax")), "shares"),
        (network(Pooling("max", (2, 2)), Convolution(np.ones((10, 1, 1, 1)), activation="softmax")), "shares"),
        (network(Pooling("max", (2, 2)), Convolution(np.ones((10, 1, 4, 4)), activation="softmax"), side=9), "image"),
        (network(WIDE, WIDER, SMALL, LAST), "quick"),
        (network(*STAMPING), None),
        (digit_reader(1), None),
    ],
)
def test_only_a_network_that_makes_ten_shares_of_8_by_8_pixels_reads_digits(given: Scenario, why: str | None) -> None:
    found = why_no_digits(given)
    assert found == (None if why is None else f"digits.not.{why}")
    assert found is None or TEXTS[found].endswith(".")
    assert (scores_of_scenario(given) is None) == (why is not None)


def test_digits_that_are_not_there_are_said_and_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digits, "FOLDER", tmp_path)
    digits.own_digits.cache_clear()
    try:
        assert why_no_digits(digit_reader()) == "digits.not.there"
        assert scores_of_scenario(digit_reader()) is None
    finally:
        digits.own_digits.cache_clear()


def test_whether_it_reads_digits_is_not_worked_out_again_for_each_painted_pixel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown, worked = state(shipped(2)), list[object]()

    def counted(*what: Any) -> Any:
        worked.append(what)
        return check_shapes(*what)

    assert why_no_digits(shown.scenario) is None
    monkeypatch.setattr(digit_scores, "check_shapes", counted)
    for value in (0.25, 0.5, 0.75):
        shown = reduce(shown, PaintSource(((2, 2),), value))
        assert why_no_digits(shown.scenario) is None
    assert not worked
    other = with_layer_removed(shown.scenario)
    assert why_no_digits(other) == "digits.not.shares"
    assert worked
