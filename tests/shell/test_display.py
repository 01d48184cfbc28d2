"""The window on its displays, which come and go; full screen, maximised, minimised. The system's side is emulated."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.files.settings import Settings
from game.input.event_types import Resized
from game.shell import display as shown
from game.shell.display import Display, prepare_without_screen
from game.shell.keeping import settings_of
from game.shell.places import Place, place_of

from .hands import Person
from .test_loop import loop_of

ONE, TWO = [(1366, 768)], [(1366, 768), (1920, 1080)]
Window = tuple[int, int, int, int]


class System:
    """What the system does with the window: its place, its size, and the displays that there are."""

    def __init__(self) -> None:
        self.desktops = TWO
        self.position = (100, 60)
        self.deeds: list[str] = []
        self.full = False
        self.active = True
        self.on_a_display: bool | None = None

    @property
    def size(self) -> tuple[int, int]:
        """The window's size now."""
        return pygame.display.get_window_size()

    @size.setter
    def size(self, size: tuple[int, int]) -> None:
        pygame.display.set_mode(size)

    def set_fullscreen(self, desktop: bool) -> None:
        """Fill the display that holds the window."""
        assert desktop
        self.full, self.deeds = True, [*self.deeds, "full"]
        self.before = self.position, self.size
        on_second = len(self.desktops) > 1 and not 0 <= self.position[0] < self.desktops[0][0]
        self.size = self.desktops[1 if on_second else 0]

    def set_windowed(self) -> None:
        """Go back to the place before."""
        if self.full:
            self.full, self.deeds = False, [*self.deeds, "windowed"]
            self.position, self.size = self.before

    def maximize(self) -> None:
        """Take all the room that there is."""
        self.deeds.append("maximised")

    def move(self, position: tuple[int, int]) -> None:
        """Go to a place."""
        self.position = position


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    prepare_without_screen()
    found = System()
    monkeypatch.setattr(shown, "_window", lambda: found)
    monkeypatch.setattr(shown, "on_a_display", lambda _: found.on_a_display)
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: found.desktops)
    monkeypatch.setattr(pygame.display, "get_window_position", lambda: found.position)
    monkeypatch.setattr(pygame.display, "set_window_position", found.move)
    monkeypatch.setattr(pygame.display, "is_fullscreen", lambda: found.full)
    monkeypatch.setattr(pygame.display, "get_active", lambda: found.active)
    yield found
    pygame.display.set_mode((64, 64))


def opened(system: System, at: tuple[int, int] = (100, 60), size: tuple[int, int] = (800, 600)) -> Display:
    display = Display(size)
    system.position = at
    return display


AROUND = [(-900, 40), (-400, -20), (200, -700), (200, 800), (1500, 100), (3000, 900)]


@pytest.mark.parametrize("at", AROUND)
def test_a_window_on_any_display_around_the_first_stays_where_the_hand_has_brought_it(
    system: System, at: tuple[int, int]
) -> None:
    display = opened(system, at)
    display.displays_changed()
    assert system.position == at
    system.desktops = [*TWO, (1024, 768)]
    display.displays_changed()
    assert system.position == at, "one more display takes nothing away"
    system.desktops = TWO
    display.displays_changed()
    assert system.position == at, "which one has gone nobody knows but the system, which moves what stood there"


@pytest.mark.parametrize("at", AROUND)
def test_a_window_whose_display_has_gone_comes_whole_to_the_one_that_remains(
    system: System, at: tuple[int, int]
) -> None:
    display = opened(system, at)
    system.desktops = ONE
    display.displays_changed()
    (x, y), (width, height) = system.position, system.size
    assert (width, height) == (800, 600)
    assert 0 <= x <= 1366 - width
    assert 0 <= y <= 768 - height


def test_where_the_system_can_be_asked_its_word_counts(system: System) -> None:
    for answer, at in ((True, (-900, 40)), (False, (200, 100))):
        system.desktops, system.on_a_display = TWO, answer
        display = opened(system, (-900, 40))
        system.desktops = ONE
        display.displays_changed()
        assert (system.position == at) is answer
    system.on_a_display, system.desktops = False, [*TWO, (1024, 768)]
    display = opened(system, (5000, 40))
    system.desktops = TWO
    display.displays_changed()
    assert system.position != (5000, 40)


def test_a_display_that_goes_while_it_is_filled_leaves_a_picture_of_the_size_of_the_one_that_remains(
    system: System,
) -> None:
    display = opened(system, (1500, 100))
    display.toggle_full_screen()
    assert display.surface.get_size() == (1920, 1080)
    system.desktops = ONE
    display.displays_changed()
    assert display.full_screen
    assert display.surface.get_size() == (1366, 768)
    x, y, width, height = display.place().window
    assert (width, height) == (800, 600)
    assert 0 <= x <= 1366 - width
    assert 0 <= y <= 768 - height
    display.displays_changed()
    assert system.deeds == ["full", "windowed", "full"], "once"


