"""Images of more than 64 rows and columns: what takes them, and what makes none of them."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import images
from game.core.errors import OutOfRange
from game.core.named import image_name_of
from game.core.pooling import Pooling
from game.core.resize import allowed, image_in, with_pair
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.updates import updated


def large(rows: int = 256, columns: int = 200, channels: int = 3, side: int = 7) -> Scenario:
    """Return a picture in channels under filters, with pixels as a photo has them."""
    rng = np.random.default_rng(5)
    image = tuple(rng.integers(0, 256, (channels, rows, columns)) / 255)
    return Scenario(image, rng.integers(-9, 10, (2, channels, side, side)) / 10)


def test_a_picture_has_its_maps_and_they_follow_what_is_painted() -> None:
    scenario = large()
    found = result_of(scenario)
    assert found.sums.shape == (2, 250, 194)
    patch = scenario.tensor[:, 249:256, 193:200]
    assert found.output[249, 193] == pytest.approx(float((patch * scenario.layer.weights[0]).sum()))
    edit = scenario.painted([(255, 199), (100, 100)], 0.0)
    assert edit is not None
    assert np.array_equal(updated(found, edit.scenario, edit).sums, result_of(edit.scenario).sums)


def test_the_slider_leads_a_picture_into_its_range_and_leaves_the_other_side() -> None:
    scenario = large()
    assert allowed(scenario, "image size", 0) == (7, 64)
    made = with_pair(scenario, "image size", (50, 200))
    assert made.image_size == (50, 200)
    assert np.array_equal(made.image, scenario.image[:50])
    for refused in ((255, 200), (256, 201)):
        with pytest.raises(OutOfRange):
            image_in(scenario, refused)
    assert allowed(scenario.changed(pooling=Pooling("max", (2, 2))), "image size", 1) == (2, 64)


def test_where_only_a_picture_is_large_enough_its_size_stays() -> None:
    wide = large(200, 200, 1, 15).varied(dilation=(8, 8))
    assert allowed(wide, "image size", 0) == (200, 200)


def test_no_picture_has_a_name() -> None:
    assert images.reason_against("ones", (65, 3)) == "too large"
    assert image_name_of(np.ones((1, 65, 65)), 1.0, 1) == ""
    assert image_name_of(np.ones((3, 65, 65)), 1.0, 1) == ""
