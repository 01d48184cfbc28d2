"""Scenario files of version 2: channels, and one layer or several, of which one is in focus."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ..core.chain import SOFTMAX, Source, activation_of, check_shapes
from ..core.chained import of_layers, said_of
from ..core.errors import LayerDoesNotFit, NoSuchLayer, OutOfRange
from ..core.grid import Pair, checked_whole, frozen
from ..core.kept_picture import KeptPicture
from ..core.learning import Learning
from ..core.limits import WHITE
from ..core.operations import Operation, chained_maps
from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..value import Single
from .errors import FileProblem, shown
from .fields import Fields, number, real_in, text, whole
from .layer_fields import image_in, layers_in
from .scenario_parts import (
    LAYERED,
    OpenedScenario,
    of_all_layers,
    opened,
    recognised,
    said_in,
    scenario_json,
    tidy_name,
)


class OpenedLayers(Single):
    """What a file of version 2 held: an image, shape (channels, rows, columns), and the layers over it."""

    image: Tensor
    white: float
    layers: tuple[Operation, ...]
    name: str
    picture: KeptPicture | None = None
    learning: Learning | None = None

    def all_maps(self) -> tuple[Tensor, ...]:
        """Return the maps of every layer, each layer's being the next one's image. Raises the errors of `core`."""
        return chained_maps(self.image, self.layers)

    def maps(self) -> Tensor:
        """Return the maps of the last layer. Raises the errors of `core`."""
        return self.all_maps()[-1]


def read_layers(path: Path) -> OpenedLayers | None:
    """Return what a file of version 2 holds; None for every other file, which says itself what is wrong with it.

    Raises FileProblem and the errors of `core`.
    """
    try:
        found = scenario_json(path)
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
        _learning_in(fields),
    )
    for place, layer in enumerate(found.layers[:-1]):
        if activation_of(layer) == SOFTMAX:
            raise FileProblem("file_softmax", path=shown(fields.path), name=f"layers[{place}].activation")
    found.layers[0].check((found.image.shape[0], found.image.shape[1], found.image.shape[2]))
    if found.learning is not None:
        from ..core.chain_gradients import goal_of  # here and below: few files say what is to be learned

        goal_of(found.image, found.layers, found.learning)
    return found


def _learning_in(fields: Fields) -> Learning | None:
    if "learning" not in fields:
        return None
    from .learning_fields import learning_in

    return learning_in(fields)


def _picture_in(fields: Fields) -> tuple[KeptPicture | None, Tensor | None]:
    """Return the picture that is kept with the image, and the image: of its own, or the picture at the resolution.

    Raises FileProblem, "file_picture" where they do not belong together, and the errors of `core`.
    """
    if "picture" not in fields:
        return None, None
    picture = _kept(fields)
    image = image_in(fields) if "image" in fields else None
    longest = picture.first_resolution if image is None else max(image.shape[1:])
    asked = fields.take("resolution", number, longest)
    size = picture.size_at(checked_whole(asked, "resolution", picture.resolutions))
    if image is None:
        image = _sampled(picture, size)
    if image.shape != (picture.channels, *size):
        raise FileProblem("file_picture", path=shown(fields.path))
    return picture, image


@lru_cache(maxsize=4)
def _sampled(picture: KeptPicture, size: Pair) -> Tensor:
    """Return the image of a picture in a size; scenes of a shelf show one under many kernels."""
    return frozen(picture.image_in(size))


def _kept(fields: Fields) -> KeptPicture:
    """Return the picture of a file: packed, or by its name one that comes with the program."""
    named = fields.found["picture"]
    if isinstance(named, str):
        from .own_pictures import kept_picture  # here and below: most files have none

        return kept_picture(named)
    from .packed_numbers import picture_of

    return picture_of(fields.inner("picture", named))


def layered_in(fields: Fields) -> OpenedScenario:
    """Return the scenario of a file: its layer, or of several the one in focus, which is the first if it does not say.

    Raises FileProblem "file_layers_only" where the maps of a layer are larger than any image that the window shows, the
    errors of `chained.of_layers`, and as `layers_of` does.
    """
    found = layers_of(fields)
    focus = fields.take("layer", whole, 0)
    if not 0 <= focus < len(found.layers):
        raise NoSuchLayer("file", focus, len(found.layers) - 1)
    said = said_of(found.layers[0]) | said_in(fields, of_all_layers())
    named: dict[str, Any] = {"name": found.name, "picture": found.picture}
    if len(found.layers) == 1:
        return opened(fields, Scenario(tuple(found.image), **named, **said, learning=found.learning))
    check_shown(found, fields.path)
    first = recognised(Scenario(tuple(found.image), **named, **said))
    return opened(fields, of_layers(first, found.layers, focus).varied(learning=found.learning))


def check_shown(found: OpenedLayers, name: object) -> None:
    """Raise unless the layers fit one another, and the window shows all of their maps; `name` is that of the file."""
    try:
        check_shapes(found.layers, Source(tuple(found.image), found.white).shape)
    except LayerDoesNotFit as error:
        if isinstance(error.problem, OutOfRange) and error.problem.quantity == "image size":
            raise FileProblem("file_layers_only", path=shown(name), layer=error.layer) from error
        raise
