"""The vote of a class: what is asked, the answers, and how many hands each has. It knows no names of people."""

from __future__ import annotations

from ..value import Value
from ..words.texts import text

MOST_HANDS = 99
"""Hands that an answer can have."""

ROUNDS = 2
"""How many times a class is asked."""

MOST_KEPT = 100
"""Votes that are kept for the table."""

VOTES = "votes"
"""The sheet with the table of all votes."""

COUNTING, COUNTED, TOLD = "counting", "counted", "told"
"""How far a vote is: hands are counted, the bars are seen, the right answer is told."""

LETTERS = "ABCD"

Numbers = tuple[tuple[float, ...], ...]
"""A grid as rows of numbers."""


class VoteLane(Value):
    """The pixels under the kernel in a channel (its index), and the kernel, or None of a pooling."""

    channel: int
    patch: Numbers
    kernel: Numbers | None


class Pictured(Value):
    """What stands between question and answers.

    lanes: patch and kernel of each channel. lines: sizes and counts, where these are what one reckons with.
    channels: how many the image has. white, magnitude: the ends of the scales of pixels and weights.
    decimals: those of pixels and weights.
    """

    lanes: tuple[VoteLane, ...] = ()
    lines: tuple[str, ...] = ()
    channels: int = 1
    white: float = 1.0
    magnitude: float = 1.0
    decimals: tuple[int, int] = (0, 0)


class Vote(Value):
    """A vote under way, or one that is over.

    title: the scene's. words: the question's. answers: two to four, all different. right: the index of the right one;
    None for who must not know it. chosen: the index of the answer that has the ring. counts: the hands of each answer,
    of one round or two. stage: how far it is.
    """

    title: str
    words: str
    answers: tuple[str, ...]
    right: int | None
    shown: Pictured = Pictured()
    chosen: int = 0
    counts: tuple[tuple[int, ...], ...] = ()
    stage: str = COUNTING

    @property
    def is_told(self) -> bool:
        """Whether the right answer is told."""
        return self.stage == TOLD

    @property
    def hands(self) -> tuple[int, ...]:
        """The hands of each answer in the last round."""
        return self.counts[-1] if self.counts else (0,) * len(self.answers)

    @property
    def can_repeat(self) -> bool:
        """Whether a further round may be counted now."""
        return self.stage == COUNTED and len(self.counts) < ROUNDS

    @property
    def for_all(self) -> Vote:
        """The vote as everybody may know it: without the right answer as long as that is not told."""
        return self if self.is_told else self.changed(right=None)

    def counted(self, index: int, hands: int) -> Vote:
        """Return the vote with other hands for an answer, 0 … `MOST_HANDS`; only while they are counted."""
        if self.stage != COUNTING or not 0 <= index < len(self.answers):
            return self
        now = list(self.hands)
        now[index] = min(max(hands, 0), MOST_HANDS)
        return self.changed(counts=(*self.counts[:-1], tuple(now)), chosen=index)


def table_text(votes: tuple[Vote, ...]) -> str:
    """Return votes as a table: a row for each answer, its parts with tabs between. Nothing of it is anybody's name."""
    heads = ("scene", "question", "letter", "answer", "first", "second", "right")
    rows = [tuple(text(f"votes.{head}") for head in heads)]
    for vote in votes:
        for index, answer in enumerate(vote.answers):
            rounds = [str(counts[index]) for counts in vote.counts]
            mark = text("votes.is_right") if vote.right == index else ""
            rounds = (rounds + [""] * ROUNDS)[:ROUNDS]
            rows.append((vote.title, vote.words, LETTERS[index], answer, *rounds, mark))
    return "\n".join("\t".join(map(_in_one_cell, row)) for row in rows)


def question_text(vote: Vote) -> str:
    """Return an open vote's question and answers, each in its line; the right one is marked once it is told."""
    answers = (
        f"{LETTERS[index]}\t{answer}" + (f"\t{text('votes.is_right')}" if vote.for_all.right == index else "")
        for index, answer in enumerate(vote.answers)
    )
    return "\n".join((_in_one_cell(vote.words), *answers))


def _in_one_cell(words: str) -> str:
    """Return words in which nothing begins another cell or row."""
    return " ".join(words.split())
