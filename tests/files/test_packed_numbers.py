"""Large images and kept pictures in scenario files: packed exactly, read back, and refused where they are damaged."""

from __future__ import annotations

import base64
import binascii
import json
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.layer_file import read_layers
from game.files.packed_numbers import picture_text
from game.files.scenario_file import is_of_version_1, read_scenario, to_json, write_scenario
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence_for
from tests.files.examples import parse_scenario

DEEP = KeptPicture(np.random.default_rng(1).integers(0, 65_536, (300, 200, 1), dtype=np.uint16))
COLOUR = KeptPicture(np.random.default_rng(2).integers(0, 256, (100, 300, 3), dtype=np.uint8))


def pictured(picture: KeptPicture = COLOUR, resolution: int | None = None) -> Scenario:
    return with_kept_picture(startup(), picture, resolution)


def written(scenario: Scenario) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(scenario))
    return found


def read(found: dict[str, Any]) -> Scenario:
    return parse_scenario(json.dumps(found), "a.json").scenario


def numbers_of(found: dict[str, Any], kind: str) -> Any:
    data = zlib.decompress(base64.b64decode(found["packed"]))
    return np.frombuffer(data, kind).reshape(*found["size"], found["channels"])


def repacked(found: dict[str, Any], data: bytes) -> dict[str, Any]:
    return found | {"packed": base64.b64encode(zlib.compress(data)).decode()}


@pytest.mark.parametrize("size", [(1, 1), (1, 5), (128, 128), (200, 200), (250, 263), (1024, 768)])
@pytest.mark.parametrize("noisy", [True, False])
def test_what_is_packed_piece_by_piece_is_one_stream_of_base64_and_zlib(size: tuple[int, int], noisy: bool) -> None:
    numbers = np.random.default_rng(size[0]).integers(0, 256 if noisy else 2, (*size, 3), dtype=np.uint8)
    found = json.loads(picture_text(KeptPicture(numbers, 'a "photo" \u2013 1.jpg', (3000, 4000))))
    data = base64.b64decode(found.pop("packed"), validate=True)
    assert (np.frombuffer(zlib.decompress(data), np.uint8).reshape(numbers.shape) == numbers).all()
    told = {"name": 'a "photo" \u2013 1.jpg', "own": [3000, 4000]}
    assert found == {"size": list(size), "channels": 3, "bits": 8, **told}


def test_what_holds_the_interpreter_while_a_picture_is_packed_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    turned: list[int] = []
    told: list[str] = []
    base, text = binascii.b2a_base64, json.dumps

    def turning(data: bytes, *, newline: bool = True) -> bytes:
        turned.append(len(data))
        return base(data, newline=newline)

    def telling(found: object) -> str:
        told.append(text(found))
        return told[-1]

    monkeypatch.setattr(binascii, "b2a_base64", turning)
    monkeypatch.setattr(json, "dumps", telling)
    noise = np.random.default_rng(7).integers(0, 256, (1024, 1024, 3), dtype=np.uint8)
    packed = picture_text(KeptPicture(noise))
    assert len(packed) > 4_000_000
    assert max(turned) <= 200_000  # a tenth of what a picture has, and zlib's pieces between them
    assert max(len(each) for each in told) < 200


@pytest.mark.parametrize("picture", [COLOUR, DEEP])
@pytest.mark.parametrize("resolution", [20, 64, 200])
def test_a_picture_and_its_painted_image_come_back(picture: KeptPicture, resolution: int) -> None:
    edit = pictured(picture, resolution).painted([(1, 1)], 0.123)
    assert edit is not None
    for scenario in (pictured(picture, resolution), edit.scenario):
        again = parse_scenario(to_json(scenario)).scenario
        assert again == scenario
        assert again.picture == picture


