"""The colour picture in front: what is drawn, what it says, what a click does, and what of it is drawn anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.padding import Mode, Padding
from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import ToggleCompare, TogglePresent
from game.input.scenario_intents import Paint
from game.input.walk_intents import BringChannel, BringColour
from game.input.window_intents import SetBrushColour
from game.session.reduce import reduce
from game.session.state import State
from game.ui.canvas import Canvas
from game.ui.themes import BLACK
from game.ui.widgets.bubble import Bubble
from game.ui.widgets.button import Paint as Swatch
from game.ui.widgets.slider import NumberField
from game.view.lanes.badge import Badge
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.colour_picture import ColourPicture
from game.view.patch import Patch
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import new_canvas, picture, pixels, window
from tests.pooling import AROUND, CEILED, LEFT_OUT
from tests.ui.measure import crowded, lines_of
from tests.view.lanes.test_view import SIZES, STEP, all_of, at

LARGE = layer(3, 2, (64, 64), (7, 7), whole=False, padding=(3, 3))


def mixed(shown: Scenario = three_channels(), position: float = STEP + 0.45, **interface: Any) -> State:  # noqa: B008
    """Return a state with the colour picture in front."""
    return reduce(at(shown, position, **interface), BringColour())


def picture_of(drawn: Window) -> ColourPicture:
    found = drawn.named("grid image")
    assert isinstance(found, ColourPicture)
    return found


def test_the_colour_picture_stands_in_the_image_s_place_and_is_said_so() -> None:
    drawn = window(mixed(), SIZES[0])
    assert picture_of(drawn).place == window(at(three_channels(), STEP + 0.45), SIZES[0]).named("grid image").place  # type: ignore[union-attr]
    assert [one.chosen for one in all_of(drawn, ChannelPicture)] == [True, False, False, False]
    written = {widget.name: line.text for widget in drawn.widgets for line in lines_of(widget)}
    assert written["size image"] == "colour, R, G and B, 6 × 6"
    assert not all_of(drawn, Patch), "no veil of one channel lies on it"
    assert drawn.named("card") is not None, "the outline of the patch"


def test_one_cell_is_one_mixed_colour() -> None:
    image = np.array([[[3.0, 0, -2]], [[0, 1.5, 0]], [[0, 3, 40]]])
    shown = mixed(Scenario(image, np.ones((1, 3, 1, 1)), white=3), 0.0)
    drawn = pixels(picture(shown, SIZES[0]))
    place = picture_of(window(shown, SIZES[0])).place
    corners = [place.square(0, column) for column in range(3)]
    found = [tuple(drawn[rect.y + rect.h // 2, rect.x + rect.w // 14].tolist()) for rect in corners]
    assert found[1:] == [(0, 128, 255), (0, 0, 255)]


def test_three_numbers_stand_in_a_pixel_where_they_have_room() -> None:
    assert picture_of(window(mixed(), SIZES[0])).look.size >= 9
    assert picture_of(window(mixed(), SIZES[3])).look.size == 0
    assert picture_of(window(mixed(LARGE, 5.0), SIZES[0])).look.size == 0


@pytest.mark.parametrize(("mode", "value"), [("zeros", 0.0), ("constant", 2.0), ("reflect", 0.0)])
def test_a_padding_pixel_says_its_three_numbers_where_pixels_do(mode: Mode, value: float) -> None:
    plain = three_channels()
    padded = Scenario(plain.tensor, plain.layer.weights, white=3, padding=Padding(1, 1, 1, 1, mode, value))
    for size, some in ((SIZES[0], True), (SIZES[3], False)):
        shown = mixed(padded, 8.45)
        with_numbers, place = pixels(picture(shown, size)), picture_of(window(shown, size)).place
        for row, column in ((-1, 2), (6, 6), (3, -1)):
            face = place.square(row, column).inset(place.pitch // 4)
            cell = with_numbers[face.y : face.bottom, face.x : face.right].astype(int)
            thirds = np.array_split(np.ptp(cell, axis=1).max(axis=1), 3)
            assert [bool(part.max() > 60) for part in thirds] == [some] * 3, (mode, row, column)


COUNTED = LEFT_OUT.changed(pooling=Pooling("average", (3, 3), (2, 2), AROUND))


@pytest.mark.parametrize(("shown", "words", "black"), [(CEILED, "−∞", 0), (LEFT_OUT, "–", 0), (COUNTED, "0", 1)])
def test_in_the_padding_of_a_pooling_stands_once_what_is_met_there(
    shown: Scenario, words: str, black: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(Canvas, "text", lambda *values, **_: written.append(values[1]))
    state = mixed(shown, 0.0)
    drawn = picture_of(window(state, SIZES[0]))
    canvas = new_canvas(SIZES[0], "night")
    made = pixels(drawn._picture(canvas))
    place, (rows, columns) = drawn.place, shown.image_size
    assert written.count(words) == len(written) == place.rows * place.columns - rows * columns
    at = place.side * (place.rows - 1) + place.side // 4
    assert tuple(made[at, at]) == (BLACK if black else canvas.theme.ground)


def test_a_click_on_the_small_picture_brings_it_forward_and_one_on_a_channel_that() -> None:
    drawn = window(at(three_channels(), 5.0), SIZES[1])
    colour, blue = drawn.named("channel colour"), drawn.named("channel B")
    assert colour is not None
    assert blue is not None
    assert colour.release(*colour.rect.centre) == (BringColour(on=True),)
    assert blue.release(*blue.rect.centre) == (BringChannel(2),)


def test_a_bubble_says_the_three_values() -> None:
    drawn = window(mixed(), SIZES[0], asked=Cell(GridName.IMAGE, 1, 2))
    bubble = next(one for one in drawn.widgets if isinstance(one, Bubble))
    assert bubble.lines[0] == "R 3, G 0, B 1"
    assert bubble.lines[-1] == "painting and typing set R, G and B"


def test_the_brush_has_red_green_and_blue_in_a_colour_image_alone() -> None:
    state = mixed()
    names = [one.name for one in all_of(window(state, SIZES[0]), Swatch)]
    assert names == [f"brush {name}" for name in ("black", "dark", "light", "white", "R", "G", "B")]
    assert not {"brush R"} & {one.name for one in all_of(window(at(layer(2, 2), 0.0), SIZES[0]), Swatch)}
    green = window(state, SIZES[0]).named("brush G")
    assert isinstance(green, Swatch)
    assert green.activate() == (SetBrushColour((0.0, 3.0, 0.0)),)
    taken = window(reduce(state, SetBrushColour((0.0, 3.0, 0.0))), SIZES[0])
    assert [one.name for one in all_of(taken, Swatch) if one.chosen] == ["brush G"]
    field = taken.named("brush")
    assert isinstance(field, NumberField)
    assert field.shown == "G"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", [None, TogglePresent(), ToggleCompare()])
def test_nothing_lies_over_anything_else(size: tuple[int, int], mode: Any) -> None:
    for shown in (three_channels(), layer(3, 2, (12, 12), (3, 3), padding=(1, 1)), LARGE):
        state = mixed(shown, 5.45)
        drawn = window(state if mode is None else reduce(state, mode), size)
        assert any(isinstance(one, ColourPicture) for one in drawn.widgets)
        row = [one for one in drawn.widgets if one.name.startswith(("brush", "eraser", "image clear", "front badge"))]
        assert not crowded([(one.name, one.rect) for one in row])


def test_present_says_colour_and_has_a_button_for_it() -> None:
    drawn = window(reduce(mixed(), TogglePresent()), SIZES[2])
    lit = [one.letter for one in all_of(drawn, Badge) if one.lit and one.name.startswith(("front", "channel"))]
    assert lit == ["Colour", "Colour"]
    plain = window(reduce(at(three_channels(), 5.0), TogglePresent()), SIZES[2])
    button = plain.named("channel colour")
    assert button is not None
    assert button.press(*button.rect.centre) == (BringColour(on=True),)


def test_a_stroke_draws_only_where_it_was() -> None:
    state = mixed()
    before = picture_of(window(state, SIZES[0]))
    after = picture_of(window(reduce(state, Paint(((4, 1),), 0.0, (3.0, 0.0, 1.0))), SIZES[0]))
    changed = after.changes(before)
    assert changed
    cell = after.place.square(4, 1).inset(-after.place.gap - 2)
    assert all(cell.holds(rect) for rect in changed)


@pytest.mark.parametrize("mode", ["reflect", "replicate", "circular"])
def test_it_says_where_padding_repeats_what_is_painted(mode: Mode) -> None:
    state = mixed(layer(3, 2, (6, 7), (3, 3), whole=False).varied(padding=Padding(2, 2, 2, 2, mode)))
    before, painted = picture_of(window(state, SIZES[0])), reduce(state, Paint(((1, 5), (0, 6)), 0.0, (3.0, 0.0, 1.0)))
    after, looks = picture_of(window(painted, SIZES[0])), []
    for drawn in (before, after):
        canvas = new_canvas(SIZES[0])
        drawn.draw(canvas)
        looks.append(pixels(canvas.surface))
    differs = (looks[0] != looks[1]).any(axis=2)
    assert differs.any()
    for rect in after.changes(before):
        differs[rect.y : rect.bottom, rect.x : rect.right] = False
    assert not differs.any()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("image", [(12, 12), (16, 4), (4, 16), (6, 6)])
def test_the_badge_of_what_is_in_front_stands_at_the_image_or_right_behind_its_title(
    size: tuple[int, int], image: tuple[int, int]
) -> None:
    shown = layer(3, 2, image, (2, 2))
    for state in (at(shown, 3.5), mixed(shown, 3.5)):
        drawn = window(reduce(state, TogglePresent()), size)
        grid, title = drawn.named("grid image"), drawn.named("title image")
        badge, button = drawn.named("front badge"), drawn.named("channel colour")
        assert grid is not None
        assert title is not None
        assert button is not None
        assert button.rect.w <= 4 * button.rect.h
        if badge is None:  # too small a letter
            continue
        assert badge.rect.x > title.rect.right
        unit = min(size[0] / 1440, size[1] / 1080)
        assert badge.rect.right <= grid.rect.right + 1 or badge.rect.x - title.rect.right <= 16 * unit + 1
