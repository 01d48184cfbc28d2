"""Stops of a tour about channels and filters: what their scenarios may say, and what they may ask for."""

from __future__ import annotations

import copy
import json
from typing import Any

import numpy as np
import pytest

from game.core.named import image_called, weights_called
from game.core.operation_change import TRANSPOSED, operation_of
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.resize import with_pair
from game.core.result import result_of
from game.core.scenario import Scenario
from game.files.errors import FileProblem
from game.files.tour import Condition
from game.files.tour_file import TOURS, read_tour, tour_path
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence
from tests.files.examples import parse_tour

NAMED: dict[str, Any] = {"image": "colour discs", "image_size": 5, "kernel": "small integer filters", "kernel_size": 2}
IMAGE = [[[0, 1], [2, 3]], [[3, 0], [1, -2]], [[1, 1], [0, 0]]]
WEIGHTS = [[[[1]], [[0]], [[2]]], [[[1]], [[-1]], [[0]]]]
WRITTEN: dict[str, Any] = {"image": IMAGE, "kernel": WEIGHTS, "white": 3}
STOP: dict[str, Any] = {"title": "A stop", "text": "Look."}


def told(found: dict[str, Any], **fields: Any) -> str:
    return json.dumps({"kernelscope_tour": 1, "stops": [copy.deepcopy(STOP) | {"scenario": found} | fields]})


def made(found: dict[str, Any]) -> Scenario:
    return parse_tour(told(found)).stops[0].scenario


def asked(condition: dict[str, Any], found: dict[str, Any] = WRITTEN, **fields: Any) -> Condition:
    (one,) = parse_tour(told(found, task="Do it.", when=condition, **fields)).stops[0].conditions
    return one


def refused(found: dict[str, Any], **fields: Any) -> str:
    with pytest.raises(FileProblem) as caught:
        parse_tour(told(found, **fields), "my tour.json")
    words = sentence(caught.value.key, **caught.value.values())
    assert words != FALLBACK
    assert "my tour.json" in words
    return words


def test_channels_and_filters_may_be_written_out() -> None:
    found = made(WRITTEN | {"bias": [1, -2.5], "activation": "relu"})
    assert found == Scenario(np.array(IMAGE, float), np.array(WEIGHTS, float), 3, bias=[1, -2.5], activation="relu")


def test_they_may_be_named_with_how_many_there_are() -> None:
    found = made(NAMED | {"channels": 4, "filters": 5, "bias": 2, "seed": 9})
    assert np.array_equal(found.tensor, image_called("colour discs", 4, (5, 5), 9))
    assert np.array_equal(found.layer.weights, weights_called("small integer filters", (5, 4), (2, 2), 9))
    assert list(found.layer.bias) == [2] * 5
    assert (found.image_name, found.kernel_name) == ("colour discs", "small integer filters")


