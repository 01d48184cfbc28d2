"""The rail: sections that fold, with the sliders and the names, and at its foot the output size's formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from ..core.limits import Range
from ..core.quantities import SLIDER_ENDINGS, Part, sliding
from ..input.interface_intents import ToggleLink
from ..input.scenario_intents import KernelAction, SetQuantity
from ..session.facts.around import RailFacts, SliderFacts
from ..session.naming import named, padding_words
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.stage import row_under
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button, Head
from ..ui.widgets.label import Area
from ..ui.widgets.select import Select
from ..ui.widgets.slider import MARGIN, NUMBER, Slider
from ..words.numbers import number, pair_text, size_text
from ..words.texts import text
from .actions import Action, action_button
from .brush import brush_row
from .formula import formula
from .rail_layer import (
    activation_row,
    bias_row,
    channels_row,
    copy_row,
    depthwise_row,
    filters_row,
    groups_row,
    layer_setting,
    order_row,
    output_rows,
    panel_button,
)
from .rail_layer import row_height as _row
from .scrolling import Column, Scroller, scrolled

Maker = Callable[[RailFacts, Frame, Column], tuple[Widget, ...]]
LEAST_SECTIONS = 0.5
"""The share of the rail that its sections keep; a formula that leaves less goes with them when they are scrolled."""
CHAIN, BESIDE_CHAIN = 34, 26  # units of the side of a chain, and of what at least is beside that of the padding
COUNTS = 64  # units of the lines about maps and weights
FORMULA = 218  # units of its height with a note of two lines: it stands still while that comes and goes


def rail(facts: RailFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed."""
    layout = frame.layout
    area = layout.drawer if layout.rail_folded else layout.rail
    if not area.w:
        return ()
    column = Column(area.x + frame.px(28), area.y + frame.px(14), area.w - frame.px(56))
    content, foot = _sections(facts, frame, column), _foot(facts, frame, column)
    least = frame.px(FORMULA if facts.formula.weights is None else FORMULA + COUNTS)
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
        "source": (partial(_sliders, "source"), channels_row, partial(_select, "image"), _brush),
        "kernel": (partial(_sliders, "kernel"), filters_row, partial(_select, "kernel"), _kernel_actions),
        "slide": (partial(_sliders, "slide"),),
        "layer": (groups_row, depthwise_row, bias_row, activation_row, order_row, output_rows, copy_row),
        "stack": (_layers,),
    }
    shown = ("source", "stack") if frame.layout.alone else held
    sections = (_section(facts, frame, column, name, held[name]) for name in shown)
    return *_sides(facts, frame, column), *chain.from_iterable(sections)


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
    return Head(
        **frame.met(f"{name} head", wide),
        about=text("rail.fold" if opened else "rail.open"),
        words=frame.type.shortened(words, size, True, wide.w - frame.px(44)),
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
    image = name == "source"
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


def _sliders(part: Part, facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the sliders of a part that are not hidden: one each, or two where rows and columns are apart; a chain."""
    height, gap = frame.px(70), frame.px(6)
    sliders: list[Widget] = []
    for own in (each for each in facts.sliders if each.quantity.part == part):
        if own.linked:
            first = _slider(own, frame, column.take(height, gap), None)
            sliders += first, *_head_buttons(own, facts, frame, first)
        else:
            first = _slider(own, frame, column.take(height), 0)
            second = _slider(own, frame, column.take(height, gap), 1)
            sliders += first, second, *_head_buttons(own, facts, frame, first)
    return tuple(sliders)


def _slider(facts: SliderFacts, frame: Frame, place: Rect, axis: int | None) -> Slider:
    """Return the slider of an axis, or of both: a linked pair that differs, as a file may have it, shows both."""
    quantity, pair, ends = facts.quantity, facts.pair, facts.allowed[axis or 0]
    ending, value, (low, high) = SLIDER_ENDINGS[axis], pair[axis or 0], quantity.range
    tip = text(f"tooltip.{quantity.name}", low=low, high=high)
    if ends.low == ends.high and facts.in_tour:
        tip += "\n" + text("tour.locked")
    elif ends != quantity.range:
        tip += "\n" + _limit(facts, ends)
    label, shown = text(f"quantity.{quantity.name}" + ending.replace(" ", ".")), _shown(facts, axis)
    return Slider(
        name=quantity.name + ending,
        rect=place.inset(-frame.px(MARGIN), 0),
        unit=frame.unit,
        mood=frame.mood(quantity.name + ending),
        about=tip,
        intent=SetQuantity(quantity.name, axis, value),
        shown=shown,
        allowed=(ends.low, ends.high),
        size=frame.size(LABEL),
        label=label,
        label_size=_label_size(frame, place.w, label, shown),
        ends=quantity.range,
        hue=quantity.hue,
    )


def _labels() -> tuple[str, ...]:
    """Return the labels beside which a chain stands."""
    return tuple(text(f"quantity.{each.name}{part}") for each in sliding() for part in ("", ".rows"))


def _labels_size(frame: Frame, width: int) -> int:
    """Return the font size of all labels in a column of that width: with longer words a smaller one."""
    size = frame.size(LABEL)
    widest = max(_labels(), key=lambda words: frame.type.width(words, size, True))
    room = width - frame.px(NUMBER) - frame.px(8) - frame.px(CHAIN) - 1
    if frame.type.width(widest, size, True) <= room:
        return size
    return max(9, frame.type.largest(widest, room - frame.px(BESIDE_CHAIN), True, size))


def _label_size(frame: Frame, width: int, label: str, shown: str) -> int:
    """Return the font size of a label: that of all, or where its number is long one that leaves it room."""
    size = _labels_size(frame, width)
    return max(9, frame.type.largest(label, width - frame.type.width(shown, frame.size(LABEL), True) - 2, True, size))


def _limit(facts: SliderFacts, ends: Range) -> str:
    """Return why a quantity may not be all that its track has: the kernel must fit, and the padding be filled."""
    quantity, mode = facts.quantity, facts.padding.mode
    from_low = ends.low > quantity.range.low
    named = "tooltip.limit.from" if from_low else "tooltip.limit.to"
    if mode in ("reflect", "circular") and quantity.name == ("image size" if from_low else "padding"):
        named += ".mode"
    return text(named, low=ends.low, high=ends.high, mode=text(f"padding.mode.{mode}"))


def _shown(facts: SliderFacts, axis: int | None) -> str:
    """Return the number of a slider; both sides of a padding that differ, and rows and columns that do."""
    pair, padding = facts.pair, facts.padding
    if facts.quantity.name == "padding" and padding.alike is None:
        before, after = padding.sides[axis or 0]
        alike = axis is not None or padding.sides[0] == padding.sides[1]
        return text("padding.sides", before=before, after=after) if alike else text("padding.apart")
    return size_text(pair) if axis is None and pair[0] != pair[1] else str(pair[axis or 0])


def _head_buttons(own: SliderFacts, facts: RailFacts, frame: Frame, slider: Slider) -> tuple[Widget, ...]:
    """Return the chain, and beside that of the padding the button of its panel."""
    chain = _chain(own, frame, slider)
    if own.quantity.name != "padding" or "padding sides" in facts.hidden:
        return (chain,)
    side = min(chain.rect.w, slider.number_rect.x - chain.rect.right - 1)  # the number opens where it is pressed
    place = Rect(chain.rect.right + 1, chain.rect.y, side, chain.rect.h)
    return chain, panel_button(frame, "padding sides", "padding", place)


def _chain(facts: SliderFacts, frame: Frame, slider: Slider) -> Button:
    """Return the chain between rows and columns. It stands at one place in all sliders, linked or not.

    Else it would move away from under the hand that has just pressed it.
    """
    size, side = _labels_size(frame, slider.inner.w), frame.px(CHAIN)
    label = max(frame.type.width(words, size, True) for words in _labels())
    return frame.button(
        f"{facts.quantity.name} chain",
        Rect(slider.inner.x + label + frame.px(8), slider.rect.y + frame.px(3), side, side),
        ToggleLink(facts.quantity.name),
        tip=text("tooltip.linked" if facts.linked else "tooltip.unlinked"),
        icon="link" if facts.linked else "unlink",
        on=facts.linked,
    )


def _select(name: str, facts: RailFacts, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens a list of names, of images or of kernels; none where a tour hides it."""
    if name in facts.hidden:
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
