"""What a stop may ask a person to do, and point at; checked against the stop's own scenario."""

from __future__ import annotations

from ..core.coverage import uncovered
from ..core.limits import CHANNELS, FILTERS, PIXEL, WEIGHT, Range
from ..core.named import image_names, kernel_names
from ..core.operation_change import OPERATIONS, operation_of
from ..core.quantities import Quantity, sliding
from ..core.scenario import Pair, Scenario
from .fields import truth
from .tour import SWITCHES, Condition, Point
from .tour_fields import StopFields
from .tour_scenario import OUTPUT_PADDING

FLAGS = ("played", "nothing_left_over", "changed")
COUNTS = {"channels": CHANNELS, "filters": FILTERS, "groups": CHANNELS}
"""How many there are of what a layer has, as a condition."""
GRIDS = ("image", "kernel", "products", "output")
OF_LAYERS = (
    "channels",
    "filters",
    "kernel map",
    "operation",
    "ceil mode",
    "count padding",
    "output padding",
    "whole image",
    "groups",
    "depthwise",
    "bias",
    "activation",
    "order",
    "layers",
    "use output",
    "use maps",
    "copy as",
    "padding sides",
)
"""The controls about channels, filters and the layer: a stop about one of each has none of them."""
LAYER = "layer"
"""The lock on all of a layer that has one of its own neither in weights nor in sizes: operation, bias, activation …"""
NAMED = ("image", "kernel", "operation")
"""The conditions that ask for something by its name."""
OF_GRIDS = {"pixel": "image", "weight": "kernel"}
"""The grid that a condition on a cell is about, where it has another name."""
_CONTROLS = (
    *(
        "image",
        "image clear",
        "resolution",
        "kernel",
        "kernel turn",
        "kernel sum to one",
        "kernel clear",
        "brush",
        "eraser",
    ),
    *OF_LAYERS,
    *("to start", "step back", "play", "step forward", "to end", "scrubber", "speed", "loop"),
    *("undo", "redo", "open", "save", "seed", "coverage", "theme", "stack", "view", "present", "help", "full screen"),
)


def sizes() -> dict[str, Quantity]:
    """Return the quantities that a tour can ask for, and lock, by their keys: those with a slider."""
    return {quantity.key: quantity for quantity in sliding()}


def kinds() -> tuple[str, ...]:
    """Return what a condition can be about."""
    return ("pixel", "weight", "output", *sizes(), *COUNTS, *NAMED, *SWITCHES, "output_padding", "position", *FLAGS)


def controls() -> tuple[str, ...]:
    """Return the controls that a tour may point at or hide, by the names that they have in the window."""
    return (*(quantity.name for quantity in sliding()), *_CONTROLS)


def locks() -> tuple[str, ...]:
    """Return the values that a tour may keep from being changed."""
    return ("image", "kernel", LAYER, *sizes())


def point_of(fields: StopFields, scenario: Scenario) -> Point:
    """Return what the stop points at: the name of a grid, an object {grid, row, column} or {control}, or nothing."""
    value = fields.found.get("point")
    if value is None:
        return Point()
    if isinstance(value, str):
        return Point(grid=fields.one_of("point", value, GRIDS))
    inner = fields.inner("point", value)
    inner.only(("grid", "row", "column", "control"))
    if "control" in inner:
        inner.only(("control",))
        return Point(control=inner.one_of("control", inner.found["control"], controls()))
    grid = inner.one_of("grid", inner.found.get("grid"), GRIDS)
    if "row" not in inner and "column" not in inner:
        return Point(grid=grid)
    return Point(grid=grid, cell=_cell(inner, grid, scenario))


def conditions_of(
    fields: StopFields, key: str, scenario: Scenario, walk: tuple[float, float], locked: frozenset[str]
) -> tuple[Condition, ...]:
    """Return the conditions of a field: "when", what has to come true, or "shown", how the task is shown done.

    walk: where it begins, and how many steps it has.

    Raises FileProblem for what cannot be done, or is so from the start, and for what is shown and does not say how.
    """
    if key not in fields:
        return ()
    inner = fields.inner(key, fields.found[key])
    inner.only(kinds())
    found = tuple(_condition(inner, kind, scenario, walk[1]) for kind in inner.found)
    for condition in found:
        if _is_kept_from(condition.kind, locked):
            raise inner.problem("tour_locked_task", condition.kind)
        if _is_so(condition, scenario, walk[0]):
            raise inner.problem("tour_done_already", condition.kind)
    for condition in found:
        if key == "shown" and not condition.says_how:
            raise inner.problem("tour_says_not_how", condition.kind)
    return found


