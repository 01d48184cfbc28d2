"""A kept picture: its image at a resolution is the means of its areas, in its own levels; when it stays, and goes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from game.core.convolution import arithmetic
from game.core.counts import with_channel_count, with_filter_count, with_output
from game.core.errors import ConvolutionError, DoesNotApply, KernelDoesNotFit, NotAGrid, NotWhole, OutOfRange
from game.core.kept_picture import KeptPicture
from game.core.resize import reseed, with_pair
from game.core.resolution import resolution_of, resolutions_of, with_kept_picture, with_resolution
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from tests.core.scenarios import random_pooling


def pictured(rows: int, columns: int, channels: int = 3, kind: type[np.unsignedinteger[Any]] = np.uint8) -> KeptPicture:
    random = np.random.default_rng(rows * 1025 + columns)
    return KeptPicture(random.integers(0, np.iinfo(kind).max + 1, (rows, columns, channels), dtype=kind))


def kept(picture: KeptPicture, resolution: int | None = None) -> Scenario:
    return with_kept_picture(startup(), picture, resolution)


def mean_of_area(picture: KeptPicture, size: tuple[int, int], cell: tuple[int, int], channel: int) -> Fraction:
    """Return the true mean of an area, by adding up what each pixel has in it."""
    total, spans = Fraction(0), list[list[tuple[int, Fraction]]]()
    for axis in (0, 1):
        length = Fraction(picture.size[axis], size[axis])
        low, high = cell[axis] * length, (cell[axis] + 1) * length
        shares = ((n, min(high, Fraction(n + 1)) - max(low, Fraction(n))) for n in range(picture.size[axis]))
        spans.append([(n, share / length) for n, share in shares if share > 0])
    for row, down in spans[0]:
        for column, across in spans[1]:
            total += int(picture.pixels[row, column, channel]) * down * across
    return total


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([(1, "uint8"), (3, "uint8"), (1, "uint16")]), st.data())
def test_each_pixel_is_the_level_nearest_to_the_mean_of_its_area(
    rows: int, columns: int, kind: tuple[int, str], data: st.DataObject
) -> None:
    picture = pictured(rows, columns, kind[0], getattr(np, kind[1]))
    size = data.draw(st.integers(1, rows)), data.draw(st.integers(1, columns))
    image = picture.image_in(size)
    cell = data.draw(st.integers(0, size[0] - 1)), data.draw(st.integers(0, size[1] - 1))
    for channel, pixels in enumerate(image):
        level = round(mean_of_area(picture, size, cell, channel))  # half way, the even one
        assert pixels[cell] == level / picture.white
        assert pixels.shape == size
        assert not pixels.flags.writeable


def test_halves_are_those_of_pillow() -> None:
    picture = pictured(200, 120)
    halved = np.asarray(Image.fromarray(picture.pixels).reduce(2))
    image = np.stack(picture.image_in((100, 60)), axis=2) * 255
    assert np.abs(image - halved).max() <= 1  # it rounds halves up
    assert (np.abs(image - halved) < 1e-9).mean() > 0.7


def test_white_stays_1_and_black_0_at_every_resolution() -> None:
    for number in (0, 255):
        picture = KeptPicture(np.full((100, 77, 3), number, np.uint8))
        for resolution in range(8, 101):
            assert all((pixels == number // 255).all() for pixels in picture.image_in(picture.size_at(resolution)))


@pytest.mark.parametrize(
    ("size", "allowed", "first"),
    [((1024, 768), (8, 256), 64), ((100, 50), (8, 100), 64), ((8, 3), (8, 8), 8), ((5, 3), (5, 5), 5)],
)
def test_resolutions_end_where_the_picture_does(size: tuple[int, int], allowed: tuple[int, int], first: int) -> None:
    picture = pictured(*size)
    assert picture.resolutions == allowed
    scenario = kept(picture)
    assert (resolution_of(scenario), scenario.white, scenario.image_name) == (first, 1.0, "")
    for wrong in (allowed[0] - 1, allowed[1] + 1):
        with pytest.raises(OutOfRange):
            with_resolution(scenario, wrong)
    with pytest.raises(NotWhole):
        with_resolution(scenario, 8.5)  # type: ignore[arg-type]


def test_proportions_stay() -> None:
    scenario = kept(pictured(300, 400), 256)
    assert scenario.pixel_size == (192, 256)
    assert with_resolution(scenario, 100).pixel_size == (75, 100)


def test_only_resolutions_are_offered_in_which_the_kernel_fits() -> None:
    scenario = kept(pictured(100, 400, 1)).varied(padding=(0, 0), kernel=np.ones((7, 7)))
    low = int(resolutions_of(scenario).low)
    assert with_resolution(scenario, low).pixel_size[0] == 7
    with pytest.raises(KernelDoesNotFit):
        with_resolution(scenario, low - 3)
    assert resolutions_of(kept(pictured(1, 9))) == (8, 9)


def test_without_a_picture_there_is_no_resolution() -> None:
    for refused in (lambda: resolutions_of(startup()), lambda: with_resolution(startup(), 20)):
        with pytest.raises(DoesNotApply) as caught:
            refused()
        assert (caught.value.name, caught.value.reason) == ("resolution", "no picture")


@pytest.mark.parametrize("pixels", [np.zeros((2, 2, 2), np.uint8), np.zeros((2, 2, 3), np.uint16), np.zeros((2, 2))])
def test_what_is_no_picture_is_refused(pixels: Any) -> None:
    with pytest.raises(NotAGrid):
        KeptPicture(pixels)


@pytest.mark.parametrize("size", [(0, 3), (1025, 3), (3, 1025)])
def test_a_picture_has_1_to_1024_rows_and_columns(size: tuple[int, int]) -> None:
    with pytest.raises(OutOfRange):
        KeptPicture(np.zeros((*size, 1), np.uint8))


def test_pictures_are_equal_by_their_pixels() -> None:
    one, same, other = pictured(4, 5), pictured(4, 5), pictured(5, 4)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert kept(one) == kept(same)
    lighter = one.pixels.copy()
    lighter[0, 0, 0] ^= 1
    assert one != KeptPicture(lighter)
    assert kept(one) != kept(one).varied(picture=None)
    lighter[:] = 0  # an array that others may write into is not kept itself
    assert KeptPicture(lighter) != KeptPicture(lighter + 1)


def painted(scenario: Scenario) -> Scenario:
    edit = scenario.painted([(0, 0)], 0.123)
    assert edit is not None
    return edit.scenario


STAYS: dict[str, Any] = {
    "painted": painted,
    "stride": lambda scenario: scenario.varied(stride=(1, 1)),
    "kernel": lambda scenario: scenario.with_kernel(np.ones((2, 2))) if scenario.is_single else scenario,
    "filters": lambda scenario: with_filter_count(scenario, 5),
    "name": lambda scenario: scenario.named("another"),
    "seed": reseed,
    "transposed": lambda scenario: scenario.varied(transposed=True, stride=(1, 1)),
    "same image": lambda scenario: scenario.changed(image=tuple(each.copy() for each in scenario.pixels)),
    "channels that there are": lambda scenario: with_channel_count(scenario, len(scenario.channels)),
}
GOES: dict[str, Any] = {
    "another image": lambda scenario: scenario.with_image(np.zeros(scenario.pixel_size), ""),
    "more channels": lambda scenario: with_channel_count(scenario, 4),
    "image size": lambda scenario: with_pair(scenario, "image size", (20, 20)),
    "output as image": lambda scenario: with_output(scenario, result_of(scenario).maps),
}


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("way", [*STAYS, *GOES])
def test_it_stays_while_the_image_is_painted_and_goes_with_another_one(way: str, channels: int) -> None:
    picture = pictured(90, 70, channels)
    scenario = kept(picture)
    after = (STAYS | GOES)[way](scenario)
    assert after.picture is (picture if way in STAYS else None)
    assert scenario.picture is picture


def test_sampling_anew_takes_what_was_painted_with_it() -> None:
    scenario = kept(pictured(90, 70))
    assert with_resolution(painted(scenario), 64) == scenario
    assert with_resolution(with_resolution(painted(scenario), 20), 64) == scenario


def test_a_picture_goes_under_every_layer() -> None:
    pooled = with_kept_picture(random_pooling(np.random.default_rng(3)), pictured(300, 300), 200)
    assert pooled.picture is not None
    assert resolutions_of(pooled).high == 256
    for resolution in (int(resolutions_of(pooled).low), 256):
        with_resolution(pooled, resolution)


@pytest.mark.parametrize(("channels", "kind", "parts"), [(3, np.uint8, 255), (1, np.uint16, 65_535)])
def test_a_photo_is_counted_exactly(channels: int, kind: Any, parts: int) -> None:
    scenario = kept(pictured(500, 300, channels, kind), 100).varied(padding=(0, 0), stride=(1, 1))
    scenario = scenario.varied(
        kernel=np.round(np.linspace(-1, 1, scenario.layer.weights.size), 2).reshape(scenario.layer.weights.shape)
    )
    how = arithmetic(scenario)
    assert how.pixel_parts == parts
    cell = result_of(scenario).maps[0][5, 7]
    weights = [Fraction(str(weight)) for weight in scenario.layer.weights[0].ravel()]
    pixels = [Fraction(round(float(pixel) * parts), parts) for pixel in scenario.tensor[:, 5:8, 7:10].ravel()]
    assert cell == float(sum(map(Fraction.__mul__, weights, pixels)))


def test_ten_states_share_one_picture() -> None:
    scenario = kept(pictured(1024, 1024), 256)
    states = [scenario]
    for column in range(10):
        edit = states[-1].painted([(0, column)], 0.5)
        assert edit is not None
        states.append(edit.scenario)
    assert len({id(state.picture) for state in states}) == 1
    assert all(one.channels[1] is scenario.channels[1] for one in states)


def test_a_long_picture_is_shown_where_the_kernel_fits() -> None:
    scenario = startup().varied(padding=(0, 0))
    assert with_kept_picture(scenario, pictured(10, 400)).pixel_size == (3, 100)  # the first in which it fits
    with pytest.raises(ConvolutionError):
        with_kept_picture(scenario, pictured(2, 500))
