"""A pooling and the image that it is done to as lines of a program for others: PyTorch, or NumPy; see `code_text`."""

from __future__ import annotations

from ..core.errors import DoesNotApply
from ..core.grid import Pair
from ..core.output_size import kernel_extent
from ..core.pooling import Pooling
from ..core.tensors import Tensor
from .code_numbers import covered_text, image_lines, told

NAMES = {"max": "max_pool2d", "average": "avg_pool2d"}
"""PyTorch's functions."""


def pooling_headline(image: Tensor, pooling: Pooling) -> str:
    """Return what is pooled, e.g. "Max pooling: 3 channels, windows of 2 × 2"."""
    channels, rows, columns = image.shape
    down, across = pooling.window((rows, columns))
    many = "" if channels == 1 else "s"
    return f"{pooling.kind.capitalize()} pooling: {channels} channel{many}, windows of {down} × {across}"


def pooling_in_numpy(image: Tensor, pooling: Pooling) -> str:
    """Return the lines that make the maps of an image, shape (channels, rows, columns), cell by cell.

    A slice that reaches over the end, in ceil mode, holds what is there. Raises the errors of `Pooling.check`.
    """
    channels, rows, columns = image.shape
    pooling.check((channels, rows, columns))
    shape = pooling.output_shape((channels, rows, columns))
    down, across = pooling.padding.sides
    is_padded = (down, across) != ((0, 0), (0, 0))
    alone = is_padded and not pooling.count_include_pad  # else each place of a slice counts
    around = {"max": ", constant_values=-np.inf", "average": ", constant_values=np.nan" if alone else ""}[pooling.kind]
    window = pooling.window((rows, columns))
    extents = kernel_extent(window[0], pooling.dilation[0]), kernel_extent(window[1], pooling.dilation[1])
    covered = covered_text(pooling.stride or window, extents, pooling.dilation)
    made = {"max": "window.max(axis=(1, 2))", "average": f"{'np.nanmean(window' if alone else 'np.mean(window'}"}
    made["average"] += ", axis=(1, 2))"
    return (
        f"{image_lines(image, 'np.array', 'float')}\n"
        f"{f'padded = np.pad(image, ((0, 0), {down}, {across}){around}){chr(10)}' if is_padded else ''}"
        f"maps = np.zeros({shape})\nfor row in range({shape[1]}):\n    for column in range({shape[2]}):\n"
        f"        window = {'padded' if is_padded else 'image'}[:, {covered}]\n"
        f"        maps[:, row, column] = {made[pooling.kind]}\n"
    )


def pooling_in_pytorch(image: Tensor, pooling: Pooling) -> str:
    """Return the lines that make the same maps with PyTorch's function.

    Raises DoesNotApply for an average of windows with dilation, which it does not have, and those of `Pooling.check`.
    """
    channels, rows, columns = image.shape
    pooling.check((channels, rows, columns))
    check_pytorch_has(pooling)
    begins = f"{image_lines(image, 'torch.tensor', 'torch.float64')}\nimages = image[None]  # a batch of one image\n"
    window = pooling.window((rows, columns))
    by_hand = not pads_itself(pooling, window)
    call = f"F.{NAMES[pooling.kind]}({{}}, {window}{pooling_settings(pooling, window, by_hand)})"
    if not by_hand:
        return f"{begins}maps = {call.format('images')}\n"
    shape = pooling.output_shape((channels, rows, columns))
    return begins + _padded_by_hand(pooling, call) + _cut(pooling, shape[1:])


def check_pytorch_has(pooling: Pooling) -> None:
    """Raise DoesNotApply for an average of windows with dilation."""
    if pooling.kind == "average" and pooling.dilation != (1, 1):
        raise DoesNotApply("avg_pool2d", "average with dilation")


def pads_itself(pooling: Pooling, window: Pair) -> bool:
    """Say whether PyTorch's function has the padding: alike on both sides, and at most half of the kernel size."""
    pair = pooling.padding.pair
    return pair is not None and all(2 * amount <= length for amount, length in zip(pair, window, strict=True))


def pooling_settings(pooling: Pooling, window: Pair, by_hand: bool = False) -> str:
    """Return what the function is told beside the kernel size, where it is not as usual."""
    padding = (0, 0) if by_hand else pooling.padding.pair
    return told(
        ("stride", pooling.stride or window, window),
        ("padding", padding, (0, 0)),
        ("dilation", pooling.dilation, (1, 1)),
        ("ceil_mode", pooling.ceil_mode, False),
        ("count_include_pad", pooling.count_include_pad or padding == (0, 0) or pooling.kind == "max", True),
    )


def _padded_by_hand(pooling: Pooling, call: str) -> str:
    """Return the lines that pad the image before it is pooled; where the padding does not count, its part is undone."""
    padding = pooling.padding
    sides = f"({padding.left}, {padding.right}, {padding.top}, {padding.bottom})"
    fill = ", value=-torch.inf" if pooling.kind == "max" else ""
    lines = f"padded = F.pad(images, {sides}{fill})  # left, right, top, bottom\nmaps = {call.format('padded')}\n"
    if pooling.kind == "max" or pooling.count_include_pad:
        return lines
    there = f"there = F.pad(torch.ones_like(images), {sides})  # 1 where a pixel is\n"
    return f"{lines}{there}maps = maps / {call.format('there')}  # which share of each window is pixels\n"


def _cut(pooling: Pooling, size: Pair) -> str:
    """Return the line that leaves out last windows that would begin in the padding, which a padded image has."""
    return f"maps = maps[:, :, :{size[0]}, :{size[1]}]\n" if pooling.ceil_mode else ""
