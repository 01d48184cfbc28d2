"""Texts from outside (names, paths, what was pasted) in one line that can be drawn and printed."""

from __future__ import annotations

_NO_BREAK = "\u00a0"
_LINE_ENDS = "\u2028\u2029"


def plain(text: str, instead: str = "?", *, unbroken: bool = False) -> str:
    """Return a text in one line; what cannot be drawn has something `instead` of it.

    That is line ends, control signs, halves of surrogate pairs (bytes of a file name that are no text), and signs that
    turn the rest of a line round. Every kind of space becomes a common one; `unbroken` keeps those that break no line.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _replaced(sign, instead, unbroken) for sign in text)


def _replaced(sign: str, instead: str, unbroken: bool) -> str:
    if sign == _NO_BREAK and unbroken:
        return sign
    return " " if sign >= _NO_BREAK and sign.isspace() and sign not in _LINE_ENDS else instead


def tidy(name: str) -> str:
    """Return a typed name as names are written in the program: small letters, one space between words."""
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


def shown(text: object, longest: int = 200) -> str:
    """Return the text in one printable line of at most `longest` characters, fit for a sentence.

    A file name or a flag may hold line ends, control characters and halves of surrogate pairs; those become "?".
    """
    line = plain(str(text))
    return line if len(line) <= longest else line[: longest - 1] + "…"
