"""Whether the clipboard of X11 holds a picture and no text: asked before its text is, for some do not survive that.

Who is asked for a text that there is not, refuses. `xclip`, which many programs for pictures of the screen end in, does
not: it begins to hand over the picture as text, SDL does not take that much, and then nobody gets the picture.
"""

from __future__ import annotations

import shutil
import time

import pygame

SECONDS = 0.3
"""Seconds that the answer may take; it takes some hundredths."""
_LOOK = 0.004
_LONGEST = 10_000  # bytes of an answer: names of kinds, one a line
_TEXTS = ("UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT")


def picture_alone() -> bool:
    """Tell whether the clipboard has a picture and no text, where that can be asked; False where it can not."""
    if pygame.display.get_driver() != "x11" or (asker := shutil.which("xclip")) is None:
        return False
    from ..files.helper import Helper, environment_of_others  # few paste

    try:
        helper = Helper([asker, "-selection", "clipboard", "-t", "TARGETS", "-o"], environment_of_others(), _LONGEST)
    except OSError:
        return False
    ends = time.monotonic() + SECONDS
    while not helper.finished and time.monotonic() < ends:
        pygame.event.pump()  # the clipboard may be the window's own, which has to answer then
        time.sleep(_LOOK)
    if not helper.finished:
        helper.end()
        return False
    kinds = helper.printed().decode("ascii", "replace").split()
    texts = any(kind in _TEXTS or kind.startswith("text/") for kind in kinds)
    return not texts and any(kind.startswith("image/") for kind in kinds)
