"""A number between − and + that has as many digits as there is room for between them."""

from __future__ import annotations

from ..ui.frame import Frame
from ..ui.widgets.count import Count
from ..words.numbers import full, number
from ..words.texts import text

SMALLEST = 0.8  # of a number's usual size, down to which all of its digits are kept
DECIMALS = (4, 3, 2, 1, 0)


def counted(frame: Frame, count: Count) -> Count:
    """Return the number so that it touches neither button: smaller, then rounded; its tip then says what it is."""
    exact, room = full(count.value), count.room
    size = frame.type.largest(exact, room, True, count.size)
    if size >= SMALLEST * count.size:
        return count.changed(shown=exact, size=size)
    about = f"{count.about}\n{text('tooltip.exactly', value=exact)}"
    size = round(SMALLEST * count.size)
    rounded = [number(count.value, decimals) for decimals in DECIMALS]
    shown = next((each for each in rounded if frame.type.width(each, size, True) <= room), rounded[-1])
    return count.changed(shown=shown, size=size, about=about)
