"""Make the pictures that come with the program anew: ``python -m tests.tools.pictures``. It takes a minute or two."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PIL import Image

from game.files.own_pictures import PICTURES

from . import MAKERS, levels_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(names: Sequence[str]) -> int:
    """Write the pictures of these names, or all."""
    for name in names or MAKERS:
        PICTURES[name].parent.mkdir(exist_ok=True)
        Image.fromarray(levels_of(MAKERS[name]())).save(PICTURES[name], optimize=True)
        print(f"{PICTURES[name].name}: {PICTURES[name].stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
