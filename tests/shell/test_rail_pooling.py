"""Pooling in the rail by hand: its operation is chosen, its switches stand there, and nothing that is a kernel's."""

from __future__ import annotations

import json

import numpy as np
import pytest

from game.core.padding import MODES, SIDES, Padding
from game.core.pooling import Pooling
from game.core.resize import linked_in
from game.core.scenario import Scenario, startup
from game.files.settings import Settings
from game.input.layer_intents import (
    SetChannels,
    SetOperation,
    SetPadding,
    ToggleCeilMode,
    ToggleCountPadding,
    ToggleWholeImage,
)
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.scenario_intents import SetQuantity
from game.input.tour_intents import BeginTour
from game.ui.widgets.button import Head
from game.ui.widgets.count import Count
from game.ui.widgets.select import PopupList, Select
from game.ui.widgets.slider import Slider
from game.view.pooled import is_beyond
from game.view.titles import note_words
from tests.files.examples import parse_tour

from .hands import Person
from .test_rail_layer import LARGE, STOP, formula

OF_A_KERNEL = {"kernel", "filters", "kernel map", "kernel turn", "kernel sum to one", "kernel clear"}
OF_A_SUM = {"groups", "depthwise", "bias", "activation"}
OPEN = ("kernel", "slide", "layer")


def pooling(*done: object, name: str = "max pooling", sections: tuple[str, ...] = OPEN) -> Person:
    person = Person(size=LARGE, settings=Settings(sections=sections))
    person.controller.dispatch((SetOperation(name), *done))  # type: ignore[arg-type]
    person.controller.built()
    return person


def slider(person: Person, name: str) -> Slider:
    found = person.widget(name)
    assert isinstance(found, Slider)
    return found


def test_the_section_of_the_layer_begins_with_the_operations() -> None:
    person = Person(size=LARGE, settings=Settings(sections=("layer",)))
    names = person.names()
    assert names[names.index("layer head") + 1] == "operation"
    person.clicks("operation")
    listed = person.widget("operation list")
    assert isinstance(listed, PopupList)
    rows = [(item.words, item.chosen) for item in listed.items]
    assert rows == [
        ("Convolution", True),
        ("Transposed convolution", False),
        ("Max pooling", False),
        ("Average pooling", False),
    ]
    person.keys("Down", "Down", "Enter")
    select = person.widget("operation")
    assert isinstance(select, Select)
    assert select.shown == "Max pooling"
    assert person.state.scenario.layer.pooling == Pooling("max", (3, 3))
    person.keys("Ctrl+Z")
    assert person.state.scenario == startup()


def test_a_pooling_has_its_switches_and_nothing_of_a_kernel() -> None:
    for name, switches in (
        ("max pooling", {"ceil mode", "whole image"}),
        ("average pooling", {"ceil mode", "count padding", "whole image"}),
    ):
        person = pooling(SetChannels(3), name=name)
        names = set(person.names())
        assert not names & (OF_A_KERNEL | OF_A_SUM)
        assert {"ceil mode", "count padding", "whole image"} & names == switches
        assert {"kernel size", "stride", "padding", "dilation", "order", "use maps", "copy as"} <= names
        assert "padding sides" in names
    convolution = set(pooling(SetChannels(3), name="convolution").names())
    assert convolution >= OF_A_KERNEL | OF_A_SUM
    assert {"ceil mode", "count padding", "whole image"} & convolution == {"whole image"}


def test_each_switch_says_what_it_is_and_changes_it() -> None:
    person = pooling(name="average pooling")
    for name, words in (("ceil mode", "Ceil mode"), ("count padding", "Count padding")):
        before = person.widget(name).label  # type: ignore[attr-defined]
        person.clicks(name)
        after = person.widget(name).label  # type: ignore[attr-defined]
        assert {before, after} == {f"{words}: on", f"{words}: off"}
    found = person.state.scenario.layer.pooling
    assert found is not None
    assert (found.ceil_mode, found.count_include_pad) == (True, False)
    person.clicks("whole image")
    assert person.state.scenario.output_size == (1, 1)
    assert person.widget("whole image").label == "As large as the image: on"  # type: ignore[attr-defined]
    person.clicks("whole image")
    assert person.state.scenario.kernel_size == (4, 4)


