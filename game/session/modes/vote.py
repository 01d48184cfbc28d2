"""How a class votes: hands are counted, once or twice, and then the right answer is told. The walk waits meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...input import vote_intents as intents
from ...input.intent import Intent
from ...input.interface_intents import OpenPopup
from ...input.layer_intents import UseOutput
from ...words.texts import text
from ..mode import Mode
from ..predict import COUNTED_IN
from ..state import Handler, State, within
from ..toasts import with_toast
from ..vote import COUNTED, COUNTING, MOST_HANDS, MOST_KEPT, TOLD, VOTES, Vote

Does = Callable[[State, Vote, Any], State]


def refuses(_: State, intent: Intent) -> str | None:
    """Refuse what would go on with the walk, or tell what is asked, while the class votes."""
    walks = intent.goes_on and not intent.by_itself
    tells = isinstance(intent, UseOutput) or (isinstance(intent, OpenPopup) and intent.name == COUNTED_IN)
    return "vote.first" if walks or tells or intent.begins == "coverage" else None


def after(before: State, state: State, _: Intent) -> State:
    """Return the state with the walk where it was; what was asked about has gone, so has the vote."""
    if before.interface.vote is None or state.interface.vote is None:
        return state
    if _gone(before, state):
        return left(state)
    if state.playback == before.playback and not state.playback.playing:
        return state
    return state.changed(playback=state.playback.put_back(before.playback).pause())


def _gone(before: State, state: State) -> bool:
    """Tell whether the vote is about something else than what is there now."""
    place = [None if each.tour is None else (each.tour.tour, each.tour.index) for each in (before, state)]
    return not state.interface.presenting or state.scenario is not before.scenario or place[0] != place[1]


def left(state: State) -> State:
    """Leave the vote. What was counted is kept; outside of a lesson it is shown at once, in a lesson at its end."""
    vote = state.interface.vote
    closed = within(state, "interface", vote=None)
    if vote is not None and vote.is_told and state.tour is not None:
        closed = within(closed, "tour", told=True)  # the size, if that was a secret, stands in the answer
    if vote is None or not any(any(counts) for counts in vote.counts):
        return closed
    kept = (*state.interface.votes, vote.changed(shown=type(vote.shown)()))[-MOST_KEPT:]
    shows = {} if state.tour is not None else {"sheet": VOTES, "popup": None, "popup_cell": None, "entry": None}
    return within(closed, "interface", votes=kept, **shows)


def _ask(state: State, _: object) -> State:
    """Begin a vote in Present; what is open closes, and the walk waits."""
    if not state.interface.presenting:
        return with_toast(state, text("vote.present"))
    if state.interface.vote is not None:
        return state
    from ..vote_asked import asked  # few classes vote

    closed = {"sheet": None, "popup": None, "popup_cell": None, "focus": None, "cursor": None, "rail_open": False}
    begun = within(state, "interface", vote=asked(state), spotlight=False, marks=(), entry=None, **closed)
    return begun.changed(playback=begun.playback.pause())


def _of_vote(does: Does) -> Handler:
    """Return what an intent does while a class votes; else it does nothing."""
    return lambda state, intent: state if state.interface.vote is None else does(state, state.interface.vote, intent)


def _changed(does: Callable[[Vote, Any], Vote]) -> Handler:
    """Return what an intent does that makes the vote another one."""
    return _of_vote(lambda state, vote, intent: within(state, "interface", vote=does(vote, intent)))


def _step(vote: Vote, intent: intents.StepAnswer) -> Vote:
    return vote.changed(chosen=(vote.chosen + intent.by) % len(vote.answers))


def _pick(vote: Vote, intent: intents.PickAnswer) -> Vote:
    return vote.changed(chosen=intent.index) if 0 <= intent.index < len(vote.answers) else vote


def _digit(vote: Vote, intent: intents.CountDigit) -> Vote:
    """Append a digit; where the hands would be too many, nothing is appended."""
    if not (intent.text.isascii() and intent.text.isdigit()):
        return vote
    hands = int(f"{vote.hands[vote.chosen]}{intent.text}")
    return vote.counted(vote.chosen, hands) if hands <= MOST_HANDS else vote


def _take_digit(vote: Vote, _: object) -> Vote:
    return vote.counted(vote.chosen, vote.hands[vote.chosen] // 10)


def _count(vote: Vote, intent: intents.CountHands) -> Vote:
    index = vote.chosen if intent.index is None else intent.index
    if not 0 <= index < len(vote.answers):
        return vote
    return vote.counted(index, vote.hands[index] + intent.by)


def _next(vote: Vote, _: object) -> Vote:
    """Choose the next answer; behind the last one the count is closed."""
    if vote.chosen + 1 < len(vote.answers):
        return vote.changed(chosen=vote.chosen + 1)
    return vote.changed(stage=COUNTED, counts=vote.counts or (vote.hands,)) if vote.stage == COUNTING else vote


def _on(state: State, vote: Vote, _: object) -> State:
    """Close the count, tell the answer, or leave: whichever comes next."""
    if vote.is_told:
        return left(state)
    closes = vote.stage == COUNTING
    further = vote.changed(stage=COUNTED if closes else TOLD, counts=vote.counts or (vote.hands,))
    return within(state, "interface", vote=further)


def _again(vote: Vote, _: object) -> Vote:
    if not vote.can_repeat:
        return vote
    return vote.changed(stage=COUNTING, chosen=0, counts=(*vote.counts, (0,) * len(vote.answers)))


HANDLERS: dict[type[Intent], Handler] = {
    intents.AskVote: _ask,
    intents.StepAnswer: _changed(_step),
    intents.PickAnswer: _changed(_pick),
    intents.CountDigit: _changed(_digit),
    intents.TakeDigit: _changed(_take_digit),
    intents.CountHands: _changed(_count),
    intents.NextAnswer: _changed(_next),
    intents.GoOnVoting: _of_vote(_on),
    intents.VoteAgain: _changed(_again),
    intents.LeaveVote: _of_vote(lambda state, _vote, _intent: left(state)),
}

MODE = Mode(refuses=refuses, after=after, handlers=HANDLERS)
