"""The loop's own part: what it makes of events that the controller never sees."""

from __future__ import annotations

import itertools
from typing import cast

import pygame
import pytest

from game.files.kept_work import KeptWork
from game.files.settings import Settings
from game.loop import Loop
from game.shell.display import SMALLEST, Display, _window
from game.shell.keeping import Keeper
from game.words.sentences import sentence

from .hands import NOWHERE, Person, pixel


def loop_of(person: Person) -> Loop:
    controller = person.controller
    keeper = Keeper(KeptWork(NOWHERE), NOWHERE, Settings())
    return Loop(controller, cast("Display", person.display), controller._painter, keeper)


def test_a_window_resized_and_back_between_two_frames_is_drawn_anew() -> None:
    person = Person()
    loop = loop_of(person)
    loop.draw()
    whole = pygame.surfarray.array3d(person.display.surface)
    person.display.surface = pygame.Surface(person.display.surface.get_size())
    loop._handle([pygame.Event(pygame.WINDOWSIZECHANGED, x=1, y=1)] * 2, 1.0)
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


def test_the_window_does_not_get_smaller_than_what_can_be_shown() -> None:
    display = Display((800, 600))
    _window().size = (10, 20)
    assert display.surface.get_size() == SMALLEST


def test_the_work_is_kept_within_a_second_however_slow_the_turns_are() -> None:
    person = Person()
    loop = loop_of(person)
    saved: list[float] = []
    now = [loop.turned]

    class Noting(Keeper):
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
