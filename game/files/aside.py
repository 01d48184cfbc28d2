"""Keeping a damaged file: it makes room for a good one, and stays for whoever wants to rescue what is in it."""

from pathlib import Path

from .busy import patiently
from .errors import shown

_MOST = 10_000  # damaged files of one name; whoever has more has a disk that says of every name that it is taken


def put_aside(path: Path, folder: Path) -> str:
    """Move a damaged file to ``<stem>.damaged-<number><suffix>`` in the folder and return that path.

    The number is the first free one, from 1. Returns "" if it cannot be moved; then it is left where it is.
    """
    for number in range(1, _MOST):
        kept = folder / f"{path.stem}.damaged-{number}{path.suffix}"
        try:
            kept.lstat()
        except FileNotFoundError:
            break
        except OSError:
            return ""
    else:
        return ""
    try:
        patiently(lambda: path.rename(kept))
    except OSError:
        return ""
    return shown(kept)
