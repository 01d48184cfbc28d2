"""A scenario as a Python program: NumPy alone prints the maps; SciPy and PyTorch make the same where they are there."""

from __future__ import annotations

from textwrap import indent

from ..core.chained import focus_of
from ..core.errors import DoesNotApply
from ..core.layers import Convolution
from ..core.tensors import Tensor
from ..files.code_text import PRINTED, headline_of, number_lines, numpy_lines, pytorch_lines
from ..files.exported import Exported
from ..words.plain import plain
from .scipy_text import scipy_lines


def python_file(what: Exported) -> bytes:
    """Return the program in UTF-8: every number exactly, as short as it reads back the same."""
    if what.scenario.chain is not None:
        return _network(what).encode()
    image, layer = what.scenario.pixel_tensor, what.scenario.layer
    makers = {"numpy": _after_numbers(numpy_lines(image, layer), number_lines(image, layer))}
    makers |= {"scipy": scipy_lines(image, layer)} | _with_pytorch(image, layer)
    given = "image" if layer.pooling is not None else "image, weights, bias"
    functions = "".join(_function(name, given, lines) for name, lines in makers.items())
    named = ", ".join(f'"{name}": with_{name}' for name in makers)
    return (
        f"{_head(what, tuple(makers))}import sys\n\nimport numpy as np\n\n{number_lines(image, layer)}\n{functions}\n"
        f"makers = {{{named}}}\n"
        'maps = makers[sys.argv[1] if sys.argv[1:] else "numpy"]'
        f"({given})\n"
        f"np.set_printoptions(suppress=True, precision={PRINTED}, threshold=10**6, linewidth=10**4)\n"
        f"print(maps.round({PRINTED}) + 0.0)\n"
    ).encode()


def _network(what: Exported) -> str:
    """Return the program of a network with NumPy alone, which prints the maps of the layer in focus, or of another."""
    from ..files.chain_text import headlines, numpy_layers, parts_of  # here and below: most scenarios have one layer

    parts, number = parts_of(what.scenario), focus_of(what.scenario) + 1
    title = plain(what.scenario.name, " ")
    return (
        "# -*- coding: utf-8 -*-\n"
        f"# Made with Kernelscope. It needs NumPy alone, and prints the maps of layer {number}: python FILE\n"
        "# Those of any layer are printed by its number: python FILE 1\n"
        f"# All numbers are exact; what is printed is rounded to {PRINTED} decimals.\n"
        f"{f'# Title: {title}{chr(10)}' if title else ''}"
        f"# A network of {len(parts)} layers\n{headlines(parts)}import sys\n\nimport numpy as np\n\nlayers = []\n"
        f"{numpy_layers(what.scenario, parts, f'layers.append(maps){chr(10)}')}\n"
        f"maps = layers[int(sys.argv[1] if sys.argv[1:] else {number}) - 1]\n"
        f"np.set_printoptions(suppress=True, precision={PRINTED}, threshold=10**6, linewidth=10**4)\n"
        f"print(maps.round({PRINTED}) + 0.0)\n"
    )


def _head(what: Exported, names: tuple[str, ...]) -> str:
    """Return the comments above. The encoding is first: Python would take one from a title in the second line."""
    title = plain(what.scenario.name, " ")
    named = f"# Title: {title}\n" if title else ""
    others = " and ".join(f'"python FILE {name}"' for name in names[1:])
    missing = "" if "pytorch" in names else "# PyTorch has no function for average pooling with dilation.\n"
    return (
        "# -*- coding: utf-8 -*-\n"
        "# Made with Kernelscope. It needs NumPy alone, and prints the output feature maps: python FILE\n"
        f"# The same is made with other libraries, where they are installed, by {others}.\n"
        f"{missing}# All numbers are exact; what is printed is rounded to {PRINTED} decimals.\n"
        f"{named}# {headline_of(what.scenario.pixel_tensor, what.scenario.layer)}\n"
    )


def _after_numbers(lines: str, numbers: str) -> str:
    """Return what follows after the lines with the numbers, which stand outside of the functions."""
    return lines.removeprefix(f"{numbers}\n")


def _with_pytorch(image: Tensor, layer: Convolution) -> dict[str, str]:
    """Return the lines with PyTorch, if it has a function for the layer."""
    try:
        lines = pytorch_lines(image, layer)
    except DoesNotApply:
        return {}
    made = _after_numbers(lines, number_lines(image, layer, "torch.tensor", "torch.float64"))
    names = ("image",) if layer.pooling is not None else ("image", "weights", "bias")
    taken = "".join(f"{name} = torch.from_numpy({name})\n" for name in names)
    begin = f"import torch\nimport torch.nn.functional as F\n\n{taken}"
    return {"pytorch": f"{begin}{made}maps = maps[0].numpy()\n"}


def _function(name: str, given: str, lines: str) -> str:
    return f"\ndef with_{name}({given}):\n{indent(lines, '    ')}    return maps\n\n"
