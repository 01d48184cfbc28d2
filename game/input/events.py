"""From pygame's events to the program's own (see `event_types`).

Keys have names. Letters are named by the layout's character; where that is none of A … Z (Russian, Greek …), by the
key's place on a US keyboard. Signs and digits come as text, never by key code, except with Ctrl, which makes no text.
While nothing is typed text input is off; then a key says itself which character it makes (see `characters`). What is
pressed with Alt or AltGr is no key of ours: it makes a character, or belongs to the system. And while an input method
composes a text, all keys are its own.

Of one finger only the mouse event that SDL makes from it is taken (marked as touch), never the finger's own event as
well; SDL follows the first finger, and places are in window pixels already. Windows may make a second one of its own
that is not marked; one that comes where the finger has just been is left out. The fingers' own events are taken while
there are two. A touch pad's are not: no mouse event is made from its fingers, and the system scrolls with them.
"""

from __future__ import annotations

import math

import pygame

from ..value import Value
from .characters import character_of, makes_characters
from .event_types import (
    CloseRequested,
    ControlHeld,
    DisplayChanged,
    DroppedFile,
    Event,
    Exposed,
    Fingers,
    FocusGained,
    FocusLost,
    KeyDown,
    Maximised,
    PointerDown,
    PointerLeft,
    PointerMove,
    PointerUp,
    Resized,
    TextTyped,
    Wheel,
)

__all__ = [
    "NO_CIRCUMSTANCES",
    "Circumstances",
    "CloseRequested",
    "ControlHeld",
    "DisplayChanged",
    "DroppedFile",
    "Event",
    "Exposed",
    "Fingers",
    "FocusGained",
    "FocusLost",
    "KeyDown",
    "Maximised",
    "PointerDown",
    "PointerLeft",
    "PointerMove",
    "PointerUp",
    "Resized",
    "TextTyped",
    "Wheel",
    "normalise",
]

