"""A kernel that learns: its updates, its runs, its target, and what hands do meanwhile."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import kernels
from game.core.learning import SUM, Learning
from game.core.result import result_of
from game.core.scenario import Scenario
from game.input import learn_intents as learn
from game.input import walk_intents as walk
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import Escape
from game.input.mode_intents import ToggleCompare, TogglePredict
from game.input.scenario_intents import Paint, PasteGrid, Redo, ReplaceScenario, SetCell, SetQuantity, Undo
from game.input.stack_intents import ToggleStack
from game.input.window_intents import NextTheme, Tick
from game.session.facts.learn import learn_facts
from game.session.reduce import reduce
from game.session.state import State, own_state
from game.value import Kept
from game.words.texts import text
from tests import picture


def seven(**fields: object) -> Scenario:
    """Return a small image that teaches all nine weights, and random ones to begin with."""
    image = np.zeros((7, 7))
    image[0, 2:5] = image[5, 1:6] = 1
    for row, column in ((1, 1), (1, 4), (1, 5), (2, 4), (3, 3), (4, 2)):
        image[row, column] = 1
    return Scenario(image, kernels.make("random signed", (3, 3), 4), seed=4, **fields)  # type: ignore[arg-type]


def after(state: State, *intents: Intent) -> State:
    """Return the state after some intents."""
    for intent in intents:
        state = reduce(state, intent)
    return state


def learning(**fields: object) -> State:
    """Return the state in which the kernel learns."""
    return after(picture.state(seven(**fields)), learn.ToggleLearn())


def loss(state: State) -> float:
    """Return the loss as the state has it."""
    assert state.learn.trace is not None
    return state.learn.trace.slopes.loss


def said(state: State) -> list[str]:
    return [toast.sentence for toast in state.interface.toasts]


def weights(state: State) -> list[float]:
    return [float(each) for each in state.scenario.kernel.ravel()]


def test_one_update_goes_against_the_gradient_by_the_rate() -> None:
    """Held against a central difference of the mean of the squared errors, worked out here by itself."""
    state = learning()
    taught = state.scenario.learning
    assert taught is not None

    def mean(kernel: np.ndarray) -> float:
        image, found = state.scenario.image, 0.0
        for row in range(5):
            for column in range(5):
                made = float((image[row : row + 3, column : column + 3] * kernel).sum())
                found += (made - float(taught.target[0, row, column])) ** 2 / 25
        return found

    kernel = np.array(state.scenario.kernel)
    expected = kernel.copy()
    for at in np.ndindex(3, 3):
        step = np.zeros((3, 3))
        step[at] = 1e-5
        expected[at] -= taught.learning_rate * (mean(kernel + step) - mean(kernel - step)) / 2e-5
    assert loss(state) == pytest.approx(mean(kernel), rel=1e-12)
    assert np.array(after(state, learn.OneUpdate()).scenario.kernel) == pytest.approx(expected, abs=1e-7)


def test_the_rate_at_first_is_one_at_which_the_loss_falls_in_every_update() -> None:
    state, losses = learning(), list[float]()
    for _ in range(30):
        losses.append(loss(state))
        state = after(state, learn.OneUpdate())
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] < losses[0] / 20


def test_the_keys_of_the_walk_mean_updates() -> None:
    state = after(learning(), walk.StepForward(), walk.StepForward(), walk.StepForward())
    assert state.learn.trace is not None
    assert (state.learn.trace.number, state.learn.trace.last) == (3, 3)
    for intent, number in ((walk.StepBack(), 2), (walk.ToStart(), 0), (walk.ToEnd(), 3), (walk.Scrub(1.2), 1)):
        state = after(state, intent)
        assert state.learn.trace is not None
        assert (state.learn.trace.number, state.learn.trace.last) == (number, 3)


def test_going_back_brings_the_very_same_weights() -> None:
    first = learning()
    one = after(first, learn.OneUpdate())
    two = after(one, learn.OneUpdate())
    assert weights(after(two, learn.OneBack())) == weights(one)
    assert after(two, learn.GoToUpdate(0)).scenario.kernel_name == first.scenario.kernel_name
    assert weights(after(two, learn.GoToUpdate(0), learn.OneUpdate(), learn.OneUpdate())) == weights(two)


def ticked(state: State, count: int, seconds: float = 1 / 30) -> State:
    return after(state, *(Tick(seconds) for _ in range(count)))


def test_a_run_makes_as_many_updates_a_second_as_it_says_and_is_one_undo_entry() -> None:
    begins = learning()
    runs = ticked(after(begins, walk.TogglePlay()), 60)
    assert runs.learn.running
    assert runs.learn.trace is not None
    assert runs.learn.trace.number in (8, 9)  # four a second, for two seconds
    stops = after(runs, walk.TogglePlay())
    assert not stops.learn.running
    assert len(stops.history.entries) == len(begins.history.entries) + 1
    undone = after(stops, Undo())
    assert undone.scenario == begins.scenario
    assert after(undone, Redo()).scenario == stops.scenario


def test_painting_ends_a_run_and_is_an_undo_entry_of_its_own() -> None:
    runs = ticked(after(learning(), walk.TogglePlay()), 30)
    painted = after(runs, Paint(((6, 6),), 1.0))
    assert not painted.learn.running
    assert painted.scenario.image[6, 6] == 1
    assert weights(painted) == weights(runs)
    undone = after(painted, Undo())
    assert (weights(undone), undone.scenario.image[6, 6]) == (weights(runs), 0)
    assert weights(after(undone, Undo())) == weights(learning())


def test_too_large_a_rate_lets_the_loss_grow_and_learning_stops_with_a_sentence() -> None:
    state = after(learning(), learn.SetRate(5.0), walk.TogglePlay())
    start = loss(state)
    state = ticked(state, 200)
    assert not state.learn.running
    assert start < loss(state) <= 1000 * max(start, 1.0)
    assert said(state)[-1].startswith("Learning stopped: the next update would make the loss ")


def test_a_weight_that_a_hand_has_turned_says_what_became_of_the_loss() -> None:
    state = learning()
    turned = after(state, learn.ChooseWeight((0, 1)), learn.NudgeWeight()).learn.turned
    assert turned is not None
    assert turned.weight == (0, 1)
    assert turned.by == pytest.approx(0.1)
    assert turned.loss == pytest.approx(loss(state))
    # The loss is a parabola of each weight: the change over the step is the gradient, and half the step's curve.
    assert state.learn.trace is not None
    pixels = state.scenario.image[0:5, 1:6]
    curve = 2 * float((pixels * pixels).sum()) / 25
    assert (turned.after - turned.loss) / 0.1 == pytest.approx(turned.gradient + curve * 0.1 / 2, rel=1e-9)
    by_hand = after(state, SetCell(Cell(GridName.KERNEL, 2, 2), 3.0)).learn.turned
    assert by_hand is not None
    assert by_hand.weight == (2, 2)


def test_the_sum_of_the_errors_keeps_the_step_as_long_as_it_was() -> None:
    mean = learning()
    added = after(mean, learn.SetLoss(SUM))
    assert loss(added) == pytest.approx(25 * loss(mean))
    one, other = (after(each, learn.OneUpdate()) for each in (mean, added))
    assert np.array(weights(one)) == pytest.approx(np.array(weights(other)), abs=1e-6)


def test_the_bias_learns_only_where_it_is_told_to() -> None:
    state = learning()
    assert after(state, learn.OneUpdate()).scenario.layer.bias[0] == 0
    assert after(state, learn.ToggleBias(), learn.OneUpdate()).scenario.layer.bias[0] != 0


def test_a_named_target_is_the_map_of_that_kernel_and_is_learned() -> None:
    state = after(learning(), learn.ChooseTarget("sobel right"))
    taught = state.scenario.learning
    assert taught is not None
    made = seven().with_kernel(kernels.make("sobel right", (3, 3), 1))
    assert picture.state(made).result.output == pytest.approx(np.array(taught.target[0]))
    for _ in range(400):
        state = after(state, learn.OneUpdate())
    assert np.array(state.scenario.kernel) == pytest.approx(kernels.make("sobel right", (3, 3), 1), abs=0.2)


def test_a_target_stays_where_its_kernel_is_none_of_another_size() -> None:
    small = Scenario(np.full((3, 3), 0.5), kernels.make("identity", (3, 3), 1), stride=(3, 3))
    state = after(picture.state(small), learn.ToggleLearn(), learn.ChooseTarget("box blur"))
    taught = state.scenario.learning
    assert taught is not None
    pasted = after(state, PasteGrid(np.array([[2.0]]), GridName.KERNEL))
    assert pasted.scenario.kernel_size == (1, 1)
    assert pasted.scenario.learning is not None
    assert np.array_equal(pasted.scenario.learning.target, taught.target)


def test_a_target_can_be_painted_and_sizes_that_change_keep_what_was_painted() -> None:
    state = after(learning(), learn.ChooseTarget("painted"), learn.PaintTarget(((1, 2), (9, 9))))
    taught = state.scenario.learning
    assert taught is not None
    assert [tuple(map(int, at)) for at in np.argwhere(taught.target)] == [(0, 1, 2)]
    smaller = after(state, SetQuantity("image size", None, 6))
    assert smaller.scenario.learning is not None
    assert smaller.scenario.learning.target.shape == (1, 4, 4)
    assert smaller.scenario.learning.target[0, 1, 2] == 1
    assert after(smaller, Undo()).scenario.learning == taught


def test_another_size_asks_for_the_map_of_the_same_hidden_kernel() -> None:
    state = learning()
    known = state.learn.targets[-1][1]
    wider = after(state, SetQuantity("padding", None, 1))
    assert wider.learn.on
    assert wider.learn.targets[-1][1:] == (known, False)
    assert wider.scenario.learning is not None
    assert wider.scenario.learning.target.shape == (1, 7, 7)
    assert len(wider.history.entries) == len(state.history.entries) + 1


def test_the_hidden_kernel_has_a_name_only_once_it_is_told() -> None:
    state = learning()
    shown = picture.window(state, (1366, 768)).frame.still.rail.learn
    assert shown is not None
    assert shown.target == "hidden"
    told = after(state, learn.RevealTarget())
    shown = picture.window(told, (1366, 768)).frame.still.rail.learn
    assert shown is not None
    assert shown.target == state.learn.targets[-1][1]


def test_random_weights_are_others_each_time() -> None:
    one = after(learning(), learn.StartAgain())
    two = after(one, learn.StartAgain())
    assert weights(one) != weights(two)
    assert two.learn.trace is not None
    assert two.learn.trace.number == two.learn.trace.last == 0


def test_an_update_is_shown_part_by_part() -> None:
    state = after(learning(), walk.NextStop())
    assert state.learn.part == "step"
    parts = list[str]()
    for _ in range(6):
        state = after(state, walk.NextStop())
        parts.append(state.learn.part)
    assert parts == ["kernel", "output", "error", "sum", "gradients", "step"]
    assert state.learn.trace is not None
    assert state.learn.trace.number == 1
    back = after(state, *[walk.PreviousStop()] * 6)
    assert back.learn.trace is not None
    assert (back.learn.part, back.learn.trace.number) == ("step", 0)


def test_the_walk_of_the_gradient_makes_it_and_escape_comes_back() -> None:
    state = learning()
    assert state.learn.trace is not None
    walks = after(state, learn.WalkThrough())
    assert walks.result.output * 2 / 25 == pytest.approx(state.learn.trace.slopes.weights[0, 0])
    assert own_state(walks) is not walks
    assert after(walks, Paint(((0, 0),), 1.0)).scenario == walks.scenario
    assert text("learn.walk.fixed") in said(after(walks, Paint(((0, 0),), 1.0)))
    back = after(walks, Escape())
    assert back.learn.trace is state.learn.trace
    stamped = after(state, learn.WalkThrough("image"))
    assert stamped.result.output * 2 / 25 == pytest.approx(state.learn.trace.slopes.image[0])


def test_what_is_chosen_in_the_walk_of_a_gradient_is_kept_and_so_after_it() -> None:
    state = learning()
    chosen = after(state, learn.WalkThrough(), walk.Faster(), walk.ToggleLoop(), NextTheme())
    for kept in (own_state(chosen), after(chosen, Escape())):
        assert kept.settings == chosen.settings != state.settings
        assert (kept.playback.speed, kept.playback.loop) == (chosen.settings.speed, chosen.settings.loop)
    unchanged = after(state, learn.WalkThrough(), walk.ToEnd())
    assert own_state(unchanged) is unchanged.aside


def test_opening_something_else_in_the_walk_of_a_gradient_leaves_it() -> None:
    other = picture.scenario()
    opened = after(learning(), learn.WalkThrough(), ReplaceScenario(other))
    assert opened.scenario == other
    assert opened.aside is None
    assert not opened.learn.on


def test_undoing_what_began_learning_leaves_it() -> None:
    state = after(learning(), Undo())
    assert not state.learn.on
    assert state.scenario.learning is None


def test_leaving_and_coming_back_keeps_the_target_and_the_weights() -> None:
    state = after(learning(), learn.OneUpdate())
    back = after(state, Escape(), learn.ToggleLearn())
    assert back.learn.on
    assert (back.scenario.learning, weights(back)) == (state.scenario.learning, weights(state))


@pytest.mark.parametrize("refused", [ToggleCompare(), ToggleStack()])
def test_other_views_wait_until_learning_is_left(refused: Intent) -> None:
    state = after(learning(), refused)
    assert state.learn.on
    assert len(said(state)) == 1


@pytest.mark.parametrize("operation", ["max pooling", "transposed convolution"])
def test_what_cannot_learn_says_so(operation: str) -> None:
    from game.core.operation_change import with_operation

    state = after(picture.state(with_operation(seven(), operation)), learn.ToggleLearn())
    assert not state.learn.on
    assert len(said(state)) == 1


def test_a_target_from_a_file_has_no_kernel_by_name() -> None:
    taught = seven(learning=Learning(np.ones((1, 5, 5))))
    state = after(picture.state(taught), learn.ToggleLearn())
    shown = picture.window(state, (1366, 768)).frame.still.rail.learn
    assert shown is not None
    assert shown.target == "given"
    assert len(state.history.entries) == 1


def test_painting_the_image_keeps_the_kernel_that_is_hidden() -> None:
    """What is wanted is what that kernel makes of the image as it is now."""
    state = after(learning(), learn.ChooseTarget("sobel top"))
    painted = after(state, Paint(((6, 6), (6, 5)), 1.0))
    made = picture.state(painted.scenario.with_kernel(kernels.make("sobel top", (3, 3), 1)).changed(learning=None))
    assert painted.scenario.learning is not None
    assert made.result.output == pytest.approx(np.array(painted.scenario.learning.target[0]))
    assert after(painted, Undo()).scenario == state.scenario


def test_a_file_with_the_map_of_a_kernel_does_not_tell_its_name() -> None:
    made = picture.state(seven().with_kernel(kernels.make("sobel top", (3, 3), 1)))
    state = after(picture.state(seven(learning=Learning(made.result.output[None]))), learn.ToggleLearn())
    assert state.learn.targets[-1][1:] == ("sobel top", False)
    assert text("learn.revealed", name=text("kernel.sobel top")) in said(after(state, learn.RevealTarget()))


def test_undo_and_redo_bring_a_target_as_it_was_also_where_the_image_was_painted_before() -> None:
    made = picture.state(seven().with_kernel(kernels.make("sobel top", (3, 3), 1)))
    state = picture.state(seven(learning=Learning(made.result.output[None])))
    painted = after(state, Paint(((6, 6),), 1.0), learn.ToggleLearn())
    assert after(painted, Undo()).learn.targets[-1][1] == "sobel top"
    assert after(painted, Undo(), Redo()).work is painted.work


def test_which_way_a_weight_goes_is_secret_until_it_is_said() -> None:
    state = after(learning(), TogglePredict())
    assert state.learn.asks
    facts = picture.window(state, (1366, 768)).frame.still.learn
    assert facts is not None
    assert (facts.gradient, facts.step, facts.slope, facts.new) == (None, None, 0.0, 0.0)
    told = after(state, walk.StepForward())  # what would go on only tells it
    assert (told.learn.answered, weights(told)) == ("told", weights(state))
    goes = after(told, walk.StepForward())
    row, column = state.learn.weight
    up = goes.scenario.kernel[row, column] > state.scenario.kernel[row, column]
    assert goes.learn.keeps_direction  # of the next update it is asked anew
    right = after(state, learn.AnswerDirection(up=bool(up))).learn
    wrong = after(state, learn.AnswerDirection(up=not up)).learn
    assert (right.tries, right.right, wrong.tries, wrong.right) == (1, 1, 1, 0)
    assert not after(state, TogglePredict()).learn.asks


def test_what_is_learned_is_told_anew_of_another_result_though_nothing_was_updated() -> None:
    state, keep = learning(), Kept()
    first = learn_facts(state, keep)
    assert learn_facts(state, keep) is first
    again = state.changed(result=result_of(state.scenario.changed()))
    assert learn_facts(again, keep) is not first
