"""What makes the cards of the strip: how wide each is, and the card in its place."""

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
from .shares import SharesCard, best_of, columns_in, fonts_of
from .source import SourceCard

Card = tuple[int, Callable[[Rect], StripCard]]
"""A card that is to be placed: how wide it is, and what makes it in its place."""


def source_card(facts: StripFacts, frame: Frame, seat: Seat) -> Card:
    """Return the card of the source image."""
    words, pad = text("strip.image"), frame.px(PAD)
    side, size = side_of(frame, seat, facts.image[0].shape, 1), facts.image[0].shape
    wide = words_wide(frame, "", words)
    grid = None
    if not seat.bare:
        wide = max(wide, round(side * size[1] / max(size)) + 2 * pad)
        free = inside_of(Rect(0, 0, wide, seat.high), seat.head(frame), frame.unit)
        grid = small_grid(free.centred(side * size[1] / max(size), side * size[0] / max(size)), size)
    channels = facts.image if len(facts.image) == 3 else facts.image[:1]

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
            channels=tuple(map(Same, channels)),
            white=facts.white,
        )

    return wide, card


def layer_card(layer: StripLayer, frame: Frame, seat: Seat, made: Made) -> Card:
    """Return the card of a layer: of its shares, of its maps, or of its name alone."""
    shares = layer.shares and layer.shape is not None and layer.shape[1:] == (1, 1)
    if seat.bare:
        best = _best(classes_of(layer, made).shares) if shares else ""
        called = words_of(layer, short=bool(layer.kernels))  # beside it stands how much is read right
        words = best if best and seat.short else " ".join(filter(None, (called, best)))
        room = text("strip.best", number=0, share=share_words(NEARLY_ONE)) if shares else ""  # none is wider later
        longest = room if seat.short and room else " ".join(filter(None, (called, room)))
        wide = words_wide(frame, str(layer.number), longest)
        return wide, lambda place: StripCard(**said_of(layer, frame, seat, place) | {"words": words})
    card = (_shares if shares else _maps)(layer, frame, seat, made)
    if not layer.kernels:
        return card
    from .kernels import with_kernels  # few networks learn

    return with_kernels(layer, frame, seat, card)


def _maps(layer: StripLayer, frame: Frame, seat: Seat, made: Made) -> Card:
    """Return the card of a layer's maps."""
    maps = maps_in(frame, seat, layer)
    shown = len(maps.grids)
    more = text("strip.more", count=maps.hidden) if maps.hidden else ""
    more_wide = frame.type.width(more, frame.size(BODY), True) + frame.px(10) if more else 0
    wide = max(words_wide(frame, str(layer.number), words_of(layer)), maps.wide + more_wide + 2 * frame.px(PAD))

    def card(place: Rect) -> StripCard:
        bare = MapsCard(
            **said_of(layer, frame, seat, place),
            grids=maps.grids,
            frames=maps.frames,
            values=same_maps(layer, shown),
            made=(),
            magnitude=layer.magnitude,
            more=more,
            more_size=frame.size(BODY),
        )
        return as_made(bare, layer, made)

    return wide, card


def as_made(card: MapsCard, layer: StripLayer, made: Made) -> MapsCard:
    """Return the card of a layer's maps with so many of their cells."""
    shown = len(card.grids)
    front = made.front if layer.is_focus and shown > 1 else None
    return card.changed(made=cells_made(layer, made)[:shown], front=front)


def _shares(layer: StripLayer, frame: Frame, seat: Seat, made: Made) -> Card:
    """Return the card of a last layer whose maps are one share each."""
    classes, upright = classes_of(layer, made), not layer.is_focus
    sums, shares, stands = classes.sums, classes.shares, classes.stands
    count = len(stands)
    known = [abs(value) for value in sums if value is not None]
    aside = "" if upright and seat.short else _aside(upright, shares)
    pitch, words = seat.upright if upright else seat.pitch, words_of(layer, seat.short)
    wide = max(
        round(count * pitch) + 2 * frame.px(PAD),
        words_wide(frame, str(layer.number), words, aside.replace(text("share.nearly"), "0.99")) if upright else 0,
        words_wide(frame, str(layer.number), words),
    )
    if words_wide(frame, str(layer.number), words, aside) > wide:
        aside = aside.partition(":")[0] if upright else ""  # its class alone: kernels have to have room, too
    free = inside_of(Rect(0, 0, wide, seat.high), seat.head(frame), frame.unit)
    columns = columns_in(free, count, frame.px(3 if upright else COLUMN_GAP), upright)
    decimals, fonts = fonts_of(frame.type, columns[0], known, count, frame.size(BODY))
    front = None if upright or all(stands) else made.front

    def card(place: Rect) -> StripCard:
        return SharesCard(
            **said_of(layer, frame, seat, place),
            aside=aside,
            aside_size=aside_font(frame),
            columns=columns,
            sums=sums,
            shares=shares,
            front=front,
            magnitude=max(known, default=0.0),
            decimals=decimals,
            fonts=fonts,
            upright=upright,
        )

    return wide, card


def _aside(upright: bool, shares: tuple[float | None, ...]) -> str:
    """Return what stands beside the words of the shares: which is the largest, or when they will stand."""
    return _best(shares) or ("" if upright else text("strip.shares", count=len(shares)))


def _best(shares: tuple[float | None, ...]) -> str:
    """Return the class with the largest share; nothing before they stand."""
    best = best_of(shares)
    return "" if best is None else text("strip.best", number=best, share=share_words(shares[best] or 0.0))
