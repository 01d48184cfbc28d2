"""A scene that asks for the output's size keeps it back until it is voted on or told; a lesson's end is said."""

from __future__ import annotations

from game.core.scenario import Scenario
from game.files.tour import Question
from game.input.mode_intents import TogglePresent
from game.input.tour_intents import NextBuild, NextTourStop
from game.input.vote_intents import AskVote, GoOnVoting, LeaveVote
from game.input.walk_intents import NextStop
from game.session.predict import OF_THE_SIZE, OPEN, secrecy_of
from game.session.state import State
from game.words.texts import TEXTS
from tests.voting import DRAWN, counting, done, in_lesson

ASKS = Question("size")


def kept(shown: State) -> bool:
    return secrecy_of(shown).size


def test_the_size_that_is_asked_for_is_kept_back_from_the_start() -> None:
    assert secrecy_of(in_lesson(DRAWN, ASKS)) == OF_THE_SIZE
    assert secrecy_of(in_lesson(DRAWN, Question("value"))) == secrecy_of(in_lesson(DRAWN, None)) == OPEN


def test_the_vote_tells_it_and_one_that_is_left_before_does_not() -> None:
    asked = done(in_lesson(DRAWN, ASKS), AskVote(), *counting(3, 4, 1, 0))
    assert kept(done(asked, LeaveVote()))
    assert not kept(done(asked, GoOnVoting(), GoOnVoting()))


def test_without_a_vote_a_press_of_the_remote_tells_it_before_the_walk_goes_on() -> None:
    shown = in_lesson(DRAWN, ASKS)
    told = done(shown, NextBuild())
    assert not kept(told)
    assert told.playback.position == shown.playback.position


def test_what_compares_keeps_nothing_back_for_its_other_side_tells_sizes_too() -> None:
    shown = in_lesson(DRAWN, ASKS)
    assert shown.tour is not None
    stop = shown.tour.tour.stops[0]
    assert stop.keeps_size
    other: Scenario = DRAWN.changed(stride=(2, 2))
    assert not stop.changed(other=other).keeps_size
    assert not stop.changed(coverage=True).keeps_size
    assert stop.changed(question=None, secret=True).keeps_size


def test_at_the_end_of_the_lesson_a_press_says_so_and_where_the_votes_are() -> None:
    last = done(in_lesson(DRAWN, None), NextTourStop())
    for _ in range(20):
        last = done(last, NextBuild())
    assert last.tour is not None
    assert last.tour.index == 1
    assert {toast.sentence for toast in last.interface.toasts} == {TEXTS["lesson.end"]}
    voted = done(last, AskVote(), *counting(3, 4, 1, 0), GoOnVoting(), GoOnVoting(), NextBuild())
    assert voted.interface.toasts[-1].sentence == TEXTS["lesson.end.votes"]
    assert not done(last, TogglePresent(), NextStop()).interface.toasts, "there Finish is seen"
