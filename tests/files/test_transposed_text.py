"""A transposed convolution that is copied as a program prints, when it is run, the maps that are shown."""

from __future__ import annotations

import ast
import importlib.util

import numpy as np

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario
from game.files.code_text import numpy_text, pytorch_text
from tests.core.scenarios import random_transposed

from .test_code_text import maps_in, ran

HAS_TORCH = importlib.util.find_spec("torch") is not None


def check(scenario: Scenario) -> None:
    """Run what is copied, and compare it with the maps."""
    maps = np.array(result_of(scenario).maps)
    texts = [numpy_text(scenario.pixel_tensor, scenario.layer)]
    text = pytorch_text(scenario.pixel_tensor, scenario.layer)
    ast.parse(text)
    for program in (*texts, *([text] if HAS_TORCH else [])):
        np.testing.assert_allclose(maps_in(ran(program), maps.shape), maps, rtol=1e-9, atol=1e-9)


def test_random_ones_print_their_maps() -> None:
    random = np.random.default_rng(22)
    for _ in range(150):
        check(random_transposed(random, 6))


def test_pytorch_cuts_alike_sides_itself_and_others_are_cut_by_hand() -> None:
    alike = Scenario(
        [[1, 2], [3, 4]],
        [[1, 2, 0], [0, 1, 0], [3, 0, 1]],
        white=4,
        stride=(2, 2),
        padding=Padding(1, 1, 1, 1),
        transposed=True,
        output_padding=(1, 1),
    )
    text = pytorch_text(alike.pixel_tensor, alike.layer)
    assert "F.conv_transpose2d(images, weights, bias, stride=(2, 2), padding=(1, 1), output_padding=(1, 1))\n" in text
    assert "maps[" not in text.replace("maps[0]", "")
    other = alike.varied(padding=Padding(1, 0, 2, 1))
    text = pytorch_text(other.pixel_tensor, other.layer)
    assert "F.conv_transpose2d(images, weights, bias, stride=(2, 2), output_padding=(1, 1))\n" in text
    assert "maps = maps[:, :, 1:6, 2:5]" in text
