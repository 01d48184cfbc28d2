"""The rail: the sliders that matter first, images and kernels by name, the brush, and the output size's formula."""

from __future__ import annotations

from ...core import images, kernels
from ...core.resize import edited
from ...input.compare_intents import CopySide, FocusSide, SwapSides
from ...input.intent import Intent
from ...input.interface_intents import ToggleEraser, ToggleLink
from ...input.scenario_intents import ClearImage, KernelAction, Quantity, SetQuantity
from ...input.window_intents import SetBrush
from ...session.allowed import allowed_values
from ...session.quantities import TRACKS, pair_of
from ...session.tour import hidden_in
from ...words.numbers import number, size_text
from ...words.texts import text
from ..frame import HEADING, LABEL, SMALL, Frame
from ..geometry import Rect
from ..widgets.base import Widget
from ..widgets.button import Button
from ..widgets.label import Area, Label
from ..widgets.select import Select
from ..widgets.slider import MARGIN, Slider
from .formula import formula

HUES = {
    Quantity.IMAGE_SIZE: "source",
    Quantity.KERNEL_SIZE: "kernel",
    Quantity.STRIDE: "now",
    Quantity.PADDING: "padding",
}


class Column:
    """Where the next thing of the rail goes; only used while it is being laid out."""

    def __init__(self, x: int, y: int, width: int) -> None:
        self.x, self.y, self.width = x, y, width

    def take(self, height: int, gap: int = 0) -> Rect:
        """Return the next place of that height, and go on below it."""
        place = Rect(self.x, self.y, self.width, height)
        self.y += height + gap
        return place


def rail_area(frame: Frame) -> Rect:
    """Return where the rail stands: its column, the drawer that it unfolds to, or nowhere."""
    layout = frame.layout
    return layout.drawer if layout.rail_folded else layout.rail


def rail(frame: Frame) -> tuple[Widget, ...]:
    """Return the rail's widgets, scrolled; none when it is folded and closed."""
    area = rail_area(frame)
    if not area.w:
        return ()
    content, height = rail_content(frame, area)
    offset = min(round(frame.state.interface.scrolled("rail") * frame.layout.text), max(0, height - area.h))
    ground = Area(name="rail", rect=area, unit=frame.layout.text, role="panel", line_at="left")
    if height <= area.h:
        return ground, *content
    moved = tuple(widget.changed(rect=widget.rect.moved(0, -offset), clip=area) for widget in content)
    return ground, *moved, _thumb(frame, area, height, offset)


def most_scroll(frame: Frame) -> float:
    """Return how far the rail can be scrolled, in units of text."""
    area = rail_area(frame)
    return max(0, rail_content(frame, area)[1] - area.h) / frame.layout.text if area.w else 0.0


def _thumb(frame: Frame, area: Rect, height: int, offset: int) -> Widget:
    length = area.h * area.h / height
    y = area.y + (area.h - length) * offset / max(1, height - area.h)
    width = frame.layout.px(5)
    rect = Rect.of(area.right - width - 2, y, width, length)
    return Area(name="rail thumb", rect=rect, unit=frame.layout.text, role="edge", radius=width / 2)


def rail_content(frame: Frame, area: Rect) -> tuple[tuple[Widget, ...], int]:
    """Return the rail's widgets as if there were room for all, and their height in device pixels."""
    px = frame.layout.px
    column = Column(area.x + px(28), area.y + px(22), area.w - px(56))
    scenario = frame.state.scenario
    own = edited(scenario)
    widgets: list[Widget] = [
        *_sides(frame, column),
        _heading(frame, column, "rail.source"),
        *_sliders(frame, column, Quantity.IMAGE_SIZE),
        *_image(frame, column, named("image", scenario.image_name, own[0])),
        *_walk_settings(frame, column, named("kernel", scenario.kernel_name, own[1])),
        *_brush(frame, column),
        *_layers(frame, column),
    ]
    if not frame.layout.alone:
        line = column.take(px(2), px(14)).moved(0, px(4))
        widgets.append(Area(name="rail line", rect=line, unit=frame.layout.text, role="line"))
        widgets.extend(formula(frame, column.x, column.y, column.width))
    bottom = max(widget.rect.bottom for widget in widgets) + px(16)
    return tuple(widgets), bottom - area.y


