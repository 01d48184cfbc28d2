"""A network as a program for others: PyTorch, whose `nn.Sequential` has the weights, or NumPy alone, layer by layer.

Run, it prints the maps of the last layer; see `code_text`.
"""

from __future__ import annotations

from textwrap import indent

import numpy as np

from ..core.activations import SLOPE
from ..core.chain_results import chain_results
from ..core.grid import frozen
from ..core.layers import Convolution
from ..core.padding import Padding
from ..core.pooling import Pooling
from ..core.result import result_of
from ..core.scenario import Scenario
from ..core.spread import in_pytorch
from ..core.tensors import Tensor
from .code_numbers import image_lines, nested
from .code_text import NUMPY_MODES, PRINTED, convolution_settings, headline_of, numpy_lines, pytorch_lines
from .grid_text import written
from .pooling_text import check_pytorch_has, pads_itself, pooling_settings
from .transposed_text import transposed_settings

ACTIVATIONS = {
    "relu": "nn.ReLU()",
    "leaky relu": f"nn.LeakyReLU({SLOPE})",
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "softmax": "nn.Softmax(dim=1)",
}
PADS = {"reflect": "ReflectionPad2d", "replicate": "ReplicationPad2d", "circular": "CircularPad2d"}
Parts = tuple[tuple[Tensor, Convolution], ...]
"""The layers, each with the shape of what it is over: zeros."""


def parts_of(scenario: Scenario) -> Parts:
    """Return the layers of a network, each with zeros in the shape of what it is over."""
    found = chain_results(result_of(scenario)).results
    return tuple(
        (np.zeros((len(each.scenario.pixels), *each.scenario.pixel_size)), each.scenario.layer) for each in found
    )


def headlines(parts: Parts) -> str:
    """Return what each layer is, a comment line for each."""
    return "".join(f"# {number}. {headline_of(*part)}\n" for number, part in enumerate(parts, 1))


def network_numpy(scenario: Scenario) -> str:
    """Return a program in NumPy that prints the maps of the last layer."""
    parts = parts_of(scenario)
    return (
        f"# A network of {len(parts)} layers\n{headlines(parts)}import numpy as np\n\n"
        f"{numpy_layers(scenario, parts)}\n"
        f"np.set_printoptions(suppress=True, precision={PRINTED}, threshold=10**6, linewidth=10**4)\n"
        f"print(maps.round({PRINTED}) + 0.0)\n"
    )


def numpy_layers(scenario: Scenario, parts: Parts, after: str = "") -> str:
    """Return the lines that make `maps` layer by layer; `after`: a line that follows each of them."""
    lines = [image_lines(frozen(_source(scenario)), "np.array", "float")]
    for number, (zeros, layer) in enumerate(parts, 1):
        body = numpy_lines(zeros, layer).removeprefix(image_lines(zeros, "np.array", "float"))
        begin = "" if number == 1 else "image = maps\n"
        lines.append(f"\n# {number}. {headline_of(zeros, layer)}\n{begin}{body}{after}")
    return "".join(lines)


def network_pytorch(scenario: Scenario) -> str:
    """Return a program with `nn.Sequential` that prints the maps of the last layer.

    Raises DoesNotApply for an average of windows with dilation, which PyTorch does not have.
    """
    parts, own, numbers = parts_of(scenario), "", ""
    modules: list[str] = []
    for number, (zeros, layer) in enumerate(parts, 1):
        known = _modules(zeros, layer)
        if known is None:
            own += _own_module(number, zeros, layer)
            known = (f"Layer{number}()",)
        weighted = next((place for place, one in enumerate(known) if one.startswith("nn.Conv")), None)
        if weighted is not None:
            numbers += _loaded(len(modules) + weighted, layer)
        modules += known
    held = "".join(f"    {module},\n" for module in modules)
    return (
        f"# A network of {len(parts)} layers\n{headlines(parts)}import torch\nimport torch.nn.functional as F\n"
        f"from torch import nn\n\n{image_lines(frozen(_source(scenario)), 'torch.tensor', 'torch.float64')}\n{own}"
        f"model = nn.Sequential(\n{held}).double()\n\n"
        f"with torch.no_grad():\n{numbers}    maps = model(image[None])  # a batch of one image\n"
        f"torch.set_printoptions(precision={PRINTED}, sci_mode=False, threshold=10**6, linewidth=10**4)\n"
        f"print(maps[0].round(decimals={PRINTED}) + 0.0)\n"
    )


def _source(scenario: Scenario) -> tuple[Tensor, ...]:
    return scenario.source_pixels


def _modules(zeros: Tensor, layer: Convolution) -> tuple[str, ...] | None:
    """Return PyTorch's modules that do what a layer does; None where there are none for it."""
    if layer.pooling is not None:
        return _pooling(layer.pooling, (zeros.shape[1], zeros.shape[2]))
    made = _transposed(layer) if layer.is_transposed else _convolution(layer)
    if made is None:
        return None
    return (*made, ACTIVATIONS[layer.activation]) if layer.activation != "none" else made


def _convolution(layer: Convolution) -> tuple[str, ...]:
    pair = layer.padding.pair
    settings = convolution_settings(layer, pair or (0, 0))
    made = f"nn.Conv2d({layer.channels}, {layer.filters}, {layer.kernel_size}{settings})"
    return (made,) if pair is not None else (_pad(layer.padding), made)


def _pad(padding: Padding) -> str:
    """Return the module that pads what PyTorch's convolution does not pad alike itself."""
    sides = padding.left, padding.right, padding.top, padding.bottom
    if padding.mode in NUMPY_MODES:
        return f"nn.{PADS[padding.mode]}({sides})"
    return f"nn.ConstantPad2d({sides}, {written(padding.fill)})"


def _transposed(layer: Convolution) -> tuple[str, ...] | None:
    if layer.chosen_padding.pair is None:
        return None  # what is cut off differently on both sides is cut by hand
    return (f"nn.ConvTranspose2d({layer.channels}, {layer.filters}, {layer.kernel_size}{transposed_settings(layer)})",)


def _pooling(pooling: Pooling, size: tuple[int, int]) -> tuple[str, ...] | None:
    window = pooling.window(size)
    check_pytorch_has(pooling)
    if not pads_itself(pooling, window):
        return None
    return (f"nn.{'MaxPool2d' if pooling.kind == 'max' else 'AvgPool2d'}({window}{pooling_settings(pooling, window)})",)


def _own_module(number: int, zeros: Tensor, layer: Convolution) -> str:
    """Return a module for a layer that PyTorch has none for: the lines that make the maps of a batch of images."""
    lines = pytorch_lines(zeros, layer).removeprefix(image_lines(zeros, "torch.tensor", "torch.float64"))
    lines = lines.replace("images = image[None]  # a batch of one image\n", "").lstrip("\n")
    begin = f"\nclass Layer{number}(nn.Module):\n    def forward(self, images):\n"
    return f"{begin}{indent(lines, ' ' * 8)}        return maps\n\n\n"


def _loaded(place: int, layer: Convolution) -> str:
    """Return the lines that give a module its weights and biases."""
    weights = layer.weights if not layer.is_transposed else in_pytorch(layer.chosen_weights, layer.groups)
    found = ""
    for name, values in (("weight", weights), ("bias", layer.bias)):
        begin = f"    model[{place}].{name}[:] = torch.tensor("
        found += f"{begin}{nested(values, len(begin))}, dtype=torch.float64)\n"
    return found
