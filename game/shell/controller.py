"""Events to intents, intents to new states: all that happens between two pictures."""

from __future__ import annotations

from collections.abc import Callable

from ..input import effects, event_types, gestures
from ..input.event_types import Event, KeyDown, PointerDown, PointerMove, Resized, TextTyped, Wheel
from ..input.intent import Control, Intent
from ..input.interface_intents import Escape, Hover
from ..input.pointer import Answer, Pointer
from ..input.window_intents import Complain, EndCallout, FullScreenChanged, Tick
from ..session.facts.around import called
from ..session.guide import points
from ..session.interface import GALLERY
from ..session.interface_intents import escapes
from ..session.reduce import reduce
from ..session.stack_intents import moves
from ..session.state import State
from ..session.toasts import pass_away
from ..session.trace import lights
from ..view.frame import ShownFrame
from ..view.window import Window
from ..words.texts import text
from . import focus, keys, pointing
from .answering import ANSWERS, asks
from .asking import Asking, asked
from .display import Display
from .documents import Documents
from .painter import Painter

POINTER: dict[type[Event], Callable[..., Answer]] = {
    event_types.PointerDown: pointing.press,
    event_types.PointerMove: pointing.move,
    event_types.PointerUp: pointing.release,
    event_types.Wheel: pointing.wheel,
    event_types.Fingers: pointing.pinch,
}
"""What hands do on the window."""


OVER_ALL = ("entry", "popup", "sheet")
"""What Escape leaves before it stops a file that is being written."""


