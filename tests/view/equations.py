"""The equations that a window shows, read back from its text, and whether they are true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from game.view.window import Window
from tests.ui.measure import Line, places_of

Reading = Callable[[str], "Span"]
"""What a written number may stand for."""

RELATION = re.compile(r" ([=≈]) ")
TOKEN = re.compile(r"\s*(≈0(?![.\d])|−?\d+(?:\.\d+)?(?:e−?\d+)?|[()+×÷−]|∑)")
SIDE = r"(?:≈0|∑|[\d.e()+×÷−\s])*"
GAP = 0.55  # of the font's size: what stands farther apart is read as two


class Span(NamedTuple):
    """All that a shown number may stand for: from low to high."""

    low: Fraction
    high: Fraction

    def times(self, other: Span) -> Span:
        """Return the products of both."""
        ends = [one * two for one in self for two in other]
        return Span(min(ends), max(ends))

    def plus(self, other: Span, sign: int = 1) -> Span:
        """Return the sums of both, or the differences."""
        if sign < 0:
            return Span(self.low - other.high, self.high - other.low)
        return Span(self.low + other.low, self.high + other.high)


class Equation(NamedTuple):
    """Two sides and the sign between them."""

    left: str
    sign: str
    right: str


def texts_of(window: Window) -> Iterator[str]:
    """Yield what each widget of the window writes, each line as one text."""
    wrapped: dict[str, list[str]] = {}
    for place in places_of(window):
        if place.widget.name in (
            "channel sum",
            "channel sum b",
            "channel sum value",
        ):  # its letters are no numbers: tests/view/lanes read its runs
            continue
        lines = list(_joined(place.lines))
        if place.widget.name.startswith("dot product"):
            yield " ".join(lines)  # one sum on two lines
        elif place.widget.name.startswith("predict terms"):
            wrapped.setdefault("predict terms", []).extend(lines)
        else:
            yield from lines
    yield from (" ".join(lines) for lines in wrapped.values())


def _joined(pieces: list[Line]) -> Iterator[str]:
    """Yield the lines that pieces of text make: those of one height, as long as they stand near each other."""
    text, end, middle = "", 0, 0.0
    for piece in pieces:
        here = piece.rect.centre[1]
        if text and abs(here - middle) > piece.size:
            yield text
            text = ""
        text += ("   " if text and piece.rect.x - end > GAP * piece.size else "") + piece.text
        end, middle = piece.rect.right, here
    if text:
        yield text


def equations_of(window: Window) -> list[Equation]:
    """Return all equations of the window with a number at the right, but for sums whose middle is left out."""
    found: list[Equation] = []
    for text in texts_of(window):
        text = re.sub(r"(\d) channels? ×", r"\1 ×", text)  # the count of weights is one, too
        if "…" in text and "×" in text:
            continue
        for part in re.split(r"\s{3,}", text):
            found.extend(_equations_in(part))
    return found


def _equations_in(text: str) -> Iterator[Equation]:
    for match in RELATION.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        left = re.search(rf"{SIDE}$", before)
        right = re.match(r"≈0(?![.\d])|−?\d+(?:\.\d+)?(?:e−?\d+)?", after)
        if left and right and re.search(r"\d", left[0]):
            yield Equation(left[0].strip(), match[1], right[0])


def is_true(equation: Equation, whole_numbers_are_exact: bool = False) -> bool:
    """Tell whether both sides are the same number; with ≈, whether rounding can have made the difference.

    Whole numbers may be rounded ones too, but not in a formula of sizes (`whole_numbers_are_exact`).
    """
    exact = equation.sign == "="
    decimals = max(map(_decimals, re.findall(r"\d+(?:\.\d+)?", f"{equation.left} {equation.right}")), default=0)

    def span(token: str) -> Span:
        if token == "≈0":
            return Span(Fraction(0), Fraction(0)) if exact else Span(-_half(decimals), _half(decimals))
        plain = token.replace("−", "-")
        value, places = Fraction(plain), _decimals(plain)
        rounded = not exact and not (whole_numbers_are_exact and places == 0 and "e" not in plain)
        off = _half(places) if rounded else Fraction(0)
        return Span(value - off, value + off)

    left, right = _sum(_tokens(equation.left), span), span(equation.right)
    if exact:
        return "≈0" not in f"{equation.left} {equation.right}" and left == right
    return left.low <= right.high and right.low <= left.high


def _half(decimals: int) -> Fraction:
    return Fraction(1, 2) / Fraction(10) ** decimals


def _decimals(number: str) -> int:
    mantissa, _, exponent = number.partition("e")
    return len(mantissa.partition(".")[2]) - int(exponent or 0)


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    while place < len(text.rstrip()):
        match = TOKEN.match(text, place)
        assert match, f"cannot read {text!r} from {text[place:]!r} on"
        tokens.append(match[1])
        place = match.end()
    return list(_parted(tokens))


def _parted(tokens: list[str]) -> Iterator[str]:
    """Yield the tokens, a minus after a number or a bracket as the sign between two."""
    before = ""
    for token in tokens:
        if token.startswith("−") and len(token) > 1 and (before[-1:].isdigit() or before == ")"):
            yield "−"
            token = token[1:]
        yield token
        before = token


def _sum(tokens: list[str], span: Reading) -> Span:
    total, rest = _product(tokens, span)
    while rest and rest[0] in "+−":
        term, left = _product(rest[1:], span)
        total, rest = total.plus(term, 1 if rest[0] == "+" else -1), left
    assert not rest or rest[0] == ")", rest
    return total


def _product(tokens: list[str], span: Reading) -> tuple[Span, list[str]]:
    value, rest = _factor(tokens, span)
    while rest and rest[0] in "×÷":
        other, left = _factor(rest[1:], span)
        if rest[0] == "÷":
            other = Span(1 / other.high, 1 / other.low)
        value, rest = value.times(other), left
    return value, rest


def _factor(tokens: list[str], span: Reading) -> tuple[Span, list[str]]:
    assert tokens, "a number is missing"
    if tokens[0] != "(":
        return span(tokens[0]), tokens[1:]
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token == "(") - (token == ")")
        if not depth:
            return _sum(tokens[1:index], span), tokens[index + 1 :]
    raise AssertionError(f"a bracket stays open: {tokens}")
