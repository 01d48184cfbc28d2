"""Reading side B of Compare in a scenario file: a layer over the same image, as `layers` of version 2 has one."""

from __future__ import annotations

from ..core.chained import said_of
from ..core.named import kernel_name_of
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from .fields import Fields
from .layer_fields import layer_in

COMPARE = "compare"


def other_in(fields: Fields, scenario: Scenario) -> Scenario:
    """Return what stands on side B: the image of a scenario under the layer that a file compares it with.

    Raises FileProblem and the errors of `core`, also where the layer does not go over that image.
    """
    layer = layer_in(fields.inner(COMPARE, fields.found[COMPARE]))
    if isinstance(layer, Pooling):
        return scenario.changed(pooling=layer, kernel_name="")
    plain = {"pooling": None, "transposed": False, "kernel_name": ""}
    other = scenario.changed(**plain | said_of(layer))
    return other.varied(kernel_name=kernel_name_of(other.layer.chosen_weights, other.seed))
