"""Trials of hands: painting, sliders, the card, numbers, undo, the clipboard."""

from __future__ import annotations

import json
import time
from pathlib import Path

from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.shell.focus import GRID, stops
from game.ui.themes import gray, shade
from game.ui.widgets.slider import Slider
from game.words.texts import text

from .desk import Desk, eventually
from .program import Program, alike, colour_at, spot

Rows = list[list[float]]
STILL = ("--image", "noise", "--paused", "--at", "0")
"""Started so, the card is not to be seen yet, and nothing moves."""


def pixel(program: Program, row: int, column: int) -> tuple[float, float]:
    """Return the middle of a pixel in the window."""
    return program.map().cell_rect(Cell(GridName.IMAGE, row, column)).centre


def weight(program: Program, row: int, column: int) -> tuple[float, float]:
    """Return the middle of a weight in the window."""
    return program.map().cell_rect(Cell(GridName.KERNEL, row, column)).centre


def with_row(image: Rows, row: int, columns: range, value: float) -> Rows:
    """Return the image with a part of a row changed."""
    return [
        [value if (y == row and x in columns) else old for x, old in enumerate(line)] for y, line in enumerate(image)
    ]


def becomes(program: Program, name: str, due: Rows) -> None:
    """Wait until the kept image or kernel is this one."""
    eventually(lambda: program.grid(name) == due, f"the {name} is {due}", 5.0)


def paints_undoes_and_redoes(desk: Desk, folder: Path) -> None:
    """Paint in one fast move without a gap; undo and redo that as one entry; erase with the right button."""
    with Program(desk, folder, *STILL) as program:
        before = startup().image.tolist()
        painted = with_row(before, 4, range(1, 7), 1.0)
        desk.drag(program.window, pixel(program, 4, 1), pixel(program, 4, 6), moves=1)
        desk.park()
        becomes(program, "image", painted)
        place = program.map().cell_rect(Cell(GridName.IMAGE, 4, 3))
        assert alike(colour_at(program.shot(), spot(place)), gray(1.0, 1.0)), "the painted pixel is not white"
        program.shows_what_it_should()
        desk.keys("ctrl+z")
        becomes(program, "image", before)
        time.sleep(0.2)
        value = before[4][3]
        assert alike(colour_at(program.shot(), spot(place)), gray(value, 1.0)), "the undone pixel is still painted"
        desk.keys("ctrl+shift+z")
        becomes(program, "image", painted)
        desk.keys("ctrl+z")
        becomes(program, "image", before)
        desk.keys("ctrl+y")
        becomes(program, "image", painted)
        desk.click(program.window, pixel(program, 4, 4), button=3)
        becomes(program, "image", with_row(painted, 4, range(4, 5), 0.0))
        desk.park()
        program.shows_what_it_should()


def a_double_click_opens_the_number(desk: Desk, folder: Path) -> None:
    """Open a pixel's number by a double click, which takes its first press back; cancel by Esc."""
    with Program(desk, folder, *STILL) as program:
        before = startup().image.tolist()
        desk.click(program.window, pixel(program, 3, 2), times=2)
        desk.type("0,25")
        desk.keys("Return")
        becomes(program, "image", with_row(before, 3, range(2, 3), 0.25))
        desk.click(program.window, pixel(program, 3, 4), times=2)
        desk.type("0.5")
        desk.keys("Escape")
        time.sleep(0.3)
        becomes(program, "image", with_row(before, 3, range(2, 3), 0.25))
        desk.keys("ctrl+z")
        becomes(program, "image", before)


def types_a_weight(desk: Desk, folder: Path) -> None:
    """Open a weight by a click, take what is typed, and show a negative weight in orange."""
    with Program(desk, folder, *STILL) as program:
        due = startup().kernel.tolist()
        desk.click(program.window, weight(program, 1, 1))
        desk.type("-2.5")
        time.sleep(0.2)
        assert program.grid("kernel") == due, "it took the number before Enter"
        desk.keys("Return")
        due[1][1] = -2.5
        becomes(program, "kernel", due)
        desk.park()
        place = program.map().cell_rect(Cell(GridName.KERNEL, 1, 1))
        hue = shade(-2.5, 2.5, program.theme.kernel, program.theme)
        assert hue == program.theme.negative
        assert alike(colour_at(program.shot(), spot(place)), hue), "the negative weight is not orange"
        program.shows_what_it_should()


def a_bad_number_changes_nothing(desk: Desk, folder: Path) -> None:
    """Refuse what is no number with a sentence, and leave the entry open to be put right."""
    with Program(desk, folder, *STILL) as program:
        due = startup().kernel.tolist()
        desk.click(program.window, weight(program, 0, 0))
        desk.type("1.2.3")
        calm = program.shot()
        desk.keys("Return")
        time.sleep(0.4)
        assert program.grid("kernel") == due, "it took what is no number"
        assert (program.shot() != calm).any(), "it says nothing"
        desk.keys("BackSpace", "BackSpace", "Return")
        due[0][0] = 1.2
        becomes(program, "kernel", due)


