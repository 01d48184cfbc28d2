"""What makes the cards of the strip: how wide each is, the card in its place, and the numbers that are told on it.

Where all stands follows from sizes and settings; so cards are made without any number, and what they tell is another
thing: a stroke on the image changes that alone.
"""

from __future__ import annotations

from collections.abc import Callable

from ...input.layer_intents import FocusLayer
from ...session.facts.strip import StripFacts, StripLayer
from ...ui.cache import Same
from ...ui.frame import BODY, Frame
from ...ui.geometry import Rect
from ...words.texts import text
from ..lanes.small import small_grid
from ..numbers import NEARLY_ONE, share_words
from .card import StripCard, inside_of
from .cards import (
    COLUMN_GAP,
    PAD,
    UNKNOWN,
    Made,
    Seat,
    aside_font,
    cells_made,
    classes_of,
    font_of,
    maps_in,
    said_of,
    same_maps,
    side_of,
    words_of,
    words_wide,
)
from .maps import MapsCard
from .shares import Fonts, SharesCard, best_of, columns_in, fonts_of
from .source import SourceCard

Card = tuple[int, Callable[[Rect], StripCard]]
"""A card that is to be placed: how wide it is, and what makes it in its place."""
BETWEEN = 16
"""Units between a layer's name and what it answers."""
UNMADE = Made((), 0)
"""Of a walk that is not looked at: that of a layer which is not in focus."""


def source_card(facts: StripFacts, frame: Frame, seat: Seat) -> Card:
    """Return the card of the source image, before its pixels are told."""
    words, pad = text("strip.image"), frame.px(PAD)
    side, size = side_of(frame, seat, facts.image[0].shape, 1), facts.image[0].shape
    wide = words_wide(frame, "", words)
    grid = None
    if not seat.bare:
        wide = max(wide, round(side * size[1] / max(size)) + 2 * pad)
        free = inside_of(Rect(0, 0, wide, seat.high), seat.head(frame), frame.unit)
        grid = small_grid(free.centred(side * size[1] / max(size), side * size[0] / max(size)), size)

    def card(place: Rect) -> StripCard:
        return SourceCard(
            **frame.met("layer image", place),
            about=text("strip.image.tip"),
            number="",
            words=words,
            size=font_of(frame),
            head=seat.head(frame),
            chosen=False,
            intents=(FocusLayer(0),),
            grid=grid,
            channels=(),
            white=1.0,
        )

    return wide, card


def source_told(card: StripCard, facts: StripFacts) -> StripCard:
    """Return the card of the source image with its pixels."""
    channels = facts.image if len(facts.image) == 3 else facts.image[:1]
    return card.changed(channels=tuple(map(Same, channels)), white=facts.white)


def layer_card(layer: StripLayer, frame: Frame, seat: Seat) -> Card:
    """Return the card of a layer before its numbers are told: of its shares, of its maps, or of its name alone."""
    if seat.bare:
        words, room = _called(layer, seat), _room(layer)  # none is wider later
        apart = room and not seat.short  # nobody is to read the class as if it were part of the layer's name
        more = frame.type.width(room, font_of(frame), True) + frame.px(BETWEEN) if apart else 0
        wide = words_wide(frame, str(layer.number), words if apart else room or words) + more
        own = {"words": words, "aside_size": font_of(frame), "answers": True}
        return wide, lambda place: StripCard(**said_of(layer, frame, seat, place)).changed(**own)
    card = (_shares if _has_shares(layer) else _maps)(layer, frame, seat)
    if not (layer.kernels and seat.kernels):
        return card
    from .kernels import with_kernels  # few networks learn

    return with_kernels(layer, frame, seat, card)


def layer_told(card: StripCard, layer: StripLayer, frame: Frame, seat: Seat, made: Made) -> StripCard:
    """Return the card of a layer with its numbers, as far as its walk is."""
    if isinstance(card, MapsCard):
        told = card.changed(values=same_maps(layer, len(card.grids)), magnitude=layer.magnitude)
        return as_made(told, layer, made)
    if isinstance(card, SharesCard):
        return _shares_told(card, layer, frame, seat, made)
    if not _has_shares(layer):
        return card
    best = _best(classes_of(layer, made).shares)
    words, aside = (best, "") if best and seat.short else (_called(layer, seat), best)
    return card if (words, aside) == (card.words, card.aside) else card.changed(words=words, aside=aside)


def follows_from(layer: StripLayer, frame: Frame) -> tuple[object, ...]:
    """Return what the width of a layer's card follows from, and where all stands in it."""
    kernels = (Same(layer.kernels), layer.kernel_count, layer.largest) if layer.kernels else ()
    said = layer.number, layer.operation, layer.activation, layer.is_focus, layer.shape
    return *said, _wide_of_best(layer, frame) if _has_shares(layer) and not layer.is_focus else 0, *kernels