class Controller:
    """Holds the one state, and what is remembered of hands; everything else is worked out from these."""

    def __init__(self, state: State, display: Display, painter: Painter, documents: Documents, mac: bool) -> None:
        self.state = state
        self.ended = False
        self._display = display
        self._painter = painter
        self._documents = documents
        self._hands = Pointer()
        self._press = keys.Press()
        self._asking = Asking()
        self._full_before = False  # whether the window was full screen before Present
        self._left_for_dialog = False  # whether it has left full screen until a dialog is answered
        self.mac = mac
        self._stacked = False
        self._sections = state.settings.sections
        self._followed_in: Window | None = None  # the window before, from which it was worked out last what follows
        self._window = self.built()

    def frame(self) -> ShownFrame:
        """Return what the picture is made from now."""
        return self._painter.frame(self.state, self._hands.held, self._asking.answered(self.state.interface.now))

    def built(self) -> Window:
        """Build the window of this instant, and remember it for the events to come."""
        self._handled = False
        if self.state.interface.sheet == GALLERY:
            self._documents.show_lesson(self.state)
        self._window = self._painter.window(self.frame(), self._documents.offers)
        while followed := self._followed():  # each takes its own reason away: a tour that has been seen, a lost focus
            self.dispatch(followed)
            self._window = self._painter.window(self.frame(), self._documents.offers)
        self._display.entitle(text("title.of", name=called(self.state)))
        return self._window

    def _followed(self) -> tuple[Intent, ...]:
        """Return what follows from the window that has just been built: what is brought into view, or let go."""
        state, interface, window = self.state, self.state.interface, self._window
        comes, self._stacked = interface.stacked and not self._stacked, interface.stacked
        opened = [name for name in state.settings.sections if name not in self._sections]
        self._sections = state.settings.sections
        last, self._followed_in = self._followed_in, window
        hover = interface.hover.name if isinstance(interface.hover, Control) else None
        used = self._hands.held or interface.focus or hover
        if used and last is not None and (brought := focus.used_in_view(state, window, used, last)):
            return brought  # before it would lose the keys, as what is out of sight does
        followed = focus.stack_in_view(state, window) if comes else ()
        if len(opened) == 1:  # by its head: what a file or a tour opens is several, or none of the person's
            followed = focus.section_in_view(window, opened[0])
        if not (state.tour or interface.focus or interface.cursor or interface.rail_open):
            return followed
        return (
            focus.tour_in_view(state, window)
            or focus.out_of_sight(state, window)
            or focus.drawer_gone(state, window)
            or followed
        )

    @property
    def window(self) -> Window:
        """The window that hands meet: as it was drawn last, built anew only when an event has changed something since.

        What can no longer be seen in it has lost the focus then: ask for the window before the state.
        """
        return self.built() if self._handled else self._window

    @property
    def _busy(self) -> bool:
        """Tell whether a button or a finger holds something."""
        return self._hands.held is not None or self._hands.grab is not None

    @property
    def at_rest(self) -> bool:
        """Whether hands hold nothing, and have done nothing since the window was built."""
        return not (self._handled or self._busy)

    def ahead(self, state: State) -> Window:
        """Return the window of a state that is yet to come; the present one stays what hands meet."""
        return self._painter.window(self._painter.frame(state), self._documents.offers)

    @property
    def _awaits(self) -> bool:
        """Tell whether a dialog is open, a picture is being opened, or a small one of a file is being read."""
        found = self._documents
        return found.dialogs.opened is not None or found.pictures.reading is not None or bool(found.small.wanted)

    @property
    def _fills_gallery(self) -> bool:
        """Tell whether the open gallery waits for scenes that are to be read, or for small pictures."""
        return self.state.interface.sheet == GALLERY and self._documents.gallery_waits(self.state, self._window)

    @property
    def _plays_card(self) -> bool:
        """Tell whether a card of the open gallery plays its walk."""
        return self.state.interface.sheet == GALLERY and self._documents.card_plays(self.state, self._window)

    @property
    def _shares(self) -> bool:
        """Tell whether a file is being written, a little at a time."""
        sharing = self._documents.sharing
        return sharing is not None and sharing.going

    def pass_time(self, seconds: float, now: float) -> None:
        """Let time pass for the walk, the toasts, a resting finger, an open dialog and a picture that is opened."""
        self.dispatch((Tick(seconds, self._busy),))
        grab = self._hands.grab
        if grab is not None:
            scene = pointing.scene_of(self.state, self.window, grab, grab.last)
            self._hands, intents = gestures.tick(self._hands, now, scene)
            self.dispatch(intents)
        if self._awaits:
            self.dispatch(self._documents.poll(self.state))
        if self._fills_gallery:
            self.dispatch(self._documents.fill_gallery(self.state, self._window))
        if self.state.interface.sheet == GALLERY:
            self._documents.play_card(self.state, self._window)
        if self._shares:
            self.dispatch(self._documents.go_on_sharing())
        if self._left_for_dialog and self._documents.dialogs.opened is None:
            self._left_for_dialog = False
            if not self.state.interface.full_screen:
                self._toggle_full_screen()

    @property
    def alive(self) -> bool:
        """Tell whether time changes anything: else nothing needs to be worked out until the next event."""
        state, interface = self.state, self.state.interface
        return (
            (state.playback.playing and not interface.blank)
            or ((state.learn.running or state.train.running) and not interface.blank)
            or self._asking.waits(interface.now)
            or self._hands.grab is not None
            or state.nudge is not None
            or pass_away(interface)
            or bool(interface.marks)
            or points(state)
            or moves(state)
            or lights(state)
            or self._awaits
            or self._fills_gallery
            or self._plays_card
            or self._shares
        )

    def handle(self, event: Event) -> None:
        """Let an event happen."""
        window = self.window
        if isinstance(event, (KeyDown, PointerDown, Wheel)) and self.state.interface.guide.callout_at is not None:
            self.dispatch((EndCallout(),))
        state, asking, before = self.state, self._asking, self.state.interface
        if isinstance(event, (KeyDown, TextTyped)):
            self._press, intents = keys.answer(self.state, window, event, self._press)
            self.dispatch(intents)
        elif isinstance(event, event_types.CloseRequested):
            self.ended = True
        elif isinstance(event, event_types.DroppedFile):
            self.dispatch((effects.OpenPath(event.path),))
        else:
            self._handle_pointer(event, window)
        if isinstance(event, Resized):
            self._follow_full_screen()
        self._asking = asked(self._asking, event, before, self.state, window, self._busy)
        if not self._busy and self._means_nothing(event):
            self.dispatch((Hover(None, self.state.interface.pointer),))
        alone = isinstance(event, PointerMove) and pointing.moved_alone(state, self.state)
        told = [each.answered(before.now) for each in (asking, self._asking)]
        self._handled = not alone or told[0] != told[1]  # else the window that was met is still the one to meet

    def _means_nothing(self, event: Event) -> bool:
        """Tell whether the pointer points at nothing now: in a talk it has to move, and a key takes it back.

        Else what it happens to lie on would be ringed, and a class would take that for what is being made.
        """
        if not self.state.interface.presenting:
            return isinstance(event, Resized)
        rests = isinstance(event, PointerMove) and not self._asking.moved
        return rests or isinstance(event, (KeyDown, Resized))

    def _handle_pointer(self, event: Event, window: Window) -> None:
        intents: tuple[Intent, ...] = ()
        if type(event) in POINTER:
            self._hands, intents = POINTER[type(event)](self._hands, event, self.state, window)
        elif isinstance(event, event_types.PointerLeft):  # what is held goes on, for the system still reports it
            intents = (Hover(None, None),)
        elif isinstance(event, event_types.FocusLost):
            self._press = keys.Press()
            self._hands, intents = pointing.let_go(self._hands, window)
        self.dispatch(intents)

    def dispatch(self, intents: tuple[Intent, ...]) -> None:
        """Carry out intents one after another."""
        for intent in intents:
            before = self.state
            if isinstance(intent, Escape) and self._documents.pictures.reading is not None:
                self.dispatch(self._documents.pictures.stop(before))
                continue
            if isinstance(intent, Escape) and self._shares and escapes(before) not in OVER_ALL:
                self.dispatch(self._documents.stop_sharing())
                continue
            if isinstance(intent, Escape) and escapes(before) == "full screen":
                self._toggle_full_screen()
                continue
            self.state = reduce(before, intent)
            self._follow_present(before.interface.presenting)
            if isinstance(intent, effects.Effect):
                self._carry_out(intent)

    def _carry_out(self, effect: effects.Effect) -> None:
        """Do what reaches outside the state."""
        if isinstance(effect, effects.ToggleFullScreen):
            self._toggle_full_screen()
        elif type(effect) in ANSWERS:
            self._leave_for_dialog(effect)
            self.dispatch(ANSWERS[type(effect)](self, self._documents, effect))

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

    def _leave_for_dialog(self, effect: effects.Effect) -> None:
        """Leave full screen on a Mac before a dialog opens: there it is a place of its own, without the dialog."""
        if self.mac and self.state.interface.full_screen and asks(effect, self.state):
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
