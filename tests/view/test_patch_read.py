"""Once the sum stands it can be checked: the pixels under the card's outline are read as well as all others."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.input.intent import GridName
from game.play.easing import clamp
from game.play.moment import moment
from game.ui.themes import THEMES, contrast
from game.view.card import solid
from tests.picture import picture, pixels, scenario, state, window

WORDS = 4.5
STEP = 5
VIEWS: dict[str, dict[str, Any]] = {
    "flat": {},
    "stack": {"stacked": True, "rise": 1.0},
    "present": {"presenting": True},
    "stack in present": {"stacked": True, "rise": 1.0, "presenting": True},
}


def readable(cell: np.ndarray[Any, Any]) -> float:
    """Return the contrast between the ground of a cell and what stands out of it most, single pixels left out."""
    counted = Counter(map(tuple, cell.reshape(-1, 3).tolist()))
    ground = counted.most_common(1)[0][0]
    return max(contrast(colour, ground) for colour, count in counted.items() if count >= 3)


@pytest.mark.parametrize("fraction", [0.90, 0.94])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_the_numbers_of_the_patch_are_read_once_the_sum_stands(view: str, theme: str, fraction: float) -> None:
    shown = state(scenario(size=(6, 6)), STEP + fraction, settings={"theme": theme}, **VIEWS[view])
    made, drawn = window(shown, (1366, 768)), pixels(picture(shown, (1366, 768)))
    for row in (1, 2, 3):
        for column in (1, 2, 3):
            place = made.first.place(GridName.IMAGE).cell(row, column)
            x, y, w, h = place.inset(place.w // 5, place.h // 5)
            assert readable(drawn[y : y + h, x : x + w]) >= WORDS, (row, column)


@pytest.mark.parametrize("theme", THEMES)
def test_flat_they_look_as_they_do_beside_the_card(theme: str) -> None:
    first = scenario(size=(6, 6))
    summed = state(first, STEP + 0.90, settings={"theme": theme})
    free = state(first, 12.3, settings={"theme": theme})  # the card is elsewhere
    made = window(summed, (1366, 768))
    drawn, other = (pixels(picture(each, (1366, 768))) for each in (summed, free))
    x, y, w, h = made.places.image.cell(1, 2).inset(made.places.image.pitch // 5)
    assert (drawn[y : y + h, x : x + w] == other[y : y + h, x : x + w]).all()


@pytest.mark.parametrize("brisk", [False, True])
def test_the_cards_shadow_goes_with_its_products_and_comes_with_its_weights_without_a_jump(brisk: bool) -> None:
    result = state(scenario(size=(6, 6))).result
    shares = [solid(moment(result, clamp(2 + part / 2000, 0, 16), brisk)) for part in range(4001)]
    assert shares[0] == shares[2000] == 1
    assert min(shares) == 0
    assert max(abs(later - one) for one, later in pairwise(shares)) < 0.1
