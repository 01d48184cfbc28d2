"""The gradients of a loss behind several layers: what each weight and bias of all of them has to do with it.

Source: as `gradients`: slopes go back through the layers, the last one first.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from ..value import Single
from .activations import ACTIVATIONS
from .chain import activation_of
from .errors import ConvolutionError, DoesNotApply, LayerDoesNotFit
from .gradients import Objective
from .layers import Convolution
from .learning import Learning
from .links import Link, Parameters, link_of
from .losses import behind, delta_of, factor_of, loss_of
from .operations import Operation
from .pooling import Pooling
from .tensors import Tensor
from .transposed import TransposedConvolution


class ChainObjective(Single):
    """What is to become less: the loss of the last of several layers, as all weights and biases are varied.

    Making one raises the errors of `core`: LayerDoesNotFit of several layers, those of its `check` of one alone, and
    those of `Learning.check`; DoesNotApply where no layer has weights.
    """

    image: Tensor
    layers: tuple[Operation, ...]
    learning: Learning
    links: tuple[Link, ...]

    def __init__(self, image: Tensor, layers: tuple[Operation, ...], learning: Learning) -> None:
        channels, rows, columns = image.shape
        links, shape = [], (channels, rows, columns)
        for number, layer in enumerate(layers, 1):
            try:
                links.append(link_of(layer, shape))
            except ConvolutionError as problem:
                if len(layers) == 1:
                    raise
                raise LayerDoesNotFit(number, *shape, problem) from problem
            shape = layer.output_shape(shape)
        if all(isinstance(layer, Pooling) for layer in layers):
            raise DoesNotApply("learning", "nothing has weights")
        learning.check(shape, activation_of(layers[-1]))
        super().__init__(image, layers, learning, tuple(links))

    @property
    def parameters(self) -> Parameters:
        """The weights and biases of all layers, one layer after the other; a pooling has none."""
        return tuple(each for layer in self.layers for each in parameters_of(layer))

    @property
    def learns(self) -> tuple[bool, ...]:
        """Which of the parameters learn."""
        return (True, self.learning.bias) * (len(self.parameters) // 2)

    def at(self, parameters: Parameters) -> ChainGradients:
        """Return the outputs, the loss and all gradients where the parameters are these."""
        return ChainGradients(self, self.shared(parameters))

    def shared(self, parameters: Parameters) -> tuple[Parameters, ...]:
        """Return each layer's own of all parameters."""
        rest = iter(parameters)
        return tuple(() if isinstance(layer, Pooling) else (next(rest), next(rest)) for layer in self.layers)


class ChainGradients(Single):
    """The outputs of all layers, and what follows from them; each is worked out when it is asked for.

    Numbers may be infinite or none at all where learning has run away; nothing is said of it here.
    """

    objective: ChainObjective
    shared: tuple[Parameters, ...]

    @cached_property
    def steps(self) -> tuple[tuple[Tensor, Tensor], ...]:
        """Of each layer its sums, and what its activation makes of them, both of shape (maps, rows, columns)."""
        found, image = [], self.objective.image
        with np.errstate(all="ignore"):
            for layer, link, own in zip(self.objective.layers, self.objective.links, self.shared, strict=True):
                sums = link.sums(image, own)
                image = ACTIVATIONS[activation_of(layer)].function(sums)
                found.append((sums, image))
        return tuple(found)

    @property
    def output(self) -> Tensor:
        """The maps of the last layer."""
        return self.steps[-1][1]

    @cached_property
    def loss(self) -> float:
        """The loss, by the name that `learning` has for it."""
        with np.errstate(all="ignore"):
            return loss_of(self.objective.learning, *self.steps[-1])

    @property
    def of_parameters(self) -> Parameters:
        """The gradients of all parameters, in their order."""
        return tuple(each for own in self.back[0] for each in own)

    @property
    def image(self) -> Tensor:
        """The gradient of the image, in its shape."""
        return self.back[1]

    @cached_property
    def back(self) -> tuple[tuple[Parameters, ...], Tensor]:
        """The gradients of each layer's parameters, and of the image."""
        objective, layers = self.objective, self.objective.layers
        images = (objective.image, *(output for _, output in self.steps[:-1]))
        with np.errstate(all="ignore"):
            factor = factor_of(objective.learning)
            delta = factor * delta_of(objective.learning, activation_of(layers[-1]), *self.steps[-1])
            found: list[Parameters] = []
            for place in reversed(range(len(layers))):
                own, slopes = objective.links[place].slopes(images[place], self.shared[place], delta)
                found.append(own)
                if place:
                    delta = behind(activation_of(layers[place - 1]), *self.steps[place - 1], slopes)
        return tuple(reversed(found)), slopes


def goal_of(image: Tensor, layers: tuple[Operation, ...], learning: Learning) -> Objective | ChainObjective:
    """Return what layers are to learn over an image. Raises as making a `ChainObjective` does."""
    if len(layers) == 1 and isinstance(layers[0], Convolution):
        return Objective(image, layers[0], learning)
    return ChainObjective(image, layers, learning)


def parameters_of(layer: Operation) -> Parameters:
    """Return weights and biases of a layer, as it has them; nothing of a pooling."""
    return () if isinstance(layer, Pooling) else (layer.weights, layer.bias)


def taught_layers(layers: tuple[Operation, ...], parameters: Parameters) -> tuple[Operation, ...]:
    """Return the layers with weights and biases that were learned, which may be of any size."""
    rest: Any = iter(parameters)
    return tuple(layer if isinstance(layer, Pooling) else _with(layer, next(rest), next(rest)) for layer in layers)


def _with(layer: Convolution | TransposedConvolution, weights: Tensor, bias: Tensor) -> Operation:
    """Return a layer with other numbers, which are not checked."""
    other = object.__new__(type(layer))
    other.__dict__.update(layer.__dict__ | {"weights": weights, "bias": bias})
    other.__dict__.pop("kernels", None)
    return other
