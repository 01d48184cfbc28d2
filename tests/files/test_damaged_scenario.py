"""Whatever is wrong with a scenario file has its own error, and nothing hangs or breaks."""

import contextlib
import errno
import gc
import io
import json
import os
import socket
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.errors import ConvolutionError
from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import startup
from game.files.errors import FileProblem, shown
from game.files.opening import open_path
from game.files.scenario_file import LIMIT, read_scenario, to_json
from game.files.scenario_parts import PLAIN_LIMIT
from game.files.strict_json import parsed, read_bytes
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

from .examples import parse_scenario, plain

LONG = "9" * 1_000_000
DEEP = 100_000


def key_of(text: str) -> str:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        parse_scenario(text, "file.json")
    error = caught.value
    assert isinstance(error, FileProblem | ConvolutionError)
    words = sentence(error.key, **error.values())
    assert words != FALLBACK
    assert "\n" not in words
    return error.key


def read_or_refused(text: str) -> None:
    words = "read"
    try:
        parse_scenario(text)
    except (FileProblem, ConvolutionError) as error:
        words = sentence(error.key, **error.values())
    assert words != FALLBACK


def key_of_file(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        read_scenario(path)
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    return caught.value.key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "file_empty"),
        (" \n\t ", "file_empty"),
        ("hello", "file_not_json"),
        ("{'kernelscope': 1}", "file_not_json"),
        (plain() + "}", "file_not_json"),
        (plain() + plain(), "file_not_json"),
        (plain()[:-1], "file_cut_off"),
        (plain()[:50], "file_cut_off"),
        (plain()[:9], "file_cut_off"),
        ("[" * DEEP, "file_too_deep"),
        ('{"kernelscope":' * DEEP, "file_too_deep"),
        (plain()[:-1] + ', "later": ' + "[" * DEEP + "]" * DEEP + "}", "file_too_deep"),
        ("[]", "file_no_scenario"),
        ("3", "file_no_scenario"),
        ("null", "file_no_scenario"),
        ("{}", "file_no_scenario"),
        (plain(kernelscope=None), "file_no_scenario"),
        (plain(kernelscope=3), "file_newer"),
        (plain(kernelscope=10**17), "file_newer"),
        (plain(kernelscope=0), "file_wrong_type"),
        (plain(kernelscope=True), "file_wrong_type"),
        (plain(kernelscope="1"), "file_wrong_type"),
        (plain(kernelscope=1.5), "file_wrong_type"),
        (plain(image=None), "file_key_missing"),
        (plain(kernel=None), "file_key_missing"),
        (plain(stride=None), "file_key_missing"),
        (plain(padding=None), "file_key_missing"),
        (plain()[:-1] + ', "stride": [1, 1]}', "file_key_twice"),
        (plain()[:-1] + ', "view": {"a": 1, "a": 2}}', "file_key_twice"),
        ('{"kernelscope": 1, "white": NaN}', "file_not_finite"),
        ('{"kernelscope": 1, "later": [-Infinity]}', "file_not_finite"),
        ('{"kernelscope": 1, "white": 1e400}', "file_not_finite"),
        (f'{{"kernelscope": 1, "white": {LONG}}}', "file_not_finite"),
        (f'{{"kernelscope": 1, "white": -{LONG}}}', "file_not_finite"),
        (plain(stride=2), "file_wrong_type"),
        (plain(stride=[1]), "file_wrong_type"),
        (plain(stride=[1, 1, 1]), "file_wrong_type"),
        (plain(stride=[True, 1]), "file_wrong_type"),
        (plain(stride=["1", 1]), "file_wrong_type"),
        (plain(stride={"rows": 1}), "file_wrong_type"),
        (plain(white="1"), "file_wrong_type"),
        (plain(white=True), "file_wrong_type"),
        (plain(white=[1]), "file_wrong_type"),
        (plain(seed="1"), "file_wrong_type"),
        (plain(seed=False), "file_wrong_type"),
        (plain(name=5), "file_wrong_type"),
        (plain(view=[1]), "file_wrong_type"),
        (plain(view={"name": 3}), "file_wrong_type"),
        (plain(view={"name": "tilted"}), "unknown_name"),
        (plain(view={"look": 2}), "file_wrong_type"),
        (plain(view={"look": "mauve"}), "unknown_name"),
        (plain(view={"turning": 1}), "file_wrong_type"),
        (plain(view={"turning": None}), "file_wrong_type"),
        (plain(view={"camera": 3}), "file_wrong_type"),
        (plain(view={"camera": [34, 38]}), "file_wrong_type"),
        (plain(view={"camera": {"turn": "34"}}), "file_wrong_type"),
        (plain(view={"camera": {"zoom": True}}), "file_wrong_type"),
        (plain(view={"camera": {"tilt": None}}), "file_wrong_type"),
        (plain(view={"camera": {"turn": 181}}), "out_of_range"),
        (plain(view={"camera": {"tilt": 7.9}}), "out_of_range"),
        (plain(view={"camera": {"zoom": 0}}), "out_of_range"),
        (plain(view={"camera": {"across": 13}}), "out_of_range"),
        (plain(view={"camera": {"down": -1e300}}), "out_of_range"),
        (plain(view={"camera": {"gap": -0.1}}), "out_of_range"),
        (plain(view={"camera": {"gap": 10**400}}), "file_not_finite"),
        (plain(position="1"), "file_wrong_type"),
        (plain(position=True), "file_wrong_type"),
        (plain().replace("0.25", "null"), "not_a_grid"),
        (plain(stride=[0, 1]), "out_of_range"),
        (plain(stride=[1, 9]), "out_of_range"),
        (plain(padding=[-1, 0]), "out_of_range"),
        (plain(padding=[0, 9]), "out_of_range"),
        (plain(dilation=[0, 1]), "out_of_range"),
        (plain(stride=[1.5, 1]), "not_whole"),
        (plain(seed=1.5), "not_whole"),
        (plain(seed=-1), "out_of_range"),
        (plain(seed=10**300), "out_of_range"),
        (plain(white=0), "out_of_range"),
        (plain(white=256), "out_of_range"),
        (plain(white=0.5), "out_of_range"),
        (plain(position=-0.5), "out_of_range"),
        (plain(position=1e9), "out_of_range"),
        (plain(kernel=[[1000]]), "out_of_range"),
        (plain(kernel=[[10**17]]), "out_of_range"),
        (plain(image=[[-0.1]]), "out_of_range"),
        (plain(image=[[0.0] * 257]), "out_of_range"),
        (plain(kernel=[[0.0]] * 16), "out_of_range"),
        (plain(kernel=[[0.0] * 5]), "kernel_does_not_fit"),
        (plain(dilation=[8, 1]), "kernel_does_not_fit"),
        (plain(image=[]), "not_a_grid"),
        (plain(image=[[]]), "not_a_grid"),
        (plain(image=5), "not_a_grid"),
        (plain(image="0 1"), "not_a_grid"),
        (plain(image=[1, 2]), "not_a_grid"),
        (plain(image=[[1, 0], [1]]), "not_a_grid"),
        (plain(image=[[1, 0], []]), "not_a_grid"),
        (plain(image=[[1, 0], 3]), "not_a_grid"),
        (plain(image=[[[1]]]), "not_a_grid"),
        (plain(image=[[True]]), "not_a_grid"),
        (plain(image=[["1"]]), "not_a_grid"),
        (plain(image=[[None]]), "not_a_grid"),
        (plain(image=[[{}]]), "not_a_grid"),
        (plain(image=[[0] * 100_000]), "not_a_grid"),
        (plain(image=[[0]] * 100_000), "not_a_grid"),
    ],
)
def test_every_damage_has_its_error(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ({"camera": {"tilt": 95}}, "The camera's tilt must be from 8 to 82, not 95."),
        ({"camera": {"zoom": 100}}, "The camera's zoom must be from 0.4 to 12, not 100."),
        ({"camera": {"gap": "far"}}, "In “file.json”, “view.camera.gap” has the wrong type; a number is needed."),
        ({"turning": "yes"}, "In “file.json”, “view.turning” must be true or false."),
        ({"camera": 1}, "In “file.json”, “view.camera” must be an object in braces."),
        ({"look": "mauve"}, "There is no look called “mauve”; there are hues, gray, magnitude."),
        ({"name": "round"}, "There is no view called “round”; there are flat, stack."),
    ],
)
def test_what_is_wrong_with_a_view_is_named(view: dict[str, object], words: str) -> None:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        parse_scenario(plain(view=view), "file.json")
    error = caught.value
    assert isinstance(error, FileProblem | ConvolutionError)
    assert sentence(error.key, **error.values()) == words


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "empty"),
        ([[]], "empty"),
        ([[1, 0], [1]], "ragged"),
        ([[True]], "not numbers"),
        ([[[1]]], "not two-dimensional"),
        ([1], "not two-dimensional"),
        ([[0] * 5000], "too large"),
    ],
)
def test_a_bad_grid_says_why(rows: object, reason: str) -> None:
    for grid in ("image", "kernel"):
        with pytest.raises(ConvolutionError) as caught:
            parse_scenario(plain(**{grid: rows}))
        assert caught.value.values()["reason"] == reason
        assert caught.value.values()["quantity"] == grid