def _walk_settings(frame: Frame, column: Column, kernel: str) -> tuple[Widget, ...]:
    """Return the kernel and how it slides; nothing where the source image is shown alone."""
    if frame.layout.alone:
        return ()
    return (
        _heading(frame, column, "rail.kernel"),
        *_sliders(frame, column, Quantity.KERNEL_SIZE),
        *_kernel(frame, column, kernel),
        *_kernel_actions(frame, column),
        _heading(frame, column, "rail.slide"),
        *_sliders(frame, column, Quantity.STRIDE),
        *_sliders(frame, column, Quantity.PADDING),
    )


def _sides(frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which side of Compare the rail belongs to, and what is done with both sides; nothing without it."""
    compare = frame.state.compare
    if not compare.on:
        return ()
    px = frame.layout.px
    place = column.take(max(px(44), 30), px(14))
    letter = text(f"compare.{compare.focus.value}")
    side = place.h
    words, size = text("compare.rail", side=letter), frame.size(HEADING)
    title = Label(
        name="rail side", rect=place, unit=frame.layout.text, text=words, size=size, role="kernel_text", bold=True
    )
    other = text(f"compare.{compare.focus.other.value}")
    actions: tuple[tuple[str, str, str, str, Intent], ...] = (
        ("other side", "", other, text("keys.other_side"), FocusSide()),
        ("swap sides", "arrow-left-right", "", text("compare.swap"), SwapSides()),
        ("copy side", "copy", "", text("compare.copy"), CopySide()),
    )
    buttons = tuple(
        Button(
            name=name,
            rect=Rect(place.right - (len(actions) - index) * (side + px(6)) + px(6), place.y, side, side),
            unit=frame.layout.text,
            mood=frame.mood(name),
            tooltip=frame.tip(tip, intent),
            intents=(intent,),
            icon=icon,
            label=label,
            size=frame.size(LABEL),
            style="field",
        )
        for index, (name, icon, label, tip, intent) in enumerate(actions)
    )
    return title, *buttons


def named(kind: str, name: str, changed: bool) -> str:
    """Return how an image or a kernel is called: by its name, as edited, or as the person's own."""
    words = text(f"{kind}.{name}") if name else text("name.own")
    return text("name.edited", name=words) if changed else words


def _heading(frame: Frame, column: Column, words: str) -> Label:
    place = column.take(frame.layout.px(26), frame.layout.px(2))
    return Label(
        name=words, rect=place, unit=frame.layout.text, text=text(words), size=frame.size(SMALL), role="dim", bold=True
    )


def _sliders(frame: Frame, column: Column, quantity: Quantity) -> tuple[Widget, ...]:
    """Return one slider while rows and columns are linked, else two, and the chain between them."""
    if quantity.value in hidden_in(frame.state):
        return ()
    height, gap = frame.layout.px(70), frame.layout.px(6)
    if quantity in frame.state.interface.linked:
        slider = _slider(frame, column.take(height, gap), quantity, None)
        return slider, _chain(frame, slider, quantity, linked=True)
    rows = _slider(frame, column.take(height), quantity, 0)
    columns = _slider(frame, column.take(height, gap), quantity, 1)
    return rows, columns, _chain(frame, rows, quantity, linked=False)


def _slider(frame: Frame, place: Rect, quantity: Quantity, axis: int | None) -> Slider:
    """Return the slider of an axis, or of both: a linked pair that differs, as a file may have it, shows both."""
    suffix = "" if axis is None else " rows" if axis == 0 else " columns"
    name = quantity.value + suffix
    pair = pair_of(frame.state.scenario, quantity)
    value = pair[axis or 0]
    shown = size_text(pair) if axis is None and pair[0] != pair[1] else str(value)
    low, high = TRACKS[quantity]
    ends = allowed_values(frame.state, quantity, axis)
    tip = text(f"tooltip.{quantity.value}")
    if ends.low == ends.high and frame.state.tour is not None:
        tip += "\n" + text("tour.locked")
    elif ends != (low, high):
        tip += "\n" + text(f"tooltip.limit.{quantity.value}", low=ends.low, high=ends.high)
    return Slider(
        name=name,
        rect=place.inset(-frame.layout.px(MARGIN), 0),
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=tip,
        intent=SetQuantity(quantity, axis, value),
        label=text("quantity." + quantity.value + suffix.replace(" ", ".")),
        shown=shown,
        value=value,
        low=low,
        high=high,
        allowed=(ends.low, ends.high),
        hue=HUES[quantity],
        size=frame.size(LABEL),
    )


def _chain(frame: Frame, slider: Slider, quantity: Quantity, linked: bool) -> Button:
    """Return the chain between rows and columns. It stands at one place in all sliders, linked or not.

    Else it would move away from under the hand that has just pressed it.
    """
    px = frame.layout.px
    labels = (text(f"quantity.{each.value}{part}") for each in HUES for part in ("", ".rows"))
    label = max(frame.type.width(words, slider.size, True) for words in labels)
    side = px(34)
    name = f"{quantity.value} chain"
    return Button(
        name=name,
        rect=Rect(slider.inner.x + label + px(8), slider.rect.y + px(3), side, side),
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=text("tooltip.linked" if linked else "tooltip.unlinked"),
        intents=(ToggleLink(quantity),),
        icon="link" if linked else "unlink",
        on=linked,
    )


def _image(frame: Frame, column: Column, shown: str) -> tuple[Widget, ...]:
    """Return the field with the image's name, and beside it what empties the image; none where a tour hides it."""
    hidden = hidden_in(frame.state)
    if "image" in hidden:
        return ()
    place = _select_place(frame, column)
    if "image clear" in hidden:
        return (_select(frame, place, "image", shown),)
    word, size = text("action.clear"), frame.size(18)
    width = frame.type.width(word, size, True) + frame.layout.px(24)
    reason = images.clear_reason(frame.state.scenario.image)
    clear = Button(
        name="image clear",
        rect=Rect(place.right - width, place.y, width, place.h),
        unit=frame.layout.text,
        mood=frame.mood("image clear", enabled=reason is None),
        tooltip=frame.tip(text("tooltip.clear_image"), None, text(f"reason.{reason}") if reason else None),
        intents=(ClearImage(),),
        label=word,
        size=size,
        style="field",
    )
    return _select(frame, Rect(place.x, place.y, place.w - width - frame.layout.px(6), place.h), "image", shown), clear


def _kernel(frame: Frame, column: Column, shown: str) -> tuple[Widget, ...]:
    """Return the field with the kernel's name; none where a tour hides it."""
    hidden = "kernel" in hidden_in(frame.state)
    return () if hidden else (_select(frame, _select_place(frame, column), "kernel", shown),)


def _select_place(frame: Frame, column: Column) -> Rect:
    return column.take(max(frame.layout.px(44), 28), frame.layout.px(12))


def _select(frame: Frame, place: Rect, name: str, shown: str) -> Select:
    """Return the field that opens a list of names."""
    return Select(
        name=name,
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=text(f"tooltip.{name}"),
        shown=shown,
        size=frame.size(21),
        opened=frame.state.interface.popup == name,
    )


def _kernel_actions(frame: Frame, column: Column) -> tuple[Button, ...]:
    names = [name for name in kernels.ACTIONS if f"kernel {name}" not in hidden_in(frame.state)]
    if not names:
        return ()
    place = column.take(max(frame.layout.px(40), 26), frame.layout.px(14))
    gap = frame.layout.px(6)
    size = frame.size(18)
    words = [text(f"action.{name}") for name in names]
    wide = [frame.type.width(word, size, True) + frame.layout.px(16) for word in words]
    spare = (place.w - (len(names) - 1) * gap - sum(wide)) / len(names)
    buttons: list[Button] = []
    x = float(place.x)
    for name, word, width in zip(names, words, wide, strict=True):
        buttons.append(_action(frame, name, word, Rect.of(x, place.y, width + spare, place.h), size))
        x += width + spare + gap
    return tuple(buttons)


def _action(frame: Frame, name: str, word: str, rect: Rect, size: int) -> Button:
    reason = kernels.action_reason(name, frame.state.scenario.kernel)
    tip = text(f"tooltip.{name.replace(' ', '_')}")
    return Button(
        name=f"kernel {name}",
        rect=rect,
        unit=frame.layout.text,
        mood=frame.mood(f"kernel {name}", enabled=reason is None),
        tooltip=frame.tip(tip, None, text(f"reason.{reason}") if reason else None),
        intents=(KernelAction(name),),
        label=word,
        size=size,
        style="field",
    )


def _brush(frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the brush under its heading, and the eraser beside it; none where a tour hides it."""
    hidden = hidden_in(frame.state)
    if "brush" in hidden:
        return ()
    heading = _heading(frame, column, "rail.brush")
    place = column.take(frame.layout.px(70), frame.layout.px(8))
    if "eraser" in hidden:
        return heading, _brush_slider(frame, place)
    eraser = _eraser(frame, place)
    return (
        heading,
        _brush_slider(frame, Rect(place.x, place.y, eraser.rect.x - frame.layout.px(24) - place.x, place.h)),
        eraser,
    )


def _eraser(frame: Frame, place: Rect) -> Button:
    """Return the button that changes between brush and eraser, at the right end of a place."""
    on = frame.state.interface.eraser
    side = max(frame.layout.px(46), 28)
    return Button(
        name="eraser",
        rect=Rect(place.right - side, place.y + (place.h - side) // 2, side, side),
        unit=frame.layout.text,
        mood=frame.mood("eraser"),
        tooltip=frame.tip(text("tooltip.eraser.off" if on else "tooltip.eraser"), ToggleEraser(told=True)),
        intents=(ToggleEraser(),),
        icon="eraser",
        style="tool",
        on=on,
    )


def _brush_slider(frame: Frame, place: Rect) -> Slider:
    white = frame.state.scenario.white
    brush = frame.state.brush
    whole = white > 1 and float(white).is_integer()
    return Slider(
        name="brush",
        rect=place.inset(-frame.layout.px(MARGIN), 0),
        unit=frame.layout.text,
        mood=frame.mood("brush"),
        tooltip=text("tooltip.brush", white=number(white, 0 if float(white).is_integer() else 2)),
        intent=SetBrush(brush),
        label=text("quantity.brush"),
        shown=number(brush, 0 if whole and float(brush).is_integer() else 2),
        value=brush,
        low=0.0,
        high=white,
        allowed=(0.0, white),
        hue="source",
        size=frame.size(LABEL),
        step=1.0 if whole else 0.05,
        fine=1.0 if whole else 0.01,
    )


def _layers(frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what belongs to the Stack view, while that is shown."""
    if not frame.state.interface.stacked:
        return ()
    from .stack import layers  # most starts are flat

    heading = _heading(frame, column, "rail.stack")
    return heading, layers(frame, column.take(frame.layout.px(70), frame.layout.px(8)))


def list_names(name: str) -> tuple[str, ...]:
    """Return the names that a select's list offers."""
    return images.NAMES if name == "image" else kernels.NAMES
