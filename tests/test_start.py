"""What a start imports before its first picture: what it does not need waits until it is wanted."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

STARTED = """
import os, sys
import pygame

def told(*_):
    print(*sorted(sys.modules), flush=True)
    os._exit(0)

pygame.display.update = told
sys.argv = ["kernelscope", "--image", "noise", "--window", "1600x900"]
from game.entry import main
main()
"""

LATE = """
argparse gettext locale json game.flag_parser game.loop game.stats game.words.sentences game.words.error_texts
game.words.glossary game.shell.controller game.shell.documents game.shell.keys game.files.opening game.files.pictures
game.files.tour_file game.files.dialog game.input.key_table game.input.contexts
game.input.bindings game.input.gestures game.input.events game.session.reduce game.view.stack game.view.flights
game.view.coverage game.files.tour game.window.tour game.window.predict game.window.sheets
"""
"""What the first picture of a start does without."""


def imported(folder: Path) -> set[str]:
    """Return the modules that are there when the first picture of a first start is presented."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "KERNELSCOPE_DATA": str(folder)}
    command = [sys.executable, "-c", STARTED]
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return set(found.stdout.splitlines()[-1].split())


def test_what_the_first_picture_does_not_need_is_not_imported_before_it(tmp_path: Path) -> None:
    found = imported(tmp_path)
    assert "game.view.flat" in found
    assert not set(LATE.split()) & found
