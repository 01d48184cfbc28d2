"""The table of keys: it is whole, has nothing twice, and does what the design's table says."""

from __future__ import annotations

from collections import Counter

import pygame
import pytest

from game.input.bindings import CONTROL_ROWS, POINTER_ROWS, find, labels_of, rows, shortcut_of
from game.input.contexts import Where
from game.input.effects import (
    Activate,
    Copy,
    FocusNext,
    FocusPrevious,
    OpenFile,
    OpenGallery,
    OpenShare,
    Paste,
    Save,
    SaveAs,
    StopShare,
    ToggleFullScreen,
)
from game.input.event_types import KeyDown, TextTyped
from game.input.events import normalise
from game.input.intent import NAME, Intent
from game.input.interface_intents import (
    AcceptEntry,
    CancelEntry,
    EntryKey,
    EntryText,
    Escape,
    MoveCursor,
    NextMapLook,
    OpenEntry,
    OpenPopup,
    OpenSheet,
    PickUp,
    ShowSpread,
    ToggleCoverage,
    ToggleEraser,
    ToggleRail,
)
from game.input.key_table import BINDINGS
from game.input.layer_intents import ToggleTrace
from game.input.learn_intents import ToggleLearn
from game.input.mode_intents import (
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
from game.input.scenario_intents import ClearCursor, NewSeed, PaintCursor, Redo, Undo
from game.input.stack_intents import ComeHome, Orbit, Pan, ToggleStack, ToggleTurning, Zoom
from game.input.tour_intents import NextTourStop, PreviousTourStop, ShowStopAgain
from game.input.vote_intents import AskVote
from game.input.walk_intents import (
    BringChannel,
    BringColour,
    Faster,
    GoToFilter,
    NextStop,
    Pause,
    PhaseBack,
    PhaseForward,
    Play,
    PreviousStop,
    Slower,
    StepBack,
    StepForward,
    ToEnd,
    ToggleLoop,
    TogglePlay,
    ToStart,
)
from game.input.window_intents import NextTheme, RestartClock, ScaleBy, SetScale, ShowNotes
from game.value import Value
from game.words.key_texts import KEY_TEXTS

from .kinds import kinds
from .reserved import RESERVED


def test_no_key_stands_twice_for_one_place() -> None:
    counted = Counter((binding.where, key) for binding in BINDINGS for key in binding.keys)
    assert [key for key, count in counted.items() if count > 1] == []


def test_no_shortcut_of_letters_with_ctrl_or_shift_means_two_things_on_macos() -> None:
    # Cmd is Ctrl there, and nothing else changes, so the labels must stay apart too.
    labels = Counter((b.where, label) for b in BINDINGS for label in labels_of(b, mac=True))
    assert max(labels.values()) == 1


def test_every_row_has_its_text_and_every_text_its_row() -> None:
    used = {binding.words for binding in BINDINGS} | {where.value for where in Where}
    used |= {name for row in (*POINTER_ROWS, *CONTROL_ROWS) for name in (row, f"{row}_does")}
    assert used | {"keys.pointer", "keys.controls", "keys.words"} == set(KEY_TEXTS)
    assert all(KEY_TEXTS.values())


def test_every_intent_in_the_table_belongs_to_the_closed_set() -> None:
    assert {type(binding.intent) for binding in BINDINGS} <= set(kinds())


EVERYWHERE = {
    "C": ToggleCoverage(),
    "G": OpenGallery(),
    "Q": AskVote(),
    "Ctrl+E": OpenShare(),
    "H": NextMapLook(told=True),
    "Shift+V": ShowSpread(),
    "Shift+N": ShowNotes(),
    "Ctrl+Shift+N": RestartClock(),
    "X": ToggleEraser(told=True),
    "K": ToggleLearn(),
    "U": ToggleTrace(),
    "Space": TogglePlay(),
    "Right": StepForward(),
    "Left": StepBack(),
    "Shift+Right": PhaseForward(),
    "Shift+Left": PhaseBack(),
    "Up": Faster(),
    "Down": Slower(),
    "Home": ToStart(),
    "End": ToEnd(),
    "Page Down": NextStop(),
    "Page Up": PreviousStop(),
    "Shift+Page Down": NextTourStop(),
    "Shift+Page Up": PreviousTourStop(),
    "Backspace": ShowStopAgain(),
    "Insert": ToggleRail(),
    "Ctrl+Page Down": BringChannel(by=1),
    "Ctrl+Page Up": BringChannel(by=-1),
    "M": BringColour(),
    "Enter": Activate(),
    "Tab": FocusNext(),
    "Shift+Tab": FocusPrevious(),
    "Escape": Escape(),
    "T": NextTheme(),
    "L": ToggleLoop(),
    "R": NewSeed(),
    "P": TogglePredict(),
    "D": ToggleCompare(),
    "Shift+D": FocusSide(),
    "F": ToggleFullScreen(),
    "F11": ToggleFullScreen(),
    "Ctrl+Enter": ToggleFullScreen(),
    "F1": OpenSheet("help"),
    "E": OpenSheet("digits"),
    "Ctrl++": ScaleBy(1),
    "Ctrl+-": ScaleBy(-1),
    "Ctrl+0": SetScale(100),
    "Ctrl+Z": Undo(),
    "Ctrl+Shift+Z": Redo(),
    "Ctrl+Y": Redo(),
    "Ctrl+C": Copy(),
    "Ctrl+Shift+C": OpenPopup("copy as"),
    "Ctrl+V": Paste(),
    "Ctrl+S": Save(),
    "Ctrl+Shift+S": SaveAs(),
    "Ctrl+O": OpenFile(),
    "F2": OpenEntry(NAME),
    "F5": TogglePresent(),
    "B": Blank("black"),
    "W": Blank("white"),
    "S": ToggleSpotlight(),
    "N": TurnLens(),
    "V": ToggleStack(),
    "O": ToggleTurning(),
    "Ctrl+Left": Orbit(-5.0, 0.0),
    "Ctrl+Right": Orbit(5.0, 0.0),
    "Ctrl+Up": Orbit(0.0, 5.0),
    "Ctrl+Down": Orbit(0.0, -5.0),
    "Ctrl+Shift+Left": Pan(-0.05, 0.0),
    "Ctrl+Shift+Right": Pan(0.05, 0.0),
    "Ctrl+Shift+Up": Pan(0.0, -0.05),
    "Ctrl+Shift+Down": Pan(0.0, 0.05),
}


def pressed(chord: str, repeat: bool = False) -> KeyDown:
    control, rest = chord.startswith("Ctrl+"), chord.removeprefix("Ctrl+")
    return KeyDown(rest.removeprefix("Shift+"), rest.startswith("Shift+"), control, repeat)


@pytest.mark.parametrize("chord", EVERYWHERE)
def test_everywhere_the_keys_do_what_the_design_says(chord: str) -> None:
    assert find(Where.ANYWHERE, pressed(chord)) == EVERYWHERE[chord]


def test_the_design_has_all_keys_that_act_everywhere() -> None:
    in_table = {key for binding in BINDINGS if binding.where is Where.ANYWHERE for key in binding.keys}
    assert in_table == {*EVERYWHERE, "?", ".", "+", "=", "-", "0", ",", ";"}
    assert find(Where.ANYWHERE, TextTyped(";")) == GoToFilter(by=1)
    assert find(Where.ANYWHERE, TextTyped(",")) == GoToFilter(by=-1)
    assert find(Where.ANYWHERE, TextTyped(".")) == Blank("black")
    assert find(Where.ANYWHERE, TextTyped("?")) == OpenSheet("help")
    assert find(Where.ANYWHERE, TextTyped("+")) == find(Where.ANYWHERE, TextTyped("=")) == Zoom(1.2)
    assert find(Where.ANYWHERE, TextTyped("-")) == Zoom(1 / 1.2)
    assert find(Where.ANYWHERE, TextTyped("0")) == ComeHome()


def test_with_the_cursor_in_a_cell_arrows_move_it_and_characters_open_the_number() -> None:
    assert find(Where.CELL, pressed("Left")) == MoveCursor(0, -1)
    assert find(Where.CELL, pressed("Right")) == MoveCursor(0, 1)
    assert find(Where.CELL, pressed("Up")) == MoveCursor(-1, 0)
    assert find(Where.CELL, pressed("Down")) == MoveCursor(1, 0)
    assert find(Where.CELL, TextTyped("7")) == OpenEntry(None, "7")
    assert find(Where.CELL, TextTyped("-")) == OpenEntry(None, "-")
    assert find(Where.CELL, pressed("Enter")) == OpenEntry(None)
    assert find(Where.CELL, pressed("X")) == PaintCursor()
    assert find(Where.CELL, pressed("Delete")) == ClearCursor()
    assert find(Where.CELL, pressed("I")) == PickUp(None)
    assert find(Where.CELL, pressed("Escape")) == Escape()


def test_with_the_cursor_in_a_cell_other_keys_act_as_everywhere() -> None:
    assert find(Where.CELL, pressed("Space")) == TogglePlay()
    assert find(Where.CELL, pressed("Ctrl+Z")) == Undo()
    assert find(Where.CELL, TextTyped("?")) == OpenSheet("help")
    eraser = find(Where.ANYWHERE, pressed("X"))
    assert eraser == ToggleEraser(told=True)
    assert eraser != ToggleEraser(), "a button shows by itself that it is on"
    assert find(Where.ANYWHERE, TextTyped("7")) is None


def test_an_open_entry_takes_all_characters() -> None:
    for character in ("7", "-", ".", ",", "?", "t", "я", " ", "ż"):
        assert find(Where.ENTRY, TextTyped(character)) == EntryText(character)
    for chord in ("Space", "T", "L", "X", "Up", "Shift+Right", "Ctrl+Z", "Ctrl+S", "Ctrl+0", "Shift+Tab"):
        assert find(Where.ENTRY, pressed(chord)) is None
    assert find(Where.ENTRY, pressed("Enter")) == AcceptEntry()
    assert find(Where.ENTRY, pressed("Escape")) == CancelEntry()
    assert find(Where.ENTRY, pressed("Backspace")) == EntryKey("backspace")


def test_past_an_open_entry_reach_only_f_keys_and_page_keys() -> None:
    assert find(Where.ENTRY, pressed("F1")) == OpenSheet("help")
    assert find(Where.ENTRY, pressed("F11")) == ToggleFullScreen()
    assert find(Where.ENTRY, pressed("Page Down")) == NextStop()
    assert find(Where.ENTRY, pressed("Page Up")) == PreviousStop()
    assert find(Where.ENTRY, pressed("F")) is None


def test_keys_kept_for_later_do_nothing() -> None:
    assert set(RESERVED) == set()
    for key in RESERVED:
        for where in (Where.ANYWHERE, Where.CELL, Where.PREDICT, Where.SHEET, Where.LEAVING):
            assert find(where, pressed(key)) is None
            assert find(where, TextTyped(key.lower())) is None


def test_letters_act_as_keys_and_not_a_second_time_as_text() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ":
        assert find(Where.ANYWHERE, TextTyped(letter)) is None
        assert find(Where.CELL, TextTyped(letter)) is None


def test_a_held_key_repeats_only_steps_and_cursors() -> None:
    def repeats(where: Where) -> set[str]:
        keys = {key for binding in BINDINGS if binding.where is where for key in binding.keys}
        return {key for key in keys if find(where, pressed(key, repeat=True)) is not None}

    arrows = {"Left", "Right", "Up", "Down"}
    walk = {"Right", "Left", "Shift+Right", "Shift+Left", "Page Down", "Page Up"}
    camera = {f"{modifiers}{arrow}" for modifiers in ("Ctrl+", "Ctrl+Shift+") for arrow in arrows}
    assert repeats(Where.ANYWHERE) == walk | camera | {"+", "=", "-"}
    assert repeats(Where.CELL) == arrows
    assert repeats(Where.ENTRY) == {"Left", "Right", "Backspace", "Delete"}
    assert repeats(Where.LIST) == {"Up", "Down"}
    assert repeats(Where.SHEET) == {"Up", "Down", "Page Up", "Page Down"}
    assert repeats(Where.HELP) == {"Up", "Down", "Page Up", "Page Down", "Backspace"}
    assert repeats(Where.LEAVING) == repeats(Where.BLANK) == set()


def typed(key: int, scancode: int, mod: int = 0) -> Intent | None:
    event = normalise(pygame.Event(pygame.KEYDOWN, key=key, scancode=scancode, mod=mod, unicode=""), mac=False)
    return find(Where.ANYWHERE, event) if isinstance(event, KeyDown) else None


def test_on_a_polish_keyboard_altgr_and_z_do_not_undo_but_ctrl_and_z_do() -> None:
    z = (pygame.K_z, pygame.KSCAN_Z)
    assert typed(*z, pygame.KMOD_RALT) is None
    assert typed(*z, pygame.KMOD_RALT | pygame.KMOD_LCTRL) is None
    assert typed(*z, pygame.KMOD_LCTRL) == Undo()


def test_on_a_german_keyboard_undo_is_where_the_z_is() -> None:
    assert typed(pygame.K_z, pygame.KSCAN_Y, pygame.KMOD_LCTRL) == Undo()
    assert typed(pygame.K_y, pygame.KSCAN_Z, pygame.KMOD_LCTRL) == Redo()


def test_on_a_french_keyboard_undo_is_where_the_z_is() -> None:
    assert typed(pygame.K_z, pygame.KSCAN_W, pygame.KMOD_LCTRL) == Undo()
    assert typed(pygame.K_w, pygame.KSCAN_Z, pygame.KMOD_LCTRL) is None


def test_on_a_russian_keyboard_the_us_positions_count() -> None:
    assert typed(ord("я"), pygame.KSCAN_Z, pygame.KMOD_LCTRL) == Undo()
    assert typed(ord("е"), pygame.KSCAN_T) == NextTheme()
    assert typed(ord("щ"), pygame.KSCAN_O, pygame.KMOD_LCTRL) == OpenFile()


def test_tooltips_show_the_first_key() -> None:
    assert shortcut_of(Undo()) == "Ctrl+Z"
    assert shortcut_of(Undo, mac=True) == "Cmd+Z"
    assert shortcut_of(Redo) == "Ctrl+Shift+Z"
    assert shortcut_of(ScaleBy(1)) == "Ctrl++"
    assert shortcut_of(ScaleBy(-1)) == "Ctrl+−"
    assert shortcut_of(PhaseForward) == "Shift+→"
    assert shortcut_of(OpenEntry(None)) == "0 – 9"
    assert shortcut_of(StopShare) == ""
    assert shortcut_of(StartPresent()) == shortcut_of(TogglePresent()) == "F5"


def test_the_help_sheet_shows_every_row_once() -> None:
    shown = [binding for _, group in rows() for binding in group]
    assert sorted(shown, key=BINDINGS.index) == list(BINDINGS)
    assert [where for where, _ in rows()] == list(Where)


def test_intents_are_frozen() -> None:
    for kind in kinds():
        assert kind.__doc__
        assert issubclass(kind, Value)


def test_every_intent_is_of_a_family() -> None:
    own = [family for family in Intent.__subclasses__() if family.__module__.startswith("game.")]
    assert own
    assert all(family.__subclasses__() for family in own)


def test_intents_without_values_are_equal_within_their_kind_only() -> None:
    assert Play() == Play()
    assert Play() != Pause()
    assert len({Play(), Play(), Pause()}) == 2


def test_a_digit_or_a_sign_answers_an_open_question_and_enter_checks_it() -> None:
    for text in ("0", "1", "7", "-"):
        assert find(Where.PREDICT, TextTyped(text)) == AnswerKey(text)
    for text in ("1", "7"):
        assert find(Where.ANYWHERE, TextTyped(text)) is None
    assert find(Where.PREDICT, pressed("Enter")) == CheckAnswer()
    assert find(Where.PREDICT, pressed("Page Down")) == NextStop()


SIGNS = {
    # What typing a sign sends: the layout, the key's code, its US position, and the modifiers.
    "+": [
        ("US", pygame.K_EQUALS, pygame.KSCAN_EQUALS, pygame.KMOD_LSHIFT),
        ("German", pygame.K_PLUS, pygame.KSCAN_RIGHTBRACKET, 0),
        ("French", pygame.K_EQUALS, pygame.KSCAN_EQUALS, pygame.KMOD_LSHIFT),
        ("Polish", pygame.K_EQUALS, pygame.KSCAN_EQUALS, pygame.KMOD_LSHIFT),
        ("Russian", pygame.K_EQUALS, pygame.KSCAN_EQUALS, pygame.KMOD_LSHIFT),
        ("number pad", pygame.K_KP_PLUS, pygame.KSCAN_KP_PLUS, 0),
    ],
    "-": [
        ("US", pygame.K_MINUS, pygame.KSCAN_MINUS, 0),
        ("German", pygame.K_MINUS, pygame.KSCAN_SLASH, 0),
        ("French", pygame.K_MINUS, pygame.KSCAN_6, 0),
        ("Polish", pygame.K_MINUS, pygame.KSCAN_MINUS, 0),
        ("Russian", pygame.K_MINUS, pygame.KSCAN_MINUS, 0),
        ("number pad", pygame.K_KP_MINUS, pygame.KSCAN_KP_MINUS, 0),
    ],
    "0": [
        ("US", pygame.K_0, pygame.KSCAN_0, 0),
        ("German", pygame.K_0, pygame.KSCAN_0, 0),
        ("French", ord("à"), pygame.KSCAN_0, pygame.KMOD_LSHIFT),
        ("Polish", pygame.K_0, pygame.KSCAN_0, 0),
        ("Russian", pygame.K_0, pygame.KSCAN_0, 0),
        ("number pad", pygame.K_KP_0, pygame.KSCAN_KP_0, pygame.KMOD_NUM),
    ],
}
SIGN_INTENTS = {"+": Zoom(1.2), "-": Zoom(1 / 1.2), "0": ComeHome()}


@pytest.mark.parametrize(
    ("sign", "key", "scancode", "mod"),
    [pytest.param(sign, *sent[1:], id=f"{sign} {sent[0]}") for sign, all_sent in SIGNS.items() for sent in all_sent],
)
def test_the_camera_hears_each_sign_once_on_every_layout(sign: str, key: int, scancode: int, mod: int) -> None:
    sent = (
        pygame.Event(pygame.KEYDOWN, key=key, scancode=scancode, mod=mod, unicode=sign),
        pygame.Event(pygame.TEXTINPUT, text=sign),
    )
    events = [event for event in (normalise(event, mac=False) for event in sent) if event is not None]
    asked = [find(Where.ANYWHERE, event) for event in events if isinstance(event, KeyDown | TextTyped)]
    assert [intent for intent in asked if intent is not None] == [SIGN_INTENTS[sign]]


@pytest.mark.parametrize(
    ("layout", "key", "scancode"),
    [
        ("US", pygame.K_v, pygame.KSCAN_V),
        ("German", pygame.K_v, pygame.KSCAN_V),
        ("French", pygame.K_v, pygame.KSCAN_V),
        ("Polish", pygame.K_v, pygame.KSCAN_V),
        ("Russian", ord("м"), pygame.KSCAN_V),
    ],
)
def test_v_changes_the_view_on_every_layout_and_ctrl_v_still_pastes(layout: str, key: int, scancode: int) -> None:
    assert typed(key, scancode) == ToggleStack(), layout
    assert typed(key, scancode, pygame.KMOD_LCTRL) == Paste()


def test_ctrl_0_is_the_scale_and_0_the_camera() -> None:
    assert typed(pygame.K_0, pygame.KSCAN_0, pygame.KMOD_LCTRL) == SetScale(100)
    assert typed(pygame.K_0, pygame.KSCAN_0) is None
    assert find(Where.CELL, TextTyped("0")) == OpenEntry(None, "0")
