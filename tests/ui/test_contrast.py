"""Contrast in every theme and palette, after WCAG 2.2: numbers 7:1, other words 4.5:1, lines with a meaning 3:1."""

from __future__ import annotations

import numpy as np
import pytest

from game.play.choices import ERRORS
from game.ui.themes import (
    BLACK,
    EVERY_THEME,
    HUES,
    WHITE,
    Colour,
    Theme,
    contrast,
    gray,
    ink,
    looking,
    luminance,
    mix,
    rim,
    shade,
)
from game.view.colours import QUIET_CELLS, lit, quieted, shade_colours

IN_EVERY_THEME = pytest.mark.parametrize("theme", EVERY_THEME.values(), ids=[", ".join(names) for names in EVERY_THEME])
NUMBERS, WORDS, LINES = 7.0, 4.5, 3.0

NUMBER_ROLES = ("text", "kernel_text", "product_text", "output_text", "now_text", "error_text")
WORD_ROLES = (*NUMBER_ROLES, "dim", "negative_text")
GROUNDS = ("ground", "panel", "raised")
SHARES = np.linspace(-1, 1, 401)


def colour(theme: Theme, role: str) -> Colour:
    found: Colour = getattr(theme, role)
    return found


@IN_EVERY_THEME
@pytest.mark.parametrize("ground", ["ground", "panel"])
@pytest.mark.parametrize("role", NUMBER_ROLES)
def test_numbers_outside_cells_contrast_seven_to_one(theme: Theme, ground: str, role: str) -> None:
    assert contrast(colour(theme, role), colour(theme, ground)) >= NUMBERS


@IN_EVERY_THEME
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", WORD_ROLES)
def test_words_contrast_with_every_ground_they_stand_on(theme: Theme, ground: str, role: str) -> None:
    assert contrast(colour(theme, role), colour(theme, ground)) >= WORDS


@IN_EVERY_THEME
@pytest.mark.parametrize("role", ["text", "dim", "kernel_text"])
def test_words_of_a_control_under_the_pointer_can_still_be_read(theme: Theme, role: str) -> None:
    assert contrast(colour(theme, role), theme.hovered) >= WORDS


@IN_EVERY_THEME
def test_a_note_can_be_read_on_its_ground(theme: Theme) -> None:
    assert contrast(theme.text, theme.now_quiet) >= NUMBERS


