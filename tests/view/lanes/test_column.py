"""The column addition and the line of the channels: what stands there is true, and nothing stands there too early."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import pytest

from game.core.activations import ACTIVATIONS
from game.input.learn_intents import ToggleLearn
from game.session.facts.layers import ColumnFacts
from game.session.reduce import reduce
from game.ui.widgets.label import Label
from game.view.lanes.column import ASKED, NOTHING, STANDS, WAITS, WORKS, Line, Running, column_lines
from game.view.lanes.line import channel_sum
from tests.layers import layer
from tests.picture import state, typeface, window
from tests.training import reader
from tests.view.equations import Equation, is_true

WHOLE = (0, 0, 0, 0)
LETTERS = {1: ("1",), 3: ("R", "G", "B"), 4: ("1", "2", "3", "4"), 16: tuple(str(index + 1) for index in range(16))}


def facts(
    totals: list[float], stand: int, work: int | None = None, bias: float = 1.0, activation: str = "relu"
) -> ColumnFacts:
    """Return a column in which the first so many sums stand; sum and value stand when all do."""
    letters = LETTERS[len(totals)]
    lanes = tuple((letter, totals[index] if index < stand else None) for index, letter in enumerate(letters))
    done = stand == len(totals) and work is None
    total = sum(totals) + bias if done else None
    value = None if total is None else float(ACTIVATIONS[activation].function(np.array([total]))[0])
    return ColumnFacts(lanes, bias, total, activation, value, work)


def working(lane: int, so_far: float | None = None) -> Running:
    return Running(frozenset({lane}), tuple(so_far if index == lane else None for index in range(16)))


def said(line: tuple[object, ...]) -> str:
    return "".join(str(run[0]) for run in line if isinstance(run, tuple))


def values_of(lines: tuple[Line, ...]) -> list[Fraction]:
    return [Fraction(line.number.replace("−", "-")) for line in lines if line.number]


def test_three_channels_have_a_line_each() -> None:
    lines = column_lines(facts([4.0, 3.0, 4.0], 1, work=1), working(1, 2.0), WHOLE)
    assert [(line.words, line.sign, line.number, line.how) for line in lines] == [
        ("R", "", "4", STANDS),
        ("G", "+", "2", WORKS),
        ("B", "+", "", WAITS),
        ("bias", "+", "1", STANDS),
        ("sum", "", "", ASKED),
        ("ReLU", "", "", ASKED),
    ]


def test_with_many_channels_there_are_three_lines() -> None:
    lines = column_lines(facts([float(index) for index in range(16)], 5, work=5), working(5, 2.0), WHOLE)
    assert [(line.words, line.number, line.how) for line in lines[:3]] == [
        ("channels 1–5", "10", STANDS),
        ("6", "2", WORKS),
        ("10 to come", "", WAITS),
    ]
    first = column_lines(facts([1.0] * 16, 0, work=0), working(0), WHOLE)
    assert [line.how for line in first[:3]] == [NOTHING, WORKS, WAITS]
    last = column_lines(facts([1.0] * 16, 16), Running(), WHOLE)
    assert (last[2].words, last[2].number) == ("channels 1–16", "16")
    assert [line.how for line in last[:2]] == [NOTHING, NOTHING]


def test_many_channels_that_work_at_the_same_time_are_one_sum() -> None:
    together = Running(frozenset(range(16)), (1.0,) * 16)
    lines = column_lines(facts([4.0] * 16, 0), together, WHOLE)
    assert [(line.words, line.number, line.how) for line in lines[:3]] == [
        ("", "", NOTHING),
        ("", "", NOTHING),
        ("channels 1–16", "16", WORKS),
    ]


def test_without_an_activation_the_sum_is_the_last_line() -> None:
    lines = column_lines(facts([4.0, 3.0, 4.0], 3, activation="none"), Running(), WHOLE)
    assert (lines[-1].words, lines[-1].number) == ("sum", "12")


def test_a_question_keeps_sum_and_value_secret_and_lets_channel_sums_stand() -> None:
    column = facts([4.0, 3.0, 4.0], 3)
    lines = column_lines(column, Running(), WHOLE, secret=True)
    assert [line.how for line in lines[-2:]] == [ASKED, ASKED]
    assert "12" not in "".join(line.number for line in lines)
    assert said(channel_sum(column, WHOLE, secret=True)).endswith("= ?")


def test_the_line_says_what_stands_and_asks_for_the_rest() -> None:
    assert said(channel_sum(facts([4.0, 3.0, 4.0], 1, work=1), WHOLE)) == "R 4 + G ? + B ? + bias 1 = ?"
    assert said(channel_sum(facts([4.0, -3.0, 4.0], 3), WHOLE)) == "R 4 + G (−3) + B 4 + bias 1 = 6,  ReLU(6) = 6"
    done = channel_sum(facts([4.0, -9.0, 4.0], 3, activation="none"), WHOLE)
    assert said(done) == "R 4 + G (−9) + B 4 + bias 1 = 0"


def test_the_line_of_many_channels_says_how_many_are_to_come() -> None:
    line = said(channel_sum(facts([1.0] * 16, 5, work=5), WHOLE))
    assert line == "channels 1–5: 5 +  6  ? + 10 to come ? + bias 1 = ?"
    assert said(channel_sum(facts([1.0] * 16, 16), WHOLE)).startswith("channels 1–16: 16 + bias 1 = 17")


@pytest.mark.parametrize("count", LETTERS)
@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "softmax"])
def test_what_stands_there_is_true(count: int, activation: str) -> None:
    rng = np.random.default_rng(count)
    for round_to, decimals in ((0, WHOLE), (2, (2, 2, 2, 2)), (3, (1, 1, 1, 2)), (9, (2, 2, 2, 2)), (1, (1, 1, 1, 2))):
        for _ in range(20):
            totals = [float(one) for one in rng.uniform(-40, 40, count).round(round_to)]
            column = facts(totals, count, bias=float(rng.uniform(-3, 3).__round__(round_to)), activation=activation)
            _check_line(said(channel_sum(column, decimals)), activation)
            _check_column(column_lines(column, Running(), decimals), activation)


def _check_line(line: str, activation: str) -> None:
    first, _, then = line.partition(",  ")
    plain = re.sub(r"channels \S+:|products|bias|[RGB]| \d  ", " ", first)
    left, sign, right = re.fullmatch(r"(.*) ([=≈]) (.*)", plain).groups()  # type: ignore[union-attr]
    assert is_true(Equation(left.strip(), sign, right)), line
    if activation in ("none", "relu") and then:
        inside, sign, value = re.fullmatch(r"ReLU\((.*)\) ([=≈]) (.*)", then).groups()  # type: ignore[union-attr]
        assert sign == "≈" or Fraction(value.replace("−", "-")) == max(0, Fraction(inside.replace("−", "-")))


def _check_column(lines: tuple[Line, ...], activation: str) -> None:
    total = next(index for index, line in enumerate(lines) if line.words == "sum")
    shown = [line.number for line in lines[:total] if line.number]
    left = " + ".join(f"({number})" if number.startswith("−") else number for number in shown)
    assert is_true(Equation(left, lines[total].sign or "=", lines[total].number)), lines
    if activation == "relu" and not lines[-1].sign:
        assert values_of(lines)[-1] == max(0, values_of(lines)[-2])


@pytest.mark.parametrize("scale", [75, 100])
@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (1920, 1080)])
def test_the_words_of_a_line_do_not_touch_its_number(size: tuple[int, int], scale: int) -> None:
    made = window(state(layer(16, 4), 5.5, settings={"scale": scale}), size)
    found = {one.name: one for one in made.widgets}
    heads = [(one, name) for name, one in found.items() if re.fullmatch(r"column \d words", name)]
    assert heads or scale == 100
    for words, name in heads:
        assert isinstance(words, Label)
        box = found[name.replace("words", "number")].rect
        assert words.rect.x + typeface().width(words.text, words.size, False) + 4 <= box.x


@pytest.mark.parametrize(
    ("share", "written"), [(0.9999, (">0.99", "")), (1e-7, ("≈0", "")), (0.7512, ("0.75", "≈")), (1.0, ("1.00", ""))]
)
def test_a_share_that_is_rounded_says_so_once(share: float, written: tuple[str, str]) -> None:
    found = ColumnFacts((("1", 4.0), ("2", 3.0)), 1.0, 8.0, "softmax", share, None)
    last = column_lines(found, Running(), (0, 0, 0, 2))[-1]
    assert (last.number, last.sign) == written


def test_what_is_no_share_is_rounded_as_ever() -> None:
    found = ColumnFacts((("1", 4.0),), 1.0, 5.0, "sigmoid", 0.9999, None)
    last = column_lines(found, Running(), (0, 0, 0, 2))[-1]
    assert (last.number, last.sign) == ("1.00", "≈")


def test_words_without_room_have_none_and_no_less() -> None:
    shown = reduce(state(reader(), settings={"scale": 300}), ToggleLearn())
    words = window(shown, (682, 920)).named("column 1 words")
    assert words is not None
    assert words.rect.w == 0
