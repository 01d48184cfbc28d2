"""A layer that pools: what it has no use for is refused in one sentence, and nothing of the scenario changes by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.padding import Padding
from game.core.pooling import Kind, Pooling
from game.core.scenario import Scenario, of_names, startup
from game.input.intent import Cell, Control, GridName, Side
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry, OpenPopup
from game.input.layer_intents import (
    SetActivation,
    SetBias,
    SetChannels,
    SetDepthwise,
    SetFilters,
    SetGroups,
    SetOperation,
    SetPadding,
    SetPaddingValue,
    ToggleCeilMode,
    ToggleWholeImage,
)
from game.input.mode_intents import (
    AnswerKey,
    ChooseForm,
    ChooseQuestion,
    FocusSide,
    Question,
    ToggleCompare,
    TogglePredict,
    UseIntegers,
)
from game.input.scenario_intents import (
    ChooseImage,
    ChooseKernel,
    KernelAction,
    NewSeed,
    NudgeCell,
    PasteGrid,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.walk_intents import NextStop, PreviousStop
from game.session.answers import value_is_right
from game.session.facts.predict import predict_facts
from game.session.modes.pooling import INTENTS, OPENED, TYPED
from game.session.naming import file_name, title_of, walk_words
from game.session.predict import offered, secrecy_of
from game.session.predict_numbers import all_integers, tolerance
from game.session.predict_scale import scale_of
from game.window.predict_words import explained, truth
from tests.session.hands import after, at, entries, fresh, sentences, typed_name

if TYPE_CHECKING:
    from game.input.intent import Intent
    from game.session.state import State

KERNEL = GridName.KERNEL


def pooling(kind: str = "max", **fields: object) -> State:
    """Return a state that pools two channels of small integers."""
    image = np.arange(32.0).reshape(2, 4, 4) - 9
    pool = Pooling(kind, (2, 2), **fields)
    return fresh(Scenario(tuple(image), np.ones((2, 2)), white=30, pooling=pool))


REFUSED: list[tuple[Intent, str]] = [
    (ChooseKernel("ones"), "no kernel and no weights"),
    (KernelAction("clear"), "no kernel and no weights"),
    (PasteGrid(np.ones((2, 2)), KERNEL), "no kernel and no weights"),
    (PasteGrid(np.ones((2, 2, 3, 3)), KERNEL), "no kernel and no weights"),
    (OpenPopup("kernel"), "no kernel and no weights"),
    (SetFilters(4), "no filters"),
    (SetGroups(2), "no filters"),
    (SetDepthwise(), "no filters"),
    (OpenPopup("kernel map"), "no filters"),
    (OpenEntry(Control("filters")), "no filters"),
    (SetBias(1.0), "no bias and no activation"),
    (SetActivation("relu"), "no bias and no activation"),
    (OpenPopup("activation"), "no bias and no activation"),
    (OpenEntry(Control("bias")), "no bias and no activation"),
    (SetPadding(Padding(1, 1, 1, 1, "reflect")), "Nothing stands in the padding"),
    (SetPaddingValue(2.0), "Nothing stands in the padding"),
    (OpenEntry(Control("padding value")), "Nothing stands in the padding"),
]


def test_a_remote_halts_only_where_something_has_changed() -> None:
    state, found = fresh(Scenario(np.eye(4), np.ones((2, 2)), pooling=Pooling("max", (2, 2)))), list[float]()
    for _ in range(6):
        state = after(state, NextStop(), NextStop())  # the second one jumps there
        found.append(state.playback.position)
    assert found == pytest.approx([0.3, 0.9, 1.3, 1.9, 2.3, 2.9])
    assert after(state, PreviousStop()).playback.position == pytest.approx(2.3)


@pytest.mark.parametrize(("intent", "words"), REFUSED)
def test_what_is_a_kernels_is_refused_in_one_sentence(intent: Intent, words: str) -> None:
    state = pooling()
    refused = after(state, intent)
    assert refused.scenario is state.scenario
    assert (refused.interface.popup, refused.interface.entry) == (None, None)
    (said,) = sentences(refused)
    assert words in said


def test_all_that_is_refused_is_tried_here() -> None:
    assert {type(intent) for intent, _ in REFUSED} >= set(INTENTS)
    assert {intent.name for intent, _ in REFUSED if isinstance(intent, OpenPopup)} == set(OPENED)
    assert set(TYPED) >= {intent.target.name for intent, _ in REFUSED if isinstance(intent, OpenEntry)}  # type: ignore[union-attr]


def test_no_cell_of_a_window_is_a_weight() -> None:
    state = pooling()
    for intent in (SetCell(Cell(KERNEL, 0, 0), 3.0), NudgeCell(Cell(KERNEL, 1, 1), 1.0), OpenEntry(Cell(KERNEL, 0, 1))):
        tried = after(state, intent)
        assert tried.scenario is state.scenario
        assert tried.interface.entry is None


def test_an_image_is_pasted_chosen_and_painted_as_ever() -> None:
    state = after(pooling(), SetChannels(1))
    pasted = after(state, PasteGrid(np.full((6, 6), 2.0), GridName.IMAGE))
    assert pasted.scenario.image_size == (6, 6)
    assert pasted.scenario.layer.pooling == Pooling("max", (2, 2))
    chosen = after(state, ChooseImage("ramp"))
    assert chosen.scenario.image_name == "ramp"
    assert after(state, SetCell(Cell(GridName.IMAGE, 0, 0), 7.0)).scenario.image[0, 0] == 7


def test_each_side_of_compare_has_an_operation_of_its_own() -> None:
    state = after(fresh(), SetOperation("max pooling"), ToggleCompare(), FocusSide(Side.B), SetOperation("convolution"))
    assert [state.work.of(side).layer.pooling is None for side in (Side.A, Side.B)] == [False, True]
    changed = after(state, SetBias(2.0))
    assert changed.work.of(Side.B).layer.bias.tolist() == [2.0]
    assert after(changed, FocusSide(Side.A), SetBias(3.0)).work == changed.work
    pasted = after(changed, PasteGrid(np.ones((2, 2)), KERNEL, Side.B))
    assert pasted.work.of(Side.B).kernel_size == (2, 2)
    painted = after(changed, SetCell(Cell(GridName.IMAGE, 0, 0), 0.25))
    assert [painted.work.of(side).image[0, 0] for side in (Side.A, Side.B)] == [0.25, 0.25]
    assert painted.work.of(Side.A).layer.pooling == Pooling("max", (3, 3))


def test_a_side_keeps_its_pooling_when_the_other_takes_another_image() -> None:
    pool = Pooling("average", None, ceil_mode=True)
    start = fresh(of_names("ones", (6, 6), "ones", (2, 2)).changed(pooling=pool, kernel_name=""))
    state = after(start, ToggleCompare(), FocusSide(Side.B), SetOperation("convolution"), SetChannels(3))
    assert state.work.of(Side.A).layer.pooling == pool
    assert len(state.work.of(Side.A).channels) == 3
    assert state.work.of(Side.A).layer.filters == 3
    small = after(state, SetQuantity("image size", None, 9))
    assert small.work.of(Side.A).kernel_size == (9, 9), "as large as the image, whatever that is"
    assert small.work.of(Side.A).stride == (9, 9)


def test_an_undo_that_brings_the_pooling_back_closes_what_is_a_kernels() -> None:
    state = after(pooling(), SetOperation("convolution"))
    for opens in (OpenPopup("kernel map"), OpenEntry(Control("bias")), OpenEntry(Control("padding top"))):
        undone = after(state, opens, Undo())
        assert undone.scenario.layer.pooling is not None
        assert undone.interface.popup is None
        assert undone.interface.entry is None


def test_only_the_image_is_rolled_again() -> None:
    assert "The image is not random" in sentences(after(pooling(), NewSeed()))[0]
    state = after(fresh(), SetOperation("max pooling"))
    rolled = after(state, NewSeed())
    assert rolled.scenario.layer.pooling == state.scenario.layer.pooling
    assert not np.array_equal(rolled.scenario.image, state.scenario.image)
    assert rolled.scenario.layer.weights.tolist() == np.ones((1, 1, 3, 3)).tolist()


@pytest.mark.parametrize(
    ("control", "text", "words"),
    [
        ("padding", "3", "The top padding must be from 0 to 1, not 3."),
        ("padding", "9", "The padding must be from 0 to 8, not 9."),
        ("dilation", "7", "The kernel needs 8 rows"),
        ("kernel size", "9", "The kernel needs 9 rows"),
        ("stride", "0", "The stride must be from 1 to 8, not 0."),
    ],
)
def test_a_typed_number_that_cannot_be_is_one_sentence(control: str, text: str, words: str) -> None:
    state = pooling()
    refused = after(state, OpenEntry(Control(control)), EntryText(text), AcceptEntry())
    assert refused.scenario is state.scenario
    (said,) = sentences(refused)
    assert words in said


def test_a_window_that_would_meet_no_pixel_is_refused() -> None:
    image = Scenario(np.zeros((2, 8)), np.ones((2, 2)), pooling=Pooling("max", (2, 2), (1, 1), Padding(1, 1, 0, 0)))
    refused = after(fresh(image), OpenEntry(Control("dilation")), EntryText("3"), AcceptEntry())
    assert "would meet no pixel" in sentences(refused)[0]
    assert refused.scenario.dilation == (1, 1)


def test_an_unknown_operation_is_one_sentence() -> None:
    state = after(fresh(), SetOperation("min pooling"))
    assert "There is no operation called “min pooling”" in sentences(state)[0]
    assert entries(state) == 1


def test_how_many_weights_there_are_is_not_asked() -> None:
    state = pooling()
    assert offered(state.scenario) == (Question.VALUE, Question.SIZE, Question.PATCH, Question.MAPS)
    asked = after(state, TogglePredict(), ChooseQuestion(Question.WEIGHTS))
    assert asked.predict.question is Question.VALUE
    convolution = after(state, SetOperation("convolution"), TogglePredict(), ChooseQuestion(Question.WEIGHTS))
    assert convolution.predict.question is Question.WEIGHTS
    assert after(convolution, SetOperation("max pooling")).predict.question is Question.VALUE


def test_how_many_maps_there_are_is_one_for_each_channel() -> None:
    state = after(pooling(), TogglePredict(), ChooseQuestion(Question.MAPS), AnswerKey("3"), AcceptEntry())
    facts = predict_facts(state, secrecy_of(state))
    assert facts.answer is not None
    assert truth(facts, facts.answer) == "2 channels: 2 maps, one each. You said 3."


def wrongly(state: State) -> tuple[str, ...]:
    """Return what is said of the right answer, after a wrong one about the first cell."""
    from game.ui.frame import Frame
    from tests.shell.hands import Person

    person = Person(state.scenario)
    frame = person.window.frame
    assert isinstance(frame, Frame)
    asked = after(at(state, 0.5), TogglePredict(), ChooseForm(typed=True), AnswerKey("99"), AcceptEntry())
    facts = predict_facts(asked, secrecy_of(asked))
    assert facts.terms is not None
    return explained(facts, facts.terms, frame, 20, 900, 2)[0]


def test_a_wrong_value_is_answered_with_what_the_window_meets() -> None:
    assert wrongly(pooling()) == ("max(−9, −8, −5, −4) = −4",)
    around = Padding(1, 0, 1, 0)
    counted = pooling("average", padding=around)
    counted = after(counted, SetCell(Cell(GridName.IMAGE, 0, 0), 3.0))
    assert wrongly(counted) == ("(3.00) ÷ 4 = 0.75",)
    alone = pooling("average", padding=around, count_include_pad=False)
    assert wrongly(after(alone, SetCell(Cell(GridName.IMAGE, 0, 0), 3.0))) == ("(3.00) ÷ 1 = 3.00",)


def test_the_scale_of_the_shades_holds_every_cell_and_tells_nothing() -> None:
    for kind in ("max", "average"):
        state = pooling(kind, padding=Padding(1, 1, 1, 1))
        scale = scale_of(state.scenario)
        maps = state.result.maps
        assert (scale.low, scale.high) == (-30.0, 30.0)
        assert scale.low <= min(map(np.min, maps)) <= max(map(np.max, maps)) <= scale.high


def test_a_mean_is_no_integer_and_a_typed_one_may_be_rounded() -> None:
    assert all_integers(pooling("max", padding=Padding(1, 1, 1, 1)).scenario)
    state = after(pooling("average"), TogglePredict())
    assert not all_integers(state.scenario)
    assert tolerance(1 / 3, 1, 2) >= 0.005
    value = float(state.result.output[0, 0])
    assert value_is_right(state, value)
    assert not value_is_right(state, value + 0.1)


def test_small_integers_are_taken_for_the_image_alone() -> None:
    state = after(fresh(), SetOperation("average pooling"), ToggleCeilMode())
    found = after(state, TogglePredict(), UseIntegers()).scenario
    assert (found.image_name, found.kernel_name) == ("integers", "")
    assert found.layer.pooling == state.scenario.layer.pooling


def test_global_pooling_follows_the_image() -> None:
    state = after(fresh(), SetOperation("average pooling"), ToggleWholeImage(), SetQuantity("image size", None, 5))
    assert state.scenario.kernel_size == (5, 5)
    assert state.scenario.output_size == (1, 1)


@pytest.mark.parametrize(
    ("pool", "name", "walk"),
    [
        (Pooling("max", (2, 2)), "Random noise 8 x 8, max pooling", ("stride 2", "padding 0")),
        (
            Pooling("average", (3, 3), (2, 2), ceil_mode=True),
            "Random noise 8 x 8, average pooling",
            ("stride 2", "padding 0"),
        ),
        (Pooling("average"), "Random noise 8 x 8, global average pooling", ("stride 8", "padding 0")),
        (
            Pooling("max", (2, 2), padding=Padding(1, 0, 0, 1), dilation=(2, 2)),
            "Random noise 8 x 8, max pooling",
            ("stride 2", "padding 1, 0 × 0, 1", "dilation 2"),
        ),
    ],
)
def test_what_pools_is_called_by_what_it_does(pool: Pooling, name: str, walk: tuple[str, ...]) -> None:
    scenario = startup().changed(pooling=pool, kernel_name="")
    assert file_name(scenario) == name
    assert title_of(scenario) == "Random noise, 8 × 8"
    assert walk_words(scenario) == walk
    assert file_name(scenario.named("Mine")) == "Mine"


def test_another_operation_keeps_the_name_and_the_file() -> None:
    state = after(fresh(), *typed_name("Mine"))
    pooled = after(state, SetOperation("max pooling"))
    assert pooled.scenario.name == "Mine"
    assert pooled.work.document == state.work.document


@pytest.mark.parametrize("kind", ["max", "average"])
def test_a_weight_of_the_other_side_changes_nothing_of_a_pooling(kind: Kind) -> None:
    pooling = Scenario(np.arange(25.0).reshape(5, 5), np.ones((3, 3)), 24, pooling=Pooling(kind, (3, 3), (1, 1)))
    state = after(fresh(pooling), ToggleCompare(), FocusSide(Side.B), SetOperation("convolution"))
    assert state.result.scenario.layer.pooling is not None
    before = state.result.output.tolist()
    changed = after(state, SetCell(Cell(GridName.KERNEL, 1, 1, Side.B), 5.0))
    assert changed.compare.result is not None
    assert changed.compare.result.scenario.kernel[1, 1] == 5
    assert changed.result.output.tolist() == before
