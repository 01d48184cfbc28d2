"""The vote stands whole in every window, large enough to be read from the last row."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.core.scenario import Scenario, startup
from game.files.tour import Question
from game.input.vote_intents import AskVote, GoOnVoting
from game.session.state import State
from game.session.vote import VOTES
from game.ui.widgets.ballot import AnswerRow, NumberGrid
from game.ui.widgets.label import Label
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import window
from tests.pooling import CEILED
from tests.voting import DRAWN, FIRST, TWICE, done, in_lesson, presented

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (800, 600))
LONG = Question(
    "choice",
    "Which of these filters finds edges from the left to the right, and why does it not find others?",
    ("The mean of all pixels under it, for it smooths whatever is noisy", "Sobel right", "Sharpen", "Blur"),
    1,
)
ASKED: dict[str, State] = {
    "drawn": presented(DRAWN),
    "three": presented(three_channels(), 30.0),
    "sixteen": presented(layer(16, 16), 40.0),
    "pooling": presented(CEILED, 2.0),
    "large kernel": presented(layer(1, 1, (20, 20), (15, 15))),
    "decimals": presented(startup(), 5.0),
    "size": in_lesson(layer(3, 2), Question("size")),
    "weights": in_lesson(layer(3, 2), Question("weights")),
    "choice": in_lesson(startup(), LONG),
}


def seen(name: str, size: tuple[int, int], scale: int = 100, *more: object) -> Window:
    asked = done(ASKED[name], AskVote(), *more)  # type: ignore[arg-type]
    return window(asked.changed(settings=asked.settings.changed(scale=scale)), size)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ASKED)
def test_all_of_it_stands_in_the_window_and_nothing_on_another(name: str, size: tuple[int, int]) -> None:
    for scale in (75, 100, 200):
        for more in ((), (*FIRST,), TWICE[1:], (*TWICE[1:], GoOnVoting())):
            found = seen(name, size, scale, *more)
            whole = found.frame.layout.whole
            ground, *parts = found.widgets
            assert ground.name == "vote"
            for widget in parts:
                assert whole.holds(widget.rect), widget.name
                if isinstance(widget, Label):
                    wide = found.frame.type.width(widget.text, widget.size, widget.bold)
                    assert wide <= widget.rect.w + 1, widget.text
            rows = [widget for widget in parts if isinstance(widget, AnswerRow)]
            grids = [widget for widget in parts if isinstance(widget, NumberGrid)]
            assert all(above.rect.bottom < below.rect.y for above, below in pairwise(rows))
            for place, grid in enumerate(grids):
                assert grid.rect.bottom < rows[0].rect.y
                assert not any(grid.rect.meets(other.rect) for other in grids[place + 1 :])
            said = [widget for widget in parts if isinstance(widget, Label) and "times" not in widget.name]
            assert not any(grid.rect.meets(label.rect) for grid in grids for label in said)


@pytest.mark.parametrize("name", ASKED)
def test_question_and_answers_are_large(name: str) -> None:
    found = seen(name, (1024, 768))
    question = next(widget for widget in found.widgets if widget.name == "vote question 0")
    rows = [widget for widget in found.widgets if isinstance(widget, AnswerRow)]
    assert isinstance(question, Label)
    assert question.size >= 40
    assert all(row.answer_size >= 40 for row in rows)


def test_no_bars_are_there_before_the_last_count() -> None:
    for more, rounds in (((), 0), (FIRST[:-1], 0), (FIRST, 1), (TWICE[1:-3], 0), (TWICE[1:], 2)):
        rows = [widget for widget in seen("drawn", (1024, 768), 100, *more).widgets if isinstance(widget, AnswerRow)]
        assert {len(row.bars) for row in rows} == {rounds}


def test_bars_are_as_long_as_their_hands_and_end_before_the_edge() -> None:
    rows = [widget for widget in seen("drawn", (800, 600), 100, *TWICE[1:]).widgets if isinstance(widget, AnswerRow)]
    lengths = {hands: long for row in rows for hands, long in row.bars}
    assert lengths[14] == pytest.approx(14 * lengths[1], abs=8)
    assert all(row.left + long < row.rect.w for row in rows for _, long in row.bars)


@pytest.mark.parametrize("channels", [1, 2, 3])
def test_every_channel_has_its_patch_and_its_kernel(channels: int) -> None:
    shown: Scenario = layer(channels, 2)
    found = window(done(presented(shown), AskVote()), (1024, 768))
    grids = [widget for widget in found.widgets if isinstance(widget, NumberGrid)]
    assert len(grids) == 2 * channels
    assert all(grid.size >= 9 for grid in grids)


@pytest.mark.parametrize("size", [*SIZES, (320, 480), (240, 180)], ids=str)
def test_the_table_of_votes_has_room_for_each_answer_beside_the_hands(size: tuple[int, int]) -> None:
    told = done(ASKED["drawn"], *TWICE, GoOnVoting(), GoOnVoting())
    answers = [words for row in told.interface.votes for words in row.answers]
    for scale in (75, 100, 200):
        shown = told.changed(settings=told.settings.changed(scale=scale))
        found = window(shown.changed(interface=shown.interface.changed(sheet=VOTES, presenting=False)), size)
        cells = [one for one in found.widgets if isinstance(one, Label) and one.name.startswith("vote ")]
        wide = {one.text: found.frame.type.width(one.text, one.size, one.bold) for one in cells}
        assert {"A", "12", "4", "5", "14", *answers[:2]} <= set(wide)  # of two rows, which the smallest has room for
        assert all(wide[one.text] <= one.rect.w for one in cells)
        for one, next_one in pairwise(cells):
            assert one.rect.y < next_one.rect.y or one.rect.x + wide[one.text] <= next_one.rect.x
