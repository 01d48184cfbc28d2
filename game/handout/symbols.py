"""The letters and digits of a text code: bytes in the base 62, how many there are, and the check behind them.

First 3 characters for how many bytes follow; then these, 32 as 43 characters, each such block a number with its highest
digit first, and the last block in as few as hold it; at last 6 characters for the check of all before.
"""

from __future__ import annotations

from ..files.errors import FileProblem

SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""Each stands for its place; mail and chat change none of them, as they do with dashes, quotes and underscores."""
_VALUES = {symbol: value for value, symbol in enumerate(SYMBOLS)}
BASE = len(SYMBOLS)
BLOCK = 32
"""Bytes that are one number; 43 characters hold them with less than a tenth of a bit left over."""
LENGTH, CHECK = 3, 6
"""Characters of the length, and of the check."""
_MODULUS, _FACTOR = 56_800_235_581, 1_000_003
"""The largest prime below 62⁶, and a number whose first 200,000 powers differ modulo it.

So no changed character, and no two that have changed places, can leave the check as it was.
"""


def in_symbols(data: bytes) -> str:
    """Return bytes as the characters of a text code: length, bytes and check."""
    blocks = (data[first : first + BLOCK] for first in range(0, len(data), BLOCK))
    text = _number_text(len(data), LENGTH)
    text += "".join(_number_text(int.from_bytes(block), _width(len(block))) for block in blocks)
    return text + _number_text(_check(text), CHECK)


def count_of(start: str) -> int:
    """Return how many characters there are in all, as the first three of them say."""
    return length_of(_number(start[:LENGTH]))


def length_of(size: int) -> int:
    """Return how many characters so many bytes are."""
    whole, rest = divmod(size, BLOCK)
    return LENGTH + whole * _width(BLOCK) + _width(rest) + CHECK


def in_bytes(text: str) -> bytes:
    """Return the bytes of so many characters as `count_of` says. Raises FileProblem "code_damaged"."""
    body = text[:-CHECK]
    if _check(body) != _number(text[-CHECK:]):
        raise FileProblem("code_damaged")
    left, place, data = _number(text[:LENGTH]), LENGTH, bytearray()
    while left:
        size = min(left, BLOCK)
        number = _number(body[place : place + _width(size)])
        if number >= 256**size:
            raise FileProblem("code_damaged")
        data += number.to_bytes(size)
        left, place = left - size, place + _width(size)
    return bytes(data)


def _width(size: int) -> int:
    """Return how many characters hold so many bytes."""
    width, reach = 0, 1
    while reach < 256**size:
        width, reach = width + 1, reach * BASE
    return width


def _number_text(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, value = divmod(number, BASE)
        text = SYMBOLS[value] + text
    return text


def _number(text: str) -> int:
    number = 0
    for symbol in text:
        number = number * BASE + _VALUES[symbol]
    return number


def _check(text: str) -> int:
    check = 1
    for symbol in text:
        check = (check * _FACTOR + _VALUES[symbol]) % _MODULUS
    return check
