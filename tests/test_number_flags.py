"""--image and --kernel with files: numbers, arrays of an archive, pictures; their sizes, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from game.command_line import main
from game.core.scenario import Scenario, startup
from game.files.scenario_file import write_scenario
from game.flag_parser import parsed
from game.flags import plainly, scenario_flags
from game.words.error_texts import FALLBACK

GRID = np.array([[0.0, 2.0, 0.0, 1.0], [3.0, -1.0, 12.0, 0.5]])
BACK = ("--kernel", "identity", "--kernel-size", "1", "--padding", "0", "--stride", "1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of files."""
    np.savetxt(tmp_path / "grid.txt", GRID, fmt="%g")
    np.savetxt(tmp_path / "k.csv", GRID[:, :2], delimiter=",", fmt="%g")
    np.save(tmp_path / "ones.npy", GRID[None])
    np.save(tmp_path / "three.npy", np.arange(60.0).reshape(3, 4, 5))
    np.save(tmp_path / "filters.npy", np.arange(54).reshape(2, 3, 3, 3) % 7 - 3)
    np.save(tmp_path / "depthwise.npy", np.arange(27).reshape(3, 1, 3, 3) % 7 - 3)
    np.savez(tmp_path / "two.npz", a=GRID, b=np.ones((3, 3)))
    Image.fromarray(np.full((10, 20), 51, dtype=np.uint8)).save(tmp_path / "photo.png")
    write_scenario(tmp_path / "own.json", startup())
    (tmp_path / "ramp").write_text("7 7\n7 7", encoding="utf-8")
    return tmp_path


def made(*words: str, base: Scenario | None = None) -> Scenario:
    found = plainly(words)
    flags = parsed(words) if found is None else found
    return scenario_flags(flags).applied_to(startup() if base is None else base)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main([*words, "--print-output"]) == 0
    return json.loads(capsys.readouterr().out)["output"]


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words, "--print-output"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert FALLBACK not in err
    return err.strip()


