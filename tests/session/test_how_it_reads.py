"""How a network reads: the digits it misreads, the confusion, and a digit that becomes its image."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import focus_of, layers_of, source_of
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.scenario import startup
from game.files.digits import own_digits
from game.input.intent import Intent
from game.input.interface_intents import CloseSheet, OpenSheet, ShowDigits
from game.input.layer_intents import FocusLayer, ReadDigit
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict, TogglePresent
from game.input.scenario_intents import ReplaceScenario, Undo
from game.input.vote_intents import AskVote
from game.session.facts.digits import DigitsFacts, largest_mistakes
from game.session.shown import shown as shown_of
from game.session.state import State
from game.words.texts import TEXTS
from tests.networks import digit_reader

from .hands import after, entries, fresh, sentences
from .test_digit_scores import network, shares_by_hand, shipped

UNTRAINED, OPENED = digit_reader(), OpenSheet("digits")


def facts_of(state: State) -> DigitsFacts:
    seldom = shown_of(state).still.seldom
    assert seldom is not None
    assert seldom.opened.sheet.digits is not None
    return seldom.opened.sheet.digits


def looked(*intents: Intent) -> DigitsFacts:
    return facts_of(after(fresh(UNTRAINED), OPENED, *intents))


def by_hand() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return of each digit its kind, what it is read as, and the share, by numpy alone."""
    shares = shares_by_hand(layers_of(UNTRAINED))
    kinds = own_digits().kinds[own_digits().held_back]
    return kinds, shares.argmax(axis=0), shares.max(axis=0)


