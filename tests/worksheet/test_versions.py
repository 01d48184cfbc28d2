"""Versions: other numbers and other answers, but no other difficulty; the same ones for ever."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.files.errors import FileProblem
from game.files.worksheet_plan import Exercise, Plan
from game.words.sentences import sentence_for
from game.words.worksheet_texts import WORKSHEET_TEXTS
from game.worksheet.making import made, said_of, worksheets
from game.worksheet.sheet import BLOCKS, Options, Worksheet
from game.worksheet.wording import Wording
from tests.worksheet.examples import EXAMPLES, blocks_for, worksheet_of

NAMES = list(EXAMPLES)


def versions(name: str, **options: Any) -> list[Worksheet]:
    return [worksheet_of(EXAMPLES[name], Options(**options), version) for version in "ABCD"]


@pytest.mark.parametrize("name", NAMES)
def test_the_maps_of_four_versions_have_one_size_and_four_contents(name: str) -> None:
    for kind in ("map", "mistake"):
        found = [block for sheet in versions(name) for block in sheet.blocks if block.kind == kind]
        outputs = [block.figures[-1].answers or block.figures[-1].cells for block in found]
        assert len(set(outputs)) == len(found)
        assert len({(len(each), len(each[0])) for each in outputs}) <= 1
        assert len({tuple(figure.size for figure in block.figures[:-1]) for block in found}) <= 1


def test_even_a_single_number_differs_between_versions() -> None:
    scenario = Scenario(np.ones((2, 2)), np.ones((1, 1)), pooling=Pooling("max"))
    for seed in range(12):
        sheets = [worksheet_of(scenario, Options(seed=seed, blocks=("map",)), version) for version in "ABCD"]
        assert len({sheet.blocks[0].figures[-1].answers for sheet in sheets}) == 4


@pytest.mark.parametrize("name", ["start", "drawn", "channels", "transposed"])
def test_no_version_has_larger_numbers_or_more_zeros_than_another(name: str) -> None:
    kinds = set()
    for sheet in versions(name):
        *given, _ = sheet.blocks[0].figures
        kernels = given[len(given) // 2 :]
        kinds.add(tuple(sorted(words for figure in kernels for row in figure.cells for words in row)))
    assert len(kinds) == 1


@pytest.mark.parametrize("name", NAMES)
def test_what_is_asked_about_sizes_differs_between_versions(name: str) -> None:
    for kind in ("coverage", "strides", "size"):
        asked = [
            (block.task, block.lines if kind == "size" else ())
            for sheet in versions(name)
            for block in sheet.blocks
            if block.kind == kind
        ]
        assert len({repr(each) for each in asked}) == len(asked), kind


def test_the_answers_about_coverage_differ_between_versions() -> None:
    for name in ("start", "drawn", "max"):
        found = [block for sheet in versions(name) for block in sheet.blocks if block.kind == "coverage"]
        assert len({(block.figures[0].size, block.figures[0].hatched) for block in found}) == 4


def test_another_seed_gives_other_numbers_and_the_same_one_the_same() -> None:
    one, same, other = (worksheet_of(EXAMPLES["drawn"], Options(seed=seed), "B") for seed in (5, 5, 6))
    assert one.blocks == same.blocks
    assert one.blocks[0].figures != other.blocks[0].figures
    assert worksheet_of(EXAMPLES["drawn"], Options(), "A").seed == 1703


def test_the_numbers_of_a_seed_stay_for_ever() -> None:
    """Who prints a second pile next year has the same sheet; if this fails, a printed key no longer fits."""
    image, kernel, _ = worksheet_of(EXAMPLES["drawn"], Options(), "A").blocks[0].figures
    assert image.cells[0] == ("3", "1", "3", "3", "1")
    assert kernel.cells == (("1", "2", "−2"), ("1", "−1", "0"))


def test_files_are_one_for_each_version_and_one_with_all_keys() -> None:
    assert list(worksheets(EXAMPLES["drawn"], Options(name="s"))) == ["s.pdf", "s-key.pdf"]
    several = worksheets(EXAMPLES["drawn"], Options(name="s", versions=3, blocks=("size",)))
    assert list(several) == ["s-A.pdf", "s-B.pdf", "s-C.pdf", "s-key.pdf"]


def test_exercises_that_make_no_sense_are_left_out_or_refused_by_a_sentence() -> None:
    assert blocks_for(EXAMPLES["drawn"]) == BLOCKS
    assert blocks_for(EXAMPLES["transposed"]) == ("map", "cell", "size", "mistake")
    assert "mistake" not in blocks_for(EXAMPLES["one cell"])
    with pytest.raises(FileProblem) as caught:
        worksheet_of(EXAMPLES["transposed"], Options(blocks=("coverage",)), "A")
    assert "“coverage” makes no sense" in sentence_for(caught.value)


def test_the_exercises_come_in_the_order_that_is_asked_for() -> None:
    sheet = worksheet_of(EXAMPLES["drawn"], Options(blocks=("size", "map", "cell")), "A")
    assert [block.kind for block in sheet.blocks] == ["size", "map", "cell"]
    assert "of exercise 2" in sheet.blocks[2].task
    alone = worksheet_of(EXAMPLES["drawn"], Options(blocks=("cell",)), "A").blocks[0]
    assert "exercise" not in alone.task
    assert len(alone.figures) == 2, "without a map it brings its own image and kernel"


def test_kernels_and_reaches_that_no_paper_has_room_for_are_refused_by_a_sentence() -> None:
    large = Scenario(EXAMPLES["photo"].image, [[1.0] * 9] * 9)
    far = Scenario(EXAMPLES["photo"].image, [[1.0] * 7] * 7, dilation=(8, 8))
    for scenario, said in ((large, "at most; this one has 9 × 9"), (far, "this kernel needs more")):
        with pytest.raises(FileProblem) as caught:
            worksheets(scenario, Options())
        assert said in sentence_for(caught.value)


def test_what_is_not_as_in_the_scenario_is_said() -> None:
    assert said_of(EXAMPLES["drawn"], Options()) == ()
    assert said_of(EXAMPLES["photo"], Options()) == ("The image of 90 × 120 pixels is 8 × 8 on the worksheet.",)
    assert said_of(EXAMPLES["channels"], Options()) == ("The worksheet has one filter of 2.",)
    assert said_of(EXAMPLES["many channels"], Options())[0] == "The worksheet has 1 of the 8 channels."
    assert said_of(Scenario([[1.0]], [[1.0]], activation="tanh"), Options()) == ("The worksheet has no tanh.",)


def test_a_shorter_image_leaves_as_much_over_as_the_scenarios() -> None:
    scenario = Scenario(EXAMPLES["photo"].image, [[1.0, 2.0]] * 2, stride=(3, 5))
    size = worksheet_of(scenario, Options(), "A").blocks[0].scenario.pixel_size
    assert ((90 - size[0]) % 3, (120 - size[1]) % 5) == (0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_can_be_another_one(name: str) -> None:
    asked: set[str] = set()

    class Noting(dict[str, str]):
        def get(self, key: str, default: str | None = None) -> str:  # type: ignore[override]
            asked.add(key)
            return "Ω {setting} ____" if key in WORKSHEET_TEXTS else default or ""

    sheet = worksheet_of(EXAMPLES[name], Options(texts=Noting(), title="Ω"), "A")
    words = [sheet.name_line, sheet.room, *sheet.footer, *(block.task for block in sheet.blocks)]
    words += [figure.label for block in sheet.blocks for figure in block.figures if figure.label]
    words += [fill.words for block in sheet.blocks for fill in block.lines]
    assert all("Ω" in each for each in words)
    assert asked <= set(WORKSHEET_TEXTS)


def test_every_text_is_used() -> None:
    asked: set[str] = set()

    class Noting(Wording):
        def of(self, name: str, /, **values: object) -> str:
            asked.add(name)
            return super().of(name, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.worksheet.making.Wording", Noting)
        for name in NAMES:
            for drawn in (False, name != "wide"):
                options = Options(padding_drawn=drawn)
                worksheet_of(EXAMPLES[name], options, "A")
                said_of(EXAMPLES[name], options)
            made(Plan("", (Exercise("map", EXAMPLES[name], size=False),)), "s", "A")
        made(Plan("", (Exercise("question", task="?"),)), "s", "A")
    unseen = {name for name in WORKSHEET_TEXTS if name not in asked}
    assert {name for name in unseen if not name.startswith(("set.padding.", "said.", "size."))} == set()
    assert unseen <= {
        "set.padding.replicate", "set.padding.circular", "said.activation", "size.left_out", "size.ceil.sides",
        "size.transposed.sides.more", "size.transposed.sides", "size.transposed.more", "size.transposed",
    }  # fmt: skip
