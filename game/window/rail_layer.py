"""The rows of the rail about channels, filters and the layer: compact ones, a word and what changes it beside it."""

from __future__ import annotations

from ..core.limits import BIAS, CHANNELS, FILTERS
from ..input.interface_intents import OpenPopup
from ..input.layer_intents import (
    SetBias,
    SetChannels,
    SetDepthwise,
    SetFilters,
    SetGroups,
    ToggleOrder,
    ToggleWholeImage,
    UseOutput,
)
from ..session.facts.rail import LayerSetting, StillRail
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.count import Count
from ..ui.widgets.slider import Whole
from ..ui.widgets.switch import Stepper
from ..words.numbers import full
from ..words.texts import many, text
from .counted import counted
from .formula import fitted
from .rail_field import field
from .scrolling import Column, name_select, row_height

COUNT = 124  # units of the width of a number with its two buttons
BUTTONS = 32  # units that a number does not have of that, beside the height of a button
OF_THE_KERNEL = frozenset({"kernel"})
KEPT = {"channels": frozenset({"image", "kernel"})}
"""What stays the same only if this does: as many channels, else those of the filters, their groups and their biases."""
PANEL = 34  # units of the side of a button that opens a panel, as of a chain


def channels_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return how many channels the image has."""
    layer = facts.layer
    return _count(facts, frame, column, SetChannels(layer.channels), CHANNELS)


def filters_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return how many filters there are, in steps that the groups can share, and the button of the kernels' map.

    A pooling has none.
    """
    layer = facts.layer
    if layer.pooling is not None:
        return ()
    most = int(FILTERS.high) // layer.groups * layer.groups
    row = _count(facts, frame, column, SetFilters(layer.filters), (layer.groups, most), layer.groups)
    if not row or "kernel map" in facts.hidden:
        return row
    label = row[0].rect
    wide = frame.type.width(text("quantity.filters"), frame.size(LABEL), True)
    side = frame.px(PANEL)
    place = Rect(label.x + wide + frame.px(8), label.y, side, label.h).centred(side, side)
    return *row, panel_button(frame, "kernel map", "kernel-map", place)


def panel_button(frame: Frame, name: str, icon: str, place: Rect) -> Widget:
    """Return the button that opens a panel."""
    return frame.button(name, place, OpenPopup(name), tip=text(f"tooltip.{name}"), icon=icon)


def _count(
    facts: StillRail, frame: Frame, column: Column, intent: Whole | SetBias, ends: tuple[float, float], step: int = 1
) -> tuple[Widget, ...]:
    """Return a word, and a number between − and +; nothing where a tour hides it."""
    name = type(intent).__name__.removeprefix("Set").lower()
    if name in facts.hidden:
        return ()
    locked, value = facts.layer.locked & KEPT.get(name, OF_THE_KERNEL), intent.value
    words, label, place = _split(frame, column, _called(name, facts.layer), full(value))
    count = Count(
        **frame.met(name, place, enabled=not locked),
        about=text("tour.locked.layer") if locked else text(f"tooltip.{name}", low=full(ends[0]), high=full(ends[1])),
        intent=intent,
        shown=full(value),
        allowed=(value, value) if locked else (ends[0], ends[1]),
        size=frame.size(LABEL),
        steps=(float(step), float(step)) if isinstance(intent, Whole) else (1.0, 0.1),
    )
    return frame.label(f"{name} label", label, words, frame.size(LABEL), bold=True), counted(frame, count)


def _called(name: str, layer: LayerSetting) -> str:
    """Return what a row is called; a bias says of which filter it is, where there are several."""
    if name == "bias" and layer.filters > 1:
        return text("quantity.bias.of", filter=layer.filter + 1)
    return text(f"quantity.{name}")


