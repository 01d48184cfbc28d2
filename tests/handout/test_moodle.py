"""Questions for Moodle are as its import reads them, and every answer follows from what its question shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any, NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.exported import Exported
from game.handout.moodle import moodle_file
from game.handout.moodle_numbers import safe
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed

from .examples import SCENARIOS, TITLES

NUMBER = r"-?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?"
FIELD = re.compile(rf"\{{([0-9]*):NUMERICAL:=({NUMBER}):({NUMBER})\}}")
MANY = 1024


Values: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"


class Asked(NamedTuple):
    """A question as Moodle would have it."""

    kind: str
    name: str
    html: str
    answers: list[tuple[float, float]]


def read(data: bytes) -> list[Asked]:
    """Return the questions of a file, or fail where Moodle's import would not understand it."""
    quiz = ET.fromstring(data)
    assert quiz.tag == "quiz"
    first, *questions = list(quiz)
    assert first.get("type") == "category"
    assert (first.findtext("category/text") or "").startswith("$course$/")
    return [_asked(question) for question in questions]


def _asked(question: ET.Element) -> Asked:
    kind, html = question.get("type") or "", question.findtext("questiontext/text") or ""
    assert kind in ("cloze", "numerical")
    name = question.findtext("name/text") or ""
    assert name.strip()
    text = question.find("questiontext")
    assert text is not None
    assert text.get("format") == "html"
    assert question.findtext("hidden") == "0"
    assert 0 <= float(question.findtext("penalty") or "x") <= 1
    ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")  # its HTML is whole
    fields = FIELD.findall(html)
    assert html.count("{") == html.count("}") == len(fields)  # no brace that is no field
    if kind == "cloze":
        assert fields
        assert question.find("answer") is None
        return Asked(kind, name, html, [(float(value), float(tolerance)) for _, value, tolerance in fields])
    assert not fields
    (answer,) = question.findall("answer")
    assert answer.get("fraction") == "100"
    number, tolerance = answer.findtext("text") or "", answer.findtext("tolerance") or ""
    assert re.fullmatch(NUMBER, number)
    assert question.findtext("defaultgrade") == "1"
    return Asked(kind, name, html, [(float(number), float(tolerance))])


