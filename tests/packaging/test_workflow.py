"""The workflow for three systems, which cannot be run here: its form, and that all it names is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_readme import README, block

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"
TEXT = WORKFLOW.read_text(encoding="utf-8")
PAGE = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(TEXT)["jobs"]
    return found


def steps(jobs: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in jobs.values():
        yield from job["steps"]


def commands(jobs: dict[str, Any]) -> list[str]:
    """Return each line that is run, with what stands in the matrix of its job put in."""
    return [line for job in jobs.values() for chosen in choices(job) for line in lines(job, chosen) if line]


def lines(job: dict[str, Any], chosen: dict[str, str]) -> list[str]:
    found = "\n".join(step["run"] for step in job["steps"] if "run" in step)
    return filled(found, chosen).splitlines()


def filled(text: str, chosen: dict[str, str]) -> str:
    """Return a text with what its names of the matrix stand for."""
    return re.sub(r"\$\{\{ matrix\.(\w+) \}\}", lambda key: chosen[key[1]], text)


def choices(job: dict[str, Any]) -> list[dict[str, str]]:
    """Return what the names of a job's matrix stand for, in each of its runs that is listed as such."""
    return list(job.get("strategy", {}).get("matrix", {}).get("include", [{}]))


def test_it_has_the_form_of_a_workflow() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_each_action_is_pinned_to_one_commit_and_says_its_version() -> None:
    used = re.findall(r"uses: (.+)", TEXT)
    assert len(used) > 5
    assert [one for one in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []
    assert len(set(used)) == len({one.split("@")[0] for one in used})


def test_it_may_read_the_repository_and_nothing_else(jobs: dict[str, Any]) -> None:
    assert yaml.safe_load(TEXT)["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == []
    assert "secrets." not in TEXT


def test_the_tests_run_on_three_systems_with_the_oldest_and_a_new_python(jobs: dict[str, Any]) -> None:
    matrix = jobs["tests"]["strategy"]["matrix"]
    assert [name.split("-")[0] for name in matrix["system"]] == ["ubuntu", "windows", "macos"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f">={matrix['python'][0]}" == project["requires-python"]
    assert matrix["python"][1:] == ["3.14"]
    assert jobs["tests"]["env"]["SDL_VIDEODRIVER"] == "dummy"


def test_the_tests_are_run_by_the_commands_of_the_readme(jobs: dict[str, Any]) -> None:
    others, windows = (step["run"] for step in jobs["tests"]["steps"] if "run" in step)
    assert others == block("command: tests")
    made, installed, run = windows.split(" && ")
    assert f"\npy{made.removeprefix('python')}\n" in README  # py takes the newest Python, python the one of the matrix
    assert f"\n{installed}\n{run}\n" in README


def test_the_program_is_made_and_tried_on_each_system(jobs: dict[str, Any]) -> None:
    job = jobs["programs"]
    assert [chosen["system"] for chosen in choices(job)] == ["linux", "windows", "macos"]
    assert [chosen["runner"].split("-")[0] for chosen in choices(job)] == ["ubuntu", "windows", "macos"]
    for chosen in choices(job):
        ran = lines(job, {"container": "", **chosen})
        assert f"{chosen['python']} packaging/build.py" in ran
        assert any(line.startswith(f"{chosen['python']} packaging/try_program.py") for line in ran)


def test_all_that_is_named_in_curly_brackets_is_there(jobs: dict[str, Any]) -> None:
    for job in jobs.values():
        matrix = job.get("strategy", {}).get("matrix", {})
        known = {*matrix, *(key for chosen in choices(job) for key in chosen)}
        assert set(re.findall(r"matrix\.(\w+)", yaml.safe_dump(job))) <= known


def test_every_file_that_is_run_or_mentioned_is_there(jobs: dict[str, Any]) -> None:
    named = set(re.findall(r"(?:packaging|tests|game)/[\w./-]+\w", "\n".join([TEXT, *commands(jobs)])))
    assert {"packaging/build.py", "packaging/make_installer.py", "packaging/try_program.py"} <= named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_line_can_be_read_by_a_shell(jobs: dict[str, Any]) -> None:
    assert [line for line in commands(jobs) if not shlex.split(line)] == []


def test_what_a_job_takes_an_earlier_job_has_made(jobs: dict[str, Any]) -> None:
    made: dict[str, set[str]] = {}
    for name, job in jobs.items():
        before = {job["needs"]} if "needs" in job else set()
        assert before <= set(made)
        for step in job["steps"]:
            action, values = step.get("uses", ""), step.get("with", {})
            if action.startswith("actions/download-artifact@"):
                assert values["name"] in set().union(*(made[one] for one in before))
            if action.startswith("actions/upload-artifact@"):
                made.setdefault(name, set()).update(filled(values["name"], chosen) for chosen in choices(job))
                assert values["if-no-files-found"] == "error"
        made.setdefault(name, set())
    assert made["programs"] == {"Kernelscope-linux", "Kernelscope-windows", "Kernelscope-macos"}
    assert made["installer"] == {"Kernelscope-installer"}


def test_the_page_says_what_was_tried_and_what_was_not() -> None:
    assert "was never run" in PAGE
    for name in (
        "build.py",
        "make_installer.py",
        "try_program.py",
        "try_installer.py",
        "kernelscope.wxs",
        "kernelscope.spec",
    ):
        assert f"`{name}`" in PAGE or f"packaging/{name}" in PAGE


def test_every_path_that_the_page_names_is_there() -> None:
    paths = re.findall(r"`((?:packaging|tests|game|assets|\.ci|\.github)/[\w./-]*\w)`", PAGE)
    assert [path for path in paths if not (ROOT / path).exists()] == []
    links = [link for link in re.findall(r"\]\(([^)]+)\)", PAGE) if "://" not in link]
    assert [link for link in links if not (ROOT / "packaging" / link).exists()] == []
