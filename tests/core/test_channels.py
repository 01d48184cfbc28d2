"""Images by name with channels: what they hold, that adding one changes no other, and which name fits."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import channels, colour_images, images
from game.core.channel_streams import random_channel
from game.core.errors import DoesNotApply, NotWhole, OutOfRange, UnknownName
from game.core.random_field import random_field
from game.core.tensors import Tensor

SIZES = [(rows, columns) for rows in (*range(1, 13), 31, 64) for columns in (*range(1, 13), 33, 64)]
COLOUR_NOISE_OF_SEED_ONE = [[0.36, 0.48, 0.42], [0.83, 0.28, 0.6], [0.27, 0.84, 0.3]]


@pytest.mark.parametrize("name", colour_images.NAMES)
def test_a_colour_image_has_three_channels_in_range_wherever_nothing_speaks_against_it(name: str) -> None:
    for size in SIZES:
        if colour_images.reason_against(name, size) is None:
            image = colour_images.make(name, size, 7)
            assert image.shape == (3, *size)
            assert image.dtype == np.float64
            assert not image.flags.writeable
            assert image.min() >= 0
            assert image.max() <= colour_images.white_of(name)
            assert np.array_equal(image, np.round(image, 2))
        else:
            with pytest.raises(DoesNotApply):
                colour_images.make(name, size, 7)


@pytest.mark.parametrize("name", colour_images.NAMES)
def test_no_channel_of_a_colour_image_is_empty_or_like_another(name: str) -> None:
    for size in SIZES:
        if colour_images.reason_against(name, size) is None and min(size) > 2:
            red, green, blue = colour_images.make(name, size, 7)
            for one, other in ((red, green), (green, blue), (blue, red)):
                assert one.any()
                assert not np.array_equal(one, other)


def test_names_are_no_gray_images_and_unknown_ones_and_sizes_are_refused() -> None:
    assert not set(colour_images.NAMES) & set(images.NAMES)
    for ask in (lambda: colour_images.make("cat", (8, 8), 1), lambda: colour_images.white_of("ramp")):
        with pytest.raises(UnknownName) as caught:
            ask()
        assert (caught.value.kind, caught.value.allowed) == ("image", colour_images.NAMES)
    for ask_any in (lambda: channels.make("cat", (1, 8, 8), 1), lambda: channels.white_of("cat")):
        with pytest.raises(UnknownName) as caught:
            ask_any()
        assert caught.value.allowed == channels.NAMES
    with pytest.raises(OutOfRange):
        colour_images.make("flag", (65, 1), 1)
    with pytest.raises(OutOfRange):
        channels.make("noise", (17, 8, 8), 1)


def test_small_sizes_have_a_reason_against_them() -> None:
    for name, size in (("colour discs", (2, 9)), ("landscape", (3, 4)), ("flag", (9, 2)), ("colour ramps", (1, 9))):
        assert colour_images.reason_against(name, size) == channels.reason_against(name, size) == "too small"
    assert channels.reason_against("digit", (3, 3)) == "too small"
    assert colour_images.reason_against("colour noise", (1, 1)) is None


def test_discs_mix_as_lamps_do() -> None:
    mixed = {tuple(pixel) for pixel in colour_images.make("colour discs", (16, 16), 1).reshape(3, -1).T}
    assert mixed == {(red, green, blue) for red in (0, 1) for green in (0, 1) for blue in (0, 1)}


def test_the_flag_is_blue_white_and_red_in_thirds() -> None:
    for columns in (3, 6, 9, 63):
        flag = colour_images.make("flag", (2, columns), 1)
        third = columns // 3
        for place, colour in enumerate(((0, 0, 1), (1, 1, 1), (1, 0, 0))):
            stripe = flag[:, :, place * third : (place + 1) * third]
            assert (stripe == np.array(colour)[:, None, None]).all()


def test_the_ramps_reach_from_end_to_end() -> None:
    red, green, blue = colour_images.make("colour ramps", (5, 11), 1)
    assert red[3].tolist() == [place / 10 for place in range(11)]
    assert green[:, 4].tolist() == [0, 0.25, 0.5, 0.75, 1]
    assert (blue[0, 0], blue[4, 10]) == (1, 0)


def test_the_landscape_has_sky_sun_meadow_and_from_twelve_pixels_on_a_house() -> None:
    for side, house in ((4, False), (11, False), (12, True), (64, True)):
        picture = colour_images.make("landscape", (side, side), 1)
        pixels = {tuple(pixel) for pixel in picture.reshape(3, -1).T.tolist()}
        assert {(1.0, 0.9, 0.2), (0.4, 0.7, 0.2)} <= pixels
        assert ((0.8, 0.2, 0.1) in pixels) == ((0.9, 0.9, 0.8) in pixels) == house
        assert picture[2, 0].min() >= 0.2
        assert picture[:, -1].argmax(axis=0).tolist() == [1] * side


@pytest.mark.parametrize(("name", "gray"), [("colour noise", "noise"), ("small integers in colour", "integers")])
def test_random_colour_goes_on_from_the_gray_image_and_to_larger_ones(name: str, gray: str) -> None:
    large = colour_images.make(name, (64, 64), 5)
    assert np.array_equal(large[0], images.make(gray, (64, 64), 5))
    assert colour_images.white_of(name) == images.white_of(gray)
    for rows, columns in ((1, 1), (8, 8), (3, 40)):
        assert np.array_equal(colour_images.make(name, (rows, columns), 5), large[:, :rows, :columns])
    assert not np.array_equal(large[1], colour_images.make(name, (64, 64), 6)[1])
    assert len({channel.tobytes() for channel in channels.make(gray, (16, 8, 8), 5)}) == 16


def test_small_integers_in_colour_are_zero_to_three() -> None:
    assert set(colour_images.make("small integers in colour", (32, 32), 3).ravel()) == {0, 1, 2, 3}


def test_streams_with_names_never_change_and_are_no_stream_without() -> None:
    assert colour_images.make("colour noise", (1, 3), 1)[:, 0].tolist() == COLOUR_NOISE_OF_SEED_ONE
    assert colour_images.make("small integers in colour", (1, 4), 1)[1].tolist() == [[1.0, 0.0, 3.0, 0.0]]
    named = random_field(1, (4, 4), 0, 0, 100, 100, "channel 2")
    assert np.array_equal(named[:, :4], random_field(1, (4, 4), 0, 0, 100, 100, "channel 2"))
    fields = [random_field(seed, (4, 4), 0, 0, 100, 100, name) for seed in (1, 2**32 - 1) for name in ("", "a", "b")]
    assert len({field.tobytes() for field in fields}) == 6


def test_a_name_with_any_number_of_channels() -> None:
    digit = images.make("digit", (8, 8), 1)
    assert all(np.array_equal(channel, digit) for channel in channels.make("digit", (4, 8, 8), 1))
    discs = colour_images.make("colour discs", (8, 8), 1)
    assert np.array_equal(channels.make("colour discs", (2, 8, 8), 1), discs[:2])
    five = channels.make("colour discs", (5, 8, 8), 1)
    assert np.array_equal(five[:3], discs)
    assert not five[3:].any()
    for name in channels.NAMES:
        for count in (1, 2, 3, 16):
            assert channels.make(name, (count, 8, 9), 2).shape == (count, 8, 9)
    with pytest.raises(DoesNotApply):
        channels.make("digit", (3, 2, 2), 1)


@pytest.mark.parametrize("name", channels.NAMES)
@pytest.mark.parametrize("count", [2, 3, 7])
def test_each_image_is_recognised_in_its_own_look(name: str, count: int) -> None:
    image, white = channels.make(name, (count, 8, 9), 9), channels.white_of(name)
    found = channels.recognise(image, white, 9)
    if count == 3 or name in images.NAMES:
        same = {"noise": "colour noise", "integers": "small integers in colour"} if count == 3 else {}
        assert found == same.get(name, name)
        changed = image.copy()
        changed[-1, -1, -1] += 0.001
        assert channels.recognise(changed, white, 9) == ""
        assert channels.recognise(image, 2.5, 9) == ("empty" if name == "empty" else "")
    else:
        assert found in ("", colour_images.RANDOM.get(name))


def test_one_channel_is_recognised_as_ever() -> None:
    for name in images.NAMES:
        gray = images.make(name, (8, 9), 9)
        assert channels.recognise(gray[None], images.white_of(name), 9) == name
    assert channels.recognise(channels.make("noise", (2, 8, 8), 9), 1, 8) == ""


def kept(image: Tensor, count: int, name: str, white: float = 999.0) -> Tensor:
    """Return the image with so many channels, those that it has being the same."""
    found = channels.with_channels(image, count, name, 5, white)
    assert found.shape == (count, *image.shape[1:])
    assert not found.flags.writeable
    both = min(count, len(image))
    assert np.array_equal(found[:both], image[:both])
    return found


@pytest.mark.parametrize("name", channels.RANDOM)
def test_new_channels_of_a_random_image_go_on_from_its_seed(name: str) -> None:
    gray = colour_images.RANDOM.get(name, name)
    one = images.make(gray, (6, 7), 5)[None]
    painted = one.copy()
    painted[0, 0, 0] = 0.123
    for image in (one, painted):
        grown = kept(image, 16, name)
        for channel in range(1, 16):
            assert np.array_equal(grown[channel], random_channel(gray, channel, (6, 7), 5))
        assert np.array_equal(kept(kept(grown, 2, name), 16, name), grown)
    assert kept(one, 3, name, white=0.5)[1:].max() <= 0.5


def test_a_gray_image_stays_gray_and_a_colour_image_gets_its_colours_back() -> None:
    painted = images.make("digit", (8, 8), 5).copy()
    painted[0, 0] = 0.77
    for name in ("digit", ""):
        three = kept(kept(painted[None], 2, name), 3, name)
        assert all(np.array_equal(channel, painted) for channel in three)
    discs = colour_images.make("colour discs", (8, 8), 5)
    assert np.array_equal(kept(kept(discs, 1, "colour discs"), 3, "colour discs"), discs)
    assert not kept(discs, 5, "colour discs")[3:].any()
    assert not kept(discs, 4, "")[3:].any()
    assert not kept(discs, 4, "digit")[3:].any()


def test_counts_out_of_range_are_refused() -> None:
    image = np.zeros((1, 2, 2))
    for count in (0, 17):
        with pytest.raises(OutOfRange):
            channels.with_channels(image, count, "", 1)
    with pytest.raises(NotWhole):
        channels.with_channels(image, 1.5, "", 1)  # type: ignore[arg-type]
