"""The output feature maps as CSV."""

from __future__ import annotations

from ..core.operations import maps_of
from ..files.exported import Exported
from ..files.grid_text import written


def csv_file(what: Exported) -> bytes:
    """Return the maps with commas between exact numbers, one below another with an empty line between two.

    There are no words in it, so that every program reads it as it is.
    """
    maps = maps_of(what.scenario.tensor, what.scenario.layer)
    grids = ("".join(f"{','.join(map(written, row))}\n" for row in each) for each in maps.tolist())
    return "\n".join(grids).encode()