def test_a_convolution_has_the_switch_of_the_whole_image_and_says_what_that_is_called() -> None:
    person = Person(size=LARGE, settings=Settings(sections=OPEN))
    assert person.widget("whole image").label == "As large as the image: off"  # type: ignore[attr-defined]
    assert "whole image words" not in person.names()
    person.clicks("whole image")
    assert (person.state.scenario.kernel_size, person.state.scenario.output_size) == ((8, 8), (1, 1))
    words = person.widget("whole image words").text  # type: ignore[attr-defined]
    assert words == "This is called fully connected."
    size = slider(person, "kernel size")
    assert size.shown == "8"
    assert str(size.about).endswith("As large as the image now; a size of its own is at most 8.")
    person.controller.dispatch((SetQuantity("padding", None, 1),))
    person.controller.built()
    assert person.widget("whole image words").text == "The kernels follow the image."  # type: ignore[attr-defined]
    person.clicks("whole image")
    assert person.state.scenario.kernel_size == (4, 4)


def test_folded_sections_say_that_a_layer_is_fully_connected() -> None:
    person = Person(size=LARGE, settings=Settings(sections=()))
    person.controller.dispatch((ToggleWholeImage(),))
    person.controller.built()
    heads = [person.widget(f"{name} head") for name in ("kernel", "layer")]
    words = [head.words for head in heads if isinstance(head, Head)]
    assert words == ["Kernel: 8 × 8, whole image", "Layer: fully connected"]


def test_a_transposed_convolution_has_no_switch_of_the_whole_image() -> None:
    person = Person(size=LARGE, settings=Settings(sections=OPEN))
    person.controller.dispatch((SetOperation("transposed convolution"),))
    person.controller.built()
    assert "whole image" not in person.names()


@pytest.mark.parametrize(
    ("done", "words"),
    [
        ((), ("Kernel: 3 × 3", "Slide: stride 3, no padding", "Layer: max pooling")),
        (
            (SetOperation("average pooling"),),
            ("Kernel: 3 × 3", "Slide: stride 3, no padding", "Layer: average pooling"),
        ),
        ((SetQuantity("padding", None, 1),), ("Kernel: 3 × 3", "Slide: stride 3, padding 1", "Layer: max pooling")),
        (
            (ToggleWholeImage(),),
            ("Kernel: 8 × 8, whole image", "Slide: stride 8, no padding", "Layer: global max pooling"),
        ),
    ],
)
def test_folded_sections_say_what_is_pooled(done: tuple[object, ...], words: tuple[str, ...]) -> None:
    person = pooling(*done, sections=())
    heads = [person.widget(f"{name} head") for name in OPEN]
    assert tuple(head.words for head in heads if isinstance(head, Head)) == words


def test_sliders_go_as_far_as_each_window_meets_a_pixel() -> None:
    person = pooling()
    assert slider(person, "padding").allowed == (0, 2), "less than the kernel size"
    assert "less than the kernel size" in slider(person, "padding").tooltip
    person.controller.dispatch((SetQuantity("padding", None, 2),))
    person.controller.built()
    assert slider(person, "kernel size").allowed[0] == 3
    assert "each window has to fit" in slider(person, "kernel size").tooltip


def test_the_padding_is_shown_as_it_was_set_whatever_ceil_mode_reaches_over() -> None:
    person = pooling(SetQuantity("stride", None, 2), ToggleCeilMode())
    assert person.state.scenario.layer.padding.sides == ((0, 1), (0, 1))
    assert slider(person, "padding").shown == "0"
    assert "padding" in person.state.interface.linked
    rows_alone = Scenario(np.zeros((5, 4)), np.ones((1, 1)), pooling=Pooling("max", (2, 2), ceil_mode=True))
    assert rows_alone.layer.padding.sides == ((0, 1), (0, 0))
    assert "padding" in linked_in(rows_alone)
    person.controller.dispatch((SetQuantity("padding", None, 1),))
    person.controller.built()
    assert slider(person, "padding").shown == "1"
    assert person.state.scenario.layer.chosen_padding == Padding(1, 1, 1, 1)


