"""The builds of a stop: what of its walk each press of a remote plays."""

from __future__ import annotations

from ..core.limits import Range
from .tour import Build
from .tour_fields import StopFields

MOST_BUILDS = 20
SECONDS = Range(0.1, 60)
"""How long a build may last."""


def builds_of(fields: StopFields, position: float, steps: int) -> tuple[Build, ...] | None:
    """Return the builds that a stop names, or None where it names none.

    Raises FileProblem: "tour_builds" for what is no list of a few, "tour_build_order" for one that goes back.
    """
    if "builds" not in fields:
        return None
    found = fields.found["builds"]
    if not isinstance(found, list) or len(found) > MOST_BUILDS:
        raise fields.problem("tour_builds", "builds", limit=f"{MOST_BUILDS}")
    builds: list[Build] = []
    for index, value in enumerate(found, 1):
        inner = fields.inner(f"builds {index}", value)
        build = _build(inner, steps)
        if build.start < (builds[-1].end if builds else position) or build.end <= build.start:
            raise inner.problem("tour_build_order", "from" if build.end > build.start else "to")
        builds.append(build)
    return tuple(builds)


def _build(fields: StopFields, steps: int) -> Build:
    names = ("from", "to", "seconds")
    fields.only(names)
    for name in names:
        if name not in fields:
            raise fields.missing(name)
    walk = Range(0, steps)
    return Build(fields.number("from", walk), fields.number("to", walk), fields.number("seconds", SECONDS))
