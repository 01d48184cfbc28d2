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
from .core.limits import LAYERS, Range
from .core.scenario import Scenario, startup
from .files.errors import FileProblem, shown
from .files.scenario_file import OpenedScenario
from .flags import Flags
from .play.choices import SCALE, THEMES, VIEWS
from .printing import complain, say
from .request import Request, first_scene

if TYPE_CHECKING:
    from .export_flags import ExportAsked
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


WITHOUT_WINDOW = ("--print-output", "--screenshot", "--export", "--worksheet")
"""Flags that ask for a file or a line rather than a window."""


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
    if found.scenes:
        from .printed_output import scene_lines  # here and below: few starts print

        say(scene_lines(found.file))
        return 0
    picture = None if found.screenshot is None else flag_texts.picture_path("--screenshot", found.screenshot)
    exported = _export_asked(found)
    alone = picture is None and found.export is None and found.worksheet is None
    if found.print_output and (found.file or found.scene) and alone and _printed_layers(found):
        return 0
    if _wrote_planned(found):
        return 0
    request = _request(found)
    if found.worksheet is not None or found.versions or found.paper or found.blocks:
        _write_worksheets(found, request)
    told = _told_without_screen(found, request, exported is None)
    if told and picture is None and exported is None:
        return 0
    from .pygame_parts import import_pygame  # numbers alone are printed without

    import_pygame()
    from . import app

    if exported is not None:
        app.export(request, exported)
    if picture is not None:
        app.screenshot(request, picture)
    return app.run(request) if alone else 0


def _told_without_screen(found: Flags, request: Request, in_words: bool) -> bool:
    """Write and print what needs no screen; tell if there was any. in_words: what is exported is no picture.

    Raises FileProblem and errors of `core`.
    """
    exported = in_words and found.export is not None
    if exported:
        _export(request, Path(found.export or ""))
    if found.print_output:
        from .printed_output import of_scenario

        before = request if found.updates is None else _request(found.changed(updates=None))
        say(of_scenario(before.scenario or startup(), found))
    return exported or found.print_output or found.worksheet is not None


def _wrote_planned(found: Flags) -> bool:
    """Write the worksheet of a file or of a lesson, if one is named; tell if it is. Raises as `_write_worksheets`."""
    if found.worksheet is None or (found.file is None and found.tour is None):
        return False
    from .worksheet_flags import write_planned  # most starts want none

    return write_planned(found)


def _write_worksheets(found: Flags, request: Request) -> None:
    """Write worksheets, and say what they leave out of the scenario. Raises FileProblem and errors of `core`."""
    from . import worksheet_flags  # most starts want none

    if found.worksheet is None:
        worksheet_flags.refuse_alone(found)
    for said in worksheet_flags.write_worksheets(found, request.scenario or startup()):
        say(said)


def _export_asked(found: Flags) -> ExportAsked | None:
    """Return which pictures are to be exported, None for none. Raises FileProblem and errors of `core`."""
    if (found.export, found.steps, found.what, found.width) == (None,) * 4:
        return None
    from .export_flags import export_asked  # few starts export

    return export_asked(found)


def _flags(arguments: Sequence[str]) -> Flags:
    """Return the flags as texts. Raises FileProblem, and SystemExit after --help and --version."""
    words, printed = flags.without_printed(arguments)
    plain = flags.plainly(words)
    if plain is None:
        from .flag_parser import parsed

        plain = parsed(words)
    return plain.changed(printed=printed) if printed else plain


def _request(found: Flags) -> Request:
    """Return what the flags ask for, all of it checked. Raises FileProblem or an error of `core`."""
    asked = flags.scenario_flags(found)
    scene, given = (None, None) if found.file is None and found.scene is None else _named(found, asked)
    opened = given if isinstance(given, OpenedScenario) else _begun(found, asked)
    scenario = _scenario(found, asked, opened)
    display = _whole(found.display, "display", flag_texts.DISPLAY)
    request = Request(
        scenario=scenario,
        position=_position(found, opened, flags.MOST_STEPS if scenario is None else scenario.steps),
        paused=found.paused,
        theme=None if found.theme is None else flag_texts.name(found.theme, "theme", THEMES),
        stacked=None if found.view is None else flag_texts.name(found.view, "view", VIEWS) == "stack",
        scale=_whole(found.scale and found.scale.removesuffix("%"), "scale", Range(*SCALE)),
        window=None if found.window is None else flag_texts.window("--window", found.window),
        full_screen=found.fullscreen,
        display=None if display is None else display - 1,
        new=found.new,
        scene=scene,
        path=None if given is None or asked.makes_another else _saved_to(found, given),
        tour=_tour(found.tour) if given is None or isinstance(given, OpenedScenario) else given,
        mixed=isinstance(given, OpenedScenario) and given.is_picture and len(given.scenario.channels) > 1,
        other=None if opened is None else opened.other,
        view={} if opened is None else opened.view,
        notes=found.notes,
        stats=found.stats,
    )
    if scene is None or scene.puzzle is None or asked.any() or found.print_output or found.worksheet:
        return request
    from .files.shelves import puzzle_among  # few starts begin one

    return request.of_puzzle(*puzzle_among(scene, found.file))


