"""Arrays of NumPy (.npy) and archives of them (.npz), without pickles: real numbers, as grids, channels or filters.

What a file says is not believed: its header is read without evaluating it, and of an archive's member no more bytes are
inflated than the numbers of its shape take. So nothing that a file says makes it take more memory or time.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile

import numpy as np

from ..core.grid import frozen
from ..value import Value
from .array_header import LONGEST, ArrayHeader, header_of
from .array_problems import ArrayProblem
from .array_shapes import checked_shape, remarks_on, with_colours_first
from .numbers import Numbers

ARCHIVE = b"PK"
"""Begins an archive."""
MOST_MEMBERS = 1000
"""Members that an archive may have; a list of more could not be chosen from."""
_MEMBER = b"PK\x01\x02"  # begins a member's line in the directory of an archive
_NPY = ".npy"
_OTHERS = {"xl/workbook.xml": "spreadsheet", "content.xml": "spreadsheet", "data.pkl": "pytorch"}
"""By the end of a member's name, archives that people take for files of numbers."""
_BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What `zipfile` raises about what is damaged, or is encrypted, or compressed in a way that NumPy never uses."""


class Listed(Value):
    """An array by its name ("" for that of an .npy), its shape, and the kind of its numbers ("float32") or ""."""

    name: str
    shape: tuple[int, ...]
    kind: str


def arrays_in(data: bytes) -> tuple[Listed, ...]:
    """Return the arrays that can be taken from the bytes of a file, in its order: at least one, by `numbers_in`.

    Of an archive those that are none of real numbers are left out. Raises ArrayProblem: "array_damaged" (with a
    reason), "archive_members" or "archive_empty"; where no array can be taken, what is wrong with the first one.
    """
    if not data.startswith(ARCHIVE):
        return (_listed("", header_of(data)),)
    found: list[Listed] = []
    first: ArrayProblem | None = None
    with _archive(data) as archive:
        for name in _names(archive):
            try:
                found.append(_listed(name, _member_header(archive, name)))
            except ArrayProblem as problem:
                first = first or problem
        inside = archive.namelist()
    if not found:
        raise first or ArrayProblem("archive_empty", reason=_kind_of(inside))
    return tuple(found)


def _kind_of(names: list[str]) -> str:
    """Return what an archive without arrays is, as far as its members tell."""
    ends = (kind for end, kind in _OTHERS.items() if any(name.endswith(end) for name in names))
    return next(ends, "no arrays")


def numbers_in(data: bytes, name: str = "") -> Numbers:
    """Return the array of this name from the bytes of a file, as numbers of two, three or four dimensions.

    Dimensions of 1 before and after are left out, which a remark says; booleans are 0 and 1. Raises ArrayProblem:
    "array_damaged", "array_kind", "array_empty", "array_dimensions", "array_too_large" or "array_not_finite".
    """
    header, body = _parts(data, name)
    shape = checked_shape(header.shape)
    if len(body) != header.size:
        raise ArrayProblem("array_damaged", reason="cut off" if len(body) < header.size else "longer")
    flat = np.frombuffer(body, dtype=np.dtype(header.code)).astype(np.float64)
    values = flat.reshape(header.shape, order="F" if header.fortran else "C")
    values = with_colours_first(values).reshape(shape)
    _check_finite(values)
    return Numbers(frozen(values + 0.0), remarks_on(header.shape, shape))


def _listed(name: str, header: ArrayHeader) -> Listed:
    return Listed(name.removesuffix(_NPY), header.shape, header.kind)


def _parts(data: bytes, name: str) -> tuple[ArrayHeader, bytes]:
    """Return the header of an array and its numbers' bytes: of an archive at most one more than its shape needs."""
    if not data.startswith(ARCHIVE):
        header = header_of(data)
        return header, data[header.start :]
    with _archive(data) as archive:
        whole = name + _NPY
        header = _member_header(archive, whole)
        checked_shape(header.shape)  # before anything is inflated for it
        return header, _inflated(archive, whole, header.start + header.size + 1)[header.start :]


def _archive(data: bytes) -> ZipFile:
    """Return an archive, opened. Raises ArrayProblem."""
    if data.count(_MEMBER) > MOST_MEMBERS:  # before the directory is read: each member takes time
        raise ArrayProblem("archive_members", most=MOST_MEMBERS)
    try:
        return ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise ArrayProblem("array_damaged", reason="archive") from error


def _names(archive: ZipFile) -> list[str]:
    """Return the names of the members that are arrays by name, each once."""
    return [name for name in dict.fromkeys(archive.namelist()) if name.endswith(_NPY)]


def _member_header(archive: ZipFile, name: str) -> ArrayHeader:
    return header_of(_inflated(archive, name, LONGEST))


def _inflated(archive: ZipFile, name: str, most: int) -> bytes:
    """Return the first bytes of a member, at most so many, whatever it says of its size. Raises ArrayProblem."""
    try:
        if archive.getinfo(name).compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # others inflate without a limit
            raise ArrayProblem("array_damaged", reason="archive")
        with archive.open(name) as member:
            return member.read(most)
    except KeyError as error:
        raise ArrayProblem("array_name", name=name.removesuffix(_NPY), allowed=()) from error
    except _BROKEN as error:
        raise ArrayProblem("array_damaged", reason="archive") from error


def _check_finite(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    """Raise ArrayProblem for the first number that is none, with its place, from 1."""
    finite = np.isfinite(values)
    if finite.all():
        return
    place = np.unravel_index(int(np.argmin(finite)), values.shape)
    shown = {np.inf: "infinity", -np.inf: "−infinity"}.get(float(values[place]), "NaN")
    row, column = (int(at) + 1 for at in place[-2:])
    raise ArrayProblem("array_not_finite", text=shown, row=row, column=column)
