"""The facts of Predict's panel. What is secret is not in them, so nothing that is made from them can tell it."""

from __future__ import annotations

from ...core.convolution import patch_places, products
from ...core.output_size import AxisFacts
from ...core.pooling import Pooling
from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...input.mode_intents import Question
from ...value import Value
from ...words.numbers import decimals_of
from ..answers import answer_count, is_typed, patch_at
from ..predict import Secrecy, cell_of, offered
from ..predict_numbers import all_integers, output_decimals
from ..predict_scale import scale_of, shares_at
from ..remembered import Predict
from ..stamp_asked import asked_after, is_cut, running_value, terms_of_stamp
from ..state import StillState
from .around import letter_of
from .formula import axes_facts
from .layers import divisor_of


class PredictFacts(Value):
    """Of the question that is asked, or was told last.

    kinds: of questions that there are. waits: for its answer. typed: a value is typed, not picked from the shades.
    integers: all numbers are. shades: to pick from, or picked from, as shares of the full hue.
    has_shades: the filter has any.
    layer: how many filters there are, and channels that each sees, where only their weights are asked for.
    answer: once it is told. terms: what makes it, told after a wrong one. pools: the layer is a pooling.
    stamped: it is asked what stands in a cell after a stamp. unasked: nothing is, of this one: nothing of it is kept
    ("cut"), or it meets no other ("lone"); else "".
    closing: the activation that follows at once on the stamp, "" for none.
    """

    game: Predict
    kinds: tuple[Question, ...]
    waits: bool
    typed: bool
    integers: bool
    has_shades: bool
    decimals: int
    shades: tuple[float, ...]
    layer: Pair | None
    answer: Answer | None
    terms: Terms | None
    pools: bool = False
    stamped: bool = False
    unasked: str = ""
    closing: str = ""


class Answer(Value):
    """What is told: the value and the index of its shade, the size, or how many; of covered pixels, nothing but that.

    factors: filters, channels of a group, rows and columns, which make the number of weights.
    """

    value: float = 0.0
    shade: int = 0
    size: Pair = (0, 0)
    count: int = 0
    factors: tuple[int, ...] = ()


class Terms(Value):
    """What makes the answer: the numbers that are added up, those of the size, or the covered rows and columns.

    added: the products, or with several channels the sum of each, after its letter in `letters`; and the bias, if any.
    activation: what is made of their sum, "none" where that is the value.
    pooling: "max" or "average" of the pixels that are met, which stand in `added` then; divisor: of the average's sum.
    """

    added: tuple[float, ...] = ()
    letters: tuple[str, ...] = ()
    activation: str = "none"
    sum: float = 0.0
    axes: tuple[AxisFacts, ...] = ()
    covered: tuple[tuple[int, ...], ...] = ()
    pooling: str = ""
    divisor: int = 1


def predict_facts(state: StillState, secrecy: Secrecy) -> PredictFacts:
    """Return the facts of the open question."""
    game, scenario = state.predict, state.result.scenario
    waits = secrecy.steps or secrecy.weights or secrecy.patch or secrecy.value
    cell, stamp = cell_of(secrecy, scenario), None
    if secrecy.stamp is not None:
        stamp = min(secrecy.stamp, scenario.stamps - 1)
        cell = asked_after(state.result, stamp)
    typed, scale = is_typed(state), secrecy.scale or scale_of(scenario)
    shades: tuple[float, ...] = ()
    value, right = 0.0, 0
    if game.question is Question.VALUE and (waits or game.told):
        value = _value(state.result, stamp, cell)
        if not typed:
            shades, right = shares_at(scenario, scale, cell, value)
    answer = None
    if game.told and not waits:
        answer = Answer(value, right, scenario.output_size)
        if game.question.counts:
            factors = tuple(map(int, scenario.layer.weights.shape))
            answer = Answer(count=answer_count(scenario, game.question), factors=factors)
    wrong = answer is not None and game.answered and not game.was_right
    return PredictFacts(
        game=game,
        kinds=offered(scenario),
        waits=waits,
        typed=typed,
        integers=all_integers(scenario) or (scenario.layer.pooling is not None and not decimals_of(scenario.tensor)),
        has_shades=scale.has_shades,
        decimals=output_decimals(scenario),
        shades=tuple(round(share, 6) for share in shades),
        layer=(scenario.layer.filters, len(scenario.lanes)) if game.question is Question.WEIGHTS else None,
        answer=answer,
        pools=scenario.layer.pooling is not None,
        terms=_terms(state.result, game.question, cell, stamp) if wrong and not game.question.counts else None,
        stamped=stamp is not None,
        unasked=_unasked(state.result, secrecy),
        closing=_closing(scenario, stamp),
    )


