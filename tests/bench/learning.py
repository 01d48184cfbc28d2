"""An epoch of the digit reader, in times of one of a plain version in numpy, and what comes of twenty."""

from __future__ import annotations

from time import perf_counter

from game.files.digits import own_digits
from game.learning.digit_reader import reader_network
from game.learning.scores import scores_of
from game.learning.start import order_of
from game.learning.training import after_epoch, begun, lessons_of

from .plain_learning import PlainReader
from .rows import Row, single
from .training import while_it_learns

EPOCHS = 30
MOST = 1.2
SEEDS, LEARNED = 10, 20


def epoch_of_digits() -> list[Row]:
    """Return the row of an epoch; both learn the same from the same start, in the same order."""
    digits, network = own_digits(), reader_network()
    pixels, kinds = digits.pixels[digits.learned], digits.kinds[digits.learned]
    lessons, training = lessons_of(pixels, kinds), begun(network, 1)
    own, plain = plain_reader(), []
    ours = []
    for epoch in range(EPOCHS):
        order = order_of(1, epoch, lessons.count)
        start = perf_counter()
        own.epoch(pixels, kinds, order)
        middle = perf_counter()
        training = after_epoch(training, lessons)
        end = perf_counter()
        plain.append(middle - start)
        ours.append(end - middle)
    told = f"{1000 * min(ours):.1f} ms, plain numpy {1000 * min(plain):.1f} ms"
    row = single("an epoch of the digit reader, 1,437 digits", min(ours) / min(plain), "times", MOST, told)
    return [row, *misread_after_learning(), *while_it_learns()]


def misread_after_learning() -> list[Row]:
    """Return the rows of how many of the digits held back ten seeds misread after 20 epochs."""
    digits, network = own_digits(), reader_network()
    lessons, held_back = (
        lessons_of(digits.pixels[numbers], digits.kinds[numbers]) for numbers in (digits.learned, digits.held_back)
    )
    misread = []
    for seed in range(1, SEEDS + 1):
        training = begun(network, seed)
        while training.epoch < LEARNED:
            training = after_epoch(training, lessons)
        misread.append(100 - 100 * scores_of(network, training.row, held_back).share_right)
    return [
        single("digits misread after 20 epochs, mean of ten seeds", sum(misread) / SEEDS, "%", 4),
        single("digits misread after 20 epochs, most of ten seeds", max(misread), "%", 6),
    ]


def plain_reader() -> PlainReader:
    """Return the plain version, with the weights of the first seed."""
    first, last = (begun(reader_network(), 1).layers[at] for at in (0, 2))
    return PlainReader(first.weights, first.bias, last.weights, last.bias)  # type: ignore[union-attr]
