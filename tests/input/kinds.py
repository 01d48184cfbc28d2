"""The closed set of intents: the classes that are below the base class of a family, or of all."""

from __future__ import annotations

from game.input.intent import Intent
from game.session import reduce

_ = reduce  # whose handlers import every family


def kinds(family: type[Intent] = Intent) -> list[type[Intent]]:
    """Return the classes of the intents of a family; a base class is none of them."""
    below = family.__subclasses__()
    return [kind for each in below for kind in kinds(each)] if below else [family]
