"""Resolution in the window: it stands in the place of the sizes, one drag is one undo, and undo brings strokes back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.averaging import fitting
from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import startup
from game.files.tour_conditions import controls
from game.input.intent import Cell, Control, GridName
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.input.layer_intents import SetChannels, SetResolution, UseOutput
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ClearImage,
    EndGesture,
    NewSeed,
    Paint,
    PasteGrid,
    Redo,
    ReplaceScenario,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.window_intents import ToggleSection
from game.session.state import State
from game.session.tour import HOLDS
from game.ui.widgets.label import Label
from game.ui.widgets.select import Select
from game.ui.widgets.slider import Slider
from tests.picture import window
from tests.session.hands import after, fresh
from tests.shell.hands import Person

PICTURE = KeptPicture(np.random.default_rng(4).integers(0, 256, (300, 400, 3), dtype=np.uint8))


def pictured(picture: KeptPicture = PICTURE) -> State:
    return after(fresh(), ReplaceScenario(with_kept_picture(startup(), picture)))


def toasts(state: State) -> list[str]:
    return [toast.sentence for toast in state.interface.toasts]


def test_one_drag_is_one_undo_and_one_back_to_where_it_began_is_none() -> None:
    begun = pictured()
    painted = after(begun, Paint(((0, 0),), 0.5))
    dragged = after(painted, BeginGesture(), *(SetResolution(value) for value in (70, 20, 33)), EndGesture())
    assert dragged.scenario.pixel_size == (25, 33)
    assert dragged.scenario.picture is PICTURE
    back = after(dragged, Undo())
    assert back.scenario == painted.scenario
    assert after(back, Undo()).scenario == begun.scenario
    assert after(back, Redo()).scenario == dragged.scenario
    wild = after(painted, BeginGesture(), *(SetResolution(value) for value in (70, 20, 64)), EndGesture())
    assert wild.scenario == painted.scenario
    assert len(wild.history.entries) == len(painted.history.entries)


def test_a_slider_stops_where_the_kernel_fits_and_a_typed_number_is_refused() -> None:
    state = after(pictured(), SetQuantity("padding", None, 0), SetQuantity("kernel size", None, 15))
    assert after(state, SetResolution(8)).scenario.pixel_size == (15, 20)
    assert after(state, SetResolution(999)).scenario.pixel_size == (192, 256)
    refused = after(state, SetResolution(8, typed=True))
    assert refused.scenario is state.scenario
    assert "15 rows" in toasts(refused)[-1]
    assert toasts(after(state, SetResolution(300, typed=True)))[-1] == "The resolution must be from 8 to 256, not 300."


def test_a_number_is_typed() -> None:
    opened = after(pictured(), OpenEntry(Control("resolution")))
    assert opened.interface.entry is not None
    assert opened.interface.entry.text == "64"
    assert after(opened, EntryText("100"), AcceptEntry()).scenario.pixel_size == (75, 100)
    for typed in ("257", "8.5", "0"):
        refused = after(opened, EntryText(typed), AcceptEntry())
        assert refused.scenario == opened.scenario
        assert toasts(refused)[-1].startswith("The resolution must be")


def test_without_a_picture_it_does_nothing() -> None:
    state = fresh()
    assert after(state, SetResolution(20)).scenario is state.scenario
    assert after(state, SetResolution(20, typed=True)).scenario is state.scenario


GOES: dict[str, Any] = {
    "named": ChooseImage("noise"),
    "cleared": ClearImage(),
    "pasted": PasteGrid(np.ones((3, 64, 64)), GridName.IMAGE),
    "channels": SetChannels(4),
    "output": UseOutput(),
    "size": SetQuantity("image size", None, 20),
}
STAYS: dict[str, Any] = {
    "painted": Paint(((1, 1),), 0.25),
    "cell": SetCell(Cell(GridName.IMAGE, 0, 0), 0.25),
    "stride": SetQuantity("stride", None, 3),
    "seed": NewSeed(),
    "kernel size": SetQuantity("kernel size", None, 5),
}


@pytest.mark.parametrize("way", [*GOES, *STAYS])
def test_the_picture_goes_with_another_image_and_undo_brings_it_back(way: str) -> None:
    state = after(pictured(), SetQuantity("padding", None, 1))
    changed = after(state, (GOES | STAYS)[way])
    assert changed.scenario != state.scenario
    assert changed.scenario.picture is (PICTURE if way in STAYS else None)
    assert after(changed, Undo()).scenario.picture is PICTURE


@pytest.mark.parametrize("intent", [ChooseImage("noise"), ChooseImage("flag"), ClearImage()])
def test_an_image_by_name_in_the_place_of_a_large_picture_is_as_large_as_it_can_be(intent: Any) -> None:
    large = after(pictured(), SetResolution(256))
    assert after(large, intent).scenario.pixel_size == fitting((192, 256), 64)


def test_a_black_picture_goes_for_the_empty_image() -> None:
    black = pictured(KeptPicture(np.zeros((20, 20, 1), np.uint8)))
    assert black.scenario.image_name == ""
    chosen = after(black, ChooseImage("empty")).scenario
    assert (chosen.picture, chosen.image_name) == (None, "empty")


def test_both_sides_of_compare_have_the_picture() -> None:
    state = after(pictured(), ToggleCompare(), SetResolution(20))
    assert state.work.other is not None
    assert state.work.scenario.pixel_size == state.work.other.pixel_size == (15, 20)
    assert state.work.scenario.picture is state.work.other.picture is PICTURE
    back = after(state, Undo())
    assert back.work.other is not None
    assert back.work.other.pixel_size == (48, 64)


def test_the_slider_stands_in_the_place_of_the_sizes() -> None:
    person = Person()
    assert "image size" in person.names()
    assert "resolution" not in person.names()
    person.controller.dispatch((ReplaceScenario(with_kept_picture(startup(), PICTURE)),))
    person.controller.built()
    assert "resolution" in person.names()
    assert not {"image size", "image size rows", "image size columns", "image size chain"} & set(person.names())
    slider = person.widget("resolution")
    assert isinstance(slider, Slider)
    assert (slider.label, slider.shown, slider.ends) == ("Resolution", "64", (8, 256))
    person.clicks((slider.place(32), slider.track.centre[1]))
    assert max(person.state.scenario.pixel_size) in range(30, 35)
    person.keys("Ctrl+Z")
    assert person.state.scenario.pixel_size == (48, 64)
    person.controller.dispatch((ChooseImage("noise"),))
    person.controller.built()
    assert "resolution" not in person.names()


def test_the_slider_of_the_smallest_pictures_stands_still() -> None:
    person = Person()
    small = KeptPicture(np.full((4, 5, 1), 9, np.uint8))
    person.controller.dispatch((ReplaceScenario(with_kept_picture(startup(), small)),))
    person.controller.built()
    slider = person.widget("resolution")
    assert isinstance(slider, Slider)
    assert slider.allowed == (5, 5)
    person.clicks((slider.place(5) + 20, slider.track.centre[1]))
    assert person.state.scenario.pixel_size == (4, 5)


def test_the_rail_says_the_name_of_the_picture_and_its_own_size() -> None:
    own = KeptPicture(PICTURE.pixels, "IMG_20260514_131522_holiday.jpg", (3024, 4032))
    made = window(after(pictured(own), ToggleSection("source")), (1366, 768))
    select, size = made.named("image"), made.named("picture size")
    assert isinstance(select, Select)
    assert isinstance(size, Label)
    assert (select.shown, size.text) == ("IMG_202605…liday.jpg", "48 × 64 of 3024 × 4032")
    unnamed = window(after(pictured(), ToggleSection("source")), (1366, 768)).named("image")
    assert isinstance(unnamed, Select)
    assert unnamed.shown == "Your own"


def test_a_tour_may_point_at_resolution_and_hide_it() -> None:
    assert "resolution" in controls()
    assert HOLDS["resolution"] == "source"
