"""What is written beside a network's tower: of each level its number, what its layer does, and its maps."""

from __future__ import annotations

from ...session.facts.strip import StripFacts
from ...ui.frame import LABEL, SMALL
from ...value import Value
from ...words.numbers import size_text
from ...words.texts import text
from ..frame import StillFrame
from .chain_levels import Level

TALK, TALK_SMALL = 34, 27
"""Units of the font sizes in Present."""
LARGER = 1.25
"""How much larger at most on a screen that is rather high: there words are read from as far as on a wide one."""
SMALLEST = 11
"""Device pixels of the smallest words."""


class LevelWords(Value):
    """What is said of a level. number: "" for the image. under: what stands under the words, in smaller ones."""

    number: str
    words: str
    under: str


class Fonts(Value):
    """The font sizes of all levels' words; small: of what stands under them, 0 where there is no room for it."""

    large: int
    small: int

    @property
    def high(self) -> int:
        """The height of the words of a level."""
        return round(1.35 * (self.large + self.small)) + 4


def level_words(facts: StripFacts, level: Level) -> LevelWords:
    """Return the words of a level."""
    if level.number == 0:
        size, count = size_text(facts.image[0].shape), len(facts.image)
        return LevelWords("", text("grid.image"), text("chain.channels", count=count, size=size) if count > 1 else size)
    layer = facts.layers[level.number - 1]
    under = _maps(level, layer.shape)
    if layer.activation != "none":
        under = text("chain.activated", activation=text(f"activation.{layer.activation}"), maps=under)
    return LevelWords(str(level.number), text(f"operation.{layer.operation}"), under)


def _maps(level: Level, shape: tuple[int, int, int] | None) -> str:
    if shape is None:
        return text("predict.hidden.size")
    count, *size = shape
    words = size_text((size[0], size[1]))
    if level.plates:
        return text("chain.shares", count=count)
    if level.hidden and level.shown[-1] - level.shown[0] >= len(level.shown):
        return text("chain.of", shown=len(level.shown), count=count, size=words)
    if level.hidden:
        return text("chain.some", first=level.shown[0] + 1, last=level.shown[-1] + 1, count=count, size=words)
    return text("chain.maps" if count > 1 else "chain.map", count=count, size=words)


def wide_of(frame: StillFrame, said: LevelWords, fonts: Fonts) -> int:
    """Return the width of the words of a level."""
    width = frame.type.width
    first = f"{said.number}  {said.words}" if said.number else said.words
    return max(width(first, fonts.large, True), width(said.under, fonts.small, False) if fonts.small else 0)


def fonts_of(frame: StillFrame, said: tuple[LevelWords, ...], most: int, high: int) -> Fonts:
    """Return the largest fonts, at most the usual ones, in which the words of all levels stand in a column.

    most, high: device pixels of its width and height. What stands under the words goes first.
    """
    presenting = frame.layout.presenting
    unit = max(frame.layout.unit, min(frame.layout.size[1] / 1080, LARGER * frame.layout.unit))
    usual = (
        Fonts(round(unit * TALK), round(unit * TALK_SMALL))
        if presenting
        else Fonts(frame.size(LABEL), frame.size(SMALL))
    )
    for share in (1.0, 0.9, 0.8, 0.7):
        fonts = Fonts(round(usual.large * share), round(usual.small * share))
        if fonts.small >= SMALLEST and _stand(frame, said, fonts, most, high):
            return fonts
    for size in range(usual.large, SMALLEST, -1):
        if _stand(frame, said, Fonts(size, 0), most, high):
            return Fonts(size, 0)
    return Fonts(SMALLEST, 0)


def _stand(frame: StillFrame, said: tuple[LevelWords, ...], fonts: Fonts, most: int, high: int) -> bool:
    return fonts.high * len(said) <= high and max(wide_of(frame, one, fonts) for one in said) <= most