def _unasked(result: Result, secrecy: Secrecy) -> str:
    """Return why nothing is asked about the stamp that is shown, "" where something is, or none is shown."""
    stamp = secrecy.stamp
    if stamp is None or stamp >= result.scenario.stamps or secrecy.cell is not None:
        return ""
    return "cut" if is_cut(result, stamp) else "lone"


def _closing(scenario: Scenario, stamp: int | None) -> str:
    """Return the activation that follows on the last stamp of a map, "" where none does."""
    last = stamp is not None and (stamp + 1) % scenario.map_stamps == 0
    return scenario.layer.activation if last and scenario.layer.activation != "none" else ""


def _value(result: Result, stamp: int | None, cell: Pair) -> float:
    """Return the value of an output cell, or what stands there after the stamp that is asked about."""
    return float(result.output[cell]) if stamp is None else running_value(result, stamp, cell)


def _terms(result: Result, question: Question, cell: Pair, stamp: int | None) -> Terms:
    """Return what makes the answer about an output cell, or about the size; stamp: after which it is asked."""
    scenario = result.scenario
    if stamp is not None:
        return Terms(terms_of_stamp(result, stamp, cell), sum=running_value(result, stamp, cell))
    if question is Question.VALUE:
        return _added(result, cell) if scenario.layer.pooling is None else _pooled(result, scenario.layer.pooling, cell)
    if question is Question.SIZE:
        return Terms(axes=axes_facts(scenario))
    pixels = patch_at(scenario, cell)
    places = (
        sorted({pixel[axis] for pixel in pixels if 0 <= pixel[axis] < scenario.image_size[axis]}) for axis in (0, 1)
    )
    return Terms(covered=tuple(map(tuple, places)))


def _added(result: Result, cell: Pair) -> Terms:
    """Return what is added up for an output cell: the products, or with several channels the sum of each."""
    scenario, layer = result.scenario, result.scenario.layer
    number, bias = scenario.filter, float(layer.bias[scenario.filter])
    own = [result.at(channel, number) for channel in scenario.lanes]
    letters: tuple[str, ...] = ()
    if len(own) == 1:
        added = products(own[0].scenario, cell).ravel().tolist()
    else:
        added = [_channel_sum(each, cell) for each in own]
        letters = tuple(letter_of(each.scenario.channel, scenario) for each in own)
    whole = (*added, bias) if bias else tuple(added)
    return Terms(whole, letters, layer.activation, float(result.sums[number][cell]))


def _pooled(result: Result, pooling: Pooling, cell: Pair) -> Terms:
    """Return what a window meets, and by how many places an average is divided: those of the padding may count too."""
    scenario = result.scenario
    rows, columns = scenario.image_size
    places = (place for place in patch_places(scenario, cell) if 0 <= place[0] < rows and 0 <= place[1] < columns)
    met = tuple(float(scenario.image[place]) for place in places)
    return Terms(met, sum=float(result.output[cell]), pooling=pooling.kind, divisor=divisor_of(result, cell))


def _channel_sum(own: Result, cell: Pair) -> float:
    """Return the sum of a channel's products, as the walk adds them up."""
    covered = own.scenario.patch(cell, own.padded_image)
    return float(own.arithmetic.running_sums(covered, own.scenario.kernel)[-1])
