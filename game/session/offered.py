"""Numbers of a file that wait for an answer: which of several arrays, or whether they are an image or a kernel."""

from __future__ import annotations

from ..core.grid import Grid
from ..input.intent import Intent
from ..value import Single


class Choice(Single):
    """An answer: its words, a line about it, what it asks for, and a small picture of shades −1 … 1 or none.

    hue: of the picture, as the theme calls it; "" of an image.
    """

    words: str
    about: str
    intents: tuple[Intent, ...]
    shades: Grid | None = None
    hue: str = ""


class Offered(Single):
    """What waits: the question with the file's name, what was read, the answers, and the file they are of.

    found: as `files.number_file` has it; what is chosen from it needs it.
    """

    title: str
    about: str
    choices: tuple[Choice, ...]
    found: object
