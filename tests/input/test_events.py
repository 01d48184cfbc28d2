"""Events as keyboards of five layouts, mice and touch boards send them."""

from __future__ import annotations

import pygame
import pytest

from game.input.circumstances import Circumstances
from game.input.event_types import (
    CloseRequested,
    ControlHeld,
    DroppedFile,
    Fingers,
    FocusLost,
    KeyDown,
    PointerDown,
    PointerMove,
    PointerUp,
    Resized,
    TextTyped,
    Wheel,
)
from game.input.events import normalise

CONTROL = pygame.KMOD_LCTRL
SHIFT = pygame.KMOD_LSHIFT


def key_event(key: int, scancode: int, mod: int = 0, character: str = "") -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, scancode=scancode, mod=mod, unicode=character)


def mouse_event(kind: int, x: int = 5, y: int = 6, **values: object) -> pygame.Event:
    return pygame.Event(kind, {"pos": (x, y), "touch": False} | values)


LAYOUTS = [
    ("US", pygame.K_z, pygame.KSCAN_Z, "Z"),
    ("US", pygame.K_q, pygame.KSCAN_Q, "Q"),
    ("German: the key beside T makes a z", pygame.K_z, pygame.KSCAN_Y, "Z"),
    ("German: the key beside X makes a y", pygame.K_y, pygame.KSCAN_Z, "Y"),
    ("French: the key of A makes a q", pygame.K_q, pygame.KSCAN_A, "Q"),
    ("French: the key of Q makes an a", pygame.K_a, pygame.KSCAN_Q, "A"),
    ("French: the key of W makes a z", pygame.K_z, pygame.KSCAN_W, "Z"),
    ("French: the key of ; makes an m", pygame.K_m, pygame.KSCAN_SEMICOLON, "M"),
    ("Polish", pygame.K_l, pygame.KSCAN_L, "L"),
    ("Russian: the key of Z makes я", ord("я"), pygame.KSCAN_Z, "Z"),
    ("Russian: the key of T makes е", ord("е"), pygame.KSCAN_T, "T"),
    ("Greek: the key of R makes ρ", ord("ρ"), pygame.KSCAN_R, "R"),
]


@pytest.mark.parametrize(("layout", "key", "scancode", "name"), LAYOUTS)
def test_letters_go_by_the_layout_else_by_the_us_position(layout: str, key: int, scancode: int, name: str) -> None:
    assert normalise(key_event(key, scancode), mac=False) == KeyDown(name), layout
    assert normalise(key_event(key, scancode, CONTROL), mac=False) == KeyDown(name, control=True), layout


NO_LETTERS = [
    ("French: the key of M makes a comma", pygame.K_COMMA, pygame.KSCAN_M),
    ("German: the key of ; makes ö", ord("ö"), pygame.KSCAN_SEMICOLON),
    ("Russian: the key of . makes ю", ord("ю"), pygame.KSCAN_PERIOD),
    ("US: a digit", pygame.K_5, pygame.KSCAN_5),
    ("French: é, where US has 2", ord("é"), pygame.KSCAN_2),
    ("US: a point", pygame.K_PERIOD, pygame.KSCAN_PERIOD),
    ("US: ?", pygame.K_SLASH, pygame.KSCAN_SLASH),
    ("a Shift key by itself", pygame.K_LSHIFT, pygame.KSCAN_LSHIFT),
]


@pytest.mark.parametrize(("layout", "key", "scancode"), NO_LETTERS)
def test_signs_and_digits_are_no_keys(layout: str, key: int, scancode: int) -> None:
    assert normalise(key_event(key, scancode), mac=False) is None, layout


SCALE_KEYS = [
    ("US: Ctrl and =", pygame.K_EQUALS, pygame.KSCAN_EQUALS, 0, "+"),
    ("US: Ctrl and Shift and =", pygame.K_EQUALS, pygame.KSCAN_EQUALS, SHIFT, "+"),
    ("German: + has a key", pygame.K_PLUS, pygame.KSCAN_RIGHTBRACKET, 0, "+"),
    ("German: − has a key", pygame.K_MINUS, pygame.KSCAN_SLASH, 0, "-"),
    ("French: − on the 6", pygame.K_MINUS, pygame.KSCAN_6, 0, "-"),
    ("French: à, where 0 needs Shift", ord("à"), pygame.KSCAN_0, 0, "0"),
    ("French: 0 with Shift", ord("à"), pygame.KSCAN_0, SHIFT, "0"),
    ("keypad", pygame.K_KP_PLUS, pygame.KSCAN_KP_PLUS, pygame.KMOD_NUM, "+"),
    ("keypad", pygame.K_KP_MINUS, pygame.KSCAN_KP_MINUS, 0, "-"),
    ("keypad", pygame.K_KP_0, pygame.KSCAN_KP_0, 0, "0"),
]


