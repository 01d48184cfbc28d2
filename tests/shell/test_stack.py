"""A person in the Stack view: keys, switch, drags, wheel, fingers, slider, files and a talk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.files.scenario_file import read_scenario
from game.files.settings import Settings
from game.input.effects import OpenPath, Save
from game.input.event_types import Fingers
from game.input.intent import Cell, GridName
from game.input.interface_intents import ScrollTo
from game.input.window_intents import Saved
from game.play.choices import HOME
from game.play.orbit import TURN_SPEED
from game.session.stack_intents import moves, view_of
from game.shell.keeping import WorkKeeper
from game.shell.places import Place
from game.shell.pointing import scene_of
from game.ui.widgets.slider import Slider
from game.ui.widgets.switch import Switch
from tests.shell.hands import Person, Point, pixel

FLIGHT = 1.0


def standing(person: Person) -> Person:
    """Bring a person to the Stack view."""
    person.keys("V")
    person.waits(FLIGHT)
    assert person.state.interface.rise == 1.0
    return person


def space(person: Person) -> Point:
    """Return a place of the stage around which there is nothing for a finger's width."""
    stage = person.controller.frame().layout.stage
    scene = scene_of(person.state, person.window, None, stage.centre)
    for y in range(stage.y + 20, stage.bottom - 20, 8):
        for x in range(stage.x + 20, stage.right - 20, 8):
            around = [(x + dx, y + dy) for dx in (-20, 0, 20) for dy in (-20, 0, 20)]
            if all(scene.is_open(*point) and scene.target_at(*point) is None for point in around):
                return float(x), float(y)
    raise AssertionError("there is no empty space")


def moved(point: Point, across: float, down: float) -> Point:
    return point[0] + across, point[1] + down


def test_v_flies_there_and_back_and_the_loop_turns_meanwhile() -> None:
    person = Person()
    person.waits(10)
    assert not person.controller.alive
    person.keys("V")
    assert person.controller.alive
    person.waits(0.3)
    assert 0.4 < person.state.interface.rise < 0.6
    person.waits(FLIGHT)
    assert person.state.interface.rise == 1.0
    person.waits(1)
    assert not person.controller.alive
    person.keys("V")
    person.waits(FLIGHT)
    assert person.state.interface.rise == 0.0


def test_the_switch_in_the_bar_chooses_by_pointer_and_keys() -> None:
    person = Person(size=(1920, 1080))
    switch = person.widget("stack")
    assert isinstance(switch, Switch)
    person.clicks(switch.part(1).centre)
    assert person.state.interface.stacked
    person.clicks(switch.part(1).centre)
    assert person.state.interface.stacked
    person.clicks(switch.part(0).centre)
    assert not person.state.interface.stacked
    person.focuses("stack")
    person.keys("Right")
    assert person.state.interface.stacked
    person.keys("Right")
    assert person.state.interface.stacked
    person.keys("Left")
    assert not person.state.interface.stacked
    person.keys("Enter")
    assert person.state.interface.stacked
    assert person.state.playback.position == 0.0


@pytest.mark.parametrize("size", [(3840, 2160), (1920, 1080), (1366, 768), (1280, 720), (1024, 768)])
def test_the_switch_lies_over_nothing_in_the_bar(size: tuple[int, int]) -> None:
    for scale in (75, 100, 150, 200):
        person = Person(size=size, settings=Settings(scale=scale))
        names = person.names()
        if "stack" not in names:
            continue
        switch = person.widget("stack").rect
        assert person.widget("top bar").rect.holds(switch)
        others = [widget for widget in person.window.widgets if widget.name not in ("top bar", "stack", "stage")]
        assert not [widget.name for widget in others if widget.rect.meets(switch)]


def test_where_the_bar_is_folded_the_menu_has_the_switch() -> None:
    person = Person(size=(800, 600), settings=Settings(scale=200))
    assert "stack" not in person.names()
    person.clicks("menu")
    person.keys("Enter")
    assert person.state.interface.stacked
    person.clicks("menu")
    person.keys("Enter")
    assert not person.state.interface.stacked


def test_dragging_empty_space_turns_and_tilts_and_a_double_click_comes_home() -> None:
    person = standing(Person())
    place = space(person)
    person.drags(place, moved(place, 10, 0), moved(place, 70, 12))
    camera = person.state.interface.camera
    assert camera.turn > HOME.turn
    assert camera.tilt > HOME.tilt
    assert (camera.zoom, camera.across, camera.down) == (1.0, 0.0, 0.0)
    person.waits(1)
    place = space(person)
    person.clicks(place)
    person.clicks(place)
    assert person.state.interface.camera == HOME
    assert len(person.state.history.entries) == 1


def test_a_click_on_empty_space_changes_nothing() -> None:
    person = standing(Person())
    before = person.state.interface.camera
    place = space(person)
    person.presses(place)
    person.moves(moved(place, 2, 1))
    person.releases(moved(place, 2, 1))
    assert person.state.interface.camera == before


