"""Of a picture that is damaged, or only odd, the libraries say nothing: what is to be said is one sentence of ours."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pygame
import pytest

from game.files.errors import FileProblem
from game.files.pictures import quiet, read_picture

ROOT = Path(__file__).parent.parent.parent
GRAY, COLOURS, PALETTE = 0, 2, 3


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(kind: int, pixels: bytes, *before: bytes, packed: bool = True) -> bytes:
    """Return a PNG of 4 × 4 pixels with these rows, and chunks before them; all sums are right."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, kind, 0, 0, 0))
    data = _chunk(b"IDAT", zlib.compress(pixels) if packed else pixels)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(before) + data + _chunk(b"IEND", b"")


ROWS = b"\0" + bytes(4)
TABLE = _chunk(b"PLTE", bytes(range(30)))
DAMAGED = {
    "a filter that does not exist": _png(GRAY, (b"\x09" + bytes(4)) * 4),
    "no palette": _png(PALETTE, ROWS * 4),
    "a palette of half a colour": _png(PALETTE, ROWS * 4, _chunk(b"PLTE", bytes(31))),
    "pixels that are not packed": _png(GRAY, ROWS * 4, packed=False),
    "pixels packed with a wrong sum": _png(GRAY, zlib.compress(ROWS * 4)[:-6] + bytes(6), packed=False),
    "too few pixels": _png(GRAY, ROWS * 2),
}
ODD = {
    "too many pixels": _png(GRAY, ROWS * 40),
    "a profile of no colours": _png(COLOURS, (b"\0" + bytes(12)) * 4, _chunk(b"iCCP", b"x\0\0" + zlib.compress(b"no"))),
    "a gamma of nothing": _png(GRAY, ROWS * 4, _chunk(b"gAMA", bytes(4))),
    "a transparency of wrong length": _png(GRAY, ROWS * 4, _chunk(b"tRNS", bytes(5))),
    "a palette twice": _png(PALETTE, ROWS * 4, TABLE, TABLE),
    "a background off the palette": _png(PALETTE, ROWS * 4, TABLE, _chunk(b"bKGD", b"\xff")),
}
"""Libraries may read these or not; what they say about them changes with their version."""


@pytest.mark.parametrize("name", [*DAMAGED, *ODD])
def test_a_picture_is_read_or_refused_and_the_libraries_say_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes({**DAMAGED, **ODD}[name])
    try:
        read_picture(path, (4, 4))
    except FileProblem as problem:
        assert problem.key == "picture_damaged"  # noqa: PT017 - it need not be refused
    else:
        assert name in ODD or name.startswith("a palette of")
    assert capfd.readouterr() == ("", "")


def test_without_that_they_would(capfd: pytest.CaptureFixture[str]) -> None:
    said = 0
    for data in (*DAMAGED.values(), *ODD.values()):
        with contextlib.suppress(pygame.error):
            pygame.image.load(io.BytesIO(data), "a.png")
        said += bool(capfd.readouterr().err)
    assert said > 2


def test_afterwards_standard_error_is_there_again_whatever_happened(capfd: pytest.CaptureFixture[str]) -> None:
    for error in (None, FileProblem("picture_damaged"), KeyboardInterrupt()):
        try:
            with quiet():
                os.write(2, b"hidden")
                sys.stderr.flush()
                if error is not None:
                    raise error
        except (FileProblem, KeyboardInterrupt):
            pass
        os.write(2, b"seen ")
    assert capfd.readouterr().err == "seen seen seen "


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files as Linux shows them")
def test_no_file_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(DAMAGED["no palette"])
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - the folder is not one of files
    for _ in range(50):
        with pytest.raises(FileProblem):
            read_picture(path, (4, 4))
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


@pytest.mark.parametrize(
    "before", ["os.close(2)", "sys.stderr = None", "sys.stderr.close()", "os.close(2); sys.stderr = None"]
)
def test_without_a_standard_error_it_is_read_or_refused_all_the_same(tmp_path: Path, before: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(DAMAGED["no palette"])
    program = (
        f"import os, sys, pathlib\nfrom game.files.pictures import read_picture\n{before}\n"
        f"try:\n    read_picture(pathlib.Path({str(path)!r}), (4, 4))\n"
        "except Exception as error:\n    print(error.key)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.stdout, done.stderr) == ("picture_damaged\n", "")
