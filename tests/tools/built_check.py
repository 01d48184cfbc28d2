"""Build the program for those who have no Python, and use it as they would: on Linux, in a real window.

``python -m tests.tools.built_check`` needs what `packaging/build.py` and `tests.real_window` need. It takes two
minutes, so it is a command of its own and no part of pytest. Status 0 when the program is as it should be.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.real_window.desk import desk, eventually

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""The user who may write nowhere."""
TRIALS = (
    "starts_and_moves",
    "paints_undoes_and_redoes",
    "saves",
    "opens_a_file",
    "comes_back_after_being_killed",
    "ends_with_its_window",
    "says_that_it_needs_a_screen",
)
"""What is tried of `tests.real_window`."""


def main() -> int:
    """Build, unpack, look inside, and use."""
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    subprocess.run([sys.executable, "packaging/build.py"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (archive,) = (ROOT / "dist").glob("Kernelscope-*.tar.gz")
    with tempfile.TemporaryDirectory(prefix="kernelscope built é ") as folder:
        Path(folder).chmod(0o755)
        subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
        program = Path(folder) / "Kernelscope" / "Kernelscope"
        holds_what_it_should(program.parent)
        prints_and_draws_for_nobody(program)
        keeps_all_beside_it(program)
        tried(program)
    size = archive.stat().st_size / 1e6
    print(f"built program: {archive.name}, {size:.0f} MB, works from a folder with blanks, read-only, and portable")
    return 0


def holds_what_it_should(folder: Path) -> None:
    """Assert that licences, the desktop's entry and the icons are there."""
    licences = {path.relative_to(folder / "licences").parts[0] for path in (folder / "licences").rglob("*")}
    wanted = {"Kernelscope.txt", "fonts.txt", "icons.txt", "numpy", "pygame-ce", "platformdirs"}
    assert wanted <= licences, licences
    entry = (folder / "share" / "applications" / "kernelscope.desktop").read_text(encoding="utf-8")
    assert "Exec=Kernelscope" in entry
    assert (folder / "share" / "icons" / "hicolor" / "256x256" / "apps" / "kernelscope.png").stat().st_size > 1000


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


def keeps_all_beside_it(program: Path) -> None:
    """Assert that with a file `portable` beside it, it keeps its work beside it, and nothing in the home."""
    folder = program.parent
    (folder / "portable").touch()
    with (
        tempfile.TemporaryDirectory() as home,
        desk(Path(home)) as screen,
        subprocess.Popen([str(program)], env=screen.environment) as running,
    ):
        try:
            eventually(lambda: bool([*folder.glob("data/work/*/work.json")]), "the work is kept beside the program")
            assert not [*Path(home).rglob("work.json")], "it keeps something in the home too"
        finally:
            running.kill()
    shutil.rmtree(folder / "data")
    (folder / "portable").unlink()


def tried(program: Path) -> None:
    """Try it in a real window, as the sources are."""
    command = [sys.executable, "-m", "tests.real_window", "--program", str(program), *TRIALS]
    subprocess.run(command, cwd=ROOT, check=True)


def _run(command: list[str], environment: dict[str, str], as_nobody: bool = False) -> str:
    """Run a program to its end and return what it printed."""
    user = NOBODY if as_nobody and os.geteuid() == 0 else None
    done = subprocess.run(
        command, cwd=ROOT, env=environment, user=user, capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
