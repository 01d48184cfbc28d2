"""Intents about the lesson that is being made: its scenes, their order, their words."""

from __future__ import annotations

from .intent import Intent


class LessonIntent(Intent):
    """What the lesson that is being made can be asked for."""


class AddWhatIsSeen(LessonIntent, settles=True):
    """Add what is on screen as the last scene: scenario, position, view, and side B while two are compared."""


class AddScene(LessonIntent, settles=True):
    """Add a scene of a shelf, as `files.shelf` has it."""

    scene: object


class ChooseScene(LessonIntent):
    """Choose a scene, counted from 0; None for none."""

    index: int | None


class ReplaceScene(LessonIntent, settles=True):
    """Put what is on screen in the place of a scene; its title, note and question stay."""

    index: int


class RemoveScene(LessonIntent, settles=True):
    """Take a scene out of the lesson."""

    index: int


class MoveScene(LessonIntent, settles=True):
    """Give a scene another place; places beyond the ends are the ends."""

    index: int
    to: int


class SayOfScene(LessonIntent):
    """Set the words of a scene: its "title", its teacher's "note", or its "text"; "" takes note and text away."""

    index: int
    key: str
    words: str


class AskInScene(LessonIntent):
    """Set what the class is asked in a scene: "value", "size", "weights", or "" for nothing."""

    index: int
    kind: str


class SetGoal(LessonIntent, settles=True):
    """Make the map that is seen the goal of a scene, which is a puzzle then; or take the goal of one away."""

    index: int
    on: bool = True


class NameLesson(LessonIntent):
    """Give the lesson a name."""

    name: str


class UndoLesson(LessonIntent):
    """Take the last change of the lesson back."""


class EditLesson(LessonIntent, settles=True):
    """Go on with a lesson that was opened, as `files.lesson_file` has read it; `path` is its file, "" for none."""

    lesson: object
    path: str = ""


class NewLesson(LessonIntent, settles=True):
    """Begin another, empty lesson. The one before can be taken back."""


class LessonWritten(LessonIntent, by_itself=True):
    """The lesson has been written to a file."""

    path: str


class PresentLesson(LessonIntent, settles=True):
    """Lead through the lesson in Present, from a scene on."""

    index: int = 0
