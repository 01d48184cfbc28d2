"""Every text of the window is there, and every text that is there is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from game.core import channels, filters
from game.input.bindings import CONTROL_ROWS, POINTER_ROWS, labels_of
from game.input.contexts import Where
from game.input.key_table import BINDINGS
from game.window.sheets import help_table
from game.words.texts import TEXTS
from tests.input.reserved import RESERVED

GAME = Path(__file__).resolve().parent.parent / "game"
TABLES = ("texts.py", "key_texts.py", "glossary.py", "worksheet_texts.py")
READERS = ("text", "_heading", "_line_label", "_count")
"""Functions that take the name of a text as an argument."""


class Asked(NamedTuple):
    """A name, or the pattern of names, that a source asks for."""

    where: str
    pattern: str
    whole: bool


def pattern_of(node: ast.expr) -> Iterator[str]:
    """Yield the regular expressions of the names that an expression can be; a filled-in part is anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from pattern_of(node.body)
        yield from pattern_of(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values]
        yield "".join(parts)
    elif isinstance(node, ast.BinOp):
        yield from (f"{start}.+" for start in pattern_of(node.left) if not start.endswith(".+"))
        yield from (start for start in pattern_of(node.left) if start.endswith(".+"))


@lru_cache(maxsize=1)
def asked() -> list[Asked]:
    """Return what the sources ask for by calling `text`, or a function that does so with the name it is given."""
    found = []
    for path in sorted(GAME.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in READERS:
                for argument in node.args:
                    where = f"{path.relative_to(GAME)}:{node.lineno}"
                    found += [Asked(where, pattern, ".+" not in pattern) for pattern in pattern_of(argument)]
    return found


@lru_cache(maxsize=1)
def literals() -> frozenset[str]:
    """Return every string that stands in a source outside the tables of texts."""
    return frozenset(
        node.value
        for path in GAME.rglob("*.py")
        if path.name not in TABLES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_every_text_that_is_asked_for_exists() -> None:
    calls = [one for one in asked() if one.whole]
    assert len(calls) > 60, "the calls of text are no longer found"
    missing = [f"{one.where}: {one.pattern}" for one in calls if re.sub(r"\\(.)", r"\1", one.pattern) not in TEXTS]
    assert not missing


def test_every_family_of_texts_that_is_asked_for_has_members() -> None:
    empty = [one for one in asked() if not one.whole and not any(re.fullmatch(one.pattern, name) for name in TEXTS)]
    assert not empty


OPEN_FAMILIES = (
    {f"image.{name}" for name in channels.NAMES}
    | {f"kernel.{name}" for name in filters.NAMES}
    | {f"{name}.many" for name in ("left_over.row", "left_over.column", "skipped.row", "skipped.column")}
)
"""Names that are put together from a kind and a name, or a name and "many": what the sources cannot show alone."""


def test_every_text_is_used() -> None:
    families = [re.compile(one.pattern) for one in asked() if not one.whole and not one.pattern.startswith(".+")]
    spoken = {name for row in (*POINTER_ROWS, *CONTROL_ROWS) for name in (row, f"{row}_does")}
    known = literals() | spoken | OPEN_FAMILIES
    unused = [name for name in TEXTS if name not in known and not any(one.fullmatch(name) for one in families)]
    assert not unused


def test_every_image_and_every_kernel_has_a_text() -> None:
    assert set(TEXTS) >= OPEN_FAMILIES


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: f"{binding.where.name} {binding.keys[0]}")
def test_every_row_of_the_table_of_keys_has_its_text(binding: object) -> None:
    assert getattr(binding, "words", "") in TEXTS


def test_every_row_about_hands_has_its_two_texts() -> None:
    assert not [row for row in (*POINTER_ROWS, *CONTROL_ROWS) if not {row, f"{row}_does"} <= set(TEXTS)]


@pytest.mark.parametrize("mac", [False, True])
def test_the_help_sheet_lists_every_key_of_the_table_and_no_other(mac: bool) -> None:
    table = dict(help_table(mac))
    for where in Where:
        bound = [binding for binding in BINDINGS if binding.where is where]
        listed = [(keys, words) for keys, words in table[where.value]]
        assert listed == [(", ".join(labels_of(binding, mac)), TEXTS[binding.words]) for binding in bound]
    assert set(table) == {where.value for where in Where} | {"keys.pointer", "keys.controls", "keys.words"}


def test_the_help_sheet_lists_no_key_that_is_kept_for_later() -> None:
    everywhere = dict(help_table(mac=False))[Where.ANYWHERE.value]
    assert not {key for row in everywhere for key in row[0].split(", ")} & set(RESERVED)


def test_the_help_sheet_names_every_gesture() -> None:
    table = dict(help_table(mac=False))
    assert table["keys.pointer"] == tuple((TEXTS[row], TEXTS[f"{row}_does"]) for row in POINTER_ROWS)
    assert table["keys.controls"] == tuple((TEXTS[row], TEXTS[f"{row}_does"]) for row in CONTROL_ROWS)
