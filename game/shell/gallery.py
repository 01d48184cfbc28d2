"""What the gallery has: read while it is open, a little in each frame, and drawn in small when it comes into sight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.kept_work import KeptWork
from ..files.last_work import last_work
from ..files.settings import Settings
from ..files.shelf_file import begin_shelf
from ..files.shelves import SHELVES, shelf_path
from ..files.tour import Stop
from ..files.tour_file import LESSONS, TOURS
from ..input.scenario_intents import ReplaceScenario
from ..ui.offers import Offer, ShelfOffer, Thumbnail
from ..ui.widgets.scene_card import SceneCard
from ..view.window import Window
from ..words.texts import text
from .card_play import CardPlay, walk_of
from .offering import is_lesson, of_last_work, of_lesson, of_recent, of_tour, thumbnails_of
from .scene_offers import of_scene, puzzle_pictures, searched_of

SCENES, DRAWN = 2, 2
"""Scenes that are read in a frame, or cards whose small pictures are made in one, at most."""
ICONS = {
    "start": "sparkles",
    "edges": "square-square",
    "photos": "image",
    "colour": "palette",
    "stride": "move-horizontal",
    "transposed": "expand",
    "pooling": "grid-2x2",
    "networks": "square-stack",
    "mistakes": "search-check",
    "puzzles": "target",
    "figures": "book-open",
    "own": "folder",
    "lessons": "list-ordered",
    "tours": "graduation-cap",
    "last": "history",
}
"""The shelves and their icons, in their order: those that come with the program, and the person's own."""
OWN = tuple(name for name in ICONS if name not in SHELVES)
"""The shelves that are looked at anew each time that the gallery opens, and when a lesson was saved in it."""
OF_FILES = "own", "last"
"""Those of them of which nobody knows how much they have before its files have been read."""
Source = Iterator[Offer | None]


class Gallery:
    """The shelves as far as they have been read. What comes with the program is read once, the rest at each opening."""

    def __init__(self, kept: KeptWork) -> None:
        self._kept = kept
        self.play = CardPlay()
        self.is_behind = False  # a lesson was written since it was looked what is the person's own
        self._sources: dict[str, Source] = {}
        self._looked = dict[str, tuple[Offer, ...]]()  # files that were opened last, and what they offer
        self._tiles: dict[int, tuple[Stop, Thumbnail]] = {}
        self._shelves = {name: _shelf(name) for name in ICONS}
        self._sources = {name: _scenes(name) for name in SHELVES}

    @property
    def shelves(self) -> tuple[ShelfOffer, ...]:
        """The shelves in their order."""
        return tuple(self._shelves.values())

    def look(self, settings: Settings) -> None:
        """Look anew at what is the person's own. How much of it there is is known once its files have been read."""
        self.is_behind = False
        paths, works = settings.recent, self._kept.set_aside_paths()
        looked = dict[str, tuple[Offer, ...]]()
        self._sources["own"] = _recent(paths, looked, lessons=False)
        self._sources["lessons"] = chain(map(_lesson, LESSONS), _recent(paths, looked, lessons=True))
        self._sources["tours"] = (_found(of_tour(name, settings)).changed(detail="") for name in TOURS)
        self._sources["last"] = map(_work, works)
        self._looked = looked
        for name in OWN:
            self._shelves[name] = _shelf(name)
        self._shelves["tours"] = _shelf("tours").changed(count=len(TOURS))

    def tiles(self, scenes: tuple[Stop, ...]) -> tuple[Thumbnail, ...]:
        """Return small pictures of the scenes of a lesson; those that were there before are kept."""
        self._tiles = {id(one): self._tiles.get(id(one)) or (one, thumbnails_of(one.scenario)[0]) for one in scenes}
        return tuple(self._tiles[id(one)][1] for one in scenes)

    def waits(self, shown: str, searched: bool, window: Window) -> bool:
        """Tell whether there is anything to read now, or to draw of what is in sight. searched: something is typed."""
        return bool(self._unread(shown, searched) or _waiting(window))

    def go_on(self, shown: str, searched: bool, window: Window) -> FileProblem | None:
        """Make a few pictures, or read a little, of the shelf that is shown first; return what is wrong.

        Never both: a frame in which cards are drawn has enough to do.
        """
        waiting = _waiting(window)[:DRAWN]
        for card in waiting:
            self._draw(card.name)
        unread = self._unread(shown, searched)
        return self._read(unread[0]) if unread and not waiting else None

    def _unread(self, shown: str, searched: bool) -> list[str]:
        """Return the shelves that are to be read: the one that is shown, those of files, and all of the program's.

        While something is searched for it is all of them.
        """
        names = (*((shown,) if shown in ICONS else ()), *OF_FILES, *SHELVES, *(OWN if searched else ()))
        return [name for name in names if not self._shelves[name].read]

    def _read(self, name: str) -> FileProblem | None:
        """Read a few more of a shelf. A photo or a network takes as long as several others."""
        found: list[Offer] = []
        shelf, ended, problem = self._shelves[name], False, None
        try:
            for _ in range(SCENES):
                offer = next(self._sources[name])
                found += () if offer is None else (offer,)
                if shelf.own or (offer is not None and _is_large(offer)):
                    break
        except StopIteration:
            ended = True
        except FileProblem as wrong:
            ended, problem = True, wrong
        offers = (*shelf.offers, *found)
        self._shelves[name] = shelf.changed(offers=offers, count=len(offers) if ended else shelf.count, read=ended)
        if name == "own" and ended:
            lessons = len(LESSONS) + sum(is_lesson(one) for one in chain.from_iterable(self._looked.values()))
            self._shelves["lessons"] = self._shelves["lessons"].changed(count=lessons)
        return problem

    def _draw(self, card: str) -> None:
        """Make the small pictures of a card."""
        _, name, index = card.split()
        shelf, place = self._shelves[name], int(index)
        offer = shelf.offers[place]
        self._shelves[name] = shelf.changed(offers=(*shelf.offers[:place], _drawn(offer), *shelf.offers[place + 1 :]))


