"""What lies on what: nothing that floats lies on what is read, in any mode, at any size and scale.

What is read is measured here from what is drawn and pointed at, not asked of the code that keeps it clear.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.core.convolution import patch_corner
from game.core.scenario import Scenario, startup
from game.files.settings import HINTS
from game.files.tour_file import read_tour
from game.input.intent import Cell, Control, GridName, Intent
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.scenario_intents import SetQuantity
from game.session.interface import Guide, Toast
from game.session.reduce import reduce
from game.session.tour import at_stop, tour_begun
from game.ui.lane_places import LaneStage
from game.ui.offers import Offers
from game.ui.widgets.bubble import Bubble, ToastWidget
from game.ui.widgets.callout import Hint, Line
from game.ui.widgets.label import Area, Scrim
from game.ui.widgets.select import PopupList
from game.view.builder import Builder
from tests.picture import OFFERED, frame, scenario, state
from tests.ui.measure import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session.state import State
    from game.ui.geometry import Rect
    from game.ui.widgets.base import Widget
    from game.view.window import Window

Size = tuple[int, int]
SIZES = ((1920, 1080), (1366, 768), (1280, 800), (1024, 768), (800, 600))
SCALES = (75, 100, 200)
EVERY = pytest.mark.parametrize(("size", "scale"), [(size, scale) for size in SIZES for scale in SCALES])

STACKED: dict[str, Any] = {"stacked": True, "rise": 1.0}
TALK: dict[str, Any] = {"presenting": True}
COMPARED = (ToggleCompare(), SetQuantity("stride", None, 1))
ASKED = tuple((TogglePredict(), ChooseQuestion(question)) for question in Question)
LARGE = scenario(size=(16, 16), kernel="random signed", kernel_size=(15, 15))
SMALL = scenario("disc", size=(64, 64), kernel="sobel right", stride=(2, 2))
TOASTS = (
    Toast(1, "The kernel has 15 rows, but only 10 rows are there with the padding. Up to 10 are allowed.", True, 0.0),
    Toast(2, "Saved as /home/someone/lesson.json.", False, 0.0),
)

Made = tuple["Scenario", float, tuple[Intent, ...], dict[str, Any]]
MODES: dict[str, Made] = {
    "settled": (startup(), 5.3, (), {}),
    "products": (startup(), 6.65, (), {}),
    "summed": (startup(), 9.9, (), {}),
    "the end": (startup(), 16.0, (), {}),
    "a large kernel": (LARGE, 2.7, (), {}),
    "small cells": (SMALL, 400.6, (), {}),
    "coverage": (startup(), 5.65, (), {"coverage": True}),
    "stack": (startup(), 5.65, (), STACKED),
    "compare": (startup(), 5.65, COMPARED, {}),
    "compare, stack": (startup(), 5.65, COMPARED, STACKED),
    "predict, value": (startup(), 5.65, ASKED[0], {}),
    "predict, size": (startup(), 5.65, ASKED[1], {}),
    "predict, pixels": (startup(), 5.65, ASKED[2], {}),
    "predict, stack": (startup(), 5.65, ASKED[0], STACKED),
    "present": (startup(), 5.65, (), TALK),
    "present, a large kernel": (LARGE, 2.7, (), TALK),
    "present, stack": (startup(), 5.9, (), TALK | STACKED),
    "present, compare": (startup(), 5.65, COMPARED, TALK),
    "present, predict": (startup(), 5.65, ASKED[0], TALK),
}
TOURS = (2, 6, 9)
OPENED: dict[str, dict[str, Any]] = {
    "settings": {"popup": "view"},
    "kernels": {"popup": "kernel"},
    "menu": {"popup": "menu"},
    "help": {"sheet": "help"},
    "open": {"sheet": "open"},
    "scenes": {"sheet": "scenes"},
    "pictures": {"sheet": "pictures"},
    "tours": {"sheet": "tours"},
    "numbers": {"sheet": "numbers", "offered": OFFERED},
}


@lru_cache(maxsize=256)
def made(mode: str, scale: int) -> State:
    shown, position, done, interface = MODES[mode]
    found = state(shown, position, settings={"scale": scale}, **interface)
    for intent in done:
        found = reduce(found, intent)
    return found


def touring(stop: int, scale: int, presenting: bool) -> State:
    at = at_stop(tour_begun(state(), read_tour()), stop)
    settings, interface = at.settings.changed(scale=scale), at.interface.changed(presenting=presenting)
    return at.changed(settings=settings, interface=interface)


def with_interface(shown: State, **changes: Any) -> State:
    return shown.changed(interface=shown.interface.changed(**changes))


def read_in(shown: State, window: Window) -> Iterator[tuple[str, Rect]]:
    """Yield what is read in a window: lines by their ink, and cells."""
    for widget in window.widgets[window.modal_from :]:
        if isinstance(widget, PopupList) or (isinstance(widget, Area) and widget.name in ("sheet", "view ground")):
            yield widget.name, widget.rect
    if any(isinstance(widget, Scrim) for widget in window.widgets):
        return  # all else is dimmed
    for widget in window.widgets:
        if widget.name.startswith(("dot product", "lens", "ask ", "predict ", "tour t", "question")):
            yield from ((f"{widget.name} {line.text!r}", line.rect) for line in lines_of(widget))
    for part in window.sides:
        yield from ((f"{name} of {part.side}", rect) for name, rect in live(part))
    yield from patch_of(shown, window)


def live(part: Any) -> Iterator[tuple[str, Rect]]:
    """Yield the cells that the step is at."""
    moment, places = part.moment, dict(part.grids())
    if moment.cell is None or moment.patch is None:
        return
    rows, columns = moment.patch.shape
    cells = [(GridName.OUTPUT, *moment.cell)]
    cells += [(name, *at) for name in (GridName.KERNEL, GridName.PRODUCTS) for at in np.ndindex(rows, columns)]
    if part.stack is None:
        yield "card", part.card
    for name, row, column in cells:
        cell = places[name].cell(row, column)
        if places[name].pitch:
            yield name.value, cell if part.stack is None else cell.overlap(part.stack.clip)


def patch_of(shown: State, window: Window) -> Iterator[tuple[str, Rect]]:
    """Yield the pixels of side A's patch; none of these scenarios is dilated."""
    cell = window.first.moment.cell
    if cell is None:
        return
    top, left = patch_corner(shown.scenario, cell)
    (rows, columns), place = shown.scenario.kernel_size, window.first.place(GridName.IMAGE)
    for row in range(top, top + rows):
        yield from (("patch", place.cell(row, column)) for column in range(left, left + columns))


