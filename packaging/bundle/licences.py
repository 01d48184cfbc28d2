"""The licences of everything that is in the program's folder, in a folder of their own beside the program."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from .names import ROOT

TEXTS = ROOT / "packaging" / "licences"
LIST = ROOT / "packaging" / "licences.toml"
_LIBRARY = re.compile(r"(\.dll|\.dylib|\.so(\.\d+)*)$|^Python$", re.IGNORECASE)
_MODULE = re.compile(r"\.(cpython|abi3)[^/]*\.so$|^_[^/]*\.so$")  # part of Python or of a package, which is named
_LICENCE = re.compile(r"(\.dist-info/.*(licen[cs]e|copying)|/lgpl\.txt$)", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """Somebody's work in the program: the libraries that are part of it, and where the text of its licence is."""

    name: str
    libraries: tuple[str, ...] = ()
    text: str = ""
    package: str = ""
    own: tuple[str, ...] = ()
    python: bool = False

    def holds(self, library: str) -> bool:
        """Tell whether a library, by its file name, is part of this."""
        return any(fnmatch(library.lower(), pattern.lower()) for pattern in self.libraries)

    def texts(self) -> list[tuple[Path, str]]:
        """Return the files with its licence, and what each is called in the folder of licences."""
        if self.python:
            return [(Path(os.__file__).parent / "LICENSE.txt", "Python/LICENSE.txt")]
        if self.package:
            return _of_package(self.package)
        own = [(ROOT / path, f"Kernelscope/{Path(path).parent.name or 'program'}.txt") for path in self.own]
        return own or [(TEXTS / self.text, self.text)]


def parts() -> list[Part]:
    """Return all parts, as `licences.toml` lists them."""
    return [_part(found) for found in tomllib.loads(LIST.read_text(encoding="utf-8"))["part"]]


def _part(found: dict[str, Any]) -> Part:
    """Return a part as it stands in the list."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
    return Part(**values)


def libraries(folder: Path) -> set[str]:
    """Return the file names of the shared libraries in a folder; modules of Python are none of their own."""
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    return {name for name in names if _LIBRARY.search(name) and not _MODULE.search(name)}


def unknown(found: set[str]) -> list[str]:
    """Return the libraries that are part of nothing that is listed."""
    listed = parts()
    return sorted(name for name in found if not any(part.holds(name) for part in listed))


def add(folder: Path) -> list[str]:
    """Put the licences of all that is in the program's folder into it; return the libraries that have none."""
    found = libraries(folder)
    target = folder / "licences"
    there = [part for part in parts() if not part.text or any(part.holds(name) for name in found)]
    for part in there:
        for source, name in part.texts():
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
    (target / "README.txt").write_text(_contents(there), encoding="utf-8")
    return unknown(found)


def _contents(there: list[Part]) -> str:
    lines = ["Kernelscope brings along the work of others. Whose, and where the terms stand:", ""]
    for part in there:
        lines += [part.name, *(f"    {name}" for _, name in part.texts()), ""]
    return "\n".join(lines)


def _of_package(package: str) -> list[tuple[Path, str]]:
    """Return the licences that an installed package has brought along."""
    files = importlib.metadata.distribution(package).files or []
    found = [file for file in files if _LICENCE.search(file.as_posix())]
    return [(Path(str(file.locate())), f"{package}/{_short(file.as_posix())}") for file in found]


def _short(path: str) -> str:
    """Return a path in a package without the folders that only the package's installation has."""
    return re.sub(r"^[^/]*\.dist-info/(licenses/)?|^pygame/docs/generated/", "", path)
