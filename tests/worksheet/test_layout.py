"""Where things stand on the pages: inside the margins, nothing on anything else, room for a hand in every cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.worksheet.layout import MARGIN, Page, laid_out
from game.worksheet.marks import Box, Hatch, Line, Rectangle, Text
from game.worksheet.sheet import Options
from tests.worksheet.examples import EXAMPLES, worksheet_of

NAMES = list(EXAMPLES)
NEAR = 1e-6
SMALLEST_CELL = 9.0


def pages(name: str, *, key: bool, **options: Any) -> tuple[Page, ...]:
    return laid_out(worksheet_of(EXAMPLES[name], Options(**options), "A"), key=key)


def edges(boxes: list[Box]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return (left, top, right, bottom) of each, one row a box."""
    return np.array([(box.left, box.top, box.right, box.bottom) for box in boxes]).reshape(-1, 4)


def meet(ones: list[Box], others: list[Box]) -> list[tuple[int, int]]:
    """Return the places of all pairs that cover some of the same paper."""
    one, other = edges(ones)[:, None], edges(others)[None]
    across = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0])
    down = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1])
    return [(int(row), int(column)) for row, column in np.argwhere((across > NEAR) & (down > NEAR))]


def holds(outer: Box, inner: Box) -> bool:
    (left, top, right, bottom), (own_left, own_top, own_right, own_bottom) = edges([outer, inner])
    return bool(
        left - NEAR <= own_left and top - NEAR <= own_top and own_right <= right + NEAR and own_bottom <= bottom + NEAR
    )


def faults_of(page: Page) -> list[str]:
    """Return what is wrong with a page."""
    width, height = page.size
    inside = Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    texts = [mark for mark in page.marks if isinstance(mark, Text)]
    words = [text.box for text in texts]
    cells = [mark.box for mark in page.marks if isinstance(mark, Rectangle) and mark.thick < 0.5]
    frames = [mark.box for mark in page.marks if isinstance(mark, Rectangle) and mark.thick > 0.5]
    # A blank is a line under what is written: 5 mm above it are the pen's.
    blanks = [Box(mark.left, mark.top - 5, mark.right - mark.left, 5) for mark in page.marks if isinstance(mark, Line)]
    printed = [text.box for text in texts if not text.answer]
    found = [f"{mark} is outside" for mark in page.marks if not holds(inside, mark.box)]
    found += [f"{text} is small" for text in texts if text.size < 10]
    found += [f"{texts[one]} meets {texts[other]}" for one, other in meet(words, words) if one < other]
    found += [f"{cell} is small" for cell in cells if min(cell.width, cell.height) < SMALLEST_CELL]
    found += [f"{cells[one]} meets {cells[other]}" for one, other in meet(cells, cells) if one < other]
    found += [f"{texts[one]} is on an edge" for one, at in meet(words, cells) if not holds(cells[at], words[one])]
    found += [f"{printed[one]} is where a hand writes" for one, _ in meet(printed, blanks[:-1])]
    found += [f"{blanks[one]} meets {blanks[other]}" for one, other in meet(blanks, blanks) if one < other]
    found += [f"{blanks[one]} is in a grid" for one, _ in meet(blanks, cells)]
    found += [f"{frame} is beside the grid" for frame in frames if not meet([frame], cells)]
    found += [f"{mark} is no cell" for mark in page.marks if isinstance(mark, Hatch) and mark.box not in cells]
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_outside_small_or_on_anything_else(name: str, paper: str) -> None:
    for key in (False, True):
        for drawn in (False, name != "wide"):
            for number, page in enumerate(pages(name, key=key, paper=paper, padding_drawn=drawn)):
                assert not faults_of(page), f"page {number + 1}, key {key}, padding drawn {drawn}"


@pytest.mark.parametrize("name", NAMES)
def test_the_key_is_the_same_pages_with_the_answers_in(name: str) -> None:
    empty, full = pages(name, key=False), pages(name, key=True)
    assert len(empty) == len(full)
    for one, other in zip(empty, full, strict=True):
        answers = [mark for mark in other.marks if getattr(mark, "answer", False)]
        rest = [mark for mark in other.marks if not getattr(mark, "answer", False)]
        assert not any(getattr(mark, "answer", False) for mark in one.marks)
        assert [mark for mark in rest if isinstance(mark, Rectangle)] == [
            mark for mark in one.marks if isinstance(mark, Rectangle)
        ]
        assert answers, "there is something to answer on every page"


def test_every_page_has_its_number_and_says_what_it_is() -> None:
    for key in (False, True):
        found = pages("channels", key=key)
        for number, page in enumerate(found):
            words = [mark.words for mark in page.marks if isinstance(mark, Text)]
            assert any(each.endswith(f"{number + 1} / {len(found)}") for each in words)
            assert any("version A, seed 1" in each for each in words)


def test_a_title_of_any_length_and_any_signs_stays_on_the_page() -> None:
    for title in ("W" * 300, "a " * 200, "\u202eevil\x00\n\ud800 漢字 🎓", ""):
        scenario = Scenario([[1.0, 2.0], [3.0, 4.0]], [[1.0]], name=title[:60])
        for options in (Options(title=title), Options(name=title or "x")):
            sheet = worksheet_of(scenario, options, "A")
            for page in laid_out(sheet, key=False):
                assert not faults_of(page)
                assert all(mark.words.isprintable() for mark in page.marks if isinstance(mark, Text))


def test_there_is_room_to_calculate_or_it_is_said_where() -> None:
    def said(name: str, *, room: bool) -> bool:
        marks = [mark for page in pages(name, key=False, room=room) for mark in page.marks]
        return any(isinstance(mark, Text) and mark.words.startswith("room to calculate") for mark in marks)

    for name in NAMES:
        assert said(name, room=True)
        assert not said(name, room=False)


def test_padding_that_is_drawn_is_dashed_around_the_image_with_what_stands_in_it() -> None:
    (plain, *_), (drawn, *_) = (pages("photo", key=False, padding_drawn=drawn) for drawn in (False, True))
    count = [sum(isinstance(mark, Rectangle) and mark.dashed for mark in page.marks) for page in (plain, drawn)]
    assert count[1] - count[0] == 9 * 11 - 8 * 8
    image = worksheet_of(EXAMPLES["photo"], Options(padding_drawn=True), "A").blocks[0].figures[0]
    assert image.cells[0] == image.cells[2], "reflect repeats the second row of the image above the first"


def test_numbers_have_room_at_the_sides_of_their_cells() -> None:
    for page in pages("average uncounted", key=True):
        cells = [mark.box for mark in page.marks if isinstance(mark, Rectangle) and mark.thick < 0.5]
        words = [mark.box for mark in page.marks if isinstance(mark, Text)]
        assert all(words[one].left - cells[at].left > 0.4 for one, at in meet(words, cells))
