"""Where files are saved, under which names, and what is said where that cannot be."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

import platformdirs

from ..core.errors import ConvolutionError
from ..files.errors import FileProblem, reason_of, shown
from ..files.scenario_file import write_scenario
from ..input.intent import Intent, Side
from ..input.window_intents import Complain, Saved
from ..session.stack_intents import view_of
from ..session.state import State
from ..words.sentences import sentence

Answer = tuple[Intent, ...]


def complaint(problem: FileProblem | ConvolutionError) -> Complain:
    """Return the sentence of a problem, as a warning."""
    return Complain(sentence(problem.key, **problem.values()))


def folder_for(state: State) -> Path:
    """Return the folder to begin in: the one last used, else the person's documents, else the present one."""
    # Of a disk that has gone, and of a name that no system has, pathlib raises an error; this says no.
    return next((folder for folder in _folders(state) if os.path.isdir(folder)), Path(os.sep))  # noqa: PTH112


def _folders(state: State) -> Iterator[Path]:
    yield from (Path(path).parent for path in state.settings.recent[:1])
    with contextlib.suppress(Exception):  # a file of the desktop says where documents are, and may say anything
        yield Path(platformdirs.user_documents_dir())
    with contextlib.suppress(OSError):  # it was removed
        yield Path.cwd()


def free_name(folder: Path, name: str) -> Path:
    """Return a path that no file has yet; one that cannot be looked at is found out when it is written."""
    stem, ending = os.path.splitext(name)  # noqa: PTH122
    names = (folder / f"{stem}{'' if number == 1 else f' {number}'}{ending}" for number in range(1, 10_000))
    free = next((path for path in names if not os.path.lexists(path)), None)
    return folder / f"{stem} {os.urandom(4).hex()}{ending}" if free is None else free


def ended(path: Path, ending: str) -> Path:
    """Return a path that ends as its kind of file does; a free one where nobody was asked about the file of that."""
    if PurePath(path).suffix.lower() == ending:
        return path
    name = f"{path.name}{ending}"
    return free_name(path.parent, name) if os.path.lexists(path.with_name(name)) else path.with_name(name)


def written_scenario(state: State, path: Path) -> Answer:
    """Write the scenario to a file; that it is saved is only said once it is."""
    try:
        whole = path.absolute()
        with_picture = state.settings.save_picture
        other = state.work.of(Side.B) if state.compare.on else None
        position, view = state.position_in_cells, view_of(state)
        write_scenario(whole, state.scenario, position, view, with_picture=with_picture, other=other)
    except FileProblem as problem:
        return (complaint(problem),)
    except OSError as error:  # the folder that a path begins in was removed since the program was started there
        return (complaint(FileProblem("file_unwritable", path=shown(path), reason=reason_of(error))),)
    return (Saved(str(whole)),)
