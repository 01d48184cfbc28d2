"""Small frozen objects: intents, events, widgets; and `Kept`, which keeps what is made of them while they are equal.

They are what a frozen dataclass is, but cost a hundredth of it to define. There are over a hundred of them, and a
dataclass takes half a millisecond each when the program starts: a third of the whole start.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, ClassVar, Self, TypeVar, TypeVarTuple, cast, dataclass_transform


def _none(_fields: dict[str, object]) -> object:
    return ()


@dataclass_transform(frozen_default=True)
class Value:
    """An object that is its fields: the annotated names of its class and of the classes above, in that order.

    Two are equal when their class and all fields are. Nothing of it can be set once it is made; `changed` makes
    another one. Class variables have no annotation, or one of ClassVar.
    """

    names: ClassVar[tuple[str, ...]] = ()
    checked: ClassVar[bool] = False
    """Whether making one does more than to take the fields."""
    defaults: ClassVar[dict[str, object]] = {}
    own_values: ClassVar[Callable[[dict[str, object]], object]] = _none
    """Takes the values out of an object's `__dict__`, in their order."""

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        """Gather the fields. `kw_only` only tells the type checker that they are given by name."""
        del kw_only
        super().__init_subclass__()
        if "__init__" in cls.__dict__:
            cls.checked = True
        own = [name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar")]
        if own:  # most kinds of intents have no fields of their own
            cls.names = (*cls.names, *(name for name in own if name not in cls.names))
            cls.own_values = itemgetter(*cls.names)
            cls.defaults = cls.defaults | {name: cls.__dict__[name] for name in own if name in cls.__dict__}

    def __init__(self, *values: object, **named: object) -> None:
        """Take the fields in their order, or by name. Raises TypeError for one too many or too few."""
        fields, names = self.__dict__, self.names
        fields.update(self.defaults)
        if values:
            fields.update(zip(names, values, strict=False))
        fields.update(named)
        if len(fields) != len(names) or len(values) > len(names):
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(names)}")

    def changed(self, **named: Any) -> Self:
        """Return another one with other values for some fields. Raises TypeError for one that it has not."""
        if self.checked:
            return type(self)(**(self.__dict__ | named))
        other = object.__new__(type(self))
        fields = other.__dict__
        fields.update(self.__dict__)
        fields.update(named)
        if len(fields) != len(self.names):
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(self.names)}")
        return other

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen, its {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen, its {name} cannot be taken away")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        kind = type(self)
        return hash((kind, kind.own_values(self.__dict__)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={self.__dict__[name]!r}' for name in self.names)})"


class Single(Value):
    """A value that equals itself only: one that holds arrays, or is too large to compare."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


Thing = TypeVar("Thing", bound=Value)
Part = TypeVar("Part")
Arguments = TypeVarTuple("Arguments")


def narrowed(thing: Value, kind: type[Thing]) -> Thing:
    """Return a value as one of a class above its own: with the fields of that class, and no others."""
    return kind(*(thing.__dict__[name] for name in kind.names))


FEW = 4
"""Of how many sets of values a part is remembered that comes again: as many turns as a colour image has, and one."""
SEVERAL = 12
"""Of how many while all is of one thing, as of the same maps: a walk that is scrubbed comes to channels and filters."""


class Kept:
    """Remembers parts: a part is a function of values, and is kept while these are equal."""

    def __init__(self) -> None:
        self._kept: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}
        self._before: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}
        self._few: dict[Callable[..., object], list[tuple[tuple[object, ...], object]]] = {}
        self._of: object = None

    def __call__(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return what a function makes of values, made anew only when one of them is another.

        It is kept for the last values and for those before: what is made ready takes nothing from what is shown.
        """
        kept = self._kept.get(make)
        if kept is not None:
            if kept[0] == values:
                return cast(Part, kept[1])  # a function always makes the same kind of part
            before, self._before[make] = self._before.get(make), kept
            if before is not None and before[0] == values:
                self._kept[make] = before
                return cast(Part, before[1])
        made = make(*values)
        self._kept[make] = (values, made)
        return made

    def turn_to(self, thing: object) -> None:
        """Let most of what comes again go where all is of another thing now: it may be large."""
        if thing is not self._of:
            self._of = thing
            for few in self._few.values():
                del few[FEW:]

    def again(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return the same of a part that comes again with each channel's turn: it is kept for the last few values."""
        few = self._few.setdefault(make, [])
        for index, (then, part) in enumerate(few):
            if then == values:
                few.insert(0, few.pop(index))
                return cast(Part, part)
        made = make(*values)
        few.insert(0, (values, made))
        del few[SEVERAL:]
        return made
