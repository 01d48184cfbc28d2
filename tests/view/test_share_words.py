"""A share that is rounded to 1 says that it is less, wherever it is written; one that is 1 is 1."""

from __future__ import annotations

import pytest

from game.view.numbers import share_words
from game.view.strip.card import StripCard
from tests.shell.hands import Person
from tests.training import reader


@pytest.mark.parametrize(
    ("share", "words"),
    [(1.0, "1.00"), (0.99999, ">0.99"), (0.995, ">0.99"), (0.9949, "0.99"), (0.5, "0.50"), (0.0, "0.00"), (1e-9, "≈0")],
)
def test_only_a_whole_share_is_written_as_1(share: float, words: str) -> None:
    assert share_words(share) == words


def test_with_more_decimals_it_is_told_as_long_as_it_is_not_1() -> None:
    assert share_words(0.9987, 4) == "0.9987"
    assert share_words(0.99999, 4) == ">0.99"


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_in_present_the_name_of_the_last_layer_has_room_for_what_it_reads(size: tuple[int, int]) -> None:
    person = Person(reader(2), size)
    person.keys("F5")
    before = person.widget("layer 3")
    person.keys("End")
    card = person.widget("layer 3")
    assert isinstance(card, StripCard)
    assert card.words.endswith("7: >0.99")
    assert card.rect == before.rect
    assert person.window.frame.type.width(card.words, card.size, True) < card.rect.w
