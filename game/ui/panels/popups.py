"""What opens over the window: lists of names, the folded menu, the view's settings, the cell menu."""

from __future__ import annotations

from ...core import images, kernels
from ...core.scenario import Scenario
from ...input.intents import (
    ChooseImage,
    ChooseKernel,
    NextTheme,
    OpenEntry,
    PickUp,
    ScaleBy,
    SetCell,
    ToggleReducedMotion,
)
from ...input.targets import Cell, GridName
from ...words.texts import text
from ..frame import Frame
from ..geometry import Rect
from ..widgets.base import Widget
from ..widgets.button import Button
from ..widgets.label import Area, Label
from ..widgets.select import Item, PopupList
from ..widgets.stepper import Stepper
from .rail import list_names
from .top_bar import actions


def popup(frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the open popup, below or above its anchor, wholly inside the window."""
    name = frame.state.interface.popup
    if name == "view":
        return view_settings(frame, anchor)
    items = popup_items(frame)
    return (_list(frame, name or "", items, anchor),) if items else ()


def popup_items(frame: Frame) -> tuple[Item, ...]:
    """Return the rows of the open list."""
    state = frame.state
    name = state.interface.popup
    if name == "image":
        return tuple(_image_item(state.scenario, each) for each in list_names("image"))
    if name == "kernel":
        return tuple(_kernel_item(state.scenario, each) for each in list_names("kernel"))
    if name == "menu":
        return tuple(
            Item(action.words, (action.intent,), action.reason or "", action.icon) for action in actions(frame)
        )
    if name == "cell menu" and state.interface.popup_cell is not None:
        return _cell_items(state.interface.popup_cell)
    return ()


def _image_item(scenario: Scenario, name: str) -> Item:
    reason = images.reason_against(name, scenario.image_size)
    words = text(f"reason.{reason}") if reason else ""
    return Item(text(f"image.{name}"), (ChooseImage(name),), words, chosen=scenario.image_name == name)


def _kernel_item(scenario: Scenario, name: str) -> Item:
    reason = kernels.reason_against(name, scenario.kernel_size)
    words = text(f"reason.{reason}") if reason else ""
    return Item(text(f"kernel.{name}"), (ChooseKernel(name),), words, chosen=scenario.kernel_name == name)


def _cell_items(cell: Cell) -> tuple[Item, ...]:
    erase = Item(text("menu.erase"), (SetCell(cell, 0.0),), icon="eraser")
    pick = (Item(text("menu.pick_up"), (PickUp(cell),), icon="pipette"),) if cell.grid is GridName.IMAGE else ()
    return (Item(text("menu.number"), (OpenEntry(cell, by_touch=True),), icon="keyboard"), *pick, erase)


def _list(frame: Frame, name: str, items: tuple[Item, ...], anchor: Rect) -> PopupList:
    layout = frame.layout
    size = frame.size(21)
    row = max(44 if name == "cell menu" else 30, layout.px(40))
    icons = layout.px(34) if any(item.icon or item.chosen for item in items) else 0
    widest = max(
        frame.type.width(f"{item.words} ({item.reason})" if item.reason else item.words, size, False) for item in items
    )
    width = min(max(anchor.w, widest + icons + layout.px(44)), layout.size[0] - 8)
    height = min(row * len(items) + layout.px(12), layout.size[1] - 16)
    place = _beside(anchor, width, height, layout.whole)
    interface = frame.state.interface
    most = max(0, row * len(items) + layout.px(12) - height)
    return PopupList(
        name=f"{name} list",
        rect=place,
        unit=layout.text,
        items=items,
        highlighted=min(interface.highlighted, len(items) - 1),
        size=size,
        row_height=row,
        offset=min(round(interface.scrolled(f"{name} list") * layout.text), most),
    )


def _beside(anchor: Rect, width: int, height: int, window: Rect) -> Rect:
    """Return a place below the anchor, else above it, else wherever the window has room."""
    inner = window.inset(4)
    x = anchor.x if anchor.x + width <= inner.right else anchor.right - width
    below = Rect(x, anchor.bottom + 4, width, height)
    if below.bottom <= inner.bottom:
        return below.kept_inside(inner)
    above = Rect(x, anchor.y - 4 - height, width, height)
    return (above if above.y >= inner.y else below).kept_inside(inner)


def view_settings(frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the small panel of the view's settings: theme, text size, reduced motion."""
    layout, settings = frame.layout, frame.state.settings
    px = layout.px
    row = max(44, px(52))
    words = (text("view.theme"), text("view.scale"), text("view.motion"))
    scale = text("view.scale.value", percent=settings.scale)
    if layout.capped:
        scale = text("view.scale.capped", percent=settings.scale, actual=layout.scale)
    size, needed = _fitting_size(frame, words, scale, row)
    place = _beside(anchor, max(min(px(400), layout.size[0] - 8), needed), row * 3 + px(20), layout.whole)
    left, right = place.x + px(16), place.right - px(12)
    labels = (
        Label(name=f"view {k}", rect=Rect(left, place.y + px(10) + k * row, place.w // 2, row), text=word, size=size)
        for k, word in enumerate(words)
    )
    button, stepper = px(120), _stepper_width(frame, scale, size, row)
    first, third = place.y + px(10), place.y + px(10) + 2 * row
    inset = px(5)
    return (
        Area(
            name="view ground",
            rect=place,
            unit=layout.text,
            role="raised",
            radius=px(10),
            line_at="all",
            line_role="edge",
        ),
        *labels,
        _value_button(
            frame,
            "view theme",
            text(f"theme.{settings.theme}"),
            Rect(right - button, first + inset, button, row - 2 * inset),
        ),
        Stepper(
            name="scale",
            rect=Rect(right - stepper, first + row + inset, stepper, row - 2 * inset),
            unit=layout.text,
            mood=frame.mood("scale"),
            tooltip="\n".join(
                (frame.tip(text("view.larger"), ScaleBy(1)), frame.tip(text("view.smaller"), ScaleBy(-1)))
            ),
            shown=scale,
            less=(ScaleBy(-1),),
            more=(ScaleBy(1),),
            size=size,
            at_low=settings.scale <= 75,
            at_high=settings.scale >= 300,
        ),
        _value_button(
            frame,
            "view motion",
            text("view.on" if settings.reduced_motion else "view.off"),
            Rect(right - button, third + inset, button, row - 2 * inset),
        ),
    )


def _stepper_width(frame: Frame, scale: str, size: int, row: int) -> int:
    return max(frame.layout.px(190), frame.type.width(scale, size, True) + 2 * row)


def _fitting_size(frame: Frame, words: tuple[str, ...], scale: str, row: int) -> tuple[int, int]:
    """Return a font size at which the longest label and the stepper stand beside each other, and their width."""
    size = frame.size(21)
    while True:
        label = max(frame.type.width(word, size, False) for word in words)
        needed = label + _stepper_width(frame, scale, size, row) + frame.layout.px(52)
        if needed <= frame.layout.size[0] - 8 or size <= 9:
            return size, needed
        size -= 1


def _value_button(frame: Frame, name: str, label: str, place: Rect) -> Button:
    theme = name == "view theme"
    return Button(
        name=name,
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=frame.tip(text("bar.theme"), NextTheme()) if theme else "",
        intents=(NextTheme(),) if theme else (ToggleReducedMotion(),),
        label=label,
        size=frame.size(20),
        style="field",
    )
