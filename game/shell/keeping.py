"""Keeping the work and the settings: at the end of each gesture, more than once a second during one, and at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..core.limits import IMAGE_SIZE
from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.kept_work import KeptWork
from ..files.settings import SPEED, Settings, write_settings
from ..input.intent import Side
from ..session.stack_intents import turns, view_of
from ..session.state import State, own_state
from .places import Place

if TYPE_CHECKING:
    from ..files.tour import Stop
    from ..files.writing import Beside

Sides: TypeAlias = tuple[Scenario, Scenario | None]

WORK, SETTINGS = "work_not_kept", "settings_not_kept"
"""What can be wrong with what is written beside the frames, as the keys of problems."""
EVERY = 0.75  # seconds between two savings while something goes on: with a slow turn or disk still less than a second
LONGEST_PAUSE = 6.0
"""Seconds between two tries where nothing can be written; the first comes after EVERY, then twice as long each."""


class WorkKeeper:
    """Saves what has changed since it was last saved, and tries again for as long as that fails.

    That work or settings cannot be kept is said once, not at every try; again only after they could be kept meanwhile.
    """

    def __init__(self, kept: KeptWork, folder: Path, settings: Settings) -> None:
        self._kept = kept
        self._folder = folder
        self._sides: Sides | None = None
        self._position: tuple[float, object] = -1.0, None
        self._view: dict[str, object] = {}
        self._settings: Settings | None = settings
        self._lesson: tuple[str, tuple[Stop, ...]] = "", ()
        self._waited = 0.0
        self._pause = 0.0
        self._failing: frozenset[str] = frozenset()
        self._beside: dict[str, Beside] = {}
        self._waits = False  # at the end, for what is being written

    def tick(self, state: State, dt: float, place: Callable[[], Place]) -> FileProblem | None:
        """Let `dt` seconds pass; save when it is time. Return a problem that has not been said yet.

        `place` tells where the window is. In a tour it is the person's own state that is kept, never the tour's.
        """
        state = own_state(state)
        self._waited += dt
        ended = state.working is None and not _the_same(_sides(state), self._sides)
        failed = any(beside.failed for beside in self._beside.values())  # else it were tried only every second time
        if not failed and self._waited < (self._pause or (0.0 if ended else EVERY)):
            return None
        return self.save(state, place())

    def save(self, state: State, window: Place) -> FileProblem | None:
        """Save what has changed now. Return a problem that has not been said yet."""
        state = own_state(state)
        self._waited = 0.0
        problems = []
        for save in (self._save_work, self._save_settings, self._save_lesson):
            try:
                save(state, window)
            except FileProblem as problem:
                problems.append(problem)
        new = [problem for problem in problems if problem.key not in self._failing]
        unknown = self._failing & {key for key, beside in self._beside.items() if beside.busy}  # it may be kept by now
        self._failing = unknown.union(problem.key for problem in problems)
        if problems or not unknown:
            self._pause = min(max(EVERY, 2 * self._pause), LONGEST_PAUSE) if problems else 0.0
        return new[0] if new else None

    def _save_work(self, state: State, _: Place) -> None:
        if not self._settled(WORK):
            return
        view = view_of(state)
        position = state.position_in_cells, view.get("stamp")
        still = not state.playback.playing and position != self._position
        seen, then = (each | {"stamp": None} for each in (view, self._view))
        looked = not turns(state) and seen != then  # what turns by itself is no work, and would never rest
        sides = _sides(state)
        if _the_same(sides, self._sides) and not still and not looked:
            return
        if self._waits or not _is_large(state.scenario):
            self._kept.save(sides[0], position[0], view, sides[1])
        else:
            self._begin(WORK, lambda: self._kept.save(sides[0], position[0], view, sides[1]), packs=True)
        self._sides, self._position, self._view = sides, position, view

    def _save_lesson(self, state: State, _: Place) -> None:
        draft = state.interface.draft
        if draft is None or (draft.name, draft.scenes) == self._lesson:
            return
        from ..files.kept_lesson import keep_lesson  # few make a lesson

        keep_lesson(self._folder, draft.lesson)
        self._lesson = draft.name, draft.scenes

    def _begin(self, key: str, write: Callable[[], None], packs: bool = False) -> None:
        """Begin to write beside the frames: a disk takes longer than a frame has."""
        if key not in self._beside:
            from ..files.writing import Beside  # not before the first picture

            self._beside[key] = Beside(key)
        self._beside[key].begin(write, packs)

    def _settled(self, key: str) -> bool:
        """Say whether nothing of that is being written. Raises the FileProblem of what could not be written."""
        beside = self._beside.get(key)
        if beside is None or not beside.busy:
            return True
        try:
            settled = beside.settled(self._waits)
        except FileProblem:
            if key == WORK:
                self._sides = None  # it is written anew
            else:
                self._settings = None
            raise
        if settled:
            self._failing -= {key}
        return settled

    def finish(self, state: State, window: Place) -> None:
        """Save everything at the end, the walk's position too; what cannot be written then cannot be said either."""
        self.wait()
        self._sides = None
        self.save(state, window)

    def wait(self) -> None:
        """Wait for what is being written beside the frames; from then on nothing is."""
        self._waits = True
        for key in self._beside:
            with contextlib.suppress(FileProblem):
                self._settled(key)

    def _save_settings(self, state: State, window: Place) -> None:
        settings = settings_of(state, window)
        if not self._settled(SETTINGS) or settings == self._settings:
            return
        if self._waits:
            write_settings(self._folder, settings)
        else:
            self._begin(SETTINGS, lambda: write_settings(self._folder, settings))
        self._settings = settings


def _sides(state: State) -> Sides:
    """Return what is kept: the scenario, and while two are compared that of side B."""
    return state.scenario, state.work.of(Side.B) if state.compare.on else None


def _the_same(now: Sides, before: Sides | None) -> bool:
    """Tell whether nothing has been changed: they are the very same objects."""
    return before is not None and now[0] is before[0] and now[1] is before[1]


def _is_large(scenario: Scenario) -> bool:
    """Say whether writing a scenario takes longer than a frame has: it has a picture, or is as large as one."""
    return scenario.picture is not None or max(scenario.pixel_size) > IMAGE_SIZE.high


def settings_of(state: State, window: Place) -> Settings:
    """Return the settings as they are now: speed and loop are the walk's."""
    playback = state.playback
    placed = state.settings.changed(window=window.window, maximised=window.maximised, displays=window.displays)
    return placed.changed(speed=min(playback.speed, SPEED[1]), loop=playback.loop)
