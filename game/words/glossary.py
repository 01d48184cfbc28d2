"""The words of the field as the help explains them, and by which other words a row of the help is found too."""

from __future__ import annotations

from typing import Final, NamedTuple


class Term(NamedTuple):
    """A word, a sentence that says what it means, and what else one might look for when one means it."""

    word: str
    sentence: str
    also: str = ""


TERMS: Final[tuple[Term, ...]] = (
    Term(
        "Source image, pixel",
        "The gray grid. A pixel is −999 … 999, mostly 0 … white.",
        "input picture photo brightness grid",
    ),
    Term("White", "The value that is drawn white: 1 at first, 3 for small integers, at most 999.", "brightest maximum"),
    Term(
        "Kernel, weight",
        "The blue grid that slides over the image; each of its numbers is a weight.",
        "mask window matrix filter sobel blur sharpen edge detector operator",
    ),
    Term("Patch", "The pixels that the kernel covers now.", "receptive field region neighbourhood window"),
    Term("Product", "A pixel times the weight over it.", "multiply multiplication"),
    Term("Dot product, sum", "All products of a patch added up: the value of one output cell.", "total add addition"),
    Term(
        "Output feature map",
        "The green grid of the sums, one cell for each patch.",
        "result activation map response output cell channel",
    ),
    Term(
        "Output size",
        "(image + 2 × padding − kernel extent) ÷ stride, rounded down, + 1. So the output is smaller than the image,"
        " unless padding makes up for it.",
        "smaller shrinks shrink formula dimensions shape rows columns how many",
    ),
    Term("Stride", "How far the kernel moves from patch to patch. Stride 2 halves the output.", "step jump downsample"),
    Term(
        "Padding",
        "Rows and columns around the image, so that pixels at its edge are covered more often: zeros or a constant,"
        " or pixels again (reflect, replicate, circular).",
        "border zeros edge same valid full mirror wrap",
    ),
    Term(
        "Valid, same, full",
        "No padding; as much as keeps the size at stride 1; as much as lets every overlap count.",
        "padding mode",
    ),
    Term(
        "Dilation",
        "How far apart the weights lie on the image; 1 is side by side. With dilation 2 a kernel of 3 × 3 reaches over"
        " 5 × 5 pixels.",
        "dilated atrous spacing holes",
    ),
    Term(
        "Convolution, cross-correlation",
        "Deep learning calls this walk a convolution. In mathematics it is a cross-correlation: a convolution would"
        " first turn the kernel by 180°, as “Turn by 180°” does.",
        "flip flipped rotate correlation",
    ),
    Term("Step, walk", "The making of one output cell; the making of all, row by row.", "iteration animation"),
    Term("Phase", "A part of a step: slide, cover, multiply, products, sum, reveal.", "stage animation"),
    Term(
        "Position", "Where the walk is; the line under the grids goes to any instant of it.", "scrubber timeline time"
    ),
    Term("Stop", "Where a remote halts in a step: settled, products stand, summed.", "presenter clicker pause"),
    Term(
        "Coverage",
        "How many patches cover a pixel. What none covers is hatched: left over at the end, or skipped in between.",
        "uncovered left over skipped hatched count overlap",
    ),
    Term(
        "Relative intensity",
        "The shade of an output cell: its value ÷ the largest magnitude in the map.",
        "brightness colour color scale legend normalise normalize",
    ),
    Term("Scenario", "All that determines the numbers: image, kernel, stride, padding, dilation.", "file json setting"),
    Term("Seed", "What random numbers grow from; the same seed gives the same numbers.", "random noise reproducible"),
    Term("Channel", "One of the grids that an image is made of: red, green and blue of one in colour.", "rgb depth"),
    Term("Filter", "A kernel for each channel, and one bias; it makes one output map.", "bias feature detector"),
    Term(
        "Groups, depthwise",
        "Channels and filters shared out: a filter sees the channels of its group only. Depthwise: each channel alone.",
        "grouped separable convolution",
    ),
    Term("Parameters", "The weights and biases that a network learns. A 3 × 3 kernel has 9 weights.", "weights bias"),
    Term(
        "Activation",
        "What is made of a sum before it goes on; ReLU makes negative sums 0.",
        "relu sigmoid tanh softmax",
    ),
    Term(
        "Pooling", "The largest, or the mean, of each patch in the place of a weighted sum.", "max average downsample"
    ),
    Term("Layer, network", "A convolution with its settings; layers one after another.", "cnn neural deep learning"),
    Term(
        "Transposed convolution",
        "The way back: each pixel stamps the kernel, times its value, into a larger output.",
        "deconvolution upsample stamp spread",
    ),
    Term("Loss", "How wrong an output is; learning makes it smaller.", "error cost"),
    Term("Gradient", "How the loss changes when a weight grows by a little.", "derivative slope backpropagation"),
    Term(
        "Learning rate, epoch",
        "How far a weight goes against its gradient; once through all examples.",
        "step update training descent",
    ),
    Term(
        "Tour, lesson", "Scenes in order, with words and tasks; it goes on where it was left.", "tutorial guide puzzle"
    ),
)
"""In the order in which a lesson meets them."""

ALSO: Final[dict[str, str]] = {
    "keys.save": "export store keep file json",
    "keys.save_as": "export store file json",
    "keys.share": "export print pdf png svg gif mp4 video film picture image worksheet moodle python latex csv qr code",
    "keys.open": "import load file picture image photo scenario",
    "keys.copy": "export clipboard text csv excel spreadsheet",
    "keys.copy_as": "export clipboard code program script python torch conv2d",
    "keys.paste": "import clipboard text csv excel spreadsheet",
    "keys.paste_text": "clipboard",
    "keys.present": "projector slideshow beamer presentation",
    "keys.full_screen": "maximise maximize window",
    "keys.blank_black": "hide dark curtain",
    "keys.blank_white": "hide bright curtain",
    "keys.theme": "dark light colours colors mode",
    "keys.larger": "bigger zoom font size",
    "keys.smaller": "zoom font size",
    "keys.scale_reset": "zoom font size",
    "keys.new_seed": "random noise roll dice",
    "keys.map_look": "grey grayscale greyscale signed negative absolute colour color legend scale",
    "keys.toggle_predict": "quiz question guess answer",
    "keys.compare": "versus a/b difference",
    "keys.stack": "3d layers",
    "keys.spread": "deconvolution fractionally strided upsampling",
    "keys.next_stop": "remote clicker presenter",
    "keys.previous_stop": "remote clicker presenter",
    "keys.escape": "close leave exit quit cancel",
    "keys.undo": "back revert mistake",
    "keys.play": "start stop run animation",
    "keys.faster": "speed quick",
    "keys.slower": "speed",
    "keys.clear_cell": "erase zero delete",
    "pointer.right_pixel_does": "delete rubber eraser",
    "pointer.press_pixel_does": "draw brush",
}
"""Other words for a row of keys or gestures, by the name of its text."""
