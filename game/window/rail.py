"""The rail: sections that fold, with the sliders and the names, and at its foot the output size's formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from ..input.learn_intents import ToggleLearn
from ..session.facts.rail import RailFacts, StillRail
from ..session.naming import named
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.stage import row_under
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Head
from ..value import Kept, Value, narrowed
from ..words.numbers import number, size_text
from ..words.texts import text
from .brush import brush_row
from .rail_chain import chain_row, first_layer_row, layer_head
from .rail_foot import Rest, rest_below
from .rail_kernel import SHORT_NAME, image_name, image_select, kernel_actions, kernel_select, size_and_name
from .rail_layer import (
    activation_rows,
    channels_row,
    copy_row,
    filter_rows,
    filters_row,
    layer_setting,
    operation_rows,
    order_row,
    output_rows,
)
from .rail_sliders import sliders, walking
from .scrolling import Column, column_in, row_height, scrolled

Maker = Callable[[StillRail, Frame, Column], tuple[Widget, ...]]
LEAST_HEAD = 0.8  # of the size of a head's words, in which all of them are said; else they are cut


def rail(facts: RailFacts, frame: Frame, keep: Kept) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed.

    What does not belong to the image is kept while pixels are painted.
    """
    layout = frame.layout
    area = layout.drawer if layout.rail_folded else layout.rail
    if not area.w:
        return ()
    still, column = narrowed(facts, StillRail), column_in(frame, area, 0)
    begin = (*_sides(still, frame, column), *_source(facts, still, frame, column, keep))
    learns = facts.train is not None and facts.train.on
    rest = keep(_rest, still, frame, area, column.y, learns, keep)
    column.y = rest.below
    content = (*begin, *rest.content, *_training(facts, frame, column))
    content = (*content, *(one.changed(rect=one.rect.moved(0, column.y - rest.below)) for one in rest.tail))
    height = max((widget.rect.bottom for widget in content), default=area.y) + frame.px(16) - area.y
    return rest.ground, *scrolled(frame, rest.thumb, content, rest.inside, height, facts.scrolled), *rest.foot


def _rest(facts: StillRail, frame: Frame, area: Rect, y: int, learns: bool, keep: Kept) -> Rest:
    """Return the rail from a place downward; while a network learns, that section has the room of the formula."""
    column = column_in(frame, area, y - area.y)
    content = _sections(facts, frame, column, keep)
    return keep(rest_below, facts.formula, frame, area, column.y, learns).changed(content=content)


def _sections(facts: StillRail, frame: Frame, column: Column, keep: Kept) -> tuple[Widget, ...]:
    """Return the sections under that of the source as if there were room for all; of a source image alone, only one."""
    shown = ("stack",) if frame.layout.alone else HELD
    made = tuple(chain.from_iterable(_section(facts, frame, column, name, keep) for name in shown))
    return (*made, *_learn_head(facts, frame, column))


