"""What a layer is made of, written as programs write it: nested lists of numbers, each as short as it can be."""

from __future__ import annotations

from ..core.grid import Grid, Pair
from ..core.layers import Convolution
from ..core.tensors import Filters, Tensor
from .grid_text import written

WIDEST = 100
"""Characters of a kernel in one line; a larger one has a line for each row."""
FEW_ROWS = 3
"""Rows that a kernel in one line may have."""


def headline(layer: Convolution) -> str:
    """Return what the layer is, e.g. "Convolution: 3 channels, 4 filters of 2 × 2, 48 weights"."""
    channels, filters = (
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in ((layer.channels, "channel"), (layer.filters, "filter"))
    )
    rows, columns = layer.kernel_size
    named = "Convolution as large as the image, fully connected" if layer.is_fully_connected else "Convolution"
    return f"{named}: {channels}, {filters} of {rows} × {columns}, {layer.weights.size} weights"


def numbers(image: Tensor, layer: Convolution, make: str, kind: str) -> str:
    """Return the lines with the image, the weights and the biases, each made by a function from nested lists."""
    seen = "channels" if layer.groups == 1 else "channels of a group"
    weights = lines_of("weights", layer.weights, f"filters, {seen}, rows, columns", make, kind)
    return image_lines(image, make, kind) + weights + lines_of("bias", layer.bias, "filters", make, kind)


def image_lines(image: Tensor, make: str, kind: str) -> str:
    """Return the lines with the image alone."""
    return lines_of("image", image, "channels, rows, columns", make, kind)


def lines_of(name: str, values: Tensor | Filters, shape: str, make: str, kind: str) -> str:
    """Return the lines that give numbers a name, below what their dimensions are."""
    start = f"{name} = {make}("
    return f"# {shape}\n{start}{nested(values, len(start))}, dtype={kind})\n"


def nested(values: Tensor | Filters | Grid, indent: int = 0) -> str:
    """Return numbers as nested lists: a line for each row of an image, and for each kernel where there is room.

    `indent` is where the first list stands in its line, so that all that follow stand under it.
    """
    if values.ndim == 1:
        return f"[{', '.join(map(written, values.tolist()))}]"
    if values.ndim == 2:
        texts = [[written(value) for value in row] for row in values.tolist()]
        width = max(len(text) for row in texts for text in row)
        rows = [f"[{', '.join(text.rjust(width) for text in row)}]" for row in texts]
    else:
        rows = [nested(part, indent + 1) for part in values]
    line = f"[{', '.join(rows)}]"
    if values.ndim == 2 and len(line) <= WIDEST and len(rows) <= FEW_ROWS:
        return line
    apart = ",\n\n" if values.ndim > 2 and any("\n" in row for row in rows) else ",\n"
    return f"[{(apart + ' ' * (indent + 1)).join(rows)}]"


def told(*settings: tuple[str, object, object]) -> str:
    """Return what a function or module of PyTorch is told by name: settings that have another value than usual."""
    return "".join(f", {name}={value}" for name, value, usual in settings if value != usual)


def covered_text(strides: Pair, extents: Pair, dilations: Pair) -> str:
    """Return which rows and columns are covered at a place, e.g. "row * 2 : row * 2 + 3, column : column + 3"."""
    return ", ".join(map(_slice, ("row", "column"), strides, extents, dilations))


def _slice(place: str, stride: int, extent: int, dilation: int) -> str:
    start = place if stride == 1 else f"{place} * {stride}"
    return f"{start} : {start} + {extent}" + (f" : {dilation}" if dilation > 1 else "")
