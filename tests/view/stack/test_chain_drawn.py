"""What a network's tower shows: maps as far as they are made and told, shares, receptive fields, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.input.intent import Cell, GridName
from game.input.mode_intents import Question
from game.play.choices import HOME
from game.ui.geometry import Rect
from game.view.compositor import paint
from game.view.stack.chain_fields import LyingField
from game.view.stack.chain_hands import LevelCard
from game.view.stack.chain_places import ChainPlaces
from game.view.stack.chain_plates import Plate
from game.view.stack.chain_rows import StillImage, StillMap
from game.view.stack.parts import BlankLayer
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import new_canvas, pixels, window
from tests.view.predicting import asking

from .scenes import inside, stacked
from .test_chain_places import places_in, tower

if TYPE_CHECKING:
    from game.session.state import State
    from game.view.window import Window

SIZE = (1366, 768)


def maps_of(now: Window, level: int) -> list[StillMap]:
    return [one for one in now.widgets if isinstance(one, StillMap) and one.name.startswith(f"level {level} ")]


def plates_of(now: Window) -> list[Plate]:
    return [one for one in now.widgets if isinstance(one, Plate)]


def floating(shown: State) -> State:
    """Return a state in the Stack view."""
    return shown.changed(interface=shown.interface.changed(stacked=True, rise=1.0))


def test_every_layer_shows_its_own_maps_shaded_by_its_own_magnitude() -> None:
    now, results = window(tower(four_layers(0)), SIZE), chain_results(tower(four_layers(0)).result).results
    for level in (2, 3, 4):
        shown = maps_of(now, level)
        assert len(shown) == min(4, len(results[level - 1].maps))
        for one, values in zip(shown, results[level - 1].maps, strict=False):
            np.testing.assert_array_equal(one.board.grid, values)
            assert one.made == values.size
            assert one.board.magnitude == pytest.approx(max(np.abs(each).max() for each in results[level - 1].maps))


def test_maps_of_the_layer_in_focus_are_shown_as_far_as_they_are_made() -> None:
    now = window(tower(digit_reader(0), 70.4), SIZE)
    assert [(one.name, one.made) for one in maps_of(now, 1)] == [
        ("level 1 map 1", 64),  # the second is at work
        ("level 1 map 3", 0),
        ("level 1 map 4", 0),
    ]
    assert [one.made for one in maps_of(now, 2)] == [16] * 4


def test_of_sixteen_maps_four_are_shown_among_them_the_one_in_front_and_twelve_are_counted() -> None:
    now = window(tower(four_layers(2), 16 * 9 + 0.4), SIZE)  # the tenth map, of 16 cells as the others
    assert places_in(now).levels[3].level.shown == (8, 9, 10, 11)
    more = [one for one in now.widgets if one.name == "level 3 more"]
    assert [getattr(one, "text", "") for one in more] == ["+12"]
    card = next(one for one in now.widgets if one.name == "layer 3")
    assert isinstance(card, LevelCard)
    assert card.under == "tanh: maps 9–12 of 16, 4 × 4"


def test_shares_stand_as_columns_and_while_they_are_made_sums_stand_on_plates() -> None:
    closed = plates_of(window(tower(digit_reader(0)), SIZE))
    known = np.array([one.share for one in closed], float)
    results = chain_results(tower(digit_reader(0)).result)
    sums = np.exp(np.array([float(each[0, 0]) for each in results.sums[2]]))
    np.testing.assert_allclose(known, sums / sums.sum(), atol=1e-12)
    assert [one.index for one in closed if one.best] == [int(np.argmax(sums))]
    walked = plates_of(window(tower(digit_reader(2), 7.4), SIZE))
    assert [one.share for one in walked] == [None] * 10
    assert [one.sum is not None for one in walked] == [True] * 7 + [False] * 3
    assert [one.index for one in walked if one.front] == [7]
    over = plates_of(window(floating(at_end(digit_reader(2))), SIZE))
    assert sum(one.share or 0.0 for one in over) == pytest.approx(1.0)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600)])
def test_a_whole_share_and_all_numbers_of_the_plates_are_on_the_stage_at_home(size: tuple[int, int]) -> None:
    now = window(tower(digit_reader(0)), size)
    for one in plates_of(now):
        top = min(y for _, y in one.place.quad(0, 0)) - one.high - 1.2 * one.fonts[2]
        assert top >= now.frame.layout.stage.y
        assert one.fonts[0]
        assert one.fonts[2]


@pytest.mark.parametrize("question", [Question.VALUE, Question.SIZE, Question.MAPS])
def test_what_a_question_keeps_secret_is_secret_in_every_level_above(question: Question) -> None:
    now = window(floating(asking(question, 5.0, digit_reader(0))), SIZE)
    if question is Question.VALUE:
        assert all(one.made <= 5 for one in maps_of(now, 1))
    assert not maps_of(now, 2)
    assert [one for one in now.widgets if isinstance(one, BlankLayer) and one.name.startswith("level 2")]
    assert all(one.sum is None and one.share is None for one in plates_of(now))
    if question is not Question.VALUE:
        words = {one.number: one.under for one in now.widgets if isinstance(one, LevelCard)}
        assert all("?" in words[number] for number in ("1", "2", "3"))


def test_a_cell_that_is_pointed_at_lights_what_it_is_made_of_and_what_it_feeds() -> None:
    """Row 1, column 2 of a pooling by 2 reads rows 2–3, columns 4–5, and of those a 3 × 3 kernel one more around."""
    now = window(tower(digit_reader(1), 3.42, hover=Cell(GridName.OUTPUT, 1, 2)), SIZE)
    found = {one.name: one for one in now.widgets if isinstance(one, LyingField)}
    image, feeds = found["field level 0"], found["field level 3"]
    assert image.blocks == ((1, 3, 4, 4),)
    assert not image.feeds
    assert feeds.feeds
    assert len(feeds.grids) == 10


def test_nothing_of_a_field_is_marked_while_a_question_is_open() -> None:
    asked = floating(asking(Question.PATCH, 5.0, digit_reader(1)))
    pointed = asked.changed(interface=asked.interface.changed(hover=Cell(GridName.OUTPUT, 1, 1)))
    assert not [one for one in window(pointed, SIZE).widgets if isinstance(one, LyingField)]


def test_the_colour_image_is_one_plane_and_of_the_first_layer_a_tower_for_each_channel() -> None:
    behind = [one for one in window(tower(four_layers(1)), SIZE).widgets if isinstance(one, StillImage)]
    assert [len(one.channels) for one in behind] == [3]
    first = places_in(window(tower(four_layers(0)), SIZE))
    assert [one.facts.letter for one in first.towers] == ["R", "G", "B"]


@pytest.mark.parametrize("turn", range(-180, 180, 45))
def test_from_everywhere_a_level_hides_what_is_below_it(turn: int) -> None:
    """Laid nearly on one another, each plane shows where no higher one lies as it would alone."""
    camera = HOME.changed(turn=float(turn), tilt=76.0, gap=0.2)
    now = window(stacked(four_layers(0), 0.0, camera=camera), SIZE)
    places = now.first.stack
    assert isinstance(places, ChainPlaces)
    whole = drawn(now, now.widgets)
    above: list[tuple[tuple[float, float], ...]] = []
    looked = 0
    for one in reversed(places.levels[2:]):
        alone = drawn(now, tuple(maps_of(now, one.level.number)))
        for grid in one.grids:
            for row in range(grid.rows):
                at = grid.point(row + 0.5, grid.columns // 2 + 0.5)
                if any(inside(quad, at, 6) for quad in above):
                    continue
                x, y = round(at[0]), round(at[1])
                assert whole[y, x].tolist() == alone[y, x].tolist(), (one.level.number, row)
                looked += 1
        above += [grid.quad(0, 0, grid.rows, grid.columns) for grid in one.grids]
    assert looked >= 20


def drawn(now: Window, widgets: tuple[object, ...]) -> np.ndarray:
    """Return the pixels of some widgets on the stage's ground."""
    canvas = new_canvas(SIZE)
    canvas.surface.fill(canvas.theme.ground)
    chosen = tuple(one for one in now.widgets if one in widgets)
    paint(canvas, chosen, (Rect(0, 0, *SIZE),))
    return pixels(canvas.surface)
