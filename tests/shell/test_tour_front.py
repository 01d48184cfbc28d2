"""The tour is taught from the front: by Page Down alone every stop shows what it speaks of, and says what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.files.settings import Settings
from game.files.tour_file import read_tour
from game.input.effects import OpenTour
from game.input.intent import Cell, GridName
from game.session.tour import at_stop, sayings, spoken_of, words_of
from game.ui.geometry import Rect
from tests.ui.measure import lines_of

from .hands import Person, output, pixel
from .test_tour import in_tour, run_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

TOUR = read_tour()
COUNT = len(TOUR.stops)
THERE = ("grid image", "grid kernel", "grid products", "grid output")
FRONTS = (((1024, 768), True), ((1024, 768), False), ((800, 600), False), ((1920, 1080), True), ((1366, 768), False))


def in_front(size: tuple[int, int], presenting: bool) -> Person:
    """Return a person in front of a class, at the first stop."""
    person = Person(size=size, settings=Settings())
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    if presenting:
        person.keys("F5")
    return person


def by_remote(person: Person) -> Iterator[int]:
    """Press Page Down until nothing comes any more; yield the stop each time that all stands still."""
    while True:
        run, position = run_of(person), person.state.playback.position
        yield run.index
        person.keys("Page Down")
        while person.state.playback.playing:
            person.waits(1)
        if run_of(person) is run and person.state.playback.position == position:
            return


def lines(person: Person, part: str) -> str:
    return " ".join(each.text for each in person.window.widgets if each.name.startswith(part))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("size", "presenting"), FRONTS)
def test_by_page_down_alone_each_picture_shows_panel_text_and_what_it_speaks_of(
    size: tuple[int, int], presenting: bool
) -> None:
    person = in_front(size, presenting)
    pictures: dict[int, int] = {}
    for number in by_remote(person):
        pictures[number] = pictures.get(number, 0) + 1
        run, panel = run_of(person), next(each.rect for each in person.window.widgets if each.name == "tour")
        assert lines(person, "tour text ") == run.stop.text
        assert lines(person, "tour task ") == words_of(run)
        said = [
            each for each in person.window.widgets if each.name.startswith(("tour text ", "tour task ", "tour mark"))
        ]
        assert all(panel.holds(each.rect) for each in said), number
        grids = [each for each in person.window.widgets if each.name in THERE]
        assert [each.name for each in grids] == list(THERE[:1] if run.stop.alone else THERE)
        whole = Rect(0, 0, *size)
        assert all(whole.holds(each.rect) and not each.rect.meets(panel) for each in grids), number
        target = spoken_of(run)
        if isinstance(target, Cell | GridName):
            assert person.window.named("tour outline") is not None, number
    assert set(pictures) == set(range(COUNT))
    assert all(pictures[number] >= 2 for number in range(COUNT)), "each stop shows something"
    assert run_of(person).index == COUNT - 1


def test_what_was_shown_has_a_mark_of_its_own_and_what_was_done_the_tick() -> None:
    person = in_tour()
    assert person.widget("tour mark").icon == "arrow-right"  # type: ignore[attr-defined]  # it is a picture
    person.keys("Page Down")
    assert person.widget("tour mark").icon == "eye"  # type: ignore[attr-defined]  # it is a picture
    assert "not done" in lines(person, "tour task ")
    assert "done" not in lines(person, "tour place")
    person.clicks(pixel(3, 3))
    assert person.widget("tour mark").icon == "check"  # type: ignore[attr-defined]  # it is a picture
    assert lines(person, "tour task ") == TOUR.stops[0].reply


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600)])
@pytest.mark.parametrize("presenting", [False, True])
def test_where_the_text_speaks_of_the_picture_there_is_nothing_else(size: tuple[int, int], presenting: bool) -> None:
    person = in_front(size, presenting)
    names = set(person.names())
    grids = {"grid kernel", "grid products", "grid output", "title kernel", "title products", "title output", "legend"}
    walk = {"patch", "card", "dot product", "dot ground", "step", "scrubber", "ticks", "play", "speed", "progress"}
    assert not names & (grids | walk | {"stride", "kernel", "kernel size", "sum sign", "where 0", "note"})
    assert {"grid image", "title image", "tour outline"} <= names
    image = person.widget("grid image").rect
    person.keys("Shift+Page Down")
    assert person.widget("grid image").rect.h < image.h
    assert {"grid kernel", "grid output"} <= set(person.names())


def test_a_picture_alone_stays_flat_and_its_bubble_speaks_of_no_kernel() -> None:
    person = in_tour()
    person.keys("V")
    person.waits(2)
    assert person.window.first.stack is None
    person.moves(pixel(1, 1))
    person.waits(1)
    told = [
        line for widget in person.window.widgets for line in getattr(widget, "lines", ()) if widget.name == "bubble"
    ]
    assert not [line for line in told if "output" in str(line) or "weight" in str(line)]


def test_where_the_size_is_asked_nothing_tells_it_until_it_is_asked_for() -> None:
    for size, presenting in FRONTS:
        person = in_front(size, presenting)
        person.keys(*["Shift+Page Down"] * 6)
        assert run_of(person).stop.secret
        assert person.window.places.output.pitch == 0
        told = words(person).replace(run_of(person).stop.text, "")
        assert "of 9" not in told
        assert person.window.named("ticks") is None
        hidden = "? × ?" in told or presenting
        assert hidden
        person.keys("Page Down")
        assert person.window.places.output.rows == 3
        assert "of 9" in words(person)
        assert person.state.playback.position == run_of(person).stop.position


def test_a_click_on_the_largest_sum_answers_and_all_sums_stay() -> None:
    person = in_tour(5)
    position = person.state.playback.position
    for cell in (output(1, 1), output(0, 0)):
        person.clicks(cell)
        assert person.state.playback.position == position
        assert person.window.first.moment.made == 4
    assert run_of(person).done
    outline = person.widget("tour outline").rect
    assert outline.holds(person.window.cell_rect(output(0, 0)))
    assert not outline.holds(person.window.cell_rect(output(0, 1)))


def test_where_the_text_says_pixel_the_pixel_is_seen() -> None:
    person = in_tour(3)
    moment = person.window.first.moment
    assert moment.pairs
    assert not moment.blended.any()
    person.keys("Page Down")
    person.waits(4)
    assert person.window.first.moment.blended.all()


def test_no_saying_of_the_first_tour_is_praise_for_what_nobody_did() -> None:
    praise = ("well done", "good", "yes", "right")
    assert not [stop.title for stop in TOUR.stops if sayings(stop)[1].lower().startswith(praise)]


def test_the_line_is_the_sum_of_the_cell_that_answers() -> None:
    person = in_front((1366, 768), presenting=False)
    person.controller.state = at_stop(person.state, 4)
    person.controller.built()
    person.clicks(output(0, 0))
    line = "".join(each.text for each in lines_of(person.widget("dot product")))
    assert line.endswith(" = 2.39")
