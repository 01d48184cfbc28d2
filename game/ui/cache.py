"""A store of drawn surfaces, bounded by the memory they take."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class Same:
    """A key that stands for one object by identity, and keeps it alive while the key lives."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing


class SurfaceCache:
    """Surfaces by key; the least recently used go first when they take more than `limit` bytes."""

    def __init__(self, limit: int = 24 * 1024 * 1024) -> None:
        self.limit = limit
        self.size = 0
        self.dropped = 0
        """Bytes that had to go so far, to make room."""
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return the surface kept under the key, made now when there is none."""
        found = self._surfaces.get(key)
        if found is not None:
            self._surfaces.move_to_end(key)
            return found
        surface = make()
        self._surfaces[key] = surface
        self.size += _bytes(surface)
        while self.size > self.limit and len(self._surfaces) > 1:
            _, oldest = self._surfaces.popitem(last=False)
            self.size -= _bytes(oldest)
            self.dropped += _bytes(oldest)
        return surface

    def clear(self) -> None:
        """Forget everything, as when the window goes to a display with another scale."""
        self._surfaces.clear()
        self.size = 0


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
