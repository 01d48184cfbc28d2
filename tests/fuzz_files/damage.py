"""Ways to damage a file: its bytes, its text, or what its JSON says."""

from __future__ import annotations

import json
import random
import re
import struct
import zlib
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from game.handout.symbols import SYMBOLS, count_of, in_bytes, in_symbols

Damage = Callable[[random.Random, bytes], bytes]

NUMBERS = (
    "1e400",
    "-1e400",
    "NaN",
    "Infinity",
    "9" * 400,
    "-0.0",
    "1e-320",
    "0.1e99",
    "9" * 100_000,
    "65",
    "-1",
    "1.5",
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2, 2.5, 1e308, 2**63, 10**17, -999.5, 65, 0.001, float("nan"), float("-inf")),
    *("", "x", "1", "nan", "noise", "x" * 100_000, "\u202e\0\ud800", "🙂" * 500, "end"),
    *([], {}, [[]], [[], []], [[1]], [1, 1], [0, 0], [9, 9], [1, [1]], [None], [[None]], [["1"]], [[True]]),
    *([[0.5] * 64] * 64, [[0.5] * 65] * 65, [[1] * 16] * 16, [[1, 2], [3]], {"rows": 1}, [[1e400]], [1.5, 1]),
)


def cut(chance: random.Random, data: bytes) -> bytes:
    """End it too early."""
    return data[: chance.randrange(len(data) + 1)]


def flipped(chance: random.Random, data: bytes) -> bytes:
    """Change some bytes."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 100))):
        found[chance.randrange(len(found))] = chance.choice((0, 255, chance.randrange(256), 0x22, 0x5B, 0x2C))
    return bytes(found)


def spliced(chance: random.Random, data: bytes) -> bytes:
    """Leave out a stretch, double it, or put one in another's place."""
    a, b, c = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    return chance.choice((data[:a] + data[b:], data[:b] + data[a:], data[:a] + data[b:c] + data[a:b] + data[c:]))


def blown_up(chance: random.Random, data: bytes) -> bytes:
    """Put very much of something in the middle."""
    at = chance.randrange(len(data) + 1)
    much = chance.choice((b"\0", b"[", b" ", b"9", b'{"a":', b"\xff", b"\n", b'"', b"[[0],"))
    return data[:at] + much * chance.choice((50, 2000, 200_000)) + data[at:]


def encoded(chance: random.Random, data: bytes) -> bytes:
    """Write it in another encoding."""
    text = data.decode("utf-8", "replace")
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-7", "utf-8-sig", "cp1252", "cp037", "shift_jis"))
    return text.encode(name, "replace")


def numbers(chance: random.Random, data: bytes) -> bytes:
    """Put a number that cannot be in the place of one, often of one of the last, which stand alone, or of many."""
    text = data.decode("utf-8", "replace")
    wrong, found = chance.choice(NUMBERS), list(_NUMBER.finditer(text))
    if chance.random() < 0.2 or not found:
        return text.replace("1", wrong if len(wrong) * text.count("1") < 5_000_000 else "NaN").encode()
    number = chance.choice(found[-12:] if chance.random() < 0.6 else found)
    return (text[: number.start()] + wrong + text[number.end() :]).encode()