def test_the_place_of_a_minimised_window_is_the_one_before(system: System) -> None:
    display = opened(system, (120, 70))
    before = display.place()
    system.position, system.active = (-32000, -32000), False
    assert display.place() == before == Place((120, 70, 800, 600), displays=tuple(TWO))
    system.position, system.active = (130, 80), True
    display.maximised(on=False)
    assert display.place().window == (130, 80, 800, 600)


def test_a_maximised_window_comes_back_maximised_and_goes_back_to_its_old_size(system: System) -> None:
    display = opened(system, (120, 70))
    display.place()
    display.maximised(on=True)
    system.position, system.size = (0, 19), (1366, 749)
    kept = display.place()
    assert kept == Place((120, 70, 800, 600), maximised=True, displays=tuple(TWO))
    system.deeds.clear()
    again = Display(None, kept)
    assert system.deeds == ["maximised"]
    assert system.size == (800, 600), "from here it is maximised, and here it goes back to"
    assert again.place() == kept
    again.maximised(on=False)
    assert not again.place().maximised


@pytest.mark.parametrize(("answer", "at"), [(None, (-900, 40)), (True, (-900, 40)), (False, (8, 40))])
def test_displays_that_are_the_same_but_stand_otherwise_do_not_hide_the_window_where_the_system_tells(
    system: System, answer: bool | None, at: tuple[int, int]
) -> None:
    system.on_a_display = answer
    Display(None, Place((-900, 40, 800, 600), displays=tuple(TWO)))
    assert system.position == at


def test_full_screen_does_not_forget_that_the_window_was_maximised(system: System) -> None:
    display = opened(system)
    display.maximised(on=True)
    display.toggle_full_screen()
    display.maximised(on=False)  # X11 says so when full screen begins
    assert display.place().maximised
    display.toggle_full_screen()
    assert system.deeds == ["full", "windowed", "maximised"]


def test_what_is_asked_for_is_not_maximised_because_the_window_was(system: System) -> None:
    Display((700, 500), Place((120, 70, 800, 600), maximised=True))
    assert system.deeds == []


def test_the_settings_give_the_place_back() -> None:
    assert place_of(Settings()) is None
    settings = Settings(window=(1, 2, 800, 600), maximised=True, displays=((800, 600),))
    assert place_of(settings) == Place((1, 2, 800, 600), True, ((800, 600),))


def test_the_systems_own_full_screen_on_macos_is_known_and_can_be_left(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "MAC", True)
    display = opened(system)
    before = display.place()
    system.size = TWO[0]  # the green button: SDL knows of nothing
    assert display.full_screen
    assert display.place() == before
    display.toggle_full_screen()
    assert system.deeds == ["full", "windowed"]


def test_the_systems_full_screen_is_ended_by_the_keys_that_end_our_own() -> None:
    for key in ("Escape", "F", "F11", "Ctrl+Enter"):
        person = Person()
        person.display.full_screen = True  # the system has done it
        person.happens(Resized())
        assert person.state.interface.full_screen
        person.keys(key)
        assert not person.display.full_screen
        assert not person.state.interface.full_screen


def test_the_systems_end_of_full_screen_leaves_escape_to_what_comes_next() -> None:
    person = Person()
    person.keys("F11")
    person.display.full_screen = False
    person.happens(Resized())
    assert not person.state.interface.full_screen
    person.keys("Escape")
    assert not person.display.full_screen


def test_a_wish_for_ctrl_enter_reaches_past_what_is_open_as_f11_does() -> None:
    for opening in ("F1", "Ctrl+O", "F2"):
        person = Person()
        person.keys(opening, "Ctrl+Enter")
        assert person.display.full_screen


@pytest.mark.parametrize("event", [pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWSIZECHANGED])
def test_the_loop_lets_the_window_follow_displays_and_shape(event: int, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person()
    loop = loop_of(person)
    noted: list[object] = []
    monkeypatch.setattr(person.display, "displays_changed", lambda: noted.append("displays"))
    monkeypatch.setattr(person.display, "maximised", noted.append, raising=False)
    for kind in (event, pygame.WINDOWMAXIMIZED, pygame.WINDOWRESTORED):
        loop.inbox.add([pygame.Event(kind, x=1, y=1)])
        loop._handle(1.0)
    assert noted == ["displays", True, False]


@pytest.mark.parametrize("at", AROUND)
def test_while_the_displays_are_the_same_the_window_stays_even_where_it_hangs_over_an_edge(
    system: System, at: tuple[int, int]
) -> None:
    system.desktops = ONE
    display = opened(system, at)
    for _ in range(3):
        display.displays_changed()
    assert system.position == at


def test_the_settings_keep_the_place_whether_it_is_maximised_and_the_displays() -> None:
    place = Place((-900, 40, 800, 600), maximised=True, displays=tuple(TWO))
    settings = settings_of(Person().state, place)
    assert place_of(settings) == place
