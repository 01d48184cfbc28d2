"""What a convolution may be asked to learn: the map of a hidden kernel, that of a named one, or one that is painted.

None of them is kept by name: a target is its numbers. The name is found again by them, as those of kernels are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from .gradients import Objective
from .grid import Pair, checked_real, frozen
from .layers import Convolution
from .learning import CROSS_ENTROPY, MEAN, Learning
from .learning_limits import rate_limit
from .limits import PIXEL, Range
from .named import kernel_is_random, kernel_names, weights_called
from .random_field import random_field
from .scenario import Scenario
from .tensors import Filters, Tensor

HIDDEN = "hidden"
"""What `target_name` calls the hidden kernel of the scenario's seed."""
LARGEST_HIDDEN = 2
_STREAM = 9
USUAL_RATE = 0.1
"""Where no rate is known to be too large."""
SAFE = 0.7
"""A share of the largest rate: with so much learning is quick and calm."""


def hidden_weights(scenario: Scenario, seed: int | None = None) -> Filters:
    """Return the hidden kernels of a seed, the scenario's own if none is given: whole numbers −2 … 2, no filter all 0.

    They have the shape of the layer's weights, and are the same for ever.
    """
    shape = scenario.layer.weights.shape
    own = scenario.seed if seed is None else seed
    size = int(shape[0]), int(np.prod(shape[1:]))
    for attempt in range(1000):
        name = f"hidden kernel {attempt}"
        rows = random_field(own, size, _STREAM, -LARGEST_HIDDEN, LARGEST_HIDDEN, 1, name)
        if rows.any(axis=1).all():
            break
    return frozen(rows.reshape(shape))


def map_of(scenario: Scenario, weights: Filters) -> Tensor:
    """Return the maps that a scenario's convolution would make with other weights: they can be learned exactly.

    Raises WrongShape where they have another shape.
    """
    layer = scenario.layer
    names = ("bias", "stride", "padding", "dilation", "groups", "activation", "whole_image")
    of = Convolution(weights, **{name: getattr(layer, name) for name in names})
    objective = Objective(scenario.tensor, of, Learning(np.zeros(of.output_shape(scenario.tensor.shape))))
    return frozen(objective.at(objective.parameters).output)


def hidden_target(scenario: Scenario, seed: int | None = None) -> Tensor:
    """Return the maps of the hidden kernels of a seed."""
    return map_of(scenario, hidden_weights(scenario, seed))


def named_target(scenario: Scenario, name: str) -> Tensor:
    """Return the maps of the kernel or set of filters of a name. Raises UnknownName, OutOfRange or DoesNotApply."""
    return map_of(scenario, named_weights(scenario, name))


def named_weights(scenario: Scenario, name: str) -> Filters:
    """Return the weights of a name in the shape of the layer's. Raises as `named_target`."""
    filters, seen, *size = scenario.layer.weights.shape
    return weights_called(name, (filters, seen), (size[0], size[1]), scenario.seed)


def target_name(scenario: Scenario) -> str:
    """Return the name of the kernel whose maps are the target: `HIDDEN`, that of a kernel, or "" where there is none.

    What this finds must not be shown while the kernel is to be guessed.
    """
    if scenario.learning is None:
        return ""
    target = scenario.learning.target
    if np.array_equal(target, hidden_target(scenario)):
        return HIDDEN
    for name in kernel_names():
        if kernel_is_random(name):
            continue
        try:
            found = named_target(scenario, name)
        except ValueError:  # there is none in this shape
            continue
        if np.array_equal(target, found):
            return name
    return ""


def following(before: Scenario, after: Scenario) -> Scenario:
    """Return a scenario whose target is still the map of the kernel that it was the map of, over another image.

    What is painted, or of no kernel that is known, stays; so does a target that the scenario no longer has.
    """
    name = target_name(before) if after.learning is not None else ""
    if not name:
        return after
    try:
        target = hidden_target(after) if name == HIDDEN else named_target(after, name)
    except ValueError:  # there is none in this shape
        return after
    return with_target(after, target)


def painted_target(learning: Learning, number: int, cells: Iterable[Pair], value: float) -> Learning | None:
    """Set cells (row, column) of a map of the target to a value, −999 … 999. None: all have it.

    Cells outside are ignored. Of shares the value is 0 … 1, and the others at the place share what is left, as before.
    """
    shares = learning.loss == CROSS_ENTROPY
    wanted = checked_real(value, "target", Range(0, 1) if shares else PIXEL)
    maps, rows, columns = learning.target.shape
    target = np.array(learning.target)
    for row, column in cells:
        if not (0 <= row < rows and 0 <= column < columns):
            continue
        if shares and maps > 1:
            place = target[:, row, column]
            rest = place.sum() - place[number]
            place[:] = place * (1 - wanted) / rest if rest > 0 else (1 - wanted) / (maps - 1)
        target[number, row, column] = wanted
    return None if np.array_equal(target, learning.target) else learning.changed(target=target)


def with_target(scenario: Scenario, target: Tensor) -> Scenario:
    """Return the scenario with other maps to learn; how it learns stays, or is as usual where nothing was learned.

    Usual are the mean squared error, a bias that stays, and a rate that is quick but not too large.
    """
    if scenario.learning is not None:
        return scenario.changed(learning=scenario.learning.changed(target=target))
    learning = Learning(target, MEAN, USUAL_RATE, 0.0, False)
    limit = rate_limit(Objective(scenario.tensor, scenario.layer, learning))
    return scenario.changed(learning=learning.changed(learning_rate=good_rate(limit)))


def good_rate(limit: float | None) -> float:
    """Return the largest of 1, 2, 5, 10, 20 … and of their tenths, hundredths … that is safely below a limit."""
    if limit is None:
        return USUAL_RATE
    safe = min(max(SAFE * limit, 1e-11), 10.0)
    power = 10.0 ** math.floor(math.log10(safe))
    step = next((step for step in (5, 2, 1) if step * power <= safe), 0.5)  # a logarithm just below is rounded up
    return float(f"{step * power:.0e}")
