"""Whatever hands do while a class votes, the walk waits, the count is sound, and the answer stays untold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.files.tour import Question
from game.input.intent import Intent
from game.input.vote_intents import AskVote, VoteIntent
from game.session.predict import OF_A_VOTE, position_shown, secrecy_of
from game.session.reduce import reduce
from game.session.shown import shown as gathered
from game.session.state import State
from game.session.vote import COUNTING, MOST_HANDS
from tests.layers import three_channels
from tests.pooling import CEILED
from tests.voting import DRAWN, done, in_lesson, presented

from .test_properties import check, intents_of

STATES = st.sampled_from(
    [
        presented(DRAWN),
        presented(three_channels(), 30.6),
        presented(CEILED, 2.2),
        in_lesson(DRAWN, Question("size"), 0.9),
    ]
).map(lambda state: done(state, AskVote()))
DONE = st.lists(st.one_of(intents_of(Intent), *(intents_of(VoteIntent),) * 3), max_size=12)


def check_vote(state: State) -> None:
    for kept in state.interface.votes:
        assert any(any(counts) for counts in kept.counts)
    vote = state.interface.vote
    if vote is None:
        return
    assert state.interface.presenting
    assert not state.playback.playing
    assert len(vote.counts) <= 2
    assert all(0 <= hands <= MOST_HANDS for counts in vote.counts for hands in counts)
    assert 0 <= vote.chosen < len(vote.answers)
    assert vote.stage == COUNTING or vote.counts
    seen = gathered(state).still.interface.vote
    assert seen is not None
    assert (seen.right is None) is not vote.is_told
    assert vote.is_told or (secrecy_of(state) == OF_A_VOTE and position_shown(state) == 0.0)


@settings(max_examples=150, deadline=None)
@given(STATES, DONE)
def test_whatever_hands_do_a_vote_stays_sound_and_secret(state: State, intents: list[Intent]) -> None:
    position = state.playback.position
    for intent in intents:
        state = reduce(state, intent)
        check(state)
        check_vote(state)
        if state.interface.vote is None:
            return
        assert state.playback.position == position
