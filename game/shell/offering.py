"""What the Open sheet offers, and those of the scenes and tours: looked up when it opens, and never at the start."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import numpy as np
import pygame

from ..core.colour_images import COLOURS
from ..core.convolution import output_map
from ..core.errors import ConvolutionError
from ..core.grid import Grid
from ..core.scenario import Scenario
from ..files.errors import FileProblem, shown
from ..files.last_work import LastWork
from ..files.opening import NUMBER_ENDINGS, looked_into
from ..files.own_pictures import PICTURES
from ..files.picture_kinds import ENDINGS
from ..files.scenario_file import OpenedScenario
from ..files.settings import Settings
from ..files.shelf import Scene, Shelf
from ..files.tour import Tour
from ..files.tour_file import LESSONS, TOURS, read_tour, tour_path
from ..input.effects import OpenPath, OpenTour
from ..input.mode_intents import CompareWith
from ..input.scenario_intents import ReplaceScenario
from ..input.tour_intents import BeginTour
from ..session.naming import title_of
from ..session.stack_intents import counts_cells, shown_as
from ..session.tour import place_in
from ..ui.offers import CardWalk, Offer, Thumbnail
from ..words.numbers import size_text
from ..words.texts import text

MOST_FILES = 40  # that the list of a folder shows
SMALLER = 4  # times than they are, the pictures that come with the program stand in their sheet
TOUR_ICON, LESSON_ICON = "graduation-cap", "list-ordered"
KINDS = (".json", *ENDINGS, *NUMBER_ENDINGS)


def of_last_work(work: LastWork) -> Offer:
    """Return the offer of a work that was set aside."""
    opened = work.opened
    replaced = ReplaceScenario(opened.scenario, opened.position, cells=counts_cells(opened.view))
    title = title_of(opened.scenario)
    when, thumbnails = _when(work.modified), thumbnails_of(opened.scenario)
    return Offer(title, when, (replaced, *beside(opened), *shown_as(opened.view)), thumbnails)


def beside(opened: OpenedScenario) -> tuple[CompareWith, ...]:
    """Return what compares a scenario that is opened with what it was compared with; nothing for most."""
    return () if opened.other is None else (CompareWith(opened.other),)


def of_recent(paths: tuple[str, ...]) -> tuple[Offer, ...]:
    """Return the offers of files that were opened or saved last; those that are gone are left out."""
    offers = (_of_file(path) for path in paths)
    return tuple(offer for offer in offers if offer is not None)


def of_folder(folder: Path) -> tuple[Offer, ...]:
    """Return the offers of what can be opened in a folder."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in KINDS)
    except OSError:
        return ()
    return tuple(Offer(shown(path.name), "", (OpenPath(str(path)),)) for path in found[:MOST_FILES])


def of_shelf(shelf: Shelf) -> tuple[Offer, ...]:
    """Return the offers of a shelf's scenes; those that the window does not show are left out."""
    puzzles = [scene for scene in shelf.scenes if scene.puzzle is not None]
    offers = []
    for scene in shelf.scenes:
        if scene.puzzle is not None and scene.puzzle.goal is not None:
            pictures = image_thumbnail(scene.puzzle.scenario), map_thumbnail(scene.puzzle.goal[0])
            begins = BeginTour(shelf.puzzles, index=puzzles.index(scene))
            offers.append(Offer(scene.title, scene.puzzle.task, (begins,), pictures))
        elif scene.opened is not None:
            offers.append(_of_scene(scene, scene.opened))
    return tuple(offers)


def _of_scene(scene: Scene, opened: OpenedScenario) -> Offer:
    scenario = opened.scenario
    sizes = {"image": size_text(scenario.image_size), "output": size_text(scenario.output_size)}
    about = text(
        "scenes.detail" if scenario.layer.pooling is None else "scenes.detail.pooling",
        kernel=size_text(scenario.kernel_size),
        **sizes,
    )
    replaced = ReplaceScenario(scenario, opened.position or 0.0, scene=scene, cells=counts_cells(opened.view))
    return Offer(scene.title, about, (replaced, *shown_as(opened.view)), thumbnails_of(scenario))


def of_pictures() -> tuple[Offer, ...]:
    """Return the offers of the pictures that come with the program, each with its size, and its edges in small."""
    return tuple(_of_picture(name, path) for name, path in PICTURES.items())


