"""The sheet of the pictures that come along: how one comes to it, what it shows, and what opens from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.own_pictures import PICTURES
from game.files.settings import Settings
from game.shell import offering
from game.ui.widgets.offer_row import OfferRow
from game.words.texts import text

from .hands import Person


def at_the_pictures(size: tuple[int, int] = (1366, 768), scale: int = 100) -> Person:
    person = Person(size=size, settings=Settings(scale=scale))
    person.keys("Ctrl+O")
    person.clicks("own pictures")
    assert person.state.interface.sheet == "pictures"
    return person


def rows(person: Person) -> list[OfferRow]:
    person.controller.built()
    return [widget for widget in person.window.widgets if isinstance(widget, OfferRow)]


def test_the_open_sheet_leads_to_the_pictures_each_in_small_with_its_size() -> None:
    found = rows(at_the_pictures())
    assert [row.label for row in found] == [text(f"pictures.{name}") for name in PICTURES]
    assert [row.detail for row in found] == [
        "192 × 256, in colour",
        "192 × 256, in colour",
        "192 × 256, in gray",
        "256 × 256, in gray",
    ]
    shapes = [row.thumbnails[0].shades.shape for row in found]
    assert shapes == [(48, 64, 3), (48, 64, 3), (48, 64, 3), (64, 64, 3)]


@pytest.mark.parametrize(("size", "scale"), [((800, 600), 100), ((1366, 768), 300)])
def test_in_small_windows_and_large_text_all_of_them_can_be_come_to(size: tuple[int, int], scale: int) -> None:
    person = at_the_pictures(size, scale)
    assert rows(person)
    person.keys("End")
    assert rows(person)[-1].label == text("pictures.test-card")


@pytest.mark.parametrize(("index", "channels"), [(1, 3), (3, 1)])
def test_a_picture_becomes_the_image_in_its_proportions(index: int, channels: int) -> None:
    person = at_the_pictures()
    person.clicks(f"picture {index}")
    person.sees_what_opens()
    assert person.state.interface.sheet is None
    tensor = person.state.scenario.pixel_tensor
    assert tensor.shape == (channels, *((48, 64) if channels == 3 else (64, 64)))
    assert tensor.max() > 0.8


def test_a_picture_that_is_missing_is_offered_by_its_name_and_says_so_when_it_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(offering, "PICTURES", {"fruit": tmp_path / "fruit.png"})
    person = at_the_pictures()
    (row,) = rows(person)
    assert (row.label, row.detail, row.thumbnails) == (text("pictures.fruit"), "", ())
    person.clicks("picture 0")
    assert "fruit.png" in person.state.interface.toasts[-1].sentence
