"""The teacher's notes stand whole in windows of any size: read from a step away, and nothing over anything else."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.files.tour import Question, Stop, Tour
from game.session.facts.notes import NotesFacts, Times, notes_facts
from game.session.tour import tour_begun
from game.shell.notes_picture import pictures_of
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.thumbnails import Thumbnails
from game.window.notes import NotesMet, notes_frame, notes_head, notes_still
from game.window.scrolling import Scrolled
from game.words.texts import text
from tests.picture import scenario, state, typeface

SIZES = ((1366, 768), (1920, 1080), (1024, 768), (800, 600), (640, 900), (480, 360), (240, 180))
SHORT = "Let all write down the sum before you press."
LONG = "\n".join(
    [f"{number}. Ask what comes next, and let two or three say why they think so." for number in range(30)]
)
ASKED = Question("choice", "Which?", ("A", "B"), 1)
TIMES = Times(10, 47, 45 * 60 + 9)


def facts(note: str = SHORT, title: str = "The sum is one output cell") -> NotesFacts:
    first = Stop(title, "", scenario(), note=note, question=ASKED)
    lesson = Tour("The first convolution", (first, Stop("One place to the right", "", scenario(size=(4, 6)))), True)
    return notes_facts(tour_begun(state(presenting=True), lesson))


def shown(
    size: tuple[int, int] = (1366, 768), scale: int = 100, said: NotesFacts | None = None, met: NotesMet | None = None
) -> tuple[Widget, ...]:
    said = said or facts()
    frame, tiles = notes_frame(size, scale, typeface()), pictures_of(said.following)
    return *notes_still(said, frame, tiles, met or NotesMet()), *notes_head(said, TIMES, frame)


def named(widgets: tuple[Widget, ...], start: str) -> list[Label]:
    return [one for one in widgets if isinstance(one, Label) and one.name.startswith(start)]


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("scale", [75, 100, 200, 300])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_stands_in_the_window_and_nothing_lies_on_anything_else(
    size: tuple[int, int], scale: int, alone: bool
) -> None:
    for said in (facts(), facts(LONG), facts(title="A title that is much longer than anybody would make it")):
        found = shown(size, scale, said, NotesMet(alone=alone))
        parts = [one for one in found if isinstance(one, Label | Button | Thumbnails) and one.visible.w * one.visible.h]
        if min(size) >= 360:
            assert all(one.visible.x >= 0 and one.visible.right <= size[0] for one in parts)
            assert all(one.visible.y >= 0 and one.visible.bottom <= size[1] for one in parts)
            for one, other in combinations(parts, 2):
                assert not one.visible.meets(other.visible), (one.name, other.name)
        assert len({one.name for one in found}) == len(found)


def test_no_line_is_wider_than_its_place() -> None:
    for size in SIZES[2:-1]:
        for one in shown(size, 200, facts(LONG)):
            if isinstance(one, Label):
                assert typeface().width(one.text, one.size, one.bold) <= one.rect.w + 1, one.name


def test_a_short_note_is_large_and_a_long_one_shrinks_before_it_is_scrolled() -> None:
    sizes = {}
    for count in (1, 10, 30):
        found = shown(said=facts("\n".join(LONG.splitlines()[:count])))
        scroller = next(one for one in found if isinstance(one, Scrolled))
        sizes[count] = named(found, "note ")[0].size, scroller.most > 0
    assert sizes[1][0] > sizes[10][0] > sizes[30][0] >= 14
    assert [scrolls for _, scrolls in sizes.values()] == [False, False, True]


def test_a_scrolled_note_shows_its_end() -> None:
    end = LONG.splitlines()[-1].split()[0]
    lines = [one for one in named(shown(said=facts(LONG)), "note ") if one.visible.h]
    assert not any(one.text.startswith(end) for one in lines)
    lines = [one for one in named(shown(said=facts(LONG), met=NotesMet(offset=1e6)), "note ") if one.visible.h]
    assert any(one.text.startswith(end) for one in lines)


def test_an_empty_line_of_a_note_is_a_gap() -> None:
    gaps = []
    for note in ("One.\nTwo.", "One.\n\nTwo."):
        one, two = named(shown(said=facts(note)), "note ")
        gaps.append(two.rect.y - one.rect.bottom)
    assert gaps[1] > gaps[0] > 0


def test_the_time_is_told_in_minutes_and_seconds() -> None:
    found = shown()
    assert [one.text for one in named(found, "passed")] == ["45:09"]
    assert [one.text for one in named(found, "clock")] == ["10:47"]


def test_where_one_is_gives_way_piece_by_piece_and_the_scene_stays() -> None:
    told = [named(shown(size, scale), "where")[0].text for size, scale in (((1366, 768), 100), ((800, 600), 300))]
    assert told[0].startswith("Scene 1 of 2")
    assert told[0].endswith("Step 1 of 36")
    assert told[1] == "Scene 1 of 2"


def test_what_can_be_asked_and_the_scene_that_comes_are_said() -> None:
    found = shown()
    words = " ".join(one.text for one in found if isinstance(one, Label))
    assert text("notes.asks.choice") in words
    assert "One place to the right" in words
    assert [len(one.pictures) for one in found if isinstance(one, Thumbnails)] == [2]


def test_the_buttons_are_large_enough_for_a_finger() -> None:
    for size in SIZES[:5]:
        buttons = [one for one in shown(size, 75) if isinstance(one, Button)]
        assert len(buttons) == 3
        assert all(min(one.rect.w, one.rect.h) >= 40 for one in buttons), size


def test_on_the_only_display_that_is_said_where_there_is_room() -> None:
    for size in ((683, 427), (960, 620)):
        said = " ".join(one.text for one in named(shown(size, met=NotesMet(alone=True)), "alone"))
        assert said == text("notes.one_display")
        assert not named(shown(size), "alone")


def test_what_can_be_asked_is_said_whole_also_in_large_type() -> None:
    for size, scale in (((683, 427), 100), ((800, 480), 150), ((1366, 768), 200)):
        said = " ".join(one.text for one in named(shown(size, scale, met=NotesMet(alone=True)), "press"))
        assert text("notes.asks.choice") in said, (size, scale)
