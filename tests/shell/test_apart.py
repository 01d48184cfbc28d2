"""What is written in a process of its own: the same files, and nothing half written, however that process ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from game import entry
from game.core.scenario import Scenario, startup
from game.files import helper
from game.files.tour_file import LESSONS, TOURS
from game.input.effects import OpenTour, StopShare
from game.input.interface_intents import ChooseShare
from game.session.history import Work
from game.session.sharing import FILMS, LARGE, OF_THE_LESSON, WORKSHEETS, form_of
from game.shell import apart, sharing
from game.shell.sharing_jobs import picture_job, sheets_job
from game.shell.sharing_sheets import sheets_of
from game.words.texts import text

from .hands import Person
from .test_share import begins, here, person, said

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds


def written(who: Person, form: str, path: Path) -> None:
    who.controller.dispatch((ChooseShare(steps=2, versions=2),))
    who.controller.dispatch(who.controller._documents._share.write(who.state, form, path))
    ends(who)


def ends(who: Person) -> None:
    """Wait until all is written, or was not."""
    until = time.monotonic() + PATIENCE
    while who.controller._shares:
        assert time.monotonic() < until
        who.waits(0.01)
        time.sleep(0.005)


def working(who: Person) -> apart.Apart:
    writing = who.controller._documents.sharing
    assert writing is not None
    assert isinstance(writing._work, apart.Apart)
    return writing._work


def gone(process: int) -> bool:
    """Tell whether a process is no more, or only waits to be forgotten."""
    try:
        return " Z " in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True


def is_at_its_file(who: Person, folder: Path) -> None:
    """Wait until something is half written."""
    until = time.monotonic() + PATIENCE
    while not list(folder.glob("*.partial")):
        assert time.monotonic() < until
        time.sleep(0.002)
    assert who.controller._shares


@pytest.mark.parametrize("form", [form for form in LARGE if form not in (*FILMS, OF_THE_LESSON)])
def test_it_writes_the_same_bytes_as_the_window_would(form: str, tmp_path: Path) -> None:
    found = []
    for who, folder in ((person(position=1.0), tmp_path / "apart"), (here(person(position=1.0)), tmp_path / "here")):
        folder.mkdir()
        known = form_of(form)
        assert known is not None
        written(who, form, folder / f"a{known.ending}")
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
        assert not who.state.interface.toasts[-1].warning
    assert found[0] == found[1]
    assert len(found[0]) == (3 if form in WORKSHEETS else 1)


@pytest.mark.parametrize("name", [*TOURS, *LESSONS])
def test_what_a_tour_shows_can_be_handed_over_and_the_worksheet_of_a_lesson(name: str, tmp_path: Path) -> None:
    who = person()
    who.controller.dispatch((OpenTour(name),))
    assert who.state.tour is not None
    assert apart.packed(picture_job(who.state, "picture", tmp_path / "a.png", 1))
    if who.state.tour.tour.worksheet is not None:
        plan, stem, _ = sheets_of(who.state, tmp_path / "a.pdf", of_the_lesson=True)
        assert apart.packed(sheets_job(plan, stem))


def test_a_long_history_is_not_handed_over(tmp_path: Path) -> None:
    state = person().state
    short = len(apart.packed(picture_job(state, "picture", tmp_path, 1)))
    history = state.history
    for number in range(20):
        image = np.random.default_rng(number).random((40, 40))
        history = history.record(Work(Scenario(image, startup().kernel)))
    long = state.changed(history=history.record(state.history.present))
    assert len(apart.packed(picture_job(long, "picture", tmp_path, 1))) < 1.1 * short


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_where_the_process_is_killed_one_sentence_says_so_and_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"before")
    who = person()
    begins(who, "moving", path)
    is_at_its_file(who, tmp_path)
    os.kill(working(who).helper.process.pid, signal.SIGKILL)
    ends(who)
    assert said(who)[-1] == "What writes “" + str(path) + "” ended before it was done; nothing was saved."
    assert who.state.interface.toasts[-1].warning
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], b"before")


def test_who_stops_it_ends_the_process_and_nothing_half_written_stays(tmp_path: Path) -> None:
    who = person()
    begins(who, "moving", tmp_path / "a.gif")
    is_at_its_file(who, tmp_path)
    process = working(who).helper.process
    who.keys("Escape")
    assert process.poll() is not None
    assert not list(tmp_path.iterdir())
    assert said(who) == [text("share.stopped", name="a.gif")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks into /proc")
def test_where_the_window_is_killed_the_process_ends_by_itself_and_takes_along_what_is_half_written(
    tmp_path: Path,
) -> None:
    begin = (
        "import sys, time; from pathlib import Path; from tests.shell.test_share import begins, person; "
        "who = person(); begins(who, 'moving', Path(sys.argv[1])); "
        "print(who.controller._documents.sharing._work.helper.process.pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", begin, str(tmp_path / "a.gif")],
        cwd=ROOT,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        stdout=subprocess.PIPE,
    ) as window:
        assert window.stdout is not None
        process = next(int(line) for line in window.stdout if line.strip().isdigit())
        until = time.monotonic() + PATIENCE
        while not list(tmp_path.iterdir()) and time.monotonic() < until:
            time.sleep(0.002)
        window.kill()
    while not gone(process):
        assert time.monotonic() < until
        time.sleep(0.01)
    assert not list(tmp_path.iterdir())


def test_a_system_that_starts_no_process_has_it_written_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(helper.Helper, "__init__", refuses)
    written(person(), "picture", tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_what_writing_left_free_is_given_back_once_it_is_done_or_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(sharing, "give_back_memory", lambda: given.append("given"))
    who = here(person())
    written(who, "picture", tmp_path / "a.png")
    assert given == ["given"]
    begins(who, "moving", tmp_path / "a.gif")
    who.controller.dispatch((StopShare(),))
    assert given == ["given"] * 2
    who.controller._documents.close()
    assert given == ["given"] * 2, "there is nothing more"


def test_the_window_itself_never_imports_what_writes_them(tmp_path: Path) -> None:
    write = (
        "import sys; from pathlib import Path; from game.session.sharing import LARGE, FILMS, form_of; "
        "from tests.shell.test_apart import written, person; who = person(); folder = Path(sys.argv[1]); "
        "[written(who, form, folder / f'{form}{form_of(form).ending}') for form in LARGE if form not in FILMS]; "
        "print(sorted({'PIL', 'reportlab', 'segno'} & sys.modules.keys()))"
    )
    command, environment = [sys.executable, "-c", write, str(tmp_path)], {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert {path.suffix for path in tmp_path.iterdir()} == {".png", ".svg", ".gif", ".pdf"}


def test_a_program_without_a_python_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert entry.WRITES_FILES == apart.FLAG
    assert apart.command()[-2:] == ["game.entry", apart.FLAG]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert apart.command() == [sys.executable, apart.FLAG]


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        *((b"", 0.0), (b"0.1", 0.0), (b"0.100\n0.2", 0.1), (b"0.100\n0.250\n", 0.25)),
        *((b"0.100\n1.000\n=\nxx\nyy\n", 1.0), (b"0.100\nsaid by a library\n", 0.0)),
    ],
)
def test_how_far_it_is_is_the_last_whole_line(printed: bytes, share: float) -> None:
    assert apart._share(printed) == share
