"""What becomes of a picture in the window: its size, its channels, its values, and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.averaging import averaged, fitting, shares
from game.core.counts import with_channel_count, with_filter_count
from game.core.errors import KernelDoesNotFit
from game.core.scenario import startup
from game.files.picture import KEPT, Picture
from game.files.picture_image import size_of, tensor_of, told, with_picture
from tests.core.scenarios import random_pooling

PATH = Path("/somewhere/My photo.jpg")


def of(rows: int, columns: int, channels: int = 3, size: tuple[int, int] | None = None) -> Picture:
    pixels = np.random.default_rng(rows).integers(0, 256, (rows, columns, channels), dtype=np.uint8)
    return Picture(pixels, size or (rows, columns))


@given(st.integers(1, KEPT), st.integers(1, KEPT))
def test_proportions_stay_and_nothing_is_enlarged(rows: int, columns: int) -> None:
    size = fitting((rows, columns), 64)
    assert max(size) == min(64, max(rows, columns))
    for side, own in zip(size, (rows, columns), strict=True):
        exact = own * min(1.0, 64 / max(rows, columns))
        assert 1 <= side <= own
        assert abs(side - exact) <= 0.5 or side == 1


@pytest.mark.parametrize(
    ("own", "size"),
    [((768, 1024), (48, 64)), ((600, 300), (64, 32)), ((2, 1000), (1, 64)), ((1, 1), (1, 1)), ((64, 10), (64, 10))],
)
def test_the_longer_side_is_64_at_most(own: tuple[int, int], size: tuple[int, int]) -> None:
    assert size_of(of(*own, 1)) == size


def test_a_size_that_is_asked_for_is_taken_but_never_enlarges() -> None:
    assert size_of(of(100, 80), (8, 30)) == (8, 30)
    assert size_of(of(5, 80), (8, 30)) == (5, 30)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60), st.integers(1, 60))
def test_means_are_over_equal_areas(rows: int, columns: int, to_rows: int, to_columns: int) -> None:
    values = np.random.default_rng(rows * 61 + columns).integers(0, 256, (rows, columns, 2)).astype(np.uint8)
    size = min(rows, to_rows), min(columns, to_columns)
    down = np.repeat(values.astype(float), size[0], axis=0).reshape(size[0], rows, columns, 2).mean(axis=1)
    both = np.repeat(down, size[1], axis=1).reshape(size[0], size[1], columns, 2).mean(axis=2)
    assert np.allclose(averaged(values, size), both, atol=1e-9)


@given(st.integers(1, 100_000), st.data())
def test_the_shares_of_a_part_are_one_whole(length: int, data: st.DataObject) -> None:
    found = shares(length, data.draw(st.integers(1, min(length, 1024))))
    assert np.allclose(found.weights.sum(axis=1), 1)
    assert np.allclose(np.bincount(found.cells.ravel(), found.weights.ravel(), length).min(), len(found.cells) / length)


def test_white_is_1_and_values_are_levels() -> None:
    assert (tensor_of(Picture(np.full((99, 77, 3), 255, np.uint8), (99, 77)), (13, 7)) == 1).all()
    assert (tensor_of(Picture(np.full((99, 77, 1), 65_535, np.uint16), (99, 77)), (13, 7)) == 1).all()
    picture = of(2, 3)
    assert tensor_of(picture, (2, 3))[1, 0, 2] == int(picture.pixels[0, 2, 1]) / 255
    deep = Picture(np.array([[[1], [40_000]]], np.uint16), (1, 2))
    assert tensor_of(deep, (1, 2)).tolist() == [[[1 / 65_535, 40_000 / 65_535]]]


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kind", ["one kernel", "colour", "four channels", "pooling"])
def test_the_layer_follows_the_channels_and_the_rest_stays(kind: str, channels: int) -> None:
    before: Any = {
        "one kernel": startup().varied(padding=(1, 2)),
        "colour": with_filter_count(with_channel_count(startup(), 3), 4),
        "four channels": with_filter_count(with_channel_count(startup(), 4), 2),
        "pooling": random_pooling(np.random.default_rng(3)),
    }[kind].named("before")
    after = with_picture(before, of(90, 60, channels), PATH)
    assert after.pixel_tensor.shape == (channels, 64, 43)
    assert (after.name, after.white, after.image_name) == ("My photo", 1.0, "")
    assert after.layer.filters == (channels if before.layer.pooling else before.layer.filters)
    assert (after.stride, after.padding) == (before.stride, before.padding)
    if kind == "colour" and channels == 3:
        assert (after.layer.chosen_weights == before.layer.chosen_weights).all()
    after.steps  # noqa: B018 - it is a layer that can be walked


def test_a_picture_under_the_kernels_size_is_refused() -> None:
    with pytest.raises(KernelDoesNotFit):
        with_picture(startup().varied(padding=(0, 0)), of(2, 500), PATH)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (
            of(768, 1024, 3, (3024, 4032)),
            "Opened My photo.jpg: 3024 × 4032, shown at 48 × 64 in colour; Resolution shows more.",
        ),
        (of(100, 50, 1), "Opened My photo.jpg: 100 × 50, shown at 64 × 32 in gray; Resolution shows more."),
        (of(20, 30, 1), "Opened My photo.jpg: 20 × 30 in gray."),
        (of(64, 64, 3), "Opened My photo.jpg: 64 × 64 in colour."),
    ],
)
def test_a_sentence_says_what_was_done(picture: Picture, words: str) -> None:
    assert told(picture, PATH) == words
