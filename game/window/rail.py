"""The rail: sections that fold, with the sliders and the names, and at its foot the output size's formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from ..input.scenario_intents import KernelAction
from ..session.facts.rail import RailFacts, SliderFacts
from ..session.naming import named, padding_words
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.stage import row_under
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button, Head
from ..ui.widgets.label import Area
from ..ui.widgets.select import Select
from ..words.numbers import number, pair_text, size_text
from ..words.texts import text
from .actions import Action, action_button
from .brush import brush_row
from .formula import counts, formula
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
from .rail_layer import row_height as _row
from .rail_sliders import sliders
from .scrolling import Column, Scroller, scrolled

Maker = Callable[[RailFacts, Frame, Column], tuple[Widget, ...]]
LEAST_HEAD = 0.8  # of the size of a head's words, in which all of them are said; else they are cut
LEAST_SECTIONS = 0.5
"""The share of the rail that its sections keep; a formula that leaves less goes with them when they are scrolled."""
COUNTS = 88  # units of the lines about maps and weights, and of what the factors are
FORMULA = 218  # units of its height with a note of two lines: it stands still while that comes and goes


def rail(facts: RailFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed."""
    layout = frame.layout
    area = layout.drawer if layout.rail_folded else layout.rail
    if not area.w:
        return ()
    column = Column(area.x + frame.px(28), area.y + frame.px(14), area.w - frame.px(56))
    content, foot = _sections(facts, frame, column), _foot(facts, frame, column)
    least = frame.px(FORMULA + COUNTS if counts(facts.formula) else FORMULA)
    deep = max(foot[-1].rect.bottom + frame.px(16) - column.y, least) if foot else 0
    inside = area
    if area.h - deep >= LEAST_SECTIONS * area.h:
        inside = Rect(area.x, area.y, area.w, area.h - deep)
        foot = tuple(one.changed(rect=one.rect.moved(0, inside.bottom - column.y)) for one in foot)
    else:
        content, foot = (*content, *foot), ()
    height = max((widget.rect.bottom for widget in content), default=area.y) + frame.px(16) - area.y
    thumb = Scroller(
        name="rail thumb", area="rail", rect=Rect(area.x, area.y, area.w - 2, inside.h), unit=frame.unit, thumb=5.0
    )
    ground = Area(name="rail", rect=area, unit=frame.unit, role="panel", line_at="left")
    return ground, *scrolled(frame, thumb, content, inside, height, facts.scrolled), *foot


