"""The facts of Predict's panel. What is secret is not in them, so nothing that is made from them can tell it."""

from __future__ import annotations

from ...core.convolution import products
from ...core.scenario import Pair, Scenario
from ...input.mode_intents import Question
from ...value import Value
from ..predict import Secrecy, all_integers, cell_of, is_typed, output_decimals, patch_at, scale_of, shares_at
from ..state import Predict, StillState
from .around import AxisFacts, axes_facts


class PredictFacts(Value):
    """Of the question that is asked, or was told last.

    waits: for its answer. typed: a value is typed, not picked from the shades. integers: all numbers are.
    shades: to pick from, or picked from, as shares of the full hue. has_shades: the kernel has any.
    answer: once it is told. terms: what makes it, told after a wrong one.
    """

    game: Predict
    waits: bool
    typed: bool
    integers: bool
    has_shades: bool
    decimals: int
    shades: tuple[float, ...]
    answer: Answer | None
    terms: Terms | None


class Answer(Value):
    """What is told: the value and the index of its shade, or the size; of covered pixels, nothing but that."""

    value: float = 0.0
    shade: int = 0
    size: Pair = (0, 0)


class Terms(Value):
    """What makes the answer: the products, the numbers of the size, or the covered rows and columns of the image."""

    products: tuple[float, ...] = ()
    axes: tuple[AxisFacts, ...] = ()
    covered: tuple[tuple[int, ...], ...] = ()


def predict_facts(state: StillState, secrecy: Secrecy) -> PredictFacts:
    """Return the facts of the open question."""
    game, scenario = state.predict, state.scenario
    waits = secrecy.size or secrecy.patch or secrecy.value
    cell = cell_of(secrecy, scenario)
    typed, scale = is_typed(state), scale_of(scenario)
    shades: tuple[float, ...] = ()
    value, right = 0.0, 0
    if game.question is Question.VALUE and (waits or game.told):
        value = float(state.result.output[cell])
        if not typed:
            shades, right = shares_at(scenario, scale, cell, value)
    answer = None if waits or not game.told else Answer(value, right, scenario.output_size)
    wrong = answer is not None and game.answered and not game.was_right
    return PredictFacts(
        game=game,
        waits=waits,
        typed=typed,
        integers=all_integers(scenario),
        has_shades=bool(scale.magnitude),
        decimals=output_decimals(scenario),
        shades=tuple(round(share, 6) for share in shades),
        answer=answer,
        terms=_terms(scenario, game.question, cell) if wrong else None,
    )


def _terms(scenario: Scenario, question: Question, cell: Pair) -> Terms:
    """Return what makes the answer about an output cell, or about the size."""
    if question is Question.VALUE:
        return Terms(products=tuple(products(scenario, cell).ravel().tolist()))
    if question is Question.SIZE:
        return Terms(axes=axes_facts(scenario))
    pixels = patch_at(scenario, cell)
    places = (
        sorted({pixel[axis] for pixel in pixels if 0 <= pixel[axis] < scenario.image_size[axis]}) for axis in (0, 1)
    )
    return Terms(covered=tuple(map(tuple, places)))
