"""Grids as text, to be copied: tables with tabs, as spreadsheets take them. `reading` reads them back."""

from __future__ import annotations

from ..core.grid import Grid


def format_grid(grid: Grid) -> str:
    """Return the grid as lines of tab-separated numbers at full precision, as spreadsheets take it."""
    return "\n".join("\t".join(map(written, row)) for row in grid.tolist())


def written(value: float) -> str:
    """Return a number as short as it reads back the same, in any program: 3, -0.5, 1e-07; −0 is 0."""
    return repr(value + 0.0).removesuffix(".0")
