"""What can go wrong with a file, as one typed error.

It carries facts, no sentence: ``key`` names the kind and ``values()`` gives the facts by name, as the errors of
`core` do, so that the room `words` can say them in any language.
"""

import errno
import os

from ..core.errors import Problem
from ..words.plain import shown as shown  # for all who say what is wrong with a file


class FileProblem(Problem):
    """A file, a pasted text or a flag that cannot be used; nothing else was changed."""


_REASONS = {
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "read-only",
    errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk full",
    errno.EFBIG: "disk full",
    errno.ENOENT: "no folder",
    errno.ENOTDIR: "no folder",
    errno.ENAMETOOLONG: "name too long",
    errno.ENOLCK: "no locks",
    errno.EOPNOTSUPP: "no locks",
    errno.EBADF: "closed",
}


def reason_of(error: OSError | ValueError) -> str:
    """Return a reason key for what the operating system said.

    One of "no permission", "read-only", "disk full", "no folder", "name too long", "no locks", "no such name",
    "closed", and `atomic` has "no new files"; or for anything rarer the operating system's own words.
    """
    if isinstance(error, ValueError):  # a NUL, or half of a surrogate pair: the system is not even asked
        return "no such name"
    if error.errno is None:
        return shown(error, 80)
    return _REASONS.get(error.errno, os.strerror(error.errno).lower())


def not_kept(key: str, place: object, error: FileProblem | OSError) -> FileProblem:
    """Return what an error means to somebody who saves nothing by hand: what cannot be kept, where, and why."""
    reason = reason_of(error) if isinstance(error, OSError) else error.values().get("reason", "in the way")
    return FileProblem(key, path=shown(place), reason=reason)
