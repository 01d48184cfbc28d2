"""The scene of a shelf that was opened last: which document it is, and what a remote plays of its walk in Present."""

from __future__ import annotations

from ..core.grid import Pair
from ..core.scenario import Scenario
from .interface import OpenScene
from .state import State, within


def with_scene(state: State, scene: object) -> State:
    """Remember that what is shown is a scene of a shelf, as `files.shelf` has it, or, with anything else, none."""
    if scene is None:
        return state if state.interface.scene is None else within(state, "interface", scene=None)
    from ..files.shelf import Scene  # few starts open one

    if not isinstance(scene, Scene) or scene.opened is None:
        return with_scene(state, None)
    found = OpenScene(state.work.document, _walk(scene.opened.scenario), scene.opened.position or 0.0, scene.builds)
    return within(state, "interface", scene=found)


def plays_builds(state: State) -> bool:
    """Tell whether a remote goes by builds: in Present, while the scene is shown and its walk is as the shelf has it.

    Another image or size makes another walk. While a question is asked the remote goes from stop to stop, as ever.
    """
    scene = state.interface.scene
    if scene is None or not state.interface.presenting or state.predict.on or state.tour is not None:
        return False
    return scene.document == state.work.document and scene.walk == _walk(state.scenario)


def _walk(scenario: Scenario) -> tuple[Pair, int]:
    return scenario.output_size, scenario.steps
