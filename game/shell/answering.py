"""What comes of an effect: the intents that answer it, of the files, the clipboard or the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ..input import effects
from ..input.interface_intents import OpenSheet
from ..session.interface import GALLERY
from ..session.lesson import drafted
from ..session.state import State
from ..view.window import Window
from . import focus
from .copying import copy, copy_layer
from .documents import Documents
from .gallery_focus import first_card, moved_in_gallery
from .saving import Answer


class Seen(Protocol):
    """Where an effect is answered: the state, and the window as it is seen."""

    state: State

    @property
    def window(self) -> Window:
        """The window that hands meet."""


def asks(effect: effects.Effect, state: State) -> bool:
    """Tell whether the system's dialog is asked for what is wanted."""
    if isinstance(effect, effects.OpenPath):
        return not effect.path
    if isinstance(effect, effects.ShareAs):
        return effect.form != "code"
    if isinstance(effect, effects.SaveLesson):
        return drafted(state.interface.draft).path is None
    return isinstance(effect, effects.SaveAs) or (isinstance(effect, effects.Save) and state.path is None)


def _activate(at: Seen) -> Answer:
    """Do what the control that has the keys does; while something is searched for, the first card that is found."""
    widget = at.window.named(at.state.interface.focus)
    if widget is None and at.state.interface.sheet == GALLERY and at.state.interface.help_filter:
        return first_card(at.window)
    return () if widget is None else widget.activate()


def _ask_what_to_open(state: State, documents: Documents) -> Answer:
    """Open the sheet of what can be opened, or the dialog once more where it asks for that."""
    if documents.dialogs.asks_what_to_open:
        return documents.open(state, "")
    documents.offer(state)
    return (OpenSheet("open"),)


def _choose_array(state: State, name: str) -> Answer:
    from .numbers import chosen  # few files have arrays to choose from

    return chosen(state, name)


def _paste(state: State, documents: Documents) -> Answer:
    from .pasting import paste  # its rules are compiled when something is pasted for the first time

    return paste(state, documents.pictures)


ANSWERS: dict[type[effects.Effect], Callable[[Seen, Documents, Any], Answer]] = {
    effects.FocusNext: lambda at, _, __: focus.moved_focus(at.state, at.window, 1),
    effects.FocusPrevious: lambda at, _, __: focus.moved_focus(at.state, at.window, -1),
    effects.Activate: lambda at, _, __: _activate(at),
    effects.Save: lambda at, documents, _: documents.save(at.state),
    effects.SaveAs: lambda at, documents, _: documents.save_as(at.state),
    effects.SaveLesson: lambda at, documents, _: documents.save_lesson(at.state),
    effects.OpenShare: lambda at, documents, _: documents.open_share(at.state),
    effects.ShareAs: lambda at, documents, effect: documents.share(at.state, effect.form),
    effects.StopShare: lambda _, documents, __: documents.stop_sharing(),
    effects.OpenFile: lambda at, documents, _: _ask_what_to_open(at.state, documents),
    effects.OpenTour: lambda at, documents, effect: documents.tour(at.state, effect.path),
    effects.OpenPuzzle: lambda _, documents, effect: documents.puzzle(effect.name),
    effects.OpenTours: lambda at, documents, _: documents.tours(at.state),
    effects.OpenScenes: lambda _, documents, __: documents.scenes(),
    effects.OpenGallery: lambda at, documents, _: documents.open_gallery(at.state),
    effects.MoveInGallery: lambda at, _, effect: moved_in_gallery(at.state, at.window, effect),
    effects.OpenPictures: lambda _, documents, __: documents.own_pictures(),
    effects.ChooseArray: lambda at, _, effect: _choose_array(at.state, effect.name),
    effects.OpenPath: lambda at, documents, effect: documents.open(at.state, effect.path),
    effects.Copy: lambda at, _, __: copy(at.state, at.window),
    effects.CopyLayer: lambda at, _, effect: copy_layer(at.state, effect.form),
    effects.Paste: lambda at, documents, _: _paste(at.state, documents),
}
"""The intents that come of an effect."""
