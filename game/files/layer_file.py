"""Scenario files of version 2: channels and layers. What one channel and one kernel can show opens in the window."""

from __future__ import annotations

from pathlib import Path

from ..core.activations import ACTIVATIONS
from ..core.layers import Convolution
from ..core.limits import WHITE, Range
from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..core.traced import Traced
from ..value import Single
from .errors import FileProblem, shown
from .fields import Fields, real_in, text
from .layer_fields import image_in, layers_in
from .scenario_file import LAYERED, LIMIT, OpenedScenario, recognised, tidy_name, view_in
from .strict_json import read_json


class OpenedLayers(Single):
    """What a file of version 2 held: an image, shape (channels, rows, columns), and the layers over it."""

    image: Tensor
    white: float
    layers: tuple[Convolution, ...]
    name: str

    def maps(self) -> Tensor:
        """Return the maps of the last layer, each layer's being the next one's image. Raises the errors of `core`."""
        found = self.image
        for layer in self.layers:
            found = Traced(found, layer).maps
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
    opened = OpenedLayers(
        image_in(fields),
        fields.take("white", real_in(WHITE, "white"), 1.0),
        layers_in(fields),
        tidy_name(fields.take("name", text, "")),
    )
    for place, layer in enumerate(opened.layers[:-1]):
        if layer.activation == "softmax":
            raise FileProblem("file_softmax", path=shown(fields.path), name=f"layers[{place}].activation")
    opened.layers[0].check((opened.image.shape[0], opened.image.shape[1], opened.image.shape[2]))
    return opened


def plain_in(fields: Fields) -> OpenedScenario:
    """Return the scenario of a file that holds one channel, one kernel, and nothing that they could not show.

    Raises FileProblem "file_layers_only" where it holds more, and as `layers_of` does.
    """
    found = layers_of(fields)
    layer, padding = found.layers[0], found.layers[0].padding.pair
    one = len(found.layers) == len(found.image) == layer.filters == 1
    if not one or padding is None or layer.bias.any() or layer.activation != next(iter(ACTIVATIONS)):
        raise FileProblem("file_layers_only", path=shown(fields.path))
    scenario = Scenario(
        image=found.image[0],
        kernel=layer.weights[0, 0],
        white=found.white,
        stride=layer.stride,
        padding=padding,
        dilation=layer.dilation,
        name=found.name,
    )
    position = real_in(Range(0, scenario.steps), "position")
    where = fields.take("position", position) if "position" in fields else None
    return OpenedScenario(recognised(scenario), where, view_in(fields))
