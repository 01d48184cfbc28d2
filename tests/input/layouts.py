"""Keyboards of six countries: what each key makes, and the events that a press of it sends, as SDL reports them."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.input.key_names import NAMED_KEYS

NAMED = {name: code for code, name in NAMED_KEYS.items() if code != pygame.K_KP_ENTER}

_PLACES = (
    *("GRAVE", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "MINUS", "EQUALS"),
    *("Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P", "LEFTBRACKET", "RIGHTBRACKET", "BACKSLASH"),
    *("A", "S", "D", "F", "G", "H", "J", "K", "L", "SEMICOLON", "APOSTROPHE"),
    *("Z", "X", "C", "V", "B", "N", "M", "COMMA", "PERIOD", "SLASH", "NONUSBACKSLASH"),
)
"""The keys that make characters, by their names on a US keyboard, row by row."""

_ROWS = {
    "US": (
        "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./\\",
        '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?|',
    ),
    "German": (
        "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-<",
        "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_>",
    ),
    "French": (
        "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!<",
        "²1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§>",
    ),
    "Polish": (
        "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./\\",
        '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?|',
    ),
    "Spanish": (
        "º1234567890'¡qwertyuiop`+çasdfghjklñ´zxcvbnm,.-<",
        'ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨ZXCVBNM;:_>',
    ),
    "Russian": (
        "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю./",
        'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,|',
    ),
}
"""What the keys make, without and with Shift; nothing here needs AltGr."""

LAYOUTS = tuple(_ROWS)


class Stroke(NamedTuple):
    """A key that makes a character: its code, its US place, and the modifiers."""

    code: int
    scancode: int
    modifiers: int


def without_altgr(layout: str) -> frozenset[str]:
    """Return the characters that a layout makes without AltGr."""
    return frozenset("".join(_ROWS[layout]))


def stroke_of(layout: str, character: str) -> Stroke | None:
    """Return how a character is made on a layout without AltGr, or None."""
    for modifiers, row in zip((0, pygame.KMOD_LSHIFT), _ROWS[layout], strict=True):
        if character in row:
            index = row.index(character)
            return Stroke(ord(_ROWS[layout][0][index]), _scancode(index), modifiers)
    return None


def _scancode(index: int) -> int:
    return int(getattr(pygame, f"KSCAN_{_PLACES[index]}"))


def press(layout: str, chord: str, repeats: int = 0) -> list[pygame.Event] | None:
    """Return what a press of a key of the table sends: down, its text, again while it is held, and up.

    A letter is the key with that letter; where a layout has none (Russian) the key in its US place. None: the layout
    cannot make it without AltGr.
    """
    *held, key = [*filter(None, chord[:-1].split("+")), "+"] if chord.endswith("+") else chord.split("+")
    modifiers = (pygame.KMOD_LSHIFT if "Shift" in held else 0) | (pygame.KMOD_LCTRL if "Ctrl" in held else 0)
    if key in NAMED:
        code, scancode, text = NAMED[key], NAMED[key] % 512, " " if key == "Space" else ""
    else:
        stroke = stroke_of(layout, key.lower()) or (stroke_of("US", key.lower()) if key.isalpha() else None)
        if stroke is None:
            return None
        index = next(index for index in range(len(_PLACES)) if _scancode(index) == stroke.scancode)
        modifiers |= stroke.modifiers
        text = _ROWS[layout][1 if modifiers & pygame.KMOD_LSHIFT else 0][index]
        code, scancode = ord(_ROWS[layout][0][index]), stroke.scancode
    events = [pygame.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=modifiers, unicode=text)]
    if text and not modifiers & pygame.KMOD_LCTRL:
        events.append(pygame.Event(pygame.TEXTINPUT, text=text))
    up = pygame.Event(pygame.KEYUP, key=code, scancode=scancode, mod=0, unicode="")
    return [*(events * (1 + repeats)), up]
