"""In the sheet of how a network reads nothing is cut or lies over another, at every size and scale of text."""

from __future__ import annotations

import pytest

from game.input.interface_intents import OpenSheet, ShowDigits
from game.session.facts.digits import DigitsFacts
from game.session.facts.seldom import SheetFacts
from game.session.reduce import reduce
from game.ui.widgets.base import Widget
from game.ui.widgets.confusion import Confusion
from game.ui.widgets.label import Label
from game.window.digits import digits_sheet
from game.words.texts import TEXTS
from tests.networks import digit_reader
from tests.picture import frame, state
from tests.session.test_how_it_reads import facts_of
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SCALES, SIZES

Size = tuple[int, int]
LOOKS = {
    "misread": ShowDigits(page=3),
    "confusion": ShowDigits(confusion=True),
    "a cell": ShowDigits(confusion=True, pair=(7, 3)),
}
LEAST = 8
"""Device pixels of a number in the confusion at least."""


def made(size: Size, scale: int, look: ShowDigits) -> tuple[Widget, ...]:
    shown = state(digit_reader(), settings={"scale": scale})
    for intent in (OpenSheet("digits"), look):
        shown = reduce(shown, intent)
    return digits_sheet(SheetFacts(0.0, (), "", digits=facts_of(shown)), frame(shown, size))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_lies_over_another(size: Size, scale: int, look: ShowDigits) -> None:
    widgets, wrong = made(size, scale, look), list[str]()
    names = [widget.name for widget in widgets]
    wrong += [f"two are called {name}" for name in set(names) if names.count(name) > 1]
    controls = [(one.name, one.visible) for one in widgets if one.focusable and one.name != "digits sheet"]
    wrong += [f"{a}  /  {b}" for a, b in crowded(controls)]
    sheet = next(one.rect for one in widgets if one.name == "sheet")
    wrong += [f"{name} {tuple(rect)}" for name, rect in controls if rect.h and not sheet.holds(rect)]
    for one in widgets:
        lines = lines_of(one)
        wrong += [f"{one.name}: {line.text!r}" for line in lines if not one.rect.inset(-2).holds(line.rect)]
        wrong += [f"{one.name}: {line.text!r}" for line in lines if "…" in line.text]
        wrong += [f"{one.name}: {a!r} / {b!r}" for a, b in crowded([(line.text, line.rect) for line in lines])]
        if isinstance(one, Confusion):
            wrong += [f"{line.text} is {line.rect.h} high" for line in lines if line.rect.h < LEAST]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_every_card_and_button_can_be_met_by_a_finger(size: Size, scale: int) -> None:
    for look in LOOKS.values():
        widgets = made(size, scale, look)
        assert not [one.name for one in widgets if one.focusable and min(one.rect[2:]) < 44]


def words_of(facts: DigitsFacts) -> list[str]:
    shown = frame(state(), (1366, 768))
    return [one.text for one in digits_sheet(SheetFacts(0.0, (), "", digits=facts), shown) if isinstance(one, Label)]


def test_where_all_are_read_right_it_says_so() -> None:
    diagonal = tuple(tuple(36 * (row == column) for column in range(10)) for row in range(10))
    words = words_of(DigitsFacts(right=360, count=360, confusion=diagonal))
    assert "360 of 360 held-back digits are read right: 100.0 %" in words
    assert "All 360 are read right; there is no mistake to look at." in words


def test_where_there_is_nothing_to_tell_it_says_why_and_nothing_else() -> None:
    for why in ("digits.not.secret", "digits.not.network"):
        words = words_of(DigitsFacts(why))
        assert " ".join(words) == f"How it reads {TEXTS[why]}"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
def test_in_a_talk_all_twelve_misread_digits_are_in_sight(size: Size) -> None:
    shown = reduce(state(digit_reader(), presenting=True), OpenSheet("digits"))
    widgets = digits_sheet(SheetFacts(0.0, (), "", digits=facts_of(shown)), frame(shown, size))
    cards = [one for one in widgets if one.name.startswith("digit ")]
    sheet = next(one.rect for one in widgets if one.name == "sheet")
    assert len(cards) == 12
    assert all(one.visible == one.rect and sheet.holds(one.rect) for one in cards)
    assert not crowded([(one.name, one.rect) for one in cards])
