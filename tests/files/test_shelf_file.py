"""The figures of convolution arithmetic, all 19; and a shelf is read whole or refused with a sentence."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.chained import layers_of
from game.core.errors import UnknownName
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.spread import Spread
from game.core.tensors import Tensor
from game.core.transposed import TransposedConvolution
from game.files.errors import FileProblem
from game.files.layer_file import check_shown
from game.files.opening import looked_into, open_path
from game.files.scenario_file import to_json
from game.files.shelf import Shelf
from game.files.shelf_file import LONGEST, MOST_SCENES, read_shelf, shelf_in
from game.files.tour import Build
from game.play.moment import moment
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence_for

SOURCE = json.loads((Path(__file__).parent.parent / "core" / "conv_arithmetic.json").read_text(encoding="utf-8"))
NUMERICAL, FIGURES, TRANSPOSED = SOURCE["numerical"] + SOURCE["pooling"], SOURCE["figures"], SOURCE["transposed"]
SHELF = read_shelf()


def names_of(rows: list[dict[str, Any]]) -> list[str]:
    return [row["name"] for row in rows]


def scenario_of(name: str) -> Scenario:
    opened = SHELF.scene(name).opened
    assert opened is not None
    assert opened.scenario.name == SHELF.scene(name).title
    return opened.scenario


def computed(name: str) -> tuple[Tensor, TransposedConvolution, Tensor]:
    """Return image, layer and map of a transposed convolution, as the window has them."""
    scenario = scenario_of(name)
    layer = scenario.layer
    assert isinstance(layer, Spread)
    return scenario.pixel_tensor, layer.transposed, np.array(result_of(scenario).maps)


def test_the_shelf_has_the_19_figures_and_says_whose_they_are() -> None:
    assert sorted(SHELF.scene_names) == sorted(names_of(NUMERICAL + FIGURES + TRANSPOSED))
    assert len(SHELF.scenes) == 19
    assert "Dumoulin and Visin" in SHELF.source
    assert len({scene.title for scene in SHELF.scenes}) == 19


@pytest.mark.parametrize("row", NUMERICAL, ids=names_of(NUMERICAL))
def test_a_figure_with_numbers_has_those_of_its_source(row: dict[str, Any]) -> None:
    scenario = scenario_of(row["name"])
    assert np.array_equal(scenario.image, row["image"])
    pooling = scenario.layer.pooling
    assert row["operation"] == ("convolution" if pooling is None else pooling.kind)
    if pooling is None:
        assert np.array_equal(scenario.kernel, row["kernel"])
    assert (scenario.stride, scenario.padding) == ((row["stride"],) * 2, (row["padding"],) * 2)
    np.testing.assert_allclose(result_of(scenario).maps[0], row["output"], rtol=0, atol=1e-6)


@pytest.mark.parametrize("row", FIGURES, ids=names_of(FIGURES))
def test_a_figure_shows_its_size_and_its_patches(row: dict[str, Any]) -> None:
    scenario = scenario_of(row["name"])
    assert scenario.image_size == (row["input_size"],) * 2
    assert scenario.kernel_size == (row["kernel_size"],) * 2
    assert scenario.output_size == (row["output_size"],) * 2
    assert scenario.steps == row["output_size"] ** 2
    result = result_of(scenario)
    for step, patch in enumerate(patches_of(row, scenario.image)):
        found = moment(result, step + 0.5).patch
        assert found is not None
        assert np.array_equal(found, patch)
    assert set(np.unique(scenario.image)) <= {0, 1, 2, 3}
    assert set(np.unique(scenario.kernel)) <= {-1, 0, 1, 2}
    expected = (weighted(row, scenario.kernel) @ scenario.image.ravel()).reshape(scenario.output_size)
    assert np.array_equal(result.output, expected)


@pytest.mark.parametrize("row", TRANSPOSED, ids=names_of(TRANSPOSED))
def test_a_transposed_figure_is_the_transpose_of_its_direct_convolution(row: dict[str, Any]) -> None:
    image, layer, found = computed(row["name"])
    assert image.shape == (1, row["output_size"], row["output_size"])
    assert found.shape == (1, row["input_size"], row["input_size"])
    assert layer.stride == (row["stride"],) * 2
    assert layer.output_padding == ((1, 1) if row["name"] == "padding_strides_odd_transposed" else (0, 0))
    direct = weighted(row, layer.weights[0, 0])
    assert np.array_equal(found.ravel(), direct.T @ image.ravel())


def test_each_transposed_figure_has_the_kernel_of_the_direct_one() -> None:
    for row in TRANSPOSED:
        _, layer, _ = computed(row["name"])
        direct = scenario_of(row["name"].removesuffix("_transposed"))
        assert np.array_equal(layer.weights[0, 0], direct.kernel)
        assert layer.padding.pair == direct.padding


def weighted(row: dict[str, Any], kernel: Tensor) -> Tensor:
    """Return the convolution of a row as a matrix, by the definition: output cells × pixels."""
    n, o, k = row["input_size"], row["output_size"], row["kernel_size"]
    found = np.zeros((o, o, n, n))
    for y, x, i, j in np.ndindex(o, o, k, k):
        down = y * row["stride"] + i * row["dilation"] - row["padding"]
        right = x * row["stride"] + j * row["dilation"] - row["padding"]
        if 0 <= down < n and 0 <= right < n:
            found[y, x, down, right] += kernel[i, j]
    return found.reshape(o * o, n * n)


def patches_of(row: dict[str, Any], image: Tensor) -> list[Tensor]:
    """Return what lies under the kernel in each step, by the definition; 0 where nothing is."""
    p, d, k = row["padding"], row["dilation"], row["kernel_size"]
    whole, extent = np.pad(image, p), d * (k - 1) + 1
    starts = [place * row["stride"] for place in range(row["output_size"])]
    return [whole[y : y + extent : d, x : x + extent : d] for y in starts for x in starts]


def test_a_name_is_found_however_it_is_written() -> None:
    for name in ("no_padding_strides", "No-Padding-Strides", " no  padding strides"):
        assert SHELF.scene(name).name == "no_padding_strides"
    with pytest.raises(UnknownName) as caught:
        SHELF.scene("no_padding")
    words = sentence_for(caught.value)
    assert all(name in words for name in SHELF.scene_names)


SCENARIO: dict[str, Any] = {
    "kernelscope": 1,
    "image": [[0, 1, 2], [1, 0, 1]],
    "white": 3,
    "kernel": [[1]],
    "stride": [1, 1],
    "padding": [0, 0],
}
SCENE: dict[str, Any] = {"name": "one", "title": "The first", "scenario": SCENARIO}
STAMPED = {
    "kernelscope": 2,
    "image": [[1, 2]],
    "layers": [{"operation": "transposed convolution", "weights": [[[[1, 2]]]]}],
}


def written(*scenes: object, **top: object) -> dict[str, Any]:
    return {"kernelscope_shelf": 1, "scenes": list(scenes)} | top


def scene(**fields: object) -> dict[str, Any]:
    return copy.deepcopy(SCENE) | fields


def made(**fields: object) -> Shelf:
    return shelf_in(written(scene(**fields)), "shelf.json")


def test_a_scene_says_where_its_walk_begins_and_how_it_is_looked_at() -> None:
    builds = [{"from": 2, "to": 3, "seconds": 1}]
    (found,) = made(position=1.5, view={"name": "stack"}, builds=builds).scenes
    assert found.opened is not None
    assert (found.opened.position, found.opened.view) == (1.5, {"name": "stack"})
    assert found.builds == (Build(2, 3, 1),)
    assert found.opened.scenario.name == "The first"


def test_what_a_saved_scenario_says_itself_counts_where_the_scene_says_nothing() -> None:
    saved = json.loads(to_json(scenario_of("dilation").named("Mine"), 4.0, {"name": "stack"}))
    (found,) = made(scenario=saved).scenes
    assert found.opened is not None
    assert (found.opened.position, found.opened.scenario.name) == (4.0, "Mine")
    (other,) = made(scenario=saved, position=2).scenes
    assert other.opened is not None
    assert (other.opened.position, other.opened.view) == (2.0, {"name": "stack"})


def test_a_network_is_opened() -> None:
    twice = STAMPED | {"layers": [*STAMPED["layers"], *STAMPED["layers"]]}  # type: ignore[misc]
    (found,) = made(scenario=twice).scenes
    assert found.opened is not None
    assert len(layers_of(found.opened.scenario)) == 2


def test_what_the_window_does_not_show_is_read_and_computed() -> None:
    large = {"operation": "transposed convolution", "weights": np.ones((1, 1, 15, 15)).tolist(), "stride": [8, 8]}
    (found,) = made(scenario=STAMPED | {"layers": [large] * 3}).scenes
    assert found.opened is None
    assert found.layers is not None
    assert found.layers.maps().shape == (1, 1023, 1535)
    with pytest.raises(FileProblem) as caught:
        check_shown(found.layers, "large")
    assert (caught.value.key, caught.value.values()["layer"]) == ("file_layers_only", 3)


WRONG: dict[str, tuple[object, str]] = {
    "a list": ([], "no shelf"),
    "a scenario": (SCENARIO, "no shelf"),
    "a newer shelf": (written(scene(), kernelscope_shelf=2), "version 2"),
    "a version that is true": (written(scene(), kernelscope_shelf=True), "version True"),
    "a key that means nothing": (written(scene(), secnes=[]), "“secnes”"),
    "a name that is a number": (written(scene(), name=3), "“name”"),
    "no scenes": (written(), "1 to 100 scenes"),
    "scenes that are an object": (written() | {"scenes": {}}, "1 to 100 scenes"),
    "too many scenes": (written(*[scene()] * (MOST_SCENES + 1)), "1 to 100 scenes"),
    "a scene that is a list": (written(scene(), []), "scene 2"),
    "a scene without a name": (written(scene(), {"title": "A", "scenario": SCENARIO}), "scene 2 has no “name”"),
    "a scene with an empty name": (written(scene(name=" ")), "scene 1 has no “name”"),
    "a scene without a title": (written({"name": "a", "scenario": SCENARIO}), "scene 1 has no “title”"),
    "a scene without a scenario": (written({"name": "a", "title": "A"}), "scene 1 has no “scenario”"),
    "a title that is too long": (written(scene(title="a" * (LONGEST + 1))), "51 characters"),
    "two of one name": (written(scene(), scene(name="two"), scene(name="One")), "scenes 1 and 3 are both"),
    "a field that means nothing": (written(scene(postion=1)), "“postion”"),
    "a scenario that is a number": (written(scene(scenario=3)), "“scenario” must be an object"),
    "a newer scenario": (written(scene(scenario=SCENARIO | {"kernelscope": 3})), "That is “scenario” of scene 1"),
    "a scenario without a stride": (written(scene(scenario={"kernelscope": 1})), "no “stride”"),
    "a stride of nothing": (written(scene(scenario=SCENARIO | {"stride": [0, 1]})), "The stride must be from 1"),
    "a kernel too large": (written(scene(scenario=SCENARIO | {"kernel": [[1]] * 3})), "The kernel needs 3 rows"),
    "a transposed one that cannot be": (
        written(scene(scenario=STAMPED | {"layers": [STAMPED["layers"][0] | {"output_padding": [1, 0]}]})),  # type: ignore[index]
        "That is “scenario” of scene 1",
    ),
    "a position beyond the end": (written(scene(position=7)), "The position must be from 0 to 6"),
    "a position that is a word": (written(scene(position="end")), "“position” must be a number"),
    "a view that is none": (written(scene(view={"name": "side"})), "side"),
    "a view that is a word": (written(scene(view="stack")), "“view” must be an object"),
    "builds that go back": (written(scene(builds=[{"from": 2, "to": 1, "seconds": 1}])), "“builds 1.to”"),
    "builds beyond the end": (written(scene(builds=[{"from": 2, "to": 9, "seconds": 1}])), "“builds 1.to”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_one_sentence(name: str) -> None:
    found, named = WRONG[name]
    with pytest.raises(FileProblem) as caught:
        shelf_in(found, "my shelf.json")
    words = sentence_for(caught.value)
    assert words != FALLBACK
    assert "{" not in words
    assert "my shelf.json" in words
    assert named in words


def test_a_shelf_is_told_by_its_content_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(written(scene(), name="Mine")), encoding="utf-8")
    for found in (open_path(path, scenario_of("dilation")), looked_into(path)):
        assert isinstance(found, Shelf)
        assert (found.name, found.scene_names) == ("Mine", ("one",))
