"""Images by name, at every size."""

import numpy as np
import pytest

from game.core import images
from game.core.drawings import DIGIT
from game.core.errors import DoesNotApply, OutOfRange, UnknownName

from .scenarios import scenario_of

SIZES = [(rows, columns) for rows in (*range(1, 18), 31, 64) for columns in (*range(1, 18), 33, 64)]
INTEGERS_OF_SEED_ONE = [[2.0, 3.0, 3.0, 1.0, 3.0, 2.0, 2.0, 0.0]]


@pytest.mark.parametrize("name", images.NAMES)
def test_image_has_its_size_and_range_wherever_nothing_speaks_against_it(name: str) -> None:
    for size in SIZES:
        if images.reason_against(name, size) is None:
            image = images.make(name, size, 7)
            scenario_of(image, [[1]], white=images.white_of(name))
            assert image.shape == size
            assert image.dtype == np.float64
        else:
            with pytest.raises(DoesNotApply):
                images.make(name, size, 7)


@pytest.mark.parametrize("name", images.NAMES)
def test_image_shows_something_and_reaches_black_or_white_at_every_size_that_it_has(name: str) -> None:
    for size in SIZES:
        if images.reason_against(name, size) is None and name not in images.RANDOM:
            image = images.make(name, size, 7)
            assert image.max() >= 0.6 or name == "empty"
            if name not in ("ones", "single pixel"):
                assert image.min() == 0


def test_every_image_can_be_made_at_the_startup_size_and_larger_ones() -> None:
    for name in images.NAMES:
        for side in range(8, 65):
            assert images.reason_against(name, (side, side)) is None


def test_only_small_sizes_have_a_reason_against_them() -> None:
    assert images.reason_against("digit", (3, 3)) == "too small"
    assert images.reason_against("checkerboard", (1, 1)) == "too small"
    assert images.reason_against("noise", (1, 1)) is None
    assert images.reason_against("ones", (1, 1)) is None


def test_unknown_names_and_sizes_are_refused() -> None:
    for ask in (lambda: images.make("cat", (8, 8), 1), lambda: images.white_of("cat")):
        with pytest.raises(UnknownName) as caught:
            ask()
        assert (caught.value.kind, caught.value.allowed) == ("image", images.NAMES)
    with pytest.raises(OutOfRange):
        images.make("ones", (65, 1), 1)


def test_noise_is_hundredths_in_full_range() -> None:
    noise = images.make("noise", (64, 64), 3)
    assert np.array_equal(noise, np.round(noise, 2))
    assert sorted(set((noise * 100).round().astype(int).ravel())) == list(range(101))


def test_integers_are_zero_to_three_with_white_three() -> None:
    assert set(images.make("integers", (64, 64), 3).ravel()) == {0, 1, 2, 3}
    assert images.white_of("integers") == 3
    assert images.white_of("noise") == 1


@pytest.mark.parametrize("name", ["noise", "integers"])
def test_larger_random_image_continues_the_smaller_one(name: str) -> None:
    large = images.make(name, (64, 64), 5)
    for size in ((1, 1), (8, 8), (3, 40), (40, 3)):
        assert np.array_equal(images.make(name, size, 5), large[: size[0], : size[1]])
    assert not np.array_equal(large, images.make(name, (64, 64), 6))


def test_random_stream_never_changes() -> None:
    assert images.make("noise", (1, 6), 1).tolist() == [[0.36, 0.48, 0.42, 0.45, 0.41, 0.66]]
    assert images.make("noise", (2, 1), 2**32 - 1).shape == (2, 1)
    assert images.make("integers", (1, 8), 1).tolist() == INTEGERS_OF_SEED_ONE


