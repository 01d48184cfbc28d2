"""Files of layers, as a hand writes them: of all kinds, and such as are to learn."""

from __future__ import annotations

import json
import random

import numpy as np

from game.core.activations import ACTIVATIONS
from game.core.learning import LOSSES
from game.core.padding import MODES
from game.files.fields import Fields
from game.files.layer_file import layers_of


def layers(chance: random.Random) -> bytes:
    """Return a scenario file of version 2 as a hand writes it: channels, filters, a padding and an activation."""
    random_ = np.random.default_rng(chance.randrange(9))
    channels, filters = chance.choice(((1, 1), (3, 2), (4, 4)))
    groups = chance.choice((1, channels)) if filters % channels == 0 else 1
    weights = random_.integers(-3, 4, (filters, channels // groups, 2, 2)).tolist()
    layer: dict[str, object] = {"operation": "convolution", "weights": weights, "groups": groups}
    if chance.random() < 0.7:
        layer |= {"padding": [1, 2, 0, 1], "padding_mode": chance.choice(MODES), "padding_value": 0.5}
        layer |= {"bias": [0.5] * filters, "activation": chance.choice(tuple(ACTIVATIONS)), "stride": [1, 2]}
    if chance.random() < 0.3:
        whole = random_.integers(-3, 4, (filters, channels // groups, 5, 6)).tolist()
        layer |= {"kernel_size": "image", "weights": whole}
    image = random_.integers(0, 4, (channels, 5, 6)).tolist()
    return json.dumps({"kernelscope": 2, "image": image, "white": 3, "layers": [layer], "name": "Layers"}).encode()


def learning(chance: random.Random) -> bytes:
    """Return a file of one or two layers that are to learn, as a hand writes it."""
    found = json.loads(layers(chance))
    random_ = np.random.default_rng(chance.randrange(9))
    if chance.random() < 0.4:
        found["layers"][0]["activation"] = "relu"
        maps = len(found["layers"][0]["weights"])
        found["layers"].append({"operation": "convolution", "weights": random_.normal(size=(2, maps, 1, 1)).tolist()})
    shape = layers_of(Fields(found, "layers")).maps().shape
    shares = found["layers"][-1].get("activation") == "softmax"
    chosen = random_.integers(shape[0], size=shape[1:])
    target = np.moveaxis(np.eye(shape[0])[chosen], 2, 0) if shares else random_.normal(size=shape)
    found["learning"] = {
        "target": target.tolist(),
        "loss": "cross entropy" if shares else chance.choice(LOSSES[:2]),
        "learning_rate": chance.choice((0.01, 0.5, 1000)),
        "momentum": chance.choice((0, 0.9)),
        "bias": chance.random() < 0.5,
    }
    return json.dumps(found).encode()


def operations(chance: random.Random) -> bytes:
    """Return a file of one to three layers of all kinds, as a hand writes it; some of them do not fit."""
    random_, side = np.random.default_rng(chance.randrange(9)), (0, 1, 2)
    pool = {"kernel_size": chance.choice(([2, 2], [3, 1], "image")), "ceil_mode": chance.random() < 0.5}
    stamp = {"weights": random_.integers(-3, 4, (2, 2, 2, 3)).tolist(), "bias": [0.5, -1], "output_padding": [0, 1]}
    kinds: tuple[dict[str, object], ...] = (
        {"operation": "max pooling", **pool, "dilation": [chance.choice((1, 2)), 1]},
        {"operation": "average pooling", **pool, "count_include_pad": chance.random() < 0.5},
        {"operation": "transposed convolution", **stamp, "activation": chance.choice(tuple(ACTIVATIONS))},
        {
            "operation": "convolution",
            "kernel_size": chance.choice(("image", [5, 6])),
            "weights": np.ones((2, 2, 5, 6)).tolist(),
        },
    )
    found = [chance.choice(kinds) | {"stride": [1, 2]} for _ in range(chance.randint(1, 3))]
    found[0] = found[0] | {"padding": [chance.choice(side) for _ in range(4)]}
    image = random_.integers(-4, 5, (2, 5, 6)).tolist()
    return json.dumps({"kernelscope": 2, "image": image, "layers": found}).encode()
