"""In the gallery nothing is cut, lies over another or out of reach, at every size and scale of text."""

from __future__ import annotations

from functools import lru_cache

import pytest

from game.files.shelves import SHELVES, every_shelf
from game.session.facts.lesson import LessonFacts, SceneFacts
from game.session.facts.seldom import SheetFacts
from game.session.interface import Toast
from game.shell.gallery import ICONS
from game.shell.scene_offers import of_scene
from game.ui.geometry import Rect
from game.ui.offers import Offer, ShelfOffer
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.scene_card import SceneCard, ShelfRow
from game.window.gallery import TOUCHED, gallery_sheet
from game.words.texts import text
from tests.picture import frame, state
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SCALES, SIZES

Size = tuple[int, int]


@lru_cache(maxsize=1)
def shelves() -> tuple[ShelfOffer, ...]:
    """Return all shelves, read; the person's own are empty."""
    found: dict[str, tuple[Offer, ...]] = {
        name: tuple(offer for scene in shelf.scenes if (offer := of_scene(scene, name)) is not None)
        for name, shelf in every_shelf()
    }
    return tuple(
        ShelfOffer(
            name,
            text(f"gallery.shelf.{name}"),
            icon,
            len(found.get(name, ())),
            found.get(name, ()),
            own=name not in SHELVES,
            read=True,
        )
        for name, icon in ICONS.items()
    )


def made(size: Size, scale: int, shelf: str = "figures", typed: str = "") -> tuple[Widget, ...]:
    shown = frame(state(settings={"scale": scale}), size)
    return gallery_sheet(SheetFacts(0.0, (), typed, shelf), shown, shelves())


CASES = [("figures", ""), ("mistakes", ""), ("last", ""), ("start", "stride 2"), ("start", "z" * 40)]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_lies_over_another(size: Size, scale: int) -> None:
    wrong = []
    whole = Rect(0, 0, *size)
    for shelf, typed in CASES:
        widgets = made(size, scale, shelf, typed)
        names = [widget.name for widget in widgets]
        wrong += [f"{shelf}: two are called {name}" for name in set(names) if names.count(name) > 1]
        controls = [(one.name, one.visible) for one in widgets if one.focusable]
        wrong += [f"{shelf}: {a}  /  {b}" for a, b in crowded(controls)]
        wrong += [f"{shelf}: {name} {tuple(rect)}" for name, rect in controls if not whole.holds(rect)]
        for one in widgets:
            lines = lines_of(one)
            wrong += [
                f"{shelf}: {one.name}: {line.text!r}" for line in lines if not one.rect.inset(-2).holds(line.rect)
            ]
            rects = [(line.text, line.rect) for line in lines]
            wrong += [f"{shelf}: {one.name}: {a!r} / {b!r}" for a, b in crowded(rects)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_how_a_lesson_begins_is_said_whole_above_the_foot(size: Size, scale: int) -> None:
    facts = SheetFacts(0.0, (), "", "start", LessonFacts("", (), None, False, False))
    widgets = gallery_sheet(facts, frame(state(settings={"scale": scale}), size), shelves())
    lines = [one for one in widgets if one.name.startswith("lesson begin")]
    said = " ".join(line.text for one in lines for line in lines_of(one))
    assert said in (text("lesson.begin"), text("lesson.begin.short"))
    assert max(one.rect.bottom for one in lines) <= size[1]
    present = next(one for one in widgets if one.name == "lesson present")
    assert isinstance(present, Button)
    assert present.style != "filled", "what cannot be pressed yet does not call for it"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_every_shelf_can_be_met_by_a_finger(size: Size, scale: int) -> None:
    rows = [one for one in made(size, scale) if isinstance(one, ShelfRow)]
    assert len(rows) == len(ICONS)
    assert all(min(row.rect.w, row.rect.h) >= TOUCHED for row in rows)


@pytest.mark.parametrize(("size", "across"), [((1024, 768), 3), ((1366, 768), 5), ((1920, 1080), 5), ((800, 600), 3)])
def test_as_many_columns_as_fit(size: Size, across: int) -> None:
    cards = [one for one in made(size, 100) if isinstance(one, SceneCard)]
    assert len({card.rect.x for card in cards}) == across


def test_three_by_three_cards_are_seen_whole_at_1024_by_768() -> None:
    for shelf in SHELVES:
        whole = Rect(0, 0, 1024, 768)
        cards = [one for one in made((1024, 768), 100, shelf) if isinstance(one, SceneCard)]
        seen = [card for card in cards if card.clip is None or card.clip.holds(card.rect)]
        assert len(seen) >= min(9, len(cards)), shelf
        assert all(whole.holds(card.rect) for card in seen)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
def test_no_number_of_a_name_stands_on_a_line_alone(size: Size) -> None:
    wrapped = 0
    for shelf in SHELVES:
        for card in made(size, 100, shelf):
            if isinstance(card, SceneCard) and len(card.lines) > 1:
                wrapped += 1
                assert len(card.lines[-1]) > 2, card.lines
                assert not any("\u00a0" in line for line in card.lines)
    assert wrapped


def test_names_give_way_to_icons_where_there_is_little_room() -> None:
    def folded(size: Size, scale: int) -> set[bool]:
        return {one.folded for one in made(size, scale) if isinstance(one, ShelfRow)}

    assert folded((1920, 1080), 100) == folded((1024, 768), 100) == {False}
    assert folded((800, 600), 100) == folded((1920, 1080), 200) == {True}


@pytest.mark.parametrize("size", SIZES)
def test_a_toast_moves_neither_shelves_nor_cards(size: Size) -> None:
    def places(toasts: tuple[Toast, ...]) -> list[tuple[str, Rect]]:
        facts = SheetFacts(0.0, toasts, "", "start", LessonFacts("", (), None, False, False))
        widgets = gallery_sheet(facts, frame(state(), size), shelves())
        return [(one.name, one.rect) for one in widgets if isinstance(one, ShelfRow | SceneCard)]

    alone, said = places(()), places((Toast(1, "Scene 1 of the lesson: An edge kernel", False, 0.0),))
    assert said == alone[: len(said)]


def test_what_a_lesson_holds_is_not_cut_where_the_words_about_questions_have_no_room() -> None:
    facts = LessonFacts("", (SceneFacts("", "value", False, False),) * 5, None, True, False)
    found: set[str] = set()
    for size in SIZES:
        shown = frame(state(), size)
        for one in gallery_sheet(SheetFacts(0.0, (), "", "start", facts), shown, shelves()):
            if isinstance(one, Label) and one.name == "lesson held":
                assert shown.type.width(one.text, one.size, one.bold) <= one.rect.w, size
                found.add(one.text)
    assert found == {"5 scenes, 5 questions", "5 scenes"}
