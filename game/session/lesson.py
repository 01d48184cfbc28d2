"""The lesson that is being made: its scenes in order, and what was changed last. It is nobody's scenario."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..value import Single

if TYPE_CHECKING:
    from ..files.tour import Stop, Tour
    from ..files.worksheet_plan import Plan

MOST_UNDOS = 50
"""Changes of a lesson that can be taken back."""


class Draft(Single):
    """A lesson that is being made.

    name: "" for one without. scenes: in their order. path: the file that Save writes to, None as long as there is none.
    saved: that file holds it as it is. chosen: the scene that was chosen, from 0, or None. before: the drafts that the
    last changes were made to, the newest last. worksheet: what it hands out, None for nothing.
    """

    name: str = ""
    scenes: tuple[Stop, ...] = ()
    path: str | None = None
    saved: bool = True
    chosen: int | None = None
    before: tuple[tuple[str, tuple[Stop, ...], Plan | None], ...] = ()
    worksheet: Plan | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would be lost."""
        return not (self.name or self.scenes)

    @property
    def lesson(self) -> Tour:
        """The lesson as it is."""
        from ..files.tour import Tour  # few make a lesson

        return Tour(self.name, self.scenes, is_lesson=True, worksheet=self.worksheet)

    def with_scenes(self, scenes: tuple[Stop, ...], chosen: int | None) -> Draft:
        """Return the lesson with other scenes, of which one is chosen."""
        return self._noted().changed(scenes=scenes, chosen=chosen, saved=False)

    def called(self, name: str) -> Draft:
        """Return the lesson under another name."""
        return self if name == self.name else self._noted().changed(name=name, saved=False)

    def taken_back(self) -> Draft:
        """Return the lesson before its last change; itself where there is none."""
        if not self.before:
            return self
        name, scenes, worksheet = self.before[-1]
        chosen = None if self.chosen is None or self.chosen >= len(scenes) else self.chosen
        earlier = self.changed(name=name, scenes=scenes, worksheet=worksheet, chosen=chosen)
        return earlier.changed(saved=False, before=self.before[:-1])

    def _noted(self) -> Draft:
        return self.changed(before=(*self.before, (self.name, self.scenes, self.worksheet))[-MOST_UNDOS:])


NO_LESSON = Draft()
"""The lesson as long as nobody makes one."""


def with_words(scene: Stop, changes: Mapping[str, object]) -> Stop:
    """Return a scene that says otherwise what stands under some keys of its file; None takes one away.

    Raises FileProblem where that is no scene.
    """
    from ..files.lesson_file import scene_in  # few make a lesson
    from ..files.lesson_text import whole_scene

    found = {key: value for key, value in {**whole_scene(scene), **changes}.items() if value is not None}
    return scene_in(found, "", 1)


def drafted(draft: Draft | None) -> Draft:
    """Return the lesson that is being made, an empty one as long as nobody does."""
    return draft or NO_LESSON
