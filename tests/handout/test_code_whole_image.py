"""A text code holds kernels as large as the image, and that they follow it."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import layers_of
from game.core.limits import Range
from game.core.resize import with_pair
from game.core.scenario import Scenario, startup
from game.core.whole_image import with_whole_image
from game.files.errors import FileProblem
from game.files.exported import Exported
from game.files.scenario_parts import OpenedScenario, recognised
from game.handout.python_program import python_file
from game.handout.text_code import decoded, encoded
from tests.networks import digit_reader


def held(scenario: Scenario) -> OpenedScenario:
    return OpenedScenario(recognised(scenario), None, {})


@pytest.mark.parametrize("size", [(1, 1), (4, 5), (15, 15), (16, 3), (20, 22)])
def test_it_comes_back(size: tuple[int, int]) -> None:
    scenario = with_whole_image(with_pair(startup(), "image size", size)).changed(bias=[0.5])
    found = decoded(encoded(held(scenario))).scenario
    assert found == scenario
    assert found.layer.is_fully_connected
    assert with_pair(found, "image size", (6, 6)).kernel_size == (6, 6)


def test_one_that_only_happens_to_be_as_large_does_not_follow() -> None:
    scenario = with_whole_image(startup()).changed(whole_image=False)
    assert encoded(held(scenario)) != encoded(held(with_whole_image(startup())))
    assert not decoded(encoded(held(scenario))).scenario.layer.whole_image


@pytest.mark.parametrize("focus", range(3))
def test_a_network_comes_back(focus: int) -> None:
    found = decoded(encoded(held(digit_reader(focus)))).scenario
    assert layers_of(found) == layers_of(digit_reader(focus))
    larger = with_pair(digit_reader(), "image size", (40, 40))
    assert layers_of(decoded(encoded(held(larger))).scenario) == layers_of(larger)


def test_a_code_with_too_large_a_kernel_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    code = encoded(held(with_whole_image(with_pair(startup(), "image size", (20, 20)))))
    monkeypatch.setattr("game.handout.code_fields.IMAGE_SIZE", Range(1, 15))
    with pytest.raises(FileProblem):
        decoded(code)


def test_the_program_prints_its_one_sum(capsys: pytest.CaptureFixture[str]) -> None:
    scenario = with_whole_image(with_pair(startup(), "image size", (18, 17)))
    text = python_file(Exported(scenario)).decode()
    assert "fully connected" in text
    exec(compile(text.replace("sys.argv[1:]", "[]"), "program", "exec"), {"__name__": "program"})
    printed = float(capsys.readouterr().out.strip("[] \n"))
    assert printed == pytest.approx(float(np.sum(scenario.image * scenario.kernel)))
