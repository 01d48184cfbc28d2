"""A folder as the build makes one on Windows, small, with the kinds of names that a program's folder has."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "Kernelscope.exe": b"MZ, the program",
    "_internal/base_library.zip": b"PK",
    "_internal/python313.dll": b"MZ",
    "_internal/numpy/core/_multiarray.cp313-win_amd64.pyd": b"MZ" * 5000,
    "_internal/numpy/empty.txt": b"",
    "_internal/kernelscope/assets/icons/play.svg": b"<svg/>",
    "_internal/_tcl_data/encoding/iso 8859 & [x] $y.enc": b"names with blanks and signs of the recipe's language",
    "_internal/a/same.txt": b"one name",
    "_internal/b/same.txt": b"in two folders",
    "licences/Python.txt": b"the licence",
}
"""Each file by its name in the folder, and what it holds."""


def write(folder: Path) -> None:
    """Write the folder."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def pack(archive: Path, top: str = "Kernelscope/", extra: dict[str, bytes] | None = None) -> Path:
    """Pack the folder as the build does, with more files if wanted, and return the archive."""
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in {**FILES, **(extra or {})}.items():
            packed.writestr(top + name, content)
    return archive
