"""Importing pygame without the parts of it that the program has no use for."""

import sys

UNUSED = ("_debug", "mixer", "mixer_music", "pkgdata", "system", "typing")
"""Modules that pygame imports for its users' sake. It allows each of them to be missing."""


def import_pygame() -> None:
    """Import pygame without the unused modules, which saves a tenth of a bare program's start.

    To Python a module that is None is missing. The names are taken away again, for pygame itself imports one of them
    where it needs it: pkgdata, for its own font and icon.
    """
    if "pygame" in sys.modules:
        return
    missing = [f"pygame.{name}" for name in UNUSED]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # the import system's own word for missing
    try:
        import pygame  # noqa: F401 - for those who come after
    finally:
        for name in missing:
            del sys.modules[name]
