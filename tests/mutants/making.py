"""Mutants: a module with one operator, number, truth or condition turned. cosmic-ray knows how; here one is chosen."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

_LEFT_OUT = ("VariableReplacer", "VariableInserter", "ExceptionReplacer", "RemoveDecorator")
"""Ways that are no small slip, or need to be told names."""
_BITS = ("BitOr", "BitAnd", "BitXor", "LShift", "RShift")
Spot = tuple[int, int]  # line and column
Way = tuple[str, int]  # the name of an operator of cosmic-ray, and which of its occurrences in the module


@dataclass(frozen=True)
class Mutant:
    """A module, by its path from the root, as it is and with one slip in it, which stands in a line."""

    path: Path
    line: int
    code: str
    mutated: str

    @property
    def diff(self) -> str:
        """Return what the slip changes, a line of before and one of after each."""
        lines = unified_diff(self.code.splitlines(), self.mutated.splitlines(), lineterm="", n=0)
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def chosen(root: Path, room: str, count: int, seed: int) -> list[Mutant]:
    """Choose mutants of a room by a seed, no two at the same place; fewer when there are no more places."""
    chance = random.Random(f"{seed} {room}")
    places = [(path, spot, ways) for path in _modules(root, room) for spot, ways in _places(path.read_text()).items()]
    chance.shuffle(places)
    found: list[Mutant] = []
    for path, spot, ways in places:
        if len(found) == count:
            break
        chance.shuffle(ways)
        found.extend(_first(_mutants(root, path, spot, ways)))
    return found


def of_line(root: Path, module: str, line: int) -> list[Mutant]:
    """Return all mutants of one line of a module."""
    path = root / module
    places = _places(path.read_text())
    return [
        mutant
        for spot, ways in sorted(places.items())
        if spot[0] == line
        for mutant in _mutants(root, path, spot, ways)
    ]


def _modules(root: Path, room: str) -> list[Path]:
    return sorted((root / "game" / room).rglob("*.py"))


def _first(mutants: Iterator[Mutant]) -> list[Mutant]:
    return [mutant for mutant, _ in zip(mutants, range(1), strict=False)]


def _places(code: str) -> dict[Spot, list[Way]]:
    """Return where a slip can be made, and in which ways; types that are only written down are no places."""
    nodes = list(ast_nodes(get_ast(code)))
    types = _types(code)
    places: dict[Spot, list[Way]] = defaultdict(list)
    for name in operator_names():
        if name.endswith(_LEFT_OUT) or _ends_at_once(name):
            continue
        operator = get_operator(name)()
        spots = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, spot in enumerate(spots):
            if not any(low <= spot < high for low, high in types):
                places[spot].append((name, occurrence))
    return places


def _ends_at_once(name: str) -> bool:
    """Tell whether a way puts an operator of bits between numbers, which most often only says that it cannot be."""
    kind, _, operators = name.rpartition("ReplaceBinaryOperator_")
    before, _, after = operators.partition("_")
    return bool(kind) and after in _BITS and before not in _BITS


def _types(code: str) -> list[tuple[Spot, Spot]]:
    """Return where types are written down, and where it is asked whether they are being checked."""
    found: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            found.append(node.test)
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)) for node in found if node
    ]


def _mutants(root: Path, path: Path, spot: Spot, ways: list[Way]) -> Iterator[Mutant]:
    """Make the mutants of one place, but for those that are no program or the same one."""
    code = path.read_text()
    for name, occurrence in ways:
        mutated = mutate_code(code, get_operator(name)(), occurrence)
        if mutated is not None and _is_another(code, mutated):
            yield Mutant(path.relative_to(root), spot[0], code, mutated)


def _is_another(code: str, mutated: str) -> bool:
    try:
        return ast.dump(ast.parse(code)) != ast.dump(ast.parse(mutated))
    except SyntaxError:
        return False
