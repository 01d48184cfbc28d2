"""Nothing in the window is cut, or lies over another: measured in what is drawn, not in what widgets say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pytest

from game.input.intent import Cell, Control, GridName
from game.session.interface import Entry, Guide, Toast
from game.ui.geometry import Rect
from game.ui.layout import Layout
from game.ui.widgets.base import Widget
from game.ui.widgets.entry_field import EntryField
from game.ui.widgets.label import Area
from game.ui.widgets.slider import Slider
from game.view.window import Window
from tests.picture import OFFERED, frame, scenarios, state, window
from tests.ui.measure import GRIDS, Place, crowded, places_of
from tests.ui.test_layout import SCALES, SIZES

EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
EVERY_SCALE = pytest.mark.parametrize("scale", SCALES)

Size = tuple[int, int]


class Seen(NamedTuple):
    """A window as a person meets it: which one it is, its division, its widgets, and what they write."""

    name: str
    division: Layout
    window: Window
    places: list[Place]


@lru_cache(maxsize=64)
def seen(size: Size, scale: int) -> list[Seen]:
    """Return the windows of all scenarios at a size and scale, with the walk under way and at its end."""
    found = []
    for name, scenario in scenarios().items():
        for position in (min(5.4, scenario.steps - 0.6), float(scenario.steps)):
            for coverage in (False, True):
                shown = state(scenario, position, settings={"scale": scale}, coverage=coverage)
                made = window(shown, size)
                called = f"{name} at {position:g}" + (", coverage" if coverage else "")
                found.append(Seen(called, frame(shown, size).layout, made, places_of(made)))
    return found


def parent(division: Layout, place: Place) -> Rect:
    """Return the rectangle in which a widget has to stay."""
    parts = {
        "stage": division.stage,
        "dot ground": division.dot,
        "transport": division.transport,
        "top bar": division.top,
        "rail": division.rail,
    }
    return parts.get(place.part, division.whole)


def outside(places: list[Place], room: Rect, place: Place) -> Iterator[str]:
    """Yield what a widget writes outside its room; scrolled content may do so upward and downward."""
    del places
    clip = place.widget.clip
    for line in place.lines:
        inside = room.holds(line.rect) if clip is None else clip.x <= line.rect.x and line.rect.right <= clip.right
        if not inside:
            yield f"{place.part}: {place.widget.name} {line.text!r} at {tuple(line.rect)}, not in {tuple(clip or room)}"


def visible_lines(places: list[Place]) -> list[tuple[str, Rect]]:
    """Return what is written and can be seen, named by part and widget."""
    found = []
    for place in places:
        for line in place.lines:
            rect = line.rect if place.widget.clip is None else line.rect.overlap(place.widget.clip)
            if rect.w and rect.h:
                found.append((f"{place.part}: {place.widget.name} {line.text!r}", rect))
    return found


@EVERY_SCALE
@EVERY_SIZE
def test_no_text_lies_outside_its_part_of_the_window(size: Size, scale: int) -> None:
    wrong = [
        f"{one.name}: {words}"
        for one in seen(size, scale)
        for place in one.places
        for words in outside(one.places, parent(one.division, place), place)
    ]
    assert not wrong, "\n".join(wrong)


@EVERY_SCALE
@EVERY_SIZE
def test_no_text_lies_over_another(size: Size, scale: int) -> None:
    wrong = [f"{one.name}: {a}  /  {b}" for one in seen(size, scale) for a, b in crowded(visible_lines(one.places))]
    assert not wrong, "\n".join(wrong)


@EVERY_SCALE
@EVERY_SIZE
def test_the_grids_lie_on_the_stage_and_neither_another_grid_nor_text_lies_over_them(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        grids = [(widget.name, widget.rect) for widget in one.window.widgets if widget.name in GRIDS]
        wrong += [f"{one.name}: {name} {tuple(rect)}" for name, rect in grids if not one.division.stage.holds(rect)]
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded(grids)]
        wrong += [
            f"{one.name}: {words}  /  {name}"
            for words, rect in visible_lines(one.places)
            for name, grid in grids
            if rect.meets(grid)
        ]
    assert not wrong, "\n".join(wrong)


def hot(widget: Widget) -> list[tuple[str, Rect]]:
    """Return where a widget answers a hand; a slider does so on its number and along its track."""
    if isinstance(widget, Slider):
        knob = widget.track.inset(-widget.px(10), -widget.px(6))
        return [(f"{widget.name}, number", shown(widget, widget.number_rect)), (widget.name, shown(widget, knob))]
    return [(widget.name, widget.visible)]


def shown(widget: Widget, rect: Rect) -> Rect:
    return rect if widget.clip is None else rect.overlap(widget.clip)


@EVERY_SCALE
@EVERY_SIZE
def test_no_control_lies_over_another_or_leaves_the_window(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        controls = [part for widget in one.window.widgets if widget.focusable for part in hot(widget)]
        visible = [(name, rect) for name, rect in controls if rect.w and rect.h]
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded(visible)]
        whole = one.division.whole
        wrong += [f"{one.name}: {name} {tuple(rect)}" for name, rect in visible if not whole.holds(rect)]
    assert not wrong, "\n".join(wrong)


@EVERY_SCALE
@EVERY_SIZE
def test_every_widget_has_a_name_of_its_own(size: Size, scale: int) -> None:
    for one in seen(size, scale):
        names = [widget.name for widget in one.window.widgets]
        assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)


TOAST = Toast(
    1, "The kernel has 15 rows, but only 10 rows are there with the padding. Up to 10 are allowed.", True, 0.0
)
PIXEL = Cell(GridName.IMAGE, 2, 3)
LAYERS: dict[str, dict[str, Any]] = {
    "list of images": {"popup": "image"},
    "list of kernels": {"popup": "kernel"},
    "folded menu": {"popup": "menu"},
    "view settings": {"popup": "view"},
    "cell menu": {"popup": "cell menu", "popup_cell": PIXEL},
    "help": {"sheet": "help"},
    "open": {"sheet": "open"},
    "scenes": {"sheet": "scenes"},
    "pictures": {"sheet": "pictures"},
    "tours": {"sheet": "tours"},
    "numbers": {"sheet": "numbers", "offered": OFFERED},
    "rail": {"rail_open": True},
    "entry": {"entry": Entry(PIXEL, "0.25", 4, fresh=True)},
    "entry by touch": {"entry": Entry(PIXEL, "0.25", 4, fresh=False, by_touch=True)},
    "entry of a slider": {"entry": Entry(Control("stride"), "2", 1, fresh=True)},
    "hint of painting": {"guide": Guide(hint="paint")},
    "hint of scrubbing": {"guide": Guide(hint="scrub")},
    "hint of the stride": {"guide": Guide(hint="stride")},
    "callout": {"guide": Guide(callout_at=-3.0)},
    "help, filtered": {"sheet": "help", "help_filter": "the"},
    "help, nothing": {"sheet": "help", "help_filter": "w" * 40},
    "toasts": {"toasts": (TOAST, Toast(2, "Saved as /home/someone/lesson.json.", False, 0.0))},
}


@pytest.mark.parametrize("layer", LAYERS)
@EVERY_SIZE
def test_what_is_open_stays_in_the_window_with_nothing_over_another(size: Size, layer: str) -> None:
    wrong = []
    for scale in SCALES:
        made = state(position=5.4, settings={"scale": scale}, **LAYERS[layer])
        made_window = window(made, size)
        everything = places_of(made_window)
        over = layer_of(made_window, everything, layer)
        whole = Rect(0, 0, *size)
        assert over, "the layer is not there"
        names = [widget.name for widget in made_window.widgets]
        wrong += [f"{scale}: two are called {name}" for name in set(names) if names.count(name) > 1]
        places = [place for place in everything if any(place.widget is widget for widget in over)]
        wrong += [f"{scale}: {a}  /  {b}" for a, b in crowded(visible_lines(places))]
        wrong += [f"{scale}: {w}" for place in places for w in outside(places, room_of(place, over, whole), place)]
        wrong += [f"{scale}: {w.name} {tuple(w.visible)}" for w in over if not whole.holds(w.visible)]
    assert not wrong, "\n".join(wrong)


def layer_of(made: Window, places: list[Place], layer: str) -> list[Widget]:
    """Return the widgets of what is open."""
    if layer == "rail":
        return [place.widget for place in places if place.part == "rail" and place.widget.visible.h]
    if layer == "toasts":
        return [widget for widget in made.widgets if widget.name.startswith("toast ")]
    if layer.startswith("hint"):
        return [widget for widget in made.widgets if widget.name == "hint"]
    if layer == "callout":
        return [widget for widget in made.widgets if widget.name.startswith("callout")]
    if layer.startswith("entry"):
        return [widget for widget in made.widgets if isinstance(widget, EntryField) or widget.name.startswith("key ")]
    return list(made.widgets[made.modal_from :])


GROUNDS = ("sheet", "view ground", "rail")


def room_of(place: Place, over: list[Widget], whole: Rect) -> Rect:
    """Return where a widget of an open layer may write: in its own place, or on the ground that it stands on."""
    grounds = [widget.rect for widget in over if isinstance(widget, Area) and widget.name in GROUNDS]
    if grounds:
        return grounds[0]
    return place.widget.rect if place.widget.rect.h else whole


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)])
def test_a_range_is_not_parted_from_what_it_counts(size: Size) -> None:
    for scale in (100, 150, 200):
        made = window(state(position=5.6, settings={"scale": scale}), size)
        lines = [widget.text for widget in made.widgets if widget.name.startswith("where ")]  # type: ignore[attr-defined]
        assert not [line for line in lines if line[:1].isdigit()], lines


@pytest.mark.parametrize("scale", [125, 150])
@pytest.mark.parametrize("size", [(1229, 619), (1366, 768), (1280, 800), (1024, 640)])
def test_nothing_is_cut_or_covered_where_the_transport_is_lower_to_keep_bar_and_rail(size: Size, scale: int) -> None:
    wrong = []
    for one in seen(size, scale):
        for place in one.places:
            wrong += [f"{one.name}: {words}" for words in outside(one.places, parent(one.division, place), place)]
        wrong += [f"{one.name}: {a}  /  {b}" for a, b in crowded(visible_lines(one.places))]
        ticks = one.window.named("ticks")
        assert ticks is None or one.division.transport.holds(ticks.rect)
    assert not wrong, "\n".join(wrong)
