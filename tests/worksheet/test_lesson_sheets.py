"""The worksheets of the lessons: what they ask fits the lesson, every answer is true, and the PDF has it all."""

from __future__ import annotations

import json
import re
from functools import cache

import numpy as np
import pytest
from scipy.signal import correlate

from game.core.scenario import Scenario
from game.files.lesson_file import read_lesson
from game.files.tour_file import LESSONS
from game.files.worksheet_opening import read_worksheet
from game.files.worksheet_plan import BLOCKS, Plan
from game.worksheet.layout import laid_out
from game.worksheet.making import files_of, made
from game.worksheet.marks import Text
from game.worksheet.sheet import Block, Worksheet
from tests.worksheet.test_layout import faults_of
from tests.worksheet.test_pdf import content, placed, read

EVERY = pytest.mark.parametrize("name", LESSONS)


@cache
def plan(name: str) -> Plan:
    found = read_lesson(LESSONS[name]).worksheet
    assert found is not None
    return found


def sheet(name: str, version: str = "A") -> Worksheet:
    return made(plan(name), "s", version)


def numbers(text: str) -> list[float]:
    return [float(each.replace("−", "-")) for each in re.findall(r"−?\d+(?:\.\d+)?", text)]


def map_of(scenario: Scenario) -> np.ndarray:
    """Return the map of one filter, or of a pooling of 2 × 2, worked out by scipy and numpy."""
    if scenario.layer.pooling is not None:
        rows, columns = (length // 2 for length in scenario.image_size)
        cut = scenario.image[: rows * 2, : columns * 2].reshape(rows, 2, columns, 2)
        pooled: np.ndarray = cut.max((1, 3)) if scenario.layer.pooling.kind == "max" else cut.mean((1, 3))
        return pooled
    padded = np.pad(scenario.pixel_tensor, [(0, 0), *[(each,) * 2 for each in scenario.padding]])
    whole = correlate(padded, scenario.layer.weights[0], "valid")[0] + scenario.layer.bias[0]
    found: np.ndarray = whole[:: scenario.stride[0], :: scenario.stride[1]]
    return np.maximum(found, 0) if scenario.layer.activation == "relu" else found


def blocks(worksheet: Worksheet, kind: str) -> list[Block]:
    return [block for block in worksheet.blocks if block.kind == kind]


@EVERY
def test_the_worksheet_is_the_same_from_the_lesson_and_by_itself(name: str) -> None:
    alone = read_worksheet(LESSONS[name].with_name(f"{name}-worksheet.json"))
    assert files_of(alone.changed(versions=1), "s") == files_of(plan(name).changed(versions=1), "s")


@EVERY
def test_it_has_two_versions_and_ends_with_the_exit_ticket(name: str) -> None:
    assert plan(name).versions == 2
    for version in "AB":
        *_, last = sheet(name, version).blocks
        assert last.task.startswith("Exit ticket: ")
    title = read_lesson(LESSONS[name]).name
    assert title.endswith(plan(name).title)


@EVERY
def test_every_map_has_the_cells_that_scipy_works_out(name: str) -> None:
    for version in "ABCD":
        for block in blocks(sheet(name, version), "map"):
            answer = np.array([[*map(float, (w.replace("−", "-") for w in row))] for row in block.figures[-1].answers])
            assert answer.tolist() == map_of(block.scenario).tolist()


def test_the_kinds_of_exercises_are_those_that_the_lesson_is_about() -> None:
    kinds = {name: [block.kind for block in sheet(name).blocks] for name in LESSONS}
    assert {"map", "cell", "mistake", "question"} <= set(kinds["lesson-1"])
    assert {"map", "cell", "coverage", "strides", "size"} <= set(kinds["lesson-2"])
    assert kinds["lesson-3"].count("question") == 3
    assert {"map", "cell", "size"} <= set(kinds["lesson-4"])
    assert {kind for each in kinds.values() for kind in each} == {*BLOCKS, "question"}
    operations = [
        "".join("apc"[("average", "max").index(p.kind) if (p := b.scenario.layer.pooling) else 2])
        for b in blocks(sheet("lesson-4"), "map")
    ]
    assert operations == list("papp")


def answers(name: str, task: str) -> list[tuple[str, ...]]:
    (block,) = (block for block in blocks(sheet(name), "question") if block.task.startswith(task))
    return [line.answers for line in block.lines]


def test_what_is_asked_of_the_edge_is_true() -> None:
    edge = read_lesson(LESSONS["lesson-1"]).stops[7].scenario
    turned = Scenario(edge.image, -edge.layer.weights[0, 0], 3.0)
    first, second, third = answers("lesson-1", "What does this kernel see")
    assert [*map(float, first)] == [edge.layer.weights.sum(), 0]
    assert [float(each.replace("−", "-")) for each in second] == map_of(turned)[0].tolist()
    assert third == ("darker",)
    assert (edge.image[0, 1:] >= edge.image[0, :-1]).all(), "it gets brighter, and the cells are not negative"


def test_what_is_asked_of_padding_is_true() -> None:
    ones = np.ones((6, 7))
    covered = correlate(np.pad(np.ones((6, 7)), 2), np.ones((3, 3)), "valid")
    first, second, third = (tuple(map(int, each)) for each in answers("lesson-2", "Why does one pad"))
    assert first == (1,)
    corner = covered[1:-1, 1:-1][0, 0]
    assert second == (corner, *correlate(np.pad(ones, 1), np.ones((3, 3)), "valid").shape)
    assert correlate(np.pad(ones, third[0]), np.ones((5, 5)), "valid").shape == ones.shape


def test_what_is_counted_is_true() -> None:
    weights = np.zeros((16, 3, 5, 5))
    kernels, counted, maps, _ = answers("lesson-3", "Count")
    assert [*map(int, kernels)] == [16, 3, weights[..., 0, 0].size]
    assert [*map(int, counted)] == [48, weights.size, weights.size + 16]
    assert [*map(int, maps)] == [len(weights)]
    ((own, all_of_them, maps_too),) = answers("lesson-3", "Depthwise")
    assert (int(own), int(all_of_them), int(maps_too)) == (np.zeros((3, 1, 3, 3)).size, np.zeros((3, 3, 3, 3)).size, 3)
    (exit_ticket,) = answers("lesson-3", "Exit ticket")
    assert [*map(int, exit_ticket)] == [
        np.zeros((4, 3, 3, 3)).size, 4, *correlate(np.ones((7, 9)), np.ones((3, 3)), "valid").shape,
    ]  # fmt: skip


def test_what_is_asked_of_pooling_is_true() -> None:
    bright = read_lesson(LESSONS["lesson-4"]).stops[7].scenario

    def pooled(image: np.ndarray) -> Scenario:
        return Scenario(image, np.ones((1, 1)), 9.0, pooling=bright.layer.pooling)

    columns = [int(np.argwhere(map_of(pooled(np.roll(bright.image, by, axis=1))))[0][1]) + 1 for by in (1, 2)]
    moved, _ = answers("lesson-4", "The bright pixel moves")
    assert [*map(int, moved)] == columns
    mean, _ = answers("lesson-4", "Global average pooling")
    assert float(mean[2]) == np.mean([12, *[0] * 11])
    assert int(mean[1]) == 12


def test_what_is_asked_of_learning_is_true() -> None:
    pixels, target = np.array([1.0, 2.0]), np.array([3.0, 6.0])
    told, squares = (numbers(" ".join(each)) for each in answers("lesson-5", "One weight: 1"))
    assert told == [*pixels, *(pixels - target)]
    assert squares == [*(pixels - target) ** 2, np.mean((pixels - target) ** 2)]
    for weight, line in zip((2, 4, 3), answers("lesson-5", "The same with other weights"), strict=True):
        error = weight * pixels - target
        assert numbers(" ".join(line)) == [*error, np.mean(error**2)]
    slope, new = (numbers(" ".join(each)) for each in answers("lesson-5", "One update"))
    assert slope == [*pixels, (pixels - target) @ pixels]
    assert new == [slope[-1], 1 - 0.1 * slope[-1]]
    far, _ = answers("lesson-5", "The same with the rate 0.5")
    there = 1 - 0.5 * slope[-1]
    assert numbers(" ".join(far)) == [there, there - 0.5 * ((there * pixels - target) @ pixels)]
    rows = np.array([[1.0, 2.0], [2.0, 0.0]])
    slopes = (rows.sum(axis=1) - [5, 6]) @ rows
    both = [numbers(" ".join(each)) for each in answers("lesson-5", "A kernel of two weights")]
    assert both == pytest.approx(np.transpose([slopes, 1 - 0.1 * slopes]))
    alike, _ = answers("lesson-5", "Rows: 1, 1 and 2, 2.")
    assert numbers(" ".join(alike)) == [4, 8, *(np.array([[1, 1], [2, 2]]) @ [2, 2])]
    (ticket,) = answers("lesson-5", "Exit ticket")
    error = 2 * np.array([1, 3]) - [1, 3]
    assert numbers(" ".join(ticket)) == [*error, error @ [1, 3], 2 - 0.1 * (error @ [1, 3])]


def test_what_is_asked_of_the_reader_is_true() -> None:
    seen = np.array([6, 2])
    first, second = answers("lesson-6", "Three answers")
    *sums, both = np.array([[1, -1], [-1, 1], [1, 1]]) @ seen + [0, 0, -8]
    assert numbers(" ".join(first)) == sums
    assert numbers(second[0]) == [both]
    assert second[1] == "upright"
    assert sums[0] > max(sums[1], both), "it has the largest share"
    made = np.array([correlate(np.pad(np.ones((8, 8)), 1), np.ones((3, 3)), "valid")] * 4)
    pooled = made.reshape(4, 4, 2, 4, 2).max((2, 4))
    maps, smaller = answers("lesson-6", "Sizes")
    assert numbers(" ".join(maps)) == [*made.shape]
    assert numbers(" ".join(smaller)) == [*pooled.shape, pooled.size]
    near, far = answers("lesson-6", "Its parameters")
    weights, last = np.zeros((4, 1, 3, 3)).size, 10 * pooled.size
    assert numbers(" ".join(near)) == [weights, 4, 0]
    assert numbers(" ".join(far)) == [last, 10, weights + 4 + last + 10]


@EVERY
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_is_outside_small_or_on_anything_else(name: str, paper: str) -> None:
    for version in "AB":
        for key in (False, True):
            for page in laid_out(made(plan(name).changed(paper=paper), "s", version), key=key):
                assert not faults_of(page)


@EVERY
def test_the_pdf_has_every_text_where_it_was_laid(name: str) -> None:
    found = files_of(plan(name).changed(versions=1), "s")
    for file, key in (("s.pdf", False), ("s-key.pdf", True)):
        for page, laid in zip(read(found[file]).pages, laid_out(sheet(name), key=key), strict=True):
            texts = placed(page)
            for mark in laid.marks:
                if isinstance(mark, Text):
                    near = [words for words, x, y in texts if abs(x - mark.left) + abs(y - mark.line) < 0.1]
                    assert mark.words in near, mark
            assert content(page)


@EVERY
def test_no_version_has_the_numbers_of_another(name: str) -> None:
    for block, other in zip(sheet(name, "A").blocks, sheet(name, "B").blocks, strict=True):
        if block.kind != "question" and not re.search("dark|bright", block.task):
            assert (block.figures, block.terms, block.lines, block.task) != (
                *(other.figures, other.terms, other.lines, other.task),
            )


def test_a_note_of_a_lesson_does_not_say_the_numbers_of_its_worksheet() -> None:
    for name in LESSONS:
        exit_note = json.loads(LESSONS[name].read_text(encoding="utf-8"))["scenes"][-1]["note"]
        last = sheet(name).blocks[-1]
        if last.kind == "cell":
            total = last.lines[-1].answers[-1]
            assert f"= {total}." not in exit_note
            assert numbers(total)
