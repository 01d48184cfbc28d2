"""Separators of thousands: which ones a table has, where the whole of it makes that plain.

1.234,5 is plain, and so is 1,234.5 in a table with tabs; 1.234 alone is a decimal. What has the one in some cells and
speaks against it in others is left as it is, and is refused as what is no number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .draft import Draft

Row = list[str]


class Style(NamedTuple):
    """A way to part thousands: what shows it, what every number of the table then looks like, and what is said."""

    shown: re.Pattern[str]
    number: re.Pattern[str]
    between: str
    remark: str


_BEGIN, _END = r"(?<![^\t;\n\0])[ ]{0,99}[-+]?\d{1,3}", r"[ ]?%?[ ]{0,99}(?![^\t;\n\0])"
_TAIL = r"(?:[eE][+-]?\d+)?(?:[ ]?%)?"
STYLES = (
    Style(
        re.compile(rf"{_BEGIN}(?:(?:\.\d{{3}})+,\d+|(?:\.\d{{3}}){{2,9}}){_END}"),
        re.compile(rf"[-+]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,\d*)?{_TAIL}"),
        ".",
        "points",
    ),
    Style(
        re.compile(rf"{_BEGIN}(?:(?:,\d{{3}})+\.\d+|(?:,\d{{3}}){{2,9}}){_END}"),
        re.compile(rf"[-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d*)?{_TAIL}"),
        ",",
        "thousands.commas",
    ),
    Style(
        re.compile(rf"{_BEGIN}(?: \d{{3}})+(?:[.,]\d+)?{_END}"),
        re.compile(rf"[-+]?(?:\d{{1,3}}(?: \d{{3}})+|\d+)(?:[.,]\d*)?{_TAIL}"),
        " ",
        "spaces",
    ),
)
_APOSTROPHES = re.compile(r"(?<![\w.'])\d{1,3}(?:'\d{3})+(?![\d'])")
_UNDERSCORES = re.compile(r"(?<![\w.])\d{1,3}(?:_\d{3})+(?![\d_])")
_TWO_POINTS = re.compile(r"\.\d+\.")
_UNCLEAR = re.compile(rf"(?:(?<=[\t;\n\0])|\A)[ ]{{0,99}}[-+]?[1-9]\d{{0,2}},\d{{3}}{_END}")
ROUND = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3}){0,5} 0\d\d(?![\d])")
"""A number in which a group begins with 0, as none that stands for itself does."""
GROUPED = re.compile(r"[-+]?\d{1,3}(?: \d{3}){1,6}(?:[.,]\d{1,20})?")


def without_marks(draft: Draft) -> None:
    """Take the apostrophes, and the low lines of programs, out of numbers; there they mean nothing else."""
    if "'" in draft.text:
        draft.text, count = _APOSTROPHES.subn(lambda found: found[0].replace("'", ""), draft.text)
        if count:
            draft.say("apostrophes")
    if "_" in draft.text:
        draft.text = _UNDERSCORES.sub(lambda found: found[0].replace("_", ""), draft.text)


def without_thousands(rows: list[Row], draft: Draft) -> list[Row]:
    """Return the cells of a table without separators of thousands, and with decimal points, where it is plain.

    Where every comma could be either, all are decimal commas, and that is said.
    """
    whole = "\0".join(cell for row in rows for cell in row)
    if "," not in whole and " " not in whole and _TWO_POINTS.search(whole) is None:
        return rows
    shown = [style for style in STYLES if style.shown.search(whole)]
    if len(shown) != 1:
        if not shown and _UNCLEAR.search(whole) and not re.search(r",(?!\d{3}(?:\D|$))", whole):
            draft.say("decimal commas")
        return rows
    style = shown[0]
    numbers = [cell for row in rows for cell in row if cell[:1] in "+-.," or cell[:1].isdigit()]
    if not all(style.number.fullmatch(cell) for cell in numbers if cell):
        return rows
    draft.say(style.remark)
    return [[_bare(cell, style) for cell in row] for row in rows]


def _bare(cell: str, style: Style) -> str:
    """Return one cell as a number of every keyboard; words stay as they are."""
    if style.number.fullmatch(cell) is None:
        return cell
    return cell.replace(style.between, "").replace(",", ".")
