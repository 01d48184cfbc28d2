"""Present with a transposed convolution as stamps."""

from __future__ import annotations

from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ..asked import asked_panel
from ..flat import ground
from ..frame import ShownFrame, StillFrame
from ..present import inside_of, progress, step
from ..titles import bare_titles, sum_sign
from ..written_lines import on_lines
from .places import for_hands, looks_on, stamp_places, stamps_of
from .view import kernel, moving_parts, pixels
from .words import at_work, choices_of, counted_title, fitting_line, sizes_of


def stamp_present(frame: ShownFrame, moment: Moment) -> tuple[Widget, ...]:
    """Return everything that Present shows, from the bottom to the top."""
    side, laid, places = stamps_of(frame), frame.shown.stamp, stamp_places(frame)
    looks = looks_on(frame, places)
    still = (ground(frame), *_titles(frame, places), *pixels(side, places, looks))
    if frame.layout.alone or laid is None:
        return still
    moving = moving_parts(frame, side, laid, moment, places, for_hands(side, places), looks)
    size, rect = round(frame.layout.unit * 46), inside_of(frame)
    told = choices_of(side, laid, *at_work(frame, side, laid, moment), frame.side.asked)
    lines = fitting_line(frame, told, rect.w, size, 2)
    foot = on_lines(frame.type, rect, lines, size)
    note = places.note
    below = asked_panel(frame, note, places.text, places.output) if frame.still.asks else step(frame, note)
    return (*still, *kernel(side, places, looks), *moving, *below, foot, progress(frame))


def _titles(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return the titles, and the sign of what is added."""
    unit, arrow = frame.layout.unit, places.arrow
    labels = bare_titles(frame, places, round(unit * 38), round(unit * 56), 4, covered=False)
    if frame.layout.alone:
        return labels
    if frame.side.covered:
        labels = tuple(map(counted_title, labels))
    labels = (*labels, *_sizes(frame, places, labels))
    above = Rect(arrow.x, arrow.y, arrow.w, arrow.h // 2)
    signs = sum_sign(frame, above, round(54 * unit), above.moved(0, above.h), round(40 * unit), "+")
    return (*labels, *signs)


def _sizes(frame: StillFrame, places: Stage, titles: tuple[Widget, ...]) -> tuple[Widget, ...]:
    """Return what stands beside the titles of the pixels and of the map, as far as it has room."""
    size, found = round(frame.layout.unit * 28), list[Widget]()
    words = dict(zip(("image", "kernel", "products", "output"), sizes_of(stamps_of(frame)), strict=True))
    for name in ("image", "output"):
        title = next(each for each in titles if each.name == f"title {name}")
        right = max(getattr(places, name).rect.right, title.rect.right)
        for said in (words[name], words[name].split(", ")[0]):  # what it is of, before its size
            wide = frame.type.width(said, size, False)
            if title.rect.right + size <= right - wide:
                rect = Rect(right - wide, title.rect.y, wide, title.rect.h)
                found.append(frame.label(f"size {name}", rect, said, size, "dim"))
                break
    return tuple(found)
