"""A picture that is opened over a network is its source image, whichever layer is in focus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core.chain import check_shapes
from game.core.chained import focus_of, focused, layers_of, of_layers, source_of
from game.core.errors import LayerDoesNotFit
from game.core.layers import Convolution
from game.core.scenario import Scenario
from game.files.picture import Picture
from game.files.picture_image import with_picture
from tests.networks import digit_reader


def picture(rows: int, columns: int, channels: int) -> Picture:
    """Return a picture of random pixels."""
    pixels = np.random.default_rng(1).integers(0, 255, (rows, columns, channels), np.uint8)
    return Picture(pixels, (rows, columns))


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_a_picture_over_a_network_is_its_source_image_in_all_its_channels(focus: int) -> None:
    opened = with_picture(focused(digit_reader(), focus), picture(30, 20, 3), Path("a.png"))
    assert source_of(opened).shape == (3, 30, 20)
    assert focus_of(opened) == 0
    assert check_shapes(layers_of(opened), (3, 30, 20)) == ((4, 30, 20), (4, 15, 10), (10, 1, 1))


def sliding() -> Scenario:
    """Return a network whose last layer has kernels of a size of their own."""
    return of_layers(digit_reader(), (*layers_of(digit_reader())[:2], Convolution(np.ones((1, 4, 4, 4)))), 0)


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_kernels_of_a_size_of_their_own_slide_over_all_of_it(focus: int) -> None:
    opened = with_picture(focused(sliding(), focus), picture(30, 20, 1), Path("a.png"))
    assert check_shapes(layers_of(opened), (1, 30, 20))[-1] == (1, 12, 7)


def test_one_that_is_too_small_for_a_later_layer_is_refused_with_its_number() -> None:
    with pytest.raises(LayerDoesNotFit) as refused:
        with_picture(focused(sliding(), 1), picture(5, 5, 1), Path("a.png"))
    assert refused.value.values()["layer"] == 3
