"""The formula of the output size of a transposed convolution: a line for each of its parts."""

from __future__ import annotations

from ..core.output_size import AxisFacts
from ..ui.widgets.label import Run
from ..words.texts import text


def stamped_lines(axis: AxisFacts, secret: bool = False) -> tuple[tuple[Run, ...], ...]:
    """Return its lines, e.g. "(3 − 1) × 2 = 4, the last corner" and "+ 3, the kernel = 7"; `secret`: "?" for sums."""
    corner = (axis.length - 1) * axis.stride
    cut = corner + axis.extent - axis.before - axis.after

    def said(number: int) -> str:
        """Return a number that follows, as far as it may be told."""
        return text("predict.hidden") if secret else str(number)

    dilated = axis.dilation > 1
    lines = [
        (
            Run("("),
            Run(str(axis.length), "text", part="length"),
            Run(" − 1) × "),
            Run(str(axis.stride), "now_text", part="apart"),
            Run(text("formula.corner", result=said(corner))),
        ),
        (
            Run("+ "),
            Run(str(axis.extent), "kernel_text", part="reach" if dilated else "kernel"),
            Run(text("formula.extent.plus" if dilated else "formula.kernel.plus", result="")),
            Run(said(corner + axis.extent)),
        ),
        (
            Run("− "),
            Run(str(axis.before), "dim", part="cut_before"),
            Run(" − "),
            Run(str(axis.after), "dim", part="cut_after"),
            Run(text("formula.padding.minus")),
            Run(said(cut)),
        ),
        (
            Run("+ "),
            Run(str(axis.output_padding), "product_text", part="more"),
            Run(text("formula.output_padding.plus")),
            Run(said(axis.outputs), "output_text", part="output"),
        ),
    ]
    return tuple(lines)
