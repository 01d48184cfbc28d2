"""A scenario as plain text: grids in columns under their titles, and the equation of the cell in work."""

from __future__ import annotations

from ..files.exported import Exported
from .sheet import Table, sheet_of


def text_file(what: Exported) -> bytes:
    """Return the text in UTF-8."""
    sheet = sheet_of(what)
    parts = (f"{sheet.title}\n{'=' * len(sheet.title)}", "\n".join(sheet.settings), *map(_grid, sheet.tables))
    return ("\n\n".join((*parts, "\n".join(sheet.equation))) + "\n").encode()


def _grid(table: Table) -> str:
    width = max(len(text) for row in table.rows for text in row)
    rows = ("  ".join(text.rjust(width) for text in row) for row in table.rows)
    return "\n".join((table.title, *rows))
