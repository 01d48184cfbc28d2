"""A picture that is being opened in the window: what is said of it while that takes long, and what follows from it."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import ConvolutionError
from ..files.errors import FileProblem, shown
from ..files.picture import Picture
from ..files.picture_image import told, with_picture
from ..files.picture_reading import PictureReading
from ..input.intent import GridName, Intent
from ..input.interface_intents import ClosePopup, CloseSheet
from ..input.scenario_intents import PasteGrid, ReplaceScenario
from ..input.window_intents import Announce, Complain, DismissToast
from ..session.state import State
from ..words.sentences import sentence
from ..words.texts import text

SAID_AFTER = 0.5
"""Seconds after which it is said that a picture is being opened; most are there by then."""

CLIPBOARD_SECONDS = 8.0
"""Seconds that the system may take to hand over a picture that was copied."""

Answer = tuple[Intent, ...]


def clipboard_reading() -> PictureReading:
    """Begin to read the picture on the clipboard; whoever has put it there may be slow to hand it over."""
    return PictureReading(None, seconds=CLIPBOARD_SECONDS)


class Pictures:
    """The picture on its way to the window, if there is one. Ask with `poll` now and then; nobody waits for it.

    reading: what reads it, None where there is none.
    """

    def __init__(self) -> None:
        self.reading: PictureReading | None = None
        self._path: Path | None = None  # None is the clipboard
        self._since, self._words = 0.0, ""

    def begin(self, state: State, path: Path) -> Answer:
        """Begin to open the picture of a file; one that is on its way comes no more."""
        self.close()
        self.reading = PictureReading(path)
        self._path, self._since = path, state.interface.now
        return ()

    def paste(self, state: State) -> Answer:
        """Begin to look for a picture on the clipboard."""
        self.close()
        self.reading = clipboard_reading()
        self._path, self._since = None, state.interface.now
        return ()

    def poll(self, state: State) -> Answer:
        """Return what follows: nothing yet, that it is said, or the picture in the place of the image, or a warning."""
        found = None if self.reading is None else self.reading.poll()
        if found is not None:
            self.reading = None
            return *self._unsaid(state), *self._opened(state, found)
        if self.reading is None or self._words or self._path is None or state.interface.now - self._since < SAID_AFTER:
            return ()
        self._words = text("opening.begun", name=shown(self._path.name))
        return (Announce(self._words),)

    def stop(self, state: State) -> Answer:
        """End it, as somebody wants; nothing is changed, and that is said."""
        self.close()
        if self._path is None:
            return ()
        return *self._unsaid(state), Announce(text("opening.stopped", name=shown(self._path.name)))

    def close(self) -> None:
        """End it without a word, as when something else is opened."""
        if self.reading is not None:
            self.reading.close()
            self.reading = None

    def _opened(self, state: State, found: Picture | FileProblem) -> Answer:
        if isinstance(found, FileProblem):
            late = self._path is None and found.key == "picture_not_read"  # then it was never handed over
            said = sentence("clipboard_empty" if late else found.key, **found.values())
            return (Complain(said, of_paste=self._path is None),)
        try:
            scenario = with_picture(state.scenario, found, self._path or Path())
        except ConvolutionError as problem:  # the kernel does not fit on a very small one
            return (Complain(sentence(problem.key, **problem.values())),)
        words = told(found, self._path, scenario.pixel_size)
        if self._path is None:
            image, kept = scenario.pixel_tensor, scenario.picture
            return (PasteGrid(image, GridName.IMAGE, told=words, mixed=found.in_colour, picture=kept),)
        source = str(self._path.absolute())
        # A picture is not written over: Save has no path of it.
        opened = ReplaceScenario(scenario, source=source, told=words, mixed=found.in_colour)
        return CloseSheet(), ClosePopup(), opened

    def _unsaid(self, state: State) -> Answer:
        """Take back that it is being opened."""
        words, self._words = self._words, ""
        return tuple(
            DismissToast(toast.number) for toast in state.interface.toasts if words and toast.sentence == words
        )
