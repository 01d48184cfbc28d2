"""What the window points at by itself: what is not covered, once, and three hints, each at its moment."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.core.scenario import startup
from game.files.settings import HINTS, NOT_COVERED, Settings
from game.files.shelves import scene_called
from game.session.guide import CALLOUT_SECONDS, HINT_SECONDS
from game.session.interface import Guide
from game.ui.geometry import Rect
from game.ui.placing import apart
from game.ui.widgets.callout import Hint, Line
from game.ui.widgets.slider import Slider
from game.view.guide import FAR, TARGETS
from tests.picture import scenario, state, window
from tests.ui.measure import lines_of
from tests.ui.test_layout import SCALES, SIZES

from .hands import Person, pixel

SEEN = Settings(hints=HINTS)
COVERED = scenario(size=(8, 8))


def shows_callout(person: Person) -> bool:
    return "callout line" in person.names()


def shown_hint(person: Person) -> str | None:
    return person.state.interface.guide.hint if "hint" in person.names() else None


def seen(person: Person) -> list[str]:
    return list(person.state.settings.hints)


def hints_seen(person: Person) -> list[str]:
    return [name for name in seen(person) if name in HINTS]


# What is not covered


def test_what_is_not_covered_is_pointed_at_soon_after_the_start_and_goes_by_itself() -> None:
    person = Person(playing=True, settings=SEEN)
    assert not shows_callout(person)
    person.waits(1.2)
    assert shows_callout(person)
    person.waits(CALLOUT_SECONDS - 0.5)
    assert shows_callout(person)
    person.waits(0.6)
    assert not shows_callout(person)


def test_it_comes_while_the_walk_stands_too() -> None:
    person = Person(playing=False, settings=SEEN)
    assert person.controller.alive
    person.waits(1.2)
    assert shows_callout(person)
    person.waits(CALLOUT_SECONDS)
    assert not shows_callout(person)
    assert not person.controller.alive


def test_a_run_that_was_told_to_stand_still_points_at_nothing_until_it_plays() -> None:
    person = Person(settings=SEEN)
    person.set(guide=Guide(not_before=float("inf")))
    assert not person.controller.alive
    person.waits(5)
    person.keys("Page Down")
    person.waits(5)
    assert not shows_callout(person)
    person.keys("Space")
    person.waits(1.2)
    assert shows_callout(person)


@pytest.mark.parametrize("after", ["resize", "stride", "kernel size", "new start"])
def test_it_comes_once_in_a_life(after: str) -> None:
    person = Person(settings=SEEN)
    person.waits(3)
    assert shows_callout(person)
    assert NOT_COVERED in seen(person), "also when the program ends now"
    person.waits(7)
    if after == "resize":
        person.resizes((1600, 900))
    elif after == "new start":
        person = Person(settings=person.state.settings)
    else:
        person.focuses(after)
        person.keys("Right", "Right")
    person.waits(10)
    assert not shows_callout(person)
    assert person.window.named("note") is not None, "the rail goes on saying it"


def test_it_comes_once_in_a_run() -> None:
    person = Person(settings=SEEN)
    person.waits(10)
    person.focuses("stride")
    person.keys("Right", "Right")
    person.waits(10)
    person.keys("Left")
    person.waits(3)
    assert not shows_callout(person)


def test_it_comes_when_it_first_happens() -> None:
    person = Person(COVERED, settings=SEEN)
    person.waits(5)
    assert not shows_callout(person)
    person.focuses("stride")
    person.keys("Right")
    person.waits(0.2)
    assert shows_callout(person)


@pytest.mark.parametrize("hand", ["key", "press", "wheel"])
def test_the_next_input_takes_it_away(hand: str) -> None:
    person = Person(settings=SEEN)
    person.waits(3)
    assert shows_callout(person)
    if hand == "key":
        person.keys("Shift")
    elif hand == "press":
        person.clicks((3.0, 400.0))
    else:
        person.turns((3.0, 400.0), 1)
    assert not shows_callout(person)
    person.waits(10)
    assert not shows_callout(person)


def test_the_pointers_way_alone_takes_nothing_away() -> None:
    person = Person(settings=SEEN)
    person.waits(3)
    person.moves((3.0, 400.0), (30.0, 420.0))
    assert shows_callout(person)


def test_an_input_in_its_first_instant_does_not_use_it_up() -> None:
    person = Person(settings=SEEN)
    person.waits(1.2)
    person.keys("Right")
    assert not shows_callout(person)
    person.waits(1.5)
    assert shows_callout(person)


def test_it_never_comes_during_a_drag() -> None:
    person = Person(settings=SEEN)
    slider = person.widget("padding")
    assert isinstance(slider, Slider)
    knob = (slider.place(slider.value), slider.track.centre[1])  # pressed there, it stays what it is
    person.presses(knob)
    person.waits(3)
    assert not shows_callout(person)
    person.releases(knob)
    person.waits(1)
    assert shows_callout(person)


def test_it_never_comes_while_the_card_or_a_stroke_is_in_the_hand() -> None:
    for place in ("card", "pixel"):
        person = Person(position=16.0, settings=SEEN)
        card = person.window.first.card
        person.presses((card.x + 1, card.y + 20) if place == "card" else pixel(3, 3))
        person.waits(3)
        assert not shows_callout(person), place


@pytest.mark.parametrize("opened", ["F1", "Ctrl+O"])
def test_nothing_points_over_an_open_sheet(opened: str) -> None:
    person = Person(playing=True)
    person.keys(opened)
    person.waits(9)
    assert not shows_callout(person)
    assert shown_hint(person) is None


def test_it_goes_when_nothing_is_left_to_point_at() -> None:
    person = Person(settings=SEEN)
    person.waits(2)
    assert shows_callout(person)
    person.keys("Ctrl+V")  # an input
    assert not shows_callout(person)
    made = window(state(COVERED, guide=Guide(callout_at=-2.0)), (1366, 768))
    assert made.named("callout line") is None


def line(reduced: bool, since: float, size: tuple[int, int] = (1920, 1080)) -> Line:
    shown = state(settings={"reduced_motion": reduced}, guide=Guide(callout_at=-since))
    found = window(shown, size).named("callout line")
    assert isinstance(found, Line)
    return found


def test_the_line_grows_from_the_sentence_to_the_pixels() -> None:
    first, later, whole = line(False, 0.1), line(False, 0.4), line(False, 2.0)
    assert 0 < first.grown < later.grown < whole.grown == 1
    assert whole.pieces()[-1][1] == whole.way[-1]
    assert first.pieces()[0][0] == whole.way[0]


def test_with_reduced_motion_nothing_moves() -> None:
    assert line(True, 0.0) == line(True, 3.0)
    assert line(True, 0.0).grown == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "shown",
    [
        startup(),
        scenario(size=(10, 10), kernel_size=(3, 3), stride=(2, 1)),
        scenario(size=(10, 10), kernel_size=(3, 3), stride=(1, 2)),
        scenario(size=(10, 10), kernel="ones", kernel_size=(2, 2), stride=(4, 4)),
        scenario(size=(10, 10), kernel_size=(2, 2), stride=(4, 1)),
    ],
)
def test_the_arrow_ends_on_a_pixel_that_is_not_covered(size: tuple[int, int], shown: object) -> None:
    made = window(state(shown, guide=Guide(callout_at=-2.0)), size)  # type: ignore[arg-type]
    found = made.named("callout line")
    assert isinstance(found, Line)
    at = made.places.image.at(*found.way[-1])
    assert at is not None
    result = state(shown).result  # type: ignore[arg-type]
    row, column = (at[axis] + result.scenario.padding[axis] for axis in (0, 1))
    assert result.coverage[row, column] == 0
    for x, y in found.way[:-1]:
        assert made.places.image.at(x, y) is None, "the way lies beside the image"


def test_where_the_sentence_is_not_seen_it_stands_beside_the_image() -> None:
    made = window(state(guide=Guide(callout_at=-2.0)), (800, 600))
    bubble = made.named("callout bubble")
    assert bubble is not None
    assert "Left over: the last row and column are never covered." in " ".join(found.text for found in lines_of(bubble))
    assert not bubble.rect.meets(made.places.image.rect)
    assert window(state(guide=Guide(callout_at=-2.0)), (1920, 1080)).named("callout bubble") is None


def test_what_points_takes_no_pointer() -> None:
    person = Person(settings=SEEN, size=(1920, 1080))
    person.waits(3)
    x, y = person.widget("callout line").rect.centre
    found = person.window.widget_at(x, y)
    assert found is None or not found.name.startswith("callout")


# Hints


def test_the_first_hint_comes_after_some_watching() -> None:
    person = Person(COVERED, playing=True)
    person.waits(5.8)
    assert shown_hint(person) is None
    person.waits(0.4)
    assert shown_hint(person) == "paint"


def test_the_first_hint_comes_at_the_first_pause() -> None:
    person = Person(COVERED, playing=True)
    person.waits(2)
    person.keys("Space")
    assert shown_hint(person) == "paint"


def test_the_second_hint_comes_after_the_first_walk_and_the_third_after_it() -> None:
    person = Person(COVERED, playing=True, position=35.5)
    person.waits(1)
    assert shown_hint(person) != "paint"
    person.clicks(pixel(5, 5))
    assert hints_seen(person) == ["paint"]
    person.waits(6)
    assert shown_hint(person) == "scrub"
    person.clicks("scrubber")
    assert shown_hint(person) is None
    assert hints_seen(person) == ["paint", "scrub"]
    person.waits(6.1)
    person.keys("Right")
    assert shown_hint(person) == "stride"
    person.focuses("stride")
    person.keys("Right")
    assert hints_seen(person) == list(HINTS)
    person.waits(30)
    assert shown_hint(person) is None


def test_doing_it_before_the_hint_makes_it_needless() -> None:
    person = Person(COVERED, playing=True)
    person.clicks(pixel(5, 5))
    assert hints_seen(person) == ["paint"]
    person.waits(8)
    assert shown_hint(person) != "paint"


def test_the_cross_dismisses_a_hint_for_ever_and_the_rest_of_it_takes_no_pointer() -> None:
    person = Person(COVERED, playing=True)
    person.waits(7)
    hint = person.widget("hint")
    assert isinstance(hint, Hint)
    assert person.window.widget_at(hint.face.x + 20, hint.face.centre[1]) is None
    person.clicks(hint.cross.centre)
    assert hints_seen(person) == ["paint"]
    person.waits(20)
    assert shown_hint(person) != "paint"


def test_a_hint_is_dismissed_by_keys_too() -> None:
    person = Person(COVERED, playing=True)
    person.waits(7)
    person.focuses("hint")
    person.keys("Enter")
    assert hints_seen(person) == ["paint"]


def test_a_hint_that_nobody_minds_goes_for_ever() -> None:
    person = Person(COVERED, playing=True)
    person.waits(6.5)
    assert shown_hint(person) == "paint"
    person.waits(HINT_SECONDS)
    assert "paint" in person.state.settings.hints
    assert shown_hint(person) is None


def test_seen_hints_never_come_again() -> None:
    person = Person(COVERED, playing=True, settings=SEEN)
    person.waits(10)
    person.keys("Space", "Space")
    person.waits(60)
    assert shown_hint(person) is None


def test_a_hint_waits_until_the_callout_has_gone() -> None:
    person = Person(playing=True)
    person.waits(7)
    assert shows_callout(person)
    assert shown_hint(person) is None
    person.waits(8)
    assert not shows_callout(person)
    assert shown_hint(person) == "paint"


def test_a_hint_hides_while_something_is_open_or_held_and_is_back_after() -> None:
    person = Person(COVERED, playing=True)
    person.waits(7)
    person.keys("F1")
    assert shown_hint(person) is None
    person.keys("Escape")
    assert shown_hint(person) == "paint"
    person.presses(person.widget("brush").rect.centre)
    assert shown_hint(person) is None


def test_no_hint_asks_to_paint_where_coverage_stands() -> None:
    person = Person(COVERED, playing=True)
    person.keys("C")
    person.waits(8)
    assert shown_hint(person) is None
    person.keys("C")
    person.waits(0.1)
    assert shown_hint(person) == "paint"
    person.keys("C")
    assert shown_hint(person) is None


def test_a_first_picture_has_neither() -> None:
    for size in ((1920, 1080), (800, 600)):
        names = [widget.name for widget in window(state(), size).widgets]
        assert not [name for name in names if name.startswith(("hint", "callout"))]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", HINTS)
def test_a_hint_is_in_the_window_and_never_over_what_it_points_at(name: str, size: tuple[int, int], scale: int) -> None:
    made = window(state(settings={"scale": scale}, guide=Guide(hint=name)), size)
    hint = made.named("hint")
    assert isinstance(hint, Hint)
    targets = {widget.name: widget for widget in made.widgets}
    target = next(targets[each] for each in TARGETS[name] if each in targets)
    assert not hint.rect.meets(target.visible)
    assert made.widgets[0].rect.holds(hint.rect)
    assert all(hint.face.holds(found.rect) for found in lines_of(hint))
    assert not any(found.rect.meets(hint.cross) for found in lines_of(hint) if found.text != "(x)")


def test_hints_change_nothing_of_the_scenario_or_the_history() -> None:
    person = Person(COVERED, playing=True)
    before = person.state
    person.waits(7)
    person.clicks(person.widget("hint").rect.centre)
    assert person.state.scenario is before.scenario
    assert person.state.settings.changed(hints=()) == before.settings.changed(hints=())


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1229, 619), (1024, 768)])
def test_a_hint_lies_on_no_title_and_on_no_number_of_the_output(size: tuple[int, int]) -> None:
    for position in (0.1, 1.4, 3.7):
        made = window(state(startup(), position, guide=Guide(hint="paint")), size)
        box = next(widget.rect for widget in made.widgets if widget.name == "hint")
        titles = [widget.rect for widget in made.widgets if widget.name.startswith(("title ", "times", "size "))]
        output = made.places.output
        numbers = [output.square(*divmod(step, output.columns)) for step in range(int(position) + 1)]
        assert not any(box.meets(rect) for rect in (*titles, *numbers)), (size, position)


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize("size", [(1230, 620), (1229, 619), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("position", [0.1, 3.7, 5.5])
def test_a_hint_lies_on_no_scale_and_on_no_image_and_is_near(hint: str, size: tuple[int, int], position: float) -> None:
    found = scene_called("first_edge").opened
    assert found is not None
    made = window(state(found.scenario, position, guide=Guide(hint=hint)), size)
    box = next(widget.rect for widget in made.widgets if widget.name == "hint")
    scale, image = made.named("legend"), made.places.image.rect
    assert scale is not None
    assert not box.meets(scale.rect)
    assert not box.meets(image)
    target = next(filter(None, map(made.named, TARGETS[hint])))
    assert apart(box, target.visible) ** 0.5 <= made.frame.px(FAR)


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_a_hint_points_at_what_it_speaks_of_with_its_tail_or_an_arrow(size: tuple[int, int]) -> None:
    person = Person(size=size)
    person.set(guide=person.state.interface.guide.changed(hint="paint"))
    hint, image = person.widget("hint"), person.window.places.image.rect
    assert isinstance(hint, Hint)
    if hint.side:
        return
    arrow = person.widget("hint line")
    assert isinstance(arrow, Line)
    (x0, y0), (x1, y1) = arrow.way[0], arrow.way[-1]
    assert image.holds(Rect(x1, y1, 1, 1))
    assert hint.rect.inset(-1).holds(Rect(x0, y0, 1, 1))
    pieces = [Rect(min(a, c), min(b, d), abs(a - c) + 1, abs(b - d) + 1) for (a, b), (c, d) in pairwise(arrow.way)]
    others = [one.visible for one in person.window.widgets if one.focusable and one.name not in ("hint", "grid image")]
    assert not [one for one in others for piece in pieces if piece.meets(one)]
