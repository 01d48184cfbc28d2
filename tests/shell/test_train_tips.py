"""Words of learning that a pupil may not know say what they mean where they are pointed at."""

from __future__ import annotations

import pytest

from game.view.strip.card import StripCard

from .hands import Person
from .test_learn import bubble, learner
from .test_train import person, words

SAYS = {
    "train digits 0": ("Held back", "never learns"),
    "train loss": ("Cross entropy", "−log", "mean"),
    "train right": ("held back",),
    "train how": ("Seed", "Momentum", "Batches of 32"),
    "train epoch": ("epoch", "turn once"),
}


def said(found: Person, name: str) -> str:
    """Return what is said of a control that is pointed at, which is scrolled to before."""
    below = next(one for one in ("train shipped", "train again") if one in found.names())
    if not found.widget(name).visible.h:
        found.focuses(below)
    found.rests(name, 1.0)
    return " ".join(bubble(found))


@pytest.mark.parametrize(("size", "scale"), [((1920, 1080), 100), ((1366, 768), 100), ((800, 600), 150)])
@pytest.mark.parametrize("name", SAYS)
def test_words_of_the_section_say_what_they_mean(name: str, size: tuple[int, int], scale: int) -> None:
    found = person(size, scale)
    found.focuses("train again")
    found.keys("Enter")
    found.focuses("train once")
    about = said(found, name)
    assert all(word in about for word in SAYS[name]), about


def test_each_number_is_pointed_at_by_itself() -> None:
    found = person((1920, 1080))
    found.clicks("train again")
    loss, right = found.widget("train loss").rect, found.widget("train right").rect
    assert not loss.overlap(right).w or not loss.overlap(right).h
    assert words(found, "train loss")
    assert words(found, "train right")


def test_of_weights_that_no_seed_made_none_is_said() -> None:
    found = person((1920, 1080))
    assert "Seed" not in found.widget("train how").tooltip


def test_the_number_of_kernels_that_have_no_room_says_what_it_is() -> None:
    found = person((1366, 768))
    cards = [one for one in found.window.widgets if isinstance(one, StripCard)]
    told = {one.kernels.more: one.tooltip for one in cards if one.kernels is not None and one.kernels.more}
    assert told
    for more, tip in told.items():
        assert f"{more}: " in tip
        assert "kernels of this layer" in tip
    assert all("no room" not in one.tooltip for one in cards if one.kernels is None or not one.kernels.more)


def test_the_bias_that_stays_says_what_it_is() -> None:
    found = learner((1366, 768))
    assert "added to every sum" in found.widget("learn bias").tooltip
