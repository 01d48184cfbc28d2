"""What padding a layer may have over an image: as much as is allowed can be set, and what is more is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.errors import ConvolutionError, KernelDoesNotFit, OutOfRange, PaddingTooLarge
from game.core.layers import Convolution
from game.core.limits import Range
from game.core.padding import AMOUNTS, MODES, SIDES, Padding
from game.core.padding_choices import check_padding, named_amount, problems, side_range
from game.core.pooling import Pooling
from game.core.windows import Windows


def layer(kernel: tuple[int, int] = (3, 3), padding: Padding | None = None, **rest: Any) -> Convolution:
    return Convolution(np.ones((1, 1, *kernel)), padding=padding or Padding(), **rest)


def is_possible(of: Convolution, size: tuple[int, int], padding: Padding) -> bool:
    try:
        check_padding(of, size, padding)
    except ConvolutionError:
        return False
    return True


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kernel", [(1, 1), (3, 5), (15, 2)])
def test_a_side_may_be_all_that_its_range_says_and_nothing_else(mode: str, kernel: tuple[int, int]) -> None:
    size, around = (6, 9), Padding(5, 4, 1, 2, mode)
    found = layer(kernel, around)
    for side in SIDES:
        low, high = side_range(found, size, side)
        for amount in range(20):
            changed = Padding(**(around.__dict__ | {side: amount}))
            assert is_possible(found, size, changed) == (low <= amount <= high), (side, amount)


def test_a_large_kernel_may_be_padded_in_full() -> None:
    assert side_range(layer((3, 3)), (6, 6), "top") == (0, 8)
    assert side_range(layer((15, 3), dilation=(2, 1)), (64, 6), "bottom") == (0, 28)
    assert side_range(layer((15, 3), dilation=(2, 1)), (64, 6), "left") == (0, 8)


def test_amounts_have_names() -> None:
    found = layer((4, 3), Padding(0, 0, 2, 2, "replicate", 3.0))
    assert {name: named_amount(found, (6, 6), name).sides for name in AMOUNTS} == {
        "valid": ((0, 0), (0, 0)),
        "same": ((1, 2), (1, 1)),
        "same lower": ((2, 1), (1, 1)),
        "full": ((3, 3), (2, 2)),
    }
    named = named_amount(found, (6, 6), "same")
    assert (named.mode, named.value) == ("replicate", 3.0)


def test_what_is_impossible_has_its_reason() -> None:
    found = problems(layer((4, 4), Padding(2, 2, 2, 2)), (2, 2))
    assert {name: type(problem) for name, problem in found.items()} == {
        "reflect": PaddingTooLarge,
        "valid": KernelDoesNotFit,
    }
    reflecting = problems(layer((4, 4), Padding(1, 1, 1, 1, "reflect")), (2, 2))
    assert set(reflecting) == set(AMOUNTS)
    assert isinstance(reflecting["full"], PaddingTooLarge)
    assert problems(layer((3, 3)), (6, 6)) == {}


def test_more_than_a_side_can_have_is_refused_but_what_a_file_has_may_stay() -> None:
    with pytest.raises(OutOfRange):
        check_padding(layer(), (6, 6), Padding(9, 0, 0, 0))
    check_padding(layer(padding=Padding(20, 0, 0, 0)), (6, 6), Padding(20, 3, 0, 0))


def test_a_side_of_a_pooling_goes_as_far_as_each_window_meets_a_pixel() -> None:
    plain = Windows(Pooling("max", (3, 3)), (2, 8, 8))
    assert [side_range(plain, (8, 8), side) for side in SIDES] == [Range(0, 2)] * 4
    spread = Windows(Pooling("max", (2, 3), (1, 1), Padding(1, 0, 0, 0), (4, 1)), (1, 4, 8))
    assert side_range(spread, (4, 8), "top") == Range(1, 1), "less, and the window does not fit"
    check_padding(plain, (8, 8), Padding(2, 0, 0, 1))
    with pytest.raises(OutOfRange):
        check_padding(plain, (8, 8), Padding(3, 0, 0, 0))
    assert set(problems(Windows(Pooling("max", (3, 3), dilation=(2, 1)), (1, 8, 8)), (8, 8))) == {"full"}
