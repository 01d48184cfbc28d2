"""What the flags make of kernels as large as the image; imported where they are asked for, or are so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .core.follow import followed
from .core.grid import Pair
from .core.scenario import Scenario
from .core.whole_image import with_whole_image


def whole_image(base: Scenario, quantities: Mapping[str, Any], layer: Mapping[str, Any]) -> tuple[Pair, dict[str, Any]]:
    """Return the size of the kernels, and what says of the layer that they are as large as the image, or no longer.

    quantities, layer: what the flags say by their keys. Where it is asked for and they were not so, nothing is around
    the image and the dilation is 1, unless a flag says another. Raises WholeImageTooLarge.
    """
    if "kernel_size" not in layer and "kernel_size" in quantities:
        return quantities["kernel_size"], {"whole_image": False} | _cropped(base, quantities["kernel_size"])
    size: Pair = quantities.get("image_size", base.pixel_size)
    whole = base if base.layer.whole_image else with_whole_image(base)
    around = {"padding": whole.layer.padding, "dilation": whole.layer.dilation}
    said: dict[str, Any] = {} if whole is base else {key: each for key, each in around.items() if key not in quantities}
    weights = followed(whole.layer.weights, size, whole.kernel_name, whole.seed)
    return size, said | {"whole_image": True, "kernel": weights}


def _cropped(base: Scenario, size: Pair) -> dict[str, Any]:
    from .core.resize import kernel_in

    return {"kernel": kernel_in(base, size)}
