"""Networks in the rail by hand: a layer is added, copied, moved, removed; softmax is offered in the last one alone."""

from __future__ import annotations

import numpy as np

from game.core.chained import focus_of, of_layers
from game.core.layers import Convolution
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.scenario import startup
from game.files.settings import Settings
from game.input.layer_intents import FocusLayer
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import ReplaceScenario
from game.input.stack_intents import ToggleStack
from game.input.window_intents import ToggleSection
from game.ui.widgets.button import Head
from game.ui.widgets.label import Runs
from game.ui.widgets.select import PopupList

from .hands import Person
from .test_rail_layer import LARGE

BUTTONS = ["layer add", "layer copy", "layer remove", "layer before", "layer behind"]
LAYERS = (
    Convolution(np.full((4, 1, 3, 3), 0.5), padding=Padding(1, 1, 1, 1), activation="relu"),
    Pooling("max", (2, 2)),
    Convolution(np.full((10, 4, 4, 4), 0.25), activation="softmax"),
)


def person(*done: object) -> Person:
    found = Person(size=LARGE, settings=Settings(sections=("layer",)))
    found.controller.dispatch(done)  # type: ignore[arg-type]
    found.controller.built()
    return found


def network(focus: int) -> Person:
    return person(ReplaceScenario(of_layers(startup(), LAYERS, 0)), FocusLayer(focus))


def head(found: Person) -> str:
    widget = found.widget("layer head")
    assert isinstance(widget, Head)
    return widget.words


def test_one_layer_has_a_button_that_adds_another() -> None:
    found = person()
    assert head(found) == "Layer"
    assert [name for name in found.names() if name in BUTTONS] == ["layer add"]
    found.clicks("layer add")
    assert head(found) == "Layer 2 of 2"
    assert [name for name in found.names() if name in BUTTONS] == BUTTONS
    assert "use output" not in found.names()
    found.keys("Ctrl+Z")
    assert head(found) == "Layer"


def test_layers_are_moved_copied_and_removed_by_their_buttons() -> None:
    found = person()
    found.clicks("layer add")
    found.clicks("layer before")
    assert (head(found), focus_of(found.state.scenario)) == ("Layer 1 of 2", 0)
    assert not found.widget("layer before").mood.enabled
    found.clicks("layer behind")
    assert head(found) == "Layer 2 of 2"
    found.clicks("layer copy")
    assert head(found) == "Layer 3 of 3"
    found.clicks("layer remove")
    found.clicks("layer remove")
    assert head(found) == "Layer"
    assert found.state.scenario == startup()


def test_softmax_is_offered_in_the_last_layer_alone() -> None:
    for focus, offered in ((0, False), (2, True)):
        found = network(focus)
        found.clicks("activation")
        listed = found.widget("activation list")
        assert isinstance(listed, PopupList)
        assert ("softmax" in [item.words for item in listed.items]) is offered


def test_the_foot_counts_the_parameters_of_all_layers() -> None:
    found = network(2)
    runs = found.widget("formula parameters")
    assert isinstance(runs, Runs)
    assert "".join(run.text for run in runs.runs) == "parameters: 40 + 650 = 690"
    assert "formula parameters" in network(1).names()
    assert "formula parameters" not in person().names()


def test_over_computed_maps_the_rail_has_nothing_of_the_image() -> None:
    names = network(1).names()
    assert not {"image", "image size", "channels", "source head"} & set(names)
    assert "source head" in network(0).names()


def test_in_compare_layers_stay_as_they_are() -> None:
    found = network(1)
    found.controller.dispatch((ToggleCompare(),))
    found.controller.built()
    assert not set(BUTTONS) & set(found.names())


def test_folded_sections_say_which_maps_are_the_source_and_how_many_filters_there_are() -> None:
    """Neither are of the person's own making, so neither is called so."""
    found = person(ReplaceScenario(of_layers(startup(), LAYERS, 0)), ToggleSection("layer"), ToggleStack())
    for focus, source, kernel in (
        (0, "Source: 8 × 8, Random noise", "Kernel: 3 × 3, 4 filters"),
        (1, "Source: 4 maps of 8 × 8", "Kernel: 2 × 2"),
        (2, "Source: 4 maps of 4 × 4", "Kernel: 4 × 4, 10 filters"),
    ):
        found.controller.dispatch((FocusLayer(focus),))
        found.controller.built()
        heads = [found.widget(f"{name} head") for name in ("source", "kernel")]
        assert [getattr(each, "words", None) for each in heads] == [source, kernel]
