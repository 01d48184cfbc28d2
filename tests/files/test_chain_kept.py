"""Whatever carries a scenario carries a network: kept work, last work, lessons and shelves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from game.core.chained import focus_of, layers_of, of_layers
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.files.kept_work import KeptWork
from game.files.lesson_file import read_led
from game.files.scenario_file import to_json
from game.files.shelf_file import shelf_in
from game.session.tour import tour_begun
from tests.session.hands import fresh


def network(focus: int) -> Scenario:
    layers = (
        Convolution(np.full((2, 1, 3, 3), 0.25), [0.5, -1], activation="tanh"),
        Pooling("average", (2, 2)),
        Convolution(np.ones((3, 2, 2, 2)), activation="softmax"),
    )
    return of_layers(startup().named("Kept"), layers, focus)


def test_kept_and_last_work_have_all_layers_and_the_one_in_focus(tmp_path: Path) -> None:
    for focus in range(3):
        scenario = network(focus)
        with KeptWork(tmp_path) as kept:
            kept.start()
            kept.save(scenario, 1.5)
        with KeptWork(tmp_path) as kept:
            opened, problem = kept.start()
            assert opened is not None
            assert (opened.scenario, opened.position, problem) == (scenario, 1.5, None)
            assert focus_of(opened.scenario) == focus
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=True)
        assert [layers_of(work.opened.scenario) for work in kept.last_works()] == [layers_of(network(2))]


def test_a_lessons_scene_and_a_shelfs_scene_hold_a_network(tmp_path: Path) -> None:
    whole: dict[str, Any] = json.loads(to_json(network(1), 2.0))
    lesson = {"kernelscope_lesson": 1, "name": "One", "scenes": [{"title": "A network", "scenario": whole}]}
    path = tmp_path / "lesson.json"
    path.write_text(json.dumps(lesson), encoding="utf-8")
    led = read_led(path)
    assert led.stops[0].scenario == network(1)
    state = tour_begun(fresh(), led)
    assert (focus_of(state.scenario), state.playback.position) == (1, 2.0)
    shelf = shelf_in(
        {"kernelscope_shelf": 1, "name": "Mine", "scenes": [{"name": "n", "title": "A network", "scenario": whole}]},
        path,
    )
    opened = shelf.scene("n").opened
    assert opened is not None
    assert (opened.scenario, opened.position) == (network(1), 2.0)
