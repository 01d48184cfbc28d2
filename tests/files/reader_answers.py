"""What is right in the scenes of the lesson about networks, worked out by numpy and scipy from what its file holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.signal import correlate
from scipy.special import softmax

from game.core.scenario import Scenario
from game.files.tour import Stop

PARAMETERS = 690


def layers_of(scene: Stop) -> list[dict[str, Any]]:
    found: dict[str, Any] = dict(scene.found)["scenario"]  # type: ignore[assignment]
    return list(found["layers"])


def reads_digits(scenario: Scenario) -> bool:
    """Tell whether the digit reader is shown: what it has learned is not whole, and nobody is asked to work it out."""
    return scenario.chain is not None and scenario.chain.count == 3


def sums(scene: Stop) -> np.ndarray:
    """Return the sums of the last layer of a scene's network, before softmax."""
    scenario: dict[str, Any] = dict(scene.found)["scenario"]  # type: ignore[assignment]
    maps = np.array([scenario["image"]], dtype=float)
    for layer in layers_of(scene):
        if layer["operation"] == "max pooling":
            rows, columns = maps.shape[1:] if layer["kernel_size"] == "image" else (2, 2)
            count, high, wide = maps.shape
            maps = maps.reshape(count, high // rows, rows, wide // columns, columns).max((2, 4))
            continue
        weights, edge = np.array(layer["weights"], dtype=float), layer.get("padding", [0] * 4)[0]
        padded = np.pad(maps, [(0, 0), (edge, edge), (edge, edge)])
        made = np.concatenate([correlate(padded, each, "valid") for each in weights])
        maps = made + np.reshape(layer.get("bias", [0.0] * len(weights)), (-1, 1, 1))
        maps = np.maximum(maps, 0) if layer["activation"] == "relu" else maps
    return np.ravel(maps)


def shares(scene: Stop) -> np.ndarray:
    found: np.ndarray = softmax(sums(scene))
    return found


def counted(scene: Stop) -> str:
    """Return how many weights and biases all layers have."""
    counts = [np.size(layer.get("weights", [])) + np.size(layer.get("bias", [])) for layer in layers_of(scene)]
    return f"{sum(counts)}"


def upright_line(scene: Stop) -> str:
    """Return what A answers to: the column of the upright line, and nothing within the level one."""
    weights = scene.scenario.layer.weights[0, 0]
    image = np.asarray(scene.scenario.image)
    made = np.maximum(correlate(np.pad(image, 1), weights, "valid"), 0)
    assert np.argmax(made.max(axis=0)) == np.argmax(image.sum(axis=0))
    level = int(np.argmax(image.sum(axis=1)))
    assert made[level, 2] == 0, "of a bright level line nothing is left"
    return "on the upright line"


def far_behind(scene: Stop) -> str:
    """Return what a share says: it follows from how far the largest sum is before the others, and from nothing else."""
    found, moved = sums(scene), sums(scene) + 10
    assert np.allclose(softmax(found), softmax(moved))
    assert int(np.argmax(found)) == 7
    assert shares(scene)[7] > 0.99
    return "how far the others are behind"


def fits_best(scene: Stop) -> str:
    found = shares(scene)
    assert int(np.argmax(found)) == 4
    assert f"{found[4]:.0%}" == "89%"
    return "of the ten it fits best"


TRUE: dict[tuple[str, str], Callable[[Stop], str]] = {
    ("lesson-6", "What a filter of the first layer sees"): upright_line,
    ("lesson-6", "The last layer: everything to each answer"): lambda s: f"{sums(s)[2]:g}",
    ("lesson-6", "From sums to shares"): lambda s: f"{shares(s).sum():g}",
    ("lesson-6", "Count its parameters"): counted,
    ("lesson-6", "A crossed 7"): far_behind,
    ("lesson-6", "A letter"): lambda s: f"{np.argmax(shares(s))}",
    ("lesson-6", "Exit ticket"): fits_best,
}
