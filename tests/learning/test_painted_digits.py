"""The reader that comes with the program reads what hands paint, and what others have written."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from game.core.grid import Grid
from game.core.soft_brush import ACROSS, BESIDE, painted_softly
from game.files.digits import own_digits
from game.files.layer_file import read_layers
from game.files.own_reader import READER, reader_layers
from game.learning.network import Network
from game.learning.scores import Scores, scores_of
from game.learning.training import lessons_of
from tests.learning.networks import digits
from tests.learning.strokes import TEMPLATES, drawn
from tests.tools.digit_reader import around
from tests.tools.reader_strokes import many

RIGHT = 85


def reader() -> Network:
    return Network(reader_layers(), (1, 8, 8))


def read(pictures: list[Grid], kinds: list[int]) -> Scores:
    network = reader()
    return scores_of(network, network.own, lessons_of(np.array(pictures), kinds))


def test_of_100_digits_drawn_through_the_soft_brush_85_are_read_right() -> None:
    chance = Random(1)
    pictures = [drawn(template, chance) for templates in TEMPLATES for template in templates]
    scores = read(pictures, [kind for kind in range(10) for _ in range(10)])
    assert len(pictures) == 100
    assert scores.right >= RIGHT, scores.confusion


def test_every_template_is_another() -> None:
    assert [len(set(templates)) for templates in TEMPLATES] == [10] * 10


def test_it_reads_most_of_the_digits_held_back() -> None:
    network = reader()
    assert scores_of(network, network.own, digits(learned=False)).share_right >= 0.95


def test_its_weights_are_decimals_of_few_places_and_there_are_690() -> None:
    row = reader().own
    assert len(row) == 690
    assert (np.round(row, 6) == row).all()


def test_its_file_is_a_scenario_over_a_seven_which_it_reads() -> None:
    opened = read_layers(READER)
    assert opened is not None
    shares = opened.maps()[:, 0, 0]
    assert shares.argmax() == 7
    assert shares.sum() == pytest.approx(1)


def test_what_it_learned_from_is_painted_as_the_brush_paints() -> None:
    blank = np.zeros((8, 8))
    lines, kinds = many(1, 5)
    assert kinds.tolist() == list(range(10))
    for line, painted in zip(lines, around(lines, BESIDE, ACROSS), strict=True):
        cells = [(int(row), int(column)) for row, column in np.argwhere(line)]
        assert (painted_softly(blank, blank, cells, 1.0) == painted).all()


def test_a_digit_held_back_was_never_among_its_lessons() -> None:
    own = own_digits()
    assert not set(own.learned.tolist()) & set(own.held_back.tolist())
