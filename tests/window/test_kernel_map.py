"""The panel with the map of kernels: what it says, and that all of it has room."""

from __future__ import annotations

import pytest

from game.session.facts.layer_panels import KernelMapFacts
from game.ui.geometry import Rect
from game.ui.widgets.kernel_map import KernelMap
from game.ui.widgets.label import Label
from game.window.kernel_map import kernel_map, sentences
from tests.picture import frame, state
from tests.ui.test_layout import SIZES


def facts(channels: int, filters: int, groups: int = 1, size: tuple[int, int] = (2, 2)) -> KernelMapFacts:
    return KernelMapFacts(tuple(str(number + 1) for number in range(channels)), filters, groups, size)


def test_it_counts_kernels_weights_and_parameters() -> None:
    assert sentences(facts(3, 4)) == (
        "4 filters × 3 channels = 12 kernels of 2 × 2",
        "48 weights + 4 biases = 52 parameters",
        "Each filter sees all 3 channels, and makes one map.",
    )
    assert sentences(facts(1, 1, size=(3, 3))) == (
        "1 filter × 1 channel = 1 kernel of 3 × 3",
        "9 weights + 1 bias = 10 parameters",
    )


def test_it_says_what_groups_are() -> None:
    assert sentences(facts(4, 6, 2))[:1] == ("6 filters × 2 channels of a group = 12 kernels of 2 × 2",)
    assert sentences(facts(4, 6, 2))[2:] == ("2 groups: each filter sees 2 of 4 channels.",)


def test_depthwise_is_called_by_its_name() -> None:
    groups = "3 groups: each filter sees 1 of 3 channels."
    assert sentences(facts(3, 3, 3))[2:] == (groups, "Depthwise: each channel has a filter of its own.")
    assert sentences(facts(3, 6, 3))[2:] == (groups, "Depthwise: each channel has 2 filters of its own.")


@pytest.mark.parametrize("size", [*SIZES, (800, 600)])
@pytest.mark.parametrize("shape", [(3, 4, 1), (16, 16, 1), (16, 16, 4), (16, 16, 16)])
def test_all_of_it_has_room_and_is_legible(size: tuple[int, int], shape: tuple[int, int, int]) -> None:
    whole = Rect(0, 0, *size)
    shown = kernel_map(facts(*shape), (0, 0), frame(state(), size), Rect(size[0] - 50, size[1] // 2, 40, 30))
    ground = shown[0].rect
    assert whole.holds(ground)
    drawn = next(widget for widget in shown if isinstance(widget, KernelMap))
    assert drawn.diameter >= 16
    assert all(ground.holds(widget.visible) for widget in shown)
    lines = [widget for widget in shown if isinstance(widget, Label)]
    assert all(frame(state(), size).type.width(line.text, line.size, line.bold) <= line.rect.w for line in lines)
