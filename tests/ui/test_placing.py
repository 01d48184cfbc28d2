"""What floats finds a place in which it lies on nothing that is read, as near as there is one."""

from __future__ import annotations

from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import Rect
from game.ui.placing import apart, is_free, placed, touching

ROOM = Rect(0, 0, 400, 300)
NEAR = Rect(180, 140, 40, 20)
SIZE = (100, 50)
RECTS = st.builds(Rect, st.integers(0, 380), st.integers(0, 280), st.integers(1, 200), st.integers(1, 150))
BARRED = st.lists(RECTS, max_size=6).map(tuple)
SIZES = st.tuples(st.integers(1, 300), st.integers(1, 200))


def test_the_first_way_that_is_free_is_taken() -> None:
    assert placed(SIZE, NEAR, ROOM, (NEAR,), gap=5) == Rect(150, 165, 100, 50)
    below, above = Rect(0, 190, 400, 10), Rect(0, 100, 400, 10)
    assert placed(SIZE, NEAR, ROOM, (NEAR, below), gap=5) == Rect(150, 85, 100, 50)
    assert placed(SIZE, NEAR, ROOM, (NEAR, below, above), gap=5) == Rect(225, 125, 100, 50)
    right = Rect(300, 0, 10, 300)
    assert placed(SIZE, NEAR, ROOM, (NEAR, below, above, right), gap=5) == Rect(75, 125, 100, 50)


def test_where_it_has_to_slide_it_keeps_its_distance() -> None:
    below, above = Rect(0, 165, 400, 10), Rect(0, 100, 400, 10)
    assert placed(SIZE, NEAR, ROOM, (NEAR, below, above), gap=5) == Rect(225, 115, 100, 50)


def test_where_none_is_free_it_stands_as_near_as_it_can() -> None:
    wall = Rect(100, 60, 200, 180)
    found = placed(SIZE, NEAR, ROOM, (wall,), gap=5)
    assert is_free(found, ROOM, (wall,))
    assert found.y == wall.bottom or found.bottom == wall.y


def test_without_any_room_it_stands_nowhere() -> None:
    assert placed(SIZE, NEAR, ROOM, (ROOM,)).h == 0
    assert placed((401, 10), NEAR, ROOM, ()).h == 0
    assert touching(SIZE, NEAR, ROOM, (ROOM,), 10, "below").h == 0


def test_what_already_has_a_place_keeps_it() -> None:
    wanted = Rect(280, 240, 100, 50)
    assert placed(SIZE, wanted, ROOM, (NEAR,), ways=()) == wanted


@given(SIZES, RECTS, BARRED)
def test_it_never_lies_on_what_is_barred_or_outside(
    size: tuple[int, int], near: Rect, barred: tuple[Rect, ...]
) -> None:
    found = placed(size, near, ROOM, barred, gap=4)
    if found.h:
        assert found[2:] == size
        assert is_free(found, ROOM, barred)
    else:
        everywhere = (Rect(x, y, *size) for x in range(401) for y in range(0, 301, 3))
        assert not any(is_free(rect, ROOM, barred) for rect in everywhere) or size[0] * size[1] == 0


SMALL = st.builds(Rect, *[st.integers(0, 40)] * 2, *[st.integers(1, 20)] * 2)


@given(st.tuples(st.integers(1, 20), st.integers(1, 15)), SMALL, st.lists(SMALL, max_size=4).map(tuple))
def test_no_place_that_keeps_the_gap_is_nearer(size: tuple[int, int], near: Rect, barred: tuple[Rect, ...]) -> None:
    room, gap = Rect(0, 0, 60, 50), 4
    found = placed(size, near, room, barred, gap, ways=())
    every = (Rect(x, y, *size) for x in range(61 - size[0]) for y in range(51 - size[1]))
    kept = [apart(rect, near) for rect in every if is_free(rect, room, barred) and apart(rect, near) >= gap * gap]
    if kept:
        # Across a corner one that touches nothing may be nearer, by less than a device pixel.
        assert sqrt(min(kept)) <= sqrt(apart(found, near)) < sqrt(min(kept)) + 1


@given(SIZES, RECTS, BARRED, st.sampled_from(["below", "above", "left", "right"]))
def test_what_has_a_tail_touches_what_it_points_at(
    size: tuple[int, int], near: Rect, barred: tuple[Rect, ...], way: str
) -> None:
    tail = 3
    found = touching(size, near, ROOM, barred, tail, way)
    if not found.h:
        return
    assert is_free(found, ROOM, barred)
    assert not found.meets(near)
    assert found.inset(-1).meets(near)
    if way in ("below", "above"):
        assert found.x + tail <= near.right
        assert near.x <= found.right - tail
    else:
        assert found.y + tail <= near.bottom
        assert near.y <= found.bottom - tail


def test_it_slides_along_the_side_out_of_the_way() -> None:
    target, other = Rect(100, 20, 200, 40), Rect(180, 60, 60, 40)
    found = touching((100, 30), target, ROOM, (other,), 20, "below")
    assert found == Rect(80, 60, 100, 30)
