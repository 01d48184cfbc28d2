"""What joins a large picture and its loupe is seen from far, crosses nothing that is written, and follows the walk."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture, with_resolution
from game.core.scenario import Scenario
from game.input.mode_intents import TogglePredict, TogglePresent
from game.input.walk_intents import Scrub
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.lane_places import LaneStage
from game.ui.widgets.label import Label
from game.view.lanes.badge import Badge
from game.view.lanes.column import SumBox
from game.view.lanes.loupe import LoupeFrame, LoupeWire
from game.view.lanes.maps import SmallMap
from game.view.window import Window
from tests.layers import layer
from tests.picture import scenario, state, window

from .test_changes import mended_is_anew
from .test_large_picture import DONE, photo

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]
STEP = 3000.4
FILTERS = photo(256)
LEVELS = np.random.default_rng(3).integers(0, 256, (192, 256, 3)).astype(np.uint8)


def edges(longest: int) -> Scenario:
    """Return a photo of so many pixels on its longer side under one small kernel."""
    return with_resolution(with_kept_picture(scenario(kernel="sobel right"), KeptPicture(LEVELS)), longest)


def shown_at(shown: Scenario, position: float, presenting: bool = False) -> State:
    """Return a state of a picture's walk."""
    found = fronted(state(shown, position, mixed=True))
    return reduce(found, TogglePresent()) if presenting else found


def wires(made: Window, name: str) -> list[LoupeWire]:
    """Return the parts of a wire, from its begin to its end."""
    return [one for one in made.widgets if isinstance(one, LoupeWire) and one.name.startswith(f"wire {name}")]


def framed(made: Window, name: str) -> Rect:
    """Return the frame at a wire's end."""
    found = made.named(f"loupe {name}")
    assert isinstance(found, LoupeFrame)
    return found.rect


@pytest.mark.parametrize("presenting", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shown", [edges(256), edges(64), FILTERS], ids=["256", "64", "two filters"])
def test_wires_join_the_patch_with_the_loupe_and_its_sum_with_the_cell(
    shown: Scenario, size: tuple[int, int], presenting: bool
) -> None:
    for position in (0.4, 1000.5, shown.steps - 0.05):
        made = window(shown_at(shown, position, presenting), size)
        places, cell = made.places, made.sides[0].moment.cell
        assert isinstance(places, LaneStage)
        assert cell is not None
        patch, live = framed(made, "patch"), framed(made, "cell")
        assert min(*patch[2:], *live[2:]) >= max(11, 0.01 * size[1])  # 18 units: a hundredth of the height, at least
        assert patch.contains(*places.image.block(*made.sides[0].moment.card, *shown.kernel_extent).centre)
        assert live.contains(*places.output.cell(*cell).centre)
        for name, first, last in (
            ("patch", patch, places.lanes[0].patch.rect),
            ("cell", places.column[-1].box, live),
        ):
            parts = [one.rect for one in wires(made, name)]
            for one, other in pairwise((first, *parts, last)):
                assert one.inset(-3).meets(other), (name, position)
        written = [one.rect for one in made.widgets if isinstance(one, Label | Badge | SumBox | SmallMap)]
        crossed = [
            rect for one in (*wires(made, "patch"), *wires(made, "cell")) for rect in written if one.rect.meets(rect)
        ]
        assert not crossed, (position, crossed)


def test_the_frames_go_with_the_walk_and_are_not_there_at_its_end() -> None:
    shown = edges(128)
    first, later = (window(shown_at(shown, at), (1366, 768)) for at in (10.5, 40.5))
    assert framed(later, "patch").x > framed(first, "patch").x
    assert framed(later, "cell").x > framed(first, "cell").x
    ended = window(shown_at(shown, shown.steps), (1366, 768))
    assert not any(isinstance(one, LoupeFrame | LoupeWire) for one in ended.widgets)


def test_only_the_cell_in_work_is_in_the_colour_of_now_and_the_wire_once_its_sum_stands() -> None:
    made = window(shown_at(edges(128), 10.4), (1366, 768))
    assert {one.role for one in wires(made, "patch")} == {"kernel"}
    assert {one.role for one in wires(made, "cell")} == {"edge"}
    assert {one.role for one in wires(window(shown_at(edges(128), 10.97), (1366, 768)), "cell")} == {"now"}


def test_a_question_keeps_the_cell_without_a_wire() -> None:
    made = window(reduce(shown_at(edges(128), 10.4), TogglePredict()), (1366, 768))
    assert not wires(made, "cell")


def test_small_images_have_no_frames() -> None:
    made = window(shown_at(layer(3, 2), 3.4), (1366, 768))
    assert not any(isinstance(one, LoupeFrame | LoupeWire) for one in made.widgets)


@pytest.mark.parametrize("shown", [edges(128), FILTERS], ids=["small kernel", "large"])
def test_what_is_mended_in_present_is_what_would_be_drawn_anew(shown: Scenario) -> None:
    done = tuple(one for one in DONE if not isinstance(one, Scrub) or one.position < shown.steps)
    mended_is_anew(shown, 300.4, done, presenting=True, mixed=True)
