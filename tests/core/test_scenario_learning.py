"""What a scenario is to learn goes with it, as long as it is about what the layer makes."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import focused, with_layer_added, with_layer_copied
from game.core.descent_history import started
from game.core.errors import DoesNotApply, OutOfRange, WrongShape
from game.core.gradients import objective_of, taught
from game.core.learning import Learning
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.words.sentences import sentence_for

from ..layers import layer

TARGET = np.zeros((2, 4, 4))


def learner() -> Scenario:
    found = layer(2, 2, (6, 6), activation="none")
    return found.changed(learning=Learning(TARGET))


def test_nothing_is_learned_unless_it_is_said() -> None:
    assert startup().learning is None
    assert objective_of(startup()) is None


def test_it_is_part_of_what_the_scenario_is() -> None:
    scenario = learner()
    assert scenario != scenario.changed(learning=None)
    assert scenario == learner()
    assert scenario != scenario.varied(learning=Learning(TARGET + 1))
    assert scenario.varied(learning=Learning(TARGET.copy())) is scenario


def test_it_stays_while_pixels_weights_and_names_change() -> None:
    scenario = learner()
    edit = scenario.painted([(0, 0)], 9)
    assert edit is not None
    weighed = scenario.weighed(0, 0, 9)
    assert weighed is not None
    others = [edit.scenario, weighed.scenario, scenario.named("other"), scenario.at(1, 1)]
    others += [scenario.varied(bias=[1, 2]), scenario.varied(activation="relu"), scenario.varied(seed=3)]
    assert all(other.learning is scenario.learning for other in others)


def test_it_goes_when_the_output_has_another_size() -> None:
    scenario = learner()
    assert scenario.varied(stride=(2, 2)).learning is None
    assert scenario.changed(kernel=np.zeros((2, 2, 2, 2))).learning is None
    assert scenario.changed(pooling=Pooling("max", (3, 3), (1, 1))).learning is None
    again = scenario.varied(stride=(2, 2)).changed(learning=Learning(np.zeros((2, 2, 2))))
    assert again.learning is not None


def test_cross_entropy_goes_with_its_softmax() -> None:
    scenario = learner().changed(activation="softmax", learning=Learning(TARGET + 0.5, "cross entropy"))
    assert scenario.learning is not None
    assert scenario.changed(activation="relu").learning is None


def test_what_does_not_fit_is_refused() -> None:
    scenario = learner()
    with pytest.raises(WrongShape):
        scenario.changed(learning=Learning(np.zeros((2, 4, 3))))
    for other in ({"pooling": Pooling("max", (3, 3), (1, 1))}, {"transposed": True}):
        with pytest.raises(DoesNotApply) as caught:
            scenario.changed(learning=Learning(TARGET), **other)
        assert "--print-output learning" in sentence_for(caught.value)


def test_weights_that_were_learned_become_the_scenarios() -> None:
    scenario = learner()
    objective = objective_of(scenario)
    assert objective is not None
    state = started(objective).further(3).newest
    after = taught(scenario, state.parameters)
    np.testing.assert_array_equal(after.layer.weights, state.weights)
    np.testing.assert_array_equal(after.layer.bias, state.bias)
    assert (after.kernel_name, after.learning) == ("", scenario.learning)
    with pytest.raises(OutOfRange):
        taught(scenario, (state.weights * 0 + 1000, state.bias))


def test_what_a_network_learns_is_about_its_last_layer() -> None:
    plain = layer(1, 2, (6, 6), activation="none")
    network = with_layer_added(plain)
    with pytest.raises(WrongShape):
        network.changed(learning=Learning(np.zeros((1, 4, 4))))
    network = network.changed(learning=Learning(np.zeros((2, 4, 4))))
    first = focused(network, 0)
    assert first.learning is network.learning
    assert first.varied(activation="relu").learning is network.learning
    assert with_layer_copied(network).learning is network.learning
    assert first.varied(stride=(2, 2)).learning is None
    assert objective_of(first) is None


def test_a_network_of_poolings_cannot_learn() -> None:
    pools = startup().changed(pooling=Pooling("max", (2, 2)))
    network = with_layer_copied(pools)
    with pytest.raises(DoesNotApply):
        network.changed(learning=Learning(np.zeros((1, *network.output_size))))
