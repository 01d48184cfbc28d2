"""Worksheets that are handed out: of what is shown, or of the lesson that is led."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..files.atomic import write_together
from ..files.errors import shown
from ..files.worksheet_plan import Plan
from ..input.window_intents import Announce
from ..session.state import State
from ..words.texts import text
from ..worksheet.making import names_of, plan_of, said_of
from ..worksheet.sheet import Options
from .saving import Answer, free_name


def sheets_of(state: State, path: Path, *, of_the_lesson: bool) -> tuple[Plan, str, tuple[str, ...]]:
    """Return what worksheets are made of, what their files are called, and what is said beside.

    The dialog asked about one name: where that is free, none of the files takes another's place. Raises FileProblem and
    errors of `core`.
    """
    share, said = state.interface.share, tuple[str, ...]()
    lesson = None if state.tour is None else state.tour.tour.worksheet
    if of_the_lesson and lesson is not None:
        plan = lesson.changed(versions=share.versions, paper=share.paper)
    else:
        options = Options(name=path.stem, versions=share.versions, paper=share.paper)
        plan, said = plan_of(state.scenario, options), said_of(state.scenario, options)[:2]
    names = names_of(plan, path.stem)
    if not os.path.lexists(path) and any(os.path.lexists(path.with_name(name)) for name in names):
        return plan, _free_stem(path, names), said
    return plan, path.stem, said


def placed(files: Mapping[str, bytes], path: Path, said: tuple[str, ...]) -> Answer:
    """Write the versions of a worksheet and their key, all or none. Raises FileProblem."""
    write_together({path.with_name(name): data for name, data in files.items()})
    names = ", ".join(shown(name) for name in files)
    done = Announce(text("share.worksheets", names=names, folder=shown(path.parent)))
    return done, *map(Announce, said)


def _free_stem(path: Path, names: tuple[str, ...]) -> str:
    """Return a name under which none of the files of a worksheet is there yet."""
    endings = [name.removeprefix(path.stem) for name in names]
    for number in range(2, 10_000):
        stem = f"{path.stem} {number}"
        if not any(os.path.lexists(path.with_name(f"{stem}{ending}")) for ending in endings):
            return stem
    return free_name(path.parent, path.name).stem