def _drawn(offer: Offer) -> Offer:
    """Return an offer with its small pictures, and with the walk that its card plays: a puzzle has none."""
    scenario = _scenario_of(offer)
    if scenario is not None:
        return offer.changed(thumbnails=thumbnails_of(scenario), walk=walk_of(scenario))
    pictures = puzzle_pictures(offer)
    return offer.changed(thumbnails=pictures) if pictures else offer.changed(icon="image")


def _waiting(window: Window) -> list[SceneCard]:
    """Return the cards in sight whose pictures are still to be made."""
    return [one for one in window.widgets if isinstance(one, SceneCard) and one.waits]


def _is_large(offer: Offer) -> bool:
    """Tell whether an offer opens a photo, a network, or something to be learned."""
    found = _scenario_of(offer)
    return found is not None and not (found.picture is None and found.chain is None and found.learning is None)


def _scenario_of(offer: Offer) -> Scenario | None:
    """Return the scenario that an offer opens, if it holds one."""
    return next((one.scenario for one in offer.intents if isinstance(one, ReplaceScenario)), None)


def _shelf(name: str) -> ShelfOffer:
    """Return a shelf of which nothing has been read."""
    return ShelfOffer(name, text(f"gallery.shelf.{name}"), ICONS[name], own=name in OWN)


def _scenes(name: str) -> Source:
    """Yield the offers of a shelf that comes with the program. Raises FileProblem."""
    title = text(f"gallery.shelf.{name}")
    for scene in begin_shelf(shelf_path(name)).scenes:
        yield of_scene(scene, title)


def _found(offer: Offer) -> Offer:
    """Return an offer of the person's own with the words by which it is found; its line is its note, too."""
    return offer.changed(searched=searched_of(offer.words, offer.detail), note=offer.detail)


def _recent(paths: tuple[str, ...], looked: dict[str, tuple[Offer, ...]], *, lessons: bool) -> Source:
    """Yield the offers of files that were opened last: of lessons, or of all others; None for one that is not meant.

    looked: the offers of the files that have been looked into, which is done once; none of one that is gone.
    """
    for path in paths:
        if path not in looked:
            looked[path] = of_recent((path,))
        for one in looked[path]:
            yield _found(one) if is_lesson(one) is lessons else None


def _lesson(name: str) -> Offer:
    """Return the offer of a lesson that comes with the program, with the words by which it is found."""
    offer = of_lesson(name)
    return offer.changed(searched=searched_of(offer.words, offer.note))


def _work(path: Path) -> Offer | None:
    """Return the offer of a work that was set aside, None of one that cannot be read."""
    work = last_work(path)
    return None if work is None else _found(of_last_work(work)).changed(walk=walk_of(work.opened.scenario))
