"""Titles, grids, line and transport share one left and one right edge, in the window, in Compare and in Present."""

from __future__ import annotations

import pytest

from game.core.scenario import startup
from game.input.mode_intents import ToggleCompare
from game.session.reduce import reduce
from game.ui.layout import SMALL_TRANSPORT, TOP
from game.view.places import stage_of
from tests.picture import frame, scenario, scenarios, state, window
from tests.ui.test_layout import SIZES

EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
NEAR = 1  # device pixels, for edges are rounded


@EVERY_SIZE
@pytest.mark.parametrize("scale", [75, 100, 150])
def test_the_left_edge_is_that_of_titles_grid_line_and_transport(size: tuple[int, int], scale: int) -> None:
    made = state(startup(), 5.6, settings={"scale": scale})
    drawn, layout = window(made, size), frame(made, size).layout
    edge = layout.inner.x
    for name in ("title image", "grid image", "dot product"):
        widget = drawn.named(name)
        assert widget is not None
        assert widget.rect.x == edge, name
    folded = layout.fold >= SMALL_TRANSPORT
    first = drawn.named("play" if folded else "to start")
    assert first is not None
    assert first.rect.x + (0 if folded else first.rect.w // 4) == edge


@EVERY_SIZE
@pytest.mark.parametrize("scale", [75, 100, 150])
def test_the_right_edge_is_that_of_the_output_s_column_line_and_transport(size: tuple[int, int], scale: int) -> None:
    for name, shown in scenarios().items():
        made = state(shown, 0.6, settings={"scale": scale})
        drawn, seen = window(made, size), frame(made, size)
        edge, places = seen.layout.inner.right, stage_of(seen)
        if seen.layout.stage.w > seen.layout.stage.h and places.image.pitch > 1:
            assert abs(places.ends[3] - edge) <= NEAR, name
            assert abs(places.image.y - seen.layout.stage.y - TOP * seen.layout.text) <= NEAR
        line = drawn.named("dot product")
        assert line is not None
        assert line.rect.right == edge
        last = drawn.named("loop" if drawn.named("menu") is None or drawn.named("show rail") is None else "show rail")
        assert last is not None
        assert last.rect.right - last.rect.w // 4 == edge or last.rect.y < seen.layout.transport.y


def test_an_output_that_fills_its_column_ends_at_the_edge() -> None:
    made = state(scenario(), 5.6)
    for size in ((1366, 768), (1920, 1080)):
        seen = frame(made, size)
        assert abs(stage_of(seen).output.rect.right - seen.layout.inner.right) <= NEAR


@EVERY_SIZE
@pytest.mark.parametrize("presenting", [False, True])
def test_in_compare_heads_titles_and_lines_stand_at_one_edge(size: tuple[int, int], presenting: bool) -> None:
    drawn = window(reduce(state(scenario(), 5.6, presenting=presenting), ToggleCompare()), size)
    title, letter, pane, head = (drawn.named(name) for name in ("title image", "dot title", "pane a", "side a"))
    assert title
    assert letter
    assert pane
    assert head
    assert abs(letter.rect.x - title.rect.x) <= NEAR
    assert abs(head.rect.x + head.px(4) - title.rect.x) <= NEAR  # its badge, inside what answers to a press
    ground = drawn.named("dot ground")
    assert presenting or (ground and abs(ground.rect.x - pane.rect.x) <= NEAR)


@EVERY_SIZE
def test_in_present_and_in_the_stack_view_titles_stand_over_the_line(size: tuple[int, int]) -> None:
    for presenting, stacked in ((True, False), (True, True), (False, True)):
        shown = state(startup(), 5.6, presenting=presenting, stacked=stacked, rise=float(stacked))
        drawn = window(shown, size)
        title, line = drawn.named("title image"), drawn.named("dot product") or drawn.named("lens")
        assert title
        assert line
        assert title.rect.x == line.rect.x
