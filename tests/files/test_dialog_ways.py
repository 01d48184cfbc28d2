"""Which programs are asked for a dialog, with what, and how their answers are read; on each system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from game.files import dialog_window
from game.files.dialog import DialogAnswer, choose_file
from game.files.dialog_ways import ways
from game.files.opening import NUMBER_ENDINGS
from game.files.picture_kinds import ENDINGS
from tests.files.test_dialog import answer_of

ROOT = Path(__file__).parent.parent.parent
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="programs of Linux")


class Tk:
    """Stands in for Tk's window: it notes the attributes that it is given."""

    attributes_given: tuple[str, ...] = ()

    def withdraw(self) -> None:
        """Hide."""

    def attributes(self, name: str, value: bool) -> None:
        """Note an attribute."""
        del value
        Tk.attributes_given = (*Tk.attributes_given, name)


@pytest.fixture
def tk(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Put a tkinter in the place of the system's, whose dialog answers with `answer` and notes `options`."""
    stand_in, dialogs = ModuleType("tkinter"), ModuleType("tkinter.filedialog")

    def ask(**options: object) -> object:
        vars(stand_in)["options"] = options
        return vars(stand_in)["answer"]

    vars(dialogs).update(askopenfilename=ask, asksaveasfilename=ask)
    vars(stand_in).update(Tk=Tk, filedialog=dialogs, answer="/a.json")
    monkeypatch.setitem(sys.modules, "tkinter", stand_in)
    monkeypatch.setattr(Tk, "attributes_given", ())
    return stand_in


@pytest.mark.parametrize(
    ("answer", "printed"),
    [("/a/ä.json", r'"/a/\u00e4.json"'), ("/\udcff", r'"/\udcff"'), ("", '""'), ((), '""'), (None, '""')],
)
def test_our_own_dialog_prints_what_tk_answers(
    tk: ModuleType, capsys: pytest.CaptureFixture[str], answer: object, printed: str
) -> None:
    vars(tk)["answer"] = answer
    assert dialog_window.main(["save", "/b", "ä.json", "Save as"]) == 0
    assert capsys.readouterr().out == printed
    options = vars(tk)["options"]
    assert (options["initialdir"], options["initialfile"], options["title"]) == ("/b", "ä.json", "Save as")


@pytest.mark.parametrize(("system", "given"), [("linux", ("-topmost",)), ("win32", ("-topmost",)), ("darwin", ())])
@pytest.mark.usefixtures("tk")
def test_it_stays_on_top_of_the_window_but_on_a_mac(
    monkeypatch: pytest.MonkeyPatch, system: str, given: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert dialog_window.main(["open", "/", "", ""]) == 0
    assert Tk.attributes_given == given


@pytest.mark.usefixtures("tk")
def test_without_tkinter_or_without_an_output_our_own_dialog_is_a_status(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        assert dialog_window.main(["open", "/", "", ""]) == 1
    monkeypatch.setitem(sys.modules, "tkinter", None)
    assert dialog_window.main(["open", "/", "", ""]) == 1


def _frozen(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as `--dialog` with a tkinter that answers with all modules that are there by then."""
    (tmp_path / "tkinter").mkdir()
    code = "import sys\nclass Tk:\n    withdraw = attributes = lambda *_: None\n"
    (tmp_path / "tkinter" / "__init__.py").write_text(code)
    (tmp_path / "tkinter" / "filedialog.py").write_text(
        "import sys\ndef askopenfilename(**_): return ' '.join(n for n in sys.modules if n.startswith('game'))\n"
    )
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
    )


def test_the_program_itself_is_the_dialog_when_asked_and_imports_nothing_else_for_it(tmp_path: Path) -> None:
    done = _frozen(tmp_path, "--dialog", "open", "/", "", "Open")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(done.stdout.strip('"').split()) == {"game", "game.entry", "game.files", "game.files.dialog_window"}


def test_the_flag_without_all_that_follows_it_is_no_flag(tmp_path: Path) -> None:
    done = _frozen(tmp_path, "--dialog", "open")
    assert done.returncode == 2
    assert "“--dialog”" in done.stderr


def test_the_dialog_shows_every_kind_of_file_that_can_be_opened() -> None:
    endings = [".json", *ENDINGS, *NUMBER_ENDINGS]
    assert dialog_window.PATTERNS.split() == [
        f"*{ending}" for ending in (*endings, *(each.upper() for each in endings))
    ]


def test_a_frozen_program_asks_itself_and_any_other_asks_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PATH", os.devnull)
    (way,) = ways("open", Path("/a b"), "", "Open")
    assert way.command == [sys.executable, "-I", dialog_window.__file__, "open", str(Path("/a b")), "", "Open"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    (way,) = ways("save", Path("/a b"), "ä.json", "Save")
    assert way.command == [sys.executable, "--dialog", "save", str(Path("/a b")), "ä.json", "Save"]
    assert dialog_window.is_asked(way.command[1:])


@pytest.mark.parametrize(("system", "found"), [("linux", 2), ("win32", 0), ("darwin", 0)])
def test_the_dialogs_of_desktops_of_linux_are_looked_for_there_only(
    system: str, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/somewhere/{name}")
    monkeypatch.setattr(sys, "platform", system)
    commands = [way.command[0] for way in ways("open", Path("/"), "", "Open")]
    assert len([command for command in commands if command in ("/somewhere/zenity", "/somewhere/kdialog")]) == found


def test_on_a_mac_its_own_script_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    script, own = ways("save", Path("/a b"), "ä.json", "Save")
    assert script.command[:2] == ["osascript", "-e"]
    assert script.command[3:] == ["save", "/a b", "ä.json", "Save"]
    assert (script.read(b"/a b/x.json\n"), script.read(b"\n")) == ("/a b/x.json", "")
    assert own.command[0] == sys.executable


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder of programs; Python is without tkinter."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(dialog_window, "__file__", str(tmp_path / "nowhere.py"))
    return folder


def _program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@LINUX
def test_without_tkinter_and_any_other_program_there_is_no_dialog(programs: Path) -> None:
    del programs
    assert answer_of(choose_file("open", Path("/"))) is DialogAnswer.UNAVAILABLE


@LINUX
@pytest.mark.parametrize(
    ("there", "answer"),
    [
        (("zenity",), "/zenity"),
        (("kdialog",), "/kdialog"),
        (("zenity", "kdialog"), "/zenity"),
    ],
)
def test_without_tkinter_zenity_and_then_kdialog_are_asked(programs: Path, there: tuple[str, ...], answer: str) -> None:
    for name in there:
        _program(programs, name, f"echo /{name}")
    assert answer_of(choose_file("open", Path("/"))) == Path(answer)


@LINUX
@pytest.mark.parametrize("name", ["zenity", "kdialog"])
@pytest.mark.parametrize(
    ("script", "answer"),
    [
        (r"printf '/bad\377name.json\n'", Path(os.fsdecode(b"/bad\xffname.json"))),
        (r"printf '/two\nlines.json\n'", Path("/two\nlines.json")),
        ("exit 1", None),
        ("exit 255", DialogAnswer.UNAVAILABLE),
        ("echo", None),
    ],
)
def test_their_answers_are_any_bytes_cancelled_or_unavailable(
    programs: Path, name: str, script: str, answer: object
) -> None:
    _program(programs, name, script)
    assert answer_of(choose_file("open", Path("/"))) == answer


@LINUX
def test_one_of_them_that_fails_is_followed_by_the_other(programs: Path) -> None:
    _program(programs, "zenity", "exit 255")
    _program(programs, "kdialog", "echo /kdialog")
    assert answer_of(choose_file("open", Path("/"))) == Path("/kdialog")


@LINUX
@pytest.mark.parametrize("name", ["zenity", "kdialog"])
def test_they_are_told_where_to_begin_and_under_which_name(programs: Path, name: str) -> None:
    _program(programs, name, 'for one in "$@"; do printf "%s|" "$one"; done')
    saved, opened = (
        answer_of(choose_file(*asked)) for asked in (("save", Path("/a b"), "x.json"), ("open", Path("/a")))
    )
    assert "/a b/x.json|" in str(saved)
    assert "/a/|" in str(opened)
    assert "*.json *.png" in str(opened)


@LINUX
@pytest.mark.parametrize("name", ["zenity", "kdialog"])
def test_a_saved_name_gets_its_ending_unless_that_is_a_file_that_nobody_was_asked_about(
    programs: Path, tmp_path: Path, name: str
) -> None:
    def saved(typed: str) -> object:
        _program(programs, name, f"echo '{tmp_path / typed}'")
        return answer_of(choose_file("save", tmp_path, "x.json"))

    assert saved("lesson") == tmp_path / "lesson.json"
    assert saved("lesson.JSON") == tmp_path / "lesson.JSON"
    (tmp_path / "lesson.json").touch()
    (tmp_path / "other").touch()
    assert saved("lesson") == tmp_path / "lesson"
    assert saved("other") == tmp_path / "other"
