"""In Compare the cell of a layer's map that is being made says what stands of it, and nothing before it stands."""

from __future__ import annotations

import pytest

from game.view.making import Making
from tests.bench.layered import of_layer
from tests.shell.hands import Person


def made(position: float) -> list[Making]:
    """Return the cells that are being made on both sides."""
    person = Person(of_layer(6, 3, 2, 2), (1366, 768), position=position)
    person.keys("D")
    assert len(person.window.sides) == 2
    return [widget for widget in person.window.widgets if isinstance(widget, Making)]


def test_it_says_the_sum_of_all_channels_once_that_stands() -> None:
    found = made(1.95)
    assert len(found) == 2
    for cell in found:
        assert cell.shown_sum == pytest.approx(cell.value)
        assert cell.words not in ("", "0")


def test_before_it_says_nothing() -> None:
    assert [cell.shown_sum for cell in made(1.5)] == [None, None]
