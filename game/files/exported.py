"""What an export is made of: a scenario, where its walk is, and how it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..core.scenario import Scenario
from ..value import Value
from .scenario_parts import OpenedScenario


class Exported(Value):
    """What `--export` and a window hand to an exporter, which makes the bytes of a file of it.

    position     of the walk, 0 … its number of steps, counted in cells; None: its start
    view         how it is looked at, as in scenario files
    theme        "night", "daylight" or "high contrast"; None: as usual, as all that follows
    scale        75 … 300 %, of text and controls
    window       (width, height) in units of the display
    """

    scenario: Scenario
    position: float | None = None
    view: Mapping[str, object] = MappingProxyType({})
    theme: str | None = None
    scale: int | None = None
    window: tuple[int, int] | None = None

    @property
    def opened(self) -> OpenedScenario:
        """The same as what a scenario file holds."""
        return OpenedScenario(self.scenario, self.position, dict(self.view))
