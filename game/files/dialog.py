"""The system's file dialog, asked in a process of its own: tkinter inside a pygame process crashes on macOS."""

import enum
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import subprocess

_PROGRAM = """
import json, sys
from tkinter import Tk, filedialog
kind, folder, name, title = sys.argv[1:]
window = Tk()
window.withdraw()
try:
    window.attributes("-topmost", True)
except Exception:
    pass
options = {"parent": window, "initialdir": folder, "initialfile": name, "title": title or None}
if kind == "open":
    types = [("Kernelscope", "*.json *.png *.jpg *.jpeg *.JSON *.PNG *.JPG *.JPEG"), ("*", "*")]
    path = filedialog.askopenfilename(filetypes=types, **options)
else:
    path = filedialog.asksaveasfilename(filetypes=[("JSON", "*.json")], defaultextension=".json", **options)
sys.stdout.write(json.dumps(path or ""))
"""


class DialogAnswer(enum.Enum):
    """What a dialog says when it has no path to give."""

    NOT_DONE = "not done"
    UNAVAILABLE = "unavailable"


class FileDialog:
    """A dialog that is open in another process. Ask it with `poll` now and then; it never makes anybody wait."""

    def __init__(self, process: "subprocess.Popen[bytes] | None") -> None:
        """Watch a process that will print the path; None is a dialog that could not be started."""
        self._process = process
        self._answer: Path | DialogAnswer | None = (
            DialogAnswer.UNAVAILABLE if process is None else DialogAnswer.NOT_DONE
        )

    def poll(self) -> Path | DialogAnswer | None:
        """Return the chosen path, None if the person cancelled, NOT_DONE, or UNAVAILABLE if there is no dialog here."""
        if self._process is not None and self._process.poll() is not None:
            self._answer = _answer_of(self._process)
            self._process = None
        return self._answer

    def close(self) -> None:
        """End the dialog, as when the window closes; it counts as cancelled."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
            self._answer = None


def choose_file(kind: Literal["open", "save"], folder: Path, name: str = "", title: str = "") -> FileDialog:
    """Open the system's dialog for a file to open or save, in this folder, with this name filled in."""
    import subprocess  # here, because it takes some milliseconds of the start and is needed once in a while

    command = [sys.executable, "-I", "-c", _PROGRAM, kind, str(folder), name, title]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except (OSError, ValueError):
        return FileDialog(None)
    return FileDialog(process)


def _answer_of(process: "subprocess.Popen[bytes]") -> Path | DialogAnswer | None:
    """Return what a process that has ended says."""
    printed, _ = process.communicate()
    if process.returncode != 0:
        return DialogAnswer.UNAVAILABLE
    try:
        chosen = json.loads(printed)
    except ValueError:
        return DialogAnswer.UNAVAILABLE
    return Path(chosen) if isinstance(chosen, str) and chosen else None
