"""The help can be projected, and typing shows less of it."""

from __future__ import annotations

import pytest

from game.input.key_table import BINDINGS
from game.ui.typeface import digit_height
from game.ui.widgets.label import Label
from game.window.help import filtered
from game.window.sheets import help_table
from tests.ui.measure import lines_of

from .hands import Person, pixel


def opened(size: tuple[int, int] = (1920, 1080)) -> Person:
    person = Person(size=size)
    person.keys("F1")
    return person


def written(person: Person) -> list[str]:
    widgets = person.window.widgets[person.window.modal_from :]
    return [line.text for widget in widgets for line in lines_of(widget)]


def rows(person: Person) -> list[Label]:
    return [widget for widget in person.window.widgets if isinstance(widget, Label) and widget.name.startswith("line ")]


def test_typing_leaves_the_rows_that_have_the_words() -> None:
    person = opened()
    person.types("REDO")
    assert person.state.interface.help_filter == "REDO"
    found = written(person)
    assert "REDO" in found
    assert "Redo" in found
    assert "Ctrl+Shift+Z," in found
    assert "Undo" not in found


def test_several_words_all_have_to_be_there_and_keys_count_as_words() -> None:
    table = help_table(mac=False)
    assert [row for _, group in filtered(table, "ctrl  paste") for row in group] == [
        ("Ctrl+V", "Paste numbers or a picture"),
        ("Ctrl+V", "Paste into the number"),
    ]
    assert filtered(table, "  ") == table
    assert filtered(table, "ctrl paste qqq") == ()


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: f"{binding.where.name} {binding.keys[0]}")
def test_every_row_is_found_by_its_own_words(binding: object) -> None:
    from game.words.texts import text

    words = text(getattr(binding, "words", ""))
    assert any(row[1] == words for _, group in filtered(help_table(mac=False), words) for row in group)


def test_letters_and_space_go_to_the_filter_and_do_nothing_else() -> None:
    person = opened()
    before = person.state
    for key, text in (("T", "t"), ("Space", " "), ("L", "l"), ("R", "r"), ("F", "f"), ("C", "c"), ("X", "?")):
        person.keys(key)
        person.types(text)
    assert person.state.interface.help_filter == "t lrfc?"
    assert person.state.settings == before.settings
    assert person.state.playback == before.playback
    assert person.state.scenario == before.scenario
    assert not person.state.interface.coverage
    assert not person.state.interface.full_screen


def test_a_grid_with_the_cursor_gets_no_key_meanwhile() -> None:
    person = Person()
    person.set(sheet="help", cursor=None)
    person.set(cursor=pixel(2, 2))
    before = person.state.scenario
    person.keys("X", "Delete", "Enter")
    person.types("7")
    assert person.state.scenario == before
    assert person.state.interface.entry is None
    assert person.state.interface.help_filter == "7"


@pytest.mark.parametrize("sheet", ["help", "gallery"])
def test_ctrl_a_chooses_all_that_is_searched_for(sheet: str) -> None:
    person = Person()
    person.keys("G" if sheet == "gallery" else "F1")
    person.keys("Ctrl+A")
    assert not person.state.interface.filter_chosen  # there is nothing yet
    person.types("step")
    person.keys("Ctrl+A")
    ground, words = (
        person.widget(f"{'search' if sheet == 'gallery' else 'filter'} {part}") for part in ("chosen", "words")
    )
    assert isinstance(words, Label)
    assert words.rect.x == ground.rect.x
    assert ground.rect.w > 0
    assert words.role == "on_accent"
    person.types("dot")
    assert person.state.interface.help_filter == "dot"
    person.types("s")
    assert person.state.interface.help_filter == "dots"
    person.keys("Ctrl+A", "Backspace")
    assert (person.state.interface.help_filter, person.state.interface.sheet) == ("", sheet)


def test_ctrl_a_chooses_all_of_a_number() -> None:
    person = Person()
    person.set(cursor=pixel(2, 2))
    person.types("12")
    person.keys("Ctrl+A")
    person.types("3")
    person.keys("Enter")
    assert person.state.scenario.image[2, 2] == 3


def test_backspace_deletes_and_escape_first_clears_then_closes() -> None:
    person = opened()
    person.types("step")
    person.keys("Backspace")
    assert person.state.interface.help_filter == "ste"
    person.keys("Escape")
    assert person.state.interface.help_filter == ""
    assert person.state.interface.sheet == "help"
    person.keys("Backspace", "Escape")
    assert person.state.interface.sheet is None


def test_nothing_left_is_said() -> None:
    person = opened()
    person.types("zebra")
    assert "Nothing here has “zebra”" in " ".join(written(person))
    assert not [label for label in rows(person) if label.bold]


