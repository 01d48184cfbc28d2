"""Numbers as few bytes, exactly: whole ones, real ones, and grids of them in the base of how many values they take."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..core.arithmetic import distinct
from ..core.tensors import Tensor
from ..files.errors import FileProblem

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNITS = (1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 255, 65_535, 9, 16)
"""Whole parts of one that numbers are counted in; the first byte of a number or a grid is a place in this list."""
CHOSEN, REAL = 254, 255
"""The first byte of a grid of a few numbers that are listed, and of float64 (IEEE 754, the highest byte first)."""
TOGETHER = 512
"""Digits that are one whole number in bytes, so that large grids take no longer than they must."""
_LARGEST = 2**31


class Packer:
    """Writes numbers one after the other into `data`."""

    def __init__(self) -> None:
        self.data = bytearray()

    def whole(self, number: int) -> None:
        """Write a whole number of 0 or more: 7 bits a byte, the lowest first; all bytes but the last have 128 more."""
        while number > 127:
            self.data.append(number % 128 + 128)
            number //= 128
        self.data.append(number)

    def wholes(self, numbers: Iterable[int]) -> None:
        """Write some."""
        for number in numbers:
            self.whole(number)

    def signed(self, number: int) -> None:
        """Write a whole number of either sign: 0, −1, 1, −2 … as the places 0, 1, 2, 3 … of this list."""
        self.whole(number * 2 if number >= 0 else -number * 2 - 1)

    def real(self, number: float) -> None:
        """Write a number: counted in a unit, or as float64."""
        found = counted(np.array([number]))
        if found is None:
            self.data += bytes([REAL]) + struct.pack(">d", number)
        else:
            self.data.append(found[0])
            self.signed(int(found[1][0]))

    def text(self, text: str) -> None:
        """Write a text: how many bytes it has in UTF-8, and these."""
        data = text.encode()
        self.whole(len(data))
        self.data += data

    def grid(self, values: Tensor) -> None:
        """Write numbers of any shape in reading order, in the shortest of three ways; the shape is not written."""
        flat = np.ascontiguousarray(values).ravel()
        ways = _counted_grid(flat), _chosen_grid(flat), bytes([REAL]) + flat.astype(">f8").tobytes()
        self.data += min((way for way in ways if way is not None), key=len)


def counted(flat: Tensor) -> tuple[int, NDArray[np.int64]] | None:
    """Return in which unit all these numbers are whole, as a place in `UNITS`, and how many units; None: in none."""
    for place, unit in enumerate(UNITS):
        wholes = np.rint(flat * unit)
        if np.abs(wholes).max() < _LARGEST:
            found = wholes.astype(np.int64)
            if np.array_equal(_bits(found / unit), _bits(flat)):
                return place, found
    return None


def _bits(flat: Tensor) -> NDArray[np.uint64]:
    """Return numbers as their bits, for which −0 is another than 0."""
    return np.ascontiguousarray(flat, dtype=np.float64).view(np.uint64)


def _counted_grid(flat: Tensor) -> bytes | None:
    found = counted(flat)
    if found is None:
        return None
    place, wholes = found
    least, packer = int(wholes.min()), Packer()
    base = int(wholes.max()) - least + 1
    packer.data.append(place)
    packer.signed(least)
    packer.whole(base)
    return bytes(packer.data) + digits((wholes - least).tolist(), base)


def _chosen_grid(flat: Tensor) -> bytes | None:
    bits = _bits(flat)
    values = distinct(bits)
    places = np.searchsorted(values, bits)
    if len(values) * 2 > len(flat):
        return None
    packer = Packer()
    packer.data.append(CHOSEN)
    packer.whole(len(values))
    for value in values.view(np.float64).tolist():
        packer.real(value)
    return bytes(packer.data) + digits(places.tolist(), len(values))


def digits(numbers: Sequence[int], base: int) -> bytes:
    """Return whole numbers 0 … base − 1 as digits of whole numbers, 512 at a time, the first digit the highest."""
    data = b""
    for first in range(0, len(numbers), TOGETHER):
        part, whole = numbers[first : first + TOGETHER], 0
        for number in part:
            whole = whole * base + number
        data += whole.to_bytes(size_of(len(part), base))
    return data


def size_of(count: int, base: int) -> int:
    """Return how many bytes so many digits take."""
    largest: int = base**count - 1
    return (largest.bit_length() + 7) // 8


class Unpacker:
    """Reads what a `Packer` has written. What cannot be raises FileProblem "code_damaged"; nothing large is made."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def bytes(self, count: int) -> bytes:
        """Read so many bytes."""
        found = self._data[self._place : self._place + count]
        if len(found) < count:
            raise FileProblem("code_damaged")
        self._place += count
        return found

    def byte(self) -> int:
        """Read one."""
        return self.bytes(1)[0]

    def whole(self, most: int) -> int:
        """Read a whole number of 0 … most."""
        number, shift = 0, 0
        while shift < 64:
            found = self.byte()
            number += (found % 128) << shift
            if found < 128:
                break
            shift += 7
        if number > most:
            raise FileProblem("code_damaged")
        return number

    def wholes(self, count: int, most: int) -> list[int]:
        """Read some."""
        return [self.whole(most) for _ in range(count)]

    def signed(self) -> int:
        """Read a whole number of either sign."""
        found = self.whole(2**33)
        return -(found + 1) // 2 if found % 2 else found // 2

    def real(self) -> float:
        """Read a number."""
        kind = self.byte()
        if kind == REAL:
            return float(struct.unpack(">d", self.bytes(8))[0])
        return self.signed() / self._unit(kind)

    def _unit(self, kind: int) -> int:
        if kind >= len(UNITS):
            raise FileProblem("code_damaged")
        return UNITS[kind]

    def text(self, most: int) -> str:
        """Read a text of at most so many bytes."""
        try:
            return self.bytes(self.whole(most)).decode()
        except UnicodeDecodeError as error:
            raise FileProblem("code_damaged") from error

    def grid(self, shape: tuple[int, ...]) -> Tensor:
        """Read numbers of a shape."""
        count, kind = int(np.prod(shape)), self.byte()
        if kind == REAL:
            flat = np.frombuffer(self.bytes(8 * count), ">f8").astype(np.float64)
        elif kind == CHOSEN:
            chosen = np.array([self.real() for _ in range(self.whole(count))])
            flat = chosen[self._digits(count, len(chosen))]
        else:
            unit, least = self._unit(kind), self.signed()
            base = self.whole(2**33)
            flat = (least + self._digits(count, base)) / unit
        return flat.reshape(shape)

    def _digits(self, count: int, base: int) -> NDArray[np.int64]:
        if not base:
            raise FileProblem("code_damaged")
        found: list[int] = []
        for first in range(0, count, TOGETHER):
            part = min(TOGETHER, count - first)
            whole = int.from_bytes(self.bytes(size_of(part, base)))
            if whole >= base**part:
                raise FileProblem("code_damaged")
            backwards = []
            for _ in range(part):
                whole, digit = divmod(whole, base)
                backwards.append(digit)
            found += backwards[::-1]
        return np.array(found, dtype=np.int64)

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self._place < len(self._data):
            raise FileProblem("code_damaged")
