"""What was read: the numbers, and what was done to them that is not plain."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..core.grid import Grid
from ..core.tensors import Filters, Tensor
from ..value import Single, Value
from ..words.texts import text

Kind: TypeAlias = Literal["grid", "channels", "filters"]
KINDS: dict[int, Kind] = {2: "grid", 3: "channels", 4: "filters"}
"""What numbers of so many dimensions are."""


class Remark(Value):
    """Something that was done and is not plain: a key of `words` (after "reading."), and the fields of its text."""

    key: str
    fields: tuple[tuple[str, object], ...] = ()

    @property
    def said(self) -> str:
        """The remark in words, e.g. "divided by 16"."""
        return text(f"reading.{self.key}", **dict(self.fields))


class Numbers(Single):
    """Numbers that were read, float64 and read-only, and what is to be said of how they were.

    grid       shape (rows, columns)
    channels   shape (channels, rows, columns), 1 … 16 channels
    filters    shape (filters, channels, rows, columns), 1 … 16 of each

    Rows and columns are 1 … 256 each; no range is checked but that the numbers are finite.
    """

    values: Grid | Tensor | Filters
    remarks: tuple[Remark, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the numbers are, by their dimensions."""
        return KINDS[self.values.ndim]

    @property
    def said(self) -> str:
        """All remarks in one line, e.g. "header left out, divided by 16"; "" where all was plain."""
        return ", ".join(remark.said for remark in self.remarks)
