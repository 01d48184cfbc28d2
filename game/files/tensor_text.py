"""Channels and filters as text, to be copied: grids one under another, or nested lists."""

from __future__ import annotations

from ..core.grid import Grid
from ..core.tensors import Filters, Tensor
from .grid_text import format_grid, written


def format_tensor(values: Grid | Tensor | Filters) -> str:
    """Return numbers at full precision as `read_numbers` reads them back; a grid is written as `format_grid` does.

    Several channels of several rows are grids of tab-separated numbers with empty lines between them, which
    spreadsheets take. All else, which could not be told from one grid, is nested lists.
    """
    if values.ndim == 2:
        return format_grid(values)
    if values.ndim == 3 and len(values) > 1 and values.shape[1] > 1:
        return "\n\n".join(map(format_grid, values))
    return _lists(values, "")


def _lists(values: Tensor | Grid, before: str) -> str:
    """Return nested lists, a line for each row; what stands before each line puts inner lists under one another."""
    if values.ndim == 1:
        return f"[{', '.join(map(written, values.tolist()))}]"
    return f"[{f',{chr(10)}{before} '.join(_lists(part, before + ' ') for part in values)}]"
