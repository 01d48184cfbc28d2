"""The command line: what the program is started with, and the ways to use it without a window."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import flag_texts, flags
from .core.errors import ConvolutionError
from .core.limits import Range
from .core.scenario import startup
from .core.tensors import Tensor
from .files.errors import FileProblem, shown
from .files.scenario_file import OpenedScenario
from .flags import Flags
from .play.choices import SCALE, THEMES, VIEWS
from .printing import complain, say
from .request import Request, first_scene

if TYPE_CHECKING:
    from .files.shelf import Scene
    from .files.tour import Tour

FAILED = 2
"""The exit status after an error; its sentence is on standard error."""
BEFORE_PYGAME = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",  # it would print a line of its own
    "SDL_VIDEO_X11_WMCLASS": "kernelscope",  # by which the desktop knows the window; pygame takes the script's name
    "SDL_VIDEO_WAYLAND_WMCLASS": "kernelscope",
}
"""What pygame is told before it is imported; what the person has set stays."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments (the process's own if None) ask for, and return the exit status.

    Whatever goes wrong is one sentence on standard error and status 2. ``python -X dev`` shows a traceback of what
    should not have happened.
    """
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130  # what shells expect after Ctrl+C
    except (FileProblem, ConvolutionError) as problem:
        return _complain(problem.key, **problem.values())
    except ModuleNotFoundError as error:
        return _complain("package_missing", name=error.name)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        return _complain("unexpected", kind=type(error).__name__, text=shown(error))


def _run(arguments: Sequence[str] | None) -> int:
    for name, value in BEFORE_PYGAME.items():
        os.environ.setdefault(name, value)
    try:
        found = _flags(sys.argv[1:] if arguments is None else arguments)
    except SystemExit:  # after --help or --version, which have been printed
        return 0
    picture = None if found.screenshot is None else flag_texts.picture_path("--screenshot", found.screenshot)
    if found.print_output and (found.file or found.scene) and picture is None and _printed_layers(found):
        return 0
    request = _request(found)
    if found.print_output:
        from .core.operations import maps_of  # the window has a `Result`

        scenario = request.scenario or startup()
        _print_maps(maps_of(scenario.tensor, scenario.layer))
        if picture is None:
            return 0
    from .pygame_parts import import_pygame  # numbers alone are printed without

    import_pygame()
    from . import app

    return app.run(request) if picture is None else app.screenshot(request, picture)


def _flags(arguments: Sequence[str]) -> Flags:
    """Return the flags as texts. Raises FileProblem, and SystemExit after --help and --version."""
    plain = flags.plainly(arguments)
    if plain is not None:
        return plain
    from .flag_parser import parsed

    return parsed(arguments)


def _request(found: Flags) -> Request:
    """Return what the flags ask for, all of it checked. Raises FileProblem or an error of `core`."""
    asked = flags.scenario_flags(found)
    scene = None if found.scene is None else _scene(found)
    given = _opened(found, asked) if scene is None else _shown(scene)
    opened = given if isinstance(given, OpenedScenario) else None
    without_window = found.print_output or found.screenshot is not None
    if opened is None and (asked.any() or without_window):
        opened = OpenedScenario(startup(), None, {})
    elif opened is None and found.new:
        opened = OpenedScenario(first_scene(), None, {})
    scenario = None if opened is None else asked.applied_to(opened.scenario)
    steps = flags.MOST_STEPS if scenario is None else scenario.steps
    position = None if opened is None or opened.position is None else min(opened.position, float(steps))
    if found.at is not None:
        position = flag_texts.position("--at", found.at, steps)
    display = _whole(found.display, "display", flag_texts.DISPLAY)
    # What is opened is not saved over a picture, nor over a tour or a shelf.
    saves_there = isinstance(given, OpenedScenario) and not given.is_picture and found.scene is None
    return Request(
        scenario=scenario,
        position=position,
        paused=found.paused,
        theme=None if found.theme is None else flag_texts.name(found.theme, "theme", THEMES),
        stacked=None if found.view is None else flag_texts.name(found.view, "view", VIEWS) == "stack",
        scale=_whole(found.scale and found.scale.removesuffix("%"), "scale", Range(*SCALE)),
        window=None if found.window is None else flag_texts.window("--window", found.window),
        full_screen=found.fullscreen,
        display=None if display is None else display - 1,
        new=found.new,
        scene=scene,
        path=found.file if saves_there and not asked.makes_another else None,
        tour=_tour(found.tour) if given is None or isinstance(given, OpenedScenario) else given,
        mixed=isinstance(given, OpenedScenario) and given.is_picture and len(given.scenario.channels) > 1,
        view={} if opened is None else opened.view,
        stats=found.stats,
    )


def _whole(text: str | None, name: str, allowed: Range) -> int | None:
    """Return the whole number of a flag, None if it was not given."""
    return None if text is None else flag_texts.whole(f"--{name}", text, name, allowed)


def _opened(found: Flags, asked: flags.ScenarioFlags) -> OpenedScenario | Tour | None:
    """Return what the named file holds; None if none is named."""
    if found.file is None:
        return None
    from .files.opening import open_path  # here and below: most starts need neither file nor tour
    from .files.shelf import Shelf
    from .files.tour import Tour

    opened = open_path(Path(found.file), startup(), asked.quantities.get("image_size"))
    if isinstance(opened, Shelf):
        raise FileProblem("shelf_no_scene", path=shown(found.file), allowed=opened.scene_names)
    if isinstance(opened, OpenedScenario | Tour):
        return opened
    raise FileProblem("numbers_need_flag", path=shown(found.file))


def _shown(scene: Scene) -> OpenedScenario:
    """Return what a scene shows. Raises FileProblem "file_layers_only" for one that the window does not show."""
    if scene.opened is None:
        raise FileProblem("file_layers_only", path=shown(scene.name))
    return scene.opened


def _scene(found: Flags) -> Scene:
    """Return the scene that is asked for by its name, of the named shelf, else of the one that is there."""
    from .files.shelf_file import FIGURES, read_shelf

    return read_shelf(Path(found.file) if found.file else FIGURES).scene(found.scene or "")


def _tour(file: str | None) -> Tour | None:
    """Return the tour that is asked for: None for none, "" for the first one, else that of the name or the file."""
    if file is None:
        return None
    from .files.tour_file import read_tour, tour_path

    return read_tour(tour_path(file))


def _printed_layers(found: Flags) -> bool:
    """Print the maps of a file of several channels or layers, or of a scene that is not shown; tell if there is one."""
    if flags.scenario_flags(found).any():
        return False
    from .files.layer_file import read_layers  # most files have one channel and one kernel

    opened = read_layers(Path(found.file or "")) if found.scene is None else _scene(found).layers
    if opened is not None:
        _print_maps(opened.maps())
    return opened is not None


def _print_maps(maps: Tensor) -> None:
    """Print a map, or several, every number in the shortest form that reads back as the very same."""
    import json  # here: no other start prints numbers

    output = maps[0] if len(maps) == 1 else maps
    say(json.dumps({"output_size": list(output.shape), "output": output.tolist()}))


def _complain(key: str, **values: object) -> int:
    from .words.sentences import sentence  # most starts have nothing to complain of

    said = sentence(key, **values)
    if not complain(said) and sys.platform == "win32" and not _is_unattended():
        with contextlib.suppress(Exception):  # it may be pygame that is missing
            from . import app

            app.show_box(said)
    return FAILED


def _is_unattended() -> bool:
    """Tell whether the program was started for a file or a line rather than a window: nobody would close a box."""
    return any(argument.startswith(("--print-output", "--screenshot")) for argument in sys.argv[1:])
