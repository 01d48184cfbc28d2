"""A person takes the tour in the window: every stop is there, is noticed when it is done, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.core.coverage import coverage
from game.files import tour_file
from game.files.kept_work import KeptWork
from game.files.settings import Settings, read_settings
from game.files.tour import Point
from game.files.tour_conditions import OF_LAYERS, controls
from game.files.tour_file import TOURS, read_tour
from game.input.effects import OpenTour
from game.input.intent import Cell, GridName
from game.input.layer_intents import SetFilters, SetOperation
from game.input.scenario_intents import ReplaceScenario
from game.input.tour_intents import NextTourStop
from game.play.choices import SECTIONS
from game.play.phases import FAST, SPEEDS
from game.session.state import TourRun
from game.session.tour import at_stop, tour_begun
from game.shell.keeping import WorkKeeper
from game.shell.places import Place
from game.ui.widgets.offer_row import OfferRow
from game.window.bar import menu_actions
from game.words.texts import text
from tests.picture import bar_of
from tests.session.test_resolution import pictured

from .hands import Person, output, pixel, weight

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES = ((1366, 768), (800, 600))
COUNT = len(read_tour().stops)

PLACE = Place((0, 0, 800, 600))


def run_of(person: Person) -> TourRun:
    run = person.state.tour
    assert run is not None
    return run


def in_tour(stop: int = 0, size: tuple[int, int] = (1366, 768), scale: int = 100) -> Person:
    """Return a person in a stop, counted from 1 (0: the first one, by the button of the bar)."""
    person = Person(size=size, settings=Settings(scale=scale))
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    for _ in range(max(0, stop - 1)):
        person.clicks("tour next")
    return person


def words(person: Person) -> str:
    return " ".join(str(getattr(widget, "text", "")) for widget in person.window.widgets)


def show(person: Person, name: str) -> None:
    """Bring a control of the rail into sight, as the tour's pointer says."""
    if person.window.named(name) is None:
        person.clicks("show rail")


def types_into(person: Person, name: str, text: str) -> None:
    show(person, name)
    person.focuses(name)
    person.keys("Enter")
    person.types(text)
    person.keys("Enter")


def chooses_kernel(person: Person, words: str) -> None:
    show(person, "kernel")
    person.clicks("kernel")
    items = [item.words for item in person.widget("kernel list").items]  # type: ignore[attr-defined]  # it is a list
    person.keys(*["Home", *["Down"] * items.index(words), "Enter"])


def drags_a_weight(person: Person) -> None:
    x, y = person.middle(weight(1, 1))
    person.drags((x, y), (x, y - 20), (x, y - 40))


def plays_out(person: Person) -> None:
    if not person.state.playback.playing:
        person.clicks("play")
    person.waits(40)


Deed = tuple["Callable[[Person], None]", "Callable[[Person], None]"]
DEEDS: tuple[Deed, ...] = (
    (lambda person: person.waits(1), lambda person: person.clicks(pixel(3, 3))),
    (lambda person: person.clicks(pixel(3, 3)), drags_a_weight),
    (lambda person: person.clicks(pixel(2, 2)), lambda person: person.clicks(pixel(0, 0))),
    (lambda person: person.clicks(pixel(0, 0)), plays_out),
    (lambda person: person.clicks(output(1, 1)), lambda person: person.clicks(output(0, 0))),
    (lambda person: person.clicks(output(0, 0)), plays_out),
    (lambda person: person.waits(5), plays_out),
    (lambda person: types_into(person, "stride", "2"), plays_out),
    (lambda person: types_into(person, "padding", "2"), lambda person: types_into(person, "padding", "1")),
    (lambda person: types_into(person, "stride", "4"), lambda person: types_into(person, "stride", "3")),
    (lambda person: chooses_kernel(person, "Sharpen"), lambda person: chooses_kernel(person, "Outline")),
    (lambda person: chooses_kernel(person, "Sharpen"), lambda person: chooses_kernel(person, "Gaussian")),
    (lambda person: person.waits(1), lambda person: person.clicks(pixel(0, 0))),
)
"""For each stop what is not asked, and what is."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stop", range(1, COUNT + 1))
def test_each_stop_is_noticed_when_it_is_done_and_not_before(stop: int, size: tuple[int, int]) -> None:
    other, asked = DEEDS[stop - 1]
    person = in_tour(stop, size)
    run = run_of(person)
    assert run.index == stop - 1
    assert not run.done
    assert any(widget.name == "tour task 0" for widget in person.window.widgets)
    other(person)
    assert not run_of(person).done
    asked(person)
    assert run_of(person).done
    assert person.widget("tour mark").icon == "check"  # type: ignore[attr-defined]  # it is a picture
    assert run.stop.reply.split()[-1] in words(person)


def test_there_is_a_deed_for_every_stop() -> None:
    assert len(DEEDS) == COUNT


def at_the_tours(size: tuple[int, int] = (1920, 1080), tours: tuple[tuple[str, int], ...] = ()) -> Person:
    """Return a person before the sheet of the tours, by the menu's first row."""
    person = Person(size=size, settings=Settings(tours=tours))
    person.clicks("menu")
    assert menu_rows(person)[0] == text("bar.tours")
    person.keys("Home", "Enter")
    assert person.state.interface.sheet == "tours"
    person.controller.built()
    return person


