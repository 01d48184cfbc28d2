"""Text input is on only while something is typed; what an input method composes is no key."""

from __future__ import annotations

import pygame
import pytest

from game.input.contexts import TAKES_TEXT, Where
from game.loop import Loop
from tests.input.layouts import press

from .hands import Person, pixel
from .test_loop import loop_of
from .test_presses import CONTEXTS

TYPING = (Where.ENTRY, Where.LIST, Where.HELP, Where.GALLERY)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what the system was asked for."""
    found: list[object] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: found.append("on"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: found.append("off"))
    monkeypatch.setattr(pygame.key, "set_text_input_rect", lambda rect: found.append(tuple(rect)))
    return found


@pytest.mark.parametrize("where", Where, ids=lambda where: where.name)
def test_text_input_is_on_only_where_something_is_typed(asked: list[object], where: Where) -> None:
    assert set(TAKES_TEXT) == set(TYPING)
    person = Person()
    loop = loop_of(person)
    loop.follow_typing()
    assert asked == ["off"]
    CONTEXTS[where](person)
    for _ in range(3):
        loop.follow_typing()
    switched = [each for each in asked if isinstance(each, str)]
    assert switched == (["off", "on"] if where in TYPING else ["off"])
    assert loop.circumstances.typing is (where in TYPING)


def test_what_is_composed_is_shown_at_the_open_entry(asked: list[object]) -> None:
    person = Person()
    loop = loop_of(person)
    places = []
    for where in (pixel(1, 1), pixel(4, 4)):
        person.set(cursor=where)
        person.types("7")
        places.append((*person.widget("entry").rect,))
        for _ in range(3):
            loop.follow_typing()
        person.keys("Escape")
        loop.follow_typing()
    assert [each for each in asked if not isinstance(each, str)] == places


def happens(loop: Loop, *events: pygame.Event, now: float = 1.0) -> None:
    """Let events come in one turn, as the system sends them while text input is as it is then."""
    loop.follow_typing()
    on = loop.circumstances.typing
    loop.inbox.add(event for event in events if on or event.type != pygame.TEXTINPUT)
    while loop.inbox:
        loop._handle(now)


def keys(text: str) -> list[pygame.Event]:
    return [
        event for character in text for event in press("US", "Space" if character == " " else character.upper()) or ()
    ]


@pytest.mark.parametrize("together", [True, False])
def test_numbers_typed_fast_lose_no_digit(together: bool) -> None:
    person = Person()
    loop = loop_of(person)
    person.set(cursor=pixel(1, 1))
    for events in [keys("0.75")] if together else [keys(each) for each in "0.75"]:
        happens(loop, *events)
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.text == "0.75"


@pytest.mark.parametrize("together", [True, False])
def test_words_typed_fast_into_the_help_and_a_list_lose_no_letter(together: bool) -> None:
    for opening, place in (("F1", "help"), ("", "list")):
        person = Person()
        loop = loop_of(person)
        if not opening:
            person.clicks("kernel")
        batches = [keys("sobel t")] if together else [keys(each) for each in "sobel t"]
        first = press("US", opening) or [] if opening else []
        for events in [first + batches[0], *batches[1:]]:
            happens(loop, *events)
        interface = person.state.interface
        assert (interface.help_filter if place == "help" else interface.typed) == "sobel t"


def editing(text: str) -> pygame.Event:
    return pygame.Event(pygame.TEXTEDITING, text=text, start=0, length=0)


def done(text: str) -> pygame.Event:
    return pygame.Event(pygame.TEXTINPUT, text=text)


def in_an_entry() -> tuple[Person, Loop]:
    person = Person()
    loop = loop_of(person)
    person.set(cursor=pixel(1, 1))
    happens(loop, *keys("0"))
    assert person.state.interface.entry is not None
    return person, loop


@pytest.mark.parametrize("key_first", [True, False])
def test_the_enter_that_ends_a_composition_does_not_end_the_entry(key_first: bool) -> None:
    person, loop = in_an_entry()
    enter = press("US", "Enter") or []
    happens(loop, editing("ｎ"), now=2.0)
    ending = [enter[0], done("．５"), editing("")] if key_first else [editing(""), done("．５"), enter[0]]
    happens(loop, *ending, enter[-1], now=2.1)
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.text == "0．５"
    happens(loop, *enter, now=2.5)
    assert person.state.interface.entry is None, "the next one does"


def test_the_escape_that_ends_a_composition_does_not_close_the_entry() -> None:
    person, loop = in_an_entry()
    escape = press("US", "Escape") or []
    happens(loop, editing("ｎ"), now=2.0)
    happens(loop, escape[0], editing(""), escape[-1], now=2.1)
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.text == "0"
    happens(loop, *escape, now=2.5)
    assert person.state.interface.entry is None


def test_a_composed_text_after_the_enter_that_opened_the_entry_is_not_taken_for_that_keys() -> None:
    person = Person()
    loop = loop_of(person)
    person.set(cursor=pixel(1, 1))
    enter = press("US", "Enter") or []
    happens(loop, *enter)
    happens(loop, done("３"), now=2.0)
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.text == "３"


def test_text_input_changes_only_when_all_that_came_before_is_handled(asked: list[object]) -> None:
    person = Person()
    loop = loop_of(person)
    loop.follow_typing()
    person.set(cursor=pixel(1, 1))
    person.types("7")
    loop.inbox.add(keys("5"))
    loop.follow_typing()
    assert "on" not in asked
    while loop.inbox:
        loop._handle(1.0)
    loop.follow_typing()
    assert "on" in asked
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.text == "75"
