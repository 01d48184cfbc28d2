"""The system's dialog for a file: one at a time is open, and it asks to open something or to save it."""

from __future__ import annotations

from pathlib import Path

from ..files.dialog import DialogAnswer, FileDialog, choose_file
from ..session.state import State
from ..value import Value
from ..words.texts import text
from .saving import folder_for

ASKED_ONCE = 1.0
"""Seconds in which asking again is the same wish: a key that is held, a click that is a double one."""


class Asked(Value):
    """What the dialog that is open asks for, and the name that it offers.

    what: "open", or what is to be saved: "scenario", "lesson", or a form of `session.sharing`.
    """

    what: str
    name: str = ""


class Dialogs:
    """The dialog that is open, None without one, and what it asks for; afterwards, what was asked for last."""

    def __init__(self) -> None:
        self.asked = Asked("open")
        self.opened: FileDialog | None = None
        self._asked_at = 0.0

    @property
    def asks_what_to_open(self) -> bool:
        """Tell whether the dialog that is open asks for a file to open."""
        return self.opened is not None and self.asked.what == "open"

    def ask(self, state: State, asked: Asked) -> None:
        """Open a dialog; one that is open already is closed, for it may be one that will never answer."""
        if self.opened is not None and state.interface.now - self._asked_at < ASKED_ONCE:
            return
        self.close()
        self.asked, self._asked_at = asked, state.interface.now
        opening = asked.what == "open"
        title = text("open.title" if opening else "save.title")
        self.opened = choose_file("open" if opening else "save", folder_for(state), asked.name, title)

    def poll(self) -> Path | DialogAnswer | None:
        """Return the answer, after which no dialog is open any more: a path, or that there is none."""
        answer = DialogAnswer.NOT_DONE if self.opened is None else self.opened.poll()
        if answer is not DialogAnswer.NOT_DONE:
            self.opened = None
        return answer

    def close(self) -> None:
        """End the dialog, if one is open."""
        if self.opened is not None:
            self.opened.close()
