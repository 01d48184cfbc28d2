"""Where everything stands while a kernel learns: image, kernel over gradient, output over error, target over loss.

A wide stage has them beside each other; on a tall one image and kernel stand above the maps. In Present the kernel,
its gradient, the error and the loss have the wall.
"""

from __future__ import annotations

from functools import lru_cache

from .columns import Shape, fill, fit
from .geometry import EMPTY, Rect
from .layout import TOP, below_titles
from .place import COARSE, GridPlace, Pair
from .stage import NOTHING, ROW, ROW_GAP, ROW_WIDTH, Stage
from .stage_present import LARGER, below_heads

BETWEEN = 64  # units from a grid to the one below it, for its title
UNDER, UNDER_LEAST = 130, 64  # units under the gradient: what walks through it and what it is; the first of it alone
WALK, WALK_GAP, RULE = 46, 14, 60  # units of the height of both, and of the gap above each
WORDS = (230, 262, 288, 190)  # units that the titles of the columns need
WALL_WORDS = (0, 230, 260, 240)
GAPS = (42, 42, 84)  # units between the columns; in the last one stands a minus
CHART = 190  # units of the height of the loss line at least
IMAGE_SHARE, KERNEL_SHARE, MAP_SHARE = 0.14, 0.14, 0.13  # of the height, that a cell takes at most

SHARES = tuple(
    (image / 100, rest / 100, rest / 100)
    for rest in range(100, 0, -2)
    for image in ((100, 90, 80, 70, 60) if rest == 100 else (rest * 0.6,))
)
"""Of their largest pitches, in the order in which they are tried: the image gives way before the others do."""

Sizes = tuple[float, float, float]
"""The pitches of image, kernel and gradient, and the three maps."""


class LearnStage(Stage):
    """The places of what learns beside those of image, kernel and output, which hands meet as ever."""

    gradient: GridPlace = NOTHING
    target: GridPlace = NOTHING
    error: GridPlace = NOTHING
    chart: Rect = EMPTY
    walk: Rect = EMPTY  # what opens the gradient as a walk
    rule: Rect = EMPTY  # what the gradient is
    minus: Rect = EMPTY  # between output and target
    columns: tuple[Rect, ...] = ()  # of image, kernel, output and target, as wide as their titles may be


@lru_cache(maxsize=32)
def learn_stage(area: Rect, text: float, shape: Shape, cells: Sizes, row: float = 0.0) -> LearnStage:
    """Return the places on a stage. cells: the pitches at which numbers have room; row: what the brush takes."""
    inner = below_titles(area, text)
    if area.h < area.w:
        return _stood(_Room(inner, text, shape, cells, row, range(4)))
    high = (inner.h - TOP * text) / 2
    upper = _stood(_Room(Rect.of(inner.x, inner.y, inner.w, high), text, shape, cells, row, range(2)))
    below = Rect.of(inner.x, inner.bottom - high, inner.w, high)
    lower = _stood(_Room(below, text, shape, cells, 0.0, range(2, 4)))
    return upper.changed(
        output=lower.output,
        target=lower.target,
        error=lower.error,
        chart=lower.chart,
        minus=lower.minus,
        columns=(*upper.columns[:2], *lower.columns[2:]),
    )


@lru_cache(maxsize=8)
def learn_wall(area: Rect, unit: float, shape: Shape, cells: Sizes) -> LearnStage:
    """Return the places in Present, in its units."""
    inner = below_heads(area, unit)
    return _stood(_Room(inner, unit * LARGER, shape, cells, 0.0, (1, 2, 3), wall=True))


class _Room:
    """What the places are made for. columns: which of the four there are, from the left."""

    def __init__(
        self,
        area: Rect,
        text: float,
        shape: Shape,
        cells: Sizes,
        row: float,
        columns: range | tuple[int, ...],
        wall: bool = False,
    ) -> None:
        self.area, self.text, self.shape, self.cells, self.row = area, text, shape, cells, row
        self.columns, self.wall = tuple(columns), wall
        self.gap = BETWEEN * text
        self.under = (0 if wall else UNDER if area.h > 480 * text else UNDER_LEAST) * text
        wanted = [(WALL_WORDS if wall else WORDS)[column] * text for column in self.columns]
        gaps = [GAPS[column - 1] * text for column in self.columns if column > self.columns[0]]
        less = min(1.0, area.w / max(1.0, sum(wanted) + sum(gaps)))
        self.words, self.gaps = [each * less for each in wanted], [each * less for each in gaps]

    @property
    def most(self) -> Sizes:
        """The pitches when only heights limit them."""
        shape, high = self.shape, self.area.h
        maps = high if self.wall else (high - self.gap) / 2
        return (
            _filling(1e9, high - self.row, shape.image, high * IMAGE_SHARE),
            _filling(
                1e9, (high - self.gap - self.under) / 2, shape.kernel, high * KERNEL_SHARE * (1.4 if self.wall else 1)
            ),
            _filling(1e9, maps, shape.output, high * MAP_SHARE * (1.6 if self.wall else 1)),
        )

    def widths(self, sizes: Sizes) -> list[float]:
        """Return the columns' widths at these pitches: the grids', or what their words need."""
        image, kernel, maps = (
            pitch * size[1]
            for pitch, size in zip(sizes, (self.shape.image, self.shape.kernel, self.shape.output), strict=True)
        )
        grids = image, kernel, maps, 0.0 if self.wall else maps
        return [max(least, grids[column]) for column, least in zip(self.columns, self.words, strict=True)]

    def fits(self, sizes: Sizes) -> bool:
        """Tell whether all columns have room beside each other."""
        return sum(self.widths(sizes)) + sum(self.gaps) <= self.area.w + 0.5

    def best(self) -> Sizes:
        """Return the largest pitches that have room: numbers come first, those of the image last."""
        most, cells = self.most, self.cells
        for kept in ((0, 1, 2), (1, 2), (1,), ()):
            least = [min(most[index], cells[index]) if index in kept else 1e-3 for index in range(3)]
            for shares in SHARES:
                found = tuple(
                    _whole(max(low, high * share)) for low, high, share in zip(least, most, shares, strict=True)
                )
                if self.fits((found[0], found[1], found[2])):
                    return found[0], found[1], found[2]
        return 1e-3, 1e-3, 1e-3


