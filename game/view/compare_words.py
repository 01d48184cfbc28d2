"""What is written at the two sides of Compare: heads that say what differs, titles, and the legends of the shades."""

from __future__ import annotations

from ..core.result import Result
from ..input.mode_intents import FocusSide, ToggleSharedScale
from ..session.naming import named, walk_words
from ..ui.frame import BODY, HEADING, SMALL
from ..ui.geometry import Rect
from ..ui.stage_compare import Pane
from ..ui.widgets.base import Widget
from ..ui.widgets.side import PaneOutline, SideHead
from ..words.numbers import decimals_of, size_text
from ..words.texts import text
from .frame import StillFrame
from .numbers import shown
from .output import Legend
from .places import Looks, looks_in
from .titles import bare_titles
from .window import on_side


def flat_words(frame: StillFrame, pane: Pane) -> tuple[Widget, ...]:
    """Return the titles of a pane's grids and the legend, in the Flat view."""
    titles = bare_titles(frame, pane.places, frame.size(SMALL), frame.px(30), 0, covered=False)
    return (*titles, *pane_legend(frame, pane, looks_in(frame, pane.places)))


def pane_head(frame: StillFrame, pane: Pane) -> tuple[Widget, ...]:
    """Return the line around a pane, and its head."""
    focused = frame.still.focus is pane.side
    letter = text(f"compare.{pane.side.value}")
    name = f"side {pane.side.value}"
    size = frame.size(BODY)
    room = pane.head.w - pane.head.h - frame.px(14)
    words = next(
        (words for words in settings_words(frame.side.result) if frame.type.width(words, size, False) <= room), ""
    )
    return (
        PaneOutline(name=f"pane {pane.side.value}", rect=pane.rect, unit=frame.unit, focused=focused),
        SideHead(
            name=name,
            rect=pane.head,
            unit=frame.unit,
            mood=frame.mood(name),
            about=frame.tip(text("compare.head.tip", side=letter), None if focused else FocusSide(), None),
            side=pane.side,
            letter=letter,
            letter_size=frame.size(HEADING),
            words=words,
            size=size,
            focused=focused,
        ),
    )


def settings_words(result: Result) -> tuple[str, ...]:
    """Return what a side is set to, in words from the fullest to the shortest."""
    scenario = result.scenario
    values = {
        "kernel": named("kernel", scenario.kernel_name, result.edited[1]),
        "size": size_text(scenario.kernel_size),
        "walk": " · ".join(walk_words(scenario)),
        "least": ", ".join(walk_words(scenario, short=True)),
        "output": size_text(scenario.output_size),
    }
    return tuple(text(f"compare.setting{how}", **values) for how in ("", ".name", ".short", ".least"))


def pane_legend(frame: StillFrame, pane: Pane, looks: Looks) -> tuple[Widget, ...]:
    """Return the legend of a side's shades, and the button that joins both scales or parts them."""
    place, px = pane.places.legend, frame.px
    shared = frame.still.shared
    words = text("compare.legend.shared" if shared else "compare.legend.own")
    present = frame.layout.presenting
    side = place.h if present else max(px(34), 20)
    label = _scale_words(frame) if present else ""
    size = frame.size(SMALL)
    wide = legend_button(frame) or side
    button = frame.button(
        on_side("shared scale", pane.side),
        Rect(place.x if present else place.right - side, place.y - (0 if present else px(8)), wide, side),
        ToggleSharedScale(),
        tip=text("compare.shared.tip" if shared else "compare.own.tip"),
        icon="link" if shared else "unlink",
        label=label,
        size=size,
        on=shared,
    )
    if present:
        return (button,)  # its numbers would be too small for the back row
    magnitude, signed = frame.side.boards.output.magnitude, frame.side.boards.output.signed
    own = 0 if shared else looks.output.decimals  # one scale is written in one way
    decimals = own or decimals_of(magnitude, frame.still.settings.decimals)
    shades = Legend(
        name="legend",
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


def legend_button(frame: StillFrame) -> int:
    """Return the width of the button that joins both scales, with its words in Present; 0 in the window."""
    if not frame.layout.presenting:
        return 0
    return frame.type.width(_scale_words(frame), frame.size(SMALL), False) + frame.px(60)


def _scale_words(frame: StillFrame) -> str:
    return text("compare.shared" if frame.still.shared else "compare.own")
