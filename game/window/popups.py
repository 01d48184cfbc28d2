"""What opens over the window: lists of names, the folded menu, the view's settings, the cell menu."""

from __future__ import annotations

from ..core import images, kernels
from ..core.scenario import Scenario
from ..input.entry_intents import OpenEntry
from ..input.interface_intents import PickUp
from ..input.scenario_intents import ChooseImage, ChooseKernel, SetCell
from ..input.targets import Cell, GridName
from ..ui.frame import Frame
from ..ui.geometry import Rect, beside
from ..ui.widgets.base import Widget
from ..ui.widgets.select import Item, PopupList
from ..words.texts import text
from .bar import menu_actions
from .rail import list_names
from .view_settings import view_settings


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
            Item(action.words, (action.intent,), action.reason or "", action.icon) for action in menu_actions(frame)
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
    room = layout.size[1] - 16
    least = 44 if name == "cell menu" else 30
    row = max(least, round(1.4 * size), min(layout.px(40), (room - layout.px(12)) // len(items)))
    icons = layout.px(34) if any(item.icon or item.chosen for item in items) else 0
    widest = max(
        frame.type.width(f"{item.words} ({item.reason})" if item.reason else item.words, size, False) for item in items
    )
    width = min(max(anchor.w, widest + icons + layout.px(44)), layout.size[0] - 8)
    height = min(row * len(items) + layout.px(12), room)
    place = beside(anchor, width, height, layout.whole)
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
