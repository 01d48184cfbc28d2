"""The flags about worksheets, imported when there is one: what they ask for, and the files that are written."""

from __future__ import annotations

import os
from pathlib import Path

from .core.errors import UnknownName
from .core.limits import Range
from .core.scenario import Scenario, startup
from .files.atomic import write_together
from .files.errors import FileProblem, shown
from .files.worksheet_plan import Plan
from .flag_texts import name, whole, wrong
from .flags import Flags, scenario_flags
from .worksheet.making import files_of, said_of, worksheets
from .worksheet.sheet import BLOCKS, PAPERS, VERSIONS, BlockKind, Options

OF_A_WORKSHEET = ("versions", "paper", "blocks")
"""Flags that mean something with --worksheet alone."""


def write_worksheets(found: Flags, scenario: Scenario) -> tuple[str, ...]:
    """Write the worksheets of a scenario, all of them or none; return sentences about what they do not have of it.

    Raises FileProblem, UnknownName, OutOfRange, and what `worksheet.making.worksheets` raises.
    """
    path = _path(found)
    options = _options(found, path.stem)
    files = worksheets(scenario, options)
    write_together({path.with_name(each): data for each, data in files.items()})
    return said_of(scenario, options)


def write_planned(found: Flags) -> bool:
    """Write the worksheet of the worksheet file, or of the lesson, that is named; tell whether one is.

    Raises FileProblem, also "worksheet_flags" for flags that cannot go with it, and what `write_worksheets` raises.
    """
    named = _planned(found)
    if named is None:
        return False
    path, (said, plan) = _path(found), named
    asked = scenario_flags(found)
    seed = asked.quantities.get("seed")
    others = asked.changed(quantities={key: each for key, each in asked.quantities.items() if key != "seed"})
    if found.blocks is not None or others.any():
        raise FileProblem("worksheet_flags", path=said)
    options = _options(found, path.stem)
    chosen = {
        "seed": plan.seed if seed is None else seed,
        "versions": plan.versions if found.versions is None else options.versions,
        "paper": plan.paper if found.paper is None else options.paper,
    }
    files = files_of(plan.changed(**chosen), path.stem)
    write_together({path.with_name(each): data for each, data in files.items()})
    return True


def _planned(found: Flags) -> tuple[str, Plan] | None:
    """Return a file as a sentence calls it, and the worksheet in it; None where neither that nor a lesson is named."""
    from .files.opening import holds_picture, open_path
    from .files.tour import Tour

    tour: object = None
    if found.file is not None and os.path.lexists(path := Path(found.file)):
        try:
            tour = None if holds_picture(path) else open_path(path, startup())
        except FileProblem as problem:
            if problem.key != "worksheet_opened":
                raise
            from .files.worksheet_opening import read_worksheet

            return shown(found.file), read_worksheet(path)
    elif found.tour is not None:
        from .files.lesson_file import read_led
        from .files.tour_file import tour_path

        tour = read_led(tour_path(found.tour))
    if not isinstance(tour, Tour):
        return None
    said = shown(found.file or found.tour or "first")
    if tour.worksheet is None:
        raise FileProblem("worksheet_none", path=said)
    return said, tour.worksheet


def _path(found: Flags) -> Path:
    """Return where the worksheet is written. Raises FileProblem."""
    path = Path(found.worksheet or "")
    if path.suffix.lower() != ".pdf":
        raise wrong("--worksheet", str(path), "pdf file")
    return path


def refuse_alone(found: Flags) -> None:
    """Raise FileProblem "flag_needs_worksheet" for a flag about worksheets where none is asked for."""
    for key in OF_A_WORKSHEET:
        if getattr(found, key) is not None:
            raise FileProblem("flag_needs_worksheet", flag=f"--{key}")


def _options(found: Flags, stem: str) -> Options:
    versions = 1
    if found.versions is not None:
        versions = whole("--versions", found.versions, "versions", Range(1, len(VERSIONS)))
    paper = "a4" if found.paper is None else name(found.paper, "paper", tuple(PAPERS))
    return Options(name=stem, versions=versions, paper=paper, blocks=_blocks(found.blocks))


def _blocks(text: str | None) -> tuple[BlockKind, ...]:
    """Return the exercises that are named, with commas between them, in their order, each once."""
    if text is None:
        return ()
    found: list[BlockKind] = []
    for word in text.split(","):
        known = next((each for each in BLOCKS if each == word.strip().lower()), None)
        if known is None:
            raise UnknownName("exercise", shown(word, 40), BLOCKS)
        if known not in found:
            found.append(known)
    return tuple(found)
