"""The shelves that come with the program: each scene shows something that no other does, and can be read by hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from game.core.errors import UnknownName
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.spread import Spread
from game.files.errors import FileProblem
from game.files.own_pictures import PICTURES, kept_picture
from game.files.shelf import Scene
from game.files.shelf_file import FOLDER, LONGEST, LONGEST_NOTE, shelf_in
from game.files.shelves import SHELVES, every_shelf, scene_called, shelf_path
from game.words.plain import tidy
from game.words.sentences import sentence_for

EVERY = {scene.name: scene for _, shelf in every_shelf() for scene in shelf.scenes}
SCENES = {name: scene for name, scene in EVERY.items() if scene.puzzle is None}
MEANT_CONSTANT = {"digit_reader_nothing", "ramp", "even", "zeros_reflect B", "counted_padding B"}
"""Scenes, and their sides B, that are about a map in which all cells are the same."""
READER = tuple(name for name in SCENES if name.startswith("digit_reader"))
OWN = ("start", "edges", "photos", "colour", "stride", "transposed", "pooling", "networks", "mistakes", "puzzles")


def shown(scene: Scene) -> Scenario:
    assert scene.opened is not None, scene.name
    return scene.opened.scenario


def setting_of(scenario: Scenario) -> tuple[object, ...]:
    """Return all that makes an operation: what it does, its sizes, its settings, and its weights."""
    layer = scenario.layer
    if layer.pooling is not None:
        return scenario.pixel_tensor.shape, layer.pooling
    chosen = layer.chosen_weights
    if isinstance(layer, Spread):
        whole = layer.transposed
        stamped = whole.stride, whole.padding, whole.dilation, whole.output_padding, whole.groups
        return scenario.pixel_tensor.shape, chosen.shape, chosen.tobytes(), *stamped
    sliding = scenario.stride, scenario.dilation, layer.chosen_padding
    own = layer.groups, layer.activation, tuple(layer.bias)
    return scenario.pixel_tensor.shape, chosen.shape, chosen.tobytes(), *sliding, *own


def test_there_are_at_least_70_scenes_each_of_a_name_of_its_own_on_shelves_that_all_are_listed() -> None:
    names = [tidy(scene.name) for _, shelf in every_shelf() for scene in shelf.scenes]
    assert len(names) >= 70
    assert len(set(names)) == len(names)
    assert {path.stem for path in FOLDER.glob("*.json")} == set(SHELVES)
    counts = {name: len(shelf.scenes) for name, shelf in every_shelf()}
    assert (counts["start"], counts["figures"], counts["photos"]) == (6, 19, 16)


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_opens_and_its_maps_show_something(name: str) -> None:
    scene = SCENES[name]
    assert 0 < len(scene.title) <= LONGEST
    assert len(scene.note) <= LONGEST_NOTE
    sides = {name: shown(scene)} | ({} if scene.other is None else {f"{name} B": scene.other})
    for side, scenario in sides.items():
        several = [one for one in result_of(scenario).maps if one.size > 1]
        assert (side in MEANT_CONSTANT) == any(np.ptp(one) < 1e-9 for one in several)


def test_no_two_scenes_do_the_same() -> None:
    others = [one for name, one in SCENES.items() if name not in READER[1:]]  # one network reads five images
    same = Counter((setting_of(shown(one)), one.other and setting_of(one.other)) for one in others)
    assert max(same.values()) == 1, [count for count in same.values() if count > 1]


def test_a_scene_with_two_settings_compares_two_that_differ_on_one_image() -> None:
    compared = [scene for scene in SCENES.values() if scene.other is not None]
    assert len(compared) >= 8
    for scene in compared:
        assert scene.other is not None
        assert setting_of(scene.other) != setting_of(shown(scene))
        assert np.array_equal(scene.other.pixel_tensor, shown(scene).pixel_tensor)


@pytest.mark.parametrize("name", OWN)
def test_every_scene_but_the_figures_says_what_to_look_at(name: str) -> None:
    shelf = dict(every_shelf())[name]
    assert all(scene.note.endswith((".", "?")) for scene in shelf.scenes)


def test_eight_filters_look_at_each_of_two_photos() -> None:
    photos = [shown(scene) for scene in dict(every_shelf())["photos"].scenes]
    assert all(max(photo.image_size) == 64 and photo.picture is not None for photo in photos)
    assert Counter(len(photo.pixels) for photo in photos) == {1: 8, 3: 8}


def test_shelves_are_small_and_have_short_lines() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.json")) < 200_000
    lines = [line for name in SHELVES for line in shelf_path(name).read_text(encoding="utf-8").splitlines()]
    assert max(map(len, lines)) <= 300


def test_gray_has_the_weights_of_the_standard() -> None:
    gray = shown(scene_called("gray"))
    assert gray.layer.chosen_weights.ravel().tolist() == [0.299, 0.587, 0.114]
    red, green, blue = gray.pixel_tensor
    np.testing.assert_allclose(result_of(gray).maps[0], 0.299 * red + 0.587 * green + 0.114 * blue, atol=1e-9)


def test_what_the_notes_of_some_scenes_say_is_so() -> None:
    maps = {name: np.array(result_of(shown(scene)).maps) for name, scene in SCENES.items()}
    assert set(maps["ramp"].ravel()) == {2}
    assert maps["template"].ravel().tolist() == [10]
    assert (maps["search"] == maps["search"].max()).sum() == 1
    assert np.unique(maps["checkerboard"]).tolist() == [1, 2, 4]
    assert np.unique(maps["gaussian_5"][0][0]).tolist() == [1, 5, 11, 15, 16]
    assert maps["is_it_turned"][0][:, 1:4].tolist() == [[9, 8, 7], [6, 5, 4], [3, 2, 1]]
    other = scene_called("no_checkerboard").other
    assert other is not None
    assert set(result_of(other).maps[0][2:-2, 2:-2].ravel()) == {4}
    made = [[0, 1, 2], [0, 1, 0], [2, 0, 1]]
    sums = [[sum(made[y + i][x + j] for i in (0, 1) for j in (0, 1)) for x in (0, 1)] for y in (0, 1)]
    assert shown(scene_called("no_inverse")).image.tolist() == sums
    assert maps["no_inverse"][0].tolist() != made


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_by_its_name_has_the_pixels_of_its_file(name: str) -> None:
    with Image.open(PICTURES[name]) as picture:
        pixels = np.array(picture.convert("RGB"))
    found = kept_picture(name).pixels
    assert np.array_equal(np.broadcast_to(found, pixels.shape), pixels)
    assert found.shape[2] == (1 if (pixels == pixels[:, :, :1]).all() else 3)


def test_a_scene_is_found_on_any_shelf_and_an_unknown_name_says_what_there_is() -> None:
    assert scene_called("Max-Average").title == "Largest against mean"
    assert scene_called("no_padding_strides").title.startswith("No padding")
    with pytest.raises(UnknownName) as caught:
        scene_called("zebra")
    allowed = caught.value.values()["allowed"]
    assert isinstance(allowed, tuple)
    assert set(allowed) == set(EVERY)
    words = sentence_for(caught.value)
    assert "zebra" in words
    assert "first_edge" in words


LAYER = {"operation": "convolution", "weights": [[[[1, 2]]]]}
PLAIN: dict[str, Any] = {"kernelscope": 1, "image": [[0, 1, 1]], "kernel": [[1]], "stride": [1, 1], "padding": [0, 0]}
LAYERED = {"kernelscope": 2, "image": [[1, 2, 3]], "layers": [LAYER]}


def made(scenario: dict[str, Any], **fields: object) -> Scene:
    scene = {"name": "one", "title": "One", "scenario": scenario} | fields
    return shelf_in(json.loads(json.dumps({"kernelscope_shelf": 1, "scenes": [scene]})), "my shelf.json").scenes[0]


def test_compare_says_what_is_other_on_side_b() -> None:
    other = made(PLAIN, compare={"kernel": [[3, 1]], "stride": [1, 2]}).other
    assert other is not None
    assert (other.kernel.tolist(), other.stride, other.image.tolist()) == ([[3, 1]], (1, 2), [[0, 1, 1]])
    of_layer = made(LAYERED, compare={"padding": [0, 0, 1, 1], "padding_mode": "replicate"}).other
    assert of_layer is not None
    assert of_layer.layer.chosen_padding.mode == "replicate"
    pooled = made(LAYERED, compare={"operation": "max pooling", "kernel_size": [1, 2]}).other
    assert pooled is not None
    assert pooled.layer.pooling is not None
    assert made(LAYERED).other is None


WRONG: dict[str, tuple[dict[str, Any], dict[str, object], str]] = {
    "a compare that is a list": (PLAIN, {"compare": [1]}, "compare"),
    "a compare with another image": (PLAIN, {"compare": {"image": [[1]]}}, "image"),
    "a compare that cannot be": (PLAIN, {"compare": {"kernel": [[1]] * 3}}, "“compare”"),
    "a compare with an unknown key of a layer": (LAYERED, {"compare": {"strid": [1, 1]}}, "strid"),
    "a note that is a number": (PLAIN, {"note": 4}, "“note”"),
    "a note that is too long": (PLAIN, {"note": "a" * (LONGEST_NOTE + 1)}, "241 characters"),
    "a picture that there is not": ({"kernelscope": 2, "picture": "moon", "layers": [LAYER]}, {}, "moon"),
    "a resolution that there is not": (
        {"kernelscope": 2, "picture": "street", "resolution": 999, "layers": [LAYER]},
        {},
        "resolution",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_one_sentence(name: str) -> None:
    scenario, fields, named = WRONG[name]
    with pytest.raises(FileProblem) as caught:
        made(scenario, **fields)
    words = sentence_for(caught.value)
    assert named in words
    assert "{" not in words


def test_a_shelf_by_its_name_is_a_file_beside_the_others() -> None:
    assert shelf_path("start") == Path(FOLDER) / "start.json"
