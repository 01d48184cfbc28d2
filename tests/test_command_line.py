"""The command line does what the README says, and complains in one sentence."""

import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy.signal import correlate2d

import game
from game.app import first_state
from game.command_line import main
from game.core import images, kernels
from game.core.scenario import Grid, Scenario, startup
from game.core.start import start_here
from game.files.scenario_file import to_json, write_scenario
from game.files.settings import Settings
from game.files.tour import Build
from game.flag_parser import parsed
from game.flags import Flags, plainly
from game.input.mode_intents import StartPresent
from game.request import Request
from game.session.reduce import reduce
from game.session.scene import plays_builds
from game.version import VERSION
from game.words.error_texts import FALLBACK
from tests.core.edits import with_pixels
from tests.files.examples import plain, scenarios

ROOT = Path(__file__).parent.parent
LARGE = ("--image-size", "64", "--stride", "1")  # its output is more than any buffer holds


class Shell(ModuleType):
    """Stands in for `game.app`: it notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__("game.app")
        self.request = Request()
        self.picture: Path | None = None

    def run(self, request: Request) -> int:
        """Note the request."""
        self.request = request
        return 0

    def screenshot(self, request: Request, path: Path) -> int:
        """Note the request and where the picture goes."""
        self.request, self.picture = request, path
        return 0


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    stand_in = Shell()
    monkeypatch.setitem(sys.modules, "game.app", stand_in)
    monkeypatch.setattr(game, "app", stand_in, raising=False)
    return stand_in


def asked(shell: Shell, *arguments: str | Path) -> Request:
    assert main([str(argument) for argument in arguments]) == 0
    return shell.request


def scenario_of(shell: Shell, *arguments: str | Path) -> Scenario:
    scenario = asked(shell, *arguments).scenario
    assert scenario is not None
    return scenario


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Return the one sentence on standard error."""
    assert main([str(argument) for argument in arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.strip() != FALLBACK
    return printed.err.strip()


def run(*arguments: str | Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, from another folder."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd="/", env=environment, check=False
    )


def test_without_arguments_the_kept_work_continues(shell: Shell) -> None:
    assert asked(shell) == Request()


def test_flags_that_are_not_about_the_scenario_leave_the_kept_work(shell: Shell) -> None:
    arguments = "--at 2.5 --paused --theme daylight --scale 150 --window 1024x768 --fullscreen --display 2"
    assert asked(shell, *arguments.split()) == Request(
        None, 2.5, True, "daylight", 150, (1024, 768), full_screen=True, display=1
    )


@pytest.mark.parametrize("name", ["high-contrast", "High contrast", "high_contrast"])
def test_a_theme_of_two_words_is_written_in_any_way(shell: Shell, name: str) -> None:
    assert asked(shell, "--theme", name).theme == "high contrast"


def test_new_starts_afresh_with_what_a_first_start_opens(shell: Shell) -> None:
    assert asked(shell, "--new") == Request(scenario=start_here("Start here: an edge"), new=True)


def test_new_with_a_flag_about_the_scenario_starts_from_the_start_up_scenario(shell: Shell) -> None:
    assert asked(shell, "--new", "--image", "noise") == Request(scenario=startup(), new=True)
    assert asked(shell, "--new", "--stride", "1").scenario == startup().varied(stride=(1, 1))


def test_the_noise_of_the_start_up_scenario_is_one_flag_away(shell: Shell) -> None:
    assert asked(shell, "--image", "noise") == Request(scenario=startup())


@pytest.mark.parametrize(
    "arguments",
    [
        *("--image ramp", "--kernel ones", "--image-size 9", "--kernel-size 2"),
        *("--stride 1", "--padding 0", "--dilation 2", "--seed 1"),
    ],
)
def test_every_flag_about_the_scenario_starts_from_the_start_up_scenario(shell: Shell, arguments: str) -> None:
    scenario = scenario_of(shell, *arguments.split())
    start = startup()
    differing = [
        name
        for name in ("image", "kernel", "stride", "padding", "white", "seed", "dilation")
        if not np.array_equal(getattr(scenario, name), getattr(start, name))
    ]
    flag = arguments.split()[0]
    changed = {
        "--image": "image",
        "--image-size": "image",
        "--kernel": "kernel",
        "--kernel-size": "kernel",
        "--seed": "",
    }
    assert differing == [name for name in [changed.get(flag, flag.removeprefix("--"))] if name]


@pytest.mark.parametrize(("text", "pair"), [("4", (4, 4)), ("4x6", (4, 6)), ("6X4", (6, 4)), ("+4×6", (4, 6))])
def test_a_size_is_rows_and_columns_or_one_for_both(shell: Shell, text: str, pair: tuple[int, int]) -> None:
    scenario = scenario_of(shell, "--image-size", text, "--kernel-size", "1x2", "--stride", "3x4", "--padding", "0x8")
    assert scenario.image_size == pair
    assert (scenario.kernel_size, scenario.stride, scenario.padding) == ((1, 2), (3, 4), (0, 8))


def test_full_width_digits_are_digits(shell: Shell) -> None:
    scenario = scenario_of(shell, "--image-size", "９ｘ１１", "--stride", "２", "--seed", "１２", "--padding", "０×１")
    assert (scenario.image_size, scenario.stride, scenario.seed) == ((9, 11), (2, 2), 12)
    assert scenario.padding == (0, 1)
    assert asked(shell, "--window", "８００ｘ６００", "--at", "１．５").window == (800, 600)


@pytest.mark.parametrize("name", images.NAMES)
@pytest.mark.parametrize("spelling", [str, str.upper, lambda name: name.replace(" ", "-")])
def test_every_image_can_be_named(shell: Shell, name: str, spelling: "type[str]") -> None:
    scenario = scenario_of(shell, "--image", spelling(name), "--image-size", "9x11", "--seed", "5")
    assert np.array_equal(scenario.image, images.make(name, (9, 11), 5))
    assert (scenario.image_name, scenario.white, scenario.seed) == (name, images.white_of(name), 5)


@pytest.mark.parametrize("name", kernels.NAMES)
def test_every_kernel_can_be_named(shell: Shell, name: str) -> None:
    scenario = scenario_of(shell, "--kernel", name.replace(" ", "-"), "--seed", "5")
    assert np.array_equal(scenario.kernel, kernels.make(name, (3, 3), 5))
    assert scenario.kernel_name == name


def test_a_seed_rolls_what_is_random_and_nothing_else(shell: Shell, tmp_path: Path) -> None:
    scenario = scenario_of(shell, "--seed", "9")
    assert np.array_equal(scenario.image, images.make("noise", (8, 8), 9))
    assert np.array_equal(scenario.kernel, kernels.make("random", (3, 3), 9))
    write_scenario(tmp_path / "own.json", with_pixels(startup(), [(0, 0)], 0.123))
    own = scenario_of(shell, tmp_path / "own.json", "--seed", "9")
    assert own.image[0, 0] == 0.123
    assert np.array_equal(own.kernel, scenario.kernel)


def test_flags_are_taken_together_and_only_the_end_has_to_fit(shell: Shell) -> None:
    scenario = scenario_of(shell, "--kernel-size", "9", "--image-size", "4", "--padding", "3")
    assert (scenario.image_size, scenario.kernel_size, scenario.padding) == ((4, 4), (9, 9), (3, 3))
    assert scenario.output_size == (1, 1)
    assert np.array_equal(scenario.image, startup().image[:4, :4])
    assert np.array_equal(scenario.kernel[3:6, 3:6], startup().kernel)
    assert scenario_of(shell, "--padding", "8", "--image-size", "1", "--kernel-size", "15").steps == 4


def test_neither_the_old_kernel_nor_the_old_image_has_to_fit(shell: Shell, tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", startup().varied(padding=(0, 0)).varied(dilation=(3, 3)))
    scenario = scenario_of(shell, tmp_path / "a.json", "--image-size", "2", "--kernel-size", "1")
    assert (scenario.image_size, scenario.kernel_size, scenario.dilation) == ((2, 2), (1, 1), (3, 3))
    assert scenario_of(shell, tmp_path / "a.json", "--image-size", "20", "--kernel-size", "5").kernel_size == (5, 5)


def test_the_view_can_be_asked_for(shell: Shell) -> None:
    assert asked(shell, "--view", "stack").stacked is True
    assert asked(shell, "--view", "Flat").stacked is False
    assert asked(shell).stacked is None


def test_flags_go_on_top_of_a_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    saved = startup().varied(dilation=(2, 2)).named("Lesson")
    write_scenario(path, saved, 4.0, {"name": "stack"})
    request = asked(shell, path)
    assert request == Request(scenario=saved, position=4.0, path=str(path), view={"name": "stack"})
    request = asked(shell, path, "--stride", "8", "--paused")
    assert request.scenario == saved.varied(stride=(8, 8))
    assert request.position == 1.0  # there is only one step now
    assert asked(shell, path, "--at", "0.5").position == 0.5
    assert request.path == str(path)


def test_a_picture_becomes_the_image_and_can_not_be_written_over(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpeg"
    Image.fromarray(np.full((100, 120), 255, dtype=np.uint8)).save(path)
    request = asked(shell, path)
    assert request.scenario is not None
    assert request.scenario.picture is not None
    assert request.scenario.varied(picture=None) == startup().with_image(np.ones((53, 64)), "").named("photo")
    assert request.path is None
    assert scenario_of(shell, path, "--image-size", "20x30").image_size == (20, 30)
    assert (scenario_of(shell, path, "--image-size", "20x30").image == 1).all()


def test_a_picture_in_colour_becomes_three_channels_and_its_size_can_be_asked_for(shell: Shell, tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (90, 180, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert scenario_of(shell, tmp_path / "a.png").pixel_tensor.shape == (3, 32, 64)
    assert asked(shell, tmp_path / "a.png").mixed
    asked_for = scenario_of(shell, tmp_path / "a.png", "--image-size", "9x18")
    means = pixels.reshape(9, 10, 18, 10, 3).mean(axis=(1, 3)) / 255
    assert np.allclose(asked_for.pixel_tensor, np.moveaxis(means, 2, 0), atol=0.5 / 255 + 1e-11)


def test_the_kind_of_a_file_is_known_by_its_content(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "scenario.png").write_text(plain())
    Image.fromarray(np.zeros((5, 5), dtype=np.uint8)).save(tmp_path / "picture.json", "PNG")
    assert scenario_of(shell, tmp_path / "scenario.png").kernel[1, 1] == 999
    assert scenario_of(shell, tmp_path / "picture.json").image_size == (5, 5)


def test_a_screenshot_starts_from_the_start_up_scenario(shell: Shell, tmp_path: Path) -> None:
    request = asked(shell, "--screenshot", tmp_path / "a.PNG", "--window", "800x600", "--at", "3.3")
    assert request == Request(scenario=startup(), position=3.3, window=(800, 600))
    assert shell.picture == tmp_path / "a.PNG"


def test_the_exit_status_is_that_of_the_window(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "run", lambda _: 2)
    assert main([]) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--stride 0", "1 to 8, not 0"),
        ("--stride -1", "1 to 8, not −1"),
        ("--stride 9", "1 to 8, not 9"),
        ("--stride 1x9", "not 9"),
        ("--stride abc", "“abc”"),
        ("--stride 1.5", "“1.5”"),
        ("--stride 1x", "“1x”"),
        ("--stride 1x2x3", "“1x2x3”"),
        ("--stride ²", "“²”"),
        ("--stride 99999999999999999999", "1 to 8"),
        ("--stride", "--stride needs a value"),
        ("--stride=", "“”"),
        ("--stride --paused", "--stride needs a value"),
        ("--padding 9", "0 to 8, not 9"),
        ("--padding -1", "0 to 8, not −1"),
        ("--image-size 0", "1 to 64, not 0"),
        ("--image-size 65", "1 to 64, not 65"),
        ("--image-size 8x65", "not 65"),
        ("--kernel-size 16", "1 to 15, not 16"),
        ("--kernel-size 0x3", "not 0"),
        ("--kernel-size 11", "fit|kernel needs 11"),
        ("--image-size 2 --padding 0", "kernel needs 3"),
        ("--image lena", "“lena”"),
        ("--kernel lena", "“lena”"),
        ("--image digit --image-size 4 --kernel-size 1", "“digit”"),
        ("--kernel sobel-top --kernel-size 4", "“sobel top”"),
        ("--kernel gaussian --kernel-size 2", "“gaussian”"),
        ("--seed -1", "4294967295, not −1"),
        ("--seed 4294967296", "not 4294967296"),
        ("--seed x", "“x”"),
        ("--at x", "“x”"),
        ("--at nan", "“nan”"),
        ("--at inf", "“inf”"),
        ("--at -1", "not −1"),
        ("--at 17 --stride 2", "0 to 16, not 17"),
        ("--at 1e300", "0 to 3686400"),
        ("--theme dark", "night, daylight, high contrast"),
        ("--view side", "flat, stack"),
        ("--scale 74", "75 to 300, not 74"),
        ("--scale 301%", "not 301"),
        ("--scale big", "“big”"),
        ("--window 100x100", "320 to 7680, not 100"),
        ("--window 320x239", "240 to 4320, not 239"),
        ("--window 7681x600", "not 7681"),
        ("--window 800", "“800”"),
        ("--display 0", "not 0"),
        ("--display x", "“x”"),
        ("--screenshot a.jpg", "“a.jpg”"),
        ("--screenshot", "--screenshot needs a value"),
        ("--nonsense", "“--nonsense”"),
        ("--strid 2", "“--strid”"),
        ("-x", "“-x”"),
        ("--paused=yes", "--paused"),
        ("one.json two.json", "“two.json”"),
        ("/none/scenario.json", "“/none/scenario.json”"),
        ("/", "folder"),
    ],
)
def test_whatever_is_wrong_is_one_sentence_and_status_2(
    shell: Shell, capsys: pytest.CaptureFixture[str], arguments: str, words: str
) -> None:
    sentence = refused(capsys, *arguments.split())
    assert any(part in sentence for part in words.split("|")), sentence
    assert shell.request == Request()
    assert shell.picture is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no JSON",
        b"\xff\xfe{",
        plain()[:30].encode(),
        plain(kernelscope=3).encode(),
        plain(image=[[1], [1, 2]]).encode(),
        plain(image=[["1"]]).encode(),
        plain(white=1000).encode(),
        b"[" * 100_000,
        b'{"kernelscope": 1, "image": [[NaN]]}',
        b" " * (4 * 1024 * 1024 + 1),
        b"GIF89a\0\0",
        b"\x89PNG\r\n\x1a\n",
    ],
)
@pytest.mark.parametrize("without_window", [(), ("--print-output",), ("--screenshot", "a.png")])
def test_a_bad_file_is_one_sentence_and_status_2(
    shell: Shell, capsys: pytest.CaptureFixture[str], tmp_path: Path, data: bytes, without_window: tuple[str, ...]
) -> None:
    (tmp_path / "bad.json").write_bytes(data)
    assert "bad.json" in refused(capsys, tmp_path / "bad.json", *without_window) or b"kernelscope" in data
    assert shell.request == Request()


def test_the_output_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--print-output"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    found = json.loads(printed)
    assert list(found) == ["output_size", "output"]
    assert found["output_size"] == [4, 4]


@settings(max_examples=60)
@given(scenarios(24))
def test_the_printed_output_agrees_with_scipy_for_any_scenario_file(
    tmp_path_factory: pytest.TempPathFactory, scenario: Scenario
) -> None:
    path = tmp_path_factory.mktemp("scenarios") / "any.json"
    path.write_text(to_json(scenario), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        printed = io.StringIO()
        patch.setattr(sys, "stdout", printed)
        assert main([str(path), "--print-output"]) == 0
    found = json.loads(printed.getvalue())
    expected, magnitude = reference(scenario)
    assert found["output_size"] == list(expected.shape)
    assert (np.abs(np.array(found["output"]) - expected) <= 1e-12 * (1 + magnitude)).all()


def reference(scenario: Scenario) -> tuple[Grid, Grid]:
    """Return what scipy makes of the scenario, and the sums of the products' magnitudes."""
    rows, columns = scenario.padding
    padded = np.pad(scenario.image, ((rows, rows), (columns, columns)))
    spread = np.zeros(scenario.kernel_extent)
    spread[:: scenario.dilation[0], :: scenario.dilation[1]] = scenario.kernel
    step = np.s_[:: scenario.stride[0], :: scenario.stride[1]]
    return correlate2d(padded, spread, "valid")[step], correlate2d(padded, np.abs(spread), "valid")[step]


def test_printing_the_output_imports_neither_pygame_nor_the_window(tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", startup())
    program = (
        "import sys; sys.argv[0] = 'kernelscope'\n"
        "from game.command_line import main\n"
        "status = main()\n"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('pygame', 'PIL', 'scipy', 'tkinter')]\n"
        "loaded += [name for name in sys.modules if name in ('game.app', 'game.view', 'game.ui')]\n"
        "sys.exit(status if not loaded else str(loaded))\n"
    )
    for arguments in ([], [str(tmp_path / "a.json"), "--stride", "1"], ["--new", "--fullscreen"]):
        command = [sys.executable, "-c", program, *arguments, "--print-output"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["output_size"]


def test_the_program_starts_from_any_folder_and_prints_one_line_even_for_a_picture(tmp_path: Path) -> None:
    Image.fromarray(np.full((10, 10), 255, dtype=np.uint8)).save(tmp_path / "a.png")
    done = run(tmp_path / "a.png", "--kernel", "identity", "--stride", "1", "--print-output")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"output_size": [10, 10], "output": [[1.0] * 10] * 10}
    assert done.stdout.count("\n") == 1


def test_from_outside_an_error_is_one_sentence_on_standard_error_and_status_2() -> None:
    done = run("--stride", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_an_unprintable_path_is_complained_about_in_one_printable_line() -> None:
    path = os.fsdecode(b"/none/\xff\n\x1b[31m.json")
    done = run(path, environment={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, str(ROOT / "main.py"), *LARGE, "--print-output"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "disk is full" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = [sys.executable, str(ROOT / "main.py"), *LARGE, "--print-output"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_flag_and_is_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    flags = (
        "--image --kernel --image-size --kernel-size --stride --padding --channels --filters"
        " --groups --bias --activation --order --padding-mode --padding-value --seed --at --paused --theme --view"
        " --operation --ceil --count-padding"
        " --scale --window --fullscreen --display --new --version --print-output --screenshot --export --help"
    )
    assert [flag for flag in flags.split() if f"{flag} " not in printed.replace("\n", " ")] == []
    assert printed.isascii()
    assert max(map(len, printed.splitlines())) <= 100


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Kernelscope {VERSION}\n"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_what_should_not_happen_is_one_sentence_too(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Request) -> int:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(shell, "run", fail)
    assert "RuntimeError" in refused(capsys)

    def miss(_: Request) -> int:
        raise ModuleNotFoundError("No module", name="pygame")

    monkeypatch.setattr(shell, "run", miss)
    assert "“pygame”" in refused(capsys)

    def interrupt(_: Request) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(shell, "run", interrupt)
    assert main([]) == 130


def test_a_puzzle_begins_on_top_of_the_own_work_and_with_flags_it_is_a_scenario(shell: Shell) -> None:
    request = asked(shell, "--scene", "Puzzle-3")
    assert (request.scenario, request.scene, request.stop) == (None, None, 2)
    assert request.tour is not None
    assert request.tour.stops[2].name == "puzzle-3"
    plain = asked(shell, "--scene", "puzzle-3", "--stride", "2")
    assert (plain.tour, plain.stop) == (None, None)
    assert plain.scenario is not None
    assert plain.scenario.stride == (2, 2)


def test_a_tour_begins_on_top_of_the_own_work(shell: Shell) -> None:
    request = asked(shell, "--tour")
    assert request.scenario is None
    assert request.tour is not None
    assert request.tour.stops[0].title == "A picture is numbers"
    assert asked(shell).tour is None


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("first", "A picture is numbers"),
        ("colour", "One channel, one filter"),
        ("pooling", "Smaller maps"),
        ("transposed", "Larger maps"),
        ("lesson-1", "A picture is numbers"),
        ("lesson-4", "A photo is numbers, too"),
        ("lesson-6", "A computer reads a 7"),
    ],
)
def test_a_tour_of_the_program_begins_by_its_name(shell: Shell, name: str, first: str) -> None:
    tour = asked(shell, "--tour", name).tour
    assert tour is not None
    assert tour.stops[0].title == first


def test_a_tour_of_a_file_begins(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    stop = {"title": "Mine", "text": "Look.", "scenario": {"image": [[1]], "kernel": [[1]]}}
    path.write_text(json.dumps({"kernelscope_tour": 1, "stops": [stop]}), encoding="utf-8")
    tour = asked(shell, "--tour", path).tour
    assert tour is not None
    assert tour.stops[0].title == "Mine"


def test_a_tour_that_cannot_be_read_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"kernelscope_tour": 1, "stops": [{"title": "One", "text": "Look."}]}', encoding="utf-8")
    assert "stop 1" in refused(capsys, "--tour", path)
    refused(capsys, "--tour", tmp_path / "none.json")


def test_a_scene_opens_by_its_name_and_is_nobodys_file(shell: Shell) -> None:
    request = asked(shell, "--scene", "Numerical-max-pooling")
    assert request.scenario is not None
    assert request.scenario.layer.pooling is not None
    assert request.scenario.name == "With numbers: max pooling"
    assert (request.path, request.position, request.tour) == (None, None, None)


def test_flags_are_on_top_of_a_scene_as_they_are_on_top_of_a_file(shell: Shell) -> None:
    scenario = scenario_of(shell, "--scene", "dilation", "--stride", "2", "--padding", "1")
    assert (scenario.stride, scenario.padding, scenario.dilation) == ((2, 2), (1, 1), (2, 2))
    assert asked(shell, "--scene", "dilation", "--at", "2.5").position == 2.5
    assert asked(shell, "--scene", "dilation", "--kernel", "ones").scenario != scenario_of(shell, "--scene", "dilation")


def shelf_in(folder: Path, **fields: object) -> Path:
    path = folder / "shelf.json"
    scene = {"name": "one", "title": "The first", "scenario": json.loads(plain()), **fields}
    path.write_text(json.dumps({"kernelscope_shelf": 1, "scenes": [scene]}), encoding="utf-8")
    return path


def test_a_scene_of_a_shelf_of_ones_own_opens_as_it_says(shell: Shell, tmp_path: Path) -> None:
    path = shelf_in(tmp_path, position=1.5, view={"name": "stack"})
    request = asked(shell, path, "--scene", "one")
    assert request.scenario is not None
    assert (request.scenario.name, request.position, request.view) == ("The first", 1.5, {"name": "stack"})
    assert request.path is None, "a scenario is not saved over a shelf"


def test_a_scene_of_the_command_line_has_its_builds(shell: Shell, tmp_path: Path) -> None:
    builds = [{"from": 0, "to": 2, "seconds": 1}]
    path = shelf_in(tmp_path, builds=builds)
    state = first_state(asked(shell, path, "--scene", "one"), Settings(), None)
    assert plays_builds(reduce(state, StartPresent()))
    assert state.interface.scene is not None
    assert state.interface.scene.builds == (Build(0, 2, 1),)
    other = first_state(asked(shell, path, "--scene", "one", "--padding", "1"), Settings(), None)
    assert not plays_builds(reduce(other, StartPresent())), "its walk is another one"
    assert first_state(asked(shell, "--kernel", "ones"), Settings(), None).interface.scene is None


def test_a_scene_that_cannot_be_opened_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = refused(capsys, "--scene", "no such")
    assert "“no such”" in said
    assert "first_edge, " in said
    assert said.endswith(" …."), "so many names are cut; --scenes lists all"
    assert "no scene called “two”; there are one." in refused(capsys, shelf_in(tmp_path), "--scene", "two")
    assert "--scene opens one of its scenes: one." in refused(capsys, shelf_in(tmp_path))
    assert "scene 1" in refused(capsys, shelf_in(tmp_path, position=99), "--scene", "one")
    tour = ROOT / "assets" / "tours" / "first.json"
    assert "“kernelscope_shelf”" in refused(capsys, tour, "--scene", "one")
    refused(capsys, tmp_path / "none.json", "--scene", "one")
    assert "--scene needs a value" in refused(capsys, "--scene")


def test_the_output_of_a_scene_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--scene", "numerical_no_padding_no_strides", "--print-output"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"output_size": [3, 3], "output": [[12, 12, 17], [10, 17, 19], [9, 6, 14]]}
    assert main(["--scene", "padding_strides_odd_transposed", "--print-output"]) == 0
    assert json.loads(capsys.readouterr().out)["output_size"] == [6, 6]


def test_no_flags_are_what_the_parser_makes_of_none() -> None:
    assert plainly([]) == parsed([]) == Flags()


WORDS = (
    *("--image", "--at", "--stride", "--seed", "--paused", "--print-output", "--print_output", "--tour", "--file"),
    "--scene",
)
VALUES = ("noise", "3", "-1", "", "a b.json", "--", "-", "--at=2", "--no", "--quantities", "--help")


@given(st.lists(st.sampled_from(WORDS + VALUES), max_size=6))
def test_a_plain_line_is_read_as_the_parser_reads_it(words: list[str]) -> None:
    plain = plainly(words)
    if plain is not None:
        assert plain == parsed(words)


@pytest.mark.parametrize("word", ["--help", "--version", "--tour", "--at=2", "--file", "--quantities", "-x", "--"])
def test_what_is_not_plain_is_left_to_the_parser(word: str) -> None:
    assert plainly([word, "3"]) is None
    assert plainly(["--at", word]) is None
    assert plainly(["--at"]) is plainly(["one.json", "two.json"]) is None


def test_the_package_starts_as_a_module() -> None:
    command = [sys.executable, "-m", "game", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Kernelscope ")


def test_the_desktop_knows_the_window_by_the_programs_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("SDL_VIDEO_X11_WMCLASS", "SDL_VIDEO_WAYLAND_WMCLASS")
    for name in names:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    assert main(["--version"]) == 0
    assert [os.environ.get(name) for name in names] == ["kernelscope"] * 2
    assert capsys.readouterr().out
    monkeypatch.setenv(names[0], "mine")
    assert main(["--version"]) == 0
    assert os.environ[names[0]] == "mine"