def menu_rows(person: Person) -> list[str]:
    """Return the words of the rows of the menu, which is open."""
    return [item.words for item in person.widget("menu list").items]  # type: ignore[attr-defined]  # it is a list


def offers(person: Person) -> list[OfferRow]:
    return [widget for widget in person.window.widgets if isinstance(widget, OfferRow)]


def test_the_tours_are_first_in_the_menu_and_the_first_one_shows_its_first_stop() -> None:
    person = at_the_tours()
    person.clicks("tour 0")
    assert person.state.interface.sheet is None
    assert run_of(person).stop.title in words(person)
    assert f"1 of {COUNT}" in words(person)
    assert "tour" not in [widget.name for widget in person.window.widgets if widget.focusable]


@pytest.mark.parametrize("place", range(len(TOURS)))
def test_every_tour_is_offered_by_its_name_and_a_line_and_begins_from_the_sheet(place: int) -> None:
    person = at_the_tours()
    tours = {name: read_tour(path) for name, path in TOURS.items()}
    assert [offer.label for offer in offers(person)] == [tour.name for tour in tours.values()]
    name, tour = list(tours.items())[place]
    assert offers(person)[place].detail == f"{len(tour.stops)} stops. {text(f'tours.{name}')}"
    person.focuses(f"tour {place}")
    person.keys("Enter")
    assert run_of(person).tour.name == tour.name
    assert run_of(person).stop.title in words(person)
    person.clicks("menu")
    assert text("bar.tours") not in menu_rows(person), "none begins within another"


def test_the_sheet_of_tours_says_where_one_was_left_and_it_goes_on_there() -> None:
    person = at_the_tours(tours=(("Why pool", 1),))
    assert [offer.detail.startswith("At stop 2 of 3. ") for offer in offers(person)] == [
        False,
        False,
        True,
        False,
    ]
    person.clicks("tour 2")
    assert run_of(person).index == 1


def test_one_of_the_tours_that_cannot_be_read_says_so_when_it_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOURS, "pooling", TOURS["pooling"].with_name("gone.json"))
    person = at_the_tours()
    assert [offer.label for offer in offers(person)][2:] == ["pooling", "Why transpose"]
    person.clicks("tour 2")
    assert person.state.tour is None
    assert person.state.interface.toasts[-1].warning


def test_in_the_folded_menu_the_tours_are_there_too_and_all_can_be_reached() -> None:
    person = Person(size=(800, 600), settings=Settings(scale=200))
    person.clicks("menu")
    rows = menu_rows(person)
    person.keys(*["Home", *["Down"] * rows.index(text("bar.tours")), "Enter", "End"])
    person.controller.built()
    person.clicks(f"tour {len(TOURS) - 1}")
    assert run_of(person).tour.name == "Why transpose"


def test_back_next_and_leave_by_hand_and_by_key() -> None:
    person = in_tour()
    own = run_of(person).own
    person.clicks("tour next")
    person.keys("Shift+Page Down")
    assert run_of(person).index == 2
    person.clicks("tour back")
    person.keys("Shift+Page Up", "Shift+Page Up")
    assert run_of(person).index == 0
    person.clicks("tour leave")
    assert person.state.tour is None
    assert person.state.scenario is own.scenario
    person.controller.dispatch((OpenTour(),))
    person.keys("Escape", "Tab", "Tab", "Enter")
    assert person.state.tour is None


