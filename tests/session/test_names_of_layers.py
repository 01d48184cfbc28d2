"""The lists of names over any numbers of channels, filters and groups: all is offered, and what can be chosen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core import images, kernels
from game.core.channels import NAMES as IMAGES
from game.core.filters import NAMES as KERNELS
from game.core.named import image_called, weights_called
from game.core.scenario import Pair, Scenario
from game.input.interface_intents import OpenPopup
from game.input.scenario_intents import ChooseImage, ChooseKernel, Undo
from game.input.walk_intents import GoToFilter
from game.session.facts.seldom import NamesFacts
from game.session.shown import shown
from game.words.texts import text

from .hands import after, entries, fresh, sentences

if TYPE_CHECKING:
    from game.session.state import State

SHAPES = [(1, 1, 1), (1, 4, 1), (2, 2, 2), (3, 1, 1), (3, 3, 3), (3, 4, 1), (4, 2, 2), (16, 16, 1), (16, 16, 16)]
SIZES = [((1, 1), (1, 1)), ((2, 3), (1, 2)), ((6, 5), (3, 3)), ((9, 9), (2, 3))]


def layered(shape: tuple[int, int, int], size: Pair = (6, 5), kernel: Pair = (3, 3)) -> Scenario:
    channels, filters, groups = shape
    image, weights = (
        image_called("integers", channels, size, 5),
        weights_called("integers", (filters, channels // groups), kernel, 5),
    )
    return Scenario(tuple(image), weights, 3, groups=groups, seed=5)


def offered(state: State, kind: str) -> dict[str, str]:
    seldom = shown(after(state, OpenPopup(kind))).still.seldom
    assert seldom is not None
    assert isinstance(seldom.opened.items, NamesFacts)
    return dict(seldom.opened.items.offered)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("size", "kernel"), SIZES)
def test_each_name_is_one_entry_that_is_undone_or_is_refused_with_its_reason(
    shape: tuple[int, int, int], size: Pair, kernel: Pair
) -> None:
    state = fresh(layered(shape, size, kernel))
    for kind, names, chooses in (("image", IMAGES, ChooseImage), ("kernel", KERNELS, ChooseKernel)):
        found = offered(state, kind)
        assert tuple(found) == names
        for name, reason in found.items():
            chosen = after(state, chooses(name))
            assert bool(sentences(chosen)) == bool(reason), (name, reason)
            assert entries(chosen) - entries(state) <= (0 if reason else 1)
            assert after(chosen, Undo()).scenario == state.scenario
            if reason:
                assert chosen.scenario == state.scenario
                assert text(f"reason.{reason}")


def test_the_lists_of_a_plain_start_have_the_old_names_first() -> None:
    assert tuple(offered(fresh(), "image"))[: len(images.NAMES)] == images.NAMES
    assert tuple(offered(fresh(), "kernel"))[: len(kernels.NAMES)] == kernels.NAMES


def test_no_two_names_of_a_list_read_alike() -> None:
    for kind, names in (("image", IMAGES), ("kernel", KERNELS)):
        words = [text(f"{kind}.{name}") for name in names]
        assert len(set(words)) == len(words)
    assert not text("image.integers").startswith(text("image.small integers in colour"))


def test_a_set_that_the_groups_cannot_share_puts_them_in_one() -> None:
    state = after(fresh(layered((3, 3, 3))), ChooseKernel("edges in four directions"))
    assert (state.scenario.layer.filters, state.scenario.layer.groups) == (4, 1)
    red = after(fresh(layered((3, 3, 3))), ChooseKernel("red against green"))
    assert (red.scenario.layer.filters, red.scenario.layer.groups) == (1, 1)
    kept = after(fresh(layered((4, 2, 2))), ChooseKernel("edges in four directions"))
    assert (kept.scenario.layer.filters, kept.scenario.layer.groups) == (4, 2)


def test_a_kernel_that_is_chosen_is_that_of_the_filter_in_front_and_the_rail_says_so() -> None:
    state = after(fresh(layered((3, 4, 1)), 0.4), GoToFilter(1), ChooseKernel("sobel right"))
    weights = state.scenario.layer.weights
    assert (weights[1] == weights[1, 0]).all()
    assert np.array_equal(np.delete(weights, 1, 0), np.delete(layered((3, 4, 1)).layer.weights, 1, 0))
    assert state.scenario.kernel_name == ""
    assert shown(state).still.rail.kernel[0] == "sobel right"
    assert shown(after(state, GoToFilter(2))).still.rail.kernel[0] == "integers"
    own = layered((3, 4, 1)).layer.weights.copy()
    own[1, 0, 0, 0] = 77
    mine = after(fresh(layered((3, 4, 1)).varied(kernel=own, kernel_name=""), 0.4), GoToFilter(1))
    assert shown(mine).still.rail.kernel[0] == ""
