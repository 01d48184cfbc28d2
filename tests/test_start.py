"""What a start imports before its first picture: what it does not need waits until it is wanted."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

STARTED = """
import os, sys
from game.numpy_parts import import_numpy
from game.pygame_parts import import_pygame
import_numpy()
import_pygame()
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
argparse gettext locale json game.flag_parser game.layer_flags game.loop game.stats game.words.sentences
game.words.error_texts game.words.glossary game.shell.controller game.shell.documents game.shell.keys
game.files.opening game.files.pictures game.files.picture game.files.picture_image game.files.picture_reading
game.files.decoder game.files.decoding game.core.averaging game.files.helper PIL game.shell.reading
game.files.tour_file game.files.dialog game.input.key_table game.input.contexts
game.input.bindings game.input.gestures game.input.events game.session.reduce game.view.stack game.view.flights
game.view.coverage game.files.tour game.window.tour game.window.predict game.window.sheets game.window.kernel_map
game.view.lanes game.ui.lane_places game.ui.stage_lanes game.session.facts.layers
game.window.padding game.ui.widgets.kernel_map game.session.layer_intents game.session.facts.layer_panels
game.core.padding_choices game.core.channels game.core.filters game.core.counts game.files.layer_file
game.files.layer_text game.files.layer_fields pygame.mixer pygame.pkgdata pygame.system dataclasses
importlib.resources random game.input.event_types game.files.shelf game.files.shelf_file game.window.scenes
game.files.shelves game.window.gallery game.shell.gallery game.shell.gallery_focus game.ui.widgets.scene_card
game.export game.export_flags reportlab segno game.ui.described
game.reading game.ui.stage_compare game.ui.arranged game.ui.stage_present game.ui.plane game.session.tour
game.view.learn game.session.learning game.session.modes.learn game.session.facts.learn game.ui.stage_learn
game.window.rail_learn game.window.learn_transport game.ui.widgets.rate_slider game.core.gradients game.core.learning
game.core.descent game.core.learning_targets game.core.learning_limits game.core.learning_walks
game.view.strip game.ui.strip_room game.ui.strip_places game.session.facts.strip game.core.chain game.core.chained
game.worksheet game.worksheet_flags game.words.worksheet_texts reportlab
game.shell.notes game.shell.notes_window game.shell.notes_picture game.window.notes game.session.facts.notes
game.ui.widgets.thumbnails game.session.builds
game.session.training game.session.modes.train game.session.facts.train game.input.train_intents game.window.rail_train
game.ui.widgets.learning_chart game.ui.widgets.ladder_slider
game.learning game.session.digit_scores game.files.digits game.window.digits game.ui.widgets.confusion
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


LEAN = """
import sys
from game.pygame_parts import UNUSED, import_pygame
import_pygame()
assert not {f"pygame.{name}" for name in UNUSED} & set(sys.modules)
import pygame, pygame.mixer, pygame.pkgdata
pygame.font.init()
assert pygame.font.Font(None, 20).size("8")[0] > 0
import_pygame()
print("well")
"""


def test_pygame_is_whole_for_those_who_ask_for_more_of_it_after_a_lean_import() -> None:
    """Its own font needs one of the parts that were left out; nothing warns of those."""
    command = [sys.executable, "-W", "error", "-c", LEAN]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (found.stdout.splitlines()[-1:], found.stderr) == (["well"], "")


LEAN_NUMPY = """
import sys
from game.numpy_parts import UNUSED, import_numpy
import_numpy()
assert not {f"numpy.{name}" for name in UNUSED} & set(sys.modules)
import numpy as np
import numpy.typing
grid = np.arange(4.0).reshape(2, 2)
assert np.linalg.svd(grid).S.shape == (2,)
assert np.linalg.slogdet(grid).logabsdet == np.log(2)
assert (np.unique(grid).tolist(), float(np.median(grid))) == ([0, 1, 2, 3], 1.5)
assert np.ma.masked_array(grid, grid > 1).sum() == 1
assert np.einsum("ij,jk->ik", grid, grid).tolist() == [[2, 3], [6, 11]]
assert "float64" in str(numpy.typing.NDArray[np.float64])
import_numpy()
print("well")
"""


def test_numpy_is_whole_for_those_who_ask_for_more_of_it_after_a_lean_import() -> None:
    command = [sys.executable, "-W", "error", "-c", LEAN_NUMPY]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (found.stdout.splitlines()[-1:], found.stderr) == (["well"], "")


LEAN_CODE = """
import sys
import pygame
from game.export.qr import qr_picture
pygame.font.init()
assert qr_picture("scene: first_edge").squares
assert not {"urllib.request", "http.client", "_ssl", "_hashlib"} & set(sys.modules)
from xml.sax.saxutils import prepare_input_source
import urllib.request
assert callable(urllib.request.urlopen)
print("well")
"""


def test_a_text_code_takes_nothing_that_loads_pages_and_who_needs_that_gets_it() -> None:
    command = [sys.executable, "-W", "error", "-c", LEAN_CODE]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (found.stdout.splitlines()[-1:], found.stderr) == (["well"], "")


def test_a_start_takes_the_lean_numpy(tmp_path: Path) -> None:
    assert not {"numpy._core._add_newdocs", "numpy._typing", "numpy._typing._array_like"} & imported(tmp_path)


def test_numpy_starts_no_threads_that_would_wait_by_spinning() -> None:
    source = "from game import entry, printing; entry.main(); import os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    command = [sys.executable, "-c", source, "--print-output", "--kernel", "identity"]
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert found.stdout.splitlines()[-1:] == ["1"], found.stderr


LEAN_DIGESTS = """
import sys
from game.later_parts import DIGESTS, leave_out
leave_out(DIGESTS)
leave_out("os")
import hashlib, os
assert hashlib.md5(b"kernel").hexdigest() == "50484c19f1afdaf3841a0d821ed393d2"
assert hashlib.sha256(b"").hexdigest().startswith("e3b0c442")
assert not {"_ssl", "_hashlib"} & {name for name, module in sys.modules.items() if module is not None}
print("well")
"""


def test_digests_are_pythons_own() -> None:
    command = [sys.executable, "-W", "error", "-c", LEAN_DIGESTS]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (found.stdout.splitlines()[-1:], found.stderr) == (["well"], "")


def test_a_start_leaves_openssl_out() -> None:
    source = "from game import entry; entry.main(); import sys; print(sys.modules['_hashlib'])"
    command = [sys.executable, "-c", source, "--print-output", "--kernel", "identity"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert found.stdout.splitlines()[-1:] == ["None"], found.stderr
