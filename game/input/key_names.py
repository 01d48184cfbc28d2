"""The names of keys, and the modifiers held with them."""

from __future__ import annotations

import pygame

NAMED_KEYS = {
    pygame.K_SPACE: "Space",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_PAGEUP: "Page Up",
    pygame.K_PAGEDOWN: "Page Down",
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_ESCAPE: "Escape",
    pygame.K_TAB: "Tab",
    pygame.K_DELETE: "Delete",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_INSERT: "Insert",
} | {key: f"F{number}" for number, key in enumerate(range(pygame.K_F1, pygame.K_F12 + 1), start=1)}

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