def _of_picture(name: str, path: Path) -> Offer:
    """Return the offer of a picture; one that cannot be read has none in small, and says what is wrong when opened."""
    words, opens = text(f"pictures.{name}"), (OpenPath(str(path)),)
    try:
        picture = pygame.image.load(path)  # it is the program's own file: others are read in another process
    except (pygame.error, OSError):
        return Offer(words, "", opens, icon="folder-open")
    columns, rows = picture.get_size()
    small = pygame.transform.smoothscale(picture.convert(32), (columns // SMALLER, rows // SMALLER))
    shades = pygame.surfarray.array3d(small).transpose(1, 0, 2) / 255
    kind = "pictures.detail.gray" if (shades == shades[:, :, :1]).all() else "pictures.detail"
    edges = np.gradient(shades.mean(axis=2), axis=1)  # what a kernel can make of it
    made = Thumbnail(edges / (np.abs(edges).max() or 1.0), hue="output")
    return Offer(words, text(kind, size=size_text((rows, columns))), opens, (Thumbnail(shades), made))


def of_tours(settings: Settings) -> tuple[Offer, ...]:
    """Return the offers of the tours that come with the program, each with the stop at which it goes on.

    One that cannot be read is offered by the name that it is begun by: beginning it says what is wrong.
    """
    return tuple(of_tour(name, settings) for name in TOURS)


def of_tour(name: str, settings: Settings) -> Offer:
    """Return the offer of a tour that comes with the program, as `of_tours` does."""
    about, begins = text(f"tours.{name}"), (OpenTour(name),)
    try:
        tour = read_tour(tour_path(name))
    except (FileProblem, ConvolutionError):
        return Offer(name, about, begins, icon=TOUR_ICON)
    stops, place = len(tour.stops), place_in(settings, tour)
    goes_on = text("tours.detail.goes_on" if place else "tours.detail", stop=place + 1, stops=stops, about=about)
    return Offer(tour.name, goes_on, begins, thumbnails_of(tour.stops[0].scenario)[:1], TOUR_ICON)


def of_lesson(name: str) -> Offer:
    """Return the offer of a lesson that comes with the program; one that cannot be read says so when it is begun."""
    from ..files.lesson_file import read_lesson  # only the gallery has lessons

    about, begins = text(f"lessons.{name}"), (OpenTour(name),)
    try:
        lesson = read_lesson(LESSONS[name])
    except (FileProblem, ConvolutionError):
        return Offer(name, "", begins, icon=LESSON_ICON, note=about)
    detail, first = text("lessons.detail", scenes=len(lesson.stops)), lesson.stops[0].scenario
    return Offer(lesson.name, detail, begins, thumbnails_of(first)[:1], LESSON_ICON, about)


def is_lesson(offer: Offer) -> bool:
    """Tell whether an offer is that of a lesson's file."""
    return offer.icon == LESSON_ICON


def _of_file(path: str) -> Offer | None:
    """Return the offer of a file; one that cannot be read has no small picture, and says what is wrong when opened."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    found = looked_into(Path(path))
    detail = text("open.detail", when=_when(status.st_mtime), folder=shown(Path(path).parent))
    icon = "folder-open" if found is None else ""
    if isinstance(found, Tour):
        icon = LESSON_ICON if found.is_lesson else TOUR_ICON
    return Offer(shown(Path(path).name), detail, (OpenPath(path),), _pictures(found), icon, walk=_walk(found))


def _walk(found: Scenario | Tour | Shelf | Grid | None) -> CardWalk | None:
    """Return the walk that the card of a file plays, None where it holds no scenario."""
    if not isinstance(found, Scenario):
        return None
    from .card_play import walk_of  # only the gallery has cards that play

    return walk_of(found)


def _pictures(found: Scenario | Tour | Shelf | Grid | None) -> tuple[Thumbnail, ...]:
    if isinstance(found, Scenario):
        return thumbnails_of(found)
    if isinstance(found, Tour):
        return thumbnails_of(found.stops[0].scenario)[:1]
    if isinstance(found, Shelf):
        first = next(iter(of_shelf(found)), None)
        return () if first is None else first.thumbnails
    return () if found is None else (Thumbnail(found),)


def thumbnails_of(scenario: Scenario) -> tuple[Thumbnail, ...]:
    """Return small pictures of a scenario's image and of what becomes of it."""
    return image_thumbnail(scenario), map_thumbnail(output_map(scenario))


def map_thumbnail(output: Grid) -> Thumbnail:
    """Return the small picture of a map."""
    return Thumbnail(output / (np.abs(output).max() or 1.0), hue="output")


def image_thumbnail(scenario: Scenario) -> Thumbnail:
    """Return the small picture of a scenario's image."""
    if (
        len(scenario.pixels) == COLOURS
        and scenario.white >= scenario.pixel_tensor.max()
        and scenario.pixel_tensor.min() >= 0
    ):
        return Thumbnail(np.moveaxis(scenario.pixel_tensor, 0, 2) / scenario.white)
    return Thumbnail(scenario.pixels[scenario.channel] / scenario.white)


def _when(modified: float) -> str:
    try:
        return dt.datetime.fromtimestamp(modified).strftime("%Y-%m-%d %H:%M")
    except (OSError, OverflowError, ValueError):  # a disk may say any time, also one that no calendar has
        return text("open.when.unknown")