@pytest.mark.parametrize(("channels", "levels", "bits"), [(1, 255, 8), (3, 255, 8), (1, 65_535, 16), (2, 0, 64)])
def test_an_image_over_64_is_packed_in_as_few_bits_as_hold_it(channels: int, levels: int, bits: int) -> None:
    random = np.random.default_rng(bits)
    shape = channels, 65, 40
    image = random.integers(0, levels + 1, shape) / levels if levels else random.normal(0, 100, shape)
    scenario = Scenario(tuple(image), np.full((1, channels, 3, 3), 0.3), white=1.0)
    found = written(scenario)
    assert found["kernelscope"] == 2
    assert (found["image"]["size"], found["image"]["channels"], found["image"]["bits"]) == ([65, 40], channels, bits)
    stored = numbers_of(found["image"], {8: ">u1", 16: ">u2", 64: ">f8"}[bits])
    assert np.array_equal(np.moveaxis(stored / (levels or 1), 2, 0), image)
    assert read(found) == scenario


def test_an_image_up_to_64_is_written_as_lists_but_read_packed() -> None:
    found = written(pictured(COLOUR, 64))
    assert isinstance(found["image"], list)
    assert found["resolution"] == 64
    levels = np.rint(np.moveaxis(np.array(found["image"]), 0, 2) * 255).astype(np.uint8)
    packed = {"size": levels.shape[:2], "channels": 3, "bits": 8, "packed": ""}
    assert read(found | {"image": repacked(packed, levels.tobytes())}) == read(found)


def test_minus_0_and_numbers_beyond_white_stay_what_they_are() -> None:
    for value in (-0.0, 2.0, -1.0):
        image = np.zeros((70, 70))
        image[3, 4] = value
        again = read(written(Scenario(image, np.ones((3, 3)))))
        assert again.image[3, 4] == value
        assert np.signbit(again.image[3, 4]) == np.signbit(value)


def test_without_an_image_it_is_the_picture_at_its_resolution() -> None:
    found = written(pictured(COLOUR, 100))
    del found["image"]
    assert read(found) == pictured(COLOUR, 100)
    del found["resolution"]
    assert read(found) == pictured(COLOUR)


def test_a_file_is_written_with_the_picture_or_without(tmp_path: Path) -> None:
    path, scenario = tmp_path / "a.json", pictured(COLOUR, 100)
    write_scenario(path, scenario)
    assert read_scenario(path).scenario == scenario
    assert (layers := read_layers(path)) is not None
    assert layers.image.shape == (3, 33, 100)
    write_scenario(path, scenario, with_picture=False)
    assert read_scenario(path).scenario == scenario.varied(picture=None)
    assert "picture" not in json.loads(path.read_text())
    gray = pictured(KeptPicture(np.full((9, 9, 1), 51, np.uint8)))
    assert not is_of_version_1(gray)
    assert is_of_version_1(gray.varied(picture=None))


def test_a_black_picture_is_no_named_image() -> None:
    black = pictured(KeptPicture(np.zeros((20, 20, 1), np.uint8)))
    assert parse_scenario(to_json(black)).scenario == black


def test_a_picture_is_packed_once() -> None:
    assert picture_text(COLOUR) is picture_text(COLOUR)


def damaged(part: str, **values: object) -> dict[str, Any]:
    found = written(pictured(COLOUR, 100))
    return found | {part: found[part] | values}


def cut(part: str, end: int) -> dict[str, Any]:
    found = written(pictured(COLOUR, 100))
    return damaged(part, packed=found[part]["packed"][:end])


def other_data(part: str, data: bytes) -> dict[str, Any]:
    found = written(pictured(COLOUR, 100))
    return found | {part: repacked(found[part], data)}


