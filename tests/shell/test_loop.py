"""The loop's own part: what it makes of events that the controller never sees."""

from __future__ import annotations

import itertools
from typing import Any, cast

import pygame
import pytest

from game.files.kept_work import KeptWork
from game.files.settings import Settings
from game.loop import Loop
from game.shell.controller import Controller
from game.shell.display import Display, _window
from game.shell.inbox import Inbox
from game.shell.keeping import WorkKeeper
from game.shell.places import SMALLEST
from game.view.window import Window
from game.words.sentences import sentence

from .hands import NOWHERE, Person, pixel
from .test_predict_hands import predicting


def loop_of(person: Person) -> Loop:
    controller = person.controller
    keeper = WorkKeeper(KeptWork(NOWHERE), NOWHERE, Settings())
    return Loop(controller, cast("Display", person.display), controller._painter, keeper)


def test_a_window_resized_and_back_between_two_frames_is_drawn_anew() -> None:
    person = Person()
    loop = loop_of(person)
    loop.draw()
    whole = pygame.surfarray.array3d(person.display.surface)
    person.display.surface = pygame.Surface(person.display.surface.get_size())
    loop.inbox.add([pygame.Event(pygame.WINDOWSIZECHANGED, x=1, y=1)] * 2)
    loop._handle(1.0)
    loop.draw()
    assert (pygame.surfarray.array3d(person.display.surface) == whole).all()


def test_a_dropped_file_whose_name_is_no_text_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> list[pygame.Event]:
        raise SystemError("<built-in function get> returned a result with an exception set")

    person = Person()
    loop = loop_of(person)
    monkeypatch.setattr(pygame.event, "get", fail)
    loop.turn(1.0)
    assert [toast.sentence for toast in person.state.interface.toasts] == [sentence("dropped_name")]


def test_while_nothing_moves_only_events_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person()
    loop = loop_of(person)
    while loop.turn(loop.turned + 1 / 60):
        pass
    asked: list[bool] = []
    waiting: list[list[pygame.Event]] = [[], [moved(300.0, 300.0)], []]
    moves = Controller.alive.__get__

    def alive(controller: Controller) -> bool:
        asked.append(True)
        return bool(moves(controller))

    monkeypatch.setattr(Controller, "alive", property(alive))
    monkeypatch.setattr(pygame.event, "get", lambda: waiting.pop(0))
    assert not loop.turn(loop.turned + 1 / 60)
    assert not asked
    assert loop.turn(loop.turned + 1 / 60)
    assert person.state.interface.pointer == (300.0, 300.0)
    loop.turn(loop.turned + 1 / 60)
    assert len(asked) == 2, "what follows an event is looked at until nothing moves again"


def test_the_window_does_not_get_smaller_than_what_can_be_shown() -> None:
    display = Display((800, 600))
    _window().size = (10, 20)
    assert display.surface.get_size() == SMALLEST


def test_the_work_is_kept_within_a_second_however_slow_the_turns_are() -> None:
    person = Person()
    loop = loop_of(person)
    saved: list[float] = []
    now = [loop.turned]

    class Noting(WorkKeeper):
        def save(self, *_: object) -> None:
            self._waited = 0.0
            saved.append(now[0])

    loop.keeper = Noting(KeptWork(NOWHERE), NOWHERE, Settings())
    person.presses(pixel(2, 2))
    for _ in range(20):
        now[0] += 0.24  # longer than the walk ever takes a turn for
        loop.turn(now[0])
    assert max(after - before for before, after in itertools.pairwise(saved)) < 1.0
    assert len(saved) > 3


def moved(x: float, y: float, button: bool = False, touch: bool = False) -> pygame.Event:
    return pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(int(button), 0, 0), touch=touch)


