"""The facts of the lesson that is being made, as the gallery shows it."""

from __future__ import annotations

from ...value import Value
from ..lesson import drafted
from ..state import StillState


class SceneFacts(Value):
    """Of a scene: its title, what is asked in it ("" for nothing), whether it has a note, compares, and has a goal."""

    title: str
    asked: str
    noted: bool
    compared: bool
    aimed: bool = False


class LessonFacts(Value):
    """Of the lesson: its name, "" for none, its scenes, and the one that is chosen.

    saved: its file holds it as it is. changed_once: its last change can be taken back.
    """

    name: str
    scenes: tuple[SceneFacts, ...]
    chosen: int | None
    saved: bool
    changed_once: bool


def lesson_facts(state: StillState) -> LessonFacts:
    """Return the facts of the lesson that is being made."""
    draft = drafted(state.interface.draft)
    scenes = tuple(
        SceneFacts(
            one.title,
            "" if one.question is None else one.question.kind,
            bool(one.note),
            one.other is not None,
            one.goal is not None,
        )
        for one in draft.scenes
    )
    return LessonFacts(draft.name, scenes, draft.chosen, draft.saved, bool(draft.before))
