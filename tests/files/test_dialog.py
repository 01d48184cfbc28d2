"""The system's file dialog runs in a process of its own and never makes anybody wait."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.files import dialog
from game.files.dialog import DialogAnswer, FileDialog, choose_file


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
        ("import json, sys; sys.stdout.write(json.dumps('/a/Übung \\n1.json'))", Path("/a/Übung \n1.json")),
        ("import sys; sys.stdout.write('\"\"')", None),
        ("import a_module_that_does_not_exist", DialogAnswer.UNAVAILABLE),
        ("import sys; sys.stdout.write('\"\"'); sys.exit(1)", DialogAnswer.UNAVAILABLE),
        ("print('no JSON')", DialogAnswer.UNAVAILABLE),
        ("", DialogAnswer.UNAVAILABLE),
    ],
)
def test_the_answer_is_a_path_or_cancelled_or_unavailable(
    monkeypatch: pytest.MonkeyPatch, program: str, answer: object
) -> None:
    monkeypatch.setattr(dialog, "_PROGRAM", program)
    asked = choose_file("open", Path())
    assert answer_of(asked) == answer
    assert asked.poll() == answer


def test_the_dialog_is_told_what_to_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialog, "_PROGRAM", "import json, sys; sys.stdout.write(json.dumps('|'.join(sys.argv[1:])))")
    assert answer_of(choose_file("save", Path("/a b"), "ä.json", "Save as")) == Path("save|/a b|ä.json|Save as")


def test_while_the_person_chooses_the_answer_is_not_done_and_closing_cancels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialog, "_PROGRAM", "import time; time.sleep(60)")
    asked = choose_file("open", Path())
    started = time.monotonic()
    assert asked.poll() is DialogAnswer.NOT_DONE
    asked.close()
    assert asked.poll() is None
    assert time.monotonic() - started < 5
    asked.close()


def test_without_a_screen_there_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can be without a screen so easily")
    monkeypatch.setenv("DISPLAY", ":nowhere")
    assert answer_of(choose_file("open", Path())) is DialogAnswer.UNAVAILABLE


def test_a_process_that_cannot_be_started_is_no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert choose_file("open", Path()).poll() is DialogAnswer.UNAVAILABLE


def test_the_program_of_the_dialog_is_python() -> None:
    compile(dialog._PROGRAM, "dialog", "exec")
