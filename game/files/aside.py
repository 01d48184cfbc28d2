"""Keeping a damaged file: it makes room for a good one, and stays for whoever wants to rescue what is in it."""

from itertools import count
from pathlib import Path

from .errors import shown


def put_aside(path: Path, folder: Path) -> str:
    """Move a damaged file to ``<stem>.damaged-<number><suffix>`` in the folder and return that path.

    The number is the first free one, from 1. Returns "" if it cannot be moved; then it is left where it is.
    """
    for number in count(1):
        kept = folder / f"{path.stem}.damaged-{number}{path.suffix}"
        try:
            kept.lstat()
        except FileNotFoundError:
            break
        except OSError:
            return ""
    try:
        path.rename(kept)
    except OSError:
        return ""
    return shown(kept)