def drags_a_weight_and_turns_the_wheel(desk: Desk, folder: Path) -> None:
    """Dragging a weight up makes it larger; the wheel changes a rested-on weight by 0.05 a notch, as one entry."""
    with Program(desk, folder, *STILL) as program:
        before = startup().kernel.tolist()
        x, y = weight(program, 2, 0)
        desk.drag(program.window, (x, y), (x, y - 40))
        eventually(lambda: program.grid("kernel")[2][0] > before[2][0] + 0.1, "the weight is larger", 5.0)
        desk.keys("ctrl+z")
        becomes(program, "kernel", before)
        desk.move(program.window, weight(program, 0, 0))
        time.sleep(0.6)
        desk.do("click", "--repeat", 2, "--delay", 60, 4)
        eventually(lambda: abs(program.grid("kernel")[0][0] - before[0][0] - 0.1) < 1e-9, "two notches are 0.1", 5.0)
        time.sleep(0.8)
        desk.keys("ctrl+z")
        becomes(program, "kernel", before)


def drags_a_slider(desk: Desk, folder: Path) -> None:
    """Dragging the stride's knob from 2 to 3 changes the stride, and the knob stands there."""
    with Program(desk, folder, *STILL) as program:
        slider = program.widget("stride")
        assert isinstance(slider, Slider)
        y = slider.track.centre[1]
        places = [(slider.place(value), y) for value in (2, 3)]
        hue = program.theme.now
        assert alike(colour_at(program.shot(), places[0]), hue), "the knob does not stand at 2"
        desk.drag(program.window, places[0], places[1])
        desk.park()
        eventually(lambda: program.kept()["stride"] == [3, 3], "the stride is 3", 5.0)
        shot = program.shot()
        assert alike(colour_at(shot, places[1]), hue), "the knob does not stand at 3"
        beyond = (places[1][0] + (places[1][0] - places[0][0]) / 2, y)
        assert not alike(colour_at(shot, beyond), hue), "the track is filled beyond the knob"
        program.shows_what_it_should()
        desk.drag(program.window, places[1], (places[1][0] + 200, y))
        desk.keys("ctrl+z")
        eventually(lambda: program.kept()["stride"] == [3, 3], "one drag is one entry", 5.0)


def drags_the_card(desk: Desk, folder: Path) -> None:
    """Dragging the card by its border moves the walk to the nearest patch and pauses; inside it, pixels are met.

    All pixels are covered, so that the window points at none by itself.
    """
    with Program(desk, folder, "--image", "noise", "--image-size", "9", "--at", "6.4", "--paused") as program:
        program.comes_to(6.4)
        desk.keys("space")
        time.sleep(0.1)
        window = program.map()
        pitch, card = window.places.image.pitch, window.first.card
        edge = (card.x + 4, card.centre[1])
        desk.drag(program.window, edge, (edge[0] + 1.8 * pitch, edge[1] + 2.2 * pitch))
        eventually(lambda: 12 <= program.position < 13, "the walk is in step 13", 5.0)
        desk.park()
        stands = program.position
        time.sleep(1.2)
        assert program.position == stands, "the walk goes on while or after its card is held"
        program.shows_what_it_should()
        desk.click(program.window, pixel(program, 4, 4))
        eventually(lambda: program.grid("image")[4][4] == 1.0, "the pixel under the card is painted", 5.0)


def an_output_cell_leads_to_its_step(desk: Desk, folder: Path) -> None:
    """Go to an output cell's step by a click on it; its products stand there."""
    with Program(desk, folder, "--image", "noise", "--at", "16", "--paused") as program:
        desk.click(program.window, program.map().cell_rect(Cell(GridName.OUTPUT, 2, 1)).centre)
        eventually(lambda: 9 < program.position < 10, "the walk is in step 10", 5.0)
        desk.park()
        program.shows_what_it_should()


def chooses_with_the_keys(desk: Desk, folder: Path) -> None:
    """Tab leads to a grid's cells: arrows move, a digit opens the number, Delete sets 0."""
    with Program(desk, folder, *STILL) as program:
        due = startup().image.tolist()
        desk.keys(*["Tab"] * (stops(program.map()).index(GRID + GridName.IMAGE.value) + 1))
        desk.keys("Down", "Right", "Right")
        desk.type("7e-1")
        desk.keys("Return", "Right", "Delete", "Escape")
        due[1][2], due[1][3] = 0.7, 0.0
        becomes(program, "image", due)


def copies_and_pastes(desk: Desk, folder: Path) -> None:
    """Ctrl+C puts the grid under the pointer on the clipboard as text; Ctrl+V takes one from there, and resizes."""
    with Program(desk, folder, *STILL) as program:
        kernel = startup().kernel.tolist()
        desk.move(program.window, weight(program, 0, 1))
        time.sleep(0.2)
        desk.keys("ctrl+c")
        eventually(lambda: _numbers(desk.clipboard()) == kernel, "the kernel is on the clipboard", 5.0)
        desk.set_clipboard("[[1, -1], [0.125, 2]]")
        desk.keys("ctrl+v")
        becomes(program, "kernel", [[1, -1], [0.125, 2]])
        desk.park()
        desk.set_clipboard("0\t1\n1\t0\n0.5\t0.25\n")
        desk.keys("ctrl+v")
        becomes(program, "image", [[0, 1], [1, 0], [0.5, 0.25]])
        desk.set_clipboard(text("title"))
        kept = program.kept_file().read_text()
        desk.keys("ctrl+v")
        time.sleep(0.4)
        assert json.loads(program.kept_file().read_text()) == json.loads(kept), "a paste of words changed something"


def _numbers(words: str) -> Rows:
    try:
        return [[float(number) for number in line.split("\t")] for line in words.splitlines()]
    except ValueError:
        return []
