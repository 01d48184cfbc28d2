"""The rows of channels, where lanes have no room: badge, the kernel in small, and the channel's sum."""

from __future__ import annotations

import pygame

from ...input.intent import Intent
from ...input.walk_intents import BringChannel
from ...session.facts.layers import LaneFacts
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.frame import BODY
from ...ui.lane_places import LaneStage
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping, with_neighbours
from ...words.texts import text
from ..colours import shade_colours
from ..frame import StillFrame
from ..numbers import shown
from .badge import badge
from .looks import LaneLooks
from .small import SmallGrid, small_grid, small_surface


class KernelPicture(Stepping, kw_only=True):
    """A kernel in small; with `quiet` at 60 %, as its lane would be. A click brings its channel forward."""

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
        canvas.put(picture, self.grid.rect[:2], 255 if self.lit else 153)
        if self.mood.hovered:
            canvas.outline(self.grid.rect.inset(-2), 2, theme.edge, 1)
        self.draw_focus(canvas, self.grid.rect.inset(-3), 2)


def lane_rows(
    frame: StillFrame, lanes: tuple[LaneFacts, ...], places: LaneStage, looks: LaneLooks, working: bool
) -> tuple[Widget, ...]:
    """Return the rows of all channels; `working`: one of them is in work."""
    if not places.rows:
        return ()
    found: list[Widget] = []
    size, magnitude = frame.size(BODY), frame.side.boards.kernel.magnitude
    for facts, place in zip(lanes, places.rows, strict=True):
        name, lit = f"row {facts.letter}", facts.work or not working
        weights = facts.result.scenario.kernel
        found.append(badge(frame, f"{name} badge", place.badge, facts.letter, lit=facts.work))
        found.append(
            KernelPicture(
                **frame.met(name, place.kernel),
                about=text("lanes.channel.tip", channel=facts.letter),
                grid=small_grid(place.kernel.inset(2), weights.shape),
                weights=Same(weights),
                magnitude=magnitude,
                lit=lit,
                intents=(BringChannel(facts.channel),),
            )
        )
        total = facts.moment.shown_sum if facts.work and facts.total is None else facts.total
        if total is not None:
            words = shown(total, looks.decimals[2])
            font = frame.type.largest(words, place.total.w, True, min(size, round(place.total.h * 0.7)))
            role = "now_text" if facts.work else "text"
            found.append(frame.label(f"{name} sum", place.total, words, font, role, bold=True))
    return tuple(with_neighbours(found))
