"""Opening a picture in the window: it goes on meanwhile, says so when it takes long, and can be told to stop."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.core.scenario import startup
from game.files import decoder
from game.files.scenario_file import write_scenario
from game.files.tour_file import read_tour
from game.input.effects import OpenPath
from game.input.event_types import KeyDown
from game.input.scenario_intents import SetQuantity
from game.input.tour_intents import BeginTour

from .hands import Person

HANGS = "import time; time.sleep(600)"


def photo(path: Path, rows: int = 90, columns: int = 120, colour: bool = True) -> Path:
    shape = (rows, columns, 3) if colour else (rows, columns)
    Image.fromarray(np.random.default_rng(4).integers(0, 256, shape, dtype=np.uint8)).save(path)
    return path


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every picture take for ever."""
    monkeypatch.setattr(decoder, "command", lambda *_: [sys.executable, "-c", HANGS])


def begins(person: Person, path: Path) -> None:
    """Open a file without waiting for what comes of it."""
    person.controller.dispatch((OpenPath(str(path)),))
    person.controller.built()


def passes(person: Person, seconds: float) -> None:
    """Let time pass in the window without waiting for a picture."""
    for _ in range(max(1, round(seconds * 20))):
        person.now += 0.05
        person.controller.pass_time(0.05, person.now)
        person.controller.built()


def sentences(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts]


def test_a_colour_photo_stands_there_in_proportion_and_that_is_said(tmp_path: Path) -> None:
    person = Person()
    begins(person, photo(tmp_path / "photo.jpg"))
    person.sees_what_opens()
    assert person.state.scenario.pixel_tensor.shape == (3, 48, 64)
    assert sentences(person) == ["Opened photo.jpg: 90 × 120, shown at 48 × 64 in colour; Resolution shows more."]
    assert person.state.settings.recent[0] == str(tmp_path / "photo.jpg")
    assert person.state.mixed
    begins(person, photo(tmp_path / "gray.png", 30, 20, colour=False))
    person.sees_what_opens()
    assert person.state.scenario.pixel_tensor.shape == (1, 30, 20)
    assert sentences(person)[-1] == "Opened gray.png: 30 × 20 in gray."
    person.keys("Ctrl+Z")
    assert person.state.scenario.pixel_tensor.shape == (3, 48, 64)
    person.keys("Ctrl+Z")
    assert person.state.scenario == startup()


@pytest.mark.usefixtures("hanging")
def test_the_window_goes_on_while_a_picture_takes_long_and_says_so(tmp_path: Path) -> None:
    person = Person(playing=True)
    began = time.perf_counter()
    begins(person, photo(tmp_path / "photo.jpg"))
    passes(person, 0.3)
    assert sentences(person) == []
    before = person.state.playback.position
    passes(person, 2.0)
    assert sentences(person) == ["Opening photo.jpg …"]
    assert person.state.playback.position > before
    assert person.controller.alive
    assert time.perf_counter() - began < 8
    person.controller._documents.close()
    assert person.controller._documents.pictures.reading is None


@pytest.mark.usefixtures("hanging")
def test_escape_stops_it_and_leaves_nothing_else(tmp_path: Path) -> None:
    person = Person()
    person.keys("C")
    assert person.state.interface.coverage
    begins(person, photo(tmp_path / "photo.jpg"))
    passes(person, 1.0)
    reading = person.controller._documents.pictures.reading
    assert reading is not None
    assert reading._helper is not None
    process = reading._helper.process
    person.controller.handle(KeyDown("Escape"))
    person.controller.built()
    assert sentences(person) == ["Opening photo.jpg was stopped; nothing was changed."]
    assert process.poll() is not None
    assert person.state.interface.coverage
    assert person.state.scenario == startup()
    person.keys("Escape")
    assert not person.state.interface.coverage


@pytest.mark.usefixtures("hanging")
def test_what_is_opened_next_takes_its_place(tmp_path: Path) -> None:
    person = Person()
    begins(person, photo(tmp_path / "photo.jpg"))
    write_scenario(tmp_path / "a.json", startup().named("A scenario"))
    begins(person, tmp_path / "a.json")
    assert person.controller._documents.pictures.reading is None
    assert person.state.scenario.name == "A scenario"
    begins(person, photo(tmp_path / "one.png"))
    first = person.controller._documents.pictures.reading
    begins(person, photo(tmp_path / "two.png"))
    assert first is not None
    assert first._helper is None
    person.controller._documents.close()


@pytest.mark.usefixtures("hanging")
def test_one_that_takes_too_long_is_told_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person()
    begins(person, photo(tmp_path / "photo.jpg"))
    reading = person.controller._documents.pictures.reading
    assert reading is not None
    monkeypatch.setattr(reading, "_ends", time.monotonic())
    passes(person, 0.05)
    assert [words for words in sentences(person) if "took longer than 20 seconds" in words] == sentences(person) != []
    assert person.state.scenario == startup()


def test_what_was_changed_meanwhile_stays_but_for_the_image(tmp_path: Path) -> None:
    person = Person()
    begins(person, photo(tmp_path / "photo.jpg"))
    person.controller.dispatch((SetQuantity("stride", None, 3),))
    person.sees_what_opens()
    assert person.state.scenario.stride == (3, 3)
    assert person.state.scenario.pixel_tensor.shape == (3, 48, 64)


def test_a_picture_takes_the_place_of_a_tour_as_any_file_does(tmp_path: Path) -> None:
    person = Person()
    person.controller.dispatch((BeginTour(read_tour()),))
    begins(person, photo(tmp_path / "photo.jpg"))
    person.sees_what_opens()
    assert (person.state.tour, person.state.scenario.name) == (None, "photo")


@pytest.mark.parametrize("keys", [("D",), ("P",), ("V",), ("F5",)])
def test_a_picture_that_arrives_in_any_mode_is_shown_there_or_refused_in_a_sentence(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    person = Person()
    begins(person, photo(tmp_path / "photo.jpg"))
    for key in keys:
        person.controller.handle(KeyDown(key))
        person.controller.built()
    person.sees_what_opens()
    assert sentences(person)
