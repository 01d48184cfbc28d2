"""The scene of a shelf that was opened last: which document it is, and what a remote plays of its walk in Present."""

from __future__ import annotations

from ..core.grid import Pair
from ..core.scenario import ORDERS, Scenario
from ..files.tour import Build
from .builds import default_builds
from .interface import OpenScene
from .state import State, StillState, within


def with_scene(state: State, scene: object) -> State:
    """Remember that what is shown is a scene of a shelf, as `files.shelf` has it, or, with anything else, none."""
    if scene is None:
        return state if state.interface.scene is None else within(state, "interface", scene=None)
    from ..files.shelf import Scene  # few starts open one

    if not isinstance(scene, Scene) or scene.opened is None:
        return with_scene(state, None)
    walk, position = _walk(scene.opened.scenario), scene.opened.position or 0.0
    found = OpenScene(state.work.document, walk, position, scene.builds, scene.title, scene.note)
    return within(state, "interface", scene=found)


def scene_shown(state: StillState) -> OpenScene | None:
    """Return the scene of a shelf that is what is edited now, whatever has been changed in it; None for none."""
    scene = state.interface.scene
    return scene if scene is not None and state.tour is None and scene.document == state.work.document else None


def plays_builds(state: State) -> bool:
    """Tell whether a remote goes by builds: in Present, while the scene is shown and its walk is as the shelf has it.

    Another image or size makes another walk; a network's layers have builds of their own. While a question is asked the
    remote goes from stop to stop, as ever.
    """
    scene = state.interface.scene
    if scene is None or not state.interface.presenting or state.predict.on or state.tour is not None:
        return False
    return scene.document == state.work.document and (
        state.scenario.chain is not None or has_walk(scene, state.scenario)
    )


def has_walk(scene: OpenScene, scenario: Scenario) -> bool:
    """Tell whether a scenario is walked as the scene is: of a network, another layer is walked in another way."""
    return scene.walk == _walk(scenario)


def builds_of_walk(state: State, position: float) -> tuple[Build, ...]:
    """Return the builds that follow from where a walk begins, if nobody has said other ones.

    A row of the walk has a cell of each map where it goes by cells.
    """
    scenario = state.scenario
    if state.stamped:
        from .stamp_intents import stamp_builds  # few scenes have stamps

        return stamp_builds(scenario, position, None)
    rows, columns = scenario.output_size
    maps = state.steps // (rows * columns)
    wide = columns * maps if scenario.order == ORDERS[1] else columns
    return default_builds(position, state.steps // wide, wide, lanes=state.lanes)


def _walk(scenario: Scenario) -> tuple[Pair, int, int]:
    return scenario.output_size, scenario.steps, 0 if scenario.chain is None else scenario.chain.focus
