"""A value is the same number in every place that shows it, rounded as the exact sum would be by hand."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.command_line import main
from game.core.convolution import patch
from game.core.scenario import Scenario, startup
from game.files.grid_text import format_grid
from game.files.scenario_file import write_scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import Question
from game.play.moment import moment
from game.session.answers import value_is_right
from game.session.boards import decimals_in
from game.session.facts.predict import predict_facts
from game.session.predict import answer_cell, secrecy_of
from game.session.state import State
from game.view.bubbles import bubble_lines
from game.view.dot_product import total
from game.view.flat import terms_of
from game.view.making import Making
from game.view.numbers import shown as as_shown
from game.window.predict_words import heading
from game.words.numbers import MINUS, NEARLY_ZERO, number
from tests.picture import frame, side_of, state, window
from tests.ui.measure import lines_of

from .predicting import asking

if TYPE_CHECKING:
    from pathlib import Path

    from game.core.grid import Pair

KINDS = ("one decimal", "two decimals", "integers", "signed")


def by_hand(value: Fraction, decimals: int) -> str:
    """Round a fraction as one does by hand: halves away from zero; fewer decimals when it is large."""
    for below, most in ((100, decimals), (1_000, 1), (100_000, 0)):
        kept = min(most, decimals)
        digits = (abs(value) * 10**kept + Fraction(1, 2)).__floor__()
        if digits < below * 10**kept:
            break
    if value and not digits:
        return NEARLY_ZERO
    text = str(digits).rjust(kept + 1, "0")
    text = f"{text[:-kept]}.{text[-kept:]}" if kept else text
    return MINUS + text if value < 0 else text


def random_scenario(random: np.random.Generator, kind: str) -> Scenario:
    """Return a scenario of small decimals."""
    places = {"one decimal": 1, "integers": 0}.get(kind, 2)
    rows, columns = int(random.integers(3, 7)), int(random.integers(3, 7))
    most, low = (9, -9 if random.integers(2) else 0) if kind == "integers" else (1, -1 if kind == "signed" else 0)
    kernel = np.round(random.uniform(low, most, tuple(random.integers(1, 4, 2))), places)
    image = np.round(random.uniform(0, most, (rows, columns)), places)
    return Scenario(image, kernel, white=9.0, padding=(int(random.integers(2)), 0))


def exact(scenario: Scenario, cell: Pair) -> Fraction:
    """Return the sum of the decimals that one sees."""
    pixels, weights = patch(scenario, cell).ravel().tolist(), scenario.kernel.ravel().tolist()
    return sum((Fraction(str(one)) * Fraction(str(two)) for one, two in zip(pixels, weights, strict=True)), Fraction())


def places(scenario: Scenario, cell: Pair) -> dict[str, str]:
    """Return what each place of the window, and all that leaves it, says of an output cell."""
    step = cell[0] * scenario.output_size[1] + cell[1]
    made = state(scenario)
    decimals = decimals_in(made.result, None)[3]
    summed, standing = moment(made.result, step + 0.9), moment(made.result, step + 1.0)
    terms = terms_of(frame(made, (1366, 768)), summed)
    bubble = bubble_lines(side_of(made), standing, Cell(GridName.OUTPUT, *cell))[0]
    copied = format_grid(made.result.output).split("\n")[cell[0]].split("\t")[cell[1]]
    return {
        "making": as_shown(summed.shown_sum or 0.0, decimals),
        "map": as_shown(float(made.result.output[cell]), decimals),
        "dot product": total(terms)[1].text,
        "bubble": number(float(bubble.replace(MINUS, "-")), decimals),
        "copied": number(float(copied), decimals),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_all_places_show_the_exact_sum_rounded_by_hand(kind: str) -> None:
    random = np.random.default_rng(KINDS.index(kind))
    for _ in range(500):
        scenario = random_scenario(random, kind)
        rows, columns = scenario.output_size
        cell = int(random.integers(rows)), int(random.integers(columns))
        found = places(scenario, cell)
        decimals = decimals_in(state(scenario).result, None)[3]
        assert set(found.values()) == {by_hand(exact(scenario, cell), decimals)}, (scenario, cell, found)


@pytest.mark.parametrize("parts", [3, 9, 16 * 9])
def test_all_places_show_the_same_where_no_decimal_is_exact(parts: int) -> None:
    random = np.random.default_rng(parts)
    for _ in range(150):
        scenario = random_scenario(random, "two decimals")
        scenario = scenario.with_kernel(random.integers(-4, 9, scenario.kernel_size) / parts)
        rows, columns = scenario.output_size
        found = places(scenario, (int(random.integers(rows)), int(random.integers(columns))))
        assert len(set(found.values())) == 1, found


def test_the_cell_of_the_original_fault_is_the_same_before_and_after() -> None:
    made = state(startup())
    for step in range(startup().steps):
        cell = divmod(step, startup().output_size[1])
        drawn = [_making(state(startup(), step + part)) for part in (0.9, 0.95, 0.999)]
        assert set(drawn) == {as_shown(float(made.result.output[cell]), 2)}, (step, drawn)


def _making(made: State) -> str:
    widget = next(each for each in window(made, (1366, 768)).widgets if isinstance(each, Making))
    return lines_of(widget)[0].text


def test_predict_tells_and_judges_by_the_same_number() -> None:
    random = np.random.default_rng(7)
    for _ in range(60):
        scenario = random_scenario(random, "two decimals")
        asked = asking(Question.VALUE, 1.65, scenario)
        told = asked.changed(predict=asked.predict.changed(told=True))
        written = by_hand(exact(scenario, answer_cell(asked)), 2)
        assert f" {written}." in heading(predict_facts(told, secrecy_of(told)))[1]
        assert value_is_right(asked, float(written.replace(MINUS, "-").replace(NEARLY_ZERO, "0")))


def test_printed_numbers_are_the_ones_of_the_map_in_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    random = np.random.default_rng(8)
    for index, kind in enumerate(KINDS):
        scenario = random_scenario(random, kind)
        path = tmp_path / f"{index}.json"
        write_scenario(path, scenario, 0.0, {})
        assert main([str(path), "--print-output"]) == 0
        printed = json.loads(capsys.readouterr().out)["output"]
        for cell in np.ndindex(*scenario.output_size):
            assert Fraction(repr(printed[cell[0]][cell[1]])) == exact(scenario, (cell[0], cell[1]))
