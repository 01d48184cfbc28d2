"""What is copied, as text: a vote or the table of votes, a grid that is pointed at, a layer as a program."""

from __future__ import annotations

import re
from itertools import count

import numpy as np
import pygame

from ..core.errors import ConvolutionError
from ..files.grid_text import format_grid
from ..files.tensor_text import format_tensor
from ..input.intent import Cell, GridName, Intent, Side
from ..input.interface_intents import ClosePopup
from ..input.window_intents import Announce, Complain
from ..session.predict import secrecy_of
from ..session.state import State
from ..session.tour import puzzle_is_open
from ..session.vote import VOTES, question_text, table_text
from ..view.window import Window
from ..words.sentences import sentence
from ..words.texts import text
from .saving import Answer, complaint


def put(copied: str, *then: Intent) -> Answer:
    """Put a text on the clipboard, and return what follows, or that there is no clipboard."""
    try:
        pygame.scrap.put_text(copied)
    except pygame.error:
        return (Complain(sentence("clipboard_unavailable")),)
    return then


def pointed(state: State) -> tuple[GridName, Side]:
    """Return the grid, and its side, that Copy and Paste mean: under cursor or pointer, else the image in focus."""
    found = state.interface.cursor or state.interface.hover
    return (found.grid, found.side) if isinstance(found, Cell) else (GridName.IMAGE, state.compare.focus)


def copy(state: State, window: Window) -> Answer:
    """Put on the clipboard what is seen, as text: the vote that is open, the table of votes, or the pointed grid."""
    if state.interface.sheet == VOTES:
        return put(table_text(state.interface.votes), Announce(text("message.copied.votes")))
    vote = state.interface.vote
    if vote is not None:
        return put(question_text(vote.for_all), Announce(text("message.copied.vote")))
    return copy_grid(state, window)


def copy_grid(state: State, window: Window) -> Answer:
    """Put the pointed grid on the clipboard as text, at full precision; products are those of the present step.

    What is seen is copied: in the place of the pixels the coverage, padding and all, while that stands there; of the
    colour picture all channels.
    """
    name, side = pointed(state)
    still, products = window.frame.still, window.of(side).moment.products
    board, covers = still.of(side).boards.of(name), name is GridName.IMAGE and still.of(side).covered
    values = board.values
    if name is GridName.PRODUCTS:
        values = np.zeros(board.size) if products is None else products
    scenario = still.of(side).result.scenario
    if scenario.layer.is_transposed and not covers:  # what is copied can be pasted again
        chosen = {GridName.IMAGE: scenario.pixels[scenario.channel], GridName.KERNEL: scenario.chosen_kernel}
        values = chosen.get(name, values)
    copied = text("predict.hidden") if values is None else kept_secret(format_grid(values), board.known)
    if name is GridName.IMAGE and still.of(side).mixed:
        copied = format_tensor(scenario.pixel_tensor)
    grid = text(f"grid.{name.value}")
    if still.compares:
        grid = text("compare.of_side", grid=grid, side=text(f"compare.{side.value}"))
    return put(copied, Announce(text("message.copied.coverage") if covers else text("message.copied", grid=grid)))


def copy_layer(state: State, form: str) -> Answer:
    """Put the layer of the side in focus, and its numbers, on the clipboard as a program: "pytorch" or "numpy".

    Not while the output's size is asked for, which the program tells; nor what PyTorch has no function for.
    """
    from ..files.code_text import numpy_text, pytorch_text  # few want it

    if puzzle_is_open(state):
        return ClosePopup(), Announce(text("puzzle.not_now"))
    if secrecy_of(state).size:
        return (Complain(text("copy as.secret")),)
    scenario = state.work.of(state.compare.focus)
    try:
        if scenario.chain is None:
            program = (pytorch_text if form == "pytorch" else numpy_text)(scenario.pixel_tensor, scenario.layer)
        else:
            from ..files.chain_text import network_numpy, network_pytorch  # most scenarios have one layer

            program = (network_pytorch if form == "pytorch" else network_numpy)(scenario)
    except ConvolutionError as problem:
        return ClosePopup(), complaint(problem)
    return put(program, ClosePopup(), Announce(text(f"message.copied.{form}")))


def kept_secret(copied: str, known: int | None) -> str:
    """Return a copied grid with "?" in the place of all numbers but the first that are known; None: all are."""
    if known is None:
        return copied
    before = count()
    return re.sub(r"[^\t\n]+", lambda number: number[0] if next(before) < known else text("predict.hidden"), copied)
