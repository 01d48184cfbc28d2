"""Run the trial: ``python -m tests.real_window [NAME …]``; without names, all of it. Status 0 when all went well.

Each trial starts the program anew, with a home and a data folder of its own, on one screen that all share.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from game.shell.display import prepare_without_screen

from . import comparing, keeping, layering, measuring, noting, talking, touching, touring, walking, windows
from .desk import PROGRAM, Desk, desk, missing_packages, say
from .program import FAILURE

Trial = Callable[[Desk, Path], None]

TRIALS: tuple[Trial, ...] = (
    walking.starts_and_moves,
    walking.starts_with_noise_when_asked,
    walking.space_pauses_and_plays,
    walking.steps,
    walking.keeps_time,
    walking.plays_at_the_end_and_loops,
    touching.paints_undoes_and_redoes,
    touching.a_double_click_opens_the_number,
    touching.types_a_weight,
    touching.a_bad_number_changes_nothing,
    touching.drags_a_weight_and_turns_the_wheel,
    touching.drags_a_slider,
    touching.drags_the_card,
    touching.an_output_cell_leads_to_its_step,
    touching.chooses_with_the_keys,
    touching.copies_and_pastes,
    windows.resizes,
    windows.fills_the_screen_and_comes_back,
    windows.changes_the_theme,
    windows.shows_the_help,
    windows.is_larger_on_request,
    windows.ends_with_its_window,
    windows.opens_whole_on_a_smaller_display,
    windows.says_that_it_needs_a_screen,
    windows.draws_a_picture_like_the_window,
    talking.holds_a_lesson_with_a_remote,
    noting.has_the_notes_in_a_second_window,
    comparing.compares_two_settings,
    layering.flies_there_and_back,
    layering.looks_around_and_comes_home,
    layering.turns_by_itself,
    layering.paints_on_a_layer,
    touring.takes_the_tour,
    touring.is_taught_from_the_front,
    touring.leaves_the_tour_by_esc_and_by_the_cross,
    touring.survives_being_killed_in_the_tour,
    keeping.comes_back_after_being_killed,
    keeping.loses_at_most_a_second,
    keeping.saves,
    keeping.saves_and_opens_through_the_dialog,
    keeping.opens_a_file,
    keeping.two_windows_keep_apart,
    measuring.rests_when_paused,
    measuring.shows_its_first_picture_soon,
)


def main() -> int:
    """Run the trials that are asked for, say how each went, and return the exit status."""
    parser = argparse.ArgumentParser(description="Try the program in a real window.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(trial.__name__ for trial in TRIALS))
    parser.add_argument(
        "--pictures", type=Path, default=Path("build/real_window"), help="where a failure's picture goes"
    )
    parser.add_argument("--program", type=Path, help="the built program that is tried, in the place of the sources")
    found = parser.parse_args()
    if found.program is not None:
        os.environ[PROGRAM] = str(found.program.resolve())
    chosen = [trial for trial in TRIALS if not found.names or trial.__name__ in found.names]
    missing = missing_packages()
    if missing or not chosen:
        sys.stderr.write(f"The trial needs these packages: {' '.join(missing)}\n" if missing else "No such trial.\n")
        return 2
    failed = _run(chosen, found.pictures)
    say(f"real window: {len(chosen) - failed} passed, {failed} failed  ({measuring.machine()})")
    return 1 if failed else 0


def _run(trials: list[Trial], pictures: Path) -> int:
    """Run trials one after the other and return how many failed."""
    prepare_without_screen()  # this process draws too, into memory, to know what should be on the screen
    import pygame

    pygame.display.set_mode((64, 64))
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kernelscope-trial-") as folder:
        home = Path(folder) / "home"
        home.joinpath("Documents").mkdir(parents=True)
        with desk(home) as screen:
            for trial in trials:
                own = Path(folder) / trial.__name__
                own.mkdir()
                failed += not _went_well(trial, screen, own, pictures)
    return failed


def _went_well(trial: Trial, screen: Desk, folder: Path, pictures: Path) -> bool:
    """Run one trial; say how it went, and after a failure keep a picture of the screen."""
    start = time.monotonic()
    try:
        trial(screen, folder)
    except Exception:
        say(f"FAIL {trial.__name__}: {trial.__doc__}")
        say(traceback.format_exc())
        if (folder / FAILURE).exists():
            pictures.mkdir(parents=True, exist_ok=True)
            kept = shutil.copy(folder / FAILURE, pictures / f"{trial.__name__}.png")
            say(f"     the screen then: {kept}")
        return False
    say(f"ok   {trial.__name__}  ({time.monotonic() - start:.1f} s)")
    return True


if __name__ == "__main__":
    os.environ.pop("KERNELSCOPE_DATA", None)
    sys.exit(main())
