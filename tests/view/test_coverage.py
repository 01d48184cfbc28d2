"""Coverage shows how many patches cover each pixel: the numbers, the tones, the words, and what a hand may do."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from game.core.convolution import patch_corner
from game.core.coverage import corners_and_middle
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.input.intent import Cell, GridName
from game.input.scenario_intents import SetQuantity
from game.play.moment import moment
from game.reading.text import read_numbers
from game.session.boards import counts_of
from game.session.state import State
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.place import GridPlace
from game.ui.themes import THEMES, contrast, ink, shade, theme_of
from game.ui.typeface import SMALLEST_NUMBER
from game.ui.widgets.label import Label
from game.view.bubbles import bubble_lines
from game.view.coverage import CardOutline, CoverageGrid
from game.view.image_picture import draw_hatching
from game.view.numbers import NumberLook, room, shown
from game.view.places import smallest_number
from game.view.window import Window
from game.window.formula import corners_words
from tests.picture import frame, picture, pixels, scenario, scenarios, side_of, state, typeface, window
from tests.session.hands import after
from tests.shell.hands import Person, output, pixel, weight
from tests.ui.measure import lines_of
from tests.ui.test_layout import SIZES

FULL_HD = (1920, 1080)
HIDDEN = "Coverage stands in the place of the pixels"


def counted(shown_scenario: Scenario) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Count the patches on each pixel of the padded image by walking them all."""
    counts = np.zeros(shown_scenario.padded_size, dtype=np.int64)
    for cell in np.ndindex(shown_scenario.output_size):
        top, left = patch_corner(shown_scenario, cell)
        for row, column in np.ndindex(shown_scenario.kernel_size):
            counts[
                top + row * shown_scenario.dilation[0] + shown_scenario.padding[0],
                left + column * shown_scenario.dilation[1] + shown_scenario.padding[1],
            ] += 1
    return counts


def covered(shown_scenario: Scenario | None = None, position: float = 5.6, **settings: object) -> State:
    return state(shown_scenario or startup(), position, settings=settings, coverage=True)


def grid(made: Window) -> CoverageGrid:
    found = made.named("grid image")
    assert isinstance(found, CoverageGrid)
    return found


@pytest.mark.parametrize("name", scenarios())
def test_the_numbers_are_what_counting_gives(name: str) -> None:
    made = covered(scenarios()[name], 0.0)
    assert np.array_equal(counts_of(made.result), counted(made.scenario))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_the_numbers_obey_the_rules_of_sizes(size: tuple[int, int], name: str) -> None:
    made = covered(scenarios()[name], 0.0)
    found = grid(window(made, size))
    assert found.look.size == 0 or found.look.size >= SMALLEST_NUMBER
    if found.look.size:
        for count in np.unique(counted(made.scenario)).tolist():
            assert typeface().width(shown(float(count), 0), found.look.size, True) <= room(found.place)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["start-up", "stride 4, kernel 2", "dilated"])
def test_each_tone_stands_for_its_count(theme: str, name: str) -> None:
    made = covered(scenarios()[name], float(scenarios()[name].steps), theme=theme)
    surface = pixels(picture(made, FULL_HD))
    place, counts, look = window(made, FULL_HD).places.image, counted(made.scenario), THEMES[theme]
    inset = place.side // 4  # over the number, beside the dashes
    for row, column in np.ndindex(counts.shape):
        square = place.square(row - made.scenario.padding[0], column - made.scenario.padding[1])
        got = surface[square.y + inset, square.x + inset].tolist()
        wanted = shade(float(counts[row, column]), float(counts.max()), look.coverage, look)
        if not on_card(window(made, FULL_HD), square.x + inset, square.y + inset):
            assert np.abs(np.array(got) - wanted).max() <= 2, (row, column)


def on_card(made: Window, x: int, y: int) -> bool:
    return made.first.card.inset(-6).contains(x, y)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_the_tone_is_no_gray_and_no_hue_of_a_grid_and_numbers_can_be_read_on_it(theme: object) -> None:
    look = next(found for found in THEMES.values() if found is theme)
    red, green, blue = look.coverage
    assert max(red, green, blue) - min(red, green, blue) > 80
    for other in (look.kernel, look.product, look.output, look.negative, look.now, look.source):
        assert np.abs(np.array(other) - look.coverage).sum() > 90
    for share in np.linspace(0, 1, 101):
        ground = shade(float(share), 1.0, look.coverage, look)
        assert contrast(ink(ground), ground) >= 4.5
    assert contrast(look.coverage, look.ground) >= 3.0


