"""Compare: the same view twice, once for each side, with heads that say what differs and one walk for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.resize import edited
from ..core.scenario import Scenario
from ..input.compare_intents import FocusSide, ToggleSharedScale
from ..input.targets import Side
from ..play.moment import Moment
from ..session.compare import drawn_from
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE
from ..ui.panels.rail import named
from ..ui.stage import GridPlace, Stage
from ..ui.stage_compare import Pane
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label
from ..ui.widgets.side import Outline, SideHead
from ..words.numbers import decimals_of, pair_text, size_text
from ..words.texts import text
from .card import border, card_rect
from .dot_product import DotProduct, Line, written
from .flat import grids_view, terms_of
from .lens import needs_lens, page_in_line
from .numbers import shown
from .output import Legend
from .places import Looks, looks_of, magnitude_of, panes_of, smallest_number
from .present import inside_of, progress
from .window import Beside

if TYPE_CHECKING:
    from .stack.places import StackPlaces

GRIDS = (("image", "text"), ("kernel", "kernel_text"), ("products", "product_text"), ("output", "output_text"))


def on_side(name: str, side: Side) -> str:
    """Return the name of a widget on a side; on side A it is called as in the window with one side."""
    return name if side is Side.A else f"{name} b"


def frame_of(frame: Frame, side: Side) -> Frame:
    """Return the frame from which a side is drawn."""
    return frame.changed(state=drawn_from(frame.state, side))


def compare_view(
    frame: Frame, moments: tuple[Moment, Moment], stacks: tuple[StackPlaces, StackPlaces] | None = None
) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and both dot products.

    stacks: the places of both sides in the Stack view; None in the Flat view.
    """
    panes = panes_of(frame)
    ground = Area(name="stage", rect=frame.layout.whole, role="ground")
    sides = [
        widget
        for pane, moment, stack in zip(panes, moments, stacks or (None, None), strict=True)
        for widget in _side(frame_of(frame, pane.side), pane, moment, stack)
    ]
    if frame.layout.tiny:
        return ground, *sides
    present = frame.layout.presenting
    below = (*_lines(frame, panes, moments, stacks), progress(frame)) if present else _dots(frame, moments)
    return (ground, *sides, *below)


def beside(frame: Frame, moment: Moment, stack: StackPlaces | None) -> Beside:
    """Return where side B stands in the window, for hands."""
    side = frame_of(frame, Side.B)
    places = panes_of(frame)[1].places
    card = card_rect(places.image, moment, side.state.result, frame.layout.text)
    return Beside(places, moment, card, max(border(places.image) + 3, 7), stack)


def pane_looks(frame: Frame, places: Stage) -> Looks:
    """Return how the numbers of a side's grids look, of a frame that is drawn from it."""
    return looks_of(frame.type, frame.state.result, places, frame.state.settings.decimals, smallest_number(frame))


def _side(frame: Frame, pane: Pane, moment: Moment, stack: StackPlaces | None) -> tuple[Widget, ...]:
    """Return what stands in a pane, of a frame that is drawn from its side."""
    if stack is not None:
        from .compare_stack import stack_side  # a whole view of its own: not before it is wanted

        return stack_side(frame, pane, moment, stack)
    _, *grids = grids_view(frame, moment, pane.places, pane_looks(frame, pane.places))
    own = tuple(widget.changed(name=on_side(widget.name, pane.side)) for widget in grids)
    if frame.layout.tiny:
        return tuple(widget for widget in own if widget.rect.w)
    return (*pane_head(frame, pane), *flat_words(frame, pane), *own)


def flat_words(frame: Frame, pane: Pane) -> tuple[Widget, ...]:
    """Return the titles of a pane's grids and the legend, in the Flat view."""
    return (*_titles(frame, pane), *pane_legend(frame, pane, pane_looks(frame, pane.places)))


def pane_head(frame: Frame, pane: Pane) -> tuple[Widget, ...]:
    """Return the line around a pane, and its head."""
    focused = frame.state.compare.focus is pane.side
    letter = text(f"compare.{pane.side.value}")
    name = f"side {pane.side.value}"
    size = frame.size(BODY)
    room = pane.head.w - pane.head.h - frame.layout.px(14)
    words = next(
        (words for words in settings_words(frame.state.scenario) if frame.type.width(words, size, False) <= room), ""
    )
    return (
        Outline(name=f"pane {pane.side.value}", rect=pane.rect, unit=frame.layout.text, focused=focused),
        SideHead(
            name=name,
            rect=pane.head,
            unit=frame.layout.text,
            mood=frame.mood(name),
            tooltip=frame.tip(text("compare.head.tip", side=letter), None if focused else FocusSide(), None),
            side=pane.side,
            letter=letter,
            letter_size=frame.size(HEADING),
            words=words,
            size=size,
            focused=focused,
        ),
    )


def settings_words(scenario: Scenario) -> tuple[str, ...]:
    """Return what a side is set to, in words from the fullest to the shortest."""
    values = {
        "kernel": named("kernel", scenario.kernel_name, edited(scenario)[1]),
        "size": size_text(scenario.kernel_size),
        "stride": pair_text(scenario.stride),
        "padding": pair_text(scenario.padding),
        "output": size_text(scenario.output_size),
    }
    return tuple(text(f"compare.setting{how}", **values) for how in ("", ".name", ".short", ".least"))


def _titles(frame: Frame, pane: Pane) -> tuple[Widget, ...]:
    size, height = frame.size(SMALL), frame.layout.px(30)

    def title(name: str, place: GridPlace, role: str) -> Label:
        words = text(f"grid.{name}")
        rect = Rect(place.rect.x, place.rect.y - height, frame.type.width(words, size, True), height)
        return Label(name=on_side(f"title {name}", pane.side), rect=rect, text=words, size=size, role=role, bold=True)

    return tuple(title(name, place, role) for name, role in GRIDS if (place := getattr(pane.places, name)).pitch)