def floating(window: Window) -> list[tuple[str, Rect]]:
    """Return what floats: boxes, and the pieces of the callout's line."""
    boxes = [w for w in window.widgets if isinstance(w, (Bubble, ToastWidget, Hint))]
    pieces = [piece for w in window.widgets if isinstance(w, Line) for piece in w.pieces()]
    thin = [type(window.first.card)(min(a, c), min(b, d), abs(a - c) + 1, abs(b - d) + 1) for (a, b), (c, d) in pieces]
    return [(w.name, w.rect) for w in boxes] + [("callout line", rect) for rect in thin]


def wrong_in(called: str, shown: State, window: Window, spoken_of: Rect | None = None) -> list[str]:
    """Return what lies on what."""
    floats, read = floating(window), list(read_in(shown, window))
    if spoken_of is not None:
        read.append(("what it speaks of", spoken_of))
    wrong = [
        f"{called}: {a} on {b}" for a, rect in floats for b, other in read if other.w and other.h and rect.meets(other)
    ]
    boxes = [(name, rect) for name, rect in floats if name != "callout line"]
    wrong += [
        f"{called}: {a} on {b}" for i, (a, rect) in enumerate(boxes) for b, other in boxes[i + 1 :] if rect.meets(other)
    ]
    whole = window.widgets[0].rect
    return wrong + [f"{called}: {name} leaves the window" for name, rect in boxes if not whole.holds(rect)]


