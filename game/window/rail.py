"""The rail: the sliders that matter first, images and kernels by name, the brush, and the output size's formula."""

from __future__ import annotations

from ..core.quantities import SLIDER_ENDINGS, Part, sliding
from ..input.intent import Intent
from ..input.interface_intents import ToggleEraser, ToggleLink
from ..input.scenario_intents import ClearImage, KernelAction, SetQuantity
from ..input.window_intents import SetBrush
from ..session.facts.around import RailFacts, SliderFacts
from ..session.naming import named
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label
from ..ui.widgets.select import Select
from ..ui.widgets.slider import Slider
from ..words.numbers import number, size_text
from ..words.texts import text
from .formula import formula
from .scrolling import Scroller, scrolled


class Column:
    """Where the next thing of the rail goes; only used while it is being laid out."""

    def __init__(self, x: int, y: int, width: int) -> None:
        self.x, self.y, self.width = x, y, width

    def take(self, height: int, gap: int = 0) -> Rect:
        """Return the next place of that height, and go on below it."""
        place = Rect(self.x, self.y, self.width, height)
        self.y += height + gap
        return place


def rail(facts: RailFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed."""
    layout = frame.layout
    area = layout.drawer if layout.rail_folded else layout.rail
    if not area.w:
        return ()
    content = _content(facts, frame, area)
    height = max(widget.rect.bottom for widget in content) + frame.px(16) - area.y
    thumb = Scroller(
        name="rail thumb", area="rail", rect=Rect(area.x, area.y, area.w - 2, area.h), unit=frame.unit, thumb=5.0
    )
    ground = Area(name="rail", rect=area, unit=frame.unit, role="panel", line_at="left")
    return ground, *scrolled(frame, thumb, content, area, height, facts.scrolled)


def _content(facts: RailFacts, frame: Frame, area: Rect) -> tuple[Widget, ...]:
    """Return the rail's widgets as if there were room for all."""
    px = frame.px
    column = Column(area.x + px(28), area.y + px(22), area.w - px(56))
    widgets: list[Widget] = [
        *_sides(facts, frame, column),
        _heading(frame, column, "rail.source"),
        *_sliders(facts, frame, column, "source"),
        *_image(facts, frame, column),
        *_walk_settings(facts, frame, column),
        *_brush(facts, frame, column),
        *_layers(facts, frame, column),
    ]
    if not frame.layout.alone:
        line = column.take(px(2), px(14)).moved(0, px(4))
        widgets.append(Area(name="rail line", rect=line, unit=frame.unit, role="line"))
        widgets.extend(formula(facts.formula, frame, Rect(column.x, column.y, column.width, 0)))
    return tuple(widgets)


def _walk_settings(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the kernel and how it slides; nothing where the source image is shown alone."""
    if frame.layout.alone:
        return ()
    return (
        _heading(frame, column, "rail.kernel"),
        *_sliders(facts, frame, column, "kernel"),
        *_kernel(facts, frame, column),
        *_kernel_actions(facts, frame, column),
        _heading(frame, column, "rail.slide"),
        *_sliders(facts, frame, column, "slide"),
    )


def _sides(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which side of Compare the rail belongs to, and what is done with both sides; nothing without it."""
    if facts.side is None:
        return ()
    from .sides import sides  # most starts compare nothing

    return sides(facts.side, frame, column.take(max(frame.px(44), 30), frame.px(14)))


def _heading(frame: Frame, column: Column, words: str) -> Label:
    place = column.take(frame.px(26), frame.px(2))
    return frame.label(words, place, text(words), frame.size(SMALL), "dim", bold=True)


def _sliders(facts: RailFacts, frame: Frame, column: Column, part: Part) -> tuple[Widget, ...]:
    """Return the sliders of a part that are not hidden: one each, or two where rows and columns are apart; a chain."""
    height, gap = frame.px(70), frame.px(6)
    sliders: list[Widget] = []
    for own in (each for each in facts.sliders if each.quantity.part == part):
        if own.linked:
            first = _slider(own, frame, column.take(height, gap), None)
            sliders += first, _chain(own, frame, first)
        else:
            first = _slider(own, frame, column.take(height), 0)
            sliders += first, _slider(own, frame, column.take(height, gap), 1), _chain(own, frame, first)
    return tuple(sliders)


def _slider(facts: SliderFacts, frame: Frame, place: Rect, axis: int | None) -> Slider:
    """Return the slider of an axis, or of both: a linked pair that differs, as a file may have it, shows both."""
    quantity, pair, ends = facts.quantity, facts.pair, facts.allowed[axis or 0]
    ending, value, (low, high) = SLIDER_ENDINGS[axis], pair[axis or 0], quantity.range
    tip = text(f"tooltip.{quantity.name}", low=low, high=high)
    if ends.low == ends.high and facts.in_tour:
        tip += "\n" + text("tour.locked")
    elif ends != quantity.range:
        tip += "\n" + text("tooltip.limit.from" if ends.low > low else "tooltip.limit.to", low=ends.low, high=ends.high)
    return frame.slider(
        quantity.name + ending,
        place,
        SetQuantity(quantity.name, axis, value),
        value,
        quantity.range,
        allowed=(ends.low, ends.high),
        label=text(f"quantity.{quantity.name}" + ending.replace(" ", ".")),
        shown=size_text(pair) if axis is None and pair[0] != pair[1] else str(value),
        hue=quantity.hue,
        tip=tip,
    )


def _chain(facts: SliderFacts, frame: Frame, slider: Slider) -> Button:
    """Return the chain between rows and columns. It stands at one place in all sliders, linked or not.

    Else it would move away from under the hand that has just pressed it.
    """
    labels = (text(f"quantity.{each.name}{part}") for each in sliding() for part in ("", ".rows"))
    label = max(frame.type.width(words, slider.size, True) for words in labels)
    side = frame.px(34)
    return frame.button(
        f"{facts.quantity.name} chain",
        Rect(slider.inner.x + label + frame.px(8), slider.rect.y + frame.px(3), side, side),
        ToggleLink(facts.quantity.name),
        tip=text("tooltip.linked" if facts.linked else "tooltip.unlinked"),
        icon="link" if facts.linked else "unlink",
        on=facts.linked,
    )


def _image(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the field with the image's name, and beside it what empties the image; none where a tour hides it."""
    if "image" in facts.hidden:
        return ()
    place, shown = _select_place(frame, column), named("image", *facts.image)
    if "image clear" in facts.hidden:
        return (_select(facts, frame, place, "image", shown),)
    word, size = text("action.clear"), frame.size(18)
    width = frame.type.width(word, size, True) + frame.px(24)
    rect, tip = Rect(place.right - width, place.y, width, place.h), text("tooltip.clear_image")
    clear = _changing(frame, "image clear", rect, ClearImage(), word, tip, facts.clear_reason)
    field = Rect(place.x, place.y, place.w - width - frame.px(6), place.h)
    return _select(facts, frame, field, "image", shown), clear


def _kernel(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the field with the kernel's name; none where a tour hides it."""
    if "kernel" in facts.hidden:
        return ()
    return (_select(facts, frame, _select_place(frame, column), "kernel", named("kernel", *facts.kernel)),)


def _select_place(frame: Frame, column: Column) -> Rect:
    return column.take(max(frame.px(44), 28), frame.px(12))


def _select(facts: RailFacts, frame: Frame, place: Rect, name: str, shown: str) -> Select:
    """Return the field that opens a list of names."""
    return Select(
        name=name,
        rect=place,
        unit=frame.unit,
        mood=frame.mood(name),
        about=text(f"tooltip.{name}"),
        shown=shown,
        size=frame.size(21),
        opened=facts.opened == name,
    )


def _kernel_actions(facts: RailFacts, frame: Frame, column: Column) -> tuple[Button, ...]:
    if not facts.kernel_actions:
        return ()
    place = column.take(max(frame.px(40), 26), frame.px(14))
    gap, count = frame.px(6), len(facts.kernel_actions)
    words = [text(f"action.{name}") for name, _ in facts.kernel_actions]
    wide = [frame.type.width(word, frame.size(18), True) + frame.px(16) for word in words]
    spare = (place.w - (count - 1) * gap - sum(wide)) / count
    buttons: list[Button] = []
    x = float(place.x)
    for (name, reason), word, width in zip(facts.kernel_actions, words, wide, strict=True):
        rect = Rect.of(x, place.y, width + spare, place.h)
        tip = text(f"tooltip.{name.replace(' ', '_')}")
        buttons.append(_changing(frame, f"kernel {name}", rect, KernelAction(name), word, tip, reason))
        x += width + spare + gap
    return tuple(buttons)


def _changing(frame: Frame, name: str, rect: Rect, intent: Intent, word: str, tip: str, reason: str | None) -> Button:
    """Return a button that changes image or kernel as a whole, unless there is a reason against it."""
    why = text(f"reason.{reason}") if reason else None
    return frame.button(
        name,
        rect,
        intent,
        tip=frame.tip(tip, None, why),
        label=word,
        size=frame.size(18),
        style="field",
        enabled=reason is None,
    )


def _brush(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the brush under its heading, and the eraser beside it; none where a tour hides it."""
    if "brush" in facts.hidden:
        return ()
    heading = _heading(frame, column, "rail.brush")
    place = column.take(frame.px(70), frame.px(8))
    if "eraser" in facts.hidden:
        return heading, _brush_slider(facts, frame, place)
    eraser = _eraser(facts, frame, place)
    beside = Rect(place.x, place.y, eraser.rect.x - frame.px(24) - place.x, place.h)
    return heading, _brush_slider(facts, frame, beside), eraser


def _eraser(facts: RailFacts, frame: Frame, place: Rect) -> Button:
    """Return the button that changes between brush and eraser, at the right end of a place."""
    side = max(frame.px(46), 28)
    return frame.button(
        "eraser",
        Rect(place.right - side, place.y + (place.h - side) // 2, side, side),
        ToggleEraser(),
        tip=frame.tip(text("tooltip.eraser.off" if facts.eraser else "tooltip.eraser"), ToggleEraser(told=True)),
        icon="eraser",
        style="tool",
        on=facts.eraser,
    )


def _brush_slider(facts: RailFacts, frame: Frame, place: Rect) -> Slider:
    white, brush = facts.white, facts.brush
    whole = white > 1 and float(white).is_integer()
    return frame.slider(
        "brush",
        place,
        SetBrush(brush),
        brush,
        (0.0, white),
        label=text("quantity.brush"),
        shown=number(brush, 0 if whole and float(brush).is_integer() else 2),
        hue="source",
        tip=text("tooltip.brush", white=number(white, 0 if float(white).is_integer() else 2)),
        steps=(1.0, 1.0) if whole else (0.05, 0.01),
    )


def _layers(facts: RailFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what belongs to the Stack view, the slider of the layers' distance, while that is shown."""
    if facts.gap is None:
        return ()
    from .stack import gap_slider  # most starts are flat

    heading = _heading(frame, column, "rail.stack")
    return heading, gap_slider(facts.gap, frame, column.take(frame.px(70), frame.px(8)))
