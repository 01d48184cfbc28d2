"""A shelf: scenes by their names, each a scenario with a title. Data, read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import UnknownName
from ..value import Single
from ..words.plain import shown, tidy
from .scenario_parts import OpenedScenario
from .tour import Build, Stop, Tour

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from .layer_file import OpenedLayers


class Scene(Single):
    """One scene of a shelf.

    opened: its scenario, where its walk begins and how it is looked at; None of what the window does not show.
    layers: in that case what is computed of it. builds: what a remote plays of its walk, None where it does not say.
    other: the setting that stands on side B of Compare, None where nothing is compared. note: what to look at, or "".
    puzzle: the stop that it is, where it has a goal; opened is how it begins then.
    """

    name: str
    title: str
    opened: OpenedScenario | None
    layers: OpenedLayers | None = None
    builds: tuple[Build, ...] | None = None
    other: Scenario | None = None
    note: str = ""
    puzzle: Stop | None = None


class Shelf(Single):
    """Scenes in their order, each of another name; what they are called together, and where they are from."""

    name: str
    source: str
    scenes: tuple[Scene, ...]

    def scene(self, name: str) -> Scene:
        """Return the scene of a name; capitals, hyphens and low lines do not matter. Raises UnknownName."""
        found = self.find(name)
        if found is None:
            raise UnknownName("scene", shown(name, 40), self.scene_names)
        return found

    def find(self, name: str) -> Scene | None:
        """Return the scene of a name, as `scene` does, or None."""
        return next((scene for scene in self.scenes if tidy(scene.name) == tidy(name)), None)

    @property
    def puzzles(self) -> Tour:
        """The puzzles that it has, beside each other."""
        found = (scene.puzzle for scene in self.scenes)
        return Tour(self.name, tuple(one for one in found if one is not None), is_puzzles=True)

    @property
    def scene_names(self) -> tuple[str, ...]:
        """The names of all scenes."""
        return tuple(scene.name for scene in self.scenes)
