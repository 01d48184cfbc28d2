"""Where the three layers are in the window for a frame: what drawing and pointing share."""

from __future__ import annotations

from ...core.scenario import Pair, Scenario
from ...input.intent import CardBorder, Cell, GridName, Side
from ...play.easing import cubic_in_out
from ...play.moment import Moment
from ...ui.geometry import EMPTY, Rect
from ...ui.place import GridPlace
from ...ui.plane import Plane, Point
from ...ui.stage import Stage
from ...value import Value
from ..frame import StillFrame
from ..places import stage_of
from .room import Room, room_of
from .standing import Sizes, clear_of, home_middles, lift, planes, risen


class LaidGrid(Plane):
    """One grid in its plane; see `ui.place.GridPlace` for the same where it stands level."""

    rows: int
    columns: int
    first: tuple[int, int]
    clip: Rect
    steps: tuple[int, int] = (1, 1)  # rows and columns of the plane from one cell to the next
    there: bool = True

    radius = 0.0

    @property
    def pitch(self) -> float:
        """A cell's side before it is tilted, in pixels; 0 where nothing can be pointed at."""
        return super().pitch if self.there else 0.0

    @property
    def rect(self) -> Rect:
        """What holds the whole grid, as far as it is seen."""
        return self.bounds(*self.corner(*self.first), *self._size).overlap(self.clip) if self.there else EMPTY

    @property
    def _size(self) -> tuple[int, int]:
        """The rows and columns of the plane that it reaches over."""
        return (self.rows - 1) * self.steps[0] + 1, (self.columns - 1) * self.steps[1] + 1

    def corner(self, row: float, column: float) -> Point:
        """Return the top left of a cell, in the plane's rows and columns."""
        return row * self.steps[0], column * self.steps[1]

    def in_way_of(self, rect: Rect) -> bool:
        """Tell whether a cell, or the space of a cell around the grid, lies in a rectangle."""
        return self.there and self.reaches(rect, self.corner(*self.first), self._size)

    def cell(self, row: float, column: float) -> Rect:
        """Return what holds a cell; its middle is the cell's."""
        return self.block(row, column, 1, 1)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return what holds a block of cells."""
        return self.bounds(*self.corner(row, column), rows, columns) if self.there else EMPTY

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell at a point, whatever is above it, or None beside the grid and in a kernel's gaps."""
        if not self.there or not self.clip.contains(x, y):
            return None
        found = []
        for axis, place in enumerate(self.place(x + 0.0, y + 0.0)):
            cell, within = divmod(place, self.steps[axis])
            if within >= 1 or not 0 <= cell - self.first[axis] < (self.rows, self.columns)[axis]:
                return None
            found.append(int(cell))
        return found[0], found[1]


ONE = (1, 1)  # the size of what floats over a tower: the sum of its channel


class Part(Value):
    """The part of the window that the layers have: all of the stage, or the pane of one side of Compare.

    beside: the scenario of the other side, with which this one has one scale.
    summed: it is a tower of several, whose products fly to the sum of its channel.
    """

    clip: Rect  # nothing is drawn or met outside, and cameras look at its middle
    room: Room
    side: Side = Side.A
    beside: Scenario | None = None
    summed: bool = False
    tall: float = 1.0  # times the height of a tower


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
    total: Plane | None = None  # of a tower: where its channel's sum is, one cell of a plane; else there is the output

    @property
    def own(self) -> StackPlaces:
        """The planes of one tower alone."""
        return self

    @property
    def whole(self) -> Rect:
        """What holds all layers."""
        return self.clip

    @property
    def titled(self) -> tuple[Rect, ...]:
        """The places of the titles, on which nothing may lie."""
        return self.room.title_rects([home[1] for home in self.home])

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

    def _on_border(self, x: float, y: float) -> bool:
        if not self.kernel.there:
            return False
        row, column = self.card.place(x, y)
        depths = (row - self.corner[0], self.corner[0] + self.sizes.kernel[0] - row)
        sides = (column - self.corner[1], self.corner[1] + self.sizes.kernel[1] - column)
        inward = min(*depths, *sides)
        return -self.border <= inward < self.border * 0.5


