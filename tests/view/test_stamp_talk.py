"""Present with stamps: what is made and what is said is read from the back row, and the screen is used for it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.scenario import Scenario
from game.input.mode_intents import ToggleCompare, TogglePredict
from game.input.walk_intents import Scrub
from game.input.window_intents import Tick
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.view.grids import Kernel, Products
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.maps import SmallMap
from game.view.stamp import present as stamp_present_module
from game.view.stamp.card import StampCard
from game.view.stamp.terms import lines_of
from game.view.stamp.whole import WholeMap
from game.view.window import Window
from game.view.written_lines import DotProduct, width_of
from tests.layers import layer, three_channels
from tests.picture import state, typeface, window
from tests.shell.hands import Person

SIZES = [(800, 600), (1024, 768), (1366, 768), (1920, 1080)]
BACK = [((1024, 768), 23), ((1920, 1080), 32)]
"""Screens, and the least font size for the back row."""
WORDS = ("title ", "size ", "step", "phase", "setting", "times", "equals", "sum sign")


@lru_cache(maxsize=32)
def small_integers(channels: int, rows: int, kernel: int, stride: int = 2) -> Scenario:
    """Return a transposed convolution of small integers; of several channels it makes two maps."""
    rng = np.random.default_rng(kernel * 10 + rows)
    image = rng.integers(0, 4, (channels, rows, rows)).astype(float)
    filters = 1 if channels == 1 else 2
    weights = rng.integers(-2, 3, (filters, channels, kernel, kernel)).astype(float)
    made = Scenario(image, weights, white=3.0, bias=[1.0] * filters, stride=(stride, stride))
    return with_operation(made, TRANSPOSED)


def talk(shown: Scenario, position: float, *more: TogglePredict) -> State:
    opened = reduce(state(shown, presenting=True), Tick(0.0))
    for intent in more:
        opened = reduce(opened, intent)
    return fronted(reduce(opened, Scrub(position)))


def of_kind(made: Window, kind: type) -> list:  # type: ignore[type-arg]  # of whichever kind
    return [widget for widget in made.widgets if isinstance(widget, kind)]


CASES = [
    (channels, rows, kernel, stride)
    for channels in (1, 3)
    for rows, kernel, stride in ((2, 2, 2), (3, 2, 2), (3, 3, 1), (4, 3, 2), (5, 3, 2), (6, 2, 2))
]


@pytest.mark.parametrize(("size", "least"), BACK)
@pytest.mark.parametrize("case", CASES)
def test_all_that_is_made_of_small_integers_is_read_from_the_back_row(
    case: tuple[int, int, int, int], size: tuple[int, int], least: int
) -> None:
    shown = small_integers(*case)
    for step in (0, shown.stamps // 2, shown.stamps - 1):
        for part in (0.1, 0.3, 0.5, 0.65, 0.75, 0.85, 0.97):
            made = window(talk(shown, step + part), size)
            (kernel,), (products,), (whole,) = (of_kind(made, kind) for kind in (Kernel, Products, WholeMap))
            assert min(kernel.look.size, products.look.size, whole.look.size) >= least
            (card,) = of_kind(made, StampCard)
            assert card.look.size >= least
            assert card.terms is None or card.terms.size >= least
            _words_hold(made, least)


def _words_hold(made: Window, least: int) -> None:
    """Hold that all words are of that size at least, and that none is missing or cut off."""
    names = [widget.name for widget in made.widgets]
    for word in ("title image", "title kernel", "title products", "title output", "step", "phase", "size output"):
        assert word in names
    for widget in of_kind(made, Label):
        assert widget.name.startswith(WORDS), widget.name
        assert widget.size >= least, widget.name
        assert typeface().width(widget.text, widget.size, widget.bold) <= widget.rect.w + 1, widget.name
    for tile in (*of_kind(made, ChannelPicture), *of_kind(made, SmallMap)):
        assert tile.size >= least, tile.name
    (line,) = of_kind(made, DotProduct)
    assert line.size >= least
    assert max(width_of(typeface(), each, line.size) for each in line.lines) <= line.rect.w


@pytest.mark.parametrize(("size", "least"), BACK)
@pytest.mark.parametrize("case", [(1, 2, 2, 2), (1, 3, 2, 2), (3, 3, 2, 2), (1, 3, 3, 1), (1, 4, 3, 2), (3, 4, 3, 2)])
def test_what_is_added_is_written_in_the_cells_of_the_map(
    case: tuple[int, int, int, int], size: tuple[int, int], least: int
) -> None:
    made = window(talk(small_integers(*case), 3.7), size)
    (card,) = of_kind(made, StampCard)
    assert card.terms is not None
    assert card.terms.size >= least


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("asking", [False, True])
@pytest.mark.parametrize("channels", [1, 3, 16])
@pytest.mark.parametrize("rows", [2, 4, 6, 9])
def test_everything_has_a_place_of_its_own(size: tuple[int, int], asking: bool, channels: int, rows: int) -> None:
    for kernel, stride in ((2, 2), (3, 1), (5, 3)):
        shown = small_integers(channels, rows, min(kernel, rows), stride)
        made = window(talk(shown, 1.7, *((TogglePredict(),) if asking else ())), size)
        stage = made.frame.layout.stage
        grids = [one for one in made.widgets if one.name.startswith("grid ")]
        small = [*of_kind(made, ChannelPicture), *of_kind(made, SmallMap)]
        words = [one for one in of_kind(made, Label) if one.name != "times" and one.name != "equals"]
        apart: list[Widget] = [*grids, *small, *words]
        for index, one in enumerate(apart):
            assert stage.holds(one.rect), one.name
            assert one.name not in ("sum sign",) or not any(one.rect.meets(grid.rect) for grid in grids)
            for other in apart[:index]:
                assert not one.rect.meets(other.rect), (one.name, other.name)


@pytest.mark.parametrize("case", [(1, 3, 2, 2), (1, 4, 3, 2), (3, 4, 3, 2), (3, 6, 2, 2)])
def test_on_a_beamer_the_lower_half_is_used_and_the_grids_are_large(case: tuple[int, int, int, int]) -> None:
    made = window(talk(small_integers(*case), 1.7), (1024, 768))
    places, stage = made.places, made.frame.layout.stage
    assert max(one.rect.bottom for one in made.widgets if one.name.startswith(("setting", "phase"))) > stage.h * 0.85
    assert places.output.rect.h > stage.h * 0.7
    assert places.kernel.pitch >= 0.7 * places.output.pitch
    assert places.products.y == places.kernel.y


@pytest.mark.parametrize("size", SIZES)
def test_small_channels_and_maps_are_shown_and_answer(size: tuple[int, int]) -> None:
    shown = with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED)
    made = window(talk(shown, 250.5), size)
    assert [one.words for one in of_kind(made, ChannelPicture)] == list("RGB")
    assert [one.words for one in of_kind(made, SmallMap)] == list("1234")
    assert [one.chosen for one in of_kind(made, SmallMap)] == [False, False, True, False]
    assert [one.made for one in of_kind(made, SmallMap)] == [144, 144, 0, 0]


def test_a_click_on_a_small_one_brings_it_forward() -> None:
    person = Person(with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED), (1024, 768))
    person.keys("F5")
    assert person.state.interface.presenting
    person.waits(0.05)
    person.clicks("channel G")
    assert person.state.result.scenario.channel == 1
    person.clicks("map 3")
    assert person.state.result.scenario.filter == 2


@pytest.mark.parametrize("size", SIZES)
def test_no_room_is_kept_for_small_ones_whose_letters_could_not_be_read(size: tuple[int, int]) -> None:
    made = window(talk(with_operation(layer(16, 16), TRANSPOSED), 3.5), size)
    assert not of_kind(made, ChannelPicture)
    image, note = made.places.image.rect, made.places.note
    if made.places.products.y != made.places.kernel.y:
        assert note.y - image.bottom <= 31 * made.frame.layout.unit


def test_between_kernel_and_products_stands_the_pixel() -> None:
    shown = small_integers(1, 3, 2)
    words = {one.name: one.text for one in of_kind(window(talk(shown, 4.7), (1024, 768)), Label)}
    assert words["times"] == f"× {int(shown.pixels[0][1, 1])}"
    assert words["equals"] == "="
    at_end = {one.name for one in of_kind(window(talk(shown, 9.0), (1024, 768)), Label)}
    assert not at_end & {"times", "equals"}


@pytest.mark.parametrize("size", SIZES)
def test_the_places_stay_while_the_walk_goes_on(size: tuple[int, int]) -> None:
    shown = small_integers(3, 4, 3)
    found = [window(talk(shown, position), size).places for position in np.linspace(0, shown.stamps, 9)]
    for name in ("image", "kernel", "products", "output", "note"):
        assert len({getattr(each, name) for each in found}) == 1, name


def test_on_two_lines_a_product_below_zero_is_taken_away() -> None:
    assert lines_of("8 + 3") == ("8", "+ 3")
    assert lines_of("−1 + (−0.25)") == ("−1", "− 0.25")
    made = window(talk(small_integers(1, 4, 3), 3.7), (1024, 768))
    (card,) = of_kind(made, StampCard)
    assert card.terms.two


def test_from_step_to_step_only_what_moves_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person(with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED), (1024, 768))
    person.keys("F5")
    assert person.state.interface.presenting
    person.controller.dispatch((Scrub(9.31),))
    person.waits(0.05)
    made: list[str] = []

    def counted(name: str) -> None:
        makes = getattr(stamp_present_module, name)

        def makes_and_counts(*given: object) -> object:
            made.append(name)
            return makes(*given)

        monkeypatch.setattr(stamp_present_module, name, makes_and_counts)

    for name in ("stamp_places", "looks_on", "channels_in", "maps_in", "fitting_line"):
        counted(name)
    for position in (9.32, 9.33, 10.33, 11.33):
        person.controller.dispatch((Scrub(position),))
        person.waits(0.05)
    assert made == ["fitting_line"] * 2, "two more stamps, and of each a line"


@pytest.mark.parametrize(("size", "case"), [((1920, 1080), (1, 3, 2, 2)), ((1024, 768), (1, 4, 3, 2))])
def test_in_compare_what_is_added_is_written_as_large_as_has_room(
    size: tuple[int, int], case: tuple[int, int, int, int]
) -> None:
    made = window(reduce(talk(small_integers(*case), 4.7), ToggleCompare()), size)
    assert [card.terms is None for card in of_kind(made, StampCard)] == [False]