def _sections(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the sections as if there were room for all; where the source image is shown alone, only its own."""
    held: dict[str, tuple[Maker, ...]] = {
        "source": (_source_sliders, channels_row, partial(_select, "image"), _brush),
        "kernel": (partial(sliders, "kernel"), filters_row, partial(_select, "kernel"), _kernel_actions),
        "slide": (partial(sliders, "slide"),),
        "layer": (operation_rows, filter_rows, activation_rows, order_row, output_rows, copy_row),
        "stack": (_layers,),
    }
    shown = ("source", "stack") if frame.layout.alone else held
    sections = (_section(facts, frame, column, name, held[name]) for name in shown)
    return *_sides(facts, frame, column), *chain.from_iterable(sections)


def _source_sliders(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the sliders of the image's size, or of the resolution of the picture that is kept."""
    if facts.resolution is None:
        return sliders("source", facts, frame, column)
    from .rail_resolution import resolution_slider  # most images are of no picture

    return (resolution_slider(facts.resolution, frame, column.take(frame.px(70), frame.px(6))),)


def _section(facts: RailFacts, frame: Frame, column: Column, name: str, parts: Iterable[Maker]) -> tuple[Widget, ...]:
    """Return the head of a section, and while it is open what it holds; nothing where there is nothing to hold."""
    place = column.take(_row(frame))
    under, opened = column.y, name in facts.open
    made = (part(facts, frame, column) for part in parts)
    held = tuple(chain.from_iterable(made)) if opened else next(filter(None, made), ())  # one part is enough to fold
    if not held:
        column.y = place.y
        return ()
    if not opened:
        column.y = under
    return _head(facts, frame, place, name, opened), *(held if opened else ())


def _head(facts: RailFacts, frame: Frame, place: Rect, name: str, opened: bool) -> Head:
    """Return the head of a section, which says its setting while that is folded."""
    words, size, wide = text(f"rail.{name}"), frame.size(BODY), place.inset(-frame.px(8), 0)
    if not opened:
        words = text("rail.folded", name=words, setting=_setting(facts, name))
    room = wide.w - frame.px(44)
    sizes = size, frame.size(SMALL), round(size * LEAST_HEAD)  # few, for each is a font of its own
    size = next((each for each in sizes if frame.type.width(words, each, True) <= room), size)
    return Head(
        **frame.met(f"{name} head", wide),
        about=text("rail.fold" if opened else "rail.open"),
        words=frame.type.shortened(words, size, True, room),
        size=size,
        section=name,
        opened=opened,
    )


def _setting(facts: RailFacts, name: str) -> str:
    """Return what a folded section says: a size and a name, how the kernel slides, or how far the layers are apart."""
    if name == "layer":
        return layer_setting(facts.layer)
    if name == "stack":
        return text("rail.gap", gap=number(facts.gap or 0.0, 2))
    if name == "slide":
        return ", ".join(words for slider in facts.sliders if (words := _walking(slider)))
    image, pooling = name == "source", facts.layer.pooling
    if pooling is not None and not image:
        words = "rail.whole image" if pooling.kernel_size is None else "rail.window"
        return text(words, size=size_text(facts.sizes[1]))
    called = named(*(("image", *facts.image) if image else ("kernel", *facts.kernel)))
    return text("rail.named", size=size_text(facts.sizes[0 if image else 1]), name=called)


def _walking(facts: SliderFacts) -> str:
    """Return how the kernel slides by one quantity, e.g. "stride 2"; nothing where that need not be said."""
    quantity, pair = facts.quantity, facts.pair
    if quantity.part != "slide" or (not quantity.needed and pair == (1, 1)):
        return ""
    if quantity.name == "padding":
        return padding_words(facts.padding) or text("rail.no_padding")
    return text(f"walk.{quantity.name}", value=pair_text(pair))


def _foot(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the formula under its line, below the sections; nothing where the source image is shown alone."""
    if frame.layout.alone:
        return ()
    line = Rect(column.x, column.y + frame.px(4), column.width, frame.px(2))
    below = Rect(column.x, column.y + frame.px(16), column.width, 0)
    ruled = Area(name="rail line", rect=line, unit=frame.unit, role="line")
    return ruled, *formula(facts.formula, frame, below)


def _sides(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which side of Compare the rail belongs to, and what is done with both sides; nothing without it."""
    if facts.side is None:
        return ()
    from .sides import sides  # most starts compare nothing

    return sides(facts.side, frame, column.take(max(frame.px(44), 30), frame.px(14)))


def _select(name: str, facts: RailFacts, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens a list of names, of images or of kernels; none where a tour hides it.

    What a pooling slides over the image has no name.
    """
    if name in facts.hidden or (name == "kernel" and facts.layer.pooling is not None):
        return ()
    select = Select(
        **frame.met(name, column.take(_row(frame), frame.px(12))),
        about=text(f"tooltip.{name}"),
        shown=named(name, *facts.image) if name == "image" else _kernel_name(facts),
        size=frame.size(21),
        opened=facts.opened == name,
    )
    return (select,)


def _kernel_name(facts: RailFacts) -> str:
    """Return what the kernel is called; of several filters, with the one in front."""
    words = named("kernel", *facts.kernel)
    layer = facts.layer
    return words if layer.filters == 1 else text("rail.filter", filter=layer.filter + 1, name=words)


def _kernel_actions(facts: RailFacts, frame: Frame, column: Column) -> tuple[Button, ...]:
    """Return what can be done with the kernel: buttons that share a row, each as wide as its word wants it."""
    if not facts.kernel_actions:
        return ()
    place = column.take(max(frame.px(40), 26), frame.px(14))
    gap, size = frame.px(6), frame.size(18)
    actions = [_kernel_action(name, reason) for name, reason in facts.kernel_actions]
    wide = [frame.type.width(action.label, size, True) + frame.px(16) for action in actions]
    spare = (place.w - (len(wide) - 1) * gap - sum(wide)) / len(wide)
    buttons: list[Button] = []
    x = float(place.x)
    for action, width in zip(actions, wide, strict=True):
        rect = Rect.of(x, place.y, width + spare, place.h)
        buttons.append(action_button(frame, action, rect, "field", size))
        x += width + spare + gap
    return tuple(buttons)


def _kernel_action(name: str, reason: str | None) -> Action:
    words = text(f"tooltip.{name.replace(' ', '_')}")
    why = text(f"reason.{reason}") if reason else None
    return Action(f"kernel {name}", "", words, KernelAction(name), text(f"action.{name}"), why)


def _brush(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the row of the brush, where it cannot stand under the image: in Compare, in the Stack view, in no room."""
    layout = frame.layout
    if (
        facts.side is None
        and facts.gap is None
        and row_under(layout.stage, layout.text, 1 if layout.alone else facts.rows)
    ):
        return ()
    return brush_row(facts.brush, frame, column.take(_row(frame), frame.px(12)).inset(-frame.px(8), 0))


def _layers(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what belongs to the Stack view, the slider of the layers' distance, while that is shown."""
    if facts.gap is None:
        return ()
    from .stack import gap_slider  # most starts are flat

    return (gap_slider(facts.gap, frame, column.take(frame.px(70), frame.px(8))),)
