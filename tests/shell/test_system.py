"""What SDL is told, and what Windows is asked and told; Windows is emulated, and may refuse."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.app import readable
from game.files.settings import Settings
from game.request import Request
from game.shell import system


class Function:
    """A function of Windows, which notes what it was given."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.given: list[Any] = []

    def __call__(self, *values: Any) -> int:
        """Answer."""
        self.given.append(values)
        return self.answer


def windows(monkeypatch: pytest.MonkeyPatch, **functions: Function) -> None:
    """Be on a Windows that has these functions, and no others."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=SimpleNamespace(**functions)), raising=False)


@pytest.mark.parametrize(("dots", "density"), [(96, 1.0), (144, 1.5), (192, 2.0), (0, 1.0)])
def test_windows_is_asked_how_dense_its_pixels_are(monkeypatch: pytest.MonkeyPatch, dots: int, density: float) -> None:
    windows(monkeypatch, GetDpiForSystem=Function(dots))
    assert system.density() == density


@pytest.mark.parametrize("answer", [0, 65537])
def test_windows_is_asked_whether_a_window_is_on_a_display(monkeypatch: pytest.MonkeyPatch, answer: int) -> None:
    asked = Function(answer)
    windows(monkeypatch, MonitorFromRect=asked)
    assert system.on_a_display((-1900, 40, 800, 600)) is bool(answer)
    (rect, otherwise), *_ = asked.given
    found = rect._obj
    assert (found.left, found.top, found.right, found.bottom) == (-1900, 40, -1100, 640)
    assert otherwise == 0, "none, where it is on none"


def test_windows_is_told_that_a_resting_pen_means_no_right_click(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Function(1)
    windows(monkeypatch, SetPropW=told)
    system.let_the_pen_rest(4711)
    assert told.given == [(4711, "MicrosoftTabletPenServiceProperty", 1)]


def test_a_windows_that_has_none_of_this_is_no_worse_off(monkeypatch: pytest.MonkeyPatch) -> None:
    windows(monkeypatch)
    assert system.density() == 1.0
    assert system.on_a_display((0, 0, 800, 600)) is None
    system.let_the_pen_rest(4711)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_other_systems_are_asked_nothing(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delattr(ctypes, "windll", raising=False)
    assert system.density() == 1.0
    assert system.on_a_display((0, 0, 800, 600)) is None
    system.let_the_pen_rest(4711)


def test_sdl_draws_without_opengl_on_linux_but_not_in_a_chromebook() -> None:
    assert system.wishes("linux", chromebook=False)["SDL_FRAMEBUFFER_ACCELERATION"] == "0"
    assert system.wishes("linux", chromebook=True)["SDL_FRAMEBUFFER_ACCELERATION"] == "1"
    for other in ("win32", "darwin"):
        assert "SDL_FRAMEBUFFER_ACCELERATION" not in system.wishes(other, chromebook=False)
    assert system.wishes("win32", chromebook=False)["SDL_WINDOWS_DPI_AWARENESS"] == "permonitorv2"
    assert system.wishes("win32", chromebook=False)["SDL_IME_SHOW_UI"] == "1"


@pytest.mark.parametrize("sign", ["SOMMELIER_VERSION", "file", ""])
def test_a_chromebook_is_known_by_what_it_puts_into_its_linux(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sign: str
) -> None:
    monkeypatch.delenv("SOMMELIER_VERSION", raising=False)
    monkeypatch.setattr(system, "CONTAINER", (tmp_path / "none", tmp_path / ".cros_milestone"))
    if sign == "file":
        (tmp_path / ".cros_milestone").write_text("131")
    elif sign:
        monkeypatch.setenv(sign, "0.20")
    assert system.on_chromebook() is bool(sign)


def test_what_the_person_has_told_sdl_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in system.wishes("linux", chromebook=False):
        monkeypatch.setenv(name, "mine")
    system.tell()
    assert {os.environ[name] for name in system.wishes("linux", chromebook=False)} == {"mine"}


def test_a_first_start_on_dense_pixels_has_text_that_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    windows(monkeypatch, GetDpiForSystem=Function(192))
    size = (1152, 648)
    assert readable(Settings(), Request(), size).scale == 200
    assert readable(Settings(), Request(scale=100), size).scale == 100, "as it was asked for"
    assert readable(Settings(window=(0, 0, *size)), Request(), size).scale == 100, "as it was left"