def test_finish_at_the_last_stop_brings_the_own_work_back_and_a_remote_does_not() -> None:
    person = in_tour(COUNT)
    person.keys("Page Down", "Page Down", "Page Down", "Shift+Page Down")
    assert run_of(person).index == COUNT - 1
    person.clicks("tour next")
    assert person.state.tour is None


def test_the_end_of_the_tour_is_said_and_leaving_it_before_is_not() -> None:
    for stop, said in ((COUNT, [text("tour.over.tour")]), (COUNT - 1, [])):
        person = in_tour(stop)
        person.clicks("tour leave")
        assert [toast.sentence for toast in person.state.interface.toasts] == said


def test_the_pointer_goes_once_its_task_is_done() -> None:
    person = in_tour(10)
    assert person.widget("tour outline").rect.holds(person.widget("stride").rect.inset(8))
    types_into(person, "stride", "3")
    assert person.window.named("tour outline") is None
    assert person.window.named("tour arrow") is None
    types_into(person, "stride", "4")
    assert person.window.named("tour outline") is not None


def test_the_stride_that_a_drag_passes_is_not_praised() -> None:
    person = in_tour(10)
    slider = person.widget("stride")
    y = slider.track.centre[1]  # type: ignore[attr-defined]  # it is a slider
    person.drags(*((slider.place(value), y) for value in (2, 3, 4)))  # type: ignore[attr-defined]  # it is a slider
    assert person.state.scenario.stride == (4, 4)
    assert not run_of(person).done
    person.drags(*((slider.place(value), y) for value in (4, 3)))  # type: ignore[attr-defined]  # it is a slider
    assert run_of(person).done


def test_another_cell_than_the_one_asked_for_is_said_and_forgotten_once_the_right_one_is_found() -> None:
    person = in_tour(5)
    person.clicks(output(1, 0))
    assert [toast.sentence for toast in person.state.interface.toasts] == [text("tour.other_cell")]
    person.clicks(output(0, 0))
    assert run_of(person).done
    assert not person.state.interface.toasts


def test_coming_back_says_that_a_stop_was_done() -> None:
    person = in_tour(8)
    person.clicks("tour next")
    person.clicks("tour back")
    assert f"8 of {COUNT}, done" not in words(person)
    types_into(person, "stride", "2")
    plays_out(person)
    person.clicks("tour next")
    assert "done" not in words(person)
    person.clicks("tour back")
    assert f"8 of {COUNT}, done" in words(person)
    assert not run_of(person).done


def test_a_stop_may_be_slow() -> None:
    person = in_tour(4)
    assert SPEEDS[person.state.playback.speed] == 0.25
    person.clicks("tour next")
    assert SPEEDS[person.state.playback.speed] == 1


def test_a_number_that_is_being_typed_is_cancelled_before_the_tour_is_left() -> None:
    person = in_tour(2)
    person.clicks(weight(0, 0))
    assert person.state.interface.entry is not None
    person.keys("Escape")
    assert person.state.interface.entry is None
    assert run_of(person).index == 1


def test_every_control_that_is_pointed_at_is_in_sight_once_the_rail_is_open() -> None:
    for size, scale in ((SIZES[0], 100), (SIZES[0], 200), (SIZES[1], 100), ((1920, 1080), 100)):
        for number, stop in enumerate(read_tour().stops, 1):
            if not stop.point.control:
                continue
            person = in_tour(number, size, scale)
            show(person, stop.point.control)
            widget = person.widget(stop.point.control)
            assert widget.visible == widget.rect, (size, scale, number)
            assert person.widget("tour outline").rect.holds(widget.visible.inset(widget.px(6), widget.px(3)))


def menu_of(person: Person) -> set[str]:
    return {action.name for action in menu_actions(bar_of(person.state), person.controller.frame())}