@pytest.mark.parametrize("name", ["grid.txt", "ones.npy", "two.npz:a"])
def test_a_grid_is_printed_back(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert printed(capsys, "--image", f"{folder / name}", *BACK) == GRID.tolist()


def test_what_was_done_with_the_numbers_is_said_beside_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--image", f"{folder / 'ones.npy'}", *BACK, "--print-output"]) == 0
    assert capsys.readouterr().err == "ones.npy: dimensions of 1 left out of 1 × 2 × 4.\n"


def test_the_white_is_that_of_a_pasted_image(folder: Path) -> None:
    scenario = made("--image", f"{folder / 'grid.txt'}", "--padding", "1")
    assert scenario.white == 16
    assert scenario.image_size == (2, 4)
    assert scenario.name == ""


def test_the_kernel_is_read_with_its_size(folder: Path) -> None:
    scenario = made("--kernel", f"{folder / 'k.csv'}", "--image", "ramp", "--image-size", "5")
    assert scenario.kernel.tolist() == GRID[:, :2].tolist()
    assert (scenario.image_name, scenario.image_size) == ("ramp", (5, 5))
    sobel = folder / "sobel.txt"
    sobel.write_text("1 0 -1\n2 0 -2\n1 0 -1", encoding="utf-8")
    assert made("--kernel", str(sobel)).kernel_name == made("--kernel", "sobel left").kernel_name != ""


def test_a_name_of_the_lists_goes_before_a_file_of_that_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert made("--image", "ramp").image_name == "ramp"
    assert made("--image", "./ramp", "--padding", "1").image.tolist() == [[7, 7], [7, 7]]


def test_a_grid_is_in_every_channel_and_every_kernel(folder: Path) -> None:
    grid, kernel = f"{folder / 'grid.txt'}", f"{folder / 'k.csv'}"
    scenario = made("--image", grid, "--kernel", kernel, "--channels", "3", "--filters", "2")
    assert np.array_equal(scenario.pixel_tensor, np.array([GRID] * 3))
    assert np.array_equal(scenario.layer.weights, np.broadcast_to(GRID[:, :2], (2, 3, 2, 2)))


def test_channels_and_filters_bring_their_counts(folder: Path) -> None:
    image, filters = np.load(folder / "three.npy"), np.load(folder / "filters.npy")
    scenario = made("--image", f"{folder / 'three.npy'}", "--kernel", f"{folder / 'filters.npy'}")
    assert np.array_equal(scenario.pixel_tensor, image)
    assert np.array_equal(scenario.layer.weights, filters)
    alone = made("--kernel", f"{folder / 'filters.npy'}")
    assert np.array_equal(alone.layer.weights, filters)
    assert len(alone.channels) == 3, "an image by name gets as many channels as the filters need"
    apart = made("--image", f"{folder / 'three.npy'}", "--kernel", f"{folder / 'depthwise.npy'}")
    assert (apart.layer.groups, apart.layer.weights.shape) == (3, (3, 1, 3, 3))
    one = made("--image", f"{folder / 'three.npy'}", "--kernel", f"{folder / 'three.npy'}", "--filters", "2")
    assert np.array_equal(one.layer.weights, np.array([image, image]))


def test_a_picture_is_the_image_and_has_the_size_that_is_asked_for(folder: Path) -> None:
    scenario = made("--image", f"{folder / 'photo.png'}", "--image-size", "4x5", base=startup().named("Old"))
    assert scenario.image.tolist() == np.full((4, 5), 0.2).tolist()
    assert (scenario.white, scenario.name) == (1.0, "photo"), "as when it is opened in the window"
    assert made("--image", f"{folder / 'photo.png'}", "--operation", "max-pooling").name == "photo"
    assert made("--image", f"{folder / 'grid.txt'}", base=startup().named("Old")).name == ""
    assert made("--image", f"{folder / 'photo.png'}").image_size == (10, 20)


def test_a_pooling_takes_the_image_of_a_file(folder: Path) -> None:
    scenario = made("--image", f"{folder / 'grid.txt'}", "--operation", "max-pooling", "--kernel-size", "2")
    assert scenario.image.tolist() == GRID.tolist()
    assert scenario.white == 16


def test_a_size_that_is_the_files_own_may_be_said(folder: Path) -> None:
    assert made("--image", f"{folder / 'grid.txt'}", "--image-size", "2x4", "--padding", "1").image_size == (2, 4)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--image none.txt", "no image called “none.txt”, and no such file; there are noise, "),
        ("--kernel none.txt", "no kernel called “none.txt”, and no such file; there are "),
        ("--image none.npz:a", "no such file"),
        ("--image two.npz", "“two.npz” has several arrays; --image needs one of them after a colon: a, b."),
        ("--kernel two.npz:c", "There is no array “c” in “two.npz”; there are a, b."),
        ("--image filters.npy", "“filters.npy” holds filters"),
        ("--image own.json", "--image needs numbers or a picture"),
        ("--kernel own.json", "--kernel needs numbers"),
        ("--kernel photo.png", "--kernel needs numbers"),
        ("--image grid.txt --image-size 3", "--image-size does not go with a file of numbers"),
        ("--kernel k.csv --kernel-size 3", "--kernel-size does not go with a file of numbers"),
        ("--image three.npy --channels 2", "--channels does not go with this file of numbers"),
        ("--kernel filters.npy --filters 3", "--filters does not go with this file of numbers"),
        ("--image grid.txt --kernel filters.npy --padding 1", "The weights have the shape"),
        ("--kernel k.csv --operation max-pooling", "--kernel belongs to convolution"),
        ("grid.txt", "“grid.txt” holds numbers; --image or --kernel before it says what they are."),
        ("--image .", "“.” is a folder"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str, words: str
) -> None:
    monkeypatch.chdir(folder)
    assert words in complaint(capsys, *line.split())
