"""A pooling that is copied as a program prints, when it is run, the maps that are shown."""

from __future__ import annotations

import ast
import importlib.util

import numpy as np
import pytest

from game.core.errors import DoesNotApply, KernelDoesNotFit
from game.core.padding import Padding
from game.core.pooling import Pooling, pooled
from game.core.scenario import Scenario
from game.core.tensors import Tensor
from game.files.code_text import numpy_text, pytorch_text
from tests.core.scenarios import random_pooling

from .test_code_text import maps_in, ran

HAS_TORCH = importlib.util.find_spec("torch") is not None
IMAGE = np.random.default_rng(4).integers(-30, 30, (2, 7, 6)) / 10


def layered(pooling: Pooling, image: Tensor = IMAGE) -> Scenario:
    return Scenario(image, np.ones((1, 1)), white=30, pooling=pooling)


def check(scenario: Scenario) -> None:
    """Run what is copied, and compare it with the maps."""
    pooling = scenario.layer.pooling
    assert pooling is not None
    maps = pooled(scenario.tensor, pooling)
    texts = [numpy_text(scenario.tensor, scenario.layer)]
    if pooling.kind == "max" or pooling.dilation == (1, 1):
        text = pytorch_text(scenario.tensor, scenario.layer)
        ast.parse(text)
        texts += [text] if HAS_TORCH else []
    for text in texts:
        np.testing.assert_allclose(maps_in(ran(text), maps.shape), maps, rtol=1e-12, atol=1e-9)


def test_random_poolings_print_their_maps() -> None:
    random = np.random.default_rng(21)
    for _ in range(250):
        check(random_pooling(random, 9))


@pytest.mark.parametrize("kind", ["max", "average"])
@pytest.mark.parametrize("ceil", [False, True])
@pytest.mark.parametrize("counts", [False, True])
def test_every_padding_with_and_without_ceil_mode(kind: str, ceil: bool, counts: bool) -> None:
    for sides in ((0, 0, 0, 0), (1, 1, 1, 1), (2, 2, 2, 2), (2, 0, 1, 2), (0, 2, 0, 2)):
        for stride in (None, (2, 3)):
            check(layered(Pooling(kind, (3, 3), stride, Padding(*sides), (1, 1), ceil, counts)))


SMALL = """\
# Average pooling: 1 channel, windows of 2 × 2
import numpy as np

# channels, rows, columns
image = np.array([[[1, 2, 3], [4, 5, 6]]], dtype=float)

padded = np.pad(image, ((0, 0), (0, 0), (1, 0)), constant_values=np.nan)
maps = np.zeros((1, 1, 2))
for row in range(1):
    for column in range(2):
        window = padded[:, row * 2 : row * 2 + 2, column * 2 : column * 2 + 2]
        maps[:, row, column] = np.nanmean(window, axis=(1, 2))

np.set_printoptions(suppress=True, precision=10, threshold=10**6, linewidth=10**4)
print(maps.round(10) + 0.0)
"""


def test_the_numpy_text_of_a_small_pooling_is_this_one() -> None:
    image = np.array([[[1.0, 2, 3], [4, 5, 6]]])
    pool = Pooling("average", (2, 2), padding=Padding(0, 0, 1, 0), count_include_pad=False)
    assert numpy_text(image, layered(pool, image).layer) == SMALL
    assert ran(SMALL) == "[[[2.5 4. ]]]\n"


@pytest.mark.parametrize(
    ("pooling", "lines"),
    [
        (Pooling("max", (2, 2)), ["maps = F.max_pool2d(images, (2, 2))"]),
        (Pooling("average", (2, 2)), ["maps = F.avg_pool2d(images, (2, 2))"]),
        (Pooling("average"), ["maps = F.avg_pool2d(images, (7, 6))"]),
        (
            Pooling("max", (3, 3), (1, 2), Padding(1, 1, 0, 0), (2, 1), ceil_mode=True),
            ["maps = F.max_pool2d(images, (3, 3), stride=(1, 2), padding=(1, 0), dilation=(2, 1), ceil_mode=True)"],
        ),
        (
            Pooling("average", (2, 2), padding=Padding(1, 1, 1, 1), count_include_pad=False),
            ["maps = F.avg_pool2d(images, (2, 2), padding=(1, 1), count_include_pad=False)"],
        ),
        (
            Pooling("max", (2, 2), padding=Padding(1, 0, 0, 1), ceil_mode=True),
            [
                "padded = F.pad(images, (0, 1, 1, 0), value=-torch.inf)  # left, right, top, bottom",
                "maps = F.max_pool2d(padded, (2, 2), ceil_mode=True)",
                "maps = maps[:, :, :4, :3]",
            ],
        ),
        (
            Pooling("average", (3, 3), padding=Padding(2, 2, 2, 2), count_include_pad=False),
            [
                "maps = F.avg_pool2d(padded, (3, 3))",
                "there = F.pad(torch.ones_like(images), (2, 2, 2, 2))  # 1 where a pixel is",
                "maps = maps / F.avg_pool2d(there, (3, 3))  # which share of each window is pixels",
            ],
        ),
    ],
)
def test_the_pytorch_text_says_what_pytorch_takes(pooling: Pooling, lines: list[str]) -> None:
    text = pytorch_text(IMAGE, layered(pooling).layer).splitlines()
    for line in lines:
        assert line in text
    assert "weights" not in "".join(text)


def test_pytorch_has_no_average_with_dilation() -> None:
    scenario = layered(Pooling("average", (2, 2), dilation=(1, 2)))
    with pytest.raises(DoesNotApply, match="average with dilation"):
        pytorch_text(scenario.tensor, scenario.layer)
    check(scenario)


def test_a_pooling_that_does_not_fit_is_refused() -> None:
    layer = layered(Pooling("max", (7, 2))).layer
    for write in (numpy_text, pytorch_text):
        with pytest.raises(KernelDoesNotFit):
            write(IMAGE[:, :3], layer)