class StillPlaces(Value):
    """The same before the walk moves the card.

    places: with the card on the image. flat: the image in the Flat view. tall: how far, in pixels, the output floats
    above the image. fixed: titles stand as at home, wherever the layers are.
    """

    places: StackPlaces
    flat: GridPlace
    unit: float
    tall: float
    fixed: bool

    def at(self, moment: Moment) -> StackPlaces:
        """Return the places at a moment."""
        still, place = self.places, moment.card
        card = still.image.moved(0.0, -lift(self.flat, moment, self.unit, self.tall, still.rise))
        x, y = card.point(*place)  # the kernel's first cell is where the card's corner is
        kernel = still.kernel.changed(x=x, y=y)
        home = still.home if self.fixed else (still.home[0], card.point(*still.sizes.middle), still.home[2])
        products = kernel.changed(there=False)
        return still.changed(card=card, kernel=kernel, products=products, corner=place, home=home)


def stack_places(frame: StillFrame, moment: Moment, flat_places: Stage, part: Part | None = None) -> StackPlaces:
    """Return the places of a frame, on the whole stage or a part; between Flat and Stack, the layers are on their way.

    A part of one side comes with the frame from which that side is drawn.
    """
    return still_places(frame, flat_places, part).at(moment)


def stack_of(frame: StillFrame) -> StillPlaces:
    """Return the places of a frame on the whole stage before the walk moves the card."""
    return still_places(frame, stage_of(frame))


def still_places(frame: StillFrame, flat_places: Stage, part: Part | None = None) -> StillPlaces:
    """Return the same before the walk moves the card."""
    if part is None:
        part = Part(frame.layout.stage, room_of(frame))
    output, room = flat_places.output, part.room
    beside = None if part.beside is None else sizes_of(part.beside)
    # The output's size may be a secret; its flat place does not tell it.
    top = ONE if part.summed else (output.rows, output.columns)
    sizes = sizes_of(frame.side.result.scenario).changed(output=top, tall=part.tall, beside=beside)
    room = room.changed(picture=clear_of(sizes, room.picture, room.corner))
    turn, tilt, _ = seen_from(frame)
    ends = planes(sizes, frame.still.interface.camera, room.picture, part.clip, turn, tilt)
    still = places_between(frame, flat_places, part.changed(room=room), sizes, ends)
    home = home_middles(sizes, room.picture)
    return still.changed(places=still.places.changed(home=home), fixed=True)


def seen_from(frame: StillFrame) -> tuple[float, float, float]:
    """Return from where the layers are looked at, on the way there too: turn, tilt (degrees), and how far it is."""
    interface = frame.still.interface
    rise = 1.0 if frame.still.settings.reduced_motion else cubic_in_out(interface.rise)
    camera = interface.camera
    return camera.turn * rise, 90 - (90 - camera.tilt) * rise, rise


def places_between(
    frame: StillFrame, flat_places: Stage, part: Part, sizes: Sizes, ends: tuple[Plane, Plane, float]
) -> StillPlaces:
    """Return the places between an image's plane and that of what is made of it, so many pixels above it (`ends`)."""
    side, scenario, output, clip = frame.side, frame.side.result.scenario, flat_places.output, part.clip
    turn, tilt, rise = seen_from(frame)
    image = risen(flat_places.image, ends[0], sizes.middle, turn, tilt, rise)
    half = sizes.output[0] / 2, sizes.output[1] / 2
    laid_output = risen(output, ends[1], half, turn, tilt, rise)
    kernel = grid_on(image, scenario.kernel_size, (0, 0), clip, scenario.dilation, there=side.placed)
    places = StackPlaces(
        clip=clip,
        sizes=sizes,
        image=grid_on(image, sizes.image, (-sizes.padding[0], -sizes.padding[1]), clip),
        kernel=kernel,
        products=kernel.changed(there=False),
        output=grid_on(laid_output, sizes.output, (0, 0), clip, there=side.sized and not part.summed),
        card=image,
        corner=(0.0, 0.0),
        turn=turn,
        tilt=tilt,
        rise=rise,
        room=part.room,
        home=(laid_output.point(*half), image.point(*sizes.middle), image.point(*sizes.middle)),
        border=max(0.06, 5.0 / max(1.0, image.pitch)),
        side=part.side,
        total=laid_output if part.summed else None,
    )
    return StillPlaces(places, flat_places.image, frame.unit, ends[2] * rise, False)


def sizes_of(scenario: Scenario) -> Sizes:
    """Return the sizes of the three layers of a scenario."""
    return Sizes(scenario.padded_size, scenario.padding, scenario.kernel_extent, scenario.output_size)


def grid_on(plane: Plane, size: Pair, first: Pair, clip: Rect, steps: Pair = (1, 1), there: bool = True) -> LaidGrid:
    """Return a grid of that size in a plane."""
    return LaidGrid(plane.x, plane.y, plane.across, plane.down, *size, first, clip, steps, there)
