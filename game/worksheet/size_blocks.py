"""The exercises about sizes: what no patch covers, which strides cover all, how large the output is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeVar

import numpy as np

from ..core.axes import Mask, axis_of
from ..core.grid import Pair
from ..core.padding import Padding
from ..core.scenario import Scenario
from .blocks import Asked
from .figures import empty, filled
from .kind import Kind
from .sheet import VERSIONS, Block, Figure, Fill
from .small_numbers import shares
from .wording import begun, setting_of

Answer = TypeVar("Answer")

NEIGHBOUR = (3, 3)
"""The kernel where the scenario's own makes no good exercise."""
MOST_STRIDE = 5
LARGER = 16
"""From how many numbers the length of an image is taken whose output is asked for."""


def coverage_block(asked: Asked, number: int) -> Block:
    """Return the exercise in which the pixels are hatched that no patch covers."""
    del number
    for kind in _without_padding(asked.kind):
        strides = [(2, 2), (3, 3)] if min(kind.stride) < 2 else [kind.stride]
        sizes = _sizes(kind, 7, 2, 3)
        found = [kind.changed(size=size, stride=stride) for size in sizes for stride in strides]
        fit = [each for each in found if min(each.outputs()) >= 2 and 0.04 <= np.mean(_missed(each)) <= 0.45]
        if len(fit) >= len(VERSIONS):
            break
    own = _for_version(fit, asked, "coverage", lambda each: (each.size, _missed(each).tobytes()))
    hatched = tuple((int(row), int(column)) for row, column in np.argwhere(_missed(own)))
    task = asked.wording.of("coverage", setting=begun(setting_of(own, asked.wording, pixels=True)))
    return Block("coverage", task, _of_ones(own), (Figure("", empty(own.size), hatched=hatched),))


def strides_block(asked: Asked, number: int) -> Block:
    """Return the question with which strides every pixel is covered."""
    del number
    for kind in _without_padding(asked.kind):
        found = [kind.changed(size=size, stride=(1, 1)) for size in _sizes(kind, 5, 7, 7)]
        fit = [each for each in found if 2 <= len(covering(each)) < MOST_STRIDE]
        if len(fit) >= len(VERSIONS):
            break
    own = _for_version(fit, asked, "strides", covering)
    wording = asked.wording
    said = begun(setting_of(own, wording, pixels=True)).replace(f", {wording.of('set.stride', stride=1)}", "")
    task = wording.of("strides", setting=said, most=MOST_STRIDE)
    line = Fill(wording.of("strides.answer"), (", ".join(map(str, covering(own))),))
    return Block("strides", task, _of_ones(own), lines=(line,))


def size_block(asked: Asked, number: int) -> Block:
    """Return the question how large the output is, for two strides and large images."""
    del number
    wording = asked.wording
    kind = asked.kind if asked.kind.kernel is not None else asked.kind.changed(kernel=(2, 2), stride=(2, 2))
    least = [axis.extent + axis.stride + 1 for axis in kind.axes()]
    lines, before = [], set[Pair]()
    for each in VERSIONS[: VERSIONS.index(asked.version) + 1]:
        for attempt in range(100):
            drawn = shares(asked.seed, f"size {each} {attempt}", 4)
            lengths = [least[at % 2] + int(share * LARGER) for at, share in enumerate(drawn)]
            first = kind.changed(size=(lengths[0], lengths[1]))
            second = _other_stride(kind).changed(size=(lengths[2], lengths[3]))
            if first.outputs() not in before:
                break
        before.add(first.outputs())
    for one in (first, second):
        words = wording.of("sizes.line", setting=setting_of(one, wording, pixels=True, contents=False))
        lines.append(filled(words, one.outputs()))
    return Block("size", wording.of("sizes"), _of_ones(first), lines=tuple(lines))


def _other_stride(kind: Kind) -> Kind:
    """Return the kind with a larger stride, or from 4 on a smaller one."""
    rows, columns = (step + 1 if step < 4 else step - 1 for step in kind.stride)
    return kind.changed(stride=(rows, columns))


def _without_padding(kind: Kind) -> tuple[Kind, ...]:
    """Return the kind without padding, and its neighbour with 3 × 3 weights side by side."""
    plain = kind.changed(padding=Padding(), ceil=False, channels=1, weights=None, biased=False, relu=False, pixels=None)
    if plain.kernel is None:
        plain = plain.changed(kernel=(2, 2), stride=(2, 2))
    return plain, plain.changed(kernel=NEIGHBOUR, dilation=(1, 1), stride=(2, 2))


def _sizes(kind: Kind, least: int, more_rows: int, more_columns: int) -> Sequence[Pair]:
    """Return sizes of images from a least one on, but so large that the kernel has several places."""
    rows, columns = (max(least, axis.extent + 2) for axis in kind.axes())
    return list(product(range(rows, rows + more_rows), range(columns, columns + more_columns)))


def _of_ones(kind: Kind) -> Scenario:
    shape = 1, kind.channels, *kind.window
    return kind.scenario(np.ones((kind.channels, *kind.size)), np.ones(shape))


def _missed(kind: Kind) -> Mask:
    """Return which pixels no patch covers, where there is no padding."""
    rows, columns = (_missed_along(kind, at, kind.stride[at]) for at in (0, 1))
    missed: Mask = rows[:, np.newaxis] | columns
    return missed


def _missed_along(kind: Kind, at: int, stride: int) -> Mask:
    """Return which rows (at 0) or columns (at 1) no patch covers."""
    missed: Mask = axis_of(kind.size[at], kind.window[at], stride, kind.dilation[at]).coverage == 0
    return missed


def covering(kind: Kind) -> tuple[int, ...]:
    """Return the strides 1 … 5 with which every pixel is covered."""
    strides = range(1, MOST_STRIDE + 1)
    return tuple(each for each in strides if not any(_missed_along(kind, at, each).any() for at in (0, 1)))


def _for_version(fit: list[Kind], asked: Asked, name: str, answer: Callable[[Kind], Answer]) -> Kind:
    """Return the kind of this version: in an order of the seed's, other answers first, so that versions differ."""
    order = np.argsort(shares(asked.seed, f"{name} order", len(fit)), kind="stable")
    shuffled = [fit[place] for place in order]
    seen: set[Answer] = set()
    fresh: list[Kind] = []
    again: list[Kind] = []
    for each in shuffled:
        found = answer(each)
        (again if found in seen else fresh).append(each)
        seen.add(found)
    row = [*fresh, *again]
    return row[VERSIONS.index(asked.version) % len(row)]
