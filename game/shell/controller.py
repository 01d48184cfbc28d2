"""Events to intents, intents to new states: all that happens between two pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from ..input import gestures
from ..input.effects import (
    Activate,
    Copy,
    Effect,
    FocusNext,
    FocusPrevious,
    OpenFile,
    OpenPath,
    OpenTour,
    Paste,
    Quit,
    Save,
    SaveAs,
    ToggleFullScreen,
)
from ..input.event_types import (
    CloseRequested,
    DroppedFile,
    Event,
    Fingers,
    FocusLost,
    KeyDown,
    PointerDown,
    PointerLeft,
    PointerMove,
    PointerUp,
    Resized,
    TextTyped,
    Wheel,
)
from ..input.intent import Intent
from ..input.interface_intents import Escape, Hover, OpenSheet
from ..input.window_intents import Complain, EndCallout, FullScreenChanged, Tick
from ..session.facts.around import name_of
from ..session.guide import points
from ..session.interface_intents import escapes
from ..session.reduce import reduce
from ..session.stack_intents import moves
from ..session.state import State, own_state
from ..session.toasts import pass_away
from ..view.frame import ShownFrame
from ..view.window import Window
from ..words.texts import text
from . import documents as files
from . import focus, keys, pointing
from .asking import Asking, asked
from .display import Display
from .documents import Documents
from .focus import drawer_gone, out_of_sight, tour_in_view
from .painter import Painter

NOTHING: tuple[Intent, ...] = ()

POINTER: dict[type[Event], Callable[..., tuple[pointing.Hands, tuple[Intent, ...]]]] = {
    PointerDown: pointing.press,
    PointerMove: pointing.move,
    PointerUp: pointing.release,
    Wheel: pointing.wheel,
    Fingers: pointing.pinch,
}
"""What hands do on the window."""


class Controller:
    """Holds the one state, and what is remembered of hands; everything else is worked out from these."""

    def __init__(self, state: State, display: Display, painter: Painter, documents: Documents, mac: bool) -> None:
        self.state = state
        self.ended = False
        self._display = display
        self._painter = painter
        self._documents = documents
        self._hands = pointing.Hands()
        self._press = keys.NOTHING_PRESSED
        self._asking = Asking()
        self._full_before = False  # whether the window was full screen before Present
        self._left_for_dialog = False  # whether it has left full screen until a dialog is answered
        self.mac = mac
        self._window = self.built()

    def frame(self) -> ShownFrame:
        """Return what the picture is made from now."""
        return self._painter.frame(self.state, self._hands.held, self._asking.answered(self.state.interface.now))

    def built(self) -> Window:
        """Build the window of this instant, and remember it for the events to come."""
        self._handled = False
        frame = self.frame()
        self._window = self._painter.window(frame, self._documents.offers)
        state, interface = self.state, self.state.interface
        followed = (state.tour or interface.focus or interface.cursor or interface.rail_open) and (
            tour_in_view(self.state, self._window)
            or out_of_sight(self.state, self._window, frame.layout.whole)
            or drawer_gone(self.state, frame.layout)
        )
        if followed:
            self.dispatch(followed)
            self._window = self._painter.window(self.frame(), self._documents.offers)
        self._display.entitle(text("title.of", name=name_of(own_state(self.state))))
        return self._window

    @property
    def window(self) -> Window:
        """The window that hands meet: as it was drawn last, built anew only when an event has been handled since.

        What can no longer be seen in it has lost the focus then: ask for the window before the state.
        """
        return self.built() if self._handled else self._window

    def pass_time(self, seconds: float, now: float) -> None:
        """Let time pass for the walk, the toasts, a resting finger and an open dialog."""
        held = self._hands.held is not None or self._hands.pointer.grab is not None
        self.dispatch((Tick(seconds, held),))
        if self._hands.pointer.grab is not None:
            scene = pointing.scene_of(self.state, self.window, self._hands)
            pointer, intents = gestures.tick(self._hands.pointer, now, scene)
            self._hands = self._hands.changed(pointer=pointer)
            self.dispatch(intents)
        if self._documents.dialog is not None:
            self.dispatch(self._documents.poll(self.state))
        if self._left_for_dialog and not self._documents.asking:
            self._left_for_dialog = False
            if not self.state.interface.full_screen:
                self._toggle_full_screen()

    @property
    def alive(self) -> bool:
        """Tell whether time changes anything: else nothing needs to be worked out until the next event."""
        state, interface = self.state, self.state.interface
        waits = self._asking.waits(interface.now)
        held = self._hands.pointer.grab is not None or state.nudge is not None
        marks = bool(interface.marks) or points(state)
        return (
            (state.playback.playing and not interface.blank)
            or waits
            or held
            or pass_away(interface)
            or marks
            or moves(state)
            or self._documents.asking
        )

    def handle(self, event: Event) -> None:
        """Let an event happen."""
        window = self.window
        if isinstance(event, (KeyDown, PointerDown, Wheel)) and self.state.interface.guide.callout_at is not None:
            self.dispatch((EndCallout(),))
        before = self.state.interface
        if isinstance(event, KeyDown):
            self._press, intents = keys.answer_key(self.state, window, event, self._press)
            self.dispatch(intents)
        elif isinstance(event, TextTyped):
            self._press, intents = keys.answer_text(self.state, window, event, self._press)
            self.dispatch(intents)
        elif isinstance(event, CloseRequested):
            self.ended = True
        elif isinstance(event, DroppedFile):
            self.dispatch((OpenPath(event.path),))
        else:
            self._handle_pointer(event, window)
        if isinstance(event, Resized):
            self._follow_full_screen()
        busy = self._hands.held is not None or self._hands.pointer.grab is not None
        self._asking = asked(self._asking, event, before, self.state, window, busy)
        if not busy and self._means_nothing(event):
            self.dispatch((Hover(None, self.state.interface.pointer),))
        self._handled = True

    def _means_nothing(self, event: Event) -> bool:
        """Tell whether the pointer points at nothing now: in a talk it has to move, and a key takes it back.

        Else what it happens to lie on would be ringed, and a class would take that for what is being made.
        """
        if not self.state.interface.presenting:
            return isinstance(event, Resized)
        rests = isinstance(event, PointerMove) and not self._asking.moved
        return rests or isinstance(event, (KeyDown, Resized))

    def _handle_pointer(self, event: Event, window: Window) -> None:
        hands, intents = self._hands, NOTHING
        if type(event) in POINTER:
            hands, intents = POINTER[type(event)](hands, event, self.state, window)
        elif isinstance(event, PointerLeft):
            hands, intents = pointing.left(hands, event)
        elif isinstance(event, FocusLost):
            self._press = keys.NOTHING_PRESSED
            hands, intents = pointing.let_go(hands, window)
        self._hands = hands
        self.dispatch(intents)

    def dispatch(self, intents: tuple[Intent, ...]) -> None:
        """Carry out intents one after another."""
        for intent in intents:
            before = self.state
            if isinstance(intent, Escape) and escapes(before) == "full screen":
                self._toggle_full_screen()
                continue
            self.state = reduce(before, intent)
            self._follow_present(before.interface.presenting)
            if isinstance(intent, Effect):
                self._carry_out(intent)

    def _carry_out(self, effect: Effect) -> None:
        """Do what reaches outside the state."""
        if isinstance(effect, ToggleFullScreen):
            self._toggle_full_screen()
        elif isinstance(effect, Quit):
            self.ended = True
        elif type(effect) in self.ANSWERS:
            self._leave_for_dialog(effect)
            self.dispatch(self.ANSWERS[type(effect)](self, effect))

    def _activate(self, _: Activate) -> tuple[Intent, ...]:
        widget = self.window.named(self.state.interface.focus)
        return NOTHING if widget is None else widget.activate()

    def _ask_what_to_open(self, _: OpenFile) -> tuple[Intent, ...]:
        if self._documents.asking_what_to_open:
            return self._documents.open(self.state, "")
        self._documents.offer(self.state)
        return (OpenSheet("open"),)

    ANSWERS: ClassVar[dict[type[Effect], Callable[[Any, Any], tuple[Intent, ...]]]] = {
        FocusNext: lambda self, _: focus.moved_focus(self.state, self.window, 1),
        FocusPrevious: lambda self, _: focus.moved_focus(self.state, self.window, -1),
        Activate: _activate,
        Save: lambda self, _: self._documents.save(self.state),
        SaveAs: lambda self, _: self._documents.save_as(self.state),
        OpenFile: _ask_what_to_open,
        OpenTour: lambda _, effect: files.tour(effect.path),
        OpenPath: lambda self, effect: self._documents.open(self.state, effect.path),
        Copy: lambda self, _: files.copy(self.state, self.window),
        Paste: lambda self, _: files.paste(self.state),
    }
    """The intents that come of an effect."""

    def _follow_present(self, before: bool) -> None:
        """Fill the screen when Present begins, and bring back what was before when it ends."""
        presenting = self.state.interface.presenting
        if presenting == before:
            return
        self._left_for_dialog = False
        if presenting:
            self._full_before = self.state.interface.full_screen
        if self.state.interface.full_screen != (presenting or self._full_before):
            self._toggle_full_screen()

    def _leave_for_dialog(self, effect: Effect) -> None:
        """Leave full screen on a Mac before a dialog opens: there it is a place of its own, without the dialog."""
        if self.mac and self.state.interface.full_screen and files.asks(effect, self.state):
            self._left_for_dialog = True
            self._toggle_full_screen()

    def _toggle_full_screen(self) -> None:
        self._display.toggle_full_screen()
        self._follow_full_screen()

    def _follow_full_screen(self) -> None:
        """Know whether the window is full screen, which the system can make it too."""
        if self._display.full_screen != self.state.interface.full_screen:
            self.state = reduce(self.state, FullScreenChanged(self._display.full_screen))

    def complain(self, sentence: str) -> None:
        """Show a sentence as a warning."""
        self.dispatch((Complain(sentence),))
