"""The copies of the products on their way to the sum: over no number, and none of a zero."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.view.flights import Flights
from game.view.grids import Products
from game.view.places import stage_of
from tests.picture import frame, scenario, state, typeface, window

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600), (800, 1100)]
SCENARIOS = {
    "start-up": scenario(stride=(2, 2), padding=(1, 1)),
    "one row": scenario(size=(3, 12)),
    "one column": scenario(size=(12, 3)),
    "a large kernel": scenario(size=(16, 16), kernel_size=(7, 7)),
    "dilated": scenario(size=(9, 9), dilation=(2, 2)),
}
PARTS = [0.66, 0.69, 0.73, 0.77, 0.8, 0.84, 0.87, 0.88]


def flights(shown: Scenario, position: float, size: tuple[int, int], presenting: bool = False) -> Flights | None:
    made = window(state(shown, position, presenting=presenting), size)
    found = [widget for widget in made.widgets if isinstance(widget, Flights)]
    return found[0] if found else None


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_copies_fly_over_no_product_weight_or_finished_cell(name: str, size: tuple[int, int], presenting: bool) -> None:
    shown = SCENARIOS[name]
    places = stage_of(frame(state(shown, presenting=presenting), size))
    seen = 0
    for step in {0, 1, shown.steps // 2, shown.steps - 2, shown.steps - 1}:
        finished = [places.output.cell(*divmod(index, places.output.columns)) for index in range(step)]
        kept_clear = [places.products.rect, places.kernel.rect, *finished]
        for part in PARTS:
            found = flights(shown, step + part, size, presenting)
            for flight in () if found is None else found.flights:
                seen += 1
                assert not any(flight.rect.meets(rect) for rect in kept_clear), (step, part, flight)
    assert seen


def test_a_copy_ends_in_the_middle_of_its_cell() -> None:
    shown = SCENARIOS["start-up"]
    places = stage_of(frame(state(shown), (1366, 768)))
    found = flights(shown, 5.8849, (1366, 768))
    assert found is not None
    (x, y), (to_x, to_y) = found.flights[-1].rect.centre, places.output.cell(1, 1).centre
    assert abs(x - to_x) <= 1
    assert abs(y - to_y) <= 3


def test_a_zero_is_added_without_a_flight() -> None:
    zeros = Scenario(np.ones((5, 5)), np.array([[1.0, 0, -1], [0, 0, 0], [2, 0, -2]]))
    for part in PARTS:
        found = flights(zeros, 2 + part, (1366, 768))
        assert found is None or all(flight.which in {0, 2, 6, 8} for flight in found.flights)


def test_a_product_is_lit_until_it_has_been_added() -> None:
    for part in PARTS:
        made = window(state(SCENARIOS["start-up"], 5 + part), (1366, 768))
        (products,) = (widget for widget in made.widgets if isinstance(widget, Products))
        flying = flights(SCENARIOS["start-up"], 5 + part, (1366, 768))
        assert flying is None or min(flight.which for flight in flying.flights) >= products.flown


SIGNED = scenario(kernel="random signed")
"""Products with a sign and two decimals."""


@pytest.mark.parametrize(
    ("size", "without"), [((1920, 1080), set()), ((1280, 800), set()), ((1024, 768), set()), ((800, 600), {"−"})]
)
def test_a_copy_has_its_number_where_that_fits_into_its_cell(size: tuple[int, int], without: set[str]) -> None:
    face, seen = typeface(), 0
    for part in PARTS:
        found = flights(SIGNED, 9 + part, size)
        for flight in () if found is None else found.flights:
            text = found.faces.product_texts[flight.which]  # type: ignore[union-attr]
            has_room = face.width(text, flight.size, True) <= flight.rect.w - 2
            assert has_room == (text[0] not in without), (text, flight)
            seen += text[0] == "−"
    assert seen


def test_copies_of_whole_numbers_stay_square() -> None:
    whole = scenario("integers", kernel="integers")
    found = [flights(whole, 9 + part, size) for part in PARTS for size in SIZES[:3]]
    sides = {(flight.rect.w, flight.rect.h) for each in found if each is not None for flight in each.flights}
    assert sides
    assert all(wide == high for wide, high in sides)
