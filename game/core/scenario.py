"""The scenario: everything that determines the numbers of one convolution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias

import numpy as np

from ..value import Single, Value
from . import images, kernels
from .errors import KernelDoesNotFit, UnknownName
from .grid import Grid, Pair, Region, check_values, checked_grid, checked_pair, checked_real
from .limits import IMAGE_SIZE, KERNEL_SIZE, WEIGHT, WHITE, Range
from .output_size import kernel_extent, output_length
from .quantities import stored

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

GridEdited: TypeAlias = Literal["image", "kernel"]

__all__ = ["Edit", "Grid", "Pair", "Scenario", "startup"]


class Scenario(Value):
    """An image, a kernel, and how the kernel walks over the image; it never changes, a change makes a new one.

    image    pixels 0 … white, shape 1–64 × 1–64, read-only
    kernel   weights −999 … 999, shape 1–15 × 1–15, read-only
    white    the pixel value that is drawn white, over 0 up to 255
    stride, padding, dilation    (rows, columns), with the meaning of PyTorch's Conv2d; padding pixels are 0
    seed     what the random image and kernel grow from
    image_name, kernel_name      the named image and kernel that they came from, "" for the person's own

    Making one raises OutOfRange, NotWhole, NotFinite, NotAGrid, KernelDoesNotFit or UnknownName.
    """

    image: Grid
    kernel: Grid
    white: float = 1.0
    stride: Pair = (1, 1)
    padding: Pair = (0, 0)
    dilation: Pair = (1, 1)
    name: str = ""
    seed: int = 1
    image_name: str = ""
    kernel_name: str = ""

    if not TYPE_CHECKING:  # a type checker takes the fields for what has to be given

        def __init__(self, *values: object, **named: object) -> None:
            super().__init__(*values, **named)
            self._check()

    def _check(self) -> None:
        self._put("white", checked_real(self.white, "white", WHITE))
        self._put("image", checked_grid(self.image, "image"))
        checked_pair(self.image_size, "image size", IMAGE_SIZE)
        check_values(self.image, "pixel", Range(0, self.white))
        self._put("kernel", checked_grid(self.kernel, "kernel"))
        checked_pair(self.kernel_size, "kernel size", KERNEL_SIZE)
        check_values(self.kernel, "weight", WEIGHT)
        for quantity in stored():
            self._put(quantity.key, quantity.valid(getattr(self, quantity.key)))
        self._check_names()
        self._check_fit()

    def _put(self, field: str, value: object) -> None:
        """Set a field while the scenario is being made; afterwards it is frozen."""
        object.__setattr__(self, field, value)

    def _check_names(self) -> None:
        names = ("image", self.image_name, images.NAMES), ("kernel", self.kernel_name, kernels.NAMES)
        for kind, name, allowed in names:
            if name and name not in allowed:
                raise UnknownName(kind, name, allowed)

    def _check_fit(self) -> None:
        for axis, extent, available in zip(("rows", "columns"), self.kernel_extent, self.padded_size, strict=True):
            if extent > available:
                raise KernelDoesNotFit(axis, extent, available)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scenario):
            return NotImplemented
        return self is other or all(_same(getattr(self, name), getattr(other, name)) for name in self.names)

    # Arrays have no hash, and equal scenarios would need equal ones.
    __hash__ = None  # type: ignore[assignment]

    @property
    def image_size(self) -> Pair:
        """(rows, columns) of the image."""
        rows, columns = self.image.shape
        return rows, columns

    @property
    def kernel_size(self) -> Pair:
        """(rows, columns) of the kernel."""
        rows, columns = self.kernel.shape
        return rows, columns

    @property
    def padded_size(self) -> Pair:
        """(rows, columns) of the image with its padding on both sides: n + 2p."""
        return self.image.shape[0] + 2 * self.padding[0], self.image.shape[1] + 2 * self.padding[1]

    @property
    def kernel_extent(self) -> Pair:
        """(rows, columns) that the kernel reaches over, gaps of the dilation included: d·(k − 1) + 1."""
        rows, columns = self.kernel.shape
        return kernel_extent(rows, self.dilation[0]), kernel_extent(columns, self.dilation[1])

    @property
    def output_size(self) -> Pair:
        """(rows, columns) of the output feature map, see `output_size.output_length`."""
        return self._output_length(0), self._output_length(1)

    def _output_length(self, axis: int) -> int:
        length, kernel = self.image.shape[axis], self.kernel.shape[axis]
        return output_length(length, kernel, self.stride[axis], self.padding[axis], self.dilation[axis])

    @property
    def walk(self) -> tuple[Pair, ...]:
        """All that says where the patches lie: the sizes, and each pair that is a field."""
        return self.image_size, self.kernel_size, *(getattr(self, each.key) for each in stored("pair"))

    @property
    def steps(self) -> int:
        """How many steps the walk has: one for each output cell."""
        rows, columns = self.output_size
        return rows * columns

    def painted(self, cells: Iterable[Pair], value: float) -> Edit | None:
        """Set these pixels (row, column) to the value; cells outside the image are ignored. None: all have it."""
        return self._edited("image", cells, checked_real(value, "pixel", Range(0, self.white)))

    def weighed(self, row: int, column: int, value: float) -> Edit | None:
        """Set one weight to the value. None: it has it already, or the cell is outside the kernel."""
        return self._edited("kernel", [(row, column)], checked_real(value, "weight", WEIGHT))

    def _edited(self, grid: GridEdited, cells: Iterable[Pair], number: float) -> Edit | None:
        """Set cells of a grid to a number that has been checked: all else is as it was, and is not checked again."""
        before: Grid = getattr(self, grid)
        height, width = before.shape
        inside = [(row, column) for row, column in cells if 0 <= row < height and 0 <= column < width]
        changed = [cell for cell in inside if before[cell] != number]
        if not changed:
            return None
        values = before.copy()
        rows, columns = np.transpose(changed)
        values[rows, columns] = number
        values.flags.writeable = False
        scenario = object.__new__(type(self))
        scenario.__dict__.update(self.__dict__ | {grid: values})
        region = slice(int(rows.min()), int(rows.max()) + 1), slice(int(columns.min()), int(columns.max()) + 1)
        return Edit(scenario, grid, region)

    def with_image(self, image: ArrayLike, image_name: str = "", white: float | None = None) -> Self:
        """Return the scenario with another image, and with another white if one is given."""
        grid = checked_grid(image, "image")
        return self.varied(image=grid, image_name=image_name, white=self.white if white is None else white)

    def with_kernel(self, kernel: ArrayLike, kernel_name: str = "") -> Self:
        """Return the scenario with another kernel."""
        return self.varied(kernel=checked_grid(kernel, "kernel"), kernel_name=kernel_name)

    def named(self, name: str) -> Self:
        """Return the scenario under another name."""
        return self.varied(name=name)

    def varied(self, **values: object) -> Self:
        """Return the scenario with other values for some fields, or itself when they are what it has.

        With another seed pixels and weights stay (`resize.reseed` re-rolls them).
        """
        if all(_same(getattr(self, name), value) for name, value in values.items()):
            return self
        return self.changed(**values)


class Edit(Single):
    """What a hand has done to single pixels or weights: what has come of it, in which grid, and where.

    The region holds all that has changed: nobody has to look for it again.
    """

    scenario: Scenario
    grid: GridEdited
    region: Region


def _same(one: object, other: object) -> bool:
    """Say whether two fields hold the same value; grids are compared number by number."""
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return one is other or np.array_equal(one, other)  # type: ignore[arg-type]
    return one == other


def startup() -> Scenario:
    """Return the scenario of the original page, which flags change: 8×8 noise, random weights, stride 2, padding 1."""
    return of_names("noise", (8, 8), "random", (3, 3), stride=(2, 2), padding=(1, 1))


def of_names(image: str, image_size: Pair, kernel: str, kernel_size: Pair, **fields: Any) -> Scenario:
    """Return the scenario of an image and a kernel by name, of the first seed, with other fields as they are given."""
    grids = images.make(image, image_size, 1), kernels.make(kernel, kernel_size, 1)
    return Scenario(*grids, images.white_of(image), image_name=image, kernel_name=kernel, **fields)
