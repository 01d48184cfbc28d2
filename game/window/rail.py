"""The rail: the section of the source, which follows every stroke, and those below it, which are kept meanwhile."""

from __future__ import annotations

from ..session.facts.rail import RailFacts, StillRail
from ..session.naming import named
from ..ui.frame import Frame
from ..ui.layout import RAIL_FOLDED
from ..ui.stage import row_under
from ..ui.widgets.base import Widget
from ..ui.widgets.select import Select
from ..value import Kept, Value, narrowed
from ..words.numbers import size_text
from ..words.texts import text
from .brush import brush_row
from .rail_layer import channels_row
from .rail_sections import rest_of
from .rail_sliders import sliders
from .scrolling import Column, column_in, name_select, row_height, scrolled, section_head, size_and_name

SHORT_NAME, LONG_NAME = 12, 20  # letters of the name of a picture at most: in a head, and in its field


def rail(facts: RailFacts, frame: Frame, keep: Kept) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed.

    What does not belong to the image is kept while pixels are painted.
    """
    layout = frame.layout
    area = layout.drawer if layout.fold >= RAIL_FOLDED else layout.rail
    if not area.w:
        return ()
    still, column = narrowed(facts, StillRail), column_in(frame, area, 0)
    begin = (*_sides(still, frame, column), *_source(facts, still, frame, column, keep))
    learns = facts.train is not None and facts.train.on
    rest = keep(rest_of, still, frame, area, column.y, learns, keep)
    column.y = rest.below
    content = (*begin, *rest.content, *_training(facts, frame, column))
    content = (*content, *(one.changed(rect=one.rect.moved(0, column.y - rest.below)) for one in rest.tail))
    low = max((widget.rect.bottom for widget in content), default=area.y)
    height = low - area.y + (frame.px(16) if low > rest.inside.bottom else 0)  # for a margin nothing is scrolled
    return rest.ground, *scrolled(frame, rest.thumb, content, rest.inside, height, facts.scrolled), *rest.foot


def _source(facts: RailFacts, still: StillRail, frame: Frame, column: Column, keep: Kept) -> tuple[Widget, ...]:
    """Return the section of the source image; nothing where a tour hides all of it."""
    top, opened = column.y, "source" in facts.open
    place = column.take(row_height(frame))
    above = keep(_of_source, still, frame, column.x, column.y, column.width)
    column.y = above.below
    names, brush = _image_select(facts, frame, column), _brush(facts, frame, column) if above.brushes else ()
    held = (*above.widgets, *names, *brush)
    if not held:
        column.y = top
        return ()
    if opened:
        return keep(section_head, frame, place, "source", None), *held
    column.y = place.bottom
    return (section_head(frame, place, "source", _source_setting(facts)),)


def _source_setting(facts: RailFacts) -> str:
    """Return what the folded section says: a size and a name, or in a network which maps are the source."""
    count, size = facts.layer.channels, facts.sizes[0]
    if facts.layer.number:
        return text("chain.maps" if count > 1 else "chain.map", count=count, size=size_text(size))
    return size_and_name(size, _image_name(facts, SHORT_NAME))


class _OfSource(Value):
    """The controls of the source that are kept while pixels are painted, and where it goes on below them.

    brushes: the brush is in the rail.
    """

    widgets: tuple[Widget, ...]
    below: int
    brushes: bool


def _of_source(facts: StillRail, frame: Frame, x: int, y: int, width: int) -> _OfSource:
    """Return the sliders of the image, and the row of its channels."""
    column = Column(x, y, width)
    widgets = (*_source_sliders(facts, frame, column), *channels_row(facts, frame, column))
    return _OfSource(widgets, column.y, _brushes(facts, frame))


def _source_sliders(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the sliders of the image's size, or of the resolution of the picture that is kept."""
    if facts.resolution is None:
        return sliders("source", facts, frame, column)
    from .rail_resolution import picture_size, resolution_slider  # most images are of no picture

    slider = resolution_slider(facts.resolution, frame, column.take(frame.px(70), frame.px(6)))
    return slider, picture_size(facts.resolution, frame, column.take(frame.px(28), frame.px(8)))


def _image_select(facts: RailFacts, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens the list of images; none where a tour hides it."""
    if "image" in facts.hidden:
        return ()
    return (name_select("image", _image_name(facts, LONG_NAME), facts.opened, frame, column),)


def _image_name(facts: RailFacts, most: int) -> str:
    """Return what the image is called: of a picture that is kept by its file's name, in so many characters at most."""
    if facts.resolution is None or facts.image[0] or not facts.resolution.name:
        return named("image", *facts.image)
    from .rail_resolution import cut_in_the_middle  # most images are of no picture

    return cut_in_the_middle(facts.resolution.name, most)


def _brushes(facts: StillRail, frame: Frame) -> bool:
    """Tell whether the brush cannot stand under the image: in Compare, in the Stack view, where there is no room."""
    layout = frame.layout
    elsewhere = facts.side is not None or facts.gap is not None
    return elsewhere or not row_under(layout.stage, layout.text, 1 if layout.alone else facts.rows)


def _brush(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    return brush_row(facts.brush, frame, column.take(row_height(frame), frame.px(12)).inset(-frame.px(8), 0))


def _sides(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which side of Compare the rail belongs to, and what is done with both sides; nothing without it."""
    if facts.side is None:
        return ()
    from .sides import sides  # most starts compare nothing

    return sides(facts.side, frame, column.take(max(frame.px(44), 30), frame.px(14)))


def _training(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the section in which a network learns; nothing for most."""
    if facts.train is None or frame.layout.alone:
        return ()
    from .rail_train import train_rows, train_setting

    place = column.take(row_height(frame))
    setting = None if facts.train.on else train_setting(facts.train)
    head = section_head(frame, place, "learn", setting)
    return (head, *train_rows(facts.train, frame, column)) if facts.train.on else (head,)