@pytest.mark.parametrize(
    ("fields", "shape"),
    [
        ({}, (3, 1, 3)),
        ({"image": "noise"}, (1, 1, 1)),
        ({"kernel": "blur a channel"}, (3, 3, 3)),
        ({"kernel": "edges in four directions", "filters": 2}, (3, 2, 3)),
        ({"kernel": "ones", "filters": 3, "groups": 3}, (3, 3, 1)),
        ({"image": "noise", "channels": 16, "filters": 16, "groups": 16}, (16, 16, 1)),
    ],
)
def test_a_colour_image_has_three_and_a_set_as_many_as_it_has(
    fields: dict[str, Any], shape: tuple[int, int, int]
) -> None:
    found = made(NAMED | fields)
    assert (len(found.channels), *found.layer.weights.shape[:2]) == shape


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "17 channels": (NAMED | {"channels": 17}, "“scenario.channels”"),
    "half a filter": (NAMED | {"filters": 1.5}, "“scenario.filters”"),
    "no filter": (NAMED | {"filters": 0}, "“scenario.filters”"),
    "channels beside numbers": (WRITTEN | {"channels": 3}, "“scenario.channels”"),
    "filters beside numbers": (WRITTEN | {"filters": 2}, "“scenario.filters”"),
    "a ragged channel": (WRITTEN | {"image": [[[1]], [[1, 2]], [[1]]]}, "“scenario.image”"),
    "a kernel three deep": (WRITTEN | {"kernel": WEIGHTS[0]}, "“scenario.kernel”"),
    "weights for other channels": (WRITTEN | {"kernel": [[[[1]], [[1]]]]}, "“scenario”"),
    "groups that do not divide the channels": (NAMED | {"groups": 2}, "“scenario.groups”"),
    "groups that do not divide the filters": (NAMED | {"filters": 4, "groups": 3}, "“scenario”"),
    "a set with fewer filters": (NAMED | {"kernel": "gray", "kernel_size": 3, "filters": 2}, "“scenario.kernel”"),
    "a set for colour over two": (NAMED | {"image": "noise", "channels": 2, "kernel": "gray"}, "“scenario.kernel”"),
    "a bias too many": (WRITTEN | {"bias": [1, 2, 3]}, "“scenario”"),
    "a bias that is a word": (WRITTEN | {"bias": ["a", 1]}, "“scenario.bias”"),
    "a bias that is true": (WRITTEN | {"bias": True}, "“scenario.bias”"),
    "a bias too large": (WRITTEN | {"bias": 1000}, "“scenario.bias”"),
    "an activation that is none": (WRITTEN | {"activation": "softmax"}, "“scenario.activation”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_names_the_field(name: str) -> None:
    found, named = WRONG[name]
    assert named in refused(found)


@pytest.mark.parametrize("kind", ["channels", "filters", "groups"])
def test_a_stop_may_ask_for_how_many(kind: str) -> None:
    one = asked({kind: 6}, NAMED | {"filters": 3})
    assert (one.kind, one.value, one.says_how, one.is_of_the_setting) == (kind, 6, True, True)


def test_a_pixel_and_a_weight_may_be_of_any_channel_and_filter() -> None:
    assert asked({"pixel": {"row": 1, "column": 0, "channel": 2, "value": 3}}).front == (2, 0)
    assert asked({"weight": {"row": 0, "column": 0, "channel": 1, "filter": 1}}).front == (1, 1)
    assert asked({"weight": {"row": 0, "column": 0, "value": 5}}).front == (0, 0)
    grouped = NAMED | {"filters": 3, "groups": 3}
    assert asked({"weight": {"row": 0, "column": 0, "filter": 2}}, grouped).front == (2, 2), "the one it sees"


ASKED_WRONG: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "17 filters": ({"filters": 17}, {}, "“when.filters”"),
    "filters as a text": ({"filters": "two"}, {}, "“when.filters”"),
    "as many as there are": ({"filters": 2}, {}, "“when.filters”"),
    "as many channels as there are": ({"channels": 3}, {}, "“when.channels”"),
    "a channel that is not there": ({"pixel": {"row": 0, "column": 0, "channel": 3}}, {}, "“when.pixel.channel”"),
    "a filter of a pixel": ({"pixel": {"row": 0, "column": 0, "filter": 0}}, {}, "“when.pixel.filter”"),
    "a weight that is so": ({"weight": {"row": 0, "column": 0, "filter": 1, "channel": 1, "value": -1}}, {}, "“when."),
    "channels of a locked image": ({"channels": 2}, {"lock": ["image"]}, "“when.channels”"),
    "channels over locked kernels": ({"channels": 2}, {"lock": ["kernel"]}, "“when.channels”"),
    "filters of a locked kernel": ({"filters": 3}, {"lock": ["kernel"]}, "“when.filters”"),
}


@pytest.mark.parametrize("name", ASKED_WRONG)
def test_what_cannot_be_asked_for_names_the_field(name: str) -> None:
    condition, fields, named = ASKED_WRONG[name]
    assert named in refused(WRITTEN, task="Do it.", when=condition, **fields)


def test_the_tour_of_colour_goes_from_one_and_one_to_three_and_four() -> None:
    tour = read_tour(tour_path("colour"))
    shapes = [(len(each.scenario.channels), each.scenario.layer.filters) for each in tour.stops]
    assert shapes == [(1, 1), (3, 1), (1, 1), (3, 4), (4, 4), (3, 3)], "the third stop asks for its second filter"
    assert [each.scenario.layer.groups for each in tour.stops] == [1] * 6
    assert [tour.stops[index].conditions[0].value for index in (4, 5)] == [2, 3], "groups"
    assert tour.stops[2].conditions[0] == Condition("filters", value=2.0)
    assert all(each.task and each.reply for each in tour.stops)
    assert len({*tour.stops[3].scenario.image_size, 5, 2, 3, 4}) == 5, "sizes that all differ"