def test_hidden_controls_are_gone_and_all_others_stay() -> None:
    person = Person(size=(1920, 1080))
    before = {widget.name for widget in person.window.widgets if widget.focusable}
    tour = read_tour()
    hidden = frozenset({"seed", "brush", "stride", "kernel", "loop", "kernel clear", "image"})
    stops = (tour.stops[1].changed(hidden=hidden), tour.stops[2])
    person.controller.state = tour_begun(person.state, tour.changed(stops=stops))
    person.controller.built()
    shown = {widget.name for widget in person.window.widgets if widget.focusable}
    in_no_tour = {
        "name",
        "predict",
        "compare",
        "layer head",
        "layer add",
        "learn head",
        *OF_LAYERS,
    } & before  # of one channel
    of_hidden = {"stride chain", "image clear", "eraser", "brush soft", *SWATCHES}
    assert before - shown == (hidden - {"seed"}) | of_hidden | in_no_tour
    assert "seed" not in menu_of(person)
    person.clicks("tour next")
    assert before <= {widget.name for widget in person.window.widgets} | in_no_tour
    assert "seed" in menu_of(person)


SWATCHES = ("brush black", "brush dark", "brush light", "brush white")
HIDDEN = [frozenset(name for index, name in enumerate(controls()) if index % 5 != kept) for kept in range(5)]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600)])
@pytest.mark.parametrize("hidden", [frozenset(), frozenset(controls()), *HIDDEN])
def test_a_tour_that_hides_any_controls_opens_and_the_others_are_in_the_window_or_behind_a_button(
    hidden: frozenset[str], size: tuple[int, int]
) -> None:
    person = Person(size=size)
    tour = read_tour()
    person.controller.state = tour_begun(person.state, tour.changed(stops=(tour.stops[1].changed(hidden=hidden),)))
    person.controller.built()
    names = set(person.names())
    if "show rail" in names:
        person.clicks("show rail")
        names |= set(person.names())
    with_them = {"image clear" if "image" in hidden else "", "eraser" if "brush" in hidden else ""}
    assert set(controls()) - hidden - with_them - {*OF_LAYERS, "resolution"} <= names | menu_of(person)
    assert not hidden & (names | menu_of(person))


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600)])
@pytest.mark.parametrize("name", ["theme", "view", "seed", "full screen", "save", "open", "undo", "help", "stack"])
def test_a_pointer_at_a_control_of_the_bar_points_at_it_or_at_the_menu(name: str, size: tuple[int, int]) -> None:
    person = Person(size=size)
    tour = read_tour()
    stop = tour.stops[1].changed(point=Point(control=name))
    person.controller.state = tour_begun(person.state, tour.changed(stops=(stop,)))
    person.controller.built()
    spoken = person.window.named(name) or person.widget("menu")
    assert person.widget("tour outline").rect.holds(spoken.visible)


def test_the_speeds_that_a_tour_may_name_are_those_of_the_walk() -> None:
    assert (*tour_file.TOLD_SPEEDS, FAST) == SPEEDS


def test_every_control_that_a_tour_may_name_is_in_the_window() -> None:
    person = Person(size=(1920, 1080))
    person.controller.dispatch((OpenTour("colour"), *[NextTourStop()] * 3, SetFilters(3)))
    names = _focusable(person) | menu_of(person)
    for operation in ("average pooling", "transposed convolution"):
        other = Person(size=(1920, 1080))
        other.controller.dispatch((SetOperation(operation),))
        names |= _focusable(other)
    photo = Person(size=(1920, 1080))
    photo.controller.dispatch((ReplaceScenario(pictured().scenario),))
    names |= _focusable(photo)
    assert "layer add" in names
    assert set(controls()) <= names | {"layers"}, "the buttons of a network are one control"


def _focusable(person: Person) -> set[str]:
    """Return the names of all that can have the focus with all sections open."""
    opened = person.state.settings.changed(sections=SECTIONS)
    person.controller.state = person.state.changed(settings=opened)
    person.controller.built()
    return {widget.name for widget in person.window.widgets if widget.focusable}


def test_predict_waits_until_the_tour_is_left() -> None:
    person = in_tour()
    person.keys("P")
    assert not person.state.predict.on
    assert "tour" in person.state.interface.toasts[0].sentence


