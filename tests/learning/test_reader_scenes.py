"""The scenes of the digit reader: all have the shipped weights, and what their notes say is so."""

from __future__ import annotations

import numpy as np

from game.files.own_reader import reader_layers
from game.files.shelf import Scene
from game.files.shelves import every_shelf
from game.learning.network import Network
from game.learning.scores import Scores, scores_of
from game.learning.training import lessons_of
from tests.tools.reader_scenes import NAME, SCENES, image_of, scenes


def shelf() -> dict[str, Scene]:
    return {scene.name: scene for scene in dict(every_shelf())["networks"].scenes if scene.name.startswith(NAME)}


def read() -> dict[str, tuple[int, float]]:
    """Return what each scene's image is read as, and with which share."""
    network, images = Network(reader_layers(), (1, 8, 8)), np.array([image_of(scene) for scene in SCENES])
    scores: Scores = scores_of(network, network.own, lessons_of(images, [0] * len(images)))
    rows = zip(SCENES, scores.read, scores.shares.T, strict=True)
    return {scene.name: (int(kind), float(shares[kind])) for scene, kind, shares in rows}


def test_the_shelf_has_the_scenes_that_the_tool_makes() -> None:
    found = shelf()
    assert list(found) == [scene["name"] for scene in scenes()]
    for made in scenes():
        opened = found[made["name"]].opened
        assert opened is not None
        assert opened.scenario.image.tolist() == made["scenario"]["image"]
        assert opened.scenario.layer.weights.tolist() == made["scenario"]["layers"][0]["weights"]
        assert (found[made["name"]].title, found[made["name"]].note) == (made["title"], made["note"])


def test_a_seven_is_read_plain_and_crossed() -> None:
    assert read()["digit_reader"][0] == 7
    kind, share = read()["digit_reader_crossed"]
    assert kind == 7
    assert share > 0.98


def test_nothing_and_a_letter_get_one_large_share_and_a_seven_in_a_corner_is_read_as_another() -> None:
    found = read()
    assert found["digit_reader_nothing"][1] > 0.5
    assert found["digit_reader_letter"][1] > 0.5
    assert found["digit_reader_corner"][0] != 7
