"""What every intent is: something that a hand, a key, a widget or the shell asks for.

An event becomes an intent, an intent makes a new state. The intents stand in one module for each family, each with a
class of its own below this one: all subclasses together are the closed set.
"""

from __future__ import annotations

from typing import ClassVar

from ..value import Value


class Intent(Value):
    """What can be asked for. What is so of all of a class is said where it begins: `class Undo(…, settles=True)`.

    settles: the hand has gone elsewhere, so a number that is being typed is taken first.
    by_itself: it comes without a hand, or nearly so; it is no sign that somebody has read a sentence.
    goes_on: the walk goes on by it, and may come to where a mode wants it to halt. plays: it goes on freely.
    of_remote: a key of a remote asks for it.
    about: the field with the cell, or the control, that it is about. at_cursor: without one, the cell of the cursor.
    by_hand: it sets single pixels or weights, or opens one to be set.
    focuses: about a weight, it brings its side into focus, of two that are compared.
    begins: the mode that it begins, and that others may exclude.
    hint: the hint that it makes needless, for who does it knows it.
    """

    settles: ClassVar[bool] = False
    by_itself: ClassVar[bool] = False
    goes_on: ClassVar[bool] = False
    plays: ClassVar[bool] = False
    of_remote: ClassVar[bool] = False
    about: ClassVar[str] = ""
    at_cursor: ClassVar[bool] = False
    by_hand: ClassVar[bool] = False
    focuses: ClassVar[bool] = False
    begins: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init_subclass__(cls, *, kw_only: bool = False, **traits: bool | str) -> None:
        """Take what is so of all of the class. Raises TypeError for a trait that no intent has."""
        super().__init_subclass__(kw_only=kw_only)
        for name, value in traits.items():
            if name not in Intent.__annotations__:
                raise TypeError(f"{cls.__name__}: no intent has the trait {name}")
            setattr(cls, name, value)
