"""Settings come back as they were, and damaged ones are kept aside."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.limits import PIXEL
from game.files.errors import FileProblem
from game.files.settings import HINTS, LIMIT, NOT_COVERED, Settings, path_in, read_settings, write_settings
from game.play.choices import REMOTE_STOPS
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

PLACE = st.integers(-1_000_000, 1_000_000)
LENGTH = st.integers(1, 1_000_000)
SEEN = (*HINTS, NOT_COVERED)
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(["night", "daylight", "high contrast"]),
    scale=st.integers(75, 300),
    reduced_motion=st.booleans(),
    speed=st.integers(0, 6),
    loop=st.booleans(),
    brush=st.floats(PIXEL.low, PIXEL.high),
    offered=st.booleans(),
    hints=st.sets(st.sampled_from(SEEN)).map(lambda names: tuple(name for name in SEEN if name in names)),
    window=st.none() | st.tuples(PLACE, PLACE, LENGTH, LENGTH),
    palette=st.sampled_from(["standard", "colour-blind"]),
    stops=st.sampled_from(REMOTE_STOPS),
    decimals=st.none() | st.integers(0, 4),
    maximised=st.booleans(),
    displays=st.lists(st.tuples(LENGTH, LENGTH), max_size=4).map(tuple),
    tours=st.dictionaries(st.text(max_size=80), st.integers(0, 100), max_size=5).map(lambda kept: tuple(kept.items())),
)


@given(SETTINGS)
def test_settings_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("data") / "not yet there"
    write_settings(folder, settings)
    assert read_settings(folder) == (settings, None)


def test_without_settings_there_are_the_defaults_and_no_problem(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none") == (Settings(), None)
    assert Settings() == Settings("night", 100, False, 2, True, 1.0, None, "standard", "phases", None)


def test_missing_keys_have_their_defaults_and_unknown_ones_are_ignored(tmp_path: Path) -> None:
    path_in(tmp_path).write_text('{"theme": "daylight", "later": [1]}')
    assert read_settings(tmp_path) == (Settings(theme="daylight"), None)


def test_settings_of_an_older_version_are_read(tmp_path: Path) -> None:
    old = {"theme": "daylight", "scale": 150, "reduced_motion": True, "speed": 4, "loop": False, "brush": 0.5}
    path_in(tmp_path).write_text(json.dumps(old | {"window": [1, 2, 800, 600]}))
    assert read_settings(tmp_path) == (Settings("daylight", 150, True, 4, False, 0.5, (1, 2, 800, 600)), None)


@pytest.mark.parametrize("brush", [499.0, 999.0, -5.0])
def test_a_brush_is_kept_whatever_pixel_it_is(tmp_path: Path, brush: float) -> None:
    write_settings(tmp_path, Settings(brush=brush))
    assert read_settings(tmp_path) == (Settings(brush=brush), None)


def test_settings_from_before_there_were_hints_are_read_and_hints_of_later_versions_ignored(tmp_path: Path) -> None:
    path_in(tmp_path).write_text('{"scale": 125}')
    assert read_settings(tmp_path) == (Settings(scale=125, hints=()), None)
    path_in(tmp_path).write_text('{"hints": ["scrub", "juggle", "paint", "scrub"]}')
    assert read_settings(tmp_path) == (Settings(hints=("paint", "scrub")), None)


WRONG: list[dict[str, object]] = [
    {"theme": "dark"},
    {"theme": 1},
    {"theme": ["night"]},
    {"theme": {}},
    {"palette": "loud"},
    {"palette": None},
    {"stops": ["cells"]},
    {"decimals": 5},
    {"decimals": -1},
    {"decimals": 2.0},
    {"decimals": False},
    {"decimals": "automatic"},
    {"scale": 74},
    {"scale": 301},
    {"scale": 100.5},
    {"scale": True},
    {"scale": "100"},
    {"speed": 7},
    {"speed": -1},
    {"loop": 1},
    {"loop": None},
    {"reduced_motion": "no"},
    {"brush": -999.5},
    {"brush": 1000},
    {"brush": 10**17},
    {"brush": True},
    {"hints": "paint"},
    {"tours": {"A tour": 3}},
    {"tours": [["A tour"]]},
    {"tours": [[3, "A tour"]]},
    {"tours": [["A tour", -1]]},
    {"tours": [["A tour", 1.5]]},
    {"hints": [1]},
    {"hints": {"paint": True}},
    {"window": []},
    {"window": [0, 0, 0, 100]},
    {"window": [0, 0, 100]},
    {"window": [0, 0, 100, 1.5]},
    {"window": [10**9, 0, 100, 100]},
    {"window": "0 0 100 100"},
    {"maximised": 1},
    {"displays": [[1920]]},
    {"displays": [[1920, 0]]},
    {"displays": {"1920": 1080}},
]
DAMAGED = [
    b"",
    b"\0" * 50,
    b"{",
    b"[]",
    b"null",
    b"[" * 60_000,
    b"x" * 100_000,
    '{"theme": "night"}'.encode("utf-16"),
    b'{"scale": 100, "scale": 100}',
    b'{"brush": NaN}',
    json.dumps({"brush": 10**400}).encode(),
]


def kept_in(folder: Path) -> dict[str, object]:
    """Return what the settings file says."""
    found = json.loads(path_in(folder).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("values", WRONG)
def test_a_value_that_is_unknown_has_its_default_and_the_others_stay(tmp_path: Path, values: dict[str, object]) -> None:
    good = {"theme": "daylight", "scale": 150, "loop": False, "decimals": 2, "later": [1]}
    path_in(tmp_path).write_text(json.dumps(good | values))
    (name,) = values
    expected = Settings(theme="daylight", scale=150, loop=False, decimals=2)
    assert read_settings(tmp_path) == (expected.changed(**{name: Settings.defaults[name]}), None)
    assert not list(tmp_path.glob("*.damaged*"))


@pytest.mark.parametrize("values", [{"theme": "sepia"}, {"palette": "loud"}, {"stops": ["rows"]}, {"scale": "auto"}])
def test_what_only_a_newer_version_understands_stays_until_it_is_set_anew(
    tmp_path: Path, values: dict[str, object]
) -> None:
    later = {"later": {"deep": [1, None, "é"]}, "hints": ["juggle", "paint"], **values}
    path_in(tmp_path).write_text(json.dumps(later))
    settings, _ = read_settings(tmp_path)
    (name,) = values
    for loop in (False, True):
        write_settings(tmp_path, settings.changed(loop=loop, hints=("paint", "scrub")))
        kept = kept_in(tmp_path)
        assert kept["loop"] is loop
        assert {key: kept[key] for key in ("later", name)} == {key: later[key] for key in ("later", name)}
        assert kept["hints"] == ["paint", "scrub", "juggle"]
        assert read_settings(tmp_path) == (settings.changed(loop=loop, hints=("paint", "scrub")), None)
    chosen = {"theme": "daylight", "palette": "colour-blind", "stops": "cells", "scale": 150}[name]
    write_settings(tmp_path, settings.changed(**{name: chosen}))
    assert kept_in(tmp_path)[name] == chosen
    assert kept_in(tmp_path)["later"] == later["later"]


@pytest.mark.parametrize("later", ["[" * 900 + "]" * 900, json.dumps("x" * (LIMIT - 40))])
def test_what_could_not_be_read_again_is_not_kept(tmp_path: Path, later: str) -> None:
    path_in(tmp_path).write_text('{"later": ' + later + "}")
    settings, _ = read_settings(tmp_path)
    write_settings(tmp_path, settings.changed(scale=150))
    assert read_settings(tmp_path) == (Settings(scale=150), None)


@pytest.mark.parametrize("data", DAMAGED)
def test_damaged_settings_are_kept_aside_and_the_defaults_taken(tmp_path: Path, data: bytes) -> None:
    path_in(tmp_path).write_bytes(data)
    settings, problem = read_settings(tmp_path)
    assert settings == Settings()
    assert problem is not None
    assert problem.key == "settings_damaged"
    aside = tmp_path / "settings.damaged-1.json"
    assert problem.values()["kept_as"] == str(aside)
    assert sentence(problem.key, **problem.values()) != FALLBACK
    assert aside.read_bytes() == data
    assert not path_in(tmp_path).exists()
    assert read_settings(tmp_path) == (Settings(), None)


def test_nothing_that_was_kept_aside_is_ever_written_over(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        path_in(tmp_path).write_text(f"damage {number}")
        read_settings(tmp_path)
    for number in (1, 2, 3):
        assert (tmp_path / f"settings.damaged-{number}.json").read_text() == f"damage {number}"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has pipes with names")
def test_something_odd_in_the_place_of_the_settings_is_moved_away(tmp_path: Path) -> None:
    os.mkfifo(path_in(tmp_path))
    assert read_settings(tmp_path)[0] == Settings()
    path_in(tmp_path).mkdir()
    assert read_settings(tmp_path)[0] == Settings()
    assert (tmp_path / "settings.damaged-1.json").is_fifo()
    assert (tmp_path / "settings.damaged-2.json").is_dir()


def test_settings_that_can_neither_be_read_nor_moved_are_said_to_be_damaged_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path_in(tmp_path).write_text("damage")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "rename", refuse)
    settings, problem = read_settings(tmp_path)
    assert settings == Settings()
    assert problem is not None
    assert problem.values()["kept_as"] == ""
    assert sentence(problem.key, **problem.values()) != FALLBACK


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem) as caught:
        write_settings(tmp_path / "file", Settings())
    assert caught.value.key == "settings_not_kept"
    assert sentence(caught.value.key, **caught.value.values()) != FALLBACK
    path_in(tmp_path).mkdir()
    with pytest.raises(FileProblem) as caught:
        write_settings(tmp_path, Settings())
    assert "something else is in its place" in sentence(caught.value.key, **caught.value.values())


def test_settings_of_before_the_sections_folded_open_with_those_of_a_first_start(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "daylight"}', encoding="utf-8")
    assert read_settings(tmp_path)[0].sections == ("kernel", "slide", "stack")
    write_settings(tmp_path, Settings(sections=("source",)))
    assert read_settings(tmp_path)[0].sections == ("source",)
    (tmp_path / "settings.json").write_text('{"sections": ["slide", "sliders", "kernel"]}', encoding="utf-8")
    assert read_settings(tmp_path)[0].sections == ("kernel", "slide")
