"""The gradients of a loss: how it changes with each weight, bias and pixel of a convolution.

Source: I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (MIT Press, 2016), §6.5 and §9.5.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..value import Single
from .activations import ACTIVATIONS
from .axes import Axis
from .layers import Convolution
from .learning import Learning
from .links import Parameters
from .losses import delta_of, factor_of, loss_of
from .padding import padded
from .scenario import Scenario
from .sliding import Met, Sliding, folded
from .tensors import Filters, Tensor


class Objective(Single):
    """What is to become less: the loss of a convolution of an image, as its weights and biases are varied.

    image: shape (channels, rows, columns). Making one raises the errors of `core` where these do not belong together.
    """

    image: Tensor
    layer: Convolution
    learning: Learning

    def __init__(self, image: Tensor, layer: Convolution, learning: Learning) -> None:
        channels, rows, columns = image.shape
        layer.check((channels, rows, columns))
        learning.check(layer.output_shape((channels, rows, columns)), layer.activation)
        super().__init__(image, layer, learning)

    @property
    def parameters(self) -> Parameters:
        """The weights and biases of the layer: where it begins."""
        return self.layer.weights, self.layer.bias

    @property
    def learns(self) -> tuple[bool, ...]:
        """Which of the parameters learn."""
        return True, self.learning.bias

    @cached_property
    def padded(self) -> Tensor:
        """The image with what stands around it, shape (channels, rows, columns)."""
        return padded(self.image, self.layer.padding)

    @cached_property
    def axes(self) -> tuple[Axis, Axis]:
        """The rows and the columns of the layer over the image."""
        return self.layer.axes((self.image.shape[1], self.image.shape[2]))

    @cached_property
    def sliding(self) -> Sliding:
        """How its kernels lie on the padded image."""
        rows, columns = self.axes
        layer, outputs = self.layer, (rows.outputs, columns.outputs)
        return Sliding(layer.kernel_size, layer.stride, layer.dilation, outputs, layer.groups)

    @cached_property
    def met(self) -> Met | None:
        """The pixels that each weight meets, where they are kept: they stay while it learns."""
        return self.sliding.kept(self.padded)

    def known_from(self, other: Objective) -> Objective:
        """Return it with what is known of the image from another one of the same image and settings: kept but once."""
        names = ("padded", "axes", "sliding", "met")
        self.__dict__.update({name: other.__dict__[name] for name in names if name in other.__dict__})
        return self

    @property
    def factor(self) -> float:
        """What all gradients are multiplied by: 2 ÷ count, 2, or for cross entropy 1 ÷ places."""
        return factor_of(self.learning)

    def at(self, parameters: Parameters) -> Gradients:
        """Return the output, its loss and all gradients where weights and biases are these."""
        return Gradients(self, *parameters)


class Gradients(Single):
    """An output and its loss, and all that follows from the two; each is worked out when it is asked for.

    Numbers may be infinite or none at all where learning has run away; nothing is said of it here.
    """

    objective: Objective
    layer_weights: Filters
    layer_bias: Tensor

    @cached_property
    def sums(self) -> Tensor:
        """The sum of each cell, its bias included, before the activation: shape (filters, rows, columns)."""
        with np.errstate(all="ignore"):
            goal = self.objective
            sums = goal.sliding.sums(goal.padded, self.layer_weights, goal.met)
            return sums + self.layer_bias[:, None, None]

    @cached_property
    def output(self) -> Tensor:
        """What the activation makes of the sums."""
        with np.errstate(all="ignore"):
            return ACTIVATIONS[self.objective.layer.activation].function(self.sums)

    @cached_property
    def error(self) -> Tensor:
        """Output − target."""
        with np.errstate(all="ignore"):
            error: Tensor = self.output - self.objective.learning.target
            return error

    @cached_property
    def loss(self) -> float:
        """The loss, by the name that `learning` has for it."""
        with np.errstate(all="ignore"):
            return loss_of(self.objective.learning, self.sums, self.output)

    @cached_property
    def delta(self) -> Tensor:
        """The slope of the loss against each sum ÷ factor: the error, times how steep the activation is there."""
        with np.errstate(all="ignore"):
            return delta_of(self.objective.learning, self.objective.layer.activation, self.sums, self.output)

    @cached_property
    def weights(self) -> Filters:
        """The gradient of the weights, in their shape: factor × ∑ delta × the pixel under the weight."""
        with np.errstate(all="ignore"):
            goal = self.objective
            return goal.factor * goal.sliding.weight_slopes(goal.padded, self.delta, goal.met)

    @cached_property
    def bias(self) -> Tensor:
        """The gradient of each bias, whether it learns or not: factor × ∑ delta."""
        with np.errstate(all="ignore"):
            slopes: Tensor = self.objective.factor * self.delta.sum(axis=(1, 2))
            return slopes

    @cached_property
    def image(self) -> Tensor:
        """The gradient of the image, in its shape: factor × what the stamps of the deltas add up to at each pixel."""
        objective = self.objective
        size = objective.padded.shape[1], objective.padded.shape[2]
        with np.errstate(all="ignore"):
            slopes = objective.sliding.pixel_slopes(self.layer_weights, self.delta, size)
            return objective.factor * folded(slopes, *objective.axes)

    @property
    def of_parameters(self) -> Parameters:
        """The gradients of weights and biases, in the order of the parameters."""
        return self.weights, self.bias


def objective_of(scenario: Scenario) -> Objective | None:
    """Return what a scenario's convolution is to learn over its image; None: nothing, or it is not the only layer."""
    if scenario.learning is None or scenario.chain is not None:
        return None
    return Objective(scenario.tensor, scenario.layer, scenario.learning)


def taught(scenario: Scenario, parameters: Parameters) -> Scenario:
    """Return the scenario with weights and biases that were learned; they are nobody's by name.

    Raises OutOfRange where one is beyond ±999.
    """
    weights, bias = parameters
    return scenario.changed(kernel=weights, bias=bias, kernel_name="")
