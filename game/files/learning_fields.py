"""What a scenario file of version 2 says is to be learned: its key `learning`, read and written.

    {"target": [[[…]]], "loss": "mean squared error", "learning_rate": 0.1, "momentum": 0, "bias": true}

A target as large as a large image is written packed, as images are.
"""

from __future__ import annotations

import json

from ..core.learning import LEARNING_RATE, LOSSES, MEAN, MOMENTUM, TARGET, Learning
from ..core.limits import IMAGE_SIZE
from ..core.tensors import Tensor
from .errors import FileProblem, shown
from .fields import Fields, listed, one_of, real_in, truth
from .layer_fields import tensor_of
from .scenario_parts import lists_text, number_text, object_text

KEY = "learning"


def learning_in(fields: Fields) -> Learning | None:
    """Return what is to be learned, None where a file says nothing of it. Raises FileProblem and the errors of `core`.

    Whether it is about what the layers make, `Learning.check` tells.
    """
    if KEY not in fields:
        return None
    inner = fields.inner(KEY, fields.found[KEY])
    for key in inner.found:
        if key not in Learning.names:
            allowed = tuple(sorted(Learning.names))
            raise FileProblem("file_key_unknown", path=shown(fields.path), name=inner.field(key), allowed=allowed)
    return Learning(
        inner.made("target", lambda: _target(inner)),
        inner.take("loss", one_of(LOSSES, "loss"), MEAN),
        inner.take("learning_rate", real_in(LEARNING_RATE, "learning rate"), 0.1),
        inner.take("momentum", real_in(MOMENTUM, "momentum"), 0.0),
        inner.take("bias", truth, True),
    )


def _target(inner: Fields) -> Tensor:
    if isinstance(inner.found.get("target"), dict):
        from .packed_numbers import image_of  # few are so large

        return image_of(inner.inner("target", inner.found["target"]), TARGET, "target")
    return tensor_of(inner.take("target", listed), "target", 3)


def learning_text(learning: Learning) -> str:
    """Return the same as text of a file, every number exact."""
    return object_text(
        {
            "target": _target_text(learning.target),
            "loss": json.dumps(learning.loss),
            "learning_rate": number_text(learning.learning_rate),
            "momentum": number_text(learning.momentum),
            "bias": json.dumps(learning.bias),
        },
        2,
    )


def _target_text(target: Tensor) -> str:
    if max(target.shape[1:]) <= IMAGE_SIZE.high:
        return lists_text(target.tolist(), 4)
    from .packed_numbers import image_text

    return image_text(target)
