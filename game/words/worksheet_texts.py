"""Every text of a worksheet, by name, in English. A teacher may have other words in the place of each.

Low lines, three or more, are a blank; what stands in braces is filled in.
"""

from __future__ import annotations

from typing import Final

WORKSHEET_TEXTS: Final[dict[str, str]] = {
    # the sheet
    "title": "{operation}: {what}",
    "title.plain": "{operation}",
    "title.questions": "Questions",
    "title.and": "{most} and {last}",
    "title.stride": "stride",
    "title.padding": "padding",
    "title.dilation": "dilation",
    "title.channels": "channels",
    "operation.convolution": "Convolution",
    "operation.transposed convolution": "Transposed convolution",
    "operation.max pooling": "Max pooling",
    "operation.average pooling": "Average pooling",
    "name_line": "Name ____________________   Class ________   Version {version}",
    "name_line.key": "Key to version {version}",
    "room": "room to calculate",
    "room.back": "room to calculate: on the back",
    "footer": "Kernelscope · {name}, version {version}, seed {seed}",
    "footer.key": "Kernelscope · {name}, version {version}, seed {seed}: the key",
    "footer.elsewhere": "the key is a file of its own",
    # what is set
    "set.stride": "stride {stride}",
    "set.no_padding": "no padding",
    "set.padding": "padding {padding}",
    "set.padding.sides": "padding {top} above, {bottom} below, {left} on the left, {right} on the right",
    "set.padding.zeros": "{padding}",
    "set.padding.constant": "{padding} of {value}",
    "set.padding.reflect": "{padding} (reflect: mirrored, without the outermost pixel)",
    "set.padding.replicate": "{padding} (replicate: the outermost pixel again)",
    "set.padding.circular": "{padding} (circular: the image again, from its other side)",
    "set.cut": "{padding}, which is cut off the map",
    "set.dilation": "dilation {dilation}",
    "set.output_padding": "output padding {more}",
    "set.ceil": "rounded up (ceil mode)",
    "set.count_padding": "a place in the padding counts as a 0",
    "set.uncounted": "places in the padding do not count",
    "set.never": "a place in the padding never wins",
    "set.window": "window {size}",
    "set.kernel": "kernel {size}",
    "set.pixels": "{size} pixels",
    # exercises
    "map.convolution": "{setting}. How large is the output? Fill in as many cells as it has.{then}",
    "map.transposed convolution": "Transposed: each pixel stamps the kernel, times its value; {setting}. How large is "
    "the output? Fill in as many cells as it has.{then}",
    "map.max pooling": "Max pooling, {setting}. How large is the output? Fill in as many cells as it has.{then}",
    "map.average pooling": "Average pooling, {setting}. How large is the output? Fill in as many cells as it "
    "has.{then}",
    "fill.convolution": "{setting}. Fill in the output.{then}",
    "fill.transposed convolution": "Transposed: each pixel stamps the kernel, times its value; {setting}. Fill in the "
    "output.{then}",
    "fill.max pooling": "Max pooling, {setting}. Fill in the output.{then}",
    "fill.average pooling": "Average pooling, {setting}. Fill in the output.{then}",
    "then.relu": " Then ReLU: write 0 for a sum below 0.",
    "then.rounded": " Round to one decimal.",
    "then.bias": " The bias {bias} is added to each sum.",
    "image": "Source image",
    "image.padded": "Source image, padding drawn",
    "image.channel": "Channel {channel}",
    "kernel": "Kernel",
    "kernel.channel": "Kernel of channel {channel}",
    "output.blank": "Output (more cells than you need)",
    "output": "Output",
    "rows": "rows:",
    "columns": "columns:",
    "reach": "{axis}  the kernel reaches over  ____ × ( ____ − 1 ) + 1  =  ____",
    "size": "{axis}  ( ____ + 2 × ____ − ____ ) ÷ ____ , rounded down, + 1  =  ____",
    "size.sides": "{axis}  ( ____ + ____ + ____ − ____ ) ÷ ____ , rounded down, + 1  =  ____",
    "size.ceil": "{axis}  ( ____ + 2 × ____ − ____ ) ÷ ____ , rounded up, + 1  =  ____",
    "size.ceil.sides": "{axis}  ( ____ + ____ + ____ − ____ ) ÷ ____ , rounded up, + 1  =  ____",
    "size.left_out": "{axis}  as many as begin inside the image or before it:  ____",
    "size.transposed": "{axis}  ( ____ − 1 ) × ____ + ____ − 2 × ____  =  ____",
    "size.transposed.sides": "{axis}  ( ____ − 1 ) × ____ + ____ − ____ − ____  =  ____",
    "size.transposed.more": "{axis}  ( ____ − 1 ) × ____ + ____ − 2 × ____ + ____  =  ____",
    "size.transposed.sides.more": "{axis}  ( ____ − 1 ) × ____ + ____ − ____ − ____ + ____  =  ____",
    "cell": "The output cell in row {row}, column {column}{of}: write its products and their sum.",
    "cell.max pooling": "The output cell in row {row}, column {column}{of}: write what its window covers, and the "
    "largest of it.",
    "cell.average pooling": "The output cell in row {row}, column {column}{of}: write what its window covers, the sum, "
    "and the mean.",
    "cell.of": " of exercise {number}",
    "term": "____ × ____ = ____",
    "term.pooled": "____",
    "between": "+",
    "between.max": ",",
    "term.channel": "channel {channel}",
    "sum": "∑  =  _____",
    "sum.channel": "sum of channel {channel}  =  _____",
    "sum.bias": "∑  =  {blanks} + bias ____  =  _____",
    "sum.channels": "∑  =  {blanks}  =  _____",
    "sum.relu": "after ReLU:  _____",
    "largest": "the largest:  _____",
    "mean": "_____ ÷ ____  =  _____",
    "coverage": "{setting}. Hatch the pixels that no patch covers.",
    "strides": "{setting}. With which strides from 1 to {most} is every pixel covered?",
    "strides.answer": "______________",
    "sizes": "How large is the output?",
    "sizes.line": "{setting}:  ____ × ____",
    "mistake": "{setting}. One cell of this output is wrong. Ring it, and write the right number.{then}",
    "mistake.transposed convolution": "Transposed, {setting}. One cell of this output is wrong. Ring it, and write the "
    "right number.{then}",
    "mistake.max pooling": "Max pooling, {setting}. One cell of this output is wrong. Ring it, and write the right "
    "number.{then}",
    "mistake.average pooling": "Average pooling, {setting}. One cell of this output is wrong. Ring it, and write the "
    "right number.{then}",
    "mistake.line": "row ____ , column ____ , right is  _____",
    # what is said beside it
    "said.image": "The image of {size} pixels is {small} on the worksheet.",
    "said.channels": "The worksheet has {count} of the {all} channels.",
    "said.filters": "The worksheet has one filter of {all}.",
    "said.activation": "The worksheet has no {activation}.",
}


TASKS: Final[dict[str, tuple[str, ...]]] = {"size": ("sizes",), "map": ("map", "fill")}
"""The texts of tasks that are called otherwise than their kind of exercise."""


def task_names(kind: str) -> tuple[str, ...]:
    """Return the names of the texts that may be the task of a kind of exercise, one for each operation."""
    operations = [each.removeprefix("operation.") for each in WORKSHEET_TEXTS if each.startswith("operation.")]
    names = TASKS.get(kind, (kind,))
    found = (each for name in names for each in (name, *(f"{name}.{one}" for one in operations)))
    return tuple(each for each in found if each in WORKSHEET_TEXTS)
