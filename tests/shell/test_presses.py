"""A press is one press, on every keyboard; and what is open owns the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame
import pytest

from game.input.bindings import find
from game.input.circumstances import Circumstances
from game.input.contexts import TAKES_TEXT, Where
from game.input.effects import OpenTour
from game.input.event_types import KeyDown, TextTyped
from game.input.events import normalise
from game.input.interface_intents import OfferNumbers
from game.input.key_table import BINDINGS
from game.session.reduce import reduce
from game.session.state import State
from game.shell.keys import Press, answer, where_keys_are
from game.view.window import Window
from tests.input.layouts import LAYOUTS, press
from tests.picture import OFFERED

from .hands import Person, pixel

CHORDS = tuple(dict.fromkeys(key for binding in BINDINGS for key in binding.keys))
REPEATING = {(binding.where, key) for binding in BINDINGS for key in binding.keys if binding.repeats}
OWN = {(binding.where, key) for binding in BINDINGS for key in binding.keys}


def _types_into_a_cell(person: Person) -> None:
    person.set(cursor=pixel(1, 1))
    person.types("7")


def _is_asked(person: Person) -> None:
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    person.keys("Escape")


def _is_asked_about_numbers(person: Person) -> None:
    person.controller.dispatch((OfferNumbers(OFFERED),))
    person.controller.built()


def _has_voted(person: Person) -> None:
    person.keys("F5", "Q")
    person.types("7")
    person.keys("Escape")


CONTEXTS: dict[Where, Callable[[Person], None]] = {
    Where.ANYWHERE: lambda person: person.keys(),
    Where.PREDICT: lambda person: person.keys("P"),
    Where.VOTE: lambda person: person.keys("F5", "Q"),
    Where.VOTES: _has_voted,
    Where.CELL: lambda person: person.set(cursor=pixel(1, 1)),
    Where.ENTRY: _types_into_a_cell,
    Where.LIST: lambda person: person.clicks("kernel"),
    Where.SHEET: lambda person: person.keys("Ctrl+O"),
    Where.MAP: lambda person: person.clicks("kernel map"),
    Where.HELP: lambda person: person.keys("F1"),
    Where.GALLERY: lambda person: person.keys("G"),
    Where.SHARE: lambda person: person.keys("Ctrl+E"),
    Where.LEAVING: _is_asked,
    Where.NUMBERS: _is_asked_about_numbers,
    Where.BLANK: lambda person: person.keys("B"),
}
"""How each context comes about."""


@lru_cache(maxsize=16)
def in_context(where: Where) -> tuple[State, Window]:
    person = Person()
    CONTEXTS[where](person)
    assert where_keys_are(person.state) is where
    return person.state, person.window


def acts(where: Where, events: list[pygame.Event], follows: bool = True) -> int:
    """Return how often what a keyboard sends does something, each act being carried out before the next event.

    follows: text input is off where nothing is typed, as the loop has it; else it stays on, as SDL begins.
    """
    (state, window), held, pressed, count = in_context(where), Circumstances(), Press(), 0
    for raw in events:
        if follows and raw.type == pygame.KEYDOWN:
            held = held.changed(typing=where_keys_are(state) in TAKES_TEXT)
        if raw.type == pygame.TEXTINPUT and not held.typing:
            continue
        event = normalise(raw, False, held)
        held = held.after(raw)
        if not isinstance(event, KeyDown | TextTyped):
            continue
        pressed, asked = answer(state, window, event, pressed)
        count += bool(asked)
        for intent in asked:
            state = reduce(state, intent)
    return count


def makes_text(events: list[pygame.Event]) -> bool:
    return any(event.type == pygame.TEXTINPUT for event in events)


UNTOLD = {
    ("Russian", "?"),
    ("Russian", ","),
    ("German", "="),
    ("Spanish", "="),
    *((layout, ";") for layout in ("German", "Spanish", "Russian")),
}
"""Signs over another, which the key alone does not tell: F1, + and the small maps do the same."""


@pytest.mark.parametrize("follows", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("where", Where, ids=lambda where: where.name)
def test_a_press_of_any_key_is_one_act_at_most_and_of_a_key_of_the_place_exactly_one(
    where: Where, layout: str, follows: bool
) -> None:
    for chord in CHORDS:
        events = press(layout, chord)
        if events is None:
            continue
        count = acts(where, events, follows)
        assert count <= 1, chord
        assert count == 1 or (where, chord) not in OWN or (follows and (layout, chord) in UNTOLD), chord


@pytest.mark.parametrize("follows", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("where", Where, ids=lambda where: where.name)
def test_a_held_key_is_one_press_unless_it_moves_something_or_types(where: Where, layout: str, follows: bool) -> None:
    for chord in CHORDS:
        events = press(layout, chord, repeats=5)
        moves = {(where, chord), (Where.ANYWHERE, chord)} & REPEATING
        if events is None or moves or (where in TAKES_TEXT and makes_text(events)):
            continue
        assert acts(where, events, follows) <= 1, chord


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", ["B", "W", "."])
def test_a_key_that_blanks_leaves_the_screen_blank_and_its_next_press_shows_it(layout: str, key: str) -> None:
    person = Person()
    held = Circumstances()
    events = press(layout, key, repeats=3)
    assert events is not None
    for expected in (True, False, True):
        for raw in events:
            event = normalise(raw, False, held)
            held = held.after(raw)
            if event is not None:
                person.happens(event)
        assert bool(person.state.interface.blank) is expected


def test_a_key_that_shows_the_screen_again_types_nothing_into_what_lies_under_it() -> None:
    person = Person()
    person.set(cursor=pixel(1, 1))
    person.types("7")
    person.set(blank="black")
    person.happens(KeyDown("B"), TextTyped("b", key="B"))
    entry = person.state.interface.entry
    assert entry is not None
    assert (entry.text, person.state.interface.blank) == ("7", "")


def test_a_held_enter_opens_a_list_and_chooses_nothing_in_it() -> None:
    person = Person()
    person.focuses("kernel")
    before = person.state.scenario
    person.happens(KeyDown("Enter"), *(KeyDown("Enter", repeat=True),) * 5)
    assert person.state.interface.popup == "kernel"
    assert person.state.scenario is before
    person.happens(KeyDown("Enter"))
    assert person.state.interface.popup is None


def test_a_held_arrow_opens_a_list_and_does_not_run_down_in_it() -> None:
    person = Person()
    person.focuses("kernel")
    person.happens(KeyDown("Down"), *(KeyDown("Down", repeat=True),) * 5)
    assert (person.state.interface.popup, person.state.interface.highlighted) == ("kernel", 0)
    person.happens(KeyDown("Down"), *(KeyDown("Down", repeat=True),) * 2)
    assert person.state.interface.highlighted == 3


BENEATH = {key for binding in BINDINGS if binding.where is Where.ANYWHERE for key in binding.keys} - {
    *("Tab", "Shift+Tab", "Enter", "Escape", "Page Up", "Page Down", "Ctrl++", "Ctrl+-", "Ctrl+0"),
    *("F1", "F5", "F11", "Ctrl+Enter"),
}


@pytest.mark.parametrize(
    "where", [Where.LIST, Where.SHEET, Where.HELP, Where.LEAVING, Where.NUMBERS, Where.SHARE, Where.ENTRY]
)
def test_nothing_acts_beneath_what_is_open(where: Where) -> None:
    blanks = {"B", "W", "."}
    sheets = {
        Where.SHEET: {*blanks, "Ctrl+O", "Ctrl+V"},
        Where.NUMBERS: {*blanks, "Ctrl+O"},
        Where.HELP: {"Ctrl+V"},
        Where.SHARE: {*blanks, "Ctrl+V"},
    }
    past = {**sheets, Where.LEAVING: blanks, Where.LIST: {"."}}.get(where, set())
    everywhere = {key: row.intent for row in BINDINGS if row.where is Where.ANYWHERE for key in row.keys}
    for chord in BENEATH - past - {key for place, key in OWN if place is where}:
        *held, key = [chord] if len(chord) == 1 else chord.split("+")
        asked = find(where, KeyDown(key, shift="Shift" in held, control="Ctrl" in held))
        typed = find(where, TextTyped(chord)) if len(chord) == 1 else None
        assert everywhere[chord] not in (asked, typed), chord
    for chord in past:
        *held, key = chord.split("+")
        pressed = TextTyped(key) if key == "." else KeyDown(key, control="Ctrl" in held)
        assert find(where, pressed) == everywhere[chord]


def presses(person: Person, text: str) -> None:
    """Press keys as a US keyboard sends them."""
    held = Circumstances()
    for character in text:
        for raw in press("US", "Space" if character == " " else character.upper()) or ():
            event = normalise(raw, False, held)
            held = held.after(raw)
            if event is not None:
                person.happens(event)


def highlighted(person: Person) -> str:
    shown = person.window.widgets[-1]
    return str(shown.items[shown.highlighted].words)  # type: ignore[attr-defined]  # it is a list


def test_letters_choose_by_name_in_a_list_and_touch_nothing_else() -> None:
    person = Person()
    before = person.state
    person.clicks("kernel")
    presses(person, "sobel top")
    assert highlighted(person) == "Sobel top"
    assert (person.state.scenario, person.state.settings) == (before.scenario, before.settings)
    assert not person.state.interface.spotlight
    person.keys("Enter")
    assert person.state.scenario.kernel_name == "sobel top"


def test_a_pause_begins_another_name_and_what_no_name_has_changes_nothing() -> None:
    person = Person()
    person.clicks("kernel")
    presses(person, "sh")
    assert highlighted(person) == "Sharpen"
    person.waits(1.2)
    presses(person, "o")
    assert highlighted(person) == "Outline"
    presses(person, "qqq")
    assert highlighted(person) == "Outline"
    person.waits(1.2)
    presses(person, "right")
    assert highlighted(person) == "Sobel right", "no name begins with it, one has it"


def test_space_chooses_in_a_list_when_no_name_is_being_typed() -> None:
    person = Person()
    person.clicks("kernel")
    presses(person, "outline")
    person.waits(1.2)
    presses(person, " ")
    assert person.state.scenario.kernel_name == "outline"
    assert person.state.interface.popup is None


@pytest.mark.parametrize("key", ["R", "T", "S", "C", "L", "Space", "Right", "Ctrl+Z", "D", "P", "V"])
def test_in_the_open_sheet_no_letter_acts(key: str) -> None:
    person = Person()
    person.keys("Ctrl+O")
    before = person.state
    presses(person, key) if len(key) == 1 else person.keys(key)
    assert person.state is before


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (480, 400)])
def test_in_the_question_about_leaving_stay_comes_first_and_a_remote_stays(size: tuple[int, int]) -> None:
    for key in ("Enter", "Escape", "Page Down", "Page Up", "F5"):
        person = Person(size=size)
        _is_asked(person)
        assert person.state.interface.focus == "stay in tour"
        person.keys(key)
        assert person.state.tour is not None
        assert person.state.interface.sheet is None
        assert person.state.tour.index == 0


def test_in_the_question_about_leaving_the_other_answers_are_reached_by_keys_and_mouse() -> None:
    for keys in (("Right", "Right"), ("Tab", "Tab"), ("Left",)):
        person = Person()
        _is_asked(person)
        person.keys(*keys, "Enter")
        assert person.state.tour is None
    person = Person()
    _is_asked(person)
    person.clicks("leave tour now")
    assert person.state.tour is None


def test_in_present_the_first_escape_keeps_the_tour_and_f5_twice_comes_back() -> None:
    person = Person()
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    person.keys("Shift+Page Down")
    before = person.state
    person.keys("F5", "Escape")
    assert person.state.tour is not None
    assert not person.state.interface.presenting
    person.keys("F5", "F5")
    assert person.state.tour.index == 1
    assert person.state.interface == before.interface
    assert person.display.full_screen is False


@pytest.mark.parametrize("open_first", [("Tab",), ("F1",), ("Ctrl+O",), ("Escape",), ("S",), ()])
def test_f5_and_escape_of_a_remote_lead_there_and_back_whatever_was_open(open_first: tuple[str, ...]) -> None:
    person = Person()
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    person.keys(*open_first)
    ends = ("Escape",) if open_first == ("S",) else ()  # the spotlight is the topmost thing
    for _ in range(3):
        person.keys("F5", *ends)
        assert person.state.interface.presenting
        person.keys("Escape")
        assert not person.state.interface.presenting
        assert person.state.tour is not None
        ends = ()


def test_escape_ends_the_spotlight_and_stays_in_present() -> None:
    person = Person()
    person.keys("F5", "S", "Escape")
    assert (person.state.interface.presenting, person.state.interface.spotlight) == (True, False)


def test_escape_shuts_the_rail_and_stays_in_compare() -> None:
    person = Person(size=(800, 600))
    person.keys("D")
    person.clicks("show rail")
    person.keys("Escape")
    assert person.state.compare.on
    assert not person.state.interface.rail_open


def test_a_rail_that_no_longer_folds_takes_no_escape() -> None:
    person = Person(size=(800, 600))
    person.clicks("show rail")
    person.resizes((1366, 768))
    assert not person.state.interface.rail_open