def test_what_the_tour_of_colour_says_is_true() -> None:
    first, second, third, fourth, fifth, sixth = read_tour(tour_path("colour")).stops
    layer = second.scenario.layer
    products = (first.scenario.image[:2, :2] * first.scenario.kernel).ravel()
    assert list(products) == [0, 2, 3, -3]
    assert "0 + 2 + 3 − 3 = 2." in first.reply
    sums = (second.scenario.tensor[:, :2, :2] * layer.weights[0]).sum(axis=(1, 2))
    assert list(sums) == [2, 4, 5]
    assert "2 + 4 + 5 = 11" in second.reply
    assert float(result_of(second.scenario).output[0, 0]) == 11
    assert "3 × 2 × 2 = 12 weights" in second.text
    assert layer.weights.size == 12
    assert np.array_equal(first.scenario.kernel, third.scenario.kernel)
    assert np.array_equal(layer.weights[0], fourth.scenario.layer.weights[0]), "the same filter again"
    kernels = fourth.scenario.layer.weights.reshape(-1, 4)
    assert len({each.tobytes() for each in kernels}) == len(kernels) == 12, "each is another one"
    assert "4 × 3 = 12 kernels" in fourth.text
    assert fifth.scenario.layer.weights.shape[:2] == (4, 4)
    assert "4 × 4 = 16 kernels" in fifth.text
    assert sixth.scenario.layer.weights.size == 36
    assert "3 × 3 × 2 × 2 = 36 weights" in sixth.text
    assert sixth.scenario.tensor.tobytes() == second.scenario.tensor.tobytes(), "the same image again"
    assert not any(each.scenario.layer.bias.any() for each in (first, second, third, fourth, fifth, sixth))


POOLED: dict[str, Any] = {"operation": "max pooling", "kernel_size": 2, "image": [[0, 1, 2], [3, 1, 0]], "white": 3}


def test_a_stop_may_begin_with_a_pooling_and_all_that_it_has() -> None:
    found = made(POOLED)
    assert found == Scenario(np.array(POOLED["image"], float), np.ones((1, 1)), 3, pooling=Pooling("max", (2, 2)))
    more = {"stride": 1, "padding": [1, 0], "dilation": [1, 2], "ceil_mode": True, "count_include_pad": False}
    pooling = made(POOLED | more | {"operation": "average pooling"}).layer.pooling
    assert pooling == Pooling("average", (2, 2), (1, 1), Padding(1, 1, 0, 0), (1, 2), True, False)
    named = made(
        {"operation": "max pooling", "kernel_size": [2, 3], "image": "colour discs", "image_size": 6, "seed": 9}
    )
    assert (len(named.channels), named.image_name, named.seed) == (3, "colour discs", 9)
    assert made(NAMED | {"operation": "convolution"}) == made(NAMED)


WRONG_POOLED: dict[str, tuple[dict[str, Any], str]] = {
    "an operation that is none": (POOLED | {"operation": "min pooling"}, "“scenario.operation”"),
    "an operation that is a number": (POOLED | {"operation": 3}, "“scenario.operation”"),
    "no window": ({key: POOLED[key] for key in ("operation", "image", "white")}, "no “scenario.kernel_size”"),
    "a kernel": (POOLED | {"kernel": [[1]]}, "“scenario.kernel”"),
    "a bias": (POOLED | {"bias": 1}, "“scenario.bias”"),
    "ceil mode of a convolution": (NAMED | {"ceil_mode": True}, "“scenario.ceil_mode”"),
    "ceil mode that is a number": (POOLED | {"ceil_mode": 1}, "“scenario.ceil_mode”"),
    "a padding too large": (POOLED | {"padding": 2}, "“scenario”"),
    "a window too large": (POOLED | {"kernel_size": 3}, "“scenario”"),
    "a stride larger than window and 8": (POOLED | {"stride": 9}, "“scenario”"),
}