@pytest.mark.parametrize(("button", "shift"), [(1, True), (2, False)])
def test_shift_or_the_middle_button_moves_the_picture(button: int, shift: bool) -> None:
    person = standing(Person())
    place = space(person)
    person.presses(place, button=button, shift=shift)
    person.moves(moved(place, 10, 0), moved(place, 60, 0), shift=shift)
    person.releases(moved(place, 60, 0), button=button)
    height = person.controller.frame().layout.stage.h
    assert person.state.interface.camera == HOME.changed(across=pytest.approx(50 / height))
    assert not person.state.interface.spotlit
    person.moves(moved(place, 90, 0))
    assert person.state.interface.camera.across == pytest.approx(50 / height)


def test_the_wheel_over_empty_space_zooms_and_what_is_below_it_stays() -> None:
    person = standing(Person())
    place = space(person)
    person.moves(place)
    person.turns(place, 1)
    camera = person.state.interface.camera
    assert camera.zoom == pytest.approx(1.15)
    stage = person.controller.frame().layout.stage
    x = (place[0] - stage.centre[0]) / stage.h
    assert camera.across + camera.zoom * x == pytest.approx(x)


def test_the_wheel_over_a_pixel_still_changes_it() -> None:
    person = standing(Person())
    person.moves(person.middle(pixel(2, 2)))
    before = person.state.scenario.image[2, 2]
    person.now += 0.5
    person.turns(pixel(2, 2), -1)
    assert person.state.scenario.image[2, 2] == pytest.approx(before - 0.05)
    assert person.state.interface.camera == HOME


def test_keys_do_the_same() -> None:
    person = standing(Person())
    person.keys("Ctrl+Right", "Ctrl+Up", "Ctrl+Shift+Left", "Ctrl+Shift+Down")
    person.types("+")
    camera = person.state.interface.camera
    assert (camera.turn, camera.tilt, camera.zoom) == pytest.approx((HOME.turn + 5, HOME.tilt + 5, 1.2))
    assert (camera.across, camera.down) == pytest.approx((-0.06, 0.06))
    person.types("-")
    person.keys("Ctrl+Left", "Ctrl+Down")
    assert person.state.interface.camera.zoom == pytest.approx(1.0)
    person.types("0")
    assert person.state.interface.camera == HOME
    assert person.state.settings.scale == 100


def test_0_in_a_cell_opens_its_number_and_arrows_with_ctrl_still_turn() -> None:
    person = standing(Person())
    person.set(cursor=pixel(1, 1))
    person.keys("Ctrl+Right")
    assert person.state.interface.cursor == pixel(1, 1)
    turned = person.state.interface.camera
    assert turned != HOME
    person.types("0")
    assert person.state.interface.entry is not None
    assert person.state.interface.camera == turned
    person.keys("V")
    assert person.state.interface.stacked


def test_two_fingers_zoom_and_turn() -> None:
    person = standing(Person())
    width, height = person.controller.frame().layout.size
    stage = person.controller.frame().layout.stage
    x, y = stage.centre[0] / width, stage.centre[1] / height
    start = person.state.interface.camera
    person.happens(Fingers(((x - 0.05, y), (x + 0.05, y)), ((x - 0.075, y), (x + 0.075, y)), person.now))
    camera = person.state.interface.camera
    assert camera.zoom == pytest.approx(1.5)
    assert (camera.across, camera.down) == pytest.approx((0.0, 0.0), abs=1e-9)
    assert camera.turn == start.turn
    person.happens(Fingers(((x - 0.05, y), (x + 0.05, y)), ((x - 0.05, y - 0.01), (x + 0.05, y + 0.01)), person.now))
    assert person.state.interface.camera.turn < start.turn


def test_the_layers_turn_by_themselves_until_told_otherwise() -> None:
    person = standing(Person())
    person.clicks("turning")
    turn = person.state.interface.camera.turn
    person.waits(2)
    assert person.state.interface.camera.turn == pytest.approx(turn + 2 * TURN_SPEED, abs=1.0)
    assert person.controller.alive
    held = space(person)
    person.presses(held)
    turn = person.state.interface.camera.turn
    person.waits(2)
    assert person.state.interface.camera.turn == turn
    person.releases(held)
    person.keys("O")
    person.waits(1)
    assert person.state.interface.camera.turn == turn
    assert not moves(person.state)


def test_with_reduced_motion_the_button_says_why_it_waits() -> None:
    person = standing(Person(settings=Settings(reduced_motion=True)))
    button = person.widget("turning")
    assert not button.mood.enabled
    assert "reduced motion" in button.tooltip
    person.clicks("turning")
    assert not person.state.interface.turning


def test_the_distance_of_the_layers_is_a_slider_of_the_stack_view() -> None:
    person = Person(size=(1920, 1080), settings=Settings())
    assert "gap" not in person.names()
    standing(person)
    slider = person.widget("gap")
    assert isinstance(slider, Slider)
    person.clicks((slider.place(2.0), slider.track.centre[1]))
    assert person.state.interface.camera.gap == 2.0
    person.focuses("gap")
    person.keys("Left")
    assert person.state.interface.camera.gap == pytest.approx(1.9)
    person.keys("Shift+Left")
    assert person.state.interface.camera.gap == pytest.approx(1.88)
    person.keys("Home")
    assert person.state.interface.camera.gap == 0.0
    assert len(person.state.history.entries) == 1
    person.clicks(slider.number_rect.centre)
    person.types("0.5")
    person.keys("Enter")
    assert person.state.interface.camera.gap == 0.5