def swapped(chance: random.Random, data: bytes) -> bytes:
    """Change what the JSON says at some places: another value, none, another key, or two changed for each other."""
    found = json.loads(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place = _place(chance, found)
        if place is None:
            break
        holder, key = place
        way = chance.random()
        if way < 0.6:
            holder[key] = deepcopy(chance.choice(VALUES))
        elif way < 0.75 and isinstance(holder, dict):
            holder[chance.choice(("image", "stride", "view", "stops", "", "x" * 1000, "kernelscope"))] = holder.pop(key)
        elif way < 0.85:
            del holder[key]
        else:
            other, name = _place(chance, found) or (holder, key)
            holder[key], other[name] = deepcopy(other[name]), deepcopy(holder[key])
    return json.dumps(found).encode()


def _place(chance: random.Random, found: Any) -> tuple[Any, Any] | None:
    """Return some list or object in the JSON, and a key or index in it."""
    while isinstance(found, dict | list) and found:
        key = chance.choice(list(found)) if isinstance(found, dict) else chance.randrange(len(found))
        inner = found[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.3:
            return found, key
        found = inner
    return None


def nested(chance: random.Random, data: bytes) -> bytes:
    """Nest a value very deeply."""
    depth = chance.choice((50, 900, 3000, 100_000))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}"), ("[[1],", "]")))
    deep = opening * depth + "1" + closing * depth
    return data.rstrip().removesuffix(b"}") + f', "deep": {deep}}}'.encode()


def rows(chance: random.Random, data: bytes) -> bytes:
    """Give a grid, or a list, up to a million rows."""
    count = chance.choice((65, 1000, 100_000, 1_000_000))
    row = chance.choice(("[0]", "[]", "0", "[0,0]"))
    name = chance.choice((b"image", b"kernel", b"stops", b"stride", b"hints"))
    made = ",".join([row] * count)
    return b'{"' + name + b'": [' + made.encode() + b"], " + data.lstrip().removeprefix(b"{")


def chunked(chance: random.Random, data: bytes) -> bytes:
    """Change a PNG's header to another size, depth or colour type, with a checksum that is right."""
    if not data.startswith(b"\x89PNG"):
        return flipped(chance, data)
    size = tuple(chance.choice((0, 1, 70, 5000, 10_000, 65_535, 2**31 - 1, 2**32 - 1)) for _ in range(2))
    depth, colours = chance.choice((1, 2, 4, 8, 16, 3)), chance.choice((0, 2, 3, 4, 6, 7))
    body = b"IHDR" + struct.pack(">IIBBBBB", *size, depth, colours, chance.choice((0, 9)), 0, chance.choice((0, 1)))
    return data[:12] + body + struct.pack(">I", zlib.crc32(body)) + data[33:]


def headed(chance: random.Random, data: bytes) -> bytes:
    """Say another kind, order or shape in the header of an array, or other sizes in that of an archive."""
    wrong = chance.choice((b"'|O'", b"'<c8'", b"'<U9'", b"'<f8'", b"[('a', '<f8')]", b"'<f16'", b"'>i8'"))
    shapes = (b"(0,)", b"()", b"(9999999999, 9999999999)", b"(-1, 3)", b"(2, 2, 2, 2, 2)", b"(3, 3)", b"(1,)" * 99)
    way = chance.random()
    if way < 0.4:
        return re.sub(rb"'[<>|][a-z?][0-9]'", lambda _: wrong, data)
    if way < 0.8:
        return re.sub(rb"\([0-9, ]*\)", lambda _: chance.choice(shapes), data)
    return data.replace(b"False", chance.choice((b"True ", b"1    ", b"None "))).replace(b"\x93", b"\x92")


def slipped(chance: random.Random, data: bytes) -> bytes:
    """Change one letter or digit for another, leave one out, double one, or change two for each other."""
    text = data.decode("utf-8", "replace")
    places = [place for place, sign in enumerate(text) if sign in SYMBOLS]
    one, other = sorted(chance.sample(places, 2))
    changed = text[:one] + chance.choice(SYMBOLS) + text[one + 1 :]
    left_out, doubled = text[:one] + text[one + 1 :], text[:one] + text[one] + text[one:]
    turned = text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]
    return chance.choice((changed, left_out, doubled, turned)).encode()


def sealed(chance: random.Random, data: bytes) -> bytes:
    """Change bytes of a text code, and put it right again with a check that is right: as somebody could by intent."""
    text = "".join(sign for sign in data.decode().partition("-")[2] if sign in SYMBOLS)
    found = bytearray(in_bytes(text[: count_of(text)]))
    for _ in range(chance.choice((1, 1, 2, 8))):
        found[chance.randrange(len(found))] = chance.choice((0, 1, 254, 255, chance.randrange(256)))
    cut_off = found[: chance.randrange(len(found) + 1)] if chance.random() < 0.2 else found
    return f"{data.decode().partition('-')[0]}-{in_symbols(bytes(cut_off))}".encode()


def whole(_: random.Random, data: bytes) -> bytes:
    """Leave it as it is."""
    return data


JSON: tuple[Damage, ...] = (cut, flipped, spliced, blown_up, encoded, numbers, swapped, swapped, swapped, nested, rows)
PICTURE: tuple[Damage, ...] = (cut, flipped, flipped, spliced, blown_up, chunked, encoded)
TEXT: tuple[Damage, ...] = (whole, cut, flipped, spliced, blown_up, encoded, numbers)
CODE: tuple[Damage, ...] = (whole, slipped, slipped, sealed, sealed, cut, flipped, spliced, blown_up)
ARRAY: tuple[Damage, ...] = (whole, cut, flipped, flipped, spliced, blown_up, headed)
