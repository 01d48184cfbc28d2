"""A transposed convolution as lines of a program for others: PyTorch, or NumPy alone; see `code_text`."""

from __future__ import annotations

from ..core.layers import Convolution
from ..core.spread import in_pytorch
from ..core.tensors import Tensor
from ..core.transposed import TransposedConvolution
from .code_numbers import covered_text, image_lines, lines_of, told


def transposed_headline(layer: Convolution) -> str:
    """Return what it is, e.g. "Transposed convolution: 1 channel, 2 filters of 3 × 3, 18 weights"."""
    channels, filters = layer.channels, layer.filters
    rows, columns = layer.kernel_size
    return (
        f"Transposed convolution: {channels} channel{'' if channels == 1 else 's'}, "
        f"{filters} filter{'' if filters == 1 else 's'} of {rows} × {columns}, {layer.weights.size} weights"
    )


def transposed_numbers(image: Tensor, layer: Convolution, make: str, kind: str) -> str:
    """Return the lines with the image, the weights as PyTorch has them, and the biases."""
    own = "filters" if layer.groups == 1 else "filters of a group"
    weights = in_pytorch(layer.chosen_weights, layer.groups)
    return (
        image_lines(image, make, kind)
        + lines_of("weights", weights, f"channels, {own}, rows, columns", make, kind)
        + lines_of("bias", layer.bias, "filters", make, kind)
    )


def transposed_in_pytorch(image: Tensor, layer: Convolution) -> str:
    """Return the lines that make the maps, shape (1, filters, rows, columns).

    What is cut off alike on both sides PyTorch cuts itself; else the whole map is made, and cut by hand.
    """
    cuts = layer.chosen_padding.pair is None
    cut = f"maps = maps[:, :, {cut_text(layer, image)}]  # what padding cuts off\n" if cuts else ""
    return (
        f"{transposed_numbers(image, layer, 'torch.tensor', 'torch.float64')}\n"
        "images = image[None]  # a batch of one image\n"
        f"maps = F.conv_transpose2d(images, weights, bias{transposed_settings(layer)})\n{cut}"
    )


def transposed_settings(layer: Convolution) -> str:
    """Return what PyTorch's transposed convolution is told beside the weights; what it can, it cuts off itself."""
    return told(
        ("stride", layer.chosen_stride, (1, 1)),
        ("padding", layer.chosen_padding.pair or (0, 0), (0, 0)),
        ("output_padding", layer.output_padding, (0, 0)),
        ("groups", layer.groups, 1),
        ("dilation", layer.dilation, (1, 1)),
    )


def cut_text(layer: Convolution, image: Tensor) -> str:
    """Return the slices of rows and columns that are left of the whole map."""
    whole = whole_of(layer, image)
    sides = zip(layer.chosen_padding.sides, whole, strict=True)
    return ", ".join(f"{before}:{length - after}" for (before, after), length in sides)


def whole_of(layer: Convolution, image: Tensor) -> tuple[int, int]:
    """Return (rows, columns) of the map before anything is cut off it."""
    own = getattr(layer, "transposed")  # noqa: B009  # it is a Spread
    assert isinstance(own, TransposedConvolution)
    return own.whole_size((int(image.shape[1]), int(image.shape[2])))


def transposed_in_numpy(image: Tensor, layer: Convolution) -> str:
    """Return the lines that make the maps, shape (filters, rows, columns): every pixel stamps the kernel."""
    channels, rows, columns = image.shape
    own, seen = layer.filters // layer.groups, channels // layer.groups
    height, width = whole_of(layer, image)
    places = covered_text(layer.chosen_stride, layer.kernel_extent, layer.dilation)
    onto, first = ":", ""
    if layer.groups > 1:
        group = "channel" if seen == 1 else f"channel // {seen}"
        first = f"    first = {group} * {own}  # filter of its group; there are {layer.groups} groups\n"
        onto = f"first : first + {own}"
    return (
        f"{transposed_numbers(image, layer, 'np.array', 'float')}\n"
        f"maps = np.zeros(({layer.filters}, {height}, {width})) + bias[:, None, None]\n"
        f"for channel in range({channels}):\n{first}"
        f"    for row in range({rows}):\n        for column in range({columns}):\n"
        f"            maps[{onto}, {places}] += image[channel, row, column] * weights[channel]\n"
        f"maps = maps[:, {cut_text(layer, image)}]  # what padding cuts off\n"
    )