@pytest.mark.parametrize("name", WRONG_POOLED)
def test_what_is_wrong_with_a_pooling_names_the_field(name: str) -> None:
    found, named = WRONG_POOLED[name]
    assert named in refused(found)


def test_what_the_tour_of_pooling_says_is_true() -> None:
    first, second, third = read_tour(tour_path("pooling")).stops
    assert all(each.task and each.reply and each.conditions for each in (first, second, third))
    for each in (first, second, third):
        assert each.scenario.layer.pooling == Pooling("max", (2, 2))
        assert each.scenario.image_size == (4, 4)
    assert list(first.scenario.image[:2, :2].ravel()) == [1, 3, 2, 0]
    assert "max(1, 3, 2, 0) = 3" in first.reply
    edit = second.scenario.painted([(0, 0)], 0.0)
    assert edit is not None
    assert np.array_equal(result_of(second.scenario).output, result_of(edit.scenario).output)
    assert list(second.scenario.image[0]) == [3, 3, 0, 0]
    assert list(result_of(third.scenario).output[0]) == [3, 3]
    means = result_of(third.scenario.varied(pooling=Pooling("average", (2, 2)))).output[0]
    assert list(means) == [3, 0.75]
    assert "3 and 0.75" in third.reply


STAMPED: dict[str, Any] = NAMED | {"operation": "transposed convolution", "stride": 2}


def test_a_stop_may_begin_with_a_transposed_convolution() -> None:
    plain = made(NAMED | {"stride": 2})
    found = made(STAMPED | {"output_padding": [1, 0]})
    assert found == plain.changed(transposed=True, output_padding=(1, 0))
    assert "“scenario.ceil_mode”" in refused(STAMPED | {"ceil_mode": True})
    assert "“scenario.output_padding”" in refused(NAMED | {"output_padding": 1})
    assert "“scenario.output_padding”" in refused(STAMPED | {"output_padding": 8})
    assert "“scenario”" in refused(STAMPED | {"output_padding": 2})
    assert "“scenario.output_padding”" in refused(POOLED | {"output_padding": 1})


def test_what_the_tour_of_transposing_says_is_true() -> None:
    first, second, third = read_tour(tour_path("transposed")).stops
    assert all(each.task and each.reply and each.conditions for each in (first, second, third))
    assert all(operation_of(each.scenario) == TRANSPOSED for each in (first, second, third))
    assert list(result_of(first.scenario).output[0]) == [1, 2, 2, 4]
    assert "1, 2, 2, 4" in first.reply
    assert set(result_of(second.scenario).output.ravel()) == {1, 2, 4}, "all is 1: how many stamps meet"
    even = result_of(with_pair(second.scenario, "kernel size", (4, 4))).output
    assert set(even[2:-2, 2:-2].ravel()) == {4}
    image = np.zeros((4, 4))
    image[1, 1] = 1
    direct = Scenario(image, third.scenario.chosen_kernel)
    assert np.array_equal(result_of(direct).output, third.scenario.pixels[0])
    back = result_of(third.scenario).output
    assert (back.shape, back[1, 1]) == ((4, 4), 7)
    assert back.all()


def test_a_tour_is_asked_for_by_its_name_or_as_a_file() -> None:
    assert [tour_path(name) for name in TOURS] == list(TOURS.values())
    assert tour_path("") == TOURS["first"]
    assert str(tour_path("somewhere/mine.json")).endswith("mine.json")
    assert all(path.is_file() for path in TOURS.values())


AVERAGED = {"operation": "average pooling", "image": IMAGE, "white": 9, "kernel_size": 2}
SPREAD = {
    "operation": "transposed convolution",
    "image": IMAGE[0],
    "white": 9,
    "kernel": [[1, 2], [3, 4]],
    "stride": 2,
}


