"""Large photos have small pictures in Open: they are read in a process, one after another, and nobody waits."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game.files import decoder
from game.files.opening import THUMBNAIL
from game.files.settings import Settings
from game.input.effects import OpenFile
from game.ui.widgets.offer_row import OfferRow

from .hands import Person

SMALL = max(THUMBNAIL)
MOST_SECONDS = 60


def rows(person: Person) -> dict[str, OfferRow]:
    return {one.label: one for one in person.window.widgets if isinstance(one, OfferRow)}


def opens(paths: list[Path]) -> Person:
    person = Person(size=(1366, 1000), settings=Settings(recent=tuple(map(str, paths))))
    person.controller.dispatch((OpenFile(),))
    person.controller.built()
    return person


def passes(person: Person) -> None:
    person.now += 0.05
    person.controller.pass_time(0.05, person.now)
    person.controller.built()


def waits(person: Person) -> None:
    began = time.monotonic()
    while person.controller._documents.small.wanted and time.monotonic() - began < MOST_SECONDS:
        assert person.controller.alive
        passes(person)
        time.sleep(0.01)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Return a large photo in colour, one in gray, a small WebP, and a damaged one that is large."""
    random = np.random.default_rng(3)
    colour = random.integers(0, 256, (800, 1200, 3), dtype=np.uint8)
    colour[:, :600] = (200, 40, 40)
    paths = [tmp_path / name for name in ("photo.png", "gray.png", "a.webp", "bad.jpg")]
    Image.fromarray(colour).save(paths[0])
    Image.fromarray(random.integers(0, 256, (1200, 1000), dtype=np.uint8)).save(paths[1])
    Image.fromarray(colour[:30, :60]).save(paths[2], lossless=True)
    paths[3].write_bytes(b"\xff\xd8\xff\xe0" + bytes(1_200_000))
    assert all(path.stat().st_size > 2**20 for path in (*paths[:2], paths[3]))
    return paths


def test_large_photos_and_other_kinds_get_their_small_pictures_after_a_while(photos: list[Path]) -> None:
    person = opens(photos)
    assert [len(row.thumbnails) for row in rows(person).values()] == [0, 0, 0, 0]
    waits(person)
    found = rows(person)
    assert [len(row.thumbnails) for row in found.values()] == [1, 1, 1, 0]
    shades = found["photo.png"].thumbnails[0].shades
    assert shades.shape == (SMALL * 2 // 3, SMALL, 3)
    assert np.allclose(shades[:, : SMALL // 2 - 1], np.array([200, 40, 40]) / 255, atol=0.01)
    assert found["gray.png"].thumbnails[0].shades.ndim == 2
    assert not found["photo.png"].icon
    assert found["bad.jpg"].icon == "folder-open"
    assert not person.controller._documents.small.wanted


def test_the_window_does_not_wait_for_one_that_hangs(photos: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder, "command", lambda *_: [sys.executable, "-c", "import time; time.sleep(600)"])
    person = opens(photos)
    passes(person)
    helper = person.controller._documents.small._reading._helper  # type: ignore[union-attr]
    assert helper is not None
    began = time.process_time()
    for _ in range(5):
        passes(person)
    assert time.process_time() - began < 2
    person.controller._documents.close()
    assert helper.ended
    assert not person.controller._documents.small.wanted
