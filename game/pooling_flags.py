"""What the flags make of a scenario whose layer pools, and which flags belong to which operation.

Imported when an operation is named, or a file that is opened has a pooling.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .core.grid import Pair, frozen
from .core.named import image_called, white_called
from .core.operation_change import CONVOLUTION, POOLINGS, TRANSPOSED, operation_of
from .core.padding import AMOUNTS, Padding
from .core.pooling import Pooling
from .core.resize import image_in
from .core.scenario import Scenario
from .files.errors import FileProblem

IMAGE = "image"
"""What `--kernel-size` says for a kernel or a window as large as the image."""
OF_A_CONVOLUTION = ("filters", "groups", "bias", "activation", "padding_mode", "padding_value")
OF_A_POOLING = ("ceil", "count_padding")


def asked_operation(base: Scenario, layer: Mapping[str, Any], kernel: str | None) -> str:
    """Return the operation that is asked for, else that of the scenario.

    layer: what the flags about the layer say, by their keys; kernel: the name that was given, or None.
    Raises FileProblem for a flag that belongs to another operation.
    """
    operation: str = layer.get("operation", operation_of(base))
    if "output_padding" in layer and operation != TRANSPOSED:
        raise FileProblem("flag_of_operation", flag="--output-padding", needed=TRANSPOSED, operation=operation)
    if operation == TRANSPOSED and layer.get("padding") in AMOUNTS:
        flag = f"--padding {layer['padding']}"
        raise FileProblem("flag_of_operation", flag=flag, needed="convolution or pooling", operation=operation)
    if operation == TRANSPOSED and (none := [key for key in ("padding_mode", "padding_value") if key in layer]):
        flag = f"--{none[0].replace('_', '-')}"
        raise FileProblem("flag_of_operation", flag=flag, needed=CONVOLUTION, operation=operation)
    if operation in (CONVOLUTION, TRANSPOSED):
        wrong = [key for key in OF_A_POOLING if key in layer]
        needed = "average pooling" if wrong == ["count_padding"] else "max or average pooling"
        if not wrong and operation == TRANSPOSED and layer.get("kernel_size") == IMAGE:
            wrong, needed = ["kernel_size"], "convolution or pooling"
    else:
        wrong = ["kernel"] if kernel is not None else []
        wrong += [key for key in OF_A_CONVOLUTION if key in layer]
        needed = CONVOLUTION
        if not wrong and "count_padding" in layer and operation != "average pooling":
            wrong, needed = ["count_padding"], "average pooling"
    if wrong:
        flag = "--kernel-size image" if wrong[0] == "kernel_size" else f"--{wrong[0].replace('_', '-')}"
        raise FileProblem("flag_of_operation", flag=flag, needed=needed, operation=operation)
    return operation


def pooled(
    base: Scenario,
    operation: str,
    image: str | None,
    quantities: Mapping[str, Any],
    layer: Mapping[str, Any],
    of_files: Mapping[str, Any],
) -> Scenario:
    """Return the scenario with the flags on top, all at once, pooling being the operation.

    base: with as many channels as are asked for. image: its name, or None for the one that is there. quantities, layer:
    what the flags say by their keys. of_files: the fields that a file of numbers gives. Raises the errors of `core`.
    """
    size: Pair = quantities.get("image_size", base.image_size)
    fields: dict[str, Any] = {"kernel_name": ""}
    if "image" not in of_files:
        fields["image"] = image_in(base, size)
    if image is not None:
        channels = image_called(image, len(base.channels), size, base.seed)
        fields |= {"image": tuple(map(frozen, channels)), "image_name": image, "white": white_called(image)}
    if "order" in layer:
        fields["order"] = layer["order"]
    return base.changed(pooling=_pooling(base, operation, size, quantities, layer), **(fields | dict(of_files)))


def _pooling(
    base: Scenario, operation: str, size: Pair, quantities: Mapping[str, Any], layer: Mapping[str, Any]
) -> Pooling:
    """Return the pooling that is asked for; what is left open is as now, or as PyTorch has it."""
    found = base.layer.pooling
    if found is None:
        rows, columns = (min(pair) for pair in zip(base.kernel_size, size, strict=True))
        found = Pooling("max", (rows, columns))
    said: dict[str, Any] = {key: quantities[key] for key in ("kernel_size", "stride", "dilation") if key in quantities}
    if layer.get("kernel_size") == IMAGE:
        said["kernel_size"] = None
    if "ceil" in layer:
        said["ceil_mode"] = True
    if "count_padding" in layer:
        said["count_include_pad"] = layer["count_padding"]
    found = found.changed(kind=POOLINGS[operation], **said)
    padding = layer.get("padding", quantities.get("padding"))
    return found if padding is None else found.changed(padding=_padding(found, size, padding))


def _padding(pooling: Pooling, size: Pair, said: tuple[int, ...] | str) -> Padding:
    """Return the padding that is asked for: a pair, the four sides, or an amount with a name."""
    if isinstance(said, str):
        window = pooling.window(size)
        every = zip(size, window, pooling.stride or window, pooling.dilation, strict=True)
        return Padding(*(side for numbers in every for side in AMOUNTS[said](*numbers)))
    return Padding(*said) if len(said) > 2 else Padding(said[0], said[0], said[1], said[1])