def _split(frame: Frame, column: Column, words: str, shown: str = "") -> tuple[str, Rect, Rect]:
    """Return words that fit, where they stand, and where the control beside them does.

    shown: the number in it. A long one has what the words leave, so that its buttons stand aside.
    """
    row, size = column.take(row_height(frame), frame.px(4)), frame.size(LABEL)
    left = row.w - frame.type.width(words, size, True) - frame.px(6)
    wide = max(frame.px(COUNT), min(left, frame.type.width(shown, size, True) + row.h + frame.px(BUTTONS)))
    label = Rect(row.x, row.y, row.w - wide - frame.px(6), row.h)
    shown = frame.type.shortened(words, frame.size(LABEL), True, label.w)
    return shown, label, Rect(row.right - wide + frame.px(8), row.y, wide, row.h)


def operation_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the field that opens the list of operations, and what can be set of a pooling alone."""
    pooling = facts.layer.pooling
    if facts.layer.output_padding:
        from .rail_transposed import transposed_rows

        return *_operation(facts, frame, column), *transposed_rows(facts, frame, column)
    if pooling is None:
        return *_operation(facts, frame, column), *whole_image_rows(facts, frame, column)
    from .rail_pooling import pooling_rows  # most layers are convolutions

    return *_operation(facts, frame, column), *pooling_rows(facts, pooling, frame, column)


def _operation(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    if "operation" in facts.hidden:
        return ()
    select = name_select("operation", text(f"operation.{facts.layer.operation}"), facts.opened, frame, column)
    if "kernel" not in facts.layer.locked:
        return (select,)
    return (select.changed(mood=frame.mood(select.name, enabled=False), about=text("tour.locked.operation")),)


def whole_image_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the switch of kernels as large as the image, and while they are what such a layer is called."""
    layer = facts.layer
    if "whole image" in facts.hidden:
        return ()
    locked = "kernel" in layer.locked
    words = text(f"switch.whole image.{'on' if layer.whole_image else 'off'}")
    tip = text("tour.locked.kernel" if locked else "tooltip.whole image.kernel")
    switch = field(
        frame, column, "whole image", ToggleWholeImage(), tip, words, not locked, gap=2 if layer.whole_image else 8
    )
    if not layer.whole_image:
        return (switch,)
    line = column.take(frame.px(26), frame.px(10))
    said = text("layer.connected" if layer.connected else "layer.follows")
    return switch, frame.label("whole image words", line, *fitted(frame, said, line.w), "dim")


