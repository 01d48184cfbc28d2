"""Present: numbers for the back row, the lens where they do not fit, and nothing around the grids."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest

from game.core import kernels
from game.core.scenario import Scenario, startup
from game.ui.geometry import Rect
from game.ui.widgets.label import Label
from game.view.lens import SHARE, Lens, pages_of
from game.view.places import Looks, looks_in, stage_of
from game.view.written_lines import width_of
from tests.networks import digit_reader
from tests.picture import frame, picture, pixels, scenario, state, typeface, window
from tests.view.test_numbers_drawn import digit_pixels

FULL, CLASSROOM = (1920, 1080), (1366, 768)
HEIGHTS = {"image": 24, "kernel": 32, "products": 32, "output": 32}  # of 1080
SMALLEST = {FULL: 21, CLASSROOM: 15}
SCENARIOS = [
    scenario("noise", size=(rows, columns), kernel=kernel, kernel_size=(side, side))
    for rows, columns in ((1, 1), (5, 9), (8, 8), (16, 16))
    for kernel in ("random", "random signed")
    for side in (1, 3, 5)
    if side <= min(rows, columns)
]


def looks(shown: Scenario, size: tuple[int, int]) -> Looks:
    made = frame(state(shown, presenting=True), size)
    return looks_in(made, stage_of(made))


@pytest.mark.parametrize("size", [FULL, CLASSROOM])
@pytest.mark.parametrize("grid", list(HEIGHTS))
def test_numbers_of_the_startup_scenario_are_for_the_back_row(grid: str, size: tuple[int, int]) -> None:
    least = round(HEIGHTS[grid] * size[1] / 1080)
    assert digit_pixels(getattr(looks(startup(), size), grid).size) >= least


@pytest.mark.parametrize("size", [FULL, CLASSROOM])
def test_the_dot_product_is_for_the_back_row(size: tuple[int, int]) -> None:
    written = next(w for w in window(state(presenting=True), size).widgets if w.name == "dot product")
    assert digit_pixels(written.size) >= round(32 * size[1] / 1080)  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [FULL, CLASSROOM])
@pytest.mark.parametrize("shown", SCENARIOS)
def test_no_number_is_ever_drawn_smaller(shown: Scenario, size: tuple[int, int]) -> None:
    for grid in HEIGHTS:
        look = getattr(looks(shown, size), grid)
        assert not look.size or digit_pixels(look.size) >= SMALLEST[size], grid


@pytest.mark.parametrize("size", [FULL, CLASSROOM])
@pytest.mark.parametrize("shown", SCENARIOS)
def test_where_a_grid_has_no_numbers_the_lens_has_them_in_large(shown: Scenario, size: tuple[int, int]) -> None:
    made = window(state(shown, 0.6, presenting=True), size)
    lens = next((widget for widget in made.widgets if isinstance(widget, Lens)), None)
    found = looks(shown, size)
    without = [name for name in ("image", "kernel", "products") if not getattr(found, name).size]
    assert (lens is not None) == bool(without), without
    if lens is not None:
        assert digit_pixels(lens.size) >= (32 if size == FULL else 23)


@pytest.mark.parametrize("size", [FULL, CLASSROOM, (1024, 768), (800, 600), (3840, 2160), (900, 1200)])
@pytest.mark.parametrize("shown", [*SCENARIOS, scenario("disc", size=(64, 64), kernel="ones", kernel_size=(15, 15))])
def test_the_grids_stand_apart_in_the_screen(shown: Scenario, size: tuple[int, int]) -> None:
    made = window(state(shown, 0.6, presenting=True), size)
    whole = Rect(0, 0, *size)
    places = [place.rect for _, place in made.first.grids()]
    assert all(whole.holds(rect) for rect in places)
    assert not any(one.meets(other) for index, one in enumerate(places) for other in places[index + 1 :])
    assert len({widget.name for widget in made.widgets}) == len(made.widgets)


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (3, 3), (5, 5), (1, 15), (15, 15), (4, 9), (2, 10), (7, 3)])
def test_the_pages_of_the_lens_have_every_term_once_in_order_and_never_more_than_nine(rows: int, columns: int) -> None:
    pages = pages_of(rows, columns)
    assert [index for page in pages for index in page] == list(range(rows * columns))
    assert all(1 <= len(page) <= 9 for page in pages)
    if columns <= 9:
        assert all(page.start % columns == 0 for page in pages), "rows stay whole"
    assert all(one.stop == other.start for one, other in pairwise(pages))


def test_the_lens_shows_true_products_and_the_sum_only_when_it_is_made() -> None:
    shown = scenario("noise", size=(16, 16), kernel="random signed", kernel_size=(5, 5))
    early = next(w for w in window(state(shown, 20.45, presenting=True), FULL).widgets if isinstance(w, Lens))
    late = next(w for w in window(state(shown, 20.95, presenting=True), FULL).widgets if isinstance(w, Lens))
    words = ["".join(run.text for run in runs) for line in early.lines for runs in line]
    for term in words:
        left, right = re.split(" [=≈] ", term)
        pixel, weight = (float(part.strip("()").replace("−", "-").replace("≈", "")) for part in left.split("×"))
        assert float(right.replace("−", "-").replace("≈", "")) == pytest.approx(pixel * weight, abs=0.006)
    assert all("?" in "".join(run.text for run in runs) for runs in early.side[1:]), "neither the page's sum nor all's"
    assert not any("?" in "".join(run.text for run in runs) for runs in late.side)


def test_a_spotlight_dims_all_but_the_surroundings_of_the_pointer() -> None:
    plain = pixels(picture(state(position=5.6), (960, 540))).astype(int)
    lit = pixels(picture(state(position=5.6, spotlight=True, pointer=(296.0, 198.0)), (960, 540))).astype(int)
    assert np.abs(lit[148:248, 246:346] - plain[148:248, 246:346]).max() <= 2
    assert lit[300:, 700:].mean() < 0.35 * plain[300:, 700:].mean()


@pytest.mark.parametrize(("colour", "level"), [("black", 0), ("white", 255)])
@pytest.mark.parametrize("presenting", [False, True])
def test_a_blank_screen_is_of_one_colour(colour: str, level: int, presenting: bool) -> None:
    drawn = pixels(picture(state(position=5.6, blank=colour, presenting=presenting), (640, 360)))
    assert (drawn == level).all()


def test_named_kernels_are_all_drawn_in_present() -> None:
    for name in kernels.NAMES:
        shown = scenario("noise", size=(8, 8), kernel=name)
        assert window(state(shown, 3.5, presenting=True), CLASSROOM).widgets


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
def test_present_says_what_the_walk_is_set_to(size: tuple[int, int]) -> None:
    shown = scenario("digit", kernel="sobel right", stride=(2, 1), padding=(1, 1))
    made = window(state(shown, 3.7, presenting=True), size)
    found = [getattr(made.named(f"setting {index}"), "text", "") for index in (0, 1)]
    assert found == ["kernel: Sobel right", "stride 2 × 1, padding 1"]


SINGLE_DIGITS = Scenario(np.arange(25.0).reshape(5, 5) % 10, kernels.make("sobel right", (3, 3), 1), white=9.0)


@pytest.mark.parametrize(("size", "least"), [((1024, 768), 40), (FULL, 64)])
def test_single_digits_of_a_small_image_are_large(size: tuple[int, int], least: int) -> None:
    assert looks(SINGLE_DIGITS, size).image.size >= least


@pytest.mark.parametrize(("size", "image", "others"), [((1024, 768), 18, 23), (FULL, 30, 36)])
def test_the_startup_scenario_s_numbers_are_large_enough(size: tuple[int, int], image: int, others: int) -> None:
    found = looks(startup(), size)
    assert found.image.size >= image
    assert min(found.kernel.size, found.products.size, found.output.size) >= others
    written = next(w for w in window(state(presenting=True), size).widgets if w.name == "dot product")
    assert written.size >= others  # type: ignore[attr-defined]


@pytest.mark.parametrize("presenting", [False, True])
def test_short_numbers_take_about_half_of_a_cell_s_height_and_no_number_more_than_its_share_of_the_width(
    presenting: bool,
) -> None:
    made = frame(state(SINGLE_DIGITS, presenting=presenting), CLASSROOM)
    places = stage_of(made)
    image = looks_in(made, places).image
    assert 0.5 <= image.size / places.image.pitch <= 0.55
    wide = looks_in(frame(state(startup()), CLASSROOM), stage_of(frame(state(startup()), CLASSROOM))).output
    assert made.type.width("8.88", wide.size, True) <= 0.8 * stage_of(frame(state(startup()), CLASSROOM)).output.pitch


def test_terms_of_the_lens_never_reach_into_each_other_however_narrow_it_is() -> None:
    """Beside the drawer a page has fewer of them."""
    shown = state(digit_reader(), 200.5, presenting=True, rail_open=True, settings={"theme": "daylight"})
    made = window(shown, (1024, 768))
    lens = made.named("lens")
    assert isinstance(lens, Lens)
    assert lens.across < 3
    room = lens.rect.w * SHARE / lens.across
    assert all(width_of(typeface(), runs, lens.size) < room for line in lens.lines for runs in line)


def words_of(shown: Scenario, size: tuple[int, int]) -> dict[str, Label]:
    widgets = window(state(shown, 5.5, presenting=True), size).widgets
    return {widget.name: widget for widget in widgets if isinstance(widget, Label)}


NARROW = [(1024, 768), (800, 600), (1280, 1024)]


@pytest.mark.parametrize("size", NARROW)
def test_words_of_a_narrow_screen_are_as_large_as_those_of_a_wide_one_as_high(size: tuple[int, int]) -> None:
    narrow, wide = (words_of(startup(), each) for each in (size, (size[1] * 16 // 9, size[1])))
    assert {"step", "phase", "setting 0", "setting 1"} <= narrow.keys()
    for name in ("step", "phase", "setting 0"):
        assert abs(narrow[name].size - wide[name].size) <= 1, name
    for name in ("title image", "title output"):
        assert narrow[name].size > 1.1 * 38 * size[0] / 1920, name


@pytest.mark.parametrize("size", [*NARROW, FULL])
@pytest.mark.parametrize("shown", SCENARIOS)
def test_no_word_beside_the_grids_leaves_its_column(shown: Scenario, size: tuple[int, int]) -> None:
    places = stage_of(frame(state(shown, presenting=True), size))
    words = words_of(shown, size)
    ends = dict(zip(("image", "kernel", "products", "output"), places.ends, strict=True))
    for name in ("kernel", "products", "output"):
        assert words[f"title {name}"].rect.right <= ends[name] + 1, name
    for name in ("step", "phase", "setting 0", "setting 1", "setting 2"):
        if name in words:
            label = words[name]
            assert typeface().width(label.text, label.size, label.bold) <= places.note.w, name
            assert label.rect.bottom <= places.note.bottom + 1, name


def test_nothing_is_left_out_for_the_sake_of_larger_words() -> None:
    tight = scenario("noise", size=(8, 8), kernel="gaussian", kernel_size=(3, 3), padding=(2, 2))
    names = {name for name in words_of(tight, (1024, 768)) if name in ("step", "phase") or name.startswith("setting")}
    assert {"step", "phase", "setting 0", "setting 1"} <= names
