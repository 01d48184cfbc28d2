"""What every intent is: something that a hand, a key, a widget or the shell asks for.

An event becomes an intent, an intent makes a new state. The intents stand in one module for each family, each with a
class of its own below this one: all subclasses together are the closed set.
"""

from __future__ import annotations

from ..value import Value


class Intent(Value):
    """What can be asked for."""
