"""Which files a scenario is exported to, by how their names end, and who makes them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, cast

from .files.atomic import write_whole
from .files.errors import FileProblem, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .files.exported import Exported

EXPORTERS: dict[str, tuple[str, str]] = {
    ".py": ("handout.python_program", "python_file"),
    ".csv": ("handout.csv_text", "csv_file"),
    ".tex": ("handout.latex", "latex_file"),
    ".md": ("handout.markdown", "markdown_file"),
    ".txt": ("handout.plain_text", "text_file"),
    ".xml": ("handout.moodle", "moodle_file"),
}
"""The endings in small letters: a module of this package, and its function from what is exported to a file's bytes."""


def check_ending(name: str, others: tuple[str, ...] = ()) -> str:
    """Return the ending of a file's name, in small letters; `others`: what is exported by somebody else.

    Raises FileProblem "export_unknown", which names all.
    """
    ending, known = PurePath(name).suffix.lower(), (*others, *EXPORTERS)
    if ending not in known:
        raise FileProblem("export_unknown", path=shown(name), allowed=known)
    return ending


def export(what: Exported, path: Path) -> None:
    """Write what is exported to a file, whole or not at all, in place of what was there.

    Raises FileProblem as `check_ending` and `atomic.write_whole`, and what its exporter raises.
    """
    module, name = EXPORTERS[check_ending(path.name)]
    exporter = cast("Callable[[Exported], bytes]", getattr(import_module(f".{module}", __package__), name))
    write_whole(path, exporter(what))
