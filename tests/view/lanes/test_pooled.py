"""What is drawn of a pooling: the patch alone, the line, the column, the winner, and what stands in the padding."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from game.core.convolution import patch_corner
from game.core.padding import Padding
from game.core.pooling import Pooling, winner
from game.core.scenario import Pair, Scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.stage_wall import WallStage
from game.view.bubbles import bubble_lines
from game.view.card import Card
from game.view.coverage import CardOutline
from game.view.dot_product import Terms, written
from game.view.flights import Flights
from game.view.lanes.lane import LanePatch
from game.view.lanes.pooled import form_of
from game.view.making import Making
from game.view.pencil import Marks
from game.view.pooled import is_counted, padding_text
from game.view.window import Window
from game.view.written_lines import DotProduct, TermRule
from tests.layers import three_channels
from tests.picture import frame, scenario, state, typeface, window
from tests.pooling import AROUND, CEILED, LEFT_OUT, POOLED, of_one, pooled

WIDE = (1366, 768)
ROWS = ((1.0, 3.0, 2.0, 0.0), (3.0, 0.0, 1.0, 1.0), (0.0, 0.0, 5.0, 4.0), (0.0, 0.0, 4.0, 5.0))


def at(shown: Scenario, position: float, **interface: Any) -> State:
    return fronted(state(shown, position, **interface))


def drawn(shown: Scenario, position: float, size: Pair = WIDE, **interface: Any) -> Window:
    return window(at(shown, position, **interface), size)


def line_of(made: Window) -> str:
    (line,) = (widget for widget in made.widgets if isinstance(widget, DotProduct) and widget.name == "dot product")
    return "".join(run.text for runs in line.lines for run in runs)


def column_of(made: Window) -> list[str]:
    """Return the words and numbers of the column, from the top down."""
    found = [widget for widget in made.widgets if widget.name.startswith("column ")]
    said = [str(getattr(one, "text", "") or getattr(one, "words", "")) for one in found if hasattr(one, "size")]
    return [words for words in said if words]


def names(made: Window) -> set[str]:
    return {widget.name for widget in made.widgets}


def marked(made: Window, name: str) -> tuple[Pair, ...]:
    found = [widget for widget in made.widgets if isinstance(widget, Marks) and widget.name == f"marks {name}"]
    return found[0].cells if found else ()


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("shown", POOLED.values(), ids=POOLED)
def test_a_pooling_has_a_patch_and_neither_kernel_nor_products(shown: Scenario, presenting: bool) -> None:
    there = names(drawn(shown, 0.75, presenting=presenting))
    assert "title patch" in there
    assert not there & {"grid kernel", "title kernel", "grid products", "title products"}
    lanes = [name for name in there if name.startswith("lane ")]
    assert not any(name.endswith((" times", " equals", " kernel", " products")) for name in lanes)


@pytest.mark.parametrize("size", [WIDE, (1920, 1080), (1024, 768), (800, 600)])
def test_the_patch_is_as_large_as_its_place_allows(size: Pair) -> None:
    from game.view.places import stage_of

    alone = stage_of(frame(at(pooled(), 0.75), size)).products
    beside = stage_of(frame(at(three_channels("none"), 0.75), size)).products
    assert alone.pitch >= beside.pitch
    assert alone == stage_of(frame(at(pooled(), 0.75), size)).lanes[0].patch  # type: ignore[attr-defined]


def test_the_line_of_max_says_what_is_compared_and_its_result_once_it_stands() -> None:
    shown = of_one(ROWS)
    assert line_of(drawn(shown, 0.75)) == "max(1, 3, 3, 0) = ?"
    assert line_of(drawn(shown, 0.95)) == "max(1, 3, 3, 0) = 3"
    assert line_of(drawn(shown, 4.0)) == "max(5, 4, 4, 5) = 5"


@pytest.mark.parametrize("lines", [1, 2])
def test_a_comma_ends_a_line_of_max_and_begins_none(lines: int) -> None:
    pixels = tuple(float(number) for number in range(100, 125))
    terms = Terms(pixels, (), 124.0, (0, 0, 0), form=form_of("max", 1))
    whole = "max(" + ", ".join(f"{pixel:g}" for pixel in pixels) + ") = 124"
    shortened = 0
    for width in range(260, 1500, 7):
        found = ["".join(run.text for run in line) for line in written(typeface(), terms, 20, width, lines)]
        said = "".join(found)
        assert len(found) <= lines
        assert all(typeface().width(line.strip(), 20, False) <= width for line in found)
        assert not [line for line in found if line.startswith(",") or " ," in line]
        assert all(line.endswith(", ") for line in found[:-1])
        if "…" not in said:
            assert said == whole
            continue
        shortened += 1
        head, tail = said.split("…, ") if "…, " in said else said.split("…")
        assert whole.startswith(head)
        assert whole.endswith(tail)
    assert shortened


def test_the_line_of_an_average_divides_by_what_is_counted() -> None:
    shown = of_one(ROWS, "average")
    assert line_of(drawn(shown, 0.95)) == "(1 + 3 + 3 + 0) ÷ 4 = 1.75"
    assert line_of(drawn(shown, 0.75)) == "(1 + 3 + 3 + 0) ÷ 4 = ?"
    thirds = of_one(((1.0, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)), "average", (1, 3))
    assert line_of(drawn(thirds, 0.95)) == "(1 + 0 + 0) ÷ 3 ≈ 0.33"


def test_what_is_not_counted_is_not_in_the_line() -> None:
    assert line_of(drawn(LEFT_OUT, 0.95)) == "(0 + 0 + 1 + 0) ÷ 4 = 0.25"
    counted = pooled("average", (3, 3), (2, 2), AROUND)
    assert line_of(drawn(counted, 0.95)) == "(0 + 0 + 0 + 0 + 0 + 0 + 0 + 1 + 0) ÷ 9 ≈ 0.11"


@pytest.mark.parametrize("shown", [LEFT_OUT, pooled("average", (3, 3), (2, 2), AROUND, ceil=True)])
def test_every_average_that_is_written_is_the_mean_of_what_is_written(shown: Scenario) -> None:
    for step in range(shown.map_steps):
        terms, _, rest = line_of(drawn(shown, step + 0.95)).partition(" ÷ ")
        divisor, sign, value = rest.split(" ")
        added = [Fraction(one) for one in terms.strip("()").split(" + ")]
        mean = sum(added, Fraction(0)) / int(divisor)
        assert abs(mean - Fraction(value)) <= Fraction(1, 200)
        assert (sign == "=") == (mean == Fraction(value))


def test_the_column_has_the_largest_so_far_or_sum_divisor_and_mean() -> None:
    shown = of_one(ROWS)
    assert column_of(drawn(shown, 0.35)) == ["max"]
    assert column_of(drawn(shown, 0.95)) == ["max", "3"]
    so_far = [column_of(drawn(shown, 0.65 + 0.235 * part / 30))[-1] for part in range(31)]
    assert list(dict.fromkeys(so_far)) == ["max", "1", "3"]
    mean = of_one(ROWS, "average")
    assert column_of(drawn(mean, 0.89)) == ["sum", "7", "counted", "÷", "4", "mean"]
    assert column_of(drawn(mean, 0.95)) == ["sum", "7", "counted", "÷", "4", "mean", "1.75"]


def test_a_sum_that_is_still_to_be_divided_does_not_stand_in_the_cell() -> None:
    made = drawn(of_one(ROWS, "average"), 0.89)
    (cell,) = (widget for widget in made.widgets if isinstance(widget, Making))
    assert cell.words == ""
    (cell,) = (widget for widget in drawn(of_one(ROWS), 0.895).widgets if isinstance(widget, Making))
    assert cell.words == "3"


@pytest.mark.parametrize("presenting", [False, True])
def test_the_winner_is_marked_once_the_maximum_stands_the_first_of_equal_ones(presenting: bool) -> None:
    shown = of_one(ROWS)
    before, after = (drawn(shown, position, presenting=presenting) for position in (0.75, 0.9))
    assert not marked(before, "winner patch")
    assert not marked(before, "winner image")
    assert marked(after, "winner patch") == ((0, 1),)
    assert marked(after, "winner image") == ((0, 1),)
    assert len([widget for widget in after.widgets if isinstance(widget, TermRule)]) == 1


@pytest.mark.parametrize("shown", [CEILED, pooled()])
def test_the_winner_is_that_of_the_mathematics_in_every_step(shown: Scenario) -> None:
    pooling = shown.layer.pooling
    assert pooling is not None
    for step in range(shown.map_steps):
        cell = divmod(step, shown.output_size[1])
        pixel = winner(shown.image, pooling, cell)
        made = drawn(shown, step + 0.95)
        assert marked(made, "winner image") == (pixel,)
        top, left = patch_corner(shown, cell)
        assert marked(made, "winner patch") == ((pixel[0] - top, pixel[1] - left),)


def test_no_winner_is_marked_of_an_average_and_none_while_it_is_asked_for() -> None:
    assert not marked(drawn(of_one(ROWS, "average"), 0.95), "winner patch")
    asking = at(of_one(ROWS), 0.95)
    for intent in (TogglePredict(), ChooseQuestion(Question.VALUE)):
        asking = reduce(asking, intent)
    made = window(asking, WIDE)
    assert not marked(made, "winner patch")
    assert not marked(made, "winner image")
    assert line_of(made).endswith("= ?")
    assert not any(isinstance(widget, TermRule) for widget in made.widgets)


def test_the_pixel_that_is_compared_is_ringed_in_patch_and_image_and_ruled_in_the_line() -> None:
    made = drawn(of_one(ROWS), 0.65 + 0.02)
    assert marked(made, "term products")
    assert marked(made, "term image") == marked(made, "term products")
    assert not marked(made, "term kernel")
    (rule,) = (widget.rect for widget in made.widgets if isinstance(widget, TermRule))
    (line,) = (widget for widget in made.widgets if isinstance(widget, DotProduct))
    head, first = line.lines[0][:2]
    assert rule.x == line.rect.x + typeface().width(head.text, line.size, head.bold)
    assert rule.w == typeface().width(first.text, line.size, first.bold)


def test_the_pixels_stay_as_they_are_under_the_window() -> None:
    made = drawn(of_one(ROWS), 0.6)
    (card,) = (widget for widget in made.widgets if isinstance(widget, Card))
    assert isinstance(card, CardOutline)
    assert all(getattr(widget, "dimmed", 0.0) == 0.0 for widget in made.widgets)


def test_what_flies_are_pixels_in_their_own_shade_without_a_pattern() -> None:
    made = drawn(of_one(ROWS), 0.75)
    (flights,) = (widget for widget in made.widgets if isinstance(widget, Flights))
    faces = flights.faces
    assert not faces.patterned
    assert np.array_equal(faces.done, faces.gray)
    assert faces.product_texts == ("1", "3", "3", "0")
    assert all(flight.which != 3 for flight in flights.flights)  # a 0 changes nothing


def test_nothing_flies_out_of_the_padding() -> None:
    for part in range(20):
        made = drawn(CEILED, 0.65 + 0.235 * part / 20)
        flown = [one.which for widget in made.widgets if isinstance(widget, Flights) for one in widget.flights]
        assert all(which in (4, 7, 8) for which in flown)


def test_the_padding_says_what_is_met_there() -> None:
    for shown, corner, beyond in (
        (CEILED, "−∞", "−∞"),
        (pooled("average", (3, 3), (2, 2), AROUND, ceil=True), "0", "–"),
        (LEFT_OUT, "–", "–"),
    ):
        pooling, size = shown.layer.pooling, shown.image_size
        assert pooling is not None
        assert padding_text(shown, pooling, (-1, -1)) == corner
        assert padding_text(shown, pooling, (size[0] + 1, 0)) == beyond
        assert is_counted(shown, pooling, (0, 0))


def test_a_bubble_says_what_a_pixel_a_cell_of_the_patch_and_an_output_cell_are() -> None:
    shown = at(of_one(ROWS), 1.3)
    facts = frame(shown, WIDE)
    moment = facts.shown.moments[0]

    def said(grid: GridName, row: int, column: int) -> str:
        return " | ".join(bubble_lines(facts.side, moment, Cell(grid, row, column)))

    assert "in the patch now" in said(GridName.IMAGE, 0, 2)
    assert "×" not in said(GridName.IMAGE, 0, 2)
    assert said(GridName.PRODUCTS, 1, 1) == "1 | Patch, row 2, column 2 | Pixel, row 2, column 4"
    assert "largest of 4 pixels" in said(GridName.OUTPUT, 0, 0)
    average = frame(at(LEFT_OUT, 1.3), WIDE)
    about = bubble_lines(average.side, average.shown.moments[0], Cell(GridName.OUTPUT, 0, 0))
    assert "mean of 4 numbers" in " | ".join(about)
    about = bubble_lines(average.side, average.shown.moments[0], Cell(GridName.IMAGE, -1, 0))
    assert about[:2] == ("–", "Padding: not counted")
    ceiled = frame(at(CEILED, 1.3), WIDE)
    about = bubble_lines(ceiled.side, ceiled.shown.moments[0], Cell(GridName.IMAGE, -1, 0))
    assert about[:2] == ("−∞", "Padding: −∞, so it never wins")


def test_the_phases_have_words_of_their_own() -> None:
    for shown, gathers in ((of_one(ROWS), "compare"), (of_one(ROWS, "average"), "add")):
        words = [drawn(shown, part).named("phase").text for part in (0.1, 0.25, 0.4, 0.6, 0.75, 0.95)]  # type: ignore
        assert words == ["slide", "cover", "read", "read", gathers, "reveal"]


def test_the_largest_number_of_a_window_of_negative_pixels_is_negative() -> None:
    shown = of_one(((-2.0, -3.0), (-1.0, -4.0)))
    assert line_of(drawn(shown, 0.95)) == "max(−2, −3, −1, −4) = −1"
    assert line_of(drawn(of_one(((-2.0, 3.0), (1.0, 4.0)), "average"), 0.95)) == "((−2) + 3 + 1 + 4) ÷ 4 = 1.50"


@pytest.mark.parametrize(("size", "least"), [((1024, 768), 23), ((1920, 1080), 32)])
@pytest.mark.parametrize("kind", ["max", "average"])
def test_what_is_made_in_present_can_be_read_at_the_back(kind: Any, size: Pair, least: int) -> None:
    made = drawn(pooled(kind), 0.75, size, presenting=True)
    sizes = {widget.name: getattr(widget, "size", 0) for widget in made.widgets}
    for name in ("dot product", "sums 0", "step", "phase", "title patch"):
        assert sizes[name] >= least, name
    patch = next(widget for widget in made.widgets if isinstance(widget, LanePatch))
    assert patch.look.size >= least


def test_present_says_what_the_operation_is() -> None:
    made = drawn(pooled(padding=Padding()), 0.75, (1024, 768), presenting=True)
    assert made.named("sentence").text == "Max pooling 2 × 2: one map for each channel, no weights."  # type: ignore


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_in_present_pixels_fly_beside_the_patch_and_over_no_number(size: Pair) -> None:
    for part in range(12):
        made = drawn(pooled(), 0.65 + 0.235 * part / 12, size, presenting=True)
        (line,) = (widget for widget in made.widgets if isinstance(widget, DotProduct))
        written = line.rect._replace(w=sum(typeface().width(run.text, line.size, run.bold) for run in line.lines[0]))
        written = written._replace(y=written.y + line.rect.h // 2 - line.size // 2, h=line.size)
        patch = next(widget.rect for widget in made.widgets if isinstance(widget, LanePatch))
        for flights in (widget for widget in made.widgets if isinstance(widget, Flights)):
            for flight in flights.flights:
                assert not all(flight.rect.overlap(written)[2:])
                assert not all(flight.rect.overlap(patch)[2:])
                assert flight.rect.right <= max(written.right, patch.right) + patch.w


@pytest.mark.parametrize("size", [WIDE, (1920, 1080), (800, 600)])
def test_the_size_beside_the_images_title_ends_where_the_image_ends(size: Pair) -> None:
    made = drawn(pooled("max", (3, 3), shown=scenario(size=(8, 8))), 0.0, size)
    words, title = made.named("size image"), made.named("title image")
    assert words is not None
    assert title is not None
    assert words.rect.right == made.places.image.rect.right
    assert words.rect.x > title.rect.right


@pytest.mark.parametrize("shape", [(4, 6), (5, 7), (6, 8)])
def test_in_present_the_numbers_of_a_small_image_are_read_under_a_pooling(shape: Pair) -> None:
    image = np.arange(shape[0] * shape[1], dtype=float).reshape(shape) % 10
    shown = Scenario((image,), np.ones((1, 1)), white=9.0, pooling=Pooling("max", (2, 2)))
    made = drawn(shown, 0.75, (1024, 768), presenting=True)
    places = made.places
    assert isinstance(places, WallStage)
    assert places.image.pitch >= 32, "device pixels of a beamer, for digits that a class reads"
    assert places.image.rect.right < places.lanes[0].rect.x