def _is_kept_from(kind: str, locked: frozenset[str]) -> bool:
    """Say whether what is locked makes a condition impossible."""
    needed = {"changed": locks(), "nothing_left_over": tuple(sizes())}.get(kind)
    if needed is not None:
        return locked >= set(needed)
    if kind == "channels" and "image" in locked:
        return True
    of_the_layer = kind in COUNTS or kind in SWITCHES or kind in ("operation", "output_padding")
    if of_the_layer and LAYER in locked:
        return True
    return ("kernel" if of_the_layer else OF_GRIDS.get(kind, kind)) in locked


def _condition(fields: StopFields, kind: str, scenario: Scenario, steps: float) -> Condition:
    value = fields.found[kind]
    if kind in FLAGS:
        if value is not True:
            raise fields.wrong(kind, "true")
        return Condition(kind)
    if kind in sizes() or kind == "output_padding":
        return Condition(kind, pair=fields.pair(kind, sizes()[kind].range if kind in sizes() else OUTPUT_PADDING))
    if kind in SWITCHES:
        return Condition(kind, value=float(fields.take(kind, truth)))
    if kind in COUNTS:
        count = fields.whole(kind, COUNTS[kind])
        return Condition(kind, value=None if count is None else float(count))
    if kind == "position":
        end = value == "end"
        return Condition(kind, value=steps if end else fields.number(kind, Range(0, steps)))
    if kind == "operation":
        return Condition(kind, name=fields.one_of(kind, value, OPERATIONS))
    if kind in ("image", "kernel"):
        names = image_names() if kind == "image" else kernel_names()
        return Condition(kind, name=fields.one_of(kind, value, names))
    return _of_a_cell(fields, kind, scenario)


def _of_a_cell(fields: StopFields, kind: str, scenario: Scenario) -> Condition:
    """Return a condition on any pixel, weight or output cell (true), or on one: {row, column, value}."""
    value = fields.found[kind]
    if value is True:
        return Condition(kind)
    inner = fields.inner(kind, value)
    places = () if kind == "output" else ("channel", "value") if kind == "pixel" else ("filter", "channel", "value")
    inner.only(("row", "column", *places))
    cell, front = _cell(inner, OF_GRIDS.get(kind, kind), scenario), _front(inner, scenario)
    if "value" not in inner:
        return Condition(kind, cell, front=front)
    allowed = PIXEL if kind == "pixel" else WEIGHT
    return Condition(kind, cell, inner.number("value", allowed), front=front)


def _front(fields: StopFields, scenario: Scenario) -> Pair:
    """Return the channel and the filter that a pixel or a weight is of, the first ones where that is not said."""
    number = fields.whole("filter", Range(0, scenario.layer.filters - 1)) or 0
    lanes = scenario.layer.channels_of(number) if "filter" in fields else range(len(scenario.channels))
    channel = fields.whole("channel", Range(lanes[0], lanes[-1]))
    return lanes[0] if channel is None else channel, number


def _cell(fields: StopFields, grid: str, scenario: Scenario) -> Pair:
    rows, columns = {"image": scenario.pixel_size, "output": scenario.output_size}.get(grid, scenario.kernel_size)
    row = fields.whole("row", Range(0, rows - 1))
    column = fields.whole("column", Range(0, columns - 1))
    if row is None or column is None:
        raise fields.missing("column" if row is not None else "row")
    return row, column


def _is_so(condition: Condition, scenario: Scenario, position: float) -> bool:
    """Say whether a condition is true before anybody has done anything."""
    if condition.kind == "position":
        return condition.value is not None and position >= condition.value
    if condition.kind == "nothing_left_over":
        return not uncovered(scenario).left_over.any()
    if condition.is_of_the_setting:
        return setting_of(scenario, condition.kind) == condition.wanted
    if condition.value is None or condition.cell is None:
        return False
    front = scenario.at(*condition.front)
    grid = front.pixels[front.channel] if condition.kind == "pixel" else front.chosen_kernel
    return bool(grid[condition.cell] == condition.value)


def setting_of(scenario: Scenario, kind: str) -> Pair | str | float | None:
    """Return what a setting is that a condition asks for, as its `wanted` has it; None of what the layer has not."""
    layer = scenario.layer
    if kind == "operation":
        return operation_of(scenario)
    if kind in NAMED:
        return scenario.image_name if kind == "image" else scenario.kernel_name
    if kind in COUNTS:
        return float(len(scenario.channels) if kind == "channels" else getattr(layer, kind))
    if kind in SWITCHES:
        return None if layer.pooling is None else float(getattr(layer.pooling, kind))
    if kind == "output_padding":
        return layer.output_padding if layer.is_transposed else None
    pair: Pair = getattr(scenario, kind)
    return pair
