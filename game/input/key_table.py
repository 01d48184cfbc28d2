"""The table of keys itself, and the keys kept for later; `bindings` is what others use.

A key is written "Ctrl+Shift+Z": modifiers, then the key's name of `event_types.KeyDown`, or a character that is typed.
Each row carries `words`, the name of its text. No key stands twice for one place; those for later do nothing.
"""

from __future__ import annotations

from ..value import Value
from . import effects
from . import interface_intents as interface
from . import layer_intents as layer
from . import learn_intents as learn
from . import mode_intents as mode
from . import scenario_intents as scenario
from . import stack_intents as stack
from . import tour_intents as tour
from . import vote_intents as vote
from . import walk_intents as walk
from . import window_intents as window
from .contexts import Where
from .intent import NAME, Intent


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

_SCROLLING = (
    Binding(Where.SHEET, ("Up",), effects.ScrollSheet(-LINE, by_line=True), "keys.scroll_up", repeats=True),
    Binding(Where.SHEET, ("Down",), effects.ScrollSheet(LINE, by_line=True), "keys.scroll_down", repeats=True),
    Binding(Where.SHEET, ("Page Up",), effects.ScrollSheet(-PAGE), "keys.page_up", repeats=True),
    Binding(Where.SHEET, ("Page Down",), effects.ScrollSheet(PAGE), "keys.page_down", repeats=True),
    Binding(Where.SHEET, ("Home",), effects.ScrollSheet(-ALL), "keys.scroll_start"),
    Binding(Where.SHEET, ("End",), effects.ScrollSheet(ALL), "keys.scroll_end"),
)
"""Rows of every sheet, the help among them."""

