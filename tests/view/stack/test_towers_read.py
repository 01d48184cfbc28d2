"""What is read on the towers: their titles, the sum of a lane alone, and numbers in the ink that their ground wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.convolution import patch_corner
from game.input.mode_intents import ToggleCompare
from game.input.walk_intents import BringChannel
from game.play.choices import THEMES
from game.session.front import fronted
from game.session.reduce import reduce
from game.ui.themes import contrast, ink, luminance
from game.view.colours import hue_of, pixel_colours
from game.view.lens import Lens
from game.view.making import Making
from game.view.stack.lettering import Writing
from game.view.stack.tower_sums import SumPlate
from tests.layers import layer, three_channels
from tests.picture import forget_pieces, picture, pixels, scenario, window

from .test_towers import SIZE, SIZES, places_in, towered

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.ui.canvas import Canvas
    from game.ui.plane import Plane, Point
    from game.ui.themes import Colour
    from game.view.window import Window

ENOUGH = 4.5
ABOVE = 0.45
"""Of a font's size, from the middle of its capitals up to the top of a parenthesis, at most."""


def said(now: Window, name: str) -> str:
    """Return what a title says."""
    return next(one.text for one in now.widgets if one.name == name)  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (layer(16, 4), "Source image: channels 1–4 of 16, 8 × 8"),
        (layer(4, 4, groups=2), "Source image: channels 1, 2 of 4, 8 × 8"),
        (layer(4, 4, groups=4), "Source image: channel 1 of 4, 8 × 8"),
        (layer(3, 4), "Source image: 3 channels of 8 × 8"),
    ],
)
def test_the_title_of_the_images_says_which_channels_are_drawn(shown: Scenario, words: str) -> None:
    assert said(window(towered(shown, 3.5), SIZE), "title image") == words


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_which_channels_of_many_are_drawn_is_said_in_every_window(size: tuple[int, int], presenting: bool) -> None:
    for channel in (0, 8, 15):
        state = fronted(reduce(towered(layer(16, 16), 40.5, presenting=presenting), BringChannel(channel)))
        now = window(state, size)
        drawn = [tower.facts.letter for tower in places_in(now).towers]
        listed = f"{drawn[0]}–{drawn[-1]}" if len(drawn) > 2 else ", ".join(drawn)
        assert f"channels {listed} of 16" in said(now, "title image")


