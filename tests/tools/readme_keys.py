"""Write the README's tables of keys and gestures from the program's own: ``python -m tests.tools.readme_keys``."""

from __future__ import annotations

import sys
from pathlib import Path

from game.input.bindings import CONTROL_ROWS, POINTER_ROWS, labels_of, rows
from game.words.texts import text

README = Path(__file__).parents[2] / "README.md"
START, END = "<!-- keys -->", "<!-- end -->"


def main() -> int:
    """Put the tables of today into the README."""
    before = README.read_text(encoding="utf-8")
    after = with_tables(before)
    README.write_text(after, encoding="utf-8")
    print("README.md has the tables of today" + (" already" if after == before else " now"))
    return 0


def with_tables(readme: str) -> str:
    """Return a README's text with the tables of today between its two marks."""
    head, rest = readme.split(START, 1)
    return f"{head}{START}\n{tables()}\n{END}{rest.split(END, 1)[1]}"


def tables() -> str:
    """Return the tables as Markdown: a heading and a table for each place, as on the help sheet."""
    parts = [
        _table(text(where.value), [(_keys(labels_of(binding)), text(binding.words)) for binding in bindings])
        for where, bindings in rows()
    ]
    parts.append(_table(text("keys.controls"), _gestures(CONTROL_ROWS)))
    parts.append(_table(text("keys.pointer"), _gestures(POINTER_ROWS)))
    return "\n\n".join(parts)


def _gestures(found: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(text(name), text(f"{name}_does")) for name in found]


def _keys(labels: tuple[str, ...]) -> str:
    return ", ".join(f"`{label}`" for label in labels)


def _table(heading: str, lines: list[tuple[str, str]]) -> str:
    body = "\n".join(f"| {left} | {right} |" for left, right in lines)
    return f"| {heading} | |\n|---|---|\n{body}"


if __name__ == "__main__":
    sys.exit(main())
