"""Print the whole table of keys, context by context: ``python -m tests.tools.keys_table``.

For each context its own keys, what else reaches past what is open there, and what is done with all other keys and text.
"""

from __future__ import annotations

import sys

from game.input.bindings import label_of
from game.input.contexts import OTHERWISE, TAKES_TEXT, THROUGH, Where, reaches
from game.input.key_table import BINDINGS
from game.words.texts import text
from tests.input.reserved import RESERVED


def main() -> int:
    """Print the table."""
    print(table())
    return 0


def table() -> str:
    """Return the table as plain text."""
    parts = [_context(where) for where in Where]
    return "\n\n".join([*parts, f"Kept for later: {_labels(RESERVED)}"])


def _context(where: Where) -> str:
    lines = [f"{text(where.value)} [{where.name}]"]
    own = [binding for binding in BINDINGS if binding.where is where]
    for binding in own:
        held = "  (held, it goes on)" if binding.repeats else ""
        lines.append(f"  {_labels(binding.keys):28} {text(binding.words)}{held}")
    if where in TAKES_TEXT:
        lines.append("  all characters               are text")
    if where in OTHERWISE:
        lines.append("  any other key                " + type(OTHERWISE[where]).__name__)
    if where is not Where.ANYWHERE:
        taken = {key for binding in own for key in binding.keys}
        passing = [key for key in _everywhere() if reaches(where, key) and key not in taken]
        lines.append("  as everywhere: " + ("all other keys" if THROUGH[where] is None else _labels(passing) or "none"))
    return "\n".join(lines)


def _everywhere() -> list[str]:
    return [key for binding in BINDINGS if binding.where is Where.ANYWHERE for key in binding.keys]


def _labels(keys: list[str] | tuple[str, ...]) -> str:
    return ", ".join(label_of(key) for key in keys)


if __name__ == "__main__":
    sys.exit(main())
