"""Where the cards of the strip stand: in a row with arrows between them, moved along where they need more room."""

from __future__ import annotations

from collections.abc import Sequence

from ..value import Value
from .geometry import Rect

SIDE, ABOVE, BELOW = 20, 14, 2
"""Units beside the strip's band, above and below it."""
INNER, FLAT = 7, 4
"""Units from the band to the cards; to cards of names alone."""
ARROW = 36
"""Units from a card to the next: an arrow stands there."""


class CardPlace(Value):
    """The place of a card and of the arrow before it, which the first has none of."""

    rect: Rect
    arrow: Rect | None


class StripPlaces(Value):
    """view: what is seen of the cards. cards: of image and layers.

    most: device pixels that the cards can be moved along. offset: how far they are.
    """

    view: Rect
    cards: tuple[CardPlace, ...]
    most: int
    offset: int


def band_of(strip: Rect, unit: float, bare: bool) -> Rect:
    """Return the band in which the cards stand, in the room of the strip; bare: they are names alone."""
    side, above, below = (round(units * unit) for units in (SIDE, BELOW if bare else ABOVE, BELOW))
    return Rect(strip.x + side, strip.y + above, max(0, strip.w - 2 * side), max(0, strip.h - above - below))


def view_of(band: Rect, unit: float, bare: bool) -> Rect:
    """Return what of a band the cards are seen in."""
    across, down = round(INNER * unit), round((FLAT if bare else INNER) * unit)
    return Rect(band.x + across, band.y + down, max(0, band.w - 2 * across), max(0, band.h - 2 * down))


def cards_in(
    view: Rect, unit: float, widths: Sequence[int], shown: int, asked: float | None, met: int | None = None
) -> StripPlaces:
    """Return where cards of these widths stand in what is seen of them.

    shown: the card that is seen whole, if nothing else is asked for. asked: how far they are moved by hand, in device
    pixels. met: a card that has the ring of the keys, which is always seen.
    """
    step = round(ARROW * unit)
    starts = [sum(widths[:index]) + index * step for index in range(len(widths))]
    most = max(0, starts[-1] + widths[-1] - view.w)
    offset = starts[shown] + widths[shown] / 2 - view.w / 2 if asked is None else asked
    if met is not None:
        offset = min(max(offset, starts[met] + widths[met] - view.w), starts[met])
    moved = round(min(max(offset, 0), most))
    cards = tuple(
        CardPlace(
            Rect(view.x + start - moved, view.y, width, view.h),
            Rect(view.x + start - moved - step, view.y, step, view.h) if index else None,
        )
        for index, (start, width) in enumerate(zip(starts, widths, strict=True))
    )
    return StripPlaces(view, cards, most, moved)
