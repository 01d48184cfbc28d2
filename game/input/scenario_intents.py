"""Intents that change the scenario: each is undone by one step of the history, or belongs to a gesture that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.scenario import Grid, Pair, Scenario
from ..core.tensors import Filters, Tensor
from ..value import Single
from .intent import Cell, GridName, Intent, Side

if TYPE_CHECKING:
    from ..core.kept_picture import KeptPicture


class ScenarioIntent(Intent):
    """What changes the scenario."""


class SetQuantity(ScenarioIntent):
    """Give a quantity of `core.quantities`, by its name, a value on an axis: 0 rows, 1 columns, None both.

    A chain that is linked sets both axes whatever `axis` says. A value out of what is allowed now goes to the
    nearest allowed one (a slider's knob stops there); a `typed` one is refused with a sentence.
    """

    quantity: str
    axis: int | None
    value: int
    typed: bool = False


class Paint(ScenarioIntent, by_hand=True, hint="paint"):
    """Give pixels one value, −999 … 999. Cells are image coordinates; those outside the image are left out."""

    cells: tuple[Pair, ...]
    value: float
    colour: tuple[float, ...] = ()
    """What the channels get while the colour picture is in front; without it all of them get the value."""
    soft: bool = False
    """Whether what lies beside the cells is painted too, at less."""


class SetCell(ScenarioIntent, by_hand=True, focuses=True, about="cell"):
    """Give one pixel or one weight a value."""

    cell: Cell
    value: float


class NudgeCell(ScenarioIntent, by_hand=True, focuses=True, about="cell"):
    """Add `amount` to one pixel or weight; a pixel stops at 0 and white (`steps_of`). Nudges in a row are one entry."""

    cell: Cell
    amount: float


class PaintCursor(ScenarioIntent, by_hand=True, focuses=True, at_cursor=True, hint="paint"):
    """Give the cell that has the cursor the value that a stroke gives: the brush's, or 0 with the eraser."""


class ClearCursor(ScenarioIntent, by_hand=True, focuses=True, at_cursor=True):
    """Set the cell that has the cursor to 0."""


class ChooseImage(ScenarioIntent, settles=True):
    """Take an image by its name, in the present size."""

    name: str


class ClearImage(ScenarioIntent, settles=True):
    """Set every pixel to 0; size and white stay."""


class ChooseKernel(ScenarioIntent, settles=True):
    """Take a kernel by its name, in the present size."""

    name: str


class KernelAction(ScenarioIntent, settles=True):
    """Do something with the whole kernel: "turn" (by 180°), "sum to one" or "clear"."""

    name: str


class NewSeed(ScenarioIntent, settles=True):
    """Roll everything random again, with the next seed."""


class SetSeed(ScenarioIntent):
    """Roll everything random again, with this seed (0 … 2³²−1)."""

    seed: int


class Undo(ScenarioIntent, settles=True):
    """One entry of the history back."""


class Redo(ScenarioIntent, settles=True):
    """One entry of the history forward."""


class ReplaceScenario(ScenarioIntent, settles=True):
    """Put another scenario in the place of the present one, as one undo entry: opened, dropped, "Last work".

    `position` None keeps the walk near the patch where it is. `path` is the scenario file that Save writes to;
    `source` the file that it was opened from, which is said once it is shown: a scenario, or a picture. `told`: the
    sentence that says so, if there is more to say, or no source. `scene`: which scene of a shelf it is, as
    `files.shelf` has it. cells: the view that follows shows no stamps, so its walk counts cells from the beginning.
    mixed: it is a photo, the colour picture of which comes to the front.
    """

    scenario: Scenario
    position: float | None = None
    path: str | None = None
    source: str = ""
    scene: object = None
    cells: bool = False
    told: str = ""
    mixed: bool = False


class PasteGrid(Single, ScenarioIntent, settles=True):
    """Put numbers in the place of the image or a side's kernel, which takes their size.

    A grid (rows × columns) is put in the place of what is in front. Channels (channels × rows × columns) are those of
    the image, whatever it had, or the kernels of the filter in front; filters (× channels × rows × columns) are all of
    them, and only a kernel's. told: the whole sentence that says what was pasted, where more is to be said than how
    large it is; said: what is to be said of how it was read. source: the file that it is of, "" for the clipboard.
    mixed: as of `ReplaceScenario`. picture: what the grid is sampled from, which is kept.
    """

    grid: Grid | Tensor | Filters
    onto: GridName
    side: Side = Side.A
    told: str = ""
    mixed: bool = False
    said: str = ""
    source: str = ""
    picture: KeptPicture | None = None


class BeginGesture(ScenarioIntent, settles=True):
    """A stroke or a drag begins: what follows until its end is one undo entry."""


class EndGesture(ScenarioIntent):
    """The stroke or drag ends and becomes one undo entry."""


class CancelGesture(ScenarioIntent):
    """Take the open gesture back; with none open, the one that has just ended, as if it had never been."""