def asked_in(window: Window) -> Iterator[tuple[Cell | Control, Rect]]:
    """Yield what a hand may ask about: corners and middles of all grids, and every control that has a tooltip."""
    for part in window.sides:
        for name, place in part.grids():
            if not place.pitch:
                continue
            rows, columns = place.first[0] + place.rows, place.first[1] + place.columns
            corners = {place.first, (0, columns - 1), (rows - 1, 0), (rows // 2, columns // 2), (rows - 1, columns - 1)}
            for cell in sorted(corners):
                yield Cell(name, *cell, part.side), place.cell(*cell)
    for widget in window.widgets[window.modal_from :]:
        if widget.focusable and widget.tooltip and widget.visible.h:
            yield Control(widget.name), widget.visible


def explained(shown: State, size: Size, called: str) -> tuple[list[str], int, int]:
    """Return what bubbles lie on, how many there are, and of how many that were asked for."""
    builder, offers, wrong, seen, count = Builder(), Offers(), [], 0, 0
    plain = builder.window(frame(shown, size), offers)
    for target, place in asked_in(plain):
        window = builder.window(frame(shown, size, asked=target), offers)
        seen += any(isinstance(widget, Bubble) for widget in window.widgets)
        count += 1
        wrong += wrong_in(f"{called}, {target}", shown, window, place)
    return wrong, seen, count


@EVERY
def test_no_bubble_lies_on_what_is_read(size: Size, scale: int) -> None:
    wrong: list[str] = []
    for mode in MODES:
        found, seen, count = explained(made(mode, scale), size, mode)
        wrong += found
        least = 0.6 if "large kernel" in mode else 0.95  # where nearly every cell is at work, some have no room
        if seen < count * least and scale == 100:
            wrong.append(f"{mode}: only {seen} of {count} are explained")
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("presenting", [False, True])
@EVERY
def test_nor_on_a_tours_text(size: Size, scale: int, presenting: bool) -> None:
    wrong: list[str] = []
    for stop in TOURS:
        shown = touring(stop, scale, presenting)
        wrong += explained(shown, size, f"stop {stop}")[0]
        wrong += wrong_in(f"stop {stop}", shown, drawn(with_interface(shown, toasts=TOASTS), size))
    assert not wrong, "\n".join(wrong[:20])


@EVERY
def test_nor_on_what_is_open(size: Size, scale: int) -> None:
    wrong: list[str] = []
    for name, changes in OPENED.items():
        shown = with_interface(made("products", scale), **changes)
        wrong += explained(shown, size, name)[0]
    assert not wrong, "\n".join(wrong[:20])


def drawn(shown: State, size: Size) -> Window:
    return Builder().window(frame(shown, size), Offers())


def said(window: Window) -> list[Widget]:
    return [widget for widget in window.widgets if isinstance(widget, ToastWidget)]


@EVERY
def test_no_toast_lies_on_what_is_read_and_all_are_seen_where_there_is_room(size: Size, scale: int) -> None:
    wrong: list[str] = []
    for mode in MODES:
        for name, changes in {"nothing": {}, **OPENED}.items():
            if made(mode, scale).interface.presenting and changes:
                continue
            shown = with_interface(made(mode, scale), toasts=TOASTS, **changes)
            window = drawn(shown, size)
            wrong += wrong_in(f"{mode}, {name} open", shown, window)
            if not said(window) and (scale <= 100 or "sheet" in changes or not changes):  # a list soon closes
                wrong.append(f"{mode}, {name} open: no toast")
            if len(said(window)) < len(TOASTS) and name == "nothing" and scale == 100:
                wrong.append(f"{mode}: only {len(said(window))} toasts")
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("size", [(240, 180), (320, 200), (480, 360)])
@pytest.mark.parametrize("name", [name for name, changes in OPENED.items() if "sheet" in changes])
def test_a_toast_that_would_leave_a_sheet_too_little_waits_until_it_is_closed(name: str, size: Size) -> None:
    long = (TOASTS[0].changed(sentence=TOASTS[0].sentence * 4),)
    for toasts in (TOASTS[:1], long):
        window = drawn(with_interface(made("settled", 200), toasts=toasts, **OPENED[name]), size)
        sheet = next(widget.rect for widget in window.widgets if widget.name == "sheet")
        close = next(widget.rect for widget in window.widgets if widget.name == "close sheet")
        assert sheet.holds(close)
        assert not any(toast.rect.meets(sheet) for toast in said(window))
    assert not said(drawn(with_interface(made("settled", 200), toasts=long, sheet="help"), (240, 180)))


@EVERY
def test_no_hint_and_no_callout_lies_on_what_is_read(size: Size, scale: int) -> None:
    wrong: list[str] = []
    for mode in MODES:
        shown = made(mode, scale)
        for name in HINTS:
            window = drawn(with_interface(shown, guide=Guide(hint=name)), size)
            wrong += wrong_in(f"{mode}, hint {name}", shown, window)
        window = drawn(with_interface(shown, guide=Guide(callout_at=-3.0)), size)
        wrong += wrong_in(f"{mode}, callout", shown, window)
    assert not wrong, "\n".join(wrong[:20])


COLOURED = Scenario(np.arange(108).reshape(3, 6, 6) % 4.0, np.arange(48).reshape(4, 3, 2, 2) % 5 - 2.0, white=3)


@pytest.mark.parametrize("position", [0.3, 32.4, 99.95])
@pytest.mark.parametrize("size", SIZES[:3])
def test_no_hint_lies_on_the_grids_of_any_lane(size: Size, position: float) -> None:
    shown = state(COLOURED, position)
    for name in HINTS:
        window = drawn(with_interface(shown, guide=Guide(hint=name)), size)
        places = window.first.places
        assert isinstance(places, LaneStage)
        grids = [grid.rect for lane in places.lanes for grid in (lane.patch, lane.kernel, lane.products)]
        assert len(grids) == 9
        for hint in (widget for widget in window.widgets if isinstance(widget, Hint)):
            assert not any(hint.rect.overlap(grid).w and hint.rect.overlap(grid).h for grid in grids), (name, hint.rect)
