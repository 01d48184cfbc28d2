"""A file that another one names: it lies in the same folder, or below it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath


def file_beside(path: Path | str, name: str) -> Path | None:
    """Return the file of a name that is relative to the folder of `path`, and lies in it or below it.

    None for any other: another drive, a device, a way out by ".." or by a link.
    """
    parts = PureWindowsPath(name.replace("/", "\\"))
    if not name or PurePosixPath(name).is_absolute() or parts.anchor or ":" in name or ".." in parts.parts:
        return None
    if PureWindowsPath(parts.name).is_reserved():
        return None
    folder = Path(path).resolve().parent
    try:
        found = (folder / Path(*parts.parts)).resolve()
    except (OSError, ValueError, RuntimeError):  # a circle of links, a zero byte
        return None
    return found if found.is_relative_to(folder) else None
