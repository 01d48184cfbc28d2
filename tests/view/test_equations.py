"""Every equation on screen is read back and computed: "=" is true of what stands there, "≈" within its rounding."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.input.intent import Cell, GridName
from game.input.mode_intents import Question, ToggleCompare
from game.play.moment import moment
from game.session.facts.formula import axes_facts
from game.session.reduce import reduce
from game.session.state import State
from game.view.bubbles import bubble_lines
from game.view.dot_product import Terms, total
from game.view.flat import terms_of
from game.view.window import Window
from game.window.formula import lines as formula_lines
from tests.picture import frame, scenario, scenarios, side_of, state, window

from .equations import Equation, equations_of, is_true, texts_of
from .predicting import asking

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))

SHOWN = scenarios() | {
    "blurred": scenario(kernel="box blur"),
    "integers blurred": scenario("integers", kernel="gaussian"),
    "signed": scenario(size=(6, 6), kernel="random signed"),
    "tenths": startup().with_image(np.round(startup().image, 1)).with_kernel(np.round(startup().kernel, 1)),
    "tiny": startup().with_kernel(np.array([[0.001, -0.002], [1.0, 0.5]])),
    "small integers": scenario("integers", size=(5, 5), kernel="sobel left", kernel_size=(3, 3)),
}


def modes(shown: Scenario, position: float, decimals: int | None) -> dict[str, State]:
    """Return the modes that write equations."""
    plain = state(shown, position, settings={"decimals": decimals})
    presenting = plain.changed(interface=plain.interface.changed(presenting=True))
    return {
        "window": plain,
        "Present": presenting,
        "Compare": reduce(plain, ToggleCompare()),
        "Compare in Present": reduce(presenting, ToggleCompare()),
    }


def checked(drawn: Window) -> list[Equation]:
    """Return the equations of a window; each of them is true."""
    found = equations_of(drawn)
    for equation in found:
        of_sizes = "÷" in equation.left or equation.left.endswith("+ 1")
        assert is_true(equation, of_sizes), equation
    return found


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("decimals", [None, 0, 1, 4])
def test_every_equation_of_the_window_is_true(name: str, decimals: int | None) -> None:
    shown = SHOWN[name]
    found = 0
    for index, step in enumerate({0, shown.steps // 2, shown.steps - 1}):
        for mode, made in modes(shown, step + (0.95 if index else 0.9), decimals).items():
            size = SIZES[(index + len(mode) + found) % len(SIZES)]
            found += len(checked(window(made, size)))
    assert found >= 2


@pytest.mark.parametrize("size", SIZES)
def test_every_equation_is_true_at_every_size(size: tuple[int, int]) -> None:
    for shown in (startup(), SHOWN["integers blurred"], SHOWN["small integers"]):
        assert sum(len(checked(window(made, size))) for made in modes(shown, 3.95, None).values()) >= 2


def test_the_equations_that_are_read_are_those_that_one_sees() -> None:
    shown = scenario("integers", size=(5, 5), kernel="ones", kernel_size=(1, 2))
    texts = list(texts_of(window(state(shown, 0.95), (1366, 768))))
    pixels = shown.image[0, :2].astype(int).tolist()
    assert f"{pixels[0]} × 1 + {pixels[1]} × 1 = {sum(pixels)}" in texts


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("0.65 × 0.88 = 0.572", True),
        ("0.65 × 0.88 = 0.57", False),
        ("0.65 × 0.88 ≈ 0.57", True),
        ("0.65 × 0.88 ≈ 0.60", False),
        ("2 × (−1) + 3 × 1 = 1", True),
        ("2 × (−1) − 3 × 1 = −5", True),
        ("(8 + 2 × 1 − 3) ÷ 3 ≈ 2.33", True),
        ("(8 + 2 × 1 − 3) ÷ 3 = 2.33", False),
        ("≈0 × 0.50 ≈ ≈0", True),
        ("≈0 × 0.50 = 0.00", False),
    ],
)
def test_a_false_equation_is_found(text: str, true: bool) -> None:
    left, sign, right = re.split(r" ([=≈]) ", text)
    assert is_true(Equation(left, sign, right), "÷" in left) is true


@pytest.mark.parametrize("name", SHOWN)
def test_a_line_with_an_ellipsis_is_true_of_its_hidden_terms(name: str) -> None:
    shown = SHOWN[name]
    for decimals in (None, 1, 3):
        made = state(shown, shown.steps - 0.05, settings={"decimals": decimals})
        drawn = window(made, (1366, 768))
        terms = terms_of(frame(made, (1366, 768)), drawn.first.moment)
        sign, value = (run.text.strip() for run in total(terms))
        assert is_true(Equation(_whole(terms), sign, value))


def _whole(terms: Terms) -> str:
    """Return all terms as they would be written, had they room."""
    from game.view.dot_product import factor

    pixels, weights, _ = terms.decimals
    return " + ".join(
        f"{factor(pixel, pixels)} × {factor(weight, weights)}"
        for pixel, weight in zip(terms.pixels, terms.weights, strict=True)
    )


@pytest.mark.parametrize("name", ["start-up", "blurred", "integers", "kernel 15", "small integers", "signed"])
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
@pytest.mark.parametrize("comparing", [False, True])
def test_the_sum_beside_terms_is_the_sum_of_these_terms(name: str, size: tuple[int, int], comparing: bool) -> None:
    """Or it says of what it is the sum: "all"."""
    shown = SHOWN[name]
    made = state(shown, 0.95, presenting=True)
    made = reduce(made, ToggleCompare()) if comparing else made
    for turned in range(3):
        drawn = window(made.changed(interface=made.interface.changed(lens=(0, turned))), size)
        for widget in ("lens", "dot product", "dot product b"):
            text = "   ".join(_of(drawn, widget))
            if "∑" in text or re.match("row|terms", text):
                _check_sums(text, shown.kernel.size)


def _of(drawn: Window, name: str) -> list[str]:
    widget = drawn.named(name)
    return [] if widget is None else list(texts_of(drawn.changed(widgets=(widget,))))


def _check_sums(text: str, count: int) -> None:
    parts = [part.strip() for part in re.split(r"\s{3,}|: ", text) if part.strip()]
    if re.match(r"(row|rows|terms) [^:]*:", text):  # a line of Compare
        assert parts[1].count("×") < count, "all terms need no name"
        assert checked_in(parts[1])
        return
    products = [re.split(r" [=≈] ", part)[1] for part in parts if "×" in part]
    sums = [part for part in parts if part.startswith("∑")]
    if len(products) < count:
        assert re.search(r"(row|rows|terms) \d", text), "which of the terms these are is said"
    sign, value = sums[0].split()[1:]
    terms = " + ".join(f"({product})" for product in products)
    assert is_true(Equation(terms, sign, value)) or sign == "≈", sums
    if sign == "≈":
        low = sum(Fraction(product.replace("−", "-").replace("≈", "")) for product in products)
        assert abs(low - Fraction(value.replace("−", "-").replace("≈", ""))) <= Fraction(len(products) + 1, 200)


def checked_in(text: str) -> bool:
    """Tell whether a text is one true equation."""
    left, sign, right = re.split(r" ([=≈]) ", text)
    return is_true(Equation(left, sign, right))


@pytest.mark.parametrize("name", ["start-up", "blurred", "integers", "signed", "tiny"])
def test_equations_in_bubbles_are_true(name: str) -> None:
    shown = SHOWN[name]
    made = state(shown, 3.7)
    now = moment(made.result, 3.7)
    found = 0
    for grid in (GridName.PRODUCTS, GridName.IMAGE):
        for row in range(shown.kernel_size[0]):
            for column in range(shown.image_size[1]):
                if grid is GridName.PRODUCTS and column >= shown.kernel_size[1]:
                    continue
                for line in bubble_lines(side_of(made), now, Cell(grid, row, column)):
                    match = re.match(r"(?:now )?(.+) ([=≈]) (.+)$", line)
                    if match:
                        found += 1
                        assert is_true(Equation(*match.groups())), line
    assert found


@pytest.mark.parametrize("name", ["start-up", "blurred", "integers", "tiny", "tenths"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_what_is_told_after_a_wrong_answer_is_true(name: str, size: tuple[int, int]) -> None:
    asked = asking(Question.VALUE, 2.65, SHOWN[name])
    told = asked.changed(predict=asked.predict.changed(told=True, answered=True, was_right=False))
    assert checked(window(told, size)) or "…" in " ".join(texts_of(window(told, size)))


def test_the_formula_of_every_setting_is_true() -> None:
    for length, stride, dilation in itertools.product(range(1, 20), range(1, 9), range(1, 9)):
        kernel_size = (min(15, (length - 1) // dilation + 1), 1)
        shown = scenario("noise", (length, 1), "ones", kernel_size, (stride, 1), dilation=(dilation, 1))
        lines = formula_lines(axes_facts(shown)[0])
        assert len(lines) == (2 if dilation == 1 else 3), "how far the kernel reaches is said where it is dilated"
        for runs in lines:
            text = "".join(run.text for run in runs)
            left, sign, right = re.split(r" ([=≈]) ", text)
            assert is_true(Equation(left.rsplit(": ", 1)[-1], sign, right), True), text


def test_no_equation_of_a_scenario_in_the_making_has_a_number_at_its_right() -> None:
    for made in modes(startup(), 3.65, None).values():
        for equation in equations_of(window(made, (1366, 768))):
            assert "÷" in equation.left or equation.left.endswith("+ 1") or equation.left.count("×") == 1
