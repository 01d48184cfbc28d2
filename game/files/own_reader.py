"""The digit reader that comes with the program, trained: an ordinary scenario file of three layers.

`python -m tests.tools.digit_reader` trains it anew.
"""

from __future__ import annotations

from functools import lru_cache

from ..core.follow import saying_as
from ..core.operations import Operation
from .digits import FOLDER
from .fields import Fields
from .layer_fields import layers_in
from .scenario_parts import scenario_json

READER = FOLDER / "reader.json"


@lru_cache(maxsize=1)
def reader_layers() -> tuple[Operation, ...]:
    """Return its layers, whose weights are the shipped ones. Raises FileProblem and the errors of `core`."""
    found = scenario_json(READER)
    assert isinstance(found, dict)
    return layers_in(Fields(found, READER))


def reader_like(layers: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """Return its layers, the kernels of each following the image where those of these layers do.

    So a reader from a file that does not say it is the same one. Raises as above.
    """
    own = reader_layers()
    return own if len(own) != len(layers) else tuple(map(saying_as, own, layers))
