"""A card of the gallery plays its walk while it is met by pointer or keys, and nothing moves else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.shelves import scene_called
from game.input.interface_intents import ChooseShelf, Focus
from game.shell.card_play import BEAT, INSTANTS, STANDS, TIMES, walk_of
from game.ui.geometry import Rect
from game.ui.widgets.offer_row import block_in, thumbnail_rect
from game.ui.widgets.scene_card import SceneCard
from tests.picture import new_canvas
from tests.shell.hands import Person

from .test_gallery import cards, fills, in_the_gallery
from .test_gallery_counts import with_files


def waiting() -> Person:
    """Return a person in the gallery in which everything stands."""
    person = in_the_gallery()
    fills(person)
    person.moves((5.0, 5.0))
    return person


def instants(person: Person) -> list[int | None]:
    return [card.instant for card in cards(person)]


def test_no_card_plays_and_no_time_passes_while_none_is_met() -> None:
    person = waiting()
    person.waits(1.0)
    assert set(instants(person)) == {None}
    assert not person.controller.alive


def test_the_card_under_the_pointer_plays_some_times_and_then_stands() -> None:
    person = waiting()
    first = cards(person)[0]
    person.moves(first.name)
    assert person.controller.alive
    seen = []
    for _ in range(3 * (INSTANTS + STANDS)):
        person.waits(BEAT)
        seen.append(instants(person)[0])
    assert {one for one in seen if one is not None} == set(range(len(first.made) + 1))
    assert set(instants(person)[1:]) == {None}
    person.waits(TIMES * (INSTANTS + STANDS) * BEAT)
    assert instants(person)[0] is None
    assert not person.controller.alive


def test_another_card_begins_anew_and_a_pointer_that_leaves_ends_it() -> None:
    person = waiting()
    person.moves(cards(person)[0].name)
    person.waits(5 * BEAT)
    person.moves(cards(person)[1].name)
    person.waits(BEAT / 2)
    assert instants(person)[:2] == [None, 0]
    person.moves((5.0, 5.0))
    person.waits(0.1)
    assert set(instants(person)) == {None}
    assert not person.controller.alive


def test_the_card_with_the_focus_plays_too_but_not_with_reduced_motion() -> None:
    person = waiting()
    person.keys("Right")
    person.waits(BEAT)
    assert any(one is not None for one in instants(person))
    state = person.state
    person.controller.state = state.changed(settings=state.settings.changed(reduced_motion=True))
    person.waits(BEAT)
    assert set(instants(person)) == {None}
    assert not person.controller._plays_card


@pytest.mark.parametrize("name", ["first_edge", "padding_strides", "max-average", "search"])
def test_a_walk_has_the_patches_and_counts_of_its_steps(name: str) -> None:
    opened = scene_called(name).opened
    assert opened is not None
    scenario = opened.scenario
    walk, columns = walk_of(scenario), scenario.output_size[1]
    assert walk is not None
    assert len(walk.made) <= INSTANTS
    assert (walk.made[0], walk.made[-1]) == (1, scenario.map_steps)
    assert list(walk.made) == sorted(set(walk.made))
    for (top, left, high, wide), made in zip(walk.patches, walk.made, strict=True):
        row, column = divmod(made - 1, columns)
        assert (top + scenario.padding[0], left + scenario.padding[1]) == (
            row * scenario.stride[0],
            column * scenario.stride[1],
        )
        assert (high, wide) == scenario.kernel_extent


def test_a_transposed_convolution_shows_no_patch() -> None:
    layer = Scenario(np.ones((3, 3)), np.ones((2, 2)), transposed=True)
    walk = walk_of(layer)
    assert walk is not None
    assert (walk.patches, walk.made[-1]) == ((), layer.map_steps)


def test_a_map_of_one_cell_has_nothing_to_play() -> None:
    assert walk_of(Scenario(np.ones((3, 3)), np.ones((3, 3)))) is None


def test_cells_that_do_not_stand_yet_are_empty_in_the_picture() -> None:
    person = waiting()
    card: SceneCard = cards(person)[0].changed(instant=0)
    canvas = new_canvas(person.display.surface.get_size())
    card.changed(instant=None).draw(canvas)
    whole = canvas.surface.copy()
    card.draw(canvas)
    edge, arrow = card.px(8), card.px(26)
    seat = Rect(card.rect.x + edge, card.rect.y + edge, card.rect.w - 2 * edge, card.px(card.seat)).inset(card.px(10))
    wide = (seat.w - arrow) // 2
    output = card.thumbnails[1]
    inner = thumbnail_rect(output, Rect(seat.right - wide, seat.y, wide, seat.h))
    rows, columns = output.shades.shape[:2]
    ground = tuple(canvas.theme.ground)[:3]
    for row, column in np.ndindex(rows, columns):
        x, y = map(int, block_in(inner, (rows, columns), (row, column, 1, 1)).centre)
        now, before = tuple(canvas.surface.get_at((x, y)))[:3], tuple(whole.get_at((x, y)))[:3]
        assert now == (before if (row, column) == (0, 0) else ground)


@pytest.mark.parametrize("shelf", ["own", "last"])
@pytest.mark.parametrize("by", ["pointer", "keys"])
def test_own_files_and_last_work_play_as_all_others_do(shelf: str, by: str, tmp_path: Path) -> None:
    person = with_files(tmp_path)
    person.keys("G")
    person.controller.dispatch((ChooseShelf(shelf),))
    fills(person)
    person.moves((5.0, 5.0))
    first = cards(person)[0]
    assert len(first.made) > 1
    if by == "pointer":
        person.moves(first.name)
    else:
        person.controller.dispatch((Focus(first.name),))
        person.controller.built()
    seen = []
    for _ in range(len(first.made) + 2):
        person.waits(BEAT)
        seen.append(instants(person)[0])
    assert set(range(1, len(first.made))) <= set(seen)
