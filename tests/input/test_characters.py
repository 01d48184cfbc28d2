"""What a key tells of its character while no text comes: never a sign that acts and that the layout does not make."""

from __future__ import annotations

import pygame
import pytest

from game.input.circumstances import Circumstances
from game.input.event_types import KeyDown, TextTyped
from game.input.events import normalise
from game.input.key_names import character_of

from .layouts import _PLACES, _ROWS, LAYOUTS, _scancode, press

ACTING = frozenset("?.+=-0123456789")
OFF = Circumstances(typing=False)
UNTOLD = {("Russian", "?"), ("German", "="), ("Spanish", "=")}


def key(code: int, scancode: int, modifiers: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=modifiers, unicode="")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("modifiers", [0, pygame.KMOD_LSHIFT])
def test_a_key_tells_no_sign_that_acts_but_the_one_that_its_layout_makes(layout: str, modifiers: int) -> None:
    plain, shifted = _ROWS[layout]
    for index, place in enumerate(_PLACES):
        made = (shifted if modifiers else plain)[index]
        told = character_of(key(ord(plain[index]), _scancode(index), modifiers), mac=False)
        if place == "PERIOD" and not modifiers:
            assert told == ".", "a remote takes every layout for the American one"
        elif told != made:
            assert told not in ACTING, (place, told, made)
            assert made not in ACTING or (layout, made) in UNTOLD, (place, told, made)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("sign", sorted(ACTING))
def test_while_no_text_comes_the_key_brings_its_sign(layout: str, sign: str) -> None:
    events = press(layout, sign)
    assert events is not None
    told = normalise(events[0], False, OFF)
    assert isinstance(told, KeyDown)
    assert told.text == ("" if (layout, sign) in UNTOLD else sign)
    assert normalise(pygame.Event(pygame.TEXTINPUT, text=sign), False, OFF) is None
    assert normalise(events[0], False) is None, "while text comes, that has it"


@pytest.mark.parametrize("code", [ord(":"), ord("ю"), ord("."), ord("ץ")])
def test_the_full_stop_of_a_remote_is_one_on_every_layout_where_its_key_makes_no_letter_of_ours(code: int) -> None:
    assert character_of(key(code, pygame.KSCAN_PERIOD), mac=False) == "."
    assert character_of(key(ord("v"), pygame.KSCAN_PERIOD), mac=False) == "v", "Dvorak"


def test_letters_go_on_acting_by_their_names_and_know_what_they_type() -> None:
    assert normalise(key(ord("z"), pygame.KSCAN_Y), False, OFF) == KeyDown("Z", text="z")
    assert normalise(key(ord("z"), pygame.KSCAN_Y, pygame.KMOD_LSHIFT), False, OFF) == KeyDown("Z", True, text="Z")
    assert normalise(key(ord("a"), pygame.KSCAN_A, pygame.KMOD_CAPS), False, OFF) == KeyDown("A", text="A")
    both = pygame.KMOD_CAPS | pygame.KMOD_LSHIFT
    assert normalise(key(ord("a"), pygame.KSCAN_A, both), False, OFF) == KeyDown("A", True, text="a")
    assert normalise(key(ord("ж"), pygame.KSCAN_SEMICOLON), False, OFF) == KeyDown("", text="ж")
    assert normalise(key(pygame.K_SPACE, pygame.KSCAN_SPACE), False, OFF) == KeyDown("Space", text=" ")
    assert normalise(key(ord("z"), pygame.KSCAN_Y, pygame.KMOD_LCTRL), False, OFF) == KeyDown("Z", control=True)


def test_keys_that_type_nothing_have_no_character() -> None:
    for code in (pygame.K_LSHIFT, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_F13, pygame.K_PRINTSCREEN):
        assert normalise(key(code, 57), False, OFF) is None
    assert normalise(key(pygame.K_RETURN, 40), False, OFF) == KeyDown("Enter")
    assert normalise(key(pygame.K_ESCAPE, 41), False, OFF) == KeyDown("Escape")
    assert normalise(key(ord("q"), 20, pygame.KMOD_RALT), False, OFF) is None


def test_the_keypad_types_while_num_lock_is_on_and_always_on_a_mac() -> None:
    number = key(pygame.K_KP_7, 95)
    assert character_of(number, mac=False) == ""
    assert character_of(number, mac=True) == "7"
    assert character_of(key(pygame.K_KP_7, 95, pygame.KMOD_NUM), mac=False) == "7"
    assert character_of(key(pygame.K_KP_PLUS, 87), mac=False) == "+"


def composing(text: str, time: float = 1.0, before: Circumstances | None = None) -> Circumstances:
    """Return the circumstances after an input method has shown what it composes."""
    return (
        (before or Circumstances())
        .changed(time=time)
        .after(pygame.Event(pygame.TEXTEDITING, text=text, start=0, length=0))
    )


ENTER, ESCAPE = key(pygame.K_RETURN, pygame.KSCAN_RETURN), key(pygame.K_ESCAPE, pygame.KSCAN_ESCAPE)
DONE = pygame.Event(pygame.TEXTINPUT, text="１２")
NOTHING_LEFT = pygame.Event(pygame.TEXTEDITING, text="", start=0, length=0)


@pytest.mark.parametrize("raw", [ENTER, ESCAPE, key(pygame.K_LEFT, 80), key(pygame.K_BACKSPACE, 42), key(ord("t"), 23)])
def test_while_an_input_method_composes_every_key_is_its_own(raw: pygame.Event) -> None:
    held = composing("に")
    assert normalise(raw, False, held) is None
    assert normalise(raw, False, composing("", before=held).changed(time=1.1)) is not None


@pytest.mark.parametrize("ending", [(DONE,), (DONE, NOTHING_LEFT), (NOTHING_LEFT, DONE), (NOTHING_LEFT,)])
@pytest.mark.parametrize("raw", [ENTER, ESCAPE])
def test_the_key_that_ends_a_composition_does_nothing_else_whatever_comes_first(
    raw: pygame.Event, ending: tuple[pygame.Event, ...]
) -> None:
    held = composing("に")
    for each in ending:
        held = held.after(each)
    assert normalise(raw, False, held) is None
    assert normalise(raw, False, held.changed(time=1.05)) is not None


def test_what_was_composed_is_the_text_of_no_key() -> None:
    held = composing("に", before=Circumstances().after(ENTER))
    assert normalise(DONE, False, held) == TextTyped("１２")
    alone = Circumstances().after(ENTER).after(pygame.Event(pygame.KEYUP, key=pygame.K_RETURN, scancode=40, mod=0))
    assert normalise(DONE, False, alone) == TextTyped("１２"), "nor of one that is up again"


def test_a_window_that_loses_the_keys_composes_nothing() -> None:
    lost = composing("に").after(pygame.Event(pygame.WINDOWFOCUSLOST))
    assert normalise(ENTER, False, lost) == KeyDown("Enter")
