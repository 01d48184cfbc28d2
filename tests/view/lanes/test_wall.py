"""Present with channels and filters: one lane on the wall, read from the back row, and nothing on anything else."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.walk_intents import BringChannel
from game.play.score import turns, whole
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.lane_places import MOST_LINES
from game.ui.stage_wall import WallStage
from game.view.flights import Flights
from game.view.grids import Kernel, Products
from game.view.lanes.beside_wall import ChannelLetter
from game.view.lanes.column import WORKS
from game.view.lanes.lane import LanePatch
from game.view.lanes.sums_row import LaneBox
from game.view.lens import Lens
from game.view.making import Making
from game.view.window import Window
from tests.layers import layer, three_channels
from tests.picture import state, window
from tests.ui.measure import crowded, lines_of, places_of
from tests.view.equations import Equation, equations_of, is_true

SIZES = ((1024, 768), (1920, 1080), (1366, 768), (800, 600))
STEP = 32
SHOWN = {
    "three channels": three_channels(),
    "three and sigmoid": layer(3, 2, activation="sigmoid", whole=False),
    "four": layer(4, 3, whole=False, padding=(1, 1)),
    "sixteen": layer(16, 16),
    "one channel": layer(1, 4, activation="none"),
    "one filter": layer(2, 1, kernel=(2, 2), activation="none"),
    "groups": layer(6, 6, groups=3, padding=(1, 1)),
    "large kernels": layer(4, 3, (20, 17), (15, 15), whole=False, activation="leaky relu"),
    "five": layer(5, 8, kernel=(2, 2), whole=False, activation="tanh"),
    "large image": layer(3, 4, (64, 64), (7, 7)),
}
MADE = ("dot product", "sums ", "channel sum")
"""Beginnings of the names of what is written of the making, besides the grids."""
READ = ("dot product", "channel sum", "channel sum value", "step", "phase", "sentence")


def at(shown: Scenario, position: float, **interface: Any) -> State:
    """Return a state in Present at a position, with what is made there in front."""
    return fronted(state(shown, position, presenting=True, **interface))


def all_of(drawn: Window, kind: type[Any]) -> list[Any]:
    return [widget for widget in drawn.widgets if isinstance(widget, kind)]


def words_of(drawn: Window) -> dict[str, str]:
    return {widget.name: "".join(line.text for line in lines_of(widget)) for widget in drawn.widgets}


def small_integers(kernel: int, rows: int, activation: str) -> Scenario:
    """Return three channels of small integers under two filters."""
    rng = np.random.default_rng(kernel * 10 + rows)
    image = rng.integers(0, 4, (3, rows, rows)).astype(float)
    weights = rng.integers(-2, 3, (2, 3, kernel, kernel)).astype(float)
    return Scenario(image, weights, white=3.0, bias=[1.0, -2.0], activation=activation)


@pytest.mark.parametrize("kernel", [2, 3])
@pytest.mark.parametrize("rows", [5, 6, 8])
@pytest.mark.parametrize("activation", ["none", "relu"])
def test_all_that_is_made_of_small_integers_is_read_from_the_back_row(kernel: int, rows: int, activation: str) -> None:
    shown = small_integers(kernel, rows, activation)
    for size, least in (((1024, 768), 23), ((1920, 1080), 32)):
        seen: set[str] = set()
        for part in (0.2, 0.42, 0.5, 0.65, 0.7, 0.85, 0.9, 0.97):
            for step in (0, 7, shown.steps - 1):
                seen |= _sizes_hold(window(at(shown, step + part), size), least)
        assert set(MADE) <= seen


def _sizes_hold(drawn: Window, least: int) -> set[str]:
    """Return the beginnings of the names of what has numbers, all of which are of that size at least."""
    seen = set()
    for place in places_of(drawn):
        begin = next((name for name in MADE if place.widget.name.startswith(name)), None)
        for line in place.lines:
            if begin and re.search(r"[\d?]", line.text):
                assert line.size >= least, (place.widget.name, line.text, line.size)
                seen.add(begin)
    (patch,), (kernel,), (products,) = (all_of(drawn, kind) for kind in (LanePatch, Kernel, Products))
    assert min(patch.look.size, kernel.look.size, products.look.size) >= least
    for making in all_of(drawn, Making):
        assert (making.tag or making.pencil.look.size) >= least
    return seen


def test_the_instant_of_the_design() -> None:
    drawn = window(at(three_channels("none"), STEP + 0.6999), SIZES[0])
    words = words_of(drawn)
    assert words["title output"] == "Map 2 of 4"
    assert words["front badge"] == "G"
    assert words["dot product"] == "0 × 0 + 2 × 1 + 2 × (−1) + 3 × 1 = 3"
    assert [words[f"sums {index}"] for index in range(3)] == ["R4", "G3", "B"]
    assert words["channel sum"] == " + bias 1 = ?"
    assert words["step"] == "Step 33 of 100, filter 2 of 4"
    assert words["phase"] == "channel sum stands"
    assert words["sentence"] == "3 channels × 2 × 2 = 12 weights make one map."
    assert [box.how == WORKS for box in all_of(drawn, LaneBox)] == [False, True, False]


def test_the_walk_turns_the_lanes_and_the_sums_come_one_after_another() -> None:
    turned = [words_of(window(at(three_channels(), STEP + part), SIZES[1])) for part in (0.45, 0.6, 0.8, 0.95)]
    assert [words["front badge"] for words in turned[:3]] == ["R", "G", "B"]
    assert [words["phase"] for words in turned[:3]] != ["channel sum stands"] * 3
    assert turned[3]["channel sum"] == " + bias 1 = 11"
    assert turned[3]["channel sum value"] == "ReLU(11) = 11"
    assert turned[2]["channel sum value"] == "ReLU(?) = ?"


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
def test_products_fly_to_the_box_of_their_channel_s_sum_over_nothing_that_is_read(
    size: tuple[int, int], name: str
) -> None:
    shown = SHOWN[name]
    count, seen = len(shown.lanes), 0
    for step, own in ((shown.map_steps, 0.76), (shown.map_steps // 2 + 1, 0.8), (shown.steps - 1, 0.86)):
        middle = min(step, shown.steps - 1) + whole(own, turns(count) - 1, count)
        drawn = window(at(shown, middle), size)
        flown = all_of(drawn, Flights)
        seen += len(flown)
        places = drawn.places
        assert isinstance(places, WallStage)
        read = [line.rect for place in places_of(drawn) if place.widget.name in READ for line in place.lines]
        boxes = [box.rect for box in all_of(drawn, LaneBox)]
        for flight in (flight for flights in flown for flight in flights.flights):
            assert drawn.frame.layout.whole.holds(flight.rect)
            over = [*read, *boxes, places.lanes[0].products.rect, places.where, places.value]
            assert not any(flight.rect.meets(rect) for rect in over), flight.which
        for flights in flown:
            last = min(flights.flights, key=lambda flight: flight.which)
            assert last.rect.w <= flights.flights[-1].rect.w
    assert bool(seen) == (count <= MOST_LINES)


def test_a_copy_ends_above_the_box_of_its_own_channel() -> None:
    for lane, letter in enumerate("RGB"):
        found = []
        for own in (0.83, 0.84, 0.85, 0.86, 0.87, 0.88):
            drawn = window(at(three_channels(), STEP + 2 + whole(own, lane, 3)), (1920, 1080))
            box = next(box.rect for box in all_of(drawn, LaneBox) if box.words == letter)
            found += [flight.rect for flights in all_of(drawn, Flights) for flight in flights.flights]
        nearest = min(found, key=lambda rect: abs(rect.centre[0] - box.centre[0]))
        assert abs(nearest.centre[0] - box.centre[0]) < box.w / 2
        assert box.y - nearest.h < nearest.bottom <= box.y


def test_one_lane_fills_the_wall_and_a_press_on_a_letter_turns_it() -> None:
    shown = at(three_channels(), STEP + 0.2)
    drawn = window(shown, SIZES[0])
    assert len(all_of(drawn, LanePatch)) == 1
    letters = all_of(drawn, ChannelLetter)
    assert [one.letter for one in letters] == ["R", "G", "B", "Colour"]
    assert letters[2].press(*letters[2].rect.centre) == (BringChannel(2),)
    after = window(reduce(shown, BringChannel(2)), SIZES[0])
    assert words_of(after)["front badge"] == "B"
    assert [one.name for one in all_of(after, LanePatch)] == ["lane B patch"]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_on_anything_else_or_outside(size: tuple[int, int], name: str) -> None:
    shown = SHOWN[name]
    for position in (0.2, shown.map_steps + 0.8 if shown.steps > shown.map_steps else 0.6, float(shown.steps)):
        drawn = window(at(shown, position), size)
        places, whole = drawn.places, drawn.frame.layout.whole
        assert isinstance(places, WallStage)
        found = [
            (f"{place.widget.name}: {line.text}", line.rect)
            for place in places_of(drawn)
            for line in place.lines
            if not place.widget.name.startswith(("lane ", "grid ", "making"))
        ]
        assert not crowded(found), (position, crowded(found)[:4])
        lane = places.lanes[0]
        parts = [
            *(("letter", one) for one in places.letters),
            *(("sums", box.rect) for box in all_of(drawn, LaneBox)),
            *((one, getattr(places, one)) for one in ("line", "where", "said", "front")),
            ("image", places.image.rect),
            ("map", places.output.rect),
            ("patch", lane.patch.rect),
            ("kernel", lane.kernel.rect),
            ("products", lane.products.rect),
        ]
        parts = [(one, rect) for one, rect in parts if rect.h]
        assert all(whole.holds(rect) for _, rect in (*parts, *found)), position
        for index, (one, rect) in enumerate(parts):
            assert not [other for other, its in parts[index + 1 :] if rect.meets(its)], one


@pytest.mark.parametrize("name", SHOWN)
def test_every_equation_is_true(name: str) -> None:
    shown = SHOWN[name]
    for position in (0.95, shown.map_steps // 2 + 0.92, shown.steps - 0.02, float(shown.steps)):
        for decimals in (None, 1, 4):
            fresh = fronted(state(shown, position, settings={"decimals": decimals}, presenting=True))
            drawn = window(fresh, SIZES[0])
            assert all(is_true(one) for one in equations_of(drawn)), position
            _sum_is_true(drawn)


def _sum_is_true(drawn: Window) -> None:
    """See that the numbers of the boxes and the bias make the sum, with the sign that it deserves."""
    boxes = [box.number for box in all_of(drawn, LaneBox)]
    tail = words_of(drawn)["channel sum"]
    match = re.fullmatch(r" \+ bias (.*) ([=≈]) (.*)", tail)
    assert match is not None, tail
    if match[3] != "?":
        left = " + ".join(f"({number})" for number in boxes) + f" + {match[1]}"
        assert is_true(Equation(left, match[2], match[3])), (left, tail)


def test_many_channels_work_together_and_the_row_is_short() -> None:
    drawn = window(at(SHOWN["sixteen"], 40.8), SIZES[0])
    assert len(all_of(drawn, ChannelLetter)) == 16
    (box,) = all_of(drawn, LaneBox)
    assert (box.words, box.how) == ("channels 1–16", WORKS)
    assert words_of(drawn)["sentence"] == "16 channels × 3 × 3 = 144 weights make one map."
    assert words_of(window(at(layer(1, 2, kernel=(1, 1)), 0.2), SIZES[0]))["sentence"].endswith(
        "1 weight makes one map."
    )


@pytest.mark.parametrize("size", SIZES)
def test_kernels_too_large_for_numbers_have_the_lens(size: tuple[int, int]) -> None:
    (lens,) = all_of(window(at(SHOWN["large kernels"], 2.6), size), Lens)
    assert lens.rect.h >= 3 * lens.size
    assert not all_of(window(at(three_channels(), 2.6), size), Lens)


def test_a_live_cell_too_small_for_its_number_has_it_on_a_plate() -> None:
    making = window(at(SHOWN["large image"], 700.95), SIZES[0]).named("making")
    assert making is not None
    (line,) = lines_of(making)
    assert line.size >= 23


def test_the_row_of_sums_keeps_its_size_through_the_walk() -> None:
    sizes = {
        box.size
        for step in range(0, 100, 9)
        for part in (0.1, 0.5, 0.8, 0.95)
        for box in all_of(window(at(three_channels(), step + part), SIZES[0]), LaneBox)
    }
    assert len(sizes) == 1


def test_the_map_has_one_size_in_all_filters() -> None:
    shown = layer(3, 4, activation="none")
    pitches = {window(at(shown, step + 0.5), SIZES[0]).places.output.pitch for step in range(0, shown.steps, 12)}
    assert len(pitches) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("shown", "share"),
    [
        (three_channels(), 0.79),
        (layer(3, 4), 0.65),
        (layer(1, 4), 0.75),
        (layer(3, 2, (20, 20)), 0.79),
        (layer(16, 16), 0.5),
    ],
    ids=["6 x 6", "8 x 8", "one channel", "20 x 20", "sixteen"],
)
def test_the_image_is_not_much_smaller_than_the_map(shown: Scenario, share: float, size: tuple[int, int]) -> None:
    places = window(at(shown, 3.5), size).places
    assert places.image.pitch >= share * places.output.pitch


@pytest.mark.parametrize("question", [Question.VALUE, Question.SIZE, Question.PATCH])
def test_what_is_asked_for_stands_nowhere(question: Question) -> None:
    asked = reduce(reduce(at(three_channels(), STEP + 0.95), TogglePredict()), ChooseQuestion(question))
    drawn = window(asked, SIZES[0])
    words = words_of(drawn)
    assert words["channel sum"].endswith("= ?")
    assert words["channel sum value"] == "ReLU(?) = ?"
    assert not any("11" in words[name] for name in words if "step" not in name and not name.startswith("grid"))
    if question is not Question.VALUE:
        assert words["dot product"] == "?"
        assert not any(patch.placed for patch in all_of(drawn, LanePatch))
    panel = drawn.named("question")
    assert panel is not None
    assert not panel.rect.meets(drawn.places.output.rect)


def test_one_channel_and_one_filter_have_the_present_of_always() -> None:
    plain = Scenario(np.ones((4, 4)), np.ones((2, 2)))
    assert not isinstance(window(at(plain, 0.5), SIZES[0]).places, WallStage)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kernel", [(2, 2), (3, 3)])
def test_products_that_leave_are_read_and_stay_off_the_edge(kernel: tuple[int, int], size: tuple[int, int]) -> None:
    shown, seen = layer(3, 4, (8, 8), kernel), []
    for part in np.linspace(0.38, 0.5, 25):
        for flights in all_of(window(at(shown, 20 + float(part)), size), Flights):
            for flight in flights.flights:
                assert flight.rect.right <= size[0] - 4
                seen.append((flight.rect.y, flight.size))
    assert seen
    unit = min(size[1] / 1080, size[0] / 1440)
    assert max(font for _, font in seen) >= 26 * unit, "beside the products they are large"