@pytest.mark.parametrize(("layout", "key", "scancode", "mod", "name"), SCALE_KEYS)
def test_ctrl_with_a_sign_is_found_on_every_layout(layout: str, key: int, scancode: int, mod: int, name: str) -> None:
    assert normalise(key_event(key, scancode, CONTROL | mod), mac=False) == KeyDown(name, control=True), layout


@pytest.mark.parametrize(
    "mod",
    [
        pygame.KMOD_RALT,
        pygame.KMOD_RALT | pygame.KMOD_LCTRL,  # Windows reports AltGr as both
        pygame.KMOD_MODE,
        pygame.KMOD_LALT,
        pygame.KMOD_LALT | pygame.KMOD_LCTRL,
        pygame.KMOD_LGUI,
    ],
)
def test_what_alt_altgr_or_the_system_key_make_is_no_key(mod: int) -> None:
    assert normalise(key_event(pygame.K_z, pygame.KSCAN_Z, mod, "ż"), mac=False) is None
    assert normalise(key_event(pygame.K_TAB, pygame.KSCAN_TAB, mod), mac=False) is None


def test_on_macos_cmd_takes_the_place_of_ctrl() -> None:
    z = (pygame.K_z, pygame.KSCAN_Z)
    assert normalise(key_event(*z, pygame.KMOD_LMETA), mac=True) == KeyDown("Z", control=True)
    assert normalise(key_event(*z, CONTROL), mac=True) is None
    assert normalise(key_event(*z, pygame.KMOD_LMETA | pygame.KMOD_LALT), mac=True) is None


def test_ctrl_with_another_sign_where_us_has_the_0_is_no_shortcut() -> None:
    assert normalise(key_event(pygame.K_RIGHTBRACKET, pygame.KSCAN_0, CONTROL), mac=False) is None


def test_locks_are_no_modifiers() -> None:
    locks = pygame.KMOD_CAPS | pygame.KMOD_NUM
    assert normalise(key_event(pygame.K_t, pygame.KSCAN_T, locks, "T"), mac=False) == KeyDown("T")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (pygame.K_SPACE, "Space"),
        (pygame.K_PAGEDOWN, "Page Down"),
        (pygame.K_RETURN, "Enter"),
        (pygame.K_KP_ENTER, "Enter"),
        (pygame.K_F1, "F1"),
        (pygame.K_F11, "F11"),
        (pygame.K_DELETE, "Delete"),
    ],
)
def test_other_keys_have_their_names(key: int, name: str) -> None:
    assert normalise(key_event(key, 99, SHIFT), mac=False) == KeyDown(name, shift=True)


def test_text_comes_as_it_is_typed() -> None:
    assert normalise(pygame.Event(pygame.TEXTINPUT, text="?"), mac=False) == TextTyped("?")
    assert normalise(pygame.Event(pygame.TEXTINPUT, text=""), mac=False) is None


def test_a_held_key_repeats_until_it_goes_up_or_the_focus_goes() -> None:
    down = key_event(pygame.K_LEFT, 80)
    held = Circumstances().after(down)
    up = pygame.Event(pygame.KEYUP, key=pygame.K_LEFT, scancode=80, mod=0)
    lost = pygame.Event(pygame.WINDOWFOCUSLOST)
    assert normalise(down, False) == KeyDown("Left")
    assert normalise(down, False, held) == KeyDown("Left", repeat=True)
    assert normalise(down, False, held.after(up)) == KeyDown("Left")
    assert normalise(down, False, held.after(lost)) == KeyDown("Left")


def test_modifiers_reach_the_pointer_and_are_forgotten_on_focus_loss() -> None:
    shift_down = key_event(pygame.K_LSHIFT, pygame.KSCAN_LSHIFT, SHIFT)
    shift_up = pygame.Event(pygame.KEYUP, key=pygame.K_LSHIFT, scancode=pygame.KSCAN_LSHIFT, mod=0)
    held = Circumstances().after(shift_down).changed(time=2.5)
    press = mouse_event(pygame.MOUSEBUTTONDOWN, button=1)
    assert normalise(press, False, held) == PointerDown(5, 6, 1, shift=True, time=2.5)
    assert normalise(press, False, held.after(shift_up)) == PointerDown(5, 6, 1, time=2.5)
    assert normalise(press, False, held.after(pygame.Event(pygame.WINDOWFOCUSLOST))) == PointerDown(5, 6, 1, time=2.5)


