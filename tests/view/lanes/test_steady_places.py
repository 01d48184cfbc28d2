"""Where one draws what a network reads, nothing jumps: its grids have room for the numbers of any drawing."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.padding import padding_of
from game.core.scenario import Scenario
from game.core.transposed import TransposedConvolution
from game.files.own_reader import reader_layers
from game.files.settings import Settings
from game.input.layer_intents import PaintSource
from game.session.reduce import reduce
from game.ui.stage import Stage
from game.view.lanes.cells import reach_of
from tests.shell.hands import Person

NOTHING = Scenario(np.zeros((8, 8)), np.ones((1, 1)))
BIASED = (
    Convolution(np.full((2, 1, 3, 3), 0.5), padding=padding_of(1, 1)),
    Convolution(np.full((3, 2, 2, 2), 3.25), activation="softmax"),
)
STAMPED = (TransposedConvolution(np.full((1, 2, 3, 3), 2.5)), Convolution(np.full((2, 2, 2, 2), 0.5)))


def drawn(person: Person, *pixels: tuple[int, int], value: float) -> Stage:
    """Return where all stands after some pixels were painted."""
    person.controller.state = reduce(person.state, PaintSource(pixels, value, (), soft=False))
    person.controller.built()
    return person.window.places


@pytest.mark.parametrize("layers", [reader_layers(), BIASED, STAMPED], ids=["reader", "two", "transposed"])
@pytest.mark.parametrize("talk", [False, True], ids=["", "talk"])
@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_no_grid_jumps_at_the_first_dab_or_at_the_last(size: tuple[int, int], talk: bool, layers: tuple) -> None:  # type: ignore[type-arg]
    person = Person(of_layers(NOTHING, layers, 0), size, settings=Settings())
    if talk:
        person.keys("F5")
    before = drawn(person, (0, 0), value=0.0)
    assert drawn(person, (3, 3), value=0.37) == before
    assert drawn(person, *np.ndindex(8, 8), value=1.0) == before


def test_no_output_goes_beyond_the_reach() -> None:
    for layers in (reader_layers(), BIASED, STAMPED):
        for image in (np.zeros((8, 8)), np.ones((8, 8)), np.random.default_rng(3).random((8, 8)).round(2)):
            person = Person(of_layers(Scenario(image, np.ones((1, 1))), layers, 0))
            layer = person.state.scenario.layer
            assert person.state.result.magnitude <= reach_of(person.state.scenario, layer.activation) + 1e-9
