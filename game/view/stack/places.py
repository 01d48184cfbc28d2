"""Where the three layers are in the window for a frame: what drawing and pointing share."""

from __future__ import annotations

from ...core.scenario import Pair, Scenario
from ...input.intent import CardBorder, Cell, GridName, Side
from ...play.easing import cubic_in_out
from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point
from ...ui.stage import Stage
from ...value import Value
from ..frame import StillFrame
from .laid_grid import LaidGrid
from .room import Room, room_of
from .standing import Sizes, clear_of, home_middles, lift, planes, risen


class Part(Value):
    """The part of the window that the layers have: all of the stage, or the pane of one side of Compare.

    beside: the scenario of the other side, with which this one has one scale.
    """

    clip: Rect  # nothing is drawn or met outside, and cameras look at its middle
    room: Room
    side: Side = Side.A
    beside: Scenario | None = None


class StackPlaces(Value):
    """The planes of the three layers."""

    clip: Rect  # nothing is drawn or met outside
    sizes: Sizes
    image: LaidGrid
    kernel: LaidGrid
    products: LaidGrid  # is not there
    output: LaidGrid
    card: Plane  # as the card floats now; it has the image's coordinates
    corner: Point  # (row, column) of the card's top left
    turn: float  # degrees, as it is drawn
    tilt: float
    rise: float  # 0 flat … 1 stack, eased
    room: Room
    home: tuple[Point, Point, Point]  # the middles of output, card and image as they are at home
    border: float  # how far the card's border reaches in and out, in cells
    side: Side = Side.A

    @property
    def grids(self) -> tuple[tuple[GridName, LaidGrid], ...]:
        """The grids by their names."""
        return tuple((role, getattr(self, role.value)) for role in GridName)

    def target(self, x: float, y: float) -> Cell | CardBorder | None:
        """Return what is at a point, the topmost layer first."""
        if not self.clip.contains(x, y):
            return None
        found = self.output.at(x, y)
        if found is not None:
            return Cell(GridName.OUTPUT, *found, self.side)
        if self._on_border(x, y):
            return CardBorder(self.side)
        for name, grid in ((GridName.KERNEL, self.kernel), (GridName.IMAGE, self.image)):
            found = grid.at(x, y)
            if found is not None:
                return Cell(name, *found, self.side)
        return None

    def is_free(self, rect: Rect) -> bool:
        """Tell whether no layer reaches into a rectangle, on the way to where they float or there."""
        return self.rise >= 1 and not any(grid.in_way_of(rect) for _, grid in self.grids)

    def on_card(self, x: float, y: float) -> Point:
        """Return which (row, column) of the image's coordinates is at a point, at the height of the card."""
        return self.card.place(x, y)

    def _on_border(self, x: float, y: float) -> bool:
        if not self.kernel.there:
            return False
        row, column = self.card.place(x, y)
        depths = (row - self.corner[0], self.corner[0] + self.sizes.kernel[0] - row)
        sides = (column - self.corner[1], self.corner[1] + self.sizes.kernel[1] - column)
        inward = min(*depths, *sides)
        return -self.border <= inward < self.border * 0.5


def stack_places(frame: StillFrame, moment: Moment, flat_places: Stage, part: Part | None = None) -> StackPlaces:
    """Return the places of a frame, on the whole stage or a part; between Flat and Stack, the layers are on their way.

    A part of one side comes with the frame from which that side is drawn.
    """
    if part is None:
        part = Part(frame.layout.stage, room_of(frame))
    side, scenario, interface = frame.side, frame.side.result.scenario, frame.still.interface
    output, room, clip = flat_places.output, part.room, part.clip
    beside = None if part.beside is None else _sizes(part.beside)
    # The output's size may be a secret; its flat place does not tell it.
    sizes = _sizes(scenario).changed(output=(output.rows, output.columns), beside=beside)
    room = room.changed(picture=clear_of(sizes, room.picture, room.corner))
    rise = 1.0 if frame.still.settings.reduced_motion else cubic_in_out(interface.rise)
    camera = interface.camera
    turn, tilt = camera.turn * rise, 90 - (90 - camera.tilt) * rise
    ends = planes(sizes, camera, room.picture, clip, turn, tilt)
    image = risen(flat_places.image, ends[0], sizes.middle, turn, tilt, rise)
    half = sizes.output[0] / 2, sizes.output[1] / 2
    laid_output = risen(output, ends[1], half, turn, tilt, rise)
    card = image.moved(0.0, -lift(flat_places.image, moment, frame.unit, ends[2] * rise, rise))
    x, y = card.point(*moment.card)  # the kernel's first cell is where the card's corner is
    kernel = _grid(card.changed(x=x, y=y), scenario.kernel_size, (0, 0), clip, scenario.dilation, there=side.placed)
    return StackPlaces(
        clip=clip,
        sizes=sizes,
        image=_grid(image, sizes.image, (-sizes.padding[0], -sizes.padding[1]), clip),
        kernel=kernel,
        products=kernel.changed(there=False),
        output=_grid(laid_output, sizes.output, (0, 0), clip, there=side.sized),
        card=card,
        corner=moment.card,
        turn=turn,
        tilt=tilt,
        rise=rise,
        room=room,
        home=home_middles(sizes, room.picture),
        border=max(0.06, 5.0 / max(1.0, image.pitch)),
        side=part.side,
    )


def _sizes(scenario: Scenario) -> Sizes:
    return Sizes(scenario.padded_size, scenario.padding, scenario.kernel_extent, scenario.output_size)


def _grid(plane: Plane, size: Pair, first: Pair, clip: Rect, steps: Pair = (1, 1), there: bool = True) -> LaidGrid:
    """Return a grid of that size in a plane."""
    return LaidGrid(plane.x, plane.y, plane.across, plane.down, *size, first, clip, steps, there)
