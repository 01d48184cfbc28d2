"""Files of numbers by hand: what is asked, what is taken, what is said, and that Escape changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.counts import with_channel_count
from game.core.operation_change import with_operation
from game.core.scenario import startup
from game.files.dialog_window import PATTERNS
from game.files.settings import Settings
from game.files.tour_file import FIRST_TOUR
from game.input.event_types import DroppedFile
from game.input.intent import Side
from game.input.mode_intents import FocusSide, ToggleCompare
from game.shell.offering import KINDS, of_folder
from game.ui.themes import BLACK, THEMES, WHITE
from game.ui.widgets.offer_row import OfferRow, _colours

from .hands import Person

GRID = np.array([[0.0, 2.0, 0.0], [3.0, -1.0, 12.0]])


def text_file(folder: Path, name: str = "k.csv", grid: Any = GRID) -> Path:
    np.savetxt(folder / name, grid, delimiter=",", fmt="%g")
    return folder / name


def array_file(folder: Path, array: Any, name: str = "k.npy") -> Path:
    np.save(folder / name, array)
    return folder / name


def dropped(path: Path, person: Person | None = None) -> Person:
    found = person or Person()
    found.happens(DroppedFile(str(path)))
    found.controller.built()
    return found


def said(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts]


def rows(person: Person) -> list[tuple[str, str]]:
    person.controller.built()
    return [(each.label, each.detail) for each in person.window.widgets if isinstance(each, OfferRow)]


def test_a_grid_that_could_be_both_is_asked_about_with_what_was_read(tmp_path: Path) -> None:
    person = dropped(array_file(tmp_path, GRID[None, None]))
    assert person.state.interface.sheet == "numbers"
    assert rows(person) == [
        ("The image", "replaces the present image, 8 × 8"),
        ("The kernel", "replaces the present kernel, 3 × 3"),
    ]
    lines = [getattr(each, "text", "") for each in person.window.widgets]
    assert "k.npy: image or kernel?" in lines
    assert "2 × 3: dimensions of 1 left out of 1 × 1 × 2 × 3" in lines
    assert not said(person)


@pytest.mark.parametrize("way", ["click", "keys"])
def test_the_image_is_taken_with_its_white_as_one_undo_entry(tmp_path: Path, way: str) -> None:
    path = text_file(tmp_path)
    person = dropped(path)
    before = person.state.scenario
    if way == "click":
        person.clicks("number 0")
    else:
        person.keys("Enter")
    assert np.array_equal(person.state.scenario.image, GRID)
    assert person.state.scenario.white == 16
    assert person.state.scenario.kernel is before.kernel
    assert person.state.interface.sheet is None
    assert person.state.interface.offered is None
    assert said(person) == ["k.csv: 2 × 3, taken as the image."]
    assert person.state.settings.recent == (str(path),)
    assert person.state.path is None
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_the_kernel_is_taken_by_its_row_and_the_remarks_are_said(tmp_path: Path) -> None:
    person = dropped(array_file(tmp_path, GRID[:, :, None]))
    before = person.state.scenario
    person.keys("Tab", "Enter")
    assert np.array_equal(person.state.scenario.kernel, GRID)
    assert person.state.scenario.image is before.image
    assert said(person) == ["k.npy: 2 × 3, taken as the kernel, dimensions of 1 left out of 2 × 3 × 1."]
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_escape_and_the_close_button_change_nothing(tmp_path: Path) -> None:
    for close in ("Escape", "close sheet"):
        person = Person()
        before = person.state
        dropped(text_file(tmp_path), person)
        if close == "Escape":
            person.keys(close)
        else:
            person.clicks(close)
        now = person.state
        assert now.history is before.history
        assert (now.interface.sheet, now.interface.offered, now.interface.focus) == (None, None, None)
        assert now.settings == before.settings
        assert not said(person)


def test_arrows_go_through_the_answers_and_enter_takes_the_one_with_the_ring(tmp_path: Path) -> None:
    person = dropped(text_file(tmp_path))
    before = person.state.scenario
    rings = [person.state.interface.focus]
    for key in ("Down", "Up", "Down"):
        person.keys(key)
        rings.append(person.state.interface.focus)
    assert rings == ["number 0", "number 1", "number 0", "number 1"]
    person.keys("Enter")
    assert np.array_equal(person.state.scenario.kernel, GRID)
    assert person.state.scenario.image is before.image


def test_arrows_bring_an_answer_that_is_out_of_sight_into_view(tmp_path: Path) -> None:
    arrays: dict[str, Any] = {f"array{index}": np.ones((3, 3)) for index in range(30)}
    np.savez(tmp_path / "many.npz", **arrays)
    person = dropped(tmp_path / "many.npz")
    for _ in range(25):
        person.keys("Down")
        person.controller.built()
    ringed = person.window.named("number 25")
    assert person.state.interface.focus == "number 25"
    assert ringed is not None
    assert ringed.visible.h == ringed.rect.h


def test_the_answers_pictures_have_the_hues_of_what_they_become_and_the_words_stand_beside(tmp_path: Path) -> None:
    person = dropped(text_file(tmp_path))
    person.controller.built()
    offers = [each for each in person.window.widgets if isinstance(each, OfferRow)]
    assert [offer.thumbnails[0].hue for offer in offers] == ["", "kernel"]
    assert [offer.places for offer in offers] == [1, 1]
    theme = THEMES[person.state.settings.theme]
    image, kernel = (_colours(offer.thumbnails[0], theme) for offer in offers)
    assert tuple(image[1, 2]) == WHITE
    assert tuple(kernel[1, 2]) == theme.kernel
    assert tuple(image[0, 0]) == BLACK
    assert tuple(kernel[0, 0]) == theme.neutral


def test_another_sheet_puts_the_question_aside(tmp_path: Path) -> None:
    person = dropped(text_file(tmp_path))
    person.keys("F1")
    assert person.state.interface.sheet == "help"
    assert person.state.interface.offered is None


@pytest.mark.parametrize("shape", [(16, 3), (3, 16), (64, 64)])
def test_what_is_larger_than_a_kernel_is_the_image_without_a_question(tmp_path: Path, shape: tuple[int, int]) -> None:
    grid = np.arange(shape[0] * shape[1]).reshape(shape) % 9
    person = dropped(text_file(tmp_path, "photo.txt", grid))
    assert np.array_equal(person.state.scenario.image, grid)
    assert person.state.scenario.white == 8
    assert said(person) == [f"photo.txt: {shape[0]} × {shape[1]}, taken as the image."]


def test_three_dimensions_are_channels_and_four_are_filters(tmp_path: Path) -> None:
    chance = np.random.default_rng(2)
    image, weights = chance.integers(0, 9, (3, 6, 5)), chance.integers(-2, 3, (4, 3, 2, 3)).astype("f4")
    person = dropped(array_file(tmp_path, image, "image.npy"))
    assert np.array_equal(person.state.scenario.pixel_tensor, image)
    assert said(person) == ["image.npy: 6 × 5, channels: 3, taken as the image."]
    dropped(array_file(tmp_path, weights, "weights.npy"), person)
    assert np.array_equal(person.state.scenario.layer.weights, weights)
    assert said(person)[-1] == "weights.npy: 2 × 3, filters: 4, each for channels: 3, taken as the kernels."


def test_of_several_arrays_one_is_chosen_and_then_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "net.npz"
    np.savez(path, big=np.ones((20, 20)), edge=GRID, complex=np.ones((2, 2)) * 1j)
    person = dropped(path)
    assert rows(person) == [("big", "20 × 20, float64"), ("edge", "2 × 3, float64")]
    person.clicks("number 1")
    assert [words for words, _ in rows(person)] == ["The image", "The kernel"]
    assert "net.npz:edge: image or kernel?" in [getattr(each, "text", "") for each in person.window.widgets]
    person.clicks("number 1")
    assert np.array_equal(person.state.scenario.kernel, GRID)
    assert said(person) == ["net.npz: 2 × 3, taken as the kernel."]
    dropped(path, person)
    person.clicks("number 0")
    assert person.state.interface.sheet is None
    assert person.state.scenario.image_size == (20, 20)


def test_an_array_that_cannot_be_taken_says_why_and_the_choice_stays(tmp_path: Path) -> None:
    np.savez(tmp_path / "net.npz", bad=np.array([[1, np.nan]]), good=GRID)
    person = dropped(tmp_path / "net.npz")
    before = person.state
    person.clicks("number 0")
    assert len(said(person)) == 1
    assert "net.npz:bad” holds NaN in row 1, column 2" in said(person)[0]
    assert person.state.history is before.history
    assert [words for words, _ in rows(person)] == ["bad", "good"]
    person.clicks("number 1")
    assert [words for words, _ in rows(person)] == ["The image", "The kernel"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("k.csv", b"1,2\n3,x"), ("k.npy", b"\x93NUMPY\x01\x00"), ("k.npz", b"PK\x03\x04"), ("k.txt", b"hello")],
)
def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    person = Person()
    before = person.state
    dropped(tmp_path / name, person)
    assert len(said(person)) == 1
    assert name in said(person)[0]
    assert person.state.history is before.history
    assert person.state.interface.sheet is None
    assert person.state.settings == before.settings


def test_numbers_beyond_what_is_allowed_are_refused_without_being_announced(tmp_path: Path) -> None:
    person = Person()
    before = person.state
    dropped(text_file(tmp_path, grid=[[1, 5000], [0, 0]]), person)
    person.clicks("number 1")
    assert len(said(person)) == 1
    assert "999" in said(person)[0]
    assert person.state.history is before.history
    assert person.state.settings == before.settings


def test_a_pooling_has_no_kernel_so_that_nothing_is_asked(tmp_path: Path) -> None:
    person = Person(with_operation(startup(), "max pooling"))
    dropped(text_file(tmp_path, grid=np.ones((4, 4))), person)
    assert person.state.interface.sheet is None
    assert person.state.scenario.image_size == (4, 4)


def test_with_several_channels_the_answers_say_what_is_in_front(tmp_path: Path) -> None:
    person = dropped(text_file(tmp_path), Person(with_channel_count(startup(), 3)))
    assert rows(person)[0] == ("The image", "replaces the channel in front, 8 × 8")


def test_of_two_settings_the_kernel_of_the_one_in_focus_is_replaced(tmp_path: Path) -> None:
    person = Person()
    person.controller.dispatch((ToggleCompare(), FocusSide(Side.B)))
    dropped(text_file(tmp_path), person)
    person.clicks("number 1")
    assert np.array_equal(person.state.work.of(Side.B).kernel, GRID)
    assert not np.array_equal(person.state.scenario.kernel, GRID)


def test_what_is_taken_in_a_tour_is_the_persons_own_and_ends_it(tmp_path: Path) -> None:
    person = Person()
    own = person.state.scenario
    dropped(FIRST_TOUR, person)
    assert person.state.tour is not None
    dropped(text_file(tmp_path), person)
    assert person.state.tour is not None, "a question changes nothing"
    person.clicks("number 1")
    assert person.state.tour is None
    assert np.array_equal(person.state.scenario.kernel, GRID)
    assert person.state.scenario.image is own.image


def test_the_list_of_a_folder_has_files_of_numbers(tmp_path: Path) -> None:
    for name in ("a.csv", "b.tsv", "c.txt", "d.npy", "e.npz", "f.md", "g.tex", "h.m", "i.json", "j.exe"):
        (tmp_path / name).touch()
    assert "".join(offer.words[0] for offer in of_folder(tmp_path)) == "abcdefghi"


def test_the_file_dialog_shows_what_the_list_of_a_folder_has() -> None:
    assert {f"*{ending}" for ending in KINDS} <= set(PATTERNS.split())
    assert {f"*{ending.upper()}" for ending in KINDS} <= set(PATTERNS.split())


@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
def test_both_answers_are_in_sight_in_every_window(tmp_path: Path, size: tuple[int, int], scale: int) -> None:
    name = "a name that is longer than any window is wide " * 4
    person = dropped(text_file(tmp_path, f"{name}.csv"), Person(size=size, settings=Settings(scale=scale)))
    shown = [each for each in person.window.widgets if isinstance(each, OfferRow)]
    assert len(shown) == 2
    assert all(each.visible == each.rect for each in shown)
