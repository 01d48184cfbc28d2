"""Intents about what is pointed at, focused and open in the window: cursor, lists, sheets, chains. No undo entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .plain import Plain
from .window_intents import WindowIntent

if TYPE_CHECKING:
    from .scenario_intents import Quantity
    from .targets import Cell, Target


@dataclass(frozen=True)
class Hover:
    """The pointer is over a target (None: over nothing), at a point in device pixels (None: it left the window)."""

    target: Target | None
    pointer: tuple[float, float] | None


@dataclass(frozen=True)
class Focus:
    """Give a control the key focus (None: nothing has it). It takes the cursor out of the grids."""

    name: str | None
    visible: bool = True


@dataclass(frozen=True)
class MoveCursor:
    """Move the cell cursor by rows and columns; it stays inside its grid."""

    rows: int
    columns: int


@dataclass(frozen=True)
class PlaceCursor:
    """Put the cell cursor on a cell, or take it away."""

    cell: Cell | None


@dataclass(frozen=True)
class PickUp:
    """Take a cell's value as the brush; None: the cell that has the cursor."""

    cell: Cell | None = None


@dataclass(frozen=True)
class ToggleLink:
    """Link rows and columns of a quantity, or take them apart."""

    quantity: Quantity


class ToggleLock(Plain):
    """Keep the output's scale at its present largest magnitude, or let it follow the map."""


@dataclass(frozen=True)
class OpenPopup:
    """Open a list by its name; `cell` is what the "cell menu" is about."""

    name: str
    cell: Cell | None = None


class ClosePopup(Plain):
    """Close the open list."""


@dataclass(frozen=True)
class HighlightItem:
    """Highlight an item of the open list, by its index."""

    index: int


@dataclass(frozen=True)
class OpenSheet:
    """Open a sheet over the window: "help", "open" or "menu"."""

    name: str


class CloseSheet(Plain):
    """Close the open sheet."""


class ToggleRail(Plain):
    """Show or fold the rail, where it is folded behind a button."""


@dataclass(frozen=True)
class ScrollTo:
    """Scroll an area, by its name, to an offset in design units (at least 0)."""

    name: str
    offset: float


class Escape(Plain):
    """Leave the innermost thing that is open; with nothing open it does nothing, and it never quits."""


InterfaceIntent: TypeAlias = (
    WindowIntent
    | Hover
    | Focus
    | MoveCursor
    | PlaceCursor
    | PickUp
    | ToggleLink
    | ToggleLock
    | OpenPopup
    | ClosePopup
    | HighlightItem
    | OpenSheet
    | CloseSheet
    | ToggleRail
    | ScrollTo
    | Escape
)
