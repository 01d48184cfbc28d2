"""Predict with large text and several channels: its words grow as far as there is room, and its map is seen."""

from __future__ import annotations

import pytest

from game.core.scenario import startup
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.window_intents import SetScale
from game.session.reduce import reduce
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.view.window import Window
from tests.layers import three_channels
from tests.picture import state, typeface, window


def sizes_at(size: tuple[int, int], scale: int) -> dict[str, int]:
    """Return the font sizes of the kinds, the hint and the tally, and the pitch of the map."""
    drawn = window(reduce(reduce(state(three_channels(), 3.4), TogglePredict()), SetScale(scale)), size)
    found = {one.name: one.size for one in drawn.widgets if isinstance(one, Button | Label)}
    names = ("ask value", "predict hint", "predict tally")
    return {name: found[name] for name in names} | {"map": drawn.sides[0].places.output.side}


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_words_of_predict_grow_with_the_text_and_the_map_stays(size: tuple[int, int]) -> None:
    small, large = sizes_at(size, 100), sizes_at(size, 200)
    for name in ("ask value", "predict hint", "predict tally"):
        assert large[name] >= 1.2 * small[name], name
    assert large["map"] >= 18


@pytest.mark.parametrize("scale", [75, 100, 150, 200, 300])
@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_the_kinds_of_question_have_letters_of_one_size_that_fit(size: tuple[int, int], scale: int) -> None:
    for presenting in (False, True):
        made = state(three_channels(), 3.4, settings={"scale": scale}, presenting=presenting)
        drawn = window(reduce(made, TogglePredict()), size)
        kinds = [one for one in drawn.widgets if isinstance(one, Button) and one.name.startswith("ask ")]
        assert len(kinds) == 5 or not kinds
        assert len({one.size for one in kinds}) <= 1
        assert all(typeface().width(one.label, one.size, True) < one.rect.w - 6 * one.unit for one in kinds)


@pytest.mark.parametrize("question", list(Question))
@pytest.mark.parametrize("scale", [150, 200])
def test_the_lane_and_its_titles_keep_their_room_beside_a_question(scale: int, question: Question) -> None:
    made = state(three_channels(), 3.4, settings={"scale": scale})
    drawn = window(reduce(reduce(made, TogglePredict()), ChooseQuestion(question)), (1366, 768))
    places = drawn.sides[0].places
    assert places.kernel.pitch >= 36, "its numbers can be read"
    found = {one.name: one for one in drawn.widgets if isinstance(one, Label)}
    lane = [found[f"title {name}"] for name in ("patch", "kernel", "products")]
    assert len({one.size for one in lane}) == 1
    ends = [one.rect.x + typeface().width(one.text, one.size, True) for one in lane]
    begins = [one.rect.x for one in (*lane[1:], found["title output"])]
    assert all(end + 10 <= begin for end, begin in zip(ends, begins, strict=True))


@pytest.mark.parametrize("question", list(Question))
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_map_of_one_channel_is_seen_beside_a_question(size: tuple[int, int], question: Question) -> None:
    def asked(scale: int) -> Window:
        made = state(startup(), 3.4, settings={"scale": scale})
        return window(reduce(reduce(made, TogglePredict()), ChooseQuestion(question)), size)

    for scale in (100, 150, 200):
        drawn = asked(scale)
        places = drawn.first.places
        assert places.output.pitch >= 32 * size[1] / 1080 * scale / 100 or question is Question.SIZE, scale
        words = [one.visible for one in drawn.widgets if one.name.startswith(("ask ", "predict "))]
        assert words
        assert not any(rect.meets(places.output.rect) for rect in words)
    assert asked(100).named("legend") is not None
