"""What of a network's tower answers hands besides the layer in focus: levels with their words, maps and channels."""

from __future__ import annotations

from ...input.intent import Intent
from ...input.layer_intents import FocusLayer
from ...input.walk_intents import BringChannel, GoToFilter
from ...ui.canvas import Canvas
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping, with_neighbours
from ...window.class_words import with_class
from ...words.texts import text
from ..frame import StillFrame
from ..strip.card import StripCard
from .chain_levels import has_towers
from .chain_places import LevelPlaces
from .chain_room import PAD, ChainRoom
from .chain_rows import MARGIN, draw_edge
from .places import LaidGrid
from .titles import PLATE

FOCUS = 3
"""Units of the line around the words of the layer in focus."""


class LevelCard(StripCard, kw_only=True):
    """The words of a level; a click on them, or on its planes, walks its layer.

    under: what stands below the words, and its font size. planes: that answer as the words do. over: what hides them.
    paints: a press on a plane of the source image paints.
    """

    under: str
    under_size: int
    planes: tuple[LaidGrid, ...]
    over: tuple[LaidGrid, ...]
    paints: bool

    def hit(self, x: float, y: float) -> bool:
        """Tell whether a point is on the words, or on a plane and on nothing that floats over it."""
        return self.rect.contains(x, y) or self._plane_at(x, y) is not None

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the pixel of the source image under a point; None beside it."""
        return self._plane_at(x, y) if self.paints else None

    def _plane_at(self, x: float, y: float) -> tuple[int, int] | None:
        if any(grid.at(x, y) is not None for grid in self.over):
            return None
        cells = (plane.at(x, y) for plane in self.planes)
        return next((cell for cell in cells if cell is not None), None)

    def draw(self, canvas: Canvas) -> None:
        """Draw the words on their plate, and the line around those of the layer in focus."""
        theme, radius = canvas.theme, self.radius
        lit = self.mood.hovered and not self.chosen
        canvas.rounded(self.rect, radius, theme.hovered if lit else theme.ground, 255 if lit else PLATE)
        x, y = self.rect.x + self.px(PAD), self.rect.y + self.px(3)
        line, small = self.size * 1.35, self.under_size * 1.35
        middle = y + (self.rect.h - 2 * self.px(3) - line - small) / 2 + line / 2
        if self.number:
            x += canvas.text(f"{self.number}  ", x, middle, self.size, theme.text, True)
        canvas.text(self.words, x, middle, self.size, theme.text, True)
        if self.under_size:
            left = self.rect.x + self.px(PAD)
            canvas.text(self.under, left, middle + (line + small) / 2, self.under_size, theme.dim)
        if self.chosen:
            canvas.outline(self.rect, radius, theme.accent, self.px(FOCUS))
        self.draw_focus(canvas, self.rect, radius)


class PlaneHand(Stepping, kw_only=True):
    """A plane in the row of the one at work; a click brings it to the front. front: it is there already."""

    stepped = "maps"

    place: LaidGrid
    front: bool
    intents: tuple[Intent, ...]

    def hit(self, x: float, y: float) -> bool:
        """Tell whether a point is on the plane."""
        return not self.front and self.place.at(x, y) is not None

    def activate(self) -> Answer:
        """Bring it to the front."""
        return self.intents

    def draw(self, canvas: Canvas) -> None:
        """Draw nothing but a bright edge, while it is pointed at or has the ring of the keys."""
        if self.mood.hovered or self.mood.focused:
            draw_edge(canvas, self, self.place, True)


def level_cards(
    frame: StillFrame, room: ChainRoom, levels: tuple[LevelPlaces, ...], live: int, over: tuple[LaidGrid, ...]
) -> tuple[Widget, ...]:
    """Return the words of all levels, the lowest first: what is higher answers first; over: the planes at work."""
    return tuple(with_neighbours([_card(frame, room, one, live, over) for one in levels]))


def _card(frame: StillFrame, room: ChainRoom, one: LevelPlaces, live: int, over: tuple[LaidGrid, ...]) -> LevelCard:
    number = one.level.number
    said, fonts = room.said[number], room.fonts
    near = live - 1 <= number <= live
    focus = number == live
    about = "strip.image.tip" if number == 0 else "strip.tip.focus" if focus else "strip.tip"
    return LevelCard(
        **frame.met("layer image" if number == 0 else f"layer {number}", room.plates[number]),
        about=text(about, number=number) if number else text(about),
        number=said.number,
        words=said.words,
        size=fonts.large,
        head=room.plates[number].h,
        chosen=focus,
        intents=(FocusLayer(max(0, number - 1)),),
        under=said.under,
        under_size=fonts.small,
        planes=() if near else one.grids,
        over=over if number < live else (),
        paints=number == 0 and not near,
    )


def plane_hands(frame: StillFrame, above: LevelPlaces, below: LevelPlaces) -> tuple[Widget, ...]:
    """Return what brings maps of the layer in focus to the front, and channels that have no tower.

    above, below: the levels of its maps, and of its channels.
    """
    layer = frame.side.layer
    found: list[Widget] = []
    if layer is not None and above.level.count is not None and len(above.grids) > 1:
        for at, (index, grid) in enumerate(zip(above.level.shown, above.grids, strict=True)):
            called, intents = with_class(str(index + 1), layer.classes, index), (GoToFilter(index),)
            about = text("lanes.map.tip", filter=called)
            found.append(_hand(frame, f"map {index + 1}", grid, at == above.level.front, about, intents))
    if layer is not None and not has_towers(frame) and len(below.grids) > 1:
        for at, (index, grid) in enumerate(zip(below.level.shown, below.grids, strict=True)):
            front, letter = at == below.level.front, layer.letters[index]
            about = text(
                f"lanes.{'input' if layer.of_maps else 'channel'}.{'front' if front else 'tip'}", channel=letter
            )
            found.append(_hand(frame, f"channel {letter}", grid, front, about, (BringChannel(index),)))
    return tuple(with_neighbours([hand for hand in found if hand.rect.w and hand.rect.h]))  # others are out of sight


def _hand(
    frame: StillFrame, name: str, grid: LaidGrid, front: bool, about: str, intents: tuple[Intent, ...]
) -> PlaneHand:
    rect = grid.bounds(0, 0, grid.rows, grid.columns, MARGIN).overlap(grid.clip)
    return PlaneHand(**frame.met(name, rect), about=about, place=grid, front=front, intents=intents)