BINDINGS: tuple[Binding, ...] = (
    Binding(Where.ANYWHERE, ("Space",), walk.TogglePlay(), "keys.play"),
    Binding(Where.ANYWHERE, ("Right",), walk.StepForward(), "keys.step_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Left",), walk.StepBack(), "keys.step_back", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Right",), walk.PhaseForward(), "keys.phase_forward", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Left",), walk.PhaseBack(), "keys.phase_back", repeats=True),
    Binding(Where.ANYWHERE, ("Page Down",), walk.NextStop(), "keys.next_stop", repeats=True),
    Binding(Where.ANYWHERE, ("Page Up",), walk.PreviousStop(), "keys.previous_stop", repeats=True),
    Binding(Where.ANYWHERE, ("Shift+Page Down",), tour.NextTourStop(), "keys.next_tour_stop"),
    Binding(Where.ANYWHERE, ("Shift+Page Up",), tour.PreviousTourStop(), "keys.previous_tour_stop"),
    Binding(Where.ANYWHERE, ("Backspace",), tour.ShowStopAgain(), "keys.stop_again"),
    Binding(Where.ANYWHERE, ("Insert",), interface.ToggleRail(), "keys.rail"),
    Binding(Where.ANYWHERE, ("Home",), walk.ToStart(), "keys.to_start"),
    Binding(Where.ANYWHERE, ("End",), walk.ToEnd(), "keys.to_end"),
    Binding(Where.ANYWHERE, (";",), walk.GoToFilter(by=1), "keys.next_filter"),
    Binding(Where.ANYWHERE, (",",), walk.GoToFilter(by=-1), "keys.previous_filter"),
    Binding(Where.ANYWHERE, ("Ctrl+Page Down",), walk.BringChannel(by=1), "keys.next_channel"),
    Binding(Where.ANYWHERE, ("Ctrl+Page Up",), walk.BringChannel(by=-1), "keys.previous_channel"),
    Binding(Where.ANYWHERE, ("M",), walk.BringColour(), "keys.colour"),
    Binding(Where.ANYWHERE, ("Up",), walk.Faster(), "keys.faster"),
    Binding(Where.ANYWHERE, ("Down",), walk.Slower(), "keys.slower"),
    Binding(Where.ANYWHERE, ("L",), walk.ToggleLoop(), "keys.loop"),
    Binding(Where.ANYWHERE, ("R",), scenario.NewSeed(), "keys.new_seed"),
    Binding(Where.ANYWHERE, ("T",), window.NextTheme(), "keys.theme"),
    Binding(Where.ANYWHERE, ("C",), interface.ToggleCoverage(), "keys.coverage"),
    Binding(Where.ANYWHERE, ("H",), interface.NextMapLook(told=True), "keys.map_look"),
    Binding(Where.ANYWHERE, ("P",), mode.TogglePredict(), "keys.toggle_predict"),
    Binding(Where.ANYWHERE, ("D",), mode.ToggleCompare(), "keys.compare"),
    Binding(Where.ANYWHERE, ("Shift+D",), mode.FocusSide(), "keys.other_side"),
    Binding(Where.ANYWHERE, ("K",), learn.ToggleLearn(), "keys.learn"),
    Binding(Where.ANYWHERE, ("E",), interface.OpenSheet("digits"), "keys.digits"),
    Binding(Where.ANYWHERE, ("U",), layer.ToggleTrace(), "keys.trace"),
    Binding(Where.ANYWHERE, ("X",), interface.ToggleEraser(told=True), "keys.eraser"),
    Binding(Where.ANYWHERE, ("F", "F11", "Ctrl+Enter"), effects.ToggleFullScreen(), "keys.full_screen"),
    Binding(Where.ANYWHERE, ("F1", "?"), interface.OpenSheet("help"), "keys.help"),
    Binding(Where.ANYWHERE, ("F2",), interface.OpenEntry(NAME), "keys.rename"),
    Binding(Where.ANYWHERE, ("F5",), mode.TogglePresent(), "keys.present"),
    Binding(Where.ANYWHERE, ("B", "."), mode.Blank("black"), "keys.blank_black"),
    Binding(Where.ANYWHERE, ("W",), mode.Blank("white"), "keys.blank_white"),
    Binding(Where.ANYWHERE, ("S",), mode.ToggleSpotlight(), "keys.spotlight"),
    Binding(Where.ANYWHERE, ("N",), mode.TurnLens(), "keys.turn_lens"),
    Binding(Where.ANYWHERE, ("Shift+N",), window.ShowNotes(), "keys.notes"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+N",), window.RestartClock(), "keys.restart_clock"),
    Binding(Where.ANYWHERE, ("V",), stack.ToggleStack(), "keys.stack"),
    Binding(Where.ANYWHERE, ("Shift+V",), interface.ShowSpread(), "keys.spread"),
    Binding(Where.ANYWHERE, ("Ctrl+Left",), stack.Orbit(-TURN, 0.0), "keys.turn_left", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Right",), stack.Orbit(TURN, 0.0), "keys.turn_right", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Up",), stack.Orbit(0.0, TURN), "keys.tilt_up", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Down",), stack.Orbit(0.0, -TURN), "keys.tilt_down", repeats=True),
    Binding(Where.ANYWHERE, ("+", "="), stack.Zoom(NEARER), "keys.nearer", repeats=True),
    Binding(Where.ANYWHERE, ("-",), stack.Zoom(1 / NEARER), "keys.farther", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Left",), stack.Pan(-AWAY, 0.0), "keys.pan_left", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Right",), stack.Pan(AWAY, 0.0), "keys.pan_right", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Up",), stack.Pan(0.0, -AWAY), "keys.pan_up", repeats=True),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Down",), stack.Pan(0.0, AWAY), "keys.pan_down", repeats=True),
    Binding(Where.ANYWHERE, ("0",), stack.ComeHome(), "keys.home"),
    Binding(Where.ANYWHERE, ("O",), stack.ToggleTurning(), "keys.turning"),
    Binding(Where.ANYWHERE, ("Tab",), effects.FocusNext(), "keys.focus_next"),
    Binding(Where.ANYWHERE, ("Shift+Tab",), effects.FocusPrevious(), "keys.focus_previous"),
    Binding(Where.ANYWHERE, ("Enter",), effects.Activate(), "keys.activate"),
    Binding(Where.ANYWHERE, ("Escape",), interface.Escape(), "keys.escape"),
    Binding(Where.ANYWHERE, ("Ctrl++",), window.ScaleBy(1), "keys.larger"),
    Binding(Where.ANYWHERE, ("Ctrl+-",), window.ScaleBy(-1), "keys.smaller"),
    Binding(Where.ANYWHERE, ("Ctrl+0",), window.SetScale(100), "keys.scale_reset"),
    Binding(Where.ANYWHERE, ("Ctrl+Z",), scenario.Undo(), "keys.undo"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+Z", "Ctrl+Y"), scenario.Redo(), "keys.redo"),
    Binding(Where.ANYWHERE, ("Ctrl+C",), effects.Copy(), "keys.copy"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+C",), interface.OpenPopup("copy as"), "keys.copy_as"),
    Binding(Where.ANYWHERE, ("Ctrl+V",), effects.Paste(), "keys.paste"),
    Binding(Where.ANYWHERE, ("Ctrl+S",), effects.Save(), "keys.save"),
    Binding(Where.ANYWHERE, ("Ctrl+Shift+S",), effects.SaveAs(), "keys.save_as"),
    Binding(Where.ANYWHERE, ("Ctrl+E",), effects.OpenShare(), "keys.share"),
    Binding(Where.ANYWHERE, ("Ctrl+O",), effects.OpenFile(), "keys.open"),
    Binding(Where.ANYWHERE, ("G",), effects.OpenGallery(), "keys.gallery"),
    Binding(Where.ANYWHERE, ("Q",), vote.AskVote(), "keys.ask_vote"),
    Binding(Where.VOTE, ("Up", "Shift+Tab"), vote.StepAnswer(-1), "keys.vote_up", repeats=True),
    Binding(Where.VOTE, ("Down", "Tab"), vote.StepAnswer(1), "keys.vote_down", repeats=True),
    Binding(Where.VOTE, DIGITS, vote.CountDigit(), "keys.vote_digit"),
    Binding(Where.VOTE, ("Backspace",), vote.TakeDigit(), "keys.vote_take"),
    Binding(Where.VOTE, ("+", "="), vote.CountHands(1), "keys.vote_more", repeats=True),
    Binding(Where.VOTE, ("-",), vote.CountHands(-1), "keys.vote_fewer", repeats=True),
    Binding(Where.VOTE, ("Enter",), vote.NextAnswer(), "keys.vote_next"),
    Binding(Where.VOTE, ("Page Down",), vote.GoOnVoting(), "keys.vote_on"),
    Binding(Where.VOTE, ("V", "Page Up"), vote.VoteAgain(), "keys.vote_again"),
    Binding(Where.PREDICT, (*DIGITS, "-"), mode.AnswerKey(), "keys.answer"),
    Binding(Where.PREDICT, ("Enter",), mode.CheckAnswer(), "keys.check"),
    Binding(Where.CELL, ("Left",), interface.MoveCursor(0, -1), "keys.cursor_left", repeats=True),
    Binding(Where.CELL, ("Right",), interface.MoveCursor(0, 1), "keys.cursor_right", repeats=True),
    Binding(Where.CELL, ("Up",), interface.MoveCursor(-1, 0), "keys.cursor_up", repeats=True),
    Binding(Where.CELL, ("Down",), interface.MoveCursor(1, 0), "keys.cursor_down", repeats=True),
    Binding(Where.CELL, (*DIGITS, "-", "Enter"), interface.OpenEntry(None), "keys.open_number"),
    Binding(Where.CELL, ("X",), scenario.PaintCursor(), "keys.paint"),
    Binding(Where.CELL, ("Delete",), scenario.ClearCursor(), "keys.clear_cell"),
    Binding(Where.CELL, ("I",), interface.PickUp(None), "keys.pick_up"),
    Binding(Where.CELL, ("Escape",), interface.Escape(), "keys.leave_cell"),
    Binding(Where.ENTRY, ("Enter", "Tab"), interface.AcceptEntry(), "keys.accept"),
    Binding(Where.ENTRY, ("Escape",), interface.CancelEntry(), "keys.cancel"),
    Binding(Where.ENTRY, ("Left",), interface.EntryKey("left"), "keys.caret_left", repeats=True),
    Binding(Where.ENTRY, ("Right",), interface.EntryKey("right"), "keys.caret_right", repeats=True),
    Binding(Where.ENTRY, ("Home",), interface.EntryKey("home"), "keys.caret_home"),
    Binding(Where.ENTRY, ("End",), interface.EntryKey("end"), "keys.caret_end"),
    Binding(Where.ENTRY, ("Backspace",), interface.EntryKey("backspace"), "keys.backspace", repeats=True),
    Binding(Where.ENTRY, ("Delete",), interface.EntryKey("delete"), "keys.delete", repeats=True),
    Binding(Where.ENTRY, ("Ctrl+A",), interface.EntryKey("all"), "keys.choose_all"),
    Binding(Where.ENTRY, ("Ctrl+V",), effects.Paste(), "keys.paste_text"),
    Binding(Where.LIST, ("Up",), effects.MoveInList(-1), "keys.list_up", repeats=True),
    Binding(Where.LIST, ("Down",), effects.MoveInList(1), "keys.list_down", repeats=True),
    Binding(Where.LIST, ("Home",), effects.MoveInList(-ENDS), "keys.list_first"),
    Binding(Where.LIST, ("End",), effects.MoveInList(ENDS), "keys.list_last"),
    Binding(Where.LIST, ("Enter",), effects.TakeItem(), "keys.list_take"),
    Binding(Where.LIST, ("Space",), effects.TakeItem(while_typing=False), "keys.list_space"),
    *_SCROLLING,
    *(row.changed(where=Where.MAP) for row in _SCROLLING[:2]),  # the other keys that scroll belong to the walk there
    *(row.changed(where=Where.HELP) for row in _SCROLLING),
    Binding(Where.HELP, ("Backspace",), interface.DeleteFilter(), "keys.delete_filter", repeats=True),
    Binding(Where.HELP, ("Ctrl+A",), interface.ChooseFilter(), "keys.choose_all"),
    Binding(Where.GALLERY, ("Up",), effects.MoveInGallery(down=-1), "keys.gallery_up", repeats=True),
    Binding(Where.GALLERY, ("Down",), effects.MoveInGallery(down=1), "keys.gallery_down", repeats=True),
    Binding(Where.GALLERY, ("Left",), effects.MoveInGallery(right=-1), "keys.gallery_left", repeats=True),
    Binding(Where.GALLERY, ("Right",), effects.MoveInGallery(right=1), "keys.gallery_right", repeats=True),
    Binding(Where.GALLERY, ("Page Up",), effects.MoveInGallery(pages=-1), "keys.page_up", repeats=True),
    Binding(Where.GALLERY, ("Page Down",), effects.MoveInGallery(pages=1), "keys.page_down", repeats=True),
    Binding(Where.GALLERY, ("Home",), effects.MoveInGallery(ends=-1), "keys.gallery_first"),
    Binding(Where.GALLERY, ("End",), effects.MoveInGallery(ends=1), "keys.gallery_last"),
    Binding(Where.GALLERY, ("Backspace",), interface.DeleteFilter(), "keys.delete_filter", repeats=True),
    Binding(Where.GALLERY, ("Ctrl+A",), interface.ChooseFilter(), "keys.choose_all"),
    *(row.changed(where=Where.VOTES) for row in (*_SCROLLING[:2], *_SCROLLING[4:])),
    Binding(Where.VOTES, ("Escape", "Page Up", "Page Down"), interface.CloseSheet(), "keys.votes_close"),
    Binding(Where.LEAVING, ("Left", "Up"), effects.FocusPrevious(), "keys.focus_previous"),
    Binding(Where.LEAVING, ("Right", "Down"), effects.FocusNext(), "keys.focus_next"),
    Binding(Where.LEAVING, ("Escape", "Page Up", "Page Down"), interface.CloseSheet(), "keys.stay"),
    Binding(Where.NUMBERS, ("Up",), effects.FocusPrevious(), "keys.previous_answer", repeats=True),
    Binding(Where.NUMBERS, ("Down",), effects.FocusNext(), "keys.next_answer", repeats=True),
    *(row.changed(where=Where.NUMBERS) for row in _SCROLLING[2:]),
    Binding(Where.SHARE, ("Up",), effects.FocusPrevious(), "keys.share_up", repeats=True),
    Binding(Where.SHARE, ("Down",), effects.FocusNext(), "keys.share_down", repeats=True),
    *(row.changed(where=Where.SHARE) for row in _SCROLLING[2:]),
    Binding(Where.BLANK, ("Escape",), interface.Escape(), "keys.blank_escape"),
    Binding(Where.BLANK, ("F5",), mode.StartPresent(), "keys.blank_present"),
)
