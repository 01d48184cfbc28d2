"""An export step by step: what writes which kind of file, and the one way to begin it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from ..export_flags import MOVING, STILL
from ..files.errors import FileProblem, shown
from ..session.state import State
from .asked import Picture, Steps, steps_at
from .studio import prepared


def steps_of_export(
    state: State, path: Path, picture: Picture, steps: Steps | None = None, theme: str | None = None
) -> Generator[float, None, None]:
    """Write what a state shows into a file, by its ending; yield the share that is done, 0 … 1, after each part.

    Between two parts anything else may be done. Whoever closes this before its end, or stops at an error, leaves no
    part of the file, and what was there before stays. steps: those of a file that holds several; None: the one that is
    shown, and those after it. theme: another than the state's.

    Raises FileProblem ("export_unknown", "export_no_steps", "export_steps", "export_too_long", "export_no_grid",
    "export_no_ffmpeg", "export_ffmpeg", and what `write_whole` raises) or OutOfRange.
    """
    kind, drawn = path.suffix.lower(), prepared(state, picture, theme)
    if kind not in STILL + MOVING:
        raise FileProblem("export_unknown", path=shown(path), allowed=STILL + MOVING)
    if kind in STILL:
        if steps is not None:
            raise FileProblem("export_no_steps", path=shown(path), allowed=MOVING)
        return _still(kind, drawn, picture, path)
    return _moving(kind, drawn, picture, steps or steps_at(state.playback.position, state.steps), path)


def _still(kind: str, state: State, picture: Picture, path: Path) -> Generator[float, None, None]:
    if kind == ".png":
        from .still import png  # here and below: of all kinds one is written

        return png(state, picture, path)
    from .svg import svg

    return svg(state, picture, path)


def _moving(kind: str, state: State, picture: Picture, steps: Steps, path: Path) -> Generator[float, None, None]:
    if kind == ".gif":
        from .gif import gif

        return gif(state, picture, steps, path)
    if kind == ".pdf":
        from .pdf import pdf

        return pdf(state, picture, steps, path)
    from .video import film

    return film(state, picture, steps, path)
