"""What the intents about the window do: brush, cursor, settings, lists, toasts, Escape."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario, startup
from game.input.effects import Copy, Effect, FocusNext, OpenPath, Save, ToggleFullScreen
from game.input.intent import Cell, Control, GridName, Intent
from game.input.interface_intents import (
    ClosePopup,
    CloseSheet,
    Escape,
    Focus,
    HighlightItem,
    Hover,
    MoveCursor,
    OpenEntry,
    OpenPopup,
    OpenSheet,
    PickUp,
    PlaceCursor,
    ScrollTo,
    ToggleCoverage,
    ToggleLink,
    ToggleLock,
    ToggleRail,
)
from game.input.mode_intents import ToggleSpotlight
from game.input.scenario_intents import ChooseImage, SetCell, SetQuantity, Undo
from game.input.walk_intents import StepForward
from game.input.window_intents import (
    Announce,
    Complain,
    DismissToast,
    FullScreenChanged,
    NextTheme,
    Saved,
    ScaleBy,
    SetBrush,
    SetDecimals,
    SetPalette,
    SetScale,
    SetStops,
    Tick,
    ToggleReducedMotion,
)
from game.session.interface_intents import escapes
from game.session.modes.table import MODES
from game.session.reduce import CLOCK, EARLY, handler_of, reduce
from tests.input.kinds import kinds

from .hands import after, entries, fresh, sentences

IMAGE, KERNEL, OUTPUT = GridName.IMAGE, GridName.KERNEL, GridName.OUTPUT


def test_every_intent_is_handled_in_one_family_or_is_an_effect() -> None:
    families = [CLOCK, *(family.HANDLERS for family in EARLY)] + [way.mode.handlers or {} for way in MODES.values()]
    handled = [kind for family in families for kind in family]
    assert sorted(kind.__name__ for kind in handled) == sorted({kind.__name__ for kind in handled})
    assert {kind for kind in kinds() if handler_of(kind) is not None} == set(handled)
    assert set(handled) | set(kinds(Effect)) == set(kinds())
    assert not set(handled) & set(kinds(Effect))


def test_effects_leave_the_state_as_it_is() -> None:
    state = fresh()
    for effect in (
        Copy(),
        Save(),
        ToggleFullScreen(),
        OpenPath("a"),
        FocusNext(),
    ):
        assert reduce(state, effect) is state


def test_the_brush_takes_values_of_pixels_only() -> None:
    state = after(fresh(), SetBrush(0.4))
    assert state.brush == 0.4
    for value in (2.0, -5.0, 999.0, -999.0):
        assert after(state, SetBrush(value)).brush == value
    for value, said in ((999.5, "999.5"), (-1000.0, "−1000")):
        refused = after(state, SetBrush(value))
        assert (refused.brush, sentences(refused)) == (0.4, [f"The brush must be from −999 to 999, not {said}."])


def test_a_brush_beyond_white_is_one_for_that_white_alone() -> None:
    state = after(fresh(), ChooseImage("integers"), SetBrush(3))
    narrower = after(state, ChooseImage("ramp"))
    assert narrower.brush == 1
    assert after(narrower, Undo()).brush == 3
    assert after(narrower, SetBrush(3)).brush == 3
    assert after(narrower, SetBrush(-3), ChooseImage("integers")).brush == -3


def test_picking_up_takes_pixels_padding_and_weights() -> None:
    state = after(fresh(), SetCell(Cell(IMAGE, 2, 2), 0.3), SetCell(Cell(KERNEL, 0, 0), -5))
    assert after(state, PickUp(Cell(IMAGE, 2, 2))).brush == 0.3
    assert after(state, PickUp(Cell(IMAGE, -1, 2))).brush == 0
    assert after(state, PlaceCursor(Cell(IMAGE, 2, 2)), PickUp()).brush == 0.3
    assert after(state, PickUp(Cell(KERNEL, 0, 0))).brush == -5
    assert after(state, PickUp(), PickUp(Cell(OUTPUT, 0, 0))).brush == 1


def test_the_cursor_stays_in_its_grid() -> None:
    state = after(fresh(), PlaceCursor(Cell(IMAGE, 0, 0)), MoveCursor(-1, 3))
    assert state.interface.cursor == Cell(IMAGE, 0, 3)
    assert after(state, MoveCursor(99, 99)).interface.cursor == Cell(IMAGE, 7, 7)
    smaller = after(state, SetQuantity("image size", None, 2))
    assert smaller.interface.cursor == Cell(IMAGE, 0, 1)
    assert after(fresh(), MoveCursor(1, 1)).interface.cursor is None
    assert after(fresh(), PlaceCursor(Cell(OUTPUT, 9, 9))).interface.cursor == Cell(OUTPUT, 3, 3)


def test_focus_on_a_control_takes_the_cursor_out_of_the_grids() -> None:
    state = after(fresh(), PlaceCursor(Cell(IMAGE, 0, 0)), Focus("stride"))
    assert (state.interface.cursor, state.interface.focus, state.interface.focus_visible) == (None, "stride", True)


def test_what_is_on_cells_that_are_gone_goes_too() -> None:
    corner = Cell(IMAGE, 7, 7)
    pointed = after(fresh(), Hover(corner, (1, 1)), OpenPopup("cell menu", corner))
    smaller = after(pointed, SetQuantity("image size", None, 4)).interface
    assert (smaller.hover, smaller.popup, smaller.popup_cell) == (None, None, None)
    typing = after(fresh(), OpenEntry(corner), SetQuantity("image size", None, 4))
    assert typing.interface.entry is None
    control = after(fresh(), Hover(Control("stride"), (1, 1)), SetQuantity("stride", None, 4))
    assert control.interface.hover == Control("stride")


def test_a_hover_that_changes_nothing_makes_no_new_state() -> None:
    state = after(fresh(), Hover(Cell(IMAGE, 0, 0), (5, 5)))
    assert after(state, Hover(Cell(IMAGE, 0, 0), (5, 5))) is state


def test_settings_take_only_values_that_there_are() -> None:
    state = after(fresh(), SetPalette("colour-blind"), SetStops("cells"), SetDecimals(3))
    chosen = (state.settings.palette, state.settings.stops, state.settings.decimals)
    assert chosen == ("colour-blind", "cells", 3)
    assert after(state, SetPalette("mauve"), SetStops("never")).settings == state.settings
    assert after(state, SetDecimals(9)).settings.decimals == 4
    assert after(state, SetDecimals(-9)).settings.decimals == 0
    assert after(state, SetDecimals(None)).settings.decimals is None


def test_themes_go_round() -> None:
    state = after(fresh(), NextTheme())
    assert state.settings.theme == "daylight"
    state = after(state, NextTheme())
    assert state.settings.theme == "high contrast"
    assert after(state, NextTheme()).settings.theme == "night"


def test_the_scale_goes_in_steps_and_stops_at_its_ends() -> None:
    def scale(*done: Intent) -> int:
        return after(fresh(), *done).settings.scale

    assert scale(ScaleBy(1)) == 125
    assert scale(ScaleBy(-1)) == 75
    assert scale(SetScale(110), ScaleBy(1)) == 125
    assert scale(SetScale(110), ScaleBy(-1)) == 100
    assert scale(ScaleBy(-9)) == 75
    assert scale(SetScale(900)) == 300


def test_the_lock_keeps_the_present_magnitude_while_values_change() -> None:
    locked = after(fresh(), ToggleLock())
    kept = locked.result.magnitude
    assert locked.interface.lock == kept
    assert after(locked, SetCell(Cell(KERNEL, 0, 0), 99)).interface.lock == kept
    assert after(locked, ToggleLock()).interface.lock is None
    zeros = fresh(Scenario(image=np.zeros((2, 2)), kernel=np.ones((1, 1))))
    assert after(zeros, ToggleLock()).interface.lock == 1


def test_scrolling_is_kept_for_each_area_and_never_negative() -> None:
    state = after(fresh(), ScrollTo("rail", 40), ScrollTo("help", 7), ScrollTo("rail", -3))
    assert (state.interface.scrolled("rail"), state.interface.scrolled("help")) == (0, 7)
    assert state.interface.scrolled("never") == 0


def test_lists_sheets_and_the_rail_open_and_close() -> None:
    popup = after(fresh(), OpenPopup("speed"), HighlightItem(3))
    assert (popup.interface.popup, popup.interface.highlighted) == ("speed", 3)
    sheet = after(popup, OpenSheet("help"))
    assert (sheet.interface.popup, sheet.interface.sheet) == (None, "help")
    assert after(sheet, CloseSheet()).interface.sheet is None
    assert after(popup, ClosePopup()).interface.popup is None
    assert after(fresh(), ToggleRail()).interface.rail_open
    assert after(fresh(), ToggleReducedMotion()).settings.reduced_motion


def test_escape_leaves_the_innermost_thing_first() -> None:
    state = after(
        fresh(),
        FullScreenChanged(on=True),
        Focus("image"),
        PlaceCursor(Cell(IMAGE, 0, 0)),
        OpenSheet("help"),
        OpenPopup("speed"),
        ToggleRail(),
        ToggleSpotlight(),
        ToggleCoverage(),
    )
    state = after(state, Complain("toasts never take it"))
    entry = after(fresh(), OpenEntry(Control("seed"))).interface.entry
    state = state.changed(interface=state.interface.changed(entry=entry))  # no hand can have all open at once
    left = []
    while (layer := escapes(state)) not in (None, "full screen"):
        left.append(layer)
        state = after(state, Escape())
    assert left == ["entry", "popup", "sheet", "drawer", "focus", "spotlight", "coverage"]
    assert (state.interface.cursor, state.interface.focus, escapes(state)) == (None, None, "full screen")
    assert sentences(state) == ["toasts never take it"]
    assert escapes(after(state, FullScreenChanged(on=False))) is None


def test_a_toast_stays_until_ten_seconds_after_the_next_input() -> None:
    state = after(fresh(), Complain("no"), Tick(60), Hover(None, (1, 1)), Tick(60))
    assert sentences(state) == ["no"]
    noticed = after(state, StepForward(), Tick(9.5))
    assert sentences(noticed) == ["no"]
    assert sentences(after(noticed, StepForward(), Tick(0.6))) == []


def test_each_toast_has_its_own_ten_seconds() -> None:
    first = after(fresh(), Complain("a"), StepForward(), Tick(6))
    both = after(first, Complain("b"), StepForward(), Tick(5))
    assert sentences(both) == ["b"]


def test_effects_are_inputs_for_a_toast_too() -> None:
    assert sentences(after(fresh(), Complain("no"), FocusNext(), Tick(10))) == []


def test_at_most_three_toasts_are_shown_and_the_same_one_once() -> None:
    state = after(fresh(), *(Complain(text) for text in ("a", "b", "c", "b", "d")))
    assert sentences(state) == ["c", "b", "d"]
    numbers = [toast.number for toast in state.interface.toasts]
    assert numbers == [3, 4, 5]
    assert sentences(after(fresh(), Complain("a"), Complain("b"), Complain("a"))) == ["b", "a"]
    assert sentences(after(state, DismissToast(4))) == ["c", "d"]


def test_an_announcement_is_no_warning() -> None:
    (toast,) = after(fresh(), Announce("Saved")).interface.toasts
    assert not toast.warning


def test_after_saving_the_path_is_known() -> None:
    assert after(fresh(), Saved("a.json")).path == "a.json"


def test_nothing_of_the_window_is_an_undo_entry() -> None:
    state = after(fresh(), NextTheme(), SetBrush(0.2), ToggleLink("stride"))
    assert (entries(state), state.scenario) == (1, startup())
    assert "stride" not in state.interface.linked