def test_the_words_on_looking_around_go_once_somebody_has() -> None:
    person = standing(Person())
    assert "stack.hint" in person.names()
    person.keys("Ctrl+Right")
    assert "stack.hint" not in person.names()
    person.clicks("home")
    assert "stack.hint" in person.names()
    person.keys("V")
    person.waits(FLIGHT)
    assert not {"stack.hint", "home", "turning"} & set(person.names())


def test_in_present_the_middle_button_is_the_spotlights_and_shift_still_moves_the_picture() -> None:
    person = standing(Person())
    person.keys("F5")
    place = space(person)
    person.presses(place, button=2)
    assert person.state.interface.spotlit
    person.moves(moved(place, 60, 0))
    person.releases(moved(place, 60, 0), button=2)
    assert not person.state.interface.spotlit
    assert person.state.interface.camera == HOME
    person.presses(place, shift=True)
    person.moves(moved(place, 10, 0), moved(place, 60, 0), shift=True)
    person.releases(moved(place, 60, 0))
    assert person.state.interface.camera.across > 0


def test_under_the_spotlight_the_pointer_neither_paints_nor_orbits() -> None:
    person = standing(Person())
    place = space(person)
    person.keys("S")
    person.drags(place, moved(place, 10, 0), moved(place, 90, 0))
    person.drags(place, moved(place, 10, 0), moved(place, 90, 0), button=2)
    x, y = (place[0] / 1366, place[1] / 768)
    person.happens(Fingers(((x - 0.01, y), (x + 0.01, y)), ((x - 0.05, y), (x + 0.05, y)), person.now))
    assert person.state.interface.camera == HOME
    assert person.state.interface.marks


def test_painting_is_what_it_was() -> None:
    person = standing(Person())
    before = person.state.scenario.image[5, 5]
    person.clicks(Cell(GridName.IMAGE, 5, 5))
    assert person.state.scenario.image[5, 5] == 1.0 != before
    person.keys("Ctrl+Z")
    assert person.state.scenario.image[5, 5] == before


def test_a_saved_file_remembers_the_view_and_opening_it_flies_there(tmp_path: Path) -> None:
    path = tmp_path / "stack.json"
    person = standing(Person())
    person.keys("Ctrl+Right", "Ctrl+Up")
    person.controller.dispatch((Saved(str(path)), Save()))
    camera = person.state.interface.camera
    assert read_scenario(path).view == view_of(person.state)
    other = Person()
    other.controller.dispatch((OpenPath(str(path)),))
    assert (other.state.interface.stacked, other.state.interface.camera) == (True, camera)
    other.waits(FLIGHT)
    assert other.state.interface.rise == 1.0
    plain = json.loads(path.read_text())
    del plain["view"]
    path.write_text(json.dumps(plain))
    other.controller.dispatch((OpenPath(str(path)),))
    assert (other.state.interface.stacked, other.state.interface.camera) == (True, camera)


class Shelf:
    """Kept work that remembers what was saved."""

    def __init__(self) -> None:
        self.views: list[dict[str, object]] = []

    def save(self, scenario: object, position: float, view: dict[str, object], other: object = None) -> None:
        """Remember the view."""
        del scenario, position, other
        self.views.append(view)


def test_kept_work_remembers_the_view_but_not_each_degree_of_a_slow_turn(tmp_path: Path) -> None:
    shelf, settings = Shelf(), Settings()
    keeper = WorkKeeper(shelf, tmp_path, settings)  # type: ignore[arg-type]
    place = Place((0, 0, 800, 600))
    person = Person(settings=settings)
    keeper.tick(person.state, 2.0, lambda: place)
    standing(person)
    keeper.tick(person.state, 2.0, lambda: place)
    assert [view["name"] for view in shelf.views] == ["flat", "stack"]
    keeper.tick(person.state, 2.0, lambda: place)
    person.keys("O")
    for _ in range(3):
        person.waits(1)
        keeper.tick(person.state, 2.0, lambda: place)
    assert len(shelf.views) == 2
    keeper.finish(person.state, place)
    assert shelf.views[-1]["turning"] is True


@pytest.mark.parametrize("size", [(1120, 630), (1366, 768), (1280, 600), (1920, 1080)])
def test_the_distance_of_the_layers_is_not_cut_as_the_view_comes_and_stays_where_it_is_scrolled_then(
    size: tuple[int, int],
) -> None:
    person = standing(Person(size=size, settings=Settings()))
    slider = person.widget("gap")
    assert slider.visible.h in (0, slider.rect.h), "never half of it"
    person.controller.dispatch((ScrollTo("rail", 0.0),))
    person.controller.built()
    person.waits(0.1)
    assert person.state.interface.scrolled("rail") == 0.0
