"""One clear sentence about each thing that can go wrong: what was wrong, and what is allowed.

Errors carry no sentences, only a `key` and `values()`; the sentence is made here, from the table in `error_texts`.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from .error_texts import ERROR_TEXTS, FALLBACK, QUANTITIES, REASONS
from .numbers import MINUS, full
from .plain import shown

LONGEST = 150
"""Characters of a value (a path, what somebody typed, a list of names) that a sentence repeats."""
LONGEST_LIST = 600
"""The same of a list, such as that of all scenes by name."""


@runtime_checkable
class Telling(Protocol):
    """An error that says what it is about."""

    @property
    def key(self) -> str:
        """The kind of error, a key of `error_texts`."""
        ...

    def values(self) -> dict[str, object]:
        """Return the facts by name."""
        ...


def sentence(key: str, /, **values: object) -> str:
    """Return the sentence about an error, in one line; about an unknown one a general sentence. It never raises."""
    template = _template(key, values)
    if template is None:
        return FALLBACK
    try:
        text = template.format(**{name: _shown(name, value) for name, value in values.items()})
    except (LookupError, ValueError):  # a value that the sentence needs is missing
        return FALLBACK
    return text[0].upper() + text[1:]


def sentence_for(error: BaseException) -> str:
    """Return the sentence about any error; one that does not say what it is about gets a general sentence."""
    return sentence(error.key, **error.values()) if isinstance(error, Telling) else FALLBACK


def _template(key: str, values: dict[str, object]) -> str | None:
    """Return the text for a key, the most particular there is, or None."""
    variant = values.get("reason", values.get("wanted"))
    if values.get("kept_as") == "":
        variant = "left"  # the damaged file could not be moved
    if variant is None and "low" in values and values["low"] == values.get("high"):
        variant = "one"  # it may be nothing else
    return ERROR_TEXTS.get(f"{key}/{variant}", ERROR_TEXTS.get(key))


def _shown(name: str, value: object) -> str:
    """Return a value as a sentence writes it; its name says what it is."""
    if name == "problem" and isinstance(value, Telling):
        return sentence(value.key, **value.values())
    if name == "quantity":
        return QUANTITIES.get(str(value), f"the {_plain(value)}")
    if name == "reason":
        return REASONS.get(str(value), _plain(value))
    if name == "place" and isinstance(value, tuple):
        return place_text(value)
    if name == "limit" and isinstance(value, int):
        return _bytes(value)
    if name == "most_pixels" and isinstance(value, int):
        return full(value / 1_000_000)
    return _plain(value)


def place_text(place: tuple[int, ...]) -> str:
    """Return a place (grid, row, column), each from 1 or 0 for none, as in "row 2, column 3"; without any, the text."""
    named = zip(("grid", "row", "column"), place, strict=False)
    return ", ".join(f"{name} {number}" for name, number in named if number) or "the text"


def _plain(value: object) -> str:
    """Return numbers with −, lists with commas, texts as they are; all in one line and not too long."""
    if isinstance(value, float):
        return full(value)
    if isinstance(value, tuple | list):
        return _listed([_plain(item) for item in value])
    if isinstance(value, int) and not isinstance(value, bool):
        # Python refuses to write numbers of thousands of digits; nobody would read them either.
        return str(value).replace("-", MINUS) if value.bit_length() < 1000 else f"a number of {value.bit_length()} bits"
    return shown(value, LONGEST)


def _listed(items: list[str]) -> str:
    """Return a list with commas; of a long one as many whole items as have room, and "…" for the others."""
    listed = ", ".join(items)
    if len(listed) <= LONGEST_LIST:
        return listed
    room, few = LONGEST_LIST - 3, ""
    for item in items:
        longer = f"{few}, {item}" if few else item
        if len(longer) > room:
            break
        few = longer
    return f"{few}, …" if few else shown(listed, LONGEST_LIST)


def _bytes(count: int) -> str:
    """Return a number of bytes as megabytes, or kilobytes under one."""
    for unit, name in ((1_048_576, "MB"), (1_000_000, "MB"), (1_024, "kB"), (1_000, "kB")):
        if count >= unit and count % unit == 0:
            return f"{count // unit} {name}"
    return f"{count} bytes"
