"""The offer of a scene in the gallery: what its card says, and the words by which it is found."""

from __future__ import annotations

import numpy as np

from ..core.operation_change import operation_of
from ..core.scenario import Scenario
from ..files.shelf import Scene
from ..files.tour import Stop
from ..input.effects import OpenPuzzle
from ..input.mode_intents import CompareWith
from ..input.scenario_intents import ReplaceScenario
from ..session.stack_intents import counts_cells, shown_as
from ..ui.offers import Offer, Thumbnail
from ..words.numbers import size_text
from ..words.texts import text
from .offering import image_thumbnail, map_thumbnail


def of_scene(scene: Scene, shelf: str) -> Offer | None:
    """Return the offer of a scene of a shelf that is called so, without pictures; None where no window shows it."""
    if scene.opened is None:
        return None
    if scene.puzzle is not None:
        return _of_puzzle(scene, scene.puzzle, shelf)
    opened, scenario = scene.opened, scene.opened.scenario
    mixed = scenario.picture is not None and len(scenario.pixels) > 1
    position = opened.position or 0.0
    replaced = ReplaceScenario(scenario, position, scene=scene, cells=counts_cells(opened.view), mixed=mixed)
    beside = () if scene.other is None else (CompareWith(scene.other),)
    detail, compared = _line(scenario), () if scene.other is None else (text("bar.compare.name"),)
    said = scene.title, scene.name.replace("_", " "), shelf, detail, *compared, *_words(scenario), scene.note
    found = searched_of(*said)
    return Offer(scene.title, detail, (replaced, *beside, *shown_as(opened.view)), note=scene.note, searched=found)


def _of_puzzle(scene: Scene, puzzle: Stop, shelf: str) -> Offer:
    """Return the offer of a puzzle: its image, and what is to become of it."""
    goal = puzzle.goal if puzzle.goal is not None else np.zeros((1, 1, 1))
    rows, columns = goal.shape[1:]
    detail = text("gallery.line.puzzle", image=size_text(puzzle.scenario.image_size), size=size_text((rows, columns)))
    searched = searched_of(scene.title, scene.name, shelf, detail, scene.note, puzzle.text)
    return Offer(scene.title, detail, (OpenPuzzle(scene.name, scene),), note=scene.note, searched=searched)


def puzzle_pictures(offer: Offer) -> tuple[Thumbnail, ...]:
    """Return the small pictures of the puzzle that an offer begins: image and target; () where it begins none."""
    scenes = (intent.scene for intent in offer.intents if isinstance(intent, OpenPuzzle))
    found = next((one.puzzle for one in scenes if isinstance(one, Scene)), None)
    if found is None or found.goal is None:
        return ()
    return image_thumbnail(found.scenario), map_thumbnail(found.goal[0])


def searched_of(*words: str) -> str:
    """Return words as they are searched in: small, sizes also as they are typed."""
    said = " ".join(words).casefold()
    return f"{said} {said.replace(' × ', 'x')}"


def _line(scenario: Scenario) -> str:
    """Return the size of the image, and what goes over it: a kernel by its name or its size, or a window."""
    image, kernel = size_text(scenario.image_size), size_text(scenario.kernel_size)
    pooling = scenario.layer.pooling
    if pooling is not None:
        return text(f"gallery.line.{pooling.kind}", image=image, kernel=kernel)
    name = scenario.kernel_name
    return text("gallery.line.kernel", image=image, kernel=text(f"kernel.{name}") if name else kernel)


def _words(scenario: Scenario) -> tuple[str, ...]:
    """Return other words by which a scenario is found: its operation, its sizes, settings that say something."""
    layer = scenario.layer
    said = [operation_of(scenario), size_text(scenario.kernel_size), size_text(scenario.output_size)]
    said += [f"{name} {number}" for name, least, numbers in _settings(scenario) for number in numbers if number > least]
    said += [text("layer.fully connected")] if layer.is_fully_connected else []
    said += ["dilated"] if max(scenario.dilation) > 1 else []
    if layer.pooling is None:
        said += [scenario.kernel_name, *([layer.activation] if layer.activation != "none" else [])]
    return (*said, *(["rgb"] if scenario.in_colour else []), scenario.image_name)


def _settings(scenario: Scenario) -> tuple[tuple[str, int, tuple[int, ...]], ...]:
    """Return the settings by name, each with the value that says nothing: by "groups" one looks for more than one."""
    layer = scenario.layer
    shared = (1, 1) if layer.pooling is not None else (layer.groups, layer.filters)
    return (
        ("stride", 1, layer.chosen_stride),
        ("padding", 0, tuple(number for axis in layer.chosen_padding.sides for number in axis)),
        ("dilation", 1, scenario.dilation),
        ("groups", 1, shared[:1]),
        ("filters", 1, shared[1:]),
        ("channels", 1, (len(scenario.pixels),)),
    )
