"""PNGs: of the stage, of a grid, of the window, at any width."""

from __future__ import annotations

import errno
import gc
import os
from pathlib import Path

import numpy as np
import pytest

from game.core.errors import OutOfRange
from game.export.asked import GRIDS, Picture, Steps
from game.export.exporting import steps_of_export
from game.export_flags import PARTS
from game.files.errors import FileProblem
from game.input.interface_intents import OpenSheet
from game.session.reduce import reduce
from game.ui.themes import THEMES
from game.ui.typeface import Typeface
from game.ui.widgets.button import Button
from tests import picture as pictures
from tests import pooling
from tests.networks import digit_reader

from .scenes import drawn, files_in, finish, kinds, pixels, state


@pytest.mark.parametrize("what", PARTS)
@pytest.mark.parametrize("width", [200, 601, 1920])
def test_a_picture_is_as_wide_as_it_is_asked_to_be(tmp_path: Path, what: str, width: int) -> None:
    finish(steps_of_export(state(), tmp_path / "a.png", Picture(what, width)))
    assert pixels(tmp_path / "a.png").shape[1] == width
    assert files_in(tmp_path) == ["a.png"]


def test_the_largest_picture_of_a_grid_is_made() -> None:
    assert drawn(state(), Picture("kernel", 4096)).shape[1] == 4096


@pytest.mark.parametrize("width", [199, 4097, -3])
def test_another_width_is_refused(tmp_path: Path, width: int) -> None:
    with pytest.raises(OutOfRange):
        finish(steps_of_export(state(), tmp_path / "a.png", Picture(width=width)))
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_stage_has_no_controls_and_something_on_it(kind: str) -> None:
    from game.export.studio import Studio, prepared

    asked, shown = Picture(width=960), kinds()[kind]
    ready = prepared(shown, asked)
    widgets = Studio(ready, asked).sheet(ready).widgets
    assert not [each for each in widgets if isinstance(each, Button)]
    assert {"stage"} < {each.name for each in widgets}
    picture = drawn(shown, asked)
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 50


def test_a_stage_in_the_stack_view_has_the_whole_tower_of_a_network() -> None:
    from game.export.studio import Studio, prepared

    asked = Picture(width=960)
    ready = prepared(pictures.state(digit_reader(2), 3.4, stacked=True, rise=1.0), asked)
    sheet = Studio(ready, asked).sheet(ready)
    found = {each.name: each for each in sheet.widgets}
    planes = ("level 0 channel 1", "level 1 map 4", "grid image", "card", "grid output", "plate 9", "layer 3")
    assert set(planes) < set(found)
    assert all(found[name].rect.y >= 0 and found[name].rect.bottom <= sheet.size[1] for name in planes)


@pytest.mark.parametrize("theme", list(THEMES))
def test_the_ground_is_that_of_the_theme(tmp_path: Path, theme: str) -> None:
    finish(steps_of_export(state(), tmp_path / "a.png", Picture(), theme=theme))
    assert tuple(pixels(tmp_path / "a.png")[3, 3]) == THEMES[theme].ground


def test_the_window_is_drawn_as_a_screenshot_draws_it() -> None:
    shown = state()
    other = pictures.picture(shown, (1600, 900))
    assert np.array_equal(pictures.pixels(other)[:, :, :3], drawn(shown, Picture("window", 1600)))


def test_what_is_open_over_the_window_is_not_in_its_picture() -> None:
    shown = state()
    opened = reduce(shown, OpenSheet("help"))
    assert opened.interface.sheet
    assert np.array_equal(drawn(shown, Picture("window", 960)), drawn(opened, Picture("window", 960)))


def test_a_grid_alone_holds_each_of_its_cells_in_its_colour() -> None:
    """The source image of a first start is black with a white square: 36 cells, read in their corners."""
    shown = state(position=0.0)
    picture, scenario = drawn(shown, Picture("image", 900)), shown.scenario
    pitch = int(900 / (6 + 2 * 0.34))
    left, top = (900 - 6 * pitch) // 2, (picture.shape[0] - 6 * pitch) // 2
    for row in range(4, 6):  # the card lies on the first three, and its shadow on the next
        for column in range(6):
            found = picture[top + row * pitch + pitch // 5, left + column * pitch + pitch // 5]
            assert tuple(found) == (round(255 * scenario.image[row, column]),) * 3


def test_a_grid_that_a_layer_does_not_have_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(pictures.state(pooling.pooled()), tmp_path / "a.png", Picture("kernel")))
    assert refused.value.key == "export_no_grid"
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("what", GRIDS)
@pytest.mark.parametrize("kind", ["one channel", "three channels", "stack"])
def test_each_grid_of_a_convolution_can_be_had_alone(kind: str, what: str) -> None:
    assert len(np.unique(drawn(kinds()[kind], Picture(what, 400)).reshape(-1, 3), axis=0)) > 3


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "a.png").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), tmp_path / "a.png", Picture(width=300)))
    assert refused.value.values()["reason"] == "disk full"
    assert files_in(tmp_path) == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"before"


@pytest.mark.parametrize("kind", ["png", "svg", "gif", "pdf", "mp4"])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.export.video.ffmpeg", lambda: "none")
    with pytest.raises(FileProblem) as refused:
        finish(steps_of_export(state(), tmp_path / "none" / f"a.{kind}", Picture(width=300)))
    assert refused.value.values().get("reason") == "no folder" or refused.value.key == "export_ffmpeg"


def test_a_file_of_another_ending_is_refused_and_one_picture_takes_no_steps(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as ending:
        steps_of_export(state(), tmp_path / "a.bmp", Picture())
    assert ending.value.key == "export_unknown"
    with pytest.raises(FileProblem) as several:
        steps_of_export(state(), tmp_path / "a.png", Picture(), Steps(1, 2))
    assert several.value.key == "export_no_steps"


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.gif", "a.pdf"])
def test_one_picture_after_the_other_keeps_no_more_fonts(tmp_path: Path, name: str) -> None:
    """A typeface has megabytes of them, and stays as long as anything is remembered of it."""
    steps = Steps(1, 2) if name in ("a.gif", "a.pdf") else None

    def typefaces() -> int:
        finish(steps_of_export(state(), tmp_path / name, Picture(), steps))
        gc.collect()
        return sum(isinstance(each, Typeface) for each in gc.get_objects())

    assert typefaces() == typefaces() == typefaces()