def test_a_file_that_is_cut_off_anywhere_is_said_to_be() -> None:
    text = plain(name="x", white=1.5e-05 + 1, later=[True, None, -1, 2e-30, {"a": False}])
    for length in range(1, len(text)):
        assert key_of(text[:length]) == "file_cut_off", text[:length]
        assert key_of(text[:length] + " \n") == "file_cut_off", text[:length]


def test_the_place_of_a_fault_counts_from_1() -> None:
    with pytest.raises(FileProblem) as caught:
        parse_scenario('{\n  "kernelscope" 1\n}')
    assert (caught.value.values()["line"], caught.value.values()["column"]) == (2, 17)


@pytest.mark.parametrize(
    "data",
    [
        plain().encode("utf-16"),
        plain().encode("utf-16-le"),
        plain().encode("utf-32"),
        '{"kernelscope": 1, "name": "Übung"}'.encode("latin-1"),
        b"\0" * 100,
        plain().encode() + b"\0",
        b"\xff\xfe",
        b"\x80",
    ],
)
def test_other_encodings_and_zero_bytes_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(data)
    assert key_of_file(path) == "file_not_text"


def test_a_lone_byte_order_mark_is_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "bom.json").write_bytes(b"\xef\xbb\xbf")
    (tmp_path / "empty.json").write_bytes(b"")
    assert key_of_file(tmp_path / "bom.json") == "file_empty"
    assert key_of_file(tmp_path / "empty.json") == "file_empty"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert key_of_file(tmp_path / "none.json") == "file_missing"
    assert key_of_file(tmp_path / "broken") == "file_missing"
    assert key_of_file(tmp_path) == "file_is_a_folder"


