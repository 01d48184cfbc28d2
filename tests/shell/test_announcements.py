"""Nothing is announced before it has happened: what is refused, or fails, is only complained about."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest
from PIL import Image

from game.core.scenario import startup
from game.files.scenario_file import write_scenario
from game.files.scenario_parts import OpenedScenario
from game.files.tour_file import FIRST_TOUR, read_tour
from game.handout.text_code import encoded
from game.input.effects import Copy, CopyLayer, OpenPath, Paste, Save
from game.input.window_intents import Saved
from game.session.tour import tour_begun
from game.words.texts import TEXTS
from tests.picture import scenarios

from .hands import Person, weight

if TYPE_CHECKING:
    pass

TRIED_ELSEWHERE = ("no_text", "vote")
BEGINNINGS = {
    name: words.split("{")[0]
    for name, words in TEXTS.items()
    if name.startswith("message.") and not any(part in name for part in TRIED_ELSEWHERE)
}
"""How each announcement begins; a vote's are tried with it."""


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a clipboard in memory holds."""
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: held[-1] if held else "")
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    monkeypatch.setenv("PATH", os.devnull)  # there is no way to a picture on the system's clipboard
    return held


def said(person: Person) -> list[str]:
    """Return the names of the announcements that are shown."""
    sentences = [toast.sentence for toast in person.state.interface.toasts]
    return [name for sentence in sentences for name, start in BEGINNINGS.items() if sentence.startswith(start)]


def complaints(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts if toast.sentence not in said(person)]


def locked(person: Person, *locks: str) -> Person:
    """Put the person into a stop of a tour that locks something."""
    tour = read_tour()
    stop = tour.stops[1].changed(locked=frozenset(locks))
    person.controller.state = tour_begun(person.state, tour.changed(stops=(stop,)))
    person.controller.built()
    return person


def does(person: Person, *intents: object) -> Person:
    person.controller.dispatch(intents)  # type: ignore[arg-type]  # they are intents
    person.controller.built()
    person.sees_what_opens()
    return person


def test_what_was_done_is_announced_each_by_its_sentence(clipboard: list[str], tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", scenarios()["integers"])
    found = said(does(Person(), Copy()))
    covered = Person()
    covered.keys("C")
    found += [name for name in said(does(covered, Copy())) if name.endswith("coverage")]
    clipboard.append("1 2\n3 4\n5 6")
    found += said(does(Person(), Paste()))
    two = "1 0 1\n0 1 1\n1 1 1\n\n1 1 1\n0 0 1\n1 1 1"
    person = Person()
    for onto, several in ((None, two), (weight(0, 0), two), (None, "[[[[1]], [[2]]], [[[3]], [[4]]]]")):
        clipboard.append(several)
        person.set(cursor=onto)
        found += said(does(person, Paste()))
    found += [name for form in ("pytorch", "numpy") for name in said(does(Person(), CopyLayer(form)))]
    found += said(does(Person(), OpenPath(str(tmp_path / "a.json"))))
    clipboard.append(encoded(OpenedScenario(startup(), None, {})))
    found += said(does(Person(), Paste()))
    found += said(does(Person(), Saved(str(tmp_path / "b.json"))))
    assert set(found) == set(BEGINNINGS), "an announcement has no case here"


@pytest.mark.parametrize(
    ("locks", "onto", "pasted"),
    [
        (("image",), None, "1 0\n0 1\n1 1\n0 0"),
        (("image_size",), None, "1 0\n0 1\n1 1\n0 0"),
        (("kernel",), weight(0, 0), "3 0\n0 1"),
        (("kernel_size",), weight(0, 0), "1 0 2\n0 1 2\n0 1 2"),
        ((), weight(0, 0), "\n".join(" ".join(["1"] * 14) for _ in range(14))),  # it does not fit into the image
        ((), weight(0, 0), "1000 1\n1 1"),
        (("image",), None, "1 0\n0 1\n\n1 1\n0 0"),
        (("kernel",), None, "[[[[1]]], [[[2]]]]"),
        (("kernel",), None, "1 0\n0 1\n\n1 1\n0 0"),
        ((), weight(0, 0), "1 0\n0 1\n\n1 1\n0 0"),
        ((), None, "1 0\n0 1\n\n1 1\n0 0\n\n1 2"),
        ((), None, "[[[[1]], [[2]]], [[[3]], [[4]]]]"),
        ((), None, "\n".join(" ".join(["1"] * 257) for _ in range(257))),
        ((), None, "1 2\n3"),
        ((), None, "no grid"),
        ((), None, ""),
        ((), None, "-1000 0\n0 1"),
    ],
)
def test_a_refused_paste_announces_nothing(
    clipboard: list[str], locks: tuple[str, ...], onto: object, pasted: str
) -> None:
    clipboard.append(pasted)
    person = Person()
    if locks:
        locked(person, *locks)
    before = person.state.scenario
    person.set(cursor=onto)
    does(person, Paste())
    assert person.state.scenario is before
    assert said(person) == []
    assert complaints(person)


def damaged(folder: Path, kind: str) -> Path:
    """Write a file that cannot be opened, and return where it is."""
    path = folder / "bad"
    data = {
        "no scenario": b'{"a": 1}',
        "cut off": b'{"kernelscope": 1, "image": [[1,',
        "a damaged tour": b'{"kernelscope_tour": 1, "stops": [{"text": "a"}]}',
        "a damaged picture": b"\x89PNG\r\n\x1a\n",
        "unknown": b"PK\x03\x04",
        "too large": b" " * (4 * 1024 * 1024 + 1),
    }
    if kind == "a tiny picture":
        Image.new("L", (1, 1)).save(path, "PNG")
    elif kind == "a folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes(data[kind])
    return path


KINDS = ("no scenario", "cut off", "a damaged tour", "a damaged picture", "unknown", "too large", "a folder", "missing")


@pytest.mark.parametrize("kind", [*KINDS, "a tiny picture"])
def test_what_cannot_be_opened_announces_nothing_and_is_not_remembered(tmp_path: Path, kind: str) -> None:
    person = Person(startup().varied(padding=(0, 0)))
    before = person.state
    does(person, OpenPath(str(damaged(tmp_path, kind))))
    assert person.state.scenario is before.scenario
    assert (person.state.tour, person.state.path, person.state.settings.recent) == (None, None, ())
    assert said(person) == []
    assert len(complaints(person)) == 1


def test_a_tour_that_compare_refuses_announces_nothing() -> None:
    person = Person()
    person.keys("D")
    does(person, OpenPath(str(FIRST_TOUR)))
    assert person.state.tour is None
    assert said(person) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_what_cannot_be_written_is_not_said_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    person = does(Person(), Saved(str(tmp_path / "a.json")))
    person.set(toasts=())
    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(os, "open", full)
    does(person, Save())
    assert said(person) == []
    assert len(complaints(person)) == 1


def test_without_a_clipboard_nothing_is_said_to_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise pygame.error("none")

    monkeypatch.setattr(pygame.scrap, "put_text", fail)
    person = does(Person(), Copy())
    assert said(person) == []
    assert len(complaints(person)) == 1