def filter_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what is about the groups of filters; a pooling has none."""
    if facts.layer.pooling is not None:
        return ()
    return *groups_row(facts, frame, column), *depthwise_row(facts, frame, column)


def groups_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return how many groups there are, of those that there may be, and what a filter sees then.

    Nothing with one channel; where there may be no other number than 1, it says why.
    """
    layer = facts.layer
    if "groups" in facts.hidden or layer.channels == 1:
        return ()
    words, label, place = _split(frame, column, text("quantity.groups"))
    at, choices = layer.divisors.index(layer.groups), layer.divisors
    counts = {"filters": many("filter", layer.filters), "channels": many("channel", layer.channels)}
    tip = text("tooltip.groups", choices=", ".join(map(str, choices)))
    if len(choices) == 1:
        tip = text("reason.groups one", **counts)
    stepper = Stepper(
        **frame.met("groups", place, enabled=not layer.locked and len(choices) > 1),
        about=text("tour.locked.layer") if layer.locked else tip,
        shown=str(layer.groups),
        less=(SetGroups(choices[max(at - 1, 0)]),),
        more=(SetGroups(choices[min(at + 1, len(choices) - 1)]),),
        size=frame.size(LABEL),
        at_low=at == 0,
        at_high=at == len(choices) - 1,
    )
    sees = text("layer.sees.all" if layer.groups == 1 else "layer.sees", seen=layer.channels // layer.groups, **counts)
    return (
        frame.label("groups label", label, words, frame.size(LABEL), bold=True),
        stepper,
        *_seen(facts, frame, column, sees),
    )


def _seen(facts: StillRail, frame: Frame, column: Column, sees: str) -> tuple[Widget, ...]:
    """Return what each filter sees, and how many weights that gives it, unless that is asked for."""
    lines = [("groups see", sees)]
    if facts.formula.weights is not None:
        _, channels, rows, columns = facts.formula.weights
        each = {"channels": channels, "rows": rows, "columns": columns}
        lines.append(("groups weights", text("layer.weights.each", count=channels * rows * columns, **each)))
    labels = []
    for index, (name, words) in enumerate(lines):
        line = column.take(frame.px(26), frame.px(10 if index == len(lines) - 1 else 0))
        labels.append(frame.label(name, line, *fitted(frame, words, line.w), "dim"))
    return tuple(labels)


def depthwise_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the button that gives each channel filters of its own; none with one channel."""
    layer = facts.layer
    if "depthwise" in facts.hidden or layer.channels == 1:
        return ()
    reason = text("tour.locked.layer") if layer.locked else None
    if layer.groups == layer.channels:
        reason = text("reason.depthwise already")
    place = column.take(max(frame.px(40), 26), frame.px(12))
    button = frame.button(
        "depthwise",
        place,
        SetDepthwise(),
        tip=frame.tip(text("tooltip.depthwise"), SetDepthwise(), reason),
        label=text("action.depthwise"),
        size=frame.size(SMALL),
        style="field",
        enabled=reason is None,
    )
    return (button,)


def order_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the button that changes the order of the walk; none with one map."""
    layer = facts.layer
    if "order" in facts.hidden or layer.filters == 1:
        return ()
    return (field(frame, column, "order", ToggleOrder(), text("tooltip.order"), text(f"order.{layer.order}"), gap=12),)


def copy_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the button that opens the choice of what the layer is copied as."""
    if "copy as" in facts.hidden:
        return ()
    opens = OpenPopup("copy as")
    tip, label = frame.tip(text("tooltip.copy as"), opens), text("action.copy as")
    return (field(frame, column, "copy as", opens, tip, label),)


def output_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the buttons that make the output the image: the map in front, and where there are several, all."""
    layer = facts.layer
    if "use output" in facts.hidden or layer.count > 1:  # in a network the next layer has them already
        return ()
    one = ("use output", UseOutput(), "use_output" if layer.filters == 1 else "use_map")
    offered = (one,) if layer.filters == 1 else (one, ("use maps", UseOutput(all_maps=True), "use_maps"))
    tip = text("tour.locked.layer" if layer.locked else "tooltip.use_output")
    return tuple(
        field(frame, column, name, intent, tip, text(f"action.{words}"), not layer.locked)
        for name, intent, words in offered
    )


def activation_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what is done to each sum: its bias and its activation; a pooling has neither."""
    if facts.layer.pooling is not None:
        return ()
    return *bias_row(facts, frame, column), *activation_row(facts, frame, column)


def bias_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the bias of the filter in front."""
    return _count(facts, frame, column, SetBias(facts.layer.bias), BIAS)


def activation_row(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the field that opens the list of activations."""
    if "activation" in facts.hidden:
        return ()
    words = text("activation.shown", name=text(f"activation.{facts.layer.activation}"))
    return (name_select("activation", words, facts.opened, frame, column),)


def layer_setting(layer: LayerSetting) -> str:
    """Return what the folded section says: what the layer does, its groups where there are any, its activation."""
    if layer.pooling is not None:
        words = text(f"layer.{layer.pooling.kind} pooling")
        return words if layer.pooling.kernel_size else text("layer.whole image", operation=words)
    depthwise = layer.groups == layer.channels > 1
    what = "layer.depthwise" if depthwise else "layer.groups" if layer.groups > 1 else "layer.convolution"
    if layer.output_padding:
        what = "layer.transposed"
    if layer.connected:
        what = "layer.fully connected"
    if layer.connected and layer.count > 1:  # its activation has no room beside its number, and stands in the strip
        return text(what)
    parts = [text(what, groups=layer.groups)]
    if layer.activation != "none":
        parts.append(text(f"activation.{layer.activation}"))
    return ", ".join(parts)
