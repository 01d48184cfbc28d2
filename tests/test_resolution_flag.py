"""--resolution: how a picture is sampled that is opened, named as the image, or kept in a file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game import flag_parser, flags
from game.command_line import _request
from game.core.errors import ConvolutionError
from game.core.scenario import Scenario
from game.files.scenario_file import write_scenario
from game.words.sentences import sentence_for


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a picture of 90 × 120 pixels."""
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    pixels = np.random.default_rng(5).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return str(path)


def asked(*words: str) -> Scenario:
    found = flags.plainly(words) or flag_parser.parsed(words)
    scenario = _request(found).scenario
    assert scenario is not None
    return scenario


def refused(*words: str) -> str:
    with pytest.raises(ConvolutionError) as caught:
        asked(*words)
    return sentence_for(caught.value)


def test_a_picture_is_sampled_as_asked(photo: str, tmp_path: Path) -> None:
    opened, named = asked(photo, "--resolution", "100"), asked("--image", photo, "--resolution", "100")
    for scenario in (opened, named):
        assert scenario.pixel_size == (75, 100)
        assert scenario.picture is not None
        assert scenario.image_name == ""
    assert opened.pixels[2].tolist() == named.pixels[2].tolist()
    write_scenario(tmp_path / "a.json", opened)
    assert asked(str(tmp_path / "a.json"), "--resolution", "8").pixel_size == (6, 8)
    assert asked(photo).pixel_size == asked("--image", photo).pixel_size == (48, 64)
    pooled = asked("--image", photo, "--resolution", "40", "--operation", "max pooling")
    assert (pooled.pixel_size, pooled.picture is not None) == ((30, 40), True)


def test_an_image_size_is_taken_as_it_is_and_the_picture_goes(photo: str) -> None:
    for words in ((photo,), ("--image", photo)):
        scenario = asked(*words, "--image-size", "20x10")
        assert (scenario.pixel_size, scenario.picture) == ((20, 10), None)


def test_out_of_range_and_without_a_picture_there_is_one_sentence(photo: str) -> None:
    said = "The resolution must be from 8 to 120, not 121."
    assert refused(photo, "--resolution", "121") == said
    assert refused("--image", photo, "--resolution", "121") == said
    assert refused(photo, "--resolution", "300") == "The resolution must be from 1 to 256, not 300."
    for words in (
        (),
        ("--image", "noise"),
        (photo, "--image", "noise"),
        (photo, "--image-size", "20"),
        ("--image", photo, "--image-size", "20"),
    ):
        assert refused(*words, "--resolution", "20").startswith("A resolution needs a picture")


def test_the_output_of_a_kept_picture_is_printed(
    photo: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.command_line import main

    write_scenario(tmp_path / "a.json", asked(photo, "--resolution", "100", "--stride", "1", "--padding", "1"))
    assert main([str(tmp_path / "a.json"), "--print-output"]) == 0
    assert json.loads(capsys.readouterr().out)["output_size"] == [75, 100]
    assert main([str(tmp_path / "a.json"), "--print-output", "--resolution", "20"]) == 0
    assert json.loads(capsys.readouterr().out)["output_size"] == [15, 20]
