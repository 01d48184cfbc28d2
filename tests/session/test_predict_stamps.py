"""Predict beside stamps: what is asked about a stamp, what is kept back meanwhile, and what is right."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.stamps import cells_of, kept_of, stamp_at, whole_size
from game.input.intent import Intent
from game.input.interface_intents import AcceptEntry, EntryText, ShowSpread, ToggleCoverage
from game.input.mode_intents import AnswerKey, ChooseQuestion, PickShade, Question, TogglePredict
from game.input.scenario_intents import Paint
from game.input.stack_intents import ShowStack
from game.input.walk_intents import Scrub, StepForward, TogglePlay, ToStart
from game.input.window_intents import SetScale, Tick
from game.play.phases import PRODUCTS_STAND
from game.play.walk import place_of
from game.session.answers import answer_value, is_typed, shares
from game.session.facts.predict import PredictFacts
from game.session.predict import asked_step, is_hidden, position_shown, secrecy_of
from game.session.predict_scale import scale_of
from game.session.shown import shown
from game.session.stamp_asked import asked_cell, is_cut, next_asked, running_value, terms_of_stamp
from game.session.state import State
from game.view.card import card_rect
from game.view.pencil import Marks
from game.view.stamp.card import StampCard
from game.view.written_lines import DotProduct
from game.window.predict_words import asked, heading
from tests.picture import window

from .hands import after
from .test_stamped import THREE, stamped
from .test_transposed import PICTURE

CUT = Scenario(
    [[1.0, 2.0, 3.0], [3.0, 2.0, 1.0], [1.0, 1.0, 2.0]],
    [[1.0, 2.0], [0.0, 1.0]],
    white=3,
    stride=(2, 2),
    padding=(2, 0),
    transposed=True,
)
"""Of the first and of the last row of its pixels nothing is kept."""


def asking(scenario: Scenario = PICTURE, *intents: Intent, position: float = 0.0) -> State:
    return after(stamped(scenario, position), TogglePredict(), *intents)


def facts(state: State) -> PredictFacts:
    found = shown(state).still.question
    assert found is not None
    return found


def answered(state: State, value: float) -> State:
    return after(state, AnswerKey(""), EntryText(f"{value:g}"), AcceptEntry())


def random_stamps(chance: np.random.Generator) -> Scenario:
    """Return a transposed convolution of any kind of which something is kept."""
    groups, (seen, each) = int(chance.integers(1, 3)), chance.integers(1, 3, 2).tolist()
    size, kernel, stride, dilation = (tuple(chance.integers(1, most, 2).tolist()) for most in (4, 4, 4, 3))
    extents = [step * (count - 1) + 1 for step, count in zip(dilation, kernel, strict=True)]
    full = [(length - 1) * step + high for length, step, high in zip(size, stride, extents, strict=True)]
    cuts = [int(chance.integers(0, room)) for room in full]
    sides = [(cut - cut // 2, cut // 2) for cut in cuts]
    return Scenario(
        chance.integers(-3, 4, (groups * seen, *size)) / 2.0,
        chance.integers(-3, 4, (groups * each, seen, *kernel)) / 4.0,
        white=2,
        stride=stride,
        dilation=dilation,
        padding=Padding(*sides[0], *sides[1]),
        groups=groups,
        bias=chance.integers(-2, 3, groups * each) / 2.0,
        transposed=True,
    )


def test_the_cell_asked_about_is_where_most_stamps_have_met_and_the_value_is_that_of_a_plain_loop() -> None:
    chance = np.random.default_rng(11)
    for _ in range(120):
        scenario = random_stamps(chance)
        result = result_of(scenario)
        sums, met, number = np.zeros((1, 1)), np.zeros((1, 1), int), -1
        for step in range(scenario.stamps):
            stamp = stamp_at(scenario, step)
            kept, (rows, columns) = kept_of(scenario), cells_of(scenario, stamp.pixel)
            if stamp.filter != number:
                number, shape = stamp.filter, (60, 60)
                sums, met = np.full(shape, float(scenario.layer.bias[number])), np.zeros(shape, int)
            place = stamp.channel - scenario.layer.channels_of(number).start
            product = scenario.pixels[stamp.channel][stamp.pixel] * scenario.layer.chosen_weights[number, place]
            sums[rows, columns] += product
            met[rows, columns] += 1
            weights = scenario.layer.chosen_weights[number, place]
            inside = [
                (met[row, column], bool(weights[down, across]), -row, -column)
                for down, row in enumerate(range(rows.start, rows.stop, rows.step))
                for across, column in enumerate(range(columns.start, columns.stop, columns.step))
                if row in range(kept[0].start, kept[0].stop) and column in range(kept[1].start, kept[1].stop)
            ]
            cell = asked_cell(result, step)
            assert is_cut(result, step) == (not inside)
            if not inside or (max(inside)[0] == 1 and meets_anywhere(scenario)):
                assert cell is None
                continue
            _, _, row, column = max(inside)
            assert cell == (-row - kept[0].start, -column - kept[1].start)
            at = -row, -column
            assert running_value(result, step, cell) == pytest.approx(sums[at], abs=1e-12)
            terms = terms_of_stamp(result, step, cell)
            assert len(terms) == 2, "what stood there and the product, though that be 0"
            assert sum(terms) == pytest.approx(sums[at], abs=1e-12)
            asked = [each for each in range(step, scenario.stamps) if asked_cell(result, each) is not None]
            assert next_asked(result, step) == asked[0]


def meets_anywhere(scenario: Scenario) -> bool:
    """Tell whether two stamps of a map meet in a cell that is kept."""
    met = np.zeros(whole_size(scenario), int)
    for step in range(scenario.map_stamps):
        met[cells_of(scenario, stamp_at(scenario, step).pixel)] += 1
    return bool(met[kept_of(scenario)].max() > 1)


def test_a_stamp_that_meets_none_is_not_asked_about_where_others_meet() -> None:
    result = result_of(PICTURE)
    assert [asked_cell(result, step) for step in range(3)] == [None, (1, 1), (1, 3)]
    assert next_asked(result, 0) == 1
    assert heading(facts(asking())) == ("Nothing to add to yet.", "This stamp meets no other. Go on.")
    apart = result_of(PICTURE.varied(stride=(3, 3)))
    assert None not in [asked_cell(apart, step) for step in range(9)], "where none meet, the product is asked"
    channels = result_of(THREE)
    assert [asked_cell(channels, step) is None for step in range(8)] == [True] * 4 + [False] * 4


def test_no_stamp_is_passed_over_on_the_way_to_the_next_question() -> None:
    chance = np.random.default_rng(3)
    for _ in range(60):
        result = result_of(random_stamps(chance))
        steps = result.scenario.stamps
        asked = [step for step in range(steps) if asked_cell(result, step) is not None]
        for step in range(steps):
            assert next_asked(result, step) == next((each for each in asked if each >= step), None)


@pytest.mark.parametrize("fraction", [0.65, 0.7, 0.8, 0.9, 0.99])
def test_once_it_is_told_the_line_and_its_ring_stay_at_the_cell_that_was_asked_about(fraction: float) -> None:
    told = after(asking(position=4.65), StepForward())
    told = told.changed(playback=told.playback.scrub(4 + fraction, told.steps))
    drawn = window(told, (1366, 768))
    ring = drawn.named("marks spoken") or drawn.named("marks term output")
    assert isinstance(ring, Marks)
    assert ring.cells == ((2, 2),)
    assert "at row\xa03, column\xa03: 10 + 2 = 12" in "".join(words_in(told))


@pytest.mark.parametrize("presenting", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("fraction", [0.1, 0.25, 0.3, 0.5, 0.64])
def test_all_numbers_that_are_asked_for_stand_in_the_line(fraction: float, presenting: bool) -> None:
    state = asking(position=4 + fraction)
    state = state.changed(interface=state.interface.changed(presenting=presenting))
    said = "".join(words_in(state, (800, 600)))
    assert ("10 + 2 × 1 = ?" in said) == (fraction <= 0.3)
    if fraction == 0.64:
        assert "10 + 2 = ?" in said


def test_the_ring_lies_on_the_card_while_that_floats_over_the_cell() -> None:
    floating, settled = (window(asking(position=4 + part), (1366, 768)) for part in (0.199, 0.4))
    rings = [drawn.named("marks asked") for drawn in (floating, settled)]
    cards = [drawn.named("card") for drawn in (floating, settled)]
    tops = []
    for ring, card in zip(rings, cards, strict=True):
        assert isinstance(ring, Marks)
        assert isinstance(card, StampCard)
        tops.append((ring.rect.y, card_rect(card.place, card.moment, card.result, card.unit).y))
    assert tops[0][0] < tops[1][0]
    assert tops[0][0] - tops[1][0] == tops[0][1] - tops[1][1]


def test_the_walk_halts_where_the_products_stand_and_goes_on_with_the_answer() -> None:
    state = after(asking(), TogglePlay(), Tick(60.0))
    assert state.stamped
    assert state.playback.position == 1 + PRODUCTS_STAND, "the first stamp meets no other"
    assert is_hidden(state)
    assert secrecy_of(state).cell == (1, 1), "row 3, column 3 of the whole map"
    right = answered(state, 4)
    assert right.predict.was_right
    assert heading(facts(right))[1] == "It is 4. You said 4."
    played = after(right, Tick(60.0))
    assert played.playback.position == 2.0
    assert after(played, TogglePlay(), Tick(60.0)).playback.position == 2 + PRODUCTS_STAND


def test_where_stamps_meet_the_running_value_is_asked_and_a_wrong_one_explained() -> None:
    state = asking(position=4.65)
    found = facts(state)
    assert found.waits
    assert found.stamped
    assert asked(found) == "What will stand in the ring?"
    assert answer_value(state) == 12
    wrong = facts(answered(state, 11))
    assert wrong.terms is not None
    assert wrong.terms.added == (10, 2)
    assert wrong.terms.sum == 12
    assert not answered(state, 11).predict.was_right
    assert answered(state, 12).predict.was_right


def words_in(state: State, size: tuple[int, int] = (1366, 768)) -> list[str]:
    """Return all that is written in a window, by widget."""
    widgets = window(state, size).widgets
    lines = [widget.lines for widget in widgets if isinstance(widget, DotProduct)]
    runs = ["".join(run.text for run in line) for each in lines for line in each]
    return [getattr(widget, "text", "") or "" for widget in widgets] + runs


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (1080, 1920)])
def test_the_cell_is_ringed_and_all_is_said_but_what_will_stand_there(size: tuple[int, int]) -> None:
    state = asking(position=4.65)
    drawn = window(state, size)
    ring = drawn.named("marks asked")
    assert isinstance(ring, Marks)
    assert ring.cells == ((2, 2),), "on the whole map"
    assert drawn.named("question") is not None
    said = "".join(words_in(state, size))
    assert "10 + 2 = ?" in said
    assert "12" not in said
    told = after(state, StepForward())
    assert window(told, size).named("marks asked") is None


def test_nothing_of_the_stamp_is_added_before_it_is_told() -> None:
    state = asking(position=4.65)
    assert position_shown(after(state, Scrub(4.95))) < 4.65
    told = after(state, StepForward())
    assert not is_hidden(told)
    assert answer_value(told) == 12, "of the same stamp, until the next"


def test_a_stamp_of_which_nothing_is_kept_is_not_asked_about() -> None:
    result = result_of(CUT)
    assert [asked_cell(result, step) is None for step in range(9)] == [True] * 3 + [False] * 3 + [True] * 3
    assert next_asked(result, 0) == 3
    assert next_asked(result, 6) is None
    state = asking(CUT)
    assert asked_step(state) is None
    assert heading(facts(state)) == ("Cut off.", "Nothing of this stamp is kept. Go on.")
    halted = after(state, TogglePlay(), Tick(60.0))
    assert halted.playback.position == 3 + PRODUCTS_STAND
    once = halted.changed(playback=halted.playback.changed(loop=False))
    ended = after(once, Scrub(6.0), TogglePlay(), Tick(600.0))
    assert ended.playback.position == 9
    assert heading(facts(ended))[0] == "All cells stand."
    again = after(ended, ToStart(), TogglePlay(), Tick(60.0))
    assert again.playback.position == 3 + PRODUCTS_STAND


@pytest.mark.parametrize("question", [Question.SIZE, Question.PATCH])
def test_all_other_questions_are_about_the_spread_image(question: Question) -> None:
    state = asking(PICTURE, ChooseQuestion(question), position=4.65)
    assert not state.stamped
    assert after(state, ChooseQuestion(Question.VALUE)).stamped


def test_the_last_stamp_of_a_map_is_asked_about_before_the_activation() -> None:
    below = PICTURE.changed(activation="relu", kernel=-PICTURE.layer.chosen_weights)
    state = asking(below, position=8.65)
    assert asked(facts(state)) == "In the ring, before ReLU?"
    assert asked(facts(asking(below, position=7.65))) == "What will stand in the ring?"
    assert answer_value(state) < 0
    assert scale_of(state.result.scenario, running=True).low < 0


def test_shades_hold_the_running_value_in_every_step() -> None:
    chance = np.random.default_rng(4)
    for number in range(60):
        scenario = random_stamps(chance).varied(activation="tanh" if number % 3 == 0 else "none")
        for step in range(scenario.stamps):
            state = asking(scenario, position=step + 0.65)
            if asked_step(state) is None or is_typed(state):
                continue
            scale, (found, index) = scale_of(state.result.scenario, running=True), shares(state)
            value = answer_value(state)
            assert found[index] * scale.magnitude == pytest.approx(value)
            assert scale.low - 1e-9 <= value <= scale.high + 1e-9
            assert facts(state).shades == pytest.approx([round(share, 6) for share in found])
            assert after(state, PickShade(index)).predict.was_right


def test_several_channels_are_asked_about_one_by_one() -> None:
    state = after(asking(THREE, position=3.65), TogglePlay())
    assert asked_step(state) is None
    assert next_asked(state.result, 3) == 4, "the first of the second channel"
    later = asking(THREE, position=5.65)
    stamp = stamp_at(THREE, 5)
    assert stamp.channel == 1
    before = running_value(later.result, 1, (0, 2))
    assert answer_value(later) == before + THREE.pixels[1][0, 1]


def test_painting_asks_anew() -> None:
    told = after(asking(position=4.65), StepForward())
    assert told.predict.told
    painted = after(told, Paint(((2, 2),), 1.0))
    assert not painted.predict.told
    assert answer_value(painted) == 11


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ([ShowSpread(on=True)], [ShowSpread(on=False)]),
        ([ShowStack(on=True), Tick(5.0)], [ShowStack(on=False), Tick(5.0)]),
        ([ChooseQuestion(Question.PATCH)], [ChooseQuestion(Question.VALUE)]),
    ],
    ids=["spread", "stack", "pixels"],
)
def test_no_other_picture_tells_what_is_asked(away: list[Intent], back: list[Intent]) -> None:
    for scenario, position, begin in ((PICTURE, 4.65, 0.0), (THREE, 16.65, 12.0)):
        left = after(asking(scenario, position=position), *away)
        assert not left.stamped
        local = place_of(left.scenario, left.playback.position)[1]
        assert local == pytest.approx(0, abs=1e-5), "the map in front has not been begun"
        again = after(left, *back)
        assert again.stamped
        assert again.playback.position == pytest.approx(begin, abs=1e-5)


def test_all_of_the_map_may_be_copied_at_the_end_and_nothing_before() -> None:
    assert secrecy_of(asking(position=4.65)).known == 0
    assert secrecy_of(after(asking(position=4.65), StepForward())).known == 0
    ended = after(asking(), Scrub(9.0))
    assert ended.playback.position == 9 or secrecy_of(ended).known == 0
    once = ended.changed(playback=ended.playback.scrub(9.0, 9))
    assert secrecy_of(once).known == PICTURE.map_steps


def test_the_cell_is_ringed_also_over_the_coverage() -> None:
    ring = window(asking(PICTURE, ToggleCoverage(), position=4.65), (1366, 768)).named("marks asked")
    assert isinstance(ring, Marks)
    assert ring.cells == ((2, 2),)


@pytest.mark.parametrize("scale", [75, 100, 150, 200, 300])
@pytest.mark.parametrize("size", [(1080, 1920), (768, 1024), (1366, 768), (800, 600)])
def test_beside_a_question_all_grids_stand_in_the_window(size: tuple[int, int], scale: int) -> None:
    for shown_of in (PICTURE, THREE):
        state = asking(shown_of, SetScale(scale), position=3.65)
        places = window(state, size).places
        for place in (places.image, places.kernel, places.products, places.output):
            assert place.rect.x >= 0
            assert place.rect.right <= size[0]
            assert place.rect.bottom <= size[1]


@pytest.mark.parametrize("scale", [75, 100, 150, 200, 300])
@pytest.mark.parametrize("size", [(768, 1024), (1366, 768), (1024, 768), (800, 600), (1920, 1080)])
def test_a_question_in_large_text_takes_no_more_than_some_of_the_grids(size: tuple[int, int], scale: int) -> None:
    for shown_of in (PICTURE, THREE):
        alone = window(after(stamped(shown_of, 3.65), SetScale(scale)), size).places
        beside = window(asking(shown_of, SetScale(scale), position=3.65), size)
        for name in ("image", "kernel", "products", "output"):
            pitch = getattr(beside.places, name).pitch
            assert pitch >= 0.65 * getattr(alone, name).pitch, name
        question = beside.named("question")
        assert question is not None
        assert question.rect.h >= 110


def test_a_long_run_of_stamps_that_are_cut_off_is_passed_at_once() -> None:
    cut = Scenario(np.ones((64, 64)), [[1.0]], stride=(8, 8), padding=Padding(8, 8, 8, 8), transposed=True)
    result = result_of(cut)
    assert next_asked(result, 64 * 63) is None
    assert next_asked(result, 0) == 65, "row 2, column 2"
