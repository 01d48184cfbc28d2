"""What hands, the system and the time can do to the program, as data that can be written down and done again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game.value import Value


class Deed(Value):
    """One thing that happens.

    kind: what happens; the methods of `program.Program` have these names.
    where: a control by its name, "@image 3 4 a" for a cell of a side, or "" for the whole window.
    x, y: which part of that, 0 … 1.
    text: a chord of keys, characters, the name of a file, of an answer or of an event. amount: seconds, or notches.
    """

    kind: str
    where: str = ""
    x: float = 0.5
    y: float = 0.5
    text: str = ""
    amount: float = 0.0
    button: int = 1
    touch: bool = False

    def plain(self) -> dict[str, object]:
        """Return the fields that are not as ever, by name."""
        return {name: value for name, value in self.__dict__.items() if value != self.defaults.get(name)}


def written(deeds: list[Deed]) -> str:
    """Return deeds as lines of JSON."""
    return "".join(json.dumps(deed.plain()) + "\n" for deed in deeds)


def read(path: Path) -> list[Deed]:
    """Return the deeds that were written to a file."""
    lines: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Deed(**line) for line in lines]