@pytest.mark.parametrize(
    ("key", "mac", "held"),
    [
        (pygame.K_LCTRL, False, True),
        (pygame.K_RCTRL, False, True),
        (pygame.K_LMETA, True, True),
        (pygame.K_LSHIFT, False, False),
        (pygame.K_LCTRL, True, False),
    ],
)
def test_ctrl_alone_is_told_when_it_goes_down_and_up(key: int, mac: bool, held: bool) -> None:
    down = pygame.Event(pygame.KEYDOWN, key=key, scancode=224, mod=0, unicode="")
    up = pygame.Event(pygame.KEYUP, key=key, scancode=224, mod=0)
    expected = (ControlHeld(on=True), ControlHeld(on=False)) if held else (None, None)
    assert (normalise(down, mac), normalise(up, mac)) == expected


def test_the_ctrl_that_windows_adds_to_altgr_is_none() -> None:
    down = pygame.Event(pygame.KEYDOWN, key=pygame.K_LCTRL, scancode=224, mod=pygame.KMOD_RALT, unicode="")
    assert normalise(down, False) == ControlHeld(on=False)


def test_altgr_is_no_ctrl_for_the_pointer_either() -> None:
    press = mouse_event(pygame.MOUSEBUTTONDOWN, button=1)
    altgr = Circumstances(modifiers=pygame.KMOD_LCTRL | pygame.KMOD_RALT)
    assert normalise(press, False, altgr) == PointerDown(5, 6)
    assert normalise(press, False, Circumstances(modifiers=CONTROL)) == PointerDown(5, 6, control=True)


def test_buttons_and_moves_have_their_place() -> None:
    assert normalise(mouse_event(pygame.MOUSEBUTTONUP, button=3), False) == PointerUp(5, 6, 3)
    assert normalise(mouse_event(pygame.MOUSEMOTION), False) == PointerMove(5, 6)
    for button in (1, 2, 3):
        assert normalise(mouse_event(pygame.MOUSEBUTTONDOWN, button=button), False) == PointerDown(5, 6, button)
    for wheel in (4, 5, 6, 7):  # it comes once more, as a wheel
        assert normalise(mouse_event(pygame.MOUSEBUTTONDOWN, button=wheel), False) is None


def test_a_touch_is_handled_once() -> None:
    sent = [
        pygame.Event(pygame.FINGERDOWN, touch_id=1, finger_id=1, x=0.5, y=0.5, dx=0.0, dy=0.0, pressure=1.0),
        mouse_event(pygame.MOUSEMOTION, touch=True),
        mouse_event(pygame.MOUSEBUTTONDOWN, button=1, touch=True),
    ]
    taken = [event for event in (normalise(event, False) for event in sent) if event is not None]
    assert taken == [PointerMove(5, 6, touch=True), PointerDown(5, 6, 1, touch=True)]


def finger_event(kind: int, number: int, x: float, y: float) -> pygame.Event:
    return pygame.Event(kind, touch_id=1, finger_id=number, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0)


def after_all(*events: pygame.Event) -> Circumstances:
    circumstances = Circumstances(time=3.0)
    for event in events:
        circumstances = circumstances.after(event)
    return circumstances


FIRST_DOWN = (
    finger_event(pygame.FINGERDOWN, 7, 0.25, 0.5),
    mouse_event(pygame.MOUSEBUTTONDOWN, button=1, touch=True),
)
SECOND_DOWN = finger_event(pygame.FINGERDOWN, 9, 0.75, 0.5)
SECOND_MOVES = finger_event(pygame.FINGERMOTION, 9, 0.875, 0.25)


def test_two_fingers_are_told_with_where_both_were_and_are() -> None:
    event = normalise(SECOND_MOVES, False, after_all(*FIRST_DOWN, SECOND_DOWN))
    assert isinstance(event, Fingers)
    assert event == Fingers(((0.25, 0.5), (0.75, 0.5)), ((0.25, 0.5), (0.875, 0.25)), 3.0)
    assert event.in_pixels(800, 400) == Fingers(((200, 200), (600, 200)), ((200, 200), (700, 100)), 3.0)
    first_moves = finger_event(pygame.FINGERMOTION, 7, 0.5, 0.5)
    later = normalise(first_moves, False, after_all(*FIRST_DOWN, SECOND_DOWN, SECOND_MOVES))
    assert later == Fingers(((0.25, 0.5), (0.875, 0.25)), ((0.5, 0.5), (0.875, 0.25)), 3.0)


