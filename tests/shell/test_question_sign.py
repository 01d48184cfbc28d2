"""That a scene of a lesson asks something is seen in Present before the class is asked, and in the notes."""

from __future__ import annotations

from typing import Any

import pytest

from game.session.facts.notes import notes_facts
from game.ui.widgets.label import Label
from game.window.question import NAME
from game.words.texts import text

from .hands import Person
from .test_live_answers import taught

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (800, 600)]
ASKED: dict[str, Any] = {"question": "size"}
READ: dict[str, Any] = {"text": "The left half is dark, the right one bright."}
PHOTO = {"kernelscope": 2, "picture": "fruit", "layers": [{"operation": "max pooling", "kernel_size": [2, 2]}]}


def signs(person: Person) -> list[str]:
    return [each.text for each in person.window.widgets if isinstance(each, Label) and each.name == NAME]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("fields", [{}, READ, {"scenario": PHOTO}], ids=["silent", "read", "photo"])
def test_a_scene_that_asks_says_so_and_by_which_key(size: tuple[int, int], fields: dict[str, Any]) -> None:
    person = taught(size, **ASKED, **fields)
    assert signs(person) == [text("present.asks")]
    person.keys("Q")
    assert person.state.interface.vote is not None
    assert not signs(person)


def test_other_scenes_and_the_window_have_no_sign() -> None:
    assert not signs(taught())
    asking = taught(**ASKED)
    asking.keys("Shift+Page Down")
    assert not signs(asking)
    asking.keys("Shift+Page Up", "F5")
    assert not asking.state.interface.presenting
    assert not signs(asking)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("Insert",), ("V",), ("Y",)], ids=["flat", "drawer", "stack", "compare"])
def test_the_sign_of_a_silent_scene_lies_on_nothing(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    person = taught(size, **ASKED)
    person.keys(*keys)
    person.waits(2)
    sign = person.widget(NAME).rect
    assert person.window.frame.layout.whole.holds(sign)
    grounds = [each for each in person.window.widgets if each.rect.meets(sign) and not each.name.startswith(NAME)]
    assert [each.name for each in grounds] == ["stage"]


def test_a_scene_that_asks_nothing_has_the_whole_wall() -> None:
    plain, asking = taught().window.frame.layout, taught(**ASKED).window.frame.layout
    assert not plain.sign.h
    assert asking.sign.h == plain.transport.y - asking.sign.y == plain.dot.bottom - asking.dot.bottom
    assert asking.transport == plain.transport


def test_the_notes_say_what_the_key_asks() -> None:
    assert notes_facts(taught(**ASKED).state).asked == "size"
    assert notes_facts(taught().state).asked == ""
