"""Lines as cells: what parts them, tab, bar, semicolon, comma or spaces; which commas are decimal commas."""

from __future__ import annotations

import re

from .draft import Draft
from .thousands import GROUPED, ROUND, without_thousands

Row = list[str]
_QUOTED = re.compile(r"(?<![^\s,;|])([\"'])([^\"'\n]*)\1(?![^\s,;|])")
_SEVERAL = re.compile(r"\S\s+\S|,.*,")
_DIGITS = r"\d{1,400}"
_TWO = re.compile(r"[-+]?(?:\d*\.\d*|\d+),[-+]?(?:\d*\.\d*|\d+)")
_ONE = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+,\d*|\d{1,3},\d{3}\.\d*|\d+,\d+)")


def unquoted(text: str, draft: Draft) -> str:
    """Return a table without the quotes around its cells; what stands in them parts nothing."""
    quoted = [found[2].strip() for found in _QUOTED.finditer(text)]
    if not quoted:
        return text
    bare = iter(without_thousands([quoted], draft)[0])
    return _QUOTED.sub(lambda _: re.sub(r"[\s;|]", "_", next(bare).replace(",", ".")), text)


def rows_by_semicolons(text: str) -> str:
    """Return a table in which line ends part the rows, where semicolons did; else as it is.

    They part rows where several numbers stand between two of them, and cells where it is one.
    """
    if ";" not in text or "\t" in text:
        return text
    parts = [part.strip() for part in re.split(r"[;\n]", text)]
    grouped = ROUND.search(text) is not None
    several = any(_are_several(part) for part in parts if not (grouped and GROUPED.fullmatch(part)))
    lines = [line.strip().rstrip(";") for line in text.split("\n") if line.strip()]
    alone = len(lines) > 1 and not any(";" in line for line in lines)
    if several or (alone and all(line.strip().endswith(";") for line in text.strip().split("\n")[:-1])):
        return "\n".join(part for part in parts if part)
    return text


def _are_several(part: str) -> bool:
    """Say whether several numbers stand between two semicolons: "1 2", "1,2,3", and "0.1,0.2", which is no number."""
    return bool(_SEVERAL.search(part) or (_TWO.fullmatch(part) and not _ONE.fullmatch(part)))


def cells_of(lines: list[str], draft: Draft) -> list[Row]:
    """Split lines into cells at the one sign that separates them; commas that separate nothing are decimal ones."""
    whole = "\n".join(lines)
    for separator in "\t;":
        if separator in whole:
            closed = separator == ";" and all(line.rstrip().endswith(";") for line in lines)
            bare = [line.rstrip().removesuffix(";") for line in lines] if closed else lines
            return without_thousands(_tidied([line.split(separator) for line in bare]), draft)
    if "," not in whole or _has_decimal_commas(whole):
        _say_apart(whole, draft)
        if _ONE_COLUMN.fullmatch(whole):
            draft.say("decimal commas")
        return [line.split() for line in lines]
    if _has_both_commas(whole):
        draft.say("decimal commas")
        return _tidied([re.split(r",\s+", line.strip().rstrip(",")) for line in lines])
    closed = all(line.rstrip().endswith(",") for line in lines)
    return _tidied([_at_commas(line.rstrip().removesuffix(",") if closed else line) for line in lines])


def _say_apart(text: str, draft: Draft) -> None:
    """Say that spaces part numbers where a group begins with 0, so that it might belong to the one before."""
    found = ROUND.search(text)
    if found is not None and any(len(word) != 3 for word in text.split()):
        draft.say("apart", sign=found[0], count=len(found[0].split()))


def _at_commas(line: str) -> Row:
    """Return the cells of a line between commas; those that have spaces in them are several."""
    cells = [cell.strip() for cell in line.split(",")]
    if " " not in "".join(cells):
        return cells
    return [word for cell in cells for word in (re.split(r"\s+", cell) if re.match(r"[-+.\d]", cell) else [cell])]


def _tidied(rows: list[Row]) -> list[Row]:
    """Return rows without spaces around cells, and without the empty cell that a separator at the end makes."""
    bare = [[cell.strip(" \t") for cell in row] for row in rows]
    shortest = min((len(row) for row in bare), default=0)
    return [row[:-1] if len(row) == shortest + 1 and not row[-1] else row for row in bare]


def _has_decimal_commas(text: str) -> bool:
    """Say whether the commas are inside numbers that spaces separate, as in "0,5 1,25"."""
    words = text.split()
    if any(word.startswith(",") or word.endswith(",") or word.count(",") > 1 for word in words):
        return False
    return bool(re.search(r"[\d%][ ]+[-+\d]", text)) or _ONE_COLUMN.fullmatch(text) is not None


_ONE_COLUMN = re.compile(r"(?=[^,]*(?:,[^,]*)*,0\d)(?:[-+]?\d{1,400},\d{1,400}\n?){1,65536}")
"""One number in each line, one of them with a 0 behind its comma and more digits, as no number begins."""
_LOOSE = re.compile(r",[ \t]+(?=\S)")
_TIGHT = re.compile(rf"(?<![\d.]){_DIGITS},{_DIGITS}(?![\d.])")


def _has_both_commas(text: str) -> bool:
    """Say whether commas with a space behind separate numbers in which there are decimal commas: "0,5, 0,25"."""
    words = [word for line in text.split("\n") for word in re.split(r",\s+", line.strip().rstrip(","))]
    inside = [word for word in words if "," in word]
    if not inside or not _LOOSE.search(text):
        return False
    return all(_TIGHT.search(word) and word.count(",") == 1 and " " not in word for word in inside)
