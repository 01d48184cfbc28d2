"""Numbers of weak contrast have an outline in Present and in High contrast; the card writes all its numbers or none."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.themes import THEMES, contrast, gray, ink, shade
from game.ui.typeface import rim_width
from game.view.flights import Flights
from game.view.numbers import shown as as_text
from game.view.places import smallest_number
from tests.picture import frame, picture, pixels, scenario, scenarios, state, typeface, window
from tests.ui.test_patterns import card_of

FULL_HD, CLASSROOM = (1920, 1080), (1366, 768)
ENOUGH = 7.0


def grays() -> Scenario:
    """Return an image of 36 grays, from nearly black to nearly white."""
    return scenario("noise", size=(6, 6)).with_image(np.linspace(0.08, 0.92, 36).round(2).reshape(6, 6), "", 1.0)


def has_both_inks(picture_of: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], face: Rect) -> bool:
    """Tell whether pure black and pure white stand side by side inside a cell, as a number with its outline does."""
    inside = picture_of[face.y + 3 : face.bottom - 3, face.x + 3 : face.right - 3].astype(int)
    return bool((inside.max(axis=2) < 12).any() and (inside.min(axis=2) > 243).any())


def wrong_pixels(shown: State, size: tuple[int, int], expected: list[bool]) -> list[tuple[int, ...]]:
    """Return which pixels beside the card have an outlined number, or none, otherwise than expected."""
    drawn, made = pixels(picture(shown, size)), window(shown, size)
    faces = [(at, made.places.image.cell(*at)) for at in np.ndindex(shown.scenario.image_size)]
    seen = [(at, has_both_inks(drawn, face), outlined) for (at, face), outlined in zip(faces, expected, strict=True)]
    free = [not face.meets(made.first.card) for _, face in faces]
    assert sum(free) >= 20
    return [at for (at, found, outlined), is_free in zip(seen, free, strict=True) if is_free and found != outlined]


def weak(shown: Scenario) -> list[bool]:
    """Return which pixels' numbers contrast less than 7:1."""
    grounds = [gray(value, shown.white) for value in shown.image.ravel().tolist()]
    return [contrast(ink(ground), ground) < ENOUGH for ground in grounds]


@pytest.mark.parametrize("size", [FULL_HD, CLASSROOM])
@pytest.mark.parametrize("theme", THEMES)
def test_in_present_the_weak_numbers_of_the_image_have_an_outline_and_no_others(
    theme: str, size: tuple[int, int]
) -> None:
    shown = state(grays(), 16.0, settings={"theme": theme}, presenting=True)
    expected = weak(shown.scenario)
    assert 4 < sum(expected) < 20
    assert not wrong_pixels(shown, size, expected)


@pytest.mark.parametrize("theme", THEMES)
def test_in_the_window_they_have_it_in_high_contrast_only(theme: str) -> None:
    shown = state(grays(), 16.0, settings={"theme": theme})
    expected = weak(shown.scenario) if theme == "high contrast" else [False] * 36
    assert not wrong_pixels(shown, FULL_HD, expected)


@pytest.mark.parametrize("palette", ["standard", "colour-blind"])
@pytest.mark.parametrize("grid", ["kernel", "output"])
def test_weights_and_output_cells_have_it_too(grid: str, palette: str) -> None:
    weights = np.array([[1.0, 0.8, 0.6], [0.4, 0.2, 0.0], [-0.3, -0.6, -1.0]])
    shown = state(grays().with_kernel(weights), 16.0, settings={"theme": "night", "palette": palette}, presenting=True)
    drawn, place = pixels(picture(shown, FULL_HD)), getattr(window(shown, FULL_HD).places, grid)
    values = weights if grid == "kernel" else shown.result.output
    top = float(np.abs(values).max())
    theme = frame(shown, FULL_HD).still.settings.theme
    found = []
    for at in np.ndindex(values.shape):
        ground = shade(float(values[at]), top, getattr(THEMES[theme], grid), THEMES[theme])
        if palette == "standard":
            assert has_both_inks(drawn, place.cell(*at)) == (contrast(ink(ground), ground) < ENOUGH), at
        found.append(has_both_inks(drawn, place.cell(*at)))
    assert any(found)
    assert not all(found)


@pytest.mark.parametrize("position", [5.55, 5.8])
def test_products_on_their_grid_and_in_the_air_have_it_too(position: float) -> None:
    shown = state(scenario("noise", kernel="random signed"), position, presenting=True)
    made, theme = window(shown, FULL_HD), THEMES["night"]
    drawn = pixels(picture(shown, FULL_HD))
    products, place = made.first.moment.products, made.places.products
    assert products is not None
    checked = 0
    for at in np.ndindex(products.shape):
        ground = shade(float(products[at]), 1.0, theme.product, theme)
        if made.first.moment.flight[at] == 0 and made.first.moment.blended[at]:
            checked += 1
            assert has_both_inks(drawn, place.cell(*at)) == (contrast(ink(ground), ground) < ENOUGH), at
    flying = [widget for widget in made.widgets if isinstance(widget, Flights)]
    assert all(flight.outlined for flight in flying)
    assert checked or flying


@pytest.mark.parametrize("size", range(9, 80))
def test_an_outline_is_thin(size: int) -> None:
    assert 1 <= rim_width(size) <= max(1, size / 16)
    plain = typeface().render("0.50", size, True, (0, 0, 0))
    rimmed = typeface().outlined("0.50", size, True, (0, 0, 0), (255, 255, 255))
    assert rimmed.get_width() - plain.get_width() == 2 * rim_width(size)


@pytest.mark.parametrize("size", [FULL_HD, CLASSROOM, (800, 600)])
@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("name", scenarios())
def test_the_card_writes_all_its_numbers_or_none(size: tuple[int, int], talk: bool, name: str) -> None:
    shown = state(scenarios()[name], 0.5, presenting=talk)
    made = window(shown, size)
    look = card_of(made).look
    least = smallest_number(frame(shown, size)) or 13
    assert look.size == 0 or look.size >= least
    assert not card_of(made).pairs or card_of(made).pairs >= least
    moment = made.first.moment
    assert moment.products is not None
    values = [(float(one), card_of(made).decimals[1]) for one in shown.scenario.kernel.ravel()]
    values += [(float(one), card_of(made).decimals[2]) for one in moment.products.ravel()]
    for value, decimals in values if look.size else ():
        assert typeface().width(as_text(value, decimals), look.size, True) <= made.places.image.pitch


@pytest.mark.parametrize("size", [FULL_HD, CLASSROOM])
def test_in_present_a_signed_kernel_of_two_decimals_has_its_numbers_on_the_card(size: tuple[int, int]) -> None:
    shown = scenario("noise", kernel="random signed", stride=startup().stride, padding=startup().padding)
    assert card_of(window(state(shown, 5.5, presenting=True), size)).look.size
