"""What a page is made of: texts, lines, rectangles and hatching, in millimetres from its upper left corner."""

from __future__ import annotations

from ..value import Value
from .typeface import ASCENT, DESCENT, MM, typeface


class Box(Value):
    """A rectangle of the page: its left and upper edge, its width and height, in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def moved(self, right: float, down: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.left + right, self.top + down, self.width, self.height)


class Text(Value):
    """A text: where it begins, its base line, its size in points; `answer`: the key alone has it."""

    left: float
    line: float
    words: str
    size: float
    bold: bool = False
    answer: bool = False

    @property
    def box(self) -> Box:
        """What it covers."""
        tall = self.size * MM
        width = typeface(self.bold).width(self.words, self.size)
        return Box(self.left, self.line - ASCENT * tall, width, (ASCENT + DESCENT) * tall)

    def moved(self, right: float, down: float) -> Text:
        """Return the same text elsewhere."""
        return self.changed(left=self.left + right, line=self.line + down)


class Line(Value):
    """A straight line, `thick` millimetres thick."""

    left: float
    top: float
    right: float
    bottom: float
    thick: float = 0.25

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box(self.left, self.top, self.right - self.left, self.bottom - self.top)

    def moved(self, right: float, down: float) -> Line:
        """Return the same line elsewhere."""
        return self.changed(
            left=self.left + right, right=self.right + right, top=self.top + down, bottom=self.bottom + down
        )


class Rectangle(Value):
    """The outline of a box; of a cell of a grid, or a ring of the key."""

    box: Box
    thick: float = 0.25
    dashed: bool = False
    answer: bool = False

    def moved(self, right: float, down: float) -> Rectangle:
        """Return the same rectangle elsewhere."""
        return self.changed(box=self.box.moved(right, down))


class Hatch(Value):
    """Slanted lines over a box, which the key alone has."""

    box: Box
    answer: bool = True

    def moved(self, right: float, down: float) -> Hatch:
        """Return the same hatching elsewhere."""
        return self.changed(box=self.box.moved(right, down))

    def strokes(self) -> tuple[Line, ...]:
        """Return its lines, which all begin and end on the edges of a square box."""
        side, found = self.box.width, []
        for share in (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75):
            start, end = max(0.0, share - 1) * side, min(1.0, share) * side
            found.append(
                Line(self.box.left + start, self.box.top + end, self.box.left + end, self.box.top + start, 0.2)
            )
        return tuple(found)


Mark = Text | Line | Rectangle | Hatch


class Strip(Value):
    """Marks that stay together on one page, from the upper edge of the strip down, and how high it is."""

    marks: tuple[Mark, ...]
    height: float

    def moved(self, right: float, down: float) -> tuple[Mark, ...]:
        """Return its marks elsewhere."""
        return tuple(mark.moved(right, down) for mark in self.marks)


def stacked(strips: tuple[Strip, ...]) -> Strip:
    """Return strips one under another as one."""
    marks: list[Mark] = []
    height = 0.0
    for strip in strips:
        marks += strip.moved(0, height)
        height += strip.height
    return Strip(tuple(marks), height)