def test_the_two_worked_examples_stand_in_the_window() -> None:
    person = in_tour(3)
    assert "0.65 × 0.88 = 0.572" in words(person).replace("\u00a0", " ")
    products = person.window.first.moment.products
    assert products is not None
    assert products[0, 0] == pytest.approx(0.572)
    looks = next(widget for widget in person.window.widgets if widget.name == "grid products")
    assert looks.look.decimals == 3  # type: ignore[attr-defined]  # it is the grid of the products
    person = in_tour(4)
    plays_out(person)
    line = person.window.named("dot product")
    runs = "".join(run.text for run in line.lines[0])  # type: ignore[union-attr]  # it is the dot product
    assert runs == "0.53 × 1 + 0.11 × 1 + 0.99 × 1 + 0.76 × 1 = 2.39"
    assert person.state.result.magnitude > 1


def test_the_numbers_of_the_texts_are_true() -> None:
    stops = [at_stop(tour_begun(Person().state, read_tour()), number) for number in range(COUNT)]
    assert stops[4].result.output.argmax() == 0
    assert stops[4].result.output.max() == pytest.approx(2.39)
    assert stops[5].result.output[1, 1] == 2 * 1 + 0 * 0 + 3 * 2 + 1 * 1 == 9
    assert (stops[5].result.output != 9).sum() == 3
    assert stops[5].result.magnitude > 9, "the legend would tell what is asked"
    assert stops[6].steps == 9
    assert stops[7].scenario.output_size == (5, 5)
    assert stops[7].scenario.varied(stride=(2, 2)).output_size == (3, 3)
    assert (stops[8].result.coverage[0, 0], stops[8].result.coverage[2, 2]) == (1, 9)
    padded = stops[8].scenario.varied(padding=(1, 1))
    assert coverage(padded)[1, 1] == 4, "what a corner pixel has with padding 1"
    assert padded.output_size == stops[8].scenario.image_size
    assert stops[9].result.uncovered.lines.trailing_rows == 1
    assert stops[9].result.uncovered.left_over[5, 5]
    assert stops[10].scenario.kernel.sum() == 0
    assert stops[11].scenario.kernel.sum() == pytest.approx(1)


def test_a_tour_that_cannot_be_read_is_said_and_changes_nothing(tmp_path: Path) -> None:
    person = Person()
    broken = tmp_path / "tour.json"
    broken.write_text('{"kernelscope_tour": 1, "stops": [{"title": "One", "text": "Look."}]}', encoding="utf-8")
    person.controller.dispatch((OpenTour(str(broken)),))
    assert person.state.tour is None
    assert "stop 1" in person.state.interface.toasts[0].sentence
    assert "“scenario”" in person.state.interface.toasts[0].sentence


def test_a_tour_is_never_kept_not_even_when_it_is_killed(tmp_path: Path) -> None:
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=False)
        person = Person()
        person.clicks(pixel(0, 0))
        keeper = WorkKeeper(kept, tmp_path, Settings())
        own = person.state.scenario
        assert keeper.tick(person.state, 2.0, lambda: PLACE) is None
        person.controller.dispatch((OpenTour(),))
        for _ in range(3):
            person.controller.built()
            person.clicks(pixel(3, 3))
            person.keys("T")
            assert keeper.tick(person.state, 2.0, lambda: PLACE) is None
            person.keys("Page Down")
        keeper.finish(person.state, PLACE)
    with KeptWork(tmp_path) as kept:
        opened, _ = kept.start(fresh=False)
    assert opened is not None
    assert (opened.scenario.image == own.image).all()
    assert (opened.scenario.kernel == own.kernel).all()
    assert read_settings(tmp_path)[0].theme == Settings().theme


def test_the_window_speaks_of_the_products_with_a_frame_around_them_and_never_over_them() -> None:
    person = in_tour(3)
    run = run_of(person)
    spoken_of = run.stop.changed(point=Point(grid="products", cell=(0, 0)))
    person.controller.state = tour_begun(person.state, run.tour.changed(stops=(spoken_of,)))
    person.controller.built()
    spoken = person.window.cell_rect(Cell(GridName.PRODUCTS, 0, 0))
    outline, arrow = person.widget("tour outline"), person.widget("tour arrow")
    assert outline.rect.inset(outline.thickness).holds(spoken)  # type: ignore[attr-defined]  # it is an outline
    assert not arrow.rect.meets(spoken)
