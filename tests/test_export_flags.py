"""The flags of an export: what they ask for, what is refused, and that a file is really written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from game.command_line import main
from game.export_flags import ABOUT, ExportAsked, export_asked
from game.flags import Flags


def test_the_flags_say_what_where_how_wide_and_which_steps() -> None:
    found = Flags(export="a.GIF", what="Output", width="640", steps="3..5")
    assert export_asked(found) == ExportAsked(Path("a.GIF"), "output", 640, (3, 5))
    assert export_asked(Flags(export="a.svg")) == ExportAsked(Path("a.svg"), "stage", None, None)
    assert export_asked(Flags(export="a.pdf", steps=" 7 ")) == ExportAsked(Path("a.pdf"), "stage", None, (7, 7))
    assert export_asked(Flags()) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--export a.bmp", ".png, .svg, .gif, .mp4, .webm, .pdf"),
        ("--export a", "“a” does not end as a file that can be exported"),
        ("--export a.png --steps 1..2", "holds one picture"),
        ("--export a.gif --steps 2-3", "such as 3..5"),
        ("--export a.gif --steps 3..2", "3 to 2 are none"),
        ("--export a.gif --steps 0..2", "0 to 2 are none"),
        ("--export a.gif --steps 1..99", "from 1 to 16"),
        ("--export a.png --width 199", "from 200 to 4096"),
        ("--export a.png --width wide", "--width needs a whole number from 200 to 4096"),
        ("--export a.png --what map", "“map”"),
        ("--export no/folder/a.png --width 200", "its folder does not exist"),
        ("--width 300", "--width belongs to --export"),
        ("--steps 1..2", "--steps belongs to --export"),
        ("--export", "--export needs a value"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments.split()) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_written_in_the_proportions_of_the_window(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    assert main(["--export", str(path), "--window", "800x600", "--width", "400", "--what", "window"]) == 0
    with Image.open(path) as image:
        assert image.size == (400, 300)


def test_the_flags_about_an_export_are_flags_of_the_program() -> None:
    assert all(getattr(Flags(), name) is None for name in (*ABOUT, "export"))
