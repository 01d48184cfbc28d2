"""What every test needs: drawing without a screen, and a data folder that is nobody's."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.ui.canvas import Canvas
    from game.ui.typeface import Typeface

# Before anything imports pygame: no test may open a window on the screen of the person who runs it.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


# The same examples each time where many builds share one answer; at a desk new ones are tried.
# None is timed: on a busy machine an example may take long and still be right.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that records the golden pictures anew."""
    parser.addoption("--record-golden", action="store_true", help="keep what is drawn now as the golden pictures")


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a data folder of its own, which does not exist yet: none may touch the person's."""
    folder = tmp_path_factory.getbasetemp() / f"data-{next(_NUMBERS)}"
    monkeypatch.setenv("KERNELSCOPE_DATA", str(folder))
    return folder


_NUMBERS = iter(range(1_000_000))


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Let garbage be collected again after a test of what ends that for the life of a program: tests share one."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def typeface() -> Typeface:
    """Return the typeface, with the screen library started without a screen."""
    from .picture import typeface as shared

    return shared()


@pytest.fixture
def canvas() -> Canvas:
    """Return a canvas in the theme Night, 640 × 360."""
    from .picture import new_canvas

    return new_canvas((640, 360))
