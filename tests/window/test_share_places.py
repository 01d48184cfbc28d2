"""In the Share sheet nothing is cut, lies over another or out of reach, at every size and scale of text."""

from __future__ import annotations

import pytest

from game.session.facts.seldom import SheetFacts
from game.session.interface import ShareChoice
from game.ui.geometry import Rect
from game.ui.offers import ShareOffer
from game.ui.widgets.base import Widget
from game.window.share import share_sheet
from tests.picture import frame, state
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SCALES, SIZES

Size = tuple[int, int]
FAR = 100_000.0
OFFERS = (ShareOffer(True, 128, 800), ShareOffer(False, 99_999, 800), ShareOffer(True, None, 800))
CHOICES = (ShareChoice(), ShareChoice(steps=30, versions=4, paper="letter"))


def made(size: Size, scale: int, offer: ShareOffer, choice: ShareChoice, scrolled: float) -> tuple[Widget, ...]:
    shown = frame(state(settings={"scale": scale}), size)
    return share_sheet(SheetFacts(scrolled, (), "", share=choice), shown, offer)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_lies_over_another(size: Size, scale: int) -> None:
    wrong = []
    whole = Rect(0, 0, *size)
    for offer, choice, scrolled in zip(OFFERS, (*CHOICES, CHOICES[0]), (0.0, FAR, 200.0), strict=True):
        widgets = made(size, scale, offer, choice, scrolled)
        names = [widget.name for widget in widgets]
        wrong += [f"two are called {name}" for name in set(names) if names.count(name) > 1]
        controls = [(one.name, one.visible) for one in widgets if one.focusable and one.name != "share sheet"]
        wrong += [f"{a}  /  {b}" for a, b in crowded(controls)]
        wrong += [f"{name} {tuple(rect)}" for name, rect in controls if not whole.holds(rect)]
        for one in widgets:
            lines = lines_of(one)
            wrong += [f"{one.name}: {line.text!r}" for line in lines if not one.rect.inset(-2).holds(line.rect)]
            wrong += [f"{one.name}: {line.text!r}" for line in lines if "…" in line.text]
            rects = [(line.text, line.rect) for line in lines]
            wrong += [f"{one.name}: {a!r} / {b!r}" for a, b in crowded(rects)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_every_row_and_choice_can_be_met_by_a_finger(size: Size, scale: int) -> None:
    widgets = made(size, scale, OFFERS[0], CHOICES[0], 0.0)
    small = [one.name for one in widgets if one.focusable and min(one.rect[2:]) < 44]
    assert not small