def test_the_next_opening_shows_everything_again() -> None:
    person = opened()
    person.types("redo")
    person.clicks("close sheet")
    person.keys("F1")
    assert person.state.interface.help_filter == ""
    assert "Type to find a key, a gesture or a word" in written(person)


def test_the_filter_begins_at_the_top_and_arrows_go_on_scrolling() -> None:
    person = opened((960, 540))
    person.keys("Page Down")
    assert person.state.interface.scrolled("help sheet") > 0
    person.types("the")
    assert person.state.interface.scrolled("help sheet") == 0
    person.keys("Down")
    assert person.state.interface.scrolled("help sheet") > 0


def test_shortcuts_with_ctrl_and_function_keys_still_act() -> None:
    person = opened()
    person.keys("Ctrl++")
    assert person.state.settings.scale == 125
    person.keys("F11")
    assert person.state.interface.full_screen
    assert person.state.interface.help_filter == ""


def test_a_very_long_text_stays_in_its_line() -> None:
    person = opened((800, 600))
    person.types("w" * 100)
    assert len(person.state.interface.help_filter) == 40
    line = person.widget("filter")
    for widget in (person.widget("filter words"), person.widget("filter caret")):
        assert line.rect.holds(widget.rect)
        assert all(line.rect.holds(found.rect) for found in lines_of(widget))


@pytest.mark.parametrize(("size", "columns"), [((1920, 1080), 2), ((1366, 768), 2), ((800, 600), 1), ((700, 1000), 1)])
def test_there_are_two_columns_where_there_is_room(size: tuple[int, int], columns: int) -> None:
    person = opened(size)
    lefts = {label.rect.x for label in rows(person) if label.role == "kernel_text"}
    assert len(lefts) == columns


@pytest.mark.parametrize(("size", "least"), [((1920, 1080), 20.9), ((1366, 768), 14.6)])
def test_capitals_can_be_read_from_four_image_heights_away(size: tuple[int, int], least: float) -> None:
    person = opened(size)
    assert min(digit_height(label.size) for label in rows(person)) >= least


def test_no_row_is_in_both_columns_and_none_is_missing() -> None:
    person = Person(size=(1920, 12000))
    person.keys("F1")
    texts = [label.text for label in rows(person)]
    for _, group in help_table(mac=False):
        for keys, _words in group:
            assert texts.count(keys.split(",")[0]) or any(keys.startswith(text) for text in texts), keys


DESIGNED = (
    *("source image", "pixel", "kernel", "weight", "stride", "padding", "patch", "product", "output feature map"),
    *("step", "walk", "phase", "position", "scenario", "coverage", "left over", "skipped", "relative intensity"),
    *("channel", "filter", "weights", "parameters", "channel sum", "value", "layer", "network", "activation", "relu"),
    *("valid", "same", "full", "stamp", "spread", "loss", "gradient", "update", "learning rate", "epoch"),
    *("scene", "lesson", "puzzle", "softmax", "pooling", "bias", "cross-correlation", "dilation", "white", "seed"),
)
"""The words of the field that a lesson meets."""


@pytest.mark.parametrize("word", DESIGNED)
def test_every_word_of_the_field_has_a_sentence_in_the_help(word: str) -> None:
    found = dict(filtered(help_table(mac=False), word))
    assert found.get("keys.words"), word


@pytest.mark.parametrize(
    ("looked_for", "expected"),
    [
        ("smaller", "Output size"),
        ("dilation", "Dilation"),
        ("size", "Output size"),
        ("export", "Ctrl+S"),
        ("import", "Ctrl+O"),
        ("font", "Ctrl++"),
        ("flip", "Convolution, cross-correlation"),
        ("filter", "Filter"),
        ("dark", "T"),
        ("quit", "Esc"),
        ("rubber", "Right button on the image"),
        ("COLOUR", "Channel"),
    ],
)
def test_other_words_for_the_same_find_it_too(looked_for: str, expected: str) -> None:
    groups = filtered(help_table(mac=False), looked_for)
    assert expected in [row[0] for _, rows_of_it in groups for row in rows_of_it]


def test_the_words_are_shown_in_the_window() -> None:
    person = opened()
    person.types("dilation")
    assert "Words" in written(person)
    assert "Dilation" in written(person)


def test_other_words_belong_to_rows_that_there_are() -> None:
    from game.words.glossary import ALSO, TERMS
    from game.words.texts import TEXTS, text

    shown = {row[1] for _, rows_of_it in help_table(mac=False) for row in rows_of_it}
    assert all(name in TEXTS and text(name) in shown for name in ALSO)
    assert len({term.word for term in TERMS}) == len({term.sentence for term in TERMS}) == len(TERMS)
