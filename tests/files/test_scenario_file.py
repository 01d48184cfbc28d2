"""Scenario files keep everything, exactly."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import images, kernels
from game.core.scenario import Scenario, startup
from game.files.scenario_file import LIMIT, read_scenario, tidy_name, to_json, write_scenario

from .examples import PLAIN, parse_scenario, plain, scenarios


@settings(max_examples=150)
@given(scenarios(), st.floats(0, 1))
def test_a_scenario_comes_back_with_every_bit_of_its_numbers(scenario: Scenario, part: float) -> None:
    position = part * scenario.steps
    opened = parse_scenario(to_json(scenario, position))
    back = opened.scenario
    for mine, other in ((back.image, scenario.image), (back.kernel, scenario.kernel)):
        assert mine.tobytes() == other.tobytes()
    assert (back.white, back.stride, back.padding, back.dilation) == (
        scenario.white,
        scenario.stride,
        scenario.padding,
        scenario.dilation,
    )
    assert (back.name, back.seed, opened.position) == (scenario.name, scenario.seed, position)


def test_a_zero_keeps_its_sign() -> None:
    kernel = parse_scenario(to_json(startup().with_kernel([[-0.0, 0.0]]))).scenario.kernel
    assert np.signbit(kernel).tolist() == [[True, False]]


def test_the_start_up_scenario_comes_back_from_a_file_equal_with_its_names(tmp_path: Path) -> None:
    path = tmp_path / "start.json"
    write_scenario(path, startup().named("Übung 3 → ∑"), 5.25, {"name": "stack"})
    opened = read_scenario(path)
    assert opened.scenario == startup().named("Übung 3 → ∑")
    assert (opened.scenario.image_name, opened.scenario.kernel_name) == ("noise", "random")
    assert opened.position == 5.25
    assert opened.view == {"name": "stack"}


def test_the_view_comes_back_and_unknown_keys_of_it_are_ignored() -> None:
    camera = {"turn": -0.1 - 0.2, "tilt": 8.0, "zoom": 12.0, "across": -0.3, "down": 0.7, "gap": 0.0}
    view = {"name": "stack", "look": "magnitude", "camera": camera, "turning": True}
    assert parse_scenario(to_json(startup(), 1.0, view)).view == view
    more = {"name": "flat", "later": [1], "camera": {"tilt": 20, "roll": 3}}
    assert parse_scenario(plain(view=more)).view == {"name": "flat", "camera": {"tilt": 20.0}}


def test_only_five_keys_are_needed_and_the_others_have_their_defaults() -> None:
    opened = parse_scenario(plain())
    scenario = opened.scenario
    assert np.array_equal(scenario.image, PLAIN["image"])
    assert np.array_equal(scenario.kernel, PLAIN["kernel"])
    assert (scenario.stride, scenario.padding, scenario.dilation) == ((1, 2), (1, 0), (1, 1))
    assert (scenario.white, scenario.seed, scenario.name) == (1.0, 1, "")
    assert (opened.position, opened.view) == (None, {})


def test_unknown_keys_are_ignored() -> None:
    assert parse_scenario(plain(channels=3, later={"a": [None]})).scenario == parse_scenario(plain()).scenario


def test_the_names_of_image_and_kernel_are_recognised_and_not_read() -> None:
    kernel = kernels.make("sobel top", (3, 3), 1).tolist()
    scenario = parse_scenario(plain(kernel=kernel, image_name="noise", kernel_name="identity")).scenario
    assert (scenario.image_name, scenario.kernel_name) == ("", "sobel top")
    integers = images.make("integers", (4, 5), 77).tolist()
    assert parse_scenario(plain(image=integers, white=3, seed=77)).scenario.image_name == "integers"


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "windows.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(PLAIN, indent=1).replace("\n", "\r\n").encode())
    assert read_scenario(path).scenario == parse_scenario(plain()).scenario


def test_whole_numbers_written_as_decimals_are_whole() -> None:
    assert parse_scenario(plain(stride=[1.0, 2.0], seed=5.0)).scenario.stride == (1, 2)


def test_whole_numbers_are_written_without_a_point() -> None:
    assert '"seed": 0\n' in to_json(startup().varied(seed=0))


def test_the_file_is_plain_to_read_with_one_row_of_a_grid_a_line() -> None:
    lines = to_json(startup(), 3.0).splitlines()
    assert lines[1] == '  "kernelscope": 1,'
    assert '  "stride": [2, 2],' in lines
    assert '  "position": 3' in lines
    rows = [line for line in lines if line.startswith("    [")]
    assert len(rows) == 8 + 3
    assert json.loads("".join(lines))["image"] == startup().image.tolist()


def test_the_largest_scenario_is_far_below_the_limit_of_a_file() -> None:
    random = np.random.default_rng(1)
    largest = Scenario(
        random.random((64, 64)) * 255,
        random.random((15, 15)) * -999,
        white=255.0,
        dilation=(5, 5),
        padding=(8, 8),
        name="x" * 200,
    )
    assert len(to_json(largest, 0.1 + 0.2).encode()) < LIMIT / 20


@pytest.mark.parametrize("name", ["two\nlines", "zero\0byte", "half \ud800 pair", "x" * 5000, "\u202eturned"])
def test_a_name_that_could_not_be_drawn_or_written_is_made_fit(name: str) -> None:
    opened = parse_scenario(to_json(startup().named(name)))
    assert opened.scenario.name == tidy_name(name)
    assert opened.scenario.name.isprintable()
    assert len(opened.scenario.name) <= 200
