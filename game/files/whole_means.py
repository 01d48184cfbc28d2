"""Pictures of Pillow's made smaller without numpy: a camera's photo has sides that a whole number divides.

Importing numpy takes longer than decoding a photo of 12 megapixels. Where each pixel that is kept is the mean of whole
ones, Pillow has it at once, the areas are equal and the proportions exact. Letting the decoder make the photo smaller
(`draft`) would take half the time, but it leaves out the high frequencies: at edges that is no mean, by 30 levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.limits import RESOLUTION
from .picture_form import printed
from .pillow_modes import GRAY

if TYPE_CHECKING:
    from PIL.Image import Image

    from ..core.grid import Pair

_MANY = 2_000_000  # pixels from which a whole factor is looked for; fewer are quickly averaged in any proportions
_LEAST = 2 * round(RESOLUTION.high)
"""Pixels that the longer side keeps at least: twice what it is ever shown with."""


def whole_factor(size: Pair, longest: int) -> int:
    """Return of how many pixels a side each kept one may be the mean: the fewest that divide both sides of a photo.

    It is 1 where the picture is small enough as it is, and 0 where no number does, or the picture is no large one.
    """
    if max(size) <= longest:
        return 1
    if size[0] * size[1] < _MANY:
        return 0
    factors = range(-(-max(size) // longest), max(size) // _LEAST + 1)
    return next((each for each in factors if not (size[0] % each or size[1] % each)), 0)


def of_whole_pixels(image: Image, factor: int, turned: int, size: Pair, drawn: bool) -> bytes:
    """Return a picture as it is printed, each pixel the mean of `factor` × `factor` whole ones, rounded once.

    It has 8 bits and nothing transparent, and if the factor is not 1 a mode of PLAIN. `turned` is how the camera was
    held, 1 … 8 as Exif has it; `size` the (rows, columns) of the picture itself, upright.
    """
    part = image.reduce(factor) if factor > 1 else image.convert("L" if image.mode in GRAY else "RGB")
    part = _upright(part, turned)
    bands = [band.tobytes() for band in part.split()]
    gray = all(band == bands[0] for band in bands)
    pixels = bands[0] if gray else part.tobytes()
    return printed(pixels, (part.height, part.width, 1 if gray else 3), 1, size, drawn)


def _upright(image: Image, turned: int) -> Image:
    """Return the picture upright, for each of the eight orientations of Exif."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[turned]) if turned in ways else image
