"""A picture on the clipboard is pasted where there is no text: the system is asked for it, and may hang or lie."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
import pygame
import pytest
from PIL import Image

from game.core.scenario import startup
from game.files.tour_file import read_tour
from game.input.event_types import KeyDown
from game.input.intent import GridName
from game.input.interface_intents import PlaceCursor
from game.session.tour import tour_begun
from game.shell.targets import picture_alone

from .hands import Person, pixel, weight

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system is asked in another way there")
PIXELS = np.random.default_rng(2).integers(0, 256, (90, 120, 3), dtype=np.uint8)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the one program that is asked, `xclip`, which puts out a file of that folder, `held`."""
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":nowhere")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    asked(tmp_path, f"/bin/cat {tmp_path / 'held'}")
    return tmp_path


def asked(system: Path, does: str) -> None:
    """Let the system's program do something."""
    (system / "xclip").write_text(f"#!/bin/sh\n{does}\n")
    (system / "xclip").chmod(0o755)


def sentences(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts]


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF"])
def test_it_becomes_the_image_as_a_dropped_one_does(system: Path, kind: str) -> None:
    Image.fromarray(PIXELS).save(system / "held", kind)
    person = Person()
    person.keys("Ctrl+V")
    assert person.state.scenario.pixel_tensor.shape == (3, 48, 64)
    assert sentences(person) == ["Pasted a picture: 90 × 120, shown at 48 × 64 in colour; Resolution shows more."]
    assert person.state.settings.recent == ()
    assert person.state.mixed
    Image.fromarray(PIXELS[:20, :30, 0]).save(system / "held", kind)
    person.keys("Ctrl+V")
    assert np.allclose(person.state.scenario.pixel_tensor, [PIXELS[:20, :30, 0] / 255], atol=1e-11)
    assert sentences(person)[-1] == "Pasted a picture: 20 × 30 in gray."
    person.keys("Ctrl+Z", "Ctrl+Z")
    assert person.state.scenario == startup()


def test_it_becomes_the_image_wherever_the_cursor_is(system: Path) -> None:
    Image.fromarray(PIXELS[:20, :30]).save(system / "held", "PNG")
    for at in (pixel(0, 0), weight(0, 0)):
        person = Person()
        person.set(cursor=at)
        person.keys("Ctrl+V")
        assert person.state.scenario.pixel_tensor.shape == (3, 20, 30)
        assert person.state.scenario.kernel_size == startup().kernel_size


def test_where_a_tour_locks_the_image_it_is_refused_and_the_tour_stays(system: Path) -> None:
    Image.fromarray(PIXELS[:20, :30, 0]).save(system / "held", "PNG")
    person, tour = Person(), read_tour()
    stop = tour.stops[1].changed(locked=frozenset(("image",)))
    person.controller.state = tour_begun(person.state, tour.changed(stops=(stop,)))
    before = person.state.scenario
    person.keys("Ctrl+V")
    assert person.state.tour is not None
    assert person.state.scenario is before
    assert len(sentences(person)) == 1


@pytest.mark.parametrize(
    "does",
    [
        "echo 'Error: target image/png not available' >&2; exit 1",
        "exit 3",
        "echo no picture",
        "echo '%!PS-Adobe-3.0 EPSF-3.0'; echo '%%BoundingBox: 0 0 9 9'",
        "kill -9 $$",
    ],
)
def test_where_the_system_has_none_the_sentence_is_as_ever(system: Path, does: str) -> None:
    asked(system, does)
    person = Person()
    person.keys("Ctrl+V")
    assert sentences(person) == ["There is no text to paste."]
    assert person.state.scenario == startup()


def test_where_nothing_can_be_asked_the_sentence_is_as_ever(system: Path) -> None:
    (system / "xclip").unlink()
    person = Person()
    person.keys("Ctrl+V")
    assert sentences(person) == ["There is no text to paste."]


def test_a_monstrous_and_a_damaged_one_are_told(system: Path) -> None:
    Image.new("1", (9000, 9000)).save(system / "held", "PNG")
    person = Person()
    person.keys("Ctrl+V")
    assert sentences(person)[-1].startswith("The picture “clipboard” has 9000 × 9000 pixels; at most 64 million")
    Image.fromarray(PIXELS).save(system / "held", "BMP")
    os.truncate(system / "held", 500)
    person.keys("Ctrl+V")
    assert sentences(person)[-1] == "There is no text to paste."


def test_one_that_is_never_handed_over_holds_nothing(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(system, f"echo $$ > {system / 'pid.new'}; /bin/mv {system / 'pid.new'} {system / 'pid'}; /bin/sleep 600")
    person = Person()
    person.controller.handle(KeyDown("V", control=True))
    reading, told = person.controller._documents.pictures.reading, system / "pid"
    assert reading is not None
    while not told.exists() and reading.poll() is None:
        time.sleep(0.01)
    assert sentences(person) == []
    monkeypatch.setattr(reading, "_ends", 0.0)
    person.sees_what_opens()
    assert sentences(person) == ["There is no text to paste."]
    _is_gone_within_ten_seconds(Path(f"/proc/{told.read_text().strip()}/exe"))


def _is_gone_within_ten_seconds(program: Path) -> None:
    """Wait: a system that is told to end a program does so in its own time."""
    ends = time.monotonic() + 10.0
    while program.exists():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_text_that_is_there_goes_first_and_an_open_number_takes_no_picture(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.fromarray(PIXELS).save(system / "held", "PNG")
    person = Person()
    person.controller.dispatch((PlaceCursor(pixel(0, 0)),))
    person.keys("Enter")
    assert person.state.interface.entry is not None
    person.keys("Ctrl+V")
    assert person.state.scenario == startup()
    assert person.controller._documents.pictures.reading is None
    person.keys("Escape")
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "1 2\n3 4")
    person.keys("Ctrl+V")
    assert person.state.scenario.image.tolist() == [[1, 2], [3, 4]]
    assert GridName.IMAGE is pixel(0, 0).grid


@pytest.mark.parametrize(
    ("kinds", "text_asked"),
    [
        ("TARGETS image/png", False),
        ("TARGETS image/png text/html", True),
        ("TARGETS UTF8_STRING image/png", True),
        ("TARGETS UTF8_STRING", True),
        ("", True),
    ],
)
def test_a_picture_without_text_is_taken_on_x11_before_its_text_is_asked_for(
    system: Path, monkeypatch: pytest.MonkeyPatch, kinds: str, text_asked: bool
) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    asked_for: list[str] = []

    def get_text() -> str:
        asked_for.append("text")
        return ""

    monkeypatch.setattr(pygame.scrap, "get_text", get_text)
    Image.fromarray(PIXELS).save(system / "held", "PNG")
    asked(system, f'case "$*" in *TARGETS*) echo {kinds};; *) /bin/cat {system / "held"};; esac')
    person = Person()
    person.keys("Ctrl+V")
    assert bool(asked_for) == text_asked
    assert person.state.scenario.pixel_tensor.shape == (3, 48, 64)


def test_who_does_not_say_what_is_on_the_clipboard_is_not_waited_for(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    asked(system, "/bin/sleep 60")
    began = time.monotonic()
    assert not picture_alone()
    assert time.monotonic() - began < 3
