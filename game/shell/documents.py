"""Files: what Open, Save and Share do outside the state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import ConvolutionError
from ..files.dialog import DialogAnswer
from ..files.errors import FileProblem, shown
from ..files.kept_work import KeptWork
from ..files.opening import holds_picture, open_path
from ..files.scenario_file import OpenedScenario
from ..files.shelf import Shelf
from ..files.tour import Stop, Tour
from ..files.tour_file import LESSONS, tour_path
from ..input.interface_intents import ClosePopup, CloseSheet, OpenSheet, ScrollTo
from ..input.lesson_intents import EditLesson
from ..input.scenario_intents import ReplaceScenario
from ..input.tour_intents import BeginTour
from ..input.window_intents import Announce, Complain
from ..session.interface import GALLERY
from ..session.lesson import drafted
from ..session.naming import file_name, safe_name
from ..session.stack_intents import counts_cells, shown_as
from ..session.state import State, own_state
from ..session.tour import puzzle_is_open
from ..ui.offers import Offers
from ..view.window import Window
from ..words.texts import text
from .dialogs import Asked, Dialogs
from .offering import beside, of_folder, of_last_work, of_pictures, of_recent, of_shelf, of_tours
from .reading import Pictures
from .saving import Answer, complaint, folder_for, free_name, written_scenario
from .small_pictures import SmallPictures

if TYPE_CHECKING:
    from .gallery import Gallery
    from .sharing import Sharing


class Documents:
    """The person's files: the dialog that is open, and what can be opened without one."""

    def __init__(self, kept: KeptWork) -> None:
        self._kept = kept
        self.dialogs = Dialogs()
        self.pictures = Pictures()
        self.small = SmallPictures()
        self.offers = Offers()
        self._gallery: Gallery | None = None
        self.sharing: Sharing | None = None
        self._lesson_read = False
        self._tiled: tuple[Stop, ...] = ()

    def save(self, state: State) -> Answer:
        """Write to the file that what is shown belongs to; without one, ask for it."""
        return self.save_as(state) if state.path is None else written_scenario(state, Path(state.path))

    def save_lesson(self, state: State) -> Answer:
        """Write the lesson that is being made to its file; without one, ask for it."""
        draft = drafted(state.interface.draft)
        if draft.path is not None:
            return self._written_lesson(state, Path(draft.path))
        name = safe_name(draft.name or text("lesson.unnamed"))
        self.dialogs.ask(state, Asked("lesson", f"{name}.json"))
        return ()

    def save_as(self, state: State) -> Answer:
        """Open the dialog for a file to save to."""
        name = file_name(state.scenario) if state.path is None else safe_name(Path(state.path).stem)
        self.dialogs.ask(state, Asked("scenario", f"{name}.json"))
        return ()

    def offer(self, state: State) -> None:
        """Look up what the Open sheet offers."""
        works = tuple(of_last_work(work) for work in self._kept.last_works())
        self.offers = self.offers.changed(last_work=works, recent=of_recent(state.settings.recent))
        self.small.begin(self.offers)

    def open(self, state: State, path: str) -> Answer:
        """Open a scenario, numbers, a tour, a shelf's sheet, or begin to open a picture; without a path, ask."""
        if not path:
            self.dialogs.ask(state, Asked("open"))
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
            own = "" if Path(whole) in LESSONS.values() else whole  # what comes with the program is not written over
            edited = (*self._taken_up(state), EditLesson(opened, own)) if opened.is_lesson else ()
            return *edited, CloseSheet(), ClosePopup(), BeginTour(opened, whole)
        if not isinstance(opened, OpenedScenario):
            from .numbers import answer_to  # few files are numbers

            return answer_to(state, opened)
        replaced = ReplaceScenario(opened.scenario, opened.position, whole, whole, cells=counts_cells(opened.view))
        return CloseSheet(), ClosePopup(), replaced, *beside(opened), *shown_as(opened.view)

    def scenes(self) -> Answer:
        """Open the sheet of the scenes that come with the program."""
        from ..files.shelf_file import read_shelf  # few want it

        try:
            return self._shelved(read_shelf())
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)

    def tour(self, state: State, path: str) -> Answer:
        """Begin a tour or a lesson, by its name or of a file, else the first tour; what can't be read changes nothing.

        A lesson is the one that is being made, too, under no file: what comes with the program is not written over.
        """
        from ..files.lesson_file import read_led  # few are led in a run

        try:
            led = read_led(tour_path(path))
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)
        edited = (*self._taken_up(state), EditLesson(led)) if led.is_lesson else ()
        return *edited, BeginTour(led)

    def puzzle(self, name: str) -> Answer:
        """Begin a puzzle of those that come with the program; what can't be read changes nothing."""
        from ..files.shelves import puzzles  # few solve puzzles

        try:
            every = puzzles()
        except (FileProblem, ConvolutionError) as problem:
            return (complaint(problem),)
        names = [stop.name for stop in every.stops]
        return (BeginTour(every, index=names.index(name)),) if name in names else ()

    def tours(self, state: State) -> Answer:
        """Open the sheet of the tours that come with the program."""
        self.offers = self.offers.changed(tours=of_tours(own_state(state).settings))
        return OpenSheet("tours"), ScrollTo("tours sheet", 0.0)

    def own_pictures(self) -> Answer:
        """Open the sheet of the pictures that come with the program."""
        self.offers = self.offers.changed(pictures=of_pictures())
        return OpenSheet("pictures"), ScrollTo("pictures sheet", 0.0)

    def open_gallery(self, state: State) -> Answer:
        """Open the gallery; what the person has is looked up anew, the scenes are read while it is open."""
        if self._gallery is None:
            from .gallery import Gallery  # few starts open it

            self._gallery = Gallery(self._kept)
        self._gallery.look(own_state(state).settings)
        self.offers = self.offers.changed(gallery=self._gallery.shelves)
        return *self._taken_up(state), OpenSheet("gallery"), ScrollTo("gallery sheet", 0.0)

    def _taken_up(self, state: State) -> Answer:
        """Return what goes on with the lesson that was kept, the first time that it is wanted."""
        if self._lesson_read:
            return ()
        from .lessons import taken_up  # few make a lesson

        self._lesson_read = True
        return taken_up(state, self._kept.folder)

    def _written_lesson(self, state: State, path: Path) -> Answer:
        """Write the lesson that is being made, which the gallery then has among the lessons."""
        from .lessons import written  # few make a lesson

        if self._gallery is not None:
            self._gallery.is_behind = True
        return written(state, path)

    def show_lesson(self, state: State) -> None:
        """Make the small pictures of the scenes of the lesson that is being made, while the gallery shows them."""
        if self._gallery is not None and self._gallery.is_behind:
            self._gallery.look(own_state(state).settings)
            self.offers = self.offers.changed(gallery=self._gallery.shelves)
        draft = state.interface.draft
        if self._gallery is not None and draft is not None and draft.scenes is not self._tiled:
            self._tiled = draft.scenes
            self.offers = self.offers.changed(lesson=self._gallery.tiles(draft.scenes))

    def play_card(self, state: State, window: Window) -> None:
        """Let the card that is met play its walk, as far as time has gone on."""
        if self._gallery is not None:
            still = state.settings.reduced_motion or state.interface.sheet != GALLERY
            self._gallery.play.look(window, state.interface.now, still=still)
            if self.offers.playing != self._gallery.play.beat:
                self.offers = self.offers.changed(playing=self._gallery.play.beat)

    def card_plays(self, state: State, window: Window) -> bool:
        """Tell whether a card plays, or is about to."""
        return self._gallery is not None and not state.settings.reduced_motion and self._gallery.play.goes_on(window)

    def gallery_waits(self, state: State, window: Window) -> bool:
        """Tell whether there is more to read for the gallery, or to draw for its cards in sight."""
        return self._gallery is not None and self._gallery.waits(*_looked_for(state), window)

    def fill_gallery(self, state: State, window: Window) -> Answer:
        """Read a little more for the gallery, and make a few of the small pictures that are in sight."""
        if self._gallery is None:
            return ()
        problem = self._gallery.go_on(*_looked_for(state), window)
        self.offers = self.offers.changed(gallery=self._gallery.shelves)
        return () if problem is None else (complaint(problem),)

    def _shelved(self, shelf: Shelf) -> Answer:
        """Open the sheet of a shelf's scenes."""
        self.offers = self.offers.changed(shelf=shelf.name, source=shelf.source, scenes=of_shelf(shelf))
        return OpenSheet("scenes"), ScrollTo("scenes sheet", 0.0)

    def poll(self, state: State) -> Answer:
        """Return what follows from what was waited for: the picture that was opened, or the dialog's answer."""
        self.offers = self.small.poll(self.offers)
        if told := self.pictures.poll(state):
            return told
        answer = self.dialogs.poll()
        if answer is DialogAnswer.UNAVAILABLE:
            return self._without_dialog(state)
        if not isinstance(answer, Path):
            return ()
        return self.open(state, str(answer)) if self.dialogs.asked.what == "open" else self._saved(state, answer)

    def _saved(self, state: State, path: Path) -> Answer:
        """Write what the dialog was asked for: the lesson, the scenario, or what is handed out."""
        if self.dialogs.asked.what == "scenario":
            return written_scenario(state, path)
        if self.dialogs.asked.what == "lesson":
            return self._written_lesson(state, path)
        return self._share.write(state, self.dialogs.asked.what, path)

    @property
    def _share(self) -> Sharing:
        """What writes the files that are handed out."""
        if self.sharing is None:
            from .sharing import Sharing  # few hand out

            self.sharing = Sharing()
        return self.sharing

    def open_share(self, state: State) -> Answer:
        """Open the sheet of the forms in which what is shown can be handed out; a puzzle is not."""
        if puzzle_is_open(state):
            return ClosePopup(), Announce(text("puzzle.not_now"))
        self.offers = self.offers.changed(share=self._share.offer(state))
        return ClosePopup(), OpenSheet("share"), ScrollTo("share sheet", 0.0)

    def share(self, state: State, form: str) -> Answer:
        """Hand out what is shown in a form: ask for its file, or copy it; where that cannot be, say why."""
        refused = text("puzzle.not_now") if puzzle_is_open(state) else self._share.refusal(state, form)
        if refused is not None:
            return (Complain(refused),)
        if (ending := self._share.ending(form)) == "":
            return CloseSheet(), *self._share.copy(state)
        self.dialogs.ask(state, Asked(form, f"{self._share.stem(state, form)}{ending}"))
        return (CloseSheet(),)

    def go_on_sharing(self) -> Answer:
        """Write a little more of the file that is being written."""
        return self._share.go_on()

    def stop_sharing(self) -> Answer:
        """Stop writing; nothing of the file stays."""
        return self.sharing.stop() if self.sharing is not None and self.sharing.going else ()

    def close(self) -> None:
        """End the dialog, if one is open, the opening of a picture, and the writing of a file."""
        if self.sharing is not None:
            self.sharing.close()
        self.pictures.close()
        self.small.close()
        self.dialogs.close()

    def _without_dialog(self, state: State) -> Answer:
        """Do without the system's dialog: save under a free name in the documents, or list a folder to open from."""
        folder = folder_for(state)
        if self.dialogs.asked.what != "open":
            return self._saved(state, free_name(folder, self.dialogs.asked.name))
        self.offers = self.offers.changed(folder=shown(folder), files=of_folder(folder), dialog=False)
        return ()


def _looked_for(state: State) -> tuple[str, bool]:
    """Return the shelf that the gallery shows, and whether something is searched for on all of them."""
    return state.interface.shelf, bool(state.interface.help_filter.strip())
