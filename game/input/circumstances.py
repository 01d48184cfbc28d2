"""What an event does not say itself: what is remembered of those before it."""

from __future__ import annotations

import pygame

from ..value import Value
from .key_names import name_of


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
            return self.changed(
                modifiers=event.mod, held=self.held | {event.scancode}, key=name_of(event), repeats=held
            )
        if event.type == pygame.KEYUP:
            key = "" if name_of(event) == self.key else self.key
            return self.changed(modifiers=event.mod, held=self.held - {event.scancode}, key=key)
        if event.type == pygame.TEXTEDITING or (event.type == pygame.TEXTINPUT and self.composing):
            goes_on = event.type == pygame.TEXTEDITING and bool(event.text)
            ended = self.time if self.composing and not goes_on else self.composed
            return self.changed(composing=goes_on, composed=ended)
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._with_pointer(event)
        if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION):
            fingers = {number: (x, y) for number, x, y in self.fingers} | {event.finger_id: (event.x, event.y)}
            return self.changed(fingers=tuple((number, *place) for number, place in fingers.items()))
        if event.type == pygame.FINGERUP:
            return self.changed(fingers=tuple(finger for finger in self.fingers if finger[0] != event.finger_id))
        return self

    def _with_pointer(self, event: pygame.Event) -> Circumstances:
        """Return the circumstances after an event of the mouse, or one that SDL has made from the first finger."""
        after = self.changed(pointer=(float(event.pos[0]), float(event.pos[1])))
        if not getattr(event, "touch", False):
            return after
        touching = self.touching if event.type == pygame.MOUSEMOTION else event.type == pygame.MOUSEBUTTONDOWN
        return after.changed(touching=touching, touched=(*event.pos, self.time))


NO_CIRCUMSTANCES = Circumstances()
