"""What is handed out: files of what is shown, written at once or a little in each frame, and the text code."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from ..core.errors import ConvolutionError
from ..files.errors import FileProblem, reason_of, shown
from ..files.exported import Exported
from ..handout.text_code import encoded
from ..input.window_intents import Announce, Complain, ShareGoesOn
from ..session.naming import file_name, safe_name
from ..session.predict import keeps_secret, step_shown
from ..session.sharing import FILMS, LARGE, OF_THE_LESSON, PICTURES, WORKSHEETS, form_of
from ..session.stack_intents import view_of
from ..session.state import State
from ..ui.offers import ShareOffer
from ..words.texts import text
from .apart import Apart, apart
from .copying import put
from .saving import Answer, complaint, ended
from .sharing_jobs import Files, Here, Job, picture_job, qr_job, sheets_job
from .system import give_back_memory

Begin: TypeAlias = Callable[[Job, Path], Apart | None]
"""Begins a job in a process of its own; None where there is none."""


class Sharing:
    """The file that is being written, if one is; the clock, in seconds, says when a frame has had its share."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter, begin: Begin = apart) -> None:
        self._clock, self._apart = clock, begin
        self._work: Apart | Here | None = None
        self._path, self._said = Path(), tuple[str, ...]()

    @property
    def going(self) -> bool:
        """Tell whether a file is being written."""
        return self._work is not None

    def offer(self, state: State) -> ShareOffer:
        """Look up what can be handed out here."""
        from ..export.qr import MOST  # few hand out
        from ..export.video import ffmpeg

        films, length = False, None
        with contextlib.suppress(FileProblem):
            films = bool(ffmpeg())
        with contextlib.suppress(FileProblem):
            length = len(_code(state))
        lesson = None if state.tour is None else state.tour.tour
        name = "" if lesson is None or lesson.worksheet is None else lesson.name
        walk = (0, 0) if keeps_secret(state) else (_first(state), state.steps)
        return ShareOffer(films, length, MOST, name, *walk)

    def ending(self, form: str) -> str:
        """Return how the file of a form ends, "" where it is none."""
        found = form_of(form)
        return "" if found is None else found.ending

    def stem(self, state: State, form: str) -> str:
        """Return what the file of a form is called at first, without its ending."""
        if form == OF_THE_LESSON and state.tour is not None:
            return safe_name(state.tour.tour.name) or file_name(state.scenario)
        return file_name(state.scenario)

    def refusal(self, state: State, form: str) -> str | None:
        """Return the sentence that says why something cannot be handed out now, None where it can."""
        if form_of(form) is None or self._work is not None:
            return text("share.busy")
        if form == OF_THE_LESSON:
            led = state.tour is not None and state.tour.tour.worksheet is not None
            return None if led else text("share.lesson sheet.none")
        if form not in PICTURES and keeps_secret(state):
            return text("share.secret")
        try:
            if form in FILMS:
                from ..export.video import ffmpeg  # of all forms one is wanted

                ffmpeg()
            if form == "qr":
                from ..export.qr import MOST

                if len(code := _code(state)) > MOST:
                    raise FileProblem("qr_length", length=len(code), most=MOST)
        except FileProblem as problem:
            return complaint(problem).sentence
        return None

    def copy(self, state: State) -> Answer:
        """Put the text code on the clipboard, and say how long it is."""
        try:
            code = _code(state)
        except FileProblem as problem:
            return (complaint(problem),)
        return put(code, Announce(text("share.copied", count=len(code))))

    def write(self, state: State, form: str, path: Path) -> Answer:
        """Write a file, or begin to; that it is saved is only said once it is."""
        refused = self.refusal(state, form)  # the state may be another than when it was asked for
        if refused is not None:
            return (Complain(refused),)
        try:
            path = ended(path.absolute(), self.ending(form))
            if form in LARGE:
                return self._begun(state, form, path)
            _written(state, path)
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)
        except OSError as error:  # the folder that a path begins in was removed since the program was started there
            return (complaint(FileProblem("file_unwritable", path=shown(path), reason=reason_of(error))),)
        return (Announce(text("message.saved", path=shown(path))),)

    def _begun(self, state: State, form: str, path: Path) -> Answer:
        """Begin to write what needs large libraries, or many pixels."""
        self._path, self._said = path, ()
        if form in WORKSHEETS:
            from .sharing_sheets import sheets_of  # few hand out worksheets

            plan, stem, self._said = sheets_of(state, path, of_the_lesson=form == OF_THE_LESSON)
            job = sheets_job(plan, stem)
        elif form == "qr":
            job = qr_job(_code(state), path)
        else:
            job = picture_job(state, form, path, _first(state))
        self._work = self._apart(job, path) if form not in FILMS else None  # these, ffmpeg writes
        self._work = self._work or Here(job, self._clock)
        return (ShareGoesOn(shown(path.name), 0.0),)

    def go_on(self) -> Answer:
        """Write a little more, or look how far it is; at the end say where it is, or what was wrong."""
        if self._work is None:
            return ()
        found = self._work.poll()
        if isinstance(found, float):
            return (ShareGoesOn(shown(self._path.name), found),)
        self._let_go()
        return ShareGoesOn("", None), *self._done(found)

    def _done(self, found: Files | Complain) -> Answer:
        """Return what follows from what has ended."""
        if isinstance(found, Complain):
            return (found,)
        if not found:
            return (Announce(text("message.saved", path=shown(self._path))),)
        from .sharing_sheets import placed  # few hand out worksheets

        try:
            return placed(found, self._path, self._said)
        except FileProblem as problem:
            return (complaint(problem),)

    def stop(self) -> Answer:
        """Stop writing; what was there before is there still."""
        self.close()
        return ShareGoesOn("", None), Announce(text("share.stopped", name=shown(self._path.name)))

    def close(self) -> None:
        """Stop writing, as when the window closes."""
        if self._work is not None:
            self._work.close()
            self._let_go()

    def _let_go(self) -> None:
        """Let go what wrote, and what it left free: a film that was drawn here leaves 40 MB of that."""
        self._work = None
        give_back_memory()


def _exported(state: State) -> Exported:
    return Exported(state.scenario, state.position_in_cells, view_of(state))


def _first(state: State) -> int:
    """Return the step, from 1, that is shown, with which moving pictures begin; at rest it is one that was made."""
    return min(step_shown(state) + 1, state.steps)


def _code(state: State) -> str:
    """Return the text code. Raises FileProblem where there is none."""
    return encoded(_exported(state).opened)


def _written(state: State, path: Path) -> None:
    """Write a file that takes no time. Raises FileProblem."""
    from ..exports import export  # few hand out

    export(_exported(state), path)
