"""Words in a large place are drawn where they stand, and never reach out of what they say of it."""

from __future__ import annotations

import numpy as np
import pytest

from game.ui.geometry import Rect
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Area, Label, Run, Runs
from game.view.written_lines import DotProduct, on_lines
from tests.picture import new_canvas, pixels, typeface

TALLEST = "ÅÉÖ§|{}()[]gjpqyß…≈−∑Ç"
PLACE = Rect(7, 5, 380, 131)


def _label(size: int, bold: bool = True) -> Label:
    return Label(name="words", rect=PLACE, text=TALLEST, size=size, bold=bold)


def _lines(count: int, size: int) -> DotProduct:
    return on_lines(typeface(), PLACE, ((Run(TALLEST), Run(TALLEST, bold=False)),) * count, size, "words")


WORDS = {
    **{f"{size}": _label(size) for size in (9, 15, 22, 33, 60)},
    "thin": _label(22, bold=False),
    "runs": Runs(name="words", rect=PLACE, runs=(Run(TALLEST), Run(TALLEST, bold=False)), size=22),
    "one line": _lines(1, 22),
    "two lines": _lines(2, 22),
    "three lines": _lines(3, 17),
    "scrolled": _label(22).changed(clip=Rect(0, 70, 400, 8)),
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_are_where_they_say_that_they_draw(words: Widget) -> None:
    canvas = new_canvas((420, 160))
    ground = pixels(canvas.surface).copy()
    canvas.surface.set_clip(words.visible)
    words.draw(canvas)
    canvas.surface.set_clip(None)
    rows, columns = np.nonzero((pixels(canvas.surface) != ground).any(axis=2))
    (on,) = words.drawn_on
    assert rows.size
    assert on.y <= rows.min() <= rows.max() < on.bottom
    assert on.x <= columns.min() <= columns.max() < on.right


def test_a_line_that_says_something_else_leaves_most_of_a_high_place_as_it_is() -> None:
    before, after = _label(22), _label(22).changed(text="7")
    (changed,) = after.changes(before)
    assert changed.h <= 36
    assert changed.centre[1] == pytest.approx(PLACE.centre[1], abs=1)


def test_a_written_line_changes_no_further_than_it_reaches() -> None:
    short = on_lines(typeface(), PLACE, ((Run("3 × 4"),),), 22, "words")
    (changed,) = short.drawn_on
    assert changed.w < PLACE.w / 2


def test_what_is_no_line_of_words_draws_on_all_of_its_place() -> None:
    assert Area(name="area", rect=PLACE, role="panel").drawn_on == (PLACE,)
