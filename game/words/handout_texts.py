"""The words of what is handed out as text: titles of grids, settings, questions. Another language is another table."""

from __future__ import annotations

from typing import Final

HANDOUT_TEXTS: Final[dict[str, str]] = {
    "untitled": "Convolution",
    "network": "Layer {number} of the {count} of a network, over what comes to it.",
    "of all maps": ", of the sums of all maps: ",
    "rounded": "Numbers are rounded as Kernelscope shows them; ≈0 is a number that is not 0.",
    "image": "Source image, {size}",
    "image.channel": "Source image, channel {channel}, {size}",
    "kernel": "Kernel, {size}",
    "kernel.filter": "Kernel of filter {filter}, {size}",
    "kernel.channel": "Kernel of filter {filter} for channel {channel}, {size}",
    "output": "Output feature map, {size}",
    "output.filter": "Output feature map {filter}, {size}",
    "stride": "stride {stride}",
    "window": "window {size}",
    "padding": "padding {padding}",
    "padding.sides": "padding {top} above, {bottom} below, {left} on the left, {right} on the right",
    "padding.cut": "{padding}, cut off the map",
    "padding.mode": "{padding} ({mode})",
    "padding.value": "{padding} (constant {value})",
    "dilation": "dilation {dilation}",
    "groups": "groups {groups}",
    "output padding": "output padding {amount}",
    "ceil": "ceil mode",
    "pixels only": "the padding is not counted",
    "activation": "activation {activation}",
    "bias": "bias {values}",
    "cell": "Output cell in row {row}, column {column}",
    "cell.filter": "Output cell in row {row}, column {column} of map {filter}",
    "lane": "Channel {channel}: ",
    "sum": "Sum with the bias: ",
    "largest": "largest of {terms}",
    "question.map": "{title}: the map",
    "question.maps": "{title}: map {filter}",
    "question.cell": "{title}: one output cell",
    "question.value": "{title}: the value of a cell",
    "question.size": "{title}: the output size",
    "question.weights": "{title}: the number of weights",
    "question.learned": "{title}: the number of weights and biases",
    "ask.map": "Work out the output feature map.",
    "ask.maps": "Work out output feature map {filter}.",
    "ask.part": "Of its {size} cells, only those of rows 1–{rows} and columns 1–{columns} are asked for.",
    "ask.cell": "{cell}: work out the products, and their sum.",
    "ask.pooled": "{cell}: which value stands there?",
    "ask.value": "{cell}: which value stands there? Rows and columns count from 1.",
    "ask.size": "An image of {image} is given, with a kernel of {kernel}. How large is the output?",
    "ask.size.pooled": "An image of {image} is given. How large is the output?",
    "ask.weights": (
        "A layer has {channels} input channels, {filters} filters, kernels of {kernel} and {groups} groups. "
        "How many weights does it have, without biases?"
    ),
    "ask.learned": (
        "A layer has {channels} input channels, {filters} filters, kernels of {kernel}, {groups} groups and a bias for "
        "each filter. How many weights and biases does it have in all?"
    ),
    "fields.size": "rows: {rows}, columns: {columns}",
    "fields.lane": "Sum of channel {channel}: ",
    "fields.products": "Sum of the products: ",
    "fields.sum": "With the bias of {bias}: ",
    "fields.after": "After {activation}: ",
    "fields.value": "Value: ",
    "round": "Round what does not end to {decimals} decimals.",
    "as they stand": "Calculate with the numbers as they stand here, with 4 decimals at most.",
    "what.convolution": (
        "The kernel slides over the image and is not turned. An output cell is the sum of each pixel times the weight "
        "over it, over all channels, plus the bias."
    ),
    "what.transposed convolution": (
        "Each pixel lays the kernel, times itself, onto the map, a stride apart; what lies on one cell is added up, "
        "with the bias. The padding is cut off the map, the output padding is added below and on the right."
    ),
    "what.max pooling": "An output cell is the largest pixel in its window; in the padding there is none.",
    "what.average pooling": "An output cell is the mean of its window; places in the padding count as zeros.",
    "what.average pooling.pixels": "An output cell is the mean of the pixels in its window.",
    "what.ceil": (
        "In ceil mode a last window that reaches over the end counts, if it starts inside the image or the padding "
        "before it; places beyond the padding do not count."
    ),
    "what.groups": "The channels are shared out to {groups} groups; each filter sees those of its group.",
    "mode.reflect": "The padding mirrors the image at its outermost pixels, which are not repeated.",
    "mode.replicate": "The padding repeats the outermost pixels.",
    "mode.circular": "The padding goes on with the image from its other side.",
    "then.relu": "relu makes 0 of what is less than 0.",
    "then.leaky relu": "leaky relu multiplies what is less than 0 by 0.1.",
    "then.sigmoid": "sigmoid makes 1 ÷ (1 + e^−x) of x.",
    "then.tanh": "tanh is the hyperbolic tangent.",
}


def handout_text(name: str, **values: object) -> str:
    """Return a text by its name, with the values in it."""
    return HANDOUT_TEXTS[name].format(**values)
