"""The file dialog's own program, which shows Tk's dialog and prints the chosen path as JSON.

It is run by its path, or as ``--dialog`` by the entry of a program that has no Python beside it; it needs the standard
library only, and nothing else of the program is imported for it. Status 0 stands for an answer, "" for none chosen.
"""

import contextlib
import os
import sys
from typing import Any

FLAG = "--dialog"
"""What a program without a Python of its own is started with to be the dialog; kind, folder, name and title follow."""
_ENDINGS = "json png apng jpg jpeg webp gif bmp tif tiff pnm ppm pgm pbm svg ico tga txt csv tsv md tex m npy npz"
PATTERNS = " ".join(f"*.{ending}" for ending in (_ENDINGS + " " + _ENDINGS.upper()).split())
"""The files that can be opened."""


def is_asked(arguments: list[str]) -> bool:
    """Tell whether a command line asks for the dialog, rather than for the program."""
    return len(arguments) == 5 and arguments[0] == FLAG


def main(arguments: list[str]) -> int:
    """Ask, print the answer, and return the status; what goes wrong is a status and no word: nobody would read it."""
    import json  # here, for every start of the program looks whether it is the dialog

    try:
        path = _chosen(*arguments)
        sys.stdout.write(json.dumps(path))
        sys.stdout.flush()
    except Exception:  # without tkinter, without a screen, without anybody who listens
        return 1
    return 0


def _chosen(kind: str, folder: str, name: str, title: str) -> str:
    from tkinter import Tk, filedialog

    window = Tk()
    window.withdraw()
    if sys.platform != "darwin":  # there, a hidden window that stays on top lets some Tk stand for ever
        with contextlib.suppress(Exception):  # a window manager may not know it
            window.attributes("-topmost", True)
    common: dict[str, Any] = {"parent": window, "initialdir": folder, "initialfile": name, "title": title or None}
    if kind == "open":
        chosen = filedialog.askopenfilename(**common, filetypes=[("Kernelscope", PATTERNS), ("*", "*")])
    else:
        ending = os.path.splitext(name)[1] or ".json"  # noqa: PTH122
        kinds = [(ending[1:].upper(), f"*{ending}")]
        chosen = filedialog.asksaveasfilename(**common, filetypes=kinds, defaultextension=ending)
    return chosen if isinstance(chosen, str) else ""  # Tk answers with an empty tuple at times


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
