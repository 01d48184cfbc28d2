"""Files that hold two sides of Compare: scenarios, scenes of lessons and of shelves."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np

from game.core.activations import ACTIVATIONS
from game.core.padding import MODES
from game.files.scenario_file import scenario_in, to_json

from .layered import layers


def compared(chance: random.Random) -> bytes:
    """Return a scenario file of version 2 with a side B, mostly as the program writes it, else as a hand does."""
    found = json.loads(layers(chance))
    channels = len(found["image"])
    if found["layers"][0].get("activation") == "softmax" or (channels > 1 and chance.random() < 0.3):
        found["layers"] = [other_layer(chance, channels)]
    found["compare"] = other_layer(chance, channels)
    if chance.random() < 0.4:
        return json.dumps(found | {"position": 0.5}).encode()
    opened = scenario_in(found, "compared")
    return to_json(opened.scenario, chance.choice((None, 0.5)), {"name": "flat"}, opened.other).encode()


def other_layer(chance: random.Random, channels: int) -> dict[str, object]:
    """Return a layer of any operation that goes over an image of 5 × 6 in so many channels."""
    random_, filters = np.random.default_rng(chance.randrange(9)), chance.choice((1, 2))
    pool = {"kernel_size": chance.choice(([2, 2], [3, 1], "image")), "ceil_mode": chance.random() < 0.5}
    made = {"activation": chance.choice([name for name in ACTIVATIONS if name != "softmax"]), "bias": [0.5] * filters}
    padded = {"padding": [1, 2, 0, 1], "padding_mode": chance.choice(MODES), "stride": [chance.choice((1, 2)), 1]}
    weights = random_.integers(-3, 4, (filters, channels, 2, 3))
    kinds: tuple[dict[str, object], ...] = (
        {"operation": "max pooling", **pool},
        {"operation": "average pooling", **pool, "count_include_pad": chance.random() < 0.5},
        {"operation": "transposed convolution", "weights": np.moveaxis(weights, 1, 0).tolist(), **made},
        {"operation": "convolution", "weights": weights.tolist(), **made, **padded},
        {"operation": "convolution", "weights": weights.tolist()},
    )
    return chance.choice(kinds)


def comparing(chance: random.Random, scene: dict[str, Any]) -> None:
    """Let a scene with a scenario of its own begin with Compare, without what cannot be said besides."""
    for key in ("coverage", "alone", "secret", "goal", "hints"):
        scene.pop(key, None)
    made = json.loads(compared(chance))
    scene["compare"] = made.pop("compare")
    scene["scenario"] = made
