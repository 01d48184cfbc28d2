"""How an image, a kernel, and the way that the kernel slides are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.quantities import sliding
from ..words.numbers import pair_text
from ..words.texts import text

if TYPE_CHECKING:
    from ..core.scenario import Scenario


def named(kind: str, name: str, changed: bool) -> str:
    """Return how an image or a kernel is called: by its name, as edited, or as the person's own."""
    words = text(f"{kind}.{name}") if name else text("name.own")
    return text("name.edited", name=words) if changed else words


def walk_words(scenario: Scenario, short: bool = False) -> tuple[str, ...]:
    """Return how the kernel slides, e.g. ("stride 2", "padding 1"), or short ("2", "1").

    What a file need not say is said, and never short, where it is not as at first.
    """
    words: list[str] = []
    for quantity in sliding("slide"):
        pair = getattr(scenario, quantity.key)
        if quantity.needed and short:
            words.append(pair_text(pair))
        elif quantity.needed or pair != scenario.defaults[quantity.key]:
            words.append(text(f"walk.{quantity.name}", value=pair_text(pair)))
    return tuple(words)
