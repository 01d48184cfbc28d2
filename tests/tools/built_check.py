"""Build the program for those who have no Python, and use it as they would: on Linux, in a real window.

``python -m tests.tools.built_check`` needs what `packaging/build.py` and `tests.real_window` need. It takes two
minutes, so it is a command of its own and no part of pytest. Status 0 when the program is as it should be. With
``--archive FILE`` it tries one that was built before.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real_window.desk import Desk, desk, eventually, say

from .start_time import first_pictures
from .wheel_check import build as build_wheel

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""The user who has no home and may write nowhere."""
SLOWEST = 1.6
"""How many times as long as the installed program it may take to its first picture."""
TRIALS = (
    "starts_and_moves",
    "paints_undoes_and_redoes",
    "saves_and_opens_through_the_dialog",
    "opens_a_file",
    "comes_back_after_being_killed",
    "loses_at_most_a_second",
    "takes_the_tour",
    "flies_there_and_back",
    "ends_with_its_window",
    "draws_a_picture_like_the_window",
    "says_that_it_needs_a_screen",
)
"""What is tried of `tests.real_window`: each part of the program that is imported by itself is wanted once."""
PARTS = (
    "Kernelscope",
    "Python",
    "numpy",
    "pygame-ce",
    "platformdirs",
    "pyinstaller",
    "sdl.txt",
    "tcl-tk.txt",
    "x11.txt",
)
"""What has to be among the licences at least."""
HICOLOR = "usr/share/icons/hicolor"
LOOKED_FOR = (
    "AppRun",
    "kernelscope.desktop",
    "kernelscope.svg",
    ".DirIcon",
    "usr/bin/kernelscope",
    "usr/share/applications/kernelscope.desktop",
    f"{HICOLOR}/scalable/apps/kernelscope.svg",
    f"{HICOLOR}/256x256/apps/kernelscope.png",
)
"""What a desktop of Linux looks for."""


def main() -> int:
    """Build, unpack, look inside, and use."""
    parser = argparse.ArgumentParser(description="Try the program for those who have no Python.")
    parser.add_argument("--archive", type=Path, help="one that was built before")
    parser.add_argument("--pictures", type=Path, default=Path("build/built"), help="where pictures of the screen go")
    found = parser.parse_args()
    archive = found.archive or built()
    found.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kernelscope built é 学 ") as folder:
        Path(folder).chmod(0o755)
        subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
        program = Path(folder) / "Kernelscope" / "Kernelscope"
        holds_what_it_should(program.parent)
        prints_and_draws_for_nobody(program)
        opens_for_nobody(program, found.pictures)
        keeps_all_beside_it(program)
        tried(program, found.pictures)
        ratio = starts_soon(program)
    say(f"built program: {archive.name}, {archive.stat().st_size / 1e6:.0f} MB, works; it starts in {ratio:.2f} times")
    return 0


def built() -> Path:
    """Build, and return the archive, which is the only one."""
    for old in (ROOT / "dist").glob("Kernelscope-*"):
        old.unlink()
    subprocess.run([sys.executable, "packaging/build.py"], cwd=ROOT, check=True)
    (archive,) = (ROOT / "dist").glob("Kernelscope-*.tar.gz")
    return archive


def holds_what_it_should(folder: Path) -> None:
    """Assert that licences, the desktop's entry and the icons are there, and that its start finds the program."""
    licences = {path.name for path in (folder / "licences").iterdir()}
    assert set(PARTS) <= licences, licences
    assert [name for name in LOOKED_FOR if not (folder / name).is_file()] == []
    for start in ("AppRun", "usr/bin/kernelscope"):
        assert _run([str(folder / start), "--version"], dict(os.environ)).startswith("Kernelscope "), start