@IN_EVERY_THEME
def test_what_is_chosen_or_pressed_can_be_read_on_the_accent(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= WORDS
    assert contrast(theme.ground, theme.text) >= NUMBERS  # the play button while it is pressed


@IN_EVERY_THEME
@pytest.mark.parametrize("hue", ["kernel", "product", "output"])
def test_the_number_in_a_cell_can_be_read_on_every_shade(theme: Theme, hue: str) -> None:
    low = min(
        (contrast(ink(one), one), share) for share in SHARES if (one := shade(share, 1.0, colour(theme, hue), theme))
    )
    assert low[0] >= WORDS, low


@IN_EVERY_THEME
def test_the_number_in_an_error_can_be_read_on_every_shade_and_its_sign_is_a_colour(theme: Theme) -> None:
    erring = looking(theme, ERRORS)
    shades = [shade(share, 1.0, theme.error, erring) for share in SHARES]
    assert min(contrast(ink(one), one) for one in shades) >= WORDS
    high, low = shades[-1], shades[0]
    assert high[0] > high[2] + 20, "too high is pink"
    assert low[2] > low[0] + 20, "too low is violet"


@IN_EVERY_THEME
def test_the_number_in_a_pixel_can_be_read_on_every_gray(theme: Theme) -> None:
    del theme
    assert min(contrast(ink(one), one) for level in range(256) if (one := gray(level, 255))) >= WORDS


@IN_EVERY_THEME
def test_a_number_can_be_read_on_what_is_not_in_work_and_is_quieter_than_one_that_is(theme: Theme) -> None:
    least = WORDS if theme.patterned else LINES
    for full in (*HUES, WHITE, theme.negative):
        for dark in (BLACK, theme.neutral):
            shades = np.array([[mix(dark, full, level / 255) for level in range(256)]], np.uint8)
            for loud, (red, green, blue) in zip(
                shades[0], quieted(shades, QUIET_CELLS, theme)[0].tolist(), strict=True
            ):
                cell = (red, green, blue)
                number, ground = (mix(one, theme.ground, theme.veil / 255) for one in (ink(cell), cell))
                assert contrast(number, ground) >= least, (full, cell)
                wanted = mix(tuple(map(int, loud)), theme.ground, QUIET_CELLS)  # type: ignore[arg-type]  # it has three
                assert max(abs(one - other) for one, other in zip(ground, wanted, strict=True)) <= 2, "at 60 %"


@IN_EVERY_THEME
def test_the_numbers_of_the_card_can_be_read_while_it_blends(theme: Theme) -> None:
    for share in SHARES[::8]:
        weight = shade(share, 1.0, theme.kernel, theme)
        product = shade(share, 1.0, theme.product, theme)
        for level in range(0, 256, 5):
            met = mix(gray(level, 255), weight, 0.62)
            for part in (0.0, 0.25, 0.5):
                assert contrast(ink(mix(product, met, part)), mix(product, met, part)) >= WORDS


@IN_EVERY_THEME
def test_the_sum_can_be_read_while_its_cell_takes_its_shade(theme: Theme) -> None:
    for share in SHARES[::4]:
        for part in np.linspace(0, 1, 11):
            ground = mix(theme.now_quiet, shade(share, 1.0, theme.output, theme), float(part))
            assert contrast(ink(ground), ground) >= WORDS


@IN_EVERY_THEME
@pytest.mark.parametrize("hue", ["kernel", "product", "output"])
def test_ink_under_seven_to_one_has_a_rim_of_the_other_colour_and_no_other_has(theme: Theme, hue: str) -> None:
    grounds = [shade(share, 1.0, colour(theme, hue), theme) for share in SHARES]
    for ground in (*grounds, *(gray(level, 255) for level in range(256))):
        edge = rim(ground)
        assert (edge is None) == (contrast(ink(ground), ground) >= NUMBERS), ground
        assert edge in (None, {BLACK: WHITE, WHITE: BLACK}[ink(ground)])


@IN_EVERY_THEME
def test_a_padding_zero_can_be_read_on_black(theme: Theme) -> None:
    assert contrast(theme.padding_text, BLACK) >= WORDS


@IN_EVERY_THEME
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_outlines_that_mean_something_are_seen(theme: Theme, ground: str) -> None:
    below = colour(theme, ground)
    for role in ("edge", "kernel", "now", "accent", "negative"):
        assert contrast(colour(theme, role), below) >= LINES, role


@IN_EVERY_THEME
def test_the_dashes_around_padding_are_seen_on_black_and_on_the_ground(theme: Theme) -> None:
    assert contrast(theme.padding, BLACK) >= LINES
    assert contrast(theme.padding, theme.ground) >= LINES


@IN_EVERY_THEME
def test_the_ring_around_the_cell_being_made_is_seen_on_both_its_sides(theme: Theme) -> None:
    assert contrast(theme.now, theme.ground) >= LINES
    assert contrast(theme.now, theme.now_quiet) >= LINES


@IN_EVERY_THEME
def test_the_outline_of_a_field_is_seen(theme: Theme) -> None:
    for ground in ("raised", "hovered", "panel", "ground"):
        assert contrast(theme.edge, colour(theme, ground)) >= (LINES if ground != "hovered" else 2.5), ground


@IN_EVERY_THEME
def test_the_focus_ring_is_seen_on_every_ground(theme: Theme) -> None:
    for ground in ("ground", "panel", "raised", "hovered"):
        assert contrast(theme.now, colour(theme, ground)) >= LINES, ground


@IN_EVERY_THEME
def test_hatching_is_seen_on_every_gray(theme: Theme) -> None:
    for level in range(256):
        below = gray(level, 255)
        # Each line lies on a wider one in the ground's colour: one of the two is seen.
        assert max(contrast(theme.now_text, below), contrast(theme.ground, below)) >= LINES, level


@IN_EVERY_THEME
@pytest.mark.parametrize("role", ["source", "kernel", "now", "padding", "accent"])
def test_the_knob_of_a_slider_is_seen(theme: Theme, role: str) -> None:
    assert contrast(colour(theme, role), theme.panel) >= LINES


@IN_EVERY_THEME
@pytest.mark.parametrize("hue", ["kernel", "product", "output"])
def test_zero_is_quiet_and_neither_the_ground_nor_black(theme: Theme, hue: str) -> None:
    assert theme.neutral not in (theme.ground, BLACK, WHITE)
    assert shade(0.0, 5.0, colour(theme, hue), theme) == theme.neutral
    assert shade(3.0, 0.0, colour(theme, hue), theme) == theme.neutral


@IN_EVERY_THEME
def test_a_full_shade_is_the_hue_itself_and_a_value_beyond_the_scale_no_more(theme: Theme) -> None:
    assert shade(2.0, 2.0, theme.kernel, theme) == shade(9.0, 2.0, theme.kernel, theme) == theme.kernel
    assert shade(-2.0, 2.0, theme.kernel, theme) == shade(-9.0, 2.0, theme.output, theme) == theme.negative


@IN_EVERY_THEME
def test_negative_values_are_told_from_positive_ones_by_their_colour(theme: Theme) -> None:
    for hue in (theme.kernel, theme.product, theme.output):
        plus, minus = shade(0.5, 1.0, hue, theme), shade(-0.5, 1.0, hue, theme)
        assert minus[0] > minus[2] + 20, "orange is warm"
        assert plus[0] < max(plus[1:]) + 1, "the grids' hues are not"


@IN_EVERY_THEME
@pytest.mark.parametrize("hue", ["kernel", "product", "output"])
def test_a_whole_grid_has_the_same_shades_as_its_single_cells(theme: Theme, hue: str) -> None:
    grid = np.array([[-2.0, -0.33, 0.0], [0.01, 1.7, 5.0]])
    whole = shade_colours(grid, 2.0, colour(theme, hue), theme)
    for at in np.ndindex(grid.shape):
        single = shade(float(grid[at]), 2.0, colour(theme, hue), theme)
        assert np.abs(whole[at].astype(int) - single).max() <= 1


def test_a_pixel_is_true_gray_from_black_to_white() -> None:
    levels = lit(np.array([[0.0, 0.5, 3.0, 1.5]]), 3.0, WHITE)
    assert levels[0].tolist() == [[0, 0, 0], [42, 42, 42], [255, 255, 255], [128, 128, 128]]
    assert [list(gray(value, 3.0)) for value in (0.0, 0.5, 3.0, 1.5)] == levels[0].tolist()


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast((119, 119, 119), WHITE) == pytest.approx(4.478, abs=0.001)  # WCAG's well-known #777
    assert luminance((255, 0, 0)) == pytest.approx(0.2126)


@pytest.mark.parametrize("level", range(256))
def test_how_much_light_a_level_gives_is_that_of_srgb(level: int) -> None:
    """WCAG 2.2: linear up to a share of 0.04045, from there on a power."""
    share = level / 255
    linear = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    assert luminance((level, level, level)) == pytest.approx(linear, rel=1e-12)


def test_ink_never_contrasts_less_than_the_other() -> None:
    random = np.random.default_rng(5)
    for red, green, blue in random.integers(0, 256, (2000, 3)).tolist():
        ground = (red, green, blue)
        assert contrast(ink(ground), ground) == max(contrast(BLACK, ground), contrast(WHITE, ground))
