"""The closed set of intents: the program's classes that are below the base class of a family, or of all."""

from __future__ import annotations

from game.input.intent import Intent
from game.session import reduce

_ = reduce  # whose handlers import every family


def kinds(family: type[Intent] = Intent) -> list[type[Intent]]:
    """Return the classes of the intents of a family; a base class is none of them."""
    below = [kind for kind in family.__subclasses__() if kind.__module__.startswith("game.")]  # a test may make one up
    return [kind for each in below for kind in kinds(each)] if below else [family]
