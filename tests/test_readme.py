"""The README says what is so: its keys, flags, commands, files and examples are those of the program."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import numpy as np
import pytest

from game import flag_parser
from game.command_line import main
from game.core import kernels
from game.core.coverage import coverage, uncovered
from game.core.learning import Learning
from game.core.scenario import Scenario
from game.files import lesson_file, shelf_file, worksheet_file
from game.files.layer_fields import OPERATIONS
from game.files.tour_conditions import controls, kinds, locks
from game.files.tour_file import FIELDS, LESSONS
from game.files.tour_scenario import scenario_fields
from game.files.worksheet_plan import KINDS
from game.words.error_texts import ERROR_TEXTS
from tests.files.examples import parse_scenario
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


def test_what_is_to_be_learned_can_be_read_and_is_learned_as_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "learning.json"
    path.write_text(block("learning"), encoding="utf-8")
    assert main([str(path), "--updates", "2", "--print-output", "learning"]) == 0
    found, said = (json.loads(text) for text in (capsys.readouterr().out, block("learned")))
    assert found["losses"] == pytest.approx(said["losses"])
    np.testing.assert_allclose(found["layers"][0].pop("weights"), said["layers"][0].pop("weights"))
    assert found["layers"] == said["layers"]


def test_every_key_of_a_scenario_file_is_described() -> None:
    described = (ROOT / "game" / "README.md").read_text(encoding="utf-8")
    found = set(re.findall(r"(?m)^\| `(\w+)` \|", described))
    assert found >= {"kernelscope", "image", "kernel", "stride", "padding"}
    assert found >= {"name", "white", "dilation", "seed", "position", "view"}
    assert set(json.loads(block("scenario"))) <= found
    assert found >= {"order", *OPERATIONS["convolution"] - {"kernel_size"}}
    assert found >= {"learning_rate", *Learning.names}


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


def test_the_controls_grids_locks_and_conditions_of_a_tour_are_described() -> None:
    page = (
        (ROOT / "game" / "README.md").read_text(encoding="utf-8").split("## Tour files", 1)[1].split("## Problems")[0]
    )
    for name in (*FIELDS, *scenario_fields(), *kinds(), *locks(), *controls()):
        assert f"`{name}`" in page, name


def test_the_fields_of_a_lesson_and_its_scenes_are_described() -> None:
    page = (ROOT / "game" / "README.md").read_text(encoding="utf-8").split("## Lesson files", 1)[1].split("## ")[0]
    for name in (*lesson_file.TOP, *lesson_file.OF_A_SCENE, *lesson_file.ASKED):
        assert f"`{name}`" in page or f'"{name}"' in page, name
    for limit in (lesson_file.LONGEST_NOTE, lesson_file.LONGEST_QUESTION, lesson_file.LONGEST_ANSWER):
        assert f"{limit} characters" in page


def test_the_lesson_that_is_printed_can_be_read() -> None:
    page = (ROOT / "game" / "README.md").read_text(encoding="utf-8")
    written = page.split("<!-- lesson -->\n```json\n", 1)[1].split("```\n<!-- end -->", 1)[0]
    lesson = lesson_file.lesson_in(json.loads(written), "lesson")
    first, second, third = lesson.stops
    assert (lesson.name, lesson.is_lesson) == ("Edges", True)
    assert first.question is not None
    assert second.conditions
    assert third.other is not None
    assert third.position == third.scenario.steps


def test_the_fields_of_a_worksheet_and_its_blocks_are_described() -> None:
    page = (ROOT / "game" / "README.md").read_text(encoding="utf-8").split("## Worksheet files", 1)[1].split("## ")[0]
    of_blocks = (*worksheet_file.OF_A_MAP, *worksheet_file.OF_A_QUESTION, *KINDS, "words", "answers")
    for name in (*worksheet_file.HEAD.fields, *of_blocks):
        assert f"`{name}`" in page or f'"{name}"' in page, name
    written = page.split("<!-- worksheet -->\n```json\n", 1)[1].split("```\n<!-- end -->", 1)[0]
    plan = worksheet_file.worksheet_in(json.loads(written), "worksheet")
    assert [each.kind for each in plan.exercises] == ["map", "cell", "question"]


def test_every_lesson_of_the_program_is_named_in_the_plan() -> None:
    plan = README.split("## A lesson of 45 minutes", 1)[1].split("## Make a lesson", 1)[0]
    for name, path in LESSONS.items():
        title = json.loads(path.read_text(encoding="utf-8"))["name"]
        assert f"| `{name}` {title[2:]} |" in plan
        assert (path.parent / json.loads(path.read_text(encoding="utf-8"))["worksheet"]).is_file()
    assert "--tour lesson-N --worksheet" in plan


def test_the_fields_of_a_shelf_and_its_scenes_are_described() -> None:
    page = (ROOT / "game" / "README.md").read_text(encoding="utf-8").split("## Shelf files", 1)[1].split("## ")[0]
    for name in (*shelf_file.FIELDS, *shelf_file.OF_A_SCENE):
        assert f"`{name}`" in page, name


def test_the_numbers_of_the_lesson_are_true() -> None:
    lesson = re.sub(r"\s+", " ", README.split("## A lesson of 45 minutes", 1)[1].split("## When something", 1)[0])
    assert "1 × 2 + 0 × 5 + 2 × 0 + 3 × 1 = 5" in lesson
    assert "2.39" in lesson
    assert round(0.53 + 0.11 + 0.99 + 0.76, 12) == 2.39
    assert "0.572" in lesson
    assert round(0.65 * 0.88, 12) == 0.572

    def made(size: int, kernel: int, stride: int, padding: int) -> Scenario:
        return Scenario(np.ones((size, size)), np.ones((kernel, kernel)), 1.0, (stride, stride), (padding, padding))

    assert made(8, 3, 1, 0).output_size == (6, 6)
    assert made(8, 3, 2, 1).output_size == (4, 4)
    assert coverage(made(5, 3, 1, 0))[0, 0] == 1
    assert coverage(made(5, 3, 1, 1))[1, 1] == 4
    assert made(5, 3, 1, 1).output_size == (5, 5)
    assert int(uncovered(made(6, 3, 2, 0)).left_over.sum()) == 11
    assert [stride for stride in range(1, 4) if not uncovered(made(6, 3, stride, 0)).left_over.any()] == [1, 3]
    assert all(kernels.make(name, (3, 3), 1).sum() == 0 for name in kernels.NAMES if "sobel" in name)
    assert kernels.make("outline", (3, 3), 1).sum() == 0
