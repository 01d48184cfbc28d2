"""A layer that is copied as a program prints, when it is run, the output that is shown."""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import re
import time
import warnings
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import colour_images, filters
from game.core.activations import ACTIVATIONS
from game.core.errors import KernelDoesNotFit, WrongShape
from game.core.layers import Convolution, divisors
from game.core.padding import MODES, Padding, padding_of
from game.core.tensors import Tensor
from game.core.traced import Traced
from game.files import code_text
from game.files.code_text import numpy_text, pytorch_text

HAS_TORCH = importlib.util.find_spec("torch") is not None
WRITERS = [numpy_text, *([pytorch_text] if HAS_TORCH else [])]
IMAGE = np.random.default_rng(3).integers(-30, 30, (4, 5, 6)) / 10
AROUND = [
    Padding(),
    *(Padding(*sides, mode=mode, value=0.5) for mode in MODES for sides in ((1, 1, 2, 2), (2, 0, 1, 3))),
]


def ran(text: str) -> str:
    """Return what a program prints when it is run, and let no warning pass; how numbers are printed stays as it was."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(), np.printoptions():
        warnings.simplefilter("error")
        exec(compile(text, "copied", "exec"), {})
    return printed.getvalue()


def maps_in(printed: str, shape: tuple[int, ...]) -> Tensor:
    """Return the numbers that were printed; there are so many, none left out, in such lists."""
    body = printed.replace("tensor(", "").replace(", dtype=torch.float64)", "")
    assert body.strip().startswith("[" * len(shape))
    numbers = re.findall(r"-?\d+\.?\d*(?:e[-+]\d+)?", body)
    return np.array([float(number) for number in numbers]).reshape(shape)


def check(image: Tensor, layer: Convolution) -> None:
    """Run what is copied, and compare it with the maps."""
    maps = Traced(image, layer).maps
    for write in WRITERS:
        printed = ran(write(image, layer))
        assert "-0." not in re.findall(r"-0\.(?![0-9])", printed)
        np.testing.assert_allclose(maps_in(printed, maps.shape), maps, rtol=1e-12, atol=1e-9)
    ast.parse(pytorch_text(image, layer))


def layer_of(count: int, groups: int = 1, size: tuple[int, int] = (2, 3), **fields: object) -> Convolution:
    weights = filters.make("random signed", (count, 4 // groups, *size), 3)
    return Convolution(weights, np.arange(count) / 4 - 0.3, groups=groups, **fields)


@pytest.mark.parametrize(("around", "groups"), list(product(AROUND, (1, 2, 4))))
def test_every_padding_with_and_without_groups(around: Padding, groups: int) -> None:
    check(IMAGE, layer_of(4, groups, padding=around, stride=(2, 1), dilation=(1, 2)))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation_of_small_and_of_very_large_sums(name: str) -> None:
    for scale in (1.0, 300.0):
        check(IMAGE * scale, layer_of(3, activation=name))


@st.composite
def layers(draw: st.DrawFn) -> tuple[Tensor, Convolution]:
    groups = draw(st.integers(1, 3))
    each, count = draw(st.integers(1, 3)), groups * draw(st.integers(1, 3))
    rows, columns = draw(st.integers(3, 7)), draw(st.integers(3, 7))
    mode = draw(st.sampled_from(MODES))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    sides = [draw(st.integers(0, 2)) for _ in range(4)]
    value = draw(st.sampled_from([0.0, -2.5, 1 / 3]))
    size = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    weights = random.uniform(-9, 9, (count, each, *size))
    fields = {
        "stride": (draw(st.integers(1, 3)), draw(st.integers(1, 3))),
        "padding": Padding(*sides, mode=mode, value=value),
        "dilation": (draw(st.integers(1, 1 if rows < 5 or size[0] == 3 else 2)), 1),
        "activation": draw(st.sampled_from(list(ACTIVATIONS))),
    }
    image = np.rint(random.uniform(-3, 3, (groups * each, rows, columns)) * 100) / 100
    return image, Convolution(weights, random.uniform(-1, 1, count), groups=groups, **fields)


@settings(max_examples=60, deadline=None)
@given(layers())
def test_any_layer(found: tuple[Tensor, Convolution]) -> None:
    check(*found)


def test_every_number_is_read_back_as_it_is_and_none_is_longer_than_that() -> None:
    image = np.array([[[1 / 3, 1.0, -0.0], [1e-7, 0.1 + 0.2, 255.0], [1.5, -999.0, 2.0]]])
    layer = Convolution([[[[1 / 7, -2.0], [0.5, 0.0]]]], [0.1])
    for text in (numpy_text(image, layer), pytorch_text(image, layer)):
        lists = [
            ast.literal_eval(node.args[0])
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.List)
        ]
        assert lists == [image.tolist(), layer.weights.tolist(), [0.1]]
        assert "-999, " in text
        assert "1.0" not in text
        assert "-0," not in text.replace("1e-07", "")


def test_the_numpy_text_of_a_small_layer_is_this_one() -> None:
    image = np.array([[[1.0, 2, 3], [4, 5, 6]], [[0.5, 0, 0], [0, 0, 1]]])
    layer = Convolution(np.ones((1, 2, 2, 2)), [-3], stride=(1, 2), padding=padding_of(0, 1), activation="relu")
    assert numpy_text(image, layer) == SMALL
    assert ran(SMALL) == "[[[ 2.5 14. ]]]\n"


SMALL = """\
# Convolution: 2 channels, 1 filter of 2 × 2, 8 weights
import numpy as np

