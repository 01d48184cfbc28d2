"""The system's text input: on only while something is typed.

While it is on, an input method (of Chinese, Japanese, Korean …) takes the letters and composes them, and no key of ours
would act. Where it shows what it composes it has to be told.
"""

from __future__ import annotations

import pygame

from ..input.contexts import TAKES_TEXT
from ..session.state import State
from ..ui.geometry import Rect
from ..view.window import Window
from .keys import where_keys_are

ENTRY = "entry"


class TextInput:
    """Text input as the system has it now; SDL begins with it on."""

    def __init__(self) -> None:
        self.on = True
        self._place: Rect | None = None

    def follow(self, state: State, window: Window) -> bool:
        """Switch text input on or off, as the state wants it; return whether it is on."""
        wanted = where_keys_are(state) in TAKES_TEXT
        if wanted:
            self._stand_at(window)
        if wanted != self.on:
            self.on = wanted
            (pygame.key.start_text_input if wanted else pygame.key.stop_text_input)()
        return self.on

    def _stand_at(self, window: Window) -> None:
        """Let what is composed be shown at the open entry."""
        entry = window.named(ENTRY)
        if entry is not None and entry.rect != self._place:
            self._place = entry.rect
            pygame.key.set_text_input_rect(pygame.Rect(*entry.rect))
