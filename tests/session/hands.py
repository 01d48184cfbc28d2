"""What the tests of the session share: a first state, and intents one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.scenario import Scenario, startup
from game.files.settings import Settings
from game.input.intent import NAME
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.session.answers import patch_at
from game.session.predict import answer_cell
from game.session.reduce import reduce
from game.session.state import State, new_state

if TYPE_CHECKING:
    from game.input.intent import Intent


def fresh(scenario: Scenario | None = None, position: float = 0.0, playing: bool = False) -> State:
    """Return a first state; it is paused unless the test is about time."""
    return new_state(scenario or startup(), Settings(), position, playing)


def after(state: State, *intents: Intent) -> State:
    """Return the state after intents."""
    for intent in intents:
        state = reduce(state, intent)
    return state


def typed_name(words: str) -> tuple[Intent, ...]:
    """Return what a person does who types another name over the one that is there."""
    return OpenEntry(NAME), EntryText(words), AcceptEntry()


def at(state: State, position: float) -> State:
    """Return the state with the walk at a position."""
    return state.changed(playback=state.playback.changed(position=position))


def answer_patch(state: State) -> frozenset[tuple[int, int]]:
    """Return the pixels, padding included, that the kernel covers in the step asked about."""
    return patch_at(state.scenario, answer_cell(state))


def sentences(state: State) -> list[str]:
    """Return the sentences of the toasts."""
    return [toast.sentence for toast in state.interface.toasts]


def entries(state: State) -> int:
    """Return how many states the history holds, the first one included."""
    return len(state.history.entries)
