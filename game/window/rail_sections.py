"""The sections of the rail below that of the source: nothing of them is made anew while pixels are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from ..input.learn_intents import ToggleLearn
from ..session.facts.rail import StillRail
from ..session.naming import named
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..value import Kept, Value
from ..words.numbers import number, size_text
from ..words.texts import text
from .rail_chain import chain_row, first_layer_row, layer_head
from .rail_field import field
from .rail_foot import Rest, rest_below
from .rail_kernel import kernel_actions, kernel_select
from .rail_layer import (
    activation_rows,
    copy_row,
    filter_rows,
    filters_row,
    layer_setting,
    operation_rows,
    order_row,
    output_rows,
)
from .rail_sliders import sliders, walking
from .scrolling import Column, column_in, row_height, section_head, size_and_name

Maker = Callable[[StillRail, Frame, Column], tuple[Widget, ...]]


def rest_of(facts: StillRail, frame: Frame, area: Rect, y: int, learns: bool, keep: Kept) -> Rest:
    """Return the rail from a place downward; while a network learns, that section has the room of the formula."""
    column = column_in(frame, area, y - area.y)
    content = _sections(facts, frame, column, keep)
    return keep(rest_below, facts.formula, frame, area, column.y, learns).changed(content=content)


def _sections(facts: StillRail, frame: Frame, column: Column, keep: Kept) -> tuple[Widget, ...]:
    """Return the sections under that of the source as if there were room for all; of a source image alone, only one."""
    shown = ("stack",) if frame.layout.alone else HELD
    back = _way_back(facts, frame, column)
    made = tuple(chain.from_iterable(_section(facts, frame, column, name, keep) for name in shown))
    return (*back, *made, *_learn_head(facts, frame, column))


def _learn_head(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the head of the section in which a kernel learns, a press on which lets it begin; none where it cannot."""
    if not facts.can_learn or frame.layout.alone:
        return ()
    head = section_head(frame, column.take(row_height(frame)), "learn", "")
    return (
        head.changed(words=text("rail.learn"), about=frame.tip(text("bar.learn"), ToggleLearn()), begins=ToggleLearn()),
    )


def _way_back(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what ends the walk of a gradient; nothing in other walks."""
    if not facts.walks:
        return ()
    tip = frame.tip(text("learn.walk.back.tip"), ToggleLearn())
    return (field(frame, column, "learn back", ToggleLearn(), tip, text("learn.walk.back")),)


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
    return section_head(frame, place, name, None if opened else _setting(facts, name), words), *(held if opened else ())


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
    several = facts.layer.filters > 1 and not facts.kernel[0]  # nobody's own name tells one of them from another
    called = text("count.filter.many", count=facts.layer.filters) if several else named("kernel", *facts.kernel)
    return size_and_name(facts.sizes[1], called)


def _learn(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what is set of what is learned, while that is shown."""
    if facts.learn is None:
        return ()
    from .rail_learn import learn_rows

    return learn_rows(facts, frame, column)


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
