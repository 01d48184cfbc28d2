"""How kernels slide over an image, whatever the numbers are: what stays while pixels and weights are painted."""

from __future__ import annotations

from functools import cached_property

from ..value import Single
from .axes import Axis, Counts
from .coverage import Uncovered, coverage, uncovered
from .limits import Range
from .quantities import sliding
from .resize import allowed
from .scenario import Scenario


class Slide(Single):
    """What follows from the sizes and the settings of a scenario alone; its results hand it on while these stay.

    like: a scenario with these sizes and settings. Its numbers and its names, its order, and what is in front in it are
    those of a moment ago: nobody may ask for them.
    """

    like: Scenario

    @cached_property
    def axes(self) -> tuple[Axis, Axis]:
        """Rows and columns of the image, and what the kernel reads of them."""
        return self.like.layer.axes(self.like.image_size)

    @cached_property
    def coverage(self) -> Counts:
        """How many patches cover each pixel of the padded image."""
        return coverage(self.like)

    @cached_property
    def uncovered(self) -> Uncovered:
        """The pixels of the padded image that no patch covers."""
        return uncovered(self.like)

    @cached_property
    def ranges(self) -> dict[str, tuple[Range, Range]]:
        """What each quantity with a slider may be with all else as it is, of rows and of columns."""
        return {each.name: (allowed(self.like, each.name, 0), allowed(self.like, each.name, 1)) for each in sliding()}