WRONG: dict[str, tuple[Any, str]] = {
    "no base64": (lambda part: damaged(part, packed="!"), "damaged"),
    "letters of another alphabet": (lambda part: damaged(part, packed="äöü="), "damaged"),
    "no zlib": (lambda part: damaged(part, packed="AAAA"), "damaged"),
    "cut off": (lambda part: cut(part, 400), "more or fewer"),
    "its check cut off": (lambda part: cut(part, -4), "damaged"),
    "empty": (lambda part: damaged(part, packed=""), "more or fewer"),
    "too few": (lambda part: other_data(part, b"1"), "more or fewer"),
    "too many": (lambda part: other_data(part, bytes(10**6)), "more or fewer"),
    "bits": (lambda part: damaged(part, bits=32), "must be 8 or 16"),
    "text": (lambda part: damaged(part, packed=7), "“" + "{part}.packed" + "” has the wrong type"),
    "no size": (lambda part: damaged(part, size=None), "must be a pair of numbers"),
    "negative": (lambda part: damaged(part, size=[-1, 5]), "must be from 1 to"),
    "huge": (lambda part: damaged(part, size=[10**9, 10**9]), "must be from 1 to"),
    "half": (lambda part: damaged(part, size=[1.5, 5]), "whole number"),
    "channels": (lambda part: damaged(part, channels=17), "must be from 1 to 16"),
    "a list": (lambda part: written(pictured(COLOUR, 100)) | {part: [1]}, ""),
}


@pytest.mark.parametrize("part", ["image", "picture"])
@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_damaged_gets_one_sentence(part: str, wrong: str) -> None:
    make, words = WRONG[wrong]
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        read(make(part))
    said = sentence_for(caught.value)
    assert said != FALLBACK
    assert words.format(part=part) in said


def test_a_picture_has_the_channels_and_bits_of_one() -> None:
    for values in ({"channels": 2}, {"channels": 3, "bits": 16}, {"bits": 64}):
        found = written(pictured(COLOUR, 100))["picture"] | values
        count = found["size"][0] * found["size"][1] * found["channels"] * found["bits"] // 8
        with pytest.raises(FileProblem) as caught:
            read(written(pictured(COLOUR, 100)) | {"picture": repacked(found, bytes(count))})
        assert caught.value.key == "file_packed"


def test_numbers_that_no_pixel_can_be_are_refused() -> None:
    for value in (np.nan, np.inf, 1000.0):
        data = np.full((70, 70), value, ">f8").tobytes()
        packed = repacked({"size": [70, 70], "channels": 1, "bits": 64}, data)
        with pytest.raises(ConvolutionError):
            read(written(Scenario(np.zeros((70, 70)), np.ones((3, 3)))) | {"image": packed})


def test_image_and_picture_have_to_belong_together() -> None:
    found = written(pictured(COLOUR, 100))
    other = written(pictured(COLOUR, 90))["image"]
    for image in (other, written(pictured(DEEP, 100))["image"], [[0.5]]):
        with pytest.raises(FileProblem) as caught:
            read(found | {"image": image})
        assert caught.value.key == "file_picture"
    with pytest.raises(FileProblem):
        read(found | {"resolution": 99})
    for resolution in (7, 301, 8.5, None):
        with pytest.raises((FileProblem, ConvolutionError)) as wrong:
            read(found | {"resolution": resolution})
        assert "resolution" in sentence_for(wrong.value)


@pytest.mark.parametrize("part", ["image", "picture"])
def test_a_bomb_takes_no_more_memory_than_its_size_says(part: str) -> None:
    found = other_data(part, bytes(300_000_000))
    text = json.dumps(found)
    tracemalloc.start()
    with pytest.raises(FileProblem):
        parse_scenario(text, "a.json")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_the_name_and_the_own_size_of_a_picture_come_back() -> None:
    picture = KeptPicture(COLOUR.pixels, "harbour.jpg", (3024, 9072))
    found = parse_scenario(to_json(pictured(picture))).scenario.picture
    assert found is not None
    assert (found.name, found.own, found.size) == ("harbour.jpg", (3024, 9072), (100, 300))
    plain = written(pictured())["picture"]
    assert not {"name", "own"} & set(plain)
    assert read(written(pictured())).picture == COLOUR != picture