def pane_legend(frame: Frame, pane: Pane, looks: Looks) -> tuple[Widget, ...]:
    """Return the legend of a side's shades, and the button that joins both scales or parts them."""
    place, px = pane.places.legend, frame.layout.px
    compare = frame.state.compare
    words = text("compare.legend.shared" if compare.shared else "compare.legend.own")
    name = on_side("shared scale", pane.side)
    present = frame.layout.presenting
    side = place.h if present else max(px(34), 20)
    label = _scale_words(frame) if present else ""
    size = frame.size(SMALL)
    wide = legend_button(frame) or side
    button = Button(
        name=name,
        rect=Rect(place.x if present else place.right - side, place.y - (0 if present else px(8)), wide, side),
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=frame.tip(text("compare.shared.tip" if compare.shared else "compare.own.tip")),
        intents=(ToggleSharedScale(),),
        icon="link" if compare.shared else "unlink",
        label=label,
        size=size,
        on=compare.shared,
    )
    if present:
        return (button,)  # its numbers would be too small for the back row
    magnitude, signed = magnitude_of(frame), _is_signed(frame)
    own = 0 if compare.shared else looks.output.decimals  # one scale is written in one way
    decimals = own or decimals_of(magnitude, frame.state.settings.decimals)
    shades = Legend(
        name=on_side("legend", pane.side),
        rect=Rect(place.x, place.y, place.w - side - px(6), place.h),
        unit=pane.places.text,
        magnitude=magnitude,
        signed=signed,
        low=shown(-magnitude, decimals) if signed else "0",
        high=shown(magnitude, decimals),
        words=words,
        size=frame.size(19),
    )
    return shades, button


def legend_button(frame: Frame) -> int:
    """Return the width of the button that joins both scales, with its words in Present; 0 in the window."""
    if not frame.layout.presenting:
        return 0
    return frame.type.width(_scale_words(frame), frame.size(SMALL), False) + frame.layout.px(60)


def _scale_words(frame: Frame) -> str:
    return text("compare.shared" if frame.state.compare.shared else "compare.own")


def _is_signed(frame: Frame) -> bool:
    """Tell whether the scale reaches below zero: with one for both, when either output does."""
    state = frame.state
    results = (state.result, state.compare.result if state.compare.shared else None)
    return any(result is not None and bool((result.output < 0).any()) for result in results)


def _dots(frame: Frame, moments: tuple[Moment, Moment]) -> tuple[Widget, ...]:
    """Return the dot products of both sides on their card: below each other, or where there is one line beside."""
    place, px = frame.layout.dot, frame.layout.px
    if not place.h:
        return ()
    ground = Area(name="dot ground", rect=place, unit=frame.layout.text, role="panel", radius=px(10))
    inner = place.inset(px(24), px(6))
    gap = px(28)
    one_line = frame.layout.fold >= ONE_LINE
    if one_line:
        wide = (inner.w - gap) // 2
        rects = (Rect(inner.x, inner.y, wide, inner.h), Rect(inner.right - wide, inner.y, wide, inner.h))
    else:
        high = inner.h // 2
        rects = (Rect(inner.x, inner.y, inner.w, high), Rect(inner.x, inner.bottom - high, inner.w, high))
    size = frame.size(BODY)
    lines = tuple(
        widget
        for side, moment, rect in zip(Side, moments, rects, strict=True)
        for widget in _dot(frame_of(frame, side), side, moment, rect, size)
    )
    return ground, *lines


def _dot(
    frame: Frame, side: Side, moment: Moment, rect: Rect, size: int, line: Line | None = None
) -> tuple[Widget, ...]:
    """Return a side's letter and its dot product on one line."""
    letter = text(f"compare.{side.value}")
    head = round(size * 1.5)
    inside = Rect(rect.x + head, rect.y, rect.w - head, rect.h)
    lines = (line,) if line is not None else written(frame.type, terms_of(frame, moment), size, inside.w, 1)
    return (
        Label(
            name=on_side("dot title", side),
            rect=Rect(rect.x, rect.y, head, rect.h),
            text=letter,
            size=size,
            bold=True,
        ),
        DotProduct(name=on_side("dot product", side), rect=inside, lines=lines, size=size),
    )


def _lines(
    frame: Frame,
    panes: tuple[Pane, Pane],
    moments: tuple[Moment, Moment],
    stacks: tuple[StackPlaces, StackPlaces] | None,
) -> tuple[Widget, ...]:
    """Return the dot products of both sides in Present: as large as ever, the lens where a grid has no numbers."""
    size, inner = round(frame.layout.unit * 46), inside_of(frame)
    high = inner.h // 2
    found: list[Widget] = []
    for index, (pane, moment) in enumerate(zip(panes, moments, strict=True)):
        side = frame_of(frame, pane.side)
        rect = Rect(inner.x, inner.y + index * high, inner.w, high)
        line = None
        if _lacks_numbers(side, pane, None if stacks is None else stacks[index]):
            line = page_in_line(side, moment, terms_of(side, moment), size, rect.w - round(size * 1.5))
        found.extend(_dot(side, pane.side, moment, rect, size, line))
    return tuple(found)


def _lacks_numbers(frame: Frame, pane: Pane, stack: StackPlaces | None) -> bool:
    """Tell whether a grid of a side has no room for its numbers, so that its line is the lens."""
    if stack is None:
        return needs_lens(pane_looks(frame, pane.places))
    from .compare_stack import lacks_numbers

    return lacks_numbers(frame, stack)
