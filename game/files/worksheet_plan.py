"""What a worksheet file asks for: exercises, each about a scenario, and how often, on which paper. Data, read-only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from ..core.scenario import Scenario
from ..value import Single

BlockKind: TypeAlias = Literal["map", "cell", "coverage", "strides", "size", "mistake"]
BLOCKS: tuple[BlockKind, ...] = get_args(BlockKind)
"""The kinds of exercises about a scenario, in the order in which a worksheet has them."""
QUESTION = "question"
"""The kind of an exercise that its author wrote, with its answers."""
KINDS: tuple[str, ...] = (*BLOCKS, QUESTION)
PAPERS = MappingProxyType({"a4": (210.0, 297.0), "letter": (215.9, 279.4)})
"""Width and height of the papers, in millimetres."""
VERSIONS = "ABCD"


class Exercise(Single):
    """An exercise that is asked for.

    kind       one of `KINDS`
    scenario   what it is about; None for a question
    group      exercises with the same number are about the same numbers, from 0
    task       other words in the place of the usual ones, "" for none; a question's own
    lines      of a question: words with blanks, and an answer for each blank
    padding_drawn   whether the padding is drawn around the image, with what stands in it
    own_kernel whether the scenario's kernel is taken where it has small whole weights; else the sheet makes one
    own_image  whether the scenario's pixels are taken, which are the same in all versions then
    size       whether a map's size is asked, too: more cells than it has, and lines in which it is worked out
    """

    kind: str
    scenario: Scenario | None = None
    group: int = 0
    task: str = ""
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    padding_drawn: bool = False
    own_kernel: bool = True
    own_image: bool = False
    size: bool = True


class Plan(Single):
    """A worksheet that is asked for.

    title      "" for that of its first scenario, or what that is about
    exercises  in their order, at least one
    versions   how many there are, 1 … 4
    paper      a name of `PAPERS`
    seed       what the numbers grow from
    room       whether there is room to calculate
    texts      other words in the place of those of `words.worksheet_texts`, by their names
    found      its fields as they stand in the file, scenarios whole, from which it is written again
    """

    title: str
    exercises: tuple[Exercise, ...]
    versions: int = 1
    paper: str = "a4"
    seed: int = 1
    room: bool = True
    texts: Mapping[str, str] = MappingProxyType({})
    found: Mapping[str, object] = MappingProxyType({})