def _named(found: Flags, asked: flags.ScenarioFlags) -> tuple[Scene | None, OpenedScenario | Tour]:
    """Return the scene that is named, None for a file, and what scene or file hold."""
    from . import named_files  # here and below: most starts name nothing

    if found.scene is None:
        return None, named_files.opened(found.file or "", asked)
    scene = named_files.scene(found.scene, found.file)
    return scene, named_files.shown_of(scene)


def _saved_to(found: Flags, given: OpenedScenario | Tour) -> str | None:
    """Return the file that is saved over: no picture, no tour and no shelf; a text code is no file."""
    from . import named_files

    saves_there = isinstance(given, OpenedScenario) and not given.is_picture and found.scene is None
    return found.file if saves_there and not named_files.is_code(found.file or "") else None


def _tour(file: str | None) -> Tour | None:
    """Return the tour that is asked for; None for none."""
    if file is None:
        return None
    from . import named_files

    return named_files.tour(file)


def _begun(found: Flags, asked: flags.ScenarioFlags) -> OpenedScenario | None:
    """Return what is begun with where nothing is opened; None: the kept work."""
    without_window = any((found.print_output, found.screenshot, found.export, found.worksheet))
    if asked.any() or without_window or found.layer:
        return OpenedScenario(startup(), None, {})
    return OpenedScenario(first_scene(), None, {}) if found.new else None


def _scenario(found: Flags, asked: flags.ScenarioFlags, opened: OpenedScenario | None) -> Scenario | None:
    """Return a scenario with what the flags change of it. Raises FileProblem or an error of `core`."""
    scenario = None if opened is None else asked.applied_to(_in_focus(found, opened.scenario))
    if found.updates is None:
        return scenario
    from .learning_flags import with_updates  # most starts learn nothing

    return with_updates(scenario or startup(), found)


def _position(found: Flags, opened: OpenedScenario | None, steps: int) -> float | None:
    """Return where the walk starts: as the flag says, else as the file does. Raises FileProblem."""
    if found.at is not None:
        return flag_texts.position("--at", found.at, steps)
    return None if opened is None or opened.position is None else min(opened.position, float(steps))


def _in_focus(found: Flags, scenario: Scenario) -> Scenario:
    """Return the scenario with the layer in focus that is asked for. Raises FileProblem and NoSuchLayer."""
    if found.layer is None:
        return scenario
    from .core.chained import focused  # few starts ask for one

    return focused(scenario, flag_texts.whole("--layer", found.layer, "layer", LAYERS) - 1)


def _whole(text: str | None, name: str, allowed: Range) -> int | None:
    """Return the whole number of a flag, None if it was not given."""
    return None if text is None else flag_texts.whole(f"--{name}", text, name, allowed)


def _printed_layers(found: Flags) -> bool:
    """Print the maps of a file of several channels or layers, or of a scene that is not shown; tell if there is one."""
    if flags.scenario_flags(found).any():
        return False
    from .printed_output import of_file

    line = of_file(found)
    if line is not None:
        say(line)
    return line is not None


def _export(request: Request, path: Path) -> None:
    """Write what is asked for to a file. Raises FileProblem and the errors of `core`."""
    from .exports import export
    from .files.exported import Exported

    view = dict(request.view) | ({} if request.stacked is None else {"name": VIEWS[request.stacked]})
    scenario = request.scenario or startup()
    export(Exported(scenario, request.position, view, request.theme, request.scale, request.window), path)


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
    return any(argument.startswith(WITHOUT_WINDOW) for argument in sys.argv[1:])
