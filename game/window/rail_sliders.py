"""The sliders of the rail: sizes, stride, padding and dilation, with their chains and what opens beside them."""

from __future__ import annotations

from ..core.limits import Range
from ..core.quantities import SLIDER_ENDINGS, Part, sliding
from ..input.interface_intents import ToggleLink
from ..input.scenario_intents import SetQuantity
from ..session.facts.rail import StillRail
from ..session.facts.sliders import SliderFacts
from ..session.naming import padding_words
from ..ui.frame import LABEL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.slider import MARGIN, NUMBER, Slider
from ..words.numbers import pair_text, size_text
from ..words.texts import text
from .rail_layer import panel_button
from .scrolling import Column

CHAIN, BESIDE_CHAIN = 34, 26  # units of the side of a chain, and of what at least is beside that of the padding


def sliders(part: Part, facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the sliders of a part that are not hidden: one each, or two where rows and columns are apart; a chain."""
    height, gap = frame.px(70), frame.px(6)
    sliders: list[Widget] = []
    for own in (each for each in facts.sliders if each.quantity.part == part):
        if own.linked:
            first = _slider(own, frame, column.take(height, gap), None)
            sliders += first, *_head_buttons(own, facts, frame, first)
        else:
            first = _slider(own, frame, column.take(height), 0)
            second = _slider(own, frame, column.take(height, gap), 1)
            sliders += first, second, *_head_buttons(own, facts, frame, first)
    return tuple(sliders)


def _slider(facts: SliderFacts, frame: Frame, place: Rect, axis: int | None) -> Slider:
    """Return the slider of an axis, or of both: a linked pair that differs, as a file may have it, shows both."""
    quantity, pair, ends = facts.quantity, facts.pair, facts.allowed[axis or 0]
    ending, value, (low, high) = SLIDER_ENDINGS[axis], pair[axis or 0], quantity.range
    pools = facts.pooling is not None and quantity.part != "source"
    stamps = facts.transposed and quantity.name in ("stride", "padding")
    kind = ".pooling" if pools else ".transposed" if stamps else ""
    tip = text(f"tooltip.{quantity.name}{kind}", low=low, high=high)
    if ends.low == ends.high and facts.in_tour:
        tip += "\n" + text("tour.locked")
    elif ends != quantity.range:
        tip += "\n" + _limit(facts, ends)
    label, shown = text(f"quantity.{quantity.name}" + ending.replace(" ", ".")), _shown(facts, axis)
    return Slider(
        name=quantity.name + ending,
        rect=place.inset(-frame.px(MARGIN), 0),
        unit=frame.unit,
        mood=frame.mood(quantity.name + ending),
        about=tip,
        intent=SetQuantity(quantity.name, axis, value),
        shown=shown,
        allowed=(ends.low, ends.high),
        size=frame.size(LABEL),
        label=label,
        label_size=_label_size(frame, place.w, label, shown),
        ends=_track(facts, ends),
        hue=quantity.hue,
    )


def _track(facts: SliderFacts, ends: Range) -> Range:
    """Return where the track ends: where the quantity does, or beyond that where a window lets it go farther."""
    track = facts.quantity.range
    return track if facts.pooling is None else Range(track.low, max(track.high, ends.high))


def _labels() -> tuple[str, ...]:
    """Return the labels beside which a chain stands."""
    return tuple(text(f"quantity.{each.name}{part}") for each in sliding() for part in ("", ".rows"))


def _labels_size(frame: Frame, width: int) -> int:
    """Return the font size of all labels in a column of that width: with longer words a smaller one."""
    size = frame.size(LABEL)
    widest = max(_labels(), key=lambda words: frame.type.width(words, size, True))
    room = width - frame.px(NUMBER) - frame.px(8) - frame.px(CHAIN) - 1
    if frame.type.width(widest, size, True) <= room:
        return size
    return max(9, frame.type.largest(widest, room - frame.px(BESIDE_CHAIN), True, size))


def _label_size(frame: Frame, width: int, label: str, shown: str) -> int:
    """Return the font size of a label: that of all, or where its number is long one that leaves it room."""
    size = _labels_size(frame, width)
    return max(9, frame.type.largest(label, width - frame.type.width(shown, frame.size(LABEL), True) - 2, True, size))


def _limit(facts: SliderFacts, ends: Range) -> str:
    """Return why a quantity may not be all that its track has: the kernel must fit, and the padding be filled."""
    quantity, mode = facts.quantity, facts.padding.mode
    from_low = ends.low > quantity.range.low
    named = "tooltip.limit.from" if from_low else "tooltip.limit.to"
    if facts.transposed:
        return text(f"{named}.transposed", low=ends.low, high=ends.high)
    if facts.whole_image and quantity.part in ("source", "kernel"):
        return text(f"tooltip.limit.whole {quantity.name}", high=ends.high)
    if facts.pooling is not None:
        return _limit_of_a_window(facts, ends, named)
    if mode in ("reflect", "circular") and quantity.name == ("image size" if from_low else "padding"):
        named += ".mode"
    return text(named, low=ends.low, high=ends.high, mode=text(f"padding.mode.{mode}"))


def _limit_of_a_window(facts: SliderFacts, ends: Range, named: str) -> str:
    """Return the same of a pooling, whose padding is less than its window, which may be as large as the image."""
    name, pooling = facts.quantity.name, facts.pooling
    if name == "kernel size" and pooling is not None and pooling.kernel_size is None and ends.low == ends.high:
        return text("tooltip.limit.whole image", low=ends.low)
    of_padding = name == "padding" and ends.low == 0
    return text(f"{named}.pooling{'.padding' if of_padding else ''}", low=ends.low, high=ends.high)


def _shown(facts: SliderFacts, axis: int | None) -> str:
    """Return the number of a slider; both sides of a padding that differ, and rows and columns that do."""
    pair, padding = facts.pair, facts.padding
    if facts.quantity.name == "padding" and padding.alike is None:
        before, after = padding.sides[axis or 0]
        alike = axis is not None or padding.sides[0] == padding.sides[1]
        return text("padding.sides", before=before, after=after) if alike else text("padding.apart")
    return size_text(pair) if axis is None and pair[0] != pair[1] else str(pair[axis or 0])


def _head_buttons(own: SliderFacts, facts: StillRail, frame: Frame, slider: Slider) -> tuple[Widget, ...]:
    """Return the chain, and beside that of the padding the button of its panel."""
    chain = _chain(own, frame, slider)
    if own.quantity.name != "padding" or "padding sides" in facts.hidden:
        return (chain,)
    side = min(chain.rect.w, slider.number_rect.x - chain.rect.right - 1)  # the number opens where it is pressed
    if side < 1:  # in the narrowest rail a long number leaves no room
        return (chain,)
    place = Rect(chain.rect.right + 1, chain.rect.y, side, chain.rect.h)
    return chain, panel_button(frame, "padding sides", "padding", place)


def _chain(facts: SliderFacts, frame: Frame, slider: Slider) -> Button:
    """Return the chain between rows and columns. It stands at one place in all sliders, linked or not.

    Else it would move away from under the hand that has just pressed it.
    """
    size, side = _labels_size(frame, slider.inner.w), frame.px(CHAIN)
    label = max(frame.type.width(words, size, True) for words in _labels())
    return frame.button(
        f"{facts.quantity.name} chain",
        Rect(slider.inner.x + label + frame.px(8), slider.rect.y + frame.px(3), side, side),
        ToggleLink(facts.quantity.name),
        tip=text("tooltip.linked" if facts.linked else "tooltip.unlinked"),
        icon="link" if facts.linked else "unlink",
        on=facts.linked,
    )


def walking(facts: SliderFacts) -> str:
    """Return how the kernel slides by one quantity, e.g. "stride 2"; nothing where that need not be said."""
    quantity, pair = facts.quantity, facts.pair
    if quantity.part != "slide" or (not quantity.needed and pair == (1, 1)):
        return ""
    if quantity.name == "padding":
        return padding_words(facts.padding) or text("rail.no_padding")
    return text(f"walk.{quantity.name}", value=pair_text(pair))
