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
