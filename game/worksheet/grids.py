"""Grids as marks: side by side while there is room, else one row of them under another."""

from __future__ import annotations

from .marks import Box, Hatch, Mark, Rectangle, Strip, Text
from .sheet import Figure
from .typeface import typeface
from .writing import SMALL, centred, shortened

CELL, LEAST_CELL = 10.0, 9.0
"""Millimetres of a cell, and of the smallest one that a hand can write in."""
LABEL = 6.5
ROUNDING = 1e-6
GAP, LEAST_GAP = 14.0, 4.5
"""Millimetres between two grids."""
DIGITS = 14.0
"""Points of the numbers in cells."""


def grids(figures: tuple[Figure, ...], width: float, *, key: bool) -> tuple[Strip, ...]:
    """Return the grids of an exercise, a strip for each row of them."""
    if not figures:
        return ()
    least = max(_needed(figure) for figure in figures)
    side = max(CELL, least)
    if sum(figure.size[1] for figure in figures) * side + LEAST_GAP * (len(figures) - 1) > width + ROUNDING:
        side = max(LEAST_CELL, least)
    return tuple(_row(row, side, width, key=key) for row in _rows(figures, side, width))


def _needed(figure: Figure) -> float:
    """Return how wide cells have to be for the numbers that are printed or belong in them, in the smallest text."""
    texts = (words for row in (*figure.cells, *figure.answers) for words in row)
    return max(typeface(True).width(words, SMALL) for words in texts) + 1.4


def _rows(figures: tuple[Figure, ...], side: float, width: float) -> list[list[Figure]]:
    """Return which grids stand side by side."""
    rows: list[list[Figure]] = [[]]
    used = 0.0
    whole = sum(_width(figure, side) + LEAST_GAP for figure in figures) - LEAST_GAP
    for figure in figures:
        wide = _width(figure, side)
        if figure.begins and rows[-1] and whole > width + ROUNDING:
            rows.append([])
            used = 0.0
        if rows[-1] and used + LEAST_GAP + wide > width + ROUNDING:
            rows.append([])
            used = 0.0
        used += wide + (LEAST_GAP if rows[-1] else 0.0)
        rows[-1].append(figure)
    return rows


def _width(figure: Figure, side: float) -> float:
    """Return how wide a grid is, with its title."""
    return max(figure.size[1] * side, min(60.0, typeface(True).width(figure.label, SMALL)))


def _row(figures: list[Figure], side: float, width: float, *, key: bool) -> Strip:
    """Return grids side by side, as far apart as there is room for."""
    spare = width - sum(_width(figure, side) for figure in figures)
    gap = min(GAP, spare / (len(figures) - 1)) if len(figures) > 1 else 0.0
    left, marks = 0.0, list[Mark]()
    label = LABEL if any(figure.label for figure in figures) else 0.0
    for figure in figures:
        if figure.label:
            words = shortened(figure.label, _width(figure, side) + 1)
            marks.append(Text(left, 4.2, words, SMALL))
        marks += _grid(figure, left, label, side, key=key)
        left += _width(figure, side) + gap
    return Strip(tuple(marks), label + side * max(figure.size[0] for figure in figures) + 3)


def _grid(figure: Figure, left: float, top: float, side: float, *, key: bool) -> list[Mark]:
    rows, columns = figure.size
    marks: list[Mark] = []
    for row in range(rows):
        for column in range(columns):
            box = Box(left + column * side, top + row * side, side, side)
            marks.append(Rectangle(box, dashed=figure.blank or not _in_image(figure, row, column)))
            if figure.cells[row][column]:
                marks.append(centred(figure.cells[row][column], *_edges(box), DIGITS, answer=False))
    if figure.image is not None:
        first_row, first_column, height, width = figure.image
        inner = Box(left + first_column * side, top + first_row * side, width * side, height * side)
        marks.append(Rectangle(inner, 0.6))
    return marks + (_answers(figure, left, top, side) if key else [])


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height


def _in_image(figure: Figure, row: int, column: int) -> bool:
    if figure.image is None:
        return True
    first_row, first_column, rows, columns = figure.image
    return 0 <= row - first_row < rows and 0 <= column - first_column < columns


def _answers(figure: Figure, left: float, top: float, side: float) -> list[Mark]:
    """Return what the key has in a grid: numbers in an outline, hatching, rings."""
    marks: list[Mark] = []
    for row, texts in enumerate(figure.answers):
        for column, words in enumerate(texts):
            box = Box(left + column * side, top + row * side, side, side)
            marks.append(centred(words, *_edges(box), DIGITS, answer=True))
    if figure.answers:
        rows, columns = len(figure.answers), len(figure.answers[0])
        marks.append(Rectangle(Box(left, top, columns * side, rows * side), 0.6, answer=True))
    for row, column in figure.hatched:
        marks.append(Hatch(Box(left + column * side, top + row * side, side, side)))
    for row, column in figure.ringed:
        marks.append(Rectangle(Box(left + column * side, top + row * side, side, side), 0.9, answer=True))
    return marks