_NAMED_KEYS = {
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

_CONTROL = (pygame.K_LCTRL, pygame.K_RCTRL)
_COMMAND = (pygame.K_LMETA, pygame.K_RMETA)
_FIRST_LETTER, _LAST_LETTER = pygame.KSCAN_A, pygame.KSCAN_Z
_ALT = pygame.KMOD_ALT | pygame.KMOD_MODE  # AltGr is the right Alt, or "mode"
_ASCII_END = 128
_BUTTONS = (1, 2, 3)  # 4 and more are the wheel once again, in its old form
PROMOTED_SECONDS, PROMOTED_PIXELS = 0.5, 2.0
"""As soon, and as near, an unmarked event of the mouse follows the finger that the system has made it from."""
_FINGER_MOVES = (pygame.FINGERDOWN, pygame.FINGERMOTION)

_SIMPLE: dict[int, Event] = {
    pygame.WINDOWFOCUSLOST: FocusLost(),
    pygame.WINDOWFOCUSGAINED: FocusGained(),
    pygame.WINDOWLEAVE: PointerLeft(),
    pygame.WINDOWSIZECHANGED: Resized(),
    pygame.WINDOWMAXIMIZED: Maximised(on=True),
    pygame.WINDOWRESTORED: Maximised(on=False),
    pygame.WINDOWDISPLAYCHANGED: DisplayChanged(),
    pygame.WINDOWEXPOSED: Exposed(),
    pygame.QUIT: CloseRequested(),
}


class Circumstances(Value):
    """What an event does not say itself: the time, where the pointer is, the modifiers, and which keys are held.

    modifiers: pygame's KMOD bits of the last key event. held: scancodes of the keys that are down.
    key, repeats: the name of the last key that went down, "" for one that makes text only; whether it is held.
    fingers: those that are down, each with its number and its place in shares of the window. touching: SDL makes mouse
    events from the first of them.
    touched: where a finger was last, and when (x, y, seconds).
    typing: text input is on. composing: an input method composes a text; composed: when it has last ended that.
    """

    time: float = 0.0
    pointer: tuple[float, float] = (0.0, 0.0)
    modifiers: int = 0
    held: frozenset[int] = frozenset()
    key: str = ""
    repeats: bool = False
    fingers: tuple[tuple[int, float, float], ...] = ()
    touching: bool = False
    touched: tuple[float, float, float] | None = None
    typing: bool = True
    composing: bool = False
    composed: float = -1.0

    def after(self, event: pygame.Event) -> Circumstances:
        """Return the circumstances after an event. A window that loses the keys forgets modifiers and held keys."""
        if event.type == pygame.WINDOWFOCUSLOST:
            lost = self.changed(modifiers=0, held=frozenset(), key="", repeats=False, fingers=(), touching=False)
            return lost.changed(composing=False)
        if event.type == pygame.KEYDOWN:
            held = event.scancode in self.held
            return self.changed(modifiers=event.mod, held=self.held | {event.scancode}, key=_name(event), repeats=held)
        if event.type == pygame.KEYUP:
            key = "" if _name(event) == self.key else self.key
            return self.changed(modifiers=event.mod, held=self.held - {event.scancode}, key=key)
        if event.type == pygame.TEXTEDITING or (event.type == pygame.TEXTINPUT and self.composing):
            goes_on = event.type == pygame.TEXTEDITING and bool(event.text)
            ended = self.time if self.composing and not goes_on else self.composed
            return self.changed(composing=goes_on, composed=ended)
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._with_pointer(event)
        if event.type in _FINGER_MOVES:
            fingers = {number: (x, y) for number, x, y in self.fingers} | {event.finger_id: (event.x, event.y)}
            return self.changed(fingers=tuple((number, *place) for number, place in fingers.items()))
        if event.type == pygame.FINGERUP:
            return self.changed(fingers=tuple(finger for finger in self.fingers if finger[0] != event.finger_id))
        return self

    def _with_pointer(self, event: pygame.Event) -> Circumstances:
        """Return the circumstances after an event of the mouse, or one that SDL has made from the first finger."""
        touching, touched = self.touching, self.touched
        if getattr(event, "touch", False):
            touched = (*event.pos, self.time)
        if event.type != pygame.MOUSEMOTION and getattr(event, "touch", False):
            touching = event.type == pygame.MOUSEBUTTONDOWN
        place = float(event.pos[0]), float(event.pos[1])
        return self.changed(pointer=place, touching=touching, touched=touched)

    def at(self, time: float) -> Circumstances:
        """Return the circumstances at another time, in seconds."""
        return self.changed(time=time)


NO_CIRCUMSTANCES = Circumstances()


def normalise(event: pygame.Event, mac: bool, circumstances: Circumstances = NO_CIRCUMSTANCES) -> Event | None:
    """Return what an event of pygame means to us, or None when it means nothing.

    `mac` says that the command key does what Ctrl does elsewhere. The circumstances are those before the event.
    """
    if event.type in _SIMPLE:
        return _SIMPLE[event.type]
    if event.type in (pygame.KEYDOWN, pygame.KEYUP) and event.key in (_COMMAND if mac else _CONTROL):
        return ControlHeld(event.type == pygame.KEYDOWN and not event.mod & _ALT)
    if event.type == pygame.KEYDOWN:
        return None if _is_composed(circumstances) else _key(event, mac, circumstances)
    if event.type == pygame.TEXTINPUT:
        return _text(event, circumstances)
    if event.type == pygame.MOUSEWHEEL:
        return _wheel(event, mac, circumstances)
    if event.type == pygame.DROPFILE:
        return DroppedFile(event.file)
    if event.type == pygame.FINGERMOTION:
        return _fingers(event, circumstances)
    return _pointer(event, mac, circumstances)


def _fingers(event: pygame.Event, circumstances: Circumstances) -> Fingers | None:
    """Return the move of one of two fingers on a touch screen."""
    before, after = circumstances.fingers, circumstances.after(event).fingers
    if not circumstances.touching or len(before) != 2 or len(after) != 2:
        return None
    was, now = ((pair[0][1:], pair[1][1:]) for pair in (before, after))
    return Fingers(was, now, circumstances.time)


def _pointer(event: pygame.Event, mac: bool, circumstances: Circumstances) -> Event | None:
    """Return a press, a move or a release of the mouse or of the first finger."""
    if event.type not in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        return None
    x, y = float(event.pos[0]), float(event.pos[1])
    shift, control = _shift(circumstances.modifiers), _control(circumstances.modifiers, mac)
    touch = bool(getattr(event, "touch", False))
    if not touch and _is_made_from_touch(x, y, circumstances):
        return None
    if event.type == pygame.MOUSEMOTION:
        return PointerMove(x, y, shift, control, touch, circumstances.time)
    if event.button not in _BUTTONS:
        return None
    kind = PointerDown if event.type == pygame.MOUSEBUTTONDOWN else PointerUp
    return kind(x, y, event.button, shift, control, touch, circumstances.time)


def _is_made_from_touch(x: float, y: float, circumstances: Circumstances) -> bool:
    """Tell whether an event of the mouse is one that the system has made from a finger: just then, just there."""
    if circumstances.touched is None:
        return False
    was_x, was_y, time = circumstances.touched
    return circumstances.time - time < PROMOTED_SECONDS and math.dist((x, y), (was_x, was_y)) <= PROMOTED_PIXELS


def _wheel(event: pygame.Event, mac: bool, circumstances: Circumstances) -> Wheel | None:
    """Return the turn of the wheel. With Shift macOS turns it sideways, away from the hand being left."""
    shift = _shift(circumstances.modifiers)
    sideways = float(getattr(event, "precise_x", event.x))
    notches = float(getattr(event, "precise_y", event.y))
    if notches == 0 and shift:
        notches = -sideways
    if notches == 0:
        return None
    return Wheel(*circumstances.pointer, notches, shift, _control(circumstances.modifiers, mac), circumstances.time)


def _is_composed(circumstances: Circumstances) -> bool:
    """Tell whether a key is the input method's: while it composes, and when it has just ended that by the same key."""
    return circumstances.composing or circumstances.composed == circumstances.time


def _text(event: pygame.Event, circumstances: Circumstances) -> TextTyped | None:
    """Return the text that has come. Of a composed one no key is the maker; while text input is off there is none."""
    if not event.text or not circumstances.typing:
        return None
    if circumstances.composing:
        return TextTyped(event.text)
    return TextTyped(event.text, circumstances.key, circumstances.repeats)


def _key(event: pygame.Event, mac: bool, circumstances: Circumstances) -> KeyDown | None:
    """Return the key by its name, and by its character while no text comes, or None: it belongs to the system."""
    control, repeat = _control(event.mod, mac), event.scancode in circumstances.held
    foreign = pygame.KMOD_CTRL if mac else pygame.KMOD_GUI
    if event.mod & (_ALT | foreign):
        return None
    if control and (sign := _sign(event)):
        return KeyDown(sign, control=True, repeat=repeat)  # whether a sign needs Shift depends on the layout
    name, types = _name(event), not (control or circumstances.typing) and makes_characters(event)
    if not name and not types:
        return None
    return KeyDown(name, _shift(event.mod), control, repeat, character_of(event, mac) if types else "")


def _name(event: pygame.Event) -> str:
    """Return the name of a key; "" for one that makes text only, by itself or with Alt or AltGr."""
    return "" if event.mod & _ALT else _NAMED_KEYS.get(event.key) or _letter(event)


def _letter(event: pygame.Event) -> str:
    """Return the letter A … Z of a key, by the layout's character, else by its US position; "" for none."""
    if event.key < _ASCII_END:
        character = chr(event.key).upper()
        return character if "A" <= character <= "Z" else ""
    if _FIRST_LETTER <= event.scancode <= _LAST_LETTER:
        return chr(ord("A") + event.scancode - _FIRST_LETTER)
    return ""


def _sign(event: pygame.Event) -> str:
    """Return "+", "-" or "0" for a key of a Ctrl shortcut; where 0 needs Shift (French: à) its US position counts."""
    if event.key in _SIGNS:
        return _SIGNS[event.key]
    return "0" if event.key >= _ASCII_END and event.scancode == pygame.KSCAN_0 else ""


def _shift(modifiers: int) -> bool:
    return bool(modifiers & pygame.KMOD_SHIFT)


def _control(modifiers: int, mac: bool) -> bool:
    """Say whether Ctrl (on macOS Cmd) is held, without Alt or AltGr: Windows reports AltGr as Ctrl and Alt."""
    return bool(modifiers & (pygame.KMOD_GUI if mac else pygame.KMOD_CTRL)) and not modifiers & _ALT
