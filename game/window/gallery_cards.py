"""The cards of the gallery: as many columns as fit, their names, and the + in a card's corner."""

from __future__ import annotations

from ..input.effects import OpenPuzzle
from ..input.interface_intents import CloseSheet
from ..input.lesson_intents import AddScene
from ..input.mode_intents import CompareWith
from ..input.scenario_intents import ReplaceScenario
from ..session.facts.seldom import SheetFacts
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer
from ..ui.widgets.base import Widget
from ..ui.widgets.scene_card import AddButton, SceneCard
from ..words.texts import text
from .scrolling import Scrolled, scrolled

NARROWEST, GAP, SEAT = 274, 16, 0.5
"""Units: the least width of a card, and between two; and the height of a card's pictures for its width."""
LEAST = 190
"""Device pixels of a card's width at least, where several stand beside each other."""
MANY = 30
"""Cards of which the names are not measured one by one."""
LINES = 2
"""Lines that the name of a scene has at most."""
ALONE = 2
"""Characters of a last word that is joined to the one before."""


class Cards(Scrolled, kw_only=True):
    """What scrolls the cards: all their names in order, how many stand in a row, and a row's height in pixels."""

    cards: tuple[str, ...] = ()
    across: int = 1
    pitch: int = 1
    high: int = 1

    focusable = False

    def offset_for(self, index: int) -> float:
        """Return how far it has to be scrolled, in units, for a card to be seen whole."""
        top, now = index // self.across * self.pitch, self.offset * self.unit
        shown = max(top + self.high - self.rect.h, min(now, top))
        return min(max(shown / self.unit, 0.0), self.most)


def cards_in(facts: SheetFacts, frame: Frame, inside: Rect, found: tuple[tuple[str, Offer], ...]) -> tuple[Widget, ...]:
    """Return the cards in as many columns as fit, as they are scrolled, those in sight alone; and what scrolls them."""
    px, gap = frame.px, frame.px(GAP)
    most = inside.w - px(20)
    across = max(1, (most + gap) // (max(px(NARROWEST), LEAST) + gap))
    wide = (most - (across - 1) * gap) // across
    size, small = frame.size(SMALL), frame.size(SMALL - 2)
    room = wide - px(28) - _corner(frame)
    under = _most_lines(frame, found, size, room)
    seat = min(round(SEAT * wide), px(230))
    high = px(8) + seat + px(6) + round(1.3 * size * under + 1.5 * small) + px(12)
    pitch = high + gap
    names = tuple(name for name, _ in found)
    scroller = Cards(
        name="gallery sheet",
        area="gallery sheet",
        rect=inside,
        unit=frame.unit,
        cards=names,
        across=across,
        pitch=pitch,
        high=high,
    )
    cards: list[Widget] = []
    for index, (name, offer) in enumerate(found):
        place = Rect(inside.x + index % across * (wide + gap), inside.y + index // across * pitch, wide, high)
        cards.append(_card(frame, name, offer, place, facts.solved).changed(seat=seat / frame.unit))
    whole = -(-len(found) // across) * pitch - gap
    first, *moved = scrolled(frame, scroller, cards, inside, whole, facts.scrolled)
    seen = (card for card in moved if isinstance(card, SceneCard) and card.visible.h)
    shown = [card.changed(lines=_lines(frame, card.label, size, room)) for card in seen]
    return first, *shown, *(button for card in shown for button in _adding(frame, card))


def _most_lines(frame: Frame, found: tuple[tuple[str, Offer], ...], size: int, room: int) -> int:
    """Return how many lines the longest name takes; of many one is sure to take two."""
    if len(found) > MANY:
        return LINES
    return max((len(_lines(frame, offer.words, size, room)) for _, offer in found), default=1)


def _lines(frame: Frame, words: str, size: int, room: int) -> tuple[str, ...]:
    """Return a card's name on a line or two; a last number or letter stands on no line alone."""
    before, space, last = words.rpartition(" ")
    joined = f"{before}\u00a0{last}" if space and len(last) <= ALONE else words
    lines = tuple(line.replace("\u00a0", " ") for line in frame.type.wrapped(joined, size, True, room))
    if len(lines) <= LINES:
        return lines
    return lines[0], frame.type.shortened(" ".join(lines[1:]), size, True, room)


def _card(frame: Frame, name: str, offer: Offer, place: Rect, solved: tuple[str, ...]) -> SceneCard:
    """Return the card of what can be opened; a press closes the gallery and opens it."""
    return SceneCard(
        **frame.met(name, place),
        intents=(CloseSheet(), *offer.intents),
        icon=offer.icon,
        label=offer.words,
        size=frame.size(SMALL),
        seat=0,
        lines=(),
        detail=offer.detail,
        detail_size=frame.size(SMALL - 2),
        thumbnails=offer.thumbnails,
        note=offer.note,
        compared=any(isinstance(intent, CompareWith) for intent in offer.intents),
        scene=_scene_of(offer),
        solved=_name_of_puzzle(offer) in solved,
        patches=() if offer.walk is None else offer.walk.patches,
        made=() if offer.walk is None else offer.walk.made,
    )


def _name_of_puzzle(offer: Offer) -> str | None:
    """Return the name of the puzzle that an offer begins, None where it begins none."""
    return next((intent.name for intent in offer.intents if isinstance(intent, OpenPuzzle)), None)


def _scene_of(offer: Offer) -> object:
    """Return the scene of a shelf that an offer opens; None where it opens something else."""
    return next((intent.scene for intent in offer.intents if isinstance(intent, ReplaceScenario | OpenPuzzle)), None)


def _corner(frame: Frame) -> int:
    """Return the side of the + in a card's corner, in device pixels."""
    return max(36, frame.px(40))


def _adding(frame: Frame, card: SceneCard) -> tuple[AddButton, ...]:
    """Return the + in a card's corner, which adds its scene to the lesson; a card with the focus has a key for it."""
    if card.scene is None:
        return ()
    side, edge = _corner(frame), frame.px(8)
    place = Rect(card.rect.right - side - edge, card.rect.bottom - side - edge, side, side)
    tip = frame.tip(text("lesson.add_card") + "  (Insert)")
    met = frame.met(f"add {card.name}", place)
    intents = (AddScene(card.scene),)
    return (AddButton(**met, about=tip, intents=intents, icon="plus", style="field", clip=card.clip),)
