"""A kernel that learns, with hands: keys, the transport, the rail, the target that is painted, the line of the loss."""

from __future__ import annotations

import pytest

from game.files.settings import Settings
from game.play.choices import SECTIONS
from game.session.learning import PARTS, Trace
from game.ui.widgets.rate_slider import RateSlider
from game.view.learn.chart import LossLine
from game.view.learn.grids import Shades, Target
from game.words.texts import text
from tests.session.test_learn import seven
from tests.ui.measure import lines_of

from .hands import Person


def learner(size: tuple[int, int] = (1366, 768), scale: int = 100) -> Person:
    """Return a person whose kernel learns."""
    person = Person(seven(), size, settings=Settings(scale=scale, sections=SECTIONS))
    person.keys("K")
    return person


def trace(person: Person) -> Trace:
    found = person.state.learn.trace
    assert found is not None
    return found


def words(person: Person) -> str:
    """Return all that stands in the window as words."""
    found = [str(getattr(widget, "text", "")) for widget in person.window.widgets]
    lines = [line for widget in person.window.widgets for line in getattr(widget, "lines", ()) or ()]
    found += ["".join(run.text for run in line) for line in lines]
    return "\n".join(found)


def test_the_key_shows_all_that_belongs_to_learning_and_escape_the_walk_again() -> None:
    person = learner()
    shown = {widget.name for widget in person.window.widgets}
    assert shown >= {"grid kernel", "grid gradient", "grid output", "grid target", "grid error", "loss line"}
    assert shown >= {"learn target", "learning rate", "learn loss", "learn walk", "play"}
    person.keys("Escape")
    assert not person.state.learn.on
    assert "grid gradient" not in {widget.name for widget in person.window.widgets}


def test_arrows_make_updates_and_go_back_and_the_line_says_what_becomes_of_the_weight() -> None:
    person = learner()
    person.keys("Right")
    person.keys("Right")
    assert (trace(person).number, trace(person).last) == (2, 2)
    assert text("learn.after", count=2) in words(person)
    person.keys("Left")
    assert (trace(person).number, trace(person).last) == (1, 2)
    said = words(person)
    assert text("learn.line.old") in said
    assert text("learn.update.of", number=1, last=2) in said


def test_space_runs_until_it_is_pressed_again_and_time_passes_meanwhile() -> None:
    person = learner()
    person.keys("Space")
    assert person.controller.alive
    person.waits(1.0)
    person.keys("Space")
    made = trace(person).number
    assert made >= 3
    person.waits(1.0)
    assert trace(person).number == made


def test_a_click_on_the_line_of_the_loss_goes_to_that_update() -> None:
    person = learner()
    for _ in range(6):
        person.keys("Right")
    chart = person.window.named("loss line")
    assert isinstance(chart, LossLine)
    x, y = chart.points()[2]
    person.clicks((x, y))
    assert trace(person).number == 2


def test_one_paints_on_the_target_and_a_stroke_is_one_undo_entry() -> None:
    person = learner()
    target = person.widget("grid target")
    assert isinstance(target, Target)
    entries = len(person.state.history.entries)
    place = target.place
    person.drags(*(place.cell(0, column).centre for column in range(4)))
    learning = person.state.scenario.learning
    assert learning is not None
    assert learning.target[0, 0, :4].tolist() == [1.0, 1.0, 1.0, 1.0]
    assert len(person.state.history.entries) == entries + 1


def test_pointing_at_a_gradient_shows_what_it_is_the_sum_of() -> None:
    person = learner()
    person.moves("gradient 2 1")
    said = words(person)
    assert text("learn.weight", row=2, column=1) in said
    assert text("learn.line.gradient") + " = 2 ÷ 25 × (" in said
    person.clicks("gradient 2 1")
    assert person.state.learn.weight == (1, 0)


def test_the_rate_is_typed_and_one_that_is_none_is_refused() -> None:
    person = learner()
    person.clicks(_number(person))
    person.types("0.05")
    person.keys("Enter")
    assert trace(person).goal.learning.learning_rate == 0.05
    person.clicks(_number(person))
    person.types("-1")
    person.keys("Enter")
    assert trace(person).goal.learning.learning_rate == 0.05
    assert person.state.interface.toasts


