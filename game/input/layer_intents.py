"""Intents that change the layer, how many channels the image has, or which layers there are: each is one undo."""

from __future__ import annotations

from ..core.grid import Pair, Shape
from ..core.padding import Padding
from .intent import Cell, Intent
from .scenario_intents import ScenarioIntent


class LayerIntent(ScenarioIntent):
    """What changes the layer of the side in focus; its channels are those of both sides."""


class SetChannels(LayerIntent):
    """Give the image so many channels, 1 … 16; groups are 1 then, for they may not divide them."""

    value: int


class SetFilters(LayerIntent):
    """Have so many filters, 1 … 16; groups that do not divide them become 1."""

    value: int


class SetGroups(LayerIntent):
    """Share channels and filters out to so many groups, a divisor of both."""

    value: int


class SetDepthwise(LayerIntent, settles=True):
    """Give each channel filters of its own: as many groups as channels, and filters up to the next multiple."""


class SetBias(LayerIntent):
    """Give the filter in front a bias, −999 … 999."""

    value: float


class SetActivation(LayerIntent, settles=True):
    """Make this of each sum, by the name of a function of `core.activations`."""

    name: str


class SetOperation(LayerIntent, settles=True):
    """Do another operation: by its name, one of `core.operation_change.OPERATIONS`."""

    name: str


class SetOutputPadding(LayerIntent):
    """Cut so many rows (axis 0) or columns (1), or with None of both, less off a transposed convolution's map."""

    value: int
    axis: int | None = None


class ToggleCeilMode(LayerIntent, settles=True):
    """Keep, or leave out, a last window of a pooling that reaches over the end."""


class ToggleCountPadding(LayerIntent, settles=True):
    """Count, or do not count, the places in the padding when average pooling divides."""


class ToggleWholeImage(LayerIntent, settles=True):
    """Let a window of a pooling, or a kernel, be as large as the image, or let it be of its own size again."""


class UseOutput(LayerIntent, settles=True):
    """Make the map in front the image, or all maps its channels."""

    all_maps: bool = False


class ToggleOrder(LayerIntent, settles=True):
    """Walk a map after the other, or make a cell of all maps before the next one: the order that it is not now."""


class SetPadding(LayerIntent, settles=True):
    """Put this around the image: all four sides, and what stands there."""

    padding: Padding


class SetPaddingSide(LayerIntent):
    """Give one side, of `core.padding.SIDES`, so many rows or columns."""

    side: str
    value: int


class SetPaddingValue(LayerIntent):
    """Let this number stand in a constant padding, −999 … 999."""

    value: float


class SetResolution(LayerIntent):
    """Show the picture that is kept with so many pixels on its longer side; without one nothing happens.

    One that cannot be now goes to the nearest that can; a `typed` one is refused with a sentence.
    """

    value: int
    typed: bool = False


class ChainIntent(ScenarioIntent, settles=True):
    """What is about the layers of the network; without one there is a single layer, to which others can be added."""


class FocusLayer(ChainIntent):
    """Walk another layer, by its number from 0; it is no entry of the history."""

    number: int


class PaintSource(ChainIntent, by_hand=True, hint="paint"):
    """Give pixels of the network's source image one value, or each channel its own, whichever layer is in focus.

    Cells are image coordinates; those outside the image are left out. soft: those beside them are painted too, at less.
    """

    cells: tuple[Pair, ...]
    value: float
    colour: tuple[float, ...] = ()
    soft: bool = False


class ReadDigit(ChainIntent):
    """Make a digit that is held back the network's source image, by its number among these, from 0."""

    number: int


class AddLayer(ChainIntent):
    """Put a convolution behind the layer in focus, and go there."""


class CopyLayer(ChainIntent):
    """Put a copy of the layer in focus behind it, and go there."""


class RemoveLayer(ChainIntent):
    """Take the layer in focus out."""


class MoveLayer(ChainIntent):
    """Move the layer in focus so many places further behind, or before for less than 0."""

    by: int


class TraceIntent(Intent):
    """What is about where a cell of a network comes from: its receptive field, lit layer by layer back to the image."""


class ToggleTrace(TraceIntent, settles=True):
    """Light where a cell comes from, or show the walk again.

    cell: an output cell of the layer in focus, or one of what comes to it; None: one that is pointed at, else the one
    that is being made, and where all stand the one with the largest value. at: a cell of any layer, by the layer's
    number from 1 and by map, row and column; it goes before others.
    """

    cell: Cell | None = None
    at: tuple[int, Shape] | None = None


class LeaveTrace(TraceIntent):
    """Show the walk again."""


LAYER_INTENTS: tuple[type[LayerIntent], ...] = (
    *(SetChannels, SetFilters, SetGroups, SetDepthwise, SetBias, SetActivation, ToggleOrder, UseOutput),
    *(SetOperation, SetOutputPadding, ToggleCeilMode, ToggleCountPadding, ToggleWholeImage),
    *(SetPadding, SetPaddingSide, SetPaddingValue, SetResolution),
)
