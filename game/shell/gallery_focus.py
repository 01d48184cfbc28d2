"""The way of the keys through the gallery: through its cards, and over to its shelves."""

from __future__ import annotations

from ..input.effects import MoveInGallery
from ..input.intent import Intent
from ..input.interface_intents import ChooseShelf, Focus, ScrollTo
from ..session.state import State
from ..ui.widgets.scene_card import SceneCard, ShelfRow
from ..view.window import Window
from ..window.gallery_cards import Cards

SHELF = "shelf "
"""Begins the names of the rows of shelves."""


def moved_in_gallery(state: State, window: Window, move: MoveInGallery) -> tuple[Intent, ...]:
    """Return what a key does in the open gallery: the next card or shelf has the focus, and is brought into view."""
    focus = state.interface.focus or ""
    cards = next((one for one in window.widgets if isinstance(one, Cards)), None)
    rows = [one.name for one in window.widgets if isinstance(one, ShelfRow)]
    if focus in rows and not (move.pages or move.ends or move.right > 0):
        return _on_shelf(rows, rows.index(focus) + move.down)
    if cards is None or not cards.cards:
        return _on_shelf(rows, rows.index(f"{SHELF}{state.interface.shelf}")) if _leads_to(state, rows) else ()
    if focus not in cards.cards:
        return _on_card(cards, len(cards.cards) - 1 if move.ends > 0 else 0)
    index = cards.cards.index(focus)
    if move.right < 0 and index % cards.across == 0 and _leads_to(state, rows):
        return (Focus(f"{SHELF}{state.interface.shelf}"),)
    return _on_card(cards, _next(cards, index, move))


def first_card(window: Window) -> tuple[Intent, ...]:
    """Return what the first card in sight opens."""
    card = next((one for one in window.widgets if isinstance(one, SceneCard)), None)
    return () if card is None else card.activate()


def _leads_to(state: State, rows: list[str]) -> bool:
    return f"{SHELF}{state.interface.shelf}" in rows


def _next(cards: Cards, index: int, move: MoveInGallery) -> int:
    """Return the card that a move leads to; from the last row but one, down leads to the last card."""
    last = len(cards.cards) - 1
    if move.ends:
        return last if move.ends > 0 else 0
    rows = move.down + move.pages * max(1, cards.rect.h // cards.pitch)
    if rows and index + rows * cards.across < 0:
        return index % cards.across if move.pages else index
    if rows > 0 and index + rows * cards.across > last:
        return last if index // cards.across < last // cards.across else index
    return min(max(index + rows * cards.across + move.right, 0), last)


def _on_shelf(rows: list[str], index: int) -> tuple[Intent, ...]:
    """Bring the focus to a shelf's row, and show the shelf."""
    name = rows[min(max(index, 0), len(rows) - 1)]
    return ChooseShelf(name.removeprefix(SHELF)), Focus(name)


def _on_card(cards: Cards, index: int) -> tuple[Intent, ...]:
    """Bring the focus to a card, and the card into view."""
    return ScrollTo(cards.area, cards.offset_for(index)), Focus(cards.cards[index])
