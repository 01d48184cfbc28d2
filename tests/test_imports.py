"""The house's rule: which room may know which, by what the sources import; and no two sources import each other."""

from __future__ import annotations

import ast
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

GAME = Path(__file__).resolve().parent.parent / "game"
SOURCES = sorted(GAME.rglob("*.py"))
FOUNDATIONS = frozenset({"core", "words"})

ALLOWED: dict[str, frozenset[str]] = {
    "core": frozenset(),
    "words": frozenset(),
    "play": frozenset({"core"}),
    "input": FOUNDATIONS,
    "reading": FOUNDATIONS,
    "files": FOUNDATIONS | {"play", "reading", "assets"},
    "learning": frozenset({"core"}),
    "handout": FOUNDATIONS | {"play", "files", "reading"},
    "worksheet": FOUNDATIONS | {"play", "files", "assets"},
    "session": FOUNDATIONS | {"play", "input", "files", "learning"},
    "ui": FOUNDATIONS | {"play", "input", "assets"},
    "window": FOUNDATIONS | {"play", "input", "session", "ui"},
    "view": FOUNDATIONS | {"play", "input", "session", "ui", "window"},
    "shell": FOUNDATIONS
    | {"play", "input", "session", "ui", "window", "view", "files", "reading", "handout"}
    | {"worksheet", "export", "exports"},
    "export": FOUNDATIONS
    | {"play", "input", "session", "ui", "window", "view", "files", "export_flags", "later_parts"},
}
"""What each room may import besides itself."""

VALUE = "value"
"""The module of small frozen objects, which needs nothing; all but the words build on it."""

COMMAND_LINE = (
    *("entry", "command_line", "flags", "flag_parser", "flag_texts", "layer_flags"),
    *("pooling_flags", "whole_image_flags", "number_flags", "export_flags", "worksheet_flags", "printing", "exports"),
    *(
        "pygame_parts",
        "numpy_parts",
        "later_parts",
        "request",
        "version",
        "printed_output",
        "learning_flags",
        "named_files",
        "assets",
    ),
)
BEFORE_THE_WINDOW = FOUNDATIONS | {VALUE, "play", "files", "reading", "handout", "worksheet", *COMMAND_LINE}
"""The command line works without pygame: only inside a function may it reach for the app."""

MAY_USE_PYGAME = (
    *("ui", "window", "view", "shell", "export", "app.py", "loop.py", "pygame_parts.py", "files/pictures.py"),
    "files/svg.py",
    *("input/events.py", "input/circumstances.py", "input/key_names.py"),
)

DECODING = {"files/decoding.py", "files/area_means.py", "files/whole_means.py", "files/clipboard.py", "files/svg.py"}
"""What runs in the process that reads pictures alone."""


def allowed_for(room: str) -> frozenset[str]:
    """Return what a room may import."""
    return ALLOWED[room] | {room} | (set() if room == "words" else {VALUE})


class Import(NamedTuple):
    """An import in a source: the module as it is written, the dots before it, and whether a function holds it."""

    module: str
    level: int
    inside: bool
    line: int


