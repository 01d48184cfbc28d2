"""What is to be learned goes with the work: edits keep it, other sizes let it go, and an undo brings it back."""

from __future__ import annotations

from game.core.learning_targets import hidden_target, with_target
from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.input.scenario_intents import SetCell, SetQuantity, Undo
from tests.session.hands import after, fresh


def test_an_undo_brings_back_what_was_to_be_learned() -> None:
    scenario = with_target(startup(), hidden_target(startup()))
    state = fresh(scenario)
    painted = after(state, SetCell(Cell(GridName.IMAGE, 1, 1), 0.5))
    assert painted.scenario.learning is scenario.learning
    smaller = after(painted, SetQuantity("stride", None, 3))
    assert smaller.scenario.learning is None
    assert after(smaller, Undo()).scenario.learning is scenario.learning
