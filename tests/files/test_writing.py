"""What is written in a thread lets frames go on, and says in the end what was wrong."""

from __future__ import annotations

import sys

import pytest

from game.files.errors import FileProblem
from game.files.writing import Writing


def test_while_it_is_written_a_frame_waits_a_small_part_of_its_time_for_the_interpreter() -> None:
    before, seen = sys.getswitchinterval(), []
    Writing(lambda: seen.append(sys.getswitchinterval()), packs=True).wait()
    assert seen[0] <= 1 / 60 / 10
    assert sys.getswitchinterval() == before


def test_what_was_wrong_is_said_when_it_has_ended_and_the_interpreter_is_as_before() -> None:
    def failing() -> None:
        raise FileProblem("file_unwritable", path="a", reason="full")

    before, writing = sys.getswitchinterval(), Writing(failing, packs=True)
    with pytest.raises(FileProblem, match="file_unwritable"):
        writing.wait()
    assert writing.finished
    assert sys.getswitchinterval() == before


def test_what_needs_no_work_leaves_the_interpreter_as_it_is() -> None:
    before, seen = sys.getswitchinterval(), []
    Writing(lambda: seen.append(sys.getswitchinterval())).wait()
    assert seen == [before]
