"""The numbers of the output size on one axis."""

from __future__ import annotations

from ...core.output_size import Quotient, exact_quotient, kernel_extent
from ...value import Value


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
