"""The setting of decimals: in all grids, on the card, in the dot product; = stands only where all written is exact."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.result import result_of
from game.core.scenario import Scenario
from game.input.window_intents import SetDecimals
from game.session.boards import decimals_in
from game.ui.offers import Offers
from game.view.builder import Builder
from game.view.card import Card
from game.view.dot_product import Terms, total
from game.view.flat import terms_of
from game.view.numbers import room
from game.view.output import Legend
from game.view.places import looks_of
from game.words.numbers import shows_exactly
from tests.picture import frame, scenario, side_of, state, typeface, window
from tests.session.hands import after
from tests.ui.measure import lines_of

SIZE = (1366, 768)
WORKED = Scenario(np.array([[0.65, 0.5], [0.25, 1.0]]), np.array([[0.88, 0.5], [1.0, 0.1]]))


def words(chosen: int | None, shown: Scenario = WORKED, position: float = 0.62) -> str:
    """Return all that is written in the dot product."""
    made = window(state(shown, position, settings={"decimals": chosen}), SIZE)
    texts: list[str] = []
    for widget in made.widgets:
        if widget.name == "dot product":
            lines: Any = widget
            texts += [run.text for line in lines.lines for run in line]
    return "".join(texts)


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        (None, "0.65 × 0.88 + 0.50 × 0.50 + 0.25 × 1.00 + 1.00 × 0.10 ≈ 1.17"),
        (0, "1 × 1 + 1 × 1 + ≈0 × 1 + 1 × ≈0 ≈ 1"),
        (1, "0.7 × 0.9 + 0.5 × 0.5 + 0.3 × 1.0 + 1.0 × 0.1 ≈ 1.2"),
        (2, "0.65 × 0.88 + 0.50 × 0.50 + 0.25 × 1.00 + 1.00 × 0.10 ≈ 1.17"),
        (3, "0.65 × 0.88 + 0.50 × 0.50 + 0.25 × 1.00 + 1.00 × 0.10 = 1.172"),
        (4, "0.65 × 0.88 + 0.50 × 0.50 + 0.25 × 1.00 + 1.00 × 0.10 = 1.172"),
    ],
)
def test_the_dot_product_is_written_with_at_most_the_chosen_decimals(chosen: int | None, written: str) -> None:
    assert words(chosen, position=1.0) == written


def test_rounded_factors_are_never_said_to_be_equal_to_their_sum() -> None:
    def sign(pixels: tuple[float, ...], weights: tuple[float, ...], decimals: tuple[int, int, int]) -> str:
        terms = Terms(pixels, weights, float(np.dot(pixels, weights)), decimals)
        return total(terms)[0].text.strip()

    assert sign((0.5, 0.25), (1.0, 2.0), (2, 0, 2)) == "="
    assert sign((0.5, 0.25), (1.0, 2.0), (1, 0, 2)) == "≈"
    assert sign((0.5, 0.5), (0.75, 1.25), (1, 1, 1)) == "≈"
    assert sign((1.0, 2.0), (3.0, 1 / 3), (0, 2, 2)) == "≈"


@pytest.mark.parametrize("chosen", [None, 0, 1, 2, 3, 4])
def test_an_equals_sign_stands_only_where_all_that_is_written_is_exact(chosen: int | None) -> None:
    for shown in (WORKED, scenario(), scenario(kernel="gaussian"), scenario("integers", kernel="box blur")):
        made = state(shown, float(shown.steps), settings={"decimals": chosen})
        window_made = window(made, SIZE)
        terms = terms_of(frame(made, SIZE), window_made.first.moment)
        exact = (
            all(shows_exactly(value, terms.decimals[0]) for value in terms.pixels)
            and all(shows_exactly(value, terms.decimals[1]) for value in terms.weights)
            and shows_exactly(terms.total, terms.decimals[2])
        )
        assert (" = " in words(chosen, shown, float(shown.steps))) == exact


def test_products_have_the_decimals_of_both_factors_and_no_more_than_chosen() -> None:
    assert [decimals_in(result_of(WORKED), chosen)[2] for chosen in (None, 0, 1, 2, 3, 4)] == [2, 0, 1, 2, 3, 4]
    whole = scenario("integers", kernel="outline")
    assert {decimals_in(result_of(whole), chosen)[2] for chosen in (None, 0, 2, 4)} == {0}


@pytest.mark.parametrize("chosen", [None, 0, 1, 2, 3, 4])
def test_card_and_grids_use_the_same_decimals(chosen: int | None) -> None:
    made = window(state(WORKED, 0.42, settings={"decimals": chosen}), SIZE)
    card = next(widget for widget in made.widgets if isinstance(widget, Card))
    looks = looks_of(typeface(), made.frame.side.boards, made.places)
    assert card.decimals == (looks.image.decimals, looks.kernel.decimals, looks.products.decimals)
    assert looks.image.decimals <= (4 if chosen is None else chosen)


@pytest.mark.parametrize("chosen", [0, 1, 2, 3, 4])
def test_a_number_that_is_not_zero_never_shows_as_zero(chosen: int) -> None:
    tiny = Scenario(np.array([[0.004, 0.3], [0.0, 1.0]]), np.array([[0.001]]))
    made = window(state(tiny, 4.0, settings={"decimals": chosen}), SIZE)
    output = [line.text for widget in made.widgets if widget.name == "grid output" for line in lines_of(widget)]
    assert set(output) & {"0", "0.0", "0.00", "0.000", "0.0000"} <= {text for text in output if output.count(text) == 1}


def test_the_setting_is_drawn_at_once() -> None:
    builder, shown = Builder(), state(WORKED, 1.0)
    first, second = (
        builder.window(frame(after(shown, SetDecimals(chosen)), SIZE), Offers()).widgets for chosen in (1, 3)
    )
    changed = {a.name for a, b in zip(first, second, strict=True) if a != b}
    grids = {"grid image", "grid kernel", "grid products", "grid output"}
    assert grids | {"card", "dot product", "legend"} <= changed


def test_a_locked_scale_of_whole_outputs_has_the_chosen_decimals() -> None:
    whole = scenario("integers", kernel="outline")
    for chosen, high in ((None, "7.13"), (1, "7.1"), (3, "7.125")):
        made = window(state(whole, 5.0, settings={"decimals": chosen}, lock=7.125), SIZE)
        assert next(widget for widget in made.widgets if isinstance(widget, Legend)).high == high


@pytest.mark.parametrize("chosen", [0, 1])
def test_nearly_zero_products_fit_where_others_do(chosen: int) -> None:
    image = np.full((15, 15), 0.01)
    image[0, 0] = 1.0
    made = state(Scenario(image, np.full((15, 15), 5.3)), 0.6, settings={"decimals": chosen})
    for size in ((800, 600), (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160)):
        places = window(made, size).places
        look = looks_of(typeface(), side_of(made).boards, places).products
        assert not look.size or typeface().width("≈0", look.size, True) <= room(places.products)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (2560, 1440)])
def test_pixel_and_weight_on_the_card_fit_with_four_decimals_too(size: tuple[int, int]) -> None:
    shown = Scenario(np.full((4, 4), 0.1234), np.full((2, 2), -0.1234))
    made = window(state(shown, 0.3, settings={"decimals": 4}), size)
    card = next(widget for widget in made.widgets if isinstance(widget, Card))
    assert card.pairs, "there is room for them"
    assert typeface().width("× −0.1234", card.pairs, True) <= card.place.pitch - card.place.gap
