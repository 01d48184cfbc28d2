"""What stays and what is new when sizes or the seed change."""

import numpy as np
import pytest

from game.core import images, kernels
from game.core.errors import KernelDoesNotFit, NotWhole, OutOfRange
from game.core.resize import reseed, reseed_reason, reseed_to, with_pair
from game.core.result import result_of
from game.core.scenario import Pair, Scenario, startup
from tests.core.edits import with_pixels, with_weight

from .scenarios import scenario_of

KERNEL_SIDES = range(1, 16)


def resize_image(scenario: Scenario, size: Pair) -> Scenario:
    return with_pair(scenario, "image size", size)


def resize_kernel(scenario: Scenario, size: Pair) -> Scenario:
    return with_pair(scenario, "kernel size", size)


def named(image_name: str, kernel_name: str = "random", size: int = 8) -> Scenario:
    image = images.make(image_name, (size, size), 3)
    kernel = kernels.make(kernel_name, (3, 3), 3)
    white = images.white_of(image_name)
    return Scenario(image, kernel, white=white, seed=3, image_name=image_name, kernel_name=kernel_name)


def test_image_keeps_its_top_left() -> None:
    random = np.random.default_rng(70)
    for name in images.NAMES:
        scenario = with_pixels(named(name), [(2, 3)], 0.123)
        for _ in range(15):
            rows, columns = int(random.integers(3, 65)), int(random.integers(3, 65))
            after = resize_image(scenario, (rows, columns))
            kept = slice(min(rows, 8)), slice(min(columns, 8))
            assert after.image_size == (rows, columns)
            assert np.array_equal(after.image[kept], scenario.image[kept])
            assert (after.image_name, after.white, after.seed) == (name, scenario.white, 3)


@pytest.mark.parametrize("name", ["noise", "integers", "ones"])
def test_random_images_and_ones_continue(name: str) -> None:
    assert np.array_equal(resize_image(named(name), (20, 30)).image, images.make(name, (20, 30), 3))


def test_other_images_are_extended_by_black() -> None:
    for scenario in (named("disc"), scenario_of(np.ones((8, 8)), [[1]])):
        after = resize_image(scenario, (9, 10))
        assert not after.image[8:].any()
        assert not after.image[:, 8:].any()


def test_shrunk_and_grown_random_image_is_itself_again() -> None:
    assert resize_image(resize_image(startup(), (4, 5)), (8, 8)) == startup()


def test_continued_image_never_exceeds_a_smaller_white() -> None:
    dim = scenario_of(np.zeros((2, 2)), [[1]], white=0.5, image_name="noise")
    assert resize_image(dim, (64, 64)).image.max() == 0.5
    assert reseed(resize_image(dim, (64, 64))).image.max() == 0.5


def test_kernel_weights_keep_their_place_from_the_middle() -> None:
    for old in KERNEL_SIDES:
        scenario = scenario_of(np.zeros((64, 64)), np.arange(1, old * old + 1).reshape(old, old))
        for new in KERNEL_SIDES:
            after = resize_kernel(scenario, (new, new)).kernel
            shift = (15 - old) // 2 - (15 - new) // 2  # a weight's new index − its old one
            for row, column in np.ndindex(old, old):
                moved = row + shift, column + shift
                if 0 <= moved[0] < new and 0 <= moved[1] < new:
                    assert after[moved] == scenario.kernel[row, column]
            assert np.count_nonzero(after) == min(old, new) ** 2


