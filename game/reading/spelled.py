"""Numbers and rows written with signs that mean something else elsewhere: 2·10⁻³, 0.5`, [0,5 0,25], / and ;;."""

from __future__ import annotations

import re

from .draft import Draft, Rule, carried_out
from .errors import NotRead
from .number_text import number_of

_NO_DECIMAL = re.compile(r"(?<![\d,]),|,(?!\d)|,\d+,")
"""A comma that is no decimal comma."""
_APART = re.compile(r"\d[ ]+[-+]?\d")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWERS = (
    Rule("powers of ten", re.compile(r"(?<=\d) ?[*x] ?10 ?(?:\^|\*\*) ?[({]?([-+]?\d{1,3})[)}]?(?![\d.])"), r"e\1"),
    Rule(
        "powers of ten in small digits",
        re.compile(r"(?<=\d) ?[*x] ?10(-?)([⁰¹²³⁴-⁹]{1,3})"),
        lambda found: f"e{found[1]}{found[2].translate(_RAISED)}",
    ),
    Rule("powers of ten in Mathematica", re.compile(r"(?<=[\d.])(?:`[\d.]{0,9})?\*\^(-?\d{1,3})"), r"e\1"),
)
_SINGLE = re.compile(r"(?<![\w.])([-+]?\d+(?:\.\d*)?)f(?!32|64)([-+]?\d{1,2})(?![\w.])")
"""A Float32 of Julia."""
_LINEAR = re.compile(r"(?:■|█|(?<!\\)\bmatrix ?(?=\{[^{}]*#))[({]([^(){}]{1,4000})[)}]")
"""A matrix of Word or LibreOffice as it is typed."""
_GROWN = re.compile(r"\bleft ?(?=[\[(])|\bright ?(?=[\])])")
_FORTRAN = re.compile(r"\(/([^()/]{1,4000})/\)")
_PRECISION = re.compile(r"(?<=[\d.])`[\d.]{0,9}(?=[\s,}])")
_COLUMNS = re.compile(r"\[([^\[\];]{1,400}(?:;{1,3}[^\[\];]{1,400}){1,400})\]")


def spelled_out(draft: Draft) -> None:
    """Write powers of ten, and rows that slashes or double semicolons part, as they are written most."""
    if "10" in draft.text or "*^" in draft.text:
        carried_out(draft, _POWERS)
    draft.text = _SINGLE.sub(r"\1e\2", draft.text)
    draft.text, count = _LINEAR.subn(_rows_of_office, draft.text)
    draft.text = _GROWN.sub("", draft.text) if count else draft.text
    draft.text = _FORTRAN.sub(r"[\1]", draft.text)
    if "`" in draft.text and draft.text.lstrip("= \n").startswith("{"):
        draft.text = _PRECISION.sub("", draft.text)
    if " / " in draft.text and not re.search(r"[\[\](){}\t,|&;*\\]", draft.text):
        _rows_by_slashes(draft)
    if ";;" in draft.text and "[" in draft.text:
        _columns_of_julia(draft)


def _rows_of_office(found: re.Match[str]) -> str:
    return "[" + re.sub(r"##|@", ";", found[1]).replace("&", ",").replace("#", ",") + "]"


def with_points(draft: Draft) -> None:
    """Turn decimal commas in brackets into points, where spaces part the numbers: [0,5 0,25]. It is said."""
    if not draft.in_brackets or "," not in draft.text or "." in draft.text:
        return
    if _APART.search(draft.text) and not _NO_DECIMAL.search(draft.text):
        draft.say("decimal commas")
        draft.text = draft.text.replace(",", ".")


def _rows_by_slashes(draft: Draft) -> None:
    """Part rows of two numbers or more where slashes stand apart between equally long ones, which is said.

    1 / 4  1 / 2 are two fractions. Raises NotRead ("sign") where a slash may be either.
    """
    parts = [part.split() for part in draft.text.split(" / ")]
    if "\n" not in draft.text.strip() and len({len(part) for part in parts}) == 1 and len(parts[0]) > 1:
        draft.say("slashes")
        draft.text = "\n".join(" ".join(part) for part in parts)
        return
    for row, line in enumerate((line.split() for line in draft.text.split("\n") if line.strip()), 1):
        bare = all(word == "/" or number_of(word) is not None for word in line)
        fractions = len(line) % 3 == 0 and all((word == "/") == (place % 3 == 1) for place, word in enumerate(line))
        if bare and line.count("/") and line[0] != "/" and not fractions:
            raise NotRead("sign", (0, row, line.index("/") + 1), sign="/")


def _columns_of_julia(draft: Draft) -> None:
    """Turn [1; 2;; 3; 4] into columns, and [1 2; 3 4;;; 5 6; 7 8] into grids. Raises NotRead for more of them."""

    def lists(found: re.Match[str]) -> str:
        if ";;;" in found[1]:
            return "[" + ", ".join(f"[{grid}]" for grid in found[1].split(";;;")) + "]"
        if ";;" not in found[1]:
            return found[0]
        draft.turned = not draft.turned
        return "[" + ", ".join(f"[{column.replace(';', ',')}]" for column in found[1].split(";;")) + "]"

    draft.text = _COLUMNS.sub(lists, draft.text)
    if re.search(r"[^;];;[^;\s]", draft.text):
        raise NotRead("sign", sign=";;")
