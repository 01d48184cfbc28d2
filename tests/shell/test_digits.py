"""The sheet of how a network reads by hand: a click, the arrows, the confusion, pages, and the menu."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import source_of
from game.core.scenario import Scenario
from game.files.digits import own_digits
from game.session.facts.digits import DigitsFacts
from game.ui.widgets.confusion import Confusion
from game.ui.widgets.digit_card import DigitCard
from game.ui.widgets.label import Label
from game.ui.widgets.select import PopupList
from tests.networks import digit_reader
from tests.session.test_digit_scores import shipped
from tests.session.test_how_it_reads import facts_of

from .hands import Person


def opened(scenario: Scenario, size: tuple[int, int] = (1366, 768)) -> Person:
    person = Person(scenario, size)
    person.keys("E")
    return person


def words(person: Person) -> list[str]:
    return [one.text for one in person.window.widgets if isinstance(one, Label)]


def cards(person: Person) -> list[DigitCard]:
    return [one for one in person.window.widgets if isinstance(one, DigitCard)]


def table(person: Person) -> Confusion:
    found = person.widget("confusion")
    assert isinstance(found, Confusion)
    return found


def confuses(person: Person) -> None:
    """Go over to the confusion by keys."""
    person.focuses("digits shown")
    person.keys("Right")


def facts(person: Person) -> DigitsFacts:
    return facts_of(person.state)


def is_shown(person: Person, number: int) -> bool:
    digits = own_digits()
    return np.array_equal(source_of(person.state.scenario).channels[0], digits.pixels[digits.held_back[number]])


def test_the_key_opens_it_and_it_says_how_many_of_how_many_are_read_right() -> None:
    person = opened(shipped())
    assert "349 of 360 held-back digits are read right: 96.9 %" in words(person)
    assert len(cards(person)) == 11
    assert (cards(person)[0].label, cards(person)[0].detail) == ("3, read as 8", "share 0.87")


def test_a_click_on_a_digit_shows_it_to_the_network_and_closes_the_sheet() -> None:
    person = opened(shipped())
    number = facts(person).digits[4].number
    person.clicks("digit 4")
    assert person.state.interface.sheet is None
    assert is_shown(person, number)
    person.keys("Ctrl+Z")
    assert not is_shown(person, number)


def test_arrows_and_enter_choose_a_digit_and_at_the_end_of_a_page_they_turn_it() -> None:
    person = opened(digit_reader())
    assert person.state.interface.focus == "digit 0"
    person.keys("Right", "Down")
    assert person.state.interface.focus == "digit 7"
    person.keys("Right", "Right", "Right", "Right")
    assert (person.state.interface.focus, facts(person).look.page) == ("digit 11", 0)
    person.keys("Right")
    assert (person.state.interface.focus, facts(person).look.page) == ("digit 0", 1)
    person.keys("Left")
    assert (person.state.interface.focus, facts(person).look.page) == ("digit 11", 0)
    person.keys("Up")
    number = facts(person).digits[5].number
    person.keys("Enter")
    assert is_shown(person, number)


def test_in_a_small_window_arrows_bring_the_next_row_into_sight() -> None:
    person = opened(digit_reader(), (640, 360))
    assert not any(one.name == "digit 11" for one in cards(person))
    for _ in range(11):
        person.keys("Right")
    card = next(one for one in cards(person) if one.name == "digit 11")
    assert person.state.interface.focus == "digit 11"
    assert card.visible == card.rect


def test_buttons_turn_the_pages_and_say_which_digits_are_shown() -> None:
    person = opened(digit_reader())
    assert "1–12 of 327" in words(person)
    person.clicks("digits on")
    assert "13–24 of 327" in words(person)
    person.clicks("digits back")
    assert "1–12 of 327" in words(person)
    for _ in range(27):
        person.clicks("digits on")
    assert "325–327 of 327" in words(person)
    assert not person.widget("digits on").mood.enabled


def test_a_cell_of_the_confusion_shows_its_digits_and_a_second_click_lets_it_go() -> None:
    person = opened(digit_reader())
    confuses(person)
    assert not cards(person)
    x, y = table(person).cell(7, 3).centre
    person.clicks((x, y))
    assert facts(person).look.pair == (7, 3)
    assert {one.label for one in cards(person)} == {"7, read as 3"}
    person.clicks((x, y))
    assert not cards(person)


def test_arrows_choose_the_cell_beside_and_stop_at_the_ends() -> None:
    person = opened(digit_reader())
    confuses(person)
    person.focuses("confusion")
    person.keys("Right")
    assert facts(person).look.pair == (0, 0)
    person.keys("Down", "Right", "Right", "Up", "Up")
    assert facts(person).look.pair == (0, 2)
    assert "No 0 is read as 2." in words(person)


def test_heads_and_sums_of_the_confusion_are_no_cells() -> None:
    person = opened(shipped())
    confuses(person)
    shown = table(person)
    for row, column in ((-1, 3), (3, -1), (10, 3), (3, 10), (10, 10)):
        person.clicks(shown.cell(row, column).centre)
        assert facts(person).look.pair is None


def test_the_menu_has_it_only_where_a_network_reads_digits() -> None:
    for scenario, there in ((shipped(), True), (None, False)):
        person = Person(scenario)
        person.clicks("menu")
        found = person.widget("menu list")
        assert isinstance(found, PopupList)
        rows = [item.words for item in found.items]
        assert any(row.startswith("How it reads") for row in rows) is there


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600), (480, 360)])
@pytest.mark.parametrize("confusion", [False, True])
def test_all_words_and_cards_stand_inside_the_sheet(size: tuple[int, int], confusion: bool) -> None:
    person = opened(digit_reader(), size)
    if confusion:
        confuses(person)
    sheet = person.widget("sheet").rect
    for one in person.window.widgets:
        if isinstance(one, DigitCard | Confusion):
            assert sheet.x <= one.rect.x
            assert one.rect.right <= sheet.right