def _learn_head(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the head of the section in which a kernel learns, a press on which lets it begin; none where it cannot."""
    if not facts.can_learn or frame.layout.alone:
        return ()
    head = _head(frame, column.take(row_height(frame)), "learn", "")
    return (
        head.changed(words=text("rail.learn"), about=frame.tip(text("bar.learn"), ToggleLearn()), begins=ToggleLearn()),
    )


def _source(facts: RailFacts, still: StillRail, frame: Frame, column: Column, keep: Kept) -> tuple[Widget, ...]:
    """Return the section of the source image; nothing where a tour hides all of it."""
    top, opened = column.y, "source" in facts.open
    place = column.take(row_height(frame))
    above = keep(_of_source, still, frame, column.x, column.y, column.width)
    column.y = above.below
    names, brush = image_select(facts, frame, column), _brush(facts, frame, column) if above.brushes else ()
    held = (*above.widgets, *names, *brush)
    if not held:
        column.y = top
        return ()
    if opened:
        return keep(_head, frame, place, "source", None), *held
    column.y = place.bottom
    return (_head(frame, place, "source", size_and_name(facts.sizes[0], image_name(facts, SHORT_NAME))),)


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


class _Rows(Value):
    """Makes rows that are the same whichever filter is in front, and whatever its weights: they are kept meanwhile."""

    make: Maker

    def __call__(self, facts: StillRail, frame: Frame, x: int, y: int, width: int) -> tuple[tuple[Widget, ...], int]:
        """Return the rows, and where it goes on below them."""
        column = Column(x, y, width)
        return self.make(facts, frame, column), column.y


def _alike(facts: StillRail) -> StillRail:
    """Return the facts without what is another for each filter and weight."""
    return facts.changed(kernel=("", False), kernel_actions=(), layer=facts.layer.changed(filter=0, bias=0.0))


def _section(facts: StillRail, frame: Frame, column: Column, name: str, keep: Kept) -> tuple[Widget, ...]:
    """Return the head of a section, and while it is open what it holds; nothing where there is nothing to hold."""
    place = column.take(row_height(frame))
    under, opened = column.y, name in facts.open
    made = _made(facts, frame, column, HELD[name], keep)
    held = tuple(chain.from_iterable(made)) if opened else next(filter(None, made), ())  # one part is enough to fold
    if not held:
        column.y = place.y
        return ()
    if not opened:
        column.y = under
    words = layer_head(facts.layer) if name == "layer" else ""
    return _head(frame, place, name, None if opened else _setting(facts, name), words), *(held if opened else ())


def _made(
    facts: StillRail, frame: Frame, column: Column, parts: Iterable[Maker | _Rows], keep: Kept
) -> Iterator[tuple[Widget, ...]]:
    """Yield what each part of a section is."""
    alike = _alike(facts)
    for part in parts:
        if isinstance(part, _Rows):
            widgets, column.y = keep(part, alike, frame, column.x, column.y, column.width)
            yield widgets
        else:
            yield part(facts, frame, column)


def _head(frame: Frame, place: Rect, name: str, setting: str | None, called: str = "") -> Head:
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


def _setting(facts: StillRail, name: str) -> str:
    """Return what a folded section says: a size and a name, how the kernel slides, or how far the layers are apart."""
    if name == "layer":
        return layer_setting(facts.layer)
    if name == "learn" and facts.learn is not None:
        from .rail_learn import learn_setting  # here and below: most kernels learn nothing

        return learn_setting(facts.learn)
    if name == "stack":
        return text("rail.gap", gap=number(facts.gap or 0.0, 2))
    if name == "slide":
        return ", ".join(words for slider in facts.sliders if (words := walking(slider)))
    pooling = facts.layer.pooling
    if pooling is not None:
        words = "rail.whole image" if pooling.kernel_size is None else "rail.window"
        return text(words, size=size_text(facts.sizes[1]))
    if facts.layer.whole_image:
        return text("rail.whole image", size=size_text(facts.sizes[1]))
    return size_and_name(facts.sizes[1], named("kernel", *facts.kernel))


def _sides(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which side of Compare the rail belongs to, and what is done with both sides; nothing without it."""
    if facts.side is None:
        return ()
    from .sides import sides  # most starts compare nothing

    return sides(facts.side, frame, column.take(max(frame.px(44), 30), frame.px(14)))


def _brushes(facts: StillRail, frame: Frame) -> bool:
    """Tell whether the brush cannot stand under the image: in Compare, in the Stack view, where there is no room."""
    layout = frame.layout
    elsewhere = facts.side is not None or facts.gap is not None
    return elsewhere or not row_under(layout.stage, layout.text, 1 if layout.alone else facts.rows)


def _brush(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    return brush_row(facts.brush, frame, column.take(row_height(frame), frame.px(12)).inset(-frame.px(8), 0))


def _learn(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what is set of what is learned, while that is shown."""
    if facts.learn is None:
        return ()
    from .rail_learn import learn_rows

    return learn_rows(facts, frame, column)


def _training(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the section in which a network learns; nothing for most."""
    if facts.train is None or frame.layout.alone:
        return ()
    from .rail_train import train_rows, train_setting

    place = column.take(row_height(frame))
    setting = None if facts.train.on else train_setting(facts.train)
    head = _head(frame, place, "learn", setting)
    return (head, *train_rows(facts.train, frame, column)) if facts.train.on else (head,)


def _layers(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what belongs to the Stack view, the slider of the layers' distance, while that is shown."""
    if facts.gap is None:
        return ()
    from .stack import gap_slider  # most starts are flat

    return (gap_slider(facts.gap, frame, column.take(frame.px(70), frame.px(8))),)


HELD: dict[str, tuple[Maker | _Rows, ...]] = {
    "kernel": (_Rows(partial(sliders, "kernel")), _Rows(filters_row), kernel_select, kernel_actions),
    "slide": (_Rows(partial(sliders, "slide")),),
    "layer": (
        _Rows(operation_rows),
        _Rows(filter_rows),
        activation_rows,
        *map(_Rows, (chain_row, order_row, output_rows, copy_row, first_layer_row)),
    ),
    "learn": (_Rows(_learn),),
    "stack": (_Rows(_layers),),
}
"""What the sections hold; what is about the filter in front, or its weights, is made with each of them."""
