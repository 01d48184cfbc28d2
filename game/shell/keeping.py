"""Keeping the work and the settings: at the end of each gesture, more than once a second during one, and at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.kept_work import KeptWork
from ..files.settings import Settings, write_settings
from ..session.stack_intents import turns, view_of
from ..session.state import State
from ..session.tour import own_state
from ..value import replace
from .places import Place

EVERY = 0.75  # seconds between two savings while something goes on: with a slow turn or disk still less than a second


class Keeper:
    """Saves what has changed since the last time. A folder that cannot be written is said once, not every second."""

    def __init__(self, kept: KeptWork, folder: Path, settings: Settings) -> None:
        self._kept = kept
        self._folder = folder
        self._scenario: Scenario | None = None
        self._position = -1.0
        self._view: dict[str, object] = {}
        self._settings = settings
        self._waited = 0.0
        self._complained = False

    def tick(self, state: State, dt: float, place: Callable[[], Place]) -> FileProblem | None:
        """Let `dt` seconds pass; save when it is time. Return a problem that has not been said yet.

        `place` tells where the window is. In a tour it is the person's own state that is kept, never the tour's.
        """
        state = own_state(state)
        self._waited += dt
        ended = state.working is None and state.scenario is not self._scenario
        if not ended and self._waited < EVERY:
            return None
        return self.save(state, place())

    def save(self, state: State, window: Place) -> FileProblem | None:
        """Save what has changed now."""
        state = own_state(state)
        self._waited = 0.0
        try:
            self._save_work(state)
            self._save_settings(state, window)
        except FileProblem as problem:
            said, self._complained = self._complained, True
            return None if said else problem
        return None

    def _save_work(self, state: State) -> None:
        position, view = state.playback.position, view_of(state.interface)
        still = not state.playback.playing and position != self._position
        looked = not turns(state) and view != self._view  # what turns by itself is no work, and would never rest
        if state.scenario is self._scenario and not still and not looked:
            return
        self._scenario, self._position, self._view = state.scenario, position, view
        self._kept.save(state.scenario, position, view)

    def finish(self, state: State, window: Place) -> None:
        """Save everything at the end, the walk's position too; what cannot be written then cannot be said either."""
        self._scenario = None
        self.save(state, window)

    def _save_settings(self, state: State, window: Place) -> None:
        settings = settings_of(state, window)
        if settings != self._settings:
            self._settings = settings
            write_settings(self._folder, settings)


def settings_of(state: State, window: Place) -> Settings:
    """Return the settings as they are now: speed and loop are the walk's."""
    playback = state.playback
    placed = replace(state.settings, window=window.window, maximised=window.maximised, displays=window.displays)
    return replace(placed, speed=playback.speed, loop=playback.loop)
