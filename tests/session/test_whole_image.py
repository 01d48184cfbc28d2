"""Kernels as large as the image by hand: what follows the image, what undo brings back, what is asked and compared."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import layers_of
from game.core.kernels import make
from game.core.layers import Convolution
from game.input.intent import Cell, GridName, Side
from game.input.layer_intents import (
    AddLayer,
    FocusLayer,
    SetChannels,
    SetFilters,
    SetOperation,
    SetPaddingSide,
    ToggleWholeImage,
)
from game.input.mode_intents import FocusSide, ToggleCompare, TogglePredict
from game.input.scenario_intents import (
    BeginGesture,
    ChooseKernel,
    EndGesture,
    PasteGrid,
    Redo,
    SetCell,
    SetQuantity,
    Undo,
)
from game.session.naming import file_name, layer_words
from game.words.texts import text
from tests.networks import digit_reader
from tests.picture import state as shown_state

from .hands import after, fresh

WHOLE = ToggleWholeImage()


def size(value: int, axis: int | None = None) -> SetQuantity:
    return SetQuantity("image size", axis, value)


def test_it_is_switched_on_and_off_and_undo_brings_back_exactly_what_was() -> None:
    before = after(fresh(), SetQuantity("padding", None, 2), SetFilters(2))
    on = after(before, WHOLE)
    assert (on.scenario.kernel_size, on.scenario.output_size) == ((8, 8), (1, 1))
    assert on.scenario.layer.is_fully_connected
    off = after(on, WHOLE)
    assert (off.scenario.kernel_size, off.scenario.layer.whole_image) == ((4, 4), False)
    assert after(off, Undo()).scenario == on.scenario
    assert after(off, Undo(), Undo()).scenario == before.scenario
    assert after(off, Undo(), Undo(), Redo()).scenario == on.scenario


def test_the_kernels_follow_the_image_and_undo_brings_back_the_weights() -> None:
    own = after(fresh(), WHOLE, SetCell(Cell(GridName.KERNEL, 7, 7), 0.5))
    small = after(own, size(3))
    assert np.array_equal(small.scenario.kernel, own.scenario.kernel[:3, :3])
    large = after(small, size(20, 0))
    assert large.scenario.kernel_size == (20, 20)
    assert not large.scenario.kernel[3:].any()
    assert after(large, Undo(), Undo()).scenario == own.scenario


def test_a_slider_that_is_dragged_there_and_back_loses_nothing() -> None:
    own = after(fresh(), WHOLE, SetCell(Cell(GridName.KERNEL, 7, 7), 0.5))
    dragged = after(own, BeginGesture(), *(size(value) for value in (7, 2, 1, 30, 8)), EndGesture())
    assert dragged.scenario == own.scenario


def test_names_make_kernels_of_that_size() -> None:
    state = after(fresh(), size(20), WHOLE, ChooseKernel("ones"))
    assert (state.scenario.kernel == 1).all()
    assert state.scenario.layer.whole_image
    assert after(state, size(28)).scenario.kernel.sum() == 28 * 28
    assert np.array_equal(after(state, ChooseKernel("random")).scenario.kernel, make("random", (20, 20), 1))


def test_a_size_of_its_own_ends_it() -> None:
    state = after(fresh(), size(20), WHOLE, SetQuantity("kernel size", None, 5))
    assert (state.scenario.kernel_size, state.scenario.layer.whole_image) == ((5, 5), False)
    pasted = after(fresh(), size(20), WHOLE, PasteGrid(np.ones((2, 2)), GridName.KERNEL))
    assert (pasted.scenario.kernel_size, pasted.scenario.layer.whole_image) == ((2, 2), False)


def test_more_weights_than_there_may_be_are_refused_in_a_sentence() -> None:
    state = after(fresh(), size(64), SetFilters(16), WHOLE)
    assert state.scenario.layer.weights.size == 65536
    refused = after(state, SetChannels(2))
    assert refused.scenario == state.scenario
    (toast,) = refused.interface.toasts
    assert toast.sentence.startswith(
        "A kernel as large as the image has at most 64 × 64 weights, and a layer of them 65536"
    )


def test_a_transposed_convolution_cannot() -> None:
    state = after(fresh(), SetOperation("transposed convolution"))
    assert after(state, WHOLE) is state
    assert not after(fresh(), size(20), WHOLE, SetOperation("transposed convolution")).scenario.layer.whole_image


def test_the_layer_is_called_what_it_is() -> None:
    state = after(fresh(), WHOLE, SetCell(Cell(GridName.KERNEL, 0, 0), 0.55))
    own = state.scenario.changed(kernel_name="")
    assert layer_words(own) == text("layer.fully connected")
    assert "fully connected" in file_name(own)
    assert layer_words(after(state, SetPaddingSide("top", 1)).scenario.changed(kernel_name="")) == text("name.own")


def test_a_later_layer_follows_what_is_done_to_the_ones_before() -> None:
    state = after(fresh(), AddLayer(), WHOLE)
    assert state.scenario.kernel_size == (4, 4)
    first = after(state, FocusLayer(0), size(12))
    last = layers_of(first.scenario)[-1]
    assert isinstance(last, Convolution)
    assert last.kernel_size == (6, 6)
    assert after(first, Undo()).scenario == after(state, FocusLayer(0)).scenario


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_the_digit_reader_can_be_shown_a_larger_image(focus: int) -> None:
    state = after(shown_state(digit_reader()), size(16), FocusLayer(focus))
    last, before = layers_of(state.scenario)[-1], layers_of(digit_reader())[-1]
    assert isinstance(last, Convolution)
    assert isinstance(before, Convolution)
    assert last.kernel_size == (8, 8)
    assert np.array_equal(last.weights[..., :4, :4], before.weights)


def test_each_side_of_a_comparison_follows_the_image_of_both() -> None:
    state = after(fresh(), ToggleCompare(), FocusSide(Side.B), WHOLE, size(6))
    ours, theirs = state.work.of(Side.A), state.work.of(Side.B)
    assert (ours.kernel_size, theirs.kernel_size) == ((3, 3), (6, 6))
    assert ours.image_size == theirs.image_size == (6, 6)


def test_its_one_sum_can_be_asked_for() -> None:
    state = after(fresh(), size(20), WHOLE, TogglePredict())
    assert state.predict.on
    assert state.result.output.shape == (1, 1)