def imports_of(path: Path) -> list[Import]:
    """Return the imports of a source."""
    found: list[Import] = []

    def walk(node: ast.AST, inside: bool) -> None:
        for child in ast.iter_child_nodes(node):
            deeper = inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            if isinstance(child, ast.Import):
                found.extend(Import(alias.name, 0, inside, child.lineno) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                names = [child.module] if child.module else [alias.name for alias in child.names]
                found.extend(Import(name, child.level, inside, child.lineno) for name in names)
            walk(child, deeper)

    walk(ast.parse(path.read_text(encoding="utf-8")), False)
    return found


def target_of(path: Path, one: Import) -> str:
    """Return the room, or the module at the top of `game`, that a relative import reaches; "" for its own package."""
    package = path.relative_to(GAME).parent.parts
    reached = (*package[: len(package) - one.level + 1], *one.module.split("."))
    return reached[0] if reached else ""


def room_of(path: Path) -> str:
    """Return the room of a source, or the name of a module at the top of `game`."""
    relative = path.relative_to(GAME)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def named(path: Path) -> str:
    return path.relative_to(GAME).as_posix()


def modules_of(path: Path, tree: ast.AST | None = None) -> set[Path]:
    """Return the sources that a source imports: when it runs, for its types, or inside a function."""
    found: set[Path] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")) if tree is None else tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
        modules = [folder / f"{alias.name}.py" for alias in node.names]
        found.update(each for each in modules if each.exists())
        if not all(each.exists() for each in modules):  # what is imported stands in the module itself
            own = folder.with_suffix(".py")
            found.add(own if own.exists() else folder / "__init__.py")
    return found


def circle_in(graph: dict[Path, set[Path]]) -> list[str]:
    """Return the sources of a circle, each imported by the next; none where there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [named(path) for path in error.args[1]]
    return []


def test_no_imports_go_in_a_circle_those_of_types_and_inside_functions_included() -> None:
    assert not circle_in({path: modules_of(path) for path in SOURCES})


@pytest.mark.parametrize(
    "written",
    [
        "from .output_size import output_length",
        "from . import output_size",
        "from ..core import output_size",
        "if TYPE_CHECKING:\n    from .output_size import output_length",
        "def late():\n    from ..core.output_size import output_length",
    ],
)
def test_a_circle_is_found_however_it_is_imported(written: str) -> None:
    scenario, sizes = GAME / "core" / "scenario.py", GAME / "core" / "output_size.py"
    assert modules_of(scenario, ast.parse(written)) == {sizes}
    assert set(circle_in({scenario: {sizes}, sizes: {scenario}})) == {"core/scenario.py", "core/output_size.py"}


def test_the_sources_are_found() -> None:
    rooms = {room_of(path) for path in SOURCES}
    assert rooms >= set(ALLOWED) | {"app", "loop", "command_line"}
    folders = {path.name for path in GAME.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    assert folders == set(ALLOWED), "a room has no rule, or a rule no room"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_imports_inside_game_are_relative(path: Path) -> None:
    names = [one.module.split(".")[0] for one in imports_of(path) if one.level == 0]
    assert not {"game", "kernelscope"} & set(names)


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) in ALLOWED], ids=named)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    wrong = [
        f"line {one.line}: {target}"
        for one in imports_of(path)
        if one.level and (target := target_of(path, one)) not in allowed_for(room)
    ]
    assert not wrong


@pytest.mark.parametrize("name", [f"{name}.py" for name in COMMAND_LINE])
def test_the_command_line_reaches_for_the_app_only_inside_a_function(name: str) -> None:
    path = GAME / name
    wrong = []
    for one in imports_of(path):
        target = target_of(path, one) if one.level else ""
        if one.level and target not in BEFORE_THE_WINDOW and not (target == "app" and one.inside):
            wrong.append(f"line {one.line}: {target}")
    assert not wrong


def readers_of_the_state(source: str) -> list[int]:
    """Return the lines in which a source names the state, or asks for what a state is secret about."""
    names = {"State", "StillState", "Secrecy", "secrecy_of", "coverage_shown", "position_shown"}
    lines = []
    for node in ast.walk(ast.parse(source)):
        found = getattr(node, "attr", "") == "state" or {getattr(node, "id", ""), getattr(node, "name", "")} & names
        lines += [node.lineno] if found and isinstance(node, ast.expr | ast.alias | ast.ClassDef) else []
    return lines


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) in ("ui", "window", "view")], ids=named)
def test_no_panel_no_widget_and_no_drawer_reads_the_state(path: Path) -> None:
    assert not readers_of_the_state(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source", ["from .x import State", "frame.state.tour", "def f(a: StillState): ...", "secrecy_of(a)"]
)
def test_a_reader_of_the_state_is_found(source: str) -> None:
    assert readers_of_the_state(source) == [1]


def readers_of_secrets(source: str) -> list[int]:
    """Return the lines in which a source reads more than the size of a result's output: its board has what is told."""
    tree = ast.parse(source)
    sizes = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("shape", "size")
    }
    outputs = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "output")
    owned = (node for node in outputs if "result" in ast.unparse(node.value).split("."))
    return [node.lineno for node in owned if id(node) not in sizes]


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) in ("window", "view")], ids=named)
def test_no_drawer_reads_output_values_but_those_of_a_board(path: Path) -> None:
    assert not readers_of_secrets(path.read_text(encoding="utf-8"))


