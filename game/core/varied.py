"""Another scenario that comes of one by other values for some of its fields, however these are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np

from ..value import Value
from .errors import WrongShape
from .grid import checked_grid, frozen
from .in_front import InFront, put_in_front
from .padding import Padding
from .taken import around_of
from .tensors import dimensions_of

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

OF_THE_LAYER = ("stride", "padding", "dilation", "bias", "groups", "activation", "whole_image")
_LAYERS_OWN = ("bias", "groups", "activation", "pooling", "output_padding", "whole_image")


class Varied(InFront, Value):
    """What makes another one with other values; the fields are those of `Scenario`."""

    def with_image(self, image: ArrayLike, image_name: str = "", white: float | None = None) -> Self:
        """Return the scenario with another image, and with another white if one is given."""
        grid = image if isinstance(image, tuple) else checked_grid(image, "image")
        return self.varied(image=grid, image_name=image_name, white=self.white if white is None else white)

    def with_kernel(self, kernel: ArrayLike, kernel_name: str = "") -> Self:
        """Return the scenario with another kernel."""
        return self.varied(kernel=checked_grid(kernel, "kernel"), kernel_name=kernel_name)

    def named(self, name: str) -> Self:
        """Return the scenario under another name."""
        return self.varied(name=name)

    def varied(self, **values: object) -> Self:
        """Return the scenario with other values for some fields, or itself when they are what it has.

        With another seed pixels and weights stay (`resize.reseed` re-rolls them).
        """
        if all(same(self._value(name, value), value) for name, value in values.items()):
            return self
        return self.changed(**values)

    def _value(self, name: str, like: object) -> object:
        """Return what a field has now, of the kind of what it may become."""
        if name == "image":
            return self.pixels if isinstance(like, tuple) else self.pixels[self.channel]
        if name == "kernel":
            return self.layer.chosen_weights if dimensions_of(like) == 4 else self.chosen_kernel
        if name == "stride":
            return self.layer.chosen_stride
        if name == "transposed":
            return self.layer.is_transposed
        if name == "padding":
            around = self.layer.chosen_padding
            return around if isinstance(like, Padding) else around.alike
        return getattr(self.layer if name in _LAYERS_OWN else self, name)

    def changed(self, **values: Any) -> Self:
        """Return the scenario with other values for some fields; what is in front stays there, if it is still there.

        image, kernel: those in front, or all channels and all weights, as their dimensions say; stride, padding,
        dilation, bias, groups, activation: of the layer. With another image the picture goes, unless one is given; with
        an output of another size, what was to be learned. Raises the errors of `core`.
        """
        layer = self.layer
        given = {name: getattr(self, name) for name in self.names if name not in ("channels", "layer")}
        given |= {name: getattr(layer, name) for name in OF_THE_LAYER}
        given |= {"image": self.pixels, "kernel": layer.chosen_weights, "pooling": layer.pooling}
        given |= {"stride": layer.chosen_stride, "padding": layer.chosen_padding, "transposed": layer.is_transposed}
        if self.picture is not None and not self._has_image(values.get("image", self.pixels)):
            given["picture"] = None  # what is shown is none of it any more
        learning = given.pop("learning")  # it is looked at once all else stands
        given |= values
        if given["transposed"]:
            given = {"output_padding": layer.output_padding} | given
        if layer.pooling is not None and given["pooling"] is layer.pooling:
            given["pooling"] = layer.pooling.over(values)
        given["padding"] = around_of(given["padding"], layer.chosen_padding)
        given["image"], given["kernel"] = self._whole_image(given["image"]), self._whole_weights(given["kernel"])
        if given["whole_image"]:
            from .follow import follow_image  # few kernels are as large as the image

            follow_image(given, values)
        made = type(self)(**given)
        if learning is not None and "learning" not in values:
            from .learners import kept_by

            shape = len(made.channels), *made.pixel_size
            made.__dict__["learning"] = kept_by(learning, made.layer, made.chain, shape)
        if made.layer.weights is layer.weights:  # never those of a transposed convolution
            made.layer.__dict__["kernels"] = layer.kernels  # the very same grids: pictures of them are kept
        put_in_front(made, min(self.channel, len(made.channels) - 1), min(self.filter, made.layer.filters - 1))
        return made

    def _has_image(self, image: object) -> bool:
        """Say whether the pixels are these: all of them, or those in front."""
        return same(self._value("image", image), image)

    def _whole_image(self, image: Any) -> Any:
        """Return all channels, the one in front being this image; it alone where there is no other."""
        if isinstance(image, tuple) or dimensions_of(image) != 2 or len(self.channels) == 1:
            return image
        return (*self.pixels[: self.channel], image, *self.pixels[self.channel + 1 :])

    def _whole_weights(self, kernel: Any) -> Any:
        """Return all weights, the kernel in front being this one; it alone where there is no other."""
        if dimensions_of(kernel) != 2 or self.layer.weights.shape[:2] == (1, 1):
            return kernel
        if np.shape(kernel) != self.kernel_size:
            raise WrongShape("kernel", np.shape(kernel), self.kernel_size)
        weights = self.layer.chosen_weights.copy()
        weights[self.filter, self.place] = kernel
        return frozen(weights)


def same(one: object, other: object) -> bool:
    """Say whether two fields hold the same value; grids are compared number by number."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return one is other or np.array_equal(one, other)  # type: ignore[arg-type]
    return one == other