def test_a_stride_as_large_as_the_window_can_be_made_smaller() -> None:
    person = Person(
        Scenario(np.zeros((12, 12)), np.ones((2, 2)), pooling=Pooling("max", (12, 12))),
        size=LARGE,
        settings=Settings(sections=OPEN),
    )
    stride = slider(person, "stride")
    assert (stride.allowed, stride.ends[1], stride.shown) == ((1, 12), 12, "12")
    person.clicks(stride.inner.centre)
    person.focuses("stride")
    person.keys("Home")
    assert person.state.scenario.stride == (1, 1)
    assert slider(person, "stride").allowed == (1, 12), "and as large again"


def test_a_window_as_large_as_a_large_image_says_where_that_is_changed() -> None:
    image = Scenario(np.zeros((20, 20)), np.ones((2, 2)), pooling=Pooling("max"))
    person = Person(image, size=LARGE, settings=Settings(sections=OPEN))
    size = slider(person, "kernel size")
    assert (size.allowed, size.shown) == ((20, 20), "20")
    assert "the section Layer changes that" in size.tooltip


def test_the_foot_rounds_up_with_ceil_mode_and_counts_maps_but_no_weights() -> None:
    counts = ["1 channel → 1 map", "weights: none"]
    assert formula(pooling()) == ["(8 + 2 × 0 − 3) ÷ 3 ≈ 1.67", "round down: 1 + 1 = 2", *counts]
    up = pooling(ToggleCeilMode())
    assert formula(up) == ["(8 + 2 × 0 − 3) ÷ 3 ≈ 1.67", "round up: 2 + 1 = 3", *counts]
    assert up.state.scenario.output_size == (3, 3)
    assert formula(pooling(SetChannels(3)))[-2:] == ["3 channels → 3 maps", "weights: none"]


def test_the_foot_says_that_a_window_that_begins_after_the_image_is_left_out() -> None:
    pool = Pooling("max", (2, 2), (3, 3), Padding(1, 1, 1, 1), ceil_mode=True)
    person = Person(Scenario(np.zeros((5, 5)), np.ones((2, 2)), pooling=pool), size=LARGE)
    shown = formula(person)[:3]
    assert shown == ["(5 + 2 × 1 − 2) ÷ 3 ≈ 1.67", "round up: 2 + 1 = 3", "one starts outside: 3 − 1 = 2"]
    assert person.state.scenario.output_size == (2, 2)
    assert person.names().count("formula output") == 1


def test_the_foot_tells_no_size_that_is_asked_for() -> None:
    pool = Pooling("max", (2, 2), (3, 3), Padding(1, 1, 1, 1), ceil_mode=True)
    person = Person(Scenario((np.zeros((5, 5)),) * 2, np.ones((2, 2)), pooling=pool), size=LARGE)
    person.controller.dispatch((TogglePredict(), ChooseQuestion(Question.SIZE)))
    person.controller.built()
    shown = formula(person)
    assert shown == ["(5 + 2 × 1 − 2) ÷ 3 = ?", "round up: ? + 1 = ?", "2 channels → ?", "weights: none"]


def test_count_padding_and_sides_of_a_file_stay_when_other_things_are_set() -> None:
    pool = Pooling("average", (3, 3), padding=Padding(1, 0, 2, 0), count_include_pad=False)
    person = Person(Scenario(np.zeros((6, 6)), np.ones((2, 2)), pooling=pool), size=LARGE)
    person.controller.dispatch((ToggleCeilMode(), SetQuantity("stride", None, 2), SetOperation("max pooling")))
    found = person.state.scenario.layer.pooling
    wanted = pool.changed(kind="max", ceil_mode=True, stride=(2, 2))
    assert found == wanted


@pytest.mark.parametrize("stop_pools", [False, True])
def test_a_tour_that_keeps_the_kernel_keeps_operation_and_pooling(stop_pools: bool) -> None:
    person = Person(size=LARGE, settings=Settings(sections=OPEN))
    stops = [STOP | {"point": {"control": "operation"}, "lock": ["kernel"]}]
    tour = parse_tour(json.dumps({"kernelscope_tour": 1, "stops": stops}))
    if stop_pools:
        stop = tour.stops[0]
        pooled = stop.scenario.changed(pooling=Pooling("average", (3, 3)))
        tour = tour.changed(stops=(stop.changed(scenario=pooled),))
    person.controller.dispatch((BeginTour(tour),))
    person.controller.built()
    first = person.state.scenario
    locked = ["operation", *(["ceil mode", "count padding", "whole image"] if stop_pools else [])]
    for name in locked:
        assert not person.widget(name).mood.enabled
    for intent in (SetOperation("max pooling"), ToggleCeilMode(), ToggleCountPadding(), ToggleWholeImage()):
        person.controller.dispatch((intent,))
        assert person.state.scenario == first
    words = "its pooling" if stop_pools else "its kernel"
    assert any(words in toast.sentence for toast in person.state.interface.toasts)


