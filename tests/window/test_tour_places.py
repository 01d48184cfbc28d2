"""Every stop of the tour fits: nothing cut, nothing over another, and what is spoken of is never covered."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from game.files.tour_file import read_tour
from game.input.intent import Cell, Control, GridName
from game.session.tour import at_stop, pointed_at, sayings, tour_begun
from game.ui.geometry import Rect
from game.ui.layout import grids_height
from tests.picture import frame, state, window
from tests.ui.measure import GRIDS, crowded, places_of

from .test_text_places import Size, outside, parent, visible_lines

if TYPE_CHECKING:
    from game.session.state import State
    from game.view.window import Window

FITS = (
    ((800, 600), 100),
    ((1024, 768), 100),
    ((1366, 768), 200),
    ((1366, 768), 100),
    ((1920, 1080), 100),
    ((1920, 1080), 200),
)
"""Where the whole text of every stop stands at once."""

FOLDS = (((640, 480), 100), ((800, 600), 300), ((480, 360), 100), ((400, 300), 100), ((1366, 768), 300))
COUNT = len(read_tour().stops)
EVERY = pytest.mark.parametrize(("size", "scale"), [*FITS, *FOLDS])


@lru_cache(maxsize=1)
def first() -> State:
    return tour_begun(state(), read_tour())


def shown(
    number: int, scale: int, opened: bool = False, done: bool = False, presenting: bool = False, by_remote: bool = False
) -> State:
    """Return a stop: as it begins, with its task done, or with its task shown by the remote."""
    at = at_stop(first().changed(settings=first().settings.changed(scale=scale)), number)
    assert at.tour is not None
    met = (True,) * len(at.tour.met) if done else at.tour.met
    interface = at.interface.changed(presenting=presenting)
    return at.changed(tour=at.tour.changed(opened=opened, met=met, shown=by_remote), interface=interface)


def said(made: Window, *parts: str) -> str:
    lines = [widget.text for widget in made.widgets if widget.name.startswith(parts)]  # type: ignore[attr-defined]
    return " ".join(lines)


@pytest.mark.parametrize(("size", "scale"), FITS)
@pytest.mark.parametrize("which", ["task", "done", "shown"])
@pytest.mark.parametrize("presenting", [False, True])
def test_all_of_a_stops_text_stands_in_its_panel(size: Size, scale: int, which: str, presenting: bool) -> None:
    for number, stop in enumerate(read_tour().stops):
        at = shown(number, scale, done=which == "done", presenting=presenting, by_remote=which == "shown")
        made = window(at, size)
        panel = next(widget.rect for widget in made.widgets if widget.name == "tour")
        assert said(made, "tour text ") == stop.text
        assert said(made, "tour task ") == dict(zip(("task", "done", "shown"), sayings(stop), strict=True))[which]
        assert said(made, "tour title") == stop.title
        lines = [line for place in places_of(made) if place.part == "tour" for line in place.lines]
        assert all(panel.holds(line.rect) for line in lines if line.text), number


@EVERY
def test_nothing_is_cut_and_nothing_lies_over_another(size: Size, scale: int) -> None:
    wrong = []
    for number in range(COUNT):
        made_state = shown(number, scale)
        made, division = window(made_state, size), frame(made_state, size).layout
        places = [place for place in places_of(made) if place.widget.name not in ("tour arrow", "tour outline")]
        rooms = {"tour": division.tour}
        for place in places:
            room = rooms.get(place.part, parent(division, place))
            wrong += [f"{number}: {words}" for words in outside(places, room, place)]
        wrong += [f"{number}: {a} / {b}" for a, b in crowded(visible_lines(places))]
        grids = [(widget.name, widget.rect) for widget in made.widgets if widget.name in GRIDS and widget.rect.w]
        wrong += [f"{number}: {name}" for name, rect in grids if not division.stage.holds(rect)]
        wrong += [f"{number}: {a} / {b}" for a, b in crowded(grids)]
        controls = [(widget.name, widget.visible) for widget in made.widgets if widget.name.startswith("tour ")]
        wrong += [f"{number}: {name}" for name, rect in controls if not division.whole.holds(rect)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("size", "scale"), FITS)
def test_the_grids_keep_a_good_part_of_what_the_panel_leaves(size: Size, scale: int) -> None:
    division = frame(shown(0, scale), size).layout
    assert not division.tour_folded
    assert grids_height(division.stage, division.text) >= 0.55 * (size[1] - division.tour.h)


@pytest.mark.parametrize(("size", "scale"), FITS)
def test_the_panel_has_the_persons_scale_in_full(size: Size, scale: int) -> None:
    plain, large = frame(shown(0, 100), size).layout, frame(shown(0, scale), size).layout
    assert large.tour_text == pytest.approx(plain.tour_text * scale / 100)


@pytest.mark.parametrize(("size", "scale"), FOLDS)
def test_where_there_is_no_room_the_text_is_a_line_that_opens(size: Size, scale: int) -> None:
    for number, stop in enumerate(read_tour().stops):
        folded, opened = window(shown(number, scale), size), window(shown(number, scale, opened=True), size)
        assert frame(shown(number, scale), size).layout.tour_folded
        assert folded.named("tour text 0") is None
        assert {"tour text", "tour back", "tour next", "tour leave"} <= {widget.name for widget in folded.widgets}
        words = " ".join(
            widget.text  # type: ignore[attr-defined]  # these are labels
            for widget in opened.widgets
            if widget.name.startswith(("tour text ", "tour task "))
        )
        assert words == f"{stop.text} {stop.task}"
        panel = next(widget.rect for widget in opened.widgets if widget.name == "tour")
        assert Rect(0, 0, *size).holds(panel)
        lines = [line for place in places_of(opened) if place.part == "tour" for line in place.lines if line.text]
        assert all(panel.holds(line.rect) for line in lines), (number, panel)


@EVERY
def test_the_pointer_never_covers_what_it_points_at(size: Size, scale: int) -> None:
    for number, stop in enumerate(read_tour().stops):
        made = window(shown(number, scale), size)
        target = pointed_at(stop.point)
        outline, arrow = made.named("tour outline"), made.named("tour arrow")
        if isinstance(target, Cell):
            spoken = made.cell_rect(target)
        elif isinstance(target, GridName):
            spoken = dict(made.first.grids())[target].rect
        elif isinstance(target, Control):
            widget = made.named(target.name) or made.named("show rail")
            spoken = Rect(0, 0, 0, 0) if widget is None else widget.visible.inset(widget.px(6), widget.px(7))
        else:
            assert outline is None
            continue
        if not spoken.w:
            continue
        assert outline is not None, number
        inside = outline.rect.inset(outline.thickness)  # type: ignore[attr-defined]  # it is an outline
        whole = Rect(0, 0, *size)
        assert all(inside.holds(part) for part in (spoken,)) or not whole.inset(8).holds(spoken), number
        assert arrow is None or not arrow.rect.meets(spoken), number


def test_the_panel_is_as_high_in_every_stop() -> None:
    for size, scale in FITS:
        assert len({frame(shown(number, scale), size).layout.tour for number in range(COUNT)}) == 1


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
def test_in_present_the_text_stands_above_the_grids(size: Size) -> None:
    for number, stop in enumerate(read_tour().stops):
        made = window(shown(number, 100, presenting=True), size)
        panel = next(widget.rect for widget in made.widgets if widget.name == "tour")
        assert said(made, "tour text ") == stop.text
        assert not [widget.name for widget in made.widgets if widget.name in GRIDS and widget.rect.meets(panel)]


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 100), ((1920, 1080), 100)])
def test_the_arrow_hides_no_grid_and_no_words_where_there_is_room(size: Size, scale: int) -> None:
    for number in range(COUNT):
        made = window(shown(number, scale), size)
        arrow = made.named("tour arrow")
        if arrow is None:
            continue
        lines = [rect for name, rect in visible_lines(places_of(made)) if "tour arrow" not in name]
        grids = [widget.rect for widget in made.widgets if widget.name in GRIDS]
        assert not [rect for rect in (*lines, *grids) if rect.meets(arrow.rect)], number


@pytest.mark.parametrize("width", range(500, 1500, 52))
@pytest.mark.parametrize("scale", [75, 100, 160])
def test_the_text_stays_in_its_panel_at_every_size_also_where_the_rail_comes_and_goes(width: int, scale: int) -> None:
    for height in range(460, 960, 45):
        for number in (3, COUNT - 1):
            made = window(shown(number, scale), (width, height))
            panel = next(widget.rect for widget in made.widgets if widget.name == "tour")
            words = [widget.rect for widget in made.widgets if widget.name.startswith(("tour text ", "tour task "))]
            assert all(panel.holds(rect) for rect in words), (height, number)


@pytest.mark.parametrize(("size", "scale"), [*FITS, ((1024, 640), 100)])
def test_the_outline_of_the_scrubber_holds_its_ticks_and_touches_no_words(size: Size, scale: int) -> None:
    for number, stop in enumerate(read_tour().stops):
        if pointed_at(stop.point) != Control("scrubber"):
            continue
        made = window(shown(number, scale), size)
        outline, ticks = made.named("tour outline"), made.named("ticks")
        assert outline is not None
        assert ticks is None or outline.rect.inset(2).holds(ticks.rect)
        lines = [rect for name, rect in visible_lines(places_of(made)) if "tour" not in name]
        assert not [rect for rect in lines if rect.meets(outline.rect)]
        return
    raise AssertionError("a stop points at the scrubber")
