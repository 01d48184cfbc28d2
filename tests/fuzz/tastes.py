"""What hands do how often, and with what: the tables of the fuzzer, and how a life begins."""

from __future__ import annotations

import json
import random

from game.files.settings import HINTS
from game.play.choices import PALETTES, REMOTE_STOPS, THEMES

from .deeds import Deed
from .program import LARGEST

KINDS: dict[str, float] = {
    "click": 5.0,
    "drag": 3.0,
    "stroke": 2.0,
    "move": 4.0,
    "down": 1.0,
    "up": 1.0,
    "wheel": 1.5,
    "key": 8.0,
    "tab": 1.0,
    "type": 2.0,
    "entry": 1.0,
    "hold": 0.4,
    "paste": 0.4,
    "drop": 0.2,
    "dialog": 0.6,
    "resize": 0.7,
    "system": 0.5,
    "close": 0.05,
    "wait": 6.0,
    "draw": 0.6,
}
"""What happens how often, before a life's own taste."""
PAINTER: dict[str, float] = {"stroke": 9.0, "wheel": 3.0, "wait": 2.0, "key": 0.5, "draw": 0.1, "type": 0.1}
"""What somebody does who only paints; so a history gets as long as it may."""
PAINTERS = 0.03
"""How many of all lives are such a person's."""
READER = 27
"""The seed of a scenario that reads digits; a life that begins there learns at once."""
USUAL = ((1366, 768), (800, 600), (1000, 700), (1080, 1920))
SIZES = (*USUAL * 3, (1920, 1080), (479, 359), (480, 360), (240, 180))
TEXTS = (
    *"0123456789.,-−+/e%?bw",
    *("1/3", "0.5", "-2", "999", "12", "é", "中", "🙂", "\u200f", "abc" * 30, "9" * 400),
)
USES = ("Enter", "Space", "Left", "Right", "Down", "Up", "Page Down", "Home", "End", "5", "")
SECONDS = (0.0, 0.001, 0.016, 0.016, 0.05, 0.1, 0.1, 0.3, 0.45, 0.7, 1.1, 2.5, 11.0, 40.0)


def window_size(chance: random.Random) -> tuple[int, int]:
    """Return a size of the window: usual ones most often, seldom one that is far too small."""
    if chance.random() < 0.7:
        return LARGEST if chance.random() < 0.01 else chance.choice(SIZES)
    if chance.random() < 0.1:
        return chance.randint(1, 260), chance.randint(1, 260)
    return chance.randint(240, LARGEST[0] // 2), chance.randint(180, LARGEST[1] // 2)


def start(chance: random.Random) -> Deed:
    """Return the start of the life."""
    settings = {
        "theme": chance.choice(THEMES),
        "scale": chance.choice((100, 100, 75, 125, 150, 200, 300, chance.randint(75, 300))),
        "reduced_motion": chance.random() < 0.3,
        "speed": chance.randint(0, 6),
        "loop": chance.random() < 0.7,
        "brush": chance.choice((0.0, 0.5, 1.0, 200.0, 499.0, -5.0, 999.0)),
        "palette": chance.choice(PALETTES),
        "stops": chance.choice(REMOTE_STOPS),
        "decimals": chance.choice((None, 0, 1, 2, 3, 4)),
        "offered": chance.random() < 0.5,
        "hints": list(chance.sample(HINTS, chance.randint(0, len(HINTS)))),
    }
    asked = {
        "settings": settings,
        "scenario": chance.choice((*(0, chance.randrange(1, 1000)) * 5, READER)),
        "position": chance.choice((0.0, chance.random(), 1.0)),
        "paused": chance.random() < 0.5,
        "full_screen": chance.random() < 0.1,
        "tour": chance.random() < 0.12,
        "puzzle": chance.choice((None,) * 9 + (chance.randrange(12),)),
        "window": window_size(chance),
        "notes": chance.random() < 0.2,
    }
    return Deed("start", text=json.dumps(asked))
