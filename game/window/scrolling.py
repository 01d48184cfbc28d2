"""What is laid out below each other, with heads that fold, and scrolled where it has more to show than room."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.scenario import Pair
from ..input.interface_intents import ScrollTo
from ..ui.canvas import Canvas
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Answer, Widget
from ..ui.widgets.button import Head
from ..ui.widgets.select import Select
from ..words.numbers import size_text
from ..words.texts import text

LEAST_HEAD = 0.8  # of the size of a head's words, in which all of them are said; else they are cut


def row_height(frame: Frame) -> int:
    """Return the height of a row with a control."""
    return max(frame.px(44), 28)


class Column:
    """Where the next thing goes, below the last; only used while it is being laid out. It keeps what is put into it."""

    def __init__(self, x: int, y: int, width: int) -> None:
        self.x, self.y, self.width = x, y, width
        self.widgets: list[Widget] = []

    def take(self, height: int, gap: int = 0) -> Rect:
        """Return the next place of that height, and go on below it."""
        place = Rect(self.x, self.y, self.width, height)
        self.y += height + gap
        return place

    def write(self, frame: Frame, words: str, step: int, size: int, role: str = "text", bold: bool = False) -> None:
        """Write words on as many lines as they need; `step` is the height of one."""
        for place, line in self.lines(frame, words, step, size, bold):
            self.widgets.append(frame.label(f"line {place.x} {place.y}", place, line, size, role, bold))

    def lines(self, frame: Frame, words: str, step: int, size: int, bold: bool = False) -> list[tuple[Rect, str]]:
        """Return the lines that words need, each with its place, which is taken; `step` is the height of one."""
        return [(self.take(step), line) for line in frame.type.wrapped(words, size, bold, self.width)]


def column_in(frame: Frame, area: Rect, down: int) -> Column:
    """Return where things go in a rail: from its top, or from so many device pixels below."""
    return Column(area.x + frame.px(28), area.y + (down or frame.px(14)), area.w - frame.px(56))


def section_head(frame: Frame, place: Rect, name: str, setting: str | None, called: str = "") -> Head:
    """Return the head of a section, which says its setting while that is folded; None: it is open."""
    words, size, wide = called or text(f"rail.{name}"), frame.size(BODY), place.inset(-frame.px(8), 0)
    if setting is not None:
        words = text("rail.folded", name=words, setting=setting)
    room = wide.w - frame.px(44)
    sizes = size, frame.size(SMALL), round(size * LEAST_HEAD)  # few, for each is a font of its own
    size = next((each for each in sizes if frame.type.width(words, each, True) <= room), size)
    return Head(
        **frame.met(f"{name} head", wide),
        about=text("rail.fold" if setting is None else "rail.open"),
        words=frame.type.shortened(words, size, True, room),
        size=size,
        section=name,
        opened=setting is None,
    )


def name_select(
    name: str, words: str, opened: str | None, frame: Frame, column: Column, gap: int = 12, less: int = 0
) -> Select:
    """Return the field that opens a list of names, of images or of kernels.

    gap: units below it. less: device pixels that are kept free beside it.
    """
    place = column.take(row_height(frame), frame.px(gap))
    return Select(
        **frame.met(name, place._replace(w=place.w - less)),
        about=text(f"tooltip.{name}"),
        shown=words,
        size=frame.size(21),
        opened=opened == name,
    )


def size_and_name(size: Pair, called: str) -> str:
    """Return a size, and what an image or a kernel of that size is called."""
    return text("rail.named", size=size_text(size), name=called)


class Scrolled(Widget, kw_only=True):
    """What scrolls an area: by keys, which reach it by the table, and by the wheel. It shows how far it is.

    area: the name under which it is known how far it is scrolled. thumb: the width of what shows it, in units.
    """

    area: str
    offset: float = 0.0  # units of text
    most: float = 0.0
    thumb: float = 6.0

    focusable = True

    def scrolled_by(self, units: float) -> Answer:
        """Scroll as far as there is something to see."""
        return (ScrollTo(self.area, min(max(self.offset + units, 0.0), self.most)),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the thumb, where there is more than fits."""
        if self.most <= 0:
            return
        whole = self.rect.h + self.most * self.unit
        length = self.rect.h * self.rect.h / whole
        y = self.rect.y + (self.rect.h - length) * self.offset / self.most
        width = self.px(self.thumb)
        canvas.rounded(Rect.of(self.rect.right - width, y, width, length), width / 2, canvas.theme.edge)


class Scroller(Scrolled, kw_only=True):
    """One whose controls take the focus, not itself."""

    focusable = False


def scrolled(
    frame: Frame, scroller: Scrolled, content: Iterable[Widget], inside: Rect, height: int, asked: float
) -> tuple[Widget, ...]:
    """Return its scroller, then content of a height, moved by how far it is asked to be, and seen only inside."""
    most = max(0, height - inside.h) / frame.unit
    if not most:
        return scroller, *content
    offset = min(asked, most)
    shift = -round(offset * frame.unit)
    moved = (widget.changed(rect=widget.rect.moved(0, shift), clip=inside) for widget in content)
    return scroller.changed(offset=offset, most=most), *moved
