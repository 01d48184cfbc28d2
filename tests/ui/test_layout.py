"""How the window is divided, at a dozen sizes and four scales."""

from __future__ import annotations

import itertools

import pytest

from game.ui.layout import (
    CAPPED,
    MENU_FOLDED,
    ONE_LINE,
    RAIL_FOLDED,
    SMALL_TRANSPORT,
    Layout,
    grids_height,
    layout,
)
from game.window.transport import places
from tests.picture import frame, scenarios, state, window

from .measure import GRIDS, lines_of

SIZES = (
    (640, 480),
    (800, 600),
    (1024, 768),
    (1280, 800),
    (1366, 768),
    (960, 1080),
    (1080, 1920),
    (1600, 900),
    (1920, 1080),
    (2560, 1440),
    (3440, 1440),
    (3840, 2160),
)
SCALES = (75, 100, 200, 300)
TINY_SIZES = ((479, 400), (800, 359), (240, 180))


def parts_of(division: Layout) -> dict[str, object]:
    return {
        "top": division.top,
        "rail": division.rail,
        "stage": division.stage,
        "dot": division.dot,
        "transport": division.transport,
    }


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_the_parts_lie_in_the_window_and_do_not_meet(size: tuple[int, int], scale: int) -> None:
    division = layout(*size, scale)
    rects = [division.top, division.rail, division.stage, division.dot, division.transport]
    shown = [rect for rect in rects if rect.w and rect.h]
    assert all(division.whole.holds(rect) for rect in shown), parts_of(division)
    assert not [(a, b) for a in shown for b in shown if a is not b and a.meets(b)], parts_of(division)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_the_grids_keep_their_share_of_the_height(size: tuple[int, int], scale: int) -> None:
    division = layout(*size, scale)
    assert grids_height(division.stage, division.text) >= 0.55 * size[1]


@pytest.mark.parametrize("size", SIZES)
def test_a_larger_scale_never_unfolds_anything(size: tuple[int, int]) -> None:
    folds = [layout(*size, scale).fold for scale in range(75, 301, 5)]
    assert folds == sorted(folds)


@pytest.mark.parametrize("size", SIZES)
def test_a_larger_scale_never_makes_text_smaller(size: tuple[int, int]) -> None:
    units = [layout(*size, scale).text for scale in range(75, 301, 5)]
    assert all(after >= before * 0.95 for before, after in itertools.pairwise(units)), units


def test_things_fold_in_the_designs_order() -> None:
    assert (RAIL_FOLDED, MENU_FOLDED, ONE_LINE, SMALL_TRANSPORT) == (1, 2, 3, 4)
    assert SMALL_TRANSPORT < CAPPED
    found = {layout(*size, scale).fold: layout(*size, scale) for size in SIZES for scale in range(75, 301, 5)}
    assert set(found) >= {0, RAIL_FOLDED, SMALL_TRANSPORT}, "the sizes of this test no longer meet the folds"
    for fold, division in found.items():
        assert bool(division.rail.w) == (fold < RAIL_FOLDED), fold
        assert bool(division.top.h) == (fold < MENU_FOLDED), fold
        assert (division.dot.h > 80 * division.text) == (fold < ONE_LINE), fold
        assert (division.transport.h > 80 * division.text) == (fold < SMALL_TRANSPORT), fold


@pytest.mark.parametrize("size", SIZES)
def test_what_is_folded_can_be_reached_by_a_button(size: tuple[int, int]) -> None:
    for scale in SCALES:
        division = layout(*size, scale)
        names = {widget.name for widget in window(state(settings={"scale": scale}), size).widgets}
        assert division.fold < RAIL_FOLDED or "show rail" in names, scale
        assert division.fold < MENU_FOLDED or "menu" in names, scale
        assert {"play", "scrubber"} <= names, scale


@pytest.mark.parametrize("scale", [75, 100, 125, 150, 200, 300])
def test_the_scrubber_has_room_whatever_the_size(scale: int) -> None:
    for width in range(480, 1400, 37):
        for height in (400, 600, 728, 900, 1234):
            found = frame(state(settings={"scale": scale}), (width, height)).layout
            assert places(found)["line"].w >= 150 * found.text, (width, height)


def test_a_capped_scale_is_said_in_the_setting() -> None:
    division = layout(800, 600, 300)
    assert division.capped
    assert 60 <= division.scale < 300
    shown = window(state(settings={"scale": 300}, popup="view"), (800, 600))
    words = [line.text for widget in shown.widgets[shown.modal_from :] for line in lines_of(widget)]
    assert f"300 %, here {division.scale} %" in words


def test_a_scale_that_is_in_force_is_said_alone() -> None:
    shown = window(state(settings={"scale": 100}, popup="view"), (1920, 1080))
    words = [line.text for widget in shown.widgets[shown.modal_from :] for line in lines_of(widget)]
    assert "100 %" in words
    assert not [word for word in words if "here" in word]


def test_the_scale_multiplies_text_and_not_the_grids_unit() -> None:
    plain, large = layout(1920, 1080, 100), layout(1920, 1080, 150)
    assert large.text == pytest.approx(1.5 * plain.text)
    assert large.unit == plain.unit


@pytest.mark.parametrize("size", TINY_SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_a_tiny_window_shows_the_image_and_play_and_no_more(size: tuple[int, int], name: str) -> None:
    shown = window(state(scenarios()[name]), size)
    assert [widget.name for widget in shown.widgets if widget.focusable] == ["play"]
    assert [widget.name for widget in shown.widgets if widget.name in GRIDS] == ["grid image"]
    division = layout(*size, 100)
    assert all(division.whole.holds(widget.rect) for widget in shown.widgets if widget.name in ("play", "grid image"))


@pytest.mark.parametrize("size", TINY_SIZES)
def test_a_tiny_window_is_flat_also_in_stack(size: tuple[int, int]) -> None:
    shown = window(state(stacked=True, rise=1.0), size)
    assert [widget.name for widget in shown.widgets if widget.name in GRIDS] == ["grid image"]


def test_a_window_that_is_just_large_enough_shows_all_grids() -> None:
    shown = window(state(), (480, 360))
    assert [widget.name for widget in shown.widgets if widget.name in GRIDS] == list(GRIDS)


@pytest.mark.parametrize("size", [(1366, 768), (1229, 619), (1280, 720), (1600, 900), (1920, 1080), (2560, 1440)])
def test_a_wide_window_keeps_bar_and_rail_at_125_percent(size: tuple[int, int]) -> None:
    division = layout(*size, 125)
    assert division.top.h
    assert division.rail.w
    assert not division.capped


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)])
def test_a_window_that_is_less_wide_keeps_its_bar_at_125_percent(size: tuple[int, int]) -> None:
    assert layout(*size, 125).top.h
    assert layout(1280, 800, 100).rail.w


def test_the_transport_gets_lower_before_anything_folds_and_no_further_than_its_parts_need() -> None:
    for size in SIZES:
        for scale in range(75, 301, 5):
            division = layout(*size, scale)
            if division.fold < SMALL_TRANSPORT:
                parts = [widget.rect for widget in window(state(settings={"scale": scale}), size).widgets]
                assert division.transport.h >= round(96 * division.text)
                assert not [rect for rect in parts if rect.meets(division.transport) and rect.bottom > size[1]]
