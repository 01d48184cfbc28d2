"""The vote of a class: hands are counted, once or twice, the answer is told, and a table is left."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import startup
from game.files.tour import Question
from game.input.intent import GridName, Intent
from game.input.interface_intents import CloseSheet, Escape, OpenPopup, ToggleCoverage
from game.input.layer_intents import UseOutput
from game.input.mode_intents import ToggleCompare, TogglePredict, TogglePresent
from game.input.scenario_intents import PasteGrid, SetSeed
from game.input.tour_intents import LeaveTour, NextBuild, NextTourStop, PreviousTourStop
from game.input.vote_intents import (
    AskVote,
    CountDigit,
    CountHands,
    GoOnVoting,
    LeaveVote,
    PickAnswer,
    StepAnswer,
    TakeDigit,
    VoteAgain,
)
from game.input.walk_intents import Faster, NextStop, Scrub, StepForward, ToggleLoop, TogglePlay
from game.input.window_intents import Tick
from game.session.state import State
from game.session.vote import COUNTED, COUNTING, TOLD, VOTES, table_text
from game.words.texts import TEXTS, text
from tests.picture import state
from tests.voting import DRAWN, FIRST, TWICE, counting, done, in_lesson, presented, vote_of
from tests.voting import TOLD as TO_THE_END


def said(shown: State) -> list[str]:
    return [toast.sentence for toast in shown.interface.toasts]


def test_outside_of_present_one_sentence_says_that_a_vote_is_for_present() -> None:
    shown = done(state(DRAWN), AskVote())
    assert shown.interface.vote is None
    assert said(shown) == [TEXTS["vote.present"]]


def test_digits_are_appended_up_to_99_and_taken_away() -> None:
    asked = done(presented(), AskVote())
    assert vote_of(done(asked, CountDigit("1"), CountDigit("2"))).hands == (12, 0, 0, 0)
    assert vote_of(done(asked, CountDigit("1"), CountDigit("2"), CountDigit("3"))).hands == (12, 0, 0, 0)
    assert vote_of(done(asked, CountDigit("0"), CountDigit("7"), TakeDigit())).hands == (0, 0, 0, 0)
    assert vote_of(done(asked, CountDigit("9"), CountDigit("8"), TakeDigit())).hands == (9, 0, 0, 0)
    assert vote_of(done(asked, CountDigit("x"), CountDigit("²"))).hands == (0, 0, 0, 0)


def test_hands_are_counted_one_by_one_between_0_and_99() -> None:
    asked = done(presented(), AskVote(), StepAnswer(1))
    assert vote_of(done(asked, CountHands(-1))).hands == (0, 0, 0, 0)
    assert vote_of(done(asked, *(CountHands(1),) * 3)).hands == (0, 3, 0, 0)
    assert vote_of(done(asked, CountDigit("9"), CountDigit("9"), CountHands(1))).hands == (0, 99, 0, 0)
    clicked = vote_of(done(asked, CountHands(1, 3)))
    assert (clicked.hands, clicked.chosen) == ((0, 0, 0, 1), 3)


def test_arrows_go_round_the_answers_and_a_click_picks_one() -> None:
    asked = done(presented(), AskVote())
    assert [vote_of(done(asked, *(StepAnswer(1),) * times)).chosen for times in (1, 3, 4)] == [1, 3, 0]
    assert vote_of(done(asked, StepAnswer(-1))).chosen == 3
    assert vote_of(done(asked, PickAnswer(2))).chosen == 2
    assert vote_of(done(asked, PickAnswer(4), PickAnswer(-1))).chosen == 0


def test_the_count_is_closed_by_enter_on_the_last_answer_or_page_down() -> None:
    asked = done(presented(), AskVote())
    assert vote_of(done(asked, *counting(1, 2, 3))).stage == COUNTING
    assert vote_of(done(asked, *counting(1, 2, 3, 4))).stage == COUNTED
    assert vote_of(done(asked, GoOnVoting())).stage == COUNTED
    closed = done(asked, GoOnVoting(), CountDigit("3"), CountHands(1))
    assert vote_of(closed).hands == (0, 0, 0, 0)


def test_a_second_round_stands_beside_the_first_and_there_is_no_third() -> None:
    first = done(presented(), AskVote(), *FIRST)
    again = vote_of(done(first, VoteAgain()))
    assert (again.stage, again.chosen, again.counts) == (COUNTING, 0, ((12, 5, 3, 1), (0, 0, 0, 0)))
    twice = done(presented(), *TWICE)
    assert vote_of(twice).counts == ((12, 5, 3, 1), (4, 14, 2, 1))
    assert vote_of(done(twice, VoteAgain())) == vote_of(twice)
    assert vote_of(done(presented(), AskVote(), VoteAgain())).stage == COUNTING
    assert vote_of(done(presented(), *TO_THE_END, VoteAgain())).stage == TOLD


@pytest.mark.parametrize("size", [1, 6])
def test_a_picture_that_is_dropped_ends_the_vote_with_the_lesson_though_it_be_refused(size: int) -> None:
    asked = done(in_lesson(DRAWN, Question("size"), 0.9), AskVote(), CountHands(1))
    dropped = done(asked, PasteGrid(np.zeros((size, size)), GridName.IMAGE, source="a.png"))
    assert (dropped.tour, dropped.interface.vote) == (None, None)


@pytest.mark.parametrize("leave", [GoOnVoting(), Escape(), LeaveVote()])
def test_after_the_answer_a_further_key_leaves_and_the_table_is_shown(leave: Intent) -> None:
    shown = done(presented(), *TO_THE_END, leave)
    assert shown.interface.vote is None
    assert shown.interface.sheet == VOTES
    assert shown.interface.presenting
    rows = table_text(shown.interface.votes).split("\n")
    assert rows[0].split("\t") == ["Scene", "Question", "Letter", "Answer", "First vote", "Second vote", "Right"]
    assert len(rows) == 5
    right = vote_of(done(presented(), AskVote())).right
    counts = zip((12, 5, 3, 1), (4, 14, 2, 1), strict=True)
    expected = [[str(first), str(second), "right" * (place == right)] for place, (first, second) in enumerate(counts)]
    assert [row.split("\t")[4:] for row in rows[1:]] == expected
    assert done(shown, CloseSheet()).interface.sheet is None


def test_nothing_is_kept_of_a_vote_without_hands() -> None:
    shown = done(presented(), AskVote(), GoOnVoting(), GoOnVoting(), GoOnVoting())
    assert (shown.interface.votes, shown.interface.sheet) == ((), None)


def test_in_a_lesson_votes_are_kept_for_its_end() -> None:
    lesson = in_lesson(DRAWN, Question("size"))
    once = done(lesson, AskVote(), *FIRST, GoOnVoting(), GoOnVoting())
    assert once.interface.sheet is None
    further = done(once, NextTourStop(), AskVote(), *FIRST, Escape())
    assert [vote.title for vote in further.interface.votes] == ["The first scene", "The second scene"]
    over = done(further, LeaveTour())
    assert (over.tour, over.interface.sheet) == (None, VOTES)
    assert len(over.interface.votes) == 2
    assert in_lesson(DRAWN, None).interface.votes == ()


@pytest.mark.parametrize("goes", [NextTourStop(), TogglePresent(), SetSeed(77)])
def test_a_vote_ends_with_what_it_is_about_and_keeps_its_hands(goes: Intent) -> None:
    shown = done(in_lesson(startup(), None), AskVote(), CountDigit("4"), goes)
    assert shown.interface.vote is None
    assert [vote.hands for vote in shown.interface.votes] == [(4, 0, 0, 0)]


def test_another_lesson_begins_with_no_votes() -> None:
    kept = done(presented(), *TO_THE_END, GoOnVoting(), CloseSheet())
    lesson = in_lesson(DRAWN, None).tour
    assert lesson is not None
    from game.session.tour import tour_begun

    assert kept.interface.votes
    assert tour_begun(kept, lesson.tour).interface.votes == ()


WALKS = (StepForward(), TogglePlay(), NextStop(), Scrub(3.0), Tick(2.0), NextBuild(), PreviousTourStop())


@pytest.mark.parametrize("walks", WALKS, ids=str)
def test_the_walk_waits_while_the_class_votes(walks: Intent) -> None:
    asked = done(presented(startup(), 0.3), TogglePlay(), Tick(0.1), AskVote())
    waits = done(asked, walks, Tick(1.0))
    assert not waits.playback.playing
    assert waits.playback.position == asked.playback.position
    assert waits.interface.vote is not None


def test_what_is_chosen_of_the_walk_while_the_class_votes_is_so_in_its_settings_too() -> None:
    waits = done(presented(startup(), 0.3), AskVote(), ToggleLoop(), Faster())
    assert (waits.playback.loop, waits.playback.speed) == (waits.settings.loop, waits.settings.speed)
    assert waits.playback.loop is not presented(startup()).playback.loop
    assert waits.playback.position == 0.3


@pytest.mark.parametrize(
    "tells", [UseOutput(), OpenPopup("kernel map"), ToggleCoverage(), TogglePredict(), ToggleCompare()]
)
def test_what_would_tell_is_refused_in_one_sentence(tells: Intent) -> None:
    asked = done(presented(), AskVote())
    after = done(asked, tells)
    assert said(after) == [TEXTS["vote.first"]]
    assert after.interface.changed(toasts=(), toasts_made=0) == asked.interface


def test_a_vote_does_not_begin_in_predict() -> None:
    shown = done(presented(), TogglePredict(), AskVote())
    assert shown.interface.vote is None
    assert text("vote.not_with.predict") in said(shown)


def test_in_compare_the_class_votes_on_side_a() -> None:
    shown = done(presented(), ToggleCompare(), AskVote())
    assert vote_of(shown).words == vote_of(done(presented(), AskVote())).words
