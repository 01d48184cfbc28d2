"""The name tells what is shown, and Save writes only over the file of what is shown."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.scenario import startup
from game.files.settings import Settings, read_settings, with_recent, write_settings
from game.input.intent import NAME, Cell, GridName, Intent
from game.input.interface_intents import AcceptEntry, EntryKey, EntryText, OpenEntry
from game.input.mode_intents import SwapSides, ToggleCompare
from game.input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ChooseKernel,
    ClearImage,
    EndGesture,
    KernelAction,
    NewSeed,
    Paint,
    PasteGrid,
    Redo,
    ReplaceScenario,
    SetCell,
    SetQuantity,
    SetSeed,
    Undo,
)
from game.input.window_intents import Saved
from game.session.naming import LONGEST, clean_name, file_name, safe_name, title_of
from game.session.state import State

from .hands import after, entries, fresh, sentences, typed_name

PHOTO = startup().with_image(np.full((8, 8), 0.5)).named("photo")

EDITS: dict[str, tuple[Intent, ...]] = {
    "a stroke": (Paint(((0, 0),), 1.0),),
    "a weight": (SetCell(Cell(GridName.KERNEL, 0, 0), 3.0),),
    "image size": (SetQuantity("image size", None, 6),),
    "kernel size": (SetQuantity("kernel size", None, 2),),
    "stride": (SetQuantity("stride", None, 1),),
    "padding": (SetQuantity("padding", None, 2),),
    "a kernel turned": (KernelAction("turn"),),
    "a dragged slider": (
        BeginGesture(),
        SetQuantity("stride", None, 1),
        EndGesture(),
    ),
}
OTHERS: dict[str, tuple[Intent, ...]] = {
    "an image by name": (ChooseImage("digit"),),
    "a kernel by name": (ChooseKernel("sobel right"),),
    "a pasted image": (PasteGrid(np.ones((5, 5)), GridName.IMAGE),),
    "a pasted kernel": (PasteGrid(np.ones((2, 2)), GridName.KERNEL),),
    "a new seed": (NewSeed(),),
    "a seed": (SetSeed(9),),
    "last work": (ReplaceScenario(startup()),),
    "an image in a gesture": (
        BeginGesture(),
        Paint(((0, 0),), 1.0),
        ChooseImage("digit"),
        EndGesture(),
    ),
}


def saved() -> State:
    """Return a state with a picture that was opened, and saved as photo.json."""
    return after(fresh(), ReplaceScenario(PHOTO), Saved("/there/photo.json"))


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_keeps_name_and_file(edit: str) -> None:
    state = after(saved(), *EDITS[edit])
    assert state.scenario != PHOTO
    assert (state.scenario.name, state.path) == ("photo", "/there/photo.json")


@pytest.mark.parametrize("other", OTHERS)
def test_another_thing_has_neither_and_undo_brings_both_back(other: str) -> None:
    state = after(saved(), *OTHERS[other])
    assert (state.scenario.name, state.path) == ("", None)
    undone = after(state, Undo())
    assert (undone.scenario.name, undone.path) == ("photo", "/there/photo.json")
    redone = after(undone, Redo())
    assert (redone.scenario.name, redone.path) == ("", None)


def test_the_same_one_chosen_again_is_no_other() -> None:
    state = after(fresh(), ChooseImage("digit"), *typed_name("Eight"), Saved("/8.json"))
    again = after(state, ChooseImage("digit"))
    assert (again.scenario.name, again.path, entries(again)) == ("Eight", "/8.json", entries(state))


def test_what_was_undone_and_made_anew_never_gets_the_file_of_what_it_replaced() -> None:
    state = after(saved(), ChooseImage("digit"), Saved("/digit.json"), Undo())
    assert after(state, ChooseImage("arrow")).path is None
    assert after(state, Paint(((0, 0),), 0.1), ChooseImage("arrow")).path is None
    assert state.path == "/there/photo.json"


def test_saving_belongs_to_all_that_one_thing_was() -> None:
    state = after(fresh(), Paint(((0, 0),), 1.0), Saved("/a.json"), Undo())
    assert state.path == "/a.json"


def test_side_b_of_compare_leaves_name_and_file_to_side_a() -> None:
    state = after(saved(), ToggleCompare(), ChooseKernel("sobel right"))
    assert (state.scenario.name, state.path) == ("photo", "/there/photo.json")
    swapped = after(state, SwapSides())
    assert (swapped.scenario.name, swapped.path) == ("", None)
    undone = after(swapped, Undo(), ToggleCompare())
    assert (undone.scenario.name, undone.path) == ("photo", "/there/photo.json")


def test_a_name_is_typed_like_a_number_and_can_be_undone() -> None:
    state = after(fresh(), OpenEntry(NAME))
    assert state.interface.entry is not None
    assert state.interface.entry.text == "Random noise, 8 × 8"
    state = after(state, EntryText("Edges / corners"), AcceptEntry())
    assert (state.scenario.name, state.interface.entry, entries(state)) == ("Edges corners", None, 2)
    assert after(state, Undo()).scenario.name == ""
    emptied = after(state, OpenEntry(NAME), EntryKey("delete"), AcceptEntry())
    assert title_of(emptied.scenario) == "Random noise, 8 × 8"


def test_an_entry_of_a_name_takes_eighty_characters() -> None:
    state = after(fresh(), OpenEntry(NAME), EntryText("n" * 200), AcceptEntry())
    assert state.scenario.name == "n" * LONGEST


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a/b\\c", "a b c"), ("  a\n\tb\x00 ", "a b"), ("../../etc", ".. .. etc"), ("x" * 99, "x" * 80), ("\u202e", "")],
)
def test_a_name_is_one_line_without_separators(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("", "Random noise 8 x 8, Random 0 - 1"),
        ("Lesson 3", "Lesson 3"),
        ("what? a/b: <c>", "what a b c"),
        ("...", "Kernelscope"),
        ("con", "con 1"),
        ("con.txt", "con 1.txt"),
        ("CON .a", "CON 1.a"),
        ("..aux", "aux 1"),
        ("COM¹", "COM¹ 1"),
        ("a.", "a"),
        (" . .", "Kernelscope"),
        ("../../h_evil", "h_evil"),
        ("Sobel: right", "Sobel right"),
        ("a\u202eb\nc\ud800", "a b c"),
        ("𝒳" * 80, "𝒳" * 50),
    ],
)
def test_the_proposed_file_name_is_what_it_is_and_safe_everywhere(name: str, file: str) -> None:
    assert file_name(startup().named(name)) == file


@given(st.text(max_size=300) | st.text("cConau.lpt1\u202e\u2066\x7f ¹²:/\\é𝒳", max_size=300))
def test_whatever_a_name_is_its_file_name_is_safe_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST + len(" 1")
    assert len(safe.encode()) <= 202
    assert safe.isprintable()
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe.strip(" .") == safe
    assert not PureWindowsPath(f"{safe}.json").is_reserved()
    assert safe_name(safe) == safe


def test_what_has_no_name_is_called_after_its_file_else_after_what_it_is() -> None:
    assert title_of(PHOTO, "/there/other.json") == "photo"
    assert title_of(startup(), "/there/other.json") == "other"
    assert title_of(startup()) == "Random noise, 8 × 8"


def test_what_was_opened_or_saved_last_is_first_among_ten_recent_files() -> None:
    state = after(fresh(), *(Saved(f"/{number}.json") for number in range(12)))
    assert state.settings.recent == tuple(f"/{number}.json" for number in range(11, 1, -1))
    state = after(state, ReplaceScenario(PHOTO, source="/5.json"))
    assert state.settings.recent[:2] == ("/5.json", "/11.json")
    assert len(state.settings.recent) == 10
    assert sentences(state)[-1] == "Opened 5.json."


def test_recent_files_are_kept_and_a_damaged_entry_harms_no_other(tmp_path: Path) -> None:
    folder = tmp_path
    write_settings(folder, with_recent(Settings(theme="daylight"), "/a\udc80é.json"))
    assert read_settings(folder)[0].recent == ("/a\udc80é.json",)
    for recent, kept in (([1, "/b", "", None, "/b", "c\0", "x" * 5000], ("/b",)), ("/b", ()), (None, ())):
        (folder / "settings.json").write_text(json.dumps({"theme": "daylight", "recent": recent}), encoding="utf-8")
        settings, problem = read_settings(folder)
        assert (settings.theme, settings.recent, problem) == ("daylight", kept, None)


def test_ten_long_paths_still_fit_into_a_settings_file(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(10):
        settings = with_recent(settings, f"/{number}" + "😀" * 1020)
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path)[0] == settings


def test_an_image_that_is_cleared_is_another_thing() -> None:
    named = after(fresh(), ReplaceScenario(startup().named("Mine"), 0.0, "mine.json"))
    cleared = after(named, ClearImage())
    assert (cleared.scenario.name, cleared.path) == ("", None)
    assert after(cleared, Undo()).path == "mine.json"
