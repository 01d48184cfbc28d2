"""Trials of what is kept: saving, being killed and coming back, two windows at once."""

from __future__ import annotations

import json
import time
from pathlib import Path

from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.ui.themes import gray
from game.words.texts import text

from .desk import Desk, eventually, say
from .program import Program, alike, colour_at, spot
from .touching import STILL, becomes, pixel, with_row


def comes_back_after_being_killed(desk: Desk, folder: Path) -> None:
    """Killed after a stroke, it comes back with the work, on the screen too; nothing is lost and nobody is asked."""
    painted = with_row(startup().image.tolist(), 3, range(2, 6), 1.0)
    with Program(desk, folder, *STILL) as program:
        desk.drag(program.window, pixel(program, 3, 2), pixel(program, 3, 5))
        desk.park()
        becomes(program, "image", painted)
        desk.keys("Right", "Right")
        program.comes_to(1.0)
        program.kill()
    with Program(desk, folder, "--paused") as program:
        assert program.grid("image") == painted, "the painted image is lost"
        program.comes_to(1.0)
        place = program.map().cell_rect(Cell(GridName.IMAGE, 3, 4))
        assert alike(colour_at(program.shot(), spot(place)), gray(1.0, 1.0)), "the painted pixel is not white"
        program.shows_what_it_should()


def loses_at_most_a_second(desk: Desk, folder: Path) -> None:
    """Killed in the middle of a stroke, it has kept what was painted more than a second ago."""
    painted = with_row(startup().image.tolist(), 4, range(1, 7), 1.0)
    with Program(desk, folder, *STILL) as program:
        desk.move(program.window, pixel(program, 4, 1))
        desk.press()
        desk.move(program.window, pixel(program, 4, 6))
        time.sleep(1.5)
        program.kill()
        desk.release()
    with Program(desk, folder, "--paused") as program:
        assert program.grid("image") == painted, "the stroke is lost"


def saves(desk: Desk, folder: Path) -> None:
    """Ctrl+S asks for a file, or, where there is no file dialog, saves into the documents; again, it asks no more."""
    desk.home.joinpath("Documents").mkdir(exist_ok=True)
    before = set(desk.home.joinpath("Documents").iterdir())
    with Program(desk, folder, *STILL) as program:
        desk.keys("ctrl+s")
        own = folder / "lesson.json"
        eventually(lambda: answered(desk, own) or bool(_new(desk, before)), "a dialog is open, or a file saved")
        eventually(lambda: own.exists() or bool(_new(desk, before)), "the file is there")
        saved = own if own.exists() else _new(desk, before)[0]
        say(f"     saved {'by the file dialog' if saved == own else 'without a file dialog'}")
        holds_the_work(program, saved)
        eventually(lambda: desk.do("getactivewindow") == program.window, "the window has the keys again")
        desk.click(program.window, pixel(program, 2, 2))
        becomes(program, "image", with_row(startup().image.tolist(), 2, range(2, 3), 1.0))
        desk.keys("ctrl+s")
        eventually(lambda: json.loads(saved.read_text())["image"][2][2] == 1.0, "it is saved again")
        holds_the_work(program, saved)
    with Program(desk, folder, str(saved), "--paused") as program:
        assert program.grid("image")[2][2] == 1.0, "what was saved does not open"


def _new(desk: Desk, before: set[Path]) -> list[Path]:
    found = set(desk.home.joinpath("Documents").iterdir()) - before
    return [path for path in found if path.suffix == ".json"]


def saves_and_opens_through_the_dialog(desk: Desk, folder: Path) -> None:
    """Ctrl+S asks the file dialog where to; Ctrl+O and "Choose a file…" ask it what to open, and that comes back."""
    saved, before = folder / "lesson.json", startup().image.tolist()
    with Program(desk, folder, *STILL) as program:
        desk.keys("ctrl+s")
        eventually(lambda: answered(desk, saved), "the dialog is open")
        eventually(saved.exists, "the file is there")
        holds_the_work(program, saved)
        eventually(lambda: desk.do("getactivewindow") == program.window, "the window has the keys again")
        desk.click(program.window, pixel(program, 2, 2))
        becomes(program, "image", with_row(before, 2, range(2, 3), 1.0))
        desk.keys("ctrl+o", "Tab", "Return")  # the button is the first of all
        eventually(lambda: answered(desk, saved, "open.title"), "the dialog is open again")
        becomes(program, "image", before)


def answered(desk: Desk, path: Path, title: str = "save.title") -> bool:
    """Type the path into the dialog with this title, if it is open."""
    dialog = desk.do("search", "--onlyvisible", "--name", f"^{text(title)}$")
    if not dialog or desk.do("getactivewindow") != dialog.split()[0]:
        return False
    desk.keys("End", "shift+Home", "BackSpace")
    desk.type(str(path))
    desk.keys("Return")
    return True


def holds_the_work(program: Program, path: Path) -> None:
    """Assert that a file holds the work that the window has."""
    kept, saved = program.kept(), json.loads(path.read_text(encoding="utf-8"))
    for key in ("kernelscope", "image", "kernel", "stride", "padding", "dilation", "white", "seed"):
        assert saved[key] == kept[key], f"{key} was saved as {saved[key]}, and is {kept[key]}"


def opens_a_file(desk: Desk, folder: Path) -> None:
    """Open the scenario file that is named on the command line, and set the work of before aside."""
    path = folder / "own.json"
    own = {
        "kernelscope": 1,
        "image": [[0, 0.5, 1], [1, 0, 0.25]],
        "kernel": [[2, -1]],
        "stride": [1, 1],
        "padding": [0, 0],
    }
    path.write_text(json.dumps(own))
    with Program(desk, folder, *STILL):
        pass
    with Program(desk, folder, str(path), "--paused", "--at", "4") as program:
        assert (program.grid("image"), program.grid("kernel")) == (own["image"], own["kernel"])
        program.comes_to(4.0)
        program.shows_what_it_should()
        aside = [json.loads(file.read_text()) for file in program.data.glob("last-work/*.json")]
        assert [work["image"] for work in aside] == [startup().image.tolist()], "the work of before is not set aside"


def two_windows_keep_apart(desk: Desk, folder: Path) -> None:
    """Two windows at once keep their own work; none overwrites the other's."""
    with Program(desk, folder, *STILL) as first:
        desk.click(first.window, pixel(first, 3, 3))
        due = with_row(startup().image.tolist(), 3, range(3, 4), 1.0)
        becomes(first, "image", due)
        kept = first.kept_file()
        second = Program(desk, folder, "--paused")
        try:
            eventually(lambda: len(list(first.data.glob("work/*/work.json"))) == 2, "each has its own work")
            time.sleep(0.5)
            assert json.loads(kept.read_text())["image"] == due, "the second window wrote over the first one's work"
        finally:
            second.kill()