def test_a_filter_that_sees_one_of_several_channels_has_a_box_for_its_sum() -> None:
    shown = layer(4, 4, groups=4)
    now = window(towered(shown, 3.8), SIZE)
    (box,) = [one for one in now.widgets if isinstance(one, SumPlate)]
    assert (box.words, box.number) == ("1", "7"), "what has arrived so far"
    assert said(now, "title kernel") == "Kernel of filter 1, over its patch"
    after = window(towered(shown, 3.93), SIZE)
    assert [one.number for one in after.widgets if isinstance(one, SumPlate)] == ["10"]


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shown", [layer(4, 4, groups=4), layer(2, 4), layer(3, 4, padding=(1, 1))])
def test_no_sum_lies_over_the_card_wherever_that_is(shown: Scenario, size: tuple[int, int], presenting: bool) -> None:
    rows, columns = shown.output_size
    shares = [(row, column) for row in np.linspace(0, 1, 9) for column in np.linspace(0, 1, 9)]
    for step in (0, columns // 2, columns - 1, (rows - 1) * columns, rows * columns - 1):
        for tower in places_in(window(towered(shown, step + 0.65, presenting=presenting), size)).towers:
            (first, left), (high, wide) = tower.places.corner, shown.kernel_extent
            card = [tower.places.card.point(first + row * high, left + column * wide) for row, column in shares]
            assert tower.box.w
            assert not any(tower.box.contains(*point) for point in card), (step, tower.lane)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
@pytest.mark.parametrize("scale", [75, 100, 200])
def test_the_short_addition_stands_under_the_output_at_every_size_of_text(scale: int, size: tuple[int, int]) -> None:
    now = window(towered(settings={"scale": scale}), size)
    assert "column 0" in {one.name for one in now.widgets}


@pytest.mark.parametrize("size", SIZES)
def test_with_large_text_small_sums_leave_most_of_the_height_to_the_towers(size: tuple[int, int]) -> None:
    room = places_in(window(towered(layer(16, 16), 40.5, settings={"scale": 200}), size)).parting
    rows = room.badges[-1].bottom - room.badges[0].y
    assert room.towers.h >= 2.5 * rows


def test_a_lane_alone_shows_its_sum_in_the_cell_but_not_one_that_a_bias_would_change() -> None:
    def made(shown: Scenario, position: float) -> str:
        (cell,) = [one for one in window(towered(shown, position), SIZE).widgets if isinstance(one, Making)]
        return cell.words

    biased = layer(1, 4)
    plain = biased.varied(bias=np.zeros(4))
    assert biased.layer.bias[0]
    assert [made(plain, position) for position in (3.4, 3.8, 3.9)] == ["", "4", "2"]
    assert [made(biased, position) for position in (3.4, 3.8, 3.9)] == ["", "", "1"]


def test_in_compare_the_titles_say_of_which_channel_a_stack_is() -> None:
    now = window(fronted(reduce(towered(), ToggleCompare())), SIZE)
    sizes = [one.text for one in now.widgets if one.name.startswith("size image")]  # type: ignore[attr-defined]
    assert sizes == ["channel G of 3, 6 × 6"] * 2


def test_in_high_contrast_a_channel_that_is_not_in_work_keeps_its_colours() -> None:
    state = towered(settings={"theme": "high contrast"})
    drawn = pixels(picture(state, SIZE))
    tower = places_in(window(state, SIZE)).towers[0]
    assert not tower.bright
    shown = tower.facts.result.scenario
    colours = pixel_colours(shown.image, shown.white, hue_of(shown))
    for row, column in ((0, 0), (0, 5), (5, 0), (5, 5), (4, 1)):
        x, y = tower.places.image.point(row + 0.5, column + 0.5)
        assert np.abs(drawn[round(y), round(x)].astype(int) - colours[row, column]).max() <= 2


@pytest.mark.parametrize("theme", THEMES)
def test_a_number_has_the_ink_that_what_is_drawn_under_it_wants(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of pixels below 0, and of a channel with a hue, where a gray of that value would want the other ink."""
    met: list[tuple[float, str]] = []

    def put(self: Writing, canvas: Canvas, shape: Plane, at: Point, words: str, ground: Colour) -> None:
        del shape
        if self.is_there:
            red, green, blue, _ = canvas.surface.get_at((round(at[0]), round(at[1])))
            met.append((contrast(ink(ground), (red, green, blue)), words))

    monkeypatch.setattr(Writing, "put", put)
    forget_pieces()
    base = three_channels()
    for shown in (base, base.varied(image=np.stack(base.channels) * -1.0)):
        for channel, part in ((0, 0.2), (0, 0.4), (1, 0.25), (1, 0.55), (2, 0.3), (2, 0.7)):
            state = towered(shown, 32 + part, settings={"theme": theme})
            picture(fronted(reduce(state, BringChannel(channel))), SIZE)
    forget_pieces()
    assert len(met) > 300
    assert any(words.startswith("−") for _, words in met)
    assert min(met)[0] >= ENOUGH


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "shown", [three_channels(), layer(3, 8, padding=(1, 1)), scenario(size=(64, 64), kernel_size=(7, 7))]
)
def test_the_rule_under_a_term_of_the_lens_is_clear_of_the_line_below(shown: Scenario, size: tuple[int, int]) -> None:
    now = window(towered(shown, 32.55, presenting=True), size)
    (lens,) = [one for one in now.widgets if isinstance(one, Lens)]
    rules = [lens.rule(0, 10, lens.first + row * lens.step) for row in range(len(lens.lines))]
    assert rules[0].bottom <= lens.first + lens.step - lens.size * ABOVE
    assert lens.first - lens.size * ABOVE >= lens.rect.y - 1
    assert rules[-1].bottom <= lens.rect.bottom, "under the last line there is room for a rule too"
    assert lens.size >= 12


def test_in_high_contrast_the_numbers_of_the_patch_are_read_through_its_veil() -> None:
    size = (1024, 768)
    state = towered(layer(1, 16), 30.65, settings={"theme": "high contrast"})
    drawn, grid = pixels(picture(state, size)), window(state, size).first.stack.image  # type: ignore[union-attr]
    row, column = patch_corner(state.result.scenario, (5, 0))
    for cell in ((row + 1, column), (row + 2, column), (row + 2, column + 2)):
        x, y = (round(each) for each in grid.point(cell[0] + 0.5, cell[1] + 0.5))
        seen = drawn[y - 9 : y + 10, x - 9 : x + 10].reshape(-1, 3).tolist()
        shades = sorted((luminance((red, green, blue)) + 0.05 for red, green, blue in seen))
        assert shades[-10] / shades[5] >= ENOUGH, cell
