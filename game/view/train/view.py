"""All that stands on the wall while a network learns in Present, read from the last row, and what lets it learn."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...input.learn_intents import TrainIntent
from ...input.train_intents import ToggleTraining, TrainAgain, TrainEpoch, TrainOnce
from ...session.facts.train import TrainRail
from ...session.facts.train_wall import TrainWall, WallKernels
from ...ui.cache import Same
from ...ui.frame import Frame
from ...ui.geometry import Rect
from ...ui.place import Pair
from ...ui.stage_train import BUTTONS, LARGE, LEAST, MOST, TrainStage, train_stage
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ...window.rail_train import chart_in, loss_words, right_share, update_words
from ...words.numbers import number
from ...words.texts import text
from ..flat import ground
from ..frame import StillFrame
from ..lanes.small import small_grid
from ..numbers import NEARLY_ONE, NumberLook, look_of, share_words
from .parts import WallImage, WallKernel, WallShares

WALL_IMAGE = "wall image"
"""The name by which strokes on it are known, see `shell.pointing`."""
DECIMALS = (2, 1)
"""Of the weights: as many as have room; fewer would tell nothing."""
FEWEST = 2
"""Kernels that are shown at least: one alone does not tell how they differ."""
LINE = 2.2
"""How much thicker the lines of the chart are than in the rail."""


def train_view(frame: StillFrame) -> tuple[Widget, ...]:
    """Return everything on the wall, from the bottom to the top."""
    facts = frame.still.wall
    if facts is None:
        raise TypeError("no network learns on the wall")
    places, look = places_of(frame, facts)
    return (
        ground(frame),
        *_read(frame, facts, places),
        *_told(frame, facts.train, places),
        chart_in(facts.train, frame, places.chart, places.unit * LINE),
        *_axis(frame, facts.train, places),
        *_kernels(frame, facts.kernels, places, look),
        *_buttons(frame, facts.train, places),
    )


def places_of(frame: StillFrame, facts: TrainWall) -> tuple[TrainStage, NumberLook]:
    """Return where all stands, and how weights are written; only their first digits count, so that nothing jumps."""
    layout, found = frame.layout, facts.kernels
    area, high = layout.stage.union(layout.dot), layout.size[1]
    if found is None:
        return train_stage(area, high, 0, (1, 1)), NumberLook(0, DECIMALS[-1])
    rows, columns = found.kernels[0].shape
    digits = len(str(int(found.largest)))
    return with_numbers(frame.type, area, high, len(found.kernels), (int(rows), int(columns)), digits)


@lru_cache(maxsize=8)
def with_numbers(
    typeface: Typeface, area: Rect, high: int, count: int, size: Pair, digits: int
) -> tuple[TrainStage, NumberLook]:
    """Return the places with as many kernels as have room for numbers; with all of them where that are too few.

    high: of the screen. digits: before the point.
    """
    most = train_stage(area, high, count, size)
    for shown in range(count, min(FEWEST, count) - 1, -1):
        places = train_stage(area, high, shown, size)
        look = kernel_look(typeface, places, digits)
        if look.size:
            return places, look
    return most, NumberLook(0, DECIMALS[-1])


def _line(frame: Frame, name: str, rect: Rect, words: str, most: int, role: str = "text", align: float = 0.0) -> Widget:
    size = max(9, frame.type.largest(words, rect.w, True, most))
    return frame.label(name, rect, words, size, role, True, align)


def _read(frame: StillFrame, facts: TrainWall, places: TrainStage) -> tuple[Widget, ...]:
    """Return what the digit is read as, the digit, and the shares of all classes."""
    best = facts.shares.index(max(facts.shares))
    size = places.size(LEAST)
    row = places.classes.h // len(facts.shares)
    image = small_grid(places.image, facts.channels[0].shape)
    return (
        _line(frame, "wall read", places.read, text("wall.read", number=best), places.size(MOST), "output_text"),
        WallImage(
            name=WALL_IMAGE,
            rect=image.rect,
            about=text("strip.image.tip"),
            grid=image,
            channel=Same(facts.channels[0]),
            white=facts.white,
        ),
        WallShares(
            name="wall shares",
            rect=places.classes,
            shares=facts.shares,
            size=min(size, round(row * 0.86)),
            wide=frame.type.width(share_words(NEARLY_ONE), size, True),
        ),
    )


def _told(frame: Frame, facts: TrainRail, places: TrainStage) -> tuple[Widget, ...]:
    """Return the loss, and how many are read right, in one size as large as both have room."""
    right = text("wall.right", share=right_share(facts), held=facts.held)
    loss, rect, gap = loss_words(facts), places.told, places.size(LARGE)
    size = frame.type.largest(loss + right, rect.w - gap, True, places.size(MOST))
    return (
        frame.label("wall loss", rect, loss, size, "now_text", True),
        frame.label("wall right", rect, right, size, "output_text", True, 1.0 if loss else 0.0),
    )


def _axis(frame: Frame, facts: TrainRail, places: TrainStage) -> tuple[Widget, ...]:
    """Return which update it is, and after how many epochs that is."""
    size = places.size(LEAST)
    epochs = number(facts.now, 1)
    words = text("wall.epochs", epochs=epochs)
    half = places.axis._replace(w=places.axis.w // 2)
    return (
        _line(frame, "wall update", half, update_words(facts), size),
        _line(frame, "wall epochs", half.moved(half.w, 0), words, size, align=1.0),
    )


def _kernels(frame: Frame, facts: WallKernels | None, places: TrainStage, look: NumberLook) -> tuple[Widget, ...]:
    """Return the kernels, all with equally many decimals, and a title that says of which layer they are."""
    if facts is None:
        return ()
    shown = len(places.kernels)
    key = "wall.kernels.of" if shown < facts.count else "wall.kernels"
    title = text(key, layer=facts.layer, shown=shown, count=facts.count)
    return (
        _line(frame, "wall kernels", places.title, title, places.size(LEAST), "kernel_text"),
        *(
            WallKernel(
                name=f"wall kernel {index}",
                rect=place.rect,
                place=place,
                kernel=Same(kernel),
                magnitude=facts.largest,
                look=look,
            )
            for index, (place, kernel) in enumerate(zip(places.kernels, facts.kernels, strict=False))
        ),
    )


def kernel_look(typeface: Typeface, places: TrainStage, digits: int) -> NumberLook:
    """Return how weights of so many digits are written: by the widest of them, so that nothing jumps."""
    wide = 10.0**digits - 0.1
    ends = np.array([[-wide, wide]])
    looks = (look_of(typeface, ends, places.kernels[0], each, places.size(LEAST)) for each in DECIMALS)
    return next((look for look in looks if look.size), NumberLook(0, DECIMALS[-1]))


def _buttons(frame: Frame, facts: TrainRail, places: TrainStage) -> tuple[Widget, ...]:
    """Return what begins a run or ends it, makes one update, runs to the end of the epoch, and begins anew.

    None moves when the first one says something else.
    """
    run = "stop" if facts.running else "run"
    made = (run, ToggleTraining()), ("once", TrainOnce()), ("epoch", TrainEpoch()), ("again", TrainAgain())
    words = [text(f"train.{name}") for name, _ in made]
    widest = max(text("train.run"), text("train.stop"), key=lambda each: frame.type.width(each, LEAST, True))
    rect, gap, pad = places.buttons, places.size(12), places.size(20)
    free = rect.w - gap * (len(made) - 1) - 2 * pad * len(made)
    rooms = [widest, *words[1:]]
    size = max(9, frame.type.largest("".join(rooms), free, True, places.size(LEAST)))
    x, found = rect.x, list[Widget]()
    for (name, intent), label, room in zip(made, words, rooms, strict=True):
        wide = frame.type.width(room, size, True) + 2 * pad
        found.append(_button(frame, name, Rect(x, rect.y, wide, rect.h), intent, (label, size)))
        x += wide + gap
    unit = places.unit * BUTTONS / FULL
    return tuple(each.changed(unit=unit) for each in found)


FULL = 44
"""Units of the height of a filled button."""


def _button(frame: Frame, name: str, place: Rect, intent: TrainIntent, words: tuple[str, int]) -> Widget:
    filled, (label, size) = name in ("run", "stop"), words
    control, style = ("run", "filled") if filled else (name, "field")
    tip = text(f"train.{name}.tip")
    return frame.button(f"train {control}", place, intent, tip=tip, label=label, size=size, style=style)
