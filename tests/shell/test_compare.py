"""Compare by hand: both sides answer the pointer, the keys and the clipboard, each as its own."""

from __future__ import annotations

import pygame
import pytest

from game.core.scenario import startup
from game.files.grid_text import format_grid
from game.input.effects import OpenTour
from game.input.intent import CardBorder, Cell, Control, GridName, Side
from game.input.scenario_intents import SetQuantity
from game.session.compare import position_of_b
from game.words.texts import text

from .hands import Person, output, pixel, weight

SIZE = (1600, 900)


def on_b(cell: Cell) -> Cell:
    """Return the cell of side B."""
    return cell.changed(side=Side.B)


def comparing(size: tuple[int, int] = SIZE, stride: int | None = 1, position: float = 5.5) -> Person:
    """Return a person who compares two strides, with side B in focus."""
    person = Person(size=size, position=position)
    person.keys("D")
    if stride is not None:
        person.controller.dispatch((SetQuantity("stride", None, stride),))
    person.controller.built()
    return person


def sides(person: Person) -> tuple[object, object]:
    work = person.state.work
    return work.of(Side.A), work.of(Side.B)


def test_every_cell_of_both_sides_is_met_where_it_is_drawn() -> None:
    person = comparing()
    person.moves((2.0, 2.0))
    for part in person.window.sides:
        for grid, place in part.grids():
            assert place.pitch, f"{grid} of side {part.side} has room here"
            for row, column in ((0, 0), (place.rows - 1, place.columns - 1)):
                cell = Cell(grid, row + place.first[0], column + place.first[1], part.side)
                assert person.window.target_at(*person.middle(cell)) == cell


def test_a_stroke_over_either_image_paints_both_in_one_entry() -> None:
    for side in Side:
        person = comparing(position=16.0)
        before = len(person.state.history.entries)
        start, end = (pixel(6, column).changed(side=side) for column in (1, 3))
        person.drags(start, end)
        first, second = person.state.work.of(Side.A), person.state.work.of(Side.B)
        assert first.image[6, 1:4].tolist() == second.image[6, 1:4].tolist() == [1, 1, 1]
        assert len(person.state.history.entries) == before + 1


def test_a_weight_of_side_b_is_dragged_typed_and_turned_there() -> None:
    person = comparing()
    x, y = person.middle(on_b(weight(0, 0)))
    person.drags((x, y), (x, y - 40), (x, y - 80))
    changed = person.state.work.of(Side.B).kernel[0, 0]
    assert changed > startup().kernel[0, 0]
    assert person.state.scenario == startup()
    person.clicks(on_b(weight(1, 1)))
    entry = person.state.interface.entry
    assert entry is not None
    assert person.widget("entry").rect.meets(person.window.cell_rect(on_b(weight(1, 1))))
    person.types("5")
    person.keys("Enter")
    assert person.state.work.of(Side.B).kernel[1, 1] == 5
    person.moves(on_b(weight(2, 2)))
    person.waits(0.5)
    person.now += 0.5
    person.turns(on_b(weight(2, 2)), 1)
    assert person.state.work.of(Side.B).kernel[2, 2] != startup().kernel[2, 2]
    assert person.state.scenario == startup()


def test_a_press_on_a_kernel_or_a_head_brings_its_side_into_focus_and_the_rail_follows() -> None:
    person = comparing()
    assert person.widget("stride").value == 1  # type: ignore[attr-defined]
    person.clicks("side a")
    assert [person.state.compare.focus] == [Side.A]
    assert person.widget("stride").value == 2  # type: ignore[attr-defined]
    assert text("compare.rail", side="A") in {getattr(widget, "text", "") for widget in person.window.widgets}
    person.clicks(on_b(weight(0, 0)))
    assert [person.state.compare.focus] == [Side.B]
    person.keys("Escape", "Shift+D")
    assert [person.state.compare.focus] == [Side.A]
    person.clicks("other side")
    assert [person.state.compare.focus] == [Side.B]


def test_the_slider_of_the_rail_changes_the_side_in_focus() -> None:
    person = comparing()
    person.focuses("padding")
    person.keys("Right", "Right")
    assert [side.padding for side in (person.state.work.of(Side.A), person.state.work.of(Side.B))] == [(1, 1), (3, 3)]
    person.clicks("side a")
    person.clicks("kernel clear")
    assert not person.state.scenario.kernel.any()
    assert person.state.work.of(Side.B).kernel.any()


def test_swap_copy_and_scale_have_their_buttons() -> None:
    person = comparing()
    first, second = sides(person)
    person.clicks("swap sides")
    assert sides(person) == (second, first)
    person.clicks("copy side")
    assert sides(person) == (second, second)
    for name in ("shared scale", "shared scale b"):
        shared = person.state.compare.shared
        person.clicks(name)
        assert person.state.compare.shared is not shared


def test_hover_links_and_bubbles_are_those_of_the_side() -> None:
    person = comparing()
    person.rests(on_b(output(7, 7)))
    names = person.names()
    assert {"patch frame b", "marks hover b", "bubble"} <= set(names)
    assert not {"patch frame", "marks hover"} & set(names)
    lines = person.widget("bubble").lines  # type: ignore[attr-defined]
    assert text("bubble.output", row=8, column=8) in lines
    assert text("compare.go") in lines
    person.rests(output(0, 0))
    assert "patch frame" in person.names()
    assert text("bubble.go") in person.widget("bubble").lines  # type: ignore[attr-defined]


