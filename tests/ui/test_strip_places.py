"""Cards of the strip stand in a row, and are moved along where they need more room than there is."""

from __future__ import annotations

from itertools import pairwise

from game.ui.geometry import Rect
from game.ui.layout import layout
from game.ui.strip_places import band_of, cards_in, view_of
from game.ui.strip_room import LEAST_GRIDS, with_strip

VIEW = Rect(10, 20, 400, 80)


def test_cards_that_have_room_stand_from_the_left_with_an_arrow_between_two() -> None:
    found = cards_in(VIEW, 1.0, [50, 100, 60], 2, None)
    assert [place.rect for place in found.cards] == [
        Rect(10, 20, 50, 80),
        Rect(96, 20, 100, 80),
        Rect(232, 20, 60, 80),
    ]
    assert (found.most, found.offset) == (0, 0)
    assert found.cards[0].arrow is None
    for (before, after), place in zip(pairwise(found.cards), found.cards[1:], strict=True):
        assert place.arrow == Rect(before.rect.right, 20, after.rect.x - before.rect.right, 80)


def test_cards_without_room_are_moved_so_that_the_one_wanted_is_in_the_middle() -> None:
    widths = [200, 200, 200, 200]
    found = cards_in(VIEW, 1.0, widths, 2, None)
    assert found.most == 4 * 200 + 3 * 36 - 400
    assert found.cards[2].rect.centre[0] == VIEW.centre[0]
    assert cards_in(VIEW, 1.0, widths, 0, None).offset == 0
    assert cards_in(VIEW, 1.0, widths, 3, None).offset == found.most


def test_a_hand_moves_them_within_their_ends_and_the_card_with_the_ring_is_always_seen() -> None:
    widths = [200, 200, 200, 200]
    assert cards_in(VIEW, 1.0, widths, 0, 77.0).offset == 77
    assert cards_in(VIEW, 1.0, widths, 0, 9999.0).offset == 508
    for met in range(4):
        assert VIEW.holds(cards_in(VIEW, 1.0, widths, 0, 9999.0, met).cards[met].rect)


def test_the_strip_takes_its_room_from_the_stage_alone_and_leaves_the_grids_theirs() -> None:
    for size in ((1920, 1080), (1366, 768), (1024, 768), (800, 600), (640, 480)):
        plain = layout(*size, 100)
        found = with_strip(plain)
        assert found.changed(strip=plain.strip, stage=plain.stage, strip_pictures=False) == plain
        assert found.strip.bottom == found.stage.y
        assert found.stage.bottom == plain.stage.bottom
        assert found.stage.h > LEAST_GRIDS * size[1]


def test_the_smallest_window_has_no_strip() -> None:
    assert with_strip(layout(300, 200, 100)) == layout(300, 200, 100)


def test_names_alone_have_a_lower_band() -> None:
    strip = Rect(0, 50, 900, 60)
    for bare in (False, True):
        assert strip.holds(band_of(strip, 1.0, bare))
        assert band_of(strip, 1.0, bare).holds(view_of(band_of(strip, 1.0, bare), 1.0, bare))
    assert band_of(strip, 1.0, True).h > band_of(strip, 1.0, False).h
