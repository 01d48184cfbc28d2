"""A store of drawn surfaces, bounded by the memory they take."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeAlias

import pygame


class Same:
    """A key that stands for one object by identity, and keeps it alive while the key lives.

    since: where the object differs from the one before it, for whoever mends its picture; no part of the key.
    """

    __slots__ = ("since", "thing")

    def __init__(self, thing: Any, since: Any = None) -> None:
        self.thing = thing
        self.since = since

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing


Followed: TypeAlias = Same | tuple[Same, ...]
"""What a picture is made of: one thing, or several."""

FAMILIES = 24
"""Kinds of pictures of which the last one is remembered to be mended: each small one of a layer is a kind."""


class SurfaceCache:
    """Surfaces by key; the least recently used go first when they take more than `limit` bytes."""

    def __init__(self, limit: int = 24 * 1024 * 1024, often: bool = False) -> None:
        """Begin empty. often: surfaces are copied in each frame, and stored for that; see `copied_fast`."""
        self.limit = limit
        self._often = often
        self.size = 0
        self.dropped = 0
        """Bytes that had to go so far, to make room."""
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._last: OrderedDict[Hashable, Followed] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return the surface kept under the key, made now when there is none."""
        found = self._surfaces.get(key)
        if found is not None:
            self._surfaces.move_to_end(key)
            return found
        surface = copied_fast(make()) if self._often else make()
        self._surfaces[key] = surface
        self.size += _bytes(surface)
        while self.size > self.limit and len(self._surfaces) > 1:
            _, oldest = self._surfaces.popitem(last=False)
            self.size -= _bytes(oldest)
            self.dropped += _bytes(oldest)
        return surface

    def holds(self, key: Hashable) -> bool:
        """Tell whether a surface is kept under the key."""
        return key in self._surfaces

    def follow(
        self,
        family: Hashable,
        thing: Followed,
        make: Callable[[], pygame.Surface],
        mend: Callable[[object, pygame.Surface], bool],
    ) -> pygame.Surface:
        """Return the picture of a thing that changes little by little, such as an image that is painted.

        When the picture of the family's last thing is still here, `mend` gets that thing and its picture, and either
        turns it into the picture of the new one and returns True, or leaves it as it is. Else it is made anew. Of
        several things `mend` gets all, as they are.
        """
        last = self._last.pop(family, None)
        self._last[family] = thing
        while len(self._last) > FAMILIES:
            self._last.popitem(last=False)
        old, new = (family, last), (family, thing)
        picture = None if last is None or new in self._surfaces else self._surfaces.pop(old, None)
        if last is not None and picture is not None:  # out of the store meanwhile: mending may push things out of it
            self._surfaces[new if mend(last.thing if isinstance(last, Same) else last, picture) else old] = picture
        return self.get(new, make)

    def drawn(self, family: Hashable, thing: Followed) -> pygame.Surface | None:
        """Return the picture of a thing that `follow` has made or mended, if it is still here, to copy from."""
        return self._surfaces.get((family, thing))


NARROW = 512
"""Device pixels of width under which a picture's rows are copied many times as fast by ordinary writes."""


def copied_fast(surface: pygame.Surface) -> pygame.Surface:
    """Return a picture that is copied fast: the same one, or the same pixels as a part of one a pixel wider.

    Where all rows of a picture without alpha begin at whole 16 bytes they are written past the processor's caches. That
    is best for much at once; of short rows each waits for the memory, and a small map takes twenty times as long.
    """
    width, height = surface.get_size()
    if width > NARROW or surface.get_flags() & pygame.SRCALPHA or surface.get_pitch() // 4 % 2:
        return surface
    part = pygame.Surface((width + 1 - width % 2, height), 0, surface).subsurface((0, 0, width, height))
    part.blit(surface, (0, 0))
    return part


def _bytes(surface: pygame.Surface) -> int:
    surface = surface.get_abs_parent()  # a part keeps all of it
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
