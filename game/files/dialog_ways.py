"""The ways to ask for a file on this system, one for each program that can show a dialog."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from . import dialog_window
from .helper import environment_of_others

Kind: TypeAlias = Literal["open", "save"]

_CANCELLED = 1  # the status of zenity and of kdialog

_APPLE = """
on run {kind, folder, name, title}
    try
        activate
    end try
    try
        if kind is "open" then
            set chosen to choose file with prompt title default location (POSIX file folder)
        else
            set chosen to choose file name with prompt title default name name default location (POSIX file folder)
        end if
    on error number -128
        return ""
    end try
    return POSIX path of chosen
end run
"""


class Way(NamedTuple):
    """A command that shows a dialog, what its output says (raises ValueError), and a status that means "cancelled"."""

    command: list[str]
    read: Callable[[bytes], str]
    cancelled: int | None = None

    def environment(self) -> dict[str, str]:
        """Return what to start it with: where a frozen program looks for its own libraries, no other finds its own."""
        return dict(os.environ) if self.command[0] == sys.executable else environment_of_others()


def ways(kind: Kind, folder: Path, name: str, title: str) -> list[Way]:
    """Return the ways in the order in which to try them: the next one is for where there is none such."""
    own = Way([*_own_program(), kind, str(folder), name, title], _from_json)
    if sys.platform == "darwin":  # the system's own script: Tk's dialog never answers with some of its versions
        return [Way(["osascript", "-e", _APPLE, kind, str(folder), name, title], _from_line), own]
    if sys.platform == "win32":
        return [own]
    return [own, *_desktop_ways(kind, folder, name, title)]


def _own_program() -> list[str]:
    """Return the command of our own dialog: a frozen program has no Python beside it, and is the dialog itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, dialog_window.FLAG]
    return [sys.executable, "-I", dialog_window.__file__]


def _desktop_ways(kind: Kind, folder: Path, name: str, title: str) -> list[Way]:
    """Return the ways of desktops of Linux, as far as they are there; Python is often without tkinter."""
    saving, start = kind == "save", os.path.join(folder, name)  # noqa: PTH118 - a separator at the end means a folder
    zenity = ["--file-selection", f"--title={title}", f"--filename={start}"]
    zenity += ["--save", "--confirm-overwrite"] if saving else [f"--file-filter=Kernelscope | {dialog_window.PATTERNS}"]
    zenity += [] if saving else ["--file-filter=* | *"]
    kdialog = ["--title", title, "--getsavefilename" if saving else "--getopenfilename", start]
    ending = os.path.splitext(name)[1] or ".json"  # noqa: PTH122
    kdialog += [f"{ending[1:].upper()} (*{ending})"] if saving else [f"Kernelscope ({dialog_window.PATTERNS})"]
    found = ((shutil.which("zenity"), zenity), (shutil.which("kdialog"), kdialog))
    read = partial(_saved_line, ending=ending) if saving else _from_line
    return [Way([program, *options], read, _CANCELLED) for program, options in found if program]


def _from_json(printed: bytes) -> str:
    chosen = json.loads(printed)
    if not isinstance(chosen, str):
        raise ValueError
    return chosen


def _from_line(printed: bytes) -> str:
    return os.fsdecode(printed.removesuffix(b"\n"))


def _saved_line(printed: bytes, ending: str) -> str:
    """Return a path with the ending that these dialogs do not add, unless that is another file's, not asked about."""
    path = _from_line(printed)
    ended = f"{path}{ending}"
    if not path or os.path.splitext(path)[1] or os.path.lexists(path) or os.path.lexists(ended):  # noqa: PTH122
        return path
    return ended
