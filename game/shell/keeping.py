"""Keeping the work and the settings: at the end of each gesture, more than once a second during one, and at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.limits import IMAGE_SIZE
from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.kept_work import KeptWork
from ..files.settings import SPEED, Settings, write_settings
from ..session.stack_intents import turns, view_of
from ..session.state import State, own_state
from .places import Place

if TYPE_CHECKING:
    from ..files.writing import Writing

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
        self._scenario: Scenario | None = None
        self._position: tuple[float, object] = -1.0, None
        self._view: dict[str, object] = {}
        self._settings = settings
        self._waited = 0.0
        self._pause = 0.0
        self._failing: frozenset[str] = frozenset()
        self._writing: Writing | None = None
        self._waits = False  # at the end, for what is being written

    def tick(self, state: State, dt: float, place: Callable[[], Place]) -> FileProblem | None:
        """Let `dt` seconds pass; save when it is time. Return a problem that has not been said yet.

        `place` tells where the window is. In a tour it is the person's own state that is kept, never the tour's.
        """
        state = own_state(state)
        self._waited += dt
        ended = state.working is None and state.scenario is not self._scenario
        if self._waited < (self._pause or (0.0 if ended else EVERY)):
            return None
        return self.save(state, place())

    def save(self, state: State, window: Place) -> FileProblem | None:
        """Save what has changed now. Return a problem that has not been said yet."""
        state = own_state(state)
        self._waited = 0.0
        problems = []
        for save in (self._save_work, self._save_settings):
            try:
                save(state, window)
            except FileProblem as problem:
                problems.append(problem)
        new = [problem for problem in problems if problem.key not in self._failing]
        unknown = self._failing & {"work_not_kept"} if self._writing else frozenset()  # whether it can be kept by now
        self._failing = unknown.union(problem.key for problem in problems)
        if problems or not unknown:
            self._pause = min(max(EVERY, 2 * self._pause), LONGEST_PAUSE) if problems else 0.0
        return new[0] if new else None

    def _save_work(self, state: State, _: Place) -> None:
        if not self._settled():
            return
        view = view_of(state)
        position = state.position_in_cells, view.get("stamp")
        still = not state.playback.playing and position != self._position
        seen, then = (each | {"stamp": None} for each in (view, self._view))
        looked = not turns(state) and seen != then  # what turns by itself is no work, and would never rest
        if state.scenario is self._scenario and not still and not looked:
            return
        if self._waits or not _is_large(state.scenario):
            self._kept.save(state.scenario, position[0], view)
        else:
            from ..files.writing import Writing  # most works are small

            self._writing = Writing(lambda: self._kept.save(state.scenario, position[0], view))
        self._scenario, self._position, self._view = state.scenario, position, view

    def _settled(self) -> bool:
        """Say whether nothing is being written. Raises the FileProblem of what could not be written meanwhile."""
        if self._writing is None:
            return True
        if not self._waits and not self._writing.finished:
            return False
        writing, self._writing = self._writing, None
        try:
            writing.wait()
        except FileProblem:
            self._scenario = None  # it is written anew
            raise
        self._failing -= {"work_not_kept"}
        return True

    def finish(self, state: State, window: Place) -> None:
        """Save everything at the end, the walk's position too; what cannot be written then cannot be said either."""
        self._waits = True
        with contextlib.suppress(FileProblem):
            self._settled()
        self._scenario = None
        self.save(state, window)

    def _save_settings(self, state: State, window: Place) -> None:
        settings = settings_of(state, window)
        if settings != self._settings:
            write_settings(self._folder, settings)
            self._settings = settings


def _is_large(scenario: Scenario) -> bool:
    """Say whether writing a scenario takes longer than a frame has: it has a picture, or is as large as one."""
    return scenario.picture is not None or max(scenario.pixel_size) > IMAGE_SIZE.high


def settings_of(state: State, window: Place) -> Settings:
    """Return the settings as they are now: speed and loop are the walk's."""
    playback = state.playback
    placed = state.settings.changed(window=window.window, maximised=window.maximised, displays=window.displays)
    return placed.changed(speed=min(playback.speed, SPEED[1]), loop=playback.loop)
