"""What is said of where a cell comes from: how many pixels of the image, or cells of the layer that is reached."""

from __future__ import annotations

from ...session.facts.trace import TraceFacts, TraceLevel
from ...words.texts import text


def cell_words(facts: TraceFacts) -> str:
    """Return what the cell is called: a class by its number, any other by its layer, row and column."""
    number, row, column = facts.cell
    last = facts.levels[-1]
    if facts.has_classes and last.shape[1:] == (1, 1):
        return text("trace.class", number=number)
    key = "trace.cell" if last.shape[0] == 1 else "trace.cell.map"
    return text(key, row=row + 1, column=column + 1, map=number + 1, layer=last.number)


def sentence(facts: TraceFacts) -> str:
    """Return the sentence about the level that is lit last; at the image it says how much of it the cell sees."""
    reached, cell = facts.reached, cell_words(facts)
    if not facts.lit:
        return text("trace.begins", cell=cell)
    if reached.field.is_empty:
        return text("trace.nothing" if not reached.number else "trace.nothing.layer", cell=cell, layer=reached.number)
    rows, columns = len(reached.field.rows), len(reached.field.columns)
    if reached.number:
        maps = len(reached.field.channels)
        key = "trace.made.one" if maps == 1 else "trace.made"
        return text(key, cell=cell, rows=rows, columns=columns, layer=reached.number, maps=maps)
    if sees_all(reached):
        return text("trace.sees.all", cell=cell, rows=rows, columns=columns)
    return text("trace.sees", cell=cell, rows=rows, columns=columns, of=reached.shape[1], by=reached.shape[2])


def sees_all(level: TraceLevel) -> bool:
    """Tell whether a field is all rows and columns of a level."""
    return (len(level.field.rows), len(level.field.columns)) == level.shape[1:]


def title_of(level: TraceLevel) -> str:
    """Return what stands over a level; the strip has what each layer does."""
    return text("trace.layer", number=level.number) if level.number else text("strip.image")


def part_of(level: TraceLevel) -> str:
    """Return how much of a level is lit; classes tell it themselves."""
    if level.field.is_empty or level.classes:
        return ""
    rows, columns = len(level.field.rows), len(level.field.columns)
    return text("trace.part", rows=rows, columns=columns, of=level.shape[1], by=level.shape[2])


def map_of(level: TraceLevel) -> str:
    """Return which map of a level is shown, of how many."""
    if not level.number or level.shape[0] == 1 or level.classes:
        return ""
    return text("trace.map", number=level.front + 1, count=level.shape[0])
