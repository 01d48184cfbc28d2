"""The table of keys itself, and the keys kept for later; `bindings` is what others use.

A key is written "Ctrl+Shift+Z": modifiers, then the key's name of `event_types.KeyDown`, or a character that is typed.
Each row carries `words`, the name of its text. No key stands twice for one place; those for later do nothing.
"""

from __future__ import annotations

from ..value import Value
from .contexts import Where
from .effects import (
    Activate,
    Copy,
    FocusNext,
    FocusPrevious,
    MoveInList,
    OpenFile,
    Paste,
    Save,
    SaveAs,
    ScrollSheet,
    TakeItem,
    ToggleFullScreen,
)
from .intent import NAME, Intent
from .interface_intents import (
    AcceptEntry,
    CancelEntry,
    CloseSheet,
    DeleteFilter,
    EntryKey,
    Escape,
    MoveCursor,
    OpenEntry,
    OpenSheet,
    PickUp,
    ToggleCoverage,
    ToggleEraser,
)
from .mode_intents import (
    AnswerKey,
    Blank,
    CheckAnswer,
    FocusSide,
    StartPresent,
    ToggleCompare,
    TogglePredict,
    TogglePresent,
    ToggleSpotlight,
    TurnLens,
)
from .scenario_intents import ClearCursor, NewSeed, PaintCursor, Redo, Undo
from .stack_intents import ComeHome, Orbit, Pan, ToggleStack, ToggleTurning, Zoom
from .tour_intents import NextTourStop, PreviousTourStop
from .walk_intents import (
    Faster,
    NextStop,
    PhaseBack,
    PhaseForward,
    PreviousStop,
    Slower,
    StepBack,
    StepForward,
    ToEnd,
    ToggleLoop,
    TogglePlay,
    ToStart,
)
from .window_intents import NextTheme, ScaleBy, SetScale


class Binding(Value):
    """A row of the table: where, which keys (each one does it), what they ask for, and the name of the row's text.

    repeats: a held key goes on firing. Only steps, sliders and cursors do that.
    """

    where: Where
    keys: tuple[str, ...]
    intent: Intent
    words: str
    repeats: bool = False


DIGITS = tuple("0123456789")

TURN, NEARER, AWAY = 5.0, 1.2, 0.05
"""What one stroke of a key does in the Stack view: degrees, times as large, heights of the stage."""

LINE, PAGE, ALL = 48.0, 320.0, 1e6
"""What one stroke of a key scrolls in a sheet, in units of text."""

ENDS = 1000
"""More items than any list has."""

