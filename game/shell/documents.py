"""Files and the clipboard: what Save, Open, Copy and Paste do outside the state."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
import platformdirs
import pygame

from ..core.errors import ConvolutionError
from ..files.dialog import DialogAnswer, FileDialog, choose_file
from ..files.errors import FileProblem, reason_of, shown
from ..files.grid_text import format_grid
from ..files.kept_work import KeptWork
from ..files.opening import holds_picture, open_path
from ..files.scenario_file import OpenedScenario, write_scenario
from ..files.shelf import Shelf
from ..files.tensor_text import format_tensor
from ..files.tour import Tour
from ..files.tour_file import read_tour, tour_path
from ..input.effects import Effect, OpenPath, Save, SaveAs
from ..input.intent import Cell, GridName, Intent, Side
from ..input.interface_intents import ClosePopup, CloseSheet, EntryText, OpenSheet, ScrollTo
from ..input.scenario_intents import PasteGrid, ReplaceScenario
from ..input.tour_intents import BeginTour
from ..input.window_intents import Announce, Complain, Saved
from ..session.naming import file_name, safe_name
from ..session.predict import secrecy_of
from ..session.stack_intents import counts_cells, shown_as, view_of
from ..session.state import State, own_state
from ..ui.offers import Offers
from ..view.window import Window
from ..words.sentences import sentence
from ..words.texts import text
from .offering import of_folder, of_last_work, of_pictures, of_recent, of_shelf, of_tours
from .reading import Pictures

Answer = tuple[Intent, ...]

ASKED_ONCE = 1.0
"""Seconds in which asking again is the same wish: a key that is held, a click that is a double one."""


def complaint(problem: FileProblem | ConvolutionError) -> Complain:
    """Return the sentence of a problem, as a warning."""
    return Complain(sentence(problem.key, **problem.values()))


class Documents:
    """The person's files: the dialog that is open, and what can be opened without one."""

    def __init__(self, kept: KeptWork) -> None:
        self._kept = kept
        self.dialog: FileDialog | None = None
        self.pictures = Pictures()
        self._saving = False
        self._asked_at = 0.0
        self.offers = Offers()

    def save(self, state: State) -> Answer:
        """Write to the file that what is shown belongs to; without one, ask for it."""
        return self.save_as(state) if state.path is None else _written(state, Path(state.path))

    def save_as(self, state: State) -> Answer:
        """Open the dialog for a file to save to."""
        name = file_name(state.scenario) if state.path is None else safe_name(Path(state.path).stem)
        self._ask(state, saving=True, folder=_folder(state), name=f"{name}.json")
        return ()

    def offer(self, state: State) -> None:
        """Look up what the Open sheet offers."""
        works = tuple(of_last_work(work) for work in self._kept.last_works())
        self.offers = self.offers.changed(last_work=works, recent=of_recent(state.settings.recent))

    def open(self, state: State, path: str) -> Answer:
        """Open a scenario, numbers, a tour, a shelf's sheet, or begin to open a picture; without a path, ask."""
        if not path:
            self._ask(state, saving=False, folder=_folder(state), name="")
            return ()
        self.pictures.close()
        try:
            if holds_picture(Path(path)):
                return self.pictures.begin(state, Path(path))
            opened = open_path(Path(path), state.scenario)
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)
        whole = str(Path(path).absolute())
        if isinstance(opened, Shelf):
            return self._shelved(opened)
        if isinstance(opened, Tour):
            return CloseSheet(), ClosePopup(), BeginTour(opened, whole)
        if not isinstance(opened, OpenedScenario):
            from .numbers import answer_to  # few files are numbers

            return answer_to(state, opened)
        replaced = ReplaceScenario(opened.scenario, opened.position, whole, whole, cells=counts_cells(opened.view))
        return CloseSheet(), ClosePopup(), replaced, *shown_as(opened.view)

    def scenes(self) -> Answer:
        """Open the sheet of the scenes that come with the program."""
        from ..files.shelf_file import read_shelf  # few want it

        try:
            return self._shelved(read_shelf())
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)

    def tours(self, state: State) -> Answer:
        """Open the sheet of the tours that come with the program."""
        self.offers = self.offers.changed(tours=of_tours(own_state(state).settings))
        return OpenSheet("tours"), ScrollTo("tours sheet", 0.0)

    def own_pictures(self) -> Answer:
        """Open the sheet of the pictures that come with the program."""
        self.offers = self.offers.changed(pictures=of_pictures())
        return OpenSheet("pictures"), ScrollTo("pictures sheet", 0.0)

    def _shelved(self, shelf: Shelf) -> Answer:
        """Open the sheet of a shelf's scenes."""
        self.offers = self.offers.changed(shelf=shelf.name, source=shelf.source, scenes=of_shelf(shelf))
        return OpenSheet("scenes"), ScrollTo("scenes sheet", 0.0)

    def poll(self, state: State) -> Answer:
        """Return what follows from what was waited for: the picture that was opened, or the dialog's answer."""
        if told := self.pictures.poll(state):
            return told
        if self.dialog is None:
            return ()
        answer = self.dialog.poll()
        if answer is DialogAnswer.NOT_DONE:
            return ()
        self.dialog = None
        if answer is DialogAnswer.UNAVAILABLE:
            return self._without_dialog(state)
        if not isinstance(answer, Path):
            return ()
        return _written(state, answer) if self._saving else self.open(state, str(answer))

    @property
    def asking_what_to_open(self) -> bool:
        """Tell whether the dialog that is open asks for a file to open."""
        return self.dialog is not None and not self._saving

    def close(self) -> None:
        """End the dialog, if one is open, and the opening of a picture."""
        self.pictures.close()
        self._close_dialog()

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _ask(self, state: State, saving: bool, folder: Path, name: str) -> None:
        """Open a dialog; one that is open already is closed, for it may be one that will never answer."""
        if self.dialog is not None and state.interface.now - self._asked_at < ASKED_ONCE:
            return
        self._close_dialog()
        self._saving, self._asked_at = saving, state.interface.now
        title = text("save.title" if saving else "open.title")
        self.dialog = choose_file("save" if saving else "open", folder, name, title)

    def _without_dialog(self, state: State) -> Answer:
        """Do without the system's dialog: save under a free name in the documents, or list a folder to open from."""
        folder = _folder(state)
        if self._saving:
            return _written(state, _free_name(folder, file_name(state.scenario)))
        self.offers = self.offers.changed(folder=shown(folder), files=of_folder(folder), dialog=False)
        return ()


