"""What can be wrong with a scenario, as typed errors.

The errors carry facts, no sentences: ``key`` names the kind and ``values()`` gives the facts by name, so that the
room `words` can say them in any language.
"""
# ruff: noqa: N818 - the names say what is wrong ("out of range"); "Error" at each end would add nothing.

from typing import ClassVar


class ConvolutionError(ValueError):
    """The base of all errors of `core`."""

    key: ClassVar[str] = "convolution_error"

    def values(self) -> dict[str, object]:
        """Return the facts of this error by name, for the sentence that words makes of them."""
        return dict(vars(self))

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.values().items())
        return f"{self.key}: {facts}"


class OutOfRange(ConvolutionError):
    """A number lies outside low … high (both allowed)."""

    key = "out_of_range"

    def __init__(self, quantity: str, value: float, low: float, high: float) -> None:
        super().__init__(quantity, value, low, high)
        self.quantity = quantity
        self.value = value
        self.low = low
        self.high = high


class KernelDoesNotFit(ConvolutionError):
    """Along an axis ("rows" or "columns") the kernel reaches over `extent` pixels, and only `available` are there.

    Available are the image's pixels and the padding on both sides.
    """

    key = "kernel_does_not_fit"

    def __init__(self, axis: str, extent: int, available: int) -> None:
        super().__init__(axis, extent, available)
        self.axis = axis
        self.extent = extent
        self.available = available


class NotFinite(ConvolutionError):
    """A number is infinite or "not a number"."""

    key = "not_finite"

    def __init__(self, quantity: str) -> None:
        super().__init__(quantity)
        self.quantity = quantity


class NotWhole(ConvolutionError):
    """A value that must be a whole number (or a pair of them) is none."""

    key = "not_whole"

    def __init__(self, quantity: str, value: object) -> None:
        super().__init__(quantity, value)
        self.quantity = quantity
        self.value = value


class NotAGrid(ConvolutionError):
    """Values that are no grid; the reason is "empty", "ragged", "not numbers", "too large" or "not two-dimensional"."""

    key = "not_a_grid"

    def __init__(self, quantity: str, reason: str, rows: int | None = None, columns: int | None = None) -> None:
        super().__init__(quantity, reason, rows, columns)
        self.quantity = quantity
        self.reason = reason
        self.rows = rows
        self.columns = columns


class UnknownName(ConvolutionError):
    """There is no image or kernel (the `kind`) of this name; `allowed` holds those that exist."""

    key = "unknown_name"

    def __init__(self, kind: str, name: str, allowed: tuple[str, ...]) -> None:
        super().__init__(kind, name, allowed)
        self.kind = kind
        self.name = name
        self.allowed = allowed


class DoesNotApply(ConvolutionError):
    """A named image, kernel or action makes no sense here; `reason` is a key such as "too small" or "only 3×3"."""

    key = "does_not_apply"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class PaddingTooLarge(ConvolutionError):
    """A side ("top" …) has more padding than the mode can fill: `most` is what an image of this size gives."""

    key = "padding_too_large"

    def __init__(self, side: str, mode: str, amount: int, most: int) -> None:
        super().__init__(side, mode, amount, most)
        self.side = side
        self.mode = mode
        self.amount = amount
        self.most = most


class NotATensor(ConvolutionError):
    """Values that are no grids of one size, one for each channel (or filter); `where` names the first that is wrong.

    The reason is "empty", "ragged", "not numbers", "too large" or "wrong depth", then of so many dimensions.
    """

    key = "not_a_tensor"

    def __init__(self, quantity: str, reason: str, where: str = "") -> None:
        super().__init__(quantity, reason, where)
        self.quantity = quantity
        self.reason = reason
        self.where = where


class GroupsDoNotDivide(ConvolutionError):
    """Channels or filters (`quantity`) cannot be shared out evenly among so many groups; `allowed` can."""

    key = "groups_do_not_divide"

    def __init__(self, quantity: str, count: int, groups: int, allowed: tuple[int, ...]) -> None:
        super().__init__(quantity, count, groups, allowed)
        self.quantity = quantity
        self.count = count
        self.groups = groups
        self.allowed = allowed


class WrongShape(ConvolutionError):
    """Numbers of a layer have another shape than its image asks for, e.g. weights for 3 channels over 2."""

    key = "wrong_shape"

    def __init__(self, quantity: str, found: tuple[int, ...], wanted: tuple[int, ...]) -> None:
        super().__init__(quantity, found, wanted)
        self.quantity = quantity
        self.found = found
        self.wanted = wanted
