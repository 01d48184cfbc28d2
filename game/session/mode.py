"""What a mode is: what stands in the way of an intent while it is on."""

from __future__ import annotations

from collections.abc import Callable

from ..input.intent import Intent
from ..value import Single
from .state import Handler, State


class Mode(Single):
    """What stands in the way of an intent while it is on, see `modes/table.py`. It is asked what it has a function for.

    meant: the state that an intent meets, and what it means there.
    refuses: the name of the sentence that says why an intent is refused, or None.
    carries: the handler that carries an intent out in the place of its own.
    after: what follows from an intent, also from one that was refused, for the state that it has led to from another.
    handlers: what the intents of its own family do; they may come while it is off, as the one does that begins it.
    """

    meant: Callable[[State, Intent], tuple[State, Intent]] | None = None
    refuses: Callable[[State, Intent], str | None] | None = None
    carries: Callable[[Handler], Handler] | None = None
    after: Callable[[State, State, Intent], State] | None = None
    handlers: dict[type[Intent], Handler] | None = None
