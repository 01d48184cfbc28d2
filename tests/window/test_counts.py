"""A number between − and + touches neither of them, however many digits it has."""

from __future__ import annotations

from typing import cast

import pytest

from game.core.padding import Padding
from game.input.interface_intents import OpenPopup
from game.input.layer_intents import SetBias
from game.input.window_intents import ToggleSection
from game.session.reduce import reduce
from game.session.state import State
from game.ui.widgets.count import Count
from game.words.numbers import full
from tests.layers import layer
from tests.picture import Size, state, typeface, window

SIZES: tuple[Size, ...] = ((1920, 1080), (1366, 768), (800, 600))
VALUES = (0.0, -12.5, -0.819, -998.75, 1 / 3, 0.123456789, 2.5e-7, -998.12345)


def _biased(value: float, filters: int) -> State:
    opened = reduce(state(layer(2, filters)), ToggleSection("layer"))
    return reduce(opened, SetBias(value))


def _padded(value: float) -> State:
    shown = layer(1, 1).varied(padding=Padding(1, 1, 1, 1, "constant", value))
    return reduce(state(shown), OpenPopup("padding sides"))


def _free(count: Count) -> bool:
    """Tell whether the number stands between what is seen of the buttons."""
    wide = typeface().width(count.shown, count.size, True)
    sign = 20 * count.unit
    left, right = count.rect.centre[0] - wide / 2, count.rect.centre[0] + wide / 2
    return count.minus.centre[0] + sign / 2 < left and right < count.plus.centre[0] - sign / 2


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("filters", [1, 16])
def test_a_bias_stands_between_its_buttons(value: float, size: Size, filters: int) -> None:
    shown = _biased(value, filters)
    shown = shown.changed(interface=shown.interface.changed(rail_open=True)) if size[0] < 1280 else shown
    count = cast("Count", window(shown, size).named("bias"))
    assert _free(count)
    assert count.shown == full(value) or full(value) in str(count.about)


@pytest.mark.parametrize("value", VALUES)
def test_what_stands_in_the_padding_stands_between_its_buttons(value: float) -> None:
    count = cast("Count", window(_padded(value), (1366, 768)).named("padding value"))
    assert _free(count)


def test_a_short_bias_is_as_large_as_other_numbers_and_says_nothing_more() -> None:
    count, other = (cast("Count", window(_biased(value, 1), (1366, 768)).named("bias")) for value in (-0.819, 1.0))
    assert (count.shown, count.size, count.about) == ("−0.819", other.size, other.about)
