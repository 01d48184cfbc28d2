"""The trying of mutants, at a house of one room with one wall: what is noticed, what survives, what never ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .trying import Copy, Outcome, copied

MODULE = Path("game/core/wall.py")
WALL = "def height(bricks: int) -> int:\n    while bricks % 2:\n        bricks += 1\n    return bricks\n"
TEST = "from game.core.wall import height\n\n\ndef test_height() -> None:\n    assert height({}) == 4\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with a module and the test of it."""
    for path, text in ((MODULE, WALL), (Path("tests/core/test_wall.py"), TEST.format(3))):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_a_mutant_is_noticed_or_survives_or_comes_to_no_end_and_no_file_stays_changed(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.mutants.trying.LEEWAY", 2.0)
    with copied(house, "core") as copy:
        copy.begin()
        assert copy.try_out(MODULE, WALL.replace("+= 1", "+= 3")) is Outcome.NOTICED
        assert copy.try_out(MODULE, WALL.replace("% 2", "% 4")) is Outcome.SURVIVED
        assert copy.try_out(MODULE, WALL.replace("+= 1", "+= 2")) is Outcome.TOO_LONG
        assert copy.try_out(MODULE, WALL) is Outcome.SURVIVED
    assert (house / MODULE).read_text() == WALL


def test_a_room_whose_tests_fail_by_themselves_is_not_tried(house: Path) -> None:
    (house / "tests/core/test_wall.py").write_text(TEST.format(5))
    with pytest.raises(ValueError, match=re.escape("the tests of core fail without a mutant")):
        Copy(house, "core").begin()