def prints_and_draws_for_nobody(program: Path) -> None:
    """Assert that it prints and draws what the sources do, for a user who has no home and may write nothing."""
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, NOBODY, NOBODY)
        picture = Path(folder) / "picture.png"
        bare = {"PATH": os.defpath, "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
        told = _run([str(program), "--print-output"], bare, as_nobody=True)
        sources = _run([sys.executable, "main.py", "--print-output"], dict(os.environ))
        assert json.loads(told) == json.loads(sources), told
        _run([str(program), "--screenshot", str(picture)], bare, as_nobody=True)
        assert picture.read_bytes().startswith(b"\x89PNG"), "no picture"


def opens_for_nobody(program: Path, pictures: Path) -> None:
    """Assert that its window opens and ends well without a home, and, portable, in a folder that cannot be written."""
    for name, home in {"no-home": {}, "gone-home": {"HOME": "/nonexistent"}, "portable": {}}.items():
        with _portable(program, name == "portable"), tempfile.TemporaryDirectory() as own, desk(Path(own)) as screen:
            _opens(program, screen, home, pictures / f"nobody-{name}.png")
    assert not (program.parent / "data").exists(), "nobody has written beside the program"


def _opens(program: Path, screen: Desk, home: dict[str, str], picture: Path) -> None:
    bare = {"PATH": os.defpath, "DISPLAY": screen.display, "LC_ALL": "C.UTF-8", **home}
    nothing = subprocess.DEVNULL
    running = subprocess.Popen(
        [str(program)], cwd="/", env=bare, user=_nobody(), stdin=nothing, stdout=nothing, stderr=subprocess.PIPE
    )
    try:
        eventually(lambda: _has_the_keys(screen, running.pid), f"the window is open for nobody, {picture.stem}")
        eventually(lambda: _shows_something(screen), f"the window shows something to nobody, {picture.stem}")
        screen.picture(picture)
        screen.keys("alt+F4")
        _, errors = running.communicate(timeout=15)
    finally:
        running.kill()
    assert (running.returncode, errors) == (0, b""), (picture.stem, running.returncode, errors)


def keeps_all_beside_it(program: Path) -> None:
    """Assert that with a file `portable` beside it, it keeps its work beside it, and nothing in the home."""
    data = program.parent / "data"
    with (
        _portable(program, True),
        tempfile.TemporaryDirectory() as home,
        desk(Path(home)) as screen,
        subprocess.Popen([str(program)], env=screen.environment) as running,
    ):
        try:
            eventually(lambda: bool([*data.glob("work/*/work.json")]), "the work is kept beside the program")
            assert not [*Path(home).rglob("work.json")], "it keeps something in the home too"
        finally:
            running.kill()
    assert not [*data.glob("*.damaged*")]


def tried(program: Path, pictures: Path) -> None:
    """Try it in a real window, as the sources are."""
    options = ["--program", str(program), "--pictures", str(pictures)]
    subprocess.run([sys.executable, "-m", "tests.real_window", *options, *TRIALS], cwd=ROOT, check=True)


def starts_soon(program: Path) -> float:
    """Return how many times as long as the installed program it takes to its first picture; assert that it is soon."""
    with tempfile.TemporaryDirectory(prefix="kernelscope-installed-") as folder:
        environment = Path(folder) / "environment"
        _run([sys.executable, "-m", "venv", str(environment)], dict(os.environ))
        wheel = build_wheel(Path(folder))
        _run([str(environment / "bin" / "pip"), "install", "--quiet", str(wheel)], dict(os.environ))
        usual, own = first_pictures([[str(environment / "bin" / "kernelscope")], [str(program)]])
    say(f"     first picture after {own:.3f} s; the installed program's after {usual:.3f} s")
    assert own <= SLOWEST * usual, f"it takes {own / usual:.2f} times as long as the installed program"
    return own / usual


@contextmanager
def _portable(program: Path, so: bool) -> Iterator[None]:
    """Let the program be portable for a while."""
    mark = program.parent / "portable"
    if so:
        mark.touch()
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)


def _has_the_keys(screen: Desk, pid: int) -> bool:
    found = screen.do("search", "--onlyvisible", "--pid", pid).split()
    return bool(found) and screen.do("getactivewindow") == found[0]


def _shows_something(screen: Desk) -> bool:
    window = screen.do("getactivewindow")
    found = dict(line.split("=") for line in screen.do("getwindowgeometry", "--shell", window).split())
    picture = screen.shot(window, (int(found["WIDTH"]), int(found["HEIGHT"])))
    return len({tuple(colour) for colour in picture[::17, ::17].reshape(-1, 3).tolist()}) > 20


def _nobody() -> int | None:
    """Return the user to be instead of root, whom no folder refuses."""
    return NOBODY if os.geteuid() == 0 else None


def _run(command: list[str], environment: dict[str, str], as_nobody: bool = False) -> str:
    """Run a program to its end and return what it printed."""
    user = _nobody() if as_nobody else None
    done = subprocess.run(
        command, cwd=ROOT, env=environment, user=user, capture_output=True, text=True, timeout=300, check=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
