"""The gallery by hand: how one comes to it and leaves it, what is found in it, and what a scene is once it is open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.core.operation_change import operation_of
from game.files.lesson_file import read_lesson
from game.files.settings import Settings
from game.files.shelves import SHELVES, every_shelf, shelf_path
from game.files.tour_file import LESSONS, read_tour, tour_path
from game.input.effects import OpenPath
from game.input.interface_intents import ChooseShelf
from game.shell import gallery as gallery_module
from game.shell.gallery import DRAWN, SCENES
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scene_card import SceneCard, ShelfRow
from game.words.texts import text

from .hands import Person

TITLES = {name: [scene.title for scene in shelf.scenes] for name, shelf in every_shelf()}
FRAMES = 60


def in_the_gallery(size: tuple[int, int] = (1366, 768), shelf: str = "start", **settings: object) -> Person:
    """Return a person who has opened the gallery at a shelf, and waited until all of it is there."""
    person = Person(size=size, settings=Settings(**settings))  # type: ignore[arg-type]
    person.keys("G")
    person.controller.dispatch((ChooseShelf(shelf),))
    fills(person)
    return person


def fills(person: Person) -> None:
    """Let time pass until nothing is read or drawn any more."""
    person.controller.built()
    for _ in range(FRAMES * 4):
        if not person.controller.alive:
            return
        person.waits(0.02)
        person.controller.built()
    assert not person.controller._fills_gallery


def cards(person: Person) -> list[SceneCard]:
    person.controller.built()
    return [widget for widget in person.window.widgets if isinstance(widget, SceneCard)]


def titles(person: Person) -> list[str]:
    return [card.label for card in cards(person)]


def words(person: Person) -> str:
    return " ".join(widget.text for widget in person.window.widgets if isinstance(widget, Label))


def focused(person: Person) -> str | None:
    person.controller.built()
    return person.state.interface.focus


def test_g_opens_the_gallery_and_escape_leaves_it_as_it_was() -> None:
    person = Person()
    before = person.state.scenario
    person.keys("G")
    assert person.state.interface.sheet == "gallery"
    fills(person)
    assert titles(person) == TITLES["start"]
    person.keys("Escape")
    assert person.state.interface.sheet is None
    assert person.state.scenario == before


def test_the_button_of_the_bar_opens_it_and_its_arrow_leads_back() -> None:
    person = Person(size=(1920, 1080))
    person.clicks("gallery")
    assert person.state.interface.sheet == "gallery"
    person.clicks("close sheet")
    assert person.state.interface.sheet is None


def test_each_shelf_has_its_scenes_and_says_how_many() -> None:
    person = in_the_gallery((1920, 1080))
    rows = {row.name: row for row in person.window.widgets if isinstance(row, ShelfRow)}
    assert list(rows) == [f"shelf {name}" for name in (*SHELVES, "own", "lessons", "tours", "last")]
    for name in SHELVES:
        assert rows[f"shelf {name}"].count == str(len(TITLES[name]))
    person.clicks("shelf pooling")
    assert titles(person) == TITLES["pooling"]
    assert person.widget("shelf pooling").changed(mood=None) != rows["shelf pooling"].changed(mood=None)


def test_a_click_opens_a_scene_as_the_persons_own_and_an_undo_brings_the_work_back() -> None:
    person = in_the_gallery(shelf="transposed")
    before = person.state.scenario
    person.clicks("card transposed 1")
    assert person.state.interface.sheet is None
    assert operation_of(person.state.scenario) == "transposed convolution"
    name = person.widget("name")
    assert isinstance(name, Button)
    assert name.label == TITLES["transposed"][1]
    assert person.state.path is None
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_a_scene_of_two_settings_begins_to_compare_them() -> None:
    person = in_the_gallery(shelf="stride")
    person.keys("End")
    place = TITLES["stride"].index("Same against valid")
    person.clicks(f"card stride {place}")
    assert person.state.compare.on
    other = person.state.work.other
    assert other is not None
    assert (person.state.scenario.padding, other.padding) == ((1, 1), (0, 0))
    person.keys("G")
    fills(person)
    person.keys("End")
    person.clicks(f"card stride {TITLES['stride'].index('Dilated against dense')}")
    other = person.state.work.other
    assert other is not None
    assert other.kernel_size == (5, 5), "the side B of the next scene takes its place"


def test_a_photo_comes_in_its_colours_with_its_picture() -> None:
    person = in_the_gallery((1920, 1080), shelf="photos")
    card = next(card for card in cards(person) if card.label == "Street: box blur")
    assert card.thumbnails[0].shades.shape == (48, 64, 3)
    person.clicks(card.name)
    assert person.state.interface.mixed
    assert person.state.scenario.picture is not None


def test_what_is_typed_is_searched_for_on_all_shelves() -> None:
    person = in_the_gallery((1920, 1080), shelf="figures")
    person.types("checkerboard")
    fills(person)
    assert titles(person)[0] == "A checkerboard out of nothing"
    assert {card.name.split()[1] for card in cards(person)} == {"transposed"}
    person.keys("Escape")
    assert person.state.interface.sheet == "gallery", "the first Escape takes back what was typed"
    assert titles(person)[0] == TITLES["figures"][0]


@pytest.mark.parametrize(
    ("typed", "found", "other"),
    [
        ("stride 2", "Stride 2 that fits", "Full: every overlap counts"),
        ("dilated", "Dilation 2: 3 × 3 sees 5 × 5", "Stride 2 that fits"),
        ("max pooling", "The largest of four", "The mean of four"),
        ("sobel right", "A digit, lighter to the right", "Emboss"),
        ("7x9", "Gaussian blur of a point", "Emboss"),
        ("PHOTOS street", "Street: emboss", "Blocks: emboss"),
        ("compare", "Same against valid", "Stride 2 that fits"),
        ("edge", "An edge kernel on a light square", "The largest of four"),
        ("groups", "Four channels in two groups", "Four filters, four maps"),
        ("RGB", "Three channels, one sum", "Four channels in two groups"),
        ("dilation", "A window with gaps", "An edge kernel on a light square"),
        ("stride", "The largest of four", "Emboss"),
    ],
)
def test_it_is_found_by_title_shelf_kernel_size_setting_and_operation(typed: str, found: str, other: str) -> None:
    """A setting that says nothing is none: who looks for groups does not look for layers that have one."""
    person = in_the_gallery((1920, 4000))
    person.types(typed)
    fills(person)
    assert found in titles(person)
    assert other not in titles(person)


@pytest.mark.parametrize(
    ("shelf", "title"),
    [("lessons", read_lesson(LESSONS["lesson-2"]).name), ("tours", read_tour(tour_path("pooling")).name)],
)
def test_lessons_and_tours_are_found_before_their_shelf_was_ever_shown(shelf: str, title: str) -> None:
    person = in_the_gallery((1920, 4000))
    person.types(title)
    person.controller.built()
    assert cards(person) or text("gallery.loading") in words(person), "what is not read yet is not said to be nowhere"
    fills(person)
    assert title in [card.label for card in cards(person) if card.name.split()[1] == shelf]


def test_where_nothing_is_found_and_where_a_shelf_is_empty_it_says_so() -> None:
    person = in_the_gallery()
    person.types("zebra")
    fills(person)
    assert not cards(person)
    assert text("gallery.nothing", words="zebra") in words(person)
    person.keys(*["Backspace"] * 5)
    assert titles(person) == TITLES["start"]
    for name in ("own", "last"):
        person.clicks(f"shelf {name}")
        fills(person)
        assert not cards(person)
        assert text(f"gallery.empty.{name}") in words(person)


def test_before_a_shelf_is_read_it_says_that_it_comes_and_cards_wait_for_their_pictures() -> None:
    person = Person()
    person.keys("G")
    assert text("gallery.loading") in words(person)
    person.controller.pass_time(0.02, 1.0)
    assert len(cards(person)) == SCENES
    assert all(card.waits for card in cards(person))


def test_no_frame_reads_or_draws_more_than_a_little() -> None:
    person = Person(size=(1920, 1080))
    person.keys("G")
    read, drawn = 0, 0
    while person.controller.alive:
        person.controller.pass_time(0.02, 1.0)
        shelves_now = person.controller._documents.offers.gallery
        offers = [offer for shelf in shelves_now for offer in shelf.offers]
        made = sum(bool(offer.thumbnails) for offer in offers)
        assert len(offers) - read <= SCENES
        assert made - drawn <= DRAWN
        assert len(offers) == read or made == drawn, "a frame that draws cards has enough to do"
        read, drawn = len(offers), made
        person.controller.built()
    assert read == sum(map(len, TITLES.values()))
    assert drawn == len(TITLES["start"]), "only what is in sight is drawn"


def test_a_network_is_read_in_a_frame_of_its_own() -> None:
    person = Person(size=(1920, 1080))
    person.keys("G")
    found, most = 0, 0
    while person.controller.alive:
        person.controller.pass_time(0.02, 1.0)
        (shelf,) = (one for one in person.controller._documents.offers.gallery if one.name == "networks")
        found, most = len(shelf.offers), max(most, len(shelf.offers) - found)
        person.controller.built()
    assert found == len(TITLES["networks"])
    assert most == 1


def test_of_a_shelf_that_comes_into_sight_a_few_cards_are_drawn_in_a_frame() -> None:
    person = in_the_gallery((1920, 1080))
    person.controller.dispatch((ChooseShelf("edges"),))
    waiting = [sum(card.waits for card in cards(person))]
    while person.controller.alive:
        person.controller.pass_time(0.02, 1.0)
        waiting.append(sum(card.waits for card in cards(person)))
    assert waiting[0] > 3 * DRAWN
    assert waiting == [max(waiting[0] - DRAWN * index, 0) for index in range(len(waiting))]


def test_what_comes_into_sight_is_drawn_then() -> None:
    person = in_the_gallery((1024, 768), shelf="figures")
    last = f"card figures {len(TITLES['figures']) - 1}"
    assert last not in {card.name for card in cards(person)}
    person.turns((600, 500), -40)
    assert {card.name for card in cards(person) if card.waits}
    fills(person)
    assert last in {card.name for card in cards(person)}
    assert not [card for card in cards(person) if card.waits]


def test_a_finger_that_is_drawn_over_the_cards_scrolls_them_and_opens_none() -> None:
    person = in_the_gallery((1024, 768), shelf="edges")
    before = person.state.scenario
    person.drags((600, 600), (600, 590), (600, 300), touch=True)
    assert person.state.interface.scrolled("gallery sheet") > 0
    assert (person.state.interface.sheet, person.state.scenario) == ("gallery", before)
    fills(person)
    person.clicks("card edges 6", touch=True)
    assert person.state.scenario.name == TITLES["edges"][6]


def test_arrows_go_through_cards_and_over_to_the_shelves() -> None:
    person = in_the_gallery((1024, 768), shelf="edges")
    person.keys("Down")
    assert focused(person) == "card edges 0"
    person.keys("Right", "Down")
    assert focused(person) == "card edges 4", "three cards stand in a row"
    person.keys("Left")
    person.keys("Left")
    assert focused(person) == "shelf edges"
    person.keys("Down")
    assert (focused(person), person.state.interface.shelf) == ("shelf photos", "photos")
    fills(person)
    person.keys("Right", "Enter")
    assert person.state.scenario.name == TITLES["photos"][0]


def test_home_end_and_pages_bring_a_card_into_sight_whole() -> None:
    person = in_the_gallery((1024, 768), shelf="edges")
    person.keys("End")
    last = f"card edges {len(TITLES['edges']) - 1}"
    assert focused(person) == last
    card = person.widget(last)
    assert card.clip is not None
    assert card.clip.holds(card.rect)
    person.keys("Page Up")
    assert focused(person) == f"card edges {len(TITLES['edges']) - 1 - 6}", "two rows of three up"
    person.keys("Home")
    assert focused(person) == "card edges 0"
    person.keys(*["Page Down"] * 4)
    person.keys("Down", "Down")
    assert focused(person) == last


def test_enter_opens_the_first_that_is_found() -> None:
    person = in_the_gallery()
    person.types("leaky")
    person.keys("Enter")
    assert person.state.scenario.layer.activation == "leaky relu"


def test_a_card_that_is_met_says_what_to_look_at() -> None:
    person = in_the_gallery((1920, 1080), shelf="edges")
    assert text("gallery.hint") in words(person)
    person.keys("Down")
    person.controller.built()
    assert "Positive where a stroke begins, negative where it ends." in words(person)


def test_in_present_it_covers_the_wall_and_leaves_it_clean() -> None:
    person = Person()
    person.keys("F5", "G")
    fills(person)
    assert person.state.interface.presenting
    person.keys("Right", "Escape")
    assert (person.state.interface.sheet, person.state.interface.focus) == (None, None)
    assert person.state.interface.presenting
    person.keys("G", "Down", "Enter")
    assert person.state.scenario.name == TITLES["start"][0]
    assert person.state.interface.presenting


def test_in_a_list_and_in_a_field_g_is_a_letter() -> None:
    person = Person()
    person.keys("F2")
    person.types("g")
    assert person.state.interface.sheet is None
    person.keys("Escape")
    person.clicks("kernel")
    person.types("g")
    assert person.state.interface.sheet is None


def test_tours_are_begun_from_it() -> None:
    person = in_the_gallery(shelf="tours")
    assert len(cards(person)) == 4
    person.clicks("card tours 0")
    assert person.state.tour is not None


def test_the_lessons_of_the_program_stand_on_a_shelf_of_their_own_each_with_its_picture() -> None:
    person = in_the_gallery((1920, 1080), shelf="lessons")
    found = cards(person)
    assert [card.label for card in found] == [read_lesson(path).name for path in LESSONS.values()]
    assert all(len(card.thumbnails) == 1 for card in found)
    assert found[0].detail == "10 scenes, 45 minutes"
    row = person.widget("shelf lessons")
    assert isinstance(row, ShelfRow)
    assert row.count == f"{len(LESSONS)}"


def test_a_click_begins_a_lesson_which_is_then_the_one_at_the_gallery_s_foot_without_a_file() -> None:
    person = in_the_gallery(shelf="lessons")
    person.clicks("card lessons 1")
    run, draft = person.state.tour, person.state.interface.draft
    assert run is not None
    assert draft is not None
    assert run.tour.is_lesson
    assert run.tour.name == "2 Stride and padding"
    assert person.state.interface.sheet is None
    assert (draft.scenes, draft.name, draft.path) == (run.tour.stops, run.tour.name, None)


def test_a_lesson_of_the_program_that_is_opened_as_a_file_is_not_the_one_that_save_writes_to() -> None:
    person = Person()
    person.controller.dispatch((OpenPath(str(LESSONS["lesson-1"])),))
    draft = person.state.interface.draft
    assert draft is not None
    assert (draft.name, draft.path) == ("1 The first convolution", None)


def _without_worksheet(path: Path) -> str:
    """Return a lesson that can be read alone."""
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["worksheet"]
    return json.dumps(found)


def test_recent_lessons_stand_beside_them_and_not_among_the_scenarios(tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text(_without_worksheet(LESSONS["lesson-1"]), encoding="utf-8")
    person = in_the_gallery((1920, 1080), shelf="lessons", recent=(str(mine),))
    assert [card.label for card in cards(person)][-1] == "mine.json"
    assert len(cards(person)) == len(LESSONS) + 1
    person.clicks("shelf own")
    fills(person)
    assert cards(person) == []
    person.clicks("shelf lessons")
    person.clicks(f"card lessons {len(LESSONS)}")
    draft = person.state.interface.draft
    assert draft is not None
    assert draft.path == str(mine)


def test_a_lesson_that_cannot_be_read_is_one_sentence_when_it_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LESSONS, "lesson-2", tmp_path / "gone.json")
    person = in_the_gallery(shelf="lessons")
    assert titles(person)[1] == "lesson-2"
    person.clicks("card lessons 1")
    assert person.state.tour is None
    assert "gone.json" in person.state.interface.toasts[-1].sentence


def test_recent_scenarios_stand_in_it(tmp_path: Path) -> None:
    from game.core.scenario import startup
    from game.files.scenario_file import write_scenario

    write_scenario(tmp_path / "mine.json", startup())
    gone = str(tmp_path / "gone.json")
    person = in_the_gallery(shelf="own", recent=(str(tmp_path / "mine.json"), gone))
    (card,) = cards(person)
    assert (card.label, len(card.thumbnails)) == ("mine.json", 2)
    row = person.widget("shelf own")
    assert isinstance(row, ShelfRow)
    assert row.count == "1", "what is gone is not counted"


def test_a_shelf_that_is_damaged_is_one_sentence_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "edges.json").write_text("{", encoding="utf-8")

    def path_of(name: str) -> Path:
        return tmp_path / "edges.json" if name == "edges" else shelf_path(name)

    monkeypatch.setattr(gallery_module, "shelf_path", path_of)
    person = in_the_gallery(shelf="edges")
    assert not cards(person)
    (toast,) = person.state.interface.toasts
    assert "edges.json" in toast.sentence
    person.clicks("shelf pooling")
    fills(person)
    assert titles(person)


def test_a_word_in_the_plural_finds_what_the_singular_does() -> None:
    found = []
    for typed in ("digit", "digits"):
        person = in_the_gallery((1920, 4000))
        person.types(typed)
        fills(person)
        found.append(titles(person))
    assert len(found[0]) > 5
    assert found[0] == found[1]