def test_one_finger_or_three_are_no_two_fingers() -> None:
    third = finger_event(pygame.FINGERDOWN, 11, 0.1, 0.1)
    up = finger_event(pygame.FINGERUP, 7, 0.25, 0.5)
    lost = pygame.Event(pygame.WINDOWFOCUSLOST)
    assert normalise(SECOND_MOVES, False, after_all(SECOND_DOWN)) is None
    assert normalise(SECOND_MOVES, False, after_all(*FIRST_DOWN, SECOND_DOWN, third)) is None
    assert normalise(SECOND_MOVES, False, after_all(*FIRST_DOWN, SECOND_DOWN, up)) is None
    assert normalise(SECOND_MOVES, False, after_all(*FIRST_DOWN, SECOND_DOWN, lost)) is None


def test_the_fingers_of_a_touch_pad_are_not_taken() -> None:
    pad = after_all(finger_event(pygame.FINGERDOWN, 7, 0.25, 0.5), SECOND_DOWN)
    assert normalise(SECOND_MOVES, False, pad) is None
    clicked = after_all(
        finger_event(pygame.FINGERDOWN, 7, 0.25, 0.5), mouse_event(pygame.MOUSEBUTTONDOWN, button=1), SECOND_DOWN
    )
    assert normalise(SECOND_MOVES, False, clicked) is None
    lifted = after_all(*FIRST_DOWN, mouse_event(pygame.MOUSEBUTTONUP, button=1, touch=True), SECOND_DOWN)
    assert normalise(SECOND_MOVES, False, lifted) is None


def test_the_wheel_is_taken_once_with_its_fractions_where_the_pointer_is() -> None:
    there = Circumstances(time=1.0).after(mouse_event(pygame.MOUSEMOTION, 40, 50))
    turn = pygame.Event(pygame.MOUSEWHEEL, x=0, y=1, precise_x=0.0, precise_y=0.25, flipped=False, touch=False)
    old_form = mouse_event(pygame.MOUSEBUTTONDOWN, button=4)
    assert normalise(turn, False, there) == Wheel(40, 50, 0.25, time=1.0)
    assert normalise(old_form, False, there) is None


def test_shift_turns_the_wheel_sideways_on_macos_and_it_counts_all_the_same() -> None:
    shifted = Circumstances(modifiers=SHIFT)
    turn = pygame.Event(pygame.MOUSEWHEEL, x=-1, y=0, precise_x=-1.0, precise_y=0.0, flipped=False, touch=False)
    assert normalise(turn, True, shifted) == Wheel(0, 0, 1.0, shift=True)
    assert normalise(turn, True) is None


def test_the_windows_own_events_are_told_apart() -> None:
    assert normalise(pygame.Event(pygame.WINDOWFOCUSLOST), False) == FocusLost()
    assert normalise(pygame.Event(pygame.WINDOWSIZECHANGED, x=1, y=1), False) == Resized()
    assert normalise(pygame.Event(pygame.QUIT), False) == CloseRequested()
    assert normalise(pygame.Event(pygame.DROPFILE, file="a.json"), False) == DroppedFile("a.json")
    assert normalise(pygame.Event(pygame.USEREVENT), False) is None


FINGER = [
    mouse_event(pygame.MOUSEMOTION, 300, 200, touch=True),
    mouse_event(pygame.MOUSEBUTTONDOWN, 300, 200, button=1, touch=True),
    mouse_event(pygame.MOUSEBUTTONUP, 301, 200, button=1, touch=True),
]
PROMOTED = [
    mouse_event(pygame.MOUSEMOTION, 301, 201),
    mouse_event(pygame.MOUSEBUTTONDOWN, 301, 201, button=1),
    mouse_event(pygame.MOUSEBUTTONUP, 301, 201, button=1),
    mouse_event(pygame.MOUSEBUTTONDOWN, 301, 201, button=3),
]


def tapped(time: float) -> Circumstances:
    held = Circumstances().changed(time=time)
    for event in FINGER:
        held = held.after(event)
    return held


@pytest.mark.parametrize("promoted", PROMOTED)
def test_an_unmarked_event_where_a_finger_has_just_been_is_that_fingers(promoted: pygame.Event) -> None:
    assert normalise(promoted, False, tapped(7.0).changed(time=7.0)) is None
    assert normalise(promoted, False, tapped(7.0).changed(time=7.49)) is None


@pytest.mark.parametrize("promoted", PROMOTED)
def test_the_mouse_is_heard_elsewhere_and_later(promoted: pygame.Event) -> None:
    assert normalise(promoted, False, tapped(7.0).changed(time=7.51)) is not None
    assert normalise(promoted, False) is not None
    elsewhere = mouse_event(promoted.type, 320, 200, button=getattr(promoted, "button", 1))
    assert normalise(elsewhere, False, tapped(7.0).changed(time=7.1)) is not None


def test_a_finger_is_heard_however_soon_it_comes_again() -> None:
    assert all(normalise(event, False, tapped(7.0).changed(time=7.1)) is not None for event in FINGER)