# channels, rows, columns
image = np.array([[[1, 2, 3], [4, 5, 6]],
                  [[0.5,   0,   0], [  0,   0,   1]]], dtype=float)
# filters, channels, rows, columns
weights = np.array([[[[1, 1], [1, 1]],
                     [[1, 1], [1, 1]]]], dtype=float)
# filters
bias = np.array([-3], dtype=float)

padded = np.pad(image, ((0, 0), (0, 0), (1, 1)))
maps = np.zeros((1, 1, 2))
for row in range(1):
    for column in range(2):
        patch = padded[:, row : row + 2, column * 2 : column * 2 + 2]
        maps[:, row, column] = (weights * patch).sum(axis=(1, 2, 3)) + bias
maps = np.maximum(maps, 0)

np.set_printoptions(suppress=True, precision=10, threshold=10**6, linewidth=10**4)
print(maps.round(10) + 0.0)
"""


@pytest.mark.parametrize(
    ("padding", "lines"),
    [
        (Padding(), ["images = image[None]  # a batch of one image", "maps = F.conv2d(images, weights, bias)"]),
        (padding_of(1, 2), ["maps = F.conv2d(images, weights, bias, padding=(1, 2))"]),
        (Padding(1, 2, 0, 0), ["images = F.pad(images, (0, 0, 1, 2))  # left, right, top, bottom"]),
        (padding_of(1, 1, "constant", 0.5), ["images = F.pad(images, (1, 1, 1, 1), value=0.5)"]),
        (padding_of(1, 1, "replicate"), ['images = F.pad(images, (1, 1, 1, 1), mode="replicate")']),
        (Padding(mode="circular"), ["maps = F.conv2d(images, weights, bias)"]),
    ],
)
def test_the_pytorch_text_pads_as_pytorch_does_and_says_only_what_is_not_usual(
    padding: Padding, lines: list[str]
) -> None:
    text = pytorch_text(IMAGE, layer_of(2, padding=padding))
    for line in lines:
        assert line in text
    assert ("F.pad" in text) == any("F.pad" in line for line in lines)
    assert "stride" not in text
    for name in ("stride=(2, 1)", "dilation=(1, 2)", "groups=2"):
        assert name in pytorch_text(IMAGE, layer_of(2, 2, stride=(2, 1), dilation=(1, 2)))


def test_the_numpy_text_needs_nothing_but_numpy() -> None:
    for groups in divisors(4):
        tree = ast.parse(numpy_text(IMAGE, layer_of(4, groups, padding=padding_of(1, 1, "reflect"))))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert [ast.unparse(node) for node in imports] == ["import numpy as np"]


def test_every_activation_has_its_line() -> None:
    assert set(code_text.NUMPY_ACTIVATIONS) == set(code_text.PYTORCH_ACTIVATIONS) == set(ACTIVATIONS)


def test_a_layer_that_does_not_fit_is_refused() -> None:
    for write in (numpy_text, pytorch_text):
        with pytest.raises(WrongShape):
            write(IMAGE[:3], layer_of(2))
        with pytest.raises(KernelDoesNotFit):
            write(IMAGE, layer_of(2, size=(6, 6)))


def test_the_largest_image_and_layer_are_written_at_once_and_all_of_it_is_printed() -> None:
    image = np.random.default_rng(1).random((16, 64, 64))
    layer = Convolution(filters.make("random signed", (16, 16, 3, 3), 1), padding=padding_of(1, 1))
    started = time.perf_counter()
    texts = [numpy_text(image, layer), pytorch_text(image, layer)]
    assert time.perf_counter() - started < 2
    ast.parse(texts[1])
    np.testing.assert_allclose(maps_in(ran(texts[0]), (16, 64, 64)), Traced(image, layer).maps, rtol=0, atol=1e-9)


def test_a_colour_image_under_a_set_of_filters_by_name() -> None:
    image = colour_images.make("small integers in colour", (6, 6), 1)
    weights = filters.make("small integer filters", (4, 3, 2, 2), 1)
    layer = Convolution(weights, [0, 1, 0, -1], activation="relu")
    check(image, layer)
    assert numpy_text(image, layer).startswith("# Convolution: 3 channels, 4 filters of 2 × 2, 48 weights\n")