BINDINGS: tuple[Binding, ...] = (
    Binding(Where.ANYWHERE, ("Space",), TogglePlay(), "keys.play"),
    Binding(Where.ANYWHERE, ("Right",), StepForward(), "keys.step_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Left",), StepBack(), "keys.step_back", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Right",), PhaseForward(), "keys.phase_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Left",), PhaseBack(), "keys.phase_back", repeats=True),
    Binding(Where.ANYWHERE, ("Page Down",), NextStop(), "keys.next_stop", repeats=True),
    Binding(Where.ANYWHERE, ("Page Up",), PreviousStop(), "keys.previous_stop", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Page Down",), NextTourStop(), "keys.next_tour_stop"),
    Binding(Where.ANYWHERE, ("Shift+Page Up",), PreviousTourStop(), "keys.previous_tour_stop"),
    Binding(Where.ANYWHERE, ("Home",), ToStart(), "keys.to_start"),
    Binding(Where.ANYWHERE, ("End",), ToEnd(), "keys.to_end"),
    Binding(Where.ANYWHERE, ("Up",), Faster(), "keys.faster"),
    Binding(Where.ANYWHERE, ("Down",), Slower(), "keys.slower"),
    Binding(Where.ANYWHERE, ("L",), ToggleLoop(), "keys.loop"),
    Binding(Where.ANYWHERE, ("R",), NewSeed(), "keys.new_seed"),
    Binding(Where.ANYWHERE, ("T",), NextTheme(), "keys.theme"),
    Binding(Where.ANYWHERE, ("C",), ToggleCoverage(), "keys.coverage"),
    Binding(Where.ANYWHERE, ("P",), TogglePredict(), "keys.toggle_predict"),
    Binding(Where.ANYWHERE, ("D",), ToggleCompare(), "keys.compare"),
    Binding(Where.ANYWHERE, ("Shift+D",), FocusSide(), "keys.other_side"),
    Binding(Where.ANYWHERE, ("X",), ToggleEraser(told=True), "keys.eraser"),
    Binding(Where.ANYWHERE, ("F", "F11", "Ctrl+Enter"), ToggleFullScreen(), "keys.full_screen"),
    Binding(Where.ANYWHERE, ("F1", "?"), OpenSheet("help"), "keys.help"),
    Binding(Where.ANYWHERE, ("F2",), OpenEntry(NAME), "keys.rename"),
    Binding(Where.ANYWHERE, ("F5",), TogglePresent(), "keys.present"),
    Binding(Where.ANYWHERE, ("B", "."), Blank("black"), "keys.blank_black"),
    Binding(Where.ANYWHERE, ("W",), Blank("white"), "keys.blank_white"),
    Binding(Where.ANYWHERE, ("S",), ToggleSpotlight(), "keys.spotlight"),
    Binding(Where.ANYWHERE, ("N",), TurnLens(), "keys.turn_lens"),
    Binding(Where.ANYWHERE, ("V",), ToggleStack(), "keys.stack"),
    Binding(Where.ANYWHERE, ("Ctrl+Left",), Orbit(-TURN, 0.0), "keys.turn_left", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Right",), Orbit(TURN, 0.0), "keys.turn_right", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Up",), Orbit(0.0, TURN), "keys.tilt_up", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Down",), Orbit(0.0, -TURN), "keys.tilt_down", repeats=True),
    Binding(Where.ANYWHERE, ("+", "="), Zoom(NEARER), "keys.nearer", repeats=True),
    Binding(Where.ANYWHERE, ("-",), Zoom(1 / NEARER), "keys.farther", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Left",), Pan(-AWAY, 0.0), "keys.pan_left", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Right",), Pan(AWAY, 0.0), "keys.pan_right", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Up",), Pan(0.0, -AWAY), "keys.pan_up", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Down",), Pan(0.0, AWAY), "keys.pan_down", repeats=True),
    Binding(Where.ANYWHERE, ("0",), ComeHome(), "keys.home"),
    Binding(Where.ANYWHERE, ("O",), ToggleTurning(), "keys.turning"),
    Binding(Where.ANYWHERE, ("Tab",), FocusNext(), "keys.focus_next"),
    Binding(Where.ANYWHERE, ("Shift+Tab",), FocusPrevious(), "keys.focus_previous"),
    Binding(Where.ANYWHERE, ("Enter",), Activate(), "keys.activate"),
    Binding(Where.ANYWHERE, ("Escape",), Escape(), "keys.escape"),
    Binding(Where.ANYWHERE, ("Ctrl++",), ScaleBy(1), "keys.larger"),
    Binding(Where.ANYWHERE, ("Ctrl+-",), ScaleBy(-1), "keys.smaller"),
    Binding(Where.ANYWHERE, ("Ctrl+0",), SetScale(100), "keys.scale_reset"),
    Binding(Where.ANYWHERE, ("Ctrl+Z",), Undo(), "keys.undo"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Z", "Ctrl+Y"), Redo(), "keys.redo"),
    Binding(Where.ANYWHERE, ("Ctrl+C",), Copy(), "keys.copy"),
    Binding(Where.ANYWHERE, ("Ctrl+V",), Paste(), "keys.paste"),
    Binding(Where.ANYWHERE, ("Ctrl+S",), Save(), "keys.save"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+S",), SaveAs(), "keys.save_as"),
    Binding(Where.ANYWHERE, ("Ctrl+O",), OpenFile(), "keys.open"),
    Binding(Where.PREDICT, (*DIGITS, "-"), AnswerKey(), "keys.answer"),
    Binding(Where.PREDICT, ("Enter",), CheckAnswer(), "keys.check"),
    Binding(Where.CELL, ("Left",), MoveCursor(0, -1), "keys.cursor_left", repeats=True),
    Binding(Where.CELL, ("Right",), MoveCursor(0, 1), "keys.cursor_right", repeats=True),
    Binding(Where.CELL, ("Up",), MoveCursor(-1, 0), "keys.cursor_up", repeats=True),
    Binding(Where.CELL, ("Down",), MoveCursor(1, 0), "keys.cursor_down", repeats=True),
    Binding(Where.CELL, (*DIGITS, "-", "Enter"), OpenEntry(None), "keys.open_number"),
    Binding(Where.CELL, ("X",), PaintCursor(), "keys.paint"),
    Binding(Where.CELL, ("Delete",), ClearCursor(), "keys.clear_cell"),
    Binding(Where.CELL, ("I",), PickUp(None), "keys.pick_up"),
    Binding(Where.CELL, ("Escape",), Escape(), "keys.leave_cell"),
    Binding(Where.ENTRY, ("Enter", "Tab"), AcceptEntry(), "keys.accept"),
    Binding(Where.ENTRY, ("Escape",), CancelEntry(), "keys.cancel"),
    Binding(Where.ENTRY, ("Left",), EntryKey("left"), "keys.caret_left", repeats=True),
    Binding(Where.ENTRY, ("Right",), EntryKey("right"), "keys.caret_right", repeats=True),
    Binding(Where.ENTRY, ("Home",), EntryKey("home"), "keys.caret_home"),
    Binding(Where.ENTRY, ("End",), EntryKey("end"), "keys.caret_end"),
    Binding(Where.ENTRY, ("Backspace",), EntryKey("backspace"), "keys.backspace", repeats=True),
    Binding(Where.ENTRY, ("Delete",), EntryKey("delete"), "keys.delete", repeats=True),
    Binding(Where.ENTRY, ("Ctrl+V",), Paste(), "keys.paste_text"),
    Binding(Where.LIST, ("Up",), MoveInList(-1), "keys.list_up", repeats=True),
    Binding(Where.LIST, ("Down",), MoveInList(1), "keys.list_down", repeats=True),
    Binding(Where.LIST, ("Home",), MoveInList(-ENDS), "keys.list_first"),
    Binding(Where.LIST, ("End",), MoveInList(ENDS), "keys.list_last"),
    Binding(Where.LIST, ("Enter",), TakeItem(), "keys.list_take"),
    Binding(Where.LIST, ("Space",), TakeItem(while_typing=False), "keys.list_space"),
    Binding(Where.SHEET, ("Up",), ScrollSheet(-LINE), "keys.scroll_up", repeats=True),
    Binding(Where.SHEET, ("Down",), ScrollSheet(LINE), "keys.scroll_down", repeats=True),
    Binding(Where.SHEET, ("Page Up",), ScrollSheet(-PAGE), "keys.page_up", repeats=True),
    Binding(Where.SHEET, ("Page Down",), ScrollSheet(PAGE), "keys.page_down", repeats=True),
    Binding(Where.SHEET, ("Home",), ScrollSheet(-ALL), "keys.scroll_start"),
    Binding(Where.SHEET, ("End",), ScrollSheet(ALL), "keys.scroll_end"),
    Binding(Where.HELP, ("Up",), ScrollSheet(-LINE), "keys.scroll_up", repeats=True),
    Binding(Where.HELP, ("Down",), ScrollSheet(LINE), "keys.scroll_down", repeats=True),
    Binding(Where.HELP, ("Page Up",), ScrollSheet(-PAGE), "keys.page_up", repeats=True),
    Binding(Where.HELP, ("Page Down",), ScrollSheet(PAGE), "keys.page_down", repeats=True),
    Binding(Where.HELP, ("Home",), ScrollSheet(-ALL), "keys.scroll_start"),
    Binding(Where.HELP, ("End",), ScrollSheet(ALL), "keys.scroll_end"),
    Binding(Where.HELP, ("Backspace",), DeleteFilter(), "keys.delete_filter", repeats=True),
    Binding(Where.LEAVING, ("Left", "Up"), FocusPrevious(), "keys.focus_previous"),
    Binding(Where.LEAVING, ("Right", "Down"), FocusNext(), "keys.focus_next"),
    Binding(Where.LEAVING, ("Escape", "Page Up", "Page Down"), CloseSheet(), "keys.stay"),
    Binding(Where.BLANK, ("Escape",), Escape(), "keys.blank_escape"),
    Binding(Where.BLANK, ("F5",), StartPresent(), "keys.blank_present"),
)