class Shown:
    """What a question shows, read from its text alone, and the maps that follow from it."""

    def __init__(self, html: str) -> None:
        self.lines = [unescape(line) for line in re.findall(r"<p>(.*?)</p>", html)]
        tables = re.findall(r"<caption>(.*?)</caption><tbody>(.*?)</tbody>", html)
        grids = {unescape(title): _grid(body) for title, body in tables if title}
        self.image = np.array([grid for title, grid in grids.items() if title.startswith("Source")])
        self.kernels = [grid for title, grid in grids.items() if title.startswith("Kernel")]
        self.settings = self.lines[1]
        self.pooling = re.match(r"An output cell is the (largest|mean)", self.lines[0])
        self.stamps = self.lines[0].startswith("Each pixel lays the kernel")

    def pair(self, name: str, usual: int) -> tuple[int, int]:
        """Return a setting, as (rows, columns)."""
        found = re.search(rf"\b{name} (\d+)(?: × (\d+))?", self.settings, re.IGNORECASE)
        return (usual, usual) if found is None else (int(found[1]), int(found[2] or found[1]))

    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the padding: (above, below), (on the left, on the right)."""
        found = re.search(r"padding (\d+) above, (\d+) below, (\d+) on the left, (\d+) on the right", self.settings)
        if found is not None:
            top, bottom, left, right = map(int, found.groups())
            return (top, bottom), (left, right)
        down, across = self.pair("padding", 0)
        return (down, down), (across, across)

    def maps(self) -> Values:
        """Return the maps, made anew of what is shown."""
        sums = self._pooled() if self.pooling else self._stamped() if self.stamps else self._slid()
        found = re.search(r"activation ([a-z ]+)\.", self.settings)
        acts: dict[str, Callable[[Any], Any]] = {
            "none": lambda x: x,
            "relu": lambda x: np.maximum(x, 0),
            "leaky relu": lambda x: np.where(x > 0, x, x * 0.1),
            "sigmoid": lambda x: 1 / (1 + np.exp(-np.clip(x, -700, 700))),
            "tanh": np.tanh,
        }
        return np.asarray(acts[found[1] if found else "none"](sums))

    def _biases(self, filters: int) -> Values:
        found = re.search(r"bias ((?:[−\d.e]+(?:, )?)+)", self.settings)
        values = [_value(text) for text in found[1].strip(", ").split(", ")] if found else [0.0] * filters
        return np.array(values)

    def _weights(self) -> tuple[Values, int]:
        """Return the weights of each filter and each channel that it sees, and how many groups there are."""
        found = re.search(r"groups (\d+)", self.settings)
        groups = int(found[1]) if found else 1
        seen = len(self.image) // groups
        kernels = np.array(self.kernels)
        return kernels.reshape(-1, seen, *kernels.shape[1:]), groups

    def _slid(self) -> Values:
        weights, groups = self._weights()
        modes = {"mirrors": "reflect", "repeats": "edge", "goes on": "wrap"}
        mode = next((modes[word] for word in modes for line in self.lines if f"The padding {word}" in line), "constant")
        constant = re.search(r"\(constant ([−\d.e]+)\)", self.settings)
        extra = {"constant_values": _value(constant[1])} if constant else {}
        padded = np.pad(self.image, ((0, 0), *self.sides()), mode=mode, **extra)  # type: ignore[call-overload]
        return self._walk(padded, weights, groups) + self._biases(len(weights))[:, None, None]

    def _walk(self, padded: Values, weights: Values, groups: int) -> Values:
        (down, across), (gap_down, gap_across) = self.pair("stride", 1), self.pair("dilation", 1)
        rows, columns = (weights.shape[2] - 1) * gap_down + 1, (weights.shape[3] - 1) * gap_across + 1
        each, own = len(padded) // groups, len(weights) // groups
        size = (padded.shape[1] - rows) // down + 1, (padded.shape[2] - columns) // across + 1
        maps = np.zeros((len(weights), *size))
        for number, row, column in np.ndindex(maps.shape):
            first, top, left = number // own * each, row * down, column * across
            patch = padded[first : first + each, top : top + rows : gap_down, left : left + columns : gap_across]
            maps[number, row, column] = (patch * weights[number]).sum()
        return maps

    def _stamped(self) -> Values:
        weights, groups = self._weights()
        (down, across), (gap_down, gap_across) = self.pair("stride", 1), self.pair("dilation", 1)
        more = self.pair("output padding", 0)
        rows, columns = (weights.shape[2] - 1) * gap_down + 1, (weights.shape[3] - 1) * gap_across + 1
        channels, height, width = self.image.shape
        maps = np.zeros((len(weights), (height - 1) * down + rows + more[0], (width - 1) * across + columns + more[1]))
        maps += self._biases(len(weights))[:, None, None]
        each, own = channels // groups, len(weights) // groups
        for channel, row, column in np.ndindex(self.image.shape):
            for number in range(channel // each * own, (channel // each + 1) * own):
                met = maps[number, row * down : row * down + rows : gap_down]
                met[:, column * across : column * across + columns : gap_across] += (
                    self.image[channel, row, column] * weights[number, channel % each]
                )
        (top, bottom), (left, right) = self.sides()
        found: Values = maps[:, top : maps.shape[1] - bottom, left : maps.shape[2] - right]
        return found

    def _pooled(self) -> Values:
        assert self.pooling is not None
        window, (gap_down, gap_across) = self.pair("window", 1), self.pair("dilation", 1)
        ceil, (down, across) = "ceil mode" in self.settings, self.pair("stride", 1)
        (top, bottom), (left, right) = self.sides()
        pixels_only = self.pooling[1] == "largest" or "the padding is not counted" in self.settings
        _, height, width = self.image.shape
        sizes = []
        for length, before, after, reach, step in (
            (height, top, bottom, (window[0] - 1) * gap_down + 1, down),
            (width, left, right, (window[1] - 1) * gap_across + 1, across),
        ):
            starts = range(0, length + before + after, step)
            whole = [at for at in starts if at + reach <= length + before + after]
            more = not whole or whole[-1] + reach < length + before + after  # something is left over
            over = [at for at in starts if more and at == (whole[-1] + step if whole else 0) and at < length + before]
            sizes.append(len(whole) + (len(over) if ceil else 0))
        maps = np.zeros((len(self.image), *sizes))
        for number, row, column in np.ndindex(maps.shape):
            places = [
                (row * down + at * gap_down - top, column * across + to * gap_across - left)
                for at, to in np.ndindex(window)
            ]
            inside = [self.image[number][at] for at in places if 0 <= at[0] < height and 0 <= at[1] < width]
            there = [at for at in places if at[0] < height + bottom and at[1] < width + right]
            count = len(inside) if pixels_only else len(there)
            maps[number, row, column] = max(inside) if self.pooling[1] == "largest" else sum(inside) / count
        return maps


def _value(text: str) -> float:
    return float(text.replace("−", "-"))


def _grid(body: str) -> Values:
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return np.array([[_value(cell) for cell in re.findall(r"<td>(.*?)</td>", row)] for row in rows])


def check(scenario: Scenario, position: float) -> None:
    """Read the questions of a scenario, and answer each from its own text."""
    questions = read(moodle_file(Exported(scenario, position)))
    shown = Shown(questions[0].html)
    maps = shown.maps()
    for asked in questions:
        told = asked.name.split(": ")[-1]
        if told == "the map" or told.startswith("map "):
            own = Shown(asked.html).maps()[0 if told == "the map" else int(told[4:]) - 1][:8, :8]
            _agree(asked, own.ravel())
        elif told == "the output size":
            assert asked.answers == [(float(length), 0.0) for length in maps.shape[1:]]
        elif told == "one output cell":
            _agree(Asked(asked.kind, asked.name, asked.html, asked.answers[-1:]), [_cell(asked.html, maps)])
            _products(asked)
        elif told == "the value of a cell":
            _agree(asked, [_cell(asked.html, Shown(asked.html).maps())])
        else:
            _counted(asked)


def _agree(asked: Asked, values: object) -> None:
    numbers = np.array([value for value, _ in asked.answers])
    np.testing.assert_allclose(numbers, np.asarray(values), rtol=1e-9, atol=1e-9)
    said = re.search(r"Round what does not end to (\d) decimals", asked.html)
    decimals = int(said[1]) if said else 0
    for value, tolerance in asked.answers:
        assert abs(round(value, decimals) - value) <= tolerance + 1e-9  # who rounds as asked is right
        if tolerance:
            assert tolerance <= 0.5001 * 10.0**-decimals * 200


def _cell(html: str, maps: Values) -> float:
    found = re.search(r"Output cell in row (\d+), column (\d+)(?: of map (\d+))?", html)
    assert found is not None
    return float(maps[int(found[3] or 1) - 1, int(found[1]) - 1, int(found[2]) - 1])


def _products(asked: Asked) -> None:
    for pixel, weight, field in re.findall(r"([−\d.e]+) × \(([−\d.e]+)\) = (\{.*?\})", asked.html):
        found = FIELD.fullmatch(field)
        assert found is not None
        assert float(found[2]) == pytest.approx(_value(pixel) * _value(weight), abs=1e-9)


def _counted(asked: Asked) -> None:
    found = re.search(r"(\d+) input channels, (\d+) filters, kernels of (\d+) × (\d+)[^.]*? (\d+) groups", asked.html)
    assert found is not None
    channels, filters, rows, columns, groups = map(int, found.groups())
    more = filters if "and a bias" in unescape(asked.html) else 0
    assert asked.answers == [(float(channels // groups * filters * rows * columns + more), 0.0)]


@pytest.mark.parametrize("name", [name for name in SCENARIOS if SCENARIOS[name].pixel_tensor.size <= MANY])
def test_every_answer_follows_from_what_is_shown(name: str) -> None:
    check(SCENARIOS[name], SCENARIOS[name].steps / 2)


@pytest.mark.parametrize("make", [random_scenario, random_layered, random_pooling, random_transposed])
def test_that_is_so_of_any_scenario(make: Callable[..., Scenario]) -> None:
    chance = np.random.default_rng(13)
    for _ in range(12):
        scenario = make(chance, 6)
        if scenario.layer.weights.size <= MANY:
            check(scenario, scenario.steps * 0.7)


@pytest.mark.parametrize("title", TITLES)
def test_no_title_is_a_gap_a_tag_or_the_end_of_a_text(title: str) -> None:
    named, plain = (read(moodle_file(Exported(startup().named(name)))) for name in (title, "x"))
    assert [(one.kind, one.answers) for one in named] == [(one.kind, one.answers) for one in plain]


def test_no_line_of_a_question_begins_a_gap_or_a_tag() -> None:
    assert not re.search(r"[{}<>]", safe("{1:NUMERICAL:=7:0} <b>"))


def test_whole_numbers_have_no_tolerance_and_rounded_ones_half_of_the_last_place() -> None:
    whole = startup().changed(image=np.array([[1.0, 2], [3, 4]]), kernel=np.array([[2.0]]), white=4.0)
    for asked in read(moodle_file(Exported(whole))):
        assert {tolerance for _, tolerance in asked.answers} == {0.0}
    thirds = whole.changed(kernel=np.array([[0.3333]]))
    (first, *_) = read(moodle_file(Exported(thirds)))
    assert 0.005 < max(tolerance for _, tolerance in first.answers) < 0.0051


def test_more_numbers_than_anybody_works_with_are_refused() -> None:
    with pytest.raises(FileProblem) as problem:
        moodle_file(Exported(startup().changed(image=np.zeros((33, 33)))))
    assert problem.value.key == "export_many_numbers"
