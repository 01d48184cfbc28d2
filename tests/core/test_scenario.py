"""What a scenario accepts and refuses, how it compares, and how it changes."""

import pickle
from typing import Any

import numpy as np
import pytest

from game.core.convolution import output_map
from game.core.errors import (
    ConvolutionError,
    DoesNotApply,
    KernelDoesNotFit,
    NotAGrid,
    NotFinite,
    NotWhole,
    OutOfRange,
    UnknownName,
)
from game.core.grid import frozen
from game.core.scenario import Scenario, startup
from tests.core.edits import with_pixels, with_weight

FIELDS: dict[str, Any] = {"image": np.full((8, 8), 0.5), "kernel": np.ones((3, 3))}


def refused(**changes: Any) -> ConvolutionError:
    with pytest.raises(ConvolutionError) as caught:
        Scenario(**{**FIELDS, **changes})
    return caught.value


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({"stride": (0, 1)}, ("stride", 0, 1, 8)),
        ({"stride": (1, 9)}, ("stride", 9, 1, 8)),
        ({"padding": (-1, 0)}, ("padding", -1, 0, 8)),
        ({"padding": (0, 9)}, ("padding", 9, 0, 8)),
        ({"dilation": (1, 0)}, ("dilation", 0, 1, 8)),
        ({"dilation": (9, 1)}, ("dilation", 9, 1, 8)),
        ({"white": 0}, ("white", 0, 0.01, 999)),
        ({"white": 1000}, ("white", 1000, 0.01, 999)),
        ({"seed": -1}, ("seed", -1, 0, 2**32 - 1)),
        ({"seed": 2**32}, ("seed", 2**32, 0, 2**32 - 1)),
        ({"image": np.zeros((257, 3))}, ("image size", 257, 1, 256)),
        ({"image": np.zeros((3, 257))}, ("image size", 257, 1, 256)),
        ({"kernel": np.zeros((16, 1))}, ("kernel size", 16, 1, 15)),
        ({"image": [[-999.01, 0.5]]}, ("pixel", -999.01, -999, 999)),
        ({"image": [[999.01, 0.5]]}, ("pixel", 999.01, -999, 999)),
        ({"image": [[1000, 0]], "white": 3}, ("pixel", 1000, -999, 999)),
        ({"kernel": [[1000]]}, ("weight", 1000, -999, 999)),
        ({"kernel": [[-999.5]]}, ("weight", -999.5, -999, 999)),
    ],
)
def test_values_out_of_range_are_refused_with_what_is_allowed(changes: Any, facts: Any) -> None:
    error = refused(**changes)
    assert isinstance(error, OutOfRange)
    assert (error.quantity, error.value, error.low, error.high) == facts


@pytest.mark.parametrize("name", ["white", "image", "kernel"])
@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_nan_and_infinities_are_refused(name: str, number: float) -> None:
    error = refused(**{name: number if name == "white" else [[0.5, number], [0.5, 0.5]]})
    assert isinstance(error, NotFinite)
    assert error.quantity == {"white": "white", "image": "pixel", "kernel": "weight"}[name]


def test_white_beyond_all_floats_or_no_number_is_refused() -> None:
    assert isinstance(refused(white=10**400), NotFinite)
    assert isinstance(refused(white="bright"), NotFinite)


@pytest.mark.parametrize("value", [(1.5, 1), (True, 1), ("2", 1), (1,), (1, 1, 1), 2, None, (float("nan"), 1)])
@pytest.mark.parametrize("quantity", ["stride", "padding", "dilation"])
def test_pairs_that_are_not_two_whole_numbers_are_refused(quantity: str, value: Any) -> None:
    error = refused(**{quantity: value})
    assert isinstance(error, NotWhole)
    assert error.quantity == quantity


def test_whole_numbers_of_other_types_become_plain_ones() -> None:
    scenario = Scenario(**FIELDS, stride=(2.0, np.int64(2)), padding=[1, 1])  # type: ignore[arg-type]
    assert scenario.stride == (2, 2)
    assert [type(number) for number in (*scenario.stride, *scenario.padding)] == [int] * 4
    assert isinstance(scenario.padding, tuple)


@pytest.mark.parametrize(
    ("grid", "reason"),
    [
        ([], "empty"),
        ([[]], "empty"),
        ([[1, 0], [1]], "ragged"),
        ([["a"]], "not numbers"),
        ([[True, False]], "not numbers"),
        ([[10**400]], "not numbers"),
        ([[None]], "not numbers"),
        ([0.5, 0.5], "not two-dimensional"),
        ([[[[[0.5]]]]], "not two-dimensional"),
        (np.zeros((5000, 1)), "too large"),
    ],
)
@pytest.mark.parametrize("name", ["image", "kernel"])
def test_what_is_no_grid_is_refused_with_the_reason(name: str, grid: Any, reason: str) -> None:
    error = refused(**{name: grid})
    assert isinstance(error, NotAGrid)
    assert (error.quantity, error.reason) == (name, reason)


def test_kernel_that_does_not_fit_is_refused_with_axis_extent_and_room() -> None:
    rows = refused(image=np.zeros((2, 9)), padding=(1, 0), dilation=(2, 1))
    assert isinstance(rows, KernelDoesNotFit)
    assert (rows.axis, rows.extent, rows.available) == ("rows", 5, 4)
    columns = refused(image=np.zeros((9, 2)))
    assert isinstance(columns, KernelDoesNotFit)
    assert (columns.axis, columns.extent, columns.available) == ("columns", 3, 2)


