"""What the program prints, where standard output or standard error is missing, closed, full, left or of few letters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game import app, printing
from game.command_line import main
from game.files.errors import FileProblem
from game.version import VERSION

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closes streams in the way of a Unix shell")

WITHOUT_WINDOW = {"help": ["--help"], "version": ["--version"], "output": ["--print-output"]}
LARGE = ["--image-size", "64", "--stride", "1", "--print-output"]  # more than any buffer holds

STATS = """
import sys
from game.entry import main
from game.loop import Loop
Loop.run = lambda self: None
sys.exit(main())
"""
"""The program with a window that is closed at once."""

LIMITED = "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))"
"""No file gets longer than 1024 bytes."""

ENDS = {
    "closed": (">&-", 2, "it is closed"),
    "full": (">/dev/full", 2, "the disk is full"),
    "open": (">/dev/null", 0, ""),
}


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def buffered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python keep what is printed until there is enough of it, or write it at once (``python -u``)."""
    monkeypatch.setenv("PYTHONUNBUFFERED", str(request.param))


def run(tmp_path: Path, streams: str, *arguments: str, program: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the program with its streams as a shell makes them; what is not turned away comes back."""
    start = ["-c", program] if program else [str(ROOT / "main.py")]
    command = ["bash", "-c", f'exec "$@" {streams}', "bash", sys.executable, *start, *arguments]
    own = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    variables = {**os.environ, **own, "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=variables, timeout=60, check=False)


def _says(done: subprocess.CompletedProcess[bytes], status: int, words: str) -> None:
    assert (done.returncode, done.stderr.count(b"\n")) == (status, 1 if words else 0), done.stderr
    assert words.encode() in done.stderr
    assert b"Something went wrong" not in done.stderr


@pytest.mark.usefixtures("buffered")
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("arguments", [*WITHOUT_WINDOW.values(), LARGE], ids=[*WITHOUT_WINDOW, "large output"])
def test_what_cannot_be_printed_is_one_sentence_and_status_2(tmp_path: Path, arguments: list[str], end: str) -> None:
    streams, status, words = ENDS[end]
    _says(run(tmp_path, streams, *arguments), status, words)


@pytest.mark.usefixtures("buffered")
@pytest.mark.parametrize("end", ENDS)
def test_so_it_is_for_what_is_printed_when_the_window_is_closed(tmp_path: Path, end: str) -> None:
    streams, status, words = ENDS[end]
    _says(run(tmp_path, streams, "--stats", "--new", program=STATS), status, words)


@pytest.mark.usefixtures("buffered")
@pytest.mark.parametrize("arguments", [*WITHOUT_WINDOW.values(), LARGE], ids=[*WITHOUT_WINDOW, "large output"])
def test_who_stops_reading_has_seen_enough(tmp_path: Path, arguments: list[str]) -> None:
    _says(run(tmp_path, "> >(exec <&-; sleep 1)", *arguments, program=f"import time; time.sleep(0.3)\n{STATS}"), 0, "")


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
@pytest.mark.parametrize("arguments", [["--stride", "0"], ["/none.json"], ["--help"], ["--print-output"]])
def test_without_standard_error_there_is_still_the_status(tmp_path: Path, streams: str, arguments: list[str]) -> None:
    good = arguments[0] in ("--help", "--print-output") and ">&- 2" not in streams and not streams.startswith(">")
    done = run(tmp_path, streams, *arguments)
    assert done.returncode == (0 if good else 2)
    assert done.stderr == b""


@pytest.mark.usefixtures("buffered")
def test_what_has_room_for_a_part_only_is_full_too(tmp_path: Path) -> None:
    done = run(tmp_path, f">{tmp_path / 'a'}", *LARGE, program=f"import resource\n{LIMITED}{STATS}")
    _says(done, 2, "the disk is full")
    assert (tmp_path / "a").stat().st_size == 1024


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_picture_is_drawn_whatever_is_closed(tmp_path: Path, streams: str) -> None:
    done = run(tmp_path, streams, "--screenshot", str(tmp_path / "a.png"), "--window", "320x240")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_no_file_of_ours_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    note = tmp_path / "places"
    program = (
        "import os\nfrom game.printing import keep_places\nkeep_places()\n"
        f"with open({str(note)!r}, 'w') as file:\n    file.write(str(file.fileno()))\n    file.flush()\n"
        "    os.write(2, b'a line of some library')\n"
    )
    run(tmp_path, "<&- >&- 2>&-", program=program)
    assert int(note.read_text()) > 2


@pytest.mark.parametrize("arguments", WITHOUT_WINDOW.values(), ids=WITHOUT_WINDOW)
@pytest.mark.parametrize("stream", [None, io.StringIO()], ids=["none", "closed"])
def test_a_program_without_a_console_has_no_streams_at_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], stream: io.StringIO
) -> None:
    if stream is not None:
        stream.close()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        assert main(arguments) == 2
        said = capsys.readouterr().err
        patch.setattr(sys, "stderr", stream)
        assert main(arguments) == 2
        assert main(["--stride", "0"]) == 2
    assert "it is closed" in said


@pytest.mark.parametrize(
    ("system", "arguments", "boxes"),
    [
        ("win32", ["--stride", "0"], 1),
        ("win32", ["/none.json"], 1),
        ("win32", ["/none.json", "--print-output"], 0),
        ("win32", ["/none.json", "--screenshot", "a.png"], 0),
        ("linux", ["--stride", "0"], 0),
    ],
)
def test_without_a_console_a_box_says_on_windows_why_no_window_opens(
    monkeypatch: pytest.MonkeyPatch, system: str, arguments: list[str], boxes: int
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(app, "show_box", shown.append)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "argv", ["kernelscopew", *arguments])
    for stream, expected in ((sys.stderr, 0), (None, boxes)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert main() == 2
        assert len(shown) == expected
    monkeypatch.setattr(app, "show_box", lambda _: 1 / 0)
    assert main() == 2


def test_a_box_has_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, ...]] = []
    monkeypatch.setattr(pygame.display, "message_box", lambda *words: shown.append(words))
    app.show_box("Why.")
    assert shown == [("Kernelscope", "Why.", "error")]


def test_letters_that_a_stream_does_not_know_are_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    printing.say("“\udcff” 8 × 8")
    assert written.getvalue().split() == [b"???", b"8", b"?", b"8"]


@pytest.mark.parametrize(
    ("system", "error"), [("win32", OSError(22, "Invalid argument")), ("linux", BrokenPipeError())]
)
def test_windows_says_in_its_own_way_that_a_reader_has_left(
    monkeypatch: pytest.MonkeyPatch, system: str, error: OSError
) -> None:
    class Left(io.StringIO):
        def write(self, _: str) -> int:
            raise error

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "stdout", Left())
    printing.say("a line")
    monkeypatch.setattr(sys, "platform", "linux")
    if system == "win32":
        with pytest.raises(FileProblem):
            printing.say("a line")


def test_what_can_be_printed_ends_with_one_line_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Kernelscope {VERSION}\n"