def test_odd_kernels_keep_their_middle_weight_in_the_middle() -> None:
    scenario = Scenario(np.zeros((64, 64)), kernels.make("sharpen", (3, 3), 1), kernel_name="sharpen")
    for size in ((1, 1), (5, 5), (7, 15), (1, 9)):
        after = resize_kernel(scenario, size)
        assert after.kernel[size[0] // 2, size[1] // 2] == 5
        assert after.kernel_name == "sharpen"
    assert resize_kernel(scenario, (5, 5)).kernel.sum() == 1


@pytest.mark.parametrize("name", [*kernels.RANDOM, "ones"])
def test_random_kernels_and_ones_continue(name: str) -> None:
    scenario = named("noise", name, size=20)
    for size in ((4, 4), (5, 2), (1, 1), (15, 15)):
        assert np.array_equal(resize_kernel(scenario, size).kernel, kernels.make(name, size, 3))
    changed = with_weight(scenario, 1, 1, 42)
    assert resize_kernel(changed, (5, 5)).kernel[2, 2] == 42


def test_rows_and_columns_of_a_kernel_change_apart() -> None:
    scenario = scenario_of(np.zeros((20, 20)), [[1, 2, 3], [4, 5, 6]])
    assert resize_kernel(scenario, (2, 5)).kernel.tolist() == [[0, 1, 2, 3, 0], [0, 4, 5, 6, 0]]
    assert resize_kernel(scenario, (3, 3)).kernel.tolist() == [[1, 2, 3], [4, 5, 6], [0, 0, 0]]
    assert resize_kernel(scenario, (2, 1)).kernel.tolist() == [[2], [5]]


def test_same_size_is_no_change() -> None:
    scenario = startup()
    assert resize_image(scenario, (8, 8)) is scenario
    assert resize_kernel(scenario, (3, 3)) is scenario


def test_sizes_that_cannot_be_are_refused() -> None:
    for resize, high in ((resize_image, 64), (resize_kernel, 15)):
        with pytest.raises(OutOfRange):
            resize(startup(), (high + 1, 3))
        with pytest.raises(OutOfRange):
            resize(startup(), (3, 0))
        with pytest.raises(NotWhole):
            resize(startup(), (2.5, 3))  # type: ignore[arg-type]
    with pytest.raises(KernelDoesNotFit):
        resize_kernel(startup(), (11, 3))
    with pytest.raises(KernelDoesNotFit):
        resize_image(startup().varied(padding=(0, 0)), (2, 8))


def test_new_seed_rolls_everything_random_and_nothing_else() -> None:
    after = reseed(startup())
    assert after.seed == 2
    assert np.array_equal(after.image, images.make("noise", (8, 8), 2))
    assert np.array_equal(after.kernel, kernels.make("random", (3, 3), 2))
    assert (after.stride, after.padding, after.image_name) == ((2, 2), (1, 1), "noise")
    half = reseed(named("disc", "random"))
    assert np.array_equal(half.image, named("disc").image)
    assert np.array_equal(half.kernel, kernels.make("random", (3, 3), 4))
    other = reseed(named("integers", "sharpen"))
    assert np.array_equal(other.image, images.make("integers", (8, 8), 4))
    assert np.array_equal(other.kernel, named("disc", "sharpen").kernel)


def test_after_the_last_seed_comes_zero() -> None:
    assert reseed(reseed_to(startup(), 2**32 - 1)).seed == 0
    assert reseed_to(startup(), 1) is not None
    assert reseed_to(reseed(startup()), 1) == startup()


def test_reseed_says_when_nothing_is_random() -> None:
    assert reseed_reason(startup()) is None
    assert reseed_reason(named("disc")) is None
    assert reseed_reason(named("noise", "sharpen")) is None
    assert reseed_reason(named("disc", "sharpen")) == "nothing is random"


def test_edits_are_seen_against_the_named_origin() -> None:
    assert result_of(startup()).edited == (False, False)
    assert result_of(with_pixels(startup(), [(0, 0)], 0.123)).edited == (True, False)
    assert result_of(with_weight(startup(), 0, 0, 0.123)).edited == (False, True)
    assert result_of(resize_image(resize_kernel(startup(), (5, 4)), (9, 5))).edited == (False, False)
    assert result_of(startup().with_image(np.zeros((8, 8))).with_kernel(np.ones((2, 2)))).edited == (False, False)
    assert result_of(resize_image(named("disc"), (9, 9))).edited == (True, False)
    assert result_of(resize_kernel(named("noise", "sharpen"), (5, 5))).edited == (False, True)
    assert result_of(resize_image(named("digit"), (3, 3))).edited == (True, False)