def asks(effect: Effect, state: State) -> bool:
    """Tell whether the system's dialog is asked for what is wanted."""
    if isinstance(effect, OpenPath):
        return not effect.path
    return isinstance(effect, SaveAs) or (isinstance(effect, Save) and state.path is None)


def _written(state: State, path: Path) -> Answer:
    """Write the scenario to a file; that it is saved is only said once it is."""
    try:
        whole = path.absolute()
        with_picture = state.settings.save_picture
        write_scenario(whole, state.scenario, state.position_in_cells, view_of(state), with_picture=with_picture)
    except FileProblem as problem:
        return (complaint(problem),)
    except OSError as error:  # the folder that a path begins in was removed since the program was started there
        return (complaint(FileProblem("file_unwritable", path=shown(path), reason=reason_of(error))),)
    return (Saved(str(whole)),)


def _folder(state: State) -> Path:
    """Return the folder to begin in: the one last used, else the person's documents, else the present one."""
    # Of a disk that has gone, and of a name that no system has, pathlib raises an error; this says no.
    return next((folder for folder in _folders(state) if os.path.isdir(folder)), Path(os.sep))  # noqa: PTH112


def _folders(state: State) -> Iterator[Path]:
    yield from (Path(path).parent for path in state.settings.recent[:1])
    with contextlib.suppress(Exception):  # a file of the desktop says where documents are, and may say anything
        yield Path(platformdirs.user_documents_dir())
    with contextlib.suppress(OSError):  # it was removed
        yield Path.cwd()


def _free_name(folder: Path, stem: str) -> Path:
    """Return a path that no file has yet; one that cannot be looked at is found out when it is written."""
    names = (folder / f"{stem}{'' if number == 1 else f' {number}'}.json" for number in range(1, 10_000))
    free = next((path for path in names if not os.path.lexists(path)), None)
    return folder / f"{stem} {os.urandom(4).hex()}.json" if free is None else free


