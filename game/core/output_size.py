"""How large the output feature map is.

Sources: PyTorch, ``torch.nn.Conv2d`` (section "Shape"); V. Dumoulin and F. Visin, "A guide to convolution arithmetic
for deep learning", arXiv:1603.07285, relationships 6 and 15.
"""

from __future__ import annotations

from ..value import Value


class Quotient(Value):
    """A division that is not carried out yet: numerator ÷ stride."""

    numerator: int
    stride: int

    @property
    def value(self) -> float:
        """The quotient with its fraction, e.g. 7 ÷ 2 = 3.5."""
        return self.numerator / self.stride

    @property
    def rounded_down(self) -> int:
        """The whole part of the quotient, e.g. 3 for 7 ÷ 2: the strides that the kernel makes."""
        return self.numerator // self.stride

    @property
    def remainder(self) -> int:
        """What is left of the numerator after the whole strides: the trailing rows or columns, e.g. 1 for 7 ÷ 2."""
        return self.numerator % self.stride


def kernel_extent(kernel: int, dilation: int = 1) -> int:
    """Return over how many pixels a kernel of this length reaches: d·(k − 1) + 1."""
    return dilation * (kernel - 1) + 1


def exact_quotient(length: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> Quotient:
    """Return (n + 2p − d·(k − 1) − 1) ÷ s, not rounded, e.g. (8 + 2×1 − 3) ÷ 2 = 7 ÷ 2 = 3.5."""
    return Quotient(length + 2 * padding - kernel_extent(kernel, dilation), stride)


def output_length(length: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> int:
    """Return the output's length along one axis: ⌊(n + 2p − d·(k − 1) − 1) ÷ s⌋ + 1.

    The kernel has one place at the start and one more after each whole stride that fits in. It is 0 when the
    kernel does not fit into the padded image at all.
    """
    quotient = exact_quotient(length, kernel, stride, padding, dilation)
    return quotient.rounded_down + 1 if quotient.numerator >= 0 else 0


class AxisFacts(Value):
    """The numbers of the output size on one axis; `before` and `after`: the padding on its two sides.

    ceil: a pooling keeps a last window that reaches over the end, if it begins before that.
    output_padding: of a transposed convolution, whose padding is cut off; None for all others.
    """

    length: int
    before: int
    after: int
    kernel: int
    dilation: int
    stride: int
    ceil: bool = False
    output_padding: int | None = None

    @property
    def alike(self) -> bool:
        """Whether the padding is the same on both sides."""
        return self.before == self.after

    @property
    def quotient(self) -> Quotient:
        """The strides from the first place to the last, not carried out yet."""
        padded = self.length + self.before + self.after
        return exact_quotient(padded, self.kernel, self.stride, 0, self.dilation)

    @property
    def steps(self) -> int:
        """The quotient rounded as the layer does: down, or with ceil mode up."""
        return self.quotient.rounded_down + (self.ceil and self.quotient.remainder > 0)

    @property
    def left_out(self) -> bool:
        """Whether the last window, by rounding up, would begin after the image, and so does not count."""
        return self.ceil and self.quotient.remainder > 0 and self.steps * self.stride >= self.length + self.before

    @property
    def outputs(self) -> int:
        """The size of the output."""
        if self.output_padding is not None:
            last = (self.length - 1) * self.stride + self.extent
            return last - self.before - self.after + self.output_padding
        return self.steps + 1 - self.left_out

    @property
    def extent(self) -> int:
        """How far the kernel reaches, with its dilation."""
        return kernel_extent(self.kernel, self.dilation)
