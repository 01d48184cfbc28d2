"""Modules that others import for what hardly anybody asks of them: here they come when something of them is wanted."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

DIGESTS = "_hashlib"
"""OpenSSL's digests: 3 MB, for what Python has itself. The program without Python does without it as well."""


def leave_out(name: str) -> None:
    """Let a module be missing to all who could do without it, unless it is there already."""
    sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # the import system's own word for missing


class Later(ModuleType):
    """A module that is imported when something of it is wanted."""

    def __getattr__(self, name: str) -> object:
        if name == "__path__":
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def stood_in(stand_ins: dict[str, ModuleType]) -> Iterator[None]:
    """Let modules stand for others while something is imported that imports these.

    Their names are taken away again, so that who needs one of them later gets all of it.
    """
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def later(*names: str) -> dict[str, ModuleType]:
    """Return what stands for modules until something of them is wanted; none for those that are there already."""
    return {name: Later(name) for name in names if name not in sys.modules}