@pytest.mark.parametrize("name", ["x" * 3000, "zero\0byte", "file.json/below"])
def test_an_impossible_path_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.json").write_text(plain())
    assert key_of_file(tmp_path / name) in ("file_unreadable", "file_missing")


def test_too_large_a_file_is_refused_by_its_size_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # takes no room on the disk
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    assert key_of_file(path) == "file_too_large"


def test_the_limit_is_four_megabytes_to_the_byte_and_thirty_two_with_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "padded.json"
    pictured = to_json(with_kept_picture(startup(), KeptPicture(np.zeros((9, 9, 1), dtype=np.uint8)), 9))
    for text, limit in ((plain(), PLAIN_LIMIT), (pictured, LIMIT)):
        path.write_text(text.ljust(limit))
        assert open_path(path, startup()) == read_scenario(path)
        path.write_text(text.ljust(limit + 1))
        assert key_of_file(path) == "file_too_large"
        with pytest.raises(FileProblem) as caught:
            open_path(path, startup())
        assert caught.value.values()["limit"] == limit
    assert (PLAIN_LIMIT, LIMIT) == (4 * 2**20, 32 * 2**20)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has them")
def test_pipes_devices_and_sockets_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/tty"), Path("socket")):
            assert key_of_file(path) == "file_not_regular"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has pipes with names")
def test_a_pipe_that_takes_the_place_of_a_file_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regular, pipe = tmp_path / "regular", tmp_path / "pipe"
    regular.write_text(plain())
    os.mkfifo(pipe)
    status = regular.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: status)
    assert key_of_file(pipe) == "file_not_regular"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has /proc")
def test_a_file_that_hides_its_size_is_read_up_to_the_limit_only() -> None:
    assert key_of_file(Path("/proc/self/status")) == "file_not_json"
    assert Path("/proc/self/status").stat().st_size == 0
    with pytest.raises(FileProblem) as caught:
        read_bytes(Path("/proc/self/status"), 10)
    assert caught.value.key == "file_too_large"


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.EACCES, "no permission"), (errno.EIO, os.strerror(errno.EIO).lower())]
)
def test_a_file_that_may_not_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    path = tmp_path / "file.json"
    path.write_text(plain())

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileProblem) as caught:
        read_scenario(path)
    assert caught.value.key == "file_unreadable"
    assert caught.value.values()["reason"] == reason


@settings(max_examples=300)
@given(st.data())
def test_a_file_with_any_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    text = plain(name="x", white=1, seed=3, position=1.5, view={"a": 1})
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    with_change = text[:start] + data.draw(st.text(max_size=4)) + text[end:]
    read_or_refused(with_change)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
)


@settings(max_examples=400)
@given(
    st.sampled_from(
        ["kernelscope", "image", "kernel", "stride", "padding", "dilation", "white", "seed", "name", "position", "view"]
    ),
    _JSON,
)
def test_a_key_with_any_value_is_read_or_refused(key: str, value: object) -> None:
    read_or_refused(json.dumps({**json.loads(plain()), key: value}))


def test_names_in_sentences_are_one_printable_line() -> None:
    assert shown("a\nb\0\ud800\x1b[31m") == "a?b???[31m"
    assert len(shown("x" * 1000)) == 200
    buffer = io.TextIOWrapper(io.BytesIO(), "utf-8")
    buffer.write(shown("\udcff"))


@pytest.mark.parametrize("text", ["[[1], [2e1], 3]", "{", "[" * DEEP])
@pytest.mark.parametrize("on", [True, False])
def test_the_collector_of_garbage_is_as_it_was_however_a_file_is(text: str, on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with contextlib.suppress(FileProblem):
            parsed(text, "file.json")
        assert gc.isenabled() == on
    finally:
        (gc.enable if before else gc.disable)()
