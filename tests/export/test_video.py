"""Films: what ffmpeg is given, by a stand-in that notes it, and what becomes of one that fails or is left early."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.export import video
from game.export.asked import Picture, Steps
from game.export.exporting import steps_of_export
from game.files.errors import FileProblem
from game.words.sentences import sentence

from .scenes import files_in, finish, state

SMALL = Picture("output", 203)
TITLE = "-i /etc/passwd; rm -rf ~ $(x) `y` %d.png"

STAND_IN = """#!{python}
import json, os, sys, time
note = {note!r}
with open(note + ".pid", "w") as file:
    file.write(str(os.getpid()))
how = {how!r}
if how == "fails":
    sys.stderr.write("noise " * 100000 + "\\nno such encoder\\n")
    sys.exit(1)
if how == "hangs":
    time.sleep(60)
data = sys.stdin.buffer.read()
with open(note, "w") as file:
    json.dump({{"arguments": sys.argv[1:], "bytes": len(data), "folder": os.getcwd()}}, file)
with open(sys.argv[-1].removeprefix("file:"), "wb") as file:
    file.write(b"film")
"""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, how: str = "works") -> Path:
    """Put a program called ffmpeg on the path; return where it notes what it was given."""
    programs = folder / "programs"
    programs.mkdir()
    program, note = programs / "ffmpeg", folder / "note.json"
    program.write_text(STAND_IN.format(python=sys.executable, note=str(note), how=how))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    return note


def target(folder: Path, kind: str = "mp4") -> Path:
    made = folder / "films"
    made.mkdir()
    return made / f"-y walk.{kind}"


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_a_film_gets_every_picture_and_no_word_of_the_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    note, path = stand_in(tmp_path, monkeypatch), target(tmp_path, kind)
    finish(steps_of_export(state(name=TITLE), path, SMALL, Steps(1, 1, rest=0.5)))
    given: dict[str, Any] = json.loads(note.read_text())
    arguments = given["arguments"]
    wide, high = map(int, arguments[arguments.index("-s") + 1].split("x"))
    assert (wide % 2, high % 2, wide) == (0, 0, 202)
    count = round(video.RATE * (2.4 + 0.5))
    assert abs(given["bytes"] / (wide * high * 3) - count) <= 1
    assert given["bytes"] % (wide * high * 3) == 0
    assert ("rgb24" in arguments, arguments[arguments.index("-an") :].count("yuv420p")) == (True, 1)
    assert not [each for each in arguments if any(part in each for part in (TITLE, "passwd", "rm -rf", "walk"))]
    assert Path(given["folder"]) == path.parent
    assert path.read_bytes() == b"film"
    assert files_in(path.parent) == [path.name]


def test_without_ffmpeg_it_is_said_before_anything_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = target(tmp_path)
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), path, SMALL, Steps(1, 1)))
    assert refused.value.key == "export_no_ffmpeg"
    assert files_in(path.parent) == []


def test_what_ffmpeg_complains_of_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says more than any pipe holds first."""
    stand_in(tmp_path, monkeypatch, "fails")
    path = target(tmp_path)
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), path, SMALL, Steps(1, 1)))
    said = sentence(refused.value.key, **refused.value.values())
    assert said.startswith("The program ffmpeg could not make the film (")
    assert len(said) < 300
    assert files_in(path.parent) == []


def test_a_film_that_is_left_early_leaves_nothing_and_ends_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, path = stand_in(tmp_path, monkeypatch, "hangs"), target(tmp_path)
    export = steps_of_export(state(), path, Picture("kernel", 200), Steps(1, 1))
    next(export)
    pid = Path(f"{note}.pid")
    while not pid.exists() or not pid.read_text():
        pass
    export.close()
    assert files_in(path.parent) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_one_that_waits_for_ever_after_the_last_picture_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "hangs")
    monkeypatch.setattr(video, "PATIENCE", 0.2)
    with video.Encoder([str(tmp_path / "programs" / "ffmpeg")], tmp_path / "x") as encoder, pytest.raises(FileProblem):
        list(encoder.ending())


@pytest.mark.skipif(shutil.which("ffmpeg") is None or shutil.which("ffprobe") is None, reason="there is no ffmpeg")
@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_the_real_one_makes_a_film_of_the_right_length(tmp_path: Path, kind: str) -> None:
    path = target(tmp_path, kind)
    shares = list(itertools.chain(steps_of_export(state(), path, SMALL, Steps(1, 1, rest=0.6))))
    asked = ["ffprobe", "-v", "error", "-show_entries", "stream=width,pix_fmt:format=duration", "-of", "json"]
    told = json.loads(subprocess.run([*asked, f"file:{path}"], capture_output=True, check=True, text=True).stdout)
    assert (told["streams"][0]["width"], told["streams"][0]["pix_fmt"]) == (202, "yuv420p")
    assert float(told["format"]["duration"]) == pytest.approx(3.0, abs=0.1)
    assert shares[-1] == 1.0