def test_the_misread_digits_are_those_of_numpy_the_surest_mistake_first() -> None:
    kinds, read, shares = by_hand()
    wrong = [at for at in range(360) if kinds[at] != read[at]]
    order = sorted(wrong, key=lambda at: (-shares[at], at))
    seen = []
    for page in range(-(-len(wrong) // 12)):
        found = looked(ShowDigits(page=page))
        assert (found.right, found.count, found.found) == (360 - len(wrong), 360, len(wrong))
        assert found.first == 12 * page + 1
        seen += [(one.number, one.kind, one.read) for one in found.digits]
        assert [one.share for one in found.digits] == pytest.approx([shares[one.number] for one in found.digits])
    assert seen == [(at, kinds[at], read[at]) for at in order]


def test_a_digit_has_the_pixels_of_its_number() -> None:
    digits = own_digits()
    for one in looked().digits:
        assert np.array_equal(one.pixels, digits.pixels[digits.held_back[one.number]])


def test_the_confusion_counts_what_is_read_as_what_and_a_cell_has_its_digits() -> None:
    kinds, read, shares = by_hand()
    found = looked(ShowDigits(confusion=True))
    assert found.digits == ()
    for kind in range(10):
        for taken in range(10):
            assert found.confusion[kind][taken] == sum((kinds == kind) & (read == taken))
    assert largest_mistakes(found) == max(found.confusion[a][b] for a in range(10) for b in range(10) if a != b)
    of_cell = [at for at in range(360) if (kinds[at], read[at]) == (7, 3)]
    of_cell.sort(key=lambda at: -shares[at])
    first, second = (looked(ShowDigits(confusion=True, pair=(7, 3), page=page)) for page in (0, 1))
    assert [one.number for one in (*first.digits, *second.digits)] == of_cell[:12]
    assert first.found == len(of_cell)
    right = [one.share for one in looked(ShowDigits(confusion=True, pair=(3, 3))).digits]
    assert right == sorted(right)


def test_a_page_beyond_the_last_is_the_last_and_no_cell_is_outside_of_the_confusion() -> None:
    last = looked(ShowDigits(page=99))
    assert last.look.page == last.pages - 1
    assert 0 < len(last.digits) <= 12
    assert looked(ShowDigits(page=-4)).look.page == 0
    assert looked(ShowDigits(confusion=True, pair=(3, 10))).look.pair is None
    assert looked(ShowDigits(pair=(3, 3))).look.pair is None


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_a_digit_becomes_the_image_in_one_entry_and_neither_weights_nor_focus_change(focus: int) -> None:
    begun = after(fresh(shipped()), FocusLayer(focus), OPENED)
    read = after(begun, ReadDigit(17), CloseSheet())
    digits = own_digits()
    pixels = digits.pixels[digits.held_back[17]]
    assert np.array_equal(source_of(read.scenario).channels[0], pixels)
    assert (source_of(read.scenario).white, focus_of(read.scenario)) == (1.0, focus)
    assert layers_of(read.scenario) == layers_of(begun.scenario)
    assert (entries(read), read.interface.sheet) == (entries(begun) + 1, None)
    undone = after(read, Undo())
    assert source_of(undone.scenario) == source_of(begun.scenario)
    assert focus_of(undone.scenario) == focus
    assert entries(after(read, ReadDigit(17))) == entries(read)


@pytest.mark.parametrize("number", [-1, 360])
def test_a_digit_that_is_not_there_changes_nothing(number: int) -> None:
    begun = fresh(shipped())
    assert after(begun, ReadDigit(number)).scenario is begun.scenario


def test_what_reads_no_digits_says_so_in_one_sentence() -> None:
    for intent in (OPENED, ReadDigit(3)):
        told = after(fresh(startup()), intent)
        assert told.interface.sheet is None
        assert told.scenario == startup()
        assert sentences(told) == [TEXTS["digits.not.network"]]


@pytest.mark.parametrize("question", Question)
def test_the_sheet_waits_for_the_answer_of_an_open_question(question: Question) -> None:
    asked = after(fresh(UNTRAINED), TogglePredict(), ChooseQuestion(question), OPENED)
    assert asked.interface.sheet is None
    assert sentences(asked)[-1] == TEXTS["digits.not.secret"]


@pytest.mark.parametrize("asks", [(TogglePredict(),), (TogglePresent(), AskVote())])
def test_nothing_is_told_in_a_sheet_that_stays_open_while_something_is_asked(asks: tuple[Intent, ...]) -> None:
    shown = after(fresh(UNTRAINED), *asks)
    assert after(shown, OPENED).interface.sheet is None
    kept = shown.changed(interface=shown.interface.changed(sheet="digits"))
    found = facts_of(kept)
    assert (found.why, found.digits, found.confusion, found.right) == ("digits.not.secret", (), (), 0)


def test_a_sheet_over_another_scenario_says_why_it_has_nothing_to_tell() -> None:
    opened = after(fresh(UNTRAINED), OPENED, ReplaceScenario(startup()))
    assert opened.interface.sheet == "digits"
    assert facts_of(opened).why == "digits.not.network"


def test_the_facts_are_the_same_object_while_network_and_look_are() -> None:
    opened = after(fresh(UNTRAINED), OPENED)
    assert facts_of(opened) is facts_of(after(opened, FocusLayer(2)))
    assert facts_of(opened) is not facts_of(after(opened, ShowDigits(page=1)))


def test_it_opens_at_its_beginning_whatever_was_looked_at_before() -> None:
    left = after(fresh(UNTRAINED), OPENED, ShowDigits(confusion=True, pair=(1, 2)), CloseSheet(), OPENED)
    assert facts_of(left).look == looked().look
    assert left.interface.focus == "digit 0"


def test_while_two_settings_are_compared_no_digit_becomes_the_image_and_it_is_said() -> None:
    compared = after(fresh(UNTRAINED), ToggleCompare(), ReadDigit(2))
    assert source_of(compared.scenario) == source_of(UNTRAINED)
    assert sentences(compared) == [TEXTS["chain.compared"]]


def test_where_all_are_read_alike_the_right_ones_are_counted() -> None:
    telling = Convolution(np.zeros((10, 1, 1, 1)), np.eye(10)[4], activation="softmax")
    found = facts_of(after(fresh(network(Pooling("max", None), telling)), OPENED))
    assert found.right == sum(own_digits().kinds[own_digits().held_back] == 4)
    assert [sum(row[kind] for row in found.confusion) for kind in range(10)] == [
        360 * (kind == 4) for kind in range(10)
    ]
