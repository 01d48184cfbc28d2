"""The pictures that come with the program, made for it (`tests/tools/pictures`), and where they lie."""

from __future__ import annotations

from functools import lru_cache

from ..assets import ASSETS
from ..core.errors import UnknownName
from ..core.kept_picture import KeptPicture
from ..words.plain import shown

PICTURES = {name: ASSETS / f"pictures/{name}.png" for name in ("fruit", "street", "blocks", "test-card")}
"""The files by their names: two in colour and two in gray, each 256 pixels on the longer side."""


@lru_cache(maxsize=len(PICTURES))
def kept_picture(name: str) -> KeptPicture:
    """Return a picture that comes with the program, as it is kept when it is opened.

    It is read in this process: only what others have made is read in one of its own. Raises UnknownName, and
    FileProblem "picture_damaged" or those of reading a file.
    """
    if name not in PICTURES:
        raise UnknownName("picture", shown(name, 40), tuple(PICTURES))
    from .pictures import own_pixels  # few scenes show a picture

    return KeptPicture(own_pixels(PICTURES[name]))
