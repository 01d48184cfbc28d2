"""Pictures without a screen: scenarios worth drawing, states, windows and surfaces."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.core import images, kernels
from game.core.scenario import Scenario, startup
from game.files.settings import Settings
from game.input.intent import Side
from game.input.interface_intents import CloseSheet
from game.session.facts.around import BarFacts
from game.session.offered import Choice, Offered
from game.session.shown import shown as shown_of
from game.session.state import State, new_state
from game.shell.display import prepare_without_screen
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.offers import Offers
from game.ui.themes import STANDARD, theme_of
from game.ui.typeface import Typeface
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import ShownFrame, frame_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.core.scenario import Pair
    from game.session.facts.shown import ShownSide
    from game.view.window import Window

Size = tuple[int, int]


def ensure_screen() -> None:
    """Start the screen library so that it draws into memory, unless it runs already."""
    if pygame.display.get_surface() is None:
        prepare_without_screen()
        pygame.display.set_mode((320, 180))


@lru_cache(maxsize=1)
def typeface() -> Typeface:
    """Return the one typeface that all tests measure with."""
    ensure_screen()
    return Typeface()


@lru_cache(maxsize=1)
def _cache() -> SurfaceCache:
    return SurfaceCache()


def forget_pieces() -> None:
    """Draw everything anew from here on."""
    _cache.cache_clear()


def new_canvas(size: Size, theme: str = "night", palette: str = STANDARD) -> Canvas:
    """Return a canvas on a new surface."""
    face = typeface()
    return Canvas(pygame.Surface(size).convert(), theme_of(theme, palette), face, _cache())


def scenario(
    image: str = "noise",
    size: Pair = (8, 8),
    kernel: str = "random",
    kernel_size: Pair = (3, 3),
    stride: Pair = (1, 1),
    padding: Pair = (0, 0),
    dilation: Pair = (1, 1),
) -> Scenario:
    """Return a scenario of a named image and a named kernel."""
    return Scenario(
        images.make(image, size, 1),
        kernels.make(kernel, kernel_size, 1),
        white=images.white_of(image),
        stride=stride,
        padding=padding,
        dilation=dilation,
        image_name=image,
        kernel_name=kernel,
    )


@lru_cache(maxsize=1)
def scenarios() -> dict[str, Scenario]:
    """Return scenarios that strain a layout, by what they are."""
    wide_numbers = startup().with_kernel(np.array([[-999.0, 0.001, 12.5], [-0.25, 998.75, 0], [1 / 3, -77.125, 4]]))
    return {
        "start-up": startup(),
        "64 x 64, kernel 15, padding 8": scenario(size=(64, 64), kernel_size=(15, 15), padding=(8, 8)),
        "1 x 1": scenario(size=(1, 1), kernel="ones", kernel_size=(1, 1)),
        "20 x 5, stride 3": scenario(size=(20, 5), stride=(3, 3)),
        "5 x 20": scenario(size=(5, 20), kernel_size=(2, 4), padding=(1, 3)),
        "kernel 15": scenario(size=(16, 16), kernel="random signed", kernel_size=(15, 15)),
        "stride 4, kernel 2": scenario(size=(10, 10), kernel="ones", kernel_size=(2, 2), stride=(4, 4)),
        "dilated": scenario(size=(9, 9), kernel="outline", padding=(1, 2), dilation=(2, 3)),
        "integers": scenario("integers", kernel="outline"),
        "wide numbers": wide_numbers,
        "a long name": startup().named("The picture from last Thursday's lesson about edges and corners"),
    }


def state(
    shown: Scenario | None = None,
    position: float = 0.0,
    playing: bool = False,
    settings: dict[str, Any] | None = None,
    **interface: Any,
) -> State:
    """Return a state, paused unless it plays; keywords change its interface."""
    fresh = new_state(shown or startup(), Settings(**(settings or {})), position, playing)
    return fresh.changed(interface=fresh.interface.changed(**interface))


OFFERED = Offered(
    "a file of numbers.csv: image or kernel?",
    "3 × 4: header and index left out, two empty cells read as 0, divided by 16",
    (
        Choice("The image", "replaces the present image, 8 × 8", (CloseSheet(),), np.eye(3)),
        Choice("The kernel", "replaces the present kernel, 3 × 3", (CloseSheet(),), np.eye(3), "kernel"),
    ),
    None,
)
"""A question about the numbers of a file."""


def frame(shown: State, size: Size, **settings: Any) -> ShownFrame:
    """Return the frame of a window of that size."""
    return frame_of(shown_of(shown), size, typeface(), **settings)


def side_of(shown: State, side: Side = Side.A) -> ShownSide:
    """Return what is shown of a side of a state."""
    return shown_of(shown).still.of(side)


def bar_of(shown: State) -> BarFacts:
    """Return the facts of the bar of a state."""
    return shown_of(shown).still.bar


def window(shown: State, size: Size, offers: Offers | None = None, **settings: Any) -> Window:
    """Return the window of a state."""
    return Builder().window(frame(shown, size, **settings), offers or Offers())


def picture(shown: State, size: Size, offers: Offers | None = None, **settings: Any) -> pygame.Surface:
    """Return the window's picture."""
    canvas = new_canvas(size, shown.settings.theme, shown.settings.palette)
    Compositor().draw(canvas, window(shown, size, offers, **settings).widgets)
    return canvas.surface


def pixels(surface: pygame.Surface) -> NDArray[np.uint8]:
    """Return a surface's colours, shape (height, width, 3)."""
    return np.ascontiguousarray(pygame.surfarray.array3d(surface).transpose(1, 0, 2))
