"""What can be wrong with a scenario, as typed errors.

The errors carry facts, no sentences: ``key`` names the kind and ``values()`` gives the facts by name, so that the
room `words` can say them in any language.
"""
# ruff: noqa: N818 - the names say what is wrong ("out of range"); "Error" at each end would add nothing.

from typing import ClassVar, dataclass_transform


@dataclass_transform()
class ConvolutionError(ValueError):
    """The base of all errors of `core`; the facts of each are the annotated names of its class, in that order."""

    key: ClassVar[str] = "convolution_error"

    def __init__(self, *facts: object) -> None:
        super().__init__(*facts)
        vars(self).update(zip(type(self).__annotations__, facts, strict=False))

    def values(self) -> dict[str, object]:
        """Return the facts of this error by name, for the sentence that words makes of them."""
        return dict(vars(self))

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.values().items())
        return f"{self.key}: {facts}"


class Problem(Exception):
    """The base of what is wrong with something from outside, a file or an array in one.

    `key` names the sentence (one of the words listed in ``game/README.md``), `values()` its facts.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self._values = values

    def values(self) -> dict[str, object]:
        """Return the facts of this problem by name."""
        return dict(self._values)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self._values.items())
        return f"{self.key}: {facts}"


class OutOfRange(ConvolutionError):
    """A number lies outside low … high (both allowed)."""

    key = "out_of_range"
    quantity: str
    value: float
    low: float
    high: float


class KernelDoesNotFit(ConvolutionError):
    """Along an axis ("rows" or "columns") the kernel reaches over `extent` pixels, and only `available` are there.

    Available are the image's pixels and the padding on both sides.
    """

    key = "kernel_does_not_fit"
    axis: str
    extent: int
    available: int


class KernelIsNotTheImage(ConvolutionError):
    """Kernels that are said to be as large as the image have `rows` × `columns` weights; it has other sizes."""

    key = "kernel_is_not_the_image"
    rows: int
    columns: int
    image_rows: int
    image_columns: int


class WholeImageTooLarge(ConvolutionError):
    """Kernels as large as the image would have so many weights in all, or a longer side, than they may have."""

    key = "whole_image_too_large"
    rows: int
    columns: int
    weights: int
    side: int
    most: int


class OutputTooSmall(ConvolutionError):
    """Of a transposed convolution, more is cut off along an axis than there is: the output would be this long."""

    key = "output_too_small"
    axis: str
    length: int


class WindowWithoutPixels(ConvolutionError):
    """Along an axis ("rows" or "columns") a window of pooling, the first being 1, would meet no pixel of the image."""

    key = "window_without_pixels"
    axis: str
    window: int


class NotFinite(ConvolutionError):
    """A number is infinite or "not a number"."""

    key = "not_finite"
    quantity: str


class NotWhole(ConvolutionError):
    """A value that must be a whole number (or a pair of them) is none."""

    key = "not_whole"
    quantity: str
    value: object


class NotAGrid(ConvolutionError):
    """Values that are no grid; the reason is "empty", "ragged", "not numbers", "too large" or "not two-dimensional"."""

    key = "not_a_grid"
    quantity: str
    reason: str
    rows: int | None = None
    columns: int | None = None


class UnknownName(ConvolutionError):
    """There is no image or kernel (the `kind`) of this name; `allowed` holds those that exist."""

    key = "unknown_name"
    kind: str
    name: str
    allowed: tuple[str, ...]


class DoesNotApply(ConvolutionError):
    """A named image, kernel or action makes no sense here; `reason` is a key such as "too small" or "only 3×3"."""

    key = "does_not_apply"
    name: str
    reason: str


def check_known(kind: str, name: object, allowed: tuple[str, ...]) -> None:
    """Raise UnknownName unless the name is one of those of its kind."""
    if name not in allowed:
        raise UnknownName(kind, str(name), allowed)


def check_applies(name: str, reason: str | None) -> None:
    """Raise DoesNotApply if there is a reason against the named thing."""
    if reason is not None:
        raise DoesNotApply(name, reason)


class PaddingTooLarge(ConvolutionError):
    """A side ("top" …) has more padding than the mode can fill: `most` is what an image of this size gives."""

    key = "padding_too_large"
    side: str
    mode: str
    amount: int
    most: int


class NotATensor(ConvolutionError):
    """Values that are no grids of one size, one for each channel (or filter); `where` names the first that is wrong.

    The reason is "empty", "ragged", "not numbers", "too large" or "wrong depth".
    """

    key = "not_a_tensor"
    quantity: str
    reason: str
    where: str = ""


class GroupsDoNotDivide(ConvolutionError):
    """Channels or filters (`quantity`) cannot be shared out evenly among so many groups; `allowed` can."""

    key = "groups_do_not_divide"
    quantity: str
    count: int
    groups: int
    allowed: tuple[int, ...]


class WrongShape(ConvolutionError):
    """Numbers of a layer have another shape than the channels ask for.

    The reason is "weights", "bias", or "transposed" for the weights of such a convolution.
    """

    key = "wrong_shape"
    reason: str
    found: tuple[int, ...]
    needed: tuple[int, ...]


class NotAShare(ConvolutionError):
    """At a place of a target (from 1) a number is no share, or all of them do not add up to 1 (`reason`)."""

    key = "not_a_share"
    reason: str
    value: float
    row: int
    column: int


class LearningNotFinite(ConvolutionError):
    """With this learning rate, an update (from 1) makes numbers that are infinite, or none at all."""

    key = "learning_not_finite"
    update: int
    rate: float


class LayerDoesNotFit(ConvolutionError):
    """A layer of a network, the first being 1, cannot take the `maps` of `rows` × `columns` that come to it.

    `problem` says why not: an error as of one layer alone.
    """

    key = "layer_does_not_fit"
    layer: int
    maps: int
    rows: int
    columns: int
    problem: ConvolutionError


class SoftmaxNotLast(ConvolutionError):
    """A layer of a network, the first being 1, has softmax, and of `layers` it is not the last."""

    key = "softmax_not_last"
    layer: int
    layers: int


class TooManyLayers(ConvolutionError):
    """A network would have `count` layers, and `most` are allowed."""

    key = "too_many_layers"
    count: int
    most: int


class NoSuchLayer(ConvolutionError):
    """There is no layer of this number, the first being 1, in a network of `count`; `reason`: what it was wanted for.

    The reason is "focus", "move", "remove", or "file", in which layers count from 0.
    """

    key = "no_such_layer"
    reason: str
    layer: int
    count: int
