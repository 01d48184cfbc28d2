"""The bar: groups with gaps between them, names where there is room, and in the menu what has none."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.core.scenario import startup
from game.files.settings import Settings
from game.files.shelf_file import read_shelf
from game.input.intent import Control
from game.session.interface import Entry
from game.shell.offering import of_shelf, of_tours
from game.ui.offers import Offer, Offers, Thumbnail
from game.ui.themes import THEMES
from game.ui.widgets.button import Button
from game.ui.widgets.entry_field import EntryField
from game.ui.widgets.offer_row import OfferRow, _colours
from game.window.actions import GROUPS, MENU, actions
from game.window.bar import menu_actions, top_bar
from game.words.texts import text
from tests.picture import bar_of, frame, state, window
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SCALES, SIZES

Size = tuple[int, int]
EVERY_SIZE = pytest.mark.parametrize("size", [*SIZES, (1600, 900), (1599, 900)])
EVERY_SCALE = pytest.mark.parametrize("scale", [*SCALES, 125])
BAR = tuple(name for group in GROUPS for name in group)


def buttons(size: Size, scale: int = 100) -> dict[str, Button]:
    """Return the bar's buttons by name."""
    made = state(settings={"scale": scale})
    shown = top_bar(bar_of(made), frame(made, size))
    return {widget.name: widget for widget in shown if isinstance(widget, Button)}


@EVERY_SCALE
@EVERY_SIZE
def test_every_action_is_in_the_bar_or_in_the_menu_and_in_one_of_them_only(size: Size, scale: int) -> None:
    made = state(settings={"scale": scale})
    shown = frame(made, size)
    there = {name for name in buttons(size, scale) if name in BAR}
    behind = [action.name for action in menu_actions(bar_of(made), shown)]
    assert len(set(behind)) == len(behind)
    assert there.isdisjoint(behind)
    assert there | set(behind) - {"stack"} == set(actions(bar_of(made))) == {*BAR, *MENU} - {"digits"}
    assert not shown.layout.top.h or "menu" in buttons(size, scale)


@EVERY_SIZE
def test_a_gap_parts_the_groups_and_nothing_else(size: Size) -> None:
    found = buttons(size)
    ends = [(left, right) for left, right in pairwise(BAR) if {left, right} <= set(found)]
    for left, right in ends:
        apart = found[right].rect.x - found[left].rect.right
        together = any({left, right} <= set(group) for group in GROUPS)
        assert (apart < 20) if together else (apart >= 10), (left, right, apart)


def test_the_groups_stand_in_their_order_and_help_and_menu_end_the_bar() -> None:
    found = buttons((1920, 1080))
    assert [name for name in found if name != "name"] == [*BAR, "menu"]


@pytest.mark.parametrize(("size", "named"), [((1920, 1080), True), ((1600, 900), True), ((1599, 900), False)])
def test_the_modes_have_their_names_from_1600_pixels_on(size: Size, named: bool) -> None:
    found = buttons(size)
    labels = [found[name].label for name in GROUPS[2]]
    assert labels == ([text(f"bar.{name}.name") for name in GROUPS[2]] if named else ["", "", ""])
    assert not [name for name in ("open", "save", "undo", "redo", "help", "menu") if found[name].label]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 800), (1024, 768)])
def test_present_is_filled_and_named(size: Size) -> None:
    present = buttons(size)["present"]
    assert (present.style, present.label) == ("filled", "Present")
    assert [line for line in lines_of(present) if line.text == "Present"]


def test_no_two_actions_share_an_icon_and_help_is_the_question_mark() -> None:
    every = actions(bar_of(state()))
    icons = [action.icon for action in every.values()]
    assert len(set(icons)) == len(icons)
    assert [name for name, action in every.items() if action.icon == "circle-help"] == ["help"]


@EVERY_SCALE
@EVERY_SIZE
def test_a_long_name_is_shortened_and_lies_over_nothing(size: Size, scale: int) -> None:
    shown = state(startup().named("Edges and corners " * 4), settings={"scale": scale})
    widgets = top_bar(bar_of(shown), frame(shown, size))
    hot = [(widget.name, widget.rect) for widget in widgets if widget.name not in ("top bar", "logo")]
    assert not crowded([(name, rect) for name, rect in hot if rect.w])


