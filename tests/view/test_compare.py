"""What Compare shows: two moments of one walk, one scale or two, words that say which, and large numbers in Present."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import startup
from game.input.intent import Intent, Side
from game.input.mode_intents import FocusSide, ToggleCompare, ToggleSharedScale, TurnLens
from game.input.scenario_intents import ChooseKernel, SetQuantity
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.view.compare import settings_words
from game.view.output import Legend
from game.view.places import looks_in, stage_of
from tests.layers import layer
from tests.picture import frame, picture, pixels, scenario, scenarios, side_of, state, window
from tests.pooling import pooled
from tests.shell.hands import Person
from tests.ui.measure import crowded, lines_of, places_of

from .test_compositor import Screen
from .test_numbers_drawn import digit_pixels
from .test_present import SMALLEST

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.session.state import State
    from game.ui.widgets.base import Widget
    from game.view.window import Window

SIZE = (1600, 900)
STRIDE_1 = SetQuantity("stride", None, 1)


def compared(*done: Intent, shown: Scenario | None = None, position: float = 5.6, **interface: Any) -> State:
    made = state(shown, position, **interface)
    for intent in (ToggleCompare(), *done):
        made = reduce(made, intent)
    return made


def against(shown: State, other: Scenario) -> State:
    """Return a state that compares what it shows with another setting."""
    return reduce(shown.changed(compare=shown.compare.changed(last=other)), ToggleCompare())


def named(drawn: Window, name: str) -> Widget:
    found = drawn.named(name)
    assert found is not None, name
    return found


def words_of(drawn: Window, name: str) -> str:
    return "".join(line.text for line in lines_of(named(drawn, name)))


def test_each_side_shows_its_own_moment_of_the_one_walk() -> None:
    drawn = window(compared(STRIDE_1), SIZE)
    first, second = (side.moment for side in drawn.sides)
    assert (first.cell, second.cell) == ((1, 1), (2, 2))
    assert first.phase is second.phase
    assert first.fraction == pytest.approx(second.fraction)
    made = [named(drawn, name).made for name in ("grid output", "grid output b")]  # type: ignore[attr-defined]
    assert made == [5, 18]


def test_the_heads_say_what_each_side_is_set_to() -> None:
    drawn = window(compared(STRIDE_1, ChooseKernel("sobel right")), SIZE)
    assert words_of(drawn, "side a") == "ARandom 0 … 1, 3 × 3 · stride 2 · padding 1 → 4 × 4"
    assert words_of(drawn, "side b") == "BSobel right, 3 × 3 · stride 1 · padding 1 → 8 × 8"
    assert [named(drawn, f"pane {side}").focused for side in "ab"] == [False, True]  # type: ignore[attr-defined]
    apart = scenario(stride=(1, 2), padding=(0, 3))
    assert "stride 1 × 2 · padding 0 × 3" in settings_words(result_of(apart))[0]
    lengths = [len(words) for words in settings_words(result_of(apart))]
    assert lengths == sorted(lengths, reverse=True)


def test_a_narrow_head_says_what_differs_and_names_every_number() -> None:
    first = result_of(scenario())
    reflected = result_of(scenario().varied(padding=Padding(1, 0, 1, 1, "reflect")))
    said = settings_words(reflected, first)
    assert said[-2].startswith("reflect padding 1, 0 × 1, 1 → ")
    assert settings_words(first, reflected)[-2].startswith("padding ")
    assert settings_words(first, first) == settings_words(first)
    assert said[-1].startswith("→ ")
    for words in (*said, *settings_words(first, reflected)):
        assert not re.search(r"(, |^|· )\d+(,| →| ·)", words.replace("padding 1, 0 × 1, 1", "padding"))


def test_a_narrow_head_leaves_nothing_out_in_which_the_sides_differ() -> None:
    for large, where in ((200, (1366, 768)), (100, (640, 480))):
        shown = state(pooled(), 2.0, settings={"scale": large})
        drawn = window(against(shown, pooled("average")), where)
        assert "max pooling" in words_of(drawn, "side a").lower()
        assert "average pooling" in words_of(drawn, "side b").lower()
    small = result_of(scenario(kernel_size=(2, 2)))
    for words in settings_words(small, result_of(scenario()))[:-1]:
        assert "2 × 2" in words.split("→")[0]


def test_heads_say_which_activation_each_side_has_where_they_differ() -> None:
    first, second = (result_of(layer(1, 1, activation=name)) for name in ("none", "relu"))
    assert "padding 0 · Activation: none → " in settings_words(first, second)[0]
    assert all("Activation: ReLU" in words for words in settings_words(second, first)[:-1])
    assert not any("Activation" in words for words in settings_words(second, second))


def test_heads_say_whether_padding_is_counted_where_the_sides_differ() -> None:
    first, second = (result_of(pooled("average", padding=Padding(1, 1, 1, 1), count=count)) for count in (True, False))
    assert all("Count padding: on" in words for words in settings_words(first, second)[:-1])
    assert all("Count padding: off" in words for words in settings_words(second, first)[:-1])
    assert not any("Count" in words for words in settings_words(second, second))


def test_a_head_of_a_small_window_names_the_stride_or_leaves_it_out() -> None:
    for size in (SIZE, (800, 600), (640, 480)):
        drawn = window(compared(STRIDE_1, position=2.0), size)
        words = words_of(drawn, "side b")
        assert "stride 1" in words or re.fullmatch(r"B→ \d+ × \d+", words), words


def test_the_dot_products_are_those_of_both_sides() -> None:
    drawn = window(compared(ChooseKernel("sobel right"), position=5.95), SIZE)
    first, second = (words_of(drawn, name) for name in ("dot product", "dot product b"))
    assert first.endswith("1.52")
    assert "(−1)" in second
    assert first.startswith(f"{0.79:.2f} × 0.46")
    narrow = window(compared(position=5.95), (640, 480))
    assert words_of(narrow, "dot product").endswith("1.52")
    rects = [named(narrow, name).rect for name in ("dot product", "dot product b")]
    assert rects[0].y == rects[1].y, "one line has both, beside each other"


@pytest.mark.parametrize("side", Side)
def test_one_scale_is_the_larger_of_both_and_its_own_is_its_own(side: Side) -> None:
    done = (STRIDE_1, ChooseKernel("outline"), FocusSide(side))
    shared, own = compared(*done), compared(*done, ToggleSharedScale())
    both = [shared.result.magnitude, shared.compare.result.magnitude if shared.compare.result else 0.0]
    assert both[0] != both[1]
    for made, expected in ((shared, [max(both)] * 2), (own, both)):
        drawn = window(made, SIZE)
        legends = [named(drawn, name) for name in ("legend", "legend b")]
        assert [one.magnitude for one in legends if isinstance(one, Legend)] == expected
        outputs = [named(drawn, name) for name in ("grid output", "grid output b")]
        assert [one.board.magnitude for one in outputs] == expected  # type: ignore[attr-defined]
        words = {"one scale" if made.compare.shared else "own scale"}
        assert {one.words for one in legends if isinstance(one, Legend)} == words
        signed = [one.signed for one in legends if isinstance(one, Legend)]
        assert signed == ([True, True] if made.compare.shared else [False, True])
    assert side_of(shared).boards.output.magnitude == max(both)


def test_a_locked_scale_is_that_of_one_setting_alone() -> None:
    locked = state(startup(), 5.6, lock=0.01)
    made = reduce(locked, ToggleCompare())
    assert side_of(made).boards.output.magnitude == made.result.magnitude


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("name", scenarios())
def test_no_number_is_small_in_present(size: tuple[int, int], name: str) -> None:
    for done in ((), (STRIDE_1, ChooseKernel("random signed"))):
        made = compared(*done, shown=scenarios()[name], position=0.6, presenting=True)
        for side in Side:
            seen = frame(made, size).of(side)
            looks = looks_in(seen, stage_of(seen))
            for grid in ("image", "kernel", "products", "output"):
                look = getattr(looks, grid)
                assert not look.size or digit_pixels(look.size) >= SMALLEST[size], (side, grid)
        for place in places_of(window(made, size)):
            for line in place.lines:
                small = any(each.isdigit() for each in line.text) and digit_pixels(line.size) < SMALLEST[size]
                assert not small, line


def test_in_present_the_sums_are_32_units_high_and_say_of_which_row_they_are() -> None:
    drawn = window(compared(STRIDE_1, presenting=True, position=5.95), (1920, 1080))
    for name in ("dot product", "dot product b"):
        line = lines_of(named(drawn, name))
        assert all(digit_pixels(one.size) >= 32 for one in line)
        written = "".join(one.text for one in line)
        assert re.match(r"row 3 of 3:   .*×.*×.* ≈ .*all  ∑ ≈ ", written), "the last row, and the sum of all"
        assert max(one.rect.right for one in line) <= named(drawn, name).rect.right


def test_in_present_all_products_stand_on_a_side_s_line_where_they_fit() -> None:
    small = scenario("integers", size=(20, 20), kernel="ones", kernel_size=(1, 3))
    drawn = window(compared(shown=small, presenting=True, position=5.95), (1920, 1080))
    assert re.fullmatch(r"(\d×1 = \d *){3}∑ = \d", words_of(drawn, "dot product"))


def test_the_lens_of_a_side_pages_on() -> None:
    made = compared(presenting=True, position=5.31)
    first = words_of(window(made, (1920, 1080)), "dot product")
    turned = words_of(window(reduce(made, TurnLens()), (1920, 1080)), "dot product")
    assert first != turned
    assert window(compared(presenting=True, position=5.31), (1920, 1080)).widgets


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("name", scenarios())
def test_in_present_nothing_is_cut_or_lies_over_another(size: tuple[int, int], name: str) -> None:
    for done in ((), (STRIDE_1, ChooseKernel("random signed"))):
        for position in (0.6, scenarios()[name].steps - 0.01):
            made = compared(*done, shown=scenarios()[name], position=position, presenting=True)
            lines = [line for place in places_of(window(made, size)) for line in place.lines]
            assert not crowded([(line.text, line.rect) for line in lines])
            assert all(Rect(0, 0, *size).holds(line.rect) for line in lines)


@pytest.mark.parametrize("playing", [False, True])
def test_nothing_is_drawn_when_nothing_has_changed(playing: bool) -> None:
    person = Person(playing=playing, position=4.4)
    person.keys("D")
    screen = Screen(person)
    assert screen.draw()
    assert screen.draw() == []


@pytest.mark.parametrize("size", [(1200, 700), (700, 900), (480, 360)])
def test_the_walk_drawn_by_changes_is_the_walk_drawn_whole(size: tuple[int, int]) -> None:
    person = Person(size=size, position=2.9, playing=True)
    person.keys("D")
    person.controller.dispatch((STRIDE_1,))
    screen = Screen(person)
    screen.draw()
    for _ in range(24):
        person.waits(0.11)
        assert screen.draw()
        assert not screen.difference()


def test_both_sides_are_the_same_picture_while_side_b_is_a_copy() -> None:
    made = compared(position=5.42)
    drawn, surface = window(made, SIZE), pixels(picture(made, SIZE))
    for name in ("grid image", "grid kernel", "grid products", "grid output"):
        first, second = (named(drawn, each).rect for each in (name, f"{name} b"))
        one, other = (surface[r.y : r.bottom, r.x : r.right] for r in (first, second))
        assert (one == other).all(), name


def test_one_scale_is_written_in_one_way_on_both_sides() -> None:
    whole = scenario("integers", size=(5, 5), kernel="ones")
    drawn = window(compared(ChooseKernel("box blur"), shown=whole, position=0.95), SIZE)
    ends = {(named(drawn, name).low, named(drawn, name).high) for name in ("legend", "legend b")}  # type: ignore[attr-defined]
    assert len(ends) == 1
