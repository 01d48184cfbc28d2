"""Memory is given back once enough was dropped, in the time that a frame leaves; what was for later is let go."""

from __future__ import annotations

from types import SimpleNamespace

import pygame
import pytest

from game.shell import painter

from .hands import Person
from .test_foresight import at, frame
from .test_loop import loop_of


def test_it_is_given_back_after_so_much_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(painter, "give_back_memory", lambda: given.append("given"))
    person = Person()
    drawing = person.controller._painter
    drawing.draw(person.state, person.controller.built())
    drawing.give_back()
    assert given == []
    for number in range(40):  # of 1 MB each
        drawing._cache.get(number, lambda: pygame.Surface((512, 512), pygame.SRCALPHA))
    assert drawing._cache.dropped > painter.DROPPED
    loop = loop_of(person)
    for _ in range(3):
        loop.use_what_is_left()
    assert given == ["given"]


def test_what_a_turn_is_drawn_on_unseen_is_kept_only_while_it_is_near() -> None:
    person, foresight = at()
    held = []
    for _ in range(40):
        frame(person)
        foresight.go_on(1 / 60)
        held.append(person.controller._painter._compositor.prepared is not None)
    assert any(held)
    assert not held[0]
    assert not held[-1]


def test_it_is_let_go_when_the_walk_no_longer_plays() -> None:
    person, foresight = at(6.44)
    foresight.go_on(1 / 60)
    assert person.controller._painter._compositor.prepared is not None
    person.controller.state = person.state.changed(playback=person.state.playback.pause())
    person.controller.built()
    foresight.go_on(1 / 60)
    assert person.controller._painter._compositor.prepared is None


@pytest.mark.parametrize(
    ("young", "older", "on", "looked"),
    [(250, 5, True, []), (301, 5, True, [0]), (301, 10, True, [0]), (301, 11, True, [1]), (301, 11, False, [])],
)
def test_garbage_is_looked_for_between_frames_once_there_may_be_some(
    monkeypatch: pytest.MonkeyPatch, young: int, older: int, on: bool, looked: list[int]
) -> None:
    found: list[int] = []
    stands = SimpleNamespace(get_count=lambda: (young, older, 0), isenabled=lambda: on, collect=found.append)
    monkeypatch.setattr(painter, "gc", stands)
    Person().controller._painter.give_back()
    assert found == looked
