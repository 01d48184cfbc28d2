"""What was read: numbers, and what was done with them that is not plain."""

from __future__ import annotations

from ..core.grid import Grid
from ..core.tensors import Filters, Tensor
from ..value import Single, Value
from ..words.texts import text


class Remark(Value):
    """Something that was done: the name of its text in `words`, and the values of that."""

    key: str
    values: tuple[tuple[str, object], ...] = ()


class Numbers(Single):
    """Numbers, read-only: of two dimensions a grid, of three channels, of four filters; and the remarks on them."""

    values: Grid | Tensor | Filters
    remarks: tuple[Remark, ...] = ()

    @property
    def said(self) -> str:
        """The remarks in one line, "" where there are none."""
        return ", ".join(text(each.key, **dict(each.values)) for each in self.remarks)
