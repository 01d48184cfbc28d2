"""An open program, on which damaged files fall one after the other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.core.errors import ConvolutionError
from game.files.decoding import answer
from game.files.errors import FileProblem
from game.files.layer_file import read_layers
from game.files.opening import NUMBER_ENDINGS
from game.files.picture import KEPT, unpacked
from game.files.picture_image import FIRST, size_of, tensor_of
from game.files.picture_kinds import ENDINGS
from game.files.settings import Settings, path_in, read_settings, write_settings
from game.files.tour_file import LESSONS
from game.files.worksheet_opening import read_worksheet
from game.flags import Flags
from game.handout.text_code import decoded, encoded
from game.input.effects import OpenGallery, OpenTour, Paste
from game.input.interface_intents import CloseSheet
from game.input.tour_intents import LeaveTour
from game.input.window_intents import DismissToast
from game.learning_flags import learned
from game.reading.shaping import LARGEST
from game.reading.text import read_numbers
from game.request import Request
from game.session.reduce import reduce
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence_for
from game.worksheet.making import files_of
from tests.fuzz.checks import Checks, hold
from tests.fuzz.run import Run

if TYPE_CHECKING:
    from game.session.state import State

NAMES = (".json", "", *NUMBER_ENDINGS, *ENDINGS)
"""How a file is called; its content alone says what it is."""
PLAIN = Request(paused=True, window=(320, 240))
MOST_QUESTIONS = 3  # which array, image or kernel, and one that was refused
LONGEST_SENTENCE = 700  # two shortened paths and the rest


class Table:
    """The program; each method gives it a file in one of the ways that files come, and returns what came of it."""

    def __init__(self, folder: Path) -> None:
        """Open it, with its files and its data in this folder."""
        self.files, self.data = folder / "files", folder / "data"
        self.files.mkdir(parents=True)
        self.run = Run(folder)
        self.run.open(PLAIN)
        self.checks = Checks()

    def dropped(self, content: bytes) -> str:
        """Drop a file on the window."""
        ending = NAMES[len(content) % len(NAMES)]
        path = self._written(self.files / f"a file{ending}", content)
        before = self.run.state
        self.run.handle(pygame.Event(pygame.DROPFILE, file=str(path), window=None))
        return self._answer(before)

    def offered(self, content: bytes) -> str:
        """Drop a file of numbers on the window, and give each of the first answers to what is asked."""
        outcome = self.dropped(content)
        for _ in range(MOST_QUESTIONS):
            before, offered = self.run.state, self.run.state.interface.offered
            if offered is None:
                return outcome
            hold("sheet", before.interface.sheet == "numbers", before.interface.sheet)
            self.run.controller.built()
            row = self.run.controller.window.named(f"number {len(content) % len(offered.choices)}")
            self.run.controller.dispatch((CloseSheet(),) if row is None else row.activate())
            self.run.controller.built()
            outcome = self._answer(before)
            if outcome == "refused":
                self.run.controller.dispatch((CloseSheet(),))
        hold("answered", self.run.state.interface.offered is None, "a question that does not end")
        return outcome

    def shelved(self, content: bytes) -> str:
        """Drop a shelf on the window, and open its first scene; a refusal opens no sheet."""
        before = self.run.state
        outcome = self.dropped(content)
        offered = self.run.state.interface.sheet == "scenes"
        hold("sheet", not offered or outcome == "loaded", outcome)
        if offered:
            hold("unchanged", self.run.state.history is before.history, "a shelf alone changes nothing")
            self.run.controller.built()
            row = self.run.controller.window.named("scene 0")
            self.run.controller.dispatch((CloseSheet(),) if row is None else row.activate())
            self.run.controller.built()
            hold("closed", self.run.state.interface.sheet is None, "a scene closes the sheet")
            self.checks.after(self.run)
        return outcome

    def computed(self, content: bytes) -> str:
        """Compute the maps of a file, as the command line does."""
        try:
            opened = read_layers(self._written(self.files / "layers.json", content))
            maps = None if opened is None else opened.maps()
        except (FileProblem, ConvolutionError) as problem:
            words = sentence_for(problem)
            hold("sentence", words.isprintable() and words != FALLBACK and words.endswith("."), words)
            hold("length", len(words) <= LONGEST_SENTENCE, len(words), words)
            return "refused"
        hold("finite", maps is None or bool(np.isfinite(maps).all()))
        return "refused" if maps is None else "loaded"

    def planned(self, content: bytes) -> str:
        """Make the worksheet of a file, as the command line does, beside the lessons whose scenes it may count."""
        for lesson in LESSONS.values():
            if not (beside := self.files / lesson.name).exists():
                shutil.copy(lesson, beside)
        try:
            made = files_of(read_worksheet(self._written(self.files / "worksheet.json", content)), "sheet")
        except (FileProblem, ConvolutionError) as problem:
            words = sentence_for(problem)
            hold("sentence", words.isprintable() and words != FALLBACK and words.endswith("."), words)
            hold("length", len(words) <= LONGEST_SENTENCE, len(words), words)
            return "refused"
        hold("sheets", bool(made) and all(each.startswith(b"%PDF") for each in made.values()), sorted(made))
        return "loaded"

    def learned(self, content: bytes) -> str:
        """Let the layers of a file learn, as the command line does."""
        try:
            opened = read_layers(self._written(self.files / "layers.json", content))
            if opened is None:
                return "refused"
            losses, _ = learned(opened.image, opened.layers, opened.learning, Flags(updates="5", printed="learning"))
        except (FileProblem, ConvolutionError) as problem:
            words = sentence_for(problem)
            hold("sentence", words.isprintable() and words != FALLBACK and words.endswith("."), words)
            hold("length", len(words) <= LONGEST_SENTENCE, len(words), words)
            return "refused"
        hold("finite", len(losses) == 5 and bool(np.isfinite(losses).all()))
        return "loaded"

    def read_as_a_picture(self, content: bytes) -> str:
        """Read a picture as the process does that reads them, and look whether what it prints is understood."""
        try:
            found = unpacked(answer(str(self._written(self.files / "a picture", content)), KEPT))
        except FileProblem as problem:
            words = sentence_for(problem)
            hold("sentence", words.isprintable() and words != FALLBACK and words.endswith("."), words)
            return "refused"
        size = size_of(found)
        values = tensor_of(found, size)
        hold("size", max(size) <= FIRST and min(size) >= 1, size)
        hold("values", bool(((values >= 0) & (values <= 1)).all()))
        return "loaded"

    def read(self, content: bytes) -> str:
        """Read the numbers of a text, or say what is wrong with it."""
        try:
            values = read_numbers(content.decode("utf-8", "replace")).values
        except ConvolutionError as problem:
            said = sentence_for(problem)
            hold("sentence", said != FALLBACK and len(said) <= LONGEST_SENTENCE, said)
            return "refused"
        hold("numbers", bool(np.isfinite(values).all()) and max(values.shape) <= LARGEST, str(values.shape))
        return "read"

    def decoded(self, content: bytes) -> str:
        """Read a text code, or say what is wrong with it; what is read is written again as it was."""
        try:
            found = decoded(content.decode("utf-8", "replace"))
        except (FileProblem, ConvolutionError) as problem:
            said = sentence_for(problem)
            hold("sentence", said != FALLBACK and len(said) <= LONGEST_SENTENCE, said)
            return "refused"
        hold("again", decoded(encoded(found)) == found, "a code that is another when it is written again")
        return "loaded"

    def pasted(self, content: bytes) -> str:
        """Paste a text code into the window."""
        before = self.run.state
        self.run.clipboard = content.decode("utf-8", "replace")
        self.run.controller.dispatch((Paste(),))
        self.run.controller.built()
        return self._answer(before)

    def toured(self, content: bytes) -> str:
        """Begin the tour of a file, go through it, and leave it."""
        path = self._written(self.files / "tour.json", content)
        before = self.run.state
        self.run.controller.dispatch((OpenTour(str(path)),))
        self.run.controller.built()
        run = self.run.state.tour
        if run is None:
            return self._answer(before)
        for _ in range(len(run.tour.stops)):
            self._strike(pygame.K_PAGEDOWN)
        self.run.controller.dispatch((LeaveTour(),))
        self.run.controller.built()
        hold("left", self.run.state.history is before.history, "the tour has changed the person's own work")
        return "loaded"

    def started_with_settings(self, content: bytes) -> str:
        """Start the program anew with these settings."""
        return self._started(path_in(self.data), content)

    def started_beside_newer_settings(self, content: bytes) -> str:
        """Start the program anew with settings of a newer version, change one, and see that its own are still there."""
        outcome = self.started_with_settings(content)
        hold("newer settings", outcome == "loaded", outcome)
        scale = 110 if self.run.state.settings.scale == 100 else 100
        write_settings(self.data, self.run.state.settings.changed(scale=scale))
        before, now = json.loads(content), json.loads(path_in(self.data).read_bytes())
        lost = [name for name in before if name not in Settings.names and now.get(name) != before[name]]
        hold("newer settings", not lost, lost)
        hold("newer settings", read_settings(self.data)[0].scale == scale, scale)
        return outcome

    def started_with_work(self, content: bytes) -> str:
        """Start the program anew with this as the kept work."""
        return self._started(self.data / "work" / "abc" / "work.json", content)

    def taken_up(self, content: bytes) -> str:
        """Open the gallery of a start that finds this as the kept lesson; what cannot be read is put aside, whole."""
        self.run.end()
        shutil.rmtree(self.data, ignore_errors=True)
        self.run.open(PLAIN)
        kept = self.run.kept
        assert kept is not None
        self._written(kept.folder / "lesson.json", content)
        self.run.controller.dispatch((OpenGallery(),))
        self.run.controller.built()
        draft = self.run.state.interface.draft
        asides = [aside.read_bytes() for aside in kept.folder.glob("*.damaged-*.json")]
        read = draft is not None and bool(draft.scenes)
        hold("aside", asides == ([] if read else [content]), len(asides), read)
        self._answer(self.run.state)
        return "loaded" if read else "refused"

    def end(self) -> None:
        """Close it."""
        self.run.end()

    def _started(self, path: Path, content: bytes) -> str:
        self.run.end()
        shutil.rmtree(self.data, ignore_errors=True)
        self._written(path, content)
        self.run.open(PLAIN)
        asides = [aside.read_bytes() for aside in self.data.glob("*.damaged-*.json")]
        refused = bool(self._warnings())
        left = path.exists() and path.read_bytes() == content
        hold("aside", asides == ([content] if refused and not left else []), len(asides), refused, left)
        hold("left", left or not refused or asides == [content], len(asides))
        return self._answer(self.run.state)

    @staticmethod
    def _written(path: Path, content: bytes) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def _strike(self, key: int) -> None:
        self.run.handle(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=1))
        self.checks.after(self.run)

    def _warnings(self) -> list[str]:
        return [toast.sentence for toast in self.run.state.interface.toasts if toast.warning]

    def _answer(self, before: State) -> str:
        """Check the state, and that a refusal is one sentence and has changed nothing; then take the sentence away."""
        self.checks.after(self.run)
        said, now = self._warnings(), self.run.state
        hold("one sentence", len(said) <= 1, said)
        for words in said:
            hold("sentence", words.isprintable() and words != FALLBACK and words.endswith("."), words)
            hold("length", len(words) <= LONGEST_SENTENCE, len(words), words)
            same = now.history is before.history and now.tour is before.tour and now.path == before.path
            hold("unchanged", same and now.playback == before.playback and now.settings == before.settings, words)
        for toast in now.interface.toasts:
            self.run.controller.state = reduce(self.run.state, DismissToast(toast.number))
        return "refused" if said else "loaded"