def _filling(width: float, height: float, size: Pair, cap: float) -> float:
    """Return the largest pitch: whole, or real where cells are small."""
    height = max(1.0, height)
    whole = fit(width, height, size, cap)
    return whole if whole >= COARSE else min(fill(width, height, size), max(1.0, cap))


def _whole(pitch: float) -> float:
    """Return a pitch that a grid may have: whole from where cells are all of one size on."""
    return int(pitch) if pitch >= COARSE else float(pitch)


def _stood(room: _Room) -> LearnStage:
    sizes = room.best()
    area, text = room.area, room.text
    widths = room.widths(sizes)
    free = max(0.0, area.w - sum(widths) - sum(room.gaps)) * (0.5 if room.wall else 0.3) / max(1, len(room.gaps))
    x, places = float(area.x), dict[int, Rect]()
    for index, column in enumerate(room.columns):
        places[column] = Rect.of(x, area.y, widths[index], area.h)
        x += widths[index] + (room.gaps[index] + free if index < len(room.gaps) else 0)
    whole = tuple(places.get(column, EMPTY) for column in range(4))
    found = LearnStage(text, NOTHING, stacked=True, columns=whole)
    if 0 in places:
        found = _with_image(found, room, sizes[0])
    if 1 in places:
        found = _with_kernel(found, room, sizes[1])
    return _with_maps(found, room, sizes[2]) if 2 in places else found


def _grid(place: Rect, y: float, pitch: float, size: Pair, first: Pair = (0, 0)) -> GridPlace:
    return GridPlace(place.x, round(y), pitch, *size, first=first)


def _with_image(found: LearnStage, room: _Room, pitch: float) -> LearnStage:
    shape, place, text = room.shape, found.columns[0], room.text
    image = _grid(place, place.y, pitch, shape.image, (-shape.padding[0], -shape.padding[1]))
    wide = min(ROW_WIDTH * text, place.w + 30 * text)
    brush = Rect.of(image.x, image.rect.bottom + ROW_GAP * text, wide, ROW * text) if room.row else EMPTY
    return found.changed(image=image, brush=brush)


def _with_kernel(found: LearnStage, room: _Room, pitch: float) -> LearnStage:
    place, text = found.columns[1], room.text
    kernel = _grid(place, place.y, pitch, room.shape.kernel)
    gradient = _grid(place, kernel.rect.bottom + room.gap, pitch, room.shape.kernel)
    found = found.changed(kernel=kernel, gradient=gradient)
    if not room.under:
        return found
    walk = Rect.of(place.x, gradient.rect.bottom + WALK_GAP * text, max(gradient.rect.w, place.w), WALK * text)
    rule = Rect.of(place.x, walk.bottom + 6 * text, place.w, RULE * text)
    fits = walk.bottom <= room.area.bottom + 1
    return found.changed(walk=walk if fits else EMPTY, rule=rule if rule.bottom <= room.area.bottom + 1 else EMPTY)


def _with_maps(found: LearnStage, room: _Room, pitch: float) -> LearnStage:
    place, last, text, size = found.columns[2], found.columns[3], room.text, room.shape.output
    if room.wall:
        error = _grid(place, place.y, pitch, size)
        high = max(min(error.rect.h, room.area.h), min(room.area.h, 2 * CHART * text))
        return found.changed(error=error, chart=Rect.of(last.x, last.y, room.area.right - last.x, high))
    output, target = _grid(place, place.y, pitch, size), _grid(last, last.y, pitch, size)
    low = output.rect.bottom + room.gap
    error = _grid(place, low, pitch, size)
    high = min(max(error.rect.h, CHART * text), room.area.bottom - low)
    wide = min(max(target.rect.w, last.w), room.area.right - last.x)
    minus = Rect.of(output.rect.right, output.y, last.x - output.rect.right, output.rect.h)
    chart = Rect.of(last.x, low, wide, max(1.0, high))
    return found.changed(output=output, target=target, error=error, chart=chart, minus=minus)
