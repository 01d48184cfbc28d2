"""The question about leaving a tour is whole, and its answers can be pressed, at every size of window and of text."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.files.settings import Settings
from game.input.effects import OpenTour
from game.window.sheets import ANSWERS
from tests.shell.hands import Person
from tests.ui.measure import lines_of

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600), (600, 800), (480, 360), (360, 300))


@pytest.mark.parametrize("scale", [75, 100, 200, 300])
@pytest.mark.parametrize("size", SIZES)
def test_it_is_inside_the_window_and_nothing_in_it_lies_on_anything_else(size: tuple[int, int], scale: int) -> None:
    person = Person(size=size, settings=Settings(scale=scale))
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    person.keys("Escape")
    sheet = person.widget("sheet")
    assert person.controller.frame().layout.whole.holds(sheet.rect)
    buttons = [person.widget(name) for name, _, _ in ANSWERS]
    inside = [widget for widget in person.window.widgets[person.window.modal_from :] if widget.name.startswith("line ")]
    for widget in (*buttons, *inside):
        assert sheet.rect.holds(widget.rect), widget.name
        assert all(widget.rect.inset(-2).holds(line.rect) for line in lines_of(widget)), widget.name
    for one, other in combinations((*buttons, *inside), 2):
        assert not one.rect.meets(other.rect), (one.name, other.name)
    assert all(button.rect.h >= 44 and button.rect.w >= 44 for button in buttons)
