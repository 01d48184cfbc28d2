"""Importing numpy without the parts of it that the program has no use for."""

import sys
from types import ModuleType

from .later_parts import later, stood_in

UNUSED = ("_core._add_newdocs", "_core._add_newdocs_scalars", "_typing")
"""Modules that numpy imports for its users' sake: the texts of its help, and names for annotations."""
LATER = ("ast", "inspect", "pickle", "platform", "textwrap")
"""Modules of Python that numpy imports, and hardly ever takes anything of."""


class _Nameless:
    """What stands for each type: it may be asked for one of something, too."""

    def __class_getitem__(cls, _: object) -> type:
        return cls


class _Empty(ModuleType):
    """A module that has whatever is asked for: a numpy to come may ask for other types."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nameless


def import_numpy() -> None:
    """Import numpy without the unused modules, which saves a sixth of a bare program's start."""
    if "numpy" in sys.modules:
        return
    stand_ins: dict[str, ModuleType] = {f"numpy.{name}": _Empty(f"numpy.{name}") for name in UNUSED} | later(*LATER)
    inspect = stand_ins.get("inspect")
    if inspect is not None:  # numpy describes each of its functions to those who would ask for help
        inspect.__dict__.update(signature=_undescribed, cleandoc=str)
    with stood_in(stand_ins):
        import numpy as np  # noqa: F401 - for those who come after


def _undescribed(_: object) -> None:
    return None
