"""At home all three layers are whole on the stage, their titles clear of everything, at any size of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario, startup
from game.input.intent import GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.reduce import reduce
from game.ui.widgets.label import Label
from game.words.numbers import size_text
from tests.picture import scenario, window

from .scenes import inside, stacked

if TYPE_CHECKING:
    from game.session.state import State
    from game.ui.geometry import Rect
    from game.view.window import Window

SIZES = ((800, 600), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (600, 800), (1024, 600))
EXTREMES = {
    "start-up": startup(),
    "64 x 64": scenario(size=(64, 64), kernel_size=(7, 7), padding=(3, 3)),
    "64 x 64, stride 8": scenario(size=(64, 64), kernel_size=(15, 15), stride=(8, 8)),
    "1 x 64": scenario(size=(1, 64), kernel="ones", kernel_size=(1, 3)),
    "64 x 1": scenario(size=(64, 1), kernel="ones", kernel_size=(3, 1)),
    "1 x 1": scenario(size=(1, 1), kernel="ones", kernel_size=(1, 1)),
    "kernel 15, padding 8": scenario(size=(20, 16), kernel_size=(15, 15), padding=(8, 8)),
    "3 x 3, padding 8": scenario(size=(3, 3), kernel_size=(2, 2), padding=(8, 8), stride=(2, 1)),
}


def layer_quads(shown: Window) -> dict[str, tuple[tuple[float, float], ...]]:
    """Return the corners of the three layers, the card wherever it may float."""
    assert shown.first.stack is not None
    stack = shown.first.stack
    rows, columns = stack.sizes.image
    first = -stack.sizes.padding[0], -stack.sizes.padding[1]
    high, wide = stack.sizes.output
    tall = stack.image.point(*stack.sizes.middle)[1] - stack.output.point(high / 2, wide / 2)[1]
    highest = stack.image.moved(0, -tall * 0.6)
    return {
        "image": stack.image.quad(*first, rows, columns),
        "highest card": highest.quad(*first, rows, columns),
        "output": stack.output.quad(0, 0, *stack.sizes.output),
    }


def crosses(quad: tuple[tuple[float, float], ...], rect: Rect) -> bool:
    """Tell whether any point of a rectangle, to 6 pixels, lies in a quad."""
    xs = [*range(rect.x, rect.right, 6), rect.right]
    ys = [*range(rect.y, rect.bottom, 6), rect.bottom]
    return any(inside(quad, (x, y)) for x in xs for y in ys)


def words(shown: Window) -> list[Label]:
    """Return the titles and sizes of the layers."""
    return [one for one in shown.widgets if isinstance(one, Label) and one.name.startswith(("title ", "size "))]


def check(shown: State, size: tuple[int, int]) -> None:
    """Hold what is to be so at home."""
    now = window(shown, size)
    assert now.first.stack is not None
    stage, titles = now.first.stack.clip, words(now)
    quads = layer_quads(now)
    for name, quad in quads.items():
        for x, y in quad:
            assert stage.x <= x <= stage.right, (name, x, stage)
            assert stage.y <= y <= stage.bottom, (name, y, stage)
    assert {one.name for one in titles} >= {"title output", "title kernel", "title image"}
    controls = [one for one in now.widgets if one.name in ("home", "turning", "stack hint", "legend", "lock")]
    for one in titles:
        assert stage.holds(one.rect), one.name
        assert not [other.name for other in titles + controls if other is not one and other.rect.meets(one.rect)]
        assert not [name for name, quad in quads.items() if crosses(quad, one.rect)], one.name
    for control in controls:
        assert not [name for name in ("image", "output") if crosses(quads[name], control.rect)], control.name
    area = stage.w * stage.h
    covered = max(x for x, _ in quads["image"]) - min(x for x, _ in quads["image"])
    assert covered > 0.1 * area**0.5, "the layers are large enough to see"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EXTREMES)
def test_home_shows_all_layers_whole_with_their_titles(name: str, size: tuple[int, int]) -> None:
    check(stacked(EXTREMES[name], 0.5), size)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(800, 2600),
    st.integers(600, 1500),
    st.sampled_from((75, 100, 150, 200, 300)),
    st.sampled_from(sorted(EXTREMES)),
)
def test_at_every_size_and_scale(width: int, height: int, scale: int, name: str) -> None:
    check(stacked(EXTREMES[name], 0.5, settings={"scale": scale}), (width, height))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 64), st.integers(1, 64), st.integers(0, 8), st.floats(0, 2))
def test_with_every_image_and_distance_of_the_layers(rows: int, columns: int, padding: int, gap: float) -> None:
    shown = scenario(size=(rows, columns), kernel="ones", kernel_size=(1, 1), padding=(padding, padding))
    camera = stacked().interface.camera.changed(gap=gap)
    now = window(stacked(shown, 0.5, camera=camera), (1366, 768))
    assert now.first.stack is not None
    for name, quad in layer_quads(now).items():
        assert all(now.first.stack.clip.contains(x, y) for x, y in quad), name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", Question)
def test_the_question_of_predict_has_its_own_room(size: tuple[int, int], question: Question) -> None:
    asked = reduce(reduce(stacked(position=5.65), TogglePredict()), ChooseQuestion(question))
    check(asked, size)
    now = window(asked, size)
    panel = [one for one in now.widgets if one.name.startswith("predict")]
    assert panel
    for one in panel:
        assert not [name for name, quad in layer_quads(now).items() if crosses(quad, one.rect)], one.name


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_in_present_too(size: tuple[int, int]) -> None:
    now = window(stacked(position=5.65, presenting=True), size)
    quads = layer_quads(now)
    assert now.first.stack is not None
    assert all(now.first.stack.clip.contains(x, y) for quad in quads.values() for x, y in quad)
    for one in words(now):
        assert not [name for name, quad in quads.items() if crosses(quad, one.rect)], one.name


def test_the_titles_tell_names_and_sizes() -> None:
    said = {one.name: one.text for one in words(window(stacked(), (1366, 768)))}
    assert said == {
        "title output": "Output feature map",
        "size output": size_text((4, 4)),
        "title kernel": "Kernel over its patch",
        "size kernel": size_text((3, 3)),
        "title image": "Source image",
        "size image": "8 × 8 + padding 1",
    }


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 1), st.sampled_from(sorted(EXTREMES)))
def test_at_the_flights_ends_the_layers_are_where_they_lie_and_where_they_float(rise: float, name: str) -> None:
    shown: Scenario = EXTREMES[name]
    low = window(stacked(shown, 0.5, 1e-7), (1366, 768))
    flat = window(stacked(shown, 0.5, 0.0), (1366, 768))
    assert low.first.stack is not None
    for grid in (GridName.IMAGE, GridName.OUTPUT):
        lies, place = dict(low.first.stack.grids)[grid], dict(flat.first.grids())[grid]
        assert lies.point(*lies.first) == pytest.approx((place.rect.x, place.rect.y), abs=0.5)
    part = window(stacked(shown, 0.5, rise), (1366, 768)).first.stack
    whole = window(stacked(shown, 0.5, 1.0), (1366, 768)).first.stack
    assert part is not None
    assert whole is not None
    ways = [abs(plane.output.y - whole.output.y) for plane in (low.first.stack, part, whole)]
    assert ways[0] >= ways[1] - 1e-6 >= ways[2] - 1e-5 or ways[0] < 60  # it only comes nearer
