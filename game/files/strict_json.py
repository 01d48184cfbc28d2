"""JSON as RFC 8259 has it, and nothing that Python's reader lets through beyond: no NaN, no name twice."""

from __future__ import annotations

import gc
import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from .atomic import check_regular, patiently
from .errors import FileProblem, reason_of, shown

if TYPE_CHECKING:
    import json

# Opening a pipe or a terminal must not wait for its other end; the names that a system does not have count as 0.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the whole file. A file of more than `limit` bytes is refused by its size, before it is read.

    Raises FileProblem: "file_missing", "file_is_a_folder", "file_not_regular" (a pipe, a device), "file_unreadable"
    (with a reason) or "file_too_large" (with size and limit in bytes).
    """
    data = _read(path, limit, limit + 1)
    if len(data) > limit:  # it grew meanwhile, or claims a size of 0, as the files of /proc do
        raise FileProblem("file_too_large", path=shown(path), size=len(data), limit=limit)
    return data


def read_json(path: Path, limit: int) -> object:
    """Return what a file of JSON says. Raises FileProblem as `read_bytes`, `decoded` and `parsed` do."""
    return parsed(decoded(read_bytes(path, limit), path), path)


def read_head(path: Path, count: int) -> bytes:
    """Return the first bytes of a file, at most `count`, however large it is. Raises FileProblem as `read_bytes`."""
    return _read(path, None, count)


def _read(path: Path, limit: int | None, count: int) -> bytes:
    """Return at most `count` bytes of the file, which may have at most `limit`."""
    try:
        _check(path, path.stat(), limit)
        descriptor = patiently(lambda: os.open(path, _FLAGS))
        with os.fdopen(descriptor, "rb") as file:
            # Checked again: another file may have taken its place.
            _check(path, os.fstat(descriptor), limit)
            return file.read(count)
    except FileNotFoundError as error:
        raise FileProblem("file_missing", path=shown(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise FileProblem("file_unreadable", path=shown(path), reason=reason_of(error)) from error


def _check(path: Path, status: os.stat_result, limit: int | None) -> None:
    """Raise FileProblem unless this is a regular file that is not too large."""
    check_regular(path, status)
    if limit is not None and status.st_size > limit:
        raise FileProblem("file_too_large", path=shown(path), size=status.st_size, limit=limit)


_LONGEST_WHOLE = 18  # digits; longer numbers are far out of every range, and int() of a million digits takes minutes
_UNUSUAL = re.compile(r"\d{19}|\d[eE]")
"""What numbers have that may be too long, or not finite; other numbers have neither."""
_UNFINISHED = r"|-|\.|(\.\d+)?[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul"


def decoded(data: bytes, path: Path | str) -> str:
    """Return the bytes as text: UTF-8, with or without a byte order mark.

    Raises FileProblem: "file_empty", or "file_not_text" for another encoding and for zero bytes.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileProblem("file_not_text", path=shown(path)) from error
    if not text.strip():
        raise FileProblem("file_empty", path=shown(path))
    if "\0" in text:
        raise FileProblem("file_not_text", path=shown(path))
    return text


def parsed(text: str, path: Path | str) -> object:
    """Return what the JSON text says: dict, list, str, int, float, bool or None.

    Raises FileProblem: "file_empty", "file_cut_off", "file_not_json" (with line and column, from 1),
    "file_too_deep", "file_key_twice" or "file_not_finite".
    """
    if not text.strip():
        raise FileProblem("file_empty", path=shown(path))
    import json  # here and not above: a first start reads and writes nothing before its first picture

    usual = _UNUSUAL.search(text) is None  # then each of a million numbers need not be looked at by us
    collects = gc.isenabled()
    gc.disable()  # of a million lists none is garbage yet, and looking for it takes longer than reading them
    try:
        return json.loads(
            text,
            parse_int=int if usual else lambda digits: _whole(digits, path),
            parse_float=float if usual else lambda digits: _real(digits, path),
            parse_constant=lambda name: _no_number(name, path),
            object_pairs_hook=lambda pairs: _no_key_twice(pairs, path),
        )
    except json.JSONDecodeError as error:
        if _is_cut_off(error, text):
            raise FileProblem("file_cut_off", path=shown(path)) from error
        raise FileProblem("file_not_json", path=shown(path), line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise FileProblem("file_too_deep", path=shown(path)) from error
    finally:
        if collects:
            gc.enable()


def _is_cut_off(error: json.JSONDecodeError, text: str) -> bool:
    """Say whether the reader was stopped by the end of the text, and by nothing in it."""
    # An unfinished string is complained about where it begins, a number or a word where it stops making sense.
    return error.msg.startswith("Unterminated string") or bool(re.fullmatch(_UNFINISHED, text[error.pos :].rstrip()))


def _whole(digits: str, path: Path | str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE else _real(digits, path)


def _real(digits: str, path: Path | str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _no_number(digits, path)  # 1e400 reads as infinity


def _no_number(text: str, path: Path | str) -> NoReturn:
    raise FileProblem("file_not_finite", path=shown(path), text=shown(text, 20))


def _no_key_twice(pairs: list[tuple[str, object]], path: Path | str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise FileProblem("file_key_twice", path=shown(path), name=shown(name, 40))
        found[name] = value
    return found
