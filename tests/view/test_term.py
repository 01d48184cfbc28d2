"""The term that is in work: the same one wherever it stands."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.input.intent import GridName
from game.ui.geometry import Rect
from game.view.lanes.line import ChannelSum
from game.view.marks import term_cells
from game.view.written_lines import DotProduct, TermRule
from tests.layers import three_channels
from tests.picture import frame, scenario, state, typeface, window

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]


def rule_and_line(size: tuple[int, int], position: float, side: int = 3) -> tuple[Rect | None, DotProduct]:
    shown = window(state(scenario(kernel_size=(side, side)), position), size)
    rules = [widget.rect for widget in shown.widgets if isinstance(widget, TermRule)]
    (line,) = (widget for widget in shown.widgets if isinstance(widget, DotProduct))
    assert len(rules) <= 1
    return (rules[0] if rules else None), line


@pytest.mark.parametrize("size", SIZES)
def test_a_rule_stands_under_the_term_and_is_as_wide_as_what_is_written_there(size: tuple[int, int]) -> None:
    rule, line = rule_and_line(size, 3.305)
    first = line.lines[0][:3]
    assert rule is not None
    assert rule.x == line.rect.x
    assert rule.w == sum(typeface().width(run.text, line.size, run.bold) for run in first)
    assert line.rect.y < rule.y < rule.bottom <= line.rect.bottom


@pytest.mark.parametrize("size", SIZES)
def test_the_rules_of_the_terms_follow_each_other_in_reading_order(size: tuple[int, int]) -> None:
    steps = [3.3 + 0.25 * part / 40 for part in range(1, 40)]
    rules = [rule for rule, _ in (rule_and_line(size, position) for position in steps) if rule is not None]
    places = [(rule.y, rule.x) for rule in rules]
    assert places == sorted(places)
    assert len(set(places)) == 9


def test_terms_that_the_line_leaves_out_have_no_rule_and_the_last_ones_have_theirs() -> None:
    rules = [rule_and_line((1366, 768), 3.3 + 0.25 * part / 80, side=7)[0] for part in range(1, 80)]
    written = [rule is not None for rule in rules]
    assert written[0]
    assert not all(written)
    late = [rule for rule in rules[60:] if rule is not None]
    assert late
    assert max(rule.y for rule in late) > max(rule.y for rule in rules[:10] if rule is not None)


@pytest.mark.parametrize("position", [3.0, 3.3, 3.65, 3.9, 16.0])
def test_at_a_stop_no_term_has_a_rule(position: float) -> None:
    assert rule_and_line((1366, 768), position)[0] is None


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("stacked", [False, True])
def test_the_same_term_is_ringed_in_patch_kernel_and_products(presenting: bool, stacked: bool) -> None:
    shown = scenario(dilation=(1, 2))
    interface: dict[str, Any] = {"presenting": presenting, "stacked": stacked, "rise": float(stacked)}
    made = window(state(shown, 3.3 + 0.25 * 0.5, **interface), (1366, 768))
    rings = {widget.name: widget for widget in made.widgets if widget.name.startswith("marks term")}
    assert set(rings) == {"marks term image", "marks term kernel", *(() if stacked else ("marks term products",))}
    facts = frame(state(shown, 3.3 + 0.25 * 0.5, **interface), (1366, 768))
    assert dict(term_cells(facts.shown.moments[0], facts.side)) == {
        GridName.PRODUCTS: (1, 1),
        GridName.KERNEL: (1, 1),
        GridName.IMAGE: (1, 5),
    }


def test_while_it_is_added_only_the_product_is_ringed() -> None:
    made = window(state(scenario(), 3.8), (1366, 768))
    assert {widget.name for widget in made.widgets if widget.name.startswith("marks term")} == {"marks term products"}


@pytest.mark.parametrize("side", [3, 5])
def test_a_line_that_goes_on_begins_with_its_sign_at_the_margin(side: int) -> None:
    """Five rows have more terms than two lines have room for."""
    shown = window(state(three_channels().varied(kernel=np.full((4, 3, side, side), 0.123)), 0.6), (800, 600))
    (line,) = (widget for widget in shown.widgets if isinstance(widget, DotProduct))
    assert len(line.lines) == 2
    assert line.lines[1][0].text == "+ "


def test_the_short_addition_of_a_tower_goes_on_at_the_margin() -> None:
    made = state(three_channels().varied(bias=np.full(4, 123.456)), 0.6, stacked=True, rise=1.0)
    lines = [widget.runs for widget in window(made, (1024, 768)).widgets if isinstance(widget, ChannelSum)]
    assert len(lines) > 2
    assert all(runs[0].text == runs[0].text.lstrip() for runs in lines)