def _number(person: Person) -> tuple[float, float]:
    """Return where the number of the rate is."""
    slider = person.widget("learning rate")
    assert isinstance(slider, RateSlider)
    return slider.number_rect.centre


def test_the_section_folds_for_as_long_as_one_learns_and_the_settings_stay() -> None:
    person = learner()
    assert person.state.settings.sections == SECTIONS
    person.clicks("learn head")
    assert person.window.named("learning rate") is None
    assert person.state.settings.sections == SECTIONS
    person.keys("Escape")
    assert person.window.named("stride") is not None


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1920, 1080)], ids=str)
def test_in_present_kernel_gradient_error_and_loss_have_the_wall(size: tuple[int, int]) -> None:
    person = learner(size)
    person.keys("F5")
    person.keys("Right")
    shown = {widget.name for widget in person.window.widgets}
    assert shown >= {"grid kernel", "grid gradient", "grid error", "loss line"}
    assert "grid image" not in shown
    assert trace(person).number == 1


def test_in_present_the_output_has_the_place_of_the_error_while_it_is_told_of() -> None:
    person = learner((1024, 768))
    person.keys("F5")
    maps = {}
    for _ in PARTS:
        person.keys("Page Down")
        shown = [one for one in person.window.widgets if one.name in ("grid output", "grid error")]
        (board,) = (one for one in shown if isinstance(one, Shades))
        titles = [one.name for one in person.window.widgets if one.name in ("title output", "title error")]
        assert titles == [board.name.replace("grid", "title")]
        maps[person.state.learn.part] = board
    assert {part: board.name for part, board in maps.items()} == {
        part: "grid output" if part in ("kernel", "output") else "grid error" for part in PARTS
    }
    assert maps["kernel"].board is None
    assert maps["output"].board is not None
    assert len({board.rect for board in maps.values()}) == 1


def test_a_title_that_has_no_room_is_a_shorter_one_and_not_cut() -> None:
    found = set()
    for scale in (100, 200):
        person = learner((1024, 768), scale)
        (title,) = (one for one in person.window.widgets if one.name == "title error")
        found.add("".join(line.text for line in lines_of(title)))
    assert found == {text("learn.error"), text("learn.error.short")}


@pytest.mark.parametrize("scale", [75, 100, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600)], ids=str)
def test_the_title_of_the_error_is_never_cut_where_it_is_one_word_the_rest_is_said_on_pointing(
    size: tuple[int, int], scale: int
) -> None:
    person = learner(size, scale)
    title = person.widget("title error")
    whole, said = text("learn.error"), getattr(title, "text", "")
    assert said in (whole, text("learn.error.short"))
    person.rests("title error", 1.0)
    assert whole == said or whole in bubble(person)
    assert title.tooltip == ("" if said == whole else whole)


def bubble(person: Person) -> tuple[str, ...]:
    """Return the lines of the bubble that says what is pointed at."""
    return tuple(line for one in person.window.widgets for line in getattr(one, "lines", ()) if isinstance(line, str))


def test_the_momentum_is_dragged_and_typed_and_the_limit_of_the_rate_moves() -> None:
    person = learner()
    slider = person.widget("momentum")
    assert isinstance(slider, RateSlider)
    limit = person.widget("learning rate")
    assert isinstance(limit, RateSlider)
    assert limit.limit is not None
    entries = len(person.state.history.entries)
    y = slider.track.centre[1]
    person.drags((slider.place(0.0), y), (slider.place(0.3), y), (slider.place(0.5), y))
    assert trace(person).goal.learning.momentum == 0.5
    assert len(person.state.history.entries) == entries + 1
    moved = person.widget("learning rate")
    assert isinstance(moved, RateSlider)
    assert moved.limit == pytest.approx(1.5 * limit.limit)
    person.clicks(slider.number_rect.centre)
    person.types("1.2")
    person.keys("Enter")
    assert trace(person).goal.learning.momentum == 0.5
    assert person.state.interface.toasts[-1].sentence == "The momentum must be from 0 to 0.99, not 1.2."
    person.keys("Escape", "Ctrl+Z")
    assert trace(person).goal.learning.momentum == 0.0
