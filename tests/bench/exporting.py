"""A walk as a GIF, against Pillow's own time for the very same pictures."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame
from PIL import Image

from game.core.scenario import Scenario
from game.core.start import start_here
from game.export.asked import Picture, Steps
from game.export.frames import instants
from game.export.gif import RATE, SEEN, GifWriter, gif, image_of, palette_of
from game.export.studio import Studio, prepared
from game.files.settings import Settings
from game.session.state import State, new_state
from game.shell.display import prepare_without_screen

from .rows import Limits, Row, single

WIDE, STEPS = Picture(width=960), Steps(1, 3)


def exported() -> list[Row]:
    """Return the rows of GIFs of three steps, of a first start and of a photo."""
    prepare_without_screen()
    pygame.display.set_mode((1, 1))
    image = tuple(np.random.default_rng(1).integers(0, 256, (3, 256, 256)) / 255)
    photo = Scenario(image, np.ones((1, 3, 3, 3)) / 9)
    scenes = (("a first start", start_here("a square")), ("256×256×3", photo))
    return [row for name, scenario in scenes for row in _rows(name, prepared(new_state(scenario, Settings()), WIDE))]


def _rows(name: str, state: State) -> list[Row]:
    """Return the rows of one scene, each as a multiple of Pillow's own time from the same pictures to a file."""
    studio = Studio(state, WIDE)
    wanted = instants(state, STEPS, RATE)
    pictures = [image_of(studio.draw(state.changed(playback=each.playback))).copy() for each in wanted]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gif"
        theirs = min(_timed(lambda: _pillow(pictures, path)) for _ in range(3))
        ours = min(_timed(lambda: _written(pictures, path)) for _ in range(3))
        whole = _timed(lambda: list(gif(state, WIDE, STEPS, path)))
    return [
        single(f"a GIF of {name} from its pictures, ÷ Pillow's time", ours / theirs, "times", 1.5),
        Row(f"the same with drawing, {len(pictures)} pictures", *(whole / theirs,) * 3, "times", Limits()),
    ]


def _timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun


def _some(pictures: list[Image.Image]) -> list[Image.Image]:
    return pictures[:: max(1, len(pictures) // SEEN)]


def _written(pictures: list[Image.Image], path: Path) -> None:
    palette = palette_of(_some(pictures))
    with path.open("wb") as file:
        writer = GifWriter(file, pictures[0].size, palette)
        for each in pictures:
            writer.add(each, 8)
        writer.finish()


def _pillow(pictures: list[Image.Image], path: Path) -> None:
    palette = palette_of(_some(pictures))
    first, *others = (each.quantize(palette=palette, dither=Image.Dither.NONE) for each in pictures)
    first.save(path, save_all=True, append_images=others, duration=80, loop=0, optimize=False)
