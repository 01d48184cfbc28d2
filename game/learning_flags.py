"""What --updates means, and --print-output learning: layers that learn before they are shown or printed."""

from __future__ import annotations

import json

import numpy as np

from .core.activations import ACTIVATIONS
from .core.chain import activation_of
from .core.chain_gradients import goal_of, parameters_of, taught_layers
from .core.chained import focus_of, layers_of, of_layers, source_of
from .core.descent import begun, stopped, updated
from .core.errors import LearningNotFinite
from .core.grid import check_values, frozen
from .core.learning import Learning
from .core.limits import WEIGHT, Range
from .core.links import link_of
from .core.operations import Operation, chained_maps
from .core.scenario import Scenario
from .core.tensors import Tensor
from .files.errors import FileProblem
from .flag_texts import whole
from .flags import Flags

UPDATES = Range(0, 1_000_000)


def updates_of(found: Flags) -> int:
    """Return how many updates are asked for, none if there is no flag. Raises FileProblem and OutOfRange."""
    return 0 if found.updates is None else whole("--updates", found.updates, "updates", UPDATES)


def learned(
    image: Tensor, layers: tuple[Operation, ...], learning: Learning | None, found: Flags
) -> tuple[list[float], tuple[Operation, ...]]:
    """Return the losses before each update that is asked for, and the layers after all.

    Raises LearningNotFinite where numbers stop being finite, FileProblem "flag_needs_learning", and OutOfRange.
    """
    count = updates_of(found)
    if learning is None:
        flag = "--print-output learning" if found.printed == "learning" else "--updates"
        raise FileProblem("flag_needs_learning", flag=flag)
    goal = goal_of(image, layers, learning)
    state, losses = begun(goal), []
    for _ in range(count):
        slopes = goal.at(state.parameters)
        after = updated(goal, state, slopes)
        if stopped(slopes.loss, after):
            raise LearningNotFinite(after.updates, learning.learning_rate)
        losses.append(slopes.loss)
        state = after
    return losses, taught_layers(layers, state.parameters)


def learning_json(losses: list[float], layers: tuple[Operation, ...]) -> str:
    """Return what --print-output learning prints: of a layer without weights an empty object."""
    names = ("weights", "bias")
    own = [{name: each.tolist() for name, each in zip(names, parameters_of(layer), strict=False)} for layer in layers]
    return json.dumps({"losses": losses, "layers": own})


def maps_after(image: Tensor, layers: tuple[Operation, ...]) -> tuple[Tensor, ...]:
    """Return the maps of all layers, as any others; where weights are beyond ±999, by products of matrices."""
    largest = max(float(np.abs(each).max()) for layer in layers for each in parameters_of(layer))
    if largest <= WEIGHT.high:
        return chained_maps(image, layers)
    found = []
    for layer in layers:
        with np.errstate(all="ignore"):
            channels, rows, columns = image.shape
            sums = link_of(layer, (channels, rows, columns)).sums(image, parameters_of(layer))
            image = ACTIVATIONS[activation_of(layer)].function(sums)
        found.append(image)
    return tuple(found)


def with_updates(scenario: Scenario, found: Flags) -> Scenario:
    """Return the scenario after the updates that are asked for. Raises as `learned`, and OutOfRange beyond ±999."""
    _, layers = learned(frozen(source_of(scenario).channels), layers_of(scenario), scenario.learning, found)
    for layer in layers:
        for each, quantity in zip(parameters_of(layer), ("weight", "bias"), strict=False):
            check_values(each, quantity, WEIGHT)
    return of_layers(scenario, layers, focus_of(scenario))
