"""The picture on the system's clipboard, asked for in the process that reads pictures: SDL's clipboard has texts only.

Pillow asks the system, on Linux by xclip or wl-paste. Whatever it hands on is opened as one of the kinds that are read,
and its size looked at before a pixel is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .errors import FileProblem
from .helper import environment_of_others
from .picture_kinds import PILLOW

if TYPE_CHECKING:
    from PIL.Image import Image


def picture(check: Callable[[Image], None]) -> Image | str | None:
    """Return what is on the clipboard: a picture, the path of the first of some files, or None for neither.

    `check` raises FileProblem for one that is too large. Raises ImportError without Pillow.
    """
    from PIL import Image, ImageGrab

    Image.MAX_IMAGE_PIXELS = None
    open_any = Image.open

    def opened(file: Any, mode: Any = "r", formats: Any = PILLOW) -> Image.Image:
        found = open_any(file, mode, formats)
        check(found)
        return found

    vars(Image)["open"] = opened
    before, others = dict(os.environ), environment_of_others()
    os.environ.clear()
    os.environ.update(others)
    try:
        found = ImageGrab.grabclipboard()
    except (FileProblem, MemoryError):
        raise
    except Exception:  # there is no way to ask, nobody who answers, or an answer that is no picture
        return None
    finally:
        vars(Image)["open"] = open_any
        os.environ.clear()
        os.environ.update(before)
    return next(iter(found), None) if isinstance(found, list) else found
