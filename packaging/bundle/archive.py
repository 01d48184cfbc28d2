"""The program packed into one file, with the rights and links that it needs."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

TOP = "Kernelscope"
"""The folder that everything lies in once it is unpacked."""


def pack(parts: list[Path], archive: Path) -> None:
    """Pack files and folders; a folder called Kernelscope is the top one itself, all else goes into it."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.unlink(missing_ok=True)
    (_tar if archive.name.endswith(".tar.gz") else _zip)(parts, archive)


def _name(part: Path) -> str:
    return TOP if part.name == TOP else f"{TOP}/{part.name}"


def _tar(parts: list[Path], archive: Path) -> None:
    with tarfile.open(archive, "w:gz") as packed:
        for part in parts:
            packed.add(part, _name(part), filter=_nobody)


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Say nothing of who has built it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _zip(parts: list[Path], archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for part in parts:
            for path, name in _files(part):
                _add(packed, path, name)


def _files(part: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file or link of a part, and its name in the archive."""
    if part.is_symlink() or part.is_file():
        yield part, _name(part)
        return
    for path in sorted(part.rglob("*")):
        if path.is_symlink() or path.is_file():
            yield path, f"{_name(part)}/{path.relative_to(part).as_posix()}"


def _add(packed: zipfile.ZipFile, path: Path, name: str) -> None:
    """Add a file, or a link as a link, which an app on a Mac is full of."""
    if not path.is_symlink():
        packed.write(path, name)
        return
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3  # Unix, where links are
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed.writestr(entry, str(path.readlink()))
