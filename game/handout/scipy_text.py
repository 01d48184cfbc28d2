"""The lines that make the maps of a layer with SciPy, of the numbers named by `files.code_text.number_lines`."""

from __future__ import annotations

from ..core.grid import Pair
from ..core.layers import Convolution
from ..core.pooling import Pooling
from ..core.tensors import Tensor
from ..files.code_text import NUMPY_ACTIVATIONS, numpy_padding
from ..files.transposed_text import cut_text, whole_of


def scipy_lines(image: Tensor, layer: Convolution) -> str:
    """Return the lines that make `maps`, shape (filters, rows, columns), of the image (channels, rows, columns)."""
    channels, rows, columns = image.shape
    if layer.pooling is not None:
        shape = layer.pooling.output_shape((channels, rows, columns))
        how = _largest if layer.pooling.kind == "max" else _mean
        return how(layer.pooling, layer, shape[1:])
    made = _stamped(image, layer) if layer.is_transposed else _slid(image, layer)
    return f"from scipy import signal\n\n{made}{NUMPY_ACTIVATIONS[layer.activation]}"


def _kernels(layer: Convolution) -> tuple[str, str]:
    """Return the lines that put zeros between the weights, "" where there are none, and what has the weights then."""
    if layer.dilation == (1, 1):
        return "", "weights"
    (rows, columns), (down, across) = layer.kernel_extent, layer.dilation
    lines = f"kernels = np.zeros((*weights.shape[:2], {rows}, {columns}))  # with the gaps of the dilation\n"
    return f"{lines}kernels[:, :, ::{down}, ::{across}] = weights\n", "kernels"


def _slid(image: Tensor, layer: Convolution) -> str:
    """Return the lines of a convolution: SciPy calls it correlation, its convolution turns the kernels."""
    channels, rows, columns = image.shape
    shape = layer.output_shape((channels, rows, columns))
    gaps, kernels = _kernels(layer)
    padding = numpy_padding(layer)
    source, each = "padded" if padding else "image", layer.weights.shape[1]
    first, seen = "", source
    if layer.groups > 1:
        first = f"    first = number // {layer.filters // layer.groups} * {each}  # channel of its group\n"
        seen = f"{source}[first : first + {each}]"
    steps = "" if layer.stride == (1, 1) else f"[::{layer.stride[0]}, ::{layer.stride[1]}]"
    return (
        f"{padding}{gaps}maps = np.zeros({shape}) + bias[:, None, None]\n"
        f"for number in range({layer.filters}):\n{first}"
        f"    for channel, kernel in zip({seen}, {kernels}[number]):\n"
        f'        maps[number] += signal.correlate2d(channel, kernel, mode="valid"){steps}\n'
    )


def _stamped(image: Tensor, layer: Convolution) -> str:
    """Return the lines of a transposed convolution: the mathematicians' convolution of the image with gaps."""
    channels, rows, columns = image.shape
    own, seen = layer.filters // layer.groups, channels // layer.groups
    (down, across), whole = layer.chosen_stride, whole_of(layer, image)
    gaps, kernels = _kernels(layer)
    wide = (rows - 1) * down + 1, (columns - 1) * across + 1
    height, width = (length + reach - 1 for length, reach in zip(wide, layer.kernel_extent, strict=True))
    return (
        f"wide = np.zeros({(channels, *wide)})  # the image with the gaps of the stride\n"
        f"wide[:, ::{down}, ::{across}] = image\n{gaps}"
        f"maps = np.zeros({(layer.filters, *whole)}) + bias[:, None, None]\n"
        f"for channel in range({channels}):\n"
        f"    for place in range({own}):\n"
        f"        number = channel // {seen} * {own} + place\n"
        f"        stamps = signal.convolve2d(wide[channel], {kernels}[channel, place])\n"
        f"        maps[number, :{height}, :{width}] += stamps\n"
        f"maps = maps[:, {cut_text(layer, image)}]  # what padding cuts off\n"
    )


def _window(pooling: Pooling, layer: Convolution) -> str:
    """Return the lines that make the window, with the gaps of its dilation."""
    rows, columns = layer.kernel_extent
    return f"window = np.zeros(({rows}, {columns}))\nwindow[::{pooling.dilation[0]}, ::{pooling.dilation[1]}] = 1\n"


def _steps(layer: Convolution, size: Pair) -> str:
    return f"[::{layer.stride[0]}, ::{layer.stride[1]}][:{size[0]}, :{size[1]}]"


def _largest(pooling: Pooling, layer: Convolution, size: Pair) -> str:
    rows, columns = (-(extent // 2) for extent in layer.kernel_extent)
    down, across = pooling.padding.sides
    return (
        f"from scipy import ndimage\n\n{_window(pooling, layer)}"
        f"padded = np.pad(image, ((0, 0), {down}, {across}), constant_values=-np.inf)\n"
        f'how = {{"footprint": window, "origin": ({rows}, {columns}), "mode": "constant", "cval": -np.inf}}\n'
        f"maps = np.stack([ndimage.maximum_filter(channel, **how){_steps(layer, size)} for channel in padded])\n"
    )


def _mean(pooling: Pooling, layer: Convolution, size: Pair) -> str:
    """Return the lines of an average: sums of windows ÷ how many places count, those beyond the padding never."""
    padded, set_ = layer.padding.sides, pooling.padding.sides  # that of the layer reaches over the end in ceil mode
    inner = set_ if pooling.count_include_pad else ((0, 0), (0, 0))
    outer = tuple((all_[0] - own[0], all_[1] - own[1]) for all_, own in zip(padded, inner, strict=True))
    steps = _steps(layer, size)
    return (
        f"from scipy import signal\n\n{_window(pooling, layer)}"
        f"padded = np.pad(image, {((0, 0), *padded)})\n"
        f"counted = np.pad(np.ones(image.shape[1:]), {inner}, constant_values=1)  # 1 where a place counts\n"
        f"counted = np.pad(counted, {outer})\n"
        f'counts = signal.correlate2d(counted, window, mode="valid"){steps}\n'
        f'sums = [signal.correlate2d(channel, window, mode="valid"){steps} for channel in padded]\n'
        "maps = np.stack(sums) / counts\n"
    )
