"""What is typed as words, not as a number: the name of what is shown, and what a lesson and its scenes say."""

from __future__ import annotations

from ..input.intent import NAME, Cell, Control
from ..input.lesson_intents import NameLesson, SayOfScene
from . import naming
from .lesson import drafted
from .state import State

LESSON_NAME = "lesson name"
OF_A_SCENE = {"scene title": "title", "scene note": "note", "scene text": "text"}
"""What of the chosen scene can be typed, and the key under which its file has it."""
LONGEST = {LESSON_NAME: 50, "scene title": 50, "scene text": 280, "scene note": 2000}
"""Characters that each takes."""


def is_typed(state: State, target: Control) -> bool:
    """Tell whether a target has words that can be typed now; a tour names its stops itself."""
    if target == NAME:
        return state.tour is None
    chosen = drafted(state.interface.draft).chosen
    return target.name == LESSON_NAME or (target.name in OF_A_SCENE and chosen is not None)


def has_words(target: Cell | Control) -> bool:
    """Tell whether words are typed for a target, and no number."""
    return isinstance(target, Control) and (target == NAME or target.name == LESSON_NAME or target.name in OF_A_SCENE)


def words_of(state: State, target: Control) -> str:
    """Return the words that a target has now; the lines of a note stand in one."""
    if target == NAME:
        return naming.title_of(state.scenario, state.path)
    draft = drafted(state.interface.draft)
    if target.name == LESSON_NAME:
        return draft.name
    if draft.chosen is None:
        return ""
    return " ".join(str(draft.scenes[draft.chosen].found.get(OF_A_SCENE[target.name], "")).split())


def longest(target: Cell | Control, numbers: int) -> int:
    """Return how many characters an entry takes; of a number so many as are given."""
    if target == NAME:
        return naming.LONGEST
    return LONGEST.get(target.name, numbers) if isinstance(target, Control) else numbers


def said(state: State, target: Control, words: str) -> State:
    """Give a target its words. What they may not be is said in a toast."""
    if target == NAME:
        return naming.renamed(state, words)
    from .modes.lesson import HANDLERS  # few make a lesson

    chosen = drafted(state.interface.draft).chosen
    if target.name == LESSON_NAME:
        return HANDLERS[NameLesson](state, NameLesson(words))
    if chosen is None:
        return state
    return HANDLERS[SayOfScene](state, SayOfScene(chosen, OF_A_SCENE[target.name], words))
