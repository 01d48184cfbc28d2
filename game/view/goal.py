"""The goal of a puzzle: the map that is to be made, under the one that stands, and which of its cells agree already."""

from __future__ import annotations

from ..core.grid import Pair
from ..session.boards import Board
from ..session.facts.goal import GoalFacts
from ..ui.canvas import Canvas
from ..ui.frame import BODY, HEADING
from ..ui.geometry import Rect
from ..ui.goal_room import GAP, LINE
from ..ui.place import GridPlace
from ..ui.stage_present import LARGER
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Picture
from ..words.numbers import size_text
from ..words.texts import text
from .frame import StillFrame
from .numbers import NumberLook
from .places import board_look, smallest_number
from .still import blit_run, shaded_surface

GROWN = 1.35
"""How much larger the words are in Present, for the back row."""
TOLD = 44
"""Units of a cell up to which it may be larger than those of an output of many cells."""
ALONE = 80
"""The same where the output does not stand beside it."""
DOTTED = 24
"""Device pixels of a cell below which the mark of one that agrees is a dot."""


class Target(Widget, kw_only=True):
    """The map that is to be made. Cells that agree are marked in their corner, so that the numbers stay free."""

    place: GridPlace
    board: Board
    agree: frozenset[Pair]
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw all cells, and the marks."""
        place = self.place
        blit_run(canvas.surface, shaded_surface(canvas, place, self.board, "output", self.look), place, 0, self._count)
        for cell in sorted(self.agree):
            self._mark(canvas, place.cell(*cell))

    @property
    def _count(self) -> int:
        return self.place.rows * self.place.columns

    def _mark(self, canvas: Canvas, cell: Rect) -> None:
        """Draw a tick on a small disc, or the disc alone: a shape, which no eye takes for a shade."""
        theme = canvas.theme
        ticked = cell.w >= DOTTED
        side, out = max(4, round(cell.w * (0.3 if ticked else 0.26))), -1 if ticked else 1  # small numbers fill cells
        disc = Rect(cell.right - side + out, cell.y - out, side, side)
        canvas.rounded(disc.inset(-1), side / 2 + 1, theme.ground)
        canvas.rounded(disc, side / 2, theme.output_text)
        if ticked:
            inner = round(side * 0.8)
            canvas.icon("check", disc.centred(inner, inner), theme.ground)


def goal_panel(facts: GoalFacts, frame: StillFrame, place: Rect, most: float, output: GridPlace) -> tuple[Widget, ...]:
    """Return the goal in a place, its words in units of at most `most` device pixels; nothing where it cannot be seen.

    Its cells are no larger than those of the output, so that the eye goes from one to the other.
    """
    unit = min(frame.layout.unit * GROWN * LARGER, most * GROWN) if frame.layout.presenting else most
    size = max(9, round(BODY * unit))
    line, gap = max(round(LINE * unit), round(size * 1.35)), max(2, round(GAP * unit))
    board = facts.board
    rows, columns = board.size
    largest = max(output.pitch, TOLD * unit) if output.pitch else ALONE * unit
    free = Rect(place.x, place.y + line + gap, place.w, place.h - 2 * (line + gap))
    pitch = min(free.h // rows, free.w // columns, int(largest)) if free.h > 0 and free.w > 0 else 0
    if pitch < LEAST:
        return _words_alone(facts, frame, place, size, line)
    grid = GridPlace(free.x, free.y, pitch, rows, columns)
    target = Target(
        name="goal",
        rect=grid.rect.inset(-2),
        unit=unit,
        about=text("puzzle.target.tip"),
        place=grid,
        board=board,
        agree=facts.agree or frozenset(),
        look=board_look(frame.type, board, grid, 0 if pitch < NUMBERED else smallest_number(frame) // 2),
    )
    title = round(frame.layout.unit * 38) if frame.layout.presenting else max(size, round(HEADING * unit))
    foot = Rect(place.x, grid.rect.bottom + gap, place.w, line)
    whole = Widget(name="question", rect=Rect(place.x, place.y, place.w, foot.bottom - place.y))
    return (
        whole,
        *_title(facts, frame, Rect(place.x, place.y, place.w, line), grid.rect.right, title),
        target,
        *_state(facts, frame, foot, size),
    )


LEAST = 4
"""Device pixels of a cell under which nothing of a map is seen."""
NUMBERED = 14


def _title(facts: GoalFacts, frame: StillFrame, line: Rect, end: int, size: int) -> tuple[Widget, ...]:
    """Return the title, and the size of the map, at its right end where that has room."""
    words = text("puzzle.target")
    width = frame.type.width(words, size, True)
    title = frame.label("goal title", Rect(line.x, line.y, width, line.h), words, size, "output_text", bold=True)
    said, small = size_text(facts.wanted[1:]), max(9, round(size * 0.8))
    if facts.wanted[0] > 1:
        said = text("puzzle.target.of", map=facts.front + 1, maps=facts.wanted[0], size=said)
    wide = frame.type.width(said, small, False)
    x = max(end - wide, title.rect.right + size // 2)
    return title, frame.label("goal size", Rect(x, line.y, wide, line.h), said, small, "dim")


def _state(facts: GoalFacts, frame: StillFrame, line: Rect, size: int) -> tuple[Widget, ...]:
    """Return how many of how many cells agree, or which size is wanted, with a tick once all do."""
    words, met = goal_words(facts), facts.count == facts.total
    found: list[Widget] = []
    x = line.x
    if met:
        side = round(size * 1.15)
        icon = Rect(x, line.y + (line.h - side) // 2, side, side)
        found.append(Picture(name="goal met", rect=icon, icon="check", role="output_text"))
        x += side + size // 3
    while size > SMALLEST and frame.type.width(words, size, True) > line.right - x:
        size -= 1
    place = Rect(x, line.y, line.right - x, line.h)
    return *found, frame.label("goal state", place, words, size, "output_text" if met else "text", bold=True)


SMALLEST = 8


def goal_words(facts: GoalFacts) -> str:
    """Return how far the maps are what they are to be."""
    if facts.agree is None:
        (maps, *now), (wanted, *size) = facts.size, facts.wanted
        if maps != wanted:
            return text("puzzle.maps", maps=maps, wanted=wanted)
        return text("puzzle.sizes", now=size_text((now[0], now[1])), wanted=size_text((size[0], size[1])))
    if facts.count == facts.total:
        return text("puzzle.all", total=facts.total)
    return text("puzzle.agree", count=facts.count, total=facts.total)


def _words_alone(facts: GoalFacts, frame: StillFrame, place: Rect, size: int, line: int) -> tuple[Widget, ...]:
    """Return how far it is in words, where the map itself has no room."""
    if place.h < line or place.w < 4 * size:
        return ()
    return _state(facts, frame, Rect(place.x, place.y, place.w, line), size)
