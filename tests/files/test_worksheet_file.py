"""Worksheet files: what they may say, and one sentence for each slip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.core.errors import ConvolutionError
from game.core.result import result_of
from game.core.scenario import startup
from game.files.errors import FileProblem
from game.files.lesson_file import lesson_in, read_lesson
from game.files.lesson_text import lesson_text
from game.files.opening import open_path
from game.files.tour_file import LESSONS
from game.files.worksheet_file import worksheet_in
from game.files.worksheet_opening import read_worksheet
from game.files.worksheet_plan import Plan
from game.words.sentences import sentence_for

SHORT = {"image": [[1, 2, 0], [0, 3, 1], [2, 0, 1]], "kernel": [[1, -1], [0, 2]], "white": 3}
QUESTION = {"kind": "question", "task": "Why?", "lines": [{"words": "for ____ and ____", "answers": ["a", "b"]}]}


def sheet(*blocks: object, **top: object) -> dict[str, object]:
    return {"kernelscope_worksheet": 1, "blocks": list(blocks), **top}


def read(*blocks: object, **top: object) -> Plan:
    return worksheet_in(sheet(*blocks, **top), "w.json")


def said(*blocks: object, **top: object) -> str:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        read(*blocks, **top)
    return sentence_for(caught.value)


def test_blocks_have_their_scenario_or_that_of_the_block_before() -> None:
    found = read({"kind": "map", "scenario": SHORT}, QUESTION, {"kind": "cell"}, {"kind": "size", "scenario": SHORT})
    one, question, same, other = found.exercises
    assert (one.scenario is same.scenario, one.group == same.group, other.group != one.group) == (True, True, True)
    assert question.scenario is None
    assert question.lines == (("for ____ and ____", ("a", "b")),)
    assert one.scenario is not None
    assert one.scenario.image.tolist() == SHORT["image"]


def test_what_nothing_is_said_of_is_as_described() -> None:
    found = read({"kind": "map", "scenario": SHORT})
    assert (found.title, found.versions, found.paper, found.seed, found.room) == ("", 1, "a4", 1, True)
    (block,) = found.exercises
    assert (block.padding_drawn, block.own_kernel, block.own_image, block.size) == (False, True, False, True)


def test_all_that_can_be_said_is_taken() -> None:
    top = {"title": "T", "versions": 3, "paper": "letter", "seed": 9, "room": False, "texts": {"kernel": "Filter"}}
    switches = {"padding_drawn": True, "own_kernel": False, "own_image": True}
    found = read({"kind": "map", "scenario": SHORT, "size": False, "task": "{setting}!", **switches}, **top)
    assert (found.title, found.versions, found.paper, found.seed, found.room) == ("T", 3, "letter", 9, False)
    assert found.texts["kernel"] == "Filter"
    (block,) = found.exercises
    assert block.task == "{setting}!"
    assert (block.padding_drawn, block.own_kernel, block.own_image, block.size) == (True, False, True, False)


MAP = {"kind": "map", "scenario": SHORT}
SLIPS: tuple[tuple[dict[str, object], str], ...] = (
    (sheet(), "needs “blocks”, a list of 1 to 20 exercises"),
    (sheet(*[MAP] * 21), "a list of 1 to 20"),
    (sheet(MAP, kernelscope_worksheet=2), "is a worksheet of version 2; this Kernelscope reads version 1"),
    ({"blocks": [MAP]}, "is no worksheet of Kernelscope"),
    (sheet(MAP, tilte="x"), "“tilte” means nothing; there are kernelscope_worksheet, title"),
    (sheet(MAP, versions=5), "1 to 4, not 5"),
    (sheet(MAP, versions="two"), "two"),
    (sheet(MAP, paper="a5"), "a4, letter"),
    (sheet(MAP, room=1), "“room” must be true or false"),
    (sheet("map"), "block 1, “blocks” must be an object"),
    (sheet({"scenario": SHORT}), "block 1 has no “kind”"),
    (sheet({"kind": "sum", "scenario": SHORT}), "“kind” cannot be “sum”; there are map, cell"),
    (sheet({"kind": "map"}), "block 1 is the first about numbers"),
    (sheet(QUESTION, {"kind": "cell"}), "block 2 is the first about numbers"),
    (sheet({**MAP, "scene": 1}), "“scene” and “scenario” cannot both be said"),
    (sheet({"kind": "map", "scene": 1}), "“lesson” has to name its file"),
    (sheet({**MAP, "lines": []}), "has “lines”, which means nothing"),
    (sheet({**QUESTION, "scenario": SHORT}), "has “scenario”, which means nothing"),
    (sheet({"kind": "cell", "scenario": SHORT, "size": True}), "has “size”, which means nothing"),
    (sheet({**MAP, "own_image": "yes"}), "“own_image” must be true or false"),
    (sheet({**MAP, "task": "{seting}"}), "“task” has {seting}, which means nothing; there are {setting}, {then}"),
    (sheet({**MAP, "task": "x" * 401}), "“task” has 401 characters; at most 400"),
    (sheet({"kind": "question", "lines": []}), "block 1 has no “task”"),
    (sheet({**QUESTION, "lines": "____"}), "“lines” must be a list of at most 12 lines"),
    (sheet({**QUESTION, "lines": ["____"]}), "“lines 1” must be an object"),
    (sheet({**QUESTION, "lines": [{"words": "____", "answer": "a"}]}), "“lines 1.answer”, which means nothing"),
    (sheet({**QUESTION, "lines": [{"words": "____ ____", "answers": ["a"]}]}), "has 1, but the line has 2 blanks"),
    (sheet({**QUESTION, "lines": [{"words": "____", "answers": "a"}]}), "must be a list of texts"),
    (sheet({**QUESTION, "lines": [{"words": "____", "answers": [7]}]}), "“lines 1.answers.1” must be a text"),
    (sheet(MAP, texts={"kernal": "x"}), "“texts” has “kernal”, which is no text of a worksheet; alike are kernel"),
    (sheet(MAP, texts={"kernel": 3}), "“texts.kernel” has the wrong type"),
    (sheet(MAP, texts={"set.stride": "{step}"}), "has {step}, which means nothing; there are {stride}"),
    (sheet(MAP, texts={"term": "____"}), "the text “term” has 1 blanks; its answers need 3"),
    (sheet(MAP, texts={"room": "x" * 401}), "has 401 characters; at most 400"),
    (sheet({"kind": "map", "scenario": {**SHORT, "stride": 9}}), "scenario.stride"),
    (sheet({"kind": "map", "scenario": "../x.json"}), "it must name a file in the same folder or below it"),
    (sheet({"kind": "map", "scenario": {**SHORT, "kernelscope": 1}}), "block 1"),
)


@pytest.mark.parametrize(("found", "words"), SLIPS, ids=[words for _, words in SLIPS])
def test_each_slip_gets_one_sentence_that_names_it(found: dict[str, object], words: str) -> None:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        worksheet_in(found, "w.json")
    sentence = sentence_for(caught.value)
    assert words in sentence
    assert "\n" not in sentence
    assert "something went wrong" not in sentence.lower()


def test_scenes_are_counted_in_the_lesson_that_the_worksheet_names(tmp_path: Path) -> None:
    lesson = {"kernelscope_lesson": 1, "scenes": [{"title": "One", "scenario": SHORT}]}
    (tmp_path / "l.json").write_text(json.dumps(lesson))
    path = tmp_path / "w.json"
    path.write_text(json.dumps(sheet({"kind": "map", "scene": 1}, lesson="l.json")))
    (block,) = read_worksheet(path).exercises
    assert block.scenario is not None
    assert block.scenario.name == "One"
    for lesson_name, scene, words in (
        ("l.json", 2, "the lesson has 1 scenes"),
        ("../l.json", 1, "same folder or below"),
    ):
        path.write_text(json.dumps(sheet({"kind": "map", "scene": scene}, lesson=lesson_name)))
        with pytest.raises(FileProblem) as caught:
            read_worksheet(path)
        assert words in sentence_for(caught.value)


def test_a_worksheet_that_is_opened_says_how_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_text(json.dumps(sheet(MAP)))
    with pytest.raises(FileProblem) as caught:
        open_path(path, startup())
    assert "is a worksheet; --worksheet FILE.pdf makes it" in sentence_for(caught.value)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_that_is_saved_has_its_worksheet_in_it(name: str, tmp_path: Path) -> None:
    lesson = read_lesson(LESSONS[name])
    assert lesson.worksheet is not None
    again = lesson_in(json.loads(lesson_text(lesson, with_scenes=True)), tmp_path / "elsewhere.json").worksheet
    assert again is not None
    for one, other in zip(lesson.worksheet.exercises, again.exercises, strict=True):
        assert (one.kind, one.group, one.task, one.lines, one.size) == (
            *(other.kind, other.group, other.task, other.lines, other.size),
        )
        if one.scenario is not None:
            assert other.scenario is not None
            assert one.scenario.tensor.tolist() == other.scenario.tensor.tolist()
            assert result_of(one.scenario).output.tolist() == result_of(other.scenario).output.tolist()
    assert (again.title, again.seed, again.versions) == (
        *(lesson.worksheet.title, lesson.worksheet.seed, lesson.worksheet.versions),
    )


def test_a_lesson_says_what_is_wrong_with_its_worksheet(tmp_path: Path) -> None:
    scenes = [{"title": "One", "scenario": SHORT}]
    said_of = {
        "nowhere.json": "There is no file",
        "../w.json": "“worksheet” cannot be “../w.json”",
        "/etc/passwd": "“worksheet” cannot be",
    }
    for named, words in said_of.items():
        with pytest.raises(FileProblem) as caught:
            lesson_in({"kernelscope_lesson": 1, "worksheet": named, "scenes": scenes}, tmp_path / "l.json")
        assert words in sentence_for(caught.value)
    with pytest.raises(FileProblem) as caught:
        lesson_in(
            {"kernelscope_lesson": 1, "worksheet": sheet({"kind": "map", "scene": 2}), "scenes": scenes}, "l.json"
        )
    assert "“scene” is 2; the lesson has 1 scenes" in sentence_for(caught.value)
