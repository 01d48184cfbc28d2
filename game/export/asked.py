"""What is asked of an export: which part of the window, how wide, and which steps of the walk; checked."""

from __future__ import annotations

from ..core.grid import checked_whole
from ..export_flags import PARTS, WIDTH
from ..files.errors import FileProblem
from ..play.phases import NORMAL_SPEED
from ..value import Value

STAGE, WINDOW, *GRIDS = PARTS
USUAL_WIDTH = 1920
SHAPE = (16, 9)
"""The proportions of stage and window, where nothing else is asked for."""
AT_ONCE = 3
"""How many steps a moving picture has where none are named: the one that is shown, and those after it."""


class Picture(Value):
    """One picture: a part of the window (one of `PARTS`), its width in pixels, and the window's proportions."""

    what: str = STAGE
    width: int = USUAL_WIDTH
    shape: tuple[int, int] = SHAPE

    @property
    def checked_width(self) -> int:
        """Return the width. Raises OutOfRange."""
        return checked_whole(self.width, "picture width", WIDTH)


class Steps(Value):
    """Steps of the walk, `first` … `last`, counted from 1, and how fast they are played.

    speed: as of the transport, an index of `SPEEDS`. seconds: of each step; None: as the speed has it. rest: how many
    seconds the last picture stands.
    """

    first: int
    last: int
    speed: int = NORMAL_SPEED
    seconds: float | None = None
    rest: float = 1.2


def checked_steps(steps: Steps, count: int) -> Steps:
    """Return steps of a walk that has so many. Raises FileProblem "export_steps"."""
    if not 1 <= steps.first <= steps.last <= count:
        raise FileProblem("export_steps", first=steps.first, last=steps.last, count=count)
    return steps


def steps_at(position: float, count: int) -> Steps:
    """Return the steps that a moving picture has where none are named."""
    first = min(int(position) + 1, count)
    return Steps(first, min(first + AT_ONCE - 1, count))