def _has_shares(layer: StripLayer) -> bool:
    """Tell whether a layer's maps are one share each."""
    return layer.shares and layer.shape is not None and layer.shape[1:] == (1, 1)


def _called(layer: StripLayer, seat: Seat) -> str:
    """Return what a card of names alone calls a layer; short where beside it stands how much is read right."""
    return words_of(layer, short=bool(layer.kernels) and seat.kernels)


def _room(layer: StripLayer) -> str:
    """Return the longest words of the largest share."""
    return text("strip.best", number=0, share=share_words(NEARLY_ONE)) if _has_shares(layer) else ""


def _wide_of_best(layer: StripLayer, frame: Frame) -> int:
    """Return how wide the words of a closed card are with those of its largest share."""
    aside = _best(classes_of(layer, UNMADE).shares).replace(text("share.nearly"), "0.99")
    return words_wide(frame, str(layer.number), words_of(layer), aside)


def _maps(layer: StripLayer, frame: Frame, seat: Seat) -> Card:
    """Return the card of a layer's maps."""
    maps = maps_in(frame, seat, layer)
    more = text("strip.more", count=maps.hidden) if maps.hidden else ""
    more_wide = frame.type.width(more, frame.size(BODY), True) + frame.px(10) if more else 0
    wide = max(words_wide(frame, str(layer.number), words_of(layer)), maps.wide + more_wide + 2 * frame.px(PAD))

    def card(place: Rect) -> StripCard:
        return MapsCard(
            **said_of(layer, frame, seat, place),
            grids=maps.grids,
            frames=maps.frames,
            values=None,
            made=(),
            magnitude=0.0,
            more=more,
            more_size=frame.size(BODY),
        )

    return wide, card


def as_made(card: MapsCard, layer: StripLayer, made: Made) -> MapsCard:
    """Return the card of a layer's maps with so many of their cells."""
    shown = len(card.grids)
    front = made.front if layer.is_focus and shown > 1 else None
    return card.changed(made=cells_made(layer, made)[:shown], front=front)


def _shares(layer: StripLayer, frame: Frame, seat: Seat) -> Card:
    """Return the card of a last layer whose maps are one share each."""
    upright, count = not layer.is_focus, (layer.shape or UNKNOWN)[0]
    pitch, words = seat.upright if upright else seat.pitch, words_of(layer, seat.short)
    wide = max(round(count * pitch) + 2 * frame.px(PAD), words_wide(frame, str(layer.number), words))
    if upright and not seat.short:
        wide = max(wide, _wide_of_best(layer, frame))
    free = inside_of(Rect(0, 0, wide, seat.high), seat.head(frame), frame.unit)
    columns = columns_in(free, count, frame.px(3 if upright else COLUMN_GAP), upright)
    nothing = (None,) * count

    def card(place: Rect) -> StripCard:
        return SharesCard(
            **said_of(layer, frame, seat, place),
            aside_size=aside_font(frame),
            columns=columns,
            sums=nothing,
            shares=nothing,
            front=None,
            magnitude=0.0,
            decimals=0,
            fonts=Fonts(0, 0, 0),
            upright=upright,
        )

    return wide, card


def _shares_told(card: SharesCard, layer: StripLayer, frame: Frame, seat: Seat, made: Made) -> SharesCard:
    """Return the card of shares with those that stand, and the largest of them beside its words where that has room."""
    classes, upright = classes_of(layer, made), card.upright
    known = [abs(value) for value in classes.sums if value is not None]
    decimals, fonts = fonts_of(frame.type, card.columns[0], known, len(card.columns), frame.size(BODY))
    aside = "" if upright and seat.short else _aside(upright, classes.shares)
    wide = card.rect.w - (0 if card.kernels is None else card.kernels.wide)
    if aside and words_wide(frame, card.number, card.words, aside) > wide:
        aside = aside.partition(":")[0] if upright else ""  # its class alone: kernels have to have room, too
    return card.changed(
        aside=aside,
        sums=classes.sums,
        shares=classes.shares,
        front=None if upright or all(classes.stands) else made.front,
        magnitude=max(known, default=0.0),
        decimals=decimals,
        fonts=fonts,
    )


def _aside(upright: bool, shares: tuple[float | None, ...]) -> str:
    """Return what stands beside the words of the shares: which is the largest, or when they will stand."""
    return _best(shares) or ("" if upright else text("strip.shares", count=len(shares)))


def _best(shares: tuple[float | None, ...]) -> str:
    """Return the class with the largest share; nothing before they stand."""
    best = best_of(shares)
    return "" if best is None else text("strip.best", number=best, share=share_words(shares[best] or 0.0))