def test_a_tour_that_keeps_the_padding_keeps_it_as_it_was_set() -> None:
    person = Person(size=LARGE)
    tour = parse_tour(json.dumps({"kernelscope_tour": 1, "stops": [STOP | {"lock": ["padding"]}]}))
    stop = tour.stops[0]
    pooled = stop.scenario.changed(pooling=Pooling("max", (4, 4), (3, 3)))
    person.controller.dispatch((BeginTour(tour.changed(stops=(stop.changed(scenario=pooled),))),))
    person.controller.dispatch((ToggleCeilMode(),))
    assert person.state.scenario.layer.padding.bottom > 0, "ceil mode reaches over the end"
    person.controller.dispatch((SetPadding(Padding(1, 1, 1, 1)),))
    assert person.state.scenario.layer.chosen_padding == Padding()


def test_the_four_sides_of_a_pooling_are_set_by_hand_below_the_windows_size() -> None:
    person = pooling(ToggleCeilMode())
    person.clicks("padding sides")
    assert {f"padding {side}" for side in SIDES} <= set(person.names())
    assert not {f"padding {mode}" for mode in MODES} & set(person.names()), "no number stands around what is pooled"
    assert side_of(person, "top").allowed == (0, 2)
    person.clicks(side_of(person, "top").plus.centre)
    person.clicks(side_of(person, "right").number_rect.centre)
    person.types("2")
    person.keys("Enter")
    assert person.state.scenario.layer.chosen_padding == Padding(1, 0, 0, 2)
    assert "padding" not in person.state.interface.linked
    person.clicks(side_of(person, "right").number_rect.centre)
    person.types("3")
    person.keys("Enter")
    assert person.state.interface.toasts[-1].sentence == "The right padding must be from 0 to 2, not 3."
    person.keys("Escape", "Escape")
    person.controller.dispatch((SetPadding(Padding(1, 1, 0, 0, "zeros", 3.0)),))
    assert person.state.scenario.layer.chosen_padding == Padding(1, 1, 0, 0)


def side_of(person: Person, side: str) -> Count:
    found = person.widget(f"padding {side}")
    assert isinstance(found, Count)
    return found


def test_a_typed_stride_may_be_as_large_as_the_window_and_no_larger() -> None:
    person = Person(
        Scenario(np.zeros((12, 12)), np.ones((2, 2)), pooling=Pooling("max", (12, 12), (1, 1))),
        size=LARGE,
        settings=Settings(sections=OPEN),
    )
    for typed in ("12", "13"):
        person.clicks(slider(person, "stride").number_rect.centre)
        person.types(typed)
        person.keys("Enter")
        assert person.state.scenario.stride == (12, 12)
    assert person.state.interface.toasts[-1].sentence == "The stride must be from 1 to 12, not 13."


def test_what_ceil_mode_reaches_over_the_end_is_called_no_padding() -> None:
    shown = Scenario(np.zeros((5, 5)), np.ones((1, 1)), pooling=Pooling("max", (2, 2), ceil_mode=True))
    assert image_words(shown) == "5 × 5"
    assert note_words(shown, (2, 2))[1][-1] == "of the source image, and beyond its end"
    assert note_words(shown, (0, 0))[1][-1] == "of the source image"
    padded = shown.varied(padding=Padding(1, 1, 1, 1))
    assert image_words(padded) == "5 × 5 + padding 1"
    assert note_words(padded, (0, 0))[1][-1] == "of the source image, and padding"
    assert is_beyond(shown, (5, 0))
    assert not is_beyond(padded, (5, 5))


def image_words(scenario: Scenario) -> str:
    person = Person(scenario, size=LARGE)
    person.controller.built()
    return str(person.widget("size image").text)  # type: ignore[attr-defined]
