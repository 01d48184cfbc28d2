"""Where the layers stand: how large and how far apart they are at home, and how a camera sees them."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians

from ...play.choices import HOME, Camera
from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.plane import Plane, Point, between, extent, flat, seen
from ...value import Value
from ..card import lifted

LARGER = 1.3  # an output cell's side is at most so many pixels of the image, where the map is small
SHARE = 0.6  # of the image's length, that a small map fills
LOW, HIGH, ARC = 0.48, 0.6, 0.06
"""How high the card floats, as shares of the output's height: settled, lifted, and besides on its way back."""


class Sizes(Value):
    """The sizes of the three layers, in pixels of the image, and how high the output floats at home.

    beside: those of the other side of Compare. Both stand as one that holds both: on one scale, equally high.
    """

    image: tuple[int, int]  # padding included
    padding: tuple[int, int]
    kernel: tuple[int, int]  # what it reaches over
    output: tuple[int, int]
    tall: float = 1.0  # times the height that follows from the image
    beside: Sizes | None = None

    @property
    def both(self) -> tuple[Sizes, ...]:
        """These sizes, and those of the other side if there is one."""
        return (self,) if self.beside is None else (self, self.beside)

    @property
    def scale(self) -> float:
        """The side of an output cell."""
        return min(LARGER, max(1.0, SHARE * max(self.image) / max(self.output)))

    @property
    def height(self) -> float:
        """How high the output floats above the image at home."""
        return self.tall * max(0.35 * sum(sizes.image) + 1.0 for sizes in self.both)

    @property
    def middle(self) -> Point:
        """The image's middle as (row, column) in image coordinates."""
        return self.image[0] / 2 - self.padding[0], self.image[1] / 2 - self.padding[1]


def lift(place: GridPlace, moment: Moment, unit: float, tall: float, rise: float) -> float:
    """Return how far, in pixels, the card floats above the image; `tall`: how far the output does."""
    return lifted(place, moment, unit) * (1 - rise) + tall * (LOW + (HIGH - LOW) * moment.lift + ARC * moment.arc)


def risen(place: GridPlace, end: Plane, middle: Point, turn: float, tilt: float, rise: float) -> Plane:
    """Return a grid on its way from its flat place; it stays a rectangle in space all the way."""
    if rise >= 1:
        return end
    pitch = place.pitch * (end.pitch / max(1, place.pitch)) ** rise
    at = between(flat(place).point(*middle), end.point(*middle), rise)
    return seen(turn, tilt, pitch, middle, at)


def planes(
    sizes: Sizes, camera: Camera, picture: Rect, stage: Rect, turn: float, tilt: float
) -> tuple[Plane, Plane, float]:
    """Return the image's plane, the output's, and how far in pixels the output floats above the image."""
    pitch, base = _home(sizes, picture, max(1.0, camera.gap))
    waist = sizes.height * max(1.0, camera.gap) / 2 * cos(radians(HOME.tilt)) * pitch
    home = picture.centre[0], base - waist  # the point about which one orbits
    x, y = (
        middle + moved * stage.h + (place - middle) * camera.zoom
        for middle, moved, place in zip(stage.centre, (camera.across, camera.down), home, strict=True)
    )
    pitch *= camera.zoom
    tall = sizes.height * camera.gap * cos(radians(tilt)) * pitch
    image = seen(turn, tilt, pitch, sizes.middle, (x, y + tall / 2))
    half = sizes.output[0] / 2, sizes.output[1] / 2
    return image, seen(turn, tilt, pitch * sizes.scale, half, (x, y - tall / 2)), tall


def clear_of(sizes: Sizes, picture: Rect, corner: Rect) -> Rect:
    """Return the picture's place, less what is below the top of a corner, if the image would reach into that at home.

    Only a long image does: any other leaves the corners below it free.
    """
    pitch, base = _home(sizes, picture, 1.0)
    image = seen(HOME.turn, HOME.tilt, pitch, sizes.middle, (picture.centre[0], base))
    if not corner.w or not image.reaches(corner, (-sizes.padding[0], -sizes.padding[1]), sizes.image):
        return picture
    return Rect(picture.x, picture.y, picture.w, max(1, min(picture.bottom, corner.y) - picture.y))


def _home(sizes: Sizes, picture: Rect, gap: float) -> tuple[float, float]:
    """Return a pixel's side in device pixels at which all layers are whole at home, and where the image's middle is."""
    high = sizes.height * gap * cos(radians(HOME.tilt))
    width, depth = _widest(extent(*one.image, HOME.turn, HOME.tilt) for one in sizes.both)
    tops = [(one.scale, extent(*one.output, HOME.turn, HOME.tilt)) for one in sizes.both]
    top_width, top_depth = _widest((scale * across, scale * down) for scale, (across, down) in tops)
    above = max(depth / 2 + high * HIGH, high + top_depth / 2)
    pitch = min(picture.w / max(width, top_width), picture.h / (above + depth / 2))
    slack = picture.h - pitch * (above + depth / 2)
    return pitch, picture.bottom - slack / 2 - depth / 2 * pitch


def pitch_at_home(sizes: Sizes, picture: Rect) -> float:
    """Return a pixel's side in device pixels, before it is tilted, with which all layers are whole at home."""
    return _home(sizes, picture, 1.0)[0]


def _widest(extents: Iterable[Point]) -> Point:
    """Return the extent that holds all of some."""
    widths, depths = zip(*extents, strict=True)
    return max(widths), max(depths)


def home_middles(sizes: Sizes, picture: Rect) -> tuple[Point, Point, Point]:
    """Return where the middles of output, settled card and image are at home."""
    pitch, base = _home(sizes, picture, 1.0)
    x, high = picture.centre[0], sizes.height * cos(radians(HOME.tilt)) * pitch
    return (x, base - high), (x, base - high * LOW), (x, base)
