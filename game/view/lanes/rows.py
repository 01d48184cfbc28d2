"""The rows of channels, where lanes have no room: badge, the kernel in small, and the channel's sum."""

from __future__ import annotations

import pygame

from ...input.intent import Intent
from ...input.walk_intents import BringChannel
from ...session.facts.layers import LaneFacts
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.frame import BODY, Frame
from ...ui.lane_places import LaneStage
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping, with_neighbours
from ...value import Value
from ...words.texts import text
from ..colours import shade_colours
from ..frame import StillFrame
from ..numbers import shown
from .badge import badge
from .looks import LaneLooks
from .small import SmallGrid, small_grid, small_surface


class KernelPicture(Stepping, kw_only=True):
    """A kernel in small; unless it is `lit`, as quiet as its lane would be. A click brings its channel forward."""

    grid: SmallGrid
    weights: Same
    magnitude: float
    lit: bool
    intents: tuple[Intent, ...]

    stepped = "rows"

    def activate(self) -> Answer:
        """Bring the channel forward."""
        return self.intents

    def draw(self, canvas: Canvas) -> None:
        """Draw the kernel's shades, and a frame around them while it is in work."""
        theme = canvas.theme

        def make() -> pygame.Surface:
            colours = shade_colours(self.weights.thing, self.magnitude, theme.kernel, theme)
            return small_surface(canvas, self.grid, colours)

        picture = canvas.kept(("row", self.weights, self.grid.size, self.grid.rect[2:], self.magnitude), make)
        canvas.put(picture, self.grid.rect[:2], 255 if self.lit else 255 - theme.quiet)
        if self.mood.hovered:
            canvas.outline(self.grid.rect.inset(-2), 2, theme.edge, 1)
        self.draw_focus(canvas, self.grid.rect.inset(-3), 2)


class KernelRow(Value):
    """A row as it stands: the channel and its letter, its kernel, and whether its lane is at work."""

    channel: int
    letter: str
    weights: Same
    works: bool


def kernel_rows(lanes: tuple[LaneFacts, ...]) -> tuple[KernelRow, ...]:
    """Return what the rows of lanes show of them: the same while pixels are painted."""
    return tuple(KernelRow(one.channel, one.letter, Same(one.result.scenario.kernel), one.work) for one in lanes)


def still_rows(frame: Frame, lanes: tuple[KernelRow, ...], magnitude: float, places: LaneStage) -> tuple[Widget, ...]:
    """Return the badges and kernels of the rows; magnitude: of a weight in its full hue."""
    if not places.rows:
        return ()
    found: list[Widget] = []
    quiet = any(one.works for one in lanes)
    for one, place in zip(lanes, places.rows, strict=True):
        letter, works, weights = one.letter, one.works, one.weights
        found.append(badge(frame, f"row {letter} badge", place.badge, letter, lit=works))
        found.append(
            KernelPicture(
                **frame.met(f"row {letter}", place.kernel),
                about=text("lanes.channel.tip", channel=letter),
                grid=small_grid(place.kernel.inset(2), weights.thing.shape),
                weights=weights,
                magnitude=magnitude,
                lit=works or not quiet,
                intents=(BringChannel(one.channel),),
            )
        )
    return tuple(with_neighbours(found))


def row_sums(frame: StillFrame, lanes: tuple[LaneFacts, ...], places: LaneStage, looks: LaneLooks) -> list[Widget]:
    """Return the sums in the rows: those that stand, and what there is of those that are made."""
    found: list[Widget] = []
    for facts, place in zip(lanes, places.rows, strict=False):
        total = facts.moment.shown_sum if facts.work and facts.total is None else facts.total
        if total is None:
            continue
        words = shown(total, looks.decimals[2])
        size = min(frame.size(BODY), round(place.total.h * 0.7))
        font = frame.type.largest(words, place.total.w, True, size)
        role = "now_text" if facts.work else "text"
        found.append(frame.label(f"row {facts.letter} sum", place.total, words, font, role, bold=True))
    return found
