"""What the flags about a layer say: channels, filters, groups, bias, activation, order, and what is around the image.

Imported when one of them is given, for most starts have one channel and one filter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .core.activations import OF_A_SUM
from .core.counts import with_channel_count, with_filter_count, with_groups
from .core.errors import OutOfRange
from .core.filter_sets import NAMES as FILTER_SETS
from .core.filter_sets import filters_of
from .core.grid import Pair
from .core.images import NAMES as GRAY
from .core.limits import BIAS, CHANNELS, FILTERS, PIXEL, Range
from .core.operation_change import OPERATIONS
from .core.output_size import kernel_extent
from .core.padding import AMOUNTS, MODES, SIDES, Padding
from .core.padding_choices import USUAL
from .core.quantities import QUANTITIES
from .core.scenario import ORDERS, Scenario
from .flag_texts import WHOLE, is_pair, name, pair, real, whole, wrong
from .words.numbers import half_width
from .words.plain import tidy

COLOURS = 3
"""How many channels a colour image asks for at least."""
_OUTPUT_PADDING = Range(0, QUANTITIES["stride"].range.high - 1)
_SIDES = ",".join([rf"\s*({WHOLE})\s*"] * len(SIDES))


def read(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the flags say by their keys: numbers, names, and the padding as `padding_of` does.

    texts: those of the flags that were given, True for one without a text. Raises FileProblem and the errors of `core`.
    """
    readers: dict[str, Callable[[Any], object]] = {
        "channels": lambda text: whole("--channels", text, "channels", CHANNELS),
        "filters": lambda text: whole("--filters", text, "filters", FILTERS),
        "groups": lambda text: whole("--groups", text, "groups", CHANNELS),
        "bias": lambda text: real("--bias", text, "bias", BIAS),
        "activation": lambda text: name(text, "activation", OF_A_SUM),
        "order": lambda text: name(text, "order", ORDERS),
        "padding_mode": lambda text: name(text, "padding mode", MODES),
        "padding_value": lambda text: real("--padding-value", text, "padding value", PIXEL),
        "padding": padding_of,
        "operation": lambda text: name(text, "operation", OPERATIONS),
        "output_padding": lambda text: pair("--output-padding", text, "output padding", _OUTPUT_PADDING),
        "ceil": lambda _: True,
        "count_padding": _yes,
        "kernel_size": tidy,
    }
    return {key: readers[key](text) for key, text in texts.items()}


def padding_of(text: str) -> tuple[int, ...] | str:
    """Return a padding as it was typed: (rows, columns), the four sides, or one of the names of `AMOUNTS`.

    Raises FileProblem, and OutOfRange for rows and columns; how large a side may be, the kernel says.
    """
    row = QUANTITIES["padding"]
    if is_pair(text):
        return pair(row.flag, text, row.name, row.range)
    sides = re.fullmatch(_SIDES, half_width(text))
    if sides is not None:
        return tuple(map(int, sides.groups()))
    if tidy(text) not in AMOUNTS:
        raise wrong(row.flag, text, "padding", row.range)
    return tidy(text)


def _yes(text: str) -> bool:
    """Return what a flag says that needs yes or no. Raises FileProblem."""
    if tidy(text) not in ("yes", "no"):
        raise wrong("--count-padding", text, "yes or no")
    return tidy(text) == "yes"


def counted(base: Scenario, asked: Mapping[str, Any], image: str | None, kernel: str | None) -> Scenario:
    """Return the scenario with as many channels, filters and groups as flags, image and kernel ask for.

    A colour image has at least three channels, and a set of filters says itself how many there are, where no flag does.
    Raises GroupsDoNotDivide and DoesNotApply.
    """
    now = len(base.channels)
    channels = asked.get("channels", now if image in (None, *GRAY) else max(COLOURS, now))
    found = base if channels == now else with_channel_count(base, channels)
    groups = asked.get("groups", found.layer.groups)
    filters = asked.get("filters", found.layer.filters)
    if kernel in FILTER_SETS and "filters" not in asked:
        filters = filters_of(kernel, max(1, channels // groups), filters)
    if filters != found.layer.filters:
        found = with_filter_count(found, filters)
    if "groups" in asked and groups != found.layer.groups:
        found = with_groups(found, groups)
    return found


def fields_of(
    asked: Mapping[str, Any], before: Scenario, sizes: tuple[Pair, Pair], fields: Mapping[str, Any]
) -> dict[str, object]:
    """Return the fields of the scenario that the flags ask for, beside the counts.

    sizes: (rows, columns) of image and kernel as they will be; fields: what else will be set, stride and dilation among
    it. Raises OutOfRange.
    """
    found: dict[str, object] = {}
    if "bias" in asked:
        found["bias"] = [asked["bias"]] * before.layer.filters
    found |= {key: asked[key] for key in ("activation", "order", "output_padding") if key in asked}
    if any(key.startswith("padding") for key in asked):
        steps = fields.get("stride", before.layer.chosen_stride), fields.get("dilation", before.dilation)
        found["padding"] = _padding(asked, before.layer.chosen_padding, sizes, steps)
    return found


def _padding(asked: Mapping[str, Any], now: Padding, sizes: tuple[Pair, Pair], steps: tuple[Pair, Pair]) -> Padding:
    """Return the padding that is asked for; what is left open is as now.

    A value that is given without a mode makes the mode "constant", the only one in which it can be seen.
    """
    mode = asked.get("padding_mode", "constant" if "padding_value" in asked else now.mode)
    value, typed = asked.get("padding_value", now.value), asked.get("padding")
    (image, kernel), (stride, dilation) = sizes, steps
    if typed is None:
        sides: tuple[int, ...] = now.top, now.bottom, now.left, now.right
    elif isinstance(typed, str):
        every = zip(image, kernel, stride, dilation, strict=True)
        sides = tuple(side for numbers in every for side in AMOUNTS[typed](*numbers))
    elif len(typed) == len(SIDES):
        sides = typed
        _check_sides(sides, kernel, dilation)
    else:
        sides = (typed[0], typed[0], typed[1], typed[1])
    return Padding(*sides, mode=mode, value=value)


def _check_sides(sides: tuple[int, ...], kernel: Pair, dilation: Pair) -> None:
    """Raise OutOfRange for a side that the window could not set."""
    for place, (side, amount) in enumerate(zip(SIDES, sides, strict=True)):
        most = max(USUAL, kernel_extent(kernel[place // 2], dilation[place // 2]) - 1)
        if not 0 <= amount <= most:
            raise OutOfRange(f"{side} padding", amount, 0, most)
