"""What a picture consists of that is no pixels: marks, from the bottom to the top, in pixels of the picture."""

from __future__ import annotations

from ..ui.themes import Colour
from ..value import Single, Value

Points = tuple[tuple[float, float], ...]


class Mark(Value):
    """Something drawn; `alpha` is how opaque it is as a whole, 0 … 1."""


class Box(Mark):
    """A rectangle with round corners, filled, or with a line of a thickness whose middle runs along its edge."""

    x: float
    y: float
    w: float
    h: float
    radius: float
    fill: Colour | None
    line: Colour | None = None
    thickness: float = 0.0
    alpha: float = 1.0
    dash: float = 0.0


class Outlines(Mark):
    """Closed polygons in one colour; what lies in two of them is a hole."""

    parts: tuple[Points, ...]
    fill: Colour
    alpha: float = 1.0


class Pierced(Mark):
    """A rectangle (x, y, w, h) in one colour with holes of round corners."""

    whole: tuple[float, float, float, float]
    holes: tuple[tuple[float, float, float, float], ...]
    radius: float
    fill: Colour


class Words(Mark):
    """A line of text from x on, on its baseline, so wide; `edge` is the colour of a line around it.

    align: 0, ½ or 1: which of its ends, or its middle, has to stay where it is if its font is missing.
    """

    text: str
    x: float
    baseline: float
    width: float
    size: float
    bold: bool
    colour: Colour
    alpha: float = 1.0
    edge: Colour | None = None
    edge_width: float = 0.0
    align: float = 0.0


class Shade(Mark):
    """A soft black shadow of a rectangle, so many pixels wide around its edge."""

    x: float
    y: float
    w: float
    h: float
    radius: float
    blur: float
    alpha: float


class Bitmap(Mark):
    """Pixels as the bytes of a PNG: of a photo, and of what is soft; `sharp`: they are cells, not to be blurred."""

    x: float
    y: float
    w: float
    h: float
    png: bytes
    alpha: float = 1.0
    sharp: bool = False


class Group(Single):
    """Marks moved together, and cut off outside of a rectangle (x, y, w, h), which is told before they are moved."""

    marks: tuple[Mark | Group, ...]
    x: float = 0.0
    y: float = 0.0
    clip: tuple[float, float, float, float] | None = None
    alpha: float = 1.0


AnyMark = Mark | Group
