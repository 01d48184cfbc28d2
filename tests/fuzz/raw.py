"""Deeds of keys and the system as pygame reports them; the program's own `normalise` takes them from there."""

from __future__ import annotations

import pygame

from game.input.key_names import NAMED_KEYS
from game.input.key_table import BINDINGS
from tests.input.reserved import RESERVED

NAMED = {name: key for key, name in NAMED_KEYS.items()}
SIGN_KEYS = {"+": pygame.K_PLUS, "-": pygame.K_MINUS, "?": pygame.K_SLASH, ".": pygame.K_PERIOD}

CHORDS = tuple(dict.fromkeys((*(key for binding in BINDINGS for key in binding.keys), *RESERVED)))
"""Every key of the table, and those that are kept for later."""
OTHER_CHORDS = (
    *("A", "E", "Z", "Q", "F2", "F12", "Ctrl+A", "Ctrl+X", "Ctrl+Q", "Ctrl+W", "Alt+F4", "Alt+P", "Shift+Space"),
    *("Shift+Enter", "Ctrl+Enter", "Ctrl+Shift+Delete", "Shift+Up", "Shift+Down", "Ctrl+Left", "Ctrl+Home", "é", "ж"),
)
"""Some that mean nothing, or something only where they are."""

NOISE = (
    *("WINDOWMINIMIZED", "WINDOWRESTORED", "WINDOWMAXIMIZED", "WINDOWHIDDEN", "WINDOWSHOWN", "WINDOWMOVED"),
    *("WINDOWENTER", "WINDOWTAKEFOCUS", "WINDOWEXPOSED", "WINDOWDISPLAYCHANGED", "WINDOWICCPROFCHANGED"),
    *("WINDOWFOCUSLOST", "WINDOWFOCUSGAINED", "WINDOWLEAVE", "WINDOWSIZECHANGED", "WINDOWRESIZED", "WINDOWCLOSE"),
    *("AUDIODEVICEADDED", "CLIPBOARDUPDATE", "KEYMAPCHANGED", "DROPBEGIN", "DROPCOMPLETE", "RENDER_TARGETS_RESET"),
    *("APP_LOWMEMORY", "APP_WILLENTERBACKGROUND", "APP_DIDENTERFOREGROUND", "LOCALECHANGED", "USEREVENT", "SYSWMEVENT"),
)
"""Events of the system that say nothing more than that they are; most of them mean nothing to the program."""

SHIFT, CONTROL, ALT = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_LALT


def parts(chord: str) -> tuple[str, int]:
    """Return the key of a chord such as "Ctrl+Shift+Z", and the modifiers as pygame's bits."""
    *held, key = [*filter(None, chord[:-1].split("+")), "+"] if chord.endswith("+") else chord.split("+")
    bits = {"Shift": SHIFT, "Ctrl": CONTROL, "Alt": ALT}
    return key, sum(bits[name] for name in held)


def strokes(chord: str, repeats: int = 0) -> list[pygame.Event]:
    """Return the events of a key that goes down, fires so many times more, and goes up; with the text that it makes."""
    key, modifiers = parts(chord)
    code = NAMED.get(key) or SIGN_KEYS.get(key) or ord(key.lower())
    scancode = pygame.KSCAN_A + ord(key) - ord("A") if len(key) == 1 and "A" <= key <= "Z" else code % 512
    down = pygame.Event(pygame.KEYDOWN, key=code, mod=modifiers, unicode="", scancode=scancode)
    makes = " " if key == "Space" else key if len(key) == 1 else ""
    events = [down]
    if makes and not modifiers & (CONTROL | ALT):
        made = makes if modifiers & SHIFT or not makes.isalpha() else makes.lower()
        events.append(pygame.Event(pygame.TEXTINPUT, text=made))
    up = pygame.Event(pygame.KEYUP, key=code, mod=0, unicode="", scancode=scancode)
    return [*(events * (1 + repeats)), up]


def modifiers_held(bits: int) -> pygame.Event:
    """Return the event of modifiers that go down, or of all that go up (0)."""
    code = pygame.K_LCTRL if bits & CONTROL else pygame.K_LSHIFT
    kind = pygame.KEYDOWN if bits else pygame.KEYUP
    return pygame.Event(kind, key=code, mod=bits, unicode="", scancode=pygame.KSCAN_LSHIFT)


def noise(name: str) -> pygame.Event:
    """Return an event of the system by its name in pygame."""
    return pygame.Event(getattr(pygame, name), window=None, x=0, y=0)