def test_the_title_says_coverage_with_a_legend_from_0_to_the_most() -> None:
    made = window(covered(scenario(size=(8, 8))), FULL_HD)
    title, legend = made.named("title image"), made.named("coverage legend")
    assert title is not None
    assert legend is not None
    assert [line.text for line in lines_of(title)] == ["Coverage"]
    assert [line.text for line in lines_of(legend)] == ["0", "9"]
    plain = window(state(), FULL_HD)
    assert plain.named("coverage legend") is None
    assert [line.text for widget in [plain.named("title image")] if widget for line in lines_of(widget)] == [
        "Source image"
    ]


def test_stride_and_padding_change_it_live() -> None:
    person = Person(position=3.0)
    person.keys("C")
    for name, key in (("stride", "Right"), ("padding", "Right"), ("kernel size", "Right"), ("image size", "Left")):
        person.focuses(name)
        before = counts_of(person.state.result)
        person.keys(key)
        after_it = counts_of(grid(person.window).result)
        assert np.array_equal(after_it, counted(person.state.scenario))
        assert not np.array_equal(after_it, before), name


def test_c_and_the_button_show_it_and_take_it_away() -> None:
    person = Person()
    person.keys("C")
    assert person.state.interface.coverage
    assert person.widget("coverage").tooltip.endswith("(C)")
    person.keys("C")
    assert not person.state.interface.coverage
    assert not isinstance(person.widget("grid image"), CoverageGrid)
    assert person.widget("coverage").tooltip == "Coverage: how many patches cover each pixel  (C)"
    person.clicks("coverage")
    assert isinstance(person.widget("grid image"), CoverageGrid)
    person.clicks("coverage")
    assert not person.state.interface.coverage


def test_escape_leaves_it_last_and_then_does_nothing() -> None:
    person = Person()
    person.keys("C", "F1", "Escape")
    assert person.state.interface.coverage
    assert person.state.interface.sheet is None
    person.keys("Escape")
    assert not person.state.interface.coverage
    person.keys("Escape")
    assert not person.controller.ended


def test_the_bubble_says_by_how_many_and_how_many_along_rows_and_columns() -> None:
    made = covered(scenario(size=(8, 8)))
    now = moment(made.result, 5.6)
    lines = bubble_lines(side_of(made), now, Cell(GridName.IMAGE, 0, 4))
    assert lines[:2] == ("Covered by 3 patches", "1 along the rows × 3 along the columns")
    assert lines[2].startswith("Pixel, row 1, column 5: 0.")
    assert bubble_lines(side_of(made), now, Cell(GridName.IMAGE, 0, 0))[0] == "Covered by 1 patch"
    padded = covered()
    lines = bubble_lines(side_of(padded), now, Cell(GridName.IMAGE, 8, 8))
    assert lines[0] == "Covered by no patch: left over"
    assert lines[2] == "Padding pixel: always 0"
    skipped = covered(scenarios()["stride 4, kernel 2"])
    assert bubble_lines(side_of(skipped), now, Cell(GridName.IMAGE, 2, 0))[0] == "Covered by no patch: skipped"


@pytest.mark.parametrize("name", scenarios())
def test_every_bubble_gives_the_count(name: str) -> None:
    made = covered(scenarios()[name], 0.0)
    if made.scenario.steps > 1000:
        return
    now, counts, padding = moment(made.result, 0.0), counted(made.scenario), made.scenario.padding
    for row, column in np.ndindex(counts.shape):
        first, split, *_ = bubble_lines(side_of(made), now, Cell(GridName.IMAGE, row - padding[0], column - padding[1]))
        down, across = (int(part.split()[0]) for part in split.split(" × "))
        count = int(counts[row, column])
        assert down * across == count
        assert first == "Covered by 1 patch" if count == 1 else first.startswith(f"Covered by {count or 'no'} patch")


def test_the_sentence_gives_the_reason_for_padding_with_live_numbers() -> None:
    person = Person(scenario(size=(8, 8)), size=FULL_HD)
    assert not any(name.startswith("corners") for name in person.names())
    person.keys("C")
    words = " ".join(
        line.text for widget in person.window.widgets if widget.name.startswith("corners") for line in lines_of(widget)
    )
    assert words == "The corners are covered 1 time, the middle 9 times: a reason for padding."
    assert corners_said(scenario(padding=(2, 2))) == "Corners and middle are covered alike: 9 times."
    assert corners_said(startup()) == "The corners are covered 1 time, the middle 1 to 4 times."
    person.focuses("padding")
    person.keys("Right")
    assert corners_said(person.state.scenario).startswith("The corners are covered 4 times, the middle 9")


def corners_said(shown: Scenario) -> str:
    """Return what is said about how often a scenario's corners and middle are covered."""
    return corners_words(*corners_and_middle(shown))


def test_the_card_goes_on_as_an_outline_and_its_border_can_be_dragged() -> None:
    person = Person(position=5.6)
    person.keys("C")
    card = person.widget("card")
    assert isinstance(card, CardOutline)
    assert lines_of(card) == []
    assert "patch" not in person.names()
    card_rect = person.window.first.card
    person.drags((card_rect.x + 1, card_rect.y + 20), (card_rect.x + 1 + 2 * person.window.places.image.pitch, 300))
    assert int(person.state.playback.position) != 5


