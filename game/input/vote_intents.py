"""Intents about the vote of a class: what is asked, the answer that is counted, hands, and going on."""

from __future__ import annotations

from .intent import Intent


class VoteIntent(Intent):
    """What the vote of a class can be asked for."""


class AskVote(VoteIntent, settles=True, begins="vote"):
    """Ask the class what the scene asks, or the value of the cell that is being made."""


class StepAnswer(VoteIntent):
    """Choose the next answer (1) or the one before (−1); behind the last comes the first."""

    by: int = 1


class PickAnswer(VoteIntent):
    """Choose an answer by its index."""

    index: int


class CountDigit(VoteIntent):
    """Append a digit to the hands of the chosen answer."""

    text: str = ""


class TakeDigit(VoteIntent):
    """Take the last digit of the hands of the chosen answer away."""


class CountHands(VoteIntent):
    """Count so many hands more; `index`: of the answer, None for the chosen one."""

    by: int = 1
    index: int | None = None


class NextAnswer(VoteIntent):
    """Choose the next answer; behind the last one, close the count."""


class GoOnVoting(VoteIntent, of_remote=True):
    """Close the count, then tell the right answer, then leave."""


class VoteAgain(VoteIntent, of_remote=True):
    """Count a second round beside the first."""


class LeaveVote(VoteIntent):
    """Leave the vote, whether the answer was told or not."""