def test_a_click_on_an_output_cell_of_side_b_brings_the_walk_there() -> None:
    person = comparing()
    person.clicks(on_b(output(6, 2)))
    assert int(position_of_b(person.state)) == 6 * 8 + 2
    assert int(person.state.playback.position) == 3 * 4 + 1


def test_either_card_is_dragged_by_its_border() -> None:
    for side in Side:
        person = comparing(position=0.4)
        part = person.window.of(side)
        x, y = part.card.x + 2, round(part.card.centre[1])
        assert person.window.target_at(x, y) == CardBorder(side)
        person.moves((x, y))
        cards = {widget.name: widget.mood.hovered for widget in person.window.widgets if widget.name.startswith("card")}
        assert cards == {"card": side is Side.A, "card b": side is Side.B}
        person.drags((x, y), (x + part.places.image.pitch * 4, y + part.places.image.pitch * 2))
        assert int(person.state.playback.position) == 1 * 4 + 2


def test_tab_goes_through_the_grids_of_both_sides() -> None:
    person = comparing()
    met = []
    for _ in range(120):
        person.keys("Tab")
        cursor = person.state.interface.cursor
        if cursor is not None:
            met.append((cursor.grid, cursor.side))
            assert person.widget("cell cursor").rect.holds(person.window.cell_rect(cursor))
    assert met[:8] == [(grid, side) for side in Side for grid in GridName]
    person.set(cursor=on_b(output(6, 2)))
    person.keys("Enter")
    assert int(position_of_b(person.state)) == 6 * 8 + 2


def test_copy_and_paste_mean_the_side_that_is_pointed_at_else_the_one_in_focus(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    person = comparing()
    person.moves(on_b(output(0, 0)))
    person.keys("Ctrl+C")
    assert person.state.compare.result is not None
    assert copied[-1] == format_grid(person.state.compare.result.output)
    assert "of side B" in person.state.interface.toasts[-1].sentence
    person.moves(output(0, 0))
    person.keys("Ctrl+C")
    assert copied[-1] == format_grid(person.state.result.output)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "1 2\n3 4")
    person.moves(on_b(weight(0, 0)))
    person.keys("Ctrl+V")
    assert person.state.work.of(Side.B).kernel.tolist() == [[1, 2], [3, 4]]
    assert person.state.scenario == startup()


def test_the_menu_of_a_cell_acts_on_its_side() -> None:
    person = comparing()
    person.presses(on_b(weight(1, 0)), touch=True)
    person.waits(0.7)
    assert person.state.interface.popup_cell == on_b(weight(1, 0))
    person.keys("Down", "Enter")
    assert person.state.work.of(Side.B).kernel[1, 0] == 0
    assert person.state.scenario == startup()


def test_the_key_begins_and_ends_it_and_refusals_are_said() -> None:
    person = Person(size=SIZE)
    person.keys("D")
    assert person.state.compare.on
    person.keys("P", "C")
    assert [toast.sentence for toast in person.state.interface.toasts] == [
        text("compare.excludes.predict"),
        text("compare.excludes.coverage"),
    ]
    person.controller.dispatch((OpenTour(),))
    assert person.state.tour is None
    assert person.state.interface.toasts[-1].sentence == text("compare.excludes.tour")
    person.keys("D")
    assert not person.state.compare.on
    person.clicks("compare")
    assert person.state.compare.on


def test_a_remote_goes_through_both_sides_in_present_and_escape_leads_out_one_by_one() -> None:
    person = comparing(position=0.0)
    person.keys("F5", "Page Down")
    assert person.state.interface.presenting
    assert {"grid output", "grid output b", "dot product", "dot product b", "progress"} <= set(person.names())
    person.waits(3.0)
    assert person.state.playback.position == pytest.approx(0.3)
    person.keys("S")
    person.moves(on_b(pixel(1, 1)))
    before = person.state.work
    person.clicks(on_b(pixel(1, 1)))
    assert person.state.work is before
    assert person.state.interface.marks
    person.keys("S", "W")
    assert person.state.interface.blank == "white"
    assert len(person.window.widgets) == 1
    person.keys("X")
    person.keys("Escape")
    assert not person.state.interface.presenting
    assert person.state.compare.on
    person.keys("Escape")
    assert not person.state.compare.on


def test_nothing_is_left_to_point_at_on_side_b_once_compare_is_left() -> None:
    person = comparing()
    point = person.middle(on_b(weight(2, 2)))
    person.moves(point)
    person.keys("D")
    assert len(person.window.sides) == 1
    target = person.window.target_at(*point)
    assert isinstance(target, Control) or target is None or getattr(target, "side", Side.A) is Side.A
    assert person.window.side_at(*point) is Side.A


def test_the_bubble_of_a_pixel_says_what_lies_over_it_on_its_side() -> None:
    person = comparing(position=5.5)
    for cell, covered in ((on_b(pixel(3, 3)), True), (on_b(pixel(0, 0)), False), (pixel(3, 3), True)):
        person.rests(cell)
        lines = person.widget("bubble").lines  # type: ignore[attr-defined]
        assert any(line.startswith("now ") for line in lines) is covered


@pytest.mark.parametrize("layer", ["view", "menu", "image", "kernel"])
def test_no_two_controls_have_one_name_whatever_is_open(layer: str) -> None:
    person = comparing()
    person.set(popup=layer)
    names = person.names()
    assert len(set(names)) == len(names)