def test_shapes_are_what_their_names_say() -> None:
    ramp = images.make("ramp", (2, 5), 1)
    assert ramp.tolist() == [[0, 0.25, 0.5, 0.75, 1]] * 2
    assert images.make("checkerboard", (8, 8), 1)[:2].tolist() == [[1, 0] * 4, [0, 1] * 4]
    assert images.make("stripes across", (8, 2), 1)[:, 0].tolist() == [1, 1, 0, 0, 1, 1, 0, 0]
    assert np.ptp(images.make("stripes across", (8, 8), 1), axis=1).max() == 0
    assert np.ptp(images.make("stripes down", (8, 8), 1), axis=0).max() == 0
    diagonal = images.make("stripes diagonal", (8, 8), 1)
    assert np.array_equal(diagonal[1:, :-1], diagonal[:-1, 1:])
    assert images.make("single pixel", (5, 3), 1).sum() == images.make("single pixel", (5, 3), 1)[2, 1] == 1
    assert images.make("ones", (3, 4), 1).min() == 1
    assert images.make("empty", (3, 4), 1).max() == 0
    assert images.make("square", (4, 4), 1).tolist() == [[0] * 4, [0, 1, 1, 0], [0, 1, 1, 0], [0] * 4]
    assert images.make("square", (6, 6), 1)[1:5, 1:5].sum() == images.make("square", (6, 6), 1).sum() == 16
    assert images.make("cross", (3, 3), 1).tolist() == [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
    assert images.make("disc", (3, 3), 1).tolist() == [[0, 1, 0], [1, 1, 1], [0, 1, 0]]


@pytest.mark.parametrize("name", ["disc", "cross", "square"])
def test_disc_cross_and_square_are_symmetric_and_as_wide_as_high(name: str) -> None:
    for size in SIZES:
        if images.reason_against(name, size) is None:
            image = images.make(name, size, 1)
            assert np.array_equal(image, image[::-1])
            assert np.array_equal(image, image[:, ::-1])
            height, width = np.count_nonzero(image.any(axis=1)), np.count_nonzero(image.any(axis=0))
            assert abs(height - width) <= 1


@pytest.mark.parametrize("side", range(3, 65))
def test_the_bars_of_the_cross_are_a_quarter_of_the_side_wide_and_four_fifths_long(side: int) -> None:
    image = images.make("cross", (side, side), 1)
    end, middle = image[image.any(axis=1)][0].sum(), image[(side - 1) // 2].sum()
    assert abs(end - side / 4) <= 1
    assert abs(middle - 0.8 * side) <= 1
    assert images.make("cross", (3, 4), 1).any(axis=1).all()


@pytest.mark.parametrize("side", range(4, 65))
def test_stripes_are_a_quarter_of_the_side_wide_and_the_first_is_light(side: int) -> None:
    across, down, diagonal = (images.make(f"stripes {way}", (side, side), 1) for way in ("across", "down", "diagonal"))
    for line, wide in ((across[:, 0], side // 4), (down[0], side // 4), (diagonal[0], max(2, side // 4))):
        assert line[: wide + 1].tolist() == [1] * wide + [0]


def test_arrow_mirrors_itself_across_the_diagonal_it_points_along() -> None:
    for side in (8, 13, 32):
        arrow = images.make("arrow", (side, side), 1)
        assert np.allclose(arrow, arrow[::-1, ::-1].T, atol=0.0101)  # the last hundredth may round either way
        assert arrow[: side // 2, side // 2 :].sum() > 1.5 * arrow[side // 2 :, : side // 2].sum()


def test_digit_and_arrow_at_the_startup_size_look_like_these() -> None:
    drawn: dict[str, list[str]] = {"digit": [], "arrow": []}
    for name, rows in drawn.items():
        image = images.make(name, (8, 8), 1)
        rows += ["".join("#" if pixel > 0.4 else "." for pixel in row) for row in image]
    assert drawn["digit"] == [
        "........",
        "...##...",
        "..#..#..",
        ".....#..",
        "....#...",
        "...#....",
        "..####..",
        "........",
    ]
    assert drawn["arrow"] == [
        "........",
        "..#####.",
        ".....##.",
        "....#.#.",
        "...#..#.",
        "..#...#.",
        ".#......",
        "........",
    ]


def test_digit_and_arrow_are_drawn_pixel_by_pixel_where_strokes_would_blur() -> None:
    for name, first_row in (("digit", [0, 1, 1, 0]), ("arrow", [0, 1, 1, 1, 1])):
        rows, columns = images.SMALLEST[name]
        smallest = images.make(name, (rows, columns), 1)
        assert smallest[0].tolist() == first_row
        for side in (6, 7):
            image = images.make(name, (side, 20), 1)
            top, left = (side - rows) // 2, (20 - columns) // 2
            assert np.array_equal(image[top : top + rows, left : left + columns], smallest)
            assert image.sum() == smallest.sum()


def test_disc_has_dark_corners_at_every_size() -> None:
    for side in range(3, 65):
        disc = images.make("disc", (side, side), 1)
        first = int(np.flatnonzero(disc.any(axis=1))[0])
        assert disc[first, first] == 0


def test_digit_follows_its_strokes_and_keeps_its_share_of_the_image() -> None:
    for side in (16, 32, 64):
        digit = images.make("digit", (side, side), 1)
        for row, column in DIGIT:
            place = (round((row + 0.5) * side / 8 - 0.5), round((column + 0.5) * side / 8 - 0.5))
            assert digit[place] > 0.5
        assert abs(digit.mean() - images.make("digit", (8, 8), 1).mean()) < 0.03


def test_each_named_image_is_recognised_in_its_own_look() -> None:
    for name in images.NAMES:
        for size in ((6, 5), (8, 8), (11, 9)):
            image = images.make(name, size, 9)
            assert images.recognise(image, images.white_of(name), 9) == name


@pytest.mark.parametrize("white", [1.0, 3.0, 255.0])
def test_an_empty_image_is_one_whatever_is_white(white: float) -> None:
    assert images.recognise(np.zeros((6, 5)), white, 9) == "empty"


def test_recognise_needs_the_same_pixels_white_and_seed() -> None:
    noise = images.make("noise", (8, 8), 9)
    assert images.recognise(noise, 1, 8) == ""
    assert images.recognise(noise, 2, 9) == ""
    changed = noise.copy()
    changed[7, 7] += 0.001
    assert images.recognise(changed, 1, 9) == ""
