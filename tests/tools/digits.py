"""Make the file of digits that the program learns from: ``python -m tests.tools.digits FILE``.

FILE is ``digits.csv.gz``, which wheels of scikit-learn hold as ``sklearn/datasets/data/digits.csv.gz`` (``pip download
scikit-learn``): 1,797 lines of 64 pixels 0 … 16 and the digit. It writes ``assets/digits/digits.bin`` and, beside it,
the list of those that are held back: of each digit as many as is its share of 360, drawn by a fixed seed.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from game.files.digits import COUNT, FOLDER, HELD_BACK, KINDS, SIDE, packed_digits, read_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SEED = 1


def table_of(path: Path) -> NDArray[np.uint8]:
    """Return the lines of the table, shape (pictures, pixels and the digit)."""
    lines = gzip.decompress(path.read_bytes()).decode("ascii").split()
    table = np.array([[int(float(number)) for number in line.split(",")] for line in lines], np.uint8)
    assert table.shape == (COUNT, SIDE * SIDE + 1), table.shape
    return table


def drawn(kinds: NDArray[np.uint8]) -> list[int]:
    """Return the numbers of the pictures to hold back: of each digit its share, the largest remainders rounded up."""
    counts = np.bincount(kinds, minlength=KINDS) * HELD_BACK
    shares, rests = counts // COUNT, counts % COUNT
    shares[np.argsort(-rests, kind="stable")[: HELD_BACK - int(shares.sum())]] += 1
    source = Random(SEED)
    found: list[int] = []
    for kind, share in enumerate(shares):
        own = np.flatnonzero(kinds == kind).tolist()
        found += sorted(own, key=lambda _: source.random())[: int(share)]
    return sorted(found)


def main(arguments: Sequence[str]) -> int:
    """Write both files, and read them back."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    table = table_of(Path(arguments[0]))
    pixels, kinds = np.ascontiguousarray(table[:, :-1]), np.ascontiguousarray(table[:, -1])
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "digits.bin").write_bytes(packed_digits(kinds, pixels))
    numbers = list(map(str, drawn(kinds)))
    lines = (" ".join(numbers[start : start + 20]) for start in range(0, len(numbers), 20))
    (FOLDER / "held-back.txt").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    digits = read_digits(FOLDER)
    size = (FOLDER / "digits.bin").stat().st_size
    print(f"{len(digits.kinds)} digits, {len(digits.held_back)} of them held back, in {size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
