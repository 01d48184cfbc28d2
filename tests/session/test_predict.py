"""Predict: what is asked and when, what is told, which answers are right, and that nothing of it touches the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.convolution import output_map
from game.core.scenario import Scenario, startup
from game.input.intent import Cell, Control, GridName, Intent
from game.input.interface_intents import (
    AcceptEntry,
    EntryText,
    Escape,
    Focus,
    OpenEntry,
    OpenPopup,
    OpenSheet,
    PlaceCursor,
)
from game.input.mode_intents import (
    AnswerKey,
    CheckAnswer,
    ChooseForm,
    ChooseQuestion,
    MarkPixel,
    PickShade,
    Question,
    ResetTally,
    TogglePredict,
    UseIntegers,
)
from game.input.scenario_intents import BeginGesture, Paint, SetQuantity, Undo
from game.input.walk_intents import (
    Faster,
    GoToCell,
    MoveCard,
    NextStop,
    Pause,
    PhaseForward,
    Play,
    Scrub,
    Slower,
    StepBack,
    StepForward,
    ToEnd,
    ToggleLoop,
    TogglePlay,
)
from game.input.window_intents import FullScreenChanged, Tick
from game.session.answers import answer_value, is_typed, shares
from game.session.interface_intents import escapes
from game.session.predict import asked_step, at_question, is_hidden, position_shown, secrecy_of
from game.session.predict_numbers import tolerance
from game.session.predict_scale import scale_of
from tests.picture import scenario, scenarios

from .hands import after, answer_patch, at, entries, fresh, sentences

if TYPE_CHECKING:
    from game.session.state import State

VALUE, SIZE, PATCH = Question.VALUE, Question.SIZE, Question.PATCH
INTEGERS = scenarios()["integers"]
PLAYED = 1e9


def asking(question: Question = VALUE, position: float = 5.65, shown: Scenario | None = None) -> State:
    """Return a state that predicts, paused at a position."""
    state = after(fresh(shown, position), TogglePredict(), ChooseQuestion(question))
    return at(state, position) if question is not SIZE else state


def plays(state: State, seconds: float = 60.0, tick: float = 0.05) -> State:
    """Return the state after time has passed in small ticks, until nothing plays."""
    for _ in range(round(seconds / tick)):
        if not state.playback.playing:
            break
        state = after(state, Tick(tick))
    return state


def typing(state: State, text: str) -> State:
    """Return the state after a person has typed an answer and struck Enter."""
    return after(state, CheckAnswer(), EntryText(text), AcceptEntry())


def tally(state: State) -> tuple[int, int]:
    """Return right answers and tries."""
    return state.predict.right, state.predict.tries


@pytest.mark.parametrize("speed", range(7))
@pytest.mark.parametrize("tick", [0.016, 0.1])
def test_play_pauses_at_each_value_with_the_products_standing(speed: int, tick: float) -> None:
    begun = fresh(position=2.0, playing=True)
    state = after(begun.changed(playback=begun.playback.set_speed(speed)), TogglePredict())
    for step in (2, 3, 4):
        state = plays(state, tick=tick)
        assert (state.playback.position, state.playback.playing) == (step + 0.65, False)
        assert is_hidden(state)
        assert asked_step(state) == step
        state = after(state, TogglePlay())


@pytest.mark.parametrize("forward", [NextStop(), StepForward(), PhaseForward()])
def test_going_on_tells_the_value_and_walks_on(forward: Intent) -> None:
    told = after(asking(), forward)
    assert not is_hidden(told)
    assert told.playback.playing
    assert secrecy_of(told).known == 6
    shown = plays(told)
    assert shown.playback.position in (5.9, 6.0)
    assert not is_hidden(shown)
    assert tally(shown) == (0, 0)


def test_space_tells_the_value_and_plays_to_the_next_question() -> None:
    state = plays(after(asking(), TogglePlay()))
    assert state.playback.position == 6.65
    assert is_hidden(state)


@pytest.mark.parametrize("forward", [NextStop(), StepForward()])
def test_no_key_jumps_past_a_question(forward: Intent) -> None:
    state = asking(position=5.2)
    for _ in range(4):
        before = state
        state = after(state, forward)
        if is_hidden(state):
            assert state.playback.position <= 5.65
        assert before.playback.position <= state.playback.position <= 6.65
    assert after(asking(position=5.2), *[StepForward()] * 2).playback.position == 5.65


@pytest.mark.parametrize("position", [5.7, 5.89, 5.9, 5.95, 6.0])
def test_from_any_position_after_the_question_the_products_are_shown(position: float) -> None:
    state = asking(position=position)
    assert is_hidden(state)
    assert asked_step(state) == 5
    assert 5.64 < position_shown(state) < 5.65


def test_a_summed_cell_is_told_where_it_stands() -> None:
    told = after(asking(position=6.0), NextStop())
    assert told.playback.position == 6.0
    assert not is_hidden(told)
    assert position_shown(told) > 5.99


def test_backward_each_cell_is_asked_anew() -> None:
    state = plays(after(asking(), NextStop()))
    back = after(state, StepBack(), StepBack())
    assert back.playback.position == 4.0
    assert asked_step(back) == 3
    assert is_hidden(back)
    assert secrecy_of(back).known == 3


def test_at_the_end_nothing_is_asked_and_the_last_verdict_stays() -> None:
    state = asking(position=15.65)
    told = plays(after(state, PickShade(shares(state)[1])))
    assert told.playback.position == 16
    assert asked_step(told) is None
    assert told.predict.was_right
    assert secrecy_of(told).known == 16
    assert not is_hidden(told)


def test_with_loop_the_walk_begins_again_and_asks_the_first_cell() -> None:
    state = asking(position=15.0).changed(playback=fresh(position=15.0, playing=True).playback)
    state = plays(state)
    state = plays(after(state, TogglePlay()))
    assert state.playback.position == 0.65
    assert is_hidden(state)


def test_one_long_tick_over_the_end_does_not_pass_the_first_question() -> None:
    state = asking(position=16.0).changed(playback=fresh(position=16.0, playing=True).playback)
    assert after(state, Tick(20.0)).playback.position == 0.65


@pytest.mark.parametrize("question", [VALUE, PATCH])
def test_the_walk_shows_the_answer_of_whoever_answered_and_waits(question: Question) -> None:
    state = asking(question, 5.65 if question is VALUE else 5.0)
    given = PickShade(0) if question is VALUE else CheckAnswer()
    state = plays(after(state, given))
    assert state.playback.position == (6.0 if question is VALUE else 5.3)
    assert state.predict.answered
    assert not is_hidden(state)


def test_one_shade_is_right_and_three_are_wrong_and_clearly_different() -> None:
    for name, shown in scenarios().items():
        scale = scale_of(shown)
        for step in range(0, shown.steps, max(1, shown.steps // 40)):
            state = after(asking(shown=shown), ChooseForm(typed=False))
            found, right = shares(at(state, step + 0.65))
            value = float(state.result.output.ravel()[step])
            assert found[right] * scale.magnitude == pytest.approx(value, abs=1e-9 * (1 + scale.magnitude)), name
            span = (scale.high - scale.low) / scale.magnitude
            assert np.diff(found).min() >= span / 5 - 1e-9, name
            bounds = (scale.low / scale.magnitude - 1e-6, scale.high / scale.magnitude + 1e-6)
            assert all(bounds[0] <= share <= bounds[1] for share in found), name


def test_the_right_shade_stands_in_different_places_but_always_in_the_same() -> None:
    places = [shares(asking(position=step + 0.65))[1] for step in range(16)]
    assert places == [shares(asking(position=step + 0.65))[1] for step in range(16)]
    assert len(set(places)) >= 2


def test_picking_counts_and_tells() -> None:
    state = asking()
    right = shares(state)[1]
    good = after(state, PickShade(right))
    assert tally(good) == (1, 1)
    assert good.predict.was_right
    wrong = after(state, PickShade((right + 1) % 4))
    assert tally(wrong) == (0, 1)
    assert not wrong.predict.was_right
    assert tally(after(wrong, PickShade(right))) == (0, 1), "a told answer is no try"
    assert tally(after(wrong, ResetTally())) == (0, 0)
    assert after(state, PickShade(4)).predict == state.predict


def test_digits_pick_shades_and_open_typed_answers() -> None:
    state = asking()
    right = shares(state)[1]
    assert after(state, AnswerKey(str(right + 1))).predict.was_right
    assert after(state, AnswerKey("7")).predict == state.predict
    typed = after(asking(shown=INTEGERS), AnswerKey("7"))
    assert typed.interface.entry is not None
    assert typed.interface.entry.text == "7"


def test_integers_are_typed_and_everything_else_is_picked_unless_wished() -> None:
    assert is_typed(asking(shown=INTEGERS))
    assert not is_typed(asking())
    assert is_typed(after(asking(), ChooseForm(typed=True)))
    assert is_typed(asking(shown=startup().with_kernel(np.zeros((3, 3))))), "a kernel of 0 has one shade only"


def test_small_integers_are_one_undo_entry() -> None:
    state = after(asking(), UseIntegers())
    assert (state.scenario.image_name, state.scenario.kernel_name) == ("integers", "integers")
    assert state.scenario.white == 3
    assert is_typed(state)
    assert entries(state) == 2
    assert after(state, Undo()).scenario == startup()


@pytest.mark.parametrize(
    ("value", "terms", "decimals", "exact", "expected"),
    [
        (1.5234, 9, 2, False, 0.05),
        (1.5234, 1, 2, False, 0.01),
        (123.46, 9, 2, False, 0.5),
        (1234.6, 4, 2, False, 2.5),
        (120_345.0, 9, 2, False, 50_000.0),
        (7.0, 9, 0, True, 0.0),
        (123_456.0, 9, 0, True, 50_000.0),
    ],
)
def test_the_tolerance_is_half_a_last_place_for_each_rounded_number(
    value: float, terms: int, decimals: int, exact: bool, expected: float
) -> None:
    assert tolerance(value, terms, decimals, exact) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("off", "right"), [(0.0, True), (0.049, True), (-0.049, True), (0.051, False), (-0.06, False)])
def test_a_typed_value_is_right_within_the_tolerance(off: float, right: bool) -> None:
    state = after(asking(), ChooseForm(typed=True))
    value = float(output_map(startup())[1, 1])
    assert answer_value(state) == pytest.approx(value)
    assert tally(typing(state, f"{value + off:.6f}")) == (int(right), 1)


@pytest.mark.parametrize(("off", "right"), [(0, True), (1, False), (-1, False)])
def test_a_sum_of_integers_is_right_or_wrong(off: int, right: bool) -> None:
    state = asking(shown=INTEGERS)
    assert typing(state, str(round(answer_value(state)) + off).replace("-", "−")).predict.was_right is right


@pytest.mark.parametrize("text", ["seven", "1/0", "--", "nan", "1e999"])
@pytest.mark.parametrize("question", [VALUE, SIZE])
def test_an_answer_that_is_no_number_says_so_and_costs_no_try(text: str, question: Question) -> None:
    state = typing(asking(question, shown=INTEGERS), text)
    assert tally(state) == (0, 0)
    assert is_hidden(state)
    assert state.interface.entry is not None
    assert "is no number" in sentences(state)[0]


@pytest.mark.parametrize("text", ["3.5", "0", "-2", "1000"])
def test_a_size_that_cannot_be_costs_no_try(text: str) -> None:
    state = typing(asking(SIZE), text)
    assert tally(state) == (0, 0)
    assert is_hidden(state)
    assert sentences(state)


def test_an_untouched_entry_costs_no_try() -> None:
    state = after(asking(shown=INTEGERS), CheckAnswer(), AcceptEntry())
    assert tally(state) == (0, 0)
    assert is_hidden(state)
    assert state.interface.entry is None


@pytest.mark.parametrize(("rows", "columns", "right"), [("4", "4", True), ("4", "5", False), ("3", "4", False)])
def test_the_size_is_typed_as_rows_and_columns(rows: str, columns: str, right: bool) -> None:
    state = typing(asking(SIZE), rows)
    assert state.interface.entry is not None
    assert state.interface.entry.target == Control("answer columns")
    assert tally(state) == (0, 0)
    done = after(state, EntryText(columns), AcceptEntry())
    assert tally(done) == (int(right), 1)
    assert not is_hidden(done)
    assert done.interface.entry is None


def test_columns_may_be_typed_first() -> None:
    state = after(asking(SIZE), OpenEntry(Control("answer columns")), EntryText("4"))
    state = after(state, AcceptEntry(), EntryText("4"), AcceptEntry())
    assert tally(state) == (1, 1)


@pytest.mark.parametrize(
    "intent",
    [
        Scrub(7.3),
        ToEnd(),
        GoToCell((2, 2)),
        MoveCard((9.0, 9.0)),
        PlaceCursor(Cell(GridName.OUTPUT, 1, 1)),
    ],
)
def test_while_the_size_is_asked_the_walk_stands_where_it_was_and_is_seen_at_its_start(intent: Intent) -> None:
    state = after(asking(SIZE), intent)
    assert state.playback.position == 5.65
    assert position_shown(state) == 0
    assert not state.playback.playing
    assert state.interface.cursor is None
    assert secrecy_of(state).size


@pytest.mark.parametrize("intent", [ToggleLoop(), Faster(), Slower()])
def test_while_the_size_is_asked_the_walk_goes_as_its_speed_and_its_loop_are_chosen(intent: Intent) -> None:
    state = after(asking(SIZE), intent)
    chosen = (state.settings.speed, state.settings.loop)
    assert chosen != (asking(SIZE).settings.speed, asking(SIZE).settings.loop)
    assert (state.playback.speed, state.playback.loop) == chosen
    assert state.playback.position == 5.65


def test_going_on_tells_the_size_and_nothing_more_is_asked() -> None:
    state = after(asking(SIZE), NextStop())
    assert not secrecy_of(state).size
    assert state.playback.playing
    far = after(plays(state), Play(), Tick(20.0))
    assert far.playback.position > 3
    assert not is_hidden(far)


@pytest.mark.parametrize("leaves", [NextStop(), ChooseQuestion(VALUE), TogglePredict()])
def test_a_question_about_the_size_keeps_the_place_in_the_walk(leaves: Intent) -> None:
    playing = after(fresh(None, 5.3), Play(), TogglePredict(), ChooseQuestion(SIZE), Tick(2.0))
    assert not playing.playback.playing
    before = playing.playback.position
    assert before > 5
    assert after(playing, leaves).playback.position >= before


def test_another_stride_asks_the_size_anew_and_a_painted_pixel_does_not() -> None:
    told = after(asking(SIZE), NextStop())
    painted = after(told, Paint(((1, 1),), 0.5))
    assert not is_hidden(painted)
    assert secrecy_of(after(painted, SetQuantity("stride", None, 1))).size


@pytest.mark.parametrize("elsewhere", [BeginGesture(), OpenSheet("help")])
def test_a_number_that_is_taken_when_the_hand_goes_elsewhere_asks_anew_too(elsewhere: Intent) -> None:
    answered = after(asking(), PickShade(0))
    assert not is_hidden(answered)
    settled = after(answered, OpenEntry(Control("padding")), EntryText("0"), elsewhere)
    assert settled.scenario.padding == (0, 0)
    assert is_hidden(settled), "the answer was that of another question"


def test_play_pauses_before_each_patch() -> None:
    state = after(asking(PATCH, 5.0), TogglePlay())
    state = plays(state)
    assert state.playback.position == 6.0
    assert secrecy_of(state).patch
    assert secrecy_of(state).cell == (1, 2)
    assert after(state, Play()).playback.playing


def marking(state: State, *pixels: tuple[int, int]) -> State:
    """Return the state with these pixels marked, and checked."""
    return after(state, *(MarkPixel(pixel, on=True) for pixel in pixels), CheckAnswer())


def test_the_patch_is_right_when_its_pixels_are_marked_and_no_others() -> None:
    state = asking(PATCH, 0.0)
    inside = [(row, column) for row, column in answer_patch(state) if row >= 0 and column >= 0]
    assert sorted(inside) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert tally(marking(state, *inside)) == (1, 1)
    assert tally(marking(state, *inside, (-1, 0))) == (1, 1), "covered padding may be marked"
    assert tally(marking(state, *inside[:3])) == (0, 1)
    assert tally(marking(state, *inside, (2, 0))) == (0, 1)
    assert tally(marking(state, *inside, (-1, 2))) == (0, 1), "padding that is not covered may not"


def test_a_mark_is_taken_away_again_and_stays_on_the_image() -> None:
    state = after(asking(PATCH, 0.0), MarkPixel((1, 1), on=True), MarkPixel((40, 1), on=True))
    assert state.predict.marked == {(1, 1)}
    assert not after(state, MarkPixel((1, 1), on=False)).predict.marked
    assert not after(asking(), MarkPixel((1, 1), on=True)).predict.marked


@pytest.mark.parametrize("question", [VALUE, PATCH])
def test_moving_elsewhere_asks_anew(question: Question) -> None:
    told = after(asking(question), NextStop())
    assert is_hidden(after(told, GoToCell((3, 1))))
    assert is_hidden(after(told, ChooseQuestion(question)))


def test_painting_and_undo_go_on_and_ask_anew() -> None:
    answered = after(asking(), PickShade(0))
    tries = answered.predict.tries
    painted = after(answered, Pause(), Paint(((2, 2),), 1.0))
    assert painted.scenario.image[2, 2] == 1
    assert is_hidden(painted)
    assert painted.predict.shade is None
    undone = after(painted, Undo())
    assert undone.scenario == startup()
    assert is_hidden(undone)
    assert undone.predict.tries == tries


def test_answers_are_no_undo_entries() -> None:
    state = after(asking(), PickShade(0), ChooseQuestion(PATCH), CheckAnswer())
    assert entries(state) == 1
    assert state.predict.tries == 2


def test_escape_leaves_predict_after_all_that_is_open() -> None:
    state = after(asking(shown=INTEGERS), OpenPopup("kernel"), CheckAnswer())
    state = after(state, Focus("play"), FullScreenChanged(on=True))
    state = after(state, OpenSheet("help"))
    state = after(state, CheckAnswer())
    left = []
    while (layer := escapes(state)) is not None:
        left.append(layer)
        state = after(state, Escape())
        if layer == "full screen":
            state = after(state, FullScreenChanged(on=False))  # as the shell does
    assert left == ["entry", "sheet", "focus", "predict", "full screen"]
    assert not state.predict.on
    assert secrecy_of(state).scale is None


def test_the_tally_outlives_leaving() -> None:
    state = after(asking(), PickShade(0), TogglePredict(), TogglePredict())
    assert state.predict.tries == 1
    assert is_hidden(state)


def test_without_predict_its_intents_do_nothing() -> None:
    for intent in (PickShade(0), CheckAnswer(), AnswerKey("1"), ChooseQuestion(SIZE)):
        assert after(fresh(), intent).predict == fresh().predict
    opened = after(fresh(), OpenEntry(Control("answer")))
    assert opened.interface.entry is None


def test_the_scale_is_the_bounds_of_the_kernel_times_white() -> None:
    shown = scenario("integers", kernel="sobel right")
    scale = scale_of(shown)
    assert (scale.low, scale.high, scale.magnitude) == (-12.0, 12.0, 12.0)
    assert at_question(asking())
    assert secrecy_of(asking()).scale == scale_of(startup())


def test_telling_the_answer_closes_the_answer_that_is_being_typed() -> None:
    state = after(asking(shown=INTEGERS), AnswerKey("x"), AcceptEntry(), NextStop())
    assert state.interface.entry is None
    assert not sentences(state)
    assert tally(state) == (0, 0)
