"""What is said while a kernel learns, and how long it stays."""

from __future__ import annotations

import pytest

from game.input import learn_intents as learn
from game.input.intent import Intent
from game.input.interface_intents import Escape
from game.input.scenario_intents import Paint
from game.session.toasts import with_toast
from tests.session.test_learn import after, learning, said


@pytest.mark.parametrize("leaves", [Escape(), learn.ToggleLearn()])
@pytest.mark.parametrize("of", ["kernel", "image"])
def test_what_is_said_of_the_walk_of_a_gradient_goes_with_it_and_other_notes_stay(leaves: Intent, of: str) -> None:
    walks = after(with_toast(learning(), "Something else."), learn.WalkThrough(of), Paint(((0, 0),), 1.0))
    assert len(said(walks)) == 3
    back = after(walks, leaves)
    assert back.aside is None
    assert said(back) == ["Something else."]