@EVERY_SCALE
@EVERY_SIZE
def test_the_entry_of_a_long_name_stays_in_the_window(size: Size, scale: int) -> None:
    entry = Entry(Control("name"), "W" * 80, 80, fresh=False)
    made = window(state(settings={"scale": scale}, entry=entry), size)
    fields = [widget for widget in made.widgets if isinstance(widget, EntryField)]
    assert all(frame(state(), size).layout.whole.holds(field.rect) for field in fields)
    assert fields


def test_a_small_picture_shows_pixels_below_0_and_beyond_white_as_the_image_does() -> None:
    theme = THEMES["night"]
    colours = _colours(Thumbnail(np.array([[-1.0, 0.0, 0.5, 1.0, 40.0]])), theme)
    assert colours.tolist() == [[list(theme.negative), [0] * 3, [128] * 3, [255] * 3, [255] * 3]]


@EVERY_SCALE
@EVERY_SIZE
def test_the_rows_of_open_hold_their_pictures_and_words(size: Size, scale: int) -> None:
    picture = Thumbnail(startup().image)
    rows = (
        Offer("A name longer than any row " * 6, "2026-01-02 10:00, in /a", (), (picture,) * 2),
        Offer("first.json", "2026-01-02 10:00, in " + "/folder" * 40, (), (picture,), "graduation-cap"),
        Offer("broken.json", "2026-01-02 10:00, in /b", (), (), "folder-open"),
    )
    made = window(state(settings={"scale": scale}, sheet="open"), size, Offers(recent=rows, last_work=rows))
    shown = [widget for widget in made.widgets if isinstance(widget, OfferRow)]
    assert shown
    for row in shown:
        lines = [line.rect for line in lines_of(row)]
        assert all(row.rect.holds(rect) for rect in lines), row.name
        assert not crowded([(str(index), rect) for index, rect in enumerate(lines)]), row.name


@EVERY_SCALE
@EVERY_SIZE
def test_the_scenes_of_a_shelf_stand_in_one_column_or_two_and_hold_their_words(size: Size, scale: int) -> None:
    shelf = read_shelf()
    offers = Offers(shelf=shelf.name, source=shelf.source, scenes=of_shelf(shelf))
    made = window(state(settings={"scale": scale}, sheet="scenes"), size, offers)
    shown = [widget for widget in made.widgets if isinstance(widget, OfferRow)]
    assert shown
    assert len({row.rect.x for row in shown}) in (1, 2)
    assert not crowded([(row.name, row.rect) for row in shown])
    for row in shown:
        lines = [line.rect for line in lines_of(row)]
        assert all(row.rect.holds(rect) for rect in lines), row.name
        assert not crowded([(str(index), rect) for index, rect in enumerate(lines)]), row.name


@EVERY_SCALE
@EVERY_SIZE
def test_the_tours_stand_in_their_sheet_and_hold_their_words(size: Size, scale: int) -> None:
    offers = Offers(tours=of_tours(Settings(tours=(("Why pool", 1),))))
    made = window(state(settings={"scale": scale}, sheet="tours"), size, offers)
    shown = [widget for widget in made.widgets if isinstance(widget, OfferRow)]
    assert shown
    assert not crowded([(row.name, row.rect) for row in shown])
    for row in shown:
        lines = [line.rect for line in lines_of(row)]
        assert all(row.rect.holds(rect) for rect in lines), row.name
        assert {row.label, row.detail} <= {line.text for line in lines_of(row)}, "none is shortened"


def test_the_19_figures_are_seen_without_scrolling_at_usual_sizes() -> None:
    shelf = read_shelf()
    scenes = of_shelf(shelf)
    for size in ((1366, 768), (1920, 1080)):
        offers = Offers(shelf=shelf.name, source=shelf.source, scenes=(*scenes, *scenes)[:19])
        made = window(state(sheet="scenes"), size, offers)
        assert len([widget for widget in made.widgets if isinstance(widget, OfferRow)]) == 19


@pytest.mark.parametrize("size", [(1024, 768), (922, 643), (1280, 800), (1920, 1080)])
def test_the_name_of_what_is_shown_goes_before_that_of_the_program(size: tuple[int, int]) -> None:
    drawn = window(state(), size)
    name, title = drawn.named("name"), drawn.named("title")
    assert name is not None
    assert getattr(name, "label", "") == "Random noise, 8 × 8", "where both have no room, the program's name goes"
    assert (getattr(title, "text", "") == "") == (size[0] < 1280)
