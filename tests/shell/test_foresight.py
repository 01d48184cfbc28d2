"""What the walk's next turn brings is made ready before it, changes no picture, and only while a walk plays alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.input.event_types import PointerDown
from game.input.intent import Cell, GridName
from game.input.window_intents import Tick
from game.session.reduce import reduce
from game.session.shown import still_key
from game.shell.foresight import Foresight
from game.ui.typeface import Typeface
from game.view.frame import Keeper
from tests.networks import digit_reader

from .hands import Person
from .test_loop import loop_of

FRAME = 1 / 60
BEFORE_THE_TURN = 6.41  # the third layer's seventh step: its second channel's turn is at 6.45


def at(position: float = BEFORE_THE_TURN, playing: bool = True) -> tuple[Person, Foresight]:
    person = Person(digit_reader(2), position=position, playing=playing)
    frame(person)  # from which on the channel at work is in front
    return person, Foresight(person.controller, person.controller._painter)


def frame(person: Person) -> None:
    person.now += FRAME
    person.controller.pass_time(FRAME, person.now)
    person.controller._painter.draw(person.state, person.controller.built())


def to_the_turn(person: Person, foresight: Foresight | None) -> None:
    """Let frames pass up to the last one before another channel comes to the front."""
    begun = still_key(person.state)
    while still_key(reduce(person.state, Tick(FRAME))) == begun:
        frame(person)
        if foresight is not None:
            foresight.go_on(FRAME)
    assert 6.44 < person.state.playback.position < 6.45


def made_at_the_turn(monkeypatch: pytest.MonkeyPatch, foreseen: bool) -> tuple[int, int]:
    """Return how many texts are rendered in the frame of the turn, and how many parts are made of a turn."""
    person, foresight = at()
    to_the_turn(person, foresight if foreseen else None)
    before, texts, parts = still_key(person.state), [], []
    render, again = Typeface.render, Keeper.again

    def rendered(self: Typeface, text: str, *rest: Any) -> pygame.Surface:
        texts.append(text)
        return render(self, text, *rest)

    def kept(self: Keeper, make: Any, *values: Any) -> Any:
        def making(*each: Any) -> Any:
            parts.append(make)
            return make(*each)

        known = [then for then, _ in self._few.get(make, [])]
        return again(self, make, *values) if values in known else making(*values)

    with monkeypatch.context() as patch:
        patch.setattr(Typeface, "render", rendered)
        patch.setattr(Keeper, "again", kept)
        frame(person)
    assert still_key(person.state) != before
    return len(texts), len(parts)


def test_the_frame_of_a_turn_finds_ready_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, parts = made_at_the_turn(monkeypatch, foreseen=False)
    ready_texts, ready_parts = made_at_the_turn(monkeypatch, foreseen=True)
    assert texts > 10
    assert parts >= 1
    assert ready_texts <= 2  # of what moves all the time
    assert ready_parts == 0


def test_pictures_are_the_same_with_it_or_without() -> None:
    (one, foresight), (other, _) = at(), at()
    for _ in range(40):
        frame(one)
        foresight.go_on(FRAME)
        frame(other)
        seen, wanted = (pygame.surfarray.array3d(each.display.surface) for each in (one, other))
        assert (seen == wanted).all()
    assert one.state.playback.position > 6.45


def test_hands_meet_the_window_that_is_shown() -> None:
    person, foresight = at()
    for _ in range(30):
        frame(person)
        shown, state = person.window, person.state
        foresight.go_on(FRAME)
        assert person.window is shown
        assert person.state is state


@pytest.mark.parametrize("over", ["paused", "sheet", "list", "blank", "fast", "far from a turn"])
def test_nothing_is_made_ready_where_more_than_a_walk_is_on(monkeypatch: pytest.MonkeyPatch, over: str) -> None:
    person, foresight = at(6.32 if over == "far from a turn" else 6.44, playing=over != "paused")
    if over in ("sheet", "list", "blank"):
        person.set(**{"sheet": {"sheet": "help"}, "list": {"popup": "kernel"}, "blank": {"blank": "black"}}[over])
    if over == "fast":
        walk = person.state.playback
        person.controller.state = person.state.changed(playback=walk.set_speed(walk.speed + 3))
        person.controller.built()
        assert person.state.playback.brisk
    asked: list[object] = []
    monkeypatch.setattr(person.controller, "ahead", asked.append)
    foresight.go_on(FRAME)
    assert not asked


def test_a_turn_is_made_ready_over_several_frames_and_once() -> None:
    person, foresight = at()
    built: list[float] = []
    ahead = person.controller.ahead

    def counted(state: Any) -> Any:
        built.append(state.playback.position)
        return ahead(state)

    person.controller.ahead = counted  # type: ignore[method-assign]  # counted on its way
    to_the_turn(person, foresight)
    first, last = built
    assert first > 6.45  # far ahead, and at last for where the walk is by then
    assert 6.45 <= last < 6.4525


@pytest.mark.parametrize(("moves", "held"), [(True, False), (True, True), (False, False)])
def test_the_loop_goes_on_with_it_after_each_turn_while_hands_are_at_rest(
    monkeypatch: pytest.MonkeyPatch, moves: bool, held: bool
) -> None:
    person = Person(position=3.0, playing=moves)
    loop, done = loop_of(person), list[str]()
    if held:
        person.controller.handle(PointerDown(*person.middle(Cell(GridName.IMAGE, 5, 5)), 1))
        person.controller.built()

    def ends(_: float) -> None:
        person.controller.ended = len(done) > 2 and not loop.inbox

    def turned(_: float) -> bool:
        done.append("turn")
        return moves

    monkeypatch.setattr(loop, "draw", lambda _began=None: done.append("picture"))
    monkeypatch.setattr(loop, "turn", turned)
    monkeypatch.setattr(loop.foresight, "go_on", lambda _seconds: done.append("foreseen"))
    monkeypatch.setattr("game.loop.gc", SimpleNamespace(freeze=lambda: None, enable=lambda: None))
    monkeypatch.setattr("game.loop.time.sleep", ends)
    loop.run()
    assert done == ["picture", *(["turn", "turn"] if held else ["turn", "foreseen"])]
