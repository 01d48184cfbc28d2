"""The header of an array of NumPy (.npy): its kind of numbers, its order and its shape, read without evaluating it.

It is the text of a Python dictionary, and NumPy's own reader evaluates it; here three patterns take what they know.
"""

from __future__ import annotations

import re
from math import prod

import numpy as np

from ..value import Value
from .array_problems import ArrayProblem

MAGIC = b"\x93NUMPY"
LONGEST = 10_000
"""Bytes of a header, as in NumPy; one of numbers has about a hundred."""
MOST_DIMENSIONS = 64
"""As in NumPy."""

_KIND = re.compile(r"""['"]descr['"]\s*:\s*(?:['"]([^'"]{0,40})['"]|[\[(])""")
_ORDER = re.compile(r"""['"]fortran_order['"]\s*:\s*(True|False)\b""")
_SHAPE = re.compile(r"""['"]shape['"]\s*:\s*\(([0-9,\sL]*)\)""")
_CODE = re.compile(r"([<>|=]?)([A-Za-z?])([0-9]*)(?:\[[^\]]*\])?")
_SIZES = {"b": (1,), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "f": (2, 4, 8)}
_NAMES = {"b": "bool", "i": "int", "u": "uint", "f": "float"}
_REFUSED = {"c": "complex", "O": "objects", "U": "texts", "S": "texts", "a": "texts", "M": "dates", "m": "dates"}
"""Kinds that are no real numbers, by the letter that begins their code, and what the sentence calls them."""


class ArrayHeader(Value):
    """What is said of an array before its numbers.

    code: the kind of its numbers, as NumPy writes it ("<f4"). fortran: columns stand together. shape: the lengths of
    its dimensions, none for a single number. start: the byte at which the numbers begin.
    """

    code: str
    fortran: bool
    shape: tuple[int, ...]
    start: int

    @property
    def kind(self) -> str:
        """The kind of numbers by its name, e.g. "float32"."""
        name, bits = _NAMES[self.code[1]], 8 * int(self.code[2:])
        return name if name == "bool" else f"{name}{bits}"

    @property
    def size(self) -> int:
        """How many bytes the numbers take."""
        return prod(self.shape) * np.dtype(self.code).itemsize


def header_of(data: bytes) -> ArrayHeader:
    """Return the header with which the bytes of an array begin.

    Raises ArrayProblem: "array_damaged" (with the reason "no array", "cut off" or "header"), "array_kind" for what are
    no real numbers, or "array_dimensions".
    """
    start, text = _text(data)
    order, shape = _ORDER.search(text), _SHAPE.search(text)
    code = _checked_code(text)
    if order is None or shape is None:
        raise ArrayProblem("array_damaged", reason="header")
    lengths = [word.strip().removesuffix("L") for word in shape[1].split(",") if word.strip()]
    if len(lengths) > MOST_DIMENSIONS or any(not word.isdigit() or len(word) > 18 for word in lengths):
        raise ArrayProblem("array_damaged", reason="header")
    return ArrayHeader(code, order[1] == "True", tuple(map(int, lengths)), start)


def _text(data: bytes) -> tuple[int, str]:
    """Return where the numbers begin, and the text before them."""
    if not data.startswith(MAGIC):
        raise ArrayProblem("array_damaged", reason="no array")
    version, wide = data[6:7], 2 if data[6:7] == b"\x01" else 4
    if version not in (b"\x01", b"\x02", b"\x03"):
        raise ArrayProblem("array_damaged", reason="cut off" if not version else "header")
    start = 8 + wide + int.from_bytes(data[8 : 8 + wide], "little")
    if start > LONGEST:
        raise ArrayProblem("array_damaged", reason="header")
    if len(data) < start:
        raise ArrayProblem("array_damaged", reason="cut off")
    return start, data[8 + wide : start].decode("latin-1")


def _checked_code(text: str) -> str:
    """Return the kind of numbers as a code of three parts: order of bytes, letter, bytes."""
    found = _KIND.search(text)
    if found is None:
        raise ArrayProblem("array_damaged", reason="header")
    code = None if found[1] is None else _CODE.fullmatch(found[1])
    if code is None:
        raise ArrayProblem("array_kind", reason="records" if found[1] is None else "unknown", kind=found[1] or "")
    order, letter, size = code.groups()
    letter, size = ("b", "1") if letter == "?" else (letter, size)
    if letter in _SIZES and size.isdigit() and int(size) in _SIZES[letter]:
        return f"{order if order in ('<', '>') else '<'}{letter}{int(size)}"
    raise ArrayProblem("array_kind", reason=_REFUSED.get(letter, "unknown"), kind=found[1])
