"""What is to be learned goes with a text code, which is of version 2 then; all else is as before."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.learning import LOSSES, Learning
from game.core.learning_targets import hidden_target, with_target
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.scenario_parts import OpenedScenario, recognised
from game.handout.packing import Packer
from game.handout.symbols import in_symbols
from game.handout.text_code import decoded, encoded
from game.words.sentences import sentence_for
from tests.layers import layer


def held(scenario: Scenario) -> OpenedScenario:
    return OpenedScenario(recognised(scenario), 2.5, {})


def test_what_is_to_be_learned_comes_back() -> None:
    random = np.random.default_rng(1)
    plain = with_target(startup(), hidden_target(startup()))
    several = layer(2, 3, (6, 6), activation="softmax")
    shares = random.dirichlet([1, 1, 1], (4, 4)).transpose(2, 0, 1)
    cases = [plain, several]
    cases += [several.changed(learning=Learning(shares, loss, 1 / 3, 0.9, False)) for loss in LOSSES]
    for scenario in cases:
        code = encoded(held(scenario))
        assert code.startswith("KS2-")
        assert decoded(code) == held(scenario)


def test_a_scenario_without_it_has_a_code_that_older_programs_read() -> None:
    assert encoded(held(startup())).startswith("KS1-")


def test_version_1_knows_nothing_of_it() -> None:
    code = encoded(held(with_target(startup(), hidden_target(startup()))))
    with pytest.raises(FileProblem) as caught:
        decoded(code.replace("KS2-", "KS1-"))
    assert caught.value.key == "code_damaged"
    with pytest.raises(FileProblem) as caught:
        decoded(code.replace("KS2-", "KS4-"))
    assert "reads up to KS3-" in sentence_for(caught.value)


def test_a_target_without_numbers_is_refused() -> None:
    packer = Packer()
    packer.wholes((0, 1 << 17, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1))
    with pytest.raises((FileProblem, ConvolutionError)):
        decoded("KS2-" + in_symbols(bytes(packer.data) + bytes(40)))
