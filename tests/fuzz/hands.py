"""Hands at random: what they do next, from what the window shows. New keys and controls are used without being named.

Each life begins with tastes of its own: which deeds and keys come often, seldom or never. So some lives only paint,
some never press Escape, and come to states where an even mixture would never stay.
"""

from __future__ import annotations

import json
import random
from collections import deque
from typing import Any

from game.input.intent import GridName
from game.ui.widgets.base import Widget
from game.view.window import Window

from .deeds import Deed
from .files import NAMES, pasted_text
from .program import Program
from .raw import CHORDS, CONTROL, NOISE, OTHER_CHORDS, SHIFT
from .tastes import KINDS, PAINTER, PAINTERS, READER, SECONDS, TEXTS, USES, start, window_size


class Hands:
    """The hands of one life."""

    def __init__(self, chance: random.Random, program: Program) -> None:
        self.chance = chance
        self.program = program
        self.planned: deque[Deed] = deque()
        self.paints = chance.random() < PAINTERS
        tastes = (0.0, 0.2, 1.0, 1.0, 1.0, 4.0)
        weights = PAINTER if self.paints else {kind: often * chance.choice(tastes) for kind, often in KINDS.items()}
        self.weights = weights if sum(weights.values()) else KINDS
        count = chance.choice((3, 8, 20, len(CHORDS)))
        self.chords = [*chance.sample(CHORDS, count), *chance.sample(OTHER_CHORDS, 2)]
        self.touch = chance.random() < 0.2
        self.near = chance.choice((0.02, 0.2, 1.0))  # how far a drag goes

    def start(self) -> Deed:
        """Return the start of the life; who begins with a network that reads digits lets it learn."""
        begins = start(self.chance)
        if json.loads(begins.text)["scenario"] == READER:
            self.planned.append(Deed("key", text="K"))
        return begins

    def next(self) -> Deed:
        """Return what they do next."""
        if not self.planned:
            (kind,) = self.chance.choices(tuple(self.weights), tuple(self.weights.values()))
            self.planned.extend(getattr(self, f"_{kind}")())
        return self.planned.popleft()

    # Where they go

    def _place(self) -> dict[str, Any]:
        """Return a control, a cell of a grid, or any point of the window, as fields of a deed."""
        chance, window = self.chance, self.program.window
        way = chance.random()
        controls = self._controls(window)
        if controls and way < (0.8 if window.modal_from else 0.4):
            return {"where": chance.choice(controls), **self._part()}
        cell = self._cell(tuple(GridName)) if way < 0.8 else ""
        if cell:
            return {"where": cell, **self._part()}
        return {"x": round(chance.uniform(-0.02, 1.02), 4), "y": round(chance.uniform(-0.02, 1.02), 4)}

    def _cell(self, names: tuple[GridName, ...]) -> str:
        """Return a cell of one of these grids, on any side; "" where none of them is shown."""
        chance, window = self.chance, self.program.window
        grids = [
            (part.side, name, place)
            for part in window.sides
            for name, place in part.grids()
            if place.pitch and name in names
        ]
        if not grids:
            return ""
        side, name, place = chance.choice([*grids, grids[0]])
        row, column = chance.randrange(place.rows) + place.first[0], chance.randrange(place.columns) + place.first[1]
        return f"@{name.value} {row} {column} {side.value}"

    def _part(self) -> dict[str, Any]:
        chance = self.chance
        return {} if chance.random() < 0.5 else {"x": round(chance.random(), 3), "y": round(chance.random(), 3)}

    @staticmethod
    def _controls(window: Window) -> list[str]:
        def answers(widget: Widget) -> bool:
            return (widget.focusable or widget.captures) and bool(widget.visible.w and widget.visible.h)

        return [widget.name for widget in window.widgets[window.modal_from :] if answers(widget)]

    # What they do; each returns deeds that follow each other

    def _button(self) -> int:
        return self.chance.choice((1, 1, 1, 1, 1, 1, 3, 3, 2, 5))

    def _click(self) -> list[Deed]:
        place, button = self._place(), self._button()
        pair = [self._deed("down", place, button=button), self._deed("up", place, button=button)]
        return pair * self.chance.choice((1, 1, 1, 2, 3))

    def _drag(self) -> list[Deed]:
        place, button = self._place(), self._button()
        ways = [self._deed("move", self._way(place)) for _ in range(self.chance.randint(1, 8))]
        up = self._deed("up", place if self.chance.random() < 0.5 else {}, button=button)
        return [self._deed("down", place, button=button), *ways, up]

    def _stroke(self) -> list[Deed]:
        """Draw over the image, or pull at a weight."""
        chance, found = self.chance, self._cell((GridName.IMAGE, GridName.KERNEL))
        if not found:
            return self._drag()
        cell = {"where": found}
        ways = [
            self._deed("move", {**cell, "x": chance.uniform(-4, 5), "y": chance.uniform(-4, 5)})
            for _ in range(chance.choice((0, 0, 1, 4)))
        ]
        return [self._deed("down", cell), *ways, self._deed("up", {})]

    def _way(self, start: dict[str, Any]) -> dict[str, Any]:
        """Return a place on the way of a drag: near its start, or anywhere."""
        if self.near == 1.0 or not start.get("where"):
            return self._place()
        return {"where": start["where"], "x": self.chance.uniform(-9, 9), "y": self.chance.uniform(-9, 9)}

    def _move(self) -> list[Deed]:
        return [self._deed("move", self._place())]

    def _down(self) -> list[Deed]:
        return [self._deed("down", self._place(), button=self._button())]

    def _up(self) -> list[Deed]:
        return [self._deed("up", self._place(), button=self._button())]

    def _wheel(self) -> list[Deed]:
        amount = self.chance.choice((1, -1, 1, -1, 0.3, -0.45, 5, -40, 0))
        text = "sideways" if self.chance.random() < 0.1 else ""
        place = self._place()
        rests = [self._deed("move", place), Deed("wait", amount=0.4)] if self.chance.random() < 0.5 else []
        return [*rests, *[self._deed("wheel", place, amount=amount, text=text)] * self.chance.choice((1, 1, 4))]

    def _deed(self, kind: str, place: dict[str, Any], **more: Any) -> Deed:
        return Deed(kind, **{**place, **more, "touch": self.touch and kind != "wheel"})

    def _key(self) -> list[Deed]:
        chord = self.chance.choice(self.chords if self.chance.random() < 0.9 else CHORDS)
        return [Deed("key", text=chord, amount=self.chance.choice((0, 0, 0, 0, 0, 6)))]

    def _tab(self) -> list[Deed]:
        """Go along the controls, and use the one they come to."""
        way = self.chance.choice(("Tab", "Tab", "Shift+Tab"))
        then = self.chance.choice(USES)
        return [Deed("key", text=way)] * self.chance.randint(1, 9) + ([Deed("key", text=then)] if then else [])

    def _type(self) -> list[Deed]:
        return [Deed("type", text=self.chance.choice(TEXTS)) for _ in range(self.chance.randint(1, 3))]

    def _entry(self) -> list[Deed]:
        """Open the number of a cell or of a control by a double click, type, and accept or not."""
        place = self._place()
        twice = [self._deed("down", place), self._deed("up", place)] * 2
        end = Deed("key", text=self.chance.choice(("Enter", "Tab", "Escape")))
        return [*twice, *self._type(), end]

    def _hold(self) -> list[Deed]:
        return [Deed("hold", amount=self.chance.choice((SHIFT, CONTROL, 0, 0)))]

    def _paste(self) -> list[Deed]:
        return [self._deed("move", self._place()), Deed("paste", text=pasted_text(self.chance))]

    def _drop(self) -> list[Deed]:
        return [Deed("drop", text=self.chance.choice(NAMES))]

    def _dialog(self) -> list[Deed]:
        return [Deed("dialog", text=self.chance.choice(("", "unavailable", *NAMES)))]

    def _resize(self) -> list[Deed]:
        width, height = window_size(self.chance)
        return [Deed("resize", x=width, y=height, text="anyway" if self.chance.random() < 0.1 else "")]

    def _system(self) -> list[Deed]:
        return [Deed("system", text=self.chance.choice(NOISE))]

    def _close(self) -> list[Deed]:
        return [Deed("close", amount=self.chance.choice((0, 1)))]

    def _wait(self) -> list[Deed]:
        return [Deed("wait", amount=self.chance.choice(SECONDS))] * self.chance.choice((1, 1, 2, 5))

    def _draw(self) -> list[Deed]:
        if self.chance.random() < 0.5:
            return [Deed("draw")]
        goes_on = [Deed("key", text="Space")] if self.chance.random() < 0.6 else []  # where the walk may stand
        return [*goes_on, Deed("draw", amount=self.chance.choice((4.0, 16.0, 60.0)))]
