"""The rail by hand: sections fold and say their setting, the brush is at hand, and the formula says what it counts."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.core.scenario import Pair, Scenario
from game.files.settings import Settings
from game.files.tour_file import read_tour
from game.input.effects import OpenPath
from game.input.intent import GridName, Side
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.stack_intents import ShowStack
from game.input.window_intents import SetBrush
from game.session.formula_links import Framed
from game.session.links import links_of
from game.session.tour import at_stop, tour_begun
from game.ui.widgets.button import Head, Paint
from game.ui.widgets.label import Runs, Term
from game.ui.widgets.select import Select
from tests.picture import scenario, side_of

from .hands import Person, pixel

SIZES = [(1920, 1080), (1366, 768), (1366, 700), (1024, 768), (800, 600)]


def at_first(size: tuple[int, int] = (1366, 768)) -> Person:
    return Person(size=size, settings=Settings())


def head(person: Person, name: str) -> Head:
    found = person.widget(f"{name} head")
    assert isinstance(found, Head)
    return found


def stands(person: Person, name: str) -> bool:
    return person.window.named(name) is not None


def test_two_sections_are_open_at_first_and_the_folded_one_says_its_setting() -> None:
    person = at_first((1920, 1080))
    assert [one.section for one in person.window.widgets if isinstance(one, Head) and one.opened] == ["kernel", "slide"]
    assert head(person, "source").words.startswith("Source: 8 × 8, Random")
    person.clicks("slide head")
    assert head(person, "slide").words == "Slide: stride 2, padding 1"
    person.clicks("kernel head")
    assert head(person, "kernel").words.startswith("Kernel: 3 × 3, Random 0")


def test_a_photo_is_called_by_its_file_in_the_folded_head_and_in_its_field(tmp_path: Path) -> None:
    file = tmp_path / "the old harbour at noon.png"
    Image.fromarray(np.full((90, 120, 3), 128, dtype=np.uint8)).save(file)
    person = at_first((1920, 1080))
    person.controller.dispatch((OpenPath(str(file)),))
    person.controller.built()
    person.sees_what_opens()
    assert head(person, "source").words == "Source: 48 × 64, the ol…n.png"
    person.clicks("source head")
    field = person.widget("image")
    assert isinstance(field, Select)
    assert field.shown == "the old ha…noon.png"
    assert stands(person, "picture size")


def test_no_padding_is_said_in_words_and_dilation_only_where_there_is_one() -> None:
    for dilation, words in (((1, 1), "stride 2, no padding"), ((2, 1), "stride 2, no padding, dilation 2 × 1")):
        shown = scenario(padding=(0, 0), stride=(2, 2), dilation=dilation)
        person = Person(shown, size=(2560, 1440), settings=Settings(sections=("source", "kernel")))
        assert words.startswith(head(person, "slide").words.removeprefix("Slide: ").removesuffix("…"))


@pytest.mark.parametrize("way", ["click", "keys"])
def test_a_head_folds_its_section_opens_it_again_and_that_is_kept(way: str) -> None:
    person = at_first()
    for opened in (False, True):
        if way == "click":
            person.clicks("slide head")
        else:
            person.focuses("slide head")
            person.keys("Enter")
        assert stands(person, "stride") == opened
        assert ("slide" in person.state.settings.sections) == opened
    assert head(person, "slide").rect.h >= 28


def test_what_stands_below_a_folded_section_moves_up() -> None:
    person = at_first()
    before = head(person, "slide").rect
    person.clicks("kernel head")
    assert head(person, "slide").rect.y == head(person, "kernel").rect.bottom < before.y


def test_a_section_that_a_tour_leaves_nothing_of_has_no_head() -> None:
    person, hidden = at_first(), frozenset({"stride", "padding", "dilation"})
    tour = read_tour()
    person.controller.state = tour_begun(person.state, tour.changed(stops=(tour.stops[1].changed(hidden=hidden),)))
    person.controller.built()
    assert not stands(person, "slide head")
    assert stands(person, "kernel head")


def test_a_tour_opens_what_its_stop_speaks_of_and_leaves_the_persons_own_sections() -> None:
    person = Person(size=(1920, 1080), settings=Settings(sections=()))
    person.controller.state = tour_begun(person.state, read_tour())
    person.controller.built()
    assert not stands(person, "stride")
    person.controller.state = at_stop(person.state, 7)
    person.controller.built()
    assert person.state.tour is not None
    assert person.state.tour.stop.point.control == "stride"
    assert stands(person, "stride")
    assert not stands(person, "kernel size")
    assert person.state.tour.own.settings.sections == ()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [75, 100, 125])
def test_all_of_the_formula_and_its_note_is_seen_whatever_is_open_and_scrolled(
    size: tuple[int, int], scale: int
) -> None:
    person = Person(size=size, settings=Settings(scale=scale, sections=("source", "kernel", "slide")))
    if stands(person, "show rail"):
        person.clicks("show rail")
    rail = person.widget("rail").rect
    foot = [one for one in person.window.widgets if one.name.startswith(("formula", "note", "rail line"))]
    assert {one.name for one in foot} >= {"formula 0 0", "formula 0 1", "note", "note 1"}
    assert all(one.visible == one.rect and rail.holds(one.rect) for one in foot)
    line = person.widget("rail line").rect
    assert not [one.name for one in person.window.widgets if one.clip and one.visible.h and one.visible.bottom > line.y]


def test_the_formula_stands_still_while_its_note_comes_and_goes() -> None:
    person = at_first()
    before = person.widget("formula 0 0").rect
    assert stands(person, "note")
    person.focuses("stride")
    person.keys("Left")
    assert not stands(person, "note")
    assert person.widget("formula 0 0").rect == before


# The brush


def test_the_row_of_the_brush_stands_under_the_image() -> None:
    for size in SIZES:
        person, place = at_first(size), at_first(size).window.places
        row = [person.widget(name).rect for name in ("brush black", "brush white", "brush", "eraser", "image clear")]
        assert all(rect.y > place.image.rect.bottom and rect.bottom <= person.window.frame.layout.dot.y for rect in row)
        assert row[0].x == place.image.rect.x
        assert all(one.right <= other.x for one, other in itertools.pairwise(row))
        assert row[-1].right < place.kernel.rect.x


@pytest.mark.parametrize(
    ("white", "values"),
    [
        (1.0, [0, 0.33, 0.67, 1]),
        (3.0, [0, 1, 2, 3]),
        (2.0, [0, 1, 2]),
        (255.0, [0, 85, 170, 255]),
        (1.5, [0, 0.5, 1, 1.5]),
    ],
)
def test_black_two_grays_and_white_are_at_hand(white: float, values: list[float]) -> None:
    shown = Scenario(np.zeros((4, 4)), np.ones((2, 2)), white=white)
    person = Person(shown, size=(1920, 1080))
    shades = [one for one in person.window.widgets if isinstance(one, Paint)]
    assert [one.takes for one in shades] == [SetBrush(value) for value in values]
    assert [one.chosen for one in shades] == [value == person.state.brush for value in values]


@pytest.mark.parametrize("way", ["click", "keys"])
def test_a_shade_that_is_taken_is_painted_with_and_puts_the_eraser_down(way: str) -> None:
    person = Person(scenario("empty"), size=(1366, 768))
    person.clicks("eraser")
    if way == "click":
        person.clicks("brush light")
    else:
        person.focuses("brush light")
        person.keys("Enter")
    person.clicks(pixel(6, 6))
    assert person.state.scenario.image[6, 6] == 0.67
    assert not person.state.interface.eraser


def test_the_value_is_typed_or_changed_by_arrows() -> None:
    person = at_first()
    person.clicks("brush")
    person.types("0.4")
    person.keys("Enter")
    assert person.state.brush == 0.4
    person.focuses("brush")
    person.keys("Left", "Shift+Right")
    assert person.state.brush == pytest.approx(0.36)
    assert not [one for one in person.window.widgets if isinstance(one, Paint) and one.chosen]


def test_where_no_image_stands_flat_the_row_is_in_the_rail() -> None:
    for mode in ("stack", "compare"):
        person = Person(size=(1366, 768))
        if mode == "stack":
            person.controller.dispatch((ShowStack(on=True),))
            person.controller.built()
        else:
            person.keys("D")
        rail = person.widget("rail").rect
        assert all(rail.holds(person.widget(name).rect) for name in ("brush black", "brush", "eraser", "image clear"))
        assert person.names().count("eraser") == 1
        person.waits(3)


def test_where_the_row_would_cost_small_pixels_a_seventh_of_their_size_it_is_in_the_rail() -> None:
    person = Person(scenario("disc", (64, 64)), size=(960, 540))
    assert not person.window.places.brush.h
    person.clicks("show rail")
    person.focuses("eraser")
    assert person.widget("rail").rect.holds(person.widget("eraser").rect)
    assert Person(scenario("disc", (64, 64)), size=(1920, 1080)).window.places.brush.h


# The numbers of the formula

TERMS = ("length", "padding", "extent", "stride", "steps", "first", "output")


def framed(
    name: str, padding: Pair = (1, 1), stride: Pair = (2, 2)
) -> list[tuple[GridName, tuple[int, int], tuple[int, int]]]:
    """Return the blocks that a number of the formula lights."""
    person = Person(scenario(padding=padding, stride=stride), size=(1920, 1080))
    person.moves(f"formula {name}")
    side = side_of(person.state)
    marks = links_of(side.pointed, side.result.scenario, None, side.told).marks
    assert all(isinstance(mark, Framed) for mark in marks)
    drawn = {widget.name for widget in person.window.widgets}
    assert {mark.name for mark in marks} <= drawn
    return [(mark.role, mark.first, mark.size) for mark in marks if isinstance(mark, Framed)]


def test_every_number_of_the_formula_says_what_it_is() -> None:
    person = at_first()
    terms = [one for one in person.window.widgets if isinstance(one, Term)]
    assert [one.name for one in terms] == [f"formula {name}" for name in TERMS]
    assert person.widget("formula first").tooltip == "The first place"
    person.rests("formula first")
    bubble = person.window.named("bubble")
    assert bubble is not None
    assert not [one.name for one in person.window.widgets if isinstance(one, Runs) and one.rect.meets(bubble.rect)]


def test_a_number_lights_what_it_is() -> None:
    image, kernel, output = GridName.IMAGE, GridName.KERNEL, GridName.OUTPUT
    assert framed("length") == [(image, (0, 0), (8, 8))]
    assert framed("extent") == [(kernel, (0, 0), (3, 3))]
    assert framed("output") == [(output, (0, 0), (4, 4))]
    assert framed("first") == [(image, (-1, -1), (3, 3)), (output, (0, 0), (1, 1))]
    assert framed("steps") == [(output, (0, 1), (1, 3))]
    assert framed("stride")[:2] == [(image, (-1, -1), (3, 3)), (image, (-1, 1), (3, 3))]
    strips = framed("padding")
    assert strips[:2] == [(image, (-1, -1), (1, 10)), (image, (8, -1), (1, 10))]
    assert strips[2:] == [(image, (0, -1), (8, 1)), (image, (0, 8), (8, 1))]


def test_where_rows_and_columns_differ_a_number_is_of_its_axis() -> None:
    assert framed("padding rows", (1, 2), (2, 1)) == [
        (GridName.IMAGE, (-1, -2), (1, 12)),
        (GridName.IMAGE, (8, -2), (1, 12)),
    ]
    assert framed("padding columns", (1, 2), (2, 1)) == [
        (GridName.IMAGE, (0, -2), (8, 2)),
        (GridName.IMAGE, (0, 8), (8, 2)),
    ]
    assert framed("stride rows", (1, 2), (2, 1))[1] == (GridName.IMAGE, (1, -2), (3, 3))
    assert framed("stride columns", (1, 2), (2, 1))[1] == (GridName.IMAGE, (-1, -1), (3, 3))


def test_keys_step_through_the_numbers_and_tab_goes_past_them() -> None:
    person = at_first()
    person.focuses("formula length")
    lit = []
    for _ in TERMS:
        lit.append(person.state.interface.focus)
        side = side_of(person.state)
        assert links_of(side.pointed, side.result.scenario, None, side.told).marks
        person.keys("Right")
    assert lit == [f"formula {name}" for name in TERMS]
    assert person.state.interface.focus == "formula length"
    person.keys("Left")
    assert person.state.interface.focus == "formula output"
    assert person.window.named("bubble") is not None
    person.keys("Tab")
    assert not (person.state.interface.focus or "").startswith("formula")
    person.keys("Shift+Tab")
    assert person.state.interface.focus == "formula length"


def test_while_the_size_is_asked_for_no_number_tells_it() -> None:
    person = Person(size=(1920, 1080))
    person.controller.dispatch((TogglePredict(), ChooseQuestion(Question.SIZE)))
    person.controller.built()
    for name in ("output", "steps", "stride", "first"):
        person.moves(f"formula {name}")
        side = side_of(person.state)
        assert links_of(side.pointed, side.result.scenario, None, side.told).marks == ()
    person.moves("formula length")
    side = side_of(person.state)
    assert links_of(side.pointed, side.result.scenario, None, side.told).marks


def test_in_compare_a_number_lights_the_side_that_the_rail_is_of() -> None:
    person = Person(size=(1920, 1080))
    person.keys("D")
    person.moves("formula length")
    assert side_of(person.state, Side.A).pointed != side_of(person.state, Side.B).pointed
