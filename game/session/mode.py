"""A mode: what stands in the way of an intent while it is on. Which modes there are is in `modes/table.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from ..value import Single

if TYPE_CHECKING:
    from ..input.intent import Intent
    from .state import Handler, State

Meant: TypeAlias = "Callable[[State, Intent], tuple[State, Intent]]"
Refuses: TypeAlias = "Callable[[State, Intent], str | None]"
Carries: TypeAlias = "Callable[[Handler], Handler]"
After: TypeAlias = "Callable[[State, State, Intent], State]"


class Mode(Single):
    """What a mode does with an intent; None: nothing.

    meant: the state that an intent meets, and what it means there.
    refuses: the name of the sentence that says why an intent is refused, or None.
    carries: the handler that carries an intent out in the place of its own.
    after: what follows from an intent, also from one that was refused, for the state that it has led to from another.
    """

    meant: Meant | None = None
    refuses: Refuses | None = None
    carries: Carries | None = None
    after: After | None = None


class Way(Single):
    """When a mode is on, and how it is come by: it is imported when it is on for the first time."""

    on: Callable[[State], object]
    load: Callable[[], Mode]

    @cached_property
    def mode(self) -> Mode:
        """The mode."""
        return self.load()
