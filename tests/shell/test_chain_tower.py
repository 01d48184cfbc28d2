"""Hands at a network's tower: a click on a plane walks its layer or brings it to the front, and the brush paints."""

from __future__ import annotations

import numpy as np

from game.core.chained import source_of
from game.play.choices import HOME
from game.ui.plane import middle_of
from game.view.stack.chain_places import ChainPlaces
from tests.networks import digit_reader, four_layers
from tests.shell.hands import Person, Point


def floating(number: int, position: float = 3.4, four: bool = False) -> Person:
    """Return a person at a network's tower."""
    person = Person((four_layers if four else digit_reader)(number), position=position)
    person.set(stacked=True, rise=1.0)
    return person


def places(person: Person) -> ChainPlaces:
    found = person.window.first.stack
    assert isinstance(found, ChainPlaces)
    return found


def on(person: Person, level: int, at: int = 0, cell: tuple[int, int] = (0, 0)) -> Point:
    """Return the middle of a cell of a plane."""
    return middle_of(places(person).levels[level].grids[at], cell, 1, 1)


def focus(person: Person) -> int:
    return person.state.scenario.number


def click(person: Person, at: Point) -> None:
    person.presses(at)
    person.releases(at)


def test_a_click_on_a_plane_or_on_the_words_of_another_layer_walks_that_layer() -> None:
    person = floating(0)
    click(person, on(person, 3, 7))
    assert focus(person) == 3
    click(person, on(person, 1, 2, (4, 4)))
    assert focus(person) == 1
    click(person, on(person, 2, 3, (1, 1)))
    assert focus(person) == 2
    person.clicks("layer 3")
    assert focus(person) == 3
    person.clicks("layer 2")
    assert focus(person) == 2
    assert not person.state.history.can_undo


def test_a_click_on_another_map_of_the_layer_in_focus_takes_the_walk_there() -> None:
    person = floating(0)
    click(person, on(person, 1, 2, (4, 4)))
    assert focus(person) == 1
    assert 2 * 64 <= person.state.playback.position < 3 * 64


def test_a_click_on_another_channel_brings_it_forward() -> None:
    person = floating(2)
    click(person, on(person, 2, 3, (3, 3)))
    assert (focus(person), person.state.result.scenario.channel) == (3, 3)
    pooled = floating(1)
    click(pooled, on(pooled, 1, 3, (6, 6)))
    assert (focus(pooled), pooled.state.result.scenario.channel) == (2, 3)


def test_the_brush_paints_the_source_image_at_the_towers_foot_whichever_layer_is_in_focus() -> None:
    person = floating(2)
    before = source_of(person.state.scenario).channels[0]
    person.presses(on(person, 0, 0, (7, 0)))
    person.moves(on(person, 0, 0, (7, 3)))
    person.releases(on(person, 0, 0, (7, 3)))
    after = source_of(person.state.scenario).channels[0]
    assert [tuple(map(int, place)) for place in np.argwhere(before != after)] == [(7, 0), (7, 1), (7, 2), (7, 3)]
    assert focus(person) == 3


def test_a_drag_beside_the_planes_turns_all_and_a_click_there_does_nothing() -> None:
    person = floating(1)
    stage = person.window.frame.layout.stage
    beside = (stage.right - 5.0, stage.y + 5.0)
    click(person, beside)
    assert focus(person) == 2
    person.waits(1)  # or it would be a double click
    person.drags(beside, (beside[0] - 30, beside[1] + 10), (beside[0] - 60, beside[1] + 20))
    assert person.state.interface.camera.turn != HOME.turn


def test_where_a_higher_plane_hides_a_lower_one_the_higher_answers() -> None:
    person = floating(0)
    person.set(camera=HOME.changed(tilt=80.0, gap=0.0))
    for level in (3, 2):
        grids = places(person).levels[level].grids
        for at, grid in enumerate(grids):
            x, y = middle_of(grid, (0, 0), grid.rows, grid.columns)
            above = [one for one in places(person).levels[level + 1 :] if any(each.at(x, y) for each in one.grids)]
            if not above:
                widget = person.window.widget_at(x, y)
                assert widget is not None
                assert widget.name == f"layer {level}", at


def test_cells_of_the_layer_in_focus_answer_where_they_hide_the_planes_below() -> None:
    person = floating(2)
    person.set(camera=HOME.changed(tilt=80.0, gap=0.0))
    image, found = places(person).own.image, 0
    for grid in places(person).levels[1].grids:
        for row, column in np.ndindex(8, 8):
            x, y = middle_of(grid, (row, column), 1, 1)
            if image.at(x, y) is not None and places(person).output.at(x, y) is None:
                widget = person.window.widget_at(x, y)
                assert widget is None or widget.name != "layer 1"
                found += 1
    assert found >= 8


def test_tab_stops_at_the_levels_once_and_arrows_go_on() -> None:
    person = floating(0, four=True)
    person.focuses("layer image")
    person.keys("Right", "Right", "Enter")
    assert (person.state.interface.focus, focus(person)) == ("layer 2", 2)


def test_all_that_answers_a_press_has_a_name_of_its_own() -> None:
    for number in range(4):
        person = floating(number, four=True)
        names = [one.name for one in person.window.widgets]
        assert len(names) == len(set(names))
