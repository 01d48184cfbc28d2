"""The puzzles that come with the program: each can be solved in one way alone, and its file does not tell which."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from game.core.named import kernel_name_of
from game.core.operations import maps_of
from game.core.scenario import Scenario
from game.files.shelf_file import LONGEST_NOTE
from game.files.shelves import puzzle_among, scene_called, shelf_path
from tests.puzzling import (
    NAMED,
    ORDERED,
    SLIDING,
    STOPS,
    WEIGHED,
    all_puzzles,
    goal_of,
    names_of,
    orders_of,
    patches,
    settings_of,
    weights_of,
)

RAW: dict[str, dict[str, Any]] = {
    scene["name"]: scene for scene in json.loads(shelf_path("puzzles").read_text("utf-8"))["scenes"]
}


def test_there_are_thirteen_of_four_kinds() -> None:
    assert list(STOPS) == [f"puzzle-{number}" for number in range(1, 14)]
    assert (len(WEIGHED), len(NAMED), len(SLIDING), len(ORDERED)) == (5, 4, 3, 1)
    assert all_puzzles().is_puzzles
    assert all_puzzles().kind == "puzzle"


@pytest.mark.parametrize("name", WEIGHED)
def test_one_set_of_weights_alone_makes_the_target(name: str) -> None:
    stop = STOPS[name]
    assert np.linalg.matrix_rank(patches(stop)) == stop.scenario.layer.weights.size
    weights = weights_of(stop)
    assert np.allclose(patches(stop) @ weights.ravel(), goal_of(stop).ravel(), atol=1e-9)
    assert np.array_equal(weights, np.round(weights))
    assert 1 <= np.abs(weights).max() <= 3
    assert stop.locked == {"image", "image_size", "kernel_size", "stride", "padding", "dilation", "layer"}


@pytest.mark.parametrize("name", NAMED)
def test_one_kernel_of_the_list_alone_makes_the_target(name: str) -> None:
    stop = STOPS[name]
    (found,) = names_of(stop)
    assert np.linalg.matrix_rank(patches(stop)) == 9  # nor do any other weights
    assert kernel_name_of(stop.scenario.layer.weights, stop.scenario.seed) not in ("", found)


@pytest.mark.parametrize("name", SLIDING)
def test_one_stride_with_one_padding_alone_makes_the_target(name: str) -> None:
    stop = STOPS[name]
    assert len(settings_of(stop)) == 1
    assert {"image", "kernel", "kernel_size", "dilation", "layer"} <= stop.locked
    assert not {"stride", "padding"} & stop.locked


@pytest.mark.parametrize("name", ORDERED)
def test_one_order_of_the_layers_alone_makes_the_target_and_two_have_changed_places(name: str) -> None:
    stop = STOPS[name]
    (order,) = orders_of(stop)
    assert sum(place != layer for place, layer in enumerate(order)) == 2
    assert {"image", "kernel", "image_size", "kernel_size", "stride", "padding", "dilation", "layer"} == stop.locked


@pytest.mark.parametrize("name", STOPS)
def test_a_puzzle_does_not_begin_solved_and_all_its_cells_stand(name: str) -> None:
    stop = STOPS[name]
    made = maps_of(stop.scenario.tensor, stop.scenario.layer)
    assert made.shape != goal_of(stop).shape or not np.allclose(made, goal_of(stop))
    assert stop.position == stop.scenario.steps
    assert 2 <= len(stop.hints) <= 3
    assert 0 < len(RAW[name]["note"]) <= LONGEST_NOTE


@pytest.mark.parametrize("name", STOPS)
def test_the_file_holds_the_map_and_nothing_of_how_it_is_made(name: str) -> None:
    raw, stop = RAW[name], STOPS[name]
    assert set(raw) == {"name", "title", "note", "scenario", "position", "text", "goal", "hints", "lock", "hide"}
    words = " ".join([raw["title"], raw["text"], raw["note"], *raw["hints"]]).casefold()
    if name in NAMED:
        assert names_of(stop)[0] not in words
    elif name in SLIDING:
        assert stop.scenario.stride == (1, 1)
        assert stop.scenario.padding == (0, 0)
        assert "stride 2" not in words
    elif name in ORDERED:
        kinds = [layer["operation"] for layer in raw["scenario"]["layers"]]
        assert not any(f"{kind} first" in words or f"begins with {kind}" in words for kind in kinds)
    else:
        assert not stop.scenario.layer.weights.any()


def test_a_puzzle_is_found_by_its_name_among_the_others() -> None:
    tour, index = puzzle_among(scene_called("Puzzle 3"), None)
    assert (len(tour.stops), index) == (13, 2)


def test_the_helpers_of_these_tests_agree_with_the_program() -> None:
    stop = STOPS["puzzle-4"]
    made = Scenario(stop.scenario.image, weights_of(stop)[0], white=3.0)
    assert maps_of(made.tensor, made.layer).tolist() == goal_of(stop).tolist()
