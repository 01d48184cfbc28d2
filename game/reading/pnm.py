"""Pictures that are texts: PBM, PGM and PPM (P1, P2, P3), pasted. They are read as files of them are: 0 … 1, white 1.

In a file each pixel is rounded to one of 255 levels, as of any picture; here it is exactly pixel ÷ white.
"""

from __future__ import annotations

import re

import numpy as np

from ..core.grid import Grid, frozen
from ..words.numbers import full, size_text
from .errors import NotRead
from .numbers import Numbers, Remark
from .shaping import LARGEST

_GAP = r"(?:\s|#[^\n]{0,200}\n){1,200}"
_BITS = re.compile(rf"\s*P1{_GAP}(\d{{1,6}}){_GAP}(\d{{1,6}})\s")
_SHADES = re.compile(rf"\s*P([23]){_GAP}(\d{{1,6}}){_GAP}(\d{{1,6}}){_GAP}(\d{{1,6}})\s")
MOST_WHITE = 65_535
"""The largest white that these formats have."""


def picture_of(text: str) -> Numbers | None:
    """Return the pixels of a text that is such a picture, a grid or three channels; None where it is none.

    Raises NotRead: "rows" or "columns" for a large one, "count" where pixels are missing, "sign" for what is no pixel.
    """
    if not text.lstrip().startswith("P"):
        return None
    if (bits := _BITS.match(text)) is not None:
        size = _checked(bits[2], bits[1])
        pixels = re.sub(r"#[^\n]*|\s", "", text[bits.end() :])
        return Numbers(frozen(1 - _numbers(list(pixels), size, 1, 1)), (Remark("black"),))
    found = _SHADES.match(text)
    if found is None:
        return None
    size, white = _checked(found[3], found[2]), int(found[4])
    if not 1 <= white <= MOST_WHITE:
        raise NotRead("sign", sign=found[4])
    channels = 3 if found[1] == "3" else 1
    body = text[found.end() :]
    values = _numbers((re.sub(r"#[^\n]*", "", body) if "#" in body else body).split(), size, channels, white)
    grid = values.reshape(*size, channels).transpose(2, 0, 1) / white
    return Numbers(frozen(grid if channels > 1 else grid[0]), (Remark("divided", (("factor", full(white)),)),))


def _checked(rows: str, columns: str) -> tuple[int, int]:
    """Return a size. Raises NotRead for one that no image may have."""
    size = int(rows), int(columns)
    if min(size) < 1:
        raise NotRead("empty")
    if max(size) > LARGEST:
        raise NotRead("rows" if size[0] > LARGEST else "columns", found=size_text(size), needed=LARGEST)
    return size


def _numbers(words: list[str], size: tuple[int, int], channels: int, white: int) -> Grid:
    """Return the words as whole numbers 0 … white, shape (rows, columns × channels)."""
    needed = size[0] * size[1] * channels
    if len(words) != needed:
        raise NotRead("count", found=len(words), needed=needed)
    width = size[1] * channels
    for place, word in enumerate(words):
        if not (word.isdigit() and len(word) < 6 and int(word) <= white):
            raise NotRead("sign", (0, place // width + 1, place % width // channels + 1), sign=word)
    return np.array(list(map(float, words))).reshape(size[0], width)