def test_unknown_origins_are_refused() -> None:
    for field, kind in (("image_name", "image"), ("kernel_name", "kernel")):
        error = refused(**{field: "cat"})
        assert isinstance(error, UnknownName)
        assert (error.kind, error.name) == (kind, "cat")


def test_errors_give_their_facts_by_name_and_survive_pickling() -> None:
    errors = [
        OutOfRange("stride", 9, 1, 8),
        KernelDoesNotFit("rows", 5, 4),
        NotFinite("pixel"),
        NotWhole("stride", 1.5),
        NotAGrid("image", "too large", 70, 3),
        UnknownName("image", "cat", ("disc",)),
        DoesNotApply("sobel top", "only 3×3"),
    ]
    assert len({error.key for error in errors}) == len(errors)
    assert errors[0].values() == {"quantity": "stride", "value": 9, "low": 1, "high": 8}
    for error in errors:
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), copy.values()) == (type(error), error.values())
        assert str(error).startswith(error.key)


def test_grids_are_copied_and_read_only() -> None:
    image, kernel = np.full((4, 4), 0.5), np.ones((2, 2))
    scenario = Scenario(image, kernel)
    image[0, 0] = kernel[0, 0] = 0
    assert scenario.image[0, 0] == 0.5
    assert scenario.kernel[0, 0] == 1
    for grid in (scenario.image, scenario.kernel):
        assert grid.dtype == np.float64
        with pytest.raises(ValueError, match="read-only"):
            grid[0, 0] = 1


def test_read_only_grids_are_shared_but_views_are_not() -> None:
    image = frozen(np.zeros((4, 4)))
    assert Scenario(image, np.ones((1, 1))).image is image
    below = np.zeros((4, 4))
    view = below[:]
    view.flags.writeable = False
    scenario = Scenario(view, np.ones((1, 1)))
    below[0, 0] = 1
    assert scenario.image[0, 0] == 0


def test_scenarios_compare_by_value_and_have_no_hash() -> None:
    assert startup() == startup()
    assert startup() != "startup"
    for changed in (
        with_pixels(startup(), [(0, 0)], 0.123),
        with_weight(startup(), 0, 0, 0.123),
        startup().with_image(startup().image, "noise", white=2),
        startup().with_image(startup().image),
        startup().with_kernel(startup().kernel),
        startup().with_kernel(np.ones((2, 3)), "random"),
        startup().varied(stride=(2, 1)),
        startup().varied(padding=(1, 2)),
        startup().varied(dilation=(2, 1)),
        startup().varied(seed=2),
        startup().named("first"),
    ):
        assert changed != startup()
    with pytest.raises(TypeError):
        hash(startup())


def test_changes_that_change_nothing_return_the_scenario_itself() -> None:
    scenario = startup()
    assert with_pixels(scenario, [], 1) is scenario
    assert with_pixels(scenario, [(0, 0)], scenario.image[0, 0]) is scenario
    assert with_weight(scenario, 1, 1, scenario.kernel[1, 1]) is scenario
    assert scenario.with_image(scenario.image.copy(), "noise") is scenario
    assert scenario.with_kernel(scenario.kernel.tolist(), "random") is scenario
    assert scenario.varied(stride=(2, 2)) is scenario
    assert scenario.varied(padding=(1, 1)) is scenario
    assert scenario.varied(dilation=(1, 1)) is scenario
    assert scenario.varied(seed=1) is scenario
    assert scenario.named("") is scenario


def test_painting_sets_these_pixels_and_no_other_and_keeps_the_origin() -> None:
    before = startup()
    after = with_pixels(before, [(0, 0), (3, 4)], 0.25)
    changed = np.argwhere(after.image != before.image).tolist()
    assert changed == [[0, 0], [3, 4]]
    assert after.image[0, 0] == after.image[3, 4] == 0.25
    assert after.image_name == "noise"
    assert before == startup()


def test_cells_outside_are_ignored_and_never_wrap_around() -> None:
    scenario = startup()
    assert with_pixels(scenario, [(-1, 0), (0, 8), (8, 0), (0, -1)], 1) is scenario
    for row, column in ((-1, 0), (0, 3), (3, 0), (0, -1)):
        assert with_weight(scenario, row, column, 7) is scenario


def test_edits_out_of_range_are_refused() -> None:
    for pixel in (999.5, -1000):
        with pytest.raises(OutOfRange):
            with_pixels(startup(), [(0, 0)], pixel)
    with pytest.raises(NotFinite):
        with_pixels(startup(), [(0, 0)], float("nan"))
    with pytest.raises(OutOfRange):
        with_weight(startup(), 0, 0, 1000)


def test_weight_is_set_in_its_place() -> None:
    after = with_weight(startup(), 2, 1, -5)
    assert np.argwhere(after.kernel != startup().kernel).tolist() == [[2, 1]]
    assert after.kernel[2, 1] == -5
    assert after.kernel_name == "random"


def test_startup_is_what_the_design_says() -> None:
    scenario = startup()
    assert (scenario.image_size, scenario.kernel_size) == ((8, 8), (3, 3))
    assert (scenario.stride, scenario.padding, scenario.dilation) == ((2, 2), (1, 1), (1, 1))
    assert (scenario.image_name, scenario.kernel_name, scenario.seed, scenario.white) == ("noise", "random", 1, 1)
    assert np.all((scenario.kernel >= 0) & (scenario.kernel <= 1))
    assert output_map(scenario).shape == (4, 4)
