"""Every kind of file of every kind of scenario is whole, or is refused in one sentence and leaves nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.exports import EXPORTERS
from tests.tools.exported_any import MAKERS, outcome_of

ONCE = (".png", ".svg", ".gif", ".pdf")
"""Endings of pictures, of each of which a few are drawn here; films are by the command."""


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("ending", EXPORTERS)
def test_a_text_of_any_scenario_is_whole_or_refused(make: type, ending: str, tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    found = [outcome_of(make(chance), ending, tmp_path, chance) for _ in range(6)]
    assert "written" in found


@pytest.mark.parametrize("ending", ONCE)
def test_a_picture_of_any_scenario_is_whole_or_refused(ending: str, tmp_path: Path) -> None:
    chance = np.random.default_rng(4)
    found = {make: outcome_of(make(chance), ending, tmp_path, chance) for make in MAKERS}
    assert "written" in found.values()
