"""How the stage is divided for a network's tower: its words at the left, the tower in the rest, and what is asked."""

from __future__ import annotations

from ...session.facts.strip import StripFacts
from ...ui.frame import HEADING
from ...ui.geometry import EMPTY, Rect
from ...value import Value
from ..frame import StillFrame
from ..lanes.sums_row import HIGH
from .chain_levels import Level
from .chain_standing import Home, Wanted, home_of, pitch_of
from .chain_words import Fonts, LevelWords, fonts_of, level_words, wide_of
from .room import Room, with_note

COLUMN = 0.3
"""The most of the stage's width that the words take."""
WORDS = 0.7
"""The most of the height that they take: what they do not need is the card's."""
PAD = 10
"""Units around the words of a level."""
MORE = 44
"""Units for the words on what has no plane."""


class ChainRoom(Value):
    """The parts of the stage. plates: where the words of each level stand. room: what one layer's Stack has of it."""

    wanted: Wanted
    home: Home
    room: Room
    said: tuple[LevelWords, ...]
    fonts: Fonts
    plates: tuple[Rect, ...]

    def pitch(self, level: Level) -> float:
        """Return a cell's side of a level at home, before it is tilted."""
        return pitch_of(level, self.wanted, self.home.side)


def chain_room(frame: StillFrame, facts: StripFacts, levels: tuple[Level, ...], towers: bool, gap: float) -> ChainRoom:
    """Return the division of a frame's stage; towers: channels are added up. gap: the levels' distance, from 1."""
    layout, px, stage = frame.layout, frame.px, frame.layout.stage
    presenting = layout.presenting
    inner = Rect(layout.inner.x, stage.y + px(12), layout.inner.w, max(1, stage.h - px(20)))
    side = max(44, px(48))
    corner = 0 if presenting else side + px(14)
    buttons = Rect(inner.x, stage.bottom - corner, 2 * side + px(14), corner) if corner else EMPTY
    inner, note = (inner, EMPTY) if not frame.still.asks else with_note(inner, layout.text, corner)
    large = round(layout.unit * 38) if presenting else frame.size(HEADING)
    foot = round(2.8 * large) if presenting else 0  # which step it is
    said, pad = tuple(level_words(facts, level) for level in levels), px(PAD)
    high = inner.h - max(corner, foot) - px(6)
    fonts = fonts_of(frame, said, round(inner.w * COLUMN) - 2 * pad, round(high * WORDS) - 2 * len(said) * px(3))
    wide = max(wide_of(frame, one, fonts) for one in said) + 2 * pad
    left = inner.x + wide + pad
    picture = Rect(left, inner.y, max(1, inner.right - left), inner.h)
    plate = fonts.high + 2 * px(3)
    box = round(fonts.large * HIGH) if towers else 0
    wanted = Wanted(levels, facts.focus + 1, box, min(plate + px(4), high // len(levels)), px(MORE))
    home = home_of(wanted, picture, gap)
    titles = Rect(inner.x, inner.y, wide, high)
    words = Rect(inner.x, titles.bottom, wide, foot)
    room = Room(picture, titles, True, note, (), layout.text, fonts.large, fonts.small, foot=words, corner=buttons)
    return ChainRoom(wanted, home, room, said, fonts, _plates(home, titles, plate))


def _plates(home: Home, column: Rect, high: int) -> tuple[Rect, ...]:
    """Return the places of the words, as near to the heights of their levels as they can stand, the lowest first."""
    found: list[Rect] = []
    bottom = column.bottom
    for number, height in enumerate(home.heights):
        above = high * (len(home.heights) - number - 1)
        y = min(max(round(home.base - height - high / 2), column.y + above), bottom - high)
        found.append(Rect(column.x, y, column.w, high))
        bottom = y
    return tuple(found)