@pytest.mark.parametrize(("events", "windows"), [(0, 1), (1, 1), (3, 3)])
def test_a_window_is_built_for_the_picture_and_between_two_events(
    events: int, windows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(playing=True)
    loop = loop_of(person)
    loop.draw()
    built: list[Window] = []
    real = loop.painter.window

    def noted(*made: Any) -> Window:
        built.append(real(*made))
        return built[-1]

    monkeypatch.setattr(loop.painter, "window", noted)
    monkeypatch.setattr("game.loop.SLICE", 60.0)  # however busy the machine is, all are handled before the picture
    waiting = [moved(300.0 + 250 * number, 300.0, button=bool(number % 2)) for number in range(events)]
    monkeypatch.setattr(pygame.event, "get", lambda: waiting)
    loop.turn(1.0)
    assert len(built) == windows


def button_of(kind: int, x: float, y: float) -> pygame.Event:
    return pygame.Event(kind, pos=(x, y), button=1, touch=False)


def taken(*events: pygame.Event) -> list[tuple[tuple[int, int], tuple[tuple[float, float], ...]]]:
    """Return the places of what the inbox hands out, with the ways."""
    inbox = Inbox()
    inbox.add(events)
    found = []
    while inbox:
        event, way = inbox.take()
        found.append((event.pos, way))
    return found


def test_moves_in_a_row_are_one_and_what_is_no_move_stays_between() -> None:
    down, up = button_of(pygame.MOUSEBUTTONDOWN, 3, 3), button_of(pygame.MOUSEBUTTONUP, 9, 9)
    free = [moved(x, 0) for x in range(4)]
    held = [moved(x, 5, button=True) for x in (4, 6, 6, 8)]
    assert taken(*free, down, *held, up, *free) == [
        ((3, 0), ()),
        ((3, 3), ()),
        ((8, 5), ((4, 5), (6, 5))),
        ((9, 9), ()),
        ((3, 0), ()),
    ]


def test_who_closes_the_window_does_not_wait_behind_a_storm_but_behind_what_came_along() -> None:
    inbox, key, end = Inbox(), pygame.Event(pygame.KEYDOWN), pygame.Event(pygame.QUIT)
    inbox.add([key, end])
    assert inbox.take()[0].type == pygame.KEYDOWN
    assert inbox.take()[0].type == pygame.QUIT
    inbox.add([key] * 1000)
    inbox.add([key, end, key])
    assert inbox.take()[0].type == pygame.QUIT
    assert len(inbox) == 1002


def test_moves_with_other_buttons_or_another_hand_are_apart() -> None:
    assert len(taken(moved(1, 1), moved(2, 2, button=True), moved(3, 3, button=True, touch=True))) == 3


def painted(moves: list[tuple[float, float]], together: bool) -> list[list[float]]:
    """Return the image after a stroke whose moves come all in one turn, or each in its own."""
    person = Person()
    loop = loop_of(person)
    first, last = moves[0], moves[-1]
    events = [moved(*first), button_of(pygame.MOUSEBUTTONDOWN, *first)]
    events += [moved(*at, button=True) for at in moves]
    events.append(button_of(pygame.MOUSEBUTTONUP, *last))
    for turn in [events] if together else [[event] for event in events]:
        loop.inbox.add(turn)
        while loop.inbox:
            loop._handle(1.0)
    image: list[list[float]] = person.state.scenario.image.tolist()
    return image


def test_a_stroke_whose_moves_are_taken_together_paints_what_it_crossed() -> None:
    person = Person()
    corners = [person.middle(pixel(*at)) for at in ((0, 0), (0, 7), (7, 7), (7, 0), (3, 3), (0, 0))]
    assert painted(corners, together=True) == painted(corners, together=False)
    assert painted([corners[0], corners[-1]], together=True) != painted(corners, together=True)


def test_a_drag_that_marks_pixels_marks_all_that_its_moves_have_met() -> None:
    marked = []
    for together in (True, False):
        person = predicting("patch")
        loop = loop_of(person)
        places = [person.middle(pixel(*at)) for at in ((5, 0), (5, 3), (2, 3), (2, 6))]
        events = [button_of(pygame.MOUSEBUTTONDOWN, *places[0]), *(moved(*at, button=True) for at in places)]
        for turn in [events] if together else [[event] for event in events]:
            loop.inbox.add(turn)
            while loop.inbox:
                loop._handle(1.0)
        marked.append(person.state.predict.marked)
    assert marked[0] == marked[1]
    assert len(marked[0]) == 4


def test_a_storm_of_keys_never_keeps_the_picture_and_the_saving_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person()
    loop = loop_of(person)
    key = pygame.Event(pygame.KEYDOWN, key=pygame.K_t, scancode=pygame.KSCAN_T, mod=0, unicode="t")
    up = pygame.Event(pygame.KEYUP, key=pygame.K_t, scancode=pygame.KSCAN_T, mod=0)
    storm = [[key, up] * 2000]
    monkeypatch.setattr(pygame.event, "get", lambda: storm.pop() if storm else [])
    drawn, saved = [], []
    monkeypatch.setattr(loop, "draw", lambda *_: drawn.append(len(loop.inbox)))
    monkeypatch.setattr(loop.keeper, "tick", lambda *_: saved.append(len(loop.inbox)))
    for turn in range(3):
        assert loop.turn(turn / 60)
    assert len(drawn) == len(saved) == 3
    assert 4000 > drawn[0] > drawn[1] > drawn[2] > 0, "they go on where they were"
