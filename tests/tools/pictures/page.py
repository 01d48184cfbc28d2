"""A test card in gray: stripes that grow finer, a star, discs, steps and a slope of gray, text, noise and checks."""

from __future__ import annotations

import numpy as np

from .noise import Reals, hashed, noise
from .painting import Canvas, lettered, pixels_of

SIZE, FINER = (256, 256), 4
PAPER = 0.86
INK = (0.07, 0.07, 0.07)
Box = tuple[float, float, float, float]


def framed(canvas: Canvas, box: Box) -> Canvas:
    """Draw a thin frame around a box, from left, top to right, bottom; return the points inside of it."""
    left, top, right, bottom = box
    canvas.bar(left - 1, top - 1, right + 1, bottom + 1, INK)
    canvas.bar(left, top, right, bottom, (PAPER,) * 3)
    return canvas.part(left, top, right, bottom)


def fill(canvas: Canvas, box: Box, levels: Reals) -> None:
    """Fill a box with levels of gray, one for each point of a canvas."""
    left, top, right, bottom = box
    inside = np.minimum(np.minimum(canvas.x - left, right - canvas.x), np.minimum(canvas.y - top, bottom - canvas.y))
    canvas.lay(canvas.filled(inside), levels[..., None])


def stripes(canvas: Canvas, box: Box, upright: bool) -> None:
    """Fill a box with waves that grow finer from one end to the other: from 16 pixels long to 3."""
    on, (left, top, right, bottom) = framed(canvas, box), box
    long = right - left if upright else bottom - top
    gone = (on.x - left if upright else on.y - top) / long
    slow, fast = 1 / 16, 1 / 3
    waves = long * slow * ((fast / slow) ** gone - 1) / np.log(fast / slow)
    fill(on, box, 0.5 + 0.44 * np.cos(2 * np.pi * waves))


def star(canvas: Canvas, x: float, y: float, radius: float, spokes: int) -> None:
    """Draw a star of black and white spokes."""
    on = canvas.part(x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2)
    across, down = on.x - x, on.y - y
    far = np.hypot(across, down)
    wave = np.sin(np.arctan2(down, across) * spokes) * far / spokes  # about the distance to the nearest edge
    levels = 0.05 + 0.92 * on.filled(wave)
    on.lay(on.filled(radius + 1 - far), np.array(INK))
    on.lay(on.filled(radius - far), levels[..., None])


def rings(canvas: Canvas, box: Box) -> None:
    """Fill a box with rings about its middle that grow finer outwards, to four pixels at its corners."""
    on, (left, top, right, bottom) = framed(canvas, box), box
    square = (on.x - (left + right) / 2) ** 2 + (on.y - (top + bottom) / 2) ** 2
    far = np.hypot(right - left, bottom - top) / 2
    fill(on, box, 0.5 + 0.44 * np.cos(np.pi * square / (4.2 * far)))


def discs(canvas: Canvas, box: Box) -> None:
    """Draw discs of three sizes and five grays in a box."""
    framed(canvas, box)
    left, top, right, _ = box
    canvas.bar(left, top, right, box[3], (0.5, 0.5, 0.5))
    for row, (radius, y) in enumerate(((9.0, 12.0), (5.5, 31.0), (2.5, 43.0))):
        for column, level in enumerate((0.0, 0.3, 0.42, 0.7, 1.0)):
            x = left + (right - left) * (column + 0.5) / 5
            canvas.disc(x + (0.3 * row), top + y, radius, (level,) * 3)


def steps(canvas: Canvas, box: Box) -> None:
    """Fill the upper half of a box with eleven steps of gray, and the lower with a slope."""
    on, (left, top, right, bottom) = framed(canvas, box), box
    share = np.clip((on.x - left) / (right - left), 0, 1)
    fill(on, (left, top, right, (top + bottom) / 2), np.minimum(np.floor(share * 11), 10) / 10)
    fill(on, (left, (top + bottom) / 2, right, bottom), share)


def writing(canvas: Canvas, box: Box) -> None:
    """Write lines of strokes as text looks from afar, of three sizes, some of them a heading and a short last line."""
    left, top, right, bottom = box
    y, line = top, 0
    while y < bottom - 2:
        high = 4.2 if line == 0 else 2.6 if line < 6 else 1.8
        x, word, end = left, 0, right - (26 if line in (0, 5, 11) else 0)
        while x < end - 3:
            for letter in range(2 + int(hashed(np.array([line + 0.0]), np.array([word + 0.0]), seed=3)[0] * 7)):
                kind = hashed(np.array([line * 64.0 + letter]), np.array([word + 0.0]), seed=5)[0]
                _letter(canvas, x, y, high, kind)
                x += high * 0.72
                if x > end - 3:
                    break
            x, word = x + high * 0.7, word + 1
        y, line = y + high * 2.1, line + 1


def _letter(canvas: Canvas, x: float, y: float, high: float, kind: float) -> None:
    """Draw the strokes of a letter that means nothing."""
    wide, thick = high * 0.5, high * 0.17
    tall = y - high * 0.45 if kind < 0.3 else y
    canvas.bar(x, tall, x + thick, y + high, INK)
    if kind > 0.2:
        canvas.bar(x, y, x + wide, y + thick, INK)
    if kind > 0.45:
        canvas.bar(x + wide - thick, y, x + wide, y + high, INK)
    if 0.3 < kind < 0.8:
        canvas.bar(x, y + high - thick, x + wide, y + high, INK)


def page(band: range | None = None) -> Reals:
    """Return the picture, shape (256, 256), levels 0 … 1; or a band of its rows."""
    canvas = Canvas(SIZE, FINER, band)
    paper = PAPER + 0.05 * (noise(canvas.x / 60, canvas.y / 60, 1) - 0.5)
    canvas.pixels[:] = paper[..., None]
    canvas.bar(4, 4, 252, 252, INK)
    canvas.lay(
        canvas.filled(np.minimum(np.minimum(canvas.x - 6, 250 - canvas.x), np.minimum(canvas.y - 6, 250 - canvas.y))),
        paper[..., None],
    )
    lettered(canvas, "TEST", 43, 13, 2.6, INK)
    writing(canvas, (13, 40, 88, 112))
    star(canvas, 128, 52, 35, 18)
    rings(canvas, (172, 14, 242, 84))
    stripes(canvas, (98, 96, 242, 126), upright=True)
    stripes(canvas, (13, 122, 43, 242), upright=False)
    discs(canvas, (54, 136, 144, 186))
    steps(canvas, (54, 196, 176, 242))
    noisy, checks, slants = (154.0, 136.0, 194.0, 186.0), (203.0, 136.0, 242.0, 186.0), (186.0, 196.0, 242.0, 242.0)
    on = framed(canvas, noisy)
    fill(
        on, noisy, 0.5 + 0.9 * (hashed(np.floor(on.x), np.floor(on.y), seed=9) - 0.5) * np.clip((on.y - 130) / 50, 0, 1)
    )
    on = framed(canvas, checks)
    side = np.where(on.y < 162, 6.5, 3.25)
    fill(on, checks, 0.06 + 0.88 * np.mod(np.floor((on.x - 203) / side) + np.floor((on.y - 136) / side), 2))
    on = framed(canvas, slants)
    fill(on, slants, 0.06 + 0.88 * np.clip(np.sin((on.x + on.y * np.sign(on.x - 214)) * 0.62) * 3 + 0.5, 0, 1))
    return pixels_of(canvas)[:, :, 0]
