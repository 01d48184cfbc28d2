"""GIFs: their times, their pictures, and that nothing stays of one that is left early."""

from __future__ import annotations

import errno
import itertools
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from PIL import Image

from game.export import gif as gif_module
from game.export.asked import Picture, Steps, steps_at
from game.export.exporting import steps_of_export
from game.export.frames import MOST, instants
from game.export.gif import GifWriter, gif, palette_of
from game.export.studio import prepared
from game.files.errors import FileProblem
from game.play.phases import STEP_SECONDS
from game.session.state import State

from .scenes import drawn, files_in, finish, state

SMALL = Picture(width=320)


def frames(path: Path) -> tuple[list[int], list[Image.Image], int]:
    """Return the times in milliseconds and the pictures of a GIF, and how often it goes round (0: for ever)."""
    times, found = [], []
    with Image.open(path) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            times.append(image.info["duration"])
            found.append(image.convert("RGB"))
        return times, found, image.info["loop"]


def ready(position: float = 0.0) -> State:
    return prepared(state(position), SMALL)


def test_a_gif_lasts_as_long_as_its_steps_and_goes_round_for_ever(tmp_path: Path) -> None:
    finish(gif(ready(), SMALL, Steps(2, 3, rest=0.5), tmp_path / "a.gif"))
    times, found, rounds = frames(tmp_path / "a.gif")
    assert abs(sum(times) - 1000 * (2 * STEP_SECONDS + 0.5)) <= 80
    assert rounds == 0
    assert found[0].size == (320, 180)


@pytest.mark.parametrize("rate", [15.0, 7.0])
def test_what_rounding_to_hundredths_takes_the_next_picture_gets(tmp_path: Path, rate: float) -> None:
    finish(gif(ready(), SMALL, Steps(1, 2), tmp_path / "a.gif", rate))
    times, _, _ = frames(tmp_path / "a.gif")
    assert sum(times) == pytest.approx(1000 * instants(ready(), Steps(1, 2), rate)[-1].end, abs=10)


def test_pictures_are_those_of_the_walk(tmp_path: Path) -> None:
    """The first, one in the middle, and the last, beside what is drawn of the same instant."""
    shown = ready()
    finish(gif(shown, SMALL, Steps(1, 2), tmp_path / "a.gif"))
    times, found, _ = frames(tmp_path / "a.gif")
    wanted = instants(shown, Steps(1, 2), gif_module.RATE)
    ends = np.cumsum(times) / 1000
    for instant in (wanted[0], wanted[len(wanted) // 2], wanted[-1]):
        middle = (instant.begin + instant.end) / 2
        seen = np.asarray(found[int(np.searchsorted(ends, middle))], np.float64)
        expected = drawn(shown.changed(playback=instant.playback), SMALL)
        assert np.abs(seen - expected).mean() < 3


def test_still_parts_do_not_flicker(tmp_path: Path) -> None:
    finish(gif(ready(), SMALL, Steps(1, 2), tmp_path / "a.gif"))
    _, found, _ = frames(tmp_path / "a.gif")
    corner = [np.asarray(each)[:8, :8] for each in found]
    assert all(np.array_equal(each, corner[0]) for each in corner)


def test_a_picture_like_the_one_before_makes_that_one_stand_longer(tmp_path: Path) -> None:
    red, blue = (Image.new("RGB", (6, 4), colour) for colour in ((200, 0, 0), (0, 0, 200)))
    with (tmp_path / "a.gif").open("wb") as file:
        writer = GifWriter(file, (6, 4), palette_of([red, blue]))
        for pixels, hundredths in ((red, 5), (red, 6), (blue, 7)):
            writer.add(pixels, hundredths)
        writer.finish()
    times, found, _ = frames(tmp_path / "a.gif")
    assert times == [110, 70]
    assert [each.getpixel((1, 1)) for each in found] == [(200, 0, 0), (0, 0, 200)]


def test_speed_and_seconds_a_step_say_how_long_it_lasts() -> None:
    plain, fast = (instants(ready(), Steps(1, 2, speed=speed), 10)[-1].begin for speed in (2, 3))
    assert plain == pytest.approx(2 * fast, abs=0.21)
    assert instants(ready(), Steps(1, 3, seconds=1.0), 10)[-1].begin == pytest.approx(3.0, abs=0.11)


def test_the_last_picture_shows_what_the_last_step_has_made() -> None:
    last = instants(ready(), Steps(2, 3), 10)[-1].playback
    assert (last.position, last.playing) == (3.0, False)


@pytest.mark.parametrize("steps", [Steps(0, 2), Steps(3, 2), Steps(1, 17), Steps(20, 21)])
@pytest.mark.parametrize("kind", ["gif", "pdf"])
def test_steps_that_there_are_not_are_refused(tmp_path: Path, steps: Steps, kind: str) -> None:
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), tmp_path / f"a.{kind}", SMALL, steps))
    assert refused.value.values() == {"first": steps.first, "last": steps.last, "count": 16}
    assert files_in(tmp_path) == []


def test_without_steps_it_has_the_one_that_is_shown_and_two_more() -> None:
    found = [steps_at(position, 16) for position in (0, 3.4, 15, 16)]
    assert [(each.first, each.last) for each in found] == [(1, 3), (4, 6), (16, 16), (16, 16)]


def test_too_many_pictures_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), tmp_path / "a.gif", SMALL, Steps(1, 16, seconds=60)))
    assert refused.value.values() == {"most": MOST}


@pytest.mark.parametrize("after", [1, 12, 30])
def test_nothing_stays_of_a_gif_that_is_left_early(tmp_path: Path, after: int) -> None:
    (tmp_path / "a.gif").write_bytes(b"before")
    export = steps_of_export(state(), tmp_path / "a.gif", SMALL, Steps(1, 2))
    shares = list(itertools.islice(export, after))
    export.close()
    assert shares == sorted(shares)
    assert 0 < shares[-1] < 1
    assert files_in(tmp_path) == ["a.gif"]
    assert (tmp_path / "a.gif").read_bytes() == b"before"


def test_a_disk_that_gets_full_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(GifWriter):
        def __init__(self, file: IO[bytes], *rest: object) -> None:
            super().__init__(file, *rest)  # type: ignore[arg-type]

        def add(self, *_: object) -> None:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(gif_module, "GifWriter", Full)
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), tmp_path / "a.gif", SMALL, Steps(1, 1)))
    assert refused.value.values()["reason"] == "disk full"
    assert files_in(tmp_path) == []


def test_the_shares_rise_to_one(tmp_path: Path) -> None:
    shares = finish(steps_of_export(state(), tmp_path / "a.gif", SMALL, Steps(1, 1)))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
