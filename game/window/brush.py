"""The row of the brush: black, grays and white, the value, the eraser, and what empties the image."""

from __future__ import annotations

from ..input.interface_intents import ToggleEraser
from ..input.scenario_intents import ClearImage
from ..input.window_intents import SetBrush
from ..session.facts.around import BrushFacts
from ..ui.frame import LABEL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Paint
from ..ui.widgets.slider import NumberField
from ..words.numbers import number
from ..words.texts import text

SHADES = ("black", "dark", "light", "white")
TOOLS = {"eraser": {"eraser", "brush"}, "image clear": {"image clear", "image"}}
"""The tools, and what a tour hides them with."""
FIELD = 1.4  # how wide the value is, in squares


def brush_row(facts: BrushFacts, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the row at the left of a place, its squares as large as fit; without what a tour hides."""
    brush = () if "brush" in facts.hidden else _shades(facts)
    tools = [name for name, without in TOOLS.items() if not facts.hidden & without]
    gaps, units = len(brush) + bool(brush) + len(tools) - 1, len(brush) + len(tools) + (FIELD if brush else 0)
    gap = frame.px(8 if units * place.h + gaps * frame.px(8) <= place.w else 4)
    side = min(place.h, int((place.w - gaps * gap) / units)) if units else 0
    x, y = place.x, place.y + (place.h - side) // 2
    widgets: list[Widget] = []
    for name, value in brush:
        widgets.append(_paint(facts, frame, Rect(x, y, side, side), name, value))
        x += side + gap
    if brush:
        field = Rect.of(x, y, side * FIELD, side)
        widgets.append(_field(facts, frame, field))
        x = field.right + gap
    for name in tools:
        widgets.append((_eraser if name == "eraser" else _clear)(facts, frame, Rect(x, y, side, side)))
        x += side + gap
    return tuple(widgets)


def _shades(facts: BrushFacts) -> tuple[tuple[str, float], ...]:
    """Return black, two grays and white with their values, whole where the pixels are; each value once."""
    white, digits = facts.white, 0 if facts.whole else 2
    values = (0.0, round(white / 3, digits), round(white * 2 / 3, digits), white)
    named = {value: name for name, value in zip(SHADES, values, strict=True)}
    return tuple((name, value) for value, name in named.items())


def _said(value: float) -> str:
    """Return a value, without decimals where it needs none."""
    return number(value, 0 if float(value).is_integer() else 2)


def _paint(facts: BrushFacts, frame: Frame, place: Rect, name: str, value: float) -> Paint:
    words = text(f"brush.{name}", value=_said(value))
    return Paint(
        name=f"brush {name}",
        rect=place,
        unit=frame.unit,
        mood=frame.mood(f"brush {name}"),
        about=words,
        value=value,
        share=value / facts.white,
        chosen=not facts.eraser and value == facts.value,
    )


def _field(facts: BrushFacts, frame: Frame, place: Rect) -> NumberField:
    white, value = facts.white, facts.value
    return NumberField(
        name="brush",
        rect=place,
        unit=frame.unit,
        mood=frame.mood("brush"),
        about=text("tooltip.brush", white=_said(white)),
        intent=SetBrush(value),
        shown=_said(value),
        allowed=(0.0, white),
        size=min(frame.size(LABEL), round(place.w * 0.4)),
        steps=(1.0, 1.0) if facts.whole else (0.05, 0.01),
    )


def _eraser(facts: BrushFacts, frame: Frame, place: Rect) -> Widget:
    """Return the button that changes between brush and eraser."""
    return frame.button(
        "eraser",
        place,
        ToggleEraser(),
        tip=frame.tip(text("tooltip.eraser.off" if facts.eraser else "tooltip.eraser"), ToggleEraser(told=True)),
        icon="eraser",
        style="tool",
        on=facts.eraser,
    )


def _clear(facts: BrushFacts, frame: Frame, place: Rect) -> Widget:
    """Return the button that empties the image, unless there is a reason against it."""
    reason = text(f"reason.{facts.clear_reason}") if facts.clear_reason else None
    tip = frame.tip(text("tooltip.clear_image"), None, reason)
    return frame.button(
        "image clear", place, ClearImage(), tip=tip, icon="trash-2", style="tool", enabled=reason is None
    )
