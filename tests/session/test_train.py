"""A network that learns from digits: its runs, what hands do meanwhile, and where it begins."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import focus_of, layers_of
from game.core.pooling import Pooling
from game.files.digits import own_digits
from game.files.own_reader import reader_layers
from game.input.intent import Cell, GridName
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.input.layer_intents import FocusLayer, PaintSource, SetFilters
from game.input.learn_intents import ToggleLearn
from game.input.mode_intents import ToggleCompare, TogglePredict
from game.input.scenario_intents import BeginGesture, EndGesture, Undo
from game.input.train_intents import TakeShipped, ToggleTraining, TrainAgain, TrainEpoch, TrainOnce
from game.input.walk_intents import ToEnd
from game.learning.digit_reader import reader_network
from game.learning.start import start_of
from game.learning.training import begun, lessons_of, trained
from game.session.digit_scores import scores_of_scenario
from game.session.state import State
from game.words.texts import text
from tests.networks import four_layers
from tests.session.hands import after, entries, fresh, sentences
from tests.training import UPDATES, course, learning, passed, reader, training, varied


def weights(state: State) -> list[np.ndarray]:
    """Return all weights and biases that the window shows."""
    found = (layer for layer in layers_of(state.scenario) if not isinstance(layer, Pooling))
    return [each for layer in found for each in (layer.weights, layer.bias)]


def test_a_run_learns_what_training_learns_by_itself() -> None:
    state = after(passed(after(learning(), TrainAgain(), ToggleTraining()), 12), ToggleTraining())
    digits = own_digits()
    lessons = lessons_of(digits.pixels[digits.learned], digits.kinds[digits.learned])
    alone = begun(reader_network(), training(state).seed)
    while alone.epoch < training(state).epoch or alone.place < training(state).place:
        alone = trained(alone, lessons, 1)
    assert training(state).losses == alone.losses
    assert len(alone.losses) >= 2
    assert np.array_equal(training(state).row, alone.row)
    shown = np.concatenate([each.ravel() for each in weights(state)])
    assert np.array_equal(shown, alone.row)


def test_a_run_is_one_undo_from_its_start_to_its_stop() -> None:
    begun_at = after(learning(), TrainAgain())
    state = passed(after(begun_at, ToggleTraining()), 4)
    assert entries(state) == entries(begun_at)
    state = after(state, ToggleTraining())
    assert entries(state) == entries(begun_at) + 1
    undone = after(state, Undo())
    assert undone.scenario == begun_at.scenario
    assert (undone.train.live, course(undone).updates) == (True, 0)


def test_a_stroke_ends_the_run_and_nothing_of_either_is_lost() -> None:
    state = passed(after(learning(reader(1)), TrainAgain(), ToggleTraining()), 4)
    learned, updates = weights(state), course(state).updates
    state = after(state, BeginGesture(), PaintSource(((0, 0),), 0.5))
    state = passed(after(state, PaintSource(((0, 1),), 0.5), EndGesture()), 2)
    assert not state.train.running
    assert state.scenario.source_pixels[0][0, :2].tolist() == [0.5, 0.5]
    assert all(map(np.array_equal, weights(state), learned))
    assert (state.train.live, course(state).updates) == (True, updates)
    undone = after(state, Undo())
    assert undone.scenario.source_pixels[0][0, 0] != 0.5
    assert all(map(np.array_equal, weights(undone), learned))


def test_a_weight_that_is_typed_ends_the_run_and_what_is_learned_then_begins_with_it() -> None:
    cell = Cell(GridName.KERNEL, 1, 1)
    begun_at = after(learning(), TrainAgain())
    state = passed(after(begun_at, ToggleTraining()), 4)
    state = passed(after(state, OpenEntry(cell), EntryText("2.5"), AcceptEntry()), 2)
    assert not state.train.running
    assert entries(state) == entries(begun_at) + 2
    assert course(after(state, Undo())).updates > 4
    assert course(after(state, Undo(), Undo())).updates == 0
    assert not state.train.live
    assert state.scenario.kernel[1, 1] == 2.5
    state = after(state, TrainOnce())
    assert state.train.live
    assert course(state).updates == 1
    assert course(after(state, Undo())).updates == 0
    assert after(state, Undo()).scenario.kernel[1, 1] == 2.5


def test_an_undo_of_a_typed_weight_comes_back_to_what_was_learned_before() -> None:
    state = after(learning(), TrainAgain(), TrainOnce(), TrainOnce())
    typed = after(state, OpenEntry(Cell(GridName.KERNEL, 0, 0)), EntryText("7"), AcceptEntry())
    assert not typed.train.live
    back = after(typed, Undo())
    assert (back.train.live, course(back).updates) == (True, 2)


def test_another_number_of_filters_ends_the_run() -> None:
    state = passed(after(learning(), ToggleTraining()), 2)
    state = passed(after(state, SetFilters(3)), 2)
    assert not state.train.running
    assert not state.train.live
    assert state.scenario.layer.filters == 3
    assert after(state, TrainOnce()).train.live


def test_a_run_goes_on_whichever_layer_is_watched_and_is_still_one_undo() -> None:
    first = after(learning(), TrainAgain())
    state = passed(after(first, ToggleTraining()), 2)
    state = passed(after(state, FocusLayer(2)), 2)
    assert (state.train.running, focus_of(state.scenario)) == (True, 2)
    state = passed(after(state, FocusLayer(0), ToEnd(), ToEnd()), 2)
    assert (state.train.running, focus_of(state.scenario)) == (True, 1)
    state = after(state, ToggleTraining())
    assert entries(state) == entries(first) + 1
    assert [int(each.size) for each in weights(state)] == [36, 4, 640, 10]
    assert course(after(state, Undo())).updates == 0


def test_an_epoch_ends_by_itself_when_all_digits_had_their_turn() -> None:
    state = passed(after(learning(), TrainOnce(), TrainEpoch()), 10)
    assert not state.train.running
    assert course(state).updates == UPDATES
    assert [updates for updates, _ in course(state).shares] == [0, 1, UPDATES]


def test_start_again_takes_the_random_weights_of_the_next_seed() -> None:
    one = after(learning(), TrainAgain())
    other = after(one, TrainAgain())
    for state, seed in ((one, 2), (other, 3)):
        assert course(state).seed == seed
        assert np.array_equal(training(state).row, start_of(reader_network(), seed))
    assert entries(other) == 3


def test_the_shipped_weights_come_back_and_only_where_they_fit() -> None:
    state = after(learning(), TrainAgain(), TrainOnce(), TakeShipped())
    assert layers_of(state.scenario) == reader_layers()
    assert not state.train.live
    other = learning(varied())
    assert after(other, TakeShipped()).scenario is other.scenario


def test_a_variation_of_the_reader_learns_too() -> None:
    state = passed(after(learning(varied()), TrainAgain(), ToggleTraining()), 30)
    scores = scores_of_scenario(after(state, ToggleTraining()).scenario)
    assert scores is not None
    assert scores.share_right > 0.7
    assert course(state).shares[0][1] < 0.3


def test_what_reads_no_digits_learns_nothing_and_a_sentence_says_why() -> None:
    state = after(fresh(four_layers()), ToggleLearn())
    assert not state.train.on
    assert sentences(state) == [text("digits.not.image")]
    assert after(fresh(four_layers()), ToggleTraining()).train.course is None


@pytest.mark.parametrize(("mode", "sentence"), [(ToggleCompare(), "compare"), (TogglePredict(), "predict")])
def test_a_comparison_and_a_question_end_the_run_and_refuse_the_next(mode: object, sentence: str) -> None:
    state = passed(after(learning(), ToggleTraining()), 2)
    state = after(state, mode)  # type: ignore[arg-type]
    assert not state.train.running
    updates = course(state).updates
    state = passed(after(state, ToggleTraining()), 2)
    assert (state.train.running, course(state).updates) == (False, updates)
    assert sentences(state)[-1] == text(f"learn.not_with.{sentence}")


def test_folding_the_section_ends_the_run() -> None:
    state = after(passed(after(learning(), ToggleTraining()), 2), ToggleLearn())
    assert (state.train.on, state.train.running, state.working) == (False, False, None)
