"""The scenes of networks: the four layers tell lines apart, two sums can be swapped, means lose what they lose."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.core.chained import focused, layers_of, of_layers, source_of, with_layer_moved
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.tensors import Tensor
from game.files.shelves import scene_called
from tests.core.chains import source_of as image_of


def scene(name: str) -> Scenario:
    found = scene_called(name).opened
    assert found is not None
    return found.scenario


def drawn(upright: bool, level: bool) -> Tensor:
    """Return an image with lines that are not where those of the scene are."""
    image = np.zeros((1, 8, 8))
    image[0, 1:6, 2] = upright
    image[0, 6, 0:5] = np.maximum(image[0, 6, 0:5], level)
    return image


@pytest.mark.parametrize(("upright", "level", "right"), [(True, False, 0), (False, True, 1), (True, True, 2)])
def test_four_layers_tell_lines_apart_wherever_they_are(upright: bool, level: bool, right: int) -> None:
    network = scene("upright_level_or_both")
    assert len(layers_of(network)) == 4
    drawing = of_layers(network, layers_of(network), 3, image_of(drawn(upright, level)))
    shares = np.ravel(result_of(drawing).maps)
    assert int(shares.argmax()) == right
    assert shares[right] > 0.85


def test_of_an_empty_image_the_shares_add_up_to_1_too() -> None:
    network = scene("upright_level_or_both")
    shares = np.ravel(chain_results(result_of(focused(network, 3).changed())).outputs[-1])
    empty = of_layers(network, layers_of(network), 3, image_of(np.zeros((1, 8, 8))))
    assert np.isclose(np.sum(result_of(empty).maps), 1)
    assert shares.argmax() == 2, "as it is opened there are both"


def test_two_layers_of_sums_may_change_places() -> None:
    network = scene("edges_of_a_blur")
    swapped = with_layer_moved(network, 1)
    one, other = (chain_results(result_of(each)).outputs[-1] for each in (network, swapped))
    np.testing.assert_allclose(np.array(one), np.array(other), atol=1e-12)


def test_the_size_comes_back_and_the_means_do_not_change() -> None:
    network = scene("down_and_up")
    small, large = chain_results(result_of(network)).outputs
    assert large[0].shape == source_of(network).channels[0].shape
    assert np.array_equal(large[0][::2, ::2], small[0])
