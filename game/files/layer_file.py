"""Scenario files of version 2: channels and layers. What has one layer opens in the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ..core.activations import OF_A_SUM
from ..core.grid import checked_whole, frozen
from ..core.kept_picture import KeptPicture
from ..core.layers import Convolution
from ..core.limits import WHITE
from ..core.operations import Operation, maps_of
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..core.spread import of_pytorch
from ..core.tensors import Tensor
from ..value import Single
from .errors import FileProblem, shown
from .fields import Fields, number, real_in, text
from .layer_fields import image_in, layers_in
from .scenario_parts import LAYERED, LIMIT, OpenedScenario, of_all_layers, opened, said_in, tidy_name
from .strict_json import read_json


class OpenedLayers(Single):
    """What a file of version 2 held: an image, shape (channels, rows, columns), and the layers over it."""

    image: Tensor
    white: float
    layers: tuple[Operation, ...]
    name: str
    picture: KeptPicture | None = None

    def maps(self) -> Tensor:
        """Return the maps of the last layer, each layer's being the next one's image. Raises the errors of `core`."""
        found = self.image
        for layer in self.layers:
            found = maps_of(found, layer)
        return found


def read_layers(path: Path) -> OpenedLayers | None:
    """Return what a file of version 2 holds; None for every other file, which says itself what is wrong with it.

    Raises FileProblem and the errors of `core`.
    """
    try:
        found = read_json(path, LIMIT)
    except FileProblem:
        return None
    if not isinstance(found, dict) or found.get("kernelscope") != LAYERED:
        return None
    return layers_of(Fields(found, path))


def layers_of(fields: Fields) -> OpenedLayers:
    """Return the image and the layers of a file. Raises FileProblem and the errors of `core`."""
    picture, image = _picture_in(fields)
    found = OpenedLayers(
        image_in(fields) if image is None else image,
        fields.take("white", real_in(WHITE, "white"), 1.0),
        layers_in(fields),
        tidy_name(fields.take("name", text, "")),
        picture,
    )
    for place, layer in enumerate(found.layers[:-1]):
        if not isinstance(layer, Pooling) and layer.activation == "softmax":
            raise FileProblem("file_softmax", path=shown(fields.path), name=f"layers[{place}].activation")
    found.layers[0].check((found.image.shape[0], found.image.shape[1], found.image.shape[2]))
    return found


def _picture_in(fields: Fields) -> tuple[KeptPicture | None, Tensor | None]:
    """Return the picture that is kept with the image, and the image: of its own, or the picture at the resolution.

    Raises FileProblem, "file_picture" where they do not belong together, and the errors of `core`.
    """
    if "picture" not in fields:
        return None, None
    from .packed_numbers import picture_of  # most files have none

    picture = picture_of(fields.inner("picture", fields.found["picture"]))
    image = image_in(fields) if "image" in fields else None
    longest = picture.first_resolution if image is None else max(image.shape[1:])
    asked = fields.take("resolution", number, longest)
    size = picture.size_at(checked_whole(asked, "resolution", picture.resolutions))
    if image is None:
        image = frozen(picture.image_in(size))
    if image.shape != (picture.channels, *size):
        raise FileProblem("file_picture", path=shown(fields.path))
    return picture, image


def layered_in(fields: Fields) -> OpenedScenario:
    """Return the scenario of a file that holds one layer, such as the window shows.

    Raises FileProblem "file_layers_only" where it holds several, or one that looks at all channels of a cell at once
    (softmax), and as `layers_of` does.
    """
    found = layers_of(fields)
    layer = found.layers[0]
    if len(found.layers) > 1 or not _is_shown(layer):
        raise FileProblem("file_layers_only", path=shown(fields.path))
    said = _said_of(layer) | said_in(fields, of_all_layers())
    return opened(fields, Scenario(tuple(found.image), name=found.name, picture=found.picture, **said))


def _is_shown(layer: Operation) -> bool:
    """Say whether the window shows such a layer."""
    return isinstance(layer, Pooling) or layer.activation in OF_A_SUM


def _said_of(layer: Operation) -> dict[str, Any]:
    """Return what a scenario is told of its layer; of a pooling that says all, and its kernel is not looked at."""
    if isinstance(layer, Pooling):
        return {"kernel": np.ones((1, 1)), "pooling": layer}
    names = ("stride", "padding", "dilation", "bias", "groups", "activation")
    said = {name: getattr(layer, name) for name in names}
    if isinstance(layer, Convolution):
        return said | {"kernel": layer.weights}
    return said | {"kernel": of_pytorch(layer), "transposed": True, "output_padding": layer.output_padding}
