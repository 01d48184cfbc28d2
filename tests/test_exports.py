"""--export writes a file by the ending of its name, whole or not at all."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from game.command_line import main
from game.core.scenario import startup
from game.exports import EXPORTERS, check_ending
from game.files.errors import FileProblem
from game.files.scenario_file import write_scenario
from game.files.scenario_parts import OpenedScenario
from game.handout.text_code import encoded


@pytest.mark.parametrize("ending", EXPORTERS)
def test_every_ending_has_an_exporter_and_large_letters_do_not_matter(ending: str) -> None:
    module, name = EXPORTERS[ending]
    assert callable(getattr(import_module(f"game.{module}"), name))
    assert check_ending(f"A{ending.upper()}") == ending


@pytest.mark.parametrize("ending", [".py", ".csv", ".tex", ".md", ".txt", ".xml"])
def test_a_file_is_written_over_what_was_there(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending}"
    path.write_text("before")
    assert main(["--export", str(path), "--kernel", "sharpen", "--at", "2.5"]) == 0
    text = path.read_text(encoding="utf-8")
    assert "before" not in text
    assert len(text) > 40
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_exported_is_the_scenario_with_its_flags_at_its_position(tmp_path: Path) -> None:
    kept, out = tmp_path / "kept.json", tmp_path / "out.txt"
    write_scenario(kept, startup().named("Kept"), 3.0)
    assert main([str(kept), "--stride", "1", "--export", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("Kept\n")
    assert "Stride 1" in text
    assert "Output cell in row 1, column 4" in text


@pytest.mark.parametrize("name", ["out.doc", "out", ".py", "out.json"])
def test_another_ending_is_refused_with_all_there_are(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--export", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert all(ending in said for ending in EXPORTERS)
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())
    with pytest.raises(FileProblem):
        check_ending(name)


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--export", str(tmp_path / "no" / "out.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_export_and_the_output_go_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.csv"
    assert main(["--export", str(out), "--print-output"]) == 0
    printed = json.loads(capsys.readouterr().out)["output"]
    assert [list(map(float, line.split(","))) for line in out.read_text().splitlines()] == printed


def test_a_text_code_stands_in_the_place_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = encoded(OpenedScenario(startup().named("Coded"), 2.0, {}))
    out = tmp_path / "out.txt"
    assert main([code, "--export", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("Coded\n")
    assert "row 1, column 3" in out.read_text(encoding="utf-8")
    assert main([code[:-1], "--print-output"]) == 2
    assert "copy it whole" in capsys.readouterr().err


def test_a_file_that_is_called_as_a_code_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_scenario(Path("KS1-mine"), startup())
    assert main(["KS1-mine", "--print-output"]) == 0
    assert json.loads(capsys.readouterr().out)["output_size"] == [4, 4]
