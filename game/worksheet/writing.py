"""Texts and lines with blanks as marks: wrapped to a width, answers over their blanks in the key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from .marks import Line, Mark, Strip, Text
from .sheet import Fill
from .typeface import MM, typeface

SIZE = 12.0
"""Points of what is to be read."""
SMALL = 10.0
"""Points of the smallest text there is."""
PITCH = 6.2
"""Millimetres from line to line of printed text."""
PITCH_BY_HAND = 11.0
"""The same where something is written by hand."""
BLANK = 2.8
"""Millimetres of a blank for each of its low lines."""
_BLANKS = re.compile(r"(_{3,})")
Piece: TypeAlias = tuple[str, str | None, float]
"""Words, or a blank with its answer; and how wide that is."""


def wrapped(words: str, width: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """Return the lines of a text that has to stay within a width; a word that is too long is broken."""
    face = typeface(bold)
    lines, line = [], ""
    for word in face.harmless(words).split():
        longer = f"{line} {word}".strip()
        if face.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while face.width(line, size) > width:
            kept = next(at for at in range(len(line) - 1, 0, -1) if face.width(line[:at], size) <= width or at == 1)
            lines.append(line[:kept])
            line = line[kept:]
    return [*lines, line] if line or not lines else lines


def shortened(words: str, width: float, size: float = SMALL) -> str:
    """Return a text that stays within a width; where something is left out stands "…"."""
    face = typeface(False)
    words = face.harmless(words)
    if face.width(words, size) <= width:
        return words
    while words and face.width(words + "…", size) > width:
        words = words[:-1]
    return words + "…"


def paragraph(words: str, width: float, size: float = SIZE, *, bold: bool = False, left: float = 0.0) -> Strip:
    """Return a text in lines."""
    lines = wrapped(words, width - left, size, bold=bold)
    pitch = PITCH * size / SIZE
    marks = tuple(Text(left, pitch * (place + 0.78), line, size, bold) for place, line in enumerate(lines))
    return Strip(marks, pitch * len(lines))


def line_to_fill(fill: Fill, width: float, *, key: bool, pitch: float = PITCH_BY_HAND) -> Strip:
    """Return a line with blanks; where it is too long for the width it goes on below, as often as needed."""
    marks: list[Mark] = []
    across, row = 0.0, 1
    for unit in _units(fill):
        if across and across + sum(wide for _, _, wide in unit) > width:
            across, row = 0.0, row + 1
        line = row * pitch - 2.5
        for part, answer, wide in unit:
            if answer is not None:
                marks.append(Line(across, line + 0.9, across + wide, line + 0.9))
                marks += _answer(answer, across, line, wide) if key else []
            elif part.strip():
                before = typeface(False).width(part[: len(part) - len(part.lstrip())], SIZE)
                marks.append(Text(across + before, line, part.strip(), SIZE))
            across += wide
    return Strip(tuple(marks), row * pitch)


def _units(fill: Fill) -> list[list[Piece]]:
    """Return what is not broken: words, each by itself, and blanks with the signs before, between and after them."""
    units: list[list[Piece]] = []
    for piece in _parts(fill):
        is_word = piece[1] is None and any(sign.isalpha() for sign in piece[0])
        if units and not is_word and not units[-1][-1][0].rstrip().endswith((",", ":")):
            units[-1].append(piece)
        else:
            units.append([piece])
    return units


def width_of(fill: Fill) -> float:
    """Return how wide a line with blanks is, where it is not broken."""
    return sum(wide for _, _, wide in _parts(fill))


def _parts(fill: Fill) -> Iterator[Piece]:
    """Yield the pieces of a line: words, each with the space after it, or a blank with its answer; and their widths."""
    face, place = typeface(False), 0
    for part in _BLANKS.split(fill.words):
        if _BLANKS.fullmatch(part):
            answer = fill.answers[place] if place < len(fill.answers) else ""
            place += 1
            yield part, answer, max(BLANK * len(part), face.width(answer, SIZE) + 1)
            continue
        for piece in re.findall(r" *[^ ]+ *", face.harmless(part)) or ([" "] if part else []):
            yield piece, None, face.width(piece, SIZE)


def _answer(answer: str, left: float, line: float, wide: float) -> list[Mark]:
    if not answer:
        return []
    answer = typeface(True).harmless(answer)
    own = typeface(True).width(answer, SIZE)
    return [Text(left + (wide - own) / 2, line, answer, SIZE, bold=True, answer=True)]


def centred(words: str, left: float, top: float, wide: float, high: float, size: float, *, answer: bool) -> Text:
    """Return a bold text in the middle of a cell, no larger than there is room for, but never under 10 points."""
    face = typeface(True)
    words = face.harmless(words)
    while size > SMALL and face.width(words, size) > wide - 1:
        size -= 0.5
    own = face.width(words, size)
    return Text(left + (wide - own) / 2, top + high / 2 + 0.28 * size * MM * 1.25, words, size, True, answer)
