"""Numbers in one row with a shape beside them: ImageMagick's kernels, OpenCV's and R's matrices."""

from __future__ import annotations

import math
import re

from .draft import Draft
from .errors import NotRead
from .flat_calls import IN_PROGRAMS
from .flat_form import GAP, SIZE, VALUES, Flat, Words, words_in
from .flat_r import IN_R


def flat_words(draft: Draft) -> Words | None:
    """Return the words of numbers that stand in one row, the shape of which is known then; None where it is not so.

    Raises NotRead ("count") where there are more or fewer than the shape says.
    """
    for notation in NOTATIONS:
        found = notation.pattern.fullmatch(draft.text.strip().rstrip(";"))
        words = None if found is None else notation.read(draft, found)
        if words is not None:
            check_count(draft, len(words))
            draft.text = " ".join(words)
            return words
    return None


def check_count(draft: Draft, count: int) -> None:
    """Raise NotRead ("count") where so many numbers do not fill the shape."""
    if math.prod(draft.shape) != count:
        raise NotRead("count", found=count, needed=math.prod(draft.shape))


def _magick(draft: Draft, found: re.Match[str]) -> Words | None:
    """Read a kernel of ImageMagick: width × height, and "nan" or "-" where nothing is."""
    words = words_in(found[4])
    if not found[3] and (len(words) != int(found[2]) ** 2 or len(words) < 2):
        return None  # a row with a label, or a range of R or Julia
    draft.shape = (int(found[3] or found[2]), int(found[2]))
    if "scale" in (found[1] or "") or any(map(str.isdigit, (found[1] or "") + (found[5] or ""))):
        draft.say("around")
    absent = sum(word.lower() in ("nan", "-") for word in words)
    if absent:
        draft.say("absent" if absent == 1 else "absent.many", count=absent)
    return ["0" if word.lower() in ("nan", "-") else word for word in words]


def _opencv(draft: Draft, found: re.Match[str]) -> Words:
    draft.shape = (int(found[1]), int(found[2]))
    return words_in(found[3])


def _shader(draft: Draft, found: re.Match[str]) -> Words:
    """Read a matrix of GLSL or HLSL row by row, as it is seen; GLSL itself fills columns, so it is said."""
    rows = int(found[1] or found[2])
    draft.shape = (rows, int(found[3] or rows))
    if found[1]:
        draft.say("by row")
    return words_in(found[4])


def _by_backslashes(draft: Draft, found: re.Match[str]) -> Words | None:
    """Read a constant of spreadsheets where commas are decimal: backslashes part columns, semicolons rows."""
    if "\\" not in found[1]:
        return None
    rows = [row.split("\\") for row in found[1].split(";")]
    if any(len(row) != len(rows[0]) for row in rows):
        odd = next(place for place, row in enumerate(rows) if len(row) != len(rows[0]))
        raise NotRead("ragged", (0, odd + 1, 0), found=len(rows[odd]), needed=len(rows[0]))
    draft.shape = (len(rows), len(rows[0]))
    return [cell.strip() for row in rows for cell in row]


NOTATIONS = (
    Flat(
        "ImageMagick",
        re.compile(
            rf"((?:[-\w \t]{{0,80}}|[^\n]{{0,200}}?(?:Convolve|Correlate)\s{{1,9}})['\"])?"
            rf"{SIZE}(?:[x*]{SIZE})?(?:[+-]\d{{1,4}}[+-]\d{{1,4}})?[@<>^]{{0,2}}"
            r"\s{0,9}:([^:()\[\]{}'\"]*)(['\"][^'\"\n]{0,80})?"
        ),
        _magick,
    ),
    Flat(
        "OpenCV",
        re.compile(rf"\(?{GAP}(?:cv::)?Mat_\s?<\s?\w+\s?>\s?\(\s?{SIZE}\s?,\s?{SIZE}\s?\){GAP}<<{VALUES}\)?"),
        _opencv,
    ),
    *IN_R,
    *IN_PROGRAMS,
    Flat(
        "shaders",
        re.compile(
            rf"(?:const |static ){{0,2}}(?:(?:mat[2-4] \w{{1,40}} ?= ?)?mat([2-4])(?:x[2-4]<f\d\d>)?\s?\("
            rf"|float([2-4])x([2-4])(?: \w{{1,40}} ?= ?(?:float[2-4]x[2-4])?)?\s?[({{]){VALUES}[)}}]"
        ),
        _shader,
    ),
    Flat(
        "spreadsheets with decimal commas",
        re.compile(r"=?\s?\{([-+\d.,eE\s\\;]*)\}"),
        _by_backslashes,
    ),
)
"""In ImageMagick the width stands first, everywhere else the rows."""
