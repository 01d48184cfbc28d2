"""Predict with large text and several channels: its words grow as far as there is room, and its map is seen."""

from __future__ import annotations

import pytest

from game.input.mode_intents import TogglePredict
from game.input.window_intents import SetScale
from game.session.reduce import reduce
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from tests.layers import three_channels
from tests.picture import state, window


def sizes_at(size: tuple[int, int], scale: int) -> dict[str, int]:
    """Return the font sizes of the kinds, the hint and the tally, and the pitch of the map."""
    drawn = window(reduce(reduce(state(three_channels(), 3.4), TogglePredict()), SetScale(scale)), size)
    found = {one.name: one.size for one in drawn.widgets if isinstance(one, Button | Label)}
    names = ("ask value", "predict hint", "predict tally")
    return {name: found[name] for name in names} | {"map": drawn.sides[0].places.output.pitch}


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_words_of_predict_grow_with_the_text_and_the_map_stays(size: tuple[int, int]) -> None:
    small, large = sizes_at(size, 100), sizes_at(size, 200)
    for name in ("ask value", "predict hint", "predict tally"):
        assert large[name] >= 1.2 * small[name], name
    assert large["map"] >= 18
