"""Intents and events without values."""

from __future__ import annotations


class Plain:
    """What has no values: all of one kind are equal. Lighter than a dataclass, of which each costs the start 0.5 ms."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} has no values")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