def test_a_reader_of_secrets_is_found() -> None:
    assert readers_of_secrets("frame.side.result.output[cell]") == [1]
    assert readers_of_secrets("a = result.output.ravel()") == [1]
    assert not readers_of_secrets("rows, columns = result.output.shape")


def test_only_drawing_pictures_and_events_know_pygame() -> None:
    wrong = [
        f"{named(path)}, line {one.line}"
        for path in SOURCES
        for one in imports_of(path)
        if one.level == 0 and one.module.split(".")[0] == "pygame" and not named(path).startswith(MAY_USE_PYGAME)
    ]
    assert not wrong


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) in ("core", "learning")], ids=named)
def test_core_and_learning_need_numpy_and_the_standard_library_only(path: Path) -> None:
    names = {one.module.split(".")[0] for one in imports_of(path) if one.level == 0}
    assert names <= {"numpy", *sys.stdlib_module_names}


def test_the_small_frozen_objects_need_the_standard_library_only() -> None:
    imports = imports_of(GAME / f"{VALUE}.py")
    assert all(one.level == 0 and one.module.split(".")[0] in sys.stdlib_module_names for one in imports)


def test_no_other_package_is_needed_than_the_six_of_the_project() -> None:
    names = {one.module.split(".")[0] for path in SOURCES for one in imports_of(path) if one.level == 0}
    assert names - set(sys.stdlib_module_names) == {"numpy", "pygame", "platformdirs", "PIL", "reportlab", "segno"}


def knowing(package: str) -> set[str]:
    """Return the sources that import a package."""
    return {named(path) for path in SOURCES if any(one.module.split(".")[0] == package for one in imports_of(path))}


def test_each_kind_of_file_is_written_by_its_own_module_with_its_own_package() -> None:
    assert knowing("PIL") - DECODING == {"export/gif.py"}
    assert knowing("reportlab") == {"export/pdf.py", "export/pdf_marks.py", "worksheet/pdf.py"}
    assert knowing("segno") == {"export/qr.py"}


def test_the_room_of_exports_is_imported_only_inside_functions() -> None:
    others = [path for path in SOURCES if room_of(path) != "export"]
    wrong = [
        named(path)
        for path in others
        for one in imports_of(path)
        if one.level and target_of(path, one) == "export" and not one.inside
    ]
    assert not wrong


def test_only_the_process_that_reads_pictures_decodes_with_pillow_and_nobody_else_imports_that() -> None:
    assert knowing("PIL") >= DECODING
    for path in SOURCES:
        imported = {named(source) for source in modules_of(path)} & DECODING
        assert not imported or named(path) == "files/decoder.py" or named(path) in DECODING, named(path)


def test_only_functions_import_what_writes_worksheets_as_pdf() -> None:
    of_worksheets = {GAME / "worksheet" / "pdf.py"}
    importing = [(path, one) for path in SOURCES for one in imports_of(path) if one.level and one.module == "pdf"]
    found = [(named(path), one.inside) for path, one in importing if path.parent.name == "worksheet"]
    assert of_worksheets <= set(SOURCES)
    assert found == [("worksheet/making.py", True)]


@pytest.mark.parametrize("heavy", ["import hashlib", "from hashlib", "np.random", "np.unique(", "np.ma."])
def test_nothing_takes_what_imports_megabytes_for_little(heavy: str) -> None:
    """Our own random numbers and `core.arithmetic.distinct` do; a hash takes OpenSSL, the others what nobody needs."""
    assert [named(path) for path in SOURCES if heavy in path.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("place", "written", "expected"),
    [
        ("ui/stage.py", "from ..core.scenario import Pair", "core"),
        ("ui/widgets/slider.py", "from ...core.scenario import Pair", "core"),
        ("ui/widgets/slider.py", "from .base import Widget", "ui"),
        ("ui/widgets/slider.py", "from ..canvas import Canvas", "ui"),
        ("shell/controller.py", "from . import focus", "shell"),
        ("flags.py", "from . import app", "app"),
        ("flags.py", "from .core.scenario import Pair", "core"),
    ],
)
def test_the_rule_reads_relative_imports_as_python_does(place: str, written: str, expected: str) -> None:
    tree = ast.parse(written).body[0]
    assert isinstance(tree, ast.ImportFrom)
    one = Import(tree.module or tree.names[0].name, tree.level, False, 1)
    assert target_of(GAME / place, one) == expected