def test_the_walk_goes_on_above_it() -> None:
    person = Person(playing=True)
    person.keys("C")
    first = person.window.first.card
    person.waits(3.0)
    assert person.window.first.card != first


@pytest.mark.parametrize("touch", [False, True])
def test_a_hand_on_the_image_changes_no_pixel_that_is_not_seen_and_is_told_why(touch: bool) -> None:
    person = Person(position=16.0)
    person.keys("C")
    before = person.state.scenario
    person.drags(pixel(5, 5), pixel(6, 6), touch=touch)
    assert person.state.scenario == before
    assert [HIDDEN in toast.sentence for toast in person.state.interface.toasts] == [True]
    person.keys("C")
    person.drags(pixel(5, 5), pixel(6, 6), touch=touch)
    assert person.state.scenario != before


def test_no_other_way_leads_to_a_pixel_that_is_not_seen() -> None:
    person = Person(position=16.0)
    person.keys("C")
    before = person.state.scenario
    person.clicks(pixel(5, 5))
    person.clicks(pixel(5, 5))
    assert person.state.interface.entry is None
    person.moves(pixel(5, 5))
    person.waits(0.5)
    person.turns(pixel(5, 5), 3)
    person.set(cursor=pixel(3, 3))
    person.keys("X", "Delete", "Enter")
    person.types("7")
    person.presses(pixel(5, 5), touch=True)
    person.waits(0.7)
    assert person.state.interface.popup is None
    assert person.state.interface.entry is None
    assert person.state.scenario == before


def test_weights_and_output_answer_as_ever() -> None:
    person = Person(position=16.0)
    person.keys("C")
    person.clicks(weight(1, 1))
    assert person.state.interface.entry is not None
    person.types("0.5")
    person.keys("Enter")
    assert person.state.scenario.kernel[1, 1] == 0.5
    person.clicks(output(2, 2))
    assert int(person.state.playback.position) == 10


def test_a_stroke_that_is_under_way_stops_where_coverage_comes() -> None:
    person = Person(position=16.0)
    person.presses(pixel(5, 5))
    person.keys("C")
    before = person.state.scenario
    person.moves(pixel(6, 6), pixel(7, 7))
    person.releases(pixel(7, 7))
    assert person.state.scenario == before
    assert person.state.working is None


def test_another_image_size_keeps_it_on() -> None:
    made = after(covered(), SetQuantity("image size", None, 12))
    assert made.interface.coverage
    assert counts_of(made.result).shape == (14, 14)


def test_what_is_seen_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person(position=5.6)
    texts: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", texts.append)
    person.keys("C")
    person.moves(pixel(2, 2))
    person.keys("Ctrl+C")
    assert np.array_equal(read_numbers(texts[-1]).values, counted(startup()))
    assert "coverage" in person.state.interface.toasts[-1].sentence
    person.moves(weight(0, 0))
    person.keys("Ctrl+C")
    assert np.array_equal(read_numbers(texts[-1]).values, startup().kernel)
    person.keys("C")
    person.moves(pixel(2, 2))
    person.keys("Ctrl+C")
    assert np.array_equal(read_numbers(texts[-1]).values, startup().image)
    assert "coverage" not in person.state.interface.toasts[-1].sentence


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("name", ["start-up", "kernel 15", "64 x 64, kernel 15, padding 8"])
def test_in_present_the_counts_are_for_the_back_row_and_the_title_says_what_they_are(
    size: tuple[int, int], name: str
) -> None:
    shown_state = state(scenarios()[name], 5.6, coverage=True, presenting=True)
    made = window(shown_state, size)
    look, least = grid(made).look, smallest_number(frame(shown_state, size))
    assert look.size >= least or look.size == 0
    assert (look.size > 0) == (name == "start-up")
    title = made.named("title image")
    assert isinstance(title, Label)
    assert title.text == "Coverage"


def test_cells_of_one_width_but_another_pitch_have_each_their_own_hatching() -> None:
    places = [GridPlace(0, 0, pitch, 10, 10, (-1, -1)) for pitch in (27, 28)]
    assert len({place.pitch - place.gap for place in places}) == 1, "the gaps of this test are no longer apart"
    result = result_of(startup())

    def drawn(cache: SurfaceCache, place: GridPlace) -> bytes:
        canvas = Canvas(pygame.Surface(place.rect[2:]), theme_of("night", "standard"), typeface(), cache)
        draw_hatching(canvas, place, result, NumberLook(0, 2))
        return pygame.image.tobytes(canvas.surface, "RGB")

    shared = SurfaceCache()
    assert [drawn(shared, place) for place in places] == [drawn(SurfaceCache(), place) for place in places]
