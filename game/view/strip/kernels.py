"""The kernels of a layer beside its maps, while a network learns: in small, and in their colours."""

from __future__ import annotations

from collections.abc import Callable

from ...session.facts.strip import StripLayer
from ...ui.frame import SMALL, Frame
from ...ui.geometry import Rect
from ...words.texts import text
from ..lanes.small import SmallGrid, small_grid
from .card import StripCard
from .cards import APART, Seat
from .small_kernels import Kernels

ROWS = 2
LEAST = 8
"""Device pixels of a kernel's side, at least; where there is no room for that, none are shown."""


def with_kernels(
    layer: StripLayer, frame: Frame, seat: Seat, made: tuple[int, Callable[[Rect], StripCard]]
) -> tuple[int, Callable[[Rect], StripCard]]:
    """Return what makes a card, so much wider that the layer's kernels stand in it, if they are to be shown."""
    found = kernels_in(layer, frame, seat)
    if found is None:
        return made
    wide, card = made
    return wide + found.wide, lambda place: _with(card(place), found, layer.kernel_count)


def _with(card: StripCard, found: Kernels, count: int) -> StripCard:
    """Return a card with kernels; it says how many there are of which it has no room for some."""
    more = "\n" + text("strip.more.tip", more=found.more, count=count) if found.more else ""
    return card.changed(kernels=found, about=f"{card.about}{more}")


def kernels_in(layer: StripLayer, frame: Frame, seat: Seat) -> Kernels | None:
    """Return where a layer's kernels stand; None where there are none, or no room for them."""
    if not layer.kernels or seat.bare:
        return None
    apart, size = frame.px(APART), layer.kernels[0].shape
    rows = min(ROWS, len(layer.kernels))
    side = (seat.free(frame) - (rows - 1) * apart) // ROWS
    cells = (int(size[0]), int(size[1]))
    one = small_grid(Rect(0, 0, side, side), cells).rect
    if side < LEAST or min(one.w, one.h) < max(1, LEAST // 2):
        return None
    hidden = layer.kernel_count - len(layer.kernels)
    more = text("strip.more", count=hidden) if hidden else ""
    font = frame.size(SMALL - 2)
    after = frame.type.width(more, font, True) + frame.px(6) if more else 0
    across = -(-len(layer.kernels) // rows)
    wide = across * (one.w + apart) + after
    top = seat.head(frame) + (seat.free(frame) - rows * one.h - (rows - 1) * apart) // 2
    grids = tuple(
        SmallGrid(
            Rect(
                index % across * (one.w + apart) - wide,
                top + index // across * (one.h + apart),
                one.w,
                one.h,
            ),
            cells,
        )
        for index in range(len(layer.kernels))
    )
    return Kernels(layer.kernels, layer.largest, grids, more, font, wide)
