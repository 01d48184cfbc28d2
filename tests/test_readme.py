"""The README says what is so: its keys, flags, commands, files and examples are those of the program."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from game import flag_parser
from game.command_line import main
from game.files.scenario_file import parse_scenario
from game.words.error_texts import ERROR_TEXTS
from tests.tools import readme_keys

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "game/README.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """Return what stands in the README between a mark and its end, without fences."""
    found = README.split(f"<!-- {name} -->\n", 1)[1].split("<!-- end -->", 1)[0]
    return "\n".join(line for line in found.splitlines() if not line.startswith("```"))


def flags_of_the_program() -> set[str]:
    help_text = flag_parser._parser().format_help()
    return set(re.findall(r"(?<![\w-])--[a-z-]+", help_text))


def test_the_tables_of_keys_are_those_of_the_program() -> None:
    assert readme_keys.with_tables(README) == README, "python -m tests.tools.readme_keys writes them anew"


def test_the_tables_of_keys_hold_every_key_once() -> None:
    tables = readme_keys.tables()
    assert "| `Space` | Play or pause |" in tables
    assert "| `Ctrl+Shift+Z`, `Ctrl+Y` | Redo |" in tables
    assert "| `0 – 9`, `−`, `Enter` |" in tables


def test_the_flags_are_those_of_the_program() -> None:
    assert set(re.findall(r"(?m)^\| `(--[a-z-]+)", block("flags"))) == flags_of_the_program()


def test_each_flag_takes_a_value_as_the_program_says() -> None:
    help_text = flag_parser._parser().format_help()
    for flag, value in re.findall(r"(?m)^\| `(--[a-z-]+)(?: ([^`]+))?`", block("flags")):
        assert f"{flag} {value}".strip() in help_text.replace("\n", " ")


def test_the_two_commands_make_their_environment_and_use_it() -> None:
    start, tests = block("command: start"), block("command: tests")
    for command in (start, tests):
        assert command.startswith("python3 -m venv .venv && .venv/bin/python -m pip install ")
        assert command.count("\n") == 0
    assert start.endswith(".venv/bin/python main.py")
    assert tests.endswith("'.[test]' && .venv/bin/python -m pytest")


def test_the_scenario_can_be_read_and_gives_the_output_that_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "edge.json"
    path.write_text(block("scenario"), encoding="utf-8")
    assert parse_scenario(block("scenario")).scenario.name == "A vertical edge"
    assert main([str(path), "--print-output"]) == 0
    assert capsys.readouterr().out.strip() == block("output")


def test_every_key_of_a_scenario_file_is_described() -> None:
    described = (ROOT / "game" / "README.md").read_text(encoding="utf-8")
    found = set(re.findall(r"(?m)^\| `(\w+)` \|", described))
    assert found >= {"kernelscope", "image", "kernel", "stride", "padding"}
    assert found >= {"name", "white", "dilation", "seed", "position", "view"}
    assert set(json.loads(block("scenario"))) <= found


def test_every_kind_of_problem_is_listed() -> None:
    page = (ROOT / "game" / "README.md").read_text(encoding="utf-8")
    listed = page.split("<!-- problems -->", 1)[1].split("<!-- end -->", 1)[0]
    assert re.findall(r"`(\w+)`", listed) == list(dict.fromkeys(key.split("/")[0] for key in ERROR_TEXTS))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_linked_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_and_module_that_is_named_exists(page: str) -> None:
    text = re.sub(r"\s+", " ", (ROOT / page).read_text(encoding="utf-8"))
    paths = re.findall(r"`((?:game|tests|assets|\.ci)/[\w./]+)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []
    modules = re.findall(r"-m (tests\.[\w.]+)", text)
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_the_moving_picture_moves_and_is_small() -> None:
    data = (ROOT / "assets" / "kernelscope.gif").read_bytes()
    assert data[:6] == b"GIF89a"
    assert b"NETSCAPE2.0" in data
    assert len(data) < 1_500_000