def tour(path: str) -> Answer:
    """Begin a tour, by its name or of a file, else the first one; one that cannot be read changes nothing."""
    try:
        return (BeginTour(read_tour(tour_path(path))),)
    except (FileProblem, ConvolutionError) as problem:
        return (complaint(problem),)


def pointed(state: State) -> tuple[GridName, Side]:
    """Return the grid, and its side, that Copy and Paste mean: under cursor or pointer, else the image in focus."""
    found = state.interface.cursor or state.interface.hover
    return (found.grid, found.side) if isinstance(found, Cell) else (GridName.IMAGE, state.compare.focus)


def copy(state: State, window: Window) -> Answer:
    """Put the pointed grid on the clipboard as text, at full precision; products are those of the present step.

    What is seen is copied: in the place of the pixels the coverage, padding and all, while that stands there; of the
    colour picture all channels.
    """
    name, side = pointed(state)
    still, products = window.frame.still, window.of(side).moment.products
    board, covers = still.of(side).boards.of(name), name is GridName.IMAGE and still.of(side).covered
    values = board.values
    if name is GridName.PRODUCTS:
        values = np.zeros(board.size) if products is None else products
    scenario = still.of(side).result.scenario
    if scenario.layer.is_transposed and not covers:  # what is copied can be pasted again
        chosen = {GridName.IMAGE: scenario.pixels[scenario.channel], GridName.KERNEL: scenario.chosen_kernel}
        values = chosen.get(name, values)
    copied = text("predict.hidden") if values is None else kept_secret(format_grid(values), board.known)
    if name is GridName.IMAGE and still.of(side).mixed:
        copied = format_tensor(scenario.pixel_tensor)
    try:
        pygame.scrap.put_text(copied)
    except pygame.error:
        return (Complain(sentence("clipboard_unavailable")),)
    grid = text(f"grid.{name.value}")
    if still.compares:
        grid = text("compare.of_side", grid=grid, side=text(f"compare.{side.value}"))
    return (Announce(text("message.copied.coverage") if covers else text("message.copied", grid=grid)),)


def copy_layer(state: State, form: str) -> Answer:
    """Put the layer of the side in focus, and its numbers, on the clipboard as a program: "pytorch" or "numpy".

    Not while the output's size is asked for, which the program tells; nor what PyTorch has no function for.
    """
    from ..files.code_text import numpy_text, pytorch_text  # few want it

    if secrecy_of(state).size:
        return (Complain(text("copy as.secret")),)
    scenario = state.work.of(state.compare.focus)
    try:
        program = (pytorch_text if form == "pytorch" else numpy_text)(scenario.pixel_tensor, scenario.layer)
    except ConvolutionError as problem:
        return ClosePopup(), complaint(problem)
    try:
        pygame.scrap.put_text(program)
    except pygame.error:
        return (Complain(sentence("clipboard_unavailable")),)
    return ClosePopup(), Announce(text(f"message.copied.{form}"))


def kept_secret(copied: str, known: int | None) -> str:
    """Return a copied grid with "?" in the place of all numbers but the first that are known; None: all are."""
    if known is None:
        return copied
    before = count()
    return re.sub(r"[^\t\n]+", lambda number: number[0] if next(before) < known else text("predict.hidden"), copied)


def paste(state: State, pictures: Pictures) -> Answer:
    """Take the clipboard's text: into an open entry its characters, else numbers; without text perhaps a picture."""
    try:
        found = pygame.scrap.get_text()
    except (pygame.error, UnicodeDecodeError):  # another program may offer bytes that are no text
        found = ""
    if state.interface.entry is not None:
        return (EntryText(found),) if found else ()
    if not found.strip():
        return pictures.paste(state)
    from ..reading.text import read_numbers  # here: its rules are compiled when something is pasted for the first time

    onto, side = pointed(state)
    try:
        pasted = read_numbers(found)
    except ConvolutionError as problem:
        return (complaint(problem).changed(of_paste=True),)
    if onto is GridName.KERNEL or pasted.kind == "filters":  # filters are no image, wherever they are pasted
        return (PasteGrid(pasted.values, GridName.KERNEL, side, said=pasted.said),)
    return (PasteGrid(pasted.values, GridName.IMAGE, said=pasted.said),)
