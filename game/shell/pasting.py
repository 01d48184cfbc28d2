"""What is pasted: a text code opens, wherever the pointer is, as a file does; else it is numbers, or a picture.

It is imported when something is pasted for the first time: its rules are compiled then.
"""

from __future__ import annotations

import pygame

from ..core.errors import ConvolutionError
from ..files.errors import FileProblem
from ..handout.text_code import decoded, holds_code
from ..input.intent import GridName
from ..input.interface_intents import ClosePopup, CloseSheet, EntryText, FilterText
from ..input.scenario_intents import PasteGrid, ReplaceScenario
from ..input.window_intents import Complain
from ..reading.text import read_numbers
from ..session.interface import GALLERY
from ..session.stack_intents import counts_cells, shown_as
from ..session.state import State
from ..words.texts import text
from .copying import pointed
from .reading import Pictures
from .saving import Answer, complaint
from .targets import picture_alone

SEARCHED = (GALLERY, "help")
"""Sheets in which what is typed is searched for."""


def paste(state: State, pictures: Pictures) -> Answer:
    """Take the clipboard's text: a text code opens, else it is characters of an open entry, else numbers.

    Without text there may be a picture.
    """
    opened = state.interface.sheet or state.interface.popup
    in_sheet = state.interface.entry is None and opened is not None
    if state.interface.entry is None and not in_sheet and picture_alone():
        return pictures.paste(state)
    try:
        found = pygame.scrap.get_text()
    except (pygame.error, UnicodeDecodeError):  # another program may offer bytes that are no text
        found = ""
    if holds_code(found):
        return _opened(found)
    if in_sheet:
        return _in_sheet(state, found)
    if state.interface.entry is not None:
        return (EntryText(found),) if found else ()
    if not found.strip():
        return pictures.paste(state)
    onto, side = pointed(state)
    try:
        pasted = read_numbers(found)
    except ConvolutionError as problem:
        return (complaint(problem).changed(of_paste=True),)
    if onto is GridName.KERNEL or pasted.kind == "filters":  # filters are no image, wherever they are pasted
        return (PasteGrid(pasted.values, GridName.KERNEL, side, said=pasted.said),)
    return (PasteGrid(pasted.values, GridName.IMAGE, said=pasted.said),)


def _in_sheet(state: State, found: str) -> Answer:
    """Return what a text that is no code does in an open sheet: it is searched for, where one searches."""
    searched = state.interface.sheet in SEARCHED and found.strip()
    return (FilterText(found.strip().splitlines()[0]),) if searched else (Complain(text("paste.in_sheet")),)


def _opened(found: str) -> Answer:
    """Return what opens the text code in a text, or says what is wrong with it."""
    try:
        opened = decoded(found)
    except (FileProblem, ConvolutionError) as problem:
        return (complaint(problem).changed(of_paste=True),)
    told = text("message.code.opened")
    replaced = ReplaceScenario(opened.scenario, opened.position, told=told, cells=counts_cells(opened.view))
    return CloseSheet(), ClosePopup(), replaced, *shown_as(opened.view)
