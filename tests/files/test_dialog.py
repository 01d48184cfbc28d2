"""The system's file dialog runs in a process of its own, never makes anybody wait, and ends when it is told to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.files.dialog import DialogAnswer, FileDialog, choose_file
from game.files.dialog_ways import Way, _from_json, _from_line

NO_WAY = Way([sys.executable, "-c", "import a_module_that_does_not_exist"], _from_line)
"""Python without tkinter."""


def way(program: str, cancelled: int | None = None) -> Way:
    return Way([sys.executable, "-I", "-c", f"import json, os, sys, time\n{program}"], _from_json, cancelled)


def answer_of(asked: FileDialog) -> Path | DialogAnswer | None:
    for _ in range(600):
        answer = asked.poll()
        if answer is not DialogAnswer.NOT_DONE:
            return answer
        time.sleep(0.02)
    raise TimeoutError


@pytest.mark.parametrize(
    ("program", "answer"),
    [
        ("print(json.dumps('/a/Übung \\n1.json'))", Path("/a/Übung \n1.json")),
        ("print(json.dumps('/a/\\udcff.json'))", Path("/a/\udcff.json")),
        ("print('\"\"')", None),
        ("import a_module_that_does_not_exist", DialogAnswer.UNAVAILABLE),
        ("print('\"\"'); sys.exit(1)", DialogAnswer.UNAVAILABLE),
        ("print('no JSON')", DialogAnswer.UNAVAILABLE),
        ("os.write(1, b'\\xff\\xfe\\x00')", DialogAnswer.UNAVAILABLE),
        ("print('[' * 100_000)", DialogAnswer.UNAVAILABLE),
        ("print([1])", DialogAnswer.UNAVAILABLE),
        ("", DialogAnswer.UNAVAILABLE),
        ("os.abort()", DialogAnswer.UNAVAILABLE),
    ],
)
def test_the_answer_is_a_path_or_cancelled_or_unavailable(program: str, answer: object) -> None:
    asked = FileDialog([way(program)])
    assert answer_of(asked) == answer
    assert asked.poll() == answer


def test_where_there_is_no_such_dialog_the_next_is_tried_until_there_is_none() -> None:
    missing = Way(["/nowhere/zenity"], _from_line)
    unfit = Way([sys.executable, "a\0b"], _from_line)
    found = way("print('\"/a.json\"')")
    assert answer_of(FileDialog([NO_WAY, missing, unfit, found])) == Path("/a.json")
    assert answer_of(FileDialog([found, NO_WAY])) == Path("/a.json")
    assert answer_of(FileDialog([NO_WAY, missing])) is DialogAnswer.UNAVAILABLE
    assert FileDialog([]).poll() is DialogAnswer.UNAVAILABLE


def test_one_that_was_cancelled_is_not_followed_by_another() -> None:
    found = way("print('\"/a.json\"')")
    assert answer_of(FileDialog([way("sys.exit(1)", cancelled=1), found])) is None
    assert answer_of(FileDialog([way("print('\"\"')"), found])) is None


def test_while_the_person_chooses_the_answer_is_not_done_and_closing_cancels() -> None:
    asked = FileDialog([way("time.sleep(60)"), way("print('\"/a.json\"')")])
    started = time.monotonic()
    assert asked.poll() is DialogAnswer.NOT_DONE
    asked.close()
    assert asked.poll() is None
    assert time.monotonic() - started < 5
    asked.close()
    assert asked.poll() is None


HELPER = "import subprocess\nhelper = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)'])\n"
"""A dialog that starts a process, as wrappers of programs do; it holds the pipe for half a minute."""


def test_a_dialog_whose_helper_lives_on_makes_nobody_wait() -> None:
    asked = FileDialog([way(f"{HELPER}print('\"/a.json\"', flush=True)\nos._exit(0)")])
    started = time.monotonic()
    assert answer_of(asked) == Path("/a.json")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("before", "told"), [("", ""), ("/opt/lib", "/opt/lib")])
def test_where_a_frozen_program_has_its_libraries_is_told_to_itself_only(
    monkeypatch: pytest.MonkeyPatch, before: str, told: str
) -> None:
    own = way("print(json.dumps(os.environ.get('LD_LIBRARY_PATH', '')))")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    assert answer_of(FileDialog([own])) == Path("/frozen/_internal")  # a program that is not frozen leaves all as it is
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert answer_of(FileDialog([own])) == Path("/frozen/_internal")
    monkeypatch.setattr(sys, "executable", "/frozen/Kernelscope")
    assert answer_of(FileDialog([own])) == (Path(told) if told else None)


@pytest.mark.skipif(sys.platform == "win32", reason="there, a process is ended by itself")
def test_what_a_dialog_has_started_ends_with_it(tmp_path: Path) -> None:
    beats = tmp_path / "beats"
    asked = FileDialog([way(BEATING.format(str(beats)))])
    while not beats.exists():
        assert asked.poll() is DialogAnswer.NOT_DONE
        time.sleep(0.02)
    asked.close()
    assert _ends(beats)


BEATING = """
import subprocess
beat = "import sys, time\\nfor _ in range(1500):\\n open(sys.argv[1], 'a').write('x')\\n time.sleep(0.02)"
subprocess.Popen([sys.executable, "-c", beat, {!r}])
time.sleep(60)
"""
"""A dialog that starts a process, which writes on and on for half a minute."""


def _ends(beats: Path) -> bool:
    """Tell whether what writes into a file soon writes no more."""
    for _ in range(20):
        before = beats.stat().st_size
        time.sleep(0.5)
        if beats.stat().st_size == before:
            return True
    return False


def test_one_that_prints_on_and_on_is_ended_as_any_other() -> None:
    asked = FileDialog([way("while True: os.write(1, b'x' * 10_000)")])
    time.sleep(0.5)
    started = time.monotonic()
    assert asked.poll() in (DialogAnswer.NOT_DONE, DialogAnswer.UNAVAILABLE)
    asked.close()
    assert time.monotonic() - started < 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen so easily")
def test_without_a_screen_there_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":nowhere")
    monkeypatch.setenv("PATH", os.devnull)
    assert answer_of(choose_file("open", Path())) is DialogAnswer.UNAVAILABLE


def test_a_process_that_cannot_be_started_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert choose_file("open", Path()).poll() is DialogAnswer.UNAVAILABLE


def test_a_name_that_no_command_can_be_given_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert answer_of(choose_file("save", Path(), "a\0b.json")) is DialogAnswer.UNAVAILABLE


def test_the_answer_of_our_own_dialog_is_any_path_at_all() -> None:
    for path in ("/a/b.json", "/\udcff\n\u202e.json", ""):
        assert _from_json(json.dumps(path).encode()) == path
