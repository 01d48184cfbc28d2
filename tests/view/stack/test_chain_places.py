"""A network in the Stack view: its levels stand over one another, apart, whole, and with words that are not cut."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from game.play.choices import HOME, Camera
from game.session.front import fronted
from game.ui.geometry import EMPTY
from game.view.stack.chain_hands import LevelCard
from game.view.stack.chain_places import ChainPlaces
from tests.networks import digit_reader, four_layers, six_layers, two_layers
from tests.picture import frame, typeface, window

from .scenes import cameras, stacked

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.session.state import State
    from game.view.window import Window

Point = tuple[float, float]
Quad = tuple[Point, ...]
SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
NETWORKS = {
    "reader, first": digit_reader(0),
    "reader, last": digit_reader(2),
    "four, pooling": four_layers(1),
    "four, 16 maps": four_layers(2),
    "six, transposed": six_layers(4),
    "two": two_layers(0),
}


def tower(shown: Scenario, position: float = 3.42, **more: Any) -> State:
    """Return a state of a network in the Stack view."""
    return fronted(stacked(shown, position, **more))


def places_in(now: Window) -> ChainPlaces:
    """Return the places of the tower."""
    assert isinstance(now.first.stack, ChainPlaces)
    return now.first.stack


def quads(places: ChainPlaces) -> dict[int, list[Quad]]:
    """Return the corners of all planes by their levels, below the card with the padding."""
    found = {
        one.level.number: [grid.quad(0, 0, grid.rows, grid.columns) for grid in one.grids] for one in places.levels
    }
    image = places.own.image
    found[places.live - 1].append(image.quad(*image.first, image.rows, image.columns))
    return found


def apart(one: Quad, other: Quad) -> bool:
    """Tell whether a line parallel to some side of two convex figures lies between them."""
    for quad in (one, other):
        for (ax, ay), (bx, by) in zip(quad, (*quad[1:], quad[0]), strict=True):
            own, its = ([(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in each] for each in (one, other))
            if max(own) <= min(its) + 1e-6 or max(its) <= min(own) + 1e-6:
                return True
    return False


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NETWORKS)
def test_at_home_all_planes_are_whole_on_the_stage_and_none_overlaps_another(name: str, size: tuple[int, int]) -> None:
    now = window(tower(NETWORKS[name]), size)
    places, stage = places_in(now), now.frame.layout.stage
    found = quads(places)
    assert len(found) == len(places.facts.layers) + 1
    for number, planes in found.items():
        assert all(stage.inset(-1).contains(*point) for quad in planes for point in quad), number
    for (one, planes), (other, others) in combinations(found.items(), 2):
        assert all(apart(first, second) for first in planes for second in others), (one, other)


@settings(max_examples=6, deadline=None)
@given(cameras())
def test_planes_of_one_level_stay_apart_and_higher_levels_higher_from_everywhere(camera: Camera) -> None:
    places = places_in(window(tower(four_layers(2), camera=camera), (1024, 768)))
    for one in places.levels:
        planes = [grid.quad(0, 0, grid.rows, grid.columns) for grid in one.grids]
        assert all(apart(first, second) for first, second in combinations(planes, 2)), one.level.number
    middles = [one.grids[0].point(one.grids[0].rows / 2, 0)[1] for one in places.levels]
    sums = [sum(y for _, y in each[0]) / 4 for each in quads(places).values()]
    assert all(above <= below + 1e-6 for below, above in pairwise(sums)), middles


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("name", ["reader, last", "six, transposed"])
def test_words_stand_beside_the_planes_one_over_the_other_and_none_is_cut(
    name: str, scale: int, presenting: bool
) -> None:
    now = window(tower(NETWORKS[name], settings={"scale": scale}, presenting=presenting), (1366, 768))
    places, stage = places_in(now), now.frame.layout.stage
    cards = [one for one in now.widgets if isinstance(one, LevelCard)]
    assert [card.number for card in cards] == ["", *map(str, range(1, len(cards)))]
    for below, above in pairwise(cards):
        assert above.rect.bottom <= below.rect.y
    planes = [quad for each in quads(places).values() for quad in each]
    for card in cards:
        assert stage.holds(card.rect)
        said = f"{card.number}  {card.words}" if card.number else card.words
        assert typeface().width(said, card.size, True) <= card.rect.w - 2 * card.px(8)
        assert not card.under_size or typeface().width(card.under, card.under_size, False) <= card.rect.w
        assert 1.3 * (card.size + card.under_size) <= card.rect.h
        x, y, w, h = card.rect
        assert all(apart(((x, y), (x + w, y), (x + w, y + h), (x, y + h)), quad) for quad in planes)


def test_the_layer_in_focus_is_between_what_comes_to_it_and_its_own_maps() -> None:
    for focus in range(3):
        places = places_in(window(tower(digit_reader(focus)), (1366, 768)))
        below, above = places.levels[focus], places.levels[focus + 1]
        assert below.level.front is not None
        assert above.level.front is not None
        front, padding = below.grids[below.level.front], places.own.sizes.padding
        assert (front.x, front.y) == pytest.approx(places.own.image.point(0, 0))
        assert places.own.sizes.image == tuple(8 + 2 * pad if focus == 0 else 8 >> (focus - 1) for pad in padding)
        output = above.grids[above.level.front]
        assert (output.x, output.y) == pytest.approx((places.output.x, places.output.y))


def test_the_strip_gives_its_room_to_the_tower_and_comes_back_with_the_flat_view() -> None:
    flat, stack = (frame(stacked(digit_reader(), rise=rise), (1366, 768)).layout for rise in (0.0, 1.0))
    assert flat.strip.h
    assert not stack.strip.h
    assert stack.stage.h == flat.stage.h + flat.strip.h


def test_home_frames_the_whole_tower_again_and_zoom_moves_all_of_it_alike() -> None:
    home = quads(places_in(window(tower(digit_reader(1)), (1366, 768))))
    near = quads(places_in(window(tower(digit_reader(1), camera=HOME.changed(zoom=2.0)), (1366, 768))))
    centre = frame(tower(digit_reader(1)), (1366, 768)).layout.stage.centre
    for number, planes in home.items():
        for one, other in zip(planes, near[number], strict=True):
            for point, larger in zip(one, other, strict=True):
                expected = tuple(middle + 2 * (at - middle) for at, middle in zip(point, centre, strict=True))
                assert larger == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
def test_either_all_images_under_towers_have_their_letter_or_none(size: tuple[int, int]) -> None:
    places = places_in(window(tower(four_layers(2), presenting=True), size))
    assert len({tower.badge == EMPTY for tower in places.towers}) == 1


@pytest.mark.parametrize("shown", [digit_reader(2), four_layers(2)])
def test_a_talk_on_a_screen_of_4_by_3_has_words_beside_a_network_as_large_as_a_wide_one(shown: Scenario) -> None:
    narrow, wide = (
        places_in(window(tower(shown, presenting=True), size)).room.small / size[1] for size in ((1024, 768), SIZES[1])
    )
    assert narrow >= 0.9 * wide
