"""A layer and its numbers as a program for others: PyTorch, or NumPy alone. Run, it prints the output shown.

The NumPy text says what a layer does, cell by cell, as the walk shows it: it is made to be read to a class. Numbers are
written as short as they read back the same; the maps are printed with ten decimals, which hide what adding up decimals
in another order leaves in the last places.
"""

from __future__ import annotations

from ..core.activations import SLOPE
from ..core.grid import Pair
from ..core.layers import Convolution
from ..core.tensors import Tensor
from .code_numbers import covered_text, headline, image_lines, numbers, told
from .grid_text import written
from .pooling_text import pooling_headline, pooling_in_numpy, pooling_in_pytorch
from .transposed_text import transposed_headline, transposed_in_numpy, transposed_in_pytorch, transposed_numbers

PRINTED = 10
"""Decimals of the output."""
NUMPY_MODES = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}
NUMPY_ACTIVATIONS = {
    "none": "",
    "relu": "maps = np.maximum(maps, 0)\n",
    "leaky relu": f"maps = np.where(maps > 0, maps, {SLOPE} * maps)\n",
    "sigmoid": "maps = 1 / (1 + np.exp(-np.clip(maps, -700, 700)))  # e to the 710 would be too large a number\n",
    "tanh": "maps = np.tanh(maps)\n",
    "softmax": "powers = np.exp(maps - maps.max(axis=0))\nmaps = powers / powers.sum(axis=0)\n",
}
"""What is done to the maps, shape (filters, rows, columns)."""
PYTORCH_ACTIVATIONS = {
    "none": "",
    "relu": "maps = torch.relu(maps)\n",
    "leaky relu": f"maps = F.leaky_relu(maps, {SLOPE})\n",
    "sigmoid": "maps = torch.sigmoid(maps)\n",
    "tanh": "maps = torch.tanh(maps)\n",
    "softmax": "maps = torch.softmax(maps, dim=1)\n",
}
"""What is done to the maps, shape (1, filters, rows, columns)."""


def numpy_text(image: Tensor, layer: Convolution) -> str:
    """Return a program in NumPy that prints the maps of a layer over an image, shape (channels, rows, columns).

    Raises the errors of `Convolution.check`.
    """
    return _numpy_program(headline_of(image, layer), numpy_lines(image, layer))


def headline_of(image: Tensor, layer: Convolution) -> str:
    """Return what a layer is, e.g. "Convolution: 3 channels, 4 filters of 2 × 2, 48 weights"."""
    if layer.pooling is not None:
        return pooling_headline(image, layer.pooling)
    return transposed_headline(layer) if layer.is_transposed else headline(layer)


def numpy_lines(image: Tensor, layer: Convolution) -> str:
    """Return the lines of the program that hold all numbers, as `number_lines` has them, and make the maps."""
    if layer.pooling is not None:
        return pooling_in_numpy(image, layer.pooling)
    if layer.is_transposed:
        return transposed_in_numpy(image, layer) + NUMPY_ACTIVATIONS[layer.activation]
    _check(image, layer)
    return (
        f"{numbers(image, layer, 'np.array', 'float')}\n"
        f"{numpy_padding(layer)}{_numpy_loops(image, layer)}{NUMPY_ACTIVATIONS[layer.activation]}"
    )


def number_lines(image: Tensor, layer: Convolution, make: str = "np.array", kind: str = "float") -> str:
    """Return the lines with the image, the weights and the biases; of a pooling with the image alone."""
    if layer.pooling is not None:
        return image_lines(image, make, kind)
    return (transposed_numbers if layer.is_transposed else numbers)(image, layer, make, kind)


def _numpy_program(head: str, body: str) -> str:
    """Return the whole program: what it is about, the lines that make the maps, and how they are printed."""
    return (
        f"# {head}\nimport numpy as np\n\n{body}\n"
        f"np.set_printoptions(suppress=True, precision={PRINTED}, threshold=10**6, linewidth=10**4)\n"
        f"print(maps.round({PRINTED}) + 0.0)\n"
    )


def pytorch_text(image: Tensor, layer: Convolution) -> str:
    """Return a program in PyTorch that prints the maps of a layer over an image, shape (channels, rows, columns).

    Raises the errors of `Convolution.check`, and DoesNotApply for an average of windows with dilation.
    """
    return _pytorch_program(headline_of(image, layer), pytorch_lines(image, layer))


