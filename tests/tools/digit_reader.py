"""Train the digit reader that comes with the program: ``python -m tests.tools.digit_reader``. It takes a minute.

It learns from the digits that are not held back, in every epoch in forms that hands give to digits: as they are;
a pixel aside; with thickened strokes; and as the brush of the program leaves them, hard or soft, that goes where the
ink is darkest. It learns too from digits that are made of strokes (`reader_strokes.py`), painted with either brush. The
rate falls in steps. The weights are rounded to decimals, so that every sum of the walk is exact.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from game.core.layers import Convolution
from game.core.random_field import random_shares
from game.core.soft_brush import ACROSS, BESIDE
from game.files.digits import own_digits
from game.files.own_reader import READER
from game.learning.digit_reader import reader_network
from game.learning.scores import scores_of
from game.learning.training import Lessons, Settings, after_epoch, begun, lessons_of

from .reader_strokes import many

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.core.grid import Grid
    from game.core.tensors import Tensor

SEED, PLACES = 1, 3
RATES = (0.05,) * 6 + (0.02,) * 3 + (0.005,) * 2
"""Of each epoch."""
ASIDE, THICK, SOFT, HARD = 1, 1, 1, 1
"""In how many of its forms a digit comes in an epoch, beside itself: moved, thickened, gone over by either brush."""
STROKES = 300
"""How many of each digit are made of strokes."""
INK = 0.45
"""What is darker was under the pen."""


def moved(pixels: Tensor, chance: Chance) -> Tensor:
    """Return digits moved by a pixel or not at all, each by itself; what leaves the picture is lost."""
    count, padded = len(pixels), np.pad(pixels, ((0, 0), (1, 1), (1, 1)))
    down, across = (np.floor(3 * chance.shares(count)).astype(int) for _ in range(2))
    places = np.arange(8)
    rows, columns = down[:, None] + places, across[:, None] + places
    found: Tensor = padded[np.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]]
    return found


def around(pixels: Tensor, beside: Tensor | float, across: Tensor | float) -> Tensor:
    """Return what spreads from each pixel: to those beside it and across corners by these shares, the most of all."""
    padded = np.pad(pixels, ((0, 0), (1, 1), (1, 1)))
    found = pixels
    for down in range(3):
        for right in range(3):
            share = 1.0 if down == right == 1 else beside if 1 in (down, right) else across
            found = np.maximum(found, share * padded[:, down : down + 8, right : right + 8])
    return found


def spine(pixels: Tensor) -> Tensor:
    """Return 1 where a pen went: at dark pixels that are no lighter than both beside them, across or down; else 0."""
    padded = np.pad(pixels, ((0, 0), (1, 1), (1, 1)))
    across = (pixels >= padded[:, 1:-1, :-2]) & (pixels > padded[:, 1:-1, 2:])
    down = (pixels >= padded[:, :-2, 1:-1]) & (pixels > padded[:, 2:, 1:-1])
    return ((pixels > INK) & (across | down)).astype(np.float64)


class Chance:
    """Random numbers of a seed, the same on every machine."""

    def __init__(self, seed: int) -> None:
        """Begin with a seed."""
        self._seed, self._asked = seed, 0

    def shares(self, count: int) -> Grid:
        """Return so many numbers from 0 to less than 1, others each time."""
        self._asked += 1
        return random_shares(self._seed, count, name=f"lessons {self._asked}")


def forms_of(pixels: Tensor, chance: Chance) -> list[Tensor]:
    """Return the digits in all forms of an epoch."""
    count = len(pixels)

    def shares(low: float, high: float) -> Tensor:
        return (low + (high - low) * chance.shares(count))[:, None, None]

    forms = [pixels, *(moved(pixels, chance) for _ in range(ASIDE))]
    forms += [around(moved(pixels, chance), shares(0.2, 0.8), 0.0) for _ in range(THICK)]
    for soft in (True,) * SOFT + (False,) * HARD:
        lines = spine(moved(pixels, chance))
        forms.append(shares(0.7, 1.0) * (around(lines, BESIDE, ACROSS) if soft else lines))
    return forms


def lessons_with_forms(chance: Chance) -> Lessons:
    """Return the lessons of an epoch."""
    digits = own_digits()
    forms = forms_of(digits.pixels[digits.learned], chance)
    lines, drawn = strokes()
    values = [(0.7 + 0.3 * chance.shares(len(lines)))[:, None, None] for _ in range(3)]
    soft = around(lines, BESIDE, ACROSS)
    painted = [values[0] * soft, values[1] * soft, values[2] * lines]
    kinds = [*[digits.kinds[digits.learned]] * len(forms), *[drawn] * len(painted)]
    return lessons_of(np.concatenate([*forms, *painted]), np.concatenate(kinds))


@lru_cache(maxsize=1)
def strokes() -> tuple[Tensor, NDArray[np.int64]]:
    """Return the digits that are made of strokes, which are the same in each epoch but for how they are painted."""
    return many(STROKES, SEED)


def trained_row(seed: int = SEED) -> Grid:
    """Return the weights and biases that the reader learns, rounded."""
    chance, training = Chance(seed), begun(reader_network(), seed)
    for rate in RATES:
        training = after_epoch(training.changed(settings=Settings(rate)), lessons_with_forms(chance))
    return np.round(training.row, PLACES) + 0.0


SEVEN = ("########", "......##", ".....##.", "....##..", "....##..", "...##...", "...##...", "...##...")
"""What the reader shows first, as a hand paints it."""


def reader_text(row: Grid) -> str:
    """Return the scenario file of the reader with these weights, over a painted 7."""
    looking, telling = (layer for layer in reader_network().layers(row) if isinstance(layer, Convolution))
    said = {
        "kernelscope": 2,
        "name": "Digit reader",
        "white": 1,
        "image": [[1.0 if pixel == "#" else 0.0 for pixel in line] for line in SEVEN],
        "layers": [
            {
                "operation": "convolution",
                "weights": looking.weights.tolist(),
                "bias": looking.bias.tolist(),
                "padding": [1, 1, 1, 1],
                "activation": "relu",
            },
            {"operation": "max pooling", "kernel_size": [2, 2], "stride": [2, 2]},
            {
                "operation": "convolution",
                "kernel_size": "image",
                "weights": telling.weights.tolist(),
                "bias": telling.bias.tolist(),
                "activation": "softmax",
            },
        ],
    }
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Train it, write it, and say how well it reads what it has not seen."""
    row, digits = trained_row(), own_digits()
    READER.write_text(reader_text(row), encoding="utf-8", newline="\n")
    held_back = lessons_of(digits.pixels[digits.held_back], digits.kinds[digits.held_back])
    scores = scores_of(reader_network(), row, held_back)
    print(f"{scores.right} of the {len(held_back.kinds)} digits held back are read right: {scores.share_right:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
