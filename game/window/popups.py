"""What opens over the window: lists of names, the folded menu, the cell menu."""

from __future__ import annotations

from collections.abc import Callable

from ..input.effects import CopyLayer
from ..input.intent import Cell, GridName, Intent
from ..input.interface_intents import OpenEntry, PickUp
from ..input.layer_intents import SetActivation, SetOperation
from ..input.scenario_intents import ChooseImage, ChooseKernel, SetCell
from ..session.facts.around import BarFacts
from ..session.facts.seldom import NamesFacts
from ..session.interface import StillInterface
from ..ui.frame import Frame
from ..ui.geometry import Rect, beside
from ..ui.widgets.select import Item, PopupList
from ..words.texts import text
from .bar import menu_actions


def popup_items(facts: NamesFacts | BarFacts | Cell, frame: Frame) -> tuple[Item, ...]:
    """Return the rows of a list: of names, of the menu, or of what can be done with a cell."""
    if isinstance(facts, Cell):
        return _cell_items(facts)
    if isinstance(facts, NamesFacts) and facts.kind == "copy as":
        return tuple(Item(text(f"copy as.{form}"), (CopyLayer(form),), icon="copy") for form in ("pytorch", "numpy"))
    if isinstance(facts, NamesFacts) and facts.kind.startswith("learn "):
        from .rail_learn import learn_items  # most kernels learn nothing

        return learn_items(facts)
    if isinstance(facts, NamesFacts):
        return tuple(_name_item(facts, *each) for each in facts.offered)
    return tuple(
        Item(action.words, (action.intent,), action.reason or "", action.icon) for action in menu_actions(facts, frame)
    )


CHOICES: dict[str, Callable[[str], Intent]] = {
    "image": ChooseImage,
    "kernel": ChooseKernel,
    "activation": SetActivation,
    "operation": SetOperation,
}


def _name_item(facts: NamesFacts, name: str, reason: str) -> Item:
    why = text(f"reason.{reason}") if reason else ""
    return Item(text(f"{facts.kind}.{name}"), (CHOICES[facts.kind](name),), why, chosen=facts.chosen == name)


def _cell_items(cell: Cell) -> tuple[Item, ...]:
    erase = Item(text("menu.erase"), (SetCell(cell, 0.0),), icon="eraser")
    pick = (Item(text("menu.pick_up"), (PickUp(cell),), icon="pipette"),) if cell.grid is GridName.IMAGE else ()
    return (Item(text("menu.number"), (OpenEntry(cell, by_touch=True),), icon="keyboard"), *pick, erase)


def popup_list(interface: StillInterface, items: tuple[Item, ...], frame: Frame, anchor: Rect) -> PopupList:
    """Return the open list below or above its anchor, wholly inside the window."""
    name = interface.popup
    layout = frame.layout
    size = frame.size(21)
    room = layout.size[1] - 16
    least = 44 if name == "cell menu" else 26
    row = max(least, round(1.3 * size), min(layout.px(40), (room - layout.px(12)) // len(items)))
    icons = layout.px(34) if any(item.icon or item.chosen for item in items) else 0
    widest = max(
        frame.type.width(f"{item.words} ({item.reason})" if item.reason else item.words, size, False) for item in items
    )
    width = min(max(anchor.w, widest + icons + layout.px(44)), layout.size[0] - 8)
    height = min(row * len(items) + layout.px(12), room)
    place = beside(anchor, width, height, layout.whole)
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