def pytorch_lines(image: Tensor, layer: Convolution) -> str:
    """Return the lines of the program that hold all numbers, as `number_lines` has them, and make the maps."""
    if layer.pooling is not None:
        return pooling_in_pytorch(image, layer.pooling)
    if layer.is_transposed:
        return transposed_in_pytorch(image, layer) + PYTORCH_ACTIVATIONS[layer.activation]
    _check(image, layer)
    source, padding = _pytorch_padding(layer)
    settings = convolution_settings(layer, padding)
    return (
        f"{numbers(image, layer, 'torch.tensor', 'torch.float64')}\n"
        f"images = image[None]  # a batch of one image\n{source}"
        f"maps = F.conv2d(images, weights, bias{settings})\n{PYTORCH_ACTIVATIONS[layer.activation]}"
    )


def convolution_settings(layer: Convolution, padding: Pair) -> str:
    """Return what PyTorch's convolution is told beside the weights, which does so much of the padding."""
    return told(
        ("stride", layer.stride, (1, 1)),
        ("padding", padding, (0, 0)),
        ("dilation", layer.dilation, (1, 1)),
        ("groups", layer.groups, 1),
    )


def _pytorch_program(head: str, body: str) -> str:
    """Return the same with PyTorch."""
    return (
        f"# {head}\nimport torch\nimport torch.nn.functional as F\n\n{body}\n"
        f"torch.set_printoptions(precision={PRINTED}, sci_mode=False, threshold=10**6, linewidth=10**4)\n"
        f"print(maps[0].round(decimals={PRINTED}) + 0.0)\n"
    )


def _check(image: Tensor, layer: Convolution) -> None:
    channels, rows, columns = image.shape
    layer.check((channels, rows, columns))


def numpy_padding(layer: Convolution) -> str:
    """Return the line that pads the image, "" where nothing stands around it."""
    padding = layer.padding
    if not _is_padded(layer):
        return ""
    how = f', mode="{NUMPY_MODES[padding.mode]}"' if padding.mode in NUMPY_MODES else ""
    if padding.fill:
        how = f", constant_values={written(padding.fill)}"
    rows, columns = padding.sides
    return f"padded = np.pad(image, ((0, 0), {rows}, {columns}){how})\n"


def _numpy_loops(image: Tensor, layer: Convolution) -> str:
    """Return the loops over the output cells; with groups, each filter takes the channels of its own."""
    channels, rows, columns = image.shape
    shape = layer.output_shape((channels, rows, columns))
    covered = covered_text(layer.stride, layer.kernel_extent, layer.dilation)
    source = "padded" if _is_padded(layer) else "image"
    loops = f"for row in range({shape[1]}):\n    for column in range({shape[2]}):\n"
    if layer.groups == 1:
        return (
            f"maps = np.zeros({shape})\n{loops}"
            f"        patch = {source}[:, {covered}]\n"
            "        maps[:, row, column] = (weights * patch).sum(axis=(1, 2, 3)) + bias\n"
        )
    each = layer.weights.shape[1]
    deeper = "".join(f"    {line}\n" for line in loops.splitlines())
    return (
        f"maps = np.zeros({shape})\nfor number in range({layer.filters}):\n"
        f"    first = {_first_of_group(layer)}  # channel of its group; there are {layer.groups} groups\n{deeper}"
        f"            patch = {source}[first : first + {each}, {covered}]\n"
        "            maps[number, row, column] = (weights[number] * patch).sum() + bias[number]\n"
    )


def _is_padded(layer: Convolution) -> bool:
    return layer.padding.sides != ((0, 0), (0, 0))


def _first_of_group(layer: Convolution) -> str:
    """Return how the first channel that a filter sees follows from its number."""
    each, filters = layer.weights.shape[1], layer.filters // layer.groups
    return f"number{f' // {filters}' if filters > 1 else ''}{f' * {each}' if each > 1 else ''}"


def _pytorch_padding(layer: Convolution) -> tuple[str, tuple[int, int]]:
    """Return the line that pads the image, "" where the convolution does it, and the padding that this is given."""
    padding = layer.padding
    if not _is_padded(layer):
        return "", (0, 0)
    if padding.pair is not None:
        return "", padding.pair
    sides = padding.left, padding.right, padding.top, padding.bottom
    how = f', mode="{padding.mode}"' if padding.mode in NUMPY_MODES else ""
    if padding.fill:
        how = f", value={written(padding.fill)}"
    return f"images = F.pad(images, {sides}{how})  # left, right, top, bottom\n", (0, 0)
