"""Puzzles: a stop with a goal, of which the maps alone are known. What is said of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.texts import text

if TYPE_CHECKING:
    from ..files.tour import Stop
    from .state import TourRun


def puzzle_words(run: TourRun) -> str:
    """Return what stands under the text of a puzzle: its task, the hint that was asked for last, or how it went."""
    stop = run.stop
    if run.solved is not None:
        return solved_words(stop, *run.solved)
    if run.shown:
        return text("tour.passed", words=stop.task)
    return hint_words(stop, run.hints) if run.hints else stop.task


def hint_words(stop: Stop, number: int) -> str:
    """Return a hint, counted from 1."""
    return text("puzzle.hint.words", hint=number, hints=len(stop.hints), words=stop.hints[number - 1])


def solved_words(stop: Stop, changes: int, hints: int) -> str:
    """Return how a puzzle was solved, and what its author says then."""
    made = text("puzzle.changes.one" if changes == 1 else "puzzle.changes", count=changes)
    helped = text(f"puzzle.hints.{('none', 'one')[hints]}" if hints <= 1 else "puzzle.hints", count=hints)
    return text("puzzle.solved", changes=made, hints=helped, reply=stop.reply).strip()


def puzzle_sayings(stop: Stop) -> tuple[str, ...]:
    """Return all that `puzzle_words` may return for a stop, the longest of each kind."""
    hints = tuple(hint_words(stop, number) for number in range(1, len(stop.hints) + 1))
    return stop.task, *hints, solved_words(stop, LONG, 2), text("tour.passed", words=stop.task)


LONG = 999
"""As many changes as are written wide."""


def free_words(stop: Stop) -> str:
    """Return what can be changed in a puzzle, as a list of words; "" where nothing is locked, or all is."""
    from ..files.tour_conditions import locks  # few lock anything

    free = [name for name in locks() if name not in stop.locked and name in CHANGED]
    words = [text(f"puzzle.free.{name}") for name in free]
    if stop.scenario.chain is not None:
        words.append(text("puzzle.free.order"))
    return "" if not stop.locked else text("puzzle.and").join(words)


CHANGED = ("image", "kernel", "kernel_size", "stride", "padding", "dilation")
"""What is spoken of as free, where it is."""
