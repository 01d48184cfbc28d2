"""The row of the brush: black, grays and white, of a colour image R, G and B, the value, soft, eraser, and Clear."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..input.interface_intents import ToggleEraser
from ..input.scenario_intents import ClearImage
from ..input.window_intents import SetBrush, SetBrushColour, ToggleSoftBrush
from ..session.facts.around import COLOURS
from ..session.facts.rail import BrushFacts
from ..ui.frame import LABEL, Frame
from ..ui.geometry import Rect
from ..ui.themes import HUES, gray
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Paint
from ..ui.widgets.slider import NumberField
from ..words.numbers import number
from ..words.texts import text
from .actions import Action, action_button

SHADES = ("black", "dark", "light", "white")
TOOLS = {"eraser": {"eraser", "brush"}, "image clear": {"image clear", "image"}}
"""The tools, and what a tour hides them with."""
SHORT = 8.4  # squares of a row from which on the grays have room beside red, green and blue
FIELD = 1.4  # how wide the value is, in squares


def brush_row(facts: BrushFacts, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the row at the left of a place, its squares as large as fit; without what a tour hides."""
    parts: list[tuple[float, Callable[[Rect], Widget]]] = []
    if "brush" not in facts.hidden:
        parts += ((1.0, partial(_paint, facts, frame, name, value)) for name, value in _shades(facts, place))
        parts += ((1.0, partial(_hue, facts, frame, index)) for index in range(len(HUES) if facts.colour else 0))
        parts += ((FIELD, partial(_field, facts, frame)), (1.0, partial(_soft, facts, frame)))
    for name, without in TOOLS.items():
        if not facts.hidden & without:
            parts.append((1.0, partial(_eraser if name == "eraser" else _clear, facts, frame)))
    gaps, squares = len(parts) - 1, sum(wide for wide, _ in parts)
    gap = frame.px(8 if squares * place.h + gaps * frame.px(8) <= place.w else 4)
    side = min(place.h, int((place.w - gaps * gap) / squares)) if parts else 0
    x, y = place.x, place.y + (place.h - side) // 2
    widgets: list[Widget] = []
    for wide, make in parts:
        rect = Rect.of(x, y, side * wide, side)
        widgets.append(make(rect))
        x = rect.right + gap
    return tuple(widgets)


def _shades(facts: BrushFacts, place: Rect) -> tuple[tuple[str, float], ...]:
    """Return black, two grays and white with their values, whole where the pixels are; each value once.

    In a short row of a colour image the hues have the room of the grays.
    """
    white, digits = facts.white, 0 if facts.whole else 2
    values = (0.0, round(white / 3, digits), round(white * 2 / 3, digits), white)
    named = {value: name for name, value in zip(SHADES, values, strict=True)}
    short = facts.colour and place.w < SHORT * place.h
    return tuple((name, value) for value, name in named.items() if not (short and name in ("dark", "light")))


def _said(value: float) -> str:
    """Return a value, without decimals where it needs none."""
    return number(value, 0 if float(value).is_integer() else 2)


def _paint(facts: BrushFacts, frame: Frame, name: str, value: float, place: Rect) -> Paint:
    return Paint(
        **frame.met(f"brush {name}", place),
        about=text(f"brush.{name}", value=_said(value)),
        takes=SetBrush(value),
        face=gray(value, facts.white),
        chosen=not facts.eraser and not facts.tint and value == facts.value,
    )


def _hue(facts: BrushFacts, frame: Frame, index: int, place: Rect) -> Paint:
    """Return red, green or blue at its full, which is nothing of the two others."""
    colour, name = pure(facts, index), COLOURS[index]
    return Paint(
        **frame.met(f"brush {name}", place),
        about=text(f"brush.{name}", value=_said(facts.white)),
        takes=SetBrushColour(colour),
        face=HUES[index],
        chosen=not facts.eraser and facts.tint == colour,
    )


def pure(facts: BrushFacts, index: int) -> tuple[float, ...]:
    """Return the colour of one channel alone, as large as white."""
    return tuple(facts.white if channel == index else 0.0 for channel in range(len(HUES)))


def _value_said(facts: BrushFacts) -> str:
    """Return what the field says: the value, or of a colour on the colour picture, its letter or "…"."""
    if not (facts.tint and facts.mixed):
        return _said(facts.value)
    return next((COLOURS[index] for index in range(len(HUES)) if pure(facts, index) == facts.tint), "…")


def _field(facts: BrushFacts, frame: Frame, place: Rect) -> NumberField:
    white, value = facts.white, facts.value
    return NumberField(
        **frame.met("brush", place),
        about=text("tooltip.brush.mixed" if facts.mixed else "tooltip.brush", white=_said(white)),
        intent=SetBrush(value),
        shown=_value_said(facts),
        allowed=facts.steps,
        size=min(frame.size(LABEL), round(place.w * 0.4)),
        steps=(1.0, 1.0) if facts.whole else (0.05, 0.01),
    )


def _soft(facts: BrushFacts, frame: Frame, place: Rect) -> Widget:
    """Return the button that lets strokes paint what lies beside them too, or no more."""
    words = text("tooltip.soft.off" if facts.soft else "tooltip.soft")
    return action_button(
        frame, Action("brush soft", "soft-brush", words, ToggleSoftBrush(), on=facts.soft), place, "tool"
    )


def _eraser(facts: BrushFacts, frame: Frame, place: Rect) -> Widget:
    """Return the button that changes between brush and eraser."""
    words = text("tooltip.eraser.off" if facts.eraser else "tooltip.eraser")
    eraser = Action("eraser", "eraser", words, ToggleEraser(told=True), on=facts.eraser)
    return action_button(frame, eraser, place, "tool").changed(intents=(ToggleEraser(),))  # one sees what it does


def _clear(facts: BrushFacts, frame: Frame, place: Rect) -> Widget:
    """Return the button that empties the image, unless there is a reason against it."""
    reason = text(f"reason.{facts.clear_reason}") if facts.clear_reason else None
    clear = Action("image clear", "trash-2", text("tooltip.clear_image"), ClearImage(), reason=reason)
    return action_button(frame, clear, place, "tool")
