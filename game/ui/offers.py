"""What the Open sheet has to offer; the shell finds it, the sheet shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..value import Value

if TYPE_CHECKING:
    from ..input.intents import OpenPath, ReplaceScenario, SetView


class Offer(Value):
    """Something that can be opened: its words, when it was kept or its place, and the intents that open it."""

    words: str
    detail: str
    intents: tuple[ReplaceScenario | OpenPath | SetView, ...]


class Offers(Value):
    """What the Open sheet offers: work that was set aside, and files of a folder where no file dialog is to be had."""

    last_work: tuple[Offer, ...] = ()
    folder: str = ""
    files: tuple[Offer, ...] = ()
    dialog: bool = True
