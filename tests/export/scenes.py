"""States whose pictures differ in kind, and ways to look at what was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pygame
from PIL import Image

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.start import start_here
from game.export.asked import Picture
from game.export.studio import Studio, prepared
from game.files.settings import Settings
from game.session.stamped import counting
from game.session.state import State, new_state
from tests import layers, picture, pooling

if TYPE_CHECKING:
    from numpy.typing import NDArray


def state(position: float = 3.4, theme: str = "night", name: str = "a square") -> State:
    """Return a state of the scene of a first start, which has 16 steps."""
    picture.ensure_screen()
    return new_state(start_here(name), Settings(theme=theme), position)


def kinds() -> dict[str, State]:
    """Return a state for each kind of stage, by name."""
    picture.ensure_screen()
    stack = picture.state(start_here("a square"), position=3.4, stacked=True)
    transposed = counting(new_state(with_operation(start_here("a square"), TRANSPOSED), Settings(), 1.5))
    return {
        "one channel": state(),
        "daylight": state(theme="daylight"),
        "high contrast": state(theme="high contrast"),
        "three channels": new_state(layers.three_channels(), Settings(), 3.55),
        "pooling": new_state(pooling.pooled(), Settings(), 2.5),
        "stamps": transposed,
        "stack": stack,
    }


def drawn(shown: State, asked: Picture) -> NDArray[np.uint8]:
    """Return the pixels (rows × columns × 3) of a picture."""
    ready = prepared(shown, asked)
    surface = Studio(ready, asked).draw(ready)
    return pygame.surfarray.array3d(surface).transpose(1, 0, 2)


def pixels(path: Path) -> NDArray[np.uint8]:
    """Return the pixels of a file that Pillow reads."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def finish(export: Iterator[float]) -> list[float]:
    """Run an export to its end; return the shares that it told."""
    return list(export)


def files_in(folder: Path) -> list[str]:
    """Return the names of all that is in a folder."""
    return sorted(path.name for path in folder.iterdir())
