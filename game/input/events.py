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

from . import event_types as ours
from .circumstances import NO_CIRCUMSTANCES, Circumstances
from .key_names import ALT, character_of, has_control, has_shift, makes_characters, name_of, sign_of

_CONTROL = (pygame.K_LCTRL, pygame.K_RCTRL)
_COMMAND = (pygame.K_LMETA, pygame.K_RMETA)
_BUTTONS = (ours.LEFT, ours.MIDDLE, ours.RIGHT)  # 4 and more are the wheel once again, in its old form
PROMOTED_SECONDS, PROMOTED_PIXELS = 0.5, 2.0
"""As soon, and as near, an unmarked event of the mouse follows the finger that the system has made it from."""

_SIMPLE: dict[int, ours.Event] = {
    pygame.WINDOWFOCUSLOST: ours.FocusLost(),
    pygame.WINDOWFOCUSGAINED: ours.FocusGained(),
    pygame.WINDOWLEAVE: ours.PointerLeft(),
    pygame.WINDOWSIZECHANGED: ours.Resized(),
    pygame.WINDOWMAXIMIZED: ours.Maximised(on=True),
    pygame.WINDOWRESTORED: ours.Maximised(on=False),
    pygame.WINDOWDISPLAYCHANGED: ours.DisplayChanged(),
    pygame.WINDOWEXPOSED: ours.Exposed(),
    pygame.QUIT: ours.CloseRequested(),
}


def normalise(event: pygame.Event, mac: bool, circumstances: Circumstances = NO_CIRCUMSTANCES) -> ours.Event | None:
    """Return what an event of pygame means to us, or None when it means nothing.

    `mac` says that the command key does what Ctrl does elsewhere. The circumstances are those before the event.
    """
    if event.type in _SIMPLE:
        return _SIMPLE[event.type]
    if event.type in (pygame.KEYDOWN, pygame.KEYUP) and event.key in (_COMMAND if mac else _CONTROL):
        return ours.ControlHeld(event.type == pygame.KEYDOWN and not event.mod & ALT)
    if event.type == pygame.KEYDOWN:
        return None if _is_composed(circumstances) else _key(event, mac, circumstances)
    if event.type == pygame.TEXTINPUT:
        return _text(event, circumstances)
    if event.type == pygame.MOUSEWHEEL:
        return _wheel(event, mac, circumstances)
    if event.type == pygame.DROPFILE:
        return ours.DroppedFile(event.file)
    if event.type == pygame.FINGERMOTION:
        return _fingers(event, circumstances)
    return _pointer(event, mac, circumstances)


def _fingers(event: pygame.Event, circumstances: Circumstances) -> ours.Fingers | None:
    """Return the move of one of two fingers on a touch screen."""
    before, after = circumstances.fingers, circumstances.after(event).fingers
    if not circumstances.touching or len(before) != 2 or len(after) != 2:
        return None
    was, now = ((pair[0][1:], pair[1][1:]) for pair in (before, after))
    return ours.Fingers(was, now, circumstances.time)


def _pointer(event: pygame.Event, mac: bool, circumstances: Circumstances) -> ours.Event | None:
    """Return a press, a move or a release of the mouse or of the first finger."""
    if event.type not in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        return None
    x, y = float(event.pos[0]), float(event.pos[1])
    shift, control = has_shift(circumstances.modifiers), has_control(circumstances.modifiers, mac)
    touch = bool(getattr(event, "touch", False))
    if not touch and _is_made_from_touch(x, y, circumstances):
        return None
    if event.type == pygame.MOUSEMOTION:
        return ours.PointerMove(x, y, shift, control, touch, circumstances.time)
    if event.button not in _BUTTONS:
        return None
    kind = ours.PointerDown if event.type == pygame.MOUSEBUTTONDOWN else ours.PointerUp
    return kind(x, y, event.button, shift, control, touch, circumstances.time)


def _is_made_from_touch(x: float, y: float, circumstances: Circumstances) -> bool:
    """Tell whether an event of the mouse is one that the system has made from a finger: just then, just there."""
    if circumstances.touched is None:
        return False
    was_x, was_y, time = circumstances.touched
    return circumstances.time - time < PROMOTED_SECONDS and math.dist((x, y), (was_x, was_y)) <= PROMOTED_PIXELS


def _wheel(event: pygame.Event, mac: bool, circumstances: Circumstances) -> ours.Wheel | None:
    """Return the turn of the wheel. With Shift macOS turns it sideways, away from the hand being left."""
    shift, control = has_shift(circumstances.modifiers), has_control(circumstances.modifiers, mac)
    sideways = float(getattr(event, "precise_x", event.x))
    notches = float(getattr(event, "precise_y", event.y))
    if notches == 0 and shift:
        notches = -sideways
    if notches == 0:
        return None
    return ours.Wheel(*circumstances.pointer, notches, shift, control, circumstances.time)


def _is_composed(circumstances: Circumstances) -> bool:
    """Tell whether a key is the input method's: while it composes, and when it has just ended that by the same key."""
    return circumstances.composing or circumstances.composed == circumstances.time


def _text(event: pygame.Event, circumstances: Circumstances) -> ours.TextTyped | None:
    """Return the text that has come. Of a composed one no key is the maker; while text input is off there is none."""
    if not event.text or not circumstances.typing:
        return None
    if circumstances.composing:
        return ours.TextTyped(event.text)
    return ours.TextTyped(event.text, circumstances.key, circumstances.repeats)


def _key(event: pygame.Event, mac: bool, circumstances: Circumstances) -> ours.KeyDown | None:
    """Return the key by its name, and by its character while no text comes, or None: it belongs to the system."""
    control, repeat = has_control(event.mod, mac), event.scancode in circumstances.held
    foreign = pygame.KMOD_CTRL if mac else pygame.KMOD_GUI
    if event.mod & (ALT | foreign):
        return None
    if control and (sign := sign_of(event)):
        return ours.KeyDown(sign, control=True, repeat=repeat)  # whether a sign needs Shift depends on the layout
    name, types = name_of(event), not (control or circumstances.typing) and makes_characters(event)
    if not name and not types:
        return None
    return ours.KeyDown(name, has_shift(event.mod), control, repeat, character_of(event, mac) if types else "")
