"""The names of keys, the modifiers held with them, and the character that a key makes, as far as it alone tells it.

While nothing is typed, text input is off, so that no input method takes the letters; then no text comes, and of a key
only its own character is known, that of the layout without Shift. What Shift makes of it is known for the signs that
act, on the layouts where the key itself tells it; else a key makes "", which means nothing.
"""

from __future__ import annotations

import pygame

_MOVING = ("Left", "Right", "Up", "Down", "Home", "End", "Page Up", "Page Down")
_OTHERS = ("Space", "Escape", "Tab", "Delete", "Backspace", "Insert")
_FUNCTIONS = tuple(f"F{number}" for number in range(1, 13))

NAMED_KEYS = {pygame.K_RETURN: "Enter", pygame.K_KP_ENTER: "Enter"} | {
    getattr(pygame, f"K_{name.upper().replace(' ', '')}"): name for name in (*_MOVING, *_OTHERS, *_FUNCTIONS)
}

# What Ctrl makes a shortcut of besides letters. Shift+= is + on a US keyboard, so = counts as + too.
_SIGNS = {
    pygame.K_PLUS: "+",
    pygame.K_EQUALS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    pygame.K_0: "0",
    pygame.K_KP_0: "0",
}

_FIRST_LETTER, _LAST_LETTER = pygame.KSCAN_A, pygame.KSCAN_Z
ALT = pygame.KMOD_ALT | pygame.KMOD_MODE  # AltGr is the right Alt, or "mode"
_ASCII_END = 128


def name_of(event: pygame.Event) -> str:
    """Return the name of a key; "" for one that makes text only, by itself or with Alt or AltGr."""
    return "" if event.mod & ALT else NAMED_KEYS.get(event.key) or _letter(event)


def _letter(event: pygame.Event) -> str:
    """Return the letter A … Z of a key, by the layout's character, else by its US position; "" for none."""
    if event.key < _ASCII_END:
        character = chr(event.key).upper()
        return character if "A" <= character <= "Z" else ""
    if _FIRST_LETTER <= event.scancode <= _LAST_LETTER:
        return chr(ord("A") + event.scancode - _FIRST_LETTER)
    return ""


def sign_of(event: pygame.Event) -> str:
    """Return "+", "-" or "0" for a key of a Ctrl shortcut; where 0 needs Shift (French: à) its US position counts."""
    if event.key in _SIGNS:
        return _SIGNS[event.key]
    return "0" if event.key >= _ASCII_END and event.scancode == pygame.KSCAN_0 else ""


def has_shift(modifiers: int) -> bool:
    """Say whether Shift is held."""
    return bool(modifiers & pygame.KMOD_SHIFT)


def has_control(modifiers: int, mac: bool) -> bool:
    """Say whether Ctrl (on macOS Cmd) is held, without Alt or AltGr: Windows reports AltGr as Ctrl and Alt."""
    return bool(modifiers & (pygame.KMOD_GUI if mac else pygame.KMOD_CTRL)) and not modifiers & ALT


_KEYPAD = {
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    pygame.K_KP_MULTIPLY: "*",
    pygame.K_KP_DIVIDE: "/",
    pygame.K_KP_EQUALS: "=",
}
_NUMBERS = {getattr(pygame, f"K_KP_{digit}"): str(digit) for digit in range(10)} | {pygame.K_KP_PERIOD: "."}
"""What the keypad makes while Num Lock is on; a Mac has none."""

_NO_CHARACTER = 1 << 30  # from here on keys have codes that are no characters
_DIGITS = {getattr(pygame, f"KSCAN_{digit}"): str(digit) for digit in range(10)}

_SHIFTED = {"/": "?", "ß": "?", "=": "+"}
"""Signs over signs, wherever on a keyboard the key is; but the key beside the left Shift has others."""
_SHIFTED_THERE = {
    **{(sign, pygame.KSCAN_MINUS): "?" for sign in "'+*"},  # Spanish, Italian, Portuguese; Nordic; Turkish
    (",", pygame.KSCAN_M): "?",  # French, Belgian
    (";", pygame.KSCAN_COMMA): ".",
}
"""The same, where the place counts too."""


def makes_characters(event: pygame.Event) -> bool:
    """Tell whether a key is one that types, and none such as Shift."""
    return event.key < _NO_CHARACTER or event.key in _KEYPAD or event.key in _NUMBERS


def character_of(event: pygame.Event, mac: bool) -> str:
    """Return the character that a key makes; "" when it makes none, or none that is known."""
    if event.key in _KEYPAD:
        return _KEYPAD[event.key]
    if event.key in _NUMBERS:
        return _NUMBERS[event.key] if mac or event.mod & pygame.KMOD_NUM else ""
    plain = chr(event.key) if event.key < _NO_CHARACTER else ""
    if not plain.isprintable():
        return ""
    if event.mod & pygame.KMOD_SHIFT:
        return _with_shift(plain, event.scancode, bool(event.mod & pygame.KMOD_CAPS))
    if event.scancode == pygame.KSCAN_PERIOD and not "a" <= plain <= "z":
        return "."  # the key of a remote, which takes every layout for the American one
    return plain.upper() if event.mod & pygame.KMOD_CAPS else plain


def _with_shift(plain: str, scancode: int, caps: bool) -> str:
    """Return what Shift makes of a key's character."""
    everywhere = "" if scancode == pygame.KSCAN_NONUSBACKSLASH else _SHIFTED.get(plain, "")
    sign = _SHIFTED_THERE.get((plain, scancode), everywhere)
    if sign or plain == " ":
        return sign or plain
    if plain.isalpha() and scancode not in _DIGITS:
        return plain if caps else plain.upper()
    return "" if plain.isdigit() else _DIGITS.get(scancode, "")  # French digits need Shift
