"""Events that have come and wait for their turn. Moves of the pointer in a row are taken as one.

A mouse reports up to some thousand moves a second, and nobody sees more than the picture of one of them. But a stroke
paints what it has crossed: while a button is held, the move that is taken knows the way of those it stands for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TypeAlias

import pygame

from ..input.event_types import Point

Way: TypeAlias = tuple[Point, ...]


class Inbox:
    """The system's events in their order."""

    def __init__(self) -> None:
        self._waiting: deque[pygame.Event] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, events: Iterable[pygame.Event]) -> None:
        """Put events behind those that wait; only whoever closes the window does not wait behind a storm of others."""
        behind = bool(self._waiting)
        for event in events:
            if behind and event.type == pygame.QUIT:
                self._waiting.appendleft(event)
            else:
                self._waiting.append(event)

    def take(self) -> tuple[pygame.Event, Way]:
        """Take the first event, or the last one of the moves that it begins; and the places these have passed."""
        event = self._waiting.popleft()
        way: list[Point] = []
        while self._waiting and _is_one_move(event, self._waiting[0]):
            if any(event.buttons) and (not way or way[-1] != event.pos):
                way.append((float(event.pos[0]), float(event.pos[1])))
            event = self._waiting.popleft()
        return event, tuple(way)


def _is_one_move(event: pygame.Event, following: pygame.Event) -> bool:
    """Tell whether two events are moves of the same hand, with the same buttons."""
    if not event.type == following.type == pygame.MOUSEMOTION:
        return False
    by_finger = [getattr(each, "touch", False) for each in (event, following)]
    return bool(event.buttons == following.buttons and by_finger[0] == by_finger[1])
