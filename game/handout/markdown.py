"""A scenario as Markdown, with tables."""

from __future__ import annotations

import re

from ..files.exported import Exported
from .sheet import Table, sheet_of

_MEANING = re.compile(r"([\\`*_{}\[\]()#+\-.!|~=:$^])")
"""Signs that mean something in Markdown, and do not with a backslash before them."""


def markdown_file(what: Exported) -> bytes:
    """Return the text in UTF-8. Titles are escaped: nothing in them becomes a heading, a link or HTML."""
    sheet = sheet_of(what)
    parts = [f"# {escaped(sheet.title)}", *map(escaped, sheet.settings)]
    parts += [f"{escaped(table.title)}\n\n{_table(table)}" for table in sheet.tables]
    parts.append("  \n".join(map(escaped, sheet.equation)))
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """Return a line that is read as it stands."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MEANING.sub(r"\\\1", safe)


def _table(table: Table) -> str:
    """Return a grid as a table, which must have a head: it counts the columns, and the first column the rows."""
    width = len(table.rows[0])
    head = f"| | {' | '.join(f'**{column + 1}**' for column in range(width))} |"
    rows = (f"| **{place}** | {' | '.join(row)} |" for place, row in enumerate(table.rows, 1))
    return "\n".join((head, f"|{'---:|' * (width + 1)}", *rows))
