"""A text code of version 3 holds a network: every layer number by number, and which of them is in focus."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.core.chained import focused, layers_of, of_layers, source_of
from game.core.errors import ConvolutionError
from game.core.kept_picture import KeptPicture
from game.core.layers import Convolution
from game.core.learning import Learning
from game.core.pooling import Pooling
from game.core.resolution import with_kept_picture
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.scenario_parts import OpenedScenario, recognised
from game.files.shelf_file import read_shelf
from game.files.shelves import shelf_path
from game.handout import text_code
from game.handout.packing import Packer
from game.handout.symbols import in_bytes, in_symbols, length_of
from game.handout.text_code import decoded, encoded
from game.words.sentences import sentence, sentence_for
from tests.core.chains import random_network
from tests.core.chains import source_of as source_of_image
from tests.handout.test_text_code import VIEW, key_of, slips
from tests.networks import digit_reader, four_layers


def held(scenario: Scenario, position: float | None = None) -> OpenedScenario:
    return OpenedScenario(recognised(scenario), position, VIEW if position else {})


def check(opened: OpenedScenario) -> str:
    code = encoded(opened)
    found = decoded(code)
    assert found == opened
    assert code.startswith("KS3-")
    ours, theirs = source_of(found.scenario), source_of(opened.scenario)
    assert [one.tobytes() for one in ours.channels] == [one.tobytes() for one in theirs.channels]
    assert (ours.white, ours.image_name) == (theirs.white, theirs.image_name)
    assert layers_of(found.scenario) == layers_of(opened.scenario)
    return code


@pytest.mark.parametrize("seed", range(25))
def test_any_network_comes_back_with_the_layer_in_focus(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scenario = random_network(chance).changed(name=f"Network {seed}", seed=seed)
    check(held(scenario))
    check(held(scenario, scenario.steps / 2))


@pytest.mark.parametrize("focus", range(3))
def test_the_digit_reader_makes_the_same_shares_from_its_code(focus: int) -> None:
    reader = digit_reader(focus)
    code = check(held(reader))
    ours, theirs = (chain_results(one).outputs[-1] for one in map(result_of, (reader, decoded(code).scenario)))
    assert np.array_equal(ours, theirs)
    assert len(code) < 1800


def test_every_network_of_the_gallery_comes_back() -> None:
    scenes = [scene.opened for scene in read_shelf(shelf_path("networks")).scenes]
    assert len(scenes) >= 8
    for opened in scenes:
        assert opened is not None
        check(OpenedScenario(opened.scenario, opened.position, opened.view))


def test_what_a_network_is_to_learn_goes_with_it() -> None:
    shares = np.full((10, 1, 1), 0.1)
    reader = digit_reader(1).varied(learning=Learning(shares, "cross entropy", 0.05, 0.9))
    check(held(reader))


def test_a_network_of_one_layer_or_with_a_focus_that_there_is_not_is_damaged() -> None:
    data = bytearray(in_bytes(encoded(held(digit_reader()))[4:]))
    for count, focus in ((1, 0), (0, 0), (3, 3), (7, 0)):
        data[:2] = bytes((count, focus))
        assert key_of(f"KS3-{in_symbols(bytes(data))}") == "code_damaged"


def test_one_layer_has_a_code_of_an_older_version_alone() -> None:
    for count, key in ((1, "code_damaged"), (2, "")):
        packer = Packer()
        packer.wholes((count, 0, 1, 1, 1, 0))
        packer.grid(np.zeros((1, 1, 1)))
        packer.wholes((2, 0, 1, 1) * count)  # max pooling, nothing said, 1 × 1
        code = f"KS3-{in_symbols(bytes(packer.data))}"
        assert key_of(code) == key if key else len(layers_of(decoded(code).scenario)) == count


def test_no_slip_in_a_network_passes() -> None:
    for slip in slips(encoded(held(focused(random_network(np.random.default_rng(3)), 0)))):
        assert key_of(slip) in ("code_damaged", "code_cut_off")


def test_bytes_that_were_changed_by_intent_are_refused_or_a_valid_network() -> None:
    chance, whole = random.Random(2), in_bytes(encoded(held(random_network(np.random.default_rng(5))))[4:])
    said = set[str]()
    for _ in range(400):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            found = decoded(f"KS3-{in_symbols(bytes(data))}")
        except (FileProblem, ConvolutionError) as problem:
            said.add(sentence(problem.key, **problem.values()))
        else:
            check(found)
    assert sentence("no such key") not in said


def test_older_versions_know_nothing_of_networks() -> None:
    code = encoded(held(four_layers()))
    for older in ("KS1-", "KS2-"):
        assert key_of(code.replace("KS3-", older)) in ("code_damaged", "out_of_range")


def test_what_is_too_long_says_how_long_it_is() -> None:
    image = np.random.default_rng(1).random((16, 64, 64))
    layers = (Convolution(np.ones((1, 16, 1, 1))), Pooling("max", (2, 2)))
    with pytest.raises(FileProblem) as caught:
        encoded(held(of_layers(startup(), layers, 1, source_of_image(image))))
    length = caught.value.values()["length"]
    assert isinstance(length, int)
    assert length > text_code.LONGEST
    assert f"this has {length};" in sentence_for(caught.value)


def test_how_long_a_code_is_is_known_before_it_is_made() -> None:
    for size in (0, 1, 31, 32, 33, 500):
        assert length_of(size) == len(in_symbols(bytes(size)))


def test_a_network_over_a_photo_is_refused_whichever_layer_is_in_focus() -> None:
    photo = with_kept_picture(startup(), KeptPicture(np.zeros((9, 9, 1), np.uint8)), 9)
    layers = (Convolution(np.ones((1, 1, 1, 1))), Pooling("max", (2, 2)))
    for focus in (0, 1):
        with pytest.raises(FileProblem, match="code_photo"):
            encoded(held(of_layers(photo, layers, focus)))


def test_the_code_of_a_network_is_for_ever_this_one() -> None:
    layers = (Convolution([[[[1.0, -0.5]]]], activation="relu"), Pooling("max", (1, 2), (1, 1)))
    image = np.array([[[0.0, 1, 2], [3, 4, 5]]])
    scenario = of_layers(startup().changed(name="Kept"), layers, 1, source_of_image(image, 5.0))
    assert encoded(OpenedScenario(scenario, 0.5, {})) == KEPT
    assert decoded(KEPT).scenario.channels[0].tolist() == [[0, 0], [1, 1.5]]


KEPT = "KS3-00a0TSdRpaxE9Mto6YL46Ywz7A7uVfzxdFKBQa6xjSJ6VV018wgT9dp6b0"