@pytest.mark.parametrize(
    ("condition", "found", "wanted"),
    [
        ({"ceil_mode": True}, AVERAGED, 1.0),
        ({"count_include_pad": False}, AVERAGED, 0.0),
        ({"ceil_mode": False}, WRITTEN, 0.0),  # once it is a pooling
        ({"output_padding": 1}, SPREAD, (1, 1)),
        ({"output_padding": [0, 1]}, SPREAD, (0, 1)),
        ({"output_padding": 0}, WRITTEN, (0, 0)),
    ],
)
def test_the_settings_of_an_operation_can_be_asked_for(
    condition: dict[str, Any], found: dict[str, Any], wanted: object
) -> None:
    one = asked(condition, found)
    assert (one.kind, one.wanted) == (next(iter(condition)), wanted)
    assert one.is_of_the_setting
    assert one.says_how
    assert asked(condition, found, shown=condition) == one


@pytest.mark.parametrize(
    ("fields", "found", "key"),
    [
        ({"when": {"ceil_mode": False}}, AVERAGED, "tour_done_already"),
        ({"when": {"count_include_pad": True}}, AVERAGED, "tour_done_already"),
        ({"when": {"output_padding": 0}}, SPREAD, "tour_done_already"),
        ({"when": {"ceil_mode": 1}}, AVERAGED, "tour_wrong_type"),
        ({"when": {"count_include_pad": "yes"}}, AVERAGED, "tour_wrong_type"),
        ({"when": {"output_padding": True}}, SPREAD, "tour_wrong_type"),
        ({"when": {"output_padding": 8}}, SPREAD, "tour_refused"),
        ({"when": {"ceil_mode": True}, "lock": ["kernel"]}, AVERAGED, "tour_locked_task"),
        ({"when": {"output_padding": 1}, "lock": ["kernel"]}, SPREAD, "tour_locked_task"),
        ({"when": {"count_padding": False}}, AVERAGED, "tour_unknown_field"),
    ],
)
def test_settings_of_an_operation_that_are_so_or_cannot_be_asked_for_are_refused(
    fields: dict[str, Any], found: dict[str, Any], key: str
) -> None:
    with pytest.raises(FileProblem) as caught:
        parse_tour(told(found, task="Do it.", **fields))
    assert caught.value.key == key


def test_a_stop_points_at_the_output_padding() -> None:
    (stop,) = parse_tour(told(SPREAD, point={"control": "output padding"})).stops
    assert stop.point.control == "output padding"


def test_an_operation_can_be_asked_for_unless_it_is_there_or_locked() -> None:
    def tour(**fields: object) -> str:
        stop = {"title": "One", "text": "Look.", "scenario": NAMED, "task": "Do it.", **fields}
        return json.dumps({"kernelscope_tour": 1, "stops": [stop]})

    (found,) = parse_tour(tour(when={"operation": "average pooling"})).stops[0].conditions
    assert (found.kind, found.name, found.is_of_the_setting, found.says_how) == (
        "operation",
        "average pooling",
        True,
        True,
    )
    for fields, key in (
        ({"when": {"operation": "min pooling"}}, "tour_unknown_name"),
        ({"when": {"operation": 3}}, "tour_wrong_type"),
        ({"when": {"operation": "convolution"}}, "tour_done_already"),
        ({"when": {"operation": "max pooling"}, "lock": ["kernel"]}, "tour_locked_task"),
    ):
        with pytest.raises(FileProblem) as caught:
            parse_tour(tour(**fields))
        assert caught.value.key == key


STAMPS: dict[str, Any] = {
    "operation": "transposed convolution",
    "stride": 2,
    "image": [[1, 2], [3, 0]],
    "kernel": [[1, 2], [0, 1]],
}


def test_a_stop_shows_stamps_and_counts_them() -> None:
    asked = {"when": {"position": "end"}, "task": "Play."}
    (stop,) = parse_tour(told(STAMPS, view="stamp", position=3, **asked)).stops
    assert stop.stamps
    assert not stop.stacked
    assert stop.conditions[0].value == 4.0  # pixels, of sixteen cells
    with pytest.raises(FileProblem):
        parse_tour(told(STAMPS, view="stamp", position=5))
    (flat,) = parse_tour(told(STAMPS, position=5)).stops
    assert not flat.stamps


def test_only_a_transposed_convolution_has_stamps() -> None:
    with pytest.raises(FileProblem) as caught:
        parse_tour(told(WRITTEN, view="stamp"))
    assert caught.value.key == "tour_unknown_name"
