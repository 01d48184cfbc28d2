"""What is said about errors of numbers, grids, layers and texts that hold numbers; see `error_texts`."""

from __future__ import annotations

from typing import Final

NUMBER_ERRORS: Final[dict[str, str]] = {
    "not_a_number": "“{text}” is no number; numbers look like 3, −0.5, 0,25, 2e3 or 1/9.",
    "out_of_range": "{quantity} must be from {low} to {high}, not {value}.",
    "out_of_range/one": "{quantity} must be {low}, not {value}.",
    "kernel_does_not_fit": (
        "The kernel needs {extent} {axis}, but image and padding together have only {available}; "
        "make the kernel smaller, or the image or the padding larger."
    ),
    "kernel_is_not_the_image": (
        "A kernel as large as the image needs {image_rows} × {image_columns} weights here, not {rows} × {columns}."
    ),
    "whole_image_too_large": (
        "A kernel as large as the image has at most {side} × {side} weights, and a layer of them {most} in all; "
        "here it would be {rows} × {columns}, and {weights} in all."
    ),
    "padding_too_large": (
        "A {side} padding of {amount} is too large for “{mode}”, which has at most {most} for an image of this size."
    ),
    "not_a_tensor": "{quantity} must be grids of numbers, all of one size.",
    "not_a_tensor/empty": "{quantity} is empty; it needs at least one number.",
    "not_a_tensor/ragged": "In {quantity}, all grids must have one size and rows of one length; {where} has another.",
    "not_a_tensor/not numbers": "In {quantity} something is no finite number; only numbers are allowed.",
    "not_a_tensor/too large": "{quantity} is too large: {where} numbers.",
    "not_a_tensor/wrong depth": (
        "{quantity} must be nested lists: image and target of channels, weights of filters of channels, each of rows."
    ),
    "groups_do_not_divide": (
        "{groups} groups cannot share {quantity} evenly, for there are {count}; there may be {allowed} groups."
    ),
    "wrong_shape": (
        "The weights have the shape [{found}]; over this image it must be [{needed}]: "
        "filters, channels of a group, rows, columns."
    ),
    "wrong_shape/transposed": (
        "The weights have the shape [{found}]; over this image it must be [{needed}]: "
        "channels, filters of a group, rows, columns."
    ),
    "wrong_shape/bias": "There must be one bias for each filter, {needed} in all, not {found}.",
    "wrong_shape/target": (
        "The target has the shape [{found}]; the output is [{needed}]: maps, rows, columns, and so it has to be."
    ),
    "not_a_share": "The target's share at row {row}, column {column} is {value}; it must be from 0 to 1.",
    "not_a_share/together": (
        "The target's shares at row {row}, column {column} make {value} together; at each place they must make 1."
    ),
    "learning_not_finite": (
        "With a learning rate of {rate}, the numbers are no longer finite after update {update}; a smaller rate may do."
    ),
    "output_too_small": (
        "The padding cuts off more {axis} than there are: the output would have {length}; at least 1 is needed."
    ),
    "window_without_pixels": (
        "Window {window} along the {axis} would meet no pixel of the image; make the padding or the dilation smaller."
    ),
    "layer_does_not_fit": "Layer {layer} gets maps of {rows} × {columns} ({maps} of them): {problem}",
    "softmax_not_last": (
        "Layer {layer} of {layers} cannot have softmax, which shares out what a network ends with: "
        "only the last layer may."
    ),
    "too_many_layers": "A network has at most {most} layers, not {count}.",
    "no_such_layer/focus": "There is no layer {layer}; the network has {count}.",
    "no_such_layer/file": "“layer” must be from 0 to {count}, not {layer}; it counts the layers from 0.",
    "no_such_layer/move": "A layer cannot be moved to place {layer}; there are the places 1 to {count}.",
    "no_such_layer/remove": "The only layer stays; add another one before it is removed.",
    "not_finite": "{quantity} must be a finite number, not infinity and not NaN.",
    "not_whole": "{quantity} must be a whole number, not {value}.",
    "not_a_grid": "{quantity} must be rows of numbers, all equally long.",
    "not_a_grid/empty": "{quantity} is empty; it needs at least one number.",
    "not_a_grid/ragged": "{quantity} has rows of different lengths; all must be equally long.",
    "not_a_grid/not numbers": "{quantity} holds something that is no finite number; only numbers are allowed.",
    "not_a_grid/too large": "{quantity} is too large; an image may have 256 × 256 numbers, and a kernel 15 × 15.",
    "not_a_grid/not two-dimensional": "{quantity} must be rows of numbers, such as [[0, 1], [1, 0]].",
    "not_read": "The text holds no grid of numbers.",
    "not_read/empty": "The text is empty; it needs at least one number.",
    "not_read/sign": "{place}: “{sign}” is no number; numbers look like 3, −0.5, 0,25, 2e3 or 1/9.",
    "not_read/ragged": "{place}: its length is {found}, that of row 1 is {needed}; all rows must be equally long.",
    "not_read/grids": "{place} is {found}, but grid 1 is {needed}; all grids must have one size.",
    "not_read/shortened": (
        "{place}: “{sign}” stands for numbers that this print leaves out; print it whole, and copy it again."
    ),
    "not_read/mixed": "“{sign}” stands beside lists; all numbers must be nested equally deep.",
    "not_read/deep": "The lists are nested too deep; a grid has two lengths, channels three, filters four.",
    "not_read/brackets": "The bracket “{sign}” has no partner; copy the whole text.",
    "not_read/count": "The text says how many numbers it has, {needed}, but it has {found}.",
    "not_read/rows": "The text holds {found} numbers; there may be at most {needed} rows.",
    "not_read/columns": "The text holds {found} numbers; there may be at most {needed} columns.",
    "not_read/too long": "The text is too large; it may have 4 MB.",
    "not_read/too many": "More stands there than an image can hold; it may have 256 × 256 numbers in 16 channels.",
    "not_read/kinds": "The text holds too many different signs; copy the numbers alone.",
    "unknown_name": "There is no {kind} called “{name}”; there are {allowed}.",
    "does_not_apply": "“{name}” makes no sense here ({reason}).",
    "does_not_apply/too small": "“{name}” needs more rows or columns than there are.",
    "does_not_apply/only 3×3": "“{name}” exists only with 3 rows and 3 columns.",
    "does_not_apply/odd sizes only": "“{name}” needs an odd number of rows and of columns.",
    "does_not_apply/only 3 channels": "“{name}” needs three channels: red, green and blue.",
    "does_not_apply/fewer filters": "“{name}” has fewer filters than that.",
    "does_not_apply/sum is zero": "The weights sum to 0, so no factor makes them sum to 1.",
    "does_not_apply/weights too large": "Made to sum to 1, some weights would lie outside −999 to 999.",
    "does_not_apply/nothing is random": "Neither the image nor the kernel is random, so a new seed changes nothing.",
    "does_not_apply/image not random": "The image is not random, so a new seed changes nothing.",
    "does_not_apply/average with dilation": (
        "PyTorch has no function for average pooling with dilation; copy it as NumPy, or make the dilation 1."
    ),
    "does_not_apply/without softmax": (
        "The loss “{name}” needs the activation softmax in the last layer; without it there are mean squared error and "
        "sum of squared errors."
    ),
    "does_not_apply/only a convolution learns": (
        "Of layers that stand alone only a convolution learns in the window; kernelscope --print-output learning lets "
        "a transposed one learn, too."
    ),
    "does_not_apply/nothing has weights": "A pooling has no weights, so there is nothing in it that could learn.",
    "does_not_apply/no picture": (
        "A resolution needs a picture, opened or kept in a scenario file, and no other image or image size beside it."
    ),
    "does_not_apply/already empty": "Every pixel is 0 already.",
}
"""The sentences of what `core` and `reading` refuse."""
