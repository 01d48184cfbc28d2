"""Words around numbers: a page, a paragraph or a sentence in which one table, matrix or list of them stands.

Nothing of this is tried where the text is read without it, and only where what is left out is plainly words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lists import DEEPEST, PARTNERS

_WORD = re.compile(r"[^\W\d_]{2,}")
_FORMULA = re.compile(
    r"(?:(?:\\[dt]?frac ?\{ ?\d{1,20} ?\} ?\{ ?\d{1,20} ?\}|[\d./]{1,40}) ?)?(?:\\left ?\\?. ?)?"
    r"\\begin ?\{([a-zA-Z]{0,12}(?:matrix|array|tabular)\*?)\}[\s\S]*?\\end ?\{\1\}"
)
_TITLE = re.compile(
    r"(?!(?i:nan|inf)\b)"
    r"[(\"']?(?:[^\W\d_]{2}|[^\W\d_] [^\W\d_]{2})[^\n\t,;|=\[\]{}\d]{0,60}?"
    r"(?:\(?\d{1,3} ?[x*] ?\d{1,3}\)?|#?\d{1,3})?[ )\"']{0,3}[.:]?"
)
"""A line over numbers, such as "Sobel X", "Filter 1" or "Kernel 3 × 3"."""
_ROW = re.compile(r"[\s\d.,;|eE+/*-]*")
MOST_FORMULAS = 20
"""Matrices of LaTeX among which the only one is looked for; a formula has some that lie in each other."""
PROSE = 3
"""Words in a line from which on it is a part of a sentence."""
_CHANGED = re.compile(r"\s*(?:[-+*/^@%]|\.?'|\.\w|\[|\()")
_MADE_NEW = re.compile(r"=\s?[\w.()]{0,60}\s?[-+*/]|[-+*/]=")
"""A later statement that reckons with the numbers."""
_CALLED = re.compile(r"(?:[\w)\]]\s?[(\[]\s*|[-+*/^@%(]\s*|[\w.])\Z")
"""What stands behind or before a list that is not the numbers yet: a call, or a sum."""


def inner_texts(text: str) -> Iterator[str]:
    """Yield the parts of a text that may be the numbers that words stand around, the likeliest first."""
    if _SCALED.search(text):
        return
    for found in (_lines, _formula, _list):
        inner = found(text)
        if inner is not None:
            yield inner


_SCALED = re.compile(r"(?i)(?:divi|scale|factor|times|multipl|normali)\w{0,9}[^\d\n]{0,20}\d")
"""Words that change the numbers beside them."""


def _formula(text: str) -> str | None:
    """Return the only matrix of LaTeX among words."""
    found = list(_FORMULA.finditer(text)) if 0 < text.count("\\begin") <= MOST_FORMULAS else []
    if len(found) != 1:
        return None
    around = text[: found[0].start()], text[found[0].end() :]
    if re.match(r"\s{0,9}(?:\\right ?\\?.)?\s{0,9}\^", around[1]):
        return None  # it is turned, or inverted
    digits = sorted(re.findall(r"\d", found[0][0]))
    copies = [sorted(re.findall(r"\d", part)) in ([], digits) for part in around]  # KaTeX copies what it shows, too
    return found[0][0] if all(map(_is_words, around)) or all(copies) else None


def _list(text: str) -> str | None:
    """Return the only list of numbers in brackets among words; None where a call or a sum may change it."""
    ends = _outer_brackets(text)
    if ends is None or "\\begin" in text:
        return None
    lists = [(start, end) for start, end in ends if text[start] != "(" and _has_numbers(text[start:end])]
    if len(lists) != 1:
        return None
    (start, end), *_ = lists
    before, after = text[:start], text[end:]
    if (
        _MADE_NEW.search(after)
        or _CALLED.search(before[-99:])
        or _CHANGED.match(after)
        or not (_is_words(before) and _is_words(after))
    ):
        return None
    return text[start:end]


def _outer_brackets(text: str) -> list[tuple[int, int]] | None:
    """Return where the outermost brackets begin and end; None where they do not match."""
    found, open_ = [], ""
    start = 0
    for each in re.finditer(r"[\[({})\]]", text):
        if each[0] not in PARTNERS:
            start = each.start() if not open_ else start
            open_ += each[0]
            if len(open_) > DEEPEST:
                return None
        elif open_[-1:] != PARTNERS[each[0]]:
            return None
        else:
            open_ = open_[:-1]
            if not open_:
                found.append((start, each.end()))
    return None if open_ else found


def _has_numbers(part: str) -> bool:
    return len(re.findall(r"\d+", part)) > 1 and _WORD.search(part) is None


def _is_words(part: str) -> bool:
    """Tell whether a part beside numbers is words: one at least, or nothing but signs."""
    return re.search(r"\d", part) is None or len(_WORD.findall(part)) > 0


def _lines(text: str) -> str | None:
    """Return a text without lines of words around the numbers, and without titles over grids.

    Sentences may stand before the numbers and behind them, titles between them too; None where it is not so.
    """
    if any(bracket in text for bracket in "[{\\"):
        return None
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", text.strip("\n"))
    lines = [(line, kind) for paragraph in paragraphs for line, kind in [*_kinds(paragraph), ("", "gap")]]
    rows = [place for place, (_, kind) in enumerate(lines) if kind == "row"]
    left_out = [kind for _, kind in lines if kind in ("title", "prose")]
    if not rows or not left_out or any(kind == "prose" for _, kind in lines[rows[0] : rows[-1]]):
        return None
    kept = (line if kind == "row" else "" for line, kind in lines)
    return "\n".join(kept)


def _kinds(paragraph: str) -> list[tuple[str, str]]:
    """Return the lines of a paragraph, and what each is: "row", "title" or "prose"."""
    lines = paragraph.split("\n")
    words = [len(_WORD.findall(line)) for line in lines]
    in_prose = max(words) >= PROSE
    kinds = []
    for line, count in zip(lines, words, strict=True):
        if not count or _ROW.fullmatch(line):
            kinds.append("row")
        elif _TITLE.fullmatch(line.strip(" \t#*")):
            kinds.append("title")
        else:
            kinds.append("prose" if in_prose and "\t" not in line and "|" not in line else "row")
    return list(zip(lines, kinds, strict=True))
