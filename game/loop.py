"""The loop: events → intents → new state → picture. The only place with a loop, and the only one that sleeps."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

import pygame

from .input.circumstances import Circumstances
from .input.event_types import DisplayChanged, Event, Exposed, Maximised, PointerMove, Resized
from .input.events import normalise
from .play.clock import SystemClock
from .shell.foresight import Foresight
from .shell.inbox import Inbox, Way
from .shell.keys import TextInput
from .stats import Durations
from .words.sentences import sentence

if TYPE_CHECKING:
    from .input.intent import Intent
    from .shell.controller import Controller
    from .shell.display import Display
    from .shell.keeping import WorkKeeper
    from .shell.notes import Notes
    from .shell.painter import Painter

FRAME = 1 / 60  # seconds a picture stands while something moves
LOOK = 1 / 25  # seconds between two looks for events while nothing does
SLICE = 0.008  # seconds for which events are handled before there is a picture, and a look whether to save


class Loop:
    """The loop's own parts: the clock, the circumstances of events, and `work`: how long frames took."""

    def __init__(self, controller: Controller, display: Display, painter: Painter, keeper: WorkKeeper) -> None:
        self.controller = controller
        self.display = display
        self.painter = painter
        self.keeper = keeper
        self.clock = SystemClock(time.perf_counter)
        self.circumstances = Circumstances()
        self.inbox = Inbox()
        self.foresight = Foresight(controller, painter)
        self.text_input = TextInput()
        self.work = Durations()
        self.rests = False  # nothing moved: only an event, a complaint or the notes change that
        self.waiting = 0.0  # seconds that have passed and were not yet given to the state
        self.notes: Notes | None = None
        self.begun = controller.state.interface.begun, time.perf_counter()
        self.turned = time.perf_counter()  # when the last turn began; work is kept by that, however slow the turns are
        pygame.key.set_repeat(400, 45)

    def run(self) -> None:
        """Turn until the window is closed."""
        self.draw()
        gc.freeze()
        gc.enable()
        while not self.controller.ended:
            began = time.perf_counter()
            active = self.turn(began)
            if not self.inbox:
                self.use_what_is_left()
            rest = 0.0 if self.inbox else (FRAME if active else LOOK) - (time.perf_counter() - began)
            time.sleep(max(0.001, rest))

    def use_what_is_left(self) -> None:
        """Do what need not be done within a frame, in the time that it leaves over."""
        if self.controller.at_rest:
            self.foresight.go_on(FRAME)
        self.painter.give_back()

    def turn(self, now: float) -> bool:
        """Do one turn; return whether anything moves. While nothing does, only events are looked for."""
        passed = self.clock.tick()
        self.waiting += passed
        late, self.turned = now - self.turned, now
        if not self.rests:
            self.follow_typing()
        events = self._events()
        moves = bool(events) or not self.rests
        if moves:
            moves = self._move(self._of_the_main(events, now), now)
        self.rests = not moves
        problem = self.keeper.tick(self.controller.state, late, self.display.place)
        if problem is not None:
            self.controller.complain(sentence(problem.key, **problem.values()))
            self.rests = False
            self.draw()
        self._show_notes(now)
        return moves

    def _move(self, events: list[pygame.Event], now: float) -> bool:
        """Handle events, let time pass, and draw; return whether anything moves."""
        self.inbox.add(events)
        active = bool(self.inbox)
        alive = self.controller.alive
        if active or alive:
            self.controller.pass_time(self.waiting, now)
            self.waiting = 0.0
            self._handle(now)
            self.draw(now)
        return alive or active

    def _of_the_main(self, events: list[pygame.Event], now: float) -> list[pygame.Event]:
        """Return the events that are the main window's; what happens to the notes is answered at once."""
        if self.notes is None:
            return events
        left, asked = self.notes.taken(events)
        self._carry_out(asked, now)
        return left

    def _carry_out(self, asked: tuple[Event | Intent, ...], now: float) -> None:
        """Let happen what the notes ask for: keys that their buttons stand for, and intents."""
        for each in asked:
            if isinstance(each, Event):
                self.controller.handle(each)
            else:
                self.controller.dispatch((each,))
        if asked:
            self.rests = False
            self.draw(now)

    def _show_notes(self, now: float) -> None:
        """Let the window of the notes be there if it is wanted, and show what is so now."""
        state = self.controller.state
        if state.interface.begun != self.begun[0]:
            self.begun = state.interface.begun, now
        if self.notes is None:
            if not state.interface.notes:
                return
            from .shell.notes import Notes  # few have two windows

            self.notes = Notes(self.display, self.painter.type)
        self._carry_out(self.notes.follow(state), now)
        self.notes.show(self.controller.state, self.begun[1])

    def follow_typing(self) -> None:
        """Switch text input as the state wants it, once all that came under the other rule has been handled."""
        if not self.inbox:
            on = self.text_input.follow(self.controller.state, self.controller.window)
            if on != self.circumstances.typing:
                self.circumstances = self.circumstances.changed(typing=on)

    def _events(self) -> list[pygame.Event]:
        """Return what has happened. Where a dropped file's name is no text, pygame fails, and that event is lost."""
        try:
            return pygame.event.get()
        except SystemError:
            self.controller.complain(sentence("dropped_name"))
            self.rests = False
            self.draw()
            return []

    def _handle(self, now: float) -> None:
        """Handle what waits, in its order; what takes longer than a slice of time goes on after the next picture."""
        ends = time.perf_counter() + SLICE
        while self.inbox:
            self._handle_one(*self.inbox.take(), now)
            if time.perf_counter() >= ends:
                break

    def _handle_one(self, raw: pygame.Event, way: Way, now: float) -> None:
        self.circumstances = self.circumstances.changed(time=now)
        event = normalise(raw, self.controller.mac, self.circumstances)
        self.circumstances = self.circumstances.after(raw)
        if isinstance(event, (Exposed, Resized)):  # one that is resized and back between two frames is empty too
            self.painter.forget()
        if isinstance(event, (DisplayChanged, Resized)):
            self.display.displays_changed()
        if isinstance(event, DisplayChanged) and self.notes is not None:
            self.notes.displays_changed()
        if isinstance(event, Maximised):
            self.display.maximised(event.on)
        elif event is not None and not isinstance(event, DisplayChanged):
            self.controller.handle(event.changed(way=way) if isinstance(event, PointerMove) and way else event)

    def close(self) -> None:
        """Close the second window, if there is one."""
        if self.notes is not None:
            self.notes.close()

    def draw(self, began: float | None = None) -> None:
        """Bring the window up to date: draw and present what has changed, if anything has.

        `began` is when the frame's work began: with its events. What presenting takes is the system's, not ours.
        """
        rects = self.painter.draw(self.controller.state, self.controller.built())
        if not rects:
            return
        if began is not None:
            self.work.add(time.perf_counter() - began)
        self.display.present(rects)
