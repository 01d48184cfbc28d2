"""A run of the program, put together as `app.run` does it, in a window that nobody sees."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pygame

from game.app import first_state
from game.files.dialog import DialogAnswer
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.picture_reading import PictureReading
from game.files.settings import read_settings
from game.loop import Loop
from game.request import Request
from game.session.state import own_state
from game.shell import dialogs, reading
from game.shell.controller import Controller
from game.shell.display import Display
from game.shell.documents import Documents
from game.shell.keeping import WorkKeeper
from game.shell.painter import Painter
from game.shell.places import place_of
from game.words.sentences import sentence

from .files import NO_TEXT

if TYPE_CHECKING:
    from game.session.state import State
    from game.view.window import Window


class Dialog:
    """A file dialog that answers when it is told to."""

    def __init__(self) -> None:
        self.answer: Path | DialogAnswer | None = DialogAnswer.NOT_DONE

    def poll(self) -> Path | DialogAnswer | None:
        """Return what was chosen, as the real dialog does."""
        return self.answer

    def close(self) -> None:
        """End it."""


class NoPicture(PictureReading):
    """A clipboard without a picture."""

    def __init__(self, _: Path | None) -> None:
        self._helper, self._found = None, FileProblem("clipboard_empty")


class Run:
    """A run of the program, and after it was closed another one, which continues its work."""

    def __init__(self, folder: Path) -> None:
        """Use a folder: `files` in it is there already, `data` will be made."""
        self.files = folder / "files"
        self.data = folder / "data"
        self.now = 100.0
        self.clipboard = ""
        self.dialog: Dialog | None = None
        self.kept: KeptWork | None = None
        self.loop: Loop

    @property
    def controller(self) -> Controller:
        """The controller of the present run."""
        return self.loop.controller

    @property
    def state(self) -> State:
        """The state now."""
        return self.loop.controller.state

    @property
    def window(self) -> Window:
        """The window now."""
        return self.loop.controller.window

    def open(self, request: Request) -> None:
        """Start it, with a clipboard, a file dialog and a folder of documents of our own."""
        pygame.scrap.put_text, pygame.scrap.get_text = self._copied, self._pasted
        vars(dialogs)["choose_file"] = lambda *_: self._asked()
        vars(reading)["clipboard_reading"] = lambda: NoPicture(None)
        vars(platformdirs)["user_documents_dir"] = lambda: str(self.files)
        settings, settings_problem = read_settings(self.data)
        self.kept = KeptWork(self.data)
        opened, work_problem = self.kept.start(fresh=request.scenario is not None)
        state = first_state(request, settings, opened)
        display = Display(request.window, place_of(settings), request.display, request.full_screen)
        painter = Painter(display, mac=False)
        controller = Controller(state, display, painter, Documents(self.kept), mac=False)
        for problem in (settings_problem, work_problem):
            if problem is not None:
                controller.complain(sentence(problem.key, **problem.values()))
        self.loop = Loop(controller, display, painter, WorkKeeper(self.kept, self.data, settings))
        self.dialog = None
        controller.built()

    def handle(self, event: pygame.Event) -> None:
        """Give an event to the loop, and then the one that the system sends when the window's size has changed.

        The window is built after them, as it is for the picture.
        """
        size = self.loop.display.surface.get_size()
        self.loop.inbox.add([event])
        self.loop._handle(self.now)
        now = self.loop.display.surface.get_size()
        if now != size:
            self.loop.inbox.add([pygame.Event(pygame.WINDOWSIZECHANGED, x=now[0], y=now[1], window=None)])
            self.loop._handle(self.now)
        self._see_what_opens()
        self.controller.built()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, as a turn of the loop does."""
        self.now += seconds
        self.controller.pass_time(seconds, self.now)
        self._see_what_opens()
        self.controller.built()
        problem = self.loop.keeper.tick(self.state, seconds, self.loop.display.place)
        if problem is not None:
            self.controller.complain(sentence(problem.key, **problem.values()))
        self.loop._show_notes(self.now)  # the second window opens, is drawn and closes as the state wants it

    def reopen(self, request: Request) -> None:
        """Close it as `app.run` does, and start it again. Raises AssertionError unless it is as it was."""
        before = own_state(self.state)
        self.loop.keeper.finish(self.state, self.loop.display.place())
        self.end()
        self.open(request)
        now = self.state
        same = now.scenario.image.tolist() == before.scenario.image.tolist(), now.scenario.seed == before.scenario.seed
        assert all(same), f"reopened: another scenario, {same}"
        assert now.scenario.kernel.tolist() == before.scenario.kernel.tolist(), "reopened: another kernel"
        assert now.playback.position == before.playback.position, "reopened: another position"
        assert (now.settings.theme, now.settings.scale) == (before.settings.theme, before.settings.scale), "reopened"

    def end(self) -> None:
        """Let the kept work and the second window go; nothing writes into the folder any more."""
        self.loop.keeper.wait()
        self.loop.close()
        if self.kept is not None:
            self.kept.close()
        self.controller._documents.close()

    def _see_what_opens(self) -> None:
        """Wait for the picture that is being opened, so that it comes at the same moment in every run."""
        documents = self.controller._documents
        opening = documents.pictures.reading
        while opening is not None and documents.pictures.reading is not None and opening.poll() is None:
            time.sleep(0.002)
        if documents.pictures.reading is not None:
            self.controller.dispatch(documents.pictures.poll(self.state))

    def _asked(self) -> Dialog:
        self.dialog = Dialog()
        return self.dialog

    def _copied(self, words: str) -> None:
        if len(words) % 7 == 0:
            raise pygame.error("there is no clipboard now")
        self.clipboard = words

    def _pasted(self) -> str:
        if self.clipboard == NO_TEXT:
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "as pygame says of bytes that are no text")
        return self.clipboard
