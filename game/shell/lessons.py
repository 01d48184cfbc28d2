"""The lesson that is being made, and its files: written, kept, taken up again."""

from __future__ import annotations

from pathlib import Path

from ..files.errors import FileProblem, reason_of, shown
from ..files.kept_lesson import kept_lesson
from ..files.lesson_text import write_lesson
from ..input.intent import Intent
from ..input.lesson_intents import EditLesson, LessonWritten
from ..input.window_intents import Complain
from ..session.lesson import drafted
from ..session.state import State
from ..words.sentences import sentence


def taken_up(state: State, folder: Path) -> tuple[Intent, ...]:
    """Return the intent that goes on with the lesson that was kept, once, where nobody has begun one since."""
    if state.interface.draft is not None:
        return ()
    lesson = kept_lesson(folder)
    return () if lesson is None else (EditLesson(lesson),)


def written(state: State, path: Path) -> tuple[Intent, ...]:
    """Write the lesson with its scenes to a file; that it is saved is only said once it is."""
    try:
        whole = path.absolute()
        write_lesson(whole, drafted(state.interface.draft).lesson, with_scenes=True)
    except FileProblem as problem:
        return _complained(problem)
    except OSError as error:  # the folder that a path begins in was removed since the program was started there
        return _complained(FileProblem("file_unwritable", path=shown(path), reason=reason_of(error)))
    return (LessonWritten(str(whole)),)


def _complained(problem: FileProblem) -> tuple[Intent, ...]:
    return (Complain(sentence(problem.key, **problem.values())),)
