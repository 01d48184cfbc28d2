"""The table of keys itself, and the keys kept for later; `bindings` is what others use.

A key is written "Ctrl+Shift+Z": modifiers, then the key's name of `event_types.KeyDown`, or a character that is typed.
Each row carries `words`, the name of its text. No key stands twice for one place; those for later do nothing.
"""

from __future__ import annotations

from enum import Enum

from ..value import Value
from .intents import (
    AcceptEntry,
    Activate,
    AnswerKey,
    Blank,
    CancelEntry,
    CheckAnswer,
    ClearCursor,
    ComeHome,
    Copy,
    EntryKey,
    Escape,
    Faster,
    FocusNext,
    FocusPrevious,
    FocusSide,
    Intent,
    MoveCursor,
    NewSeed,
    NextStop,
    NextTheme,
    OpenEntry,
    OpenFile,
    OpenSheet,
    Orbit,
    PaintCursor,
    Pan,
    Paste,
    PhaseBack,
    PhaseForward,
    PickUp,
    PreviousStop,
    Redo,
    Save,
    SaveAs,
    ScaleBy,
    SetScale,
    Slower,
    StartPresent,
    StepBack,
    StepForward,
    ToEnd,
    ToggleCompare,
    ToggleCoverage,
    ToggleFullScreen,
    ToggleLoop,
    TogglePlay,
    TogglePredict,
    ToggleSpotlight,
    ToggleStack,
    ToggleTurning,
    ToStart,
    TurnLens,
    Undo,
    Zoom,
)
from .targets import NAME


class Where(Enum):
    """What has the keys: a number entry, the cell cursor, an open question of Predict, or nothing of these.

    The value names its heading's text.
    """

    ANYWHERE = "keys.anywhere"
    PREDICT = "keys.predict"
    CELL = "keys.cell"
    ENTRY = "keys.entry"


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

BINDINGS: tuple[Binding, ...] = (
    Binding(Where.ANYWHERE, ("Space",), TogglePlay(), "keys.play"),
    Binding(Where.ANYWHERE, ("Right",), StepForward(), "keys.step_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Left",), StepBack(), "keys.step_back", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Right",), PhaseForward(), "keys.phase_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Left",), PhaseBack(), "keys.phase_back", repeats=True),
    Binding(Where.ANYWHERE, ("Page Down",), NextStop(), "keys.next_stop", repeats=True),
    Binding(Where.ANYWHERE, ("Page Up",), PreviousStop(), "keys.previous_stop", repeats=True),
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
    Binding(Where.ANYWHERE, ("F", "F11"), ToggleFullScreen(), "keys.full_screen"),
    Binding(Where.ANYWHERE, ("F1", "?"), OpenSheet("help"), "keys.help"),
    Binding(Where.ANYWHERE, ("F2",), OpenEntry(NAME), "keys.rename"),
    Binding(Where.ANYWHERE, ("F5",), StartPresent(), "keys.present"),
    Binding(Where.ANYWHERE, ("B", "."), Blank("black"), "keys.blank_black"),
    Binding(Where.ANYWHERE, ("W",), Blank("white"), "keys.blank_white"),
    Binding(Where.ANYWHERE, ("S",), ToggleSpotlight(), "keys.spotlight"),
    Binding(Where.ANYWHERE, ("N",), TurnLens(), "keys.turn_lens"),
    Binding(Where.ANYWHERE, ("V",), ToggleStack(), "keys.stack"),
    Binding(Where.ANYWHERE, ("Ctrl+Left",), Orbit(-TURN, 0.0), "keys.turn_left", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Right",), Orbit(TURN, 0.0), "keys.turn_right", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Up",), Orbit(0.0, TURN), "keys.tilt_up", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Down",), Orbit(0.0, -TURN), "keys.tilt_down", repeats=True),
    Binding(Where.ANYWHERE, ("+", "="), Zoom(NEARER), "keys.nearer"),
    Binding(Where.ANYWHERE, ("-",), Zoom(1 / NEARER), "keys.farther"),
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
)

RESERVED: tuple[str, ...] = ()
"""Keys kept for later: none now."""
